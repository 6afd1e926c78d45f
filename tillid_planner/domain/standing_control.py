"""Controls that hold for a task, whoever has it: what they are for, who watches, and what staff say of them.

A control of one person belongs to a breach case instead (``breach.Control``).
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import IntEnum, StrEnum

from tillid_planner.domain.errors import Fault
from tillid_planner.domain.task import line_faults, name_faults, note_faults

MINUTES_A_WEEK = 6000


class ControlForm(StrEnum):
    """How it is done."""

    COLLEAGUE = "colleague"
    SELF = "self"
    SAMPLE = "sample"
    TECHNICAL = "technical"
    UNDO_WINDOW = "undo_window"
    APPROVAL = "approval"
    REPORT = "report"
    DATA = "data"
    INSPECTION = "inspection"


class ControlPurpose(StrEnum):
    """What it is for."""

    LEARNING = "learning"
    SERIOUS_ERROR = "serious_error"
    DEMAND = "demand"
    HABIT = "habit"


class Watcher(StrEnum):
    """Who looks."""

    LEADER = "leader"
    COLLEAGUE = "colleague"
    SELF = "self"
    OTHERS = "others"


class DemandedBy(StrEnum):
    """Who demands it."""

    US = "us"
    OWN_LEADER = "own_leader"
    ADMINISTRATION = "administration"
    LAW = "law"
    OTHERS = "others"


class Stance(StrEnum):
    """What is done about a demand from outside."""

    CHALLENGE = "challenge"
    SHAPE = "shape"
    LIVE_WITH = "live_with"


class Meaning(IntEnum):
    """What staff say of a control, together."""

    NONE = 1
    SOME = 2
    SENSE = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class StandingControl:
    """A control of the unit: ``minutes`` a week for all, 0–6000, or None while nobody knows.

    ``standing`` means that it holds for several; then staff are told of it (``informed_on``) before it starts.
    """

    id: int | None = None
    name: str
    form: ControlForm
    purpose: ControlPurpose
    watcher: Watcher
    minutes: int | None = None
    demanded_by: DemandedBy = DemandedBy.US
    stance: Stance | None = None
    why: str = ""
    adapted: str = ""
    standing: bool = False
    med_on: date | None = None
    informed_on: date | None = None
    informed_where: str = ""
    starts_on: date
    review_on: date | None = None
    reviewed_on: date | None = None
    pause_until: date | None = None
    ended_on: date | None = None

    def paused(self, today: date) -> bool:
        """Whether it is being tried without until a day to come."""
        return self.ended_on is None and self.pause_until is not None and today < self.pause_until

    def untold(self, today: date) -> bool:
        """Whether it holds for several and has started although nobody was told."""
        return self.standing and self.informed_on is None and self.ended_on is None and self.starts_on <= today

    @property
    def ours(self) -> bool:
        """Whether the unit itself wants it, and may stop it."""
        return self.demanded_by is DemandedBy.US

    def faults(self) -> tuple[Fault, ...]:
        """Return what keeps the control from being stored."""
        found = [*name_faults(self.name), *line_faults(adapted=self.adapted)]
        found += name_faults(self.informed_where, "informed_where") if self.informed_where.strip() else ()
        found += note_faults(why=self.why)
        if self.minutes is not None and not 0 <= self.minutes <= MINUTES_A_WEEK:
            found.append(Fault("minutes", "out_of_range", {"low": 0, "high": MINUTES_A_WEEK}))
        if self.form in (ControlForm.REPORT, ControlForm.DATA) and not self.why.strip():
            found.append(Fault("why", "required"))
        if self.stance is not None and self.ours:
            found.append(Fault("stance", "only_from_outside"))
        if self.review_on is not None and self.review_on < self.starts_on:
            found.append(Fault("review_on", "ends_before_start"))
        return tuple(found)


@dataclass(frozen=True, slots=True, kw_only=True)
class ControlMark:
    """What staff said of a control at a meeting, as one answer: no count, no names."""

    id: int | None = None
    control_id: int
    meaning: Meaning
    said: str = ""
    marked_on: date

    def faults(self, today: date) -> tuple[Fault, ...]:
        """Return what keeps the answer from being stored."""
        late = [Fault("marked_on", "in_the_future")] if self.marked_on > today else []
        return (*line_faults(said=self.said), *late)


@dataclass(frozen=True, slots=True, kw_only=True)
class ControlLink:
    """A control on a task. With consent (``agreed_on``) the task was changed by it.

    ``…_after`` is what the control gives, also where another control gave it already; ``…_before`` what the task had
    before the first of the consented controls that held then.
    """

    id: int | None = None
    control_id: int
    task_id: int
    linked_on: date
    agreed_on: date | None = None
    detection_before: int | None = None
    detection_after: int | None = None
    reversal_before: int | None = None
    reversal_after: int | None = None
    unlinked_on: date | None = None
