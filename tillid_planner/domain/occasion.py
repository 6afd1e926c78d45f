"""Occasions for trust: what could be left to others, thought of by the leader or the staff; some become tasks."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from tillid_planner.domain.errors import Fault
from tillid_planner.domain.task import line_faults, required_faults


class CameFrom(StrEnum):
    """Who thought of it."""

    LEADER = "leader"
    STAFF = "staff"


@dataclass(frozen=True, slots=True, kw_only=True)
class Occasion:
    """One line; ``task_id`` is the task it became, if it became one."""

    id: int | None = None
    text: str
    came_from: CameFrom
    written_on: date
    task_id: int | None = None
    dropped_on: date | None = None

    @property
    def is_open(self) -> bool:
        """Whether it has neither become a task nor been dropped."""
        return self.task_id is None and self.dropped_on is None

    def faults(self, today: date) -> tuple[Fault, ...]:
        """Return what keeps the occasion from being stored, seen from ``today``."""
        found = [*line_faults(text=self.text), *required_faults(text=self.text)]
        for field, day in (("written_on", self.written_on), ("dropped_on", self.dropped_on)):
            if day is not None and day > today:
                found.append(Fault(field, "in_the_future"))
        return tuple(found)
