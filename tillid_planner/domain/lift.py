"""What would lift a suggestion one rung, or bring the agreed rung back: exact and complete, not a search."""

from enum import StrEnum
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
    seen: list[Alternative] = []
    for exposure, net in RISKS[facts.risk].nets:
        if target + exposure > HIGHEST:
            continue
        needs = _needs(facts, target, exposure, close)
        if needs not in seen:
            seen.append(needs)
            found.append(needs if net is None else ((Need.NET, net), *needs))
    return tuple(found)


def _must_close(facts: Facts, target: int) -> bool:
    breaches = facts.breaches.today
    if breaches.ceiling < target:
        return True
    if facts.agreed:
        return breaches.hold and target > facts.agreed
    return breaches.start_ceiling < target or (breaches.hold and facts.novelty_ceiling < target)


def _needs(facts: Facts, target: int, exposure: int, close: bool) -> Alternative:
    """Return what is missing for the target at an exposure, the net itself left out."""
    # What each prerequisite must be once the task has taken its part.
    wanted = target + exposure
    needs: list[tuple[Need, NeedValue]] = []
    if facts.clarity_ceiling < target:
        needs.append((Need.CLARITY, _LEAST_CLARITY[target]))
    resources = POINT[facts.resources]
    if facts.load != CALM:
        when_overloaded = WHEN_OVERLOADED[resources]
        if when_overloaded < wanted:
            needs.append((Need.LOAD, FULL_LOAD))
        else:
            resources = when_overloaded
    # Only a rise asks for sure ratings: what was agreed comes back without.
    rising = target > facts.agreed
    if resources < wanted:
        needs.append((Need.RESOURCES, wanted))
    elif rising and resources == wanted and is_unsure(facts.resources, exposure):
        needs.append((Need.CONFIRM_RESOURCES, POINT[facts.resources]))
    competence, intention = POINT[facts.competence], POINT[facts.intention]
    if rising and competence == wanted and is_unsure(facts.competence, exposure):
        needs.append((Need.CONFIRM_COMPETENCE, competence))
    if rising and intention == wanted and is_unsure(facts.intention, exposure):
        needs.append((Need.CONFIRM_INTENTION, intention))
    missing = _follow_ups_missing(facts, target, exposure, close)
    if missing > 0:
        needs.append((Need.FOLLOW_UPS, missing))
    if close:
        needs.append((Need.CLOSE_BREACH, True))
    if competence < wanted:
        needs.append((Need.COMPETENCE, wanted))
    if intention < wanted:
        needs.append((Need.INTENTION, wanted))
    return tuple(needs)


def _follow_ups_missing(facts: Facts, target: int, exposure: int, close: bool) -> int:
    if target <= (facts.agreed or facts.novelty_ceiling):
        return 0
    breaches = facts.breaches.when_closed if close else facts.breaches.today
    # The count is for the step above the agreed rung; a further step starts counting anew.
    counted = facts.good if target == facts.agreed + 1 else 0
    return FOLLOW_UPS_BEFORE_RISE + exposure + breaches.extra - counted
