"""Wishes to the own leader: what is asked for, what citizens gain by it, and how far it has come."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from tillid_planner.domain.errors import Fault
from tillid_planner.domain.task import line_faults, name_faults, note_faults, required_faults, text_faults


class WishKind(StrEnum):
    """What is wished for: less control, something new, resources, a mandate, one signal, or working across units."""

    DROP = "drop"
    ADD = "add"
    RESOURCES = "resources"
    MANDATE = "mandate"
    DOUBLE_SIGNAL = "double_signal"
    ACROSS = "across"


class StepKind(StrEnum):
    """What happened to a wish."""

    RAISED = "raised"
    YES = "yes"
    PARTLY = "partly"
    NO = "no"
    WITHDRAWN = "withdrawn"

    @property
    def is_answer(self) -> bool:
        """Whether the step is an answer from the own leader."""
        return self in (StepKind.YES, StepKind.PARTLY, StepKind.NO)


@dataclass(frozen=True, slots=True, kw_only=True)
class WishStep:
    """What happened to a wish on a day; ``next_on`` is when an answer is expected, or when an answer takes effect."""

    id: int | None = None
    wish_id: int
    kind: StepKind
    on_day: date
    text: str = ""
    next_on: date | None = None

    def faults(self, today: date, before: WishStep | None = None) -> tuple[Fault, ...]:
        """Return what keeps the step from being stored, seen from ``today``; ``before`` is the newest one so far.

        A wish is raised before it is answered, and again after it was withdrawn.
        """
        found = list(line_faults(text=self.text))
        if before is None:
            raise_first = self.kind.is_answer
        else:
            raise_first = before.kind is StepKind.WITHDRAWN and self.kind is not StepKind.RAISED
        if raise_first:
            found.append(Fault("kind", "raise_first"))
        if self.on_day > today:
            found.append(Fault("on_day", "in_the_future"))
        elif before is not None and self.on_day < before.on_day:
            found.append(Fault("on_day", "before_newest"))
        if self.kind.is_answer:
            found += required_faults(text=self.text)
        if self.kind is StepKind.RAISED and self.next_on is None:
            found.append(Fault("next_on", "required"))
        elif self.kind is StepKind.RAISED and self.next_on is not None and self.next_on < self.on_day:
            found.append(Fault("next_on", "ends_before_start"))
        return tuple(found)


@dataclass(frozen=True, slots=True, kw_only=True)
class Wish:
    """One wish with its steps, oldest first.

    A double signal says one side in ``ask`` and the other in ``other_side``; ``offer`` is what is promised in return.
    """

    id: int | None = None
    title: str
    kind: WishKind
    gain: str
    ask: str = ""
    other_side: str = ""
    offer: str = ""
    control_id: int | None = None
    raise_on: date | None = None
    written_on: date
    steps: tuple[WishStep, ...] = ()

    @property
    def newest(self) -> WishStep | None:
        """The newest step; None while the wish has not been raised."""
        return self.steps[-1] if self.steps else None

    @property
    def status(self) -> StepKind | None:
        """The kind of the newest step; None while the wish has not been raised."""
        return self.newest.kind if self.newest else None

    @property
    def is_open(self) -> bool:
        """Whether the wish is still to be raised or waits for an answer."""
        return self.status in (None, StepKind.RAISED)

    @property
    def next_on(self) -> date | None:
        """The day an open wish is to be raised or its answer is expected; None without one."""
        if not self.is_open:
            return None
        return self.newest.next_on if self.newest else self.raise_on

    def faults(self, today: date) -> tuple[Fault, ...]:
        """Return what keeps the wish (without its steps) from being stored, seen from ``today``."""
        found = [*name_faults(self.title, "title"), *text_faults(title=self.title)]
        found += line_faults(gain=self.gain, offer=self.offer) + required_faults(gain=self.gain)
        found += note_faults(ask=self.ask, other_side=self.other_side)
        if self.other_side.strip() and self.kind is not WishKind.DOUBLE_SIGNAL:
            found.append(Fault("other_side", "not_a_double_signal"))
        if self.raise_on is not None and self.raise_on < self.written_on:
            found.append(Fault("raise_on", "in_the_past"))
        if self.written_on > today:
            found.append(Fault("written_on", "in_the_future"))
        return tuple(found)
