"""The inspector's reading side of a control: why it is there, its tasks, what staff say, and the facts."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from tillid_planner.domain.control_effect import Outcome
from tillid_planner.services.controls import ControlView, OnTask
from tillid_planner.ui.days import day_text
from tillid_planner.ui.desk import Desk
from tillid_planner.ui.frames.wording import (
    day_and_place,
    effect_line,
    meaning_words,
    minutes_words,
    staff_line,
    stance_words,
    state_words,
)
from tillid_planner.ui.texts import tr
from tillid_planner.ui.widgets import Button, IconButton, IconLabel, RungBadge, ScrollPage, TextLabel
from tillid_planner.ui.widgets.layouts import clear_layout
from tillid_planner.ui.widgets.section import Section


class ControlPanel(QWidget):
    """Shows one control; each act is asked for by a signal."""

    link_requested = Signal()
    edit_requested = Signal()
    answer_requested = Signal()
    #: A task's effect is to be seen, or consent to be given: the task's id.
    effect_requested = Signal(int)
    #: The control is to leave a task: the task's id.
    unlink_requested = Signal(int)

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self.title = TextLabel("", "section")
        self.subtitle = TextLabel("", muted=True)
        self.state = TextLabel("", "small", color="warn_text", icon="warning", icon_role="warn_icon")
        self.close_button = IconButton("close", tr("Close"), "bare", shortcut="Esc")
        self.answer_button = Button(tr("Note a new answer"), "text", flush=True)
        self.link_button = Button(tr("Link to a task"))
        self.edit_button = Button(tr("Edit"), "secondary", "edit")
        self.more_button = IconButton("more", tr("More"))
        self.effect_buttons: dict[int, Button] = {}
        self.unlink_buttons: dict[int, IconButton] = {}
        self._why, self._tasks, self._staff, self._facts = Section(), Section(gap=8), Section(), Section(ruled=False)
        self._lay_out()
        self.answer_button.clicked.connect(lambda *_: self.answer_requested.emit())
        self.link_button.clicked.connect(lambda *_: self.link_requested.emit())
        self.edit_button.clicked.connect(lambda *_: self.edit_requested.emit())

    def show_control(self, view: ControlView) -> None:
        """Show a control."""
        control, words, today = view.control, self._desk.words, self._desk.session.today()
        self.title.setText(control.name)
        purpose, time = words.text(f"frames.purpose.{control.purpose}"), minutes_words(control.minutes)
        said = tr("{purpose} · {time} a week", purpose=purpose, time=time) if time else purpose
        self.subtitle.setText(said)
        self.state.setText(state_words(control, today))
        self.state.setVisible(bool(self.state.text()))
        self._why.empty()
        self._why.say(tr("Why it is there"), control.why)
        self._why.say(tr("Adapted here"), control.adapted)
        self._why.setVisible(bool(self._why.column.count()))
        self._show_tasks(view, today)
        self._show_staff(view, today)
        self._show_facts(view, today)
        self.link_button.setEnabled(control.ended_on is None)

    def _show_tasks(self, view: ControlView, today: date) -> None:
        self._tasks.empty()
        self.effect_buttons, self.unlink_buttons = {}, {}
        self._tasks.column.addWidget(TextLabel(tr("Tasks, and the room it gives"), "small", muted=True))
        if not view.tasks:
            self._tasks.column.addWidget(TextLabel(tr("On no task. No rung depends on it."), muted=True))
        for one in view.tasks:
            self._tasks.column.addWidget(self._task(one, today))

    def _task(self, one: OnTask, today: date) -> QWidget:
        row = QWidget()
        line = QHBoxLayout(row)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(8)
        texts = QVBoxLayout()
        texts.setSpacing(2)
        texts.addWidget(TextLabel(one.task.name, weight=600))
        texts.addWidget(TextLabel(effect_line(one, self._desk.words, today), "small", muted=True))
        task_id = one.task.id or 0
        if one.link.agreed_on is None and one.effect.outcome is not Outcome.DESCRIBE_FIRST:
            see = Button(tr("See what it changes"), "text", flush=True)
            see.setAccessibleName(tr("See what it changes on {task}", task=one.task.name))
            see.clicked.connect(lambda *_: self.effect_requested.emit(task_id))
            self.effect_buttons[task_id] = see
            texts.addWidget(see, 0, Qt.AlignmentFlag.AlignLeft)
        line.addLayout(texts, 1)
        if one.effect.before is not None and one.effect.after is not None:
            before, after = one.effect.before.top, one.effect.after.top
            highest = tr("Highest rung on the task: {rung}", rung=before)
            line.addWidget(RungBadge(before, "suggestion", accessible=highest))
            if after != before:
                line.addWidget(IconLabel("right", 16))
                line.addWidget(RungBadge(after, "suggestion", accessible=tr("with the control {rung}", rung=after)))
        unlink = IconButton("close", tr("Unlink from {task}", task=one.task.name), "bare")
        unlink.clicked.connect(lambda *_: self.unlink_requested.emit(task_id))
        self.unlink_buttons[task_id] = unlink
        line.addWidget(unlink, 0, Qt.AlignmentFlag.AlignTop)
        return row

    def _show_staff(self, view: ControlView, today: date) -> None:
        # The button stays: the keyboard may be on it.
        clear_layout(self._said)
        words = self._desk.words
        if view.marks:
            day = day_text(view.marks[0].marked_on, today)
            self._said.addWidget(TextLabel(day, lead=meaning_words(view.meaning, words)))
            if line := staff_line(view, words, today):
                self._said.addWidget(TextLabel(line, "small", muted=True))
        else:
            self._said.addWidget(TextLabel(meaning_words(None, words), muted=True))

    def _show_facts(self, view: ControlView, today: date) -> None:
        control, words = view.control, self._desk.words
        facts = [
            (tr("Demanded by"), words.text(f"frames.demanded_by.{control.demanded_by}")),
            (tr("What do we do?"), "" if control.ours else stance_words(control, words)),
            (tr("Told"), day_and_place(control.informed_on, control.informed_where, today) if control.standing else ""),
            (tr("Looked at again"), day_text(control.review_on, today) if control.review_on else ""),
        ]
        self._facts.empty()
        grid = QGridLayout()
        grid.setHorizontalSpacing(16)
        grid.setVerticalSpacing(6)
        grid.setColumnStretch(1, 1)
        for number, (name, said) in enumerate(fact for fact in facts if fact[1]):
            grid.addWidget(TextLabel(name, muted=True), number, 0, Qt.AlignmentFlag.AlignTop)
            grid.addWidget(TextLabel(said), number, 1)
        self._facts.column.addLayout(grid)
        self._facts.column.addStretch(1)

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(1, 0, 0, 0)
        column.setSpacing(0)
        head = Section(gap=2)
        row = QHBoxLayout()
        row.setSpacing(4)
        row.addWidget(self.title, 1)
        row.addWidget(self.close_button, 0, Qt.AlignmentFlag.AlignTop)
        head.column.addLayout(row)
        head.column.addWidget(self.subtitle)
        head.column.addWidget(self.state)
        column.addWidget(head)
        content = QWidget()
        inner = QVBoxLayout(content)
        inner.setContentsMargins(0, 0, 0, 0)
        inner.setSpacing(0)
        asked = QHBoxLayout()
        asked.addWidget(TextLabel(tr("Staff say"), "small", muted=True), 1)
        asked.addWidget(self.answer_button)
        self._staff.column.addLayout(asked)
        self._said = QVBoxLayout()
        self._said.setSpacing(2)
        self._staff.column.addLayout(self._said)
        for part in (self._why, self._tasks, self._staff, self._facts):
            inner.addWidget(part)
        inner.addStretch(1)
        column.addWidget(ScrollPage(content), 1)
        foot = Section(ruled=False)
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        for button in (self.link_button, self.edit_button):
            buttons.addWidget(button)
        buttons.addStretch(1)
        buttons.addWidget(self.more_button)
        foot.column.addLayout(buttons)
        column.addWidget(foot)
