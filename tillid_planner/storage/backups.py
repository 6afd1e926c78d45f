"""Backups: one file each, holding the encrypted database and its wrapped keys; never anything in the clear."""

from __future__ import annotations

import os
import re
import sys
import zipfile
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

from tillid_planner.storage import keys
from tillid_planner.storage.errors import BadBackup, FolderTaken, told

if TYPE_CHECKING:
    from tillid_planner.storage.database import Database

SUFFIX = ".tillidbackup"
_DATABASE, _KEYS = "workspace.db", "keys.json"
_NAME = re.compile(r"(\d{4}-\d{2}-\d{2})T(\d{2})(\d{2})(\d{2})(?:-(\d+))?" + re.escape(SUFFIX))
#: Tables a backup holds empty.
NOT_IN_BACKUPS = ("breach_own_note", "draft")
_KEEP_DAYS, _KEEP_WEEKS, _KEEP_MONTHS = 7, 4, 12
_LARGEST_KEYS = 64 * 1024


def file_name(now: str) -> str:
    """Return the file name for a backup made at the local ISO time ``now``; it names no one."""
    return now[:19].replace(":", "") + SUFFIX


def time_of(path: Path) -> str:
    """Return the local ISO time, to the minute, at which an automatic backup was made."""
    match = _NAME.fullmatch(path.name)
    return f"{match[1]}T{match[2]}:{match[3]}" if match else ""


def listed(folder: Path) -> list[Path]:
    """Return the automatic backups in a folder, oldest first."""
    if not folder.is_dir():
        return []
    found = [(match.groups(default="0"), path) for path in folder.iterdir() if (match := _NAME.fullmatch(path.name))]
    return [path for _, path in sorted(found, key=lambda entry: (*entry[0][:4], int(entry[0][4])))]


def make(database: Database, stored_keys: bytes, key: bytes, target: Path, *, overwrite: bool = False) -> Path:
    """Write a backup to ``target``, verified before it has that name; a failure leaves no partial file.

    An automatic name already taken gets a number; a file that somebody named is only written over if they said
    so (``overwrite``), and then as one.
    """
    if target.exists() and not overwrite:
        if not _NAME.fullmatch(target.name):
            raise FolderTaken
        target = _numbered(target)
    copy, packed = target.with_name(target.name + ".copy"), target.with_name(target.name + ".part")
    with told():
        target.parent.mkdir(parents=True, exist_ok=True)
        try:
            # The library copies, not the file system: opening the live file a second time would let go
            # of its lock on POSIX systems.
            _remove(copy, packed)
            with database.lock:
                database.connection.execute("VACUUM INTO ?", (str(copy),))
                counts = _counts(database)
            counts |= dict.fromkeys(_leave_out(copy, key), 0)
            _verify(copy, key, counts=counts)
            _pack(packed, copy, stored_keys)
            packed.replace(target)
            sync_folder(target.parent)
        finally:
            _remove(copy, packed)
    return target


def rewrite(backup: Path, key: bytes, change: Callable[[Any], bool]) -> None:
    """Change what a backup holds; ``change`` gets a connection to it and tells whether it changed anything.

    The new file is verified before it takes the old one's name: at any time one of the two is whole. Raises
    ``BadBackup`` if the backup cannot be read with this key.
    """
    copy, packed = backup.with_name(backup.name + ".copy"), backup.with_name(backup.name + ".part")
    with told():
        try:
            _remove(copy, packed)
            stored, opened = _read_keys(backup)
            with opened as archive:
                _unpack(archive, copy)
            if rewrite_file(copy, key, change):
                _verify(copy, key, counts=None)
                _pack(packed, copy, stored)
                packed.replace(backup)
                sync_folder(backup.parent)
        finally:
            _remove(copy, packed)


def rewrite_file(path: Path, key: bytes, change: Callable[[Any], bool]) -> bool:
    """Change a database file that is not open; return what ``change`` did. One file is left, without a log."""
    from tillid_planner.storage import driver

    try:
        connection = driver.connect(path, key)
    except Exception as error:
        raise BadBackup from error
    try:
        changed = change(connection)
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        connection.execute("PRAGMA journal_mode = DELETE")
    finally:
        connection.close()
    return changed


def restore(backup: Path, folder: Path, unlock: Callable[[bytes], bytes], *, replace: bool = False) -> None:
    """Restore a backup into a folder: verified first, written beside, synced, then renamed into place.

    A folder that holds something is refused with ``FolderTaken`` unless ``replace``; what it held is then
    kept as ``.replaced`` files. Raises ``BadBackup`` if the file is not a whole backup.
    """
    with told():
        if not backup.is_file():
            raise BadBackup("no_such_backup")
        if folder.exists() and (not folder.is_dir() or (any(folder.iterdir()) and not replace)):
            raise FolderTaken
        stored, opened = _read_keys(backup)
        with opened as archive:
            key = unlock(stored)
            folder.mkdir(parents=True, exist_ok=True)
            if sys.platform != "win32":
                folder.chmod(0o700)
            fresh, fresh_keys = folder / (_DATABASE + ".new"), folder / (_KEYS + ".new")
            try:
                _remove(fresh, fresh_keys)
                _unpack(archive, fresh)
                _verify(fresh, key, counts=None)
                fresh_keys.write_bytes(stored)
                _sync_file(fresh_keys)
                _put_in_place(folder, fresh, fresh_keys)
            finally:
                _remove(fresh, fresh_keys)
        (folder / "backups").mkdir(exist_ok=True)


def rotate(folder: Path) -> None:
    """Keep the newest backup of each of 7 days, 4 weeks and 12 months; remove the others."""
    keep: set[Path] = set()
    newest_first = listed(folder)[::-1]
    for most, period in (
        (_KEEP_DAYS, lambda d: d.isoformat()),
        (_KEEP_WEEKS, lambda d: str(d.isocalendar()[:2])),
        (_KEEP_MONTHS, lambda d: d.isoformat()[:7]),
    ):
        kept: dict[str, Path] = {}
        for path in newest_first:
            kept.setdefault(period(date.fromisoformat(time_of(path)[:10])), path)
        keep.update(list(kept.values())[:most])
    for path in newest_first:
        if path not in keep:
            path.unlink(missing_ok=True)


def sync_folder(folder: Path) -> None:
    """Make renames in a folder durable; Windows does this by itself."""
    if sys.platform != "win32":
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)


def _leave_out(copy: Path, key: bytes) -> set[str]:
    # The leader's words to herself are kept while a talk is prepared and nowhere else; a copy would keep them on.
    emptied: set[str] = set()

    def empty(connection: Any) -> bool:
        there = {row[0] for row in connection.execute("SELECT name FROM sqlite_schema WHERE type = 'table'")}
        emptied.update(there.intersection(NOT_IN_BACKUPS))
        for table in emptied:
            connection.execute(f"DELETE FROM {table}")
        return True

    rewrite_file(copy, key, empty)
    return emptied


def _numbered(target: Path) -> Path:
    number = 1
    stem = target.name.removesuffix(SUFFIX)
    while (path := target.with_name(f"{stem}-{number}{SUFFIX}")).exists():
        number += 1
    return path


def _counts(database: Database) -> dict[str, int]:
    tables = database.rows("SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name")
    return {
        row["name"]: database.rows(f'SELECT count(*) AS n FROM "{row["name"]}"')[0]["n"] for row in tables
    }


def _verify(path: Path, key: bytes, *, counts: dict[str, int] | None) -> None:
    from tillid_planner.storage import driver
    from tillid_planner.storage.database import Database

    try:
        connection = driver.connect(path, key, read_only=True)
    except Exception as error:
        raise BadBackup from error
    database = Database(connection)
    try:
        if database.check() or (counts is not None and _counts(database) != counts):
            raise BadBackup
        if counts is None and _foreign_schema(database):
            raise BadBackup
    except BadBackup:
        raise
    except Exception as error:
        raise BadBackup from error
    finally:
        connection.close()


def _foreign_schema(database: Database) -> bool:
    # A backup we made holds tables and indexes only; a trigger or view in it was put there by someone.
    return bool(database.rows("SELECT 1 FROM sqlite_schema WHERE type NOT IN ('table', 'index') LIMIT 1"))


def _pack(packed: Path, copy: Path, stored_keys: bytes) -> None:
    with packed.open("xb") as file:
        if sys.platform != "win32":
            packed.chmod(0o600)
        # Stored, not compressed: encrypted bytes do not shrink.
        with zipfile.ZipFile(file, "w", zipfile.ZIP_STORED) as archive:
            archive.writestr(_KEYS, stored_keys)
            archive.write(copy, _DATABASE)
        file.flush()
        os.fsync(file.fileno())
    with zipfile.ZipFile(packed) as archive:
        if archive.testzip() is not None:
            raise BadBackup


def _read_keys(backup: Path) -> tuple[bytes, zipfile.ZipFile]:
    archive = None
    try:
        archive = zipfile.ZipFile(backup)
        names = [info.filename for info in archive.infolist()]
        if sorted(names) != sorted((_DATABASE, _KEYS)):
            raise BadBackup
        if any(info.compress_type != zipfile.ZIP_STORED for info in archive.infolist()):
            raise BadBackup
        if archive.getinfo(_KEYS).file_size > _LARGEST_KEYS:
            raise BadBackup
        stored = archive.read(_KEYS)
        keys.workspace_id(stored)
    except BadBackup:
        if archive is not None:
            archive.close()
        raise
    except Exception as error:
        if archive is not None:
            archive.close()
        raise BadBackup from error
    return stored, archive


def _unpack(archive: zipfile.ZipFile, target: Path) -> None:
    try:
        with archive.open(_DATABASE) as source, target.open("xb") as file:
            while chunk := source.read(1 << 20):
                file.write(chunk)
            file.flush()
            os.fsync(file.fileno())
    except (zipfile.BadZipFile, EOFError) as error:
        raise BadBackup from error


def _put_in_place(folder: Path, fresh: Path, fresh_keys: Path) -> None:
    # A leftover log would bring the *newer* data back over the restored file, so it moves first.
    for name in (f"{_DATABASE}-wal", f"{_DATABASE}-shm", _DATABASE, _KEYS):
        old = folder / name
        if old.exists():
            old.replace(_kept(old))
    fresh.replace(folder / _DATABASE)
    fresh_keys.replace(folder / _KEYS)
    sync_folder(folder)


def _kept(path: Path) -> Path:
    kept, number = path.with_name(path.name + ".replaced"), 1
    while kept.exists():
        kept = path.with_name(f"{path.name}.replaced{number}")
        number += 1
    return kept


def _sync_file(path: Path) -> None:
    with path.open("rb+") as file:
        os.fsync(file.fileno())


def _remove(*paths: Path) -> None:
    for path in paths:
        for suffix in ("", "-wal", "-shm", "-journal"):
            path.with_name(path.name + suffix).unlink(missing_ok=True)
