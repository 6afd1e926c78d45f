"""A skills matrix: people down, skills across, and marks that are never taken in."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Final

from tillid_planner.exchange import columns, headers, values
from tillid_planner.exchange.cells import Cell
from tillid_planner.exchange.tabular import Column, Row, Table

_FEWEST: Final = 3
_MOST: Final = 0.8
_MARK: Final = re.compile(r"[0-9](?:[.,]\d)?|[xX✓✔●○◐☑☐]|[A-Ea-e]|ja|nej|yes|no|[+-]{1,2}")
_SUMS: Final = re.compile(
    r"\b(?:avg|average|gennemsnit|gns|snit|total|sum|i alt|rating|score|antal|count|level|"
    r"niveau)\b"
)


def for_kind(kind: str, table: Table) -> Table:
    """Return a table as it is to be read for ``kind``, marked if it is a skills matrix.

    Of a matrix read as ``tasks`` the skills become the rows; ``staff`` are its rows as they stand.
    """
    people = columns.recognise("staff", table)
    # «Navn» above people and marks is no list of tasks; «Opgave» is.
    of_tasks = any(headers.Reading("name", 0) in headers.readings("tasks", column.header) for column in table.columns)
    if not people.has_name or (kind == "tasks" and of_tasks):
        return table
    skills = [at for at, column in enumerate(table.columns) if _is_skill(table, at, column)]
    if len(skills) < _FEWEST:
        return table
    if kind == "staff":
        return replace(table, matrix=True)
    rows = tuple(Row(at + 1, (table.columns[at].header,)) for at in skills)
    return replace(table, columns=(Column("Opgave"),), rows=rows, cpr_cells=(), ragged=(), doubled=(), matrix=True)


def _is_skill(table: Table, place: int, column: Column) -> bool:
    known = headers.is_known(column.header) or _SUMS.search(headers.plain(column.header))
    if column.cpr or not column.header or known:
        return False
    filled = [row.cells[place] for row in table.rows if values.text(row.cells[place])]
    return bool(filled) and sum(map(_is_mark, filled)) >= _MOST * len(filled)


def _is_mark(cell: Cell) -> bool:
    if isinstance(cell, float):
        return 0 <= cell <= 10
    return isinstance(cell, str) and bool(_MARK.fullmatch(cell.strip()))
