"""What was written to calendar files, in and out of a workspace."""

from __future__ import annotations

from tillid_planner.domain.calendar_entry import CalendarEntry
from tillid_planner.domain.changes import Kind
from tillid_planner.storage.database import Database
from tillid_planner.storage.rows import from_row, to_row


class CalendarEntries:
    """The meetings that have left; only written inside an act apart."""

    def __init__(self, database: Database) -> None:
        self._db = database

    def all(self) -> list[CalendarEntry]:
        """Return every entry, in the order in which they first left."""
        return [from_row(CalendarEntry, row) for row in self._db.rows("SELECT * FROM calendar_entry ORDER BY id")]

    def add(self, entry: CalendarEntry) -> int:
        """Store an entry and return its id."""
        return self._db.insert(Kind.CALENDAR_ENTRY, to_row(entry))

    def save(self, entry: CalendarEntry) -> None:
        """Store an entry that exists already."""
        self._db.update(Kind.CALENDAR_ENTRY, entry.id or 0, to_row(entry, without=frozenset({"id"})))

    def remove(self, entry_id: int) -> None:
        """Forget an entry."""
        self._db.delete(Kind.CALENDAR_ENTRY, entry_id)
