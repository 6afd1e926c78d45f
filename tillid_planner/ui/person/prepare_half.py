"""One half of the sheet: for each task a rung and a reason, written by one of the two while the other's is closed."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from tillid_planner.domain.conversation import Side
from tillid_planner.services.conversation_sheet import TwoSides
from tillid_planner.ui.desk import Desk
from tillid_planner.ui.inspector.rungs import RungRow, rung_name
from tillid_planner.ui.texts import tr
from tillid_planner.ui.widgets import Button, Card, Field, GrowingText, SunkenNote, TextLabel


@dataclass(frozen=True, slots=True)
class TaskPart:
    """What is written of one task."""

    rung: RungRow
    said: TextLabel
    reason: GrowingText
    field: Field


class Half(QWidget):
    """Shows and keeps one side's lines.

    ``closed`` tells that the half is done, ``other_first`` that the other is to write before this one.
    """

    closed = Signal()
    other_first = Signal()

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._key: tuple[int, Side, tuple[int, ...]] | None = None
        self.side = Side.LEADER
        self.parts: dict[int, TaskPart] = {}
        self.note = SunkenNote("info", "")
        self.close_button = Button(tr("Close my side"), "primary", "check")
        self.swap_button = Button(tr("Let the other write first"), "quiet")
        self._tasks = QVBoxLayout()
        self._tasks.setSpacing(12)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addWidget(self.note)
        column.addLayout(self._tasks)
        acts = QHBoxLayout()
        acts.setSpacing(12)
        acts.addWidget(self.close_button)
        acts.addWidget(self.swap_button)
        acts.addStretch(1)
        column.addLayout(acts)
        column.addStretch(1)
        self.close_button.clicked.connect(lambda *_: self._close())
        self.swap_button.clicked.connect(lambda *_: self.other_first.emit())

    def show_half(self, sheet: TwoSides, side: Side, names: Mapping[int, str], name: str) -> None:
        """Show a side of a sheet; what is being typed stays when it is the same."""
        conversation_id = sheet.conversation.id or 0
        key = (conversation_id, side, sheet.task_ids)
        self.side = side
        leader = side is Side.LEADER
        self.note.set_text(
            tr("Choose as you see it today. {name} sees it when both sides are closed.", name=name)
            if leader
            else tr("The leader's side is closed. It opens when yours is closed too. Write it in your own words.")
            if sheet.conversation.done(Side.LEADER)
            else tr("You write first. The leader does not see it before both sides are closed."),
            lead=tr("Your side.") if leader else tr("{name}'s side.", name=name),
        )
        self.swap_button.setVisible(not sheet.conversation.done(side.other))
        if key != self._key:
            self._key = key
            self._build([(task_id, names.get(task_id, "")) for task_id in sheet.task_ids])
            for task_id, part in self.parts.items():
                line = sheet.line(task_id, side)
                part.rung.set_value(line.rung if line else None)
                part.reason.set_value(line.reason if line else "")
                self._name_rung(part)

    def commit(self) -> None:
        """Keep what is typed and not left yet."""
        for part in self.parts.values():
            part.reason.commit()

    def take_focus(self) -> None:
        """Put the keyboard on the first task."""
        for part in self.parts.values():
            part.rung.findChildren(QWidget)[0].setFocus(Qt.FocusReason.TabFocusReason)
            return

    def forget(self) -> None:
        """Show nothing any more."""
        self._key = None

    def _build(self, tasks: Sequence[tuple[int, str]]) -> None:
        self.parts = {}
        while (item := self._tasks.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        before: QWidget = self.note
        for task_id, name in tasks:
            card, part = self._part(task_id, name)
            self._tasks.addWidget(card)
            self.parts[task_id] = part
            QWidget.setTabOrder(before, part.reason)
            before = part.reason

    def _part(self, task_id: int, name: str) -> tuple[Card, TaskPart]:
        card = Card(name)
        clear = tr("Clear the rung for {task}", task=name)
        rung = RungRow(self._desk.words, accessible=tr("Rung for {task}", task=name), clear=clear)
        said, reason = TextLabel("", muted=True), GrowingText(min_lines=2, max_lines=6)
        field = Field(tr("Because"), reason)
        reason.setAccessibleName(tr("Because, {task}", task=name))
        row = QHBoxLayout()
        row.setSpacing(12)
        row.addWidget(rung)
        row.addWidget(said, 1, Qt.AlignmentFlag.AlignVCenter)
        card.add(row)
        card.add(field)
        part = TaskPart(rung, said, reason, field)
        rung.chosen.connect(lambda _: self._keep(task_id))
        rung.cleared.connect(lambda: self._keep(task_id))
        reason.committed.connect(lambda _: self._keep(task_id))
        return card, part

    def _keep(self, task_id: int) -> None:
        part, key = self.parts[task_id], self._key
        if key is None:
            return
        self._name_rung(part)
        part.field.set_error(None)
        self._desk.run(
            lambda: self._desk.session.conversations.write(
                key[0], task_id, self.side, rung=part.rung.value(), reason=part.reason.value()
            )
        )

    def _name_rung(self, part: TaskPart) -> None:
        rung = part.rung.value()
        part.said.setText(tr("Choose a rung") if rung is None else rung_name(self._desk.words, rung))

    def _close(self) -> None:
        self.commit()
        key, side = self._key, self.side
        if key is None:
            return
        reply = self._desk.run(lambda: self._desk.session.conversations.close_half(key[0], side))
        if reply.invalid is None:
            if reply:
                self.closed.emit()
            return
        lacking = [int(fault.field.partition(":")[2]) for fault in reply.invalid.faults if ":" in fault.field]
        for task_id in lacking:
            self.parts[task_id].field.set_error(tr("Choose a rung for the task first."))
        if lacking:
            self.parts[lacking[0]].rung.findChildren(QWidget)[0].setFocus(Qt.FocusReason.OtherFocusReason)
