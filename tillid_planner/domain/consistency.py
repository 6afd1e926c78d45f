"""The mirror across people: where like is treated unlike, who is passed by, what stands still, and how leaps went.

Counts and lists only: nothing here is a figure about a person, and nothing can be put in an order of people.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from itertools import combinations

from tillid_planner.domain.agreement import Agreement
from tillid_planner.domain.course import Course
from tillid_planner.domain.follow_up import Outcome

#: A rung that has not moved for so many days stands still, if it was looked at and was good.
STILL_DAYS = 365
_GOOD_LOOKS = 2
#: So many days back count for who gets something new and who is always put on the same.
NEW_DAYS, SAME_DAYS = 365, 90
_SAME_TIMES = 5


@dataclass(frozen=True, slots=True, kw_only=True)
class Holding:
    """One person or team on one task: the agreement that holds, the leader's three ratings, and what happened.

    ``ratings`` are 1–5 in the order in which the prerequisites are named, or None where one is missing.
    """

    task_id: int
    assignee_id: int
    is_team: bool
    agreement: Agreement
    ratings: tuple[int, int, int] | None
    course: Course
    breach: bool = False

    @property
    def good_looks(self) -> int:
        """How many follow-ups at the present rung were good."""
        since = self.course.held_since
        return sum(
            1 for look in self.course.looks if look.outcome is Outcome.GOOD and (since is None or look.day >= since)
        )


@dataclass(frozen=True, slots=True)
class Difference:
    """Two on one task with the same ratings, and so the same exposure and clarity, but different agreed rungs."""

    one: Holding
    other: Holding


class LeapEnd(StrEnum):
    """How a leap went, as far as it has been looked at."""

    WELL = "well"
    PARTLY = "partly"
    NOT_WELL = "not_well"
    NOT_SEEN = "not_seen"


class PassedBy(StrEnum):
    """Why somebody may have been passed by."""

    NEVER_RATED = "never_rated"
    NOTHING_NEW = "nothing_new"
    ALWAYS_THE_SAME = "always_the_same"


def differences(holdings: Iterable[Holding]) -> tuple[Difference, ...]:
    """Return the pairs whose difference asks for a reason; a pause and an unrated pair ask for none."""
    alike: dict[tuple[int, bool, tuple[int, int, int]], list[Holding]] = defaultdict(list)
    for holding in holdings:
        if holding.ratings is not None and holding.agreement.rung:
            alike[holding.task_id, holding.is_team, holding.ratings].append(holding)
    return tuple(
        Difference(one, other)
        for group in alike.values()
        for one, other in combinations(group, 2)
        if one.agreement.rung != other.agreement.rung
    )


def standing_still(holdings: Iterable[Holding], today: date) -> tuple[Holding, ...]:
    """Return the holdings whose rung has not moved for a year though what was seen of it was good."""
    return tuple(holding for holding in holdings if _is_still(holding, today))


def leap_end(agreement: Agreement, course: Course, today: date) -> LeapEnd:
    """Return how a leap went: told by the follow-ups from its day until the rung moved on."""
    until = next((step.day for step in course.steps if step.day > agreement.agreed_on), today)
    seen = [look.outcome for look in course.looks if agreement.agreed_on < look.day <= until]
    if not seen:
        return LeapEnd.NOT_SEEN
    if Outcome.NOT_OK in seen:
        return LeapEnd.NOT_WELL
    return LeapEnd.WELL if seen[-1] is Outcome.GOOD else LeapEnd.PARTLY


def nothing_new(first_days: Sequence[date], today: date) -> bool:
    """Whether somebody holds tasks and each was first agreed more than a year ago."""
    return bool(first_days) and max(first_days) < today - timedelta(days=NEW_DAYS)


def always_the_same(placed: Sequence[int], held: Iterable[int]) -> bool:
    """Whether somebody was put on one task only, time after time, though others are agreed too.

    ``placed`` are the tasks of the latest placements, ``held`` those with an agreement.
    """
    return len(placed) >= _SAME_TIMES and len(set(placed)) == 1 and bool(set(held) - set(placed))


def _is_still(holding: Holding, today: date) -> bool:
    since, rung = holding.course.held_since, holding.agreement.rung
    if since is None or not 0 < rung < 5 or since > today - timedelta(days=STILL_DAYS) or holding.breach:
        return False
    late = [look.outcome for look in holding.course.looks if look.day > today - timedelta(days=STILL_DAYS)]
    return late.count(Outcome.GOOD) >= _GOOD_LOOKS and Outcome.NOT_OK not in late
