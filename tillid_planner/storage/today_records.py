"""What the page of today keeps account of: when the plan was looked at, and which occasions are left out."""

from __future__ import annotations

from datetime import date, datetime

from tillid_planner.domain.changes import Kind
from tillid_planner.storage.database import Database


class LastVisit:
    """When the plan was looked at the last time; only written inside an act that cannot be undone."""

    def __init__(self, database: Database) -> None:
        self._db = database

    def get(self) -> datetime | None:
        """Return the time of the last visit (UTC), or None before the first."""
        rows = self._db.rows("SELECT at FROM visit")
        return datetime.fromisoformat(rows[0]["at"]) if rows else None

    def put(self, at: datetime) -> None:
        """Store the time of a visit in place of the one before."""
        row = {"at": at.isoformat(timespec="seconds")}
        known = self._db.rows("SELECT id FROM visit")
        if known:
            self._db.update(Kind.VISIT, known[0]["id"], row)
        else:
            self._db.insert(Kind.VISIT, {"id": 1} | row)


class SilentNudges:
    """The occasions that were put off or ended, by key."""

    def __init__(self, database: Database) -> None:
        self._db = database

    def keys(self, today: date) -> set[str]:
        """Return the keys of the occasions that are left out today."""
        rows = self._db.rows("SELECT key FROM nudge WHERE until IS NULL OR until > ?", (today.isoformat(),))
        return {row["key"] for row in rows}

    def put(self, key: str, until: date | None) -> None:
        """Leave an occasion out until a day, or for ever for None, whatever was said of it before."""
        row = {"until": until.isoformat() if until else None}
        known = self._db.rows("SELECT id FROM nudge WHERE key = ?", (key,))
        if known:
            self._db.update(Kind.NUDGE, known[0]["id"], row)
        else:
            self._db.insert(Kind.NUDGE, {"key": key} | row)
