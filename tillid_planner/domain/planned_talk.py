"""A talk two people mean to have on a day: about a breach, or prepared from both sides."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, time

from tillid_planner.domain.calendar_entry import MeetingSource
from tillid_planner.domain.errors import Fault
from tillid_planner.domain.week import day_faults


@dataclass(frozen=True, slots=True, kw_only=True)
class PlannedTalk:
    """A talk that is planned and not held; what it is about is not told, for the week is shown to many."""

    source: MeetingSource
    record: int
    assignee_id: int
    day: date
    at: time | None = None

    def overdue(self, today: date) -> bool:
        """Whether its day has passed."""
        return self.day < today


def planning_faults(day: date | None, at: time | None, today: date) -> tuple[Fault, ...]:
    """Return what keeps a talk from being planned on a day, perhaps at a time; no day takes the plan back."""
    if day is None:
        return (Fault("planned_at", "time_without_day"),) if at is not None else ()
    return (Fault("planned_on", "in_the_past"),) if day < today else day_faults("planned_on", day)
