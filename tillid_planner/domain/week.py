"""The week: its days, what is placed on whom for how long, and how full that makes it.

A week never changes what was agreed (``dosing.md``, The week): it only gives the load that the rule is asked with.
"""

from __future__ import annotations

import math
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from tillid_planner.domain.assignee import Assignee
from tillid_planner.domain.errors import Fault, InvalidInput

#: The days that can be planned; what lies beyond is a slip of the finger.
FIRST_DAY = date(2000, 1, 3)
LAST_DAY = date(2099, 12, 27)

HOURS_IN_A_DAY = 24.0
WORK_DAYS = 5
#: What the rule takes at most (design: the case's field ``load``); more than that is the same answer.
_MOST_LOAD = 10.0
#: Hours are planned by the quarter; a smaller remainder is none.
QUARTER = 0.25


@dataclass(frozen=True, slots=True, order=True)
class Week:
    """An ISO week, from Monday to Sunday."""

    monday: date

    @classmethod
    def of(cls, day: date) -> Week:
        """Return the week of a day; raise ``InvalidInput`` for one that lies outside what can be planned."""
        if not FIRST_DAY <= day <= LAST_DAY:
            raise InvalidInput(Fault("day", "day_out_of_range", {"first": FIRST_DAY.year, "last": LAST_DAY.year}))
        return cls(day - timedelta(days=day.weekday()))

    @property
    def number(self) -> int:
        """The ISO week number, 1–53."""
        return self.monday.isocalendar().week

    @property
    def year(self) -> int:
        """The ISO year, which is not always the year of the Monday."""
        return self.monday.isocalendar().year

    @property
    def days(self) -> tuple[date, ...]:
        """The seven days, Monday first."""
        return tuple(self.monday + timedelta(days=n) for n in range(7))

    @property
    def sunday(self) -> date:
        """The last day."""
        return self.monday + timedelta(days=6)

    @property
    def before(self) -> Week:
        """The week before; the first week stays itself."""
        return self if self.monday <= FIRST_DAY else Week(self.monday - timedelta(days=7))

    @property
    def after(self) -> Week:
        """The week after; the last week stays itself."""
        return self if self.sunday >= LAST_DAY else Week(self.monday + timedelta(days=7))

    def __contains__(self, day: date) -> bool:
        return self.monday <= day <= self.sunday


@dataclass(frozen=True, slots=True, kw_only=True)
class Placement:
    """So many hours of a task on one assignee on one day.

    ``hours`` is 0–24; 0 leaves a recurring task out on that day. ``recurring`` ones follow from a
    recurrence and are not stored; they have no id.
    """

    id: int | None = None
    task_id: int
    assignee_id: int
    day: date
    hours: float
    recurring: bool = False

    @property
    def key(self) -> tuple[int, int, date]:
        """What makes it the same placement: task, assignee and day."""
        return self.task_id, self.assignee_id, self.day

    def faults(self) -> tuple[Fault, ...]:
        """Return what keeps it from being stored."""
        return (*day_faults("day", self.day), *hours_of_day_faults("hours", self.hours))


@dataclass(frozen=True, slots=True, kw_only=True)
class Recurrence:
    """A weekday (0 = Monday) on which a task places itself on the one who holds it, from and until a day."""

    id: int | None = None
    task_id: int
    assignee_id: int
    weekday: int
    hours: float
    first_on: date
    last_on: date | None = None

    def falls_on(self, day: date) -> bool:
        """Whether the task places itself on this day."""
        return day.weekday() == self.weekday and self.first_on <= day and (self.last_on is None or day <= self.last_on)


@dataclass(frozen=True, slots=True, kw_only=True)
class Absence:
    """Days on which somebody is away; why is nobody's business here."""

    id: int | None = None
    assignee_id: int
    first_on: date
    last_on: date

    def faults(self) -> tuple[Fault, ...]:
        """Return what keeps it from being stored."""
        found = [*day_faults("first_on", self.first_on), *day_faults("last_on", self.last_on)]
        if not found and self.last_on < self.first_on:
            found.append(Fault("last_on", "ends_before_start"))
        return tuple(found)

    def days(self, week: Week) -> Iterator[date]:
        """Yield the days of the week on which it holds."""
        return (day for day in week.days if self.first_on <= day <= self.last_on)


class DayOff(StrEnum):
    """How somebody is not there on a day; of an absence nobody is told more."""

    AWAY = "away"
    NOT_BEGUN = "not_begun"
    LEFT = "left"


def day_off(assignee: Assignee, day: date, away: Collection[date]) -> DayOff | None:
    """Return how somebody is not there on a day, None when they are; ``away`` are the days of absence."""
    if not assignee.begun_by(day):
        return DayOff.NOT_BEGUN
    if assignee.left_by(day):
        return DayOff.LEFT
    return DayOff.AWAY if day in away else None


@dataclass(frozen=True, slots=True, kw_only=True)
class WeekTemplate:
    """A named week to plan from."""

    id: int | None = None
    name: str


@dataclass(frozen=True, slots=True, kw_only=True)
class TemplatePlacement:
    """One line of a named week: a placement on a weekday (0 = Monday) instead of a date."""

    id: int | None = None
    template_id: int
    task_id: int
    assignee_id: int
    weekday: int
    hours: float


def day_faults(field: str, day: date) -> tuple[Fault, ...]:
    """Return a fault if a day lies outside what can be planned."""
    if FIRST_DAY <= day <= LAST_DAY:
        return ()
    return (Fault(field, "day_out_of_range", {"first": FIRST_DAY.year, "last": LAST_DAY.year}),)


def hours_of_day_faults(field: str, hours: float) -> tuple[Fault, ...]:
    """Return a fault if the hours are not finite or not between 0 and the hours of a day."""
    if math.isfinite(hours) and 0 <= hours <= HOURS_IN_A_DAY:
        return ()
    return (Fault(field, "out_of_range", {"low": 0, "high": int(HOURS_IN_A_DAY)}),)


def available_hours(weekly_hours: float, week: Week, away: Collection[date], holidays: Collection[date]) -> float:
    """Return the hours somebody has in a week: a fifth of the weekly hours for each workday that is no day off.

    ``away`` are the person's own days away, ``holidays`` the public ones. 32 hours a week with one public
    holiday are 25.6 hours.
    """
    free = sum(1 for day in week.days[:WORK_DAYS] if day not in away and day not in holidays)
    return weekly_hours * free / WORK_DAYS


def load_of(planned: float, available: float | None) -> float | None:
    """Return planned / available hours, at most 10; None when the hours are not known or nothing is planned.

    Hours planned for somebody who has none available are the most there is.
    """
    if available is None or planned <= 0:
        return None
    return _MOST_LOAD if available <= 0 else min(_MOST_LOAD, planned / available)


def hours_over(planned: float, available: float | None) -> float:
    """Return how many hours have to move before the load is at most 100 %, rounded up to the quarter."""
    if available is None or planned <= available:
        return 0.0
    return math.ceil(round((planned - available) / QUARTER, 6)) * QUARTER


def shares(hours: float, parts: int) -> tuple[float, ...]:
    """Split hours over so many days, in whole quarters as even as can be; the first take what is left over."""
    if parts < 1:
        return ()
    quarters = round(hours / QUARTER)
    even, left = divmod(quarters, parts)
    return tuple((even + (1 if number < left else 0)) * QUARTER for number in range(parts))
