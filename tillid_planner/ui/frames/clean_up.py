"""The yearly clean-up: one control at a time, and the question whether it can be done without."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from tillid_planner.services.controls import CleanUp, ControlView
from tillid_planner.ui.desk import Desk
from tillid_planner.ui.frames.control_dialogs import stop, try_without
from tillid_planner.ui.frames.wording import meaning_words, minutes_words, month_of, state_words
from tillid_planner.ui.texts import tr
from tillid_planner.ui.theme import icon, scaled
from tillid_planner.ui.widgets import Button, Card, SunkenNote, TextLabel
from tillid_planner.ui.widgets.form_header import FormHeader
from tillid_planner.ui.widgets.layouts import clear_layout

_LIST, _LINE, _TWO_LINES, _HEAD = 352, 40, 56, 12


class CleanUpPage(QWidget):
    """Goes through the controls; what is left half way goes on where it was."""

    left = Signal()

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._found: list[CleanUp] = []
        self.later_button = Button(tr("Go on later"))
        self.header = FormHeader(tr("Controls"), actions=(self.later_button,))
        self.header.set_words(
            tr("Clean up"), tr("Habits and what makes least sense come first. You can stop half way.")
        )
        self.list = QListWidget()
        self.list.setAccessibleName(tr("Controls"))
        self.count = TextLabel("", muted=True)
        self.question = Card(tr("Can it be done without?"))
        self.name = TextLabel("", muted=True)
        self.note = SunkenNote("frame", "")
        self.keep_button = Button(tr("Keep"))
        self.without_button = Button(tr("Try without for three months"))
        self.stop_button = Button(tr("Stop"))
        self.result = TextLabel("", "section")
        self._lay_out()
        self.header.back_requested.connect(self.left)
        self.later_button.clicked.connect(lambda *_: self.left.emit())
        self.list.currentRowChanged.connect(lambda _: self._show_current())
        self.keep_button.clicked.connect(lambda *_: self._keep())
        self.without_button.clicked.connect(lambda *_: self._without())
        self.stop_button.clicked.connect(lambda *_: self._stop())

    def begin(self) -> None:
        """Start at the first control that is not done with."""
        self.refresh()
        self._go_on()

    def refresh(self) -> None:
        """Read the controls anew; the current one stays."""
        row, today = self.list.currentRow(), self._desk.session.today()
        self._found = self._desk.session.controls.clean_up()
        self.list.blockSignals(True)
        self.list.clear()
        for one in self._found:
            state = state_words(one.view.control, today)
            item = QListWidgetItem("\n".join(part for part in (one.view.control.name, state) if part))
            if one.done:
                item.setIcon(icon("check"))
                item.setData(Qt.ItemDataRole.AccessibleTextRole, tr("{name}, done", name=item.text()))
            item.setSizeHint(QSize(0, scaled(_TWO_LINES if state else _LINE)))
            self.list.addItem(item)
        self.list.blockSignals(False)
        height = sum(self.list.sizeHintForRow(row) for row in range(self.list.count())) + 4
        self.list.setMaximumHeight(height)
        self._listed.setMaximumHeight(height + self.count.sizeHint().height() + 3 * _HEAD + 2)
        self.list.setCurrentRow(min(row, len(self._found) - 1))
        done = sum(one.done for one in self._found)
        self.count.setText(tr("{done} of {all} are done", done=done, all=len(self._found)))
        self._show_current()

    def _current(self) -> ControlView | None:
        row = self.list.currentRow()
        return self._found[row].view if 0 <= row < len(self._found) else None

    def _go_on(self) -> None:
        waiting = next((row for row, one in enumerate(self._found) if not one.done), -1)
        self.list.setCurrentRow(waiting)
        self._show_current()
        if waiting >= 0:
            self.keep_button.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.later_button.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_current(self) -> None:
        found = self._current()
        over = bool(self._found) and all(one.done for one in self._found)
        self.question.setVisible(found is not None)
        self.result.setVisible(over and found is None)
        self.later_button.setText(tr("Back to the controls") if over else tr("Go on later"))
        if over:
            freed = sum(one.freed for one in self._found)
            time = minutes_words(freed)
            self.result.setText(tr("Looked at: {count}. Freed: {time} a week.", count=len(self._found), time=time))
        if found is None:
            return
        control, today = found.control, self._desk.session.today()
        self.name.setText(control.name)
        self._show_facts(found)
        self.note.setVisible(not control.ours)
        self.note.set_text(self._desk.words.text("faults.demanded_by_others"))
        runs = control.ended_on is None and not control.paused(today)
        for button in (self.without_button, self.stop_button):
            button.setVisible(control.ours and runs)
        self.keep_button.setVisible(control.ended_on is None)

    def _show_facts(self, view: ControlView) -> None:
        clear_layout(self._facts)
        words, control, today = self._desk.words, view.control, self._desk.session.today()
        said = meaning_words(view.meaning, words)
        if view.marks:
            quoted = f" «{view.marks[0].said}»" if view.marks[0].said else ""
            said = f"{said}, {month_of(view.marks[0], today)}.{quoted}"
        tasks = ", ".join(one.task.name for one in view.tasks)
        facts = (
            (tr("Purpose"), words.text(f"frames.purpose.{control.purpose}")),
            (tr("Staff say"), said),
            (tr("Time a week"), minutes_words(control.minutes)),
            (tr("Demanded by"), words.text(f"frames.demanded_by.{control.demanded_by}")),
            (tr("Tasks"), tasks or tr("On no task. No rung depends on it.")),
        )
        for row, (name, text) in enumerate(fact for fact in facts if fact[1]):
            self._facts.addWidget(TextLabel(name, muted=True), row, 0, Qt.AlignmentFlag.AlignTop)
            self._facts.addWidget(TextLabel(text), row, 1)

    def _keep(self) -> None:
        if (found := self._current()) is not None:
            number = found.control.id or 0
            if self._desk.run(lambda: self._desk.session.controls.keep(number)):
                self._after()

    def _without(self) -> None:
        if (found := self._current()) is not None and try_without(self._desk, self, found):
            self._after()

    def _stop(self) -> None:
        if (found := self._current()) is not None and stop(self._desk, self, found):
            self._after()

    def _after(self) -> None:
        self.refresh()
        self._go_on()

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.header)
        row = QHBoxLayout()
        row.setContentsMargins(24, 24, 24, 24)
        row.setSpacing(24)
        self._listed = listed = Card(flush=True)
        listed.setFixedWidth(scaled(_LIST))
        head = QVBoxLayout()
        head.setContentsMargins(16, _HEAD, 16, _HEAD)
        head.addWidget(self.count)
        listed.add(head)
        listed.body.addWidget(self.list, 1)
        # The last line would lie over the card's rounded corners.
        listed.body.addSpacing(_HEAD)
        left = QVBoxLayout()
        left.addWidget(listed, 1000)
        left.addStretch(1)
        row.addLayout(left)
        right = QVBoxLayout()
        right.setSpacing(16)
        self.question.body.setSpacing(16)
        self.question.body.addWidget(self.name)
        self._facts = QGridLayout()
        self._facts.setHorizontalSpacing(24)
        self._facts.setVerticalSpacing(8)
        self._facts.setColumnStretch(1, 1)
        self.question.body.addLayout(self._facts)
        self.question.body.addWidget(self.note)
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        for button in (self.keep_button, self.without_button, self.stop_button):
            buttons.addWidget(button)
        buttons.addStretch(1)
        self.question.body.addLayout(buttons)
        right.addWidget(self.question)
        right.addWidget(self.result)
        right.addStretch(1)
        row.addLayout(right, 1)
        column.addLayout(row, 1)
