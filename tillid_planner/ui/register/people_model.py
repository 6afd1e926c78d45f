"""The registers of people and of teams as tables: lists of rows, loaded once."""

from __future__ import annotations

from abc import abstractmethod
from dataclasses import dataclass
from enum import IntEnum
from typing import TypeVar

from PySide6.QtCore import Qt
from typing_extensions import override

from tillid_planner.domain.assignee import Person, Team
from tillid_planner.ui.days import month_text
from tillid_planner.ui.register.tasks_model import short_list
from tillid_planner.ui.texts import tr
from tillid_planner.ui.widgets import Cell, format_number
from tillid_planner.ui.widgets.rows_model import RowsModel


class PersonColumn(IntEnum):
    """The columns of the register of people."""

    NAME = 0
    ROLE = 1
    HOURS = 2
    SINCE = 3
    TEAMS = 4
    TRUST = 5


class TeamColumn(IntEnum):
    """The columns of the register of teams."""

    NAME = 0
    COUNT = 1
    MEMBERS = 2
    TRUST = 3


@dataclass(frozen=True, slots=True)
class PersonRow:
    """A person, the names of her teams, and whether she has left."""

    person: Person
    teams: tuple[str, ...] = ()
    gone: bool = False

    @property
    def record(self) -> Person:
        """The person."""
        return self.person


@dataclass(frozen=True, slots=True)
class TeamRow:
    """A team and the names of its members, sorted by name."""

    team: Team
    members: tuple[str, ...] = ()

    @property
    def record(self) -> Team:
        """The team."""
        return self.team


Row = TypeVar("Row", PersonRow, TeamRow)


class _RegisterModel(RowsModel[Row]):
    """What the two registers share; a subclass names its columns and fills its cells."""

    @override
    def id_of(self, row: Row) -> int | None:
        return row.record.id

    @override
    def cell(self, row: Row, column: int, role: int) -> object:
        if role == Qt.ItemDataRole.DisplayRole:
            return self._text(row, column)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return self._spoken(row, column)
        return self._ink(row, column) if role == Cell.INK else None

    @abstractmethod
    def _text(self, row: Row, column: int) -> str: ...

    @abstractmethod
    def _spoken(self, row: Row, column: int) -> str: ...

    @abstractmethod
    def _ink(self, row: Row, column: int) -> str: ...


class PeopleModel(_RegisterModel[PersonRow]):
    """Rows of people."""

    columns = PersonColumn
    figures = frozenset({PersonColumn.HOURS})

    @override
    def headings(self) -> tuple[str, ...]:
        return tr("Name"), tr("Role"), tr("Hours a week"), tr("Since"), tr("Teams"), ""

    @override
    def _text(self, row: PersonRow, column: int) -> str:
        person = row.person
        if column == PersonColumn.NAME:
            return person.name
        if column == PersonColumn.ROLE:
            return person.role
        if column == PersonColumn.HOURS:
            return "" if person.weekly_hours is None else format_number(person.weekly_hours)
        if column == PersonColumn.SINCE:
            return _since(row)
        if column == PersonColumn.TEAMS:
            return short_list(row.teams)
        return tr("See tasks and rungs")

    @override
    def _spoken(self, row: PersonRow, column: int) -> str:
        return ", ".join(row.teams) if column == PersonColumn.TEAMS else self._text(row, column)

    @override
    def _ink(self, row: PersonRow, column: int) -> str:
        if column == PersonColumn.TRUST:
            return "link"
        return "text" if column in (PersonColumn.NAME, PersonColumn.HOURS) and not row.gone else "text_muted"


class TeamsModel(_RegisterModel[TeamRow]):
    """Rows of teams."""

    columns = TeamColumn
    figures = frozenset({TeamColumn.COUNT})

    @override
    def headings(self) -> tuple[str, ...]:
        return tr("Team"), tr("Members"), "", ""

    @override
    def _text(self, row: TeamRow, column: int) -> str:
        if column == TeamColumn.NAME:
            return row.team.name
        if column == TeamColumn.COUNT:
            return str(len(row.members))
        if column == TeamColumn.MEMBERS:
            return ", ".join(row.members) if row.members else tr("No members yet")
        return tr("See tasks and rungs")

    @override
    def _spoken(self, row: TeamRow, column: int) -> str:
        return self._text(row, column)

    @override
    def _ink(self, row: TeamRow, column: int) -> str:
        if column == TeamColumn.TRUST:
            return "link"
        return "text_muted" if column == TeamColumn.MEMBERS else "text"


def _since(row: PersonRow) -> str:
    person = row.person
    if row.gone and person.ended_on is not None:
        return tr("until {month}", month=month_text(person.ended_on))
    return month_text(person.started_on) if person.started_on else ""
