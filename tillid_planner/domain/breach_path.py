"""The way through a breach case: its steps, how far each has come, and what may be done when."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from tillid_planner.domain.breach import BreachCase, Outcome, Track
from tillid_planner.domain.case import BreachStatus, Cause
from tillid_planner.domain.errors import Fault


class Step(StrEnum):
    """The steps of a case, in their order."""

    FACTS = "facts"
    TRACK = "track"
    OWN_PART = "own_part"
    CONVERSATION = "conversation"
    CAUSE = "cause"
    AGREEMENT = "agreement"
    FOLLOW_UPS = "follow_ups"
    CLOSING = "closing"
    LEARNING = "learning"


class Progress(StrEnum):
    """How far a step has come: done, the one to take now, or one for later."""

    DONE = "done"
    NOW = "now"
    LATER = "later"


@dataclass(frozen=True, slots=True)
class Stage:
    """One step of a case and how far it has come."""

    step: Step
    progress: Progress


def path(case: BreachCase) -> tuple[Stage, ...]:
    """Return every step of the case with its progress, read from the record alone.

    The step to take now is the first that is not done; a later step may be done already, for each can be
    saved half done and come back to. A closed case with its learning has no step left to take.
    """
    done = _done(case)
    now = next((step for step in Step if step not in done), None)
    return tuple(
        Stage(step, Progress.NOW if step is now else Progress.DONE if step in done else Progress.LATER)
        for step in Step
    )


def next_step(case: BreachCase) -> Step | None:
    """Return the step to take now; None when nothing is left."""
    return next((stage.step for stage in path(case) if stage.progress is Progress.NOW), None)


def _done(case: BreachCase) -> frozenset[Step]:
    closed = case.closed
    talked = case.held_on is not None or closed
    found = {
        Step.FACTS: bool(case.facts.strip()),
        # A case that goes to HR first is not on its way to a conversation before they have answered.
        Step.TRACK: case.track is Track.REPAIR or case.advised_on is not None or talked,
        Step.OWN_PART: case.prepared_on is not None or talked,
        Step.CONVERSATION: talked,
        Step.CAUSE: case.status is not BreachStatus.OPEN,
        Step.AGREEMENT: closed or (case.agreement_id is not None and bool(case.criteria)),
        Step.FOLLOW_UPS: closed or (case.agreement_id is not None and case.criteria_met),
        Step.CLOSING: closed,
        Step.LEARNING: case.learning_on is not None,
    }
    return frozenset(step for step, is_done in found.items() if is_done)


def conversation_faults(case: BreachCase, held_on: date) -> tuple[Fault, ...]:
    """Return what keeps the conversation from being noted as held."""
    found = []
    if case.track is Track.FORMAL and case.advised_on is None:
        found.append(Fault("held_on", "advice_first"))
    if held_on < case.happened_on:
        found.append(Fault("held_on", "conversation_before_breach"))
    return tuple(found)


def cause_faults(case: BreachCase, cause: Cause, other: tuple[Cause, ...]) -> tuple[Fault, ...]:
    """Return what keeps a cause from being set: before the two have talked it would be a guess."""
    found = []
    if case.held_on is None:
        found.append(Fault("cause", "conversation_first"))
    if case.closed:
        found.append(Fault("cause", "case_closed"))
    if cause is Cause.UNKNOWN:
        found.append(Fault("cause", "choose_one"))
    if Cause.ILL_WILL in (cause, *other) and case.advised_on is None:
        found.append(Fault("cause", "advice_first"))
    return tuple(found)


def closing_faults(case: BreachCase, outcome: Outcome, words: str) -> tuple[Fault, ...]:
    """Return what keeps the case from being closed with this outcome."""
    found = []
    if case.closed:
        found.append(Fault("outcome", "case_closed"))
    if case.status is BreachStatus.OPEN:
        found.append(Fault("outcome", "cause_first"))
    if outcome is Outcome.REPAIRED:
        if not case.criteria:
            found.append(Fault("outcome", "no_criteria"))
        elif not case.criteria_met:
            left = sum(criterion.met_on is None for criterion in case.criteria)
            found.append(Fault("outcome", "criteria_not_met", {"count": left}))
    if not words.strip():
        found.append(Fault("closing_words", "required"))
    return tuple(found)
