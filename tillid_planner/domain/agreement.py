"""Agreements: the rung leader and employee agreed on, and what belongs to it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from tillid_planner.domain.errors import Fault
from tillid_planner.domain.task import text_faults

#: From this rung the agreement must say when the leader is asked (design: inventory row 64).
ASK_WHEN_FROM_RUNG = 3


class AgreementState(StrEnum):
    """Trust is offered, talked through and taken up; it cannot be ordered."""

    OFFERED = "offered"
    DISCUSSED = "discussed"
    ACCEPTED = "accepted"


@dataclass(frozen=True, slots=True, kw_only=True)
class Leap:
    """What is hoped for and risked, which any agreement may say; and at a reflected leap what catches us, and when.

    A leap needs an answer to all four; other agreements have no ``catch`` and no ``review_on``.
    """

    gain: str
    risk: str
    catch: str
    review_on: date | None

    def faults(self, today: date) -> tuple[Fault, ...]:
        """Return a fault for each question not answered, or a review date that has passed."""
        found = [
            Fault(f"leap.{name}", "required") for name in ("gain", "risk", "catch") if not getattr(self, name).strip()
        ]
        if self.review_on is None:
            found.append(Fault("leap.review_on", "required"))
        elif self.review_on < today:
            found.append(Fault("leap.review_on", "in_the_past"))
        return tuple(found)


@dataclass(frozen=True, slots=True, kw_only=True)
class Agreement:
    """One agreement; the newest of a task and assignee that is not withdrawn holds. ``rung`` is 0–5, 0 = paused.

    ``employee_rung`` is the rung the employee wishes for; ``reason`` says why another rung than the
    suggested one was agreed; ``suggested_rung`` is what the rule said on that day (None: nothing);
    ``purpose_id`` is the purpose of the unit it serves.
    """

    id: int | None = None
    task_id: int
    assignee_id: int
    rung: int
    state: AgreementState = AgreementState.OFFERED
    agreed_on: date
    purpose: str = ""
    purpose_id: int | None = None
    limits: str = ""
    ask_when: str = ""
    support: str = ""
    watcher: str = ""
    first_follow_up: date | None = None
    reason: str = ""
    leap: Leap | None = None
    employee_rung: int | None = None
    employee_view: str = ""
    employee_comment: str = ""
    shown_on: date | None = None
    suggested_rung: int | None = None
    withdrawn_on: date | None = None

    def faults(self, today: date, legal_ceiling: int = 5, before: int | None = None) -> tuple[Fault, ...]:
        """Return what keeps the agreement from being stored, seen from ``today``; ``before`` is the rung in force."""
        found = list(
            text_faults(
                purpose=self.purpose,
                limits=self.limits,
                ask_when=self.ask_when,
                support=self.support,
                watcher=self.watcher,
                reason=self.reason,
                employee_view=self.employee_view,
                employee_comment=self.employee_comment,
            )
        )
        if self.leap is not None:
            found += text_faults(**{f"leap.{name}": getattr(self.leap, name) for name in ("gain", "risk", "catch")})
        if self.rung not in range(6):
            found.append(Fault("rung", "out_of_range", {"low": 0, "high": 5}))
        elif self.rung > legal_ceiling:
            found.append(Fault("rung", "above_legal_ceiling", {"ceiling": legal_ceiling}))
        if self.rung >= ASK_WHEN_FROM_RUNG and not self.ask_when.strip():
            found.append(Fault("ask_when", "required"))
        if self.rung > 0 and self.first_follow_up is None:
            found.append(Fault("first_follow_up", "required"))
        if self.first_follow_up is not None and self.first_follow_up < self.agreed_on:
            found.append(Fault("first_follow_up", "in_the_past"))
        if self.is_leap:
            found += (self.leap or Leap(gain="", risk="", catch="", review_on=None)).faults(today)
        if self.needs_reason(before) and not self.reason.strip():
            found.append(Fault("reason", "required"))
        return tuple(found)

    def needs_reason(self, before: int | None) -> bool:
        """Whether a reason is asked: the rung goes down from the one in force, or lies below what was suggested."""
        return self.differs or (before is not None and self.rung < before)

    @property
    def is_leap(self) -> bool:
        """Whether the agreed rung is above what the rule suggested: a reflected leap."""
        return self.suggested_rung is not None and self.rung > self.suggested_rung

    @property
    def differs(self) -> bool:
        """Whether the agreed rung is below what the rule suggested."""
        return self.suggested_rung is not None and self.rung < self.suggested_rung
