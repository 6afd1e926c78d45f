"""The register of tasks as a table: a list of rows, loaded once."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import IntEnum
from functools import cached_property

from PySide6.QtCore import QObject, Qt
from typing_extensions import override

from tillid_planner.content import Words
from tillid_planner.domain.task import Task
from tillid_planner.ui.task_meaning import Meaning, meaning_of
from tillid_planner.ui.task_words import (
    NO_CEILING,
    NOT_DELEGABLE,
    clarity_words,
    exposure_words,
    rung_name,
    scope_name,
)
from tillid_planner.ui.texts import tr
from tillid_planner.ui.widgets import Cell, format_number, plain_tooltip
from tillid_planner.ui.widgets.rows_model import RowsModel

NAMES_SHOWN = 2


class TaskColumn(IntEnum):
    """The columns of the register of tasks."""

    NAME = 0
    SCOPE = 1
    HOURS = 2
    MEANING = 3
    HOLDERS = 4
    CEILING = 5


@dataclass(frozen=True)
class TaskRow:
    """A task and the names of those who hold it, sorted by name."""

    task: Task
    holders: tuple[str, ...] = ()

    @cached_property
    def meaning(self) -> Meaning | None:
        """What the task's description means; None while it is not described."""
        return meaning_of(self.task)

    @property
    def nobody_yet(self) -> bool:
        """Whether the task could be handed over and nobody holds it."""
        task = self.task
        return not self.holders and task.legal_ceiling != NOT_DELEGABLE and task.archived_on is None


class TasksModel(RowsModel[TaskRow]):
    """Rows of tasks for a table with two lines to a row."""

    columns = TaskColumn
    figures = frozenset({TaskColumn.HOURS})

    def __init__(self, words: Words, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._words = words
        self._by_role: dict[int, Callable[[TaskRow, int], object]] = {
            Qt.ItemDataRole.DisplayRole: self._text,
            Cell.SECOND: self._second,
            Cell.INK: self._ink,
            Cell.RUNG: self._rung,
            Qt.ItemDataRole.ToolTipRole: self._tooltip,
            Qt.ItemDataRole.AccessibleTextRole: self._spoken,
        }

    @override
    def headings(self) -> tuple[str, ...]:
        return tr("Task"), tr("Scope"), tr("Hours a week"), tr("What it means"), tr("Held by"), tr("Ceiling by law")

    @override
    def id_of(self, row: TaskRow) -> int | None:
        return row.task.id

    @override
    def cell(self, row: TaskRow, column: int, role: int) -> object:
        answer = self._by_role.get(role)
        return None if answer is None else answer(row, column)

    def _text(self, row: TaskRow, column: int) -> str:
        task = row.task
        if column == TaskColumn.NAME:
            return task.name
        if column == TaskColumn.SCOPE:
            return scope_name(task.scope)
        if column == TaskColumn.HOURS:
            return "" if task.hours_per_week is None else format_number(task.hours_per_week)
        if column == TaskColumn.MEANING:
            return exposure_words(row.meaning) if row.meaning else tr("Not described yet")
        if column == TaskColumn.HOLDERS:
            return self._holders(row)
        return self._ceiling(task)

    def _holders(self, row: TaskRow) -> str:
        if row.task.archived_on is not None:
            return tr("Is put away")
        if row.nobody_yet:
            return tr("Nobody holds it yet")
        return row.holders[0] if row.holders else ""

    def _ceiling(self, task: Task) -> str:
        if task.legal_ceiling == NO_CEILING:
            return tr("No ceiling")
        if task.legal_ceiling == NOT_DELEGABLE:
            return tr("May not be handed over")
        return rung_name(self._words, task.legal_ceiling)

    def _second(self, row: TaskRow, column: int) -> str:
        if column == TaskColumn.NAME:
            return " ".join(row.task.purpose.split())
        if column == TaskColumn.MEANING:
            return clarity_words(row.task.clarity) if row.task.clarity else ""
        if column == TaskColumn.HOLDERS and row.task.archived_on is None:
            return short_list(row.holders[1:], shown=NAMES_SHOWN - 1)
        return ""

    def _ink(self, row: TaskRow, column: int) -> str:
        quiet = {
            TaskColumn.NAME: row.task.archived_on is not None,
            TaskColumn.SCOPE: True,
            TaskColumn.MEANING: row.meaning is None,
            TaskColumn.HOLDERS: row.nobody_yet or row.task.archived_on is not None,
            TaskColumn.CEILING: row.task.legal_ceiling == NO_CEILING,
        }
        return "text_muted" if quiet.get(TaskColumn(column)) else "text"

    def _rung(self, row: TaskRow, column: int) -> object:
        ceiling = row.task.legal_ceiling
        if column == TaskColumn.CEILING and ceiling not in (NO_CEILING, NOT_DELEGABLE):
            return (ceiling, "agreed")
        return None

    def _tooltip(self, row: TaskRow, column: int) -> str | None:
        # What is left out behind «+2» is told here; what is cut off, the table tells by itself.
        if column == TaskColumn.HOLDERS and len(row.holders) > NAMES_SHOWN:
            return plain_tooltip("\n".join(row.holders))
        return None

    def _spoken(self, row: TaskRow, column: int) -> str:
        text = self._text(row, column)
        if column == TaskColumn.HOLDERS and row.holders:
            return ", ".join(row.holders)
        rung = self._rung(row, column)
        if rung is not None:
            return f"{row.task.legal_ceiling} {text}"
        second = self._second(row, column)
        return f"{text}. {second}" if second else text


def short_list(names: Sequence[str], shown: int = NAMES_SHOWN) -> str:
    """Return the first names and how many more there are; *names* are sorted."""
    more = len(names) - shown
    first = ", ".join(names[:shown])
    return f"{first} +{more}" if more > 0 else first
