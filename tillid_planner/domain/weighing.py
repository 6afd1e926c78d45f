"""The first step of the rule: what a case comes down to.

Cases that the rule cannot tell apart come down to equal facts: a rating's age matters only by the exposures
at which it counts as unsure, follow-ups only until there are enough, the undo and catch of a harmless task
not at all.
"""

from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Final, NamedTuple, TypeAlias

from tillid_planner.domain.breach_effect import NO_BREACHES, Breaches, weigh
from tillid_planner.domain.case import Case, Reading
from tillid_planner.domain.tables import (
    CLARITY_CEILING,
    EXPOSURE,
    FOLLOW_UPS_BEFORE_RISE,
    FULL_LOAD,
    HIGHEST,
    LOWEST,
    RELIEVE_FIRST_LOAD,
    START_CEILING,
    SURE_FOR_DAYS,
)

MOST_EXPOSED: Final = len(SURE_FOR_DAYS) - 1

# How a week's load is read: at most full, above full, far above full.
CALM: Final = 0
OVERLOADED: Final = 1
RELIEVE_FIRST: Final = 2


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
RISKS: Final = tuple(dict.fromkeys(risk for c in _RISK_OF.values() for r in c.values() for risk in r.values()))
EXPOSURES: Final = tuple(risk.exposure for risk in RISKS)
_RISK_NUMBER: Final = {
    c: {r: {d: RISKS.index(risk) for d, risk in row.items()} for r, row in rows.items()} for c, rows in _RISK_OF.items()
}

# A rating is held as ``value * 4 + level``, where level is the lowest exposure at which it is unsure
# (3: at none). Not rated is 0.
_LEVELS: Final = MOST_EXPOSED + 2
SURE: Final = _LEVELS - 1
NOT_RATED: Final = 0


def _levels_by_age(exposure: int) -> tuple[int, ...]:
    """Return the level for each age in days; no better net can make the exposure higher than it is."""
    return tuple(
        next((e for e, days in enumerate(SURE_FOR_DAYS) if age > days and e <= exposure), SURE)
        for age in range(max(SURE_FOR_DAYS) + 2)
    )


_LEVEL_BY_AGE: Final = tuple(_levels_by_age(exposure) for exposure in range(MOST_EXPOSED + 1))
_OLDEST: Final = max(SURE_FOR_DAYS) + 1


def _rating(reading: Reading, level_by_age: tuple[int, ...]) -> int:
    value = reading.value
    if value is None:
        return NOT_RATED
    if not reading.sure:
        return value * _LEVELS
    age = reading.age_days
    return value * _LEVELS + level_by_age[age if age < _OLDEST else _OLDEST]


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

# What is left of resources in a week that is not overloaded, and in one that is.
AS_RATED: Final = tuple(range(HIGHEST + 1))
WHEN_OVERLOADED: Final = (NOT_RATED, *(max(LOWEST, value - 1) for value in range(LOWEST, HIGHEST + 1)))


class Frame(NamedTuple):
    """What the rule reads of a case besides the three prerequisites and the load.

    Attributes:
        risk: an index into ``RISKS``.
        clarity_ceiling: 1-5.
        legal_ceiling: 0-5.
        novelty_ceiling: the start ceiling 1-5, or 5 where a rung is agreed already.
        agreed: 1-5, or 0 when none is.
        good: good follow-ups that count.
        breaches: what they do.

    """

    risk: int
    clarity_ceiling: int
    legal_ceiling: int
    novelty_ceiling: int
    agreed: int
    good: int
    breaches: Breaches


class Facts(NamedTuple):
    """All that the rule reads of a case.

    The three prerequisites hold a rating with its sureness, see ``POINT``, ``LOW`` and ``HIGH``; ``load`` is
    calm, overloaded, or to be relieved first.
    """

    competence: int
    intention: int
    resources: int
    load: int
    frame: Frame


_new = tuple.__new__


def read(case: Case) -> Facts:
    """Return what a case comes down to."""
    risk = _RISK_NUMBER[case.consequence][case.reversal][case.detection]
    exposure = EXPOSURES[risk]
    level_by_age = _LEVEL_BY_AGE[exposure]
    breaches = weigh(case.breaches) if case.breaches else NO_BREACHES
    agreed = case.agreed or 0
    good = 0
    if agreed:
        # More than can ever be asked for make no difference; where none is agreed none are counted yet.
        good, most = case.good_follow_ups, FOLLOW_UPS_BEFORE_RISE + exposure + breaches.most_extra
        if good > most:
            good = most
    load = CALM
    if case.load is not None and case.load > FULL_LOAD:
        load = OVERLOADED if case.load <= RELIEVE_FIRST_LOAD else RELIEVE_FIRST
    clarity_ceiling = CLARITY_CEILING[case.clarity]
    novelty_ceiling = HIGHEST if agreed else START_CEILING[case.novelty]
    # The same as Frame(…) and Facts(…), in a third of the time: this runs for every cell of a matrix.
    frame = _new(Frame, (risk, clarity_ceiling, case.legal_ceiling, novelty_ceiling, agreed, good, breaches))
    competence = _rating(case.competence, level_by_age)
    intention = _rating(case.intention, level_by_age)
    resources = _rating(case.resources, level_by_age)
    return _new(Facts, (competence, intention, resources, load, frame))


@dataclass(frozen=True, slots=True, eq=False)
class Carried:
    """What ratings carry by themselves once the task has taken its part, before any ceiling; each 1-5.

    There is one object for each different set of figures (see ``_carried``), so they compare fast.

    Attributes:
        low: the weakest on the cautious reading; a rating that is missing reads as 1.
        point: the weakest as rated, or ``NOT_RATED`` where a rating is missing.
        high: the weakest on the hopeful reading; a rating that is missing reads as 5.
        by_person: the weaker of competence and intention as rated.

    """

    low: int
    point: int
    high: int
    by_person: int


# There are fewer different triples of ratings, by sureness, exposure and load.
@lru_cache(1 << 16)
def carried(competence: int, intention: int, resources: int, exposure: int, overloaded: bool) -> Carried:
    """Return what three ratings (as held in facts) carry on a task with an exposure of 0-2."""
    low, high = LOW[exposure], HIGH[exposure]
    left = WHEN_OVERLOADED if overloaded else AS_RATED
    by_person = min(POINT[competence], POINT[intention])
    point = min(by_person, left[POINT[resources]])
    return _carried(
        max(LOWEST, min(low[competence], low[intention], left[low[resources]]) - exposure),
        NOT_RATED if point == NOT_RATED else max(LOWEST, point - exposure),
        max(LOWEST, min(high[competence], high[intention], left[high[resources]]) - exposure),
        max(LOWEST, by_person - exposure),
    )


@cache
def _carried(low: int, point: int, high: int, by_person: int) -> Carried:
    return Carried(low, point, high, by_person)


def is_unsure(rating: int, exposure: int) -> bool:
    """Return whether a rating (as held in facts) counts as unsure at an exposure of 0-2."""
    return rating % _LEVELS <= exposure


def follow_ups_needed(frame: Frame) -> int:
    """Return how many good follow-ups in a row at the present rung a rise takes."""
    return FOLLOW_UPS_BEFORE_RISE + EXPOSURES[frame.risk] + frame.breaches.today.extra
