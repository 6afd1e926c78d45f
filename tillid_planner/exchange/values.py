"""What stands in cells: Danish and English numbers, days, words for steps."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from datetime import date, timedelta

from tillid_planner.domain.errors import Fault
from tillid_planner.exchange.cells import Cell, as_text

_NUMBER = re.compile(r"(-?\d{1,3}(?:\.\d{3})+|-?\d+)(?:,(\d+))?")
_ENGLISH = re.compile(r"-?\d+\.\d+")
_UNIT = re.compile(r"\s*(?:timer|time|t|hours?|hrs?|h)\.?(?:\s*(?:/|pr\.?|om|per|a)\s*(?:ugen|uge|week|w)\.?)?$")
_CLOCK = re.compile(r"(\d{1,3}):([0-5]\d)(?::00)?")
_DAY_FIRST = re.compile(r"(\d{1,2})[-./ ](\d{1,2})[-./ ](\d{4}|\d{2})(?:[ T]\d{1,2}[:.]\d{2}(?:[:.]\d{2})?)?")
_YEAR_FIRST = re.compile(r"(\d{4})([-./])(\d{1,2})\2(\d{1,2})(?:[ T].*)?")
_MONTH_IN_WORDS = re.compile(r"(\d{1,2})\.?\s*([a-z]{3})[a-z]*\.?,?\s*(\d{4})")
_MONTHS = {
    name: number
    for names in ("jan feb mar apr maj jun jul aug sep okt nov dec", "jan feb mar apr may jun jul aug sep oct nov dec")
    for number, name in enumerate(names.split(), start=1)
}
_FIRST_YEAR, _LAST_YEAR = 1900, 2199
#: What a day is when a spreadsheet shows it as a number: days since the end of 1899.
_SPREADSHEET_DAYS = (10_000, 100_000)
_SPREADSHEET_BEGINS = date(1899, 12, 30)
#: Longer than any number or day; what is longer is not even looked at.
_LONGEST = 60
_LONGEST_STEP = 400
_SHOWN = 40
_NOTHING = frozenset({"-", "–", "—", "n/a", "."})
_SHEET_ERROR = re.compile(r"#+|#N/A|#I/T|#[A-ZÆØÅ]+(?:/0)?[!?]|#DIVISION/0!")
#: The last year there is; systems that must have an end write it for none.
_NO_END = 9999


def text(cell: Cell) -> str:
    """Return a cell as text, a dash or the like that only says that there is nothing as «»."""
    said = as_text(cell).strip()
    return "" if said.casefold() in _NOTHING else said


def is_sheet_error(text: str) -> bool:
    """Whether a text is what a spreadsheet shows when a formula has failed or a column is too narrow."""
    return bool(_SHEET_ERROR.fullmatch(text[:_LONGEST]))


def number(cell: Cell) -> float | None:
    """Return a number written with a decimal comma or point or as 37:30, perhaps with «timer» behind it.

    None if it is none. An unlikely one (infinite, negative) is returned as it is.
    """
    if isinstance(cell, float):
        return cell
    said = as_text(cell).strip()
    if len(said) > _LONGEST:
        return None
    said = _UNIT.sub("", said.casefold())
    if clock := _CLOCK.fullmatch(said):
        return int(clock[1]) + int(clock[2]) / 60
    if _ENGLISH.fullmatch(said) and not re.fullmatch(r"-?\d{1,3}\.\d{3}", said):
        return float(said)
    match = _NUMBER.fullmatch(said)
    return float(f"{match[1].replace('.', '')}.{match[2] or 0}") if match else None


def day(cell: Cell) -> date | None:
    """Return a day: day first («01-03-2019», «1.3.19», «1/3/2019», «1. marts 2019»), ISO, or a spreadsheet's number.

    None if it is none, or not between 1900 and 2199. Two figures for the year mean 1970–2069, as in the systems
    that still write them so.
    """
    try:
        found = _day(cell)
    except (ValueError, OverflowError):
        return None
    return found if found and _FIRST_YEAR <= found.year <= _LAST_YEAR else None


def says_no_end(cell: Cell) -> bool:
    """Whether a cell holds a day in the year 9999, which means that there is no end."""
    try:
        found = _day(cell)
    except (ValueError, OverflowError):
        return False
    return found is not None and found.year == _NO_END


def _day(cell: Cell) -> date | None:
    if isinstance(cell, date):
        return cell
    if isinstance(cell, float):
        low, high = _SPREADSHEET_DAYS
        return _SPREADSHEET_BEGINS + timedelta(days=int(cell)) if low <= cell < high else None
    said = cell.strip()
    if len(said) > _LONGEST:
        return None
    if match := _YEAR_FIRST.fullmatch(said):
        return date(int(match[1]), int(match[3]), int(match[4]))
    if match := _DAY_FIRST.fullmatch(said):
        year = int(match[3])
        if len(match[3]) == 2:
            year += 2000 if year < 70 else 1900
        return date(year, int(match[2]), int(match[1]))
    match = _MONTH_IN_WORDS.fullmatch(said.casefold())
    if match and match[2] in _MONTHS:
        return date(int(match[3]), _MONTHS[match[2]], int(match[1]))
    return None


def step(cell: Cell, steps: Mapping[int, Sequence[str]]) -> int | None:
    """Return the step whose word (or number) a cell begins with; None if it is none of them."""
    text = as_text(cell).strip()[:_LONGEST_STEP].casefold()
    if len(text) == 1 and text.isdecimal():
        return int(text) if int(text) in steps else None
    found = [
        (len(word), value)
        for value, words in steps.items()
        for word in words
        if re.match(re.escape(word) + r"(?!\w)", text)
    ]
    return max(found)[1] if found else None


def looks_like_formula(text: str, *, is_name: bool = False) -> bool:
    """Whether a spreadsheet would run the text instead of showing it; in a name a sign in front is enough."""
    return text.startswith(("=", "@", "+", "-") if is_name else ("=", "@"))


def name_faults(name: str) -> list[Fault]:
    """Return what is wrong with a name: a formula, what a failed formula shows, or no letters in it."""
    if looks_like_formula(name, is_name=True):
        return [Fault("name", "looks_like_formula")]
    if is_sheet_error(name):
        return [Fault("name", "sheet_error", {"text": short(name)})]
    return [] if any(sign.isalpha() for sign in name) else [Fault("name", "not_a_name")]


def text_fault(field: str, text: str) -> Fault | None:
    """Return what is wrong with a text: a formula, or what a failed formula shows."""
    if looks_like_formula(text):
        return Fault(field, "looks_like_formula")
    return Fault(field, "sheet_error", {"text": short(text)}) if is_sheet_error(text) else None


def short(text: str) -> str:
    """Return a text short enough to be shown in a sentence."""
    return text if len(text) <= _SHOWN else text[: _SHOWN - 1] + "…"
