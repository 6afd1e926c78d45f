"""Pairs of task and assignee, as queries name them."""

from __future__ import annotations

from collections.abc import Collection
from typing import Literal, TypeAlias

from tillid_planner.domain.changes import Kind
from tillid_planner.storage.database import Database

#: Assignee id and task id, as the matrix is laid out.
CellKey = tuple[int, int]
#: What a pair is made of; a record of a pair has both.
PairSide: TypeAlias = Literal[Kind.TASK, Kind.ASSIGNEE]


def among(pairs: Collection[tuple[int, int]]) -> tuple[str, list[int]]:
    """Return the condition that a row is about one of the pairs (task id, assignee id), and the values of its marks."""
    if not pairs:
        return "0", []
    marks = ", ".join(["(?, ?)"] * len(pairs))
    return f"(task_id, assignee_id) IN (VALUES {marks})", [value for pair in pairs for value in pair]


def column_of(side: PairSide) -> str:
    """Return the column in which the records of a pair name its task or its assignee."""
    return f"{side.value}_id"


def pair_in(database: Database, sql: str, record: int) -> CellKey | None:
    """Return the pair (assignee id, task id) a query finds for the number of a record, or None where it is gone."""
    rows = database.rows(sql, (record,))
    return (int(rows[0]["assignee_id"]), int(rows[0]["task_id"])) if rows else None
