"""Days as people and systems write them; the order of day and month is decided for a whole column."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date, timedelta
from enum import StrEnum
from typing import Final

from tillid_planner.exchange.cells import Cell

_TIME: Final = r"(?:[ t]+\d{1,2}[:.]\d{2}.*)?"
_WEEKDAY: Final = r"(?:(?:man|tir|ons|tor|fre|lør|søn|mon|tue|wed|thu|fri|sat|sun)[a-zæøå]*\.?,?\s+)?"
_NUMBERS: Final = re.compile(
    rf"{_WEEKDAY}(?:d\.|den)?\s*(\d{{1,2}})\s*([-./ ])\s*(\d{{1,2}})\s*[-./ ]\s*(\d{{4}}|\d{{2}})\.?{_TIME}"
)
_YEAR_FIRST: Final = re.compile(rf"(\d{{4}})\s*([-./])\s*(\d{{1,2}})\s*\2\s*(\d{{1,2}})\.?{_TIME}")
_DAY_MONTH_NAME: Final = re.compile(
    rf"{_WEEKDAY}(?:d\.|den)?\s*(\d{{1,2}})\.?[\s-]*([a-z]{{3,9}})\.?,?[\s-]*(\d{{4}}|\d{{2}})\.?{_TIME}"
)
_MONTH_NAME_DAY: Final = re.compile(rf"{_WEEKDAY}([a-z]{{3,9}})\.?\s+(\d{{1,2}})(?:st|nd|rd|th)?,?\s+(\d{{4}}){_TIME}")
_FIGURES: Final = re.compile(r"\d{8}")
_SERIAL: Final = re.compile(r"\d{5}(?:[.,]\d+)?")
_MONTHS: Final = {
    name: number
    for names in (
        "jan feb mar apr maj jun jul aug sep okt nov dec",
        "jan feb mar apr may jun jul aug sep oct nov dec",
        "januar februar marts april maj juni juli august september oktober november december",
        "january february march april may june july august september october november december",
    )
    for number, name in enumerate(names.split(), start=1)
} | {"sept": 9}
_FIRST_YEAR, _LAST_YEAR = 1900, 2199
#: What a day is when a spreadsheet shows it as a number: days since the end of 1899.
_SPREADSHEET_DAYS: Final = (10_000, 100_000)
_SPREADSHEET_BEGINS: Final = date(1899, 12, 30)
#: Systems that must have a day write one of these for none: the first they know, or one nobody lives to see.
_NO_FIRST_DAYS: Final = (date(1900, 1, 1), date(1899, 12, 30), date(1899, 12, 31), date(1753, 1, 1))
_NO_LAST_YEARS: Final = (2099, 9999)
_ZEROS: Final = re.compile(r"0{1,4}[-./ ]?0{1,2}[-./ ]?0{1,4}(?:[ Tt]00[:.]00.*)?")
#: Longer than any day; what is longer is not even looked at.
_LONGEST: Final = 60


class DayOrder(StrEnum):
    """How «03/04/2019» is meant in a column."""

    DAY_FIRST = "day_first"
    MONTH_FIRST = "month_first"


def read_day(cell: Cell, order: DayOrder = DayOrder.DAY_FIRST) -> date | None:
    """Return a day, ``order`` telling day from month; None if it is none or not between 1900 and 2199.

    Days come as «01-03-2019», «1/3-19», «1. marts 2019», «01-MAR-2019», «Mar 1, 2019», «20190301», «01032019»,
    with a weekday or a time, in ISO 8601, and as a spreadsheet's number. Two figures for the year mean 1970–2069.
    """
    try:
        found = _read(cell, order)
    except (ValueError, OverflowError):
        return None
    return found if found and _FIRST_YEAR <= found.year <= _LAST_YEAR else None


def says_no_day(cell: Cell) -> bool:
    """Whether a cell holds what systems write for no day: only zeros, the year 1900, 2099 or 9999."""
    if isinstance(cell, str) and len(cell) <= _LONGEST and _ZEROS.fullmatch(cell.strip()):
        return True
    try:
        found = _read(cell, DayOrder.DAY_FIRST)
    except (ValueError, OverflowError):
        return False
    return found is not None and (found in _NO_FIRST_DAYS or found.year in _NO_LAST_YEARS)


def order_of(cells: Iterable[Cell]) -> DayOrder | None:
    """Return how the days of a column are written; None if that cannot be told.

    Told by days above 12, and by Danish ways of writing (points, hyphens, months in Danish). Only days between
    slashes that could be either way leave it open; a column without such days is read day first.
    """
    day_first = month_first = either = 0
    for cell in cells:
        if not isinstance(cell, str) or len(cell) > _LONGEST:
            continue
        said = cell.strip().casefold()
        found = _NUMBERS.fullmatch(said)
        if found is None:
            continue
        first, second = int(found[1]), int(found[3])
        if first > 12 >= second:
            day_first += 1
        elif second > 12 >= first:
            month_first += 1
        elif found[2] != "/" or "-" in said[found.end(2) : found.start(4)]:
            day_first += 1
        else:
            either += first != second
    if day_first or month_first:
        if day_first == month_first:
            return None
        return DayOrder.DAY_FIRST if day_first > month_first else DayOrder.MONTH_FIRST
    return None if either else DayOrder.DAY_FIRST


def _read(cell: Cell, order: DayOrder) -> date | None:
    if isinstance(cell, date):
        return cell
    if isinstance(cell, float):
        return _serial(cell)
    said = " ".join(cell.split()).casefold()
    if len(said) > _LONGEST:
        return None
    if found := _YEAR_FIRST.fullmatch(said):
        return date(int(found[1]), int(found[3]), int(found[4]))
    if found := _NUMBERS.fullmatch(said):
        first, second = int(found[1]), int(found[3])
        day, month = (first, second) if order is DayOrder.DAY_FIRST else (second, first)
        return date(_year(found[4]), month, day)
    if (found := _DAY_MONTH_NAME.fullmatch(said)) and found[2] in _MONTHS:
        return date(_year(found[3]), _MONTHS[found[2]], int(found[1]))
    if (found := _MONTH_NAME_DAY.fullmatch(said)) and found[1] in _MONTHS:
        return date(int(found[3]), _MONTHS[found[1]], int(found[2]))
    if _FIGURES.fullmatch(said):
        year_first = _FIRST_YEAR <= int(said[:4]) <= _LAST_YEAR and 1 <= int(said[4:6]) <= 12
        if year_first or int(said[:4]) == _NO_LAST_YEARS[-1]:
            return date(int(said[:4]), int(said[4:6]), int(said[6:]))
        return date(int(said[4:]), int(said[2:4]), int(said[:2]))
    return _serial(float(said.replace(",", "."))) if _SERIAL.fullmatch(said) else None


def _serial(number: float) -> date | None:
    low, high = _SPREADSHEET_DAYS
    return _SPREADSHEET_BEGINS + timedelta(days=int(number)) if low <= number < high else None


def _year(figures: str) -> int:
    year = int(figures)
    return year if len(figures) == 4 else year + (2000 if year < 70 else 1900)
