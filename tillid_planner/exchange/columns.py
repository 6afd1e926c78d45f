"""Which column is which field: recognised by its header, corrected by hand."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from tillid_planner.exchange import headers
from tillid_planner.exchange.tabular import Table


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

    def with_field(self, name: str, column: int | None) -> ColumnMap:
        """Return the map with a field read from another column, or from none; a column serves one field."""
        fields = {f: c for f, c in self.fields.items() if f != name and c != column}
        if column is not None:
            fields[name] = column
        return replace(
            self, fields=fields, ambiguous={f: c for f, c in self.ambiguous.items() if f != name}
        )


def recognise(kind: str, table: Table) -> ColumnMap:
    """Return the columns recognised in a table of ``staff`` or ``tasks``; what could be two things is left open."""
    candidates: dict[str, list[int]] = {}
    cpr, phone, ignored = [], [], []
    for place, column in enumerate(table.columns):
        header = column.header.rsplit(" (", 1)[0] if column.header.endswith(")") else column.header
        meant = headers.fields_of(kind, column.header) or headers.fields_of(kind, header)
        if column.cpr:
            cpr.append(column.header)
        elif headers.is_phone(column.header):
            phone.append(column.header)
        elif meant:
            # A header may mean two fields («Ansat» is a name or a date); the first one still free is taken.
            free = next((name for name in meant if name not in candidates), meant[0])
            candidates.setdefault(free, []).append(place)
        elif column.header:
            ignored.append(column.header)
    fields = {name: places[0] for name, places in candidates.items() if len(places) == 1}
    ambiguous = {name: tuple(places) for name, places in candidates.items() if len(places) > 1}
    return ColumnMap(kind, fields, ambiguous, tuple(cpr), tuple(phone), tuple(ignored))
