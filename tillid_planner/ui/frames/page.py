"""The page of frames: the unit's controls, what they do to its tasks, and what staff say of them."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget
from typing_extensions import override

from tillid_planner.domain.changes import Kind
from tillid_planner.services.controls import ControlView
from tillid_planner.ui.actions import page_name
from tillid_planner.ui.desk import Desk, Target
from tillid_planner.ui.frames.clean_up import CleanUpPage
from tillid_planner.ui.frames.control_dialogs import AnswerDialog, stop, try_without, unlink
from tillid_planner.ui.frames.control_table import control_row
from tillid_planner.ui.frames.view import ALL, OURS, FramesView
from tillid_planner.ui.frames.wording import header_words
from tillid_planner.ui.naming import by_name
from tillid_planner.ui.texts import tr
from tillid_planner.ui.widgets import Menu
from tillid_planner.ui.widgets.page import Page


class FramesPage(Page):
    """Controls by name; none is tied to a person."""

    kinds = frozenset(
        {
            Kind.CONTROL,
            Kind.CONTROL_TASK,
            Kind.CONTROL_MARK,
            Kind.TASK,
            Kind.AGREEMENT,
            Kind.RATING,
            Kind.FOLLOW_UP,
        }
    )

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self.view = FramesView(desk, self)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        self.clean_up = CleanUpPage(desk, self)
        self.stack = QStackedWidget(self)
        for part in (self.view, self.clean_up):
            self.stack.addWidget(part)
        layout.addWidget(self.stack)
        self._views: list[ControlView] = []
        self._chosen: int | None = None
        self._connect()

    @override
    def refresh(self) -> None:
        view, controls, today = self.view, self.desk.session.controls, self.desk.session.today()
        everything = controls.all(stopped=True)
        self._views = by_name([v for v in everything if self._shown(v)], lambda v: v.control.name)
        view.model.set_rows([control_row(v, self.desk.words, today) for v in self._views])
        minutes, habits = controls.minutes()
        count = sum(v.control.ended_on is None for v in everything)
        view.header.set_words(page_name("frames"), header_words(count, minutes, habits) if count else "")
        view.stack.setCurrentWidget(view.listed if everything else view.empty)
        view.new_button.setVisible(bool(everything))
        view.clean_up_button.setVisible(bool(count))
        view.table.setVisible(bool(self._views))
        view.nothing.setVisible(not self._views)
        view.table.setMaximumHeight(view.table.full_height())
        self._show_chosen()
        if self.stack.currentWidget() is self.clean_up:
            self.clean_up.refresh()

    @override
    def open_target(self, target: Target) -> None:
        """Open a control («control:7»), a new one («new»), the clean-up («clean_up»), or linking one («link»)."""
        self.stack.setCurrentWidget(self.view)
        if target.act == "clean_up":
            self._clean_up()
        elif target.act.startswith("control:"):
            self.view.filter.set_value(ALL)
            self._chosen = int(target.act.removeprefix("control:"))
            self.refresh()
        elif target.act == "new":
            self.start_new()
        elif target.act == "link" and target.task_id is not None:
            self._chosen = None
            self.view.show_side(self.view.effect)
            self.view.effect.open_for_task(target.task_id)

    @override
    def keep_place(self) -> Target:
        return Target(act=f"control:{self._chosen}") if self._chosen is not None else Target()

    def start_new(self) -> None:
        """Open an empty form."""
        self.view.form.open(None)
        self.view.show_side(self.view.form)

    def _clean_up(self) -> None:
        self.stack.setCurrentWidget(self.clean_up)
        self.clean_up.begin()

    def _end_clean_up(self) -> None:
        self.stack.setCurrentWidget(self.view)
        self.refresh()
        self.view.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def _shown(self, view: ControlView) -> bool:
        control, wanted = view.control, self.view.filter.value()
        if control.ended_on is not None and not self.view.stopped.isChecked():
            return False
        return wanted == ALL or (control.ours if wanted == OURS else control.stance == wanted)

    def _view(self) -> ControlView | None:
        return next((view for view in self._views if view.control.id == self._chosen), None)

    def _show_chosen(self) -> None:
        view, found = self.view, self._view()
        view.table.select_row(view.model.row_of(self._chosen))
        if view.shown_side in (view.form, view.effect):
            # What is being written or looked at stays.
            return
        if found is None:
            self._chosen = None
            view.show_side(None)
        else:
            view.panel.show_control(found)
            view.show_side(view.panel)

    def _choose(self, row: int) -> None:
        if 0 <= row < self.view.model.rowCount():
            self._leave_form()
            self._chosen = self.view.model.row(row).control_id
            self.view.show_side(self.view.panel)
            self._show_chosen()

    def _leave_form(self) -> None:
        self.view.form.draft.leave()

    def _back_to_panel(self, control_id: int | None = None) -> None:
        if control_id is not None:
            self._chosen = control_id
        self._leave_form()
        self.view.show_side(None)
        self.refresh()
        self.view.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def _close(self) -> None:
        self._chosen = None
        self._back_to_panel()

    def _link(self, task_id: int | None = None) -> None:
        if (found := self._view()) is not None:
            self.view.show_side(self.view.effect)
            self.view.effect.open(found.control, task_id)

    def _edit(self) -> None:
        if (found := self._view()) is not None:
            self.view.form.open(found.control)
            self.view.show_side(self.view.form)

    def _answer(self) -> None:
        if (found := self._view()) is not None:
            dialog = AnswerDialog(self.desk, found, self)
            dialog.exec()
            dialog.deleteLater()

    def _unlink(self, task_id: int) -> None:
        if (found := self._view()) is not None:
            unlink(self.desk, self, found, task_id)

    def _open_menu(self) -> None:
        found, button = self._view(), self.view.panel.more_button
        if found is None:
            return
        menu, control = Menu(parent=self), found.control
        may = control.ended_on is None and control.ours
        trial = tr("Try without until …")
        menu.add(trial, "clock", lambda: try_without(self.desk, self, found), enabled=may)
        menu.add(tr("Stop the control"), "stop", lambda: stop(self.desk, self, found), enabled=may, danger=True)
        if not control.ours:
            menu.add(self.desk.words.text("faults.demanded_by_others"), "info", enabled=False)
        menu.popup_once(button.mapToGlobal(QPoint(0, button.height())))

    def _connect(self) -> None:
        view = self.view
        view.clean_up_button.clicked.connect(lambda *_: self._clean_up())
        self.clean_up.left.connect(self._end_clean_up)
        view.new_button.clicked.connect(lambda *_: self.start_new())
        view.empty.action_requested.connect(self.start_new)
        view.filter.chosen.connect(lambda *_: self.refresh())
        view.stopped.toggled.connect(lambda *_: self.refresh())
        view.table.row_activated.connect(self._choose)
        view.table.clicked.connect(lambda index: self._choose(index.row()))
        view.panel.close_button.clicked.connect(lambda *_: self._close())
        view.panel.link_requested.connect(self._link)
        view.panel.effect_requested.connect(self._link)
        view.panel.edit_requested.connect(self._edit)
        view.panel.answer_requested.connect(self._answer)
        view.panel.unlink_requested.connect(self._unlink)
        view.panel.more_button.clicked.connect(lambda *_: self._open_menu())
        view.form.stored.connect(self._back_to_panel)
        view.form.left.connect(self._back_to_panel)
        view.effect.done.connect(self._back_to_panel)
        view.effect.new_requested.connect(self.start_new)
        new = QShortcut(QKeySequence(QKeySequence.StandardKey.New), self)
        new.activated.connect(self.start_new)
        back = QShortcut(QKeySequence(Qt.Key.Key_Escape), self.view.side)
        back.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        back.activated.connect(self._step_back)

    def _step_back(self) -> None:
        if self.view.shown_side is self.view.panel:
            self._close()
        else:
            self._back_to_panel()
