"""What would lift a suggestion one rung, or bring the agreed rung back: exact and complete, not a search."""

from enum import StrEnum
from typing import Final, NamedTuple, TypeAlias

from tillid_planner.domain.tables import CLARITY_CEILING, FOLLOW_UPS_BEFORE_RISE, FULL_LOAD, HIGHEST, LOWEST
from tillid_planner.domain.weighing import POINT, RISKS, WHEN_OVERLOADED, Frame, is_unsure


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


class Asks(NamedTuple):
    """What a prerequisite needs before it carries the target at an exposure; each holds one need or none.

    Attributes:
        relieve: the week has to be relieved.
        better: the rating has to become so high.
        confirm: the rating has to be confirmed as it is.

    """

    relieve: Alternative
    better: Alternative
    confirm: Alternative


def asks(rating: int, target: int, exposure: int, *, rising: bool, overloaded: bool, keys: tuple[Need, Need]) -> Asks:
    """Return what a rating (as held in facts) needs; ``keys`` name a better rating and a confirmed one."""
    better, confirm = keys
    # What is wanted is what carries the target once the task has taken its part.
    wanted, given = target + exposure, POINT[rating]
    left = WHEN_OVERLOADED[given] if overloaded else given
    relieve = overloaded and left < wanted
    if relieve:
        left = given
    relieved = ((Need.LOAD, FULL_LOAD),) if relieve else ()
    if left < wanted:
        return Asks(relieved, better=((better, wanted),), confirm=())
    # Only a rise asks for sure ratings: what was agreed comes back without. A rating just as high as is
    # wanted has to be sure; a higher one carries the target on the cautious reading too.
    unsure = rising and left == wanted and is_unsure(rating, exposure)
    return Asks(relieved, better=(), confirm=((confirm, given),) if unsure else ())


class Way(NamedTuple):
    """What an alternative takes besides the three prerequisites; each holds one need or none.

    Attributes:
        exposure: what the task would take, 0-2.
        net: the better net that makes it so.
        clarity: the least clarity that allows the target.
        follow_ups: how many more are needed.
        close_breach: every unclosed breach has to be closed.

    """

    exposure: int
    net: Alternative
    clarity: Alternative
    follow_ups: Alternative
    close_breach: Alternative


def ways_up(frame: Frame, rung: int, standing: int) -> tuple[int, tuple[Way, ...]]:
    """Return the target and the ways to it, no better net first.

    ``rung`` is the suggested rung 1-5 and ``standing`` the rung that stands. There is no way where nothing in
    the leader's or the person's hands lifts it: the law, a trace of a breach, or the top.
    """
    for target in range(max(standing, rung + 1), rung, -1):
        ways = _ways(frame, target)
        if ways:
            return target, ways
    return rung, ()


def _ways(frame: Frame, target: int) -> tuple[Way, ...]:
    if frame.legal_ceiling < target or frame.breaches.when_closed.ceiling < target:
        return ()
    clarity = ((Need.CLARITY, _LEAST_CLARITY[target]),) if frame.clarity_ceiling < target else ()
    close = _must_close(frame, target)
    ways: list[Way] = []
    for exposure, net in RISKS[frame.risk].nets:
        if target + exposure <= HIGHEST:
            missing = _follow_ups_missing(frame, target, exposure, close)
            ways.append(
                Way(
                    exposure,
                    net=((Need.NET, net),) if net else (),
                    clarity=clarity,
                    follow_ups=((Need.FOLLOW_UPS, missing),) if missing > 0 else (),
                    close_breach=((Need.CLOSE_BREACH, True),) if close else (),
                )
            )
    return tuple(ways)


def _must_close(frame: Frame, target: int) -> bool:
    breaches = frame.breaches.today
    if breaches.ceiling < target:
        return True
    if frame.agreed:
        return breaches.hold and target > frame.agreed
    return breaches.start_ceiling < target or (breaches.hold and frame.novelty_ceiling < target)


def _follow_ups_missing(frame: Frame, target: int, exposure: int, close: bool) -> int:
    if target <= (frame.agreed or frame.novelty_ceiling):
        return 0
    breaches = frame.breaches.when_closed if close else frame.breaches.today
    # The count is for the step above the agreed rung; a further step starts counting anew.
    counted = frame.good if target == frame.agreed + 1 else 0
    return FOLLOW_UPS_BEFORE_RISE + exposure + breaches.extra - counted


def lift(
    competence: tuple[Asks, ...], intention: tuple[Asks, ...], resources: tuple[Asks, ...], ways: tuple[Way, ...]
) -> tuple[Alternative, ...]:
    """Return an alternative for each way that adds something; its needs are necessary and together suffice."""
    found: list[Alternative] = []
    seen: list[Alternative] = []
    for way, k, i, r in zip(ways, competence, intention, resources, strict=True):
        leaders = way.clarity + r.relieve + r.better + r.confirm + k.confirm + i.confirm
        needs = leaders + way.follow_ups + way.close_breach + k.better + i.better
        # A better net that spares nothing adds nothing.
        if needs not in seen:
            seen.append(needs)
            found.append(way.net + needs)
    return tuple(found)
