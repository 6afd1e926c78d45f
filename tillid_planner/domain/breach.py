"""Breaches of trust: freedom that was not lived up to, on one task."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from tillid_planner.domain.case import BreachStatus, Cause


@dataclass(frozen=True, slots=True, kw_only=True)
class Breach:
    """What the rule needs of a breach: where, when, at which rung, the cause once known, and its status."""

    id: int | None = None
    task_id: int
    assignee_id: int
    noted_on: date
    happened_on: date
    facts: str
    noticed_by: str = ""
    rung_at_breach: int = 3
    cause: Cause = Cause.UNKNOWN
    status: BreachStatus = BreachStatus.OPEN
    closed_on: date | None = None
