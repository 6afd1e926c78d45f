"""What limits a suggestion, and what the leader should think of first; both as keys."""

from enum import StrEnum
from functools import cache

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
    EXPOSURES,
    LOW,
    POINT,
    RELIEVE_FIRST,
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
    risk, clarity_ceiling, legal_ceiling, novelty_ceiling, agreed, good, load, breaches = facts[3:]
    exposure, today = EXPOSURES[risk], breaches.today
    # An agreement is judged on the ratings as given, a start on the cautious reading.
    reading = POINT if agreed else LOW[exposure]
    competence, intention, resources = reading[facts[0]], reading[facts[1]], reading[facts[2]]
    if load != CALM:
        resources = WHEN_OVERLOADED[resources]

    # A prerequisite limits when it carries no more than the rung once the task has taken its part. One of 5
    # cannot be better: then it is the task's exposure alone that limits.
    limit = rung + exposure
    named = min(limit, HIGHEST - 1) if exposure else limit
    held_start = not agreed and today.start_ceiling <= rung
    # More can be carried than is suggested: either nothing rises yet, or one rung is enough for now.
    more = agreed > 0 and carries > rung
    stays = more and rung == agreed
    return _bindings(
        competence <= named,
        intention <= named,
        resources <= named,
        clarity_ceiling <= rung,
        today.ceiling <= rung,
        legal_ceiling <= rung,
        exposure > 0 and (competence <= limit or intention <= limit or resources <= limit),
        held_start or (stays and today.hold),
        not agreed and not held_start and novelty_ceiling <= rung,
        stays and good < follow_ups_needed(facts),
        stays and low <= agreed,
        more and not stays,
        load != CALM and resources <= named,
    )


def actions(facts: Facts, bound: tuple[Binding, ...], rung: int, carries: int, standing: int) -> tuple[Action, ...]:
    """Return the flags for the suggested rung 1-5 of rated facts; they read the ratings as given."""
    competence, intention, resources = POINT[facts[0]], POINT[facts[1]], POINT[facts[2]]
    load = facts.load
    if load != CALM:
        resources = WHEN_OVERLOADED[resources]
    # Below the ladder: not even rung 1 is carried alone.
    too_weak = LOWEST + EXPOSURES[facts.risk]
    able = competence >= ABLE_FROM and resources >= RESOURCED_FROM
    return _actions(
        resources == LOWEST,
        load == RELIEVE_FIRST,
        competence < too_weak or intention < too_weak or resources < too_weak,
        able and intention <= UNWILLING_AT_MOST and Binding.INTENTION in bound,
        facts.agreed - standing >= TALK_BEFORE_DROP_OF,
        carries > rung and Binding.FOLLOW_UPS in bound,
    )


_ORDINARY_BINDINGS = tuple(Binding)[: list(Binding).index(Binding.LOAD) + 1]
_ORDINARY_ACTIONS = tuple(Action)[list(Action).index(Action.FIX_FRAME_FIRST) :]


@cache
def _bindings(*holds: bool) -> tuple[Binding, ...]:
    """Return those keys that hold, given in the order of ``Binding``."""
    return tuple(key for key, held in zip(_ORDINARY_BINDINGS, holds, strict=True) if held)


@cache
def _actions(*raised: bool) -> tuple[Action, ...]:
    """Return those flags that are raised, given in the order of ``Action``."""
    return tuple(flag for flag, up in zip(_ORDINARY_ACTIONS, raised, strict=True) if up)
