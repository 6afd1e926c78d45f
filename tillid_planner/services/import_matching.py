"""Whom a row of an import is about: the same rows, read again, find the same records."""

from __future__ import annotations

import unicodedata
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from enum import StrEnum
from typing import Any, Final, Generic, TypeVar

from tillid_planner.domain.assignee import Person
from tillid_planner.domain.errors import Fault
from tillid_planner.domain.task import Task

Record = TypeVar("Record", Person, Task)

#: Names longer than this are faults; they need not be told apart.
_LONGEST: Final = 300
#: More of one name are not told apart; each further one is asked about.
_MOST_NAMESAKES: Final = 40
_APOSTROPHES: Final = str.maketrans("’`´‘", "''''")
_UNSEEN: Final = {0x200C: None, 0x200D: None}
#: How much it counts that a row and a person in the plan agree on a field; only namesakes are told by it.
_WEIGHTS: Final[Mapping[str, int]] = {"started_on": 4, "unit": 2, "role": 2, "weekly_hours": 1, "ended_on": 1}
#: Fields whose difference makes two rows of one name two people.
_TELLING: Final = ("email", "started_on", "unit")


class Same(StrEnum):
    """What a row of a name that stands there already may be."""

    #: Nobody new: the row repeats another one.
    ROW = "same_row"
    #: Nobody new, but another post: its hours are added.
    POST = "same_post"
    #: Somebody in the plan.
    KNOWN = "known"
    #: Somebody else.
    ANOTHER = "another"


@dataclass(frozen=True, slots=True)
class Answer:
    """One answer to who a row is; ``at`` is the row or the id of the record it is about, 0 for somebody else."""

    same: Same
    at: int = 0


@dataclass(frozen=True, slots=True)
class Who:
    """What a row says of whom it is about; tasks have only a name.

    ``given`` holds what would be stored; ``number`` and ``middle`` tell namesakes apart. ``has_left`` says that
    the person is no longer employed, ``shift`` that the row is a day's work of somebody with many such rows.
    """

    row: int
    name: str
    email: str = ""
    number: str = ""
    middle: str = ""
    given: Mapping[str, Any] = field(default_factory=dict)
    has_left: bool = False
    shift: bool = False


@dataclass(frozen=True, slots=True)
class Match(Generic[Record]):
    """The record a row is about, None if it is a new one; or why it is left out, and what can be answered.

    ``hours`` are those of all posts together where the row has several; ``without_email`` says that the address in
    the row is not this person's alone.
    """

    record: Record | None = None
    warnings: tuple[Fault, ...] = ()
    left_out: Fault | None = None
    answers: tuple[Answer, ...] = ()
    hours: float | None = None
    without_email: bool = False


def name_key(name: str) -> str:
    """Return a name as it is compared: letters, apostrophes and spaces however they are written."""
    text = unicodedata.normalize("NFC", name[:_LONGEST]).casefold().translate(_APOSTROPHES).translate(_UNSEEN)
    return " ".join(text.split())


def email_key(email: str) -> str:
    """Return an e-mail address as it is compared."""
    return email[:_LONGEST].casefold()


def matches(
    rows: Sequence[Who], existing: Sequence[Record], answers: Mapping[int, Answer] | None = None
) -> dict[int, Match[Record]]:
    """Return a match for each row with a name, by its number; ``answers`` are those given, by row.

    Rows of one name are one person if their number or address is the same, and two if number, address, first day,
    unit or middle name differ; else it is asked. A person in the plan is told by address, else by name, and
    namesakes by what else is known of them. Somebody employed comes before somebody who has left. Read twice,
    a list finds the second time what it made the first.
    """
    shared = _shared_addresses(rows)
    told = [_without_email(who) if who.row in shared else who for who in rows if who.name]
    # Those who are employed come first, so that nobody who has left stands for them.
    finder = _Finder(sorted(told, key=lambda who: who.has_left), existing, answers or {})
    return {row: _without_address(match, shared.get(row)) for row, match in finder.all().items()}


def _shared_addresses(rows: Sequence[Who]) -> dict[int, int]:
    """Return the rows whose address stands at people of other names too, each with another such row.

    Such an address tells nobody, and is nobody's to store.
    """
    names: dict[str, dict[str, int]] = defaultdict(dict)
    for who in rows:
        if who.email and who.name:
            names[email_key(who.email)].setdefault(name_key(who.name), who.row)
    shared = {}
    for who in rows:
        others = [row for name, row in names[email_key(who.email)].items() if name != name_key(who.name)]
        if who.email and who.name and others:
            shared[who.row] = min(others)
    return shared


def _without_email(who: Who) -> Who:
    given = {name: value for name, value in who.given.items() if name != "email"}
    return replace(who, email="", given=given)


def _without_address(match: Match[Record], other: int | None) -> Match[Record]:
    if other is None or match.left_out is not None:
        return match
    told = Fault("email", "shared_email", {"row": other})
    return replace(match, warnings=(*match.warnings, told), without_email=True)


class _Finder(Generic[Record]):
    def __init__(self, rows: Sequence[Who], existing: Sequence[Record], answers: Mapping[int, Answer]) -> None:
        self._answers = answers
        self._existing: Sequence[Record] = existing
        self._options: dict[int, tuple[Answer, ...]] = {}
        self._by_email: dict[str, list[Record]] = defaultdict(list)
        self._by_name: dict[str, list[Record]] = defaultdict(list)
        for record in existing:
            self._by_name[name_key(record.name)].append(record)
            if email := _email(record):
                self._by_email[email].append(record)
        self._found: dict[int, Match[Record]] = {}
        self._hours: dict[int, float] = {}
        self._warned: dict[int, list[Fault]] = defaultdict(list)
        self._groups = self._people(rows)
        self._told: set[int | None] = set()

    def all(self) -> dict[int, Match[Record]]:
        people = [who for group in self._groups.values() for who in group]
        for who in people:
            self._take_answer(who)
        for who in people:
            if who.row not in self._found:
                self._by_address(who)
        for group in self._groups.values():
            left = [who for who in group if who.row not in self._found]
            if left:
                self._by_names(left, namesakes=len(group) > 1)
        for row, told in self._warned.items():
            match = self._found[row]
            self._found[row] = replace(match, warnings=match.warnings + tuple(told), hours=self._hours.get(row))
        for row, match in self._found.items():
            self._found[row] = replace(match, answers=self._options.get(row, ()))
        return self._found

    def _people(self, rows: Sequence[Who]) -> dict[str, list[Who]]:
        """Return the rows that are people of their own, by name; what repeats another row is answered for here."""
        groups: dict[str, list[Who]] = defaultdict(list)
        for who in rows:
            group = groups[name_key(who.name)]
            relations = [(_relation(who, known), known) for known in group]
            same = next((known for relation, known in relations if relation is True), None)
            doubtful = next((known for relation, known in relations if relation is None), None)
            if doubtful is None and len(group) >= _MOST_NAMESAKES:
                doubtful = group[0]
            answer = self._answers.get(who.row)
            known = same or (None if who.has_left and len(group) < _MOST_NAMESAKES else doubtful)
            if known is None:
                group.append(who)
                continue
            self._options[who.row] = self._ways(who, known, certain=same is not None)
            if answer is not None and answer.same is Same.ANOTHER:
                group.append(who)
            else:
                self._repeats(who, known, certain=same is not None, answer=answer)
        return {name: [self._with_posts(who) for who in group] for name, group in groups.items()}

    def _with_posts(self, who: Who) -> Who:
        hours = self._hours.get(who.row)
        return who if hours is None else replace(who, given={**who.given, "weekly_hours": hours})

    def _ways(self, who: Who, first: Who, *, certain: bool) -> tuple[Answer, ...]:
        """Return what a row of a name that stands there already may be; nothing is asked of shifts and ended posts."""
        if who.shift or who.has_left:
            return ()
        repeated = [Answer(Same.ROW, first.row), Answer(Same.ANOTHER)]
        posts = certain and who.given.get("weekly_hours") and first.given.get("weekly_hours")
        added = [Answer(Same.POST, first.row)] if posts and not _says_the_same(who, first) else []
        return tuple(added + repeated)

    def _repeats(self, who: Who, first: Who, *, certain: bool, answer: Answer | None) -> None:
        ways = self._options[who.row]
        if ways and ways[0].same is Same.POST and (answer is None or answer.same is Same.POST):
            before = self._hours.get(first.row, first.given["weekly_hours"])
            together = round(before + who.given["weekly_hours"], 2)
            self._hours[first.row] = together
            told = Fault("weekly_hours", "posts_together", {"row": who.row, "hours": together})
            self._warned[first.row] = [w for w in self._warned[first.row] if w.code != told.code]
            self._warned[first.row].append(told)
            why = "same_post"
        else:
            # Rows that say the same of the same person need no question.
            settled = answer is not None or who.shift or (certain and _says_the_same(who, first))
            why = "same_row" if settled or who.has_left else "doubled_row"
        self._found[who.row] = Match(left_out=Fault("name", why, {"row": first.row}))

    def _take_answer(self, who: Who) -> None:
        answer = self._answers.get(who.row)
        if answer is None or answer.same is not Same.KNOWN:
            return
        record = next((one for one in self._existing if one.id == answer.at), None)
        if record is not None and record.id not in self._told:
            self._options[who.row] = (answer, Answer(Same.ANOTHER))
            renamed = name_key(record.name) != name_key(who.name)
            warnings = (Fault("name", "renamed_by_hand", {"known": record.name}),) if renamed else ()
            self._match(who, record, warnings)

    def _match(self, who: Who, record: Record, warnings: tuple[Fault, ...] = ()) -> None:
        self._told.add(record.id)
        self._found[who.row] = Match(record, warnings)

    def _by_address(self, who: Who) -> None:
        holders = self._by_email.get(email_key(who.email), []) if who.email else []
        holders = [record for record in holders if record.id not in self._told]
        if not holders:
            return
        same = [record for record in holders if name_key(record.name) == name_key(who.name)]
        if len(same) == 1:
            self._match(who, same[0])
            return
        if len(holders) > 1:
            self._ask(who, holders, Fault("name", "which_one"))
            return
        known = holders[0].name
        # A new surname is a change; a wholly new name is somebody else who has taken over an address.
        if set(name_key(known).split()) & set(name_key(who.name).split()):
            self._match(who, holders[0], (Fault("name", "renamed", {"known": known}),))
        else:
            self._ask(who, holders, Fault("email", "email_of_another", {"known": known}))

    def _by_names(self, group: Sequence[Who], *, namesakes: bool) -> None:
        known = self._by_name.get(name_key(group[0].name), [])[:_MOST_NAMESAKES]
        namesakes = namesakes or sum(one.id not in self._told for one in known) > 1
        # The first day tells namesakes apart also when one of them has left.
        for who in group:
            same = [one for one in self._free(who, known) if _agree(who, one, "started_on")]
            day = _given(who, "started_on")
            alone = all(other is who or _given(other, "started_on") != day for other in group)
            if namesakes and len(same) == 1 and alone:
                self._match(who, same[0])
        employed = [who for who in group if not who.has_left]
        gone = [who for who in group if who.has_left]
        for some in (employed, gone):
            if some is gone:
                # Whom somebody employed may be is not for somebody who has left.
                told = [answer for who in employed for answer in self._options.get(who.row, ())]
                asked = {answer.at for answer in told if answer.same is Same.KNOWN}
                known = [one for one in known if one.id not in asked]
            while namesakes and (pair := self._certain_pair(self._open(some), known)) is not None:
                self._match(*pair)
            self._assign(self._open(some), known, namesakes=namesakes)

    def _open(self, group: Sequence[Who]) -> list[Who]:
        return [who for who in group if who.row not in self._found]

    def _free(self, who: Who, known: Sequence[Record]) -> list[Record]:
        """Return those a row may be about by its name: nobody told already, nobody with another address."""
        return [one for one in known if one.id not in self._told and not (who.email and _email(one))]

    def _likely(self, who: Who, known: Sequence[Record], *, namesakes: bool) -> list[Record]:
        # Another first day is a correction, unless there are namesakes or it is of somebody who has left.
        strict = namesakes or who.has_left
        return [one for one in self._free(who, known) if not (strict and _differ(who, one, "started_on"))]

    def _assign(self, left: Sequence[Who], known: Sequence[Record], *, namesakes: bool) -> None:
        for who in left:
            free = self._likely(who, known, namesakes=namesakes)
            rivals = [other for other in left if other is not who and self._likely(other, known, namesakes=namesakes)]
            if not free:
                self._found[who.row] = Match()
            elif len(free) == 1 and not rivals:
                self._match(who, free[0])
            else:
                self._ask(who, free, Fault("name", "which_one" if isinstance(free[0], Person) else "which_task"))

    def _certain_pair(self, left: Sequence[Who], known: Sequence[Record]) -> tuple[Who, Record] | None:
        """Return a row and the one person it agrees with most, and who agrees most with it."""
        for who in left:
            free = self._free(who, known)
            if not free:
                continue
            best = max(_agreement(who, one) for one in free)
            likely = [one for one in free if _agreement(who, one) == best]
            rivals = [
                other
                for other in left
                if other is not who
                and any(one in self._free(other, known) and _agreement(other, one) >= best for one in likely)
                and not _says_the_same(other, who)
            ]
            if best > 0 and not rivals and all(_alike(one, likely[0]) for one in likely):
                return who, likely[0]
        return None

    def _ask(self, who: Who, known: Sequence[Record], why: Fault) -> None:
        self._options[who.row] = (*(Answer(Same.KNOWN, one.id or 0) for one in known), Answer(Same.ANOTHER))
        answer = self._answers.get(who.row)
        if answer is not None and answer.same is Same.ANOTHER:
            self._found[who.row] = Match(without_email=why.code == "email_of_another")
        else:
            self._found[who.row] = Match(left_out=why)


def _relation(who: Who, known: Who) -> bool | None:
    """Return whether two rows of one name are one person; None if that cannot be told."""
    if who.shift or (who.number and who.number == known.number):
        return True
    if who.email and email_key(who.email) == email_key(known.email):
        return True
    told: list[tuple[Any, Any]] = [(who.number, known.number), (who.email, known.email)]
    told.append((who.middle[:1].casefold(), known.middle[:1].casefold()))
    told += [(_given(who, name), _given(known, name)) for name in _TELLING[1:]]
    return False if any(one and other and one != other for one, other in told) else None


def _says_the_same(who: Who, other: Who) -> bool:
    return dict(who.given) == dict(other.given)


def _given(who: Who, name: str) -> Any:
    value = who.given.get(name)
    return name_key(value) if isinstance(value, str) else value


def _of(record: Record, name: str) -> Any:
    value = getattr(record, name, None)
    return name_key(value) if isinstance(value, str) else value


def _agree(who: Who, record: Record, name: str) -> bool:
    given = _given(who, name)
    return bool(given) and given == _of(record, name)


def _differ(who: Who, record: Record, name: str) -> bool:
    given, known = _given(who, name), _of(record, name)
    return bool(given) and bool(known) and given != known


def _agreement(who: Who, record: Record) -> int:
    return sum(weight * _agree(who, record, name) for name, weight in _WEIGHTS.items()) - (
        _WEIGHTS["started_on"] * _differ(who, record, "started_on")
    )


def _alike(one: Record, other: Record) -> bool:
    return all(_of(one, name) == _of(other, name) for name in _WEIGHTS)


def _email(record: Person | Task) -> str:
    return email_key(record.email) if isinstance(record, Person) else ""
