"""What is held of a pair, in and out of a workspace: ratings, what else is known of it, comments."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection
from datetime import date
from typing import NamedTuple

from tillid_planner.domain.case import Dimension
from tillid_planner.domain.changes import Kind
from tillid_planner.domain.comment import Comment
from tillid_planner.domain.rating import Pair, Rating
from tillid_planner.storage.database import Database
from tillid_planner.storage.pair_keys import CellKey, PairSide, among, column_of, pair_in
from tillid_planner.storage.rows import from_row, known_id, stored_day, to_row

_ID = frozenset({"id"})
_NEWEST = (
    # The greatest of (day, id) takes its row's other columns along; the index alone answers this.
    "SELECT assignee_id, task_id, dimension, value, sure, rated_on, max(rated_on || printf('%020d', id))"
    " FROM rating WHERE rater = 'leader' GROUP BY task_id, assignee_id, dimension, rater"
)
_DIMENSIONS = {dimension.value: dimension for dimension in Dimension}


class NewestRating(NamedTuple):
    """The leader's newest rating of one prerequisite: 1–5, whether she was sure, and the day."""

    value: int
    sure: bool
    rated_on: date


class Ratings:
    """Ratings and what else is known of a pair; ratings are only ever added."""

    def __init__(self, database: Database) -> None:
        self._db = database

    def all(self) -> list[Rating]:
        """Return every rating, oldest first."""
        return [from_row(Rating, row) for row in self._db.rows("SELECT * FROM rating ORDER BY rated_on, id")]

    def newest(self) -> list[Rating]:
        """Return the newest rating of each pair, dimension and rater."""
        return [
            from_row(Rating, row)
            for row in self._db.rows(
                "SELECT * FROM (SELECT *, row_number() OVER (PARTITION BY task_id, assignee_id, dimension, rater"
                " ORDER BY rated_on DESC, id DESC) AS place FROM rating) WHERE place = 1"
            )
        ]

    def of_pair(self, task_id: int, assignee_id: int) -> list[Rating]:
        """Return the ratings of one pair, oldest first."""
        rows = self._db.rows(
            "SELECT * FROM rating WHERE task_id = ? AND assignee_id = ? ORDER BY rated_on, id", (task_id, assignee_id)
        )
        return [from_row(Rating, row) for row in rows]

    def newest_of_pairs(self, pairs: Collection[tuple[int, int]]) -> list[Rating]:
        """Return the newest rating of each dimension and rater of the pairs (task id, assignee id) named."""
        where, values = among(pairs)
        return [
            from_row(Rating, row)
            for row in self._db.rows(
                "SELECT * FROM (SELECT *, row_number() OVER (PARTITION BY task_id, assignee_id, dimension, rater"
                f" ORDER BY rated_on DESC, id DESC) AS place FROM rating WHERE {where}) WHERE place = 1",
                values,
            )
        ]

    def newest_marks(self) -> dict[CellKey, dict[Dimension, NewestRating]]:
        """Return what the matrix needs of the leader's newest ratings of every pair.

        A full record of each of a hundred thousand ratings would take a second to make.
        """
        found: dict[CellKey, dict[Dimension, NewestRating]] = defaultdict(dict)
        for assignee, task, dimension, value, sure, day, _ in self._db.tuples(_NEWEST):
            found[assignee, task][_DIMENSIONS[dimension]] = NewestRating(value, bool(sure), stored_day(day))
        return found

    def last_seen(self, assignee_id: int) -> list[Rating]:
        """Return the leader's newest rating of one assignee with something seen behind it, one for each task."""
        rows = self._db.rows(
            "SELECT * FROM (SELECT *, row_number() OVER (PARTITION BY task_id"
            " ORDER BY ifnull(seen_on, rated_on) DESC, id DESC) AS place FROM rating"
            " WHERE assignee_id = ? AND rater = 'leader' AND example <> '') WHERE place = 1",
            (assignee_id,),
        )
        return [from_row(Rating, row) for row in rows]

    def count(self, side: PairSide, record: int) -> int:
        """Return how many ratings there are on a task or of an assignee."""
        rows = self._db.rows(f"SELECT count(*) AS n FROM rating WHERE {column_of(side)} = ?", (record,))
        return int(rows[0]["n"])

    def whose(self, rating_id: int) -> CellKey | None:
        """Return the pair a rating is of, or None where it is gone."""
        return pair_in(self._db, "SELECT task_id, assignee_id FROM rating WHERE id = ?", rating_id)

    def add(self, rating: Rating) -> int:
        """Store a rating and return its id."""
        return self._db.insert(Kind.RATING, to_row(rating))

    def save(self, rating: Rating) -> None:
        """Store a rating of today that is still being worked on."""
        self._db.update(Kind.RATING, known_id(rating.id), to_row(rating, without=_ID))

    def pairs(self) -> list[Pair]:
        """Return what is known of the pairs besides ratings."""
        return [from_row(Pair, row) for row in self._db.rows("SELECT * FROM pair ORDER BY id")]

    def pairs_of(self, assignee_id: int) -> list[Pair]:
        """Return what is known of one assignee's pairs besides ratings."""
        rows = self._db.rows("SELECT * FROM pair WHERE assignee_id = ?", (assignee_id,))
        return [from_row(Pair, row) for row in rows]

    def pair(self, task_id: int, assignee_id: int) -> Pair:
        """Return what is known of one pair; a pair nobody has touched is known work without a bid."""
        rows = self._db.rows("SELECT * FROM pair WHERE task_id = ? AND assignee_id = ?", (task_id, assignee_id))
        return from_row(Pair, rows[0]) if rows else Pair(task_id=task_id, assignee_id=assignee_id)

    def whose_pair(self, pair_id: int) -> CellKey | None:
        """Return which pair something is known of, or None where that is gone."""
        return pair_in(self._db, "SELECT task_id, assignee_id FROM pair WHERE id = ?", pair_id)

    def save_pair(self, pair: Pair) -> None:
        """Store what is known of a pair."""
        rows = self._db.rows(
            "SELECT id FROM pair WHERE task_id = ? AND assignee_id = ?", (pair.task_id, pair.assignee_id)
        )
        if rows:
            self._db.update(Kind.PAIR, rows[0]["id"], to_row(pair))
        else:
            self._db.insert(Kind.PAIR, to_row(pair))


class Comments:
    """Comments on pairs."""

    def __init__(self, database: Database) -> None:
        self._db = database

    def of_pair(self, task_id: int, assignee_id: int) -> list[Comment]:
        """Return the comments on one pair, oldest first."""
        rows = self._db.rows(
            "SELECT * FROM comment WHERE task_id = ? AND assignee_id = ? ORDER BY written_on, id",
            (task_id, assignee_id),
        )
        return [from_row(Comment, row) for row in rows]

    def of_assignee(self, assignee_id: int) -> list[Comment]:
        """Return the comments about one person or team on all tasks, oldest first."""
        rows = self._db.rows("SELECT * FROM comment WHERE assignee_id = ? ORDER BY written_on, id", (assignee_id,))
        return [from_row(Comment, row) for row in rows]

    def add(self, comment: Comment) -> int:
        """Store a comment and return its id."""
        return self._db.insert(Kind.COMMENT, to_row(comment))

    def remove(self, comment_id: int) -> None:
        """Delete a comment."""
        self._db.delete(Kind.COMMENT, comment_id)
