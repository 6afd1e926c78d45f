"""The page of people and teams: the registers, and the form of one."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget
from typing_extensions import override

from tillid_planner.domain.assignee import Assignee
from tillid_planner.domain.changes import Kind
from tillid_planner.domain.errors import NotFound
from tillid_planner.ui.actions import page_name
from tillid_planner.ui.deleting.dialog import delete_record
from tillid_planner.ui.desk import Desk, Target
from tillid_planner.ui.naming import by_name
from tillid_planner.ui.register.people_model import PersonRow, TeamRow
from tillid_planner.ui.register.people_view import PEOPLE, TEAMS, PeopleView
from tillid_planner.ui.register.person_form import PersonForm, TeamForm, see_trust
from tillid_planner.ui.texts import tr
from tillid_planner.ui.widgets import Menu, TableView
from tillid_planner.ui.widgets.page import Page


class PeoplePage(Page):
    """Who can hold a task: people and teams, with no more than planning needs."""

    kinds = frozenset({Kind.ASSIGNEE, Kind.TEAM_MEMBER, Kind.AGREEMENT, Kind.TASK})

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self._people: list[PersonRow] = []
        self._teams: list[TeamRow] = []
        self.stack = QStackedWidget(self)
        self.view = PeopleView(self.stack)
        self.person_form = PersonForm(desk, self.stack)
        self.team_form = TeamForm(desk, self.stack)
        for widget in (self.view, self.person_form, self.team_form):
            self.stack.addWidget(widget)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.stack)
        self._connect()

    @override
    def refresh(self) -> None:
        """Read the registers anew; an open form keeps what is being typed."""
        form = self._form()
        if form is None:
            self._load()
        else:
            form.refresh()

    @override
    def open_target(self, target: Target) -> None:
        """Open the form of a person or team; «new» and «new_team» open an empty one."""
        if target.act == "new":
            self._start_new(self.person_form)
        elif target.act == "new_team":
            self._start_new(self.team_form)
        elif target.act == "list":
            self._come_back(target.assignee_id)
        elif target.assignee_id is not None:
            self.open_assignee(target.assignee_id)

    @override
    def subject(self) -> Target:
        """Return the person or team whose form is open, or of the current row."""
        form, current = self._form(), self._current()
        return Target(assignee_id=form.record.id if form is not None else current.id if current is not None else None)

    @override
    def keep_place(self) -> Target:
        """Return the person or team whose form is open."""
        form = self._form()
        if form is None:
            return Target()
        form.fields.commit()
        if form.record.id is not None:
            return Target(assignee_id=form.record.id)
        return Target(act="new_team" if form is self.team_form else "new")

    def open_assignee(self, assignee_id: int) -> None:
        """Open the form of a person or team; one that is no longer there leaves the list."""
        form = self._form()
        if form is not None and form.record.id != assignee_id and not form.settle():
            return
        try:
            team = self.desk.session.register.assignee(assignee_id).is_team
        except NotFound:
            self._show_list()
            return
        self.view.tabs.select(TEAMS if team else PEOPLE)
        target = self.team_form if team else self.person_form
        target.open(assignee_id)
        self.stack.setCurrentWidget(target)
        target.view.name.setFocus(Qt.FocusReason.OtherFocusReason)

    def start_new(self) -> None:
        """Open an empty form for what the chosen tab lists."""
        self._start_new(self.team_form if self.view.tabs.key() == TEAMS else self.person_form)

    def _start_new(self, form: PersonForm | TeamForm) -> None:
        shown = self._form()
        if shown is not None and not shown.settle():
            return
        self.view.tabs.select(TEAMS if form is self.team_form else PEOPLE)
        self.stack.setCurrentWidget(form)
        form.start_new()

    def _connect(self) -> None:
        view = self.view
        view.import_button.clicked.connect(self._import)
        view.no_people.import_requested.connect(self._import)
        view.new_button.clicked.connect(self.start_new)
        view.no_people.new_requested.connect(self.start_new)
        view.no_teams.new_requested.connect(self.start_new)
        view.tabs.chosen.connect(lambda _: self._filter())
        view.finder.textChanged.connect(self._filter)
        view.show_gone.toggled.connect(self._load)
        for table in (view.people_table, view.teams_table):
            self._connect_table(table)
        self.person_form.left.connect(self._show_list)
        self.team_form.left.connect(self._show_list)
        new = QShortcut(QKeySequence(QKeySequence.StandardKey.New), self)
        new.activated.connect(self.start_new)
        find = QShortcut(QKeySequence(QKeySequence.StandardKey.Find), view)
        find.activated.connect(lambda: view.finder.setFocus(Qt.FocusReason.ShortcutFocusReason))

    def _connect_table(self, table: TableView) -> None:
        table.row_activated.connect(lambda _: self._see_current())
        table.clicked.connect(lambda _: self._see_current())
        table.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        table.customContextMenuRequested.connect(lambda _: self._show_menu(table))
        delete = QShortcut(QKeySequence(Qt.Key.Key_Delete), table)
        delete.setContext(Qt.ShortcutContext.WidgetShortcut)
        delete.activated.connect(self._ask_delete)

    def _see_current(self) -> None:
        chosen = self._current()
        if chosen is not None:
            self.desk.go("person", Target(assignee_id=chosen.id))

    def _come_back(self, assignee_id: int | None) -> None:
        form = self._form()
        if form is None or form.settle():
            self._show_list()
            self._table().select_row(self._row_of(assignee_id or 0))
            self._table().setFocus(Qt.FocusReason.OtherFocusReason)

    def _open_current(self) -> None:
        chosen = self._current()
        if chosen is not None:
            self.open_assignee(chosen.id or 0)

    def _show_menu(self, table: TableView) -> None:
        chosen = self._current()
        if chosen is None:
            return
        menu = Menu(parent=table)
        menu.add(tr("Open the page"), "person", self._see_current, key=tr("Enter"))
        menu.add(tr("Change name, hours and teams"), "edit", self._open_current)
        menu.add(tr("See in Trust"), "matrix", lambda: see_trust(self.desk, chosen.id))
        menu.addSeparator()
        menu.add(tr("Delete"), "delete", self._ask_delete, key=tr("Del"), danger=True)
        corner = table.visualRect(table.currentIndex()).bottomLeft()
        menu.popup_once(table.viewport().mapToGlobal(corner))

    def _form(self) -> PersonForm | TeamForm | None:
        shown = self.stack.currentWidget()
        return next((form for form in (self.person_form, self.team_form) if form is shown), None)

    def _table(self) -> TableView:
        return self.view.teams_table if self.view.tabs.key() == TEAMS else self.view.people_table

    def _current(self) -> Assignee | None:
        row = self._table().current_row()
        model = self.view.teams if self.view.tabs.key() == TEAMS else self.view.people
        return model.row(row).record if 0 <= row < model.rowCount() else None

    def _show_list(self) -> None:
        form, focused = self._form(), self.focusWidget()
        had_focus = form is not None and focused is not None and form.isAncestorOf(focused)
        shown = form.record.id if form is not None else None
        self.stack.setCurrentWidget(self.view)
        self._load()
        if shown is not None:
            self._table().select_row(self._row_of(shown))
        if had_focus:
            self._table().setFocus(Qt.FocusReason.OtherFocusReason)

    def _row_of(self, assignee_id: int) -> int:
        model = self.view.teams if self.view.tabs.key() == TEAMS else self.view.people
        return model.row_of(assignee_id)

    def _load(self) -> None:
        register, today = self.desk.session.register, self.desk.session.today()
        people = by_name(register.people(), lambda person: person.name)
        teams = by_name(register.teams(), lambda team: team.name)
        self._people = [
            PersonRow(
                person,
                tuple(team.name for team in teams if person.id in team.member_ids),
                gone=person.left_by(today),
            )
            for person in people
        ]
        self._teams = [
            TeamRow(team, tuple(person.name for person in people if person.id in team.member_ids)) for team in teams
        ]
        self._filter()

    def _filter(self) -> None:
        view = self.view
        wanted = view.finder.value().casefold()
        gone = view.show_gone.isChecked()
        people = [
            row
            for row in self._people
            if (gone or not row.gone) and wanted in f"{row.person.name}\n{row.person.role}".casefold()
        ]
        teams = [row for row in self._teams if wanted in row.team.name.casefold()]
        kept = self._current()
        tops = [table.verticalScrollBar().value() for table in (view.people_table, view.teams_table)]
        view.people.set_rows(people)
        view.teams.set_rows(teams)
        if kept is not None:
            self._table().select_row(self._row_of(kept.id or 0))
        view.people_table.verticalScrollBar().setValue(tops[0])
        view.teams_table.verticalScrollBar().setValue(tops[1])
        self._show_words(bool(teams if view.tabs.key() == TEAMS else people))

    def _show_words(self, found: bool) -> None:
        view, on_teams = self.view, self.view.tabs.key() == TEAMS
        here = sum(not row.gone for row in self._people)
        counts = [tr("%n person(s)", n=here), tr("%n team(s)", n=len(self._teams))]
        view.header.set_words(page_name("people"), " · ".join(counts) if self._people or self._teams else "")
        view.tables.setCurrentWidget(self._table())
        view.tables.setVisible(found)
        view.fit_tables()
        view.no_match.setVisible(not found)
        text = view.finder.value()
        view.no_match.setText(tr("Nobody matches «{text}».", text=text) if text else tr("Everybody has left."))
        view.show_gone.setVisible(not on_teams and any(row.gone for row in self._people))
        nothing = not (self._teams if on_teams else self._people)
        empty = view.no_teams if on_teams else view.no_people
        view.stack.setCurrentWidget(empty if nothing else view.listed)
        view.new_button.setText(tr("New team") if on_teams else tr("New person"))
        view.new_button.setVisible(not nothing)
        view.import_button.setVisible(not nothing and not on_teams)

    def _import(self) -> None:
        self.desk.go("import", Target(act="staff"))

    def _ask_delete(self) -> None:
        chosen, table = self._current(), self._table()
        row = table.current_row()
        if chosen is not None and delete_record(self, self.desk, chosen):
            model = table.model()
            table.select_row(min(row, model.rowCount() - 1))
