"""The registers of people and of teams as tables: lists of rows, loaded once."""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Sequence
from dataclasses import dataclass
from enum import IntEnum
from typing import Generic, TypeVar

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
)
from typing_extensions import override

from tillid_planner.domain.assignee import Person, Team
from tillid_planner.ui.days import month_text
from tillid_planner.ui.register.tasks_model import short_list
from tillid_planner.ui.texts import tr
from tillid_planner.ui.widgets import Cell, format_number

Index = QModelIndex | QPersistentModelIndex
_RIGHT = int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)


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


class _RegisterModel(QAbstractTableModel, Generic[Row]):
    """What the two registers share; a subclass names its columns and fills its cells."""

    columns: type[IntEnum]

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: Sequence[Row] = ()

    def set_rows(self, rows: Sequence[Row]) -> None:
        """Show other rows."""
        self.beginResetModel()
        self._rows = rows
        self.endResetModel()

    def row(self, number: int) -> Row:
        """Return the row at a place."""
        return self._rows[number]

    def row_of(self, assignee_id: int | None) -> int:
        """Return the place of a person or team, or -1."""
        return next((at for at, row in enumerate(self._rows) if row.record.id == assignee_id), -1)

    @override
    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self._rows)

    @override
    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self.columns)

    @override
    def headerData(self, section: int, orientation: Qt.Orientation, role: int = 0) -> object:
        if orientation is not Qt.Orientation.Horizontal or not 0 <= section < len(self.columns):
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return self._headings()[section]
        if role == Qt.ItemDataRole.TextAlignmentRole and self._is_figure(section):
            return _RIGHT
        return None

    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        row, column = self._rows[index.row()], index.column()
        if role == Qt.ItemDataRole.DisplayRole:
            return self._text(row, column)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return self._spoken(row, column)
        if role == Cell.INK:
            return self._ink(row, column)
        if role == Qt.ItemDataRole.TextAlignmentRole and self._is_figure(column):
            return _RIGHT
        return None

    @override
    def flags(self, index: Index) -> Qt.ItemFlag:
        # Let rows be chosen; nothing is edited in the table.
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemNeverHasChildren

    @abstractmethod
    def _headings(self) -> tuple[str, ...]: ...

    @abstractmethod
    def _is_figure(self, column: int) -> bool: ...

    @abstractmethod
    def _text(self, row: Row, column: int) -> str: ...

    @abstractmethod
    def _spoken(self, row: Row, column: int) -> str: ...

    @abstractmethod
    def _ink(self, row: Row, column: int) -> str: ...


class PeopleModel(_RegisterModel[PersonRow]):
    """Rows of people."""

    columns = PersonColumn

    @override
    def _headings(self) -> tuple[str, ...]:
        return tr("Name"), tr("Role"), tr("Hours a week"), tr("Since"), tr("Teams"), ""

    @override
    def _is_figure(self, column: int) -> bool:
        return column == PersonColumn.HOURS

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

    @override
    def _headings(self) -> tuple[str, ...]:
        return tr("Team"), tr("Members"), "", ""

    @override
    def _is_figure(self, column: int) -> bool:
        return column == TeamColumn.COUNT

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
