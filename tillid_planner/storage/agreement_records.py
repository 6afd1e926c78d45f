"""Agreements and their follow-ups in and out of a workspace."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection
from dataclasses import replace
from datetime import date
from typing import Any, NamedTuple

from tillid_planner.domain.agreement import Agreement, AgreementState, Leap
from tillid_planner.domain.changes import Kind
from tillid_planner.domain.errors import NotFound
from tillid_planner.domain.follow_up import FollowUp, Outcome
from tillid_planner.storage.database import Database
from tillid_planner.storage.pair_keys import CellKey, PairSide, among, column_of, pair_in
from tillid_planner.storage.rows import from_row, known_id, stored_day, to_row

_ID = frozenset({"id"})
# What the newest of a pair has to be to be in force.
_STANDS = "withdrawn_on IS NULL AND (state = 'accepted' OR rung = 0)"
_HOLDING = (
    "(SELECT *, row_number() OVER (PARTITION BY task_id, assignee_id ORDER BY agreed_on DESC, id DESC) AS place"
    f" FROM agreement WHERE {_STANDS}) WHERE place = 1"
)
_HOLDERS = (
    # The greatest of (day, id) takes its row's rung along; sorting each pair's agreements takes longer.
    "SELECT task_id, assignee_id, rung, max(agreed_on || printf('%020d', id))"
    f" FROM agreement WHERE {_STANDS} GROUP BY task_id, assignee_id"
)
_STATES = {state.value: state for state in AgreementState}
_OUTCOMES = {outcome.value: outcome for outcome in Outcome}


class AgreementMark(NamedTuple):
    """What tells whether an agreement holds, and at which rung 0–5."""

    id: int
    rung: int
    state: AgreementState
    withdrawn_on: date | None


class FollowUpMark(NamedTuple):
    """A follow-up that was held, and how it went."""

    id: int
    agreement_id: int
    held_on: date
    outcome: Outcome


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
        """Return every pair (task id, assignee id) whose agreement in force has a rung above 0."""
        return [(task, assignee) for task, assignee, rung, _ in self._db.tuples(_HOLDERS) if rung > 0]

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
        where, values = among(pairs)
        rows = self._db.rows(f"SELECT * FROM agreement WHERE {where} ORDER BY agreed_on, id", values)
        return [_agreement(row) for row in rows]

    def marks(self) -> dict[CellKey, list[AgreementMark]]:
        """Return what the matrix needs of every pair's agreements, oldest first."""
        found: dict[CellKey, list[AgreementMark]] = defaultdict(list)
        for assignee, task, number, rung, state, withdrawn in self._db.tuples(
            "SELECT assignee_id, task_id, id, rung, state, withdrawn_on FROM agreement ORDER BY agreed_on, id"
        ):
            withdrawn_on = stored_day(withdrawn) if withdrawn else None
            found[assignee, task].append(AgreementMark(number, rung, _STATES[state], withdrawn_on))
        return found

    def count(self, side: PairSide, record: int) -> int:
        """Return how many agreements there are on a task or with an assignee."""
        rows = self._db.rows(f"SELECT count(*) AS n FROM agreement WHERE {column_of(side)} = ?", (record,))
        return int(rows[0]["n"])

    def whose(self, agreement_id: int) -> CellKey | None:
        """Return the pair an agreement is of, or None where it is gone."""
        return pair_in(self._db, "SELECT task_id, assignee_id FROM agreement WHERE id = ?", agreement_id)

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
        where, values = among(pairs)
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

    def held_marks(self) -> dict[int, list[FollowUpMark]]:
        """Return the follow-ups that were held, by the id of their agreement."""
        found: dict[int, list[FollowUpMark]] = defaultdict(list)
        for number, agreement, day, outcome in self._db.tuples(
            "SELECT id, agreement_id, held_on, outcome FROM follow_up WHERE held_on IS NOT NULL"
        ):
            found[agreement].append(FollowUpMark(number, agreement, stored_day(day), _OUTCOMES[outcome]))
        return found

    def next_days(self) -> dict[int, date]:
        """Return the day of the next planned follow-up, by the id of its agreement."""
        rows = self._db.tuples("SELECT agreement_id, min(due_on) FROM follow_up WHERE held_on IS NULL GROUP BY 1")
        return {agreement: stored_day(due) for agreement, due in rows}

    def ids_of(self, side: PairSide, record: int) -> list[int]:
        """Return the ids of the follow-ups on a task or with an assignee."""
        rows = self._db.rows(
            f"SELECT f.id FROM follow_up f JOIN agreement a ON a.id = f.agreement_id WHERE a.{column_of(side)} = ?",
            (record,),
        )
        return [int(row["id"]) for row in rows]

    def whose(self, follow_up_id: int) -> CellKey | None:
        """Return the pair a follow-up is of, or None where it is gone."""
        return pair_in(
            self._db,
            "SELECT task_id, assignee_id FROM agreement WHERE id = (SELECT agreement_id FROM follow_up WHERE id = ?)",
            follow_up_id,
        )

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
