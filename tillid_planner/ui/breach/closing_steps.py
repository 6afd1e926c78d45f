"""The end of a case: said aloud, and what is learned."""

from __future__ import annotations

from functools import partial

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from tillid_planner.domain.breach import BreachCase, Outcome
from tillid_planner.domain.breach_path import Step
from tillid_planner.domain.breach_watch import ClosingState
from tillid_planner.domain.draft import DraftForm
from tillid_planner.domain.errors import Fault
from tillid_planner.domain.learning import ProposalKind
from tillid_planner.services.breach_cases import CaseView
from tillid_planner.ui.breach.panel import Panel
from tillid_planner.ui.desk import Desk
from tillid_planner.ui.texts import tr
from tillid_planner.ui.widgets import (
    Button,
    Card,
    CheckBox,
    Field,
    GrowingText,
    RadioCardGroup,
    Segmented,
    SunkenNote,
    TextLabel,
)
from tillid_planner.ui.widgets.refusal import show_faults

_OUTCOMES = dict(enumerate(Outcome, start=1))


class ClosingPanel(Panel):
    """Said aloud, with words; or a lower rung that fits; or not repaired."""

    form = DraftForm.CLOSING

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk, Step.CLOSING)
        self.open_part = QWidget()
        column = QVBoxLayout(self.open_part)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(16)
        self.state_card = Card(tr("How far you have come"))
        self.agreed_state = TextLabel("", private=True)
        self.usual = TextLabel(self.say("closing.usual"), muted=True)
        self.usual_state = TextLabel("")
        for line in (self.agreed_state, self.usual, self.usual_state):
            self.state_card.add(line)
        column.addWidget(self.state_card)
        ending = Card(tr("How does it end?"))
        self.outcome = RadioCardGroup(
            [(n, f"{self.say(f'outcome.{o}.name')}. {self.say(f'outcome.{o}.line')}") for n, o in _OUTCOMES.items()],
            vertical=True, accessible=tr("How does it end?"),
        )
        self.outcome.chosen.connect(self._propose)
        ending.add(self.outcome)
        self.words = GrowingText(min_lines=3)
        self.entry.bind("outcome", self.outcome)
        self.entry.bind("words", self.words)
        self.words_field = Field(tr("What you say to each other"), self.words, self.say("closing.end"))
        ending.add(self.words_field)
        self.close_case = Button(tr("Close the case"), "primary")
        self.close_case.clicked.connect(self._close)
        row = QHBoxLayout()
        row.addWidget(self.close_case)
        row.addStretch(1)
        ending.add(row)
        column.addWidget(ending)
        self.add(self.open_part)
        self.closed_part = Card()
        self.said = TextLabel("", "page", weight=400)
        self.when = TextLabel("", muted=True)
        self.gone = TextLabel("", muted=True)
        self.hint = TextLabel(self.say("closing.delete_hint"), "small", muted=True)
        self.shown = CheckBox(tr("Shown to the employee"))
        self.shown.clicked.connect(self._show_to)
        for widget in (self.said, self.when, self.gone, self.hint, self.shown):
            self.closed_part.add(widget)
        self.add(self.closed_part)
        self.add(self.trouble)
        self.next = Button(tr("On to what can be learned"), "primary")
        self.next.clicked.connect(lambda *_: self.step_requested.emit(Step.LEARNING))
        self.add(self.next, left=True)

    def fill(self, view: CaseView) -> None:
        """Show how far it has come, or how it ended."""
        case, state = view.case, view.closing
        self.open_part.setVisible(not case.closed)
        self.closed_part.setVisible(case.closed)
        self.next.setVisible(case.closed and case.learning_on is None)
        self._show_state(case, state)
        self.said.setText(case.closing_words)
        if case.closed_on is not None:
            outcome = self.say(f"outcome.{case.outcome}.name") if case.outcome else self.say("status.closed")
            self.when.setText(self.say("sheet.closed", outcome=outcome, day=self.day(case.closed_on)))
        self.gone.setText(self.say("closing.delete_on", day=self.day(view.delete_on)) if view.delete_on else "")
        self.shown.setChecked(case.shown_on is not None)

    def _show_state(self, case: BreachCase, state: ClosingState) -> None:
        agreed = [_line(criterion.text, criterion.met_on is not None) for criterion in case.criteria]
        self.agreed_state.setText("\n".join(agreed))
        self.agreed_state.setVisible(bool(agreed))
        # What is usual is only worth a word where something of it is lacking beside what the two agreed.
        lacking = [] if state.reached else self._usual_lines(case, state)
        self.usual.setVisible(bool(lacking))
        self.usual_state.setVisible(bool(lacking))
        self.usual_state.setText("\n".join(lacking))
        self.state_card.setVisible(bool(agreed or lacking))

    def _usual_lines(self, case: BreachCase, state: ClosingState) -> list[str]:
        found = []
        written = any(measure.kind is state.measure for measure in case.measures)
        if state.measure is not None and (written or not case.criteria):
            found.append((self.say(f"closing.measure_{state.measure}"), state.measure_done))
        have, need = state.follow_ups
        found.append((self.say("closing.follow_ups", have=have, need=need), have >= need))
        if state.days is not None:
            have, need = state.days
            found.append((self.say("closing.days", have=have, need=need), have >= need))
        return [] if all(done for _, done in found) else [_line(text, done) for text, done in found]

    def _propose(self, number: int) -> None:
        proposals = {self.say(f"outcome.{outcome}.words") for outcome in Outcome}
        if not self.words.value() or self.words.value() in proposals:
            self.words.set_value(self.say(f"outcome.{_OUTCOMES[number]}.words"))

    def _close(self) -> None:
        number = self.outcome.value()
        self.words_field.set_error(None)
        if number is None:
            self.complain(Fault("outcome", "choose_one"), at=self.outcome)
            return
        case_id, outcome, words = self.case_id, _OUTCOMES[number], self.words.value()
        act = partial(self.desk.session.endings.close, case_id, outcome, words)
        if self.run(act, tr("The case is closed."), at=self.close_case):
            self.entry.end()

    def _show_to(self, on: bool) -> None:
        case_id, day = self.case_id, self.desk.session.today() if on else None
        self.run(lambda: self.desk.session.cases.change(case_id, shown_on=day), at=self.shown)


class LearningPanel(Panel):
    """A line without names for the others, and what it proposes to change."""

    form = DraftForm.LEARNING
    nameless = frozenset({"line", "proposal"})

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk, Step.LEARNING)
        self.card = Card(self.say("learning.line"))
        self.card.add(TextLabel(self.say("learning.names"), muted=True))
        self.line = GrowingText(min_lines=2)
        self.line_field = Field(tr("One line for all"), self.line)
        self.card.add(self.line_field)
        self.kind = Segmented(
            [(None, tr("No proposal")), *((kind, self.say(f"learning.{kind}")) for kind in ProposalKind)],
            accessible=tr("What should change?"),
        )
        self.kind.set_value(None)
        row = QHBoxLayout()
        row.addWidget(self.kind)
        row.addStretch(1)
        self.card.add(TextLabel(tr("What should change?"), weight=600))
        self.card.add(row)
        self.proposal = GrowingText(min_lines=2)
        self.proposal_field = Field(tr("The proposal"), self.proposal)
        self.proposal_field.hide()
        self.kind.chosen.connect(lambda *_: self._show_proposal())
        self.card.add(self.proposal_field)
        self.entry.bind_all({"line": self.line, "kind": self.kind, "proposal": self.proposal})
        self.entry.restored.connect(self._show_proposal)
        buttons = QHBoxLayout()
        self.keep = Button(tr("Write it in the learning log"), "primary")
        self.keep.clicked.connect(self._learn)
        self.none = Button(self.say("learning.none"))
        self.none.clicked.connect(self._nothing)
        buttons.addWidget(self.keep)
        buttons.addWidget(self.none)
        buttons.addStretch(1)
        self.card.add(buttons)
        self.add(self.card)
        self.done = SunkenNote("info", tr("The case is done. Nothing more is to be written here."), icon="check")
        self.add(self.done)
        self.add(self.trouble)

    def fill(self, view: CaseView) -> None:
        """Show the form, or that it is done."""
        self.card.setVisible(view.case.learning_on is None)
        self.done.setVisible(view.case.learning_on is not None)

    def _show_proposal(self) -> None:
        self.proposal_field.setVisible(self.kind.value() is not None)

    def _learn(self) -> None:
        kind = self.kind.value()
        case_id, line, proposal = self.case_id, self.line.value(), self.proposal.value()
        chosen = kind if isinstance(kind, ProposalKind) else None
        fields = {"line": self.line_field, "proposal": self.proposal_field}
        for field in fields.values():
            field.set_error(None)
        reply = self.desk.run(
            lambda: self.desk.session.endings.learn(case_id, line, chosen, proposal if chosen else ""),
            notice=tr("The line is in the learning log."),
        )
        if reply.invalid is not None:
            show_faults(self.desk.words, fields, reply.invalid.faults)
        elif reply:
            self.entry.end()

    def _nothing(self) -> None:
        case_id = self.case_id
        if self.run(lambda: self.desk.session.endings.nothing_to_learn(case_id), at=self.none):
            self.entry.end()


def _line(text: str, done: bool) -> str:
    return f"{'✓' if done else '–'} {text}"
