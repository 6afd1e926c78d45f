"""One half of the sheet: for each task a rung and a reason, written by one of the two while the other's is closed."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from tillid_planner.domain.conversation import Line, Side
from tillid_planner.domain.draft import DraftForm, DraftSubject
from tillid_planner.services.conversation_sheet import TwoSides
from tillid_planner.ui.desk import Desk
from tillid_planner.ui.inspector.anchor_folds import AnchorFolds
from tillid_planner.ui.texts import tr
from tillid_planner.ui.widgets import Button, Card, Field, GrowingText, RadioCardGroup, SunkenNote, TextLabel
from tillid_planner.ui.widgets.focus import focus_reason
from tillid_planner.ui.widgets.form_draft import FormDraft
from tillid_planner.ui.widgets.layouts import clear_layout
from tillid_planner.ui.widgets.radio_cards import RadioCard
from tillid_planner.ui.widgets.refusal import refuse
from tillid_planner.ui.widgets.rungs import rung_name


@dataclass(frozen=True, slots=True)
class TaskPart:
    """What is written of one task."""

    rung: RadioCardGroup
    choice: Field
    reason: GrowingText
    field: Field
    ratings: AnchorFolds


class Half(QWidget):
    """Shows and keeps one side's lines.

    ``closed`` tells that the half is done, ``other_first`` that the other is to write before this one, ``left`` that
    it is to be gone on with another time.
    """

    closed = Signal()
    other_first = Signal()
    left = Signal()

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._key: tuple[int, Side, tuple[int, ...]] | None = None
        self.side = Side.LEADER
        self.parts: dict[int, TaskPart] = {}
        # What is stored of each reason: what differs from it is being typed.
        self._kept: dict[int, str] = {}
        self.draft = FormDraft(desk, self)
        self.note = SunkenNote("info", "")
        self.close_button = Button(tr("Close my side"), "primary", "check")
        self.swap_button = Button(tr("Let the other write first"), "quiet")
        self.leave_button = Button(tr("Go on another time"), "quiet")
        self._tasks = QVBoxLayout()
        self._tasks.setSpacing(12)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addWidget(self.note)
        column.addWidget(self.draft.note)
        column.addLayout(self._tasks)
        acts = QHBoxLayout()
        acts.setSpacing(12)
        acts.addWidget(self.close_button)
        acts.addWidget(self.swap_button)
        acts.addWidget(self.leave_button)
        acts.addStretch(1)
        column.addLayout(acts)
        column.addStretch(1)
        self.close_button.clicked.connect(lambda *_: self._close())
        self.swap_button.clicked.connect(lambda *_: self.other_first.emit())
        self.leave_button.clicked.connect(lambda *_: self.left.emit())

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
        self.leave_button.setVisible(not leader)
        another = key != self._key
        if another:
            self._key = key
            self._build([(task_id, names.get(task_id, "")) for task_id in sheet.task_ids])
        for task_id, part in self.parts.items():
            line = sheet.line(task_id, side)
            part.rung.set_value(line.rung if line else None)
            self._name_rung(part)
            self._show_ratings(part, line)
            reason = line.reason if line else ""
            if part.reason.value().strip() == self._kept.get(task_id, "") != reason:
                part.reason.set_value(reason)
            if not another and part.reason.value().strip() == reason:
                self.draft.rebase(str(task_id))
            self._kept[task_id] = reason
        if another:
            self.draft.begin(DraftSubject(DraftForm.CONVERSATION, conversation_id=conversation_id, part=side))

    def commit(self) -> None:
        """Keep what is typed and not left yet."""
        for part in self.parts.values():
            part.reason.commit()
        self.draft.save()

    def take_focus(self) -> None:
        """Put the keyboard on the first task."""
        for part in self.parts.values():
            part.rung.take_focus(focus_reason())
            return

    def forget(self) -> None:
        """Show nothing any more, and keep nothing of it behind."""
        self._key = None
        self._build(())

    def _build(self, tasks: Sequence[tuple[int, str]]) -> None:
        self.draft.release()
        self.parts, self._kept = {}, {}
        clear_layout(self._tasks)
        before: QWidget = self.note
        for task_id, name in tasks:
            card, part = self._part(task_id, name)
            self._tasks.addWidget(card)
            self.parts[task_id] = part
            self.draft.bind(str(task_id), part.reason)
            heads = part.ratings.heads.values() if self.side is Side.EMPLOYEE else ()
            for widget in (*part.rung.findChildren(RadioCard), part.reason, *heads):
                QWidget.setTabOrder(before, widget)
                before = widget
        QWidget.setTabOrder(before, self.close_button)
        QWidget.setTabOrder(self.close_button, self.swap_button)
        QWidget.setTabOrder(self.swap_button, self.leave_button)

    def _part(self, task_id: int, name: str) -> tuple[Card, TaskPart]:
        card = Card(name)
        names = [(value, rung_name(self._desk.words, value)) for value in range(1, 6)]
        rung = RadioCardGroup(names, numbered=True)
        choice, reason = Field(tr("Which rung?"), rung), GrowingText(min_lines=2, max_lines=6)
        field = Field(tr("Because"), reason)
        # The labels say the same on every card; read aloud, each tells which task it is about.
        rung.setAccessibleName(tr("Rung for {task}", task=name))
        reason.setAccessibleName(tr("Because, {task}", task=name))
        card.add(choice)
        card.add(field)
        ratings = AnchorFolds(self._desk, unsure=False, about=name)
        own = QWidget()
        column = QVBoxLayout(own)
        column.setContentsMargins(0, 8, 0, 0)
        column.setSpacing(4)
        column.addWidget(TextLabel(tr("How do you see it yourself? If you like."), weight=600))
        column.addWidget(ratings)
        card.add(own)
        own.setVisible(self.side is Side.EMPLOYEE)
        part = TaskPart(rung, choice, reason, field, ratings)
        ratings.changed.connect(lambda: self._keep(task_id))
        rung.chosen.connect(lambda _: self._keep(task_id))
        reason.committed.connect(lambda _: self._keep(task_id))
        return card, part

    def _keep(self, task_id: int) -> None:
        part, key = self.parts[task_id], self._key
        if key is None:
            return
        part.field.set_error(None)
        reply = self._desk.run(
            lambda: self._desk.session.conversations.write(
                key[0],
                task_id,
                self.side,
                rung=part.rung.value(),
                reason=part.reason.value(),
                ratings=part.ratings.values(),
            )
        )
        if reply.invalid is not None:
            text = self._desk.words.text
            part.field.set_error(" ".join(text(f"faults.{f.code}", **f.params) for f in reply.invalid.faults))
        elif task_id in self.parts:
            self._kept[task_id] = part.reason.value().strip()
            self.draft.rebase(str(task_id))
        self._name_rung(part)

    def _name_rung(self, part: TaskPart) -> None:
        rung, text = part.rung.value(), self._desk.words.text
        part.choice.set_error(None)
        part.choice.set_help(
            tr("Choose the rung that fits best.") if rung is None else text(f"ladders.task.{rung}.both")
        )

    def _show_ratings(self, part: TaskPart, line: Line | None) -> None:
        for dimension, group in part.ratings.groups.items():
            group.set_value(line.ratings.get(dimension) if line else None)
        part.ratings.show_chosen()

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
        for task_id in reversed(lacking):
            refuse(self.parts[task_id].choice, tr("Choose a rung for the task first."))
