"""The controls as a table: what they are for, what staff say, what they cost, and what is done about them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import IntEnum

from PySide6.QtCore import Qt
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
from tillid_planner.ui.widgets.rows_model import RowsModel


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


class ControlTable(RowsModel[ControlRow]):
    """The rows of the controls."""

    columns = Column
    figures = frozenset({Column.TIME})

    @override
    def headings(self) -> tuple[str, ...]:
        return tr("Control"), tr("Purpose"), tr("Staff say"), tr("Time a week"), tr("What do we do?")

    @override
    def id_of(self, row: ControlRow) -> int:
        return row.control_id

    @override
    def cell(self, row: ControlRow, column: int, role: int) -> object:
        first, second = row.cells[column]
        if role == Qt.ItemDataRole.DisplayRole:
            return first
        if role == Cell.SECOND:
            return second or None
        if role == Cell.INK:
            return "text_muted" if column in row.quiet else None
        if role == Cell.ICON:
            return "warning" if column == Column.CONTROL and row.state == tr("Not told yet") else None
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return ", ".join(part for part in (first, second) if part)
        return None
