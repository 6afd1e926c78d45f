"""The first step of the rule: what a case comes down to.

Cases that the rule cannot tell apart come down to equal facts: a rating's age matters only by the exposures
at which it counts as unsure, follow-ups only until there are enough, the undo and catch of a harmless task
not at all. The rule's answers are therefore kept by facts, and a whole matrix is answered fast.
"""

from typing import Final, NamedTuple, TypeAlias

from tillid_planner.domain.case import BreachRecord, BreachStatus, Case, Cause, Reading
from tillid_planner.domain.tables import (
    BREACH_TRACE_DAYS,
    BREACH_TRACE_EXTRA,
    CLARITY_CEILING,
    EXPOSURE,
    FOLLOW_UPS_BEFORE_RISE,
    FULL_LOAD,
    HIGHEST,
    ILL_WILL_ELSEWHERE_START,
    ILL_WILL_REPAIR_CEILING,
    ILL_WILL_TRACE_CEILING,
    ILL_WILL_TRACE_DAYS,
    ILL_WILL_TRACE_EXTRA,
    LOWEST,
    RELIEVE_FIRST_LOAD,
    START_CEILING,
    SURE_FOR_DAYS,
)

MOST_EXPOSED: Final = len(SURE_FOR_DAYS) - 1

# The most good follow-ups that can ever be asked for; more than these make no difference.
MOST_FOLLOW_UPS: Final = FOLLOW_UPS_BEFORE_RISE + MOST_EXPOSED + max(BREACH_TRACE_EXTRA, ILL_WILL_TRACE_EXTRA)

# How a week's load is read: at most full, above full, far above full.
CALM: Final = 0
OVERLOADED: Final = 1
RELIEVE_FIRST: Final = 2


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


class Breaches(NamedTuple):
    """The breaches' effect as they stand today, and what would stay if every one were closed today."""

    today: BreachEffect
    when_closed: BreachEffect


NO_EFFECT: Final = BreachEffect()
NO_BREACHES: Final = Breaches(NO_EFFECT, NO_EFFECT)

_BY_PERSON: Final = frozenset({Cause.UNKNOWN, Cause.COMPETENCE, Cause.INTENTION})

# A net is a pair [reversal, detection]; None means today's.
Net: TypeAlias = tuple[int, int] | None


class Risk(NamedTuple):
    """A task's exposure, and the exposures that better nets could give: today's first, then ever smaller."""

    exposure: int
    nets: tuple[tuple[int, Net], ...]


def _risk(consequence: int, reversal: int, detection: int) -> Risk:
    """Find the smallest improvement for each smaller exposure; on a tie, the one that improves detection."""
    row = EXPOSURE[consequence]
    today = row[reversal + detection]
    nets: list[tuple[int, Net]] = [(today, None)]
    for wanted in range(today - 1, -1, -1):
        # Exposure only reads the sum, so the largest sum that does is the smallest improvement.
        for total in range(reversal + detection - 1, 1, -1):
            if row[total] == wanted:
                caught = max(1, total - reversal)
                nets.append((wanted, (total - caught, caught)))
                break
    return Risk(today, tuple(nets))


_GRADES: Final = (1, 2, 3)
_RISK_OF: Final = {c: {r: {d: _risk(c, r, d) for d in _GRADES} for r in _GRADES} for c in _GRADES}
# Facts hold a risk by its number; tasks with equal nets share one.
RISKS: Final = tuple(
    dict.fromkeys(risk for c in _RISK_OF.values() for r in c.values() for risk in r.values())
)
_RISK_NUMBER: Final = {
    c: {r: {d: RISKS.index(risk) for d, risk in row.items()} for r, row in rows.items()}
    for c, rows in _RISK_OF.items()
}

# A rating is held as ``value * 4 + level``, where level is the lowest exposure at which it is unsure
# (3: at none). Not rated is 0.
_LEVELS: Final = MOST_EXPOSED + 2
SURE: Final = _LEVELS - 1
NOT_RATED: Final = 0
_AGE_LEVELS: Final = tuple(
    next((e for e, days in enumerate(SURE_FOR_DAYS) if age > days), SURE)
    for age in range(max(SURE_FOR_DAYS) + 2)
)
_OLDEST: Final = len(_AGE_LEVELS) - 1


def _rating(reading: Reading) -> int:
    value = reading.value
    if value is None:
        return NOT_RATED
    if not reading.sure:
        return value * _LEVELS
    age = reading.age_days
    return value * _LEVELS + _AGE_LEVELS[age if age < _OLDEST else _OLDEST]


def _readings(exposure: int, step: int) -> tuple[int, ...]:
    """Return each rating one lower or higher where unsure, inside 1-5; one not rated as the extreme."""
    return tuple(
        min(HIGHEST, max(LOWEST, code // _LEVELS + (step if code % _LEVELS <= exposure else 0)))
        if code >= _LEVELS
        else (LOWEST if step < 0 else HIGHEST)
        for code in range((HIGHEST + 1) * _LEVELS)
    )


POINT: Final = tuple(code // _LEVELS for code in range((HIGHEST + 1) * _LEVELS))
LOW: Final = tuple(_readings(exposure, -1) for exposure in range(MOST_EXPOSED + 1))
HIGH: Final = tuple(_readings(exposure, +1) for exposure in range(MOST_EXPOSED + 1))

# What is left of resources in an overloaded week.
WHEN_OVERLOADED: Final = tuple(max(LOWEST, value - 1) for value in range(HIGHEST + 1))


class Facts(NamedTuple):
    """All that the rule reads of a case.

    Attributes:
        competence: the rating with its sureness, see ``POINT``, ``LOW`` and ``HIGH``; so the other two.
        risk: an index into ``RISKS``.
        clarity_ceiling: 1-5.
        legal_ceiling: 0-5.
        novelty_ceiling: the start ceiling 1-5, or 5 where a rung is agreed already.
        agreed: 1-5, or 0 when none is.
        good: good follow-ups that count.
        load: calm, overloaded, or to be relieved first.
        breaches: what they do.

    """

    competence: int
    intention: int
    resources: int
    risk: int
    clarity_ceiling: int
    legal_ceiling: int
    novelty_ceiling: int
    agreed: int
    good: int
    load: int
    breaches: Breaches


def read(case: Case) -> Facts:
    """Return what a case comes down to."""
    agreed = case.agreed or 0
    good = case.good_follow_ups
    load = case.load
    return Facts(
        _rating(case.competence),
        _rating(case.intention),
        _rating(case.resources),
        _RISK_NUMBER[case.consequence][case.reversal][case.detection],
        CLARITY_CEILING[case.clarity],
        case.legal_ceiling,
        HIGHEST if agreed else START_CEILING[case.novelty],
        agreed,
        # Where none is agreed nothing has been counted yet.
        (good if good < MOST_FOLLOW_UPS else MOST_FOLLOW_UPS) if agreed else 0,
        CALM
        if load is None or load <= FULL_LOAD
        else OVERLOADED
        if load <= RELIEVE_FIRST_LOAD
        else RELIEVE_FIRST,
        _weigh(case.breaches) if case.breaches else NO_BREACHES,
    )


def is_unsure(rating: int, exposure: int) -> bool:
    """Return whether a rating (as held in facts) counts as unsure at an exposure of 0-2."""
    return rating % _LEVELS <= exposure


def follow_ups_needed(facts: Facts) -> int:
    """Return how many good follow-ups in a row at the present rung a rise takes."""
    return FOLLOW_UPS_BEFORE_RISE + RISKS[facts.risk].exposure + facts.breaches.today.extra


def _weigh(breaches: tuple[BreachRecord, ...]) -> Breaches:
    today = when_closed = NO_EFFECT
    for breach in breaches:
        today = today.strictest(_effect(breach))
        when_closed = when_closed.strictest(_effect_when_closed(breach))
    return Breaches(today, when_closed)


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
