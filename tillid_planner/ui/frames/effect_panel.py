"""Linking a control to a task: what it would change there, and the consent to change the task with it."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from tillid_planner.domain.control_effect import Effect, Outcome, Standing, effect_of, with_form
from tillid_planner.domain.standing_control import StandingControl
from tillid_planner.domain.task import Task
from tillid_planner.ui.desk import Desk, Notice, Target
from tillid_planner.ui.frames.wording import effect_words
from tillid_planner.ui.naming import by_name
from tillid_planner.ui.texts import tr
from tillid_planner.ui.widgets import (
    Button,
    CheckBox,
    ComboBox,
    Field,
    IconButton,
    IconLabel,
    Plate,
    RungBadge,
    ScrollPage,
    TextButton,
    TextLabel,
)
from tillid_planner.ui.widgets.layouts import clear_layout
from tillid_planner.ui.widgets.section import Section


class EffectPanel(QWidget):
    """Nothing is written while it is shown; the task changes only by the button that says so."""

    #: It was linked, or left.
    done = Signal()
    #: None of the controls there are fits: a new one is to be written.
    new_requested = Signal()

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._control: StandingControl | None = None
        self._effect: Effect | None = None
        self.title = TextLabel(tr("Link a control"), "section")
        self.subtitle = TextLabel("", muted=True)
        self.close_button = IconButton("close", tr("Close"), "bare", shortcut="Esc")
        self.task = ComboBox([], placeholder=tr("Choose a task"))
        self.task_field = Field(tr("Task"), self.task)
        self.control = ComboBox([], placeholder=tr("Choose a control"))
        self.control_field = Field(tr("Control"), self.control)
        self.new_button = Button(tr("New control"), "text", "add", flush=True)
        self.sentence, self.text = TextLabel("", weight=600), TextLabel("")
        self.discuss = TextLabel("", muted=True)
        self.describe_button = TextButton(tr("Make the task clear"))
        self.consent = CheckBox(tr("We have tried it, and it catches what it should."))
        self.otherwise = TextLabel(
            tr("Otherwise: link it now, and change the task when you have seen it work."), "small", muted=True
        )
        self.change_button = Button(tr("Link, and change the task"), "primary")
        self.link_button = Button(tr("Link without changing"))
        self._lay_out()
        self.task.chosen.connect(lambda *_: self._show())
        self.control.chosen.connect(lambda *_: self._take_control())
        self.new_button.clicked.connect(lambda *_: self.new_requested.emit())
        self.consent.toggled.connect(lambda *_: self._show_buttons())
        self.describe_button.clicked.connect(lambda *_: self._describe())
        self.change_button.clicked.connect(lambda *_: self._link(agreed=True))
        self.link_button.clicked.connect(lambda *_: self._link(agreed=False))
        self.close_button.clicked.connect(lambda *_: self.done.emit())

    def open(self, control: StandingControl, task_id: int | None = None) -> None:
        """Offer tasks for a control, or show what it changes on one it is on already."""
        self._control = control
        there = {one.task.id: one for one in self._desk.session.controls.view(control.id or 0).tasks}
        self.subtitle.setText(control.name)
        tasks = by_name(self._desk.session.register.tasks(), lambda task: task.name)
        offered = [t for t in tasks if t.id not in there or t.id == task_id]
        self.task.set_options([(t.id, t.name) for t in offered])
        self.task.set_value(task_id)
        self._linked = task_id is not None and task_id in there
        self._show_fields(of_task=False)
        self._show()
        (self.consent if self._linked else self.task).setFocus(Qt.FocusReason.OtherFocusReason)

    def open_for_task(self, task_id: int) -> None:
        """Offer the controls that are not on a task yet."""
        task, controls = self._desk.session.register.task(task_id), self._desk.session.controls
        there = {view.control.id for view in controls.of_task(task_id)}
        offered = by_name((v.control for v in controls.all() if v.control.id not in there), lambda c: c.name)
        self._control, self._linked = None, False
        self.subtitle.setText(task.name)
        self.task.set_options([(task.id, task.name)])
        self.task.set_value(task.id)
        self.control.set_options([(control.id, control.name) for control in offered])
        self.control.set_value(None)
        self._show_fields(of_task=True)
        self._show()
        self.control.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_fields(self, *, of_task: bool) -> None:
        self.task_field.setVisible(not of_task)
        self.control_field.setVisible(of_task)
        self.new_button.setVisible(of_task)
        self.task_field.set_error(None)
        self.control_field.set_error(None)
        self.consent.setChecked(False)

    def _take_control(self) -> None:
        number = self.control.value()
        if isinstance(number, int):
            self._control = self._desk.session.controls.view(number).control
            self.consent.setChecked(False)
            self._show()

    def _chosen(self) -> Task | None:
        task_id = self.task.value()
        return self._desk.session.register.task(task_id) if isinstance(task_id, int) else None

    def _show(self) -> None:
        task, control = self._chosen(), self._control
        self.effect_part.setVisible(task is not None and control is not None)
        if task is None or control is None:
            self._effect = None
            self._show_buttons()
            return
        self._effect = effect = effect_of(task, control.form)
        title, text = effect_words(effect, control.form, task, self._desk.words)
        self.sentence.setText(title)
        self.text.setText(text)
        self._show_table(effect)
        self._show_rungs(effect)
        changed = with_form(task, control.form)
        count = self._desk.session.controls.to_discuss(task.id or 0, changed) if self._changes else 0
        stays = tr("Agreed rungs stay.")
        self.discuss.setText(f"{stays} {tr('%n agreement(s) can be discussed again.', n=count)}" if count else stays)
        self.discuss.setVisible(self._changes)
        self.describe_button.setVisible(effect.outcome in (Outcome.BY_CLARITY, Outcome.DESCRIBE_FIRST))
        self._show_buttons()

    @property
    def _changes(self) -> bool:
        effect = self._effect
        return effect is not None and effect.before != effect.after

    def _show_buttons(self) -> None:
        chosen, gives = self._effect is not None, self._gives()
        self.consent.setVisible(gives)
        self.otherwise.setVisible(gives and not self._linked)
        self.change_button.setVisible(gives)
        self.change_button.setEnabled(self.consent.isChecked())
        self.link_button.setVisible(chosen and not self._linked)

    def _gives(self) -> bool:
        return self._effect is not None and self._effect.outcome not in (
            Outcome.DESCRIBE_FIRST,
            Outcome.AFTERWARDS,
            Outcome.APPROVAL,
        )

    def _show_table(self, effect: Effect) -> None:
        clear_layout(self._table)
        before, after = effect.before, effect.after
        if before is None or after is None:
            return
        for column, head in enumerate((tr("Now"), tr("With the control")), start=1):
            self._table.addWidget(TextLabel(head, "small", muted=True), 0, column)
        for row, (name, now, then) in enumerate(self._lines(before, after), start=1):
            self._table.addWidget(TextLabel(name), row, 0)
            self._table.addWidget(TextLabel(now, muted=True), row, 1)
            self._table.addWidget(TextLabel(then, weight=600 if then != now else 400), row, 2)

    def _lines(self, before: Standing, after: Standing) -> list[tuple[str, str, str]]:
        words = self._desk.words

        def said(field: str, value: int) -> str:
            return words.text(f"frames.{field}.{value}")

        return [
            (tr("Caught in time"), said("detection", before.detection), said("detection", after.detection)),
            (tr("Can be undone"), said("reversal", before.reversal), said("reversal", after.reversal)),
            (tr("Mistakes take"), tr("%n rung(s)", n=before.exposure), tr("%n rung(s)", n=after.exposure)),
        ]

    def _show_rungs(self, effect: Effect) -> None:
        clear_layout(self._rungs)
        if effect.before is None or effect.after is None:
            return
        top = tr("Highest rung on the task: {rung}", rung=effect.before.top)
        self._rungs.addWidget(RungBadge(effect.before.top, "suggestion", 32, accessible=top))
        if effect.after.top != effect.before.top:
            self._rungs.addWidget(IconLabel("right", 16))
            then = tr("with the control {rung}", rung=effect.after.top)
            self._rungs.addWidget(RungBadge(effect.after.top, "suggestion", 32, accessible=then))

    def _link(self, *, agreed: bool) -> None:
        control, task = self._control, self._chosen()
        if control is None or task is None:
            return
        control_id, task_id = control.id or 0, task.id or 0
        reply = self._desk.run(lambda: self._desk.session.controls.link(control_id, task_id, agreed=agreed))
        if reply.invalid is not None:
            fault = reply.invalid.faults[0]
            field = self.control_field if self.task_field.isHidden() else self.task_field
            field.set_error(self._desk.words.text(f"faults.{fault.code}", **fault.params))
        elif not reply.failed:
            said = tr("Linked, and the task is changed.") if agreed else tr("Linked. The task is as it was.")
            self._desk.noticed.emit(Notice(said, undoable=True))
            self.done.emit()

    def _describe(self) -> None:
        task = self._chosen()
        if task is not None:
            self._desk.go("tasks", Target(task_id=task.id))

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(1, 0, 0, 0)
        column.setSpacing(0)
        head = Section(gap=2)
        row = QHBoxLayout()
        row.addWidget(self.title, 1)
        row.addWidget(self.close_button, 0, Qt.AlignmentFlag.AlignTop)
        head.column.addLayout(row)
        head.column.addWidget(self.subtitle)
        column.addWidget(head)
        content = QWidget()
        inner = QVBoxLayout(content)
        inner.setContentsMargins(0, 0, 0, 0)
        inner.setSpacing(0)
        choice = Section()
        choice.column.addWidget(self.control_field)
        choice.column.addWidget(self.new_button, 0, Qt.AlignmentFlag.AlignLeft)
        choice.column.addWidget(self.task_field)
        inner.addWidget(choice)
        self.effect_part = QWidget()
        part = QVBoxLayout(self.effect_part)
        part.setContentsMargins(0, 0, 0, 0)
        part.setSpacing(0)
        table = Section(ruled=False)
        self._table = QGridLayout()
        self._table.setHorizontalSpacing(16)
        self._table.setVerticalSpacing(6)
        table.column.addLayout(self._table)
        part.addWidget(table)
        plate = Plate("sunken", None, 0)
        box = QVBoxLayout(plate)
        box.setContentsMargins(16, 16, 16, 16)
        box.setSpacing(8)
        line = QHBoxLayout()
        line.setSpacing(8)
        self._rungs = QHBoxLayout()
        self._rungs.setSpacing(8)
        line.addLayout(self._rungs)
        line.addSpacing(4)
        line.addWidget(self.sentence, 1)
        box.addLayout(line)
        box.addWidget(self.text)
        box.addWidget(self.describe_button, 0, Qt.AlignmentFlag.AlignLeft)
        box.addWidget(self.discuss)
        part.addWidget(plate)
        agree = Section(ruled=False)
        agree.column.addWidget(self.consent)
        agree.column.addWidget(self.otherwise)
        part.addWidget(agree)
        inner.addWidget(self.effect_part)
        inner.addStretch(1)
        column.addWidget(ScrollPage(content), 1)
        foot = Section(ruled=False)
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        buttons.addWidget(self.change_button)
        buttons.addWidget(self.link_button)
        buttons.addStretch(1)
        foot.column.addLayout(buttons)
        column.addWidget(foot)
        self._linked = False
