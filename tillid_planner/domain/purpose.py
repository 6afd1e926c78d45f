"""Purposes: why the unit works with trust, and what the citizen gets out of it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from tillid_planner.domain.errors import Fault
from tillid_planner.domain.task import line_faults, required_faults


@dataclass(frozen=True, slots=True, kw_only=True)
class Purpose:
    """Why trust, and what it does for the core task; the four marks say of what kind it is, and several may hold."""

    id: int | None = None
    text: str
    core_task: str
    tailored: bool = False
    new_ways: bool = False
    thriving: bool = False
    other: bool = False
    written_on: date
    review_on: date | None = None
    ended_on: date | None = None

    def faults(self, today: date) -> tuple[Fault, ...]:
        """Return what keeps the purpose from being stored, seen from ``today``; a new one is not of a day to come."""
        found = [*required_faults(text=self.text, core_task=self.core_task)]
        found += line_faults(text=self.text, core_task=self.core_task)
        if self.id is None and self.written_on > today:
            found.append(Fault("written_on", "in_the_future"))
        found += term_faults(today, self.written_on, review_on=self.review_on, ended_on=self.ended_on)
        return tuple(found)


def term_faults(
    today: date, start: date, *, review_on: date | None = None, ended_on: date | None = None
) -> tuple[Fault, ...]:
    """Return what is wrong with the days of what holds from ``start`` on: before it, or ended on a day to come."""
    days = {"review_on": review_on, "ended_on": ended_on}
    found = [Fault(name, "ends_before_start") for name, day in days.items() if day is not None and day < start]
    if ended_on is not None and ended_on > today:
        found.append(Fault("ended_on", "in_the_future"))
    return tuple(found)
