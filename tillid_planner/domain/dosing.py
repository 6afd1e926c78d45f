"""The dosing rule: from ratings to a suggested rung.

The rule in three sentences:

1. What a person can carry on a task is the weakest of the three prerequisites, one or two rungs lower when
   mistakes have consequences and are hard to catch or undo.
2. An unclear task, the law, or a breach that is not closed sets a ceiling.
3. Up goes one rung at a time, and only when follow-ups are good and the answer also holds with unsure ratings
   set one lower; down, or back up when the frame is repaired, goes at once.

It is fixed and published; it learns nothing, ranks nobody and decides nothing.
"""

from functools import lru_cache
from typing import NamedTuple

from tillid_planner.domain.binding import Action, Binding, actions, binding
from tillid_planner.domain.case import BreachRecord, BreachStatus, Case, Cause, Dimension, Novelty, Reading
from tillid_planner.domain.lift import Alternative, Need, NeedValue, lift
from tillid_planner.domain.tables import CADENCE_DAYS, EXPOSURE, LOWEST, RULE_VERSION
from tillid_planner.domain.weighing import (
    EXPOSURES,
    NOT_RATED,
    POINT,
    Facts,
    follow_ups_needed,
    read,
    weakest,
)

__all__ = [
    "RULE_VERSION",
    "Action",
    "Alternative",
    "Binding",
    "BreachRecord",
    "BreachStatus",
    "Case",
    "Cause",
    "Dimension",
    "Need",
    "NeedValue",
    "Novelty",
    "Reading",
    "Reasons",
    "Suggestion",
    "cadence_days",
    "exposure",
    "suggest",
]

# A matrix of 200 people and 400 tasks holds fewer different facts than this.
_KEPT_ANSWERS = 1 << 16


class Reasons(NamedTuple):
    """Why a suggestion is what it is: what limits it, what to think of first, what would lift it."""

    binding: tuple[Binding, ...]
    actions: tuple[Action, ...]
    lift: tuple[Alternative, ...]


class Suggestion(NamedTuple):
    """The rule's answer. The figures are there at once; the reasons are worked out when they are asked for.

    Attributes:
        rung: 0 (stopped) to 5, or None where a rating is missing; so ``carries`` and ``standing``.
        carries: what the prerequisites, the task and the ceilings allow, before the step rule.
        band: the lowest and highest that unsure ratings could make of it.
        exposure: the rungs that the task's risk takes off, 0-2.
        follow_ups_needed: good follow-ups in a row that a rise from the present rung takes, 1-5.
        standing: the rung that the agreement should hold.
        temporary: the frame alone keeps the suggestion below what stands.
        cadence_days: days between follow-ups, or None where there is no rung to follow up.
        facts: what the case came down to.

    """

    rung: int | None
    carries: int | None
    band: tuple[int, int]
    exposure: int
    follow_ups_needed: int
    standing: int | None
    temporary: bool
    cadence_days: int | None
    facts: Facts

    @property
    def reasons(self) -> Reasons:
        """What limits it, what to think of first, and what would lift it."""
        return _reasons(self.facts)

    @property
    def binding(self) -> tuple[Binding, ...]:
        """What limits the suggestion, in the order in which it is named."""
        return _reasons(self.facts).binding

    @property
    def actions(self) -> tuple[Action, ...]:
        """What the leader should think of first."""
        return _reasons(self.facts).actions

    @property
    def lift(self) -> tuple[Alternative, ...]:
        """What would lift it one rung (or back to what stands); each alternative suffices by itself."""
        return _reasons(self.facts).lift


def suggest(case: Case) -> Suggestion:
    """Return the rule's answer to a case whose values are in their ranges."""
    return _answer(read(case))


def exposure(consequence: int, reversal: int, detection: int) -> int:
    """Return how many rungs (0-2) a task takes off by its risk; each rating is 1-3, a higher one is worse."""
    return EXPOSURE[consequence][reversal + detection]


def cadence_days(rung: int, exposure: int, repairing: bool) -> int | None:
    """Return the days between follow-ups at a rung 0-5 and exposure 0-2; None at rung 0.

    While a breach on the task is being repaired the interval is halved, to one day at least.
    """
    if rung not in CADENCE_DAYS:
        return None
    days = CADENCE_DAYS[rung][exposure]
    return max(1, days // 2) if repairing else days


@lru_cache(_KEPT_ANSWERS)
def _answer(facts: Facts) -> Suggestion:
    """Decide in the order law, stop, missing ratings, formula."""
    _, _, _, risk, clarity_ceiling, legal_ceiling, _, _, _, _, breaches = facts
    exposed, today = EXPOSURES[risk], breaches.today
    needed = follow_ups_needed(facts)
    if legal_ceiling == 0 or today.stop:
        return Suggestion(0, 0, (0, 0), exposed, needed, 0, False, None, facts)
    ceiling = min(clarity_ceiling, legal_ceiling, today.ceiling)
    weakest_low, weakest_point, weakest_high = weakest(facts)
    low, high = _carried(weakest_low, exposed, ceiling), _carried(weakest_high, exposed, ceiling)
    if NOT_RATED in facts[:3]:
        return Suggestion(None, None, (low, high), exposed, needed, None, False, None, facts)
    carries = _carried(weakest_point, exposed, ceiling)
    rung = _step(facts, carries, low, needed)
    standing = _standing(facts, rung, exposed)
    days = cadence_days(rung, exposed, today.repairing)
    return Suggestion(rung, carries, (low, high), exposed, needed, standing, rung < standing, days, facts)


def _carried(weakest_rating: int, exposed: int, ceiling: int) -> int:
    """Return the weakest prerequisite less the exposure, under the ceiling, but never below the ladder."""
    carried = weakest_rating - exposed
    if carried > ceiling:
        return ceiling
    return carried if carried > LOWEST else LOWEST


def _step(facts: Facts, carries: int, low: int, needed: int) -> int:
    """Return the suggestion: a cautious start, down at once, up one rung at a time."""
    agreed = facts.agreed
    if not agreed:
        return min(low, facts.novelty_ceiling, facts.breaches.today.start_ceiling)
    if carries <= agreed:
        return carries
    may_rise = low > agreed and facts.good >= needed and not facts.breaches.today.hold
    return agreed + 1 if may_rise else agreed


def _standing(facts: Facts, rung: int, exposed: int) -> int:
    """Return what the person, the exposure, the breaches and the law allow of the agreed rung."""
    if rung >= facts.agreed:
        return rung
    by_person = min(POINT[facts.competence], POINT[facts.intention]) - exposed
    allowed = max(LOWEST, min(by_person, facts.breaches.today.ceiling, facts.legal_ceiling))
    return max(rung, min(facts.agreed, allowed))


@lru_cache(_KEPT_ANSWERS)
def _reasons(facts: Facts) -> Reasons:
    answer = _answer(facts)
    rung, carries, standing = answer.rung, answer.carries, answer.standing
    if rung is None or carries is None or standing is None:
        return Reasons(_missing(facts), (Action.RATE_FIRST,), ())
    if facts.legal_ceiling == 0:
        return Reasons((Binding.LEGAL,), (Action.NOT_DELEGABLE,), ())
    if facts.breaches.today.stop:
        return Reasons((Binding.BREACH_ILL_WILL,), (Action.STOP_AND_HANDLE,), ())
    bound = binding(facts, rung, carries, answer.band[0])
    return Reasons(bound, actions(facts, bound, rung, carries, standing), lift(facts, rung, standing))


def _missing(facts: Facts) -> tuple[Binding, ...]:
    ratings = (
        (Binding.MISSING_COMPETENCE, facts.competence),
        (Binding.MISSING_INTENTION, facts.intention),
        (Binding.MISSING_RESOURCES, facts.resources),
    )
    return tuple(key for key, rating in ratings if rating == NOT_RATED)
