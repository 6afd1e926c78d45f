"""The tasks of one person as a table: what is agreed, what could be, her own view, the next follow-up."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date
from enum import IntEnum
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from typing_extensions import override

from tillid_planner.content import Words
from tillid_planner.domain.explanation import Wording, listed
from tillid_planner.services.person_review import Dose, TaskLine, unclosed
from tillid_planner.ui.days import day_text, short_day_text
from tillid_planner.ui.person.course_words import rung_words
from tillid_planner.ui.texts import tr
from tillid_planner.ui.theme import ratings_hidden
from tillid_planner.ui.widgets import Cell
from tillid_planner.ui.widgets.rungs import rung_name

Index = QModelIndex | QPersistentModelIndex
_PARENTHESIS = re.compile(r" \([^()]*\)$")


class Column(IntEnum):
    """The columns of the table."""

    TASK = 0
    AGREED = 1
    SUGGESTED = 2
    OWN = 3
    FOLLOW_UP = 4


class LinesModel(QAbstractTableModel):
    """One row for each task, in the order given."""

    def __init__(self, words: Words, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._words = words
        self._lines: Sequence[TaskLine] = ()
        self._wordings: list[Wording | None] = []
        self._today = date.today()

    def set_lines(self, lines: Sequence[TaskLine], today: date) -> None:
        """Show other lines."""
        self.beginResetModel()
        self._lines, self._today = lines, today
        self._wordings = [line.wording(self._words) for line in lines]
        self.endResetModel()

    def line(self, row: int) -> TaskLine | None:
        """Return the line of a row, or None."""
        return self._lines[row] if 0 <= row < len(self._lines) else None

    def row_of(self, task_id: int) -> int:
        """Return the row of a task, or -1."""
        return next((row for row, line in enumerate(self._lines) if line.task_id == task_id), -1)

    @override
    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self._lines)

    @override
    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(Column)

    @override
    def headerData(self, section: int, orientation: Qt.Orientation, role: int = 0) -> object:
        if orientation is Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            heads = (tr("Task"), tr("Agreed rung"), tr("Suggestion"), tr("Wish"), tr("Follow-up"))
            return heads[section] if 0 <= section < len(heads) else None
        return None

    @override
    def flags(self, index: Index) -> Qt.ItemFlag:
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemNeverHasChildren

    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        line, column = self._lines[index.row()], Column(index.column())
        if role == Qt.ItemDataRole.DisplayRole:
            return self._text(line, column)
        if role == Cell.SECOND:
            return self._second(line, column, self._wordings[index.row()])
        if role == Cell.RUNG:
            return _badge(line, column)
        if role == Cell.INK:
            return self._ink(line, column)
        if role == Cell.PRIVATE:
            return column in (Column.AGREED, Column.SUGGESTED)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return self._spoken(line, column, self._wordings[index.row()])
        return None

    def _text(self, line: TaskLine, column: Column) -> str:
        if column is Column.TASK:
            return line.task.name
        if column is Column.AGREED:
            if line.rung is None:
                return tr("Offered") if line.sheet.offer else tr("Not agreed")
            return rung_name(self._words, line.rung)
        if column is Column.SUGGESTED:
            return dose_text(line)
        if column is Column.FOLLOW_UP:
            planned = line.next_follow_up
            if planned is None:
                return ""
            return tr("today") if planned.due_on == self._today else short_day_text(planned.due_on, self._today)
        return ""

    def _second(self, line: TaskLine, column: Column, wording: Wording | None) -> str:
        if column is Column.TASK:
            return "" if ratings_hidden() else limit_text(line, wording, self._words)
        if column is Column.AGREED and line.rung is not None and line.sheet.offer is not None:
            return tr("rung {rung} on its way", rung=line.sheet.offer.rung)
        if column is Column.AGREED and line.since is not None:
            return tr("since {day}", day=day_text(line.since, self._today))
        if column is Column.FOLLOW_UP and self._overdue(line):
            return tr("not held")
        if column is Column.FOLLOW_UP and line.next_follow_up is not None and line.next_follow_up.due_at is not None:
            return f"{line.next_follow_up.due_at:%H.%M}"
        return ""

    def _ink(self, line: TaskLine, column: Column) -> str:
        if column is Column.FOLLOW_UP:
            return "warn_text" if self._overdue(line) else "text_muted"
        if column is Column.SUGGESTED or (column is Column.AGREED and line.rung is None):
            return "text_muted"
        return "text"

    def _overdue(self, line: TaskLine) -> bool:
        return line.next_follow_up is not None and line.next_follow_up.due_on < self._today

    def _spoken(self, line: TaskLine, column: Column, wording: Wording | None) -> str:
        if ratings_hidden() and column is not Column.FOLLOW_UP:
            return line.task.name if column is Column.TASK else ""
        if column is Column.AGREED:
            said = self._text(line, column) if line.rung is None else rung_words(line.rung, self._words)
            second = self._second(line, column, None)
            return tr("{rung}, {since}", rung=said, since=second) if second else said
        if column is Column.SUGGESTED:
            found = line.suggestion
            rung = rung_words(found.rung, self._words) if found is not None and found.rung is not None else ""
            return ", ".join(part for part in (rung, self._text(line, column)) if part)
        if column is Column.OWN:
            return "" if line.wish is None else rung_words(line.wish, self._words)
        parts = (self._text(line, column), self._second(line, column, wording))
        return ", ".join(part for part in parts if part)


def dose_text(line: TaskLine) -> str:
    """Return in a word or two how the agreed rung fits what can be carried."""
    if line.closed:
        return tr("not opened")
    found = line.suggestion
    if line.rung is None:
        return "" if found is None or found.rung is None else tr("can begin")
    dose = line.dose
    if dose is None:
        return ""
    return {
        Dose.STEP: tr("a step up"),
        Dose.ROOM: tr("carries more"),
        Dose.FITS: tr("fits"),
        Dose.FRAME: tr("the frame"),
        Dose.ABOVE: tr("less"),
    }[dose]


def limit_text(line: TaskLine, wording: Wording | None, words: Words) -> str:
    """Return what sets the limit, on one line."""
    if unclosed(line):
        return tr("A breach that is not closed")
    if line.closed:
        return tr("Open the suggestion in Trust to see it")
    if line.task.missing:
        return tr("The task is not described yet")
    if wording is None:
        return ""
    if wording.limits:
        if len(wording.limits) == 1:
            return tr("Limit: {what}", what=wording.limits[0])
        # Several in short; the figures stand beside, under «Why».
        return tr("Limit: {what}", what=listed([_PARENTHESIS.sub("", limit) for limit in wording.limits], words))
    return wording.unlimited


def _badge(line: TaskLine, column: Column) -> tuple[int | None, str] | None:
    if column is Column.AGREED:
        if line.rung is not None:
            return (line.rung, "agreed")
        return (line.sheet.offer.rung, "suggestion") if line.sheet.offer else None
    if column is Column.SUGGESTED:
        found = line.suggestion
        differs = found is not None and found.rung is not None and found.rung != line.rung
        return (found.rung, "suggestion") if found is not None and differs else None
    if column is Column.OWN and line.wish is not None:
        return (line.wish, "own")
    return None
