"""The agenda: both halves side by side, the gaps first, and the small step it ends in."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from tillid_planner.domain.conversation import Line, StepKind, Topic
from tillid_planner.services.conversation_sheet import TwoSides
from tillid_planner.ui.desk import Desk
from tillid_planner.ui.inspector.rungs import rung_name
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
    RungBadge,
    Segmented,
    TextLabel,
)


class Agenda(QWidget):
    """Shows the topics and ends the conversation; ``ended`` carries the kind of the step and its task."""

    ended = Signal(object, int)

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._conversation_id = 0
        self._shown: object = None
        self._topics = QVBoxLayout()
        self._topics.setSpacing(0)
        self.card = Card(tr("What we talk about"), ruled=True, flush=True)
        self.card.add(self._topics)
        self.kind = Segmented(_kinds(), accessible=tr("What the step is"))
        self.kind.set_value(StepKind.FOLLOW_UP)
        self.task = ComboBox([])
        self.step = GrowingText(min_lines=2, max_lines=4)
        self.on = DateField(today=desk.session.today())
        self.fields = {
            "task": Field(tr("Task"), self.task),
            "step": Field(tr("What do we try?"), self.step, tr("One small thing, in words you both can repeat.")),
            "on": Field(tr("When do we look at it?"), self.on),
        }
        self.end_button = Button(tr("End the conversation"), "primary", "check")
        self._lay_out()
        self.kind.chosen.connect(lambda _: self._name_button())
        self.end_button.clicked.connect(lambda *_: self._end())
        self._name_button()

    def _lay_out(self) -> None:
        step = Card(tr("The step we end with"))
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
        step.add(self.fields["step"])
        self.fields["on"].setFixedWidth(scaled(200))
        step.body.addWidget(self.fields["on"], 0, Qt.AlignmentFlag.AlignLeft)
        step.body.addWidget(self.end_button, 0, Qt.AlignmentFlag.AlignLeft)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(16)
        column.addWidget(self.card)
        column.addWidget(step)
        column.addStretch(1)

    def show_sheet(self, sheet: TwoSides, names: Mapping[int, str], name: str) -> None:
        """Show the topics of an opened sheet."""
        conversation_id = sheet.conversation.id or 0
        topics = sheet.topics
        if conversation_id != self._conversation_id:
            self._conversation_id = conversation_id
            self.step.set_value("")
            self.on.show_value(None)
            self.task.set_options([(t.task_id, names.get(t.task_id, "")) for t in topics])
            self.task.set_value(topics[0].task_id if topics else None)
            self.kind.set_value(StepKind.RUNG if topics and topics[0].gap else StepKind.FOLLOW_UP)
            self._name_button()
        shown = (topics, dict(names), name)
        if shown == self._shown:
            return
        self._shown = shown
        while (item := self._topics.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        for number, topic in enumerate(topics):
            if number:
                self._topics.addWidget(Hairline())
            self._topics.addWidget(self._topic(topic, names.get(topic.task_id, ""), name))

    def _topic(self, topic: Topic, task: str, name: str) -> QWidget:
        row = QWidget()
        column = QVBoxLayout(row)
        column.setContentsMargins(16, 12, 16, 12)
        column.setSpacing(8)
        said = tr("You see it differently.") if topic.gap else tr("You see it alike.")
        column.addWidget(TextLabel(said, lead=task))
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
        self.end_button.setText(
            tr("End and write the agreement") if kind is StepKind.RUNG else tr("End the conversation")
        )
        self.fields["step"].label.setText(
            tr("What is practised?") if kind is StepKind.DEVELOPMENT else tr("What do we try?")
        )

    def _end(self) -> None:
        for field in self.fields.values():
            field.set_error(None)
        kind, task_id = self.kind.value(), self.task.value()
        if not self.on.check() or not isinstance(kind, StepKind) or not isinstance(task_id, int):
            return
        day: date | None = self.on.read()
        reply = self._desk.run(
            lambda: self._desk.session.conversations.end(
                self._conversation_id, self.step.value(), kind=kind, task_id=task_id, on=day
            ),
            notice=tr("The conversation is kept with its step."),
        )
        if reply.invalid is not None:
            for fault in reply.invalid.faults:
                if fault.field in self.fields:
                    said = self._desk.words.text(f"faults.{fault.code}", **fault.params)
                    self.fields[fault.field].set_error(said)
            self.step.setFocus()
        elif reply:
            self._conversation_id = 0
            self.ended.emit(kind, task_id)


def _kinds() -> list[tuple[StepKind, str]]:
    return [
        (StepKind.RUNG, tr("Another rung")), (StepKind.FOLLOW_UP, tr("A follow-up")),
        (StepKind.DEVELOPMENT, tr("Something to practise")),
    ]
