"""Every row about one person or team, found by the references between the tables, and every text that names them.

The tables and their references are asked for, not listed: what a later version adds is found too.
"""

from __future__ import annotations

import json
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from tillid_planner.domain.changes import Kind
from tillid_planner.storage.database import Database

#: What a task or a week template holds is not about whoever has it.
_NOBODYS = frozenset({Kind.TASK, Kind.WEEK_TEMPLATE})


@dataclass(frozen=True, slots=True)
class SubjectRow:
    """A row with its table; ``values`` are by column."""

    kind: Kind
    values: dict[str, Any]


class SubjectRecords:
    """Reads across all tables."""

    def __init__(self, database: Database) -> None:
        self._db = database

    def about(self, assignee_id: int) -> list[SubjectRow]:
        """Return every row about a person or team: its own, those that refer to it, and those that refer to these."""
        found: dict[Kind, dict[int, dict[str, Any]]] = {}
        fresh: list[tuple[Kind, list[int]]] = [(Kind.ASSIGNEE, [assignee_id])]
        found[Kind.ASSIGNEE] = {r["id"]: r for r in self._by_ids(Kind.ASSIGNEE, "id", [assignee_id])}
        while fresh:
            parent, ids = fresh.pop()
            for kind, column in self._referring.get(parent, ()):
                known = found.setdefault(kind, {})
                rows = [row for row in self._by_ids(kind, column, ids) if row["id"] not in known]
                if rows:
                    known.update((row["id"], row) for row in rows)
                    fresh.append((kind, [row["id"] for row in rows]))
        order = {kind: number for number, kind in enumerate(Kind)}
        return [
            SubjectRow(kind, row)
            for kind in sorted(found, key=lambda kind: order[kind])
            for _, row in sorted(found[kind].items())
        ]

    def naming(self, variants: Collection[str]) -> Iterator[tuple[SubjectRow, str]]:
        """Yield the rows in which a text has one of the *variants*, with the column's name; nothing for none."""
        if not variants:
            return
        for kind, columns in self._columns.items():
            for column, stored_as in columns.items():
                if stored_as != "TEXT":
                    continue
                likes = " OR ".join([f"instr({column}, ?)"] * len(variants))
                for row in self._db.rows(f"SELECT * FROM {kind} WHERE {likes} ORDER BY id", tuple(variants)):
                    yield SubjectRow(kind, row), column

    def place_of(self, row: SubjectRow) -> dict[Kind, int]:
        """Return the numbers of a row and of all it belongs to, by kind: a task, an agreement, a case."""
        found: dict[Kind, int] = {}
        waiting = [row]
        while waiting:
            row = waiting.pop()
            found.setdefault(row.kind, row.values["id"])
            for reference in self._db.rows(f"PRAGMA foreign_key_list({row.kind})"):
                number, kind = row.values[reference["from"]], Kind(reference["table"])
                if number is not None and kind not in found:
                    waiting += [SubjectRow(kind, values) for values in self._by_ids(kind, "id", [number])]
        return found

    def exports(self, assignee_id: int) -> list[tuple[str, str]]:
        """Return when something about one person or team left the plan and how (time in ISO, act), not what it said.

        What names nobody, as a week's plan does, is about no one in particular.
        """
        about = [Kind.ASSIGNEE.value, assignee_id]
        rows = self._db.rows("SELECT at, act, records FROM audit WHERE act LIKE 'export%' ORDER BY id")
        return [(row["at"], row["act"]) for row in rows if about in json.loads(row["records"])]

    def columns(self) -> dict[Kind, tuple[str, ...]]:
        """Return the columns of every table."""
        return {kind: tuple(columns) for kind, columns in self._columns.items()}

    @cached_property
    def _columns(self) -> dict[Kind, dict[str, str]]:
        return {
            kind: {row["name"]: row["type"] for row in self._db.rows(f"PRAGMA table_info({kind})")} for kind in Kind
        }

    @cached_property
    def _referring(self) -> dict[Kind, list[tuple[Kind, str]]]:
        found: dict[Kind, list[tuple[Kind, str]]] = {}
        for kind in Kind:
            for row in self._db.rows(f"PRAGMA foreign_key_list({kind})"):
                if row["table"] not in _NOBODYS and row["table"] in set(Kind):
                    found.setdefault(Kind(row["table"]), []).append((kind, row["from"]))
        return found

    def _by_ids(self, kind: Kind, column: str, ids: list[int]) -> list[dict[str, Any]]:
        rows: list[dict[str, Any]] = []
        for start in range(0, len(ids), 500):
            part = ids[start : start + 500]
            marks = ", ".join("?" * len(part))
            rows += self._db.rows(f"SELECT * FROM {kind} WHERE {column} IN ({marks})", tuple(part))
        return rows
