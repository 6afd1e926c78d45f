"""Tasks: what can be delegated, and what follows if it goes wrong."""

from __future__ import annotations

import math
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from tillid_planner.domain.errors import Fault

MAX_NAME = 120
MAX_LINE = 200
MAX_NOTE = 4_000
MAX_TEXT = 100_000
HOURS_IN_A_WEEK = 168.0


class Scope(StrEnum):
    """How much is handed over: a bounded task, an area, or a goal."""

    TASK = "task"
    AREA = "area"
    GOAL = "goal"


@dataclass(frozen=True, slots=True, kw_only=True)
class RedLine:
    """A line not to be crossed: what, who set it, and what happens if it is crossed."""

    id: int | None = None
    text: str
    source: str = ""
    consequence: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Task:
    """A task in the register.

    ``hours_per_week`` is hours or None; ``consequence``, ``reversal``, ``detection`` and ``clarity`` are
    1–3 or None while nobody has looked at them yet; ``legal_ceiling`` is a rung 0–5 with its basis in
    words, 5 meaning that no law holds it down. ``roles`` says who does what, ``depends_on`` what it needs of others.
    """

    id: int | None = None
    name: str
    short_name: str = ""
    purpose: str = ""
    free: str = ""
    fixed: str = ""
    ask_when: str = ""
    roles: str = ""
    depends_on: str = ""
    scope: Scope = Scope.TASK
    hours_per_week: float | None = None
    consequence: int | None = None
    reversal: int | None = None
    detection: int | None = None
    clarity: int | None = None
    legal_ceiling: int = 5
    legal_basis: str = ""
    archived_on: date | None = None
    red_lines: tuple[RedLine, ...] = ()

    @property
    def heading(self) -> str:
        """The name that fits over a column: the short name if there is one."""
        return self.short_name or self.name

    @property
    def missing(self) -> tuple[str, ...]:
        """The questions about the task that are not answered yet; without them nothing can be suggested."""
        return tuple(
            name for name in ("consequence", "reversal", "detection", "clarity") if getattr(self, name) is None
        )

    def faults(self) -> tuple[Fault, ...]:
        """Return everything that keeps this task from being stored."""
        found = list(name_faults(self.name))
        found += text_faults(
            purpose=self.purpose,
            free=self.free,
            fixed=self.fixed,
            ask_when=self.ask_when,
            legal_basis=self.legal_basis,
            short_name=self.short_name,
        )
        found += line_faults(roles=self.roles, depends_on=self.depends_on)
        found += hours_faults("hours_per_week", self.hours_per_week)
        for name in ("consequence", "reversal", "detection", "clarity"):
            value = getattr(self, name)
            if value is not None and value not in (1, 2, 3):
                found.append(Fault(name, "out_of_range", {"low": 1, "high": 3}))
        if self.legal_ceiling not in range(6):
            found.append(Fault("legal_ceiling", "out_of_range", {"low": 0, "high": 5}))
        for number, line in enumerate(self.red_lines):
            if not line.text.strip():
                found.append(Fault(f"red_lines[{number}]", "required"))
        return tuple(found)


def name_faults(name: str, field: str = "name") -> tuple[Fault, ...]:
    """Return what is wrong with a name: empty, or longer than ``MAX_NAME`` characters."""
    if not name.strip():
        return (Fault(field, "required"),)
    if len(name) > MAX_NAME:
        return (Fault(field, "too_long", {"most": MAX_NAME}),)
    return ()


def text_faults(**texts: str) -> tuple[Fault, ...]:
    """Return a fault for each text longer than ``MAX_TEXT`` characters or with a NUL in it."""
    return _length_faults(MAX_TEXT, texts)


def line_faults(**lines: str) -> tuple[Fault, ...]:
    """Return a fault for each line longer than ``MAX_LINE`` characters or with a NUL in it."""
    return _length_faults(MAX_LINE, lines)


def note_faults(**notes: str) -> tuple[Fault, ...]:
    """Return a fault for each text longer than ``MAX_NOTE`` characters or with a NUL in it."""
    return _length_faults(MAX_NOTE, notes)


def required_faults(**texts: str) -> tuple[Fault, ...]:
    """Return a fault for each text that is empty or blank."""
    return tuple(Fault(name, "required") for name, text in texts.items() if not text.strip())


def hours_faults(field: str, hours: float | None) -> tuple[Fault, ...]:
    """Return a fault if the hours are not finite or not between 0 and the hours of a week."""
    if hours is None or (math.isfinite(hours) and 0 <= hours <= HOURS_IN_A_WEEK):
        return ()
    return (Fault(field, "out_of_range", {"low": 0, "high": int(HOURS_IN_A_WEEK)}),)


def _length_faults(most: int, texts: dict[str, str]) -> tuple[Fault, ...]:
    found = [Fault(name, "too_long", {"most": most}) for name, text in texts.items() if len(text) > most]
    return tuple(found + [Fault(name, "unreadable") for name, text in texts.items() if "\0" in text])
