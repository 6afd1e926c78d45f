"""The end of a case: said aloud, and what is learned."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget
from typing_extensions import override

from tillid_planner.domain.agreement import Agreement
from tillid_planner.domain.breach import BreachCase, Outcome
from tillid_planner.domain.breach_path import Step, lowered
from tillid_planner.domain.breach_watch import ClosingState
from tillid_planner.domain.case import BreachStatus, Dimension, Reading
from tillid_planner.domain.draft import DraftForm
from tillid_planner.domain.errors import Fault
from tillid_planner.domain.explanation import explain, put_into_words
from tillid_planner.domain.learning import ProposalKind
from tillid_planner.services.breach_cases import CaseView
from tillid_planner.ui.breach.held_back import HeldBack, lower_dialog, stands_at
from tillid_planner.ui.breach.panel import Panel
from tillid_planner.ui.breach.repair_agreement import CaseAgreementDialog, agree_for_case
from tillid_planner.ui.breach.rerating import Rerating
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
    """Said aloud, with words, in one of two ways; or not repaired, and then it leaves the program."""

    form = DraftForm.CLOSING

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk, Step.CLOSING)
        self.open_part = QWidget()
        column = QVBoxLayout(self.open_part)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(16)
        for card in (self._state(), self._ending(), self._rating(), self._rung(), self._words(), self._leaving()):
            column.addWidget(card)
        self.history = TextLabel("", muted=True, private=True)
        self.next = Button(tr("On to what can be learned"), "primary")
        self.next.clicked.connect(lambda *_: self.step_requested.emit(Step.LEARNING))
        for part in (self.open_part, self._closed(), self.history, self.trouble):
            self.add(part)
        self.add(self.next, left=True)
        self.entry.bind("outcome", self.outcome)
        self.entry.bind("words", self.words)
        self.ratings.bind(self.entry)
        self.entry.restored.connect(self._show_ending)
        self.outcome.chosen.connect(self._propose)
        self.ratings.changed.connect(self._show_ending)

    def _state(self) -> Card:
        self.state_card = Card(tr("How far you have come"))
        self.agreed_state = TextLabel("", private=True)
        self.usual = TextLabel(self.say("closing.usual"), muted=True)
        self.usual_state = TextLabel("")
        for line in (self.agreed_state, self.usual, self.usual_state):
            self.state_card.add(line)
        return self.state_card

    def _ending(self) -> Card:
        ending = Card(tr("How does it end?"))
        self.outcome = RadioCardGroup(
            [(n, f"{self.say(f'outcome.{o}.name')}. {self.say(f'outcome.{o}.line')}") for n, o in _OUTCOMES.items()],
            vertical=True,
            accessible=tr("How does it end?"),
        )
        ending.add(self.outcome)
        return ending

    def _rating(self) -> Card:
        self.rating_card = Card(tr("Rate anew, now that you have talked"), flush=True)
        self.ratings = Rerating(self.desk)
        self.rating_card.add(self.ratings)
        return self.rating_card

    def _rung(self) -> Card:
        self.rung_card = Card(tr("The rung from now on"))
        self.stands = TextLabel("", weight=600, private=True)
        self.suggestion = TextLabel("", private=True)
        self.rung_card.add(self.stands)
        self.rung_card.add(self.suggestion)
        return self.rung_card

    def _words(self) -> Card:
        self.words_card = Card(tr("What you say to each other"))
        self.words = GrowingText(min_lines=3)
        self.words.setAccessibleName(tr("What you say to each other"))
        self.words_field = Field("", self.words, self.say("closing.end"))
        self.words_card.add(self.words_field)
        self.close_case = Button(tr("Close the case"), "primary")
        self.close_case.clicked.connect(self._close)
        self.words_card.body.addWidget(self.close_case, 0, Qt.AlignmentFlag.AlignLeft)
        return self.words_card

    def _leaving(self) -> Card:
        self.leaving = HeldBack(self.desk, tr("Take the case out"))
        self.leaving.pause_requested.connect(self._lead_out_paused)
        self.leaving.lower_requested.connect(self._lead_out_lower)
        self.leaving.go_on_requested.connect(lambda: self._lead_out(None))
        return self.leaving

    def _closed(self) -> Card:
        self.closed_part = Card()
        self.said = TextLabel("", "page", weight=400)
        self.when = TextLabel("", muted=True)
        self.gone = TextLabel("", muted=True)
        self.hint = TextLabel(self.say("closing.delete_hint"), "small", muted=True)
        self.shown = CheckBox(tr("Shown to the employee"))
        self.shown.clicked.connect(self._show_to)
        for widget in (self.said, self.when, self.gone, self.hint, self.shown):
            self.closed_part.add(widget)
        return self.closed_part

    @override
    def fill(self, view: CaseView) -> None:
        """Show how far it has come, or how it ended."""
        case, state = view.case, view.closing
        self.open_part.setVisible(not case.closed)
        self.closed_part.setVisible(case.closed)
        self.next.setVisible(case.closed and case.learning_on is None)
        self._show_state(case, state)
        self.said.setText(case.closing_words)
        if case.closed_on is not None:
            self.when.setText(self._ended(case.outcome, case.closed_on))
        self.gone.setText(self.say("closing.delete_on", day=self.day(view.delete_on)) if view.delete_on else "")
        self.shown.setChecked(case.shown_on is not None)
        former = [
            self.say(
                "sheet.former",
                outcome=self.say(f"outcome.{f.outcome}.name") if f.outcome else "",
                day=self.day(f.closed_on),
                reopened=self.day(f.reopened_on),
                reason=f.reason,
            )
            for f in case.former_closings
        ]
        self.history.setText("\n".join(former))
        self.history.setVisible(bool(former))
        self.ratings.show_since(view)
        self._show_ending()

    def _ended(self, outcome: Outcome | None, day: date) -> str:
        name = self.say(f"outcome.{outcome}.name") if outcome else self.say("status.closed")
        return self.say("sheet.closed", outcome=name, day=self.day(day))

    def _show_state(self, case: BreachCase, state: ClosingState) -> None:
        agreed = [_line(criterion.text, criterion.met_on is not None) for criterion in case.criteria]
        self.agreed_state.setText("\n".join(agreed))
        self.agreed_state.setVisible(bool(agreed))
        # What is usual is only worth a word where something of it is lacking beside what the two agreed.
        found = case.status is not BreachStatus.OPEN
        lacking = self._usual_lines(case, state) if found and not state.reached else []
        self.usual.setVisible(bool(lacking))
        self.usual_state.setVisible(bool(lacking))
        self.usual_state.setText("\n".join(lacking))
        self.state_card.setVisible(bool(agreed or lacking))

    def _usual_lines(self, case: BreachCase, state: ClosingState) -> list[str]:
        found = []
        written = any(measure.kind is state.measure for measure in case.measures)
        if state.measure is not None and (written or not case.criteria):
            found.append((self.say(f"closing.measure_{state.measure}"), state.measure_done))
        # What the two count themselves is said above.
        if not any(criterion.good_follow_ups is not None for criterion in case.criteria):
            have, need = state.follow_ups
            found.append((self.say("closing.follow_ups", have=have, need=need), have >= need))
        if state.days is not None and not any(criterion.days is not None for criterion in case.criteria):
            have, need = state.days
            found.append((self.say("closing.days", have=have, need=need), have >= need))
        return [] if all(done for _, done in found) else [_line(text, done) for text, done in found]

    def _chosen(self) -> Outcome | None:
        return _OUTCOMES.get(self.outcome.value() or 0)

    def _propose(self, number: int) -> None:
        outcome = _OUTCOMES[number]
        proposals = {self.say(f"outcome.{o}.words") for o in Outcome if o is not Outcome.NOT_REPAIRED}
        if outcome is not Outcome.NOT_REPAIRED and (not self.words.value() or self.words.value() in proposals):
            self.words.set_value(self.say(f"outcome.{outcome}.words"))
        self.complain()
        self._show_ending()

    def _show_ending(self) -> None:
        """Show what the chosen ending takes."""
        view, outcome = self.view, self._chosen()
        closes = outcome in (Outcome.REPAIRED, Outcome.LEVEL_LOWER)
        self.rating_card.setVisible(closes)
        self.rung_card.setVisible(closes)
        self.words_card.setVisible(outcome is not Outcome.NOT_REPAIRED)
        self.leaving.setVisible(outcome is Outcome.NOT_REPAIRED)
        self.leaving.show_case(view)
        self.ratings.show_chosen()
        lower = outcome is Outcome.LEVEL_LOWER and not lowered(view.case, view.sheet.agreement)
        self.close_case.setText(tr("Agree on the rung and close the case") if lower else tr("Close the case"))
        if closes and not view.case.closed:
            sheet = self.desk.session.endings.prospect(self.case_id, self.ratings.readings())
            self.stands.setText(stands_at(self.desk.words, sheet.agreement))
            known = sheet.case is not None and sheet.suggestion is not None
            self.suggestion.setVisible(known)
            if sheet.case is not None and sheet.suggestion is not None:
                said = put_into_words(explain(sheet.case, sheet.suggestion), self.desk.words).text
                self.suggestion.setText(self.say("closing.prospect", suggestion=said))

    def _close(self) -> None:
        outcome = self._chosen()
        self.words_field.set_error(None)
        if outcome is None:
            self.complain(Fault("outcome", "choose_one"), at=self.outcome)
            return
        case_id, words, ratings = self.case_id, self.words.value(), self.ratings.readings()
        endings, done = self.desk.session.endings, tr("The case is closed.")
        reply = self.desk.run(lambda: endings.close(case_id, outcome, words, ratings=ratings), done)
        if reply:
            self.complain()
            self.entry.end()
        elif reply.invalid is not None:
            faults = {fault.field: fault for fault in reply.invalid.faults}
            if "ratings" in faults:
                self.complain(faults["ratings"], at=self.ratings.open_first_missing())
            elif set(faults) == {"rung"}:
                self._agree_and_close(words, ratings)
            else:
                self.complain(*reply.invalid.faults, at=self.close_case)

    def _agree_and_close(self, words: str, ratings: Mapping[Dimension, Reading]) -> None:
        case_id, endings = self.case_id, self.desk.session.endings
        dialog = CaseAgreementDialog(
            self.desk,
            self.view,
            self,
            tr("Agree on the rung and close the case"),
            part="closing",
            sheet=endings.prospect(case_id, ratings),
            draft_of=lambda rung: endings.draft_agreement(case_id, ratings, rung),
            keep=lambda draft: endings.close(case_id, Outcome.LEVEL_LOWER, words, ratings=ratings, agreement=draft),
        )
        if agree_for_case(dialog):
            self.entry.end()

    def _lead_out_paused(self) -> None:
        self._lead_out(self.desk.session.endings.pause(self.case_id, self.say("lead_out.paused")))

    def _lead_out_lower(self) -> None:
        case_id, endings = self.case_id, self.desk.session.endings
        dialog = lower_dialog(self.desk, self.view, self, lambda draft: endings.lead_out(case_id, draft))
        if agree_for_case(dialog):
            self._led_out()

    def _lead_out(self, agreement: Agreement | None) -> None:
        case_id, endings = self.case_id, self.desk.session.endings
        if self.run(
            lambda: endings.lead_out(case_id, agreement), tr("The case goes on outside the program."), at=self.leaving
        ):
            self._led_out()

    def _led_out(self) -> None:
        self.entry.end()
        self.step_requested.emit(Step.TRACK)

    def _show_to(self, on: bool) -> None:
        case_id, day = self.case_id, self.desk.session.today() if on else None
        self.run(lambda: self.desk.session.cases.change(case_id, shown_on=day), at=self.shown)


class LearningPanel(Panel):
    """A line without names for the others, and what it proposes to change."""

    form = DraftForm.LEARNING
    says_closed = False
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

    @override
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
