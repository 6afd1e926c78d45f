"""What breaches do to a suggestion: stop it, set a ceiling, hold a rise, ask for more follow-ups."""

from functools import cache
from typing import Final, NamedTuple

from tillid_planner.domain.case import BreachRecord, BreachStatus, Cause
from tillid_planner.domain.tables import (
    BREACH_TRACE_DAYS,
    BREACH_TRACE_EXTRA,
    HIGHEST,
    ILL_WILL_ELSEWHERE_START,
    ILL_WILL_REPAIR_CEILING,
    ILL_WILL_TRACE_CEILING,
    ILL_WILL_TRACE_DAYS,
    ILL_WILL_TRACE_EXTRA,
    LOWEST,
)


class BreachEffect(NamedTuple):
    """What all breaches together do: the lowest ceiling, any stop, any hold, the largest extra.

    Attributes:
        stop: an open deliberate breach on this task.
        ceiling: the highest rung they allow (5 when none lowers it).
        hold: no rise for now.
        extra: good follow-ups asked for besides the usual.
        start_ceiling: the highest rung at which a task may start (5 when none lowers it).
        repairing: a breach on this task is being repaired.

    """

    stop: bool = False
    ceiling: int = HIGHEST
    hold: bool = False
    extra: int = 0
    start_ceiling: int = HIGHEST
    repairing: bool = False

    def strictest(self, other: "BreachEffect") -> "BreachEffect":
        """Return the two together."""
        return BreachEffect(
            self.stop or other.stop,
            min(self.ceiling, other.ceiling),
            self.hold or other.hold,
            max(self.extra, other.extra),
            min(self.start_ceiling, other.start_ceiling),
            self.repairing or other.repairing,
        )


class Breaches:
    """The breaches' effect as they stand today, and what would stay if every one were closed today.

    There is one object for each pair of effects (see ``_together``), so that facts compare fast.
    """

    __slots__ = ("most_extra", "today", "when_closed")

    def __init__(self, today: BreachEffect, when_closed: BreachEffect) -> None:
        self.today: Final = today
        self.when_closed: Final = when_closed
        self.most_extra: Final = max(today.extra, when_closed.extra)


@cache
def _together(today: BreachEffect, when_closed: BreachEffect) -> Breaches:
    return Breaches(today, when_closed)


NO_EFFECT: Final = BreachEffect()
NO_BREACHES: Final = _together(NO_EFFECT, NO_EFFECT)

_BY_PERSON: Final = frozenset({Cause.UNKNOWN, Cause.COMPETENCE, Cause.INTENTION})


def weigh(breaches: tuple[BreachRecord, ...]) -> Breaches:
    """Return what the breaches on this task and on the person's other tasks do; their order is irrelevant."""
    today = when_closed = NO_EFFECT
    for breach in breaches:
        today = today.strictest(_effect(breach))
        when_closed = when_closed.strictest(_effect_when_closed(breach))
    return _together(today, when_closed)


def _effect(breach: BreachRecord) -> BreachEffect:
    if breach.status == BreachStatus.CLOSED:
        return _trace(breach.cause, breach.days_since_closed) if breach.same_task else NO_EFFECT
    if not breach.same_task:
        # Other tasks are touched by ill will alone: a breach belongs to the task where it happened.
        ill_will = breach.cause == Cause.ILL_WILL
        return BreachEffect(hold=True, start_ceiling=ILL_WILL_ELSEWHERE_START) if ill_will else NO_EFFECT
    repairing = breach.status == BreachStatus.REPAIRING
    if breach.cause == Cause.ILL_WILL:
        ceiling = ILL_WILL_REPAIR_CEILING if repairing else HIGHEST
        return BreachEffect(stop=not repairing, ceiling=ceiling, hold=True, repairing=repairing)
    ceiling = max(LOWEST, breach.rung_at_breach - 1) if breach.cause in _BY_PERSON else HIGHEST
    return BreachEffect(ceiling=ceiling, hold=True, repairing=repairing)


def _effect_when_closed(breach: BreachRecord) -> BreachEffect:
    if not breach.same_task:
        return NO_EFFECT
    closed_before = breach.status == BreachStatus.CLOSED
    return _trace(breach.cause, breach.days_since_closed if closed_before else 0)


def _trace(cause: Cause, days: int) -> BreachEffect:
    """Return what a closed breach on the same task still asks for."""
    if cause == Cause.ILL_WILL and days <= ILL_WILL_TRACE_DAYS:
        return BreachEffect(ceiling=ILL_WILL_TRACE_CEILING, extra=ILL_WILL_TRACE_EXTRA)
    if cause in _BY_PERSON and days <= BREACH_TRACE_DAYS:
        return BreachEffect(extra=BREACH_TRACE_EXTRA)
    return NO_EFFECT
