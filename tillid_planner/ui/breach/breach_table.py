"""Breach cases as a table: by status and next step, without a count for anybody."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import IntEnum

from PySide6.QtCore import Qt
from typing_extensions import override

from tillid_planner.content import Words
from tillid_planner.domain.breach_watch import READY
from tillid_planner.domain.case import BreachStatus
from tillid_planner.services.breach_cases import CaseView
from tillid_planner.ui.days import day_text
from tillid_planner.ui.texts import tr
from tillid_planner.ui.widgets import Cell
from tillid_planner.ui.widgets.rows_model import RowsModel


class Column(IntEnum):
    """The columns of the log."""

    CASE = 0
    STATUS = 1
    NEXT = 2
    DAY = 3


@dataclass(frozen=True, slots=True)
class CaseRow:
    """One case in words."""

    case_id: int
    task: str
    assignee: str
    status: str
    next_step: str
    reminders: tuple[str, ...]
    day: str
    deleted: str
    icon: str


def case_row(view: CaseView, words: Words, today: date) -> CaseRow:
    """Put a case into the words of its row."""
    codes = [reminder.code for reminder in view.reminders]
    return CaseRow(
        case_id=view.case.id or 0,
        task=view.task.name,
        assignee=view.assignee.name,
        status=words.text(f"breach.status.{status_key(view)}"),
        next_step=words.text(f"breach.step.{view.next_step}.name") if view.next_step else tr("Nothing more"),
        reminders=tuple(_said(f"breach.watch_short.{r.code}", dict(r.params), words, today) for r in view.reminders),
        day=day_text(view.case.happened_on, today),
        deleted=(words.text("breach.closing.delete_on", day=day_text(view.delete_on, today)) if view.delete_on else ""),
        icon="" if not codes else "check" if READY.issuperset(codes) else "warning",
    )


def status_key(view: CaseView) -> str:
    """Return the key of the words for how far a case has come."""
    case = view.case
    waits = case.waits_for_advice and case.status is BreachStatus.OPEN
    return "formal" if waits or case.leaving else str(case.status)


def reminder_words(code: str, params: dict[str, object], words: Words, today: date) -> str:
    """Say a reminder; days in it are said as days are."""
    return _said(f"breach.watch.{code}", params, words, today)


def _said(key: str, params: dict[str, object], words: Words, today: date) -> str:
    said = {name: day_text(value, today) if isinstance(value, date) else value for name, value in params.items()}
    return words.text(key, **said)


class BreachTable(RowsModel[CaseRow]):
    """The rows of the log."""

    columns = Column

    @override
    def headings(self) -> tuple[str, ...]:
        return tr("Case"), tr("Status"), tr("Next step"), tr("Happened")

    @override
    def id_of(self, row: CaseRow) -> int:
        return row.case_id

    @override
    def cell(self, row: CaseRow, column: int, role: int) -> object:
        noticed = "\n".join(row.reminders)
        first, second = (
            (row.task, row.assignee),
            (row.status, row.deleted),
            (row.next_step, noticed),
            (row.day, ""),
        )[column]
        if role == Qt.ItemDataRole.DisplayRole:
            return first
        if role == Cell.SECOND:
            return second or None
        if role == Cell.ICON:
            return row.icon or None if column == Column.NEXT else None
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return ", ".join(part for part in (first, *second.split("\n")) if part)
        return None
