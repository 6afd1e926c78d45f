"""Rows of a staff list: what each says, and everything wrong with it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from tillid_planner.domain.errors import Fault
from tillid_planner.exchange import values
from tillid_planner.exchange.columns import ColumnMap
from tillid_planner.exchange.tabular import Row, Table


@dataclass(frozen=True, slots=True)
class StaffDraft:
    """One person as the file says; ``given`` names the fields the row really says something about."""

    row: int
    name: str
    given: dict[str, str | float | date]
    faults: tuple[Fault, ...]
    warnings: tuple[Fault, ...]


def staff_drafts(table: Table, mapping: ColumnMap) -> list[StaffDraft]:
    """Return a draft of each row, with all its faults."""
    return [_draft(row, mapping) for row in table.rows]


def _draft(row: Row, mapping: ColumnMap) -> StaffDraft:
    faults: list[Fault] = []
    warnings: list[Fault] = []
    name = _name(row, mapping)
    if values.looks_like_formula(name):
        faults.append(Fault("name", "looks_like_formula"))
    elif name and not any(sign.isalpha() for sign in name):
        faults.append(Fault("name", "not_a_name"))
    given: dict[str, str | float | date] = {}
    for field in ("role", "unit", "email"):
        text = _text(row, mapping, field)
        if text.startswith(("=", "@")):
            faults.append(Fault(field, "looks_like_formula"))
        elif text:
            given[field] = text
    if hours := _text(row, mapping, "weekly_hours"):
        read = values.number(row.cells[mapping.fields["weekly_hours"]])
        if read is None:
            faults.append(Fault("weekly_hours", "not_a_number", {"text": _short(hours)}))
        else:
            given["weekly_hours"] = read
    elif "weekly_hours" in mapping.fields:
        warnings.append(Fault("weekly_hours", "hours_missing"))
    for field in ("started_on", "ended_on"):
        if text := _text(row, mapping, field):
            found = values.day(row.cells[mapping.fields[field]])
            if found is None:
                faults.append(Fault(field, "not_a_date", {"text": _short(text)}))
            else:
                given[field] = found
    return StaffDraft(row.number, name, given, tuple(faults), tuple(warnings))


def _name(row: Row, mapping: ColumnMap) -> str:
    if "first_name" in mapping.fields or "last_name" in mapping.fields:
        parts = (_text(row, mapping, "first_name"), _text(row, mapping, "last_name"))
        both = " ".join(" ".join(parts).split())
        if both:
            return both
    name = " ".join(_text(row, mapping, "name").split())
    last, comma, first = name.partition(",")
    return f"{first.strip()} {last.strip()}" if comma and first.strip() and last.strip() else name


def _text(row: Row, mapping: ColumnMap, field: str) -> str:
    place = mapping.fields.get(field)
    return "" if place is None else row.text(place).strip()


def _short(text: str) -> str:
    return text if len(text) <= 40 else text[:39] + "…"
