"""The log of breach cases: what stands where."""

from __future__ import annotations

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget
from typing_extensions import override

from tillid_planner.ui.actions import page_name
from tillid_planner.ui.breach.breach_table import BreachTable
from tillid_planner.ui.texts import tr
from tillid_planner.ui.theme import scaled
from tillid_planner.ui.widgets import (
    Button,
    Card,
    EmptyState,
    PageHeader,
    ScrollPage,
    SunkenNote,
    TableView,
    Tabs,
    TextLabel,
)

UNCLOSED, CLOSED, LEARNING = "unclosed", "closed", "learning"


class BreachesView(QWidget):
    """Head, hints, tabs, and the table; or that there is nothing to show."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.note_button = Button(tr("Note that something went wrong"), "primary", "breach")
        self.header = PageHeader(page_name("breaches"), actions=(self.note_button,))
        self.tabs = Tabs(
            [(UNCLOSED, tr("Not closed")), (CLOSED, tr("Closed")), (LEARNING, tr("Learning"))],
            accessible=page_name("breaches"),
        )
        self.hints = QVBoxLayout()
        self.hints.setSpacing(8)
        self.due_button = Button(tr("Delete them"))
        self.due = SunkenNote("warn", "", action=self.due_button)
        self.due.hide()
        self.model = BreachTable(self)
        self.table = TableView(self.model, row_height=56, framed=True, accessible=page_name("breaches"))
        self.nothing = TextLabel(tr("No case here."), muted=True)
        self.empty = EmptyState(
            "breach",
            tr("No breaches."),
            tr("If something happens, you note the facts in a couple of minutes."),
            tr("Note that something went wrong"),
        )
        self.lessons = Card(tr("Learning log"))
        self.receipts = Card(tr("Deleted"))
        self._lay_out()

    def fit_table(self) -> None:
        """Give every row room for its lines, and let the table end with the last."""
        for number in range(self.model.rowCount()):
            lines = max(1, len(self.model.row(number).reminders))
            self.table.setRowHeight(number, scaled(40 + 16 * lines))
        self.table.setMaximumHeight(self.table.full_height())

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        # Give the task and the name their room: in a narrow window the other columns are tighter.
        super().resizeEvent(event)
        if event.size().width() < scaled(1040):
            self.table.set_widths(0, 152, 224, 112)
        else:
            self.table.set_widths(0, 220, 320, 140)

    def _lay_out(self) -> None:
        listed = QWidget()
        column = QVBoxLayout(listed)
        column.setContentsMargins(24, 16, 24, 24)
        column.setSpacing(16)
        column.addWidget(self.table, 1000)
        column.addWidget(self.nothing)
        column.addStretch(1)
        learned = QWidget()
        lines = QVBoxLayout(learned)
        lines.setContentsMargins(24, 16, 24, 24)
        lines.setSpacing(16)
        lines.addWidget(self.lessons)
        lines.addWidget(self.receipts)
        lines.addStretch(1)
        self.learned = ScrollPage(learned, widest=880)
        self.listed = listed
        self.stack = QStackedWidget()
        for page in (listed, self.learned, self.empty):
            self.stack.addWidget(page)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(0)
        outer.addWidget(self.header)
        hints = QVBoxLayout()
        hints.setContentsMargins(24, 0, 24, 0)
        hints.setSpacing(8)
        hints.addLayout(self.hints)
        hints.addWidget(self.due)
        outer.addLayout(hints)
        row = QHBoxLayout()
        row.setContentsMargins(24, 0, 24, 0)
        row.addWidget(self.tabs)
        row.addStretch(1)
        outer.addLayout(row)
        outer.addWidget(self.stack, 1)
