"""Ground rules and red lines of the unit, the wordings they had before, and what is left to decide inside them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from tillid_planner.domain.errors import Fault
from tillid_planner.domain.purpose import term_faults
from tillid_planner.domain.task import line_faults, note_faults, required_faults

MAX_VERSION = 9999


class RuleKind(StrEnum):
    """What a rule is about; a red line is one that is not to be crossed."""

    CORE_TASK = "core_task"
    VALUES = "values"
    LIMITS = "limits"
    RED_LINE = "red_line"


class SetBy(StrEnum):
    """Who set a rule; a red line says it in its source instead."""

    TEAM = "team"
    UNIT = "unit"
    OWN_LEADER = "own_leader"
    ADMINISTRATION = "administration"
    LAW = "law"


class NoteKey(StrEnum):
    """The texts the unit has one of each."""

    LEFT_TO_DECIDE = "left_to_decide"


@dataclass(frozen=True, slots=True, kw_only=True)
class GroundRule:
    """A rule or red line as it reads now: ``since`` is the day of this wording, ``version`` its number from 1.

    ``team_id`` is the team that set it, with ``SetBy.TEAM``. A red line has a source and a consequence, and holds for
    all tasks or for those in ``task_ids``.
    """

    id: int | None = None
    kind: RuleKind
    text: str
    set_by: SetBy | None = None
    source: str = ""
    consequence: str = ""
    reason: str = ""
    team_id: int | None = None
    all_tasks: bool = False
    task_ids: tuple[int, ...] = ()
    version: int = 1
    since: date
    review_on: date | None = None
    ended_on: date | None = None

    @property
    def is_red_line(self) -> bool:
        """Whether it is a line that is not to be crossed."""
        return self.kind is RuleKind.RED_LINE

    def concerns(self, task_id: int) -> bool:
        """Whether it is a red line in force that holds for a task."""
        return self.is_red_line and self.ended_on is None and (self.all_tasks or task_id in self.task_ids)

    def faults(self, today: date) -> tuple[Fault, ...]:
        """Return what keeps the rule from being stored, seen from ``today``; a new one is not of a day to come."""
        found = [*required_faults(text=self.text)]
        found += line_faults(text=self.text, source=self.source, consequence=self.consequence)
        found += note_faults(reason=self.reason)
        found += self._line_faults() if self.is_red_line else self._rule_faults()
        if not 1 <= self.version <= MAX_VERSION:
            found.append(Fault("version", "out_of_range", {"low": 1, "high": MAX_VERSION}))
        if self.id is None and self.since > today:
            found.append(Fault("since", "in_the_future"))
        found += term_faults(today, self.since, review_on=self.review_on, ended_on=self.ended_on)
        return tuple(found)

    def _line_faults(self) -> tuple[Fault, ...]:
        found = list(required_faults(source=self.source, consequence=self.consequence))
        if self.all_tasks == bool(self.task_ids):
            found.append(Fault("task_ids", "all_or_chosen"))
        return tuple(found)

    def _rule_faults(self) -> tuple[Fault, ...]:
        if self.set_by is None:
            return (Fault("set_by", "choose_one"),)
        return (Fault("team_id", "choose_one"),) if self.set_by is SetBy.TEAM and self.team_id is None else ()


@dataclass(frozen=True, slots=True, kw_only=True)
class RuleVersion:
    """How a rule read from ``since`` until the day it was changed, and ``why`` it was."""

    id: int | None = None
    rule_id: int
    version: int
    text: str
    since: date
    until: date
    why: str

    def faults(self, today: date) -> tuple[Fault, ...]:
        """Return what keeps the version from being stored, seen from ``today``."""
        found = [*required_faults(why=self.why), *line_faults(why=self.why)]
        if self.until > today:
            found.append(Fault("until", "in_the_future"))
        return tuple(found)


@dataclass(frozen=True, slots=True, kw_only=True)
class LineOnTask:
    """A red line as a task has it: its own (``red_line_id``) or one of the unit (``rule_id``)."""

    text: str
    source: str
    consequence: str
    red_line_id: int | None = None
    rule_id: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class FrameNote:
    """A text the unit has one of."""

    id: int | None = None
    key: NoteKey
    text: str
    written_on: date

    def faults(self, today: date) -> tuple[Fault, ...]:
        """Return what keeps the text from being stored, seen from ``today``."""
        late = (Fault("written_on", "in_the_future"),) if self.written_on > today else ()
        return (*note_faults(text=self.text), *late)
