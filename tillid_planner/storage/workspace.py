"""A workspace is a folder: the encrypted database, the wrapped keys, and the backups beside them."""

from __future__ import annotations

import contextlib
import threading
from collections.abc import Callable, Iterable, Iterator
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

import tillid_planner
from tillid_planner.domain.changes import Changes, Kind
from tillid_planner.storage import backups, keys, removed_list, swap
from tillid_planner.storage.act_count import ActCount, MissingActs, local_time, read_count
from tillid_planner.storage.errors import (
    BadBackup,
    Damaged,
    Gone,
    KeysDamaged,
    NoPlace,
    NoWorkspace,
    StorageError,
    SynchronisedFolder,
    Unfinished,
    WrongPassphrase,
    told,
)  # fmt: skip
from tillid_planner.storage.files import write_synced, write_whole
from tillid_planner.storage.places import (
    BACKUPS,
    COUNT,
    DATABASE,
    KEYS,
    NEW,
    locked,
    make_private,
    require_writable,
    tighten,
)  # fmt: skip
from tillid_planner.storage.swap import remove
from tillid_planner.storage.synchronised import is_synchronised

if TYPE_CHECKING:
    from tillid_planner.storage.database import Database

#: What is kept of a log that a cut-off run left, until all acts are seen to be there.
_EVIDENCE = ".damaged"
_SMALLEST_DATABASE = 4096


class Workspace:
    """An open workspace; ``close`` when done. Use ``create``, ``open_folder`` or ``in_memory`` to get one."""

    def __init__(
        self, database: Database, folder: Path | None, key: bytes, stored_keys: bytes = b"", hold: Hold | None = None
    ) -> None:
        self.database = database
        self.folder = folder
        self._key = key
        self._stored_keys = stored_keys
        self._hold = hold
        self._copying = threading.RLock()
        self.unclean = False
        #: Acts that were stored and are not there; None if none is missing.
        self.missing: MissingActs | None = None

    @property
    def name(self) -> str:
        """The workspace's name, usually the unit's."""
        rows = self.database.rows("SELECT name FROM workspace WHERE id = 1")
        return str(rows[0]["name"]) if rows else ""

    def backup(
        self,
        target: Path | None = None,
        *,
        now: str,
        overwrite: bool = False,
        tell: Callable[[float], object] | None = None,
    ) -> Path:
        """Make a verified backup (in ``backups`` unless a file is named) and return its path.

        ``now`` is a local ISO time, used for the name. Older automatic backups rotate only after the new one
        has been opened with its own keys, checked and counted. ``tell`` is called with the part done (0 to 1) and
        may raise to give it up.
        """
        if self.folder is None:
            raise NoWorkspace
        with self._copies():
            if target is not None:
                return backups.make(
                    self.database,
                    self._keys(),
                    self._key,
                    target,
                    removed=self._removed(),
                    overwrite=overwrite,
                    tell=tell,
                )
            return self._automatic(self.folder / BACKUPS, now, tell)

    @property
    def second_place(self) -> Path | None:
        """The folder (on a stick, another drive) where each day's backup is made too; None if there is none."""
        rows = self.database.rows("SELECT folder FROM second_place")
        return Path(rows[0]["folder"]) if rows else None

    def set_second_place(self, place: Path | None) -> None:
        """Choose a second place for backups, or none; raise ``NoPlace`` if it is no folder."""
        if place is not None and not place.is_dir():
            raise NoPlace
        with self.database.aside() as connection:
            connection.execute("DELETE FROM second_place")
            if place is not None:
                connection.execute("INSERT INTO second_place (id, folder) VALUES (1, ?)", (str(place),))

    def backup_second(self, *, now: str, tell: Callable[[float], object] | None = None) -> Path:
        """Make a verified backup in the second place, rotated like the first.

        Raises ``NoPlace`` if it is not there: a stick that is not in is not made anew as a folder of the same name.
        """
        place = self.second_place
        if place is None or not place.is_dir():
            raise NoPlace
        with self._copies():
            from tillid_planner.storage import purging

            purging.catch_up(self._key, removed_list.removed_from(self.folder), [place])
            return self._automatic(place, now, tell)

    def second_backup_due(self, today: date) -> bool:
        """Whether a second place is chosen and holds no backup of ``today`` yet."""
        place = self.second_place
        if place is None:
            return False
        found = backups.listed(place)
        return not found or backups.time_of(found[-1])[:10] != today.isoformat()

    def try_backup(self, backup: Path) -> backups.Holding:
        """Open a backup of this workspace and return what it holds; raise ``WrongPassphrase`` for another's."""

        def unlock(stored: bytes) -> bytes:
            if not keys.belong_to(stored, self._key):
                raise WrongPassphrase("another_workspace")
            return self._key

        if self.folder is None:
            raise NoWorkspace
        with self._copies():
            return backups.look_into(backup, unlock, self.folder / BACKUPS)

    @contextlib.contextmanager
    def _copies(self) -> Iterator[None]:
        """Let one thread at a time make or change copies: a backup under way would miss a purge or a new passphrase.

        Closing waits for it, so that whoever opens the folder next finds no copy half made. Raises
        ``WorkspaceClosed`` if it was closed before.
        """
        with self._copying, told():
            self.database.tuples("SELECT 1")
            yield

    def _automatic(self, folder: Path, now: str, tell: Callable[[float], object] | None) -> Path:
        target = folder / backups.file_name(now)
        path = backups.make(self.database, self._keys(), self._key, target, removed=self._removed(), tell=tell)
        backups.rotate(folder, path, now)
        return path

    def _removed(self) -> bytes:
        """Return the list of what was deleted for good as a backup carries it."""
        return removed_list.content_of(removed_list.removed_from(self.folder), scrubbed=True)

    def _keys(self) -> bytes:
        """Return the keys this workspace was opened with; put them back if the file has been changed underneath."""
        if self.folder is not None:
            path = self.folder / KEYS
            if not path.is_file() or path.read_bytes() != self._stored_keys:
                write_whole(path, self._stored_keys)
        return self._stored_keys

    def backup_due(self, today: date) -> bool:
        """Whether no automatic backup has been made on ``today`` yet."""
        newest = self.newest_backup()
        return self.folder is not None and (newest is None or newest[:10] != today.isoformat())

    def newest_backup(self) -> str | None:
        """Return the local ISO time (to the minute) of the newest automatic backup, or None."""
        return newest_backup(self.folder) if self.folder else None

    def check(self) -> list[str]:
        """Return the codes of everything found wrong; a workspace in a folder is checked in a copy of it."""
        if self.folder is None:
            return self.database.check()
        with self._copies():
            return backups.problems_of_copy(self.database, self._key, self.folder / BACKUPS)

    def change_passphrase(self, passphrase: str, present: str | None = None) -> None:
        """Wrap the key by a new passphrase, here and in every kept backup; the recovery key stays the same.

        Copies elsewhere keep the old one. A backup that cannot be written now is renewed at the next opening. Raises
        ``WrongPassphrase`` if a ``present`` one is given and does not open the keys.
        """
        if self.folder is None:
            raise NoWorkspace
        with self._copies():
            stored = self._stored_keys
            if present is not None:
                keys.open_with_passphrase(stored, present)
            fresh = keys.with_new_passphrase(stored, self._key, passphrase)
            write_whole(self.folder / KEYS, fresh)
            self._stored_keys = fresh
            self.renew_backups()

    def renew_backups(self, unlock: Callable[[bytes], bytes] | None = None) -> None:
        """Put the present keys into every kept backup that has others for the same workspace.

        ``unlock`` opens those whose data have an earlier data key, if it can; see ``renew_data_key``.
        """
        for path in (path for place in self._backup_folders() for path in backups.listed(place)):
            with contextlib.suppress(StorageError):
                stored = backups.keys_in(path)
                if stored == self._stored_keys:
                    continue
                if keys.belong_to(stored, self._key):
                    backups.renew_keys(path, self._stored_keys)
                elif unlock is not None and keys.workspace_id(stored) == keys.workspace_id(self._stored_keys):
                    try:
                        before = unlock(stored)
                    except WrongPassphrase:
                        # Trying a passphrase takes a second, and the others will be of the same time.
                        unlock = None
                    else:
                        backups.renew_keys(path, self._stored_keys, (before, self._key))

    def new_keys(self, passphrase: str) -> keys.NewKeys:
        """Return new keys for this workspace, which are not in force yet; raise ``WrongPassphrase``."""
        if self.folder is None:
            raise NoWorkspace
        keys.open_with_passphrase(self._stored_keys, passphrase)
        return keys.make(passphrase, keys.workspace_id(self._stored_keys))

    def renew_data_key(self, made: keys.NewKeys, *, now: str) -> list[str]:
        """Encrypt the data anew, here and in every kept copy, so that no earlier key opens them; undo is dropped.

        At any moment the old or the new keys open the workspace. Returns the names of the copies that could not be
        encrypted anew; those a failing disk kept from it are at the next opening with the passphrase.
        """
        if self.folder is None or self._hold is None:
            raise NoWorkspace
        folder, hold, before = self.folder, self._hold, self._key
        with self._copies():
            self.backup(now=now)
            from tillid_planner.storage import driver

            with self.database.lock:
                try:
                    backups.copy_with_key(self.database, before, folder / f"{DATABASE}{NEW}", made.data_key)
                    write_synced(folder / f"{KEYS}{NEW}", made.stored)
                except BaseException:
                    swap.remove_leftovers(folder)
                    raise
                self.database.connection.close()
                hold.end()
                try:
                    swap.commit(folder, swap.NOTHING)
                    self._key, self._stored_keys = made.data_key, made.stored
                except Unfinished:
                    # It is finished at the next opening; until then there is nothing to go on with.
                    raise
                except BaseException:
                    self._reconnect(driver.connect(folder / DATABASE, before), hold)
                    raise
                self._reconnect(driver.connect(folder / DATABASE, made.data_key), hold)
            return self._renew_copies(folder, before)

    def _reconnect(self, connection: Any, hold: Hold) -> None:
        self.database.reconnect(connection)
        hold.begin()
        hold.stored(self.database.acts()[0])

    def _renew_copies(self, folder: Path, before: bytes) -> list[str]:
        from tillid_planner.storage import purging

        left = []
        for path in (path for place in self._backup_folders() for path in backups.listed(place)):
            try:
                if backups.keys_in(path) != self._stored_keys:
                    backups.renew_keys(path, self._stored_keys, (before, self._key))
            except StorageError:
                left.append(path.name)
        for path in purging.copies_beside(folder):
            try:
                backups.rekey(path, before, self._key)
            except StorageError:
                left.append(path.name)
        for path in folder.glob(f"{KEYS}.*"):
            # The keys of what a restore replaced: the present ones open it now.
            if keys.belong_to(path.read_bytes(), before):
                path.unlink()
        return left

    def purge(
        self, label: str, removed: Iterable[tuple[Kind, int]], note: Callable[[], object], *, now: str
    ) -> tuple[Changes, list[str]]:
        """Delete records for good: here, in the log, in undo, and in every copy this workspace keeps.

        ``note`` runs in the same unit of work (a receipt). A backup comes first, so that a failure loses nothing;
        ``now`` is its local ISO time. Returns what changed, and the names of the copies that could not be opened.
        """
        from tillid_planner.storage import purging

        with self._copies():
            removed = frozenset(removed)
            if self.folder is not None:
                self.backup(now=now)
                purging.remember(self.folder, removed)
            self.database.reserve(removed)
            with self.database.act(label, undoable=False) as act:
                for kind, record in sorted(removed):
                    self.database.delete(kind, record)
                note()
            purging.flush(self.database)
            if self.folder is None:
                return act.changes, []
            return act.changes, purging.scrub_copies(self.folder, self._key, self._backup_folders())

    def _backup_folders(self) -> list[Path]:
        """Return the folders with automatic backups: here, and the second place while it is there."""
        second = self.second_place
        found = [self.folder / BACKUPS] if self.folder is not None else []
        return found + ([second] if second is not None and second.is_dir() else [])

    def clean(self) -> None:
        """Delete again what an older copy that was put back had brought, and finish a deletion that was cut off.

        The newest backup in the second place knows too what was deleted for good.
        """
        from tillid_planner.storage import purging

        if self.folder is None:
            return
        known = removed_list.removed_from(self.folder)
        for place in self._backup_folders():
            for newest in backups.listed(place)[-1:]:
                with contextlib.suppress(StorageError):
                    if keys.belong_to(backups.keys_in(newest), self._key):
                        known |= removed_list.removed_in(backups.removed_in(newest))
        if known - removed_list.removed_from(self.folder):
            purging.remember(self.folder, known)
        purging.clean(self.database, self.folder, self._key, self._backup_folders())
        purging.catch_up(self._key, known, self._backup_folders())
        self.database.reserve(known)

    def highest_removed(self, kind: Kind) -> int:
        """Return the highest number of this kind that was deleted for good; a new record's is above it."""
        return removed_list.highest_removed(self.folder, kind)

    def close(self) -> None:
        """Close the database and let go of the key and the folder."""
        self.database.close()
        with self._copying:
            self._key = b""
            if self._hold is not None:
                self._hold.release()


class Hold:
    """A workspace's folder while it is open: the lock on it, the count of acts, and the files as they were opened."""

    def __init__(self, folder: Path) -> None:
        """Take the folder; raise ``NotWritable`` or ``WorkspaceInUse``."""
        require_writable(folder)
        self._folder = folder
        self._lock = locked(folder)
        self._count: ActCount | None = None
        self._files: dict[str, tuple[int, int]] = {}

    def begin(self) -> None:
        """Take the database as it is now for the one that is meant."""
        self.end()
        self._count = ActCount(self._folder / COUNT)
        self._files = {DATABASE: _identity(self._folder / DATABASE)}

    def stored(self, number: int) -> None:
        """Note that an act is committed; raise ``Gone`` if it is not in this folder's files any more."""
        log = f"{DATABASE}-wal"
        if log not in self._files:
            self._files[log] = _identity(self._folder / log)
        for name, known in self._files.items():
            if _identity(self._folder / name) != known:
                raise Gone
        if self._count is not None:
            self._count.write(number)

    def end(self) -> None:
        """Let go of the files, so that others can take their place; the folder is held on."""
        if self._count is not None:
            self._count.close()
            self._count = None

    def release(self) -> None:
        """Let go of the folder; doing so twice does nothing."""
        self.end()
        self._lock.release()


def create(
    folder: Path,
    name: str,
    passphrase: str,
    today: date,
    *,
    allow_synchronised: bool = False,
    tell: Callable[[str], object] | None = None,
) -> tuple[Workspace, str]:
    """Make a workspace in a new or empty folder; return it open, with its recovery key.

    ``tell`` gets the recovery key before the workspace is there; if it raises, there is none. Raises
    ``InvalidInput`` for a short passphrase, ``FolderTaken``, ``SynchronisedFolder`` and the errors of ``told``.
    What is cut off leaves a workspace that opens, or a folder that may be used again.
    """
    refuse_synchronised(folder, allow_synchronised)
    made = keys.make(passphrase)
    from tillid_planner.storage import driver

    with told(), backups.into(folder) as place:
        fresh = place / f"{DATABASE}{NEW}"
        remove(fresh)
        # SQLite gives a new file the rights of the umask, and its log those of the file.
        write_synced(fresh, b"")
        database = _connected(fresh, made.data_key)
        try:
            database.prepare()
            _name(database, name, today)
            driver.end_log(database.connection)
        finally:
            database.connection.close()
        write_synced(place / f"{KEYS}{NEW}", made.stored)
        if tell is not None:
            tell(made.recovery_key)
        swap.commit(place)
        make_private(place / BACKUPS)
    hold = Hold(folder)
    try:
        workspace = _connect(folder, hold, made.stored, made.data_key)
    except BaseException:
        hold.release()
        raise
    workspace.database.prepare()
    return workspace, made.recovery_key


def open_folder(
    folder: Path,
    unlock: Callable[[bytes], bytes],
    *,
    now: str,
    allow_synchronised: bool = False,
) -> Workspace:
    """Open the workspace in ``folder``; ``unlock`` turns the stored keys into the data key.

    What a cut-off run left is finished first: a restore, and the log of the database. Then everything is checked
    before the first row is shown (``Damaged`` if anything is wrong), and a backup is made before a migration.
    ``now`` is a local ISO time. ``missing`` of the workspace says whether acts that were stored are not there.
    """
    refuse_synchronised(folder, allow_synchronised)
    if not folder.is_dir():
        raise NoWorkspace
    hold = Hold(folder)
    try:
        with told():
            swap.finish(folder)
            tighten(folder)
        stored = stored_keys(folder)
        key = unlock(stored)
        if not keys.belong_to(stored, key):
            # Keys of an earlier version; with the seal a flipped bit in them is found.
            stored = keys.sealed(stored, key)
            with contextlib.suppress(StorageError), told():
                write_whole(folder / KEYS, stored)
        workspace = _connect(folder, hold, stored, key)
    except BaseException:
        hold.release()
        raise
    try:
        _make_ready(workspace, now, unlock)
    except BaseException:
        workspace.close()
        raise
    return workspace


def _connect(folder: Path, hold: Hold, stored: bytes, key: bytes) -> Workspace:
    path = folder / DATABASE
    log = path.with_name(path.name + "-wal")
    unclean = _has_content(log)
    if unclean:
        with contextlib.suppress(OSError):
            # Should acts be missing, what is left of them is in here; opening the database empties it.
            write_synced(log.with_name(f"{log.name}{_EVIDENCE}"), log.read_bytes())
    counted = read_count(folder / COUNT)
    with told():
        database = _connected(path, key, hold.stored)
        hold.begin()
    workspace = Workspace(database, folder, key, stored, hold)
    workspace.unclean = unclean
    try:
        if unclean:
            database.recover()
        if database.version:
            found, at = database.acts()
            if counted > found:
                workspace.missing = MissingActs(counted - found, local_time(at))
    except BaseException:
        workspace.close()
        raise
    return workspace


def _make_ready(workspace: Workspace, now: str, unlock: Callable[[bytes], bytes]) -> None:
    database, folder = workspace.database, workspace.folder
    if (workspace.unclean or workspace.missing) and database.check():
        raise Damaged(what=DATABASE)
    if database.version == 0:
        raise Damaged(what=DATABASE)
    if folder is not None:
        with contextlib.suppress(OSError):
            make_private(folder / BACKUPS)
            backups.remove_leftovers(folder / BACKUPS)
            if workspace.missing is None:
                (folder / f"{DATABASE}-wal{_EVIDENCE}").unlink(missing_ok=True)
    if database.version < migrations_version():
        workspace.backup(now=now)
    database.prepare()
    workspace.clean()
    workspace.renew_backups(unlock)


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
            raise Damaged(what=DATABASE) if has_keys else KeysDamaged
        if (folder / DATABASE).stat().st_size < _SMALLEST_DATABASE:
            # SQLite takes a file shorter than a page for an empty one, and would begin anew in it.
            raise Damaged(what=DATABASE)
        return (folder / KEYS).read_bytes()


def restore_keys(folder: Path, unlock: Callable[[bytes], bytes], backup: Path | None = None) -> None:
    """Put the keys of a backup in the place of damaged ones, which are kept: of the one named, else of the newest.

    Only keys that open the database are taken. Raises ``WrongPassphrase`` if ``unlock`` opens none of them,
    ``BadBackup`` if none of them opens the database.
    """
    hold = Hold(folder)
    try:
        with told():
            wrong: StorageError | None = None
            for found in [backup] if backup is not None else reversed(backups.listed(folder / BACKUPS)):
                try:
                    stored = backups.keys_in(found)
                    key = unlock(stored)
                    _connected(folder / DATABASE, key).close()
                except WrongPassphrase as error:
                    wrong = error
                except (BadBackup, KeysDamaged, Damaged):
                    continue
                else:
                    path = folder / KEYS
                    if path.exists():
                        write_synced(path.with_name(f"{KEYS}{_EVIDENCE}"), path.read_bytes())
                    write_whole(path, stored)
                    return
            raise wrong or BadBackup
    finally:
        hold.release()


def acts_counted(folder: Path) -> int:
    """Return how many acts have been stored in a workspace that need not be open; 0 if that is not known."""
    return read_count(folder / COUNT)


def newest_backup(folder: Path) -> str | None:
    """Return the local ISO time of the newest automatic backup of a workspace, open or not."""
    found = backups.listed(folder / BACKUPS)
    return backups.time_of(found[-1]) if found else None


def refuse_synchronised(folder: Path, allowed: bool) -> None:
    """Raise ``SynchronisedFolder`` for a folder on a network share or inside a synchronised one."""
    if not allowed and is_synchronised(folder):
        raise SynchronisedFolder


def migrations_version() -> int:
    """Return the schema version this program writes."""
    from tillid_planner.storage import migrations

    return migrations.VERSION


def _connected(path: Path | None, key: bytes, on_stored: Callable[[int], None] | None = None) -> Database:
    # The library is loaded when something is opened, so that the gate does not wait for it.
    from tillid_planner.storage import driver
    from tillid_planner.storage.database import Database

    return Database(driver.connect(path, key), on_stored)


def _identity(path: Path) -> tuple[int, int]:
    try:
        found = path.stat()
    except OSError:
        return 0, 0
    return found.st_dev, found.st_ino


def _name(database: Database, name: str, today: date) -> None:
    with database.act("create", undoable=False):
        database.insert(
            Kind.WORKSPACE,
            {"id": 1, "name": name, "created_on": today.isoformat(), "written_by": tillid_planner.__version__},
        )


def _has_content(path: Path) -> bool:
    return path.is_file() and path.stat().st_size > 0
