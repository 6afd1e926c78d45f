"""The agenda: both halves side by side, the gaps first, and the small step it ends in."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from tillid_planner.domain.conversation import Line, Side, StepKind, Topic
from tillid_planner.domain.draft import DraftForm, DraftSubject
from tillid_planner.domain.explanation import listed
from tillid_planner.services.conversation_sheet import TwoSides
from tillid_planner.services.person_review import Review, TaskLine
from tillid_planner.ui.desk import Desk
from tillid_planner.ui.person.course_words import rung_words
from tillid_planner.ui.texts import tr
from tillid_planner.ui.theme import scaled
from tillid_planner.ui.widgets import (
    Button,
    Card,
    ComboBox,
    DateField,
    Field,
    GrowingText,
    Hairline,
    RadioCardGroup,
    RungBadge,
    Segmented,
    TextLabel,
)
from tillid_planner.ui.widgets.focus import focus_reason
from tillid_planner.ui.widgets.form_draft import FormDraft
from tillid_planner.ui.widgets.layouts import clear_layout
from tillid_planner.ui.widgets.refusal import refuse, show_faults
from tillid_planner.ui.widgets.rungs import rung_name


class Agenda(QWidget):
    """Shows the topics and ends the conversation.

    ``ended`` carries the conversation, the rung that is to be agreed (or None), and what the employee wrote of the
    step's task.
    """

    ended = Signal(object, object, object)

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._conversation_id = 0
        self._shown: object = None
        self._topics_of: Mapping[int, Topic] = {}
        self._topics = QVBoxLayout()
        self._topics.setSpacing(0)
        self.card = Card(tr("What we talk about"), ruled=True, flush=True)
        self.card.add(self._topics)
        self.kind = Segmented(_kinds(), accessible=tr("What the step is"))
        self.kind.set_value(StepKind.FOLLOW_UP)
        self.task = ComboBox([])
        names = [(rung, rung_name(desk.words, rung)) for rung in range(1, 6)]
        self.rung = RadioCardGroup(names, numbered=True, accessible=tr("Which rung?"))
        self.step = GrowingText(min_lines=2, max_lines=4)
        self.on = DateField(today=desk.session.today())
        self.held = DateField(desk.session.today(), required=True, today=desk.session.today())
        self.fields = {
            "task": Field(tr("Task"), self.task),
            "rung": Field(tr("Which rung?"), self.rung),
            "step": Field(tr("What do we try?"), self.step, tr("One small thing, in words you both can repeat.")),
            "on": Field(tr("When do we look at it?"), self.on),
            "held": Field(tr("The conversation was held"), self.held),
        }
        self.draft = FormDraft(desk, self)
        self.draft.bind_all({"rung": self.rung, "step": self.step, "on": self.on, "held": self.held})
        self.draft.bind_all({"kind": self.kind, "task": self.task}, minor=True)
        self.end_button = Button(tr("End the conversation"), "primary", "check")
        self._lay_out()
        self.kind.chosen.connect(lambda _: self._name_button())
        self.draft.restored.connect(self._name_button)
        self.end_button.clicked.connect(lambda *_: self._end())
        self._name_button()

    def _lay_out(self) -> None:
        step = Card(tr("The step we end with"))
        step.add(self.draft.note)
        row = QHBoxLayout()
        row.setSpacing(16)
        kind = QVBoxLayout()
        kind.setSpacing(4)
        kind.addWidget(TextLabel(tr("What the step is"), weight=600))
        kind.addWidget(self.kind)
        kind.addStretch(1)
        row.addLayout(kind)
        row.addWidget(self.fields["task"], 1)
        step.add(row)
        step.add(self.fields["rung"])
        step.add(self.fields["step"])
        days = QHBoxLayout()
        days.setSpacing(16)
        for name in ("on", "held"):
            self.fields[name].setFixedWidth(scaled(208))
            days.addWidget(self.fields[name])
        days.addStretch(1)
        step.add(days)
        step.body.addWidget(self.end_button, 0, Qt.AlignmentFlag.AlignLeft)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(16)
        column.addWidget(self.card)
        column.addWidget(step)
        column.addStretch(1)

    def show_sheet(self, sheet: TwoSides, review: Review) -> None:
        """Show the topics of an opened sheet, each with what is agreed on the task today."""
        conversation_id = sheet.conversation.id or 0
        topics, name = sheet.topics, review.assignee.name
        lines = {line.task_id: line for line in review.lines}
        if conversation_id != self._conversation_id:
            self.draft.leave()
            self._conversation_id = conversation_id
            self.step.set_value("")
            self.on.show_value(None)
            self.held.show_value(self._desk.session.today())
            self.rung.set_value(None)
            self.task.set_options([(t.task_id, lines[t.task_id].task.name) for t in topics if t.task_id in lines])
            self.task.set_value(topics[0].task_id if topics else None)
            self.kind.set_value(StepKind.RUNG if topics and topics[0].gap else StepKind.FOLLOW_UP)
            self._name_button()
            self.draft.begin(DraftSubject(DraftForm.CONVERSATION_END, conversation_id=conversation_id))
        self._topics_of = {topic.task_id: topic for topic in topics}
        today = [self._today(lines.get(topic.task_id)) for topic in topics]
        tasks = [lines[t.task_id].task.name if t.task_id in lines else "" for t in topics]
        shown = (topics, tasks, today, name)
        if shown == self._shown:
            return
        self._shown = shown
        clear_layout(self._topics)
        for number, topic in enumerate(topics):
            if number:
                self._topics.addWidget(Hairline())
            self._topics.addWidget(self._topic(topic, tasks[number], today[number], name))

    def take_focus(self) -> None:
        """Put the keyboard on the step, where it is written; the agenda stays in sight."""
        if self.kind.value() is StepKind.RUNG:
            self.rung.take_focus(focus_reason())
        else:
            self.step.setFocus(focus_reason())

    def _today(self, line: TaskLine | None) -> tuple[str, ...]:
        if line is None:
            return ()
        words = self._desk.words
        found = [
            tr("Agreed today: {rung}.", rung=rung_words(line.rung, words))
            if line.rung is not None
            else tr("No rung is agreed.")
        ]
        wording = line.wording(words)
        suggestion = line.suggestion
        if wording is not None and suggestion is not None and suggestion.rung != line.rung:
            found.append(wording.head)
        elif wording is not None and wording.lift:
            found.append(f"{wording.lift_head} {listed(wording.lift[0], words)}.")
        return tuple(found)

    def _topic(self, topic: Topic, task: str, today: Sequence[str], name: str) -> QWidget:
        row = QWidget()
        column = QVBoxLayout(row)
        column.setContentsMargins(16, 12, 16, 12)
        column.setSpacing(8)
        said = tr("You see it differently.") if topic.gap else tr("You see it alike.")
        column.addWidget(TextLabel(said, lead=task))
        column.addWidget(TextLabel(" ".join(today), "small", muted=True, private=True))
        halves = QHBoxLayout()
        halves.setSpacing(24)
        for line, who in ((topic.leader, tr("Leader")), (topic.employee, name)):
            halves.addLayout(self._half(line, who), 1)
        column.addLayout(halves)
        return row

    def _half(self, line: Line | None, who: str) -> QHBoxLayout:
        half = QHBoxLayout()
        half.setSpacing(12)
        rung = line.rung if line else None
        name = "" if rung is None else rung_name(self._desk.words, rung)
        badge = RungBadge(rung, "own", 32, accessible=f"{who}: {rung} {name}")
        half.addWidget(badge, 0, Qt.AlignmentFlag.AlignTop)
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(TextLabel(f"{who} · {name}", "small", muted=True))
        words.addWidget(TextLabel(line.reason if line and line.reason else tr("No reason written."), private=True))
        words.addStretch(1)
        half.addLayout(words, 1)
        return half

    def _name_button(self) -> None:
        kind = self.kind.value()
        self.fields["rung"].setVisible(kind is StepKind.RUNG)
        self.end_button.setText(
            tr("End and write the agreement") if kind is StepKind.RUNG else tr("End the conversation")
        )
        self.fields["step"].label.setText(
            tr("What is practised?") if kind is StepKind.DEVELOPMENT else tr("What do we try?")
        )

    def _end(self) -> None:
        for field in self.fields.values():
            field.set_error(None)
        kind, task_id, rung = self.kind.value(), self.task.value(), self.rung.value()
        for name, editor in (("on", self.on), ("held", self.held)):
            if not editor.check():
                refuse(self.fields[name], editor.error() or "")
                return
        if not isinstance(kind, StepKind):
            return
        if kind is StepKind.RUNG and rung is None:
            refuse(self.fields["rung"], tr("Choose the rung you agree on."))
            return
        number, sheets = self._conversation_id, self._desk.session.conversations
        reply = self._desk.run(
            lambda: sheets.end(
                number,
                self.step.value(),
                kind=kind,
                task_id=task_id if isinstance(task_id, int) else 0,
                on=self.on.read(),
                held_on=self.held.read(),
            ),
            notice=tr("The conversation is kept with its step."),
        )
        if reply.invalid is not None:
            show_faults(self._desk.words, self.fields, reply.invalid.faults)
        elif reply:
            self.draft.end()
            self._conversation_id = 0
            topic = self._topics_of.get(task_id) if isinstance(task_id, int) else None
            ended = sheets.read(number, Side.LEADER).conversation
            self.ended.emit(ended, rung if kind is StepKind.RUNG else None, topic.employee if topic else None)


def _kinds() -> list[tuple[StepKind, str]]:
    return [
        (StepKind.RUNG, tr("Another rung")),
        (StepKind.FOLLOW_UP, tr("A follow-up")),
        (StepKind.DEVELOPMENT, tr("Something to practise")),
    ]
