"""Pairs of task and assignee, as queries name them."""

from __future__ import annotations

from collections.abc import Collection

#: Assignee id and task id, as the matrix is laid out.
CellKey = tuple[int, int]


def among(pairs: Collection[tuple[int, int]]) -> tuple[str, list[int]]:
    """Return the condition that a row is about one of the pairs (task id, assignee id), and the values of its marks."""
    if not pairs:
        return "0", []
    marks = ", ".join(["(?, ?)"] * len(pairs))
    return f"(task_id, assignee_id) IN (VALUES {marks})", [value for pair in pairs for value in pair]
