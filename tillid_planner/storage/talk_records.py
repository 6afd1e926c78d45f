"""Planned talks, read from the cases and conversations they belong to."""

from __future__ import annotations

from datetime import date

from tillid_planner.domain.calendar_entry import MeetingSource
from tillid_planner.domain.planned_talk import PlannedTalk
from tillid_planner.storage.database import Database
from tillid_planner.storage.rows import from_row

_ALL = """
SELECT 'breach' AS source, id AS record, assignee_id, planned_on AS day, planned_at AS at, held_on
FROM breach WHERE status <> 'closed' OR held_on IS NOT NULL
UNION ALL
SELECT 'conversation', id, assignee_id, planned_on, planned_at, held_on FROM conversation
"""
_PLANNED = f"SELECT source, record, assignee_id, day, at FROM ({_ALL}) WHERE day IS NOT NULL AND held_on IS NULL AND "


class PlannedTalks:
    """Talks about breaches and prepared conversations that are planned and not held."""

    def __init__(self, database: Database) -> None:
        self._db = database

    def until(self, last: date) -> list[PlannedTalk]:
        """Return the talks planned up to a day, the earliest first."""
        rows = self._db.rows(f"{_PLANNED} day <= ? ORDER BY day, at, source, record", (last.isoformat(),))
        return [from_row(PlannedTalk, row) for row in rows]

    def find(self, source: MeetingSource, record: int) -> PlannedTalk | None:
        """Return the planned talk of a case or conversation, if there is one."""
        rows = self._db.rows(f"{_PLANNED} source = ? AND record = ?", (source.value, record))
        return from_row(PlannedTalk, rows[0]) if rows else None

    def held(self, source: MeetingSource, record: int) -> bool:
        """Whether a talk has taken place."""
        rows = self._db.rows(
            f"SELECT 1 FROM ({_ALL}) WHERE source = ? AND record = ? AND held_on IS NOT NULL", (source.value, record)
        )
        return bool(rows)
