"""What stands in cells: Danish and English numbers, days, words for steps."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from datetime import date

from tillid_planner.exchange.tabular import Cell, as_text

_NUMBER = re.compile(r"(-?\d{1,3}(?:\.\d{3})+|-?\d+)(?:,(\d+))?")
_ENGLISH = re.compile(r"-?\d+\.\d+")
_UNIT = re.compile(r"\s*(?:t|timer|time|h|hours?)\.?$")
_DAY_FIRST = re.compile(r"(\d{1,2})[-./ ](\d{1,2})[-./ ](\d{4}|\d{2})(?:[ T]\d{1,2}[:.]\d{2}(?:[:.]\d{2})?)?")
_YEAR_FIRST = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})(?:[ T].*)?")


def number(cell: Cell) -> float | None:
    """Return a number written with a decimal comma or point, perhaps with «timer» behind it; None if it is none."""
    if isinstance(cell, float):
        return cell
    text = _UNIT.sub("", as_text(cell).strip().casefold())
    if _ENGLISH.fullmatch(text) and not re.fullmatch(r"-?\d{1,3}\.\d{3}", text):
        return float(text)
    match = _NUMBER.fullmatch(text)
    return float(f"{match[1].replace('.', '')}.{match[2] or 0}") if match else None


def day(cell: Cell) -> date | None:
    """Return a day: day first («01-03-2019», «1.3.19», «1/3/2019») or ISO; None if it is none.

    Two figures for the year mean 1970–2069, as in the systems that still write them so.
    """
    if isinstance(cell, date):
        return cell
    text = as_text(cell).strip()
    try:
        if match := _YEAR_FIRST.fullmatch(text):
            return date(int(match[1]), int(match[2]), int(match[3]))
        if match := _DAY_FIRST.fullmatch(text):
            year = int(match[3])
            if len(match[3]) == 2:
                year += 2000 if year < 70 else 1900
            return date(year, int(match[2]), int(match[1]))
    except ValueError:
        return None
    return None


def step(cell: Cell, steps: Mapping[int, Sequence[str]]) -> int | None:
    """Return the step whose word (or number) a cell begins with; None if it is none of them."""
    text = as_text(cell).strip().casefold()
    if text.isdecimal() and int(text) in steps:
        return int(text)
    found = [
        (len(word), value)
        for value, words in steps.items()
        for word in words
        if re.match(re.escape(word) + r"(?!\w)", text)
    ]
    return max(found)[1] if found else None


def looks_like_formula(text: str) -> bool:
    """Whether a spreadsheet would run the text instead of showing it."""
    return text.startswith(("=", "+", "-", "@"))
