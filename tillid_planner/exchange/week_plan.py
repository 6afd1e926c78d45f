"""What leaves of a planned week, as plain values: no ratings, no reasons, and rungs only where they were asked for."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, time

from tillid_planner.domain.week import DayOff, Week


@dataclass(frozen=True, slots=True)
class PlannedTask:
    """Hours of a task on a day; ``rung`` (this week's) and ``agreed`` are None unless rungs were asked for.

    ``short`` is the name that fits in a column.
    """

    name: str
    hours: float
    short: str = ""
    rung: int | None = None
    agreed: int | None = None


@dataclass(frozen=True, slots=True)
class Meeting:
    """A follow-up on a day, perhaps at a time; ``task`` is what it is about, ``short`` its name in a column.

    Without a task it is a talk, and what it is about is not known here.
    """

    task: str = ""
    short: str = ""
    at: time | None = None
    held: bool = False


@dataclass(frozen=True, slots=True)
class PlannedDay:
    """One day of one assignee; ``off`` tells how they are not there, why somebody is away is not known here."""

    day: date
    tasks: tuple[PlannedTask, ...] = ()
    meetings: tuple[Meeting, ...] = ()
    off: DayOff | None = None


@dataclass(frozen=True, slots=True)
class PlannedRow:
    """One person or team with the seven days of the week; ``role`` is empty for a team.

    ``key`` tells those apart who share a name, and is the same in every week.
    """

    key: int
    name: str
    role: str
    days: tuple[PlannedDay, ...]

    @property
    def hours(self) -> float:
        """The hours of all days."""
        return sum(task.hours for day in self.days for task in day.tasks)

    @property
    def empty(self) -> bool:
        """Whether nothing at all stands on the days."""
        return not any(day.tasks or day.meetings or day.off for day in self.days)


@dataclass(frozen=True, slots=True)
class WeekPlan:
    """A week of a unit; ``holidays`` are the public ones by name, ``with_rungs`` whether rungs are in it."""

    week: Week
    unit: str
    rows: tuple[PlannedRow, ...]
    holidays: Mapping[date, str] = field(default_factory=dict)
    with_rungs: bool = False
