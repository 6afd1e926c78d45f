"""Rows of a task list: what each says, and everything wrong with it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any

from tillid_planner.domain.errors import Fault
from tillid_planner.domain.task import Scope
from tillid_planner.exchange import values
from tillid_planner.exchange.columns import ColumnMap
from tillid_planner.exchange.hours import read_amount
from tillid_planner.exchange.row_kinds import row_kinds
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
    (
        0,
        (
            "må ikke uddelegeres",
            "må ikke delegeres",
            "må ikke",
            "kan ikke uddelegeres",
            "kan ikke delegeres",
            "ikke delegeres",
            "may not be delegated",
            "may not",
            "not be delegated",
            "not delegable",
            "sat på pause",
            "paused",
        ),
    ),
    (1, ("vejledt", "guided")),
    (2, ("indstillende", "proposing")),
    (3, ("aftalt plan", "agreed plan")),
    (4, ("handler og orienterer", "acts and informs")),
    (5, ("selvkørende", "self-driving")),
)
_NO_CEILING = frozenset({"nej", "ingen", "intet", "no", "none"})
_BRACKETS = re.compile(r"\(([^()]*)\)")
_NUMBERED = re.compile(r"(?:trin|rung)\s*([0-5])(?!\w)")
#: What may stand beside a rung without being a reason.
_CEILING_WORDS = re.compile(r"(?<!\w)(?:højst|maks|max|kun|at most|only|trin|rung|loft|ceiling)(?!\w)")
#: Bullets and numbers in front of the lines of a list.
_BULLET = re.compile(
    r"^(?:[-–—•*·▪◦►▶✓✔☐☑□■○●]+\s+|[•▪◦►▶✓✔☐☑□■○●]\s*|\(?(?:\d{1,3}(?:\.\d{1,3})*|[a-zæøå])[.)]\s+|"
    r"\d{1,3}(?:\.\d{1,3})+\s+)+(?=\S)",
    re.IGNORECASE,
)
_LONGEST_CEILING = 2_000
#: More than anybody keeps in mind; what has more is not a list of red lines.
_MOST_RED_LINES = 100
_TEXTS = ("short_name", "purpose", "free", "fixed", "ask_when")


@dataclass(frozen=True, slots=True)
class TaskDraft:
    """One task as the file says; ``given`` names the fields the row really says something about.

    ``left_out`` is why the row does not come in unasked; ``is_task`` is False for one that cannot come in at all.
    """

    row: int
    name: str
    given: dict[str, Any]
    red_lines: tuple[str, ...]
    faults: tuple[Fault, ...]
    warnings: tuple[Fault, ...]
    left_out: Fault | None = None
    is_task: bool = True


def task_drafts(table: Table, mapping: ColumnMap) -> list[TaskDraft]:
    """Return a draft of each row; only a name can be a fault, anything else unreadable is left empty with a warning."""
    kinds = row_kinds(table, mapping)
    drafts = []
    for row in table.rows:
        kind = kinds.get(row.number)
        if kind is None:
            drafts.append(_draft(row, mapping))
            continue
        label = next((text for cell in row.cells if (text := values.text(cell))), "")
        why = Fault("name", kind.value, {"text": values.short(" ".join(label.split()))})
        drafts.append(TaskDraft(row.number, " ".join(label.split()), {}, (), (), (), why, is_task=False))
    return drafts


def _draft(row: Row, mapping: ColumnMap) -> TaskDraft:
    faults: list[Fault] = []
    warnings: list[Fault] = []
    name = _BULLET.sub("", " ".join(mapping.text(row, "name").split()))
    if name:
        faults += values.name_faults(name)
    given: dict[str, Any] = {}
    for field in (*_TEXTS, "red_lines", "legal"):
        text = mapping.text(row, field)
        if found := values.text_fault(field, text):
            warnings.append(found)
        elif text and field in _TEXTS:
            given[field] = text
    if hours := mapping.text(row, "hours_per_week"):
        read = read_amount(mapping.cell(row, "hours_per_week"))
        if read is None:
            warnings.append(Fault("hours_per_week", "not_a_number", {"text": values.short(hours)}))
        else:
            given["hours_per_week"] = read
    unreadable = {warning.field for warning in warnings}
    red_lines = () if "red_lines" in unreadable else _red_lines(row, mapping)
    if len(red_lines) > _MOST_RED_LINES:
        warnings.append(Fault("red_lines", "too_many_lines", {"most": _MOST_RED_LINES}))
        red_lines = ()
    _read_steps(row, mapping, given, warnings)
    legal = mapping.text(row, "legal")
    if legal and "legal" not in unreadable and legal.casefold() not in _NO_CEILING:
        ceiling, given["legal_basis"] = _ceiling(legal)
        if ceiling is None:
            warnings.append(Fault("legal_ceiling", "ceiling_not_read", {"text": values.short(legal)}))
        else:
            given["legal_ceiling"] = ceiling
    left_out = Fault("name", "hidden_row") if row.hidden else None
    return TaskDraft(row.number, name, given, red_lines, tuple(faults), tuple(warnings), left_out)


def _read_steps(row: Row, mapping: ColumnMap, given: dict[str, Any], warnings: list[Fault]) -> None:
    if scope := mapping.text(row, "scope"):
        found = values.step(scope, _SCOPES)
        if found is None:
            warnings.append(Fault("scope", "not_a_scope", {"text": values.short(scope)}))
        else:
            given["scope"] = tuple(Scope)[found]
    for field, steps in _STEPS.items():
        if text := mapping.text(row, field):
            value = values.step(mapping.cell(row, field), steps)
            if value is None:
                warnings.append(Fault(field, "not_a_step", {"text": values.short(text)}))
            else:
                given[field] = value


def _red_lines(row: Row, mapping: ColumnMap) -> tuple[str, ...]:
    parts = (" ".join(part.split()) for part in re.split(r"[;\n\r]", mapping.text(row, "red_lines")))
    return tuple(dict.fromkeys(part for part in parts if part))


def _ceiling(text: str) -> tuple[int | None, str]:
    """Return the rung a text names, if it names one, and what it says of why."""
    inside = _BRACKETS.search(text)
    outside = _BRACKETS.sub(" ", text)
    # What stands in brackets is the reason; it may name a rung of its own.
    rung, named = _rung(outside)
    if rung is None:
        return None, text.strip()
    rest = _CEILING_WORDS.sub(" ", outside.casefold().replace(named, " ", 1))
    if any(sign.isalpha() for sign in rest):
        # «Må ikke uddelegeres, jf. § 74»: the reason is not told apart from the rung, so all of it is kept.
        return rung, text.strip()
    return rung, inside[1].strip() if inside else ""


def _rung(text: str) -> tuple[int | None, str]:
    plain = text[:_LONGEST_CEILING].casefold()
    for rung, names in _RUNGS:
        for name in names:
            if re.search(rf"(?<!\w){re.escape(name)}(?!\w)", plain):
                return rung, name
    numbered = _NUMBERED.search(plain) or re.fullmatch(r"\s*([0-5])\s*", plain)
    return (int(numbered[1]), numbered[0]) if numbered else (None, "")
