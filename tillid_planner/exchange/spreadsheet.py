"""Writes week plans as a spreadsheet (XLSX) with real numbers and dates; typed text stays text."""

from __future__ import annotations

import io
import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from tillid_planner.domain.week import DayOff
from tillid_planner.exchange.week_plan import PlannedDay, PlannedRow, WeekPlan

if TYPE_CHECKING:
    from xlsxwriter import Workbook
    from xlsxwriter.format import Format
    from xlsxwriter.worksheet import Worksheet

#: What makes a program take the text of a cell for a formula.
#: Also behind signs that are not seen, and in full width: programs skip the former and take the latter for the same.
_FORMULA = re.compile(
    r"[\t\r]|[\s\x00-\x1f\u200b-\u200f\u2060\ufeff]*[=+\-@\uff1d\uff0b\uff0d\uff20\ufe66\ufe62\ufe63\u2212]"
)
_MOST_IN_A_CELL = 32_767
_WIDTHS = (26.0, 20.0, 16.0, 14.0, 40.0, 8.0, 8.0, 24.0, 24.0)


@dataclass(frozen=True, slots=True)
class SheetWords:
    """The words of a spreadsheet in one language, and how its days are written.

    ``week`` is a sheet's name with ``{number}`` and ``{year}``; the formats are Excel's; ``rungs`` are written out
    from 0 to 5, because a rung is no number to reckon with; ``off`` says how somebody is not there.
    """

    title: str
    overview: str
    week: str
    name: str
    role: str
    day: str
    what: str
    task: str
    hours: str
    clock: str
    rung: str
    agreed: str
    a_task: str
    a_follow_up: str
    a_talk: str
    total: str
    day_format: str
    short_day_format: str
    rungs: tuple[str, ...]
    off: Mapping[DayOff, str]


def looks_like_formula(text: str) -> bool:
    """Whether a program may take the text of a cell for a formula once the cell is edited or pasted (trap 9)."""
    return bool(_FORMULA.match(text))


def plan_workbook(plans: Sequence[WeekPlan], words: SheetWords, *, tell: Callable[[], object] | None = None) -> bytes:
    """Return a workbook: an overview of people × days in hours, and a sheet a week; ``tell`` is called per week."""
    import xlsxwriter

    target = io.BytesIO()
    # Kept in memory: the library's sparing mode writes what it is given to temporary files in the clear.
    book = xlsxwriter.Workbook(
        target,
        {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False},
    )
    book.set_properties({"title": words.title})
    styles = _Styles(book, words)
    _overview(book.add_worksheet(words.overview), plans, words, styles)
    for plan in plans:
        name = words.week.format(number=plan.week.number, year=plan.week.year)
        _week(book.add_worksheet(name), plan, words, styles)
        if tell is not None:
            tell()
    book.close()
    return target.getvalue()


class _Styles:
    def __init__(self, book: Workbook, words: SheetWords) -> None:
        self.head: Format = book.add_format({"bold": True, "bottom": 1, "text_wrap": True, "valign": "top"})
        self.head_day: Format = book.add_format(
            {"bold": True, "bottom": 1, "num_format": words.short_day_format, "align": "right", "valign": "top"}
        )
        self.text: Format = book.add_format({"valign": "top"})
        # The mark that keeps it text also after somebody has edited the cell.
        self.quoted: Format = book.add_format({"valign": "top", "quote_prefix": True})
        self.day: Format = book.add_format({"num_format": words.day_format, "align": "left", "valign": "top"})
        self.hours: Format = book.add_format({"num_format": "0.00", "valign": "top"})
        self.sum: Format = book.add_format({"num_format": "0.00", "bold": True, "valign": "top"})
        self.clock: Format = book.add_format({"num_format": "hh:mm", "valign": "top"})


def _overview(sheet: Worksheet, plans: Sequence[WeekPlan], words: SheetWords, styles: _Styles) -> None:
    days = [day for plan in plans for day in plan.week.days]
    column_of = {day: number for number, day in enumerate(days, start=1)}
    last = len(days) + 1
    sheet.freeze_panes(1, 1)
    sheet.set_column(0, 0, _WIDTHS[0])
    sheet.set_column(1, len(days), 11)
    sheet.set_column(last, last, 9)
    sheet.write_string(0, 0, words.name, styles.head)
    for day, column in column_of.items():
        sheet.write_datetime(0, column, day, styles.head_day)
    sheet.write_string(0, last, words.total, styles.head)
    sums: dict[date, float] = dict.fromkeys(days, 0.0)
    line = 0
    for line, rows in enumerate(_by_assignee(plans), start=1):
        _write_text(sheet, line, 0, rows[0].name, styles)
        total = 0.0
        for row in rows:
            for planned in row.days:
                hours = sum(task.hours for task in planned.tasks)
                if hours:
                    sheet.write_number(line, column_of[planned.day], hours, styles.hours)
                    sums[planned.day] += hours
                    total += hours
        sheet.write_number(line, last, total, styles.sum)
    sheet.write_string(line + 1, 0, words.total, styles.sum)
    for day, column in column_of.items():
        sheet.write_number(line + 1, column, sums[day], styles.sum)
    sheet.write_number(line + 1, last, sum(sums.values()), styles.sum)


def _by_assignee(plans: Sequence[WeekPlan]) -> Iterable[list[PlannedRow]]:
    found: dict[int, list[PlannedRow]] = {}
    for plan in plans:
        for row in plan.rows:
            found.setdefault(row.key, []).append(row)
    return found.values()


def _week(sheet: Worksheet, plan: WeekPlan, words: SheetWords, styles: _Styles) -> None:
    heads = [words.name, words.role, words.day, words.what, words.task, words.hours, words.clock]
    if plan.with_rungs:
        heads += [words.rung, words.agreed]
    sheet.freeze_panes(1, 1)
    for column, head in enumerate(heads):
        sheet.set_column(column, column, _WIDTHS[column])
        sheet.write_string(0, column, head, styles.head)
    line = 1
    for row in plan.rows:
        for day in row.days:
            line = _day(sheet, line, row, day, words, styles)
    sheet.write_string(line, 0, words.total, styles.sum)
    sheet.write_number(line, 5, sum(row.hours for row in plan.rows), styles.sum)
    if line > 1:
        sheet.autofilter(0, 0, line - 1, len(heads) - 1)


def _day(sheet: Worksheet, line: int, row: PlannedRow, day: PlannedDay, words: SheetWords, styles: _Styles) -> int:
    def begin(what: str, text: str) -> None:
        _write_text(sheet, line, 0, row.name, styles)
        _write_text(sheet, line, 1, row.role, styles)
        sheet.write_datetime(line, 2, day.day, styles.day)
        sheet.write_string(line, 3, what, styles.text)
        _write_text(sheet, line, 4, text, styles)

    if day.off is not None:
        begin(words.off[day.off], "")
        line += 1
    for task in day.tasks:
        begin(words.a_task, task.name)
        sheet.write_number(line, 5, task.hours, styles.hours)
        for column, rung in ((7, task.rung), (8, task.agreed)):
            if rung is not None:
                sheet.write_string(line, column, words.rungs[rung], styles.text)
        line += 1
    for meeting in day.meetings:
        begin(words.a_follow_up if meeting.task else words.a_talk, meeting.task)
        if meeting.at is not None:
            sheet.write_datetime(line, 6, meeting.at, styles.clock)
        line += 1
    return line


def _write_text(sheet: Worksheet, line: int, column: int, text: str, styles: _Styles) -> None:
    if text:
        quoted = looks_like_formula(text)
        sheet.write_string(line, column, text[:_MOST_IN_A_CELL], styles.quoted if quoted else styles.text)
