"""The last step of the rule: why a suggestion is what it is, put together from what there is to say."""

from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

from tillid_planner.domain.binding import (
    Action,
    Binding,
    actions,
    binding,
    ceilings_that_bind,
    steps_that_bind,
)
from tillid_planner.domain.lift import Alternative, Way, lift, ways_up
from tillid_planner.domain.said import (
    COMPETENCE,
    INTENTION,
    RESOURCES,
    Said,
    Says,
    View,
)
from tillid_planner.domain.tables import HIGHEST
from tillid_planner.domain.weighing import EXPOSURES, NOT_RATED, Facts, Frame

# A matrix of 200 people and 400 tasks holds fewer different situations and reasons than this.
_KEPT_SITUATIONS = 1 << 13
_KEPT_REASONS = 1 << 15


class Reasons(NamedTuple):
    """Why a suggestion is what it is.

    Attributes:
        binding: what limits it, in the order in which it is named.
        actions: what the leader should think of first.
        lift: what would lift it one rung (or back to what stands); each alternative suffices by itself.

    """

    binding: tuple[Binding, ...]
    actions: tuple[Action, ...]
    lift: tuple[Alternative, ...]


NOT_DELEGABLE = Reasons((Binding.LEGAL,), (Action.NOT_DELEGABLE,), ())
STOPPED = Reasons((Binding.BREACH_ILL_WILL,), (Action.STOP_AND_HANDLE,), ())


def rate_first(facts: Facts) -> Reasons:
    """Return the reasons where at least one of the ratings is missing."""
    keys: list[Binding] = []
    if facts.competence == NOT_RATED:
        keys.append(Binding.MISSING_COMPETENCE)
    if facts.intention == NOT_RATED:
        keys.append(Binding.MISSING_INTENTION)
    if facts.resources == NOT_RATED:
        keys.append(Binding.MISSING_RESOURCES)
    return Reasons(tuple(keys), (Action.RATE_FIRST,), ())


@dataclass(frozen=True, slots=True, eq=False)
class Situation:
    """All of a suggestion that its reasons are put together from, but for the ratings and the load.

    There is one object for each different situation (see ``_alike``), so they compare fast.

    Attributes:
        rung: the suggested one, 1-5.
        ceilings: those that bind.
        steps: what in the way up binds.
        drop: how far what stands is below the agreed rung, 0-4.
        ways: what the alternatives take besides the prerequisites.
        competence: what each rating of it says here; so ``intention``.
        resources: the same by load: calm, overloaded, to be relieved first.

    """

    rung: int
    ceilings: tuple[Binding, ...]
    steps: tuple[Binding, ...]
    drop: int
    ways: tuple[Way, ...]
    competence: Says
    intention: Says
    resources: tuple[Says, Says, Says]


def situation(frame: Frame, rung: int, carries: int, low: int, standing: int) -> Situation:
    """Return the situation of a suggested rung 1-5; the others are the figures it comes with, 1-5."""
    target, ways = ways_up(frame, rung, standing)
    view = View(
        rung,
        target,
        EXPOSURES[frame.risk],
        exposures=tuple(way.exposure for way in ways),
        started=frame.agreed > 0,
        rising=target > frame.agreed,
    )
    ceilings = ceilings_that_bind(frame, rung)
    steps = steps_that_bind(frame, rung, carries, low)
    return _alike(view, ceilings, steps, max(0, frame.agreed - standing), ways)


@lru_cache(_KEPT_SITUATIONS)
def _alike(
    view: View, ceilings: tuple[Binding, ...], steps: tuple[Binding, ...], drop: int, ways: tuple[Way, ...]
) -> Situation:
    return Situation(view.rung, ceilings, steps, drop, ways, *_says(view))


@lru_cache(_KEPT_SITUATIONS)
def _says(view: View) -> tuple[Says, Says, tuple[Says, Says, Says]]:
    calm = Says(view, RESOURCES, overloaded=False)
    overloaded = Says(view, RESOURCES, overloaded=True)
    competence = Says(view, COMPETENCE, overloaded=False)
    intention = Says(view, INTENTION, overloaded=False)
    return competence, intention, (calm, overloaded, overloaded)


@lru_cache(_KEPT_REASONS)
def reasons(competence: Said, intention: Said, resources: Said, load: int, here: Situation) -> Reasons:
    """Return the reasons for a suggested rung 1-5, from what the three prerequisites say here."""
    bound: tuple[Binding, ...] = ()
    if here.rung < HIGHEST:
        bound = binding(competence, intention, resources, load, here.ceilings, here.steps)
    return Reasons(
        bound,
        actions(competence, intention, resources, load, here.steps, here.drop),
        lift(competence.asks, intention.asks, resources.asks, here.ways),
    )
