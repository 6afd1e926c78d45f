"""The register of tasks: what stands where."""

from __future__ import annotations

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget
from typing_extensions import override

from tillid_planner.content import Words
from tillid_planner.ui.actions import page_name
from tillid_planner.ui.register.tasks_model import TaskColumn, TasksModel
from tillid_planner.ui.texts import tr
from tillid_planner.ui.theme import scaled
from tillid_planner.ui.widgets import Button, CheckBox, LineField, PageHeader, TableView, TextLabel
from tillid_planner.ui.widgets.empty_register import EmptyRegister


class TasksView(QWidget):
    """Head, a line to find with, and the table; or what to do when there are no tasks."""

    def __init__(self, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.import_button = Button(tr("Import from file"), icon="import")
        self.new_button = Button(tr("New task"), "primary", "add")
        self.header = PageHeader(page_name("tasks"), actions=(self.import_button, self.new_button))
        self.finder = LineField(placeholder=tr("Find a task"))
        self.finder.setProperty("finds", True)
        self.finder.setAccessibleName(tr("Find a task"))
        self.finder.setClearButtonEnabled(True)
        self.finder.setFixedWidth(scaled(320))
        self.show_archived = CheckBox(tr("Show those put away"))
        self.model = TasksModel(words, self)
        self.table = TableView(self.model, row_height=56, framed=True, accessible=page_name("tasks"))
        self.no_match = TextLabel("", muted=True)
        self.empty = EmptyRegister(
            "tasks",
            tr("No tasks yet"),
            tr("Import the list you have, or write the first one. A task is something that can be handed over."),
            tr("New task"),
        )
        self.listed = QWidget()
        column = QVBoxLayout(self.listed)
        column.setContentsMargins(24, 0, 24, 24)
        column.setSpacing(16)
        tools = QHBoxLayout()
        tools.setSpacing(16)
        tools.addWidget(self.finder)
        tools.addWidget(self.show_archived)
        tools.addStretch(1)
        column.addLayout(tools)
        column.addWidget(self.table, 1000)
        column.addWidget(self.no_match)
        column.addStretch(1)
        self.stack = QStackedWidget()
        self.stack.addWidget(self.listed)
        self.stack.addWidget(self.empty)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(0)
        outer.addWidget(self.header)
        outer.addWidget(self.stack, 1)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        # Give the name its room: in a narrow window the scope is left out and columns are tighter.
        super().resizeEvent(event)
        narrow = event.size().width() < scaled(1040)
        self.table.setColumnHidden(TaskColumn.SCOPE, narrow)
        # The name needs room before who holds the task and what the law says, which the form shows too.
        self.table.setColumnHidden(TaskColumn.HOLDERS, event.size().width() < scaled(880))
        if narrow:
            self.table.set_widths(0, 80, 116, 168, 176, 176)
        else:
            self.table.set_widths(0, 88, 116, 184, 200, 212)

    def fit_table(self) -> None:
        """Let the table end with its last row."""
        self.table.setMaximumHeight(self.table.full_height())
