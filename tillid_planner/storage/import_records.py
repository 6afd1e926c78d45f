"""Rows of how the columns of a list were read the last time: no act, so there is nothing to undo and nothing logged."""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import date
from typing import NamedTuple

from tillid_planner.storage.database import Database


class KeptColumns(NamedTuple):
    """How a list was read: field → column (from 0), the order of day and month, and what full time is in hours."""

    fields: Mapping[str, int]
    day_order: str | None
    full_time: float | None


class ImportRecords:
    """Reads and writes how lists were read, each known by a hash of its headers."""

    def __init__(self, db: Database) -> None:
        self._db = db

    def get(self, key: str) -> KeptColumns | None:
        """Return how a list was read, None if it is not known; what cannot be read counts as none."""
        rows = self._db.rows("SELECT fields, day_order, full_time FROM import_columns WHERE list = ?", (key,))
        if not rows:
            return None
        try:
            fields = {str(name): int(at) for name, at in json.loads(rows[0]["fields"]).items()}
        except (ValueError, TypeError, AttributeError):
            return None
        return KeptColumns(fields, rows[0]["day_order"], rows[0]["full_time"])

    def put(self, key: str, kept: KeptColumns, used_on: date) -> None:
        """Store how a list was read in place of what was known."""
        with self._db.aside() as connection:
            connection.execute(
                "INSERT OR REPLACE INTO import_columns (list, fields, day_order, full_time, used_on)"
                " VALUES (?, ?, ?, ?, ?)",
                (key, json.dumps(dict(kept.fields)), kept.day_order, kept.full_time, used_on.isoformat()),
            )

    def remove(self, key: str) -> None:
        """Forget a list."""
        with self._db.aside() as connection:
            connection.execute("DELETE FROM import_columns WHERE list = ?", (key,))
