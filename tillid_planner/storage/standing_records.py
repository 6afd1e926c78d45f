"""The few columns that every pair's standing follows from, read for the whole unit at once.

A full record of each of a hundred thousand ratings would take a second to make; the matrix needs the newest
ones' values only.
"""

from __future__ import annotations

from collections import defaultdict
from datetime import date
from functools import lru_cache
from typing import NamedTuple

from tillid_planner.domain.agreement import AgreementState
from tillid_planner.domain.case import Dimension
from tillid_planner.domain.follow_up import Outcome
from tillid_planner.storage.database import Database

#: Assignee id and task id, as the matrix is laid out.
CellKey = tuple[int, int]

_NEWEST = (
    # The greatest of (day, id) takes its row's other columns along; the index alone answers this.
    "SELECT assignee_id, task_id, dimension, value, sure, rated_on, max(rated_on || printf('%020d', id))"
    " FROM rating WHERE rater = 'leader' GROUP BY task_id, assignee_id, dimension, rater"
)
_day = lru_cache(4096)(date.fromisoformat)
_DIMENSIONS = {dimension.value: dimension for dimension in Dimension}
_STATES = {state.value: state for state in AgreementState}
_OUTCOMES = {outcome.value: outcome for outcome in Outcome}


class NewestRating(NamedTuple):
    """The leader's newest rating of one prerequisite: 1–5, whether she was sure, and the day."""

    value: int
    sure: bool
    rated_on: date


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


class StandingRecords:
    """Reads the whole unit's ratings, agreements and follow-ups, lean."""

    def __init__(self, database: Database) -> None:
        self._db = database

    def ratings(self) -> dict[CellKey, dict[Dimension, NewestRating]]:
        """Return the leader's newest ratings of every pair."""
        found: dict[CellKey, dict[Dimension, NewestRating]] = defaultdict(dict)
        for assignee, task, dimension, value, sure, day, _ in self._db.tuples(_NEWEST):
            found[assignee, task][_DIMENSIONS[dimension]] = NewestRating(value, bool(sure), _day(day))
        return found

    def agreements(self) -> dict[CellKey, list[AgreementMark]]:
        """Return every pair's agreements, oldest first."""
        found: dict[CellKey, list[AgreementMark]] = defaultdict(list)
        for assignee, task, number, rung, state, withdrawn in self._db.tuples(
            "SELECT assignee_id, task_id, id, rung, state, withdrawn_on FROM agreement ORDER BY agreed_on, id"
        ):
            withdrawn_on = _day(withdrawn) if withdrawn else None
            found[assignee, task].append(AgreementMark(number, rung, _STATES[state], withdrawn_on))
        return found

    def held_follow_ups(self) -> dict[int, list[FollowUpMark]]:
        """Return the follow-ups that were held, by the id of their agreement."""
        found: dict[int, list[FollowUpMark]] = defaultdict(list)
        for number, agreement, day, outcome in self._db.tuples(
            "SELECT id, agreement_id, held_on, outcome FROM follow_up WHERE held_on IS NOT NULL"
        ):
            found[agreement].append(FollowUpMark(number, agreement, _day(day), _OUTCOMES[outcome]))
        return found

    def next_follow_ups(self) -> dict[int, date]:
        """Return the day of the next planned follow-up, by the id of its agreement."""
        rows = self._db.tuples("SELECT agreement_id, min(due_on) FROM follow_up WHERE held_on IS NULL GROUP BY 1")
        return {agreement: _day(due) for agreement, due in rows}
