"""What stands about a pair in and out of a workspace: ratings, agreements, follow-ups, breaches, comments."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace
from datetime import date
from typing import Any

from tillid_planner.domain.agreement import Agreement, Leap
from tillid_planner.domain.breach import Breach
from tillid_planner.domain.changes import Kind
from tillid_planner.domain.comment import Comment
from tillid_planner.domain.errors import NotFound
from tillid_planner.domain.follow_up import FollowUp
from tillid_planner.domain.rating import Pair, Rating
from tillid_planner.storage.database import Database
from tillid_planner.storage.rows import from_row, known_id, to_row

_ID = frozenset({"id"})

#: The newest of each pair's agreements that are accepted, or a pause, and not withdrawn.
_HOLDING = (
    "(SELECT *, row_number() OVER (PARTITION BY task_id, assignee_id ORDER BY agreed_on DESC, id DESC) AS place"
    " FROM agreement WHERE withdrawn_on IS NULL AND (state = 'accepted' OR rung = 0)) WHERE place = 1"
)


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
        where, values = _among(pairs)
        return [
            from_row(Rating, row)
            for row in self._db.rows(
                "SELECT * FROM (SELECT *, row_number() OVER (PARTITION BY task_id, assignee_id, dimension, rater"
                f" ORDER BY rated_on DESC, id DESC) AS place FROM rating WHERE {where}) WHERE place = 1",
                values,
            )
        ]

    def add(self, rating: Rating) -> int:
        """Store a rating and return its id."""
        return self._db.insert(Kind.RATING, to_row(rating))

    def save(self, rating: Rating) -> None:
        """Store a rating of today that is still being worked on."""
        self._db.update(Kind.RATING, known_id(rating.id), to_row(rating, without=_ID))

    def pairs(self) -> list[Pair]:
        """Return what is known of the pairs besides ratings."""
        return [from_row(Pair, row) for row in self._db.rows("SELECT * FROM pair ORDER BY id")]

    def pair(self, task_id: int, assignee_id: int) -> Pair:
        """Return what is known of one pair; a pair nobody has touched is known work without a bid."""
        rows = self._db.rows("SELECT * FROM pair WHERE task_id = ? AND assignee_id = ?", (task_id, assignee_id))
        return from_row(Pair, rows[0]) if rows else Pair(task_id=task_id, assignee_id=assignee_id)

    def save_pair(self, pair: Pair) -> None:
        """Store what is known of a pair."""
        rows = self._db.rows(
            "SELECT id FROM pair WHERE task_id = ? AND assignee_id = ?", (pair.task_id, pair.assignee_id)
        )
        if rows:
            self._db.update(Kind.PAIR, rows[0]["id"], to_row(pair))
        else:
            self._db.insert(Kind.PAIR, to_row(pair))


class Agreements:
    """Agreements; a new one never overwrites an old one."""

    def __init__(self, database: Database) -> None:
        self._db = database

    def all(self) -> list[Agreement]:
        """Return every agreement, oldest first."""
        return [_agreement(row) for row in self._db.rows("SELECT * FROM agreement ORDER BY agreed_on, id")]

    def of_pair(self, task_id: int, assignee_id: int) -> list[Agreement]:
        """Return the agreements of one pair, oldest first."""
        rows = self._db.rows(
            "SELECT * FROM agreement WHERE task_id = ? AND assignee_id = ? ORDER BY agreed_on, id",
            (task_id, assignee_id),
        )
        return [_agreement(row) for row in rows]

    def holding(self) -> list[Agreement]:
        """Return the agreement in force of each pair: the newest accepted or paused one that is not withdrawn."""
        return [_agreement(row) for row in self._db.rows(f"SELECT * FROM {_HOLDING}")]

    def held_by(self, assignee_id: int) -> list[Agreement]:
        """Return the agreements in force of one assignee, as ``holding`` does."""
        rows = self._db.rows(f"SELECT * FROM {_HOLDING} AND assignee_id = ?", (assignee_id,))
        return [_agreement(row) for row in rows]

    def holders(self) -> list[tuple[int, int]]:
        """Return the pairs (task id, assignee id) whose agreement in force has a rung above 0."""
        return self._db.tuples(f"SELECT task_id, assignee_id FROM {_HOLDING} AND rung > 0")

    def waiting(self) -> list[Agreement]:
        """Return the offers that are not accepted yet: the newest agreement of a pair, neither taken back nor held."""
        rows = self._db.rows(
            "SELECT * FROM (SELECT *, row_number() OVER (PARTITION BY task_id, assignee_id"
            " ORDER BY agreed_on DESC, id DESC) AS place FROM agreement WHERE withdrawn_on IS NULL)"
            " WHERE place = 1 AND state <> 'accepted' AND rung > 0"
        )
        return [_agreement(row) for row in rows]

    def of_pairs(self, pairs: Collection[tuple[int, int]]) -> list[Agreement]:
        """Return the agreements of the pairs (task id, assignee id) named, oldest first."""
        where, values = _among(pairs)
        rows = self._db.rows(f"SELECT * FROM agreement WHERE {where} ORDER BY agreed_on, id", values)
        return [_agreement(row) for row in rows]

    def get(self, agreement_id: int) -> Agreement:
        """Return one agreement; raise ``NotFound``."""
        rows = self._db.rows("SELECT * FROM agreement WHERE id = ?", (agreement_id,))
        if not rows:
            raise NotFound
        return _agreement(rows[0])

    def add(self, agreement: Agreement, rule: dict[str, str | None]) -> int:
        """Store an agreement with the rule's version, inputs and result of that day; return its id."""
        return self._db.insert(Kind.AGREEMENT, _agreement_row(agreement) | rule)

    def save(self, agreement: Agreement) -> None:
        """Store what may still change in an agreement: its state, the employee's words, the practical lines."""
        self._db.update(Kind.AGREEMENT, known_id(agreement.id), _agreement_row(agreement))

    def rule_behind(self, agreement_id: int) -> dict[str, str | None]:
        """Return the stored rule version, case and result (JSON) behind an agreement."""
        rows = self._db.rows("SELECT rule_version, rule_case, rule_result FROM agreement WHERE id = ?", (agreement_id,))
        return dict(rows[0]) if rows else {}


class FollowUps:
    """Follow-ups of agreements."""

    def __init__(self, database: Database) -> None:
        self._db = database

    def all(self) -> list[FollowUp]:
        """Return every follow-up by the day it is due."""
        return [from_row(FollowUp, row) for row in self._db.rows("SELECT * FROM follow_up ORDER BY due_on, id")]

    def of_agreement(self, agreement_id: int) -> list[FollowUp]:
        """Return the follow-ups of one agreement by the day they are due."""
        rows = self._db.rows("SELECT * FROM follow_up WHERE agreement_id = ? ORDER BY due_on, id", (agreement_id,))
        return [from_row(FollowUp, row) for row in rows]

    def of_pairs(self, pairs: Collection[tuple[int, int]]) -> list[FollowUp]:
        """Return the follow-ups of the pairs (task id, assignee id) named, by the day they are due."""
        where, values = _among(pairs)
        rows = self._db.rows(
            f"SELECT * FROM follow_up WHERE agreement_id IN (SELECT id FROM agreement WHERE {where})"
            " ORDER BY due_on, id",
            values,
        )
        return [from_row(FollowUp, row) for row in rows]

    def around(self, first: date, last: date) -> list[FollowUp]:
        """Return the follow-ups due or held between two days, and those due before that are not held yet."""
        rows = self._db.rows(
            "SELECT * FROM follow_up WHERE (held_on IS NULL AND due_on <= :last)"
            " OR held_on BETWEEN :first AND :last ORDER BY due_on, due_at, id",
            {"first": first.isoformat(), "last": last.isoformat()},
        )
        return [from_row(FollowUp, row) for row in rows]

    def get(self, follow_up_id: int) -> FollowUp:
        """Return one follow-up; raise ``NotFound``."""
        rows = self._db.rows("SELECT * FROM follow_up WHERE id = ?", (follow_up_id,))
        if not rows:
            raise NotFound
        return from_row(FollowUp, rows[0])

    def add(self, follow_up: FollowUp) -> int:
        """Store a follow-up and return its id."""
        return self._db.insert(Kind.FOLLOW_UP, to_row(follow_up))

    def save(self, follow_up: FollowUp) -> None:
        """Store a follow-up that exists already."""
        self._db.update(Kind.FOLLOW_UP, known_id(follow_up.id), to_row(follow_up, without=_ID))

    def remove(self, follow_up_id: int) -> None:
        """Delete a follow-up that will not be held."""
        self._db.delete(Kind.FOLLOW_UP, follow_up_id)


class Breaches:
    """Breaches of trust."""

    def __init__(self, database: Database) -> None:
        self._db = database

    def all(self) -> list[Breach]:
        """Return every breach, oldest first."""
        return [from_row(Breach, row) for row in self._db.rows("SELECT * FROM breach ORDER BY happened_on, id")]

    def of_assignee(self, assignee_id: int) -> list[Breach]:
        """Return the breaches of one person or team, oldest first."""
        rows = self._db.rows("SELECT * FROM breach WHERE assignee_id = ? ORDER BY happened_on, id", (assignee_id,))
        return [from_row(Breach, row) for row in rows]

    def add(self, breach: Breach) -> int:
        """Store a breach and return its id."""
        return self._db.insert(Kind.BREACH, to_row(breach))

    def save(self, breach: Breach) -> None:
        """Store a breach that exists already."""
        self._db.update(Kind.BREACH, known_id(breach.id), to_row(breach, without=_ID))


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

    def add(self, comment: Comment) -> int:
        """Store a comment and return its id."""
        return self._db.insert(Kind.COMMENT, to_row(comment))

    def remove(self, comment_id: int) -> None:
        """Delete a comment."""
        self._db.delete(Kind.COMMENT, comment_id)


def _among(pairs: Collection[tuple[int, int]]) -> tuple[str, list[int]]:
    if not pairs:
        return "0", []
    marks = ", ".join(["(?, ?)"] * len(pairs))
    return f"(task_id, assignee_id) IN (VALUES {marks})", [value for pair in pairs for value in pair]


def _agreement(row: dict[str, Any]) -> Agreement:
    leap = None
    if row["leap_gain"] is not None:
        review = row["leap_review_on"]
        leap = Leap(
            gain=row["leap_gain"],
            risk=row["leap_risk"],
            catch=row["leap_catch"],
            review_on=date.fromisoformat(review) if review else None,
        )
    return from_row(Agreement, row, leap=leap)


def _agreement_row(agreement: Agreement) -> dict[str, Any]:
    row = to_row(replace(agreement, leap=None), without=frozenset({"id", "leap"}))
    leap = agreement.leap
    row |= {
        "leap_gain": leap.gain if leap else None,
        "leap_risk": leap.risk if leap else None,
        "leap_catch": leap.catch if leap else None,
        "leap_review_on": leap.review_on.isoformat() if leap and leap.review_on else None,
    }
    return row
