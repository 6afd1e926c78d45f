"""Who can hold a task: a person or a team."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TypeAlias

from tillid_planner.domain.errors import Fault
from tillid_planner.domain.task import hours_faults, name_faults, text_faults


@dataclass(frozen=True, slots=True, kw_only=True)
class Person:
    """An employee, with no more than the planning needs: hours a week, dates, role, work e-mail."""

    id: int | None = None
    name: str
    role: str = ""
    unit: str = ""
    email: str = ""
    weekly_hours: float | None = None
    started_on: date | None = None
    ended_on: date | None = None

    @property
    def is_team(self) -> bool:
        """A person is no team."""
        return False

    def left_by(self, day: date) -> bool:
        """Whether the person's last day is before ``day``."""
        return self.ended_on is not None and self.ended_on < day

    def last_day_set(self, before: Person) -> bool:
        """Whether the person has a last day that she had not ``before``."""
        return self.ended_on is not None and self.ended_on != before.ended_on

    def begun_by(self, day: date) -> bool:
        """Whether the person's first day is not after ``day``."""
        return self.started_on is None or self.started_on <= day

    def faults(self) -> tuple[Fault, ...]:
        """Return everything that keeps this person from being stored."""
        found = [*name_faults(self.name), *text_faults(role=self.role, unit=self.unit, email=self.email)]
        found += hours_faults("weekly_hours", self.weekly_hours)
        if self.email and ("@" not in self.email or any(c.isspace() for c in self.email)):
            found.append(Fault("email", "not_an_email"))
        if self.started_on and self.ended_on and self.ended_on < self.started_on:
            found.append(Fault("ended_on", "ends_before_start"))
        return tuple(found)


@dataclass(frozen=True, slots=True, kw_only=True)
class Team:
    """A team that holds tasks together; rated as one."""

    id: int | None = None
    name: str
    member_ids: tuple[int, ...] = ()

    @property
    def is_team(self) -> bool:
        """A team is a team."""
        return True

    def left_by(self, day: date) -> bool:
        """Tell that a team never leaves."""
        return False

    def begun_by(self, day: date) -> bool:
        """Tell that a team is always there."""
        return True

    def faults(self) -> tuple[Fault, ...]:
        """Return everything that keeps this team from being stored."""
        return name_faults(self.name)


Assignee: TypeAlias = Person | Team
