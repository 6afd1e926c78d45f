"""A workspace is a folder: the encrypted database, the wrapped keys, and the backups beside them."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import tillid_planner
from tillid_planner.domain.changes import Changes, Kind
from tillid_planner.storage import backups, keys
from tillid_planner.storage.errors import (
    Damaged,
    FolderTaken,
    NoWorkspace,
    SynchronisedFolder,
    told,
)
from tillid_planner.storage.files import write_whole

if TYPE_CHECKING:
    from tillid_planner.storage.database import Database

DATABASE = "workspace.db"
KEYS = "keys.json"
BACKUPS = "backups"
_SMALLEST_DATABASE = 4096
_SYNCHRONISED = ("onedrive", "dropbox", "icloud", "mobile documents", "google drive", "nextcloud")


class Workspace:
    """An open workspace; ``close`` when done. Use ``create``, ``open_folder`` or ``in_memory`` to get one."""

    def __init__(self, database: Database, folder: Path | None, key: bytes) -> None:
        self.database = database
        self.folder = folder
        self._key = key
        self.unclean = False

    @property
    def name(self) -> str:
        """The workspace's name, usually the unit's."""
        rows = self.database.rows("SELECT name FROM workspace WHERE id = 1")
        return str(rows[0]["name"]) if rows else ""

    def backup(self, target: Path | None = None, *, now: str, overwrite: bool = False) -> Path:
        """Make a verified backup (in ``backups`` unless a file is named) and return its path.

        ``now`` is a local ISO time, used for the name. Older automatic backups rotate only after the new one
        has been opened with its key, checked and counted.
        """
        if self.folder is None:
            raise NoWorkspace
        with told():
            stored = (self.folder / KEYS).read_bytes()
            if target is not None:
                return backups.make(self.database, stored, self._key, target, overwrite=overwrite)
            folder = self.folder / BACKUPS
            path = backups.make(self.database, stored, self._key, folder / backups.file_name(now))
            backups.rotate(folder)
            return path

    def backup_due(self, today: date) -> bool:
        """Whether no automatic backup has been made on ``today`` yet."""
        newest = self.newest_backup()
        return self.folder is not None and (newest is None or newest[:10] != today.isoformat())

    def newest_backup(self) -> str | None:
        """Return the local ISO time (to the minute) of the newest automatic backup, or None."""
        return newest_backup(self.folder) if self.folder else None

    def change_passphrase(self, passphrase: str, present: str | None = None) -> None:
        """Wrap the key by a new passphrase; the recovery key stays the same.

        Raises ``WrongPassphrase`` if a ``present`` one is given and does not open the keys.
        """
        if self.folder is None:
            raise NoWorkspace
        with told():
            path = self.folder / KEYS
            stored = path.read_bytes()
            if present is not None:
                keys.open_with_passphrase(stored, present)
            write_whole(path, keys.with_new_passphrase(stored, self._key, passphrase))

    def purge(
        self, label: str, removed: Iterable[tuple[Kind, int]], note: Callable[[], object], *, now: str
    ) -> tuple[Changes, list[str]]:
        """Delete records for good: here, in the log, in undo, and in every copy this workspace keeps.

        ``note`` runs in the same unit of work (a receipt). A backup comes first, so that a failure loses nothing;
        ``now`` is its local ISO time. Returns what changed, and the names of the copies that could not be opened.
        """
        from tillid_planner.storage import purging

        removed = frozenset(removed)
        if self.folder is not None:
            self.backup(now=now)
            purging.remember(self.folder, removed)
        with self.database.act(label, undoable=False) as act:
            for kind, record in sorted(removed):
                self.database.delete(kind, record)
            note()
        purging.flush(self.database)
        if self.folder is None:
            return act.changes, []
        return act.changes, purging.scrub_copies(self.folder, self._key, self.folder / BACKUPS)

    def clean(self) -> None:
        """Delete again what an older copy that was put back had brought, and finish a deletion that was cut off."""
        from tillid_planner.storage import purging

        if self.folder is not None:
            purging.clean(self.database, self.folder, self._key, self.folder / BACKUPS)

    def highest_removed(self, kind: Kind) -> int:
        """Return the highest number of this kind that was deleted for good; a new record's is above it."""
        from tillid_planner.storage import purging

        return purging.highest_removed(self.folder, kind)

    def close(self) -> None:
        """Close the database and let go of the key."""
        self.database.close()
        self._key = b""


def create(
    folder: Path, name: str, passphrase: str, today: date, *, allow_synchronised: bool = False
) -> tuple[Workspace, str]:
    """Make a workspace in a new or empty folder; return it open, with its recovery key.

    Raises ``InvalidInput`` for a short passphrase, ``FolderTaken``, ``SynchronisedFolder`` and the errors of
    ``told``. The keys are written last: a folder without them is no workspace and may be used again.
    """
    refuse_synchronised(folder, allow_synchronised)
    made = keys.make(passphrase)
    with told():
        if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
            raise FolderTaken
        folder.mkdir(parents=True, exist_ok=True)
        _private(folder)
        database = _connected(folder / DATABASE, made.data_key)
    try:
        database.prepare()
        _name(database, name, today)
        with told():
            (folder / BACKUPS).mkdir(exist_ok=True)
            write_whole(folder / KEYS, made.stored)
    except BaseException:
        database.close()
        raise
    return Workspace(database, folder, made.data_key), made.recovery_key


def open_folder(
    folder: Path,
    unlock: Callable[[bytes], bytes],
    *,
    now: str,
    allow_synchronised: bool = False,
) -> Workspace:
    """Open the workspace in ``folder``; ``unlock`` turns the stored keys into the data key.

    If the last run ended uncleanly everything is checked before the first row is shown (``Damaged`` if
    anything is wrong), and a backup is made before a migration. ``now`` is a local ISO time.
    """
    refuse_synchronised(folder, allow_synchronised)
    stored = stored_keys(folder)
    key = unlock(stored)
    path = folder / DATABASE
    with told():
        unclean = _has_content(path.with_name(path.name + "-wal"))
        database = _connected(path, key)
    workspace = Workspace(database, folder, key)
    workspace.unclean = unclean
    try:
        if unclean and database.check():
            raise Damaged(what=DATABASE)
        version = database.version
        if version == 0:
            raise Damaged(what=DATABASE)
        if version < migrations_version():
            workspace.backup(now=now)
        database.prepare()
        workspace.clean()
    except BaseException:
        workspace.close()
        raise
    return workspace


def in_memory(name: str, today: date) -> Workspace:
    """Return a workspace that lives in memory only: the tests' real store, and the demo's first draft."""
    with told():
        database = _connected(None, bytes(32))
    database.prepare()
    _name(database, name, today)
    return Workspace(database, None, b"")


def stored_keys(folder: Path) -> bytes:
    """Return the content of ``keys.json``; raise ``NoWorkspace`` if the folder is none, ``Damaged`` if half of one."""
    with told():
        if not folder.is_dir():
            raise NoWorkspace
        has_keys, has_data = (folder / KEYS).is_file(), (folder / DATABASE).is_file()
        if not has_keys and not has_data:
            raise NoWorkspace
        if not has_keys or not has_data:
            raise Damaged(what=DATABASE if has_keys else KEYS)
        if (folder / DATABASE).stat().st_size < _SMALLEST_DATABASE:
            # SQLite takes a file shorter than a page for an empty one, and would begin anew in it.
            raise Damaged(what=DATABASE)
        return (folder / KEYS).read_bytes()


def newest_backup(folder: Path) -> str | None:
    """Return the local ISO time of the newest automatic backup of a workspace, open or not."""
    found = backups.listed(folder / BACKUPS)
    return backups.time_of(found[-1]) if found else None


def refuse_synchronised(folder: Path, allowed: bool) -> None:
    """Raise ``SynchronisedFolder`` for a folder on a network share or inside a synchronised one."""
    path = folder.expanduser().absolute()
    parts = [part.casefold() for part in path.parts]
    if path.drive.startswith("\\\\") or any(part.startswith(_SYNCHRONISED) for part in parts):
        if allowed:
            return
        raise SynchronisedFolder


def migrations_version() -> int:
    """Return the schema version this program writes."""
    from tillid_planner.storage import migrations

    return migrations.VERSION


def _connected(path: Path | None, key: bytes) -> Database:
    # The library is loaded when something is opened, so that the gate does not wait for it.
    from tillid_planner.storage import driver
    from tillid_planner.storage.database import Database

    return Database(driver.connect(path, key))


def _name(database: Database, name: str, today: date) -> None:
    with database.act("create", undoable=False):
        database.insert(
            Kind.WORKSPACE,
            {"id": 1, "name": name, "created_on": today.isoformat(), "written_by": tillid_planner.__version__},
        )


def _has_content(path: Path) -> bool:
    return path.is_file() and path.stat().st_size > 0


def _private(folder: Path) -> None:
    if sys.platform != "win32":
        folder.chmod(0o700)
