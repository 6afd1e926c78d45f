"""What would lift a suggestion one rung, or bring the agreed rung back: exact and complete, not a search."""

from enum import StrEnum
from functools import lru_cache
from typing import Final, TypeAlias

from tillid_planner.domain.tables import CLARITY_CEILING, FOLLOW_UPS_BEFORE_RISE, FULL_LOAD, HIGHEST, LOWEST
from tillid_planner.domain.weighing import CALM, POINT, RISKS, WHEN_OVERLOADED, Facts, is_unsure


class Need(StrEnum):
    """What can be needed, in the order in which it is named: the leader's own homework first."""

    NET = "net"
    CLARITY = "clarity"
    LOAD = "load"
    RESOURCES = "resources"
    CONFIRM_RESOURCES = "confirm:resources"
    CONFIRM_COMPETENCE = "confirm:competence"
    CONFIRM_INTENTION = "confirm:intention"
    FOLLOW_UPS = "follow_ups"
    CLOSE_BREACH = "close_breach"
    COMPETENCE = "competence"
    INTENTION = "intention"


# net: (reversal, detection) · clarity: 1-3 · load: planned / available hours · a prerequisite: rating 1-5
# · follow_ups: how many more · close_breach: always True
NeedValue: TypeAlias = int | float | bool | tuple[int, int]
Alternative: TypeAlias = tuple[tuple[Need, NeedValue], ...]

_LEAST_CLARITY: Final = {
    target: min(clarity for clarity, ceiling in CLARITY_CEILING.items() if ceiling >= target)
    for target in range(LOWEST, HIGHEST + 1)
}

# Far more than are ever different in one workplace.
_KEPT_ALTERNATIVES = 1 << 14


def lift(facts: Facts, rung: int, standing: int) -> tuple[Alternative, ...]:
    """Return the alternatives, no better net first; each need is necessary and together they suffice.

    ``rung`` is the suggested rung 1-5 of rated facts and ``standing`` the rung that stands. Empty where
    nothing in the leader's or the person's hands lifts it: the law, a trace of a breach, or the top.
    """
    for target in range(max(standing, rung + 1), rung, -1):
        alternatives = _alternatives(facts, target)
        if alternatives:
            return alternatives
    return ()


def _alternatives(facts: Facts, target: int) -> tuple[Alternative, ...]:
    if facts.legal_ceiling < target or facts.breaches.when_closed.ceiling < target:
        return ()
    close = _must_close(facts, target)
    found: list[Alternative] = []
    seen: list[tuple[float, ...]] = []
    for exposure, net in RISKS[facts.risk].nets:
        if target + exposure > HIGHEST:
            continue
        values = _needed(facts, target, exposure, close)
        if values not in seen:
            seen.append(values)
            found.append(_alternative(net or 0, *values))
    return tuple(found)


@lru_cache(_KEPT_ALTERNATIVES)
def _alternative(*values: NeedValue) -> Alternative:
    """Return the needs with their values, given in the order of ``Need``; 0 is not needed."""
    return tuple((need, value) for need, value in zip(Need, values, strict=True) if value)


def _must_close(facts: Facts, target: int) -> bool:
    breaches = facts.breaches.today
    if breaches.ceiling < target:
        return True
    if facts.agreed:
        return breaches.hold and target > facts.agreed
    return breaches.start_ceiling < target or (breaches.hold and facts.novelty_ceiling < target)


def _needed(facts: Facts, target: int, exposure: int, close: bool) -> tuple[float, ...]:
    """Return what the target takes at an exposure, in the order of ``Need`` after the net; 0 is nothing."""
    competence_rated, intention_rated, resources_rated, _, clarity_ceiling, _, _, agreed, _, load, _ = facts
    competence, intention, resources = POINT[competence_rated], POINT[intention_rated], POINT[resources_rated]
    # What each prerequisite must be once the task has taken its part.
    wanted = target + exposure
    left = WHEN_OVERLOADED[resources] if load != CALM else resources
    relieve = left < wanted and load != CALM
    if relieve:
        left = resources
    # Only a rise asks for sure ratings: what was agreed comes back without. A rating just as high as is
    # wanted has to be sure; a higher one carries the target on the cautious reading too.
    rising = target > agreed
    return (
        _LEAST_CLARITY[target] if clarity_ceiling < target else 0,
        FULL_LOAD if relieve else 0,
        wanted if left < wanted else 0,
        resources if left == wanted and rising and is_unsure(resources_rated, exposure) else 0,
        wanted if competence == wanted and rising and is_unsure(competence_rated, exposure) else 0,
        wanted if intention == wanted and rising and is_unsure(intention_rated, exposure) else 0,
        _follow_ups_missing(facts, target, exposure, close),
        close,
        wanted if competence < wanted else 0,
        wanted if intention < wanted else 0,
    )


def _follow_ups_missing(facts: Facts, target: int, exposure: int, close: bool) -> int:
    if target <= (facts.agreed or facts.novelty_ceiling):
        return 0
    breaches = facts.breaches.when_closed if close else facts.breaches.today
    # The count is for the step above the agreed rung; a further step starts counting anew.
    counted = facts.good if target == facts.agreed + 1 else 0
    missing = FOLLOW_UPS_BEFORE_RISE + exposure + breaches.extra - counted
    return missing if missing > 0 else 0
