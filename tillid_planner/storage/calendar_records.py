"""What was written to calendar files, in and out of a workspace."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace

from tillid_planner.domain.calendar_entry import CalendarEntry, MeetingSource
from tillid_planner.domain.changes import Kind
from tillid_planner.storage.database import Database
from tillid_planner.storage.rows import from_row, to_row


class CalendarEntries:
    """The meetings that have left; only written inside an act that cannot be undone."""

    def __init__(self, database: Database) -> None:
        self._db = database

    def all(self) -> list[CalendarEntry]:
        """Return every entry, in the order in which they first left."""
        return [from_row(CalendarEntry, row) for row in self._db.rows("SELECT * FROM calendar_entry ORDER BY id")]

    def of(self, source: MeetingSource, records: Collection[int]) -> list[CalendarEntry]:
        """Return the entries of some records."""
        return [entry for entry in self.all() if entry.source is source and entry.record in records]

    def add(self, entry: CalendarEntry, *, above: int = 0) -> int:
        """Store an entry and return its id, which is above ``above``: a deleted one's number is not used again."""
        highest = self._db.rows("SELECT ifnull(max(id), 0) AS id FROM calendar_entry")[0]["id"]
        return self._db.insert(Kind.CALENDAR_ENTRY, {"id": max(int(highest), above) + 1} | to_row(entry))

    def detach(self, entry: CalendarEntry, *, above: int) -> None:
        """Store a deleted entry anew for the calendar to cancel it, without a word of what it was about."""
        source = MeetingSource.CONVERSATION if entry.source is MeetingSource.BREACH else entry.source
        self.add(replace(entry, id=None, source=source, record=-(entry.id or 0)), above=above)

    def save(self, entry: CalendarEntry) -> None:
        """Store an entry that exists already."""
        self._db.update(Kind.CALENDAR_ENTRY, entry.id or 0, to_row(entry, without=frozenset({"id"})))

    def remove(self, entry_id: int) -> None:
        """Forget an entry."""
        self._db.delete(Kind.CALENDAR_ENTRY, entry_id)
