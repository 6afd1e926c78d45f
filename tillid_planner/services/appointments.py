"""Follow-ups as calendar entries that keep their identity: the next file updates what the last one brought."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass, replace
from datetime import date, time, timedelta
from uuid import uuid4

from tillid_planner.content import Words
from tillid_planner.domain.agreement import Agreement
from tillid_planner.domain.calendar_entry import CalendarEntry, MeetingSource
from tillid_planner.domain.errors import NotFound
from tillid_planner.domain.follow_up import FollowUp
from tillid_planner.exchange.calendar import Entry
from tillid_planner.storage.calendar_records import CalendarEntries
from tillid_planner.storage.register_records import Assignees, Tasks
from tillid_planner.storage.trust_records import Agreements, FollowUps
from tillid_planner.storage.workspace import Workspace

#: How long a meeting lasts that nobody has given a length, in minutes.
MINUTES = 30
#: Days after which a cancelled meeting that has passed is forgotten; nobody's calendar needs it any more.
_FORGET_AFTER = 31


@dataclass(frozen=True, slots=True)
class Naming:
    """What the titles may say besides «Follow-up»: the person's name, the task's."""

    person: bool = False
    task: bool = False


@dataclass(frozen=True, slots=True)
class _Living:
    follow_up: FollowUp
    agreement: Agreement


@dataclass(frozen=True, slots=True)
class _Wanted:
    known: Mapping[int, CalendarEntry]
    held: Mapping[int | None, Agreement]
    living: list[_Living]
    gone: list[CalendarEntry]


class Appointments:
    """Writes down what leaves for a calendar; an act apart, which undo does not know."""

    def __init__(self, workspace: Workspace, today: Callable[[], date]) -> None:
        self._db = workspace.database
        self._today = today
        self._follow_ups, self._agreements = FollowUps(self._db), Agreements(self._db)
        self._assignees, self._tasks = Assignees(self._db), Tasks(self._db)
        self._records = CalendarEntries(self._db)

    def entries(
        self, first: date, last: date, words: Words, *, only: Collection[int] | None = None,
        naming: Naming | None = None,
    ) -> list[Entry]:
        """Return what a calendar needs to show the follow-ups planned from *first* to *last*.

        Those are the ones on these days now, and the ones that the last file had on these days: moved they are
        given with their new day, given up they are cancelled. ``only`` are assignees' ids, None everybody's.
        What is returned is logged as having left.
        """
        titles = _Titles(self, words, naming or Naming())
        found: list[Entry] = []
        with self._db.act("export_calendar", apart=True) as act:
            wanted = self._wanted(first, last, only)
            for now in wanted.living:
                found.append(self._update(wanted.known.get(now.follow_up.id or 0), now, titles.of(now.agreement)))
            found += [self._cancel(entry, titles.plain) for entry in wanted.gone]
            self._forget_old(wanted)
        if found and not act.changes:
            self._db.note("export_calendar")
        return found

    def count(self, first: date, last: date, *, only: Collection[int] | None = None) -> int:
        """Return how many entries ``entries`` would give; nothing is stored or logged."""
        wanted = self._wanted(first, last, only)
        return len(wanted.living) + len(wanted.gone)

    def name_of(self, assignee_id: int) -> str:
        """Return the name of a person or team."""
        return self._assignees.get(assignee_id).name

    def task_of(self, task_id: int) -> str:
        """Return the name of a task."""
        return self._tasks.get(task_id).name

    def _wanted(self, first: date, last: date, only: Collection[int] | None) -> _Wanted:
        known = {entry.record: entry for entry in self._records.all() if entry.source is MeetingSource.FOLLOW_UP}
        held = {a.id: a for a in self._agreements.holding()}
        living = self._living(first, last, known, held)
        return _Wanted(
            known, held,
            [
                now for _, now in sorted(living.items(), key=lambda item: _order(item[1].follow_up))
                if only is None or now.agreement.assignee_id in only
            ],
            [
                entry for follow_up_id, entry in known.items()
                if follow_up_id not in living and first <= entry.day <= last and self._gone(follow_up_id, held)
                and (only is None or entry.assignee_id in only)
            ],
        )

    def _living(
        self, first: date, last: date, known: Mapping[int, CalendarEntry], held: Mapping[int | None, Agreement]
    ) -> dict[int, _Living]:
        follow_ups = {f.id or 0: f for f in self._follow_ups.around(first, last) if first <= f.due_on <= last}
        for follow_up_id, entry in known.items():
            if first <= entry.day <= last and follow_up_id not in follow_ups:
                moved = self._find(follow_up_id)
                if moved is not None:
                    follow_ups[follow_up_id] = moved
        return {
            key: _Living(f, held[f.agreement_id])
            for key, f in follow_ups.items()
            if f.held_on is None and f.agreement_id in held
        }

    def _gone(self, follow_up_id: int, held: Mapping[int | None, Agreement]) -> bool:
        follow_up = self._find(follow_up_id)
        # What was held has taken place: it stays in the calendar as it is.
        return follow_up is None or (follow_up.held_on is None and follow_up.agreement_id not in held)

    def _find(self, follow_up_id: int) -> FollowUp | None:
        try:
            return self._follow_ups.get(follow_up_id)
        except NotFound:
            return None

    def _update(self, before: CalendarEntry | None, now: _Living, title: str) -> Entry:
        follow_up = now.follow_up
        uid = before.uid if before else f"{uuid4()}"
        digest = _digest(follow_up.due_on, follow_up.due_at, now.agreement.assignee_id, f"{uid} {title}")
        entry = before
        if entry is None:
            entry = CalendarEntry(
                source=MeetingSource.FOLLOW_UP, record=follow_up.id or 0, uid=uid, digest=digest
            )
            self._records.add(entry)
        elif entry.cancelled or entry.digest != digest:
            entry = replace(entry, sequence=entry.sequence + 1, digest=digest, cancelled=False)
            self._records.save(entry)
        return Entry(
            uid=uid, day=follow_up.due_on, at=follow_up.due_at, minutes=MINUTES, title=title, sequence=entry.sequence
        )

    def _cancel(self, entry: CalendarEntry, title: str) -> Entry:
        if not entry.cancelled:
            entry = replace(entry, sequence=entry.sequence + 1, cancelled=True)
            self._records.save(entry)
        at = None if entry.at == "-" else time.fromisoformat(entry.at)
        return Entry(
            uid=entry.uid, day=entry.day, at=at, minutes=MINUTES, title=title, sequence=entry.sequence, cancelled=True
        )

    def _forget_old(self, wanted: _Wanted) -> None:
        past = self._today() - timedelta(days=_FORGET_AFTER)
        for follow_up_id, entry in wanted.known.items():
            if entry.day < past and self._gone(follow_up_id, wanted.held):
                self._records.remove(entry.id or 0)


class _Titles:
    def __init__(self, source: Appointments, words: Words, naming: Naming) -> None:
        self._source, self._words, self._naming = source, words, naming
        self.plain = words.text("leaving.calendar.title")

    def of(self, agreement: Agreement) -> str:
        said = []
        if self._naming.person:
            said.append(self._source.name_of(agreement.assignee_id))
        if self._naming.task:
            said.append(self._source.task_of(agreement.task_id))
        return self._words.text("leaving.calendar.titled", what=", ".join(said)) if said else self.plain


def _digest(day: date, at: time | None, assignee_id: int, written: str) -> str:
    # The day and whose it was are kept readable: a cancellation has to say when, and is asked for by person.
    clock = at.isoformat("minutes") if at else "-"
    return f"{day.isoformat()} {clock} {assignee_id} {hashlib.sha256(written.encode()).hexdigest()[:32]}"


def _order(follow_up: FollowUp) -> tuple[date, time, int]:
    return follow_up.due_on, follow_up.due_at or time.min, follow_up.id or 0
