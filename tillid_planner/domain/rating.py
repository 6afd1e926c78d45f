"""Ratings: one prerequisite, one task, one assignee, one date, with something seen behind it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from tillid_planner.domain.case import Dimension, Novelty
from tillid_planner.domain.errors import Fault
from tillid_planner.domain.task import text_faults


class Rater(StrEnum):
    """Whose eyes: the leader's, or the employee's own."""

    LEADER = "leader"
    EMPLOYEE = "employee"


@dataclass(frozen=True, slots=True, kw_only=True)
class Rating:
    """One rating, never overwritten: the newest of its dimension counts. ``value`` is 1–5."""

    id: int | None = None
    task_id: int
    assignee_id: int
    dimension: Dimension
    value: int
    sure: bool = True
    example: str = ""
    seen_on: date | None = None
    rated_on: date
    rater: Rater = Rater.LEADER

    def faults(self, today: date) -> tuple[Fault, ...]:
        """Return what keeps the rating from being stored, seen from ``today``."""
        found = list(text_faults(example=self.example))
        if self.value not in range(1, 6):
            found.append(Fault("value", "out_of_range", {"low": 1, "high": 5}))
        if self.rated_on > today:
            found.append(Fault("rated_on", "in_the_future"))
        if self.seen_on is not None and self.seen_on > today:
            found.append(Fault("seen_on", "in_the_future"))
        return tuple(found)


@dataclass(frozen=True, slots=True, kw_only=True)
class Pair:
    """What is known of a task and an assignee besides ratings: novelty, and the leader's own first bid."""

    task_id: int
    assignee_id: int
    novelty: Novelty = Novelty.KNOWN
    own_rung: int | None = None
    own_rung_on: date | None = None
