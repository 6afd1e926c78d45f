"""Where days and rungs stand in a plot: plain measures without a widget, so that they can be compared with the data."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from tillid_planner.domain.course import Course, Knot, Look, Point, Step

#: A course of one day still gets this many days to stand in.
_SHORTEST_DAYS = 60
#: Months between two labels, the first that has room is taken.
_STRIDES = (1, 2, 3, 6, 12, 24, 60, 120)
_DAYS_OF_A_MONTH = 30.4


@dataclass(frozen=True, slots=True)
class Scale:
    """Days from left to right, rungs from the bottom up; all measures in pixels.

    ``lowest`` is the lowest rung drawn: 1, or 0 where the course has a pause in it.
    """

    left: float
    right: float
    top: float
    bottom: float
    first: date
    last: date
    lowest: int = 1

    def x(self, day: date) -> float:
        """Return where a day stands; days outside the plot stand at its edge."""
        part = (day - self.first).days / max(1, (self.last - self.first).days)
        return self.left + min(1.0, max(0.0, part)) * (self.right - self.left)

    def y(self, rung: int) -> float:
        """Return where a rung 0–5 stands."""
        part = (rung - self.lowest) / (5 - self.lowest)
        return self.bottom - part * (self.bottom - self.top)

    def months(self, least_gap: float) -> list[date]:
        """Return the first days of the months that get a label, at least *least_gap* pixels apart."""
        a_day = (self.right - self.left) / max(1, (self.last - self.first).days)
        stride = next((s for s in _STRIDES if s * _DAYS_OF_A_MONTH * a_day >= least_gap), _STRIDES[-1])
        number = self.first.year * 12 + self.first.month
        found: list[date] = []
        while True:
            number += 1
            day = date((number - 1) // 12, (number - 1) % 12 + 1, 1)
            if day > self.last:
                return found
            # Strides count from January, so that years begin with their own label.
            if (day.month - 1 + 12 * day.year) % stride == 0:
                found.append(day)


def scale_of(course: Course, today: date, *, left: float, right: float, top: float, bottom: float) -> Scale:
    """Return the scale that shows a whole course up to today, with a little air on both sides."""
    days = [point.day for point in course.points]
    first, last = min([*days, today]), max([*days, today])
    if (last - first).days < _SHORTEST_DAYS:
        first = last - timedelta(days=_SHORTEST_DAYS)
    air = max(1, (last - first).days // 30)
    paused = any(step.rung == 0 for step in course.steps)
    return Scale(left, right, top, bottom, first - timedelta(days=air), last + timedelta(days=air), 0 if paused else 1)


def height_of(point: Point, course: Course) -> int | None:
    """Return the rung 0–5 at which a point stands, or None for one without a place on the ladder."""
    if isinstance(point.of, Step):
        return point.of.rung if point.of.rung is not None else point.of.before
    if isinstance(point.of, Look):
        return point.of.rung if point.of.rung is not None else course.rung_on(point.day)
    return None


def lowest_between(course: Course, first: date, last: date, knot: Knot) -> int:
    """Return the lowest rung that held between two days: the words of a breach stand below it."""
    held = [course.rung_on(first), knot.rung]
    held += [step.rung for step in course.steps if first <= step.day <= last]
    return min(rung for rung in held if rung is not None)
