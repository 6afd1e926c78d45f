"""Which column is which field: recognised by its header, corrected by hand."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from tillid_planner.exchange import headers, values
from tillid_planner.exchange.tabular import Cell, Row, Table


@dataclass(frozen=True, slots=True)
class ColumnMap:
    """Field → column (its place from 0), and what became of the other columns.

    ``ambiguous`` holds the fields that more than one column may be; ``cpr`` and ``phone`` the headers left out
    on purpose, ``ignored`` those that mean nothing to the plan.
    """

    kind: str
    fields: Mapping[str, int] = field(default_factory=dict)
    ambiguous: Mapping[str, tuple[int, ...]] = field(default_factory=dict)
    cpr: tuple[str, ...] = ()
    phone: tuple[str, ...] = ()
    ignored: tuple[str, ...] = ()

    @property
    def has_name(self) -> bool:
        """Whether something gives the rows their names; without it nothing can be read."""
        return "name" in self.fields or {"first_name", "last_name"} <= set(self.fields)

    def cell(self, row: Row, name: str) -> Cell:
        """Return what a row says of a field; «» if no column is read for it."""
        place = self.fields.get(name)
        return "" if place is None or place >= len(row.cells) else row.cells[place]

    def text(self, row: Row, name: str) -> str:
        """Return what a row says of a field as text; «» for nothing, and for a dash that says so."""
        return values.text(self.cell(row, name))

    def with_field(self, name: str, column: int | None) -> ColumnMap:
        """Return the map with a field read from another column, or from none.

        A column serves one field, and a name that is chosen as a whole is not put together of two others.
        """
        fields = {f: c for f, c in self.fields.items() if f != name and c != column}
        if column is not None:
            if name == "name":
                fields = {f: c for f, c in fields.items() if f not in ("first_name", "last_name")}
            fields[name] = column
        return replace(self, fields=fields, ambiguous={f: c for f, c in self.ambiguous.items() if f != name})


def recognise(kind: str, table: Table) -> ColumnMap:
    """Return the columns recognised in a table of ``staff`` or ``tasks``; what could be two things is left open."""
    cpr, phone, ignored = [], [], []
    meanings: dict[int, tuple[str, ...]] = {}
    for place, column in enumerate(table.columns):
        meant = headers.fields_of(kind, column.header) or headers.fields_of(kind, _bare(column.header))
        if column.cpr:
            cpr.append(column.header)
        elif headers.is_phone(column.header):
            phone.append(column.header)
        elif meant:
            meanings[place] = meant
        elif column.header:
            ignored.append(column.header)
    candidates = _candidates(meanings)
    fields = {name: places[0] for name, places in candidates.items() if len(places) == 1}
    ambiguous = {name: tuple(places) for name, places in candidates.items() if len(places) > 1}
    return ColumnMap(kind, fields, ambiguous, tuple(cpr), tuple(phone), tuple(ignored))


def _bare(header: str) -> str:
    """Return a header without what stands in brackets behind it: «Timer (pr. uge)», or the 2 of a doubled one."""
    return header.rsplit(" (", 1)[0] if header.endswith(")") else header


def _candidates(meanings: Mapping[int, tuple[str, ...]]) -> dict[str, list[int]]:
    found: dict[str, list[int]] = {}
    for place, meant in meanings.items():
        if len(meant) == 1:
            found.setdefault(meant[0], []).append(place)
    # «Ansat» is a name or a date: whatever no other column is. First and last name together are a name too.
    whole = {"name"} if {"first_name", "last_name"} <= set(found) else set()
    for place, meant in meanings.items():
        if len(meant) > 1:
            free = next((name for name in meant if name not in found and name not in whole), meant[0])
            found.setdefault(free, []).append(place)
    return {name: sorted(places) for name, places in found.items()}
