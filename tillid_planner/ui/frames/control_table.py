"""The controls as a table: what they are for, what staff say, what they cost, and what is done about them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from enum import IntEnum
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from typing_extensions import override

from tillid_planner.content import Words
from tillid_planner.services.controls import ControlView
from tillid_planner.ui.frames.wording import (
    form_line,
    meaning_words,
    minutes_words,
    month_of,
    stance_words,
    state_words,
)
from tillid_planner.ui.texts import tr
from tillid_planner.ui.widgets import Cell

Index = QModelIndex | QPersistentModelIndex
_ROOT = QModelIndex()


class Column(IntEnum):
    """The columns of the table."""

    CONTROL = 0
    PURPOSE = 1
    STAFF = 2
    TIME = 3
    STANCE = 4


@dataclass(frozen=True, slots=True)
class ControlRow:
    """One control in words; each column has a line, and perhaps a second."""

    control_id: int
    cells: tuple[tuple[str, str], ...]
    state: str
    quiet: frozenset[Column]


def control_row(view: ControlView, words: Words, today: date) -> ControlRow:
    """Put a control into the words of its row."""
    control, marks = view.control, view.marks
    state = state_words(control, today)
    quiet = {Column.STANCE} if control.ours or control.stance is None else set()
    return ControlRow(
        control_id=control.id or 0,
        cells=(
            (control.name, " · ".join(part for part in (form_line(control, words), state) if part)),
            (words.text(f"frames.purpose.{control.purpose}"), ""),
            (meaning_words(view.meaning, words), month_of(marks[0], today) if marks else ""),
            (minutes_words(control.minutes), ""),
            (stance_words(control, words), ""),
        ),
        state=state,
        quiet=frozenset(quiet if marks else quiet | {Column.STAFF}),
    )


class ControlTable(QAbstractTableModel):
    """The rows of the controls."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: Sequence[ControlRow] = ()

    def set_rows(self, rows: Sequence[ControlRow]) -> None:
        """Show other rows."""
        self.beginResetModel()
        self._rows = rows
        self.endResetModel()

    def row(self, number: int) -> ControlRow:
        """Return the row at a place."""
        return self._rows[number]

    def row_of(self, control_id: int | None) -> int:
        """Return the place of a control, or -1."""
        return next((at for at, row in enumerate(self._rows) if row.control_id == control_id), -1)

    @override
    def rowCount(self, parent: Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(self._rows)

    @override
    def columnCount(self, parent: Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(Column)

    @override
    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if orientation is not Qt.Orientation.Horizontal:
            return None
        if role == Qt.ItemDataRole.TextAlignmentRole and section == Column.TIME:
            return Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        names = (tr("Control"), tr("Purpose"), tr("Staff say"), tr("Time a week"), tr("What do we do?"))
        return names[section] if role == Qt.ItemDataRole.DisplayRole and 0 <= section < len(names) else None

    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        row, column = self._rows[index.row()], Column(index.column())
        first, second = row.cells[column]
        if role == Qt.ItemDataRole.DisplayRole:
            return first
        if role == Cell.SECOND:
            return second or None
        if role == Cell.INK:
            return "text_muted" if column in row.quiet else None
        if role == Cell.ICON:
            return "warning" if column == Column.CONTROL and row.state == tr("Not told yet") else None
        if role == Qt.ItemDataRole.TextAlignmentRole and column == Column.TIME:
            return Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return ", ".join(part for part in (first, second) if part)
        return None
