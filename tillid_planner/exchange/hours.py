"""Hours a week as people write them: «37:00», «37,0 t», «32/37», «37 t 30 m», and shares of full time."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from tillid_planner.exchange.cells import Cell, as_text

_AMOUNT: Final = r"\d+(?:[.,]\d+)?"
_UNIT: Final = r"(?:timer|time|t|hours?|hrs?|h)\.?"
_A_WEEK: Final = r"(?:\s*(?:/|pr\.?|om|per|a)?\s*(?:ugen|uge|ugtl|ugentligt|weekly|week|wk|w)\.?)?"
_PLAIN: Final = re.compile(rf"(-?\d{{1,3}}(?:\.\d{{3}})+|-?\d+)(?:,(\d+))?(?:\s*{_UNIT})?{_A_WEEK}")
_POINTED: Final = re.compile(rf"(-?\d+\.\d+)(?:\s*{_UNIT})?{_A_WEEK}")
_CLOCK: Final = re.compile(rf"(\d{{1,3}}):([0-5]\d)(?::00)?(?:\s*{_UNIT})?{_A_WEEK}")
_PARTS: Final = re.compile(rf"(\d{{1,3}})\s*{_UNIT}\s*(?:og\s*)?([0-5]?\d)\s*(?:minutter|minutes|min|m)\.?{_A_WEEK}")
_OF_FULL: Final = re.compile(rf"({_AMOUNT})\s*/\s*({_AMOUNT})(?:\s*{_UNIT})?{_A_WEEK}")
_FRACTIONS: Final = {"½": 0.5, "¼": 0.25, "¾": 0.75}
_FRACTION: Final = re.compile(rf"(\d{{1,3}})\s*([½¼¾])(?:\s*{_UNIT})?{_A_WEEK}")
_PERCENT: Final = re.compile(rf"({_AMOUNT})\s*(?:%|pct\.?|procent|percent)")
_FTE: Final = re.compile(rf"({_AMOUNT})\s*(?:fte|årsværk|stilling)")
_FULL: Final = frozenset({"fuldtid", "fuld tid", "fuldtids", "full time", "full-time", "fulltime", "heltid"})
#: Full time is between these in the «37» of «32/37».
_FULL_TIME: Final = (30.0, 48.0)
#: Longer than any number of hours; what is longer is not even looked at.
_LONGEST: Final = 60


@dataclass(frozen=True, slots=True)
class Share:
    """A part of full time, 1.0 for all of it; how many hours that is the file does not say."""

    part: float


def read_hours(cell: Cell, *, shares: bool = False) -> float | Share | None:
    """Return hours a week, a share of full time, or None for what is neither.

    A number above 0 and below 1 is a share («0,8649»), never less than an hour; so is 1 written with decimals.
    With ``shares`` (the column holds nothing else) any number up to 1 is a share, and one up to 100 a percentage.
    An unlikely number (negative, infinite) is returned as it is.
    """
    if isinstance(cell, float):
        return _share(cell) if shares else Share(cell) if 0 < cell < 1 else cell
    said = as_text(cell).strip().casefold()
    if len(said) > _LONGEST:
        return None
    if said in _FULL:
        return Share(1.0)
    for pattern, whole in ((_PERCENT, 100.0), (_FTE, 1.0)):
        if found := pattern.fullmatch(said):
            return Share(_decimal(found[1]) / whole)
    if (found := _OF_FULL.fullmatch(said)) is not None:
        part, full = _decimal(found[1]), _decimal(found[2])
        return part if _FULL_TIME[0] <= full <= _FULL_TIME[1] and part <= full else None
    read = _amount_of(said)
    if read is not None and shares:
        return _share(read)
    if read is not None and (0 < read < 1 or (read == 1 and not said.isdecimal())):
        return Share(read)
    return read


def _share(number: float) -> float | Share:
    if 0 < number <= 1:
        return Share(number)
    return Share(number / 100) if 1 < number <= 100 else number


def is_hours(cell: Cell) -> bool:
    """Whether a cell can be somebody's hours a week: more than a few and at most full time (37.5)."""
    read = read_hours(cell)
    return isinstance(read, float) and 3 <= read <= 37.5


def read_amount(cell: Cell) -> float | None:
    """Return a number of hours that is no part of anything: half an hour is 0.5; None for what is none."""
    if isinstance(cell, float):
        return cell
    said = as_text(cell).strip().casefold()
    return _amount_of(said) if len(said) <= _LONGEST else None


def _amount_of(said: str) -> float | None:
    if found := _CLOCK.fullmatch(said) or _PARTS.fullmatch(said):
        return int(found[1]) + int(found[2]) / 60
    if found := _FRACTION.fullmatch(said):
        return int(found[1]) + _FRACTIONS[found[2]]
    if (found := _POINTED.fullmatch(said)) and not re.fullmatch(r"-?\d{1,3}\.\d{3}", found[1]):
        return float(found[1])
    if found := _PLAIN.fullmatch(said):
        return float(f"{found[1].replace('.', '')}.{found[2] or 0}")
    return None


def _decimal(text: str) -> float:
    return float(text.replace(",", "."))
