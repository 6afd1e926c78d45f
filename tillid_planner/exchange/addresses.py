"""E-mail addresses as they stand in lists: out of brackets, quotation marks and «mailto:», with nothing behind them."""

from __future__ import annotations

import re
from typing import Final, NamedTuple

_ADDRESS: Final = r"[A-Za-z0-9!#$%&'*+/=?^_`{|}~.-]{1,64}@(?:[A-Za-z0-9-]{1,63}\.)+[A-Za-z]{2,24}"
_WHOLE: Final = re.compile(_ADDRESS)
_IN_BRACKETS: Final = re.compile(r".{0,200}<\s*(?:mailto:|smtp:)?([^<>\s]{1,254})\s*>", re.IGNORECASE | re.DOTALL)
_PREFIX: Final = re.compile(r"^(?:mailto|smtp|e-?mail|mail):\s*", re.IGNORECASE)
_SEPARATORS: Final = re.compile(r"\s*(?:;|,|:::|\||\s/\s|\n)\s*")
_AROUND: Final = " \t.,;:'\"’‘“”«»<>"
_NONE: Final = frozenset(
    {"", "ingen", "ingen mail", "ingen e-mail", "ikke oplyst", "mangler", "none", "no email", "null", "nej", "na"}
)
_LONGEST: Final = 500


class Address(NamedTuple):
    """What a cell holds: an address or «», whether more stood there, and whether what stood there is none."""

    text: str
    several: bool = False
    unreadable: bool = False


def read_address(said: str) -> Address:
    """Return the first address of a cell; ``unreadable`` if something stands there that is no address.

    Only what most mail systems deliver counts (ASCII, a domain with a point). A remark behind an address, as in
    «… (privat)», makes it unreadable: it may say that the address is not to be used.
    """
    if len(said) > _LONGEST:
        return Address("", unreadable=True)
    if said.strip(_AROUND + "-–—").casefold() in _NONE:
        return Address("")
    parts = [part for part in (_bare(part) for part in _SEPARATORS.split(said)) if part]
    first = next((part for part in parts if _WHOLE.fullmatch(part)), "")
    if not first:
        return Address("", unreadable=True)
    return Address(first, several=sum("@" in part for part in parts) > 1)


def is_address(said: str) -> bool:
    """Whether a cell holds an address; «@» in it is enough to tell what a column is."""
    return len(said) <= _LONGEST and "@" in said[1:] and " @" not in said


def _bare(part: str) -> str:
    found = _IN_BRACKETS.fullmatch(part.strip())
    return _PREFIX.sub("", found[1] if found else part.strip(_AROUND)).strip(_AROUND)
