"""The dosing rule: from ratings to a suggested rung.

The rule in three sentences:

1. What a person can carry on a task is the weakest of the three prerequisites, one or two rungs lower when
   mistakes have consequences and are hard to catch or undo.
2. An unclear task, the law, or a breach that is not closed sets a ceiling.
3. Up goes one rung at a time, and only when follow-ups are good and the answer also holds with unsure ratings
   set one lower; down, or back up when the frame is repaired, goes at once.

It is fixed and published; it learns nothing, ranks nobody and decides nothing.

Where each part of the specification is: all numbers in ``tables``; the exposure, sureness and load in ``weighing``;
breaches in ``breach_effect``; the formula, the order of decisions, what stands and the cadence here; what binds and
the flags in ``binding``, when a prerequisite is one of them in ``said``; what would lift it in ``lift``. ``reasons``
puts these together.

What is worked out is kept by no more than it depends on: the figures by what the ratings carry and the frame, the
reasons by what each rating says to the rung. Few of these differ, even where hardly a case is like another.
"""

from functools import lru_cache
from typing import NamedTuple

from tillid_planner.domain.binding import Action, Binding
from tillid_planner.domain.case import BreachRecord, BreachStatus, Case, Cause, Dimension, Novelty, Reading
from tillid_planner.domain.lift import Alternative, Need, NeedValue
from tillid_planner.domain.reasons import (
    NOT_DELEGABLE,
    STOPPED,
    Reasons,
    Situation,
    rate_first,
    reasons,
    situation,
)
from tillid_planner.domain.tables import CADENCE_DAYS, EXPOSURE, LOWEST, RULE_VERSION
from tillid_planner.domain.weighing import (
    CALM,
    EXPOSURES,
    NOT_RATED,
    Carried,
    Frame,
    carried,
    follow_ups_needed,
    read,
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

# A matrix of 200 people and 400 tasks asks fewer different questions than this.
_KEPT_FIGURES = 1 << 15


class Figures(NamedTuple):
    """The figures of a suggestion, as ``Suggestion`` has them."""

    rung: int | None
    carries: int | None
    band: tuple[int, int]
    exposure: int
    follow_ups_needed: int
    standing: int | None
    temporary: bool
    cadence_days: int | None


class Suggestion(NamedTuple):
    """The rule's answer: the figures, then the reasons for them.

    Attributes:
        rung: 0 (stopped) to 5, or None where a rating is missing; so ``carries`` and ``standing``.
        carries: what the prerequisites, the task and the ceilings allow, before the step rule.
        band: the lowest and highest that unsure ratings could make of it.
        exposure: the rungs that the task's risk takes off, 0-2.
        follow_ups_needed: good follow-ups in a row that a rise from the present rung takes, 1-5.
        standing: the rung that the agreement should hold.
        temporary: the frame alone keeps the suggestion below what stands.
        cadence_days: days between follow-ups, or None where there is no rung to follow up.
        binding: what limits the suggestion, in the order in which it is named.
        actions: what the leader should think of first.
        lift: what would lift it one rung (or back to what stands); each alternative suffices by itself.

    """

    rung: int | None
    carries: int | None
    band: tuple[int, int]
    exposure: int
    follow_ups_needed: int
    standing: int | None
    temporary: bool
    cadence_days: int | None
    binding: tuple[Binding, ...]
    actions: tuple[Action, ...]
    lift: tuple[Alternative, ...]

    @property
    def reasons(self) -> Reasons:
        """What limits it, what to think of first, and what would lift it."""
        return Reasons(self.binding, self.actions, self.lift)


def suggest(case: Case) -> Suggestion:
    """Return the rule's answer to a case whose values are in their ranges."""
    facts = read(case)
    competence, intention, resources, load, frame = facts
    by_ratings = carried(competence, intention, resources, EXPOSURES[frame.risk], load != CALM)
    figures, why = _decide(by_ratings, frame)
    if isinstance(why, Situation):
        says_competence, says_intention = why.competence[competence], why.intention[intention]
        why = reasons(says_competence, says_intention, why.resources[load][resources], load, why)
    elif why is None:
        why = rate_first(facts)
    # The same as Suggestion(*figures, *why), in a third of the time.
    return tuple.__new__(Suggestion, figures + why)


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


@lru_cache(_KEPT_FIGURES)
def _decide(by_ratings: Carried, frame: Frame) -> tuple[Figures, Situation | Reasons | None]:
    """Decide in the order law, stop, missing ratings, formula.

    Besides the figures, return the reasons or the situation they follow from; None where a rating is missing.
    """
    exposed, needed, today = EXPOSURES[frame.risk], follow_ups_needed(frame), frame.breaches.today
    if frame.legal_ceiling == 0:
        return Figures(0, 0, (0, 0), exposed, needed, 0, False, None), NOT_DELEGABLE
    if today.stop:
        return Figures(0, 0, (0, 0), exposed, needed, 0, False, None), STOPPED
    ceiling = min(frame.clarity_ceiling, frame.legal_ceiling, today.ceiling)
    low, high = min(by_ratings.low, ceiling), min(by_ratings.high, ceiling)
    if by_ratings.point == NOT_RATED:
        return Figures(None, None, (low, high), exposed, needed, None, False, None), None
    carries = min(by_ratings.point, ceiling)
    rung = _step(frame, carries, low, needed)
    standing = _standing(frame, rung, by_ratings.by_person)
    days = cadence_days(rung, exposed, today.repairing)
    figures = Figures(rung, carries, (low, high), exposed, needed, standing, rung < standing, days)
    return figures, situation(frame, rung, carries, low, standing)


def _step(frame: Frame, carries: int, low: int, needed: int) -> int:
    """Return the suggestion: a cautious start, down at once, up one rung at a time."""
    agreed, today = frame.agreed, frame.breaches.today
    if not agreed:
        return min(low, frame.novelty_ceiling, today.start_ceiling)
    if carries <= agreed:
        return carries
    may_rise = low > agreed and frame.good >= needed and not today.hold
    return agreed + 1 if may_rise else agreed


def _standing(frame: Frame, rung: int, by_person: int) -> int:
    """Return what the person, the exposure, the breaches and the law allow of the agreed rung."""
    if rung >= frame.agreed:
        return rung
    allowed = max(LOWEST, min(by_person, frame.breaches.today.ceiling, frame.legal_ceiling))
    return max(rung, min(frame.agreed, allowed))
