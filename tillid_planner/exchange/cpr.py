"""Personal identity numbers (CPR): found in order to be left out, never to be read in."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date, datetime, time, timedelta
from typing import Final, TypeAlias

Cell: TypeAlias = str | int | float | bool | date | datetime | time | timedelta

#: What is put in place of a number that stood in the middle of a text.
MASK: Final = "······-····"

_IN_HEADERS: Final = ("cpr", "personnummer", "socialsecurity", "nationalid", "civilregistration", "fødselsnummer")
_HEADERS: Final = frozenset({"ssn", "persnr", "personnr", "pnr", "cpnr"})
_DASHES: Final = "-‐‑‒–—−"
_WRITTEN: Final = re.compile(rf"(?<![\d+])(\d{{2}})(\d{{2}})\d{{2}}\s?[{_DASHES}]\s?\d{{4}}(?!\d)")
_WHOLE: Final = re.compile(rf"'?(\d{{2}})(\d{{2}})\d{{2}}\s?[{_DASHES}/]?\s?\d{{4}}")
_LONGEST_MONTHS: Final = (31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)


def names_cpr(header: str) -> bool:
    """Whether a header, brought to its bare letters, says that the column holds personal identity numbers."""
    return header in _HEADERS or any(word in header for word in _IN_HEADERS)


def is_cpr_column(cells: Iterable[Cell]) -> bool:
    """Whether the cells are personal identity numbers by their looks: at least two, and at least half of them."""
    filled = [cell for cell in cells if cell != ""]
    likely = sum(1 for cell in filled if _looks_whole(cell))
    return likely >= 2 and likely * 2 >= len(filled)


def masked(text: str) -> str:
    """Return a text with every personal identity number in it, written with its hyphen, covered."""
    return _WRITTEN.sub(lambda m: MASK if _a_day(m[1], m[2], replaced=True) else m[0], text)


def _looks_whole(cell: Cell) -> bool:
    if isinstance(cell, bool) or not isinstance(cell, (str, int, float)):
        return False
    if not isinstance(cell, str):
        # A spreadsheet that took it for a number has dropped a leading zero.
        if cell != cell or not 10_000_000 <= cell < 10_000_000_000 or cell != int(cell):
            return False
        cell = f"{int(cell):010}"
    found = _WHOLE.fullmatch(cell.strip())
    if found is None:
        return False
    return _a_day(found[1], found[2], replaced=any(dash in cell for dash in _DASHES))


def _a_day(day: str, month: str, *, replaced: bool) -> bool:
    number, of_year = int(day), int(month)
    if replaced and number > 60:
        # Replacement numbers, for those without a Danish one, have 60 added to the day.
        number -= 60
    return 1 <= of_year <= 12 and 1 <= number <= _LONGEST_MONTHS[of_year - 1]
