"""Breaches of trust: freedom that was not lived up to, on one task, from the facts to the closing."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, time
from enum import StrEnum

from tillid_planner.domain.case import BreachStatus, Cause
from tillid_planner.domain.errors import Fault
from tillid_planner.domain.task import text_faults

#: The causes that lie in the frame: they leave no trace on the person once the case is closed.
FRAME_CAUSES = frozenset({Cause.RESOURCES, Cause.CIRCUMSTANCES})


class Source(StrEnum):
    """How a fact came to be known."""

    SEEN = "seen"
    TOLD = "told"
    RECORD = "record"


class Track(StrEnum):
    """Repair between the two, or first a talk with HR and one's own leader."""

    REPAIR = "repair"
    FORMAL = "formal"


class Owner(StrEnum):
    """Who does something; never a name, so that nothing of a third person gets into a case."""

    LEADER = "leader"
    EMPLOYEE = "employee"
    BOTH = "both"
    OTHERS = "others"


class MeasureKind(StrEnum):
    """What changes: the frame, or the support around the person."""

    FRAME = "frame"
    SUPPORT = "support"


class Outcome(StrEnum):
    """How a case ended."""

    REPAIRED = "repaired"
    LEVEL_LOWER = "level_lower"
    NOT_REPAIRED = "not_repaired"


class LeadOut(StrEnum):
    """What is done before a case leaves the program, in the order in which it is listed."""

    HR = "hr"
    OWN_LEADER = "own_leader"
    DUTY_TO_NOTE = "duty_to_note"
    COMPANION = "companion"
    HEARING = "hearing"
    JOURNAL = "journal"


@dataclass(frozen=True, slots=True, kw_only=True)
class Breach:
    """What the rule needs of a breach: where, when, at which rung, the cause once known, and its status."""

    id: int | None = None
    task_id: int
    assignee_id: int
    noted_on: date
    happened_on: date
    facts: str
    noticed_by: str = ""
    rung_at_breach: int = 3
    cause: Cause = Cause.UNKNOWN
    status: BreachStatus = BreachStatus.OPEN
    closed_on: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Fact:
    """One thing that was seen, told or read: a day, a source, and no judgement."""

    id: int | None = None
    happened_on: date
    text: str
    source: Source = Source.SEEN

    def faults(self, today: date) -> tuple[Fault, ...]:
        """Return what keeps the fact from being stored, seen from ``today``."""
        found = list(_said("text", self.text))
        if self.happened_on > today:
            found.append(Fault("happened_on", "in_the_future"))
        return tuple(found)


@dataclass(frozen=True, slots=True, kw_only=True)
class Measure:
    """Something that changes: in the frame or as support, whose it is, and by when."""

    id: int | None = None
    kind: MeasureKind
    text: str
    owner: Owner = Owner.LEADER
    due_on: date | None = None
    done_on: date | None = None

    def faults(self, today: date) -> tuple[Fault, ...]:
        """Return what keeps the measure from being stored; a new one is not due before ``today``."""
        found = list(_said("text", self.text))
        if self.id is None and self.due_on is not None and self.due_on < today:
            found.append(Fault("due_on", "in_the_past"))
        return tuple(found)


@dataclass(frozen=True, slots=True, kw_only=True)
class Control:
    """A tighter look for a while: its form, its purpose, whose it is, and the day it ends."""

    id: int | None = None
    form: str
    purpose: str
    owner: Owner = Owner.LEADER
    starts_on: date
    ends_on: date | None
    ended_on: date | None = None

    def faults(self) -> tuple[Fault, ...]:
        """Return what keeps the control from being stored: without a purpose and an end there is none."""
        found = [*_said("form", self.form), *_said("purpose", self.purpose)]
        if self.ends_on is None:
            found.append(Fault("ends_on", "control_without_end"))
        elif self.ends_on < self.starts_on:
            found.append(Fault("ends_on", "ends_before_start"))
        return tuple(found)

    def past_end(self, day: date) -> bool:
        """Whether the control is still in use although its last day is before ``day``."""
        return self.ended_on is None and self.ends_on is not None and self.ends_on < day


@dataclass(frozen=True, slots=True, kw_only=True)
class Criterion:
    """What must be seen before the case closes, and the day it was.

    One with ``good_follow_ups`` or ``days`` (since the talk) is counted and not ticked by hand.
    """

    id: int | None = None
    text: str
    good_follow_ups: int | None = None
    days: int | None = None
    met_on: date | None = None

    @property
    def counted(self) -> bool:
        """Whether it is met by a count and not by somebody's word."""
        return self.good_follow_ups is not None or self.days is not None

    def faults(self, today: date) -> tuple[Fault, ...]:
        """Return what keeps the criterion from being stored, seen from ``today``."""
        found = list(_said("text", self.text))
        if self.met_on is not None and self.met_on > today:
            found.append(Fault("met_on", "in_the_future"))
        return tuple(found)


@dataclass(frozen=True, slots=True, kw_only=True)
class FormerClosing:
    """How the case was closed before it was opened again, and why it was opened."""

    id: int | None = None
    closed_on: date
    outcome: Outcome | None = None
    words: str = ""
    reopened_on: date
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class BreachCase(Breach):
    """The whole case: what was found, said, agreed and seen, and how it ended.

    ``facts`` with ``happened_on`` and ``fact_source`` is the first fact, ``more_facts`` the later ones;
    ``assessment`` is the leader's and stands apart from them. ``leader_cause`` and ``employee_cause`` are the
    two views where the cause was not agreed (``cause_agreed`` False); the rule reads ``cause``, which is then
    the leader's view, for she answers for the rung. ``own_notes`` are the leader's words to herself by
    question; they go when the conversation is held. ``planned_on`` is the day the two mean to talk, perhaps at a
    time. ``line_crossed`` and ``line_consequence`` are copies of a red line's words. An unclosed case with the outcome
    *not repaired* is on its way out of the program.
    """

    fact_source: Source = Source.SEEN
    agreed_before: str = ""
    line_crossed: str = ""
    line_consequence: str = ""
    assessment: str = ""
    more_facts: tuple[Fact, ...] = ()
    track: Track | None = None
    track_on: date | None = None
    advised_on: date | None = None
    prepared_on: date | None = None
    own_notes: tuple[tuple[str, str], ...] = ()
    invited_on: date | None = None
    companion_offered: bool = False
    planned_on: date | None = None
    planned_at: time | None = None
    held_on: date | None = None
    leader_account: str = ""
    employee_account: str = ""
    employee_comment: str = ""
    employee_correction: str = ""
    cause_agreed: bool | None = None
    other_causes: tuple[Cause, ...] = ()
    leader_cause: Cause | None = None
    employee_cause: Cause | None = None
    leader_part: str = ""
    employee_part: str = ""
    measures: tuple[Measure, ...] = ()
    controls: tuple[Control, ...] = ()
    criteria: tuple[Criterion, ...] = ()
    agreement_id: int | None = None
    shown_on: date | None = None
    outcome: Outcome | None = None
    closing_words: str = ""
    learning_on: date | None = None
    led_out: tuple[tuple[LeadOut, date], ...] = ()
    former_closings: tuple[FormerClosing, ...] = ()

    @property
    def closed(self) -> bool:
        """Whether the case is behind them."""
        return self.status is BreachStatus.CLOSED

    @property
    def waits_for_advice(self) -> bool:
        """Whether HR or the own leader has to be asked before the two talk."""
        return self.track is Track.FORMAL and self.advised_on is None

    @property
    def leaving(self) -> bool:
        """Whether the case was not repaired and is on its way out of the program."""
        return self.outcome is Outcome.NOT_REPAIRED and not self.closed

    @property
    def all_facts(self) -> tuple[Fact, ...]:
        """Every fact by the day it happened, the first one noted before others of the same day."""
        first = Fact(happened_on=self.happened_on, text=self.facts, source=self.fact_source)
        return tuple(sorted((first, *self.more_facts), key=lambda fact: fact.happened_on))

    @property
    def criteria_met(self) -> bool:
        """Whether there are criteria and every one of them was seen."""
        return bool(self.criteria) and all(criterion.met_on for criterion in self.criteria)

    def faults(self, today: date) -> tuple[Fault, ...]:
        """Return what is wrong with the texts and days of the case itself, seen from ``today``."""
        found = list(_said("facts", self.facts))
        found += text_faults(
            noticed_by=self.noticed_by,
            agreed_before=self.agreed_before,
            line_crossed=self.line_crossed,
            line_consequence=self.line_consequence,
            assessment=self.assessment,
            leader_account=self.leader_account,
            employee_account=self.employee_account,
            employee_comment=self.employee_comment,
            employee_correction=self.employee_correction,
            leader_part=self.leader_part,
            employee_part=self.employee_part,
            closing_words=self.closing_words,
        )
        for name in ("happened_on", "track_on", "advised_on", "invited_on", "held_on", "shown_on"):
            day = getattr(self, name)
            if day is not None and day > today:
                found.append(Fault(name, "in_the_future"))
        if self.held_on is not None and self.held_on < self.happened_on:
            found.append(Fault("held_on", "conversation_before_breach"))
        return tuple(found)


def _said(field: str, text: str) -> tuple[Fault, ...]:
    return text_faults(**{field: text}) if text.strip() else (Fault(field, "required"),)
