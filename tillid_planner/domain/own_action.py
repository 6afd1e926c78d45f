"""What the leader has decided to do, once or again and again."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from tillid_planner.domain.errors import Fault
from tillid_planner.domain.stool import StoolKind, StoolLevel
from tillid_planner.domain.task import line_faults, required_faults

_MOST_WEEKS = 4
_GRIPS = 9


@dataclass(frozen=True, slots=True, kw_only=True)
class OwnAction:
    """One action with the day it is due; ``every_weeks`` is 1–4 for a repeating one, whose day moves on when done.

    It may belong to one of the nine grips (1–9), to a length of the stool, to a control or to a wish.
    """

    id: int | None = None
    text: str
    due_on: date
    every_weeks: int | None = None
    written_on: date
    done_on: date | None = None
    dropped_on: date | None = None
    grip: int | None = None
    stool_kind: StoolKind | None = None
    stool_level: StoolLevel | None = None
    control_id: int | None = None
    wish_id: int | None = None

    @property
    def is_open(self) -> bool:
        """Whether it is neither done nor dropped."""
        return self.done_on is None and self.dropped_on is None

    def faults(self, today: date) -> tuple[Fault, ...]:
        """Return what keeps the action from being stored, seen from ``today``."""
        found = [*line_faults(text=self.text), *required_faults(text=self.text)]
        if self.due_on < self.written_on:
            found.append(Fault("due_on", "in_the_past"))
        for field, number, high in (("every_weeks", self.every_weeks, _MOST_WEEKS), ("grip", self.grip, _GRIPS)):
            if number is not None and number not in range(1, high + 1):
                found.append(Fault(field, "out_of_range", {"low": 1, "high": high}))
        if (self.stool_kind is None) != (self.stool_level is None):
            found.append(Fault("stool_kind" if self.stool_kind is None else "stool_level", "choose_one"))
        for field, day in (("written_on", self.written_on), ("done_on", self.done_on), ("dropped_on", self.dropped_on)):
            if day is not None and day > today:
                found.append(Fault(field, "in_the_future"))
        return tuple(found)


def next_due(action: OwnAction, done_on: date) -> date | None:
    """Return the day a repeating action is due after it was done on a day; None for one that does not repeat.

    It stays on its weekday: done late, the days that have passed are left out; done early, the one ahead is.
    """
    if action.every_weeks is None:
        return None
    step = 7 * action.every_weeks
    missed = max(0, (done_on - action.due_on).days)
    return action.due_on + timedelta(days=step * (missed // step + 1))
