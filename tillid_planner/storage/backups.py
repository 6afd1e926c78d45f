"""Backups: one file each, holding the encrypted database and its wrapped keys; never anything in the clear."""

from __future__ import annotations

import contextlib
import os
import re
import time
import zipfile
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

from tillid_planner.storage import keys, removed_list, swap
from tillid_planner.storage.errors import (
    BadBackup,
    Damaged,
    DiskError,
    DiskFull,
    FolderTaken,
    NewerSchema,
    StorageError,
    told,
)
from tillid_planner.storage.files import sync_folder, write_synced
from tillid_planner.storage.places import (
    BACKUPS,
    DATABASE,
    KEYS,
    LOCK,
    NEW,
    REMOVED,
    SWAP,
    is_free,
    locked,
    make_private,
    private_opener,
)  # fmt: skip
from tillid_planner.storage.swap import remove

if TYPE_CHECKING:
    from tillid_planner.storage.database import Database

SUFFIX = ".tillidbackup"
#: Beside a backup while it is made or looked into: the copy, the packed file, and that file opened again.
_ENDINGS = (".copy", ".part", ".check")
#: Pages copied at a time, and the pause between, in which the database can be used.
_PAGES, _PAUSE = 128, 0.001
_NAME = re.compile(r"(\d{4}-\d{2}-\d{2})T(\d{2})(\d{2})(\d{2})(?:-(\d+))?" + re.escape(SUFFIX))
#: Tables a backup holds empty.
NOT_IN_BACKUPS = ("breach_own_note", "draft")
_KEEP_DAYS, _KEEP_WEEKS, _KEEP_MONTHS = 7, 4, 12
_LARGEST_KEYS = 64 * 1024
_LARGEST_LIST = 8 * 1024 * 1024


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


def make(
    database: Database,
    stored_keys: bytes,
    key: bytes,
    target: Path,
    *,
    removed: bytes = b"",
    overwrite: bool = False,
    tell: Callable[[float], object] | None = None,
) -> Path:
    """Write a backup to ``target``, verified before it has that name; a failure leaves no partial file.

    ``removed`` is the list of what was deleted for good. The packed file itself is opened with its own keys, checked
    and counted. An automatic name already taken gets a number; a file that somebody named is only written over if
    they said so (``overwrite``), and then as one. ``tell`` is called with the part done (0 to 1) and may raise to give
    the backup up. Raises the storage errors.
    """
    if target.exists() and not overwrite:
        if not _NAME.fullmatch(target.name):
            raise FolderTaken
        target = _numbered(target)
    copy, packed, opened = (target.with_name(target.name + ending) for ending in _ENDINGS)
    with told():
        target.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        try:
            remove(copy, packed, opened)
            counts = _copied(database, copy, key, tell)
            counts |= dict.fromkeys(_leave_out(copy, key), 0)
            _pack(packed, copy, stored_keys, removed)
            stored, archive = _read_keys(packed)
            with archive:
                if stored != stored_keys or not keys.belong_to(stored, key):
                    raise BadBackup
                _unpack(archive, opened)
            _verify(opened, key, counts=counts)
            packed.replace(target)
            sync_folder(target.parent)
        finally:
            remove(copy, packed, opened)
    return target


def _copied(database: Database, copy: Path, key: bytes, tell: Callable[[float], object] | None) -> dict[str, int]:
    """Copy an open database page by page and return how many rows its tables had; between steps it can be used.

    The library copies, not the file system: opening the live file a second time would let go of its lock on POSIX
    systems. It puts into the copy what is written meanwhile.
    """
    from tillid_planner.storage import driver

    _create_private(copy)
    counts: dict[str, int] = {}

    def between(_status: int, remaining: int, total: int) -> None:
        if remaining == 0:
            counts.update(_counts(database))
            return
        database.lock.release()
        try:
            if tell is not None:
                tell(1 - remaining / max(total, 1))
            # A lock is not fair: without a pause whoever waits for it would not get it.
            time.sleep(_PAUSE)
        finally:
            database.lock.acquire()
        # The workspace may have been locked meanwhile.
        database.connection.execute("SELECT 1")

    connection = driver.connect(copy, key)
    try:
        connection.execute("PRAGMA journal_mode = DELETE")
        with database.lock:
            database.connection.execute("SELECT 1")
            database.connection.backup(connection, pages=_PAGES, progress=between)
        # The pages say that there is a log beside them; there is none.
        driver.end_log(connection)
    finally:
        connection.close()
    return counts


def problems_of_copy(database: Database, key: bytes, folder: Path) -> list[str]:
    """Return what ``check`` finds in a copy of an open database, which can be used meanwhile.

    A page that cannot be read is found while copying. The (encrypted) copy is made in ``folder`` and removed again.
    """
    from tillid_planner.storage import driver
    from tillid_planner.storage.database import Database

    copy = folder / f"{SUFFIX}{_ENDINGS[2]}"
    with told():
        try:
            remove(copy)
            _copied(database, copy, key, None)
            checked = Database(driver.connect(copy, key, log=False))
            try:
                return checked.check()
            finally:
                checked.connection.close()
        except Damaged:
            return ["damaged"]
        finally:
            remove(copy)


def rewrite(backup: Path, key: bytes, change: Callable[[Any], bool], removed: bytes = b"") -> None:
    """Change what a backup holds; ``change`` gets a connection to it and tells whether it changed anything.

    ``removed`` is the list of what was deleted for good, in the place of the one in the backup.

    The new file is verified before it takes the old one's name: at any time one of the two is whole. Raises
    ``BadBackup`` if the backup cannot be read with this key.
    """
    copy, packed, _ = (backup.with_name(backup.name + ending) for ending in _ENDINGS)
    with told():
        try:
            remove(copy, packed)
            stored, opened = _read_keys(backup)
            with opened as archive:
                _unpack(archive, copy)
                listed = _removed_in(archive)
            if rewrite_file(copy, key, change) or removed not in (b"", listed):
                _verify(copy, key, counts=None)
                _pack(packed, copy, stored, removed or listed)
                packed.replace(backup)
                sync_folder(backup.parent)
        finally:
            remove(copy, packed)


def renew_keys(backup: Path, stored: bytes, keys_of_data: tuple[bytes, bytes] | None = None) -> None:
    """Put other keys into a backup: for the same data, or with its data encrypted by another key (before, after).

    At any time the old file or the new is whole. Raises ``BadBackup`` if it cannot be read.
    """
    copy, packed, _ = (backup.with_name(backup.name + ending) for ending in _ENDINGS)
    with told():
        try:
            remove(copy, packed)
            _, archive = _read_keys(backup)
            with archive:
                _unpack(archive, copy)
                listed = _removed_in(archive)
            if keys_of_data is not None:
                rekey(copy, *keys_of_data)
            _pack(packed, copy, stored, listed)
            packed.replace(backup)
            sync_folder(backup.parent)
        finally:
            remove(copy, packed)


def rekey(path: Path, key: bytes, fresh: bytes) -> None:
    """Encrypt a database file that is not open with another key, and check it; raise ``BadBackup``."""
    from tillid_planner.storage import driver

    try:
        with told():
            driver.rekey(path, key, fresh)
    except (DiskError, DiskFull):
        raise
    except Exception as error:
        raise BadBackup from error
    _verify(path, fresh, counts=None)


def copy_with_key(database: Database, key: bytes, target: Path, fresh: bytes) -> None:
    """Copy an open database, opened with ``key``, to a file encrypted with another key, and check it."""
    remove(target)
    counts = _copied(database, target, key, None)
    rekey(target, key, fresh)
    _verify(target, fresh, counts=counts)


def rewrite_file(path: Path, key: bytes, change: Callable[[Any], bool]) -> bool:
    """Change a database file that is not open; return what ``change`` did. One file is left, without a log."""
    from tillid_planner.storage import driver

    try:
        with told():
            connection = driver.connect(path, key)
    except (DiskError, DiskFull):
        raise
    except Exception as error:
        raise BadBackup from error
    try:
        changed = change(connection)
        driver.end_log(connection)
    finally:
        connection.close()
    return changed


def restore(
    backup: Path,
    folder: Path,
    unlock: Callable[[bytes], bytes],
    *,
    replace: bool = False,
    kept: str = "replaced",
    known: Iterable[Path] = (),
) -> bool:
    """Restore a backup into a folder: verified first, written beside, synced, then put in place as one.

    A folder that holds something is refused with ``FolderTaken`` unless ``replace``; what it held is then kept as
    ``.<kept>`` files. Raises ``WorkspaceInUse`` if the folder is open, ``BadBackup`` if the file is not a whole
    backup of a workspace, ``NewerSchema`` if a newer version made it; nothing has been touched then, and a folder
    that was not there is not there.

    What was deleted for good stays so: by the lists in the backup, in the folder, and in any ``known`` workspace
    of the same identity. Returns whether any of these folders, or a second place for backups, has a list at all:
    if none has, what was deleted after the backup was made comes back.
    """
    from tillid_planner.storage import driver
    from tillid_planner.storage.database import Database

    with told():
        if not backup.is_file():
            raise BadBackup("no_such_backup")
        stored, archive = _read_keys(backup)
        with archive:
            key = unlock(stored)
            with into(folder, replace=replace) as place:
                _unpack(archive, place / f"{DATABASE}{NEW}")
                _verify(place / f"{DATABASE}{NEW}", key, counts=None)
                write_synced(place / f"{KEYS}{NEW}", stored)
                removed = removed_list.removed_in(_removed_in(archive))
                knowing = [other for other in (place, *known) if _same_workspace(other, stored)]
                for other in knowing:
                    removed |= removed_list.removed_from(other)
                database = Database(driver.connect(place / f"{DATABASE}{NEW}", key, log=False))
                try:
                    second = _second_place(database)
                finally:
                    database.connection.close()
                write_synced(place / f"{REMOVED}{NEW}", removed_list.content_of(removed))
                swap.commit(place, kept)
                make_private(place / BACKUPS)
                return bool(knowing) or (second != "" and Path(second).is_dir())


@contextlib.contextmanager
def into(folder: Path, *, replace: bool = False) -> Iterator[Path]:
    """Take a folder to put a workspace in, made if it is not there; what fails leaves neither files nor folder."""
    if not replace and not is_free(folder):
        raise FolderTaken
    made = [path for path in (folder, *folder.parents) if not path.exists()]
    make_private(folder)
    lock = locked(folder)
    try:
        if replace:
            swap.finish(folder)
        elif not is_free(folder):
            raise FolderTaken
        yield folder
    except BaseException:
        if not (folder / SWAP).exists():
            remove(*(folder / f"{name}{NEW}" for name in (DATABASE, KEYS, REMOVED)))
            lock.release()
            _unmake(folder, made)
        raise
    finally:
        lock.release()


def _same_workspace(folder: Path, stored: bytes) -> bool:
    try:
        return keys.workspace_id((folder / KEYS).read_bytes()) == keys.workspace_id(stored)
    except (OSError, StorageError):
        return False


def _unmake(folder: Path, made: Sequence[Path]) -> None:
    if folder not in made or not is_free(folder):
        return
    with contextlib.suppress(OSError):
        (folder / LOCK).unlink(missing_ok=True)
        for path in made:
            path.rmdir()


@dataclass(frozen=True, slots=True)
class Holding:
    """What a backup holds: the workspace's name, how many acts, the time of the latest (ISO, UTC), people and tasks.

    ``second_place`` is the folder chosen for backups besides, "" for none.
    """

    workspace: str
    name: str
    acts: int
    until: str
    people: int
    tasks: int
    second_place: str = ""


def look_into(backup: Path, unlock: Callable[[bytes], bytes], scratch: Path) -> Holding:
    """Open a backup, check it as a restore would, and return what it holds; raise as ``restore`` does.

    ``scratch`` is a folder for the (encrypted) copy that is opened; it is removed again.
    """
    from tillid_planner.storage import driver
    from tillid_planner.storage.database import Database

    with told():
        if not backup.is_file():
            raise BadBackup("no_such_backup")
        stored, archive = _read_keys(backup)
        opened = scratch / f"{backup.name}{_ENDINGS[2]}"
        with archive:
            key = unlock(stored)
            try:
                remove(opened)
                _unpack(archive, opened)
                _verify(opened, key, counts=None)
                database = Database(driver.connect(opened, key, log=False))
                try:
                    acts, until = database.acts()
                    name = database.rows("SELECT name FROM workspace")[0]["name"]
                    people = database.rows("SELECT count(*) AS n FROM assignee WHERE kind = 'person'")[0]["n"]
                    tasks = database.rows("SELECT count(*) AS n FROM task")[0]["n"]
                    second = _second_place(database)
                finally:
                    database.connection.close()
            finally:
                remove(opened)
    return Holding(keys.workspace_id(stored), name, acts, until, people, tasks, second)


def knows_deletions(backup: Path, folders: Iterable[Path]) -> bool:
    """Whether one of the folders holds the same workspace as a backup: it knows what was deleted for good since."""
    with told():
        stored = keys_in(backup)
        return any(_same_workspace(folder, stored) for folder in folders)


def _second_place(database: Database) -> str:
    # A backup of an earlier version has no such table.
    if not database.rows("SELECT 1 FROM sqlite_schema WHERE name = 'second_place'"):
        return ""
    return "".join(str(row["folder"]) for row in database.rows("SELECT folder FROM second_place"))


def removed_in(backup: Path) -> bytes:
    """Return the list of what was deleted for good in a backup, b"" if it has none; raise ``BadBackup``."""
    with told():
        _, archive = _read_keys(backup)
        with archive:
            return _removed_in(archive)


def keys_in(backup: Path) -> bytes:
    """Return the stored keys in a backup; raise ``BadBackup``."""
    with told():
        stored, archive = _read_keys(backup)
        archive.close()
        return stored


def remove_leftovers(folder: Path) -> None:
    """Remove what a backup or a look into one left when it was cut off."""
    for path in folder.iterdir() if folder.is_dir() else ():
        if any(f"{SUFFIX}{ending}" in path.name for ending in _ENDINGS):
            path.unlink(missing_ok=True)


def rotate(folder: Path, made: Path, now: str) -> None:
    """Keep the newest backup of each of 7 days, 4 weeks and 12 months, and ``made``; remove the others.

    Those dated after ``now``, from when the clock was ahead, are counted by themselves: they push none of the others
    out.
    """
    keep: set[Path] = {made}
    newest_first = listed(folder)[::-1]
    ahead = [path for path in newest_first if time_of(path)[:10] > now[:10]]
    for group in (ahead, [path for path in newest_first if path not in ahead]):
        keep.update(_kept_of(group))
    for path in newest_first:
        if path not in keep:
            path.unlink(missing_ok=True)


def _kept_of(newest_first: Sequence[Path]) -> set[Path]:
    keep: set[Path] = set()
    for most, period in (
        (_KEEP_DAYS, lambda d: d.isoformat()),
        (_KEEP_WEEKS, lambda d: str(d.isocalendar()[:2])),
        (_KEEP_MONTHS, lambda d: d.isoformat()[:7]),
    ):
        kept: dict[str, Path] = {}
        for path in newest_first:
            kept.setdefault(period(date.fromisoformat(time_of(path)[:10])), path)
        keep.update(list(kept.values())[:most])
    return keep


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


def _create_private(path: Path) -> None:
    # SQLite gives a new file, and the log beside it, the rights of the umask; this one has ours already.
    os.close(private_opener(str(path), os.O_CREAT | os.O_RDWR))


def _numbered(target: Path) -> Path:
    number = 1
    stem = target.name.removesuffix(SUFFIX)
    while (path := target.with_name(f"{stem}-{number}{SUFFIX}")).exists():
        number += 1
    return path


def _counts(database: Database) -> dict[str, int]:
    tables = database.rows("SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name")
    return {row["name"]: database.rows(f'SELECT count(*) AS n FROM "{row["name"]}"')[0]["n"] for row in tables}


def _verify(path: Path, key: bytes, *, counts: dict[str, int] | None) -> None:
    """Raise ``BadBackup`` unless this is a whole workspace of a schema we know, with the rows ``counts`` says."""
    from tillid_planner.storage import driver, migrations
    from tillid_planner.storage.database import Database

    try:
        connection = driver.connect(path, key, log=False)
    except Exception as error:
        raise BadBackup from error
    database = Database(connection)
    try:
        if database.version > migrations.VERSION:
            raise NewerSchema(needed=database.written_by())
        if database.version < 1 or migrations.columns_of(connection) != migrations.expected_columns(database.version):
            raise BadBackup
        found = _counts(database)
        if database.check() or counts not in (None, found) or not found["workspace"]:
            raise BadBackup
        if counts is None and _foreign_schema(database):
            raise BadBackup
    except (BadBackup, NewerSchema):
        raise
    except Exception as error:
        raise BadBackup from error
    finally:
        connection.close()


def _foreign_schema(database: Database) -> bool:
    # A backup we made holds tables and indexes only; a trigger or view in it was put there by someone.
    return bool(database.rows("SELECT 1 FROM sqlite_schema WHERE type NOT IN ('table', 'index') LIMIT 1"))


def _pack(packed: Path, copy: Path, stored_keys: bytes, removed: bytes) -> None:
    with open(packed, "xb", opener=private_opener) as file:
        # Stored, not compressed: encrypted bytes do not shrink.
        with zipfile.ZipFile(file, "w", zipfile.ZIP_STORED) as archive:
            archive.writestr(KEYS, stored_keys)
            archive.write(copy, DATABASE)
            if removed:
                archive.writestr(REMOVED, removed)
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
        if sorted(set(names) - {REMOVED}) != sorted((DATABASE, KEYS)) or len(set(names)) != len(names):
            raise BadBackup
        if any(info.compress_type != zipfile.ZIP_STORED for info in archive.infolist()):
            raise BadBackup
        if archive.getinfo(KEYS).file_size > _LARGEST_KEYS:
            raise BadBackup
        if REMOVED in names and archive.getinfo(REMOVED).file_size > _LARGEST_LIST:
            raise BadBackup
        stored = archive.read(KEYS)
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


def _removed_in(archive: zipfile.ZipFile) -> bytes:
    return archive.read(REMOVED) if REMOVED in archive.namelist() else b""


def _unpack(archive: zipfile.ZipFile, target: Path) -> None:
    try:
        target.unlink(missing_ok=True)
        with archive.open(DATABASE) as source, open(target, "xb", opener=private_opener) as file:
            while chunk := source.read(1 << 20):
                file.write(chunk)
            file.flush()
            os.fsync(file.fileno())
    except (zipfile.BadZipFile, EOFError) as error:
        raise BadBackup from error
