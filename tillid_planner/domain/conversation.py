"""A conversation prepared from both sides: each sets a rung and a reason for each task before seeing the other's."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, time
from enum import StrEnum

from tillid_planner.domain.case import Dimension
from tillid_planner.domain.errors import Fault
from tillid_planner.domain.task import text_faults


class Side(StrEnum):
    """Whose half of the sheet."""

    LEADER = "leader"
    EMPLOYEE = "employee"

    @property
    def other(self) -> Side:
        """The other half."""
        return Side.EMPLOYEE if self is Side.LEADER else Side.LEADER


class StepKind(StrEnum):
    """The small step a conversation ends in: another rung, a follow-up, or something to practise."""

    RUNG = "rung"
    FOLLOW_UP = "follow_up"
    DEVELOPMENT = "development"


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """What one side says of one task: the rung 0–5 it would choose, and why.

    The employee's side may also rate the three prerequisites 1–5, as she sees them.
    """

    id: int | None = None
    conversation_id: int
    task_id: int
    side: Side
    rung: int | None = None
    reason: str = ""
    competence: int | None = None
    intention: int | None = None
    resources: int | None = None

    @property
    def ratings(self) -> dict[Dimension, int]:
        """The prerequisites that are rated."""
        given = {dimension: getattr(self, dimension) for dimension in Dimension}
        return {dimension: value for dimension, value in given.items() if value is not None}

    def faults(self) -> tuple[Fault, ...]:
        """Return what keeps the line from being stored; a line half filled in is kept."""
        found = list(text_faults(reason=self.reason))
        if self.rung is not None and self.rung not in range(6):
            found.append(Fault("rung", "out_of_range", {"low": 0, "high": 5}))
        for dimension, value in self.ratings.items():
            if value not in range(1, 6):
                found.append(Fault(dimension, "out_of_range", {"low": 1, "high": 5}))
        return tuple(found)


@dataclass(frozen=True, slots=True, kw_only=True)
class Conversation:
    """One conversation; a side is closed from ``…_done_on``, and both are open to both when both are closed.

    ``planned_on`` is the day the two mean to talk, perhaps at a time. ``step`` says in words what was agreed at the
    end, ``step_on`` when it is looked at; held = it is over.
    """

    id: int | None = None
    assignee_id: int
    begun_on: date
    leader_done_on: date | None = None
    employee_done_on: date | None = None
    planned_on: date | None = None
    planned_at: time | None = None
    held_on: date | None = None
    step: str = ""
    step_kind: StepKind | None = None
    step_task_id: int | None = None
    step_on: date | None = None

    @property
    def opened(self) -> bool:
        """Whether both have written, so that each may see the other's."""
        return self.leader_done_on is not None and self.employee_done_on is not None

    def done(self, side: Side) -> bool:
        """Whether a side has written and closed its half."""
        return (self.leader_done_on if side is Side.LEADER else self.employee_done_on) is not None

    def with_done(self, side: Side, day: date | None) -> Conversation:
        """Return the conversation with a half closed on *day*, or open again."""
        if side is Side.LEADER:
            return replace(self, leader_done_on=day)
        return replace(self, employee_done_on=day)


@dataclass(frozen=True, slots=True)
class Topic:
    """One task on the agenda: what both said of it."""

    task_id: int
    leader: Line | None
    employee: Line | None

    @property
    def gap(self) -> bool:
        """Whether the two would choose different rungs."""
        return self.leader is not None and self.employee is not None and self.leader.rung != self.employee.rung


def missing(lines: Iterable[Line], task_ids: Iterable[int]) -> tuple[int, ...]:
    """Return the tasks on which a side has no rung yet."""
    given = {line.task_id for line in lines if line.rung is not None}
    return tuple(task_id for task_id in task_ids if task_id not in given)


def agenda(lines: Sequence[Line], task_ids: Iterable[int]) -> tuple[Topic, ...]:
    """Return what to talk about: the tasks where the two differ first, each part in the order given."""
    by_side: dict[Side, Mapping[int, Line]] = {
        side: {line.task_id: line for line in lines if line.side is side} for side in Side
    }
    topics = [
        Topic(task_id, by_side[Side.LEADER].get(task_id), by_side[Side.EMPLOYEE].get(task_id)) for task_id in task_ids
    ]
    return (*(t for t in topics if t.gap), *(t for t in topics if not t.gap))
