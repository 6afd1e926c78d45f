"""Whom a row of an import is about: the same rows, read again, find the same records."""

from __future__ import annotations

import unicodedata
from collections import defaultdict
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

from tillid_planner.domain.assignee import Person
from tillid_planner.domain.errors import Fault
from tillid_planner.domain.task import Task

Record = TypeVar("Record", Person, Task)

#: Names longer than this are faults; they need not be told apart.
_LONGEST = 300
_APOSTROPHES = str.maketrans("’`´‘", "''''")
_UNSEEN = {0x200C: None, 0x200D: None}


@dataclass(frozen=True, slots=True)
class Who:
    """What a row says of whom it is about; ``email`` is «» for tasks and for people without one."""

    row: int
    name: str
    email: str = ""


@dataclass(frozen=True, slots=True)
class Match(Generic[Record]):
    """The record a row is about, None if it is a new one; or why it cannot be told."""

    record: Record | None = None
    faults: tuple[Fault, ...] = ()
    warnings: tuple[Fault, ...] = ()


def name_key(name: str) -> str:
    """Return a name as it is compared: letters, apostrophes and spaces however they are written."""
    text = unicodedata.normalize("NFC", name[:_LONGEST]).casefold().translate(_APOSTROPHES).translate(_UNSEEN)
    return " ".join(text.split())


def email_key(email: str) -> str:
    """Return an e-mail address as it is compared."""
    return email[:_LONGEST].casefold()


def matches(rows: Sequence[Who], existing: Sequence[Record]) -> dict[int, Match[Record]]:
    """Return a match for each row with a name, by its number.

    A row is told by its e-mail, else by its name. All e-mails come first, so that the order of the rows does not
    matter. Whatever could be two things is a fault: an import read twice must find the second time what it made
    the first.
    """
    named = [who for who in rows if who.name]
    finder = _Finder(named, existing)
    found = {who.row: match for who in named if (match := finder.at_once(who)) is not None}
    told = {match.record.id for match in found.values() if match.record is not None}
    for who in named:
        if who.row not in found:
            found[who.row] = finder.by_name(who, told)
    return found


class _Finder(Generic[Record]):
    """Looks at one row at a time, knowing the others and what there is."""

    def __init__(self, rows: Sequence[Who], existing: Sequence[Record]) -> None:
        self._by_email: dict[str, list[Record]] = defaultdict(list)
        self._by_name: dict[str, list[Record]] = defaultdict(list)
        for record in existing:
            self._by_name[name_key(record.name)].append(record)
            if email := _email(record):
                self._by_email[email].append(record)
        self._rows_of_email: dict[str, dict[str, int]] = defaultdict(dict)
        self._rows_of_name: dict[str, dict[str, int]] = defaultdict(dict)
        for who in rows:
            name, email = name_key(who.name), email_key(who.email)
            # Of rows that say the same only the first is kept.
            self._rows_of_name[name].setdefault(email, who.row)
            if email:
                self._rows_of_email[email].setdefault(name, who.row)
        self._unknown = {
            name: sum(email not in self._by_email for email in emails)
            for name, emails in self._rows_of_name.items()
        }

    def at_once(self, who: Who) -> Match[Record] | None:
        """Return what a row is about if its e-mail or an earlier row tells, else None."""
        doubled = self._doubled(who)
        if doubled is not None:
            return Match(faults=(doubled,))
        holders = self._by_email.get(email_key(who.email)) if who.email else None
        return self._of_email(who, holders) if holders else None

    def by_name(self, who: Who, told: Collection[int | None]) -> Match[Record]:
        """Return what a row is about by its name; ``told`` are the records that other rows are about."""
        fitting = [
            record
            for record in self._by_name.get(name_key(who.name), [])
            if record.id not in told and not (who.email and _email(record))
        ]
        if not fitting:
            return Match()
        # A namesake who is known by her own address does not lay claim to this record.
        claims = self._unknown[name_key(who.name)]
        if len(fitting) > 1 or (who.email and claims > 1):
            return _which(fitting[0])
        return Match(fitting[0])

    def _doubled(self, who: Who) -> Fault | None:
        """Return the fault of a row that is about whom an earlier one is about, or might be."""
        name, email = name_key(who.name), email_key(who.email)
        if who.email and len(others := self._rows_of_email[email]) > 1:
            # All of them are at fault: a shared address does not tell whose it is.
            return Fault("email", "shared_email", {"row": next(row for n, row in others.items() if n != name)})
        of_name = self._rows_of_name[name]
        # Without an address a row may be about any of that name.
        rivals = (of_name[email], of_name.get("", who.row)) if email else (next(iter(of_name.values())),)
        first = min(rivals)
        return Fault("name", "doubled_row", {"row": first}) if first < who.row else None

    def _of_email(self, who: Who, holders: Sequence[Record]) -> Match[Record]:
        same = [record for record in holders if name_key(record.name) == name_key(who.name)]
        if len(same) == 1:
            return Match(same[0])
        if len(holders) > 1:
            return _which(holders[0])
        known = holders[0].name
        # A new surname is a change; a wholly new name is somebody else who has taken over an address.
        if set(name_key(known).split()) & set(name_key(who.name).split()):
            return Match(holders[0], warnings=(Fault("name", "renamed", {"known": known}),))
        return Match(faults=(Fault("email", "email_of_another", {"known": known}),))


def _email(record: Person | Task) -> str:
    return email_key(record.email) if isinstance(record, Person) else ""


def _which(record: Person | Task) -> Match[Record]:
    return Match(faults=(Fault("name", "which_one" if isinstance(record, Person) else "which_task"),))
