"""Rows of a staff list: what each says, and everything wrong with it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from tillid_planner.domain.errors import Fault
from tillid_planner.exchange import values
from tillid_planner.exchange.columns import ColumnMap
from tillid_planner.exchange.tabular import Row, Table

_TEXTS = ("role", "unit", "email")


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
    if name:
        faults += values.name_faults(name)
    given: dict[str, str | float | date] = {}
    for field in _TEXTS:
        text = " ".join(mapping.text(row, field).split())
        if found := values.text_fault(field, text):
            faults.append(found)
        elif text:
            given[field] = text
    if hours := mapping.text(row, "weekly_hours"):
        read = values.number(mapping.cell(row, "weekly_hours"))
        if read is None:
            faults.append(Fault("weekly_hours", "not_a_number", {"text": values.short(hours)}))
        else:
            given["weekly_hours"] = read
    elif "weekly_hours" in mapping.fields:
        warnings.append(Fault("weekly_hours", "hours_missing"))
    for field in ("started_on", "ended_on"):
        text, cell = mapping.text(row, field), mapping.cell(row, field)
        if not text or (field == "ended_on" and values.says_no_end(cell)):
            continue
        day = values.day(cell)
        if day is None:
            faults.append(Fault(field, "not_a_date", {"text": values.short(text)}))
        else:
            given[field] = day
    return StaffDraft(row.number, name, given, tuple(faults), tuple(warnings))


def _name(row: Row, mapping: ColumnMap) -> str:
    if not mapping.has_name:
        # A first name alone is nobody's name until the leader says that it is.
        return ""
    parts = [" ".join(mapping.text(row, field).split()) for field in ("first_name", "last_name")]
    whole = " ".join(mapping.text(row, "name").split())
    if not whole or all(parts):
        return " ".join(part for part in parts if part) or _first_name_first(whole)
    part = parts[0] or parts[1]
    if not part or part.casefold() in whole.casefold():
        return _first_name_first(whole)
    # «Fornavn» beside «Navn», where the second holds the last name only.
    return f"{part} {whole}" if parts[0] else f"{whole} {part}"


def _first_name_first(name: str) -> str:
    last, comma, first = (part.strip() for part in name.partition(","))
    return f"{first} {last}" if comma and first and last else name
