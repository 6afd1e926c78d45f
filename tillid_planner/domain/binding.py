"""What limits a suggestion, and what the leader should think of first; both as keys."""

from enum import StrEnum

from tillid_planner.domain.tables import (
    ABLE_FROM,
    HIGHEST,
    LOWEST,
    RESOURCED_FROM,
    TALK_BEFORE_DROP_OF,
    UNWILLING_AT_MOST,
)
from tillid_planner.domain.weighing import (
    CALM,
    LOW,
    POINT,
    RELIEVE_FIRST,
    RISKS,
    WHEN_OVERLOADED,
    Facts,
    follow_ups_needed,
)


class Binding(StrEnum):
    """What can limit a suggestion, in the order in which it is named."""

    COMPETENCE = "competence"
    INTENTION = "intention"
    RESOURCES = "resources"
    CLARITY = "clarity"
    BREACH = "breach"
    LEGAL = "legal"
    EXPOSURE = "exposure"
    HOLD = "hold"
    START = "start"
    FOLLOW_UPS = "follow_ups"
    UNSURE = "unsure"
    ONE_RUNG = "one_rung"
    LOAD = "load"
    BREACH_ILL_WILL = "breach:ill_will"
    MISSING_COMPETENCE = "missing:competence"
    MISSING_INTENTION = "missing:intention"
    MISSING_RESOURCES = "missing:resources"


class Action(StrEnum):
    """What the leader should think of first, in the order in which it is said."""

    NOT_DELEGABLE = "not_delegable"
    STOP_AND_HANDLE = "stop_and_handle"
    RATE_FIRST = "rate_first"
    FIX_FRAME_FIRST = "fix_frame_first"
    RELIEVE_FIRST = "relieve_first"
    STAY_CLOSE = "stay_close"
    INSIST_AND_COACH = "insist_and_coach"
    TALK_BEFORE_DROP = "talk_before_drop"
    ROOM_FOR_TRUST_STEP = "room_for_trust_step"


def binding(facts: Facts, rung: int, carries: int, low: int) -> tuple[Binding, ...]:
    """Return what limits the suggested rung 1-5 of rated facts; nothing at the top.

    ``carries`` and ``low`` are the point and the cautious reading, 1-5.
    """
    if rung == HIGHEST:
        return ()
    exposure = RISKS[facts.risk].exposure
    # An agreement is judged on the ratings as given, a start on the cautious reading.
    reading = POINT if facts.agreed else LOW[exposure]
    competence, intention, resources = (
        reading[facts.competence],
        reading[facts.intention],
        reading[facts.resources],
    )
    if facts.load != CALM:
        resources = WHEN_OVERLOADED[resources]

    # A prerequisite limits when it carries no more than the rung once the task has taken its part. One of 5
    # cannot be better: then it is the task's exposure alone that limits.
    limit = rung + exposure
    named = min(limit, HIGHEST - 1) if exposure else limit
    found = []
    if competence <= named:
        found.append(Binding.COMPETENCE)
    if intention <= named:
        found.append(Binding.INTENTION)
    if resources <= named:
        found.append(Binding.RESOURCES)
    if facts.clarity_ceiling <= rung:
        found.append(Binding.CLARITY)
    if facts.breaches.today.ceiling <= rung:
        found.append(Binding.BREACH)
    if facts.legal_ceiling <= rung:
        found.append(Binding.LEGAL)
    if exposure and min(competence, intention, resources) <= limit:
        found.append(Binding.EXPOSURE)
    if not facts.agreed:
        found += _limits_of_start(facts, rung)
    elif carries > rung:
        found += _limits_of_rise(facts, rung, low)
    if facts.load != CALM and resources <= named:
        found.append(Binding.LOAD)
    return tuple(found)


def _limits_of_start(facts: Facts, rung: int) -> list[Binding]:
    if facts.breaches.today.start_ceiling <= rung:
        return [Binding.HOLD]
    return [Binding.START] if facts.novelty_ceiling <= rung else []


def _limits_of_rise(facts: Facts, rung: int, low: int) -> list[Binding]:
    """Return why no more is suggested although more can be carried."""
    if rung > facts.agreed:
        return [Binding.ONE_RUNG]
    found = []
    if facts.breaches.today.hold:
        found.append(Binding.HOLD)
    if facts.good < follow_ups_needed(facts):
        found.append(Binding.FOLLOW_UPS)
    if low <= facts.agreed:
        found.append(Binding.UNSURE)
    return found


def actions(
    facts: Facts, bound: tuple[Binding, ...], rung: int, carries: int, standing: int
) -> tuple[Action, ...]:
    """Return the flags for the suggested rung 1-5 of rated facts; they read the ratings as given."""
    competence, intention, resources = POINT[facts.competence], POINT[facts.intention], POINT[facts.resources]
    if facts.load != CALM:
        resources = WHEN_OVERLOADED[resources]
    found = []
    if resources == LOWEST:
        found.append(Action.FIX_FRAME_FIRST)
    if facts.load == RELIEVE_FIRST:
        found.append(Action.RELIEVE_FIRST)
    if min(competence, intention, resources) - RISKS[facts.risk].exposure < LOWEST:
        found.append(Action.STAY_CLOSE)
    able = competence >= ABLE_FROM and resources >= RESOURCED_FROM
    if able and intention <= UNWILLING_AT_MOST and Binding.INTENTION in bound:
        found.append(Action.INSIST_AND_COACH)
    if facts.agreed - standing >= TALK_BEFORE_DROP_OF:
        found.append(Action.TALK_BEFORE_DROP)
    if carries > rung and Binding.FOLLOW_UPS in bound:
        found.append(Action.ROOM_FOR_TRUST_STEP)
    return tuple(found)
