"""Development plans: what somebody practises so that a competence no longer sets the limit."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from tillid_planner.domain.errors import Fault
from tillid_planner.domain.task import text_faults


class Competence(StrEnum):
    """What kind of competence it is: knowing the trade, meeting people, carrying freedom and doubt."""

    PROFESSIONAL = "professional"
    RELATIONAL = "relational"
    PERSONAL = "personal"


@dataclass(frozen=True, slots=True, kw_only=True)
class DevelopmentPlan:
    """What is practised on one task, how, and by when; ``done_on`` is the day the two said that it is in place."""

    id: int | None = None
    task_id: int
    assignee_id: int
    competence: Competence = Competence.PROFESSIONAL
    what: str
    how: str = ""
    by_on: date | None = None
    written_on: date
    done_on: date | None = None

    def faults(self, today: date) -> tuple[Fault, ...]:
        """Return what keeps the plan from being stored, seen from ``today``."""
        found = list(text_faults(what=self.what, how=self.how))
        if not self.what.strip():
            found.append(Fault("what", "required"))
        if self.by_on is not None and self.by_on < self.written_on:
            found.append(Fault("by_on", "in_the_past"))
        if self.done_on is not None and self.done_on > today:
            found.append(Fault("done_on", "in_the_future"))
        return tuple(found)
