"""What a week's board follows from, as plain values, and what the rule says about them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date

from tillid_planner.domain.agreement import Agreement
from tillid_planner.domain.assignee import Assignee
from tillid_planner.domain.case import Case
from tillid_planner.domain.dosing import Suggestion, suggest
from tillid_planner.domain.follow_up import FollowUp
from tillid_planner.domain.planned_talk import PlannedTalk
from tillid_planner.domain.tables import FULL_LOAD, RELIEVE_FIRST_LOAD
from tillid_planner.domain.task import Task
from tillid_planner.domain.week import Placement, Recurrence, Week

PairKey = tuple[int, int]


@dataclass(frozen=True, slots=True)
class PairFacts:
    """What holds between a task and an assignee: the agreement in force, and the question to the rule.

    ``case`` leaves the week out; it is None while the task is not described. ``breach`` tells of one on this task
    that is not closed; ``offer`` is an agreement newer than the one in force that is not accepted yet.
    """

    agreement: Agreement | None = None
    case: Case | None = None
    breach: bool = False
    offer: Agreement | None = None


@dataclass(frozen=True, slots=True)
class DueFollowUp:
    """A follow-up that belongs to the week, or was due before it and is not held yet."""

    follow_up: FollowUp
    task_id: int
    assignee_id: int
    rung: int
    overdue: bool


@dataclass(frozen=True, slots=True)
class Placed:
    """What is placed in a week of one task and on one assignee."""

    placements: tuple[Placement, ...]

    def of_pair(self, task_id: int, assignee_id: int) -> list[Placement]:
        """Return what an assignee has of the task in the week, day by day."""
        found = [p for p in self.placements if (p.task_id, p.assignee_id) == (task_id, assignee_id)]
        return sorted(found, key=lambda p: p.day)

    def hours_of_task(self, task_id: int) -> float:
        """Return the hours placed of the task in the week."""
        return sum(p.hours for p in self.placements if p.task_id == task_id)

    def hours_at(self, task_id: int, assignee_id: int, day: date) -> float:
        """Return the hours that an assignee has of the task on a day."""
        return sum(p.hours for p in self.placements if p.key == (task_id, assignee_id, day))

    def hours_on(self, assignee_id: int, day: date, beside: Placement | None = None) -> float:
        """Return the hours that the assignee has on a day, without those *beside* counts."""
        return sum(
            p.hours
            for p in self.placements
            if p.assignee_id == assignee_id and p.day == day and (beside is None or p.key != beside.key)
        )


@dataclass(frozen=True, slots=True)
class Facts:
    """All that a week's board follows from.

    ``tasks`` are all that can be placed or are placed, by id; ``pairs`` the placed ones by (task id, assignee
    id), ``read_pair`` reads one that is not among them; ``holders`` tells who has an agreement in force (rung
    above 0) on each task; ``away`` the days off of each assignee; ``holidays`` the names of the public ones; ``talks``
    those planned in the week or before it and not held yet.
    """

    week: Week
    today: date
    tasks: Mapping[int, Task]
    assignees: Sequence[Assignee]
    placements: tuple[Placement, ...]
    recurrences: Sequence[Recurrence]
    pairs: dict[PairKey, PairFacts]
    read_pairs: Callable[[set[PairKey]], Mapping[PairKey, PairFacts]]
    holders: Mapping[int, Sequence[int]]
    away: Mapping[int, frozenset[date]]
    holidays: Mapping[date, str]
    follow_ups: Sequence[DueFollowUp]
    talks: Sequence[PlannedTalk]
    _answers: dict[tuple[PairKey, int], Suggestion] = field(default_factory=dict)

    def moved(self, card: Placement, assignee_id: int, day: date, hours: float | None = None) -> Facts:
        """Return the facts as they would be with a card, or some of its hours, on another assignee or day."""
        moving = card.hours if hours is None else min(hours, card.hours)
        rest = self.without(card)
        if moving < card.hours:
            rest = rest.placed(replace(card, hours=card.hours - moving))
        return rest.placed(replace(card, assignee_id=assignee_id, day=day, hours=moving))

    def placed(self, placement: Placement) -> Facts:
        """Return the facts as they would be with one more placement; hours that meet add up."""
        key = placement.key
        placements = [p for p in self.placements if p.key != key]
        there = sum(p.hours for p in self.placements if p.key == key)
        return replace(self, placements=(*placements, replace(placement, hours=placement.hours + there)))

    def without(self, card: Placement) -> Facts:
        """Return the facts as they would be without a card."""
        key = card.key
        return replace(self, placements=tuple(p for p in self.placements if p.key != key))

    def read_ahead(self, keys: Iterable[PairKey]) -> None:
        """Read what holds between tasks and assignees at once, before one after the other is asked for."""
        missing = {key for key in keys if key not in self.pairs}
        if missing:
            self.pairs.update(self.read_pairs(missing))

    def pair(self, key: PairKey) -> PairFacts:
        """Return what holds between a task and an assignee, placed or not."""
        found = self.pairs.get(key)
        if found is None:
            self.read_ahead((key,))
            found = self.pairs[key]
        return found

    def suggestion(self, pair: PairKey, load: float | None) -> Suggestion | None:
        """Return what the rule suggests for a pair in a week this full; None if it cannot be asked."""
        case = self.pair(pair).case
        if case is None:
            return None
        # The rule asks of a load only whether it is above these two.
        band = 0 if load is None else (load > FULL_LOAD) + (load > RELIEVE_FIRST_LOAD)
        answer = self._answers.get((pair, band))
        if answer is None:
            answer = self._answers[pair, band] = suggest(replace(case, load=load))
        return answer
