"""What stands in cells: nothing, errors, formulas, and words for steps."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from tillid_planner.domain.errors import Fault
from tillid_planner.exchange.cells import Cell, as_text

#: Longer than any error; what is longer is not even looked at.
_LONGEST = 60
_LONGEST_STEP = 400
_SHOWN = 40
_NOTHING = frozenset({"-", "–", "—", "n/a", "."})
_SHEET_ERROR = re.compile(r"#+|#N/A|#I/T|#[A-ZÆØÅ]+(?:/0)?[!?]|#DIVISION/0!")


def text(cell: Cell) -> str:
    """Return a cell as text, a dash or the like that only says that there is nothing as «»."""
    said = as_text(cell).strip()
    return "" if said.casefold() in _NOTHING else said


def is_sheet_error(text: str) -> bool:
    """Whether a text is what a spreadsheet shows when a formula has failed or a column is too narrow."""
    return bool(_SHEET_ERROR.fullmatch(text[:_LONGEST]))


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
