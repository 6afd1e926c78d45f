"""The preview of an import as a table: what each row of the file would do."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import (
    QAbstractTableModel,
    QLocale,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    Signal,
)
from typing_extensions import override

from tillid_planner.content import Words
from tillid_planner.domain.assignee import Person
from tillid_planner.domain.task import Task
from tillid_planner.services.import_words import changes_text, row_text
from tillid_planner.services.importing import ImportPlan, PlannedRow, Status
from tillid_planner.ui.days import day_in_figures
from tillid_planner.ui.task_words import scope_name
from tillid_planner.ui.texts import tr
from tillid_planner.ui.widgets import Cell, plain_tooltip

Index = QModelIndex | QPersistentModelIndex

CHECK = 0
#: What can be shown: every row, or those of one kind.
ALL, NEW, CHANGED, TO_LOOK_AT = "all", "new", "changed", "to_look_at"
_RIGHT = int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)


@dataclass(frozen=True, slots=True)
class _Column:
    """A column of the preview: its heading and how a row fills it."""

    key: str
    heading: str
    value: Callable[[PlannedRow], str]
    right: bool = False
    muted: bool = False


class PreviewModel(QAbstractTableModel):
    """The rows of one plan with a check box each; a row that cannot or need not be fetched has none to turn.

    What an import leaves out by itself (somebody who has left, a vacancy, a hidden row) is unticked to begin with.
    """

    #: Other rows are chosen now.
    chosen_changed = Signal()

    def __init__(self, words: Words, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._words = words
        self._plan: ImportPlan | None = None
        self._filter = ALL
        self._rows: list[PlannedRow] = []
        #: Rows turned by hand, by number: whether they are to come in.
        self._turned: dict[int, bool] = {}
        self._columns: list[_Column] = []

    @property
    def column_keys(self) -> list[str]:
        """The keys of the columns, in order; the first is the check box."""
        return ["check", *(column.key for column in self._columns)]

    def set_plan(self, plan: ImportPlan | None, *, keep_choice: bool = False) -> None:
        """Show another plan; with *keep_choice* the rows that were turned stay so."""
        self.beginResetModel()
        self._plan = plan
        self._columns = self._columns_of(plan.kind) if plan else []
        if not keep_choice:
            self._turned.clear()
            self._filter = ALL
        self._rows = self._filtered()
        self.endResetModel()
        self.chosen_changed.emit()

    def set_filter(self, name: str) -> None:
        """Show «all», «new», «changed» or «to_look_at» rows."""
        self.beginResetModel()
        self._filter = name
        self._rows = self._filtered()
        self.endResetModel()

    def count(self, name: str) -> int:
        """Return how many rows a filter would show."""
        return sum(_belongs(row, name) for row in self._plan.rows) if self._plan else 0

    def chosen(self) -> set[int]:
        """Return the numbers of the rows that would be fetched."""
        rows = self._plan.rows if self._plan else ()
        return {row.number for row in rows if self._is_chosen(row)}

    def left_out(self) -> int:
        """Return how many rows stay behind: those that cannot be read or are left out, and those left out by hand."""
        rows = self._plan.rows if self._plan else ()
        return sum(row.status is not Status.UNCHANGED and not self._is_chosen(row) for row in rows)

    def row(self, at: int) -> PlannedRow:
        """Return the row at a place."""
        return self._rows[at]

    def empty_columns(self) -> set[str]:
        """Return the keys of the columns in which no row of the file has anything."""
        rows = self._plan.rows if self._plan else ()
        return {
            column.key
            for column in self._columns
            if column.key not in ("name", "status") and all(column.value(row) in ("", "–") for row in rows)
        }

    def place_of(self, number: int) -> int | None:
        """Return the place of a row by its number in the file; None if it is not shown."""
        return next((at for at, row in enumerate(self._rows) if row.number == number), None)

    def toggle(self, at: int) -> bool:
        """Turn the check box of a row; return whether it has one to turn."""
        index = self.index(at, CHECK)
        if not self.flags(index) & Qt.ItemFlag.ItemIsUserCheckable:
            return False
        state = Qt.CheckState.Unchecked if self._is_chosen(self._rows[at]) else Qt.CheckState.Checked
        return self.setData(index, state, Qt.ItemDataRole.CheckStateRole)

    def status_text(self, row: PlannedRow) -> str:
        """Say in words what would become of a row."""
        about = row_text(row, self._words)
        if row.status in (Status.ERROR, Status.LEFT_OUT) or (row.left_out is not None and not self._is_chosen(row)):
            return about
        if row.status is Status.UNCHANGED:
            said = tr("Unchanged")
        elif row.status is Status.NEW:
            said = tr("New")
        else:
            return f"{changes_text(row, self._words)} {about}".strip()
        return f"{said}. {about}" if about else said

    @override
    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self._rows)

    @override
    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() or not self._plan else len(self._columns) + 1

    @override
    def flags(self, index: Index) -> Qt.ItemFlag:
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemNeverHasChildren
        if index.column() == CHECK and self._rows[index.row()].storable:
            flags |= Qt.ItemFlag.ItemIsUserCheckable
        return flags

    @override
    def headerData(self, section: int, orientation: Qt.Orientation, role: int = 0) -> object:
        if orientation is not Qt.Orientation.Horizontal or not 0 <= section <= len(self._columns):
            return None
        if section == CHECK:
            return tr("Chosen") if role == Qt.ItemDataRole.AccessibleTextRole else None
        column = self._columns[section - 1]
        if role == Qt.ItemDataRole.DisplayRole:
            return column.heading
        if role == Qt.ItemDataRole.TextAlignmentRole and column.right:
            return _RIGHT
        return None

    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        row = self._rows[index.row()]
        if index.column() == CHECK:
            return self._check(row, role)
        column = self._columns[index.column() - 1]
        if column.key == "status":
            return self._status(row, role)
        return _field(row, column, role)

    @override
    def setData(self, index: Index, value: object, role: int = Qt.ItemDataRole.EditRole) -> bool:
        wanted = self.flags(index) & Qt.ItemFlag.ItemIsUserCheckable
        if role != Qt.ItemDataRole.CheckStateRole or not wanted:
            return False
        number = self._rows[index.row()].number
        self._turned[number] = getattr(value, "value", value) == Qt.CheckState.Checked.value
        last = self.index(index.row(), len(self._columns))
        self.dataChanged.emit(self.index(index.row(), CHECK), last)
        self.chosen_changed.emit()
        return True

    def _filtered(self) -> list[PlannedRow]:
        return [row for row in self._plan.rows if _belongs(row, self._filter)] if self._plan else []

    def _is_chosen(self, row: PlannedRow) -> bool:
        return row.storable and self._turned.get(row.number, row.left_out is None)

    def _check(self, row: PlannedRow, role: int) -> object:
        chosen = self._is_chosen(row)
        if role == Qt.ItemDataRole.CheckStateRole and (row.storable or row.status is Status.ERROR):
            return Qt.CheckState.Checked if chosen else Qt.CheckState.Unchecked
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return tr("{name}: chosen", name=row.name) if chosen else tr("{name}: left out", name=row.name)
        return None

    def _status(self, row: PlannedRow, role: int) -> object:
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return self.status_text(row)
        if role == Qt.ItemDataRole.ToolTipRole:
            return plain_tooltip(self.status_text(row))
        odd = _is_odd(row)
        if role == Cell.ICON:
            return "warning" if odd else None
        if role == Cell.INK:
            quiet = row.status in (Status.UNCHANGED, Status.LEFT_OUT) or row.left_out is not None
            return "warn_text" if odd else "text_muted" if quiet else "text"
        if role == Cell.BOLD:
            return not odd and self._is_chosen(row)
        return None

    def _columns_of(self, kind: str) -> list[_Column]:
        name = _Column("name", tr("Name"), lambda row: row.name or "–")
        status = _Column("status", tr("Status"), self.status_text)
        if kind == "staff":
            return [
                name,
                _Column("role", tr("Role"), _of_person(lambda person: person.role)),
                _Column("hours", tr("Hours"), _of_person(lambda person: _hours(person.weekly_hours)), right=True),
                _Column("since", tr("Employed"), _of_person(lambda person: _day(person.started_on))),
                _Column("email", tr("E-mail"), _of_person(lambda person: person.email), muted=True),
                status,
            ]
        return [
            name,
            _Column("purpose", tr("Purpose"), _of_task(lambda task: task.purpose), muted=True),
            _Column("hours", tr("Hours"), _of_task(lambda task: _hours(task.hours_per_week)), right=True),
            _Column("scope", tr("Scope"), _of_task(lambda task: scope_name(task.scope))),
            status,
        ]


def _belongs(row: PlannedRow, name: str) -> bool:
    return {
        ALL: True,
        NEW: row.status is Status.NEW and row.left_out is None,
        CHANGED: row.status is Status.CHANGED,
        TO_LOOK_AT: _is_odd(row),
    }[name]


def _is_odd(row: PlannedRow) -> bool:
    """Whether a row is worth looking at: it cannot be read, something in it is missing, or something is asked."""
    asked = bool(row.answers) and (row.left_out is None or row.left_out.code != "same_row")
    return row.status is Status.ERROR or bool(row.warnings) or (asked and row.left_out is not None)


def _field(row: PlannedRow, column: _Column, role: int) -> object:
    if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
        return column.value(row)
    if role == Qt.ItemDataRole.ToolTipRole:
        return plain_tooltip(column.value(row))
    if role == Qt.ItemDataRole.TextAlignmentRole and column.right:
        return _RIGHT
    if role == Cell.INK:
        return "text_muted" if column.muted or not (row.storable or row.status is Status.UNCHANGED) else "text"
    return None


def _of_person(value: Callable[[Person], str]) -> Callable[[PlannedRow], str]:
    return lambda row: value(row.result) if isinstance(row.result, Person) else ""


def _of_task(value: Callable[[Task], str]) -> Callable[[PlannedRow], str]:
    return lambda row: value(row.result) if isinstance(row.result, Task) else ""


def _hours(hours: float | None) -> str:
    if hours is None:
        return "–"
    # One decimal as a rule, so that the figures stand under each other; two where there are quarters.
    return QLocale().toString(hours, "f", 1 if hours * 10 == round(hours * 10) else 2)


def _day(day: date | None) -> str:
    return "–" if day is None else day_in_figures(day)
