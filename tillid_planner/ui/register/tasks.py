"""The page of tasks: the register, and the form of one."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget
from typing_extensions import override

from tillid_planner.domain.changes import Kind
from tillid_planner.domain.errors import NotFound
from tillid_planner.ui.actions import page_name
from tillid_planner.ui.deleting.dialog import delete_record
from tillid_planner.ui.desk import Desk, Target
from tillid_planner.ui.naming import by_name
from tillid_planner.ui.register.task_form import TaskForm
from tillid_planner.ui.register.tasks_model import TaskRow
from tillid_planner.ui.register.tasks_view import TasksView
from tillid_planner.ui.texts import tr
from tillid_planner.ui.widgets.page import Page


class TasksPage(Page):
    """What can be handed over, who holds it, and the form to describe it."""

    kinds = frozenset({Kind.TASK, Kind.RED_LINE, Kind.AGREEMENT, Kind.ASSIGNEE})

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self._rows: list[TaskRow] = []
        self.stack = QStackedWidget(self)
        self.view = TasksView(desk.words, self.stack)
        self.form = TaskForm(desk, self.stack)
        self.stack.addWidget(self.view)
        self.stack.addWidget(self.form)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.stack)
        self._connect()

    @override
    def refresh(self) -> None:
        """Read the register anew; an open form keeps what is being typed."""
        if self.stack.currentWidget() is self.form:
            self.form.refresh()
        else:
            self._load()

    @override
    def open_target(self, target: Target) -> None:
        """Open the form of a task, or an empty one for the act «new»."""
        if target.act == "new":
            self.start_new()
        elif target.task_id is not None:
            self.open_task(target.task_id)

    @override
    def subject(self) -> Target:
        """Return the task whose form is open, or of the current row."""
        if self.stack.currentWidget() is self.form:
            return Target(task_id=self.form.record.id)
        row, model = self.view.table.current_row(), self.view.model
        return Target(task_id=model.row(row).task.id) if 0 <= row < model.rowCount() else Target()

    @override
    def keep_place(self) -> Target:
        """Return the task whose form is open."""
        if self.stack.currentWidget() is not self.form:
            return Target()
        self.form.fields.commit()
        task_id = self.form.record.id
        return Target(task_id=task_id) if task_id is not None else Target(act="new")

    def open_task(self, task_id: int) -> None:
        """Open the form of a task; one that is no longer there leaves the list."""
        if not self._may_leave_form(task_id):
            return
        try:
            self.form.open(task_id)
        except NotFound:
            self._show_list()
            return
        self.stack.setCurrentWidget(self.form)
        self.form.view.name.setFocus(Qt.FocusReason.OtherFocusReason)

    def start_new(self) -> None:
        """Open an empty form."""
        if not self._may_leave_form(None):
            return
        self.stack.setCurrentWidget(self.form)
        self.form.start_new()

    def _connect(self) -> None:
        view = self.view
        view.import_button.clicked.connect(self._import)
        view.empty.import_requested.connect(self._import)
        view.new_button.clicked.connect(self.start_new)
        view.empty.new_requested.connect(self.start_new)
        view.finder.textChanged.connect(self._filter)
        view.show_archived.toggled.connect(self._load)
        view.table.row_activated.connect(lambda row: self.open_task(view.model.row(row).task.id or 0))
        view.table.clicked.connect(lambda index: self._open_by_click(index.row()))
        self.form.left.connect(self._show_list)
        new = QShortcut(QKeySequence(QKeySequence.StandardKey.New), self)
        new.activated.connect(self.start_new)
        find = QShortcut(QKeySequence(QKeySequence.StandardKey.Find), view)
        find.activated.connect(lambda: view.finder.setFocus(Qt.FocusReason.ShortcutFocusReason))
        delete = QShortcut(QKeySequence(Qt.Key.Key_Delete), view.table)
        delete.setContext(Qt.ShortcutContext.WidgetShortcut)
        delete.activated.connect(self._ask_delete)

    def _open_by_click(self, row: int) -> None:
        self.form.ignore_second_click()
        self.open_task(self.view.model.row(row).task.id or 0)

    def _may_leave_form(self, task_id: int | None) -> bool:
        if self.stack.currentWidget() is not self.form:
            return True
        if task_id is not None and self.form.record.id == task_id:
            return True
        return self.form.settle()

    def _show_list(self) -> None:
        shown, focused = self.form.record.id, self.focusWidget()
        had_focus = focused is not None and self.form.isAncestorOf(focused)
        self.stack.setCurrentWidget(self.view)
        self._load()
        self.view.table.select_row(self.view.model.row_of(shown))
        if had_focus:
            self.view.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def _load(self) -> None:
        session = self.desk.session
        holders = session.matrix.holdings.holders(session.today())
        tasks = session.register.tasks(archived=self.view.show_archived.isChecked())
        self._rows = [
            TaskRow(task, tuple(by_name((a.name for a in holders.get(task.id or 0, ())), str)))
            for task in by_name(tasks, lambda task: task.name)
        ]
        self._tell_count()
        self._filter()

    def _tell_count(self) -> None:
        in_use = [row for row in self._rows if row.task.archived_on is None]
        free = sum(row.nobody_yet for row in in_use)
        words = tr("%n task(s)", n=len(in_use))
        if free:
            words = f"{words} · {tr('%n of them nobody holds yet', n=free)}"
        self.view.header.set_words(page_name("tasks"), words if in_use else "")

    def _filter(self) -> None:
        view = self.view
        wanted = view.finder.value().casefold()
        rows = [row for row in self._rows if wanted in f"{row.task.name}\n{row.task.purpose}".casefold()]
        kept, top = self._current_id(), view.table.verticalScrollBar().value()
        view.model.set_rows(rows)
        view.table.select_row(view.model.row_of(kept))
        view.table.verticalScrollBar().setValue(top)
        view.table.setVisible(bool(rows))
        view.fit_table()
        view.no_match.setVisible(not rows)
        view.no_match.setText(tr("No task matches «{text}».", text=view.finder.value()))
        nothing = not self._rows and not view.show_archived.isChecked() and not self._any_archived()
        view.stack.setCurrentWidget(view.empty if nothing else view.listed)
        view.import_button.setVisible(not nothing)
        view.new_button.setVisible(not nothing)

    def _any_archived(self) -> bool:
        return bool(self.desk.session.register.tasks(archived=True))

    def _current_id(self) -> int | None:
        row = self.view.table.current_row()
        return self.view.model.row(row).task.id if 0 <= row < self.view.model.rowCount() else None

    def _import(self) -> None:
        self.desk.go("import", Target(act="tasks"))

    def _ask_delete(self) -> None:
        table = self.view.table
        row = table.current_row()
        if row >= 0 and delete_record(self, self.desk, self.view.model.row(row).task):
            table.select_row(min(row, self.view.model.rowCount() - 1))
