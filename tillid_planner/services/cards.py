"""A card of the week's board: the rung that holds this week, and what there is to look at."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from tillid_planner.domain.assignee import Assignee
from tillid_planner.domain.dosing import Suggestion
from tillid_planner.domain.week import DayOff, Placement, day_off
from tillid_planner.services.week_facts import Facts

#: What a card can be marked with, besides the kinds of a day off.
NOT_DELEGABLE, ABOVE_CEILING, STOPPED, OFFERED, NO_AGREEMENT = (
    "not_delegable",
    "above_legal_ceiling",
    "stopped",
    "offered",
    "no_agreement",
)
#: Every mark, the weightiest first.
MARKS: tuple[str, ...] = (
    NOT_DELEGABLE,
    ABOVE_CEILING,
    STOPPED,
    DayOff.LEFT,
    DayOff.NOT_BEGUN,
    DayOff.AWAY,
    OFFERED,
    NO_AGREEMENT,
)


@dataclass(frozen=True, slots=True)
class Card:
    """One placement as the board shows it.

    ``agreed`` is the rung in force or None, ``rung`` the one that holds this week, ``offered`` one that waits to be
    accepted or None; ``marks`` say what to look at.
    ``breach`` tells of a breach that is not closed: it is for the screen alone and never leaves with the week.
    """

    placement: Placement
    agreed: int | None
    rung: int | None
    marks: tuple[str, ...] = ()
    breach: bool = False
    offered: int | None = None

    @property
    def lowered(self) -> bool:
        """Whether the frame takes something away this week."""
        return self.rung is not None and self.agreed is not None and self.rung < self.agreed


def week_rung(agreed: int | None, suggestion: Suggestion | None) -> int | None:
    """Return the rung that holds this week: the agreed one, unless the frame is too tight or it may not be done.

    Where the rule says that the drop is temporary, what it suggests holds this week; a stop holds at once.
    Everything else is for the two to agree and leaves the agreed rung as it is. None where none is agreed.
    """
    if agreed is None or suggestion is None or suggestion.rung is None:
        return agreed
    if suggestion.rung == 0 or suggestion.temporary:
        return min(agreed, suggestion.rung)
    return agreed


def card_of(placement: Placement, facts: Facts, load: float | None, assignee: Assignee, away: frozenset[date]) -> Card:
    """Return the card of a placement in a week with this load; ``away`` are all days the assignee is not there."""
    pair = (placement.task_id, placement.assignee_id)
    agreement, offer = facts.pair(pair).agreement, facts.pair(pair).offer
    suggestion = facts.suggestion(pair, load)
    agreed = agreement.rung if agreement else None
    task = facts.tasks[placement.task_id]
    marks: list[str] = []
    if task.legal_ceiling == 0:
        marks.append(NOT_DELEGABLE)
    elif agreed is not None and agreed > task.legal_ceiling:
        marks.append(ABOVE_CEILING)
    # Only where the rule answers 0 can a breach be the reason; asking for reasons takes its time.
    stopped = suggestion is not None and suggestion.rung == 0 and "stop_and_handle" in suggestion.actions
    if agreed == 0 or stopped:
        marks.append(STOPPED)
    if placement.day in away:
        marks.append(day_off(assignee, placement.day, away) or DayOff.AWAY)
    if agreement is None and task.legal_ceiling > 0:
        marks.append(OFFERED if offer else NO_AGREEMENT)
    return Card(
        placement,
        agreed,
        week_rung(agreed, suggestion),
        tuple(marks),
        facts.pair(pair).breach,
        offer.rung if offer else None,
    )
