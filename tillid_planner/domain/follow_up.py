"""Follow-ups: dated meetings about one agreement, also when all is well."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, time, timedelta
from enum import StrEnum
from typing import Protocol, TypeVar


class Outcome(StrEnum):
    """How it went: good counts, partly neither counts nor resets, not OK resets."""

    GOOD = "good"
    PARTLY = "partly"
    NOT_OK = "not_ok"


class Distance(StrEnum):
    """The employee's answer: the leader was too close, at a fine distance, or too far away."""

    TOO_CLOSE = "too_close"
    FINE = "fine"
    TOO_FAR = "too_far"


@dataclass(frozen=True, slots=True, kw_only=True)
class FollowUp:
    """One follow-up of an agreement: planned for a day, perhaps a time, and once held with its outcome.

    ``gain_seen`` says whether the citizen could notice a difference: of the task, not of the person.
    """

    id: int | None = None
    agreement_id: int
    due_on: date
    due_at: time | None = None
    held_on: date | None = None
    outcome: Outcome | None = None
    learned_leader: str = ""
    learned_employee: str = ""
    distance: Distance | None = None
    gain_seen: str = ""

    @property
    def learned(self) -> tuple[str, ...]:
        """What was learned, the leader's words first; what is empty is left out."""
        return tuple(text for text in (self.learned_leader, self.learned_employee) if text)


class HeldFollowUp(Protocol):
    """What counting needs to know of a follow-up."""

    @property
    def id(self) -> int | None:
        """The record's number; of two held on one day the greater is the later."""

    @property
    def held_on(self) -> date | None:
        """The day it was held, or None."""

    @property
    def outcome(self) -> Outcome | None:
        """How it went, or None."""


H = TypeVar("H", bound=HeldFollowUp)


def in_order_held(follow_ups: Iterable[H]) -> list[H]:
    """Return those that were held, the first held first."""
    return sorted(
        (f for f in follow_ups if f.held_on is not None and f.outcome is not None),
        key=lambda f: (f.held_on or date.min, f.id or 0),
    )


def good_in_a_row(follow_ups: Iterable[HeldFollowUp]) -> int:
    """Count the good follow-ups since the last that was not OK; one partly good changes nothing."""
    count = 0
    for follow_up in in_order_held(follow_ups):
        if follow_up.outcome is Outcome.GOOD:
            count += 1
        elif follow_up.outcome is Outcome.NOT_OK:
            count = 0
    return count


def first_follow_up(agreed_on: date, cadence: int, *, sooner: bool) -> date:
    """Return the first follow-up's day: ``cadence`` days on, half of it (at least 1) after a rise or a leap.

    A day in the weekend moves to the Monday after; the meeting is between two people at work.
    """
    day = agreed_on + timedelta(days=max(1, cadence // 2) if sooner else cadence)
    return day + timedelta(days=7 - day.weekday()) if day.weekday() > 4 else day
