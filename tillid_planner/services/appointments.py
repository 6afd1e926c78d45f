"""Follow-ups and talks as calendar entries that keep their identity: the next file updates the last one's."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass, replace
from datetime import date, time, timedelta
from uuid import uuid4

from tillid_planner.content import Words
from tillid_planner.domain.agreement import Agreement
from tillid_planner.domain.calendar_entry import CalendarEntry, MeetingSource
from tillid_planner.domain.changes import Kind
from tillid_planner.domain.errors import NotFound
from tillid_planner.domain.follow_up import FollowUp
from tillid_planner.domain.planned_talk import PlannedTalk
from tillid_planner.exchange.calendar import Entry
from tillid_planner.storage.agreement_records import Agreements, FollowUps
from tillid_planner.storage.calendar_records import CalendarEntries
from tillid_planner.storage.register_records import Assignees, Tasks
from tillid_planner.storage.talk_records import PlannedTalks
from tillid_planner.storage.workspace import Workspace

#: How long a meeting lasts that nobody has given a length, in minutes.
MINUTES = 30
#: Days after which a cancelled meeting that has passed is forgotten; nobody's calendar needs it any more.
_FORGET_AFTER = 31

_Key = tuple[MeetingSource, int]
_Holding = Mapping[int | None, Agreement]


@dataclass(frozen=True, slots=True)
class Naming:
    """What the titles may say besides «Follow-up» or «Conversation»: the person's name, a follow-up's task."""

    person: bool = False
    task: bool = False


@dataclass(frozen=True, slots=True)
class _Meeting:
    source: MeetingSource
    record: int
    assignee_id: int
    day: date
    at: time | None
    task_id: int | None = None

    @property
    def key(self) -> _Key:
        return self.source, self.record


@dataclass(frozen=True, slots=True)
class _Wanted:
    known: Mapping[_Key, CalendarEntry]
    holding: _Holding
    living: list[_Meeting]
    gone: list[CalendarEntry]


class Appointments:
    """Writes down what leaves for a calendar; in an act that cannot be undone."""

    def __init__(self, workspace: Workspace, today: Callable[[], date]) -> None:
        self._workspace = workspace
        self._db = workspace.database
        self._today = today
        self._follow_ups, self._agreements = FollowUps(self._db), Agreements(self._db)
        self._talks = PlannedTalks(self._db)
        self._assignees, self._tasks = Assignees(self._db), Tasks(self._db)
        self._records = CalendarEntries(self._db)

    def entries(
        self,
        first: date,
        last: date,
        words: Words,
        *,
        only: Collection[int] | None = None,
        naming: Naming | None = None,
    ) -> list[Entry]:
        """Return what a calendar needs to show the follow-ups and talks planned from *first* to *last*.

        Those are the ones on these days now, and the ones that the last file had on these days: moved they are
        given with their new day, given up they are cancelled. ``only`` are assignees' ids, None everybody's.
        What is returned is logged as having left.
        """
        titles = _Titles(self, words, naming or Naming())
        found: list[Entry] = []
        with self._db.act("export_calendar", undoable=False) as act:
            wanted = self._wanted(first, last, only)
            for now in wanted.living:
                title, reminder = titles.of(now), titles.plain(now.source)
                found.append(self._update(wanted.known.get(now.key), now, title, reminder))
            found += [self._cancel(entry, titles.plain(entry.source)) for entry in wanted.gone]
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
        known = {(entry.source, entry.record): entry for entry in self._records.all()}
        holding = {a.id: a for a in self._agreements.holding()}
        living = self._living(first, last, known, holding)
        return _Wanted(
            known,
            holding,
            [now for now in sorted(living.values(), key=_order) if only is None or now.assignee_id in only],
            [
                entry
                for key, entry in known.items()
                if key not in living
                and first <= entry.day <= last
                and self._gone(key, holding)
                and (only is None or entry.assignee_id in only)
            ],
        )

    def _living(
        self, first: date, last: date, known: Mapping[_Key, CalendarEntry], holding: _Holding
    ) -> dict[_Key, _Meeting]:
        follow_ups = [_of_follow_up(f, holding.get(f.agreement_id)) for f in self._follow_ups.around(first, last)]
        talks = [_of_talk(talk) for talk in self._talks.until(last)]
        found = {m.key: m for m in (*follow_ups, *talks) if m is not None and first <= m.day <= last}
        for key, entry in known.items():
            if first <= entry.day <= last and key not in found:
                moved = self._find(key, holding)
                if moved is not None:
                    found[key] = moved
        return found

    def _find(self, key: _Key, holding: _Holding) -> _Meeting | None:
        source, record = key
        if source is not MeetingSource.FOLLOW_UP:
            talk = self._talks.find(source, record)
            return _of_talk(talk) if talk else None
        follow_up = self._follow_up(record)
        return _of_follow_up(follow_up, holding.get(follow_up.agreement_id)) if follow_up else None

    def _gone(self, key: _Key, holding: _Holding) -> bool:
        # What was held has taken place: it stays in the calendar as it is.
        return self._find(key, holding) is None and not self._held(*key)

    def _held(self, source: MeetingSource, record: int) -> bool:
        if source is not MeetingSource.FOLLOW_UP:
            return self._talks.held(source, record)
        follow_up = self._follow_up(record)
        return follow_up is not None and follow_up.held_on is not None

    def _follow_up(self, record: int) -> FollowUp | None:
        try:
            return self._follow_ups.get(record)
        except NotFound:
            return None

    def _update(self, before: CalendarEntry | None, now: _Meeting, title: str, reminder: str) -> Entry:
        uid = before.uid if before else f"{uuid4()}"
        digest = _digest(now.day, now.at, now.assignee_id, f"{uid} {title}")
        entry = before
        if entry is None:
            entry = CalendarEntry(source=now.source, record=now.record, uid=uid, digest=digest)
            self._records.add(entry, above=self._workspace.highest_removed(Kind.CALENDAR_ENTRY))
        elif entry.cancelled or entry.digest != digest:
            entry = replace(entry, sequence=entry.sequence + 1, digest=digest, cancelled=False)
            self._records.save(entry)
        return Entry(
            uid=uid, day=now.day, at=now.at, minutes=MINUTES, title=title, reminder=reminder, sequence=entry.sequence
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
        for key, entry in wanted.known.items():
            if entry.day < past and self._gone(key, wanted.holding):
                self._records.remove(entry.id or 0)


class _Titles:
    def __init__(self, source: Appointments, words: Words, naming: Naming) -> None:
        self._source, self._words, self._naming = source, words, naming

    def plain(self, source: MeetingSource) -> str:
        return self._words.text(f"export.calendar.{_kind(source)}.title")

    def of(self, meeting: _Meeting) -> str:
        said = []
        if self._naming.person:
            said.append(self._source.name_of(meeting.assignee_id))
        if self._naming.task and meeting.task_id is not None:
            said.append(self._source.task_of(meeting.task_id))
        if not said:
            return self.plain(meeting.source)
        return self._words.text(f"export.calendar.{_kind(meeting.source)}.titled", what=", ".join(said))


def _kind(source: MeetingSource) -> str:
    # What a talk is about is told nowhere outside the program: both kinds are called the same.
    return "follow_up" if source is MeetingSource.FOLLOW_UP else "talk"


def _of_follow_up(follow_up: FollowUp, agreement: Agreement | None) -> _Meeting | None:
    if follow_up.held_on is not None or agreement is None:
        return None
    return _Meeting(
        MeetingSource.FOLLOW_UP,
        follow_up.id or 0,
        agreement.assignee_id,
        follow_up.due_on,
        follow_up.due_at,
        agreement.task_id,
    )


def _of_talk(talk: PlannedTalk) -> _Meeting:
    return _Meeting(talk.source, talk.record, talk.assignee_id, talk.day, talk.at)


def _digest(day: date, at: time | None, assignee_id: int, written: str) -> str:
    # The day and whose it was are kept readable: a cancellation has to say when, and is asked for by person.
    clock = at.isoformat("minutes") if at else "-"
    return f"{day.isoformat()} {clock} {assignee_id} {hashlib.sha256(written.encode()).hexdigest()[:32]}"


def _order(meeting: _Meeting) -> tuple[date, time, str, int]:
    return meeting.day, meeting.at or time.min, meeting.source, meeting.record
