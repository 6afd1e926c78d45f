"""Undo by construction: temporary triggers that write the inverse of every change to a table in memory.

They are temporary, so they never enter the file, and they are made anew after every migration.
"""

from __future__ import annotations

from functools import cache
from typing import Any

from tillid_planner.domain.changes import Kind

TABLES: tuple[str, ...] = tuple(kind.value for kind in Kind)


def install(connection: Any) -> None:
    """Create the logs and the triggers for every table a user can change."""
    connection.execute(
        "CREATE TEMP TABLE IF NOT EXISTS undo_log (seq INTEGER PRIMARY KEY, kind TEXT, record INTEGER, sql TEXT)"
    )
    old = [row[0] for row in connection.execute("SELECT name FROM sqlite_temp_schema WHERE type = 'trigger'")]
    for name in old:
        connection.execute(f"DROP TRIGGER temp.{name}")
    for table in TABLES:
        columns = tuple(row[1] for row in connection.execute(f"PRAGMA table_info({table})"))
        for act in ("insert", "update", "delete"):
            connection.execute(_trigger(table, columns, act))


@cache
def _trigger(table: str, columns: tuple[str, ...], act: str) -> str:
    row = "new" if act == "insert" else "old"
    if act == "insert":
        inverse = f"'DELETE FROM {table} WHERE id = ' || new.id"
    elif act == "update":
        pairs = " || ', ' || ".join(f"'{c} = ' || quote(old.{c})" for c in columns)
        inverse = f"'UPDATE {table} SET ' || {pairs} || ' WHERE id = ' || new.id"
    else:
        values = " || ', ' || ".join(f"quote(old.{c})" for c in columns)
        inverse = f"'INSERT INTO {table} ({', '.join(columns)}) VALUES (' || {values} || ')'"
    return (
        f"CREATE TEMP TRIGGER undo_{table}_{act} AFTER {act.upper()} ON main.{table} BEGIN "
        f"INSERT INTO undo_log (kind, record, sql) VALUES ('{table}', {row}.id, {inverse}); END"
    )
