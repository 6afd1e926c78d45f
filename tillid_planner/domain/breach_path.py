"""The way through a breach case: its steps, how far each has come, and what may be done when."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from tillid_planner.domain.agreement import Agreement, AgreementState
from tillid_planner.domain.breach import BreachCase, Outcome
from tillid_planner.domain.case import BreachStatus, Cause, Dimension
from tillid_planner.domain.errors import Fault
from tillid_planner.domain.rating import Rating


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


def path(case: BreachCase, *, followed_up: bool = False) -> tuple[Stage, ...]:
    """Return every step of the case with its progress: done is what took place, and nothing else.

    ``followed_up`` tells whether a follow-up of the case's agreement was held. The step to take now is the first
    that is not done; what lies before a talk that was held is passed by, and so are follow-ups once all was seen.
    A case that waits for advice or leaves the program goes by its track first. A closed case with its learning has
    no step left to take.
    """
    done = _done(case, followed_up)
    now = _now(case, done)
    return tuple(
        Stage(step, Progress.NOW if step is now else Progress.DONE if step in done else Progress.LATER) for step in Step
    )


def _now(case: BreachCase, done: frozenset[Step]) -> Step | None:
    if case.closed:
        return None if Step.LEARNING in done else Step.LEARNING
    passed = set(done)
    if case.held_on is not None:
        passed |= {Step.TRACK, Step.OWN_PART}
    if case.agreement_id is not None and case.criteria_met:
        passed.add(Step.FOLLOW_UPS)
    if case.waits_for_advice or case.leaving:
        passed -= {Step.TRACK}
    return next((step for step in Step if step not in passed), None)


def _done(case: BreachCase, followed_up: bool) -> frozenset[Step]:
    found = {
        Step.FACTS: bool(case.facts.strip()),
        Step.TRACK: case.track is not None and not case.waits_for_advice and not case.leaving,
        Step.OWN_PART: case.prepared_on is not None or bool(case.leader_part.strip()),
        Step.CONVERSATION: case.held_on is not None,
        Step.CAUSE: case.status is not BreachStatus.OPEN,
        Step.AGREEMENT: case.agreement_id is not None and (case.closed or bool(case.criteria)),
        Step.FOLLOW_UPS: followed_up and (case.closed or case.criteria_met),
        Step.CLOSING: case.closed,
        Step.LEARNING: case.learning_on is not None,
    }
    return frozenset(step for step, is_done in found.items() if is_done)


def lowered(case: BreachCase, agreement: Agreement | None) -> bool:
    """Whether the agreement in force is a lower rung that the two found: accepted, since they talked."""
    return (
        agreement is not None
        and agreement.state is AgreementState.ACCEPTED
        and case.held_on is not None
        and agreement.agreed_on >= case.held_on
        and agreement.rung < case.rung_at_breach
    )


def held_back(case: BreachCase, agreement: Agreement | None) -> bool:
    """Whether the pair is left with less freedom than when it broke: paused, lower, or nothing agreed."""
    return agreement is None or agreement.rung < case.rung_at_breach


def rated_since(case: BreachCase, ratings: Mapping[Dimension, Rating]) -> frozenset[Dimension]:
    """Return the prerequisites that were rated on the day of the conversation or later."""
    held_on = case.held_on
    return frozenset(d for d, rating in ratings.items() if held_on is not None and rating.rated_on >= held_on)


def lower_rung_faults(
    case: BreachCase, agreement: Agreement | None, ratings: Mapping[Dimension, Rating]
) -> tuple[Fault, ...]:
    """Return what keeps a case from ending in a lower rung: the rung itself, and three ratings since the talk."""
    found = []
    left = len(Dimension) - len(rated_since(case, ratings))
    if left:
        found.append(Fault("ratings", "rate_since_talk", {"count": left}))
    if not lowered(case, agreement):
        found.append(Fault("rung", "lower_rung_needed", {"rung": case.rung_at_breach}))
    return tuple(found)


def conversation_faults(case: BreachCase, held_on: date) -> tuple[Fault, ...]:
    """Return what keeps the conversation from being noted as held."""
    found = []
    if case.closed:
        found.append(Fault("held_on", "case_closed"))
    if case.waits_for_advice:
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
    """Return what keeps the case from being closed with this outcome; what was not repaired leaves instead."""
    found = []
    if outcome is Outcome.NOT_REPAIRED:
        found.append(Fault("outcome", "not_repaired_leaves"))
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
