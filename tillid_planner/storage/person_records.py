"""What is kept about one person or team, read across all tasks at once."""

from __future__ import annotations

from datetime import date

from tillid_planner.domain.comment import Comment
from tillid_planner.domain.rating import Pair, Rating
from tillid_planner.storage.database import Database
from tillid_planner.storage.rows import from_row

_TOUCHED = " UNION ".join(
    f"SELECT task_id FROM {table} WHERE assignee_id = :id" for table in ("rating", "agreement", "breach", "comment")
)


class PersonRecords:
    """Reads one assignee's records; each list is one query, however many tasks there are."""

    def __init__(self, database: Database) -> None:
        self._db = database

    def task_ids(self, assignee_id: int) -> list[int]:
        """Return the ids of the tasks on which anything is known of the assignee, put-away ones too."""
        return [row["task_id"] for row in self._db.rows(f"{_TOUCHED} ORDER BY 1", {"id": assignee_id})]

    def pairs(self, assignee_id: int) -> list[Pair]:
        """Return what is known of the assignee's pairs besides ratings."""
        rows = self._db.rows("SELECT * FROM pair WHERE assignee_id = ?", (assignee_id,))
        return [from_row(Pair, row) for row in rows]

    def last_seen(self, assignee_id: int) -> list[Rating]:
        """Return the leader's newest rating with something seen behind it, one for each task."""
        rows = self._db.rows(
            "SELECT * FROM (SELECT *, row_number() OVER (PARTITION BY task_id"
            " ORDER BY ifnull(seen_on, rated_on) DESC, id DESC) AS place FROM rating"
            " WHERE assignee_id = ? AND rater = 'leader' AND example <> '') WHERE place = 1",
            (assignee_id,),
        )
        return [from_row(Rating, row) for row in rows]

    def comments(self, assignee_id: int) -> list[Comment]:
        """Return the comments about the assignee on all tasks, oldest first."""
        rows = self._db.rows("SELECT * FROM comment WHERE assignee_id = ? ORDER BY written_on, id", (assignee_id,))
        return [from_row(Comment, row) for row in rows]

    def placed_between(self, first: date, last: date) -> list[tuple[int, int]]:
        """Return who was put on what between two days (assignee id, task id), one for each day with hours."""
        rows = self._db.rows(
            "SELECT assignee_id, task_id FROM placement WHERE day BETWEEN ? AND ? AND hours > 0",
            (first.isoformat(), last.isoformat()),
        )
        return [(row["assignee_id"], row["task_id"]) for row in rows]
