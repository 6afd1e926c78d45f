"""What a point of a course is in words: for the line under the plot, the list beside it, and the screen reader."""

from __future__ import annotations

from datetime import date

from tillid_planner.content import Words
from tillid_planner.domain.course import Course, Knot, Look, Mark, Point, Step
from tillid_planner.domain.follow_up import Outcome
from tillid_planner.ui.days import short_day_text
from tillid_planner.ui.texts import tr
from tillid_planner.ui.widgets.rungs import rung_name

ICONS = {Mark.STEP: "rung", Mark.LOOK: "follow-up", Mark.BREACH: "breach", Mark.CLOSED: "check"}


def point_sentence(point: Point, words: Words) -> str:
    """Return what happened, without the day."""
    happened = point.of
    if isinstance(happened, Step):
        return _step(happened, words)
    if isinstance(happened, Look):
        return look_sentence(happened.outcome)
    if point.mark is Mark.BREACH:
        return tr("A breach was noted, at rung {rung}.", rung=happened.rung)
    return tr("The breach was closed.")


def point_icon(point: Point) -> str:
    """Return the icon of a point."""
    return "leap" if isinstance(point.of, Step) and point.of.leap else ICONS[point.mark]


def look_sentence(outcome: Outcome) -> str:
    """Return how a follow-up went."""
    return {
        Outcome.GOOD: tr("Follow-up: good."),
        Outcome.PARTLY: tr("Follow-up: partly."),
        Outcome.NOT_OK: tr("Follow-up: not OK."),
    }[outcome]


def knot_words(knot: Knot, today: date) -> str:
    """Return the words beside a breach in the plot."""
    if knot.closed is not None:
        return tr("breach, closed {day}", day=short_day_text(knot.closed, today))
    return tr("breach, not closed")


def course_summary(course: Course, name: str, words: Words, today: date) -> str:
    """Return what the whole plot shows in one sentence."""
    if not course.points:
        return tr("{task}: nothing has happened yet.", task=name)
    # Not of today: a clock that was set back must not take away what holds.
    rung = course.steps[-1].rung if course.steps else None
    now = tr("no rung agreed now") if rung is None else rung_words(rung, words)
    return tr(
        "{task}: {steps}, {looks}, {knots}. Now: {now}.",
        task=name,
        steps=tr("%n agreement(s)", n=len(course.steps)),
        looks=tr("%n follow-up(s)", n=len(course.looks)),
        knots=tr("%n breach(es)", n=len(course.knots)),
        now=now,
    )


def rung_words(rung: int, words: Words) -> str:
    """Return a rung as number and name."""
    return tr("rung {rung}, {name}", rung=rung, name=rung_name(words, rung))


def _step(step: Step, words: Words) -> str:
    if step.rung is None:
        return tr("The agreement was taken back; none holds.")
    if step.back:
        return tr("The agreement was taken back; rung {rung} holds again.", rung=step.rung)
    if step.rung == 0:
        return tr("The task was paused.")
    name = rung_name(words, step.rung)
    if step.before is None:
        parts = [tr("Rung {rung}, {name}, was agreed.", rung=step.rung, name=name)]
    elif step.before == step.rung:
        parts = [tr("Rung {rung}, {name}, was agreed again.", rung=step.rung, name=name)]
    else:
        parts = [
            tr(
                "Rung {rung}, {name}, was agreed; before it was {before}.",
                rung=step.rung,
                name=name,
                before=step.before,
            )
        ]
    if step.leap:
        parts.append(tr("A reflected leap."))
    if step.suggested is not None and step.suggested != step.rung:
        parts.append(
            tr("The suggestion that day was rung {rung}.", rung=step.suggested)
            if step.suggested
            else tr("The suggestion that day was to pause.")
        )
    return " ".join(parts)
