"""What one prerequisite, as rated, says to a suggested rung and to the rung to reach for.

Most ratings say the same: everything far enough above limits nothing and asks for nothing. The reasons for a
suggestion are put together from what the three say, so they are worked out once for all that say alike.
"""

from dataclasses import dataclass
from functools import lru_cache
from typing import Final, NamedTuple

from tillid_planner.domain.lift import Asks, Need, asks
from tillid_planner.domain.tables import (
    ABLE_FROM,
    HIGHEST,
    LOWEST,
    RESOURCED_FROM,
    UNWILLING_AT_MOST,
)
from tillid_planner.domain.weighing import LOW, POINT, WHEN_OVERLOADED


class View(NamedTuple):
    """From where a rating is looked at.

    Attributes:
        rung: the suggested one, 1-5.
        target: the rung to reach for.
        exposure: the task's, 0-2.
        exposures: those at which the target can be reached: today's, then what better nets could give.
        started: a rung is agreed.
        rising: the target is above the agreed rung, or none is agreed.

    """

    rung: int
    target: int
    exposure: int
    exposures: tuple[int, ...]
    started: bool
    rising: bool


@dataclass(frozen=True, slots=True, eq=False)
class Said:
    """What a rating says. There is one object for each different answer (see ``_alike``), so they compare fast.

    Attributes:
        limits: it is named as a limit.
        exposed: the task's exposure takes it down to the rung or below.
        below_ladder: less than rung 1 is carried.
        grade: the rating after load, as far as the flags tell it apart.
        asks: one for each exposure at which the target can be reached.

    """

    limits: bool
    exposed: bool
    below_ladder: bool
    grade: int
    asks: tuple[Asks, ...]


class Prerequisite(NamedTuple):
    """How one of the three is told apart: the needs it can have, and its lowest and highest grade."""

    needs: tuple[Need, Need]
    grades: tuple[int, int]


# The flags ask only whether a competence is able, an intention unwilling, and resources lacking or enough.
COMPETENCE: Final = Prerequisite((Need.COMPETENCE, Need.CONFIRM_COMPETENCE), (ABLE_FROM - 1, ABLE_FROM))
INTENTION: Final = Prerequisite((Need.INTENTION, Need.CONFIRM_INTENTION), (UNWILLING_AT_MOST, UNWILLING_AT_MOST + 1))
RESOURCES: Final = Prerequisite((Need.RESOURCES, Need.CONFIRM_RESOURCES), (LOWEST, RESOURCED_FROM))


class Says(dict[int, Said]):
    """What each rating (as held in facts) of a prerequisite says, worked out when it is first met."""

    def __init__(self, view: View, prerequisite: Prerequisite, overloaded: bool) -> None:
        super().__init__()
        self._view, self._prerequisite, self._overloaded = view, prerequisite, overloaded

    def __missing__(self, rating: int) -> Said:
        said = self[rating] = _said(rating, self._view, self._prerequisite, self._overloaded)
        return said


def _said(rating: int, view: View, prerequisite: Prerequisite, overloaded: bool) -> Said:
    # An agreement is judged on the ratings as given, a start on the cautious reading.
    read, given = (POINT if view.started else LOW[view.exposure])[rating], POINT[rating]
    if overloaded:
        read, given = WHEN_OVERLOADED[read], WHEN_OVERLOADED[given]
    carries_no_more = max(LOWEST, read - view.exposure) <= view.rung
    # One of 5 cannot be better: then it is the task's exposure alone that limits.
    at_the_top = view.exposure > 0 and read == HIGHEST
    (lowest, highest), rising = prerequisite.grades, view.rising
    return _alike(
        carries_no_more and not at_the_top,
        view.exposure > 0 and carries_no_more,
        given - view.exposure < LOWEST,
        min(highest, max(lowest, given)),
        tuple(
            asks(rating, view.target, exposure, rising=rising, overloaded=overloaded, keys=prerequisite.needs)
            for exposure in view.exposures
        ),
    )


# Far more than there are different answers.
@lru_cache(1 << 12)
def _alike(limits: bool, exposed: bool, below_ladder: bool, grade: int, asks: tuple[Asks, ...]) -> Said:
    return Said(limits, exposed, below_ladder, grade, asks)
