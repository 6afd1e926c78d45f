"""The forms of a person and of a team: kept as every field is left."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtWidgets import QWidget
from typing_extensions import override

from tillid_planner.domain.assignee import Person, Team
from tillid_planner.domain.changes import Changes, Kind
from tillid_planner.domain.draft import DraftForm, DraftSubject
from tillid_planner.domain.errors import NotFound
from tillid_planner.services.register import new_id
from tillid_planner.ui.days import month_text
from tillid_planner.ui.deleting.dialog import delete_record
from tillid_planner.ui.deleting.open_cases import ask_about_cases
from tillid_planner.ui.desk import Desk, Reply, Target
from tillid_planner.ui.naming import by_name
from tillid_planner.ui.register.person_form_view import PersonFormView, TeamFormView
from tillid_planner.ui.register.record_form import RecordForm
from tillid_planner.ui.texts import tr
from tillid_planner.ui.widgets import format_number


class PersonForm(RecordForm[Person]):
    """Shows one stored person, or a new one that is stored as soon as there is a name."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, Person(name=""), parent)
        self.view = PersonFormView(desk)
        self.fill(self.view, self.view.column)
        view, bind = self.view, self.fields.bind
        bind("name", view.name, view.name_field)
        bind("role", view.role, view.role_field)
        bind("unit", view.unit, view.unit_field)
        bind("email", view.email, view.email_field)
        bind("weekly_hours", view.hours, view.hours_field)
        bind("started_on", view.started, view.started_field)
        bind("ended_on", view.ended, view.ended_field)
        view.header.back_requested.connect(self.leave)
        view.trust.clicked.connect(lambda *_: see_trust(self.desk, self.record.id))
        view.delete.clicked.connect(lambda *_: delete_record(self, self.desk, self.record))
        view.teams.toggled.connect(self._join_or_leave)

    @override
    def read(self, record_id: int) -> Person:
        """Return the stored person; raise ``NotFound``."""
        found = self.register.assignee(record_id)
        if not isinstance(found, Person):
            raise NotFound
        return found

    @override
    def store(self, record: Person) -> Changes:
        """Store the person, as new if there is no id; ``keep`` has asked what becomes of open cases."""
        if record.id is None:
            return self.register.add_person(record)
        return self.register.save_person(record, cases_stay=True)

    @override
    def keep(self, name: str, value: object) -> Reply:
        """Store one attribute; with a case open, a last day is set only when it is said that the case goes on."""
        person = self.record
        if name == "ended_on" and value is not None and person.id is not None:
            cases = self.register.open_cases(assignee_id=person.id)
            if cases and not ask_about_cases(self.desk, self, person, cases, leaving=True):
                self.view.ended.show_value(person.ended_on)
                self.fields.stored(name)
                return Reply()
        return super().keep(name, value)

    @override
    def created_id(self, changes: Changes) -> int:
        """Return the id of the person that was stored as new."""
        return new_id(changes, Kind.ASSIGNEE)

    @override
    def subject(self, record_id: int | None) -> DraftSubject:
        """Return what a draft of the form is about."""
        return DraftSubject(DraftForm.PERSON, assignee_id=record_id)

    @override
    def notices(self) -> tuple[str, str]:
        """Return what is said when a person is added and when one is changed."""
        return tr("The person is added."), tr("The person is changed.")

    @override
    def show_rest(self) -> None:
        """Show the head, the teams, and what the person holds."""
        person, view = self.record, self.view
        stored = person.id is not None
        view.header.set_words(person.name if stored else tr("New person"), _about(person) if stored else "")
        view.monogram.set_name(person.name)
        view.monogram.setVisible(stored)
        view.trust.setVisible(stored)
        view.delete.setVisible(stored)
        view.held.show_assignee(person.id)
        teams = by_name(self.register.teams(), lambda team: team.name)
        view.teams.show_names(
            [(team.id or 0, team.name) for team in teams],
            {team.id or 0 for team in teams if person.id in team.member_ids},
        )
        view.teams.setVisible(bool(teams))
        view.teams.setEnabled(stored)
        view.no_teams.setVisible(not teams)

    def _join_or_leave(self, team_id: int, joins: bool) -> None:
        person_id = self.record.id
        team = next((team for team in self.register.teams() if team.id == team_id), None)
        if team is None or person_id is None:
            return
        others = tuple(member for member in team.member_ids if member != person_id)
        after = replace(team, member_ids=(*others, person_id) if joins else others)
        self.desk.run(lambda: self.register.save_team(after), tr("The team is changed."))


class TeamForm(RecordForm[Team]):
    """Shows one stored team, or a new one that is stored as soon as it has a name."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, Team(name=""), parent)
        self.view = TeamFormView(desk)
        self.fill(self.view, self.view.column)
        view = self.view
        self.fields.bind("name", view.name, view.name_field)
        view.header.back_requested.connect(self.leave)
        view.trust.clicked.connect(lambda *_: see_trust(self.desk, self.record.id))
        view.delete.clicked.connect(lambda *_: delete_record(self, self.desk, self.record))
        view.members.toggled.connect(lambda *_: self.keep("member_ids", view.members.ticked()))

    @override
    def read(self, record_id: int) -> Team:
        """Return the stored team; raise ``NotFound``."""
        found = self.register.assignee(record_id)
        if not isinstance(found, Team):
            raise NotFound
        return found

    @override
    def store(self, record: Team) -> Changes:
        """Store the team, as new if it has no id."""
        return self.register.save_team(record) if record.id is not None else self.register.add_team(record)

    @override
    def created_id(self, changes: Changes) -> int:
        """Return the id of the team that was stored as new."""
        return new_id(changes, Kind.ASSIGNEE)

    @override
    def subject(self, record_id: int | None) -> DraftSubject:
        """Return what a draft of the form is about."""
        return DraftSubject(DraftForm.TEAM, assignee_id=record_id)

    @override
    def notices(self) -> tuple[str, str]:
        """Return what is said when a team is added and when one is changed."""
        return tr("The team is added."), tr("The team is changed.")

    @override
    def show_rest(self) -> None:
        """Show the head, everybody who can be a member, and what the team holds."""
        team, view = self.record, self.view
        stored = team.id is not None
        count = tr("%n member(s)", n=len(team.member_ids)) if stored else ""
        view.header.set_words(team.name if stored else tr("New team"), count)
        view.trust.setVisible(stored)
        view.delete.setVisible(stored)
        view.held.show_assignee(team.id)
        today = self.desk.session.today()
        people = [
            person for person in self.register.people() if not person.left_by(today) or person.id in team.member_ids
        ]
        names = [(person.id or 0, person.name) for person in by_name(people, lambda person: person.name)]
        view.members.show_names(names, team.member_ids)
        view.members.setVisible(bool(names))
        view.nobody.setVisible(not names)


def see_trust(desk: Desk, assignee_id: int | None) -> None:
    """Go to the tasks and rungs of a person or team."""
    if assignee_id is not None:
        desk.go("trust", Target(assignee_id=assignee_id))


def _about(person: Person) -> str:
    parts = [person.role] if person.role else []
    if person.weekly_hours is not None:
        parts.append(tr("{hours} hours a week", hours=format_number(person.weekly_hours)))
    if person.started_on is not None:
        parts.append(tr("since {month}", month=month_text(person.started_on)))
    return " · ".join(parts)
