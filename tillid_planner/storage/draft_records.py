"""Rows of what stands half-typed: written aside from acts, so that undo, audit and backups know nothing of them."""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import datetime

from tillid_planner.domain.draft import Draft, DraftForm, DraftSubject, FieldState
from tillid_planner.storage.database import Database


class DraftRecords:
    """Reads and writes drafts."""

    def __init__(self, db: Database) -> None:
        self._db = db

    def get(self, subject: DraftSubject) -> Draft | None:
        """Return the draft, or None; one that cannot be read counts as none."""
        rows = self._db.rows(
            "SELECT fields, saved_at FROM draft WHERE form = ? AND key = ?", (subject.form, subject.key)
        )
        if not rows:
            return None
        try:
            return Draft(dict(json.loads(rows[0]["fields"])), datetime.fromisoformat(rows[0]["saved_at"]))
        except (ValueError, TypeError):
            return None

    def put(self, subject: DraftSubject, fields: Mapping[str, FieldState], saved_at: datetime) -> None:
        """Store a draft in place of the one there was; nothing is stored where a record it is about is gone."""
        records = subject.records
        gone = " OR ".join(
            f"(:{name} IS NOT NULL AND NOT EXISTS (SELECT 1 FROM {name.removesuffix('_id')} WHERE id = :{name}))"
            for name in records
        )
        columns = ("form", "key", "fields", "saved_at", *records)
        row = records | {
            "form": subject.form,
            "key": subject.key,
            "fields": json.dumps(dict(fields)),
            "saved_at": saved_at.isoformat(timespec="seconds"),
        }
        with self._db.aside() as connection:
            connection.execute(
                f"INSERT OR REPLACE INTO draft ({', '.join(columns)}) SELECT {', '.join(f':{c}' for c in columns)}"
                f" WHERE NOT ({gone})",
                row,
            )

    def remove(self, subject: DraftSubject) -> None:
        """Delete a draft, if there is one."""
        with self._db.aside() as connection:
            connection.execute("DELETE FROM draft WHERE form = ? AND key = ?", (subject.form, subject.key))

    def remove_of_case(self, form: DraftForm, breach_id: int) -> None:
        """Delete the drafts of a form that are about a breach."""
        with self._db.aside() as connection:
            connection.execute("DELETE FROM draft WHERE form = ? AND breach_id = ?", (form, breach_id))

    def saved_times(self) -> dict[int, datetime]:
        """Return when each draft was saved, by its id."""
        return {
            int(row["id"]): datetime.fromisoformat(row["saved_at"])
            for row in self._db.rows("SELECT id, saved_at FROM draft")
        }

    def remove_ids(self, ids: list[int]) -> None:
        """Delete drafts by id."""
        with self._db.aside() as connection:
            connection.executemany("DELETE FROM draft WHERE id = ?", [(number,) for number in ids])

    def set_saved(self, ids: list[int], saved_at: datetime) -> None:
        """Give drafts another time."""
        with self._db.aside() as connection:
            connection.executemany(
                "UPDATE draft SET saved_at = ? WHERE id = ?",
                [(saved_at.isoformat(timespec="seconds"), number) for number in ids],
            )

    def counts_about(self, assignee_id: int) -> dict[DraftForm, int]:
        """Return how many drafts there are about a person or team, by form."""
        rows = self._db.rows(
            "SELECT form, count(*) AS n FROM draft WHERE :id IN (assignee_id,"
            " (SELECT assignee_id FROM breach WHERE id = breach_id),"
            " (SELECT assignee_id FROM agreement WHERE id = agreement_id),"
            " (SELECT assignee_id FROM conversation WHERE id = conversation_id),"
            " (SELECT a.assignee_id FROM follow_up f JOIN agreement a ON a.id = f.agreement_id"
            "  WHERE f.id = follow_up_id)) GROUP BY form ORDER BY form",
            {"id": assignee_id},
        )
        return {DraftForm(row["form"]): int(row["n"]) for row in rows}
