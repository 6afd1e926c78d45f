"""Rows of a task list: what each says, and everything wrong with it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any

from tillid_planner.domain.errors import Fault
from tillid_planner.domain.task import Scope
from tillid_planner.exchange import values
from tillid_planner.exchange.columns import ColumnMap
from tillid_planner.exchange.tabular import Row, Table

_STEPS: dict[str, dict[int, tuple[str, ...]]] = {
    "consequence": {
        1: ("lille", "lav", "små", "small", "minor", "low"),
        2: ("mærkbar", "mellem", "noticeable", "medium"),
        3: ("alvorlig", "stor", "høj", "serious", "severe", "high"),
    },
    "reversal": {
        1: ("ja", "yes", "easily"),
        2: ("med besvær", "besvær", "delvis", "with effort", "partly"),
        3: ("nej", "no"),
    },
    "detection": {
        1: ("ja", "yes"),
        2: ("måske", "først bagefter", "perhaps", "maybe", "only afterwards"),
        3: ("nej", "no"),
    },
    "clarity": {1: ("uklar", "unclear"), 2: ("delvis", "delvis klar", "partly", "partly clear"), 3: ("klar", "clear")},
}
_SCOPES = {
    0: ("opgave", "task"),
    1: ("område", "area"),
    2: ("mål", "goal"),
}
_RUNGS: tuple[tuple[int, tuple[str, ...]], ...] = (
    (0, ("må ikke", "kan ikke uddelegeres", "ikke delegeres", "may not", "not be delegated", "not delegable")),
    (1, ("vejledt", "guided")),
    (2, ("indstillende", "proposing")),
    (3, ("aftalt plan", "agreed plan")),
    (4, ("handler og orienterer", "acts and informs")),
    (5, ("selvkørende", "self-driving")),
)
_TEXTS = ("short_name", "purpose", "free", "fixed", "ask_when")


@dataclass(frozen=True, slots=True)
class TaskDraft:
    """One task as the file says; ``given`` names the fields the row really says something about."""

    row: int
    name: str
    given: dict[str, Any]
    red_lines: tuple[str, ...]
    faults: tuple[Fault, ...]
    warnings: tuple[Fault, ...]


def task_drafts(table: Table, mapping: ColumnMap) -> list[TaskDraft]:
    """Return a draft of each row, with all its faults."""
    return [_draft(row, mapping) for row in table.rows]


def _draft(row: Row, mapping: ColumnMap) -> TaskDraft:
    faults: list[Fault] = []
    warnings: list[Fault] = []
    name = " ".join(_text(row, mapping, "name").split())
    if values.looks_like_formula(name):
        faults.append(Fault("name", "looks_like_formula"))
    given: dict[str, Any] = {field: text for field in _TEXTS if (text := _text(row, mapping, field))}
    if hours := _text(row, mapping, "hours_per_week"):
        read = values.number(row.cells[mapping.fields["hours_per_week"]])
        if read is None:
            faults.append(Fault("hours_per_week", "not_a_number", {"text": _short(hours)}))
        else:
            given["hours_per_week"] = read
    if scope := _text(row, mapping, "scope"):
        found = values.step(scope, _SCOPES)
        if found is None:
            faults.append(Fault("scope", "not_a_scope", {"text": _short(scope)}))
        else:
            given["scope"] = tuple(Scope)[found]
    for field, steps in _STEPS.items():
        if text := _text(row, mapping, field):
            value = values.step(row.cells[mapping.fields[field]], steps)
            if value is None:
                faults.append(Fault(field, "not_a_step", {"text": _short(text)}))
            else:
                given[field] = value
    if legal := _text(row, mapping, "legal"):
        ceiling, basis = _ceiling(legal)
        given["legal_basis"] = basis
        if ceiling is None:
            warnings.append(Fault("legal_ceiling", "ceiling_not_read", {"text": _short(legal)}))
        else:
            given["legal_ceiling"] = ceiling
    lines = tuple(
        part.strip() for part in re.split(r"[;\n]+", _text(row, mapping, "red_lines")) if part.strip()
    )
    return TaskDraft(row.number, name, given, lines, tuple(faults), tuple(warnings))


def _ceiling(text: str) -> tuple[int | None, str]:
    plain = text.casefold()
    inside = re.search(r"\(([^)]*)\)", text)
    basis = inside[1].strip() if inside else ""
    for rung, names in _RUNGS:
        if any(name in plain for name in names):
            return rung, basis
    numbered = re.search(r"(?:trin|rung)\s*([0-5])\b", plain) or re.fullmatch(r"([0-5])", plain.strip())
    if numbered:
        return int(numbered[1]), basis
    return None, text.strip()


def _text(row: Row, mapping: ColumnMap, field: str) -> str:
    place = mapping.fields.get(field)
    return "" if place is None else row.text(place).strip()


def _short(text: str) -> str:
    return text if len(text) <= 40 else text[:39] + "…"
