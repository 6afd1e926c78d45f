"""Deleting for good: from the database, its log, and every copy the workspace keeps; and never coming back.

What was deleted is remembered by table and number alone (``removed.json``: nothing that says of whom or what), so
that an older copy that is restored loses it again when it is opened.
"""

from __future__ import annotations

import contextlib
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING, Any

from tillid_planner.storage import backups, swap
from tillid_planner.storage.errors import BadBackup, StorageError, told
from tillid_planner.storage.files import write_whole
from tillid_planner.storage.places import REMOVED
from tillid_planner.storage.removed_list import Removed, content_in, content_of, loaded, removed_from, removed_in

if TYPE_CHECKING:
    from tillid_planner.storage.database import Database

#: What a restore or a damaged file leaves beside the database, and the logs of those, which nobody can read alone.
_COPIES = ("workspace.db.replaced*", "workspace.db.damaged*")
_LOGS = tuple(f"workspace.db-{log}.{state}*" for log in ("wal", "shm") for state in ("replaced", "damaged"))


def remember(folder: Path, removed: Iterable[Removed]) -> None:
    """Add to the list of what is deleted for good; it is written before anything is deleted."""
    _write(folder, {*removed_from(folder), *removed}, scrubbed=False)


def replay(connection: Any, removed: Iterable[Removed]) -> bool:
    """Delete these rows, and what hangs on them, wherever a copy still has them; tell whether it had any."""
    tables = {row[0] for row in connection.execute("SELECT name FROM sqlite_schema WHERE type = 'table'")}
    found = 0
    connection.execute("BEGIN IMMEDIATE")
    try:
        for kind, record in sorted(removed):
            if kind.value in tables:
                found += connection.execute(f"DELETE FROM {kind.value} WHERE id = ?", (record,)).rowcount
        connection.execute("COMMIT")
    except BaseException:
        connection.execute("ROLLBACK")
        raise
    return found > 0


def scrub_copies(folder: Path, key: bytes, backup_folders: Iterable[Path]) -> list[str]:
    """Delete what was deleted for good from every copy the workspace keeps; return the names of those that resist.

    Copies of another key or damaged ones cannot be read and are only named. What a full or failing disk keeps from
    being written is tried again at the next opening.
    """
    removed = removed_from(folder)
    left: list[str] = []
    done = True

    def change(connection: Any) -> bool:
        return replay(connection, removed)

    for path in (path for place in backup_folders for path in _copies_in(place)):
        try:
            backups.rewrite(path, key, change, content_of(removed, scrubbed=True))
        except Exception as error:
            # Another key, or a damaged file: what it holds cannot be read here, and that is told.
            left.append(path.name)
            done = done and isinstance(error, BadBackup)
    for path in copies_beside(folder):
        try:
            backups.rewrite_file(path, key, change)
        except Exception as error:
            left.append(path.name)
            done = done and isinstance(error, BadBackup)
    for path in (path for name in _LOGS for path in folder.glob(name)):
        path.unlink(missing_ok=True)
    swap.remove_leftovers(folder)
    # Also when some cannot be read: they were named, and could not be read the next time either.
    _write(folder, removed, scrubbed=done)
    return left


def copies_beside(folder: Path) -> list[Path]:
    """Return the databases that a restore or a damaged file left beside the present one."""
    return sorted(path for name in _COPIES for path in folder.glob(name))


def catch_up(key: bytes, removed: frozenset[Removed], backup_folders: Iterable[Path]) -> None:
    """Delete what was deleted for good from the backups that do not know of it yet: of a place that was away.

    What cannot be read or written now is left to the next time.
    """
    for path in (path for place in backup_folders for path in _copies_in(place)):
        with contextlib.suppress(StorageError):
            if removed - removed_in(backups.removed_in(path)):
                backups.rewrite(path, key, lambda c: replay(c, removed), content_of(removed, scrubbed=True))


def _copies_in(folder: Path) -> list[Path]:
    backups.remove_leftovers(folder)
    return backups.listed(folder)


def clean(database: Database, folder: Path | None, key: bytes, backup_folders: Iterable[Path]) -> None:
    """Delete again what an older copy brought back, and finish what was broken off.

    An open workspace and its copies are clean when this returns.
    """
    removed = removed_from(folder)
    if not removed or folder is None:
        return
    with told(), database.lock:
        if replay(database.connection, removed):
            flush(database)
    if not loaded(content_in(folder)).get("scrubbed"):
        scrub_copies(folder, key, backup_folders)


def flush(database: Database) -> None:
    """Write the log into the file and empty it, and drop all undo: no earlier word is left in either."""
    database.forget()
    with told(), database.lock:
        database.connection.execute("DELETE FROM temp.undo_log")
        database.connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")


def _write(folder: Path, removed: Iterable[Removed], *, scrubbed: bool) -> None:
    with told():
        write_whole(folder / REMOVED, content_of(removed, scrubbed=scrubbed))
