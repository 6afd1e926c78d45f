"""The registers of people and teams: what stands where."""

from __future__ import annotations

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget
from typing_extensions import override

from tillid_planner.ui.actions import page_name
from tillid_planner.ui.register.people_model import PeopleModel, PersonColumn, TeamsModel
from tillid_planner.ui.texts import tr
from tillid_planner.ui.theme import scaled
from tillid_planner.ui.widgets import (
    Button,
    CheckBox,
    LineField,
    PageHeader,
    TableView,
    Tabs,
    TextLabel,
)
from tillid_planner.ui.widgets.empty_register import EmptyRegister
from tillid_planner.ui.widgets.monogram_delegate import MonogramDelegate

PEOPLE, TEAMS = "people", "teams"


class PeopleView(QWidget):
    """Head, tabs, a line to find with, and one table for each tab; or what to do when it is empty."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.import_button = Button(tr("Import from file"), icon="import")
        self.new_button = Button(tr("New person"), "primary", "add")
        self.header = PageHeader(page_name("people"), actions=(self.import_button, self.new_button))
        self.tabs = Tabs([(PEOPLE, tr("People")), (TEAMS, tr("Teams"))], accessible=tr("People and teams"))
        self.finder = LineField(placeholder=tr("Find a name"))
        self.finder.setProperty("finds", True)
        self.finder.setAccessibleName(tr("Find a name"))
        self.finder.setClearButtonEnabled(True)
        self.finder.setFixedWidth(scaled(320))
        self.show_gone = CheckBox(tr("Show those who have left"))
        self.people = PeopleModel(self)
        self.people_table = TableView(self.people, framed=True, accessible=page_name("people"))
        self.people_table.setItemDelegate(MonogramDelegate(self.people_table))
        self.teams = TeamsModel(self)
        self.teams_table = TableView(self.teams, framed=True, accessible=tr("Teams"))
        self.teams_table.set_widths(240, 104, 0, 168)
        self.no_match = TextLabel("", muted=True)
        self.no_people = EmptyRegister(
            "people",
            tr("No people yet"),
            tr("Import your staff list, or write the first one. A name is enough to begin."),
            tr("New person"),
        )
        self.no_teams = EmptyRegister(
            "people",
            tr("No teams yet"),
            tr("A team can hold a task together. It gets its own agreement."),
            tr("New team"),
        )
        self.no_teams.offer_import(False)
        self._lay_out()

    def _lay_out(self) -> None:
        self.tables = QStackedWidget()
        self.tables.addWidget(self.people_table)
        self.tables.addWidget(self.teams_table)
        listed = QWidget()
        column = QVBoxLayout(listed)
        column.setContentsMargins(24, 16, 24, 24)
        column.setSpacing(16)
        tools = QHBoxLayout()
        tools.setSpacing(16)
        tools.addWidget(self.finder)
        tools.addWidget(self.show_gone)
        tools.addStretch(1)
        column.addLayout(tools)
        column.addWidget(self.tables, 1000)
        column.addWidget(self.no_match)
        column.addStretch(1)
        self.listed = listed
        self.stack = QStackedWidget()
        for widget in (listed, self.no_people, self.no_teams):
            self.stack.addWidget(widget)
        tab_row = QHBoxLayout()
        tab_row.setContentsMargins(24, 0, 24, 0)
        tab_row.addWidget(self.tabs)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(0)
        outer.addWidget(self.header)
        outer.addLayout(tab_row)
        outer.addWidget(self.stack, 1)

    def fit_tables(self) -> None:
        """Let the table that is shown end with its last row."""
        table = self.tables.currentWidget()
        if isinstance(table, TableView):
            self.tables.setMaximumHeight(table.full_height())

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        # Give the name its room: in a narrow window the dates are left out and columns are tighter.
        super().resizeEvent(event)
        narrow = event.size().width() < scaled(1040)
        self.people_table.setColumnHidden(PersonColumn.SINCE, narrow)
        if narrow:
            self.people_table.set_widths(0, 168, 116, 136, 128, 160)
        else:
            self.people_table.set_widths(0, 232, 116, 136, 176, 168)
