"""Rows of a staff list: what each says, what is wrong with it, and whether it is to come in unasked."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from typing import Final

from tillid_planner.domain.errors import Fault
from tillid_planner.exchange import headers, values
from tillid_planner.exchange.addresses import read_address
from tillid_planner.exchange.columns import DAY_FIELDS, ColumnMap
from tillid_planner.exchange.days import DayOrder, read_day, says_no_day
from tillid_planner.exchange.hours import Share, read_hours
from tillid_planner.exchange.person_names import read_name
from tillid_planner.exchange.row_kinds import RowKind, row_kinds
from tillid_planner.exchange.tabular import Row, Table

_TEXTS: Final = ("role", "unit")
#: Rows that may be taken in after all: somebody stands in for a vacancy.
_MAY_BE_TAKEN: Final = frozenset({RowKind.VACANCY, RowKind.NOBODY})
_LEFT: Final = re.compile(
    r"(?:fratrådt|fratrådte|ophørt|stoppet|afgået|pensioneret|inaktiv|inactive|terminated|left|resigned|retired|"
    r"tidligere|former|ex|ikke aktiv|not active|deactivated|deaktiveret|disabled|lukket|closed)\b",
    re.IGNORECASE,
)
_NOT_ACTIVE: Final = frozenset({"nej", "no", "n", "false", "falsk", "0"})


@dataclass(frozen=True, slots=True)
class StaffDraft:
    """One person as the file says; ``given`` names the fields the row really says something about.

    ``number`` and ``middle`` tell namesakes apart and are never stored. ``left_out`` is why the row does not come
    in unasked, None if it does; ``is_person`` is False for a row that cannot come in at all.
    """

    row: int
    name: str
    given: dict[str, str | float | date]
    faults: tuple[Fault, ...]
    warnings: tuple[Fault, ...]
    number: str = ""
    middle: str = ""
    left_out: Fault | None = None
    is_person: bool = True

    @property
    def has_left(self) -> bool:
        """Whether the file says that the person is no longer employed."""
        return self.left_out is not None and self.left_out.code in ("has_left", "has_left_on")


def staff_drafts(table: Table, mapping: ColumnMap, today: date) -> list[StaffDraft]:
    """Return a draft of each row; somebody whose last day is before ``today`` has left.

    Only a name can be a fault. What stands in another field and cannot be read leaves that field empty, with a
    warning.
    """
    kinds = row_kinds(table, mapping)
    active = _is_active_column(table, mapping)
    drafts = []
    section = ""
    for row in table.rows:
        kind = kinds.get(row.number)
        if kind is RowKind.HEADING:
            section = next(text for cell in row.cells if (text := values.text(cell)))
        if kind is not None and kind not in _MAY_BE_TAKEN:
            label = next((text for cell in row.cells if (text := values.text(cell))), "")
            why = Fault("name", kind.value, {"text": values.short(" ".join(label.split()))})
            drafts.append(StaffDraft(row.number, " ".join(label.split()), {}, (), (), left_out=why, is_person=False))
            continue
        drafts.append(_draft(row, mapping, kind, section, today, active))
    return drafts


def _draft(row: Row, mapping: ColumnMap, kind: RowKind | None, section: str, today: date, active: bool) -> StaffDraft:
    faults: list[Fault] = []
    warnings: list[Fault] = []
    name, middle = _name(row, mapping, faults)
    given: dict[str, str | float | date] = {}
    for field in _TEXTS:
        text = " ".join(mapping.text(row, field).split())
        if found := values.text_fault(field, text):
            warnings.append(found)
        elif text:
            given[field] = text
    if section and "unit" not in given and "unit" not in mapping.fields:
        given["unit"] = section
    _read_email(row, mapping, given, warnings)
    _read_hours(row, mapping, given, warnings)
    for field in DAY_FIELDS:
        _read_day(field, row, mapping, given, warnings)
    number = mapping.text(row, "number").lstrip("0")
    left_out = _left_out(row, mapping, kind, given, today, active)
    return StaffDraft(row.number, name, given, tuple(faults), tuple(warnings), number, middle, left_out)


def _left_out(
    row: Row, mapping: ColumnMap, kind: RowKind | None, given: dict[str, str | float | date], today: date, active: bool
) -> Fault | None:
    if kind is not None:
        return Fault("name", kind.value)
    ended, started = given.get("ended_on"), given.get("started_on")
    # A last day before the first is a mistake, and says nothing.
    mistaken = isinstance(ended, date) and isinstance(started, date) and ended < started
    if isinstance(ended, date) and ended < today and not mistaken:
        return Fault("ended_on", "has_left_on", {"day": ended})
    status = mapping.text(row, "status").strip()
    if _LEFT.match(status) or (active and status.casefold() in _NOT_ACTIVE):
        return Fault("status", "has_left")
    return Fault("name", "hidden_row") if row.hidden else None


def _is_active_column(table: Table, mapping: ColumnMap) -> bool:
    at = mapping.fields.get("status")
    return at is not None and bool(re.search("aktiv|active", headers.plain(table.columns[at].header)))


def _read_email(row: Row, mapping: ColumnMap, given: dict[str, str | float | date], warnings: list[Fault]) -> None:
    said = mapping.text(row, "email")
    if found := values.text_fault("email", said):
        warnings.append(found)
        return
    address = read_address(said)
    if address.unreadable:
        warnings.append(Fault("email", "not_an_address", {"text": values.short(" ".join(said.split()))}))
    elif address.text:
        given["email"] = address.text
        if address.several:
            warnings.append(Fault("email", "several_addresses", {"text": address.text}))


def _read_hours(row: Row, mapping: ColumnMap, given: dict[str, str | float | date], warnings: list[Fault]) -> None:
    said = mapping.text(row, "weekly_hours")
    if not said:
        if "weekly_hours" in mapping.fields:
            warnings.append(Fault("weekly_hours", "hours_missing"))
        return
    read = read_hours(mapping.cell(row, "weekly_hours"), shares=mapping.only_shares)
    if isinstance(read, Share):
        if mapping.full_time is None:
            warnings.append(Fault("weekly_hours", "share_of_full_time", {"text": values.short(said)}))
        else:
            given["weekly_hours"] = round(read.part * mapping.full_time, 2)
    elif read is None:
        warnings.append(Fault("weekly_hours", "not_a_number", {"text": values.short(said)}))
    else:
        given["weekly_hours"] = round(read, 2) if abs(read) < 1e6 else read


def _read_day(
    field: str, row: Row, mapping: ColumnMap, given: dict[str, str | float | date], warnings: list[Fault]
) -> None:
    text, cell = mapping.text(row, field), mapping.cell(row, field)
    if not text or says_no_day(cell):
        return
    order = mapping.order(field)
    read = read_day(cell, order or DayOrder.DAY_FIRST)
    if order is None and read != read_day(cell, DayOrder.MONTH_FIRST):
        warnings.append(Fault(field, "day_or_month", {"text": values.short(text)}))
    elif read is None:
        warnings.append(Fault(field, "not_a_date", {"text": values.short(text)}))
    else:
        given[field] = read


def _name(row: Row, mapping: ColumnMap, faults: list[Fault]) -> tuple[str, str]:
    """Return a row's name and what tells it from a namesake's: the middle name or its initial."""
    if not mapping.has_name:
        # A first name alone is nobody's name until the leader says that it is.
        return "", ""
    raw = mapping.text(row, "name") or mapping.text(row, "first_name") or mapping.text(row, "last_name")
    if raw:
        faults += values.name_faults(" ".join(raw.split()))
    whole = read_name(mapping.text(row, "name"))
    first, middle, last = (
        " ".join(mapping.text(row, field).split()) for field in ("first_name", "middle_name", "last_name")
    )
    if faults:
        return whole or " ".join(raw.split()), middle
    # An initial tells people apart, but nobody is called by it.
    kept = middle if len(middle.strip(".")) > 1 else ""
    parts = read_name(" ".join(part for part in (first, kept, last) if part))
    if not whole:
        return parts, middle
    if first and last:
        return (parts if _has_initial(whole) and not _has_initial(parts) else whole), middle
    part = first or last
    if not part or part.casefold() in whole.casefold():
        return whole, middle
    # «Fornavn» beside «Navn», where the second holds the last name only.
    return (f"{part} {whole}" if first else f"{whole} {part}"), middle


def _has_initial(name: str) -> bool:
    return any(len(word.strip(".")) == 1 for word in name.split())
