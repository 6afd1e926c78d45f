"""The course of one task with one person or team: steps of the agreed rung, follow-ups, breaches, leaps."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from tillid_planner.domain.agreement import Agreement, AgreementState
from tillid_planner.domain.breach import Breach
from tillid_planner.domain.case import BreachStatus
from tillid_planner.domain.follow_up import FollowUp, Outcome


@dataclass(frozen=True, slots=True)
class Step:
    """From this day another agreement holds, or none (``rung`` None).

    ``rung`` and ``suggested`` are 0–5 or None; ``before`` is the rung until then. ``leap`` tells of a rung
    above the suggestion of that day, ``back`` that an agreement was taken back and an earlier one holds again.
    """

    day: date
    rung: int | None
    before: int | None = None
    suggested: int | None = None
    leap: bool = False
    back: bool = False


@dataclass(frozen=True, slots=True)
class Look:
    """A follow-up that was held: its day, the rung it was about (0–5 or None), and how it went."""

    day: date
    rung: int | None
    outcome: Outcome


@dataclass(frozen=True, slots=True)
class Knot:
    """A breach: the day it was noted, the rung held then (1–5), and the day it was closed, if it is."""

    day: date
    rung: int
    closed: date | None


class Mark(StrEnum):
    """What a point of a course is."""

    STEP = "step"
    LOOK = "look"
    BREACH = "breach"
    CLOSED = "closed"


@dataclass(frozen=True, slots=True)
class Point:
    """One thing that happened, in the order of days; ``of`` is the step, look or knot it comes from."""

    day: date
    mark: Mark
    of: Step | Look | Knot


@dataclass(frozen=True, slots=True)
class Course:
    """Everything that happened on one task, each part oldest first."""

    steps: Sequence[Step] = ()
    looks: Sequence[Look] = ()
    knots: Sequence[Knot] = ()

    @property
    def points(self) -> tuple[Point, ...]:
        """All of it in one row by day; on one day the look comes before the breach and the step after both."""
        found = [Point(look.day, Mark.LOOK, look) for look in self.looks]
        found += [Point(knot.day, Mark.BREACH, knot) for knot in self.knots]
        found += [Point(knot.closed, Mark.CLOSED, knot) for knot in self.knots if knot.closed is not None]
        found += [Point(step.day, Mark.STEP, step) for step in self.steps]
        return tuple(sorted(found, key=lambda point: point.day))

    @property
    def held_since(self) -> date | None:
        """The day since which the present rung has been held without a change; None while none holds."""
        since: date | None = None
        for step in self.steps:
            if step.rung is None:
                since = None
            elif since is None or step.rung != step.before:
                since = step.day
        return since

    def rung_on(self, day: date) -> int | None:
        """Return the rung 0–5 that held at the end of a day, or None."""
        rung = None
        for step in self.steps:
            if step.day > day:
                break
            rung = step.rung
        return rung


def course_of(agreements: Iterable[Agreement], follow_ups: Iterable[FollowUp], breaches: Iterable[Breach]) -> Course:
    """Return the course of one pair from its agreements, follow-ups and breaches, in whatever order they come."""
    held = sorted(
        (a for a in agreements if a.state is AgreementState.ACCEPTED or a.rung == 0),
        key=lambda a: (a.agreed_on, a.id or 0),
    )
    steps = _steps(held)
    course = Course(steps)
    rung_of = {a.id: a.rung for a in held}
    looks = sorted(
        (
            Look(f.held_on, rung_of.get(f.agreement_id, course.rung_on(f.held_on)), f.outcome)
            for f in follow_ups
            if f.held_on is not None and f.outcome is not None
        ),
        key=lambda look: look.day,
    )
    knots = sorted(
        (
            Knot(b.noted_on, b.rung_at_breach, b.closed_on if b.status is BreachStatus.CLOSED else None)
            for b in breaches
        ),
        key=lambda knot: knot.day,
    )
    return Course(steps, tuple(looks), tuple(knots))


def _steps(held: Sequence[Agreement]) -> tuple[Step, ...]:
    days = sorted({a.agreed_on for a in held} | {a.withdrawn_on for a in held if a.withdrawn_on is not None})
    steps: list[Step] = []
    before: Agreement | None = None
    standing: list[Agreement] = []
    coming = list(reversed(held))
    for day in days:
        while coming and coming[-1].agreed_on <= day:
            standing.append(coming.pop())
        standing = [a for a in standing if a.withdrawn_on is None or a.withdrawn_on > day]
        now = standing[-1] if standing else None
        if now is before:
            continue
        rung_before = before.rung if before else None
        if now is None:
            steps.append(Step(day, None, rung_before, back=True))
        elif now.agreed_on == day:
            steps.append(Step(day, now.rung, rung_before, now.suggested_rung, now.is_leap))
        else:
            # An earlier one holds again; what was suggested when it was made is told where it was made.
            steps.append(Step(day, now.rung, rung_before, back=True))
        before = now
    return tuple(steps)
