"""The leader's own rating habits: counts of how she uses the scale, never a figure about anybody she rates."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from tillid_planner.domain.case import Dimension
from tillid_planner.domain.rating import Rating
from tillid_planner.domain.tables import SURE_FOR_DAYS


@dataclass(frozen=True, slots=True, kw_only=True)
class Habits:
    """Counts over the newest rating of each pair and prerequisite.

    ``spread`` counts each value 1–5 (in that order) for each prerequisite; ``pairs`` are the pairs with all three
    rated, ``equal`` those where the three are the same; ``seen`` have something written behind them.
    """

    spread: Mapping[Dimension, tuple[int, int, int, int, int]]
    ratings: int
    pairs: int
    equal: int
    seen: int
    extremes: int
    extremes_seen: int
    old: int
    unsure: int


def habits_of(newest: Iterable[Rating], exposures: Mapping[int, int], today: date) -> Habits:
    """Return the habits that show in the leader's newest ratings, one of each pair and prerequisite.

    ``exposures`` are those of the tasks (0–2 by id): the more is at stake, the sooner a rating is old.
    """
    ratings = list(newest)
    counts = {dimension: [0] * 5 for dimension in Dimension}
    of_pair: dict[tuple[int, int], dict[Dimension, int]] = defaultdict(dict)
    for rating in ratings:
        counts[rating.dimension][rating.value - 1] += 1
        of_pair[rating.task_id, rating.assignee_id][rating.dimension] = rating.value
    whole = [values for values in of_pair.values() if len(values) == len(Dimension)]
    extremes = [rating for rating in ratings if rating.value in (1, 5)]
    return Habits(
        spread={d: (c[0], c[1], c[2], c[3], c[4]) for d, c in counts.items()},
        ratings=len(ratings),
        pairs=len(whole),
        equal=sum(1 for values in whole if len(set(values.values())) == 1),
        seen=sum(1 for rating in ratings if rating.example.strip()),
        extremes=len(extremes),
        extremes_seen=sum(1 for rating in extremes if rating.example.strip()),
        old=sum(1 for rating in ratings if _is_old(rating, exposures, today)),
        unsure=sum(1 for rating in ratings if not rating.sure),
    )


def _is_old(rating: Rating, exposures: Mapping[int, int], today: date) -> bool:
    return (today - rating.rated_on).days > SURE_FOR_DAYS[exposures.get(rating.task_id, 0)]
