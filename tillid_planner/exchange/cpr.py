"""Personal identity numbers (CPR): found in order to be left out, never to be read in."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from datetime import date
from typing import Final

from tillid_planner.exchange.cells import Cell

_HEADER: Final = re.compile(
    r"cpr|\bc p r\b|pers(?:on)? ?(?:nummer|nr)\b|fødsels ?(?:nummer|nr)\b|social security|\bssn\b|national id|\bp nr\b"
)
_DASH: Final = r"\s?[-‐‑‒–—−/.]?\s?"
_NUMBER: Final = rf"(\d{{2}})[ .]?(\d{{2}})[ .]?\d{{2}}{_DASH}\d{{4}}"
#: Replacement numbers end in letters too.
_WHOLE: Final = re.compile(rf"'?(?:{_NUMBER}|(\d{{2}})(\d{{2}})\d{{2}}-?[0-9A-Z][A-Z]{{2}}[0-9A-Z])")
_WITHIN: Final = re.compile(rf"(?<![\d+.,])(?<!\+\d\d )(?<!00){_NUMBER}(?![\d,])")
#: «(CPR-nr.: » before a number goes with it. Only a few signs back, or a row of spaces would take for ever.
_LABEL: Final = re.compile(r"[(\[]?\s{0,3}(?:\bcpr[ .-]?(?:nr|nummer)?\.?\s{0,3}:?\s{0,3})?\Z", re.IGNORECASE)
_LONGEST_LABEL: Final = 24
_MOST_IN_A_TEXT: Final = 100
_MOST_DIGITS_OF_ONE: Final = 10_000_000_000
_FEWEST_DIGITS_OF_ONE: Final = 100_000_000
_LONGEST_MONTHS: Final = (31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)


def in_header(header: str) -> bool:
    """Whether a header says that the column holds CPR numbers."""
    plain = unicodedata.normalize("NFKC", header[:200]).casefold()
    return bool(_HEADER.search(" ".join(re.sub(r"[\W_]+", " ", plain).split())))


def is_column(cells: Iterable[Cell]) -> bool:
    """Whether more than half of the filled cells look like CPR numbers, whatever the column is called."""
    filled = [cell for cell in cells if cell != ""]
    return sum(map(is_number, filled)) * 2 > len(filled)


def is_number(cell: Cell) -> bool:
    """Whether a whole cell looks like a CPR number: ten figures that begin with a day, or ten zeros for none."""
    if isinstance(cell, float):
        # A spreadsheet that took it for a number has dropped a leading zero.
        whole = cell.is_integer() and _FEWEST_DIGITS_OF_ONE <= cell < _MOST_DIGITS_OF_ONE
        return whole and is_number(f"{int(cell):010}")
    if isinstance(cell, date) or not 9 <= len(cell) <= 20:
        return False
    text = f"0{cell}" if len(cell) == 9 and cell.isdecimal() else cell
    found = _WHOLE.fullmatch(text)
    if found is None:
        return False
    day, month = (found[1], found[2]) if found[1] else (found[3], found[4])
    return _is_day(day, month) or set(re.sub(r"\D", "", text)) == {"0"}


def without(cell: Cell) -> Cell:
    """Return a cell without the CPR numbers in it."""
    if isinstance(cell, date):
        return cell
    if isinstance(cell, float) or len(cell) < 10:
        return "" if isinstance(cell, float) and is_number(cell) else cell
    kept: list[str] = []
    at = 0
    for found in _WITHIN.finditer(cell):
        if _is_day(found[1], found[2]):
            before = cell[at : found.start()]
            label = _LABEL.search(before[-_LONGEST_LABEL:])
            if len(kept) == _MOST_IN_A_TEXT:
                # That is no text with numbers in it, but a list of them.
                return ""
            kept.append(before[: len(before) - len(label[0])] if label else before)
            at = found.end() + (cell[found.end() : found.end() + 1] in (")", "]"))
    return " ".join([*(part.strip() for part in kept), cell[at:].strip()]).strip() if kept else cell


def _is_day(day: str, month: str) -> bool:
    number, of_year = int(day), int(month)
    # Replacement numbers, for those without a Danish one, have 60 added to the day.
    number -= 60 if number > 60 else 0
    return 1 <= of_year <= 12 and 1 <= number <= _LONGEST_MONTHS[of_year - 1]
