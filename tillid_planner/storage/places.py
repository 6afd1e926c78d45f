"""What lies in a workspace's folder: the names of its files, who may read them, and who has the folder."""

from __future__ import annotations

import contextlib
import os
import stat
import sys
from pathlib import Path
from typing import Final

from filelock import FileLock, Timeout

from tillid_planner.storage.errors import NotWritable, WorkspaceInUse, told

DATABASE: Final = "workspace.db"
KEYS: Final = "keys.json"
BACKUPS: Final = "backups"
#: What was deleted for good, by table and number alone; it travels in backups.
REMOVED: Final = "removed.json"
#: How many acts have been stored, written after each.
COUNT: Final = "acts.count"
#: Held by whoever has the workspace open, or is putting another in its place.
LOCK: Final = "workspace.lock"
#: There while new files take the old ones' place; see ``swap``.
SWAP: Final = "swap.json"
NEW: Final = ".new"
#: What a cut-off ``create`` or ``restore`` leaves; a folder with nothing else in it may be used.
_LEFTOVERS: Final = frozenset({LOCK, COUNT, *(f"{name}{NEW}" for name in (SWAP, DATABASE, KEYS, REMOVED))})
_SIDES: Final = ("-wal", "-shm", "-journal")


def is_free(folder: Path) -> bool:
    """Whether a workspace can be made here: nothing is there, or only what a cut-off attempt left behind."""
    if not folder.exists():
        return True
    if not folder.is_dir():
        return False
    return all(_is_leftover(path) for path in folder.iterdir())


def _is_leftover(path: Path) -> bool:
    if path.name == BACKUPS:
        return path.is_dir() and not any(path.iterdir())
    name = path.name
    for side in _SIDES:
        name = name.removesuffix(side)
    return name in _LEFTOVERS


def make_private(folder: Path) -> None:
    """Make a folder, if it is not there, that only its owner can open."""
    folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    if sys.platform != "win32":
        folder.chmod(0o700)


def tighten(folder: Path) -> None:
    """Take everybody else's rights away from the folder, its backups and the files in them, where they had any."""
    if sys.platform == "win32":
        return
    with contextlib.suppress(OSError):
        for place in (folder, folder / BACKUPS):
            if place.is_dir():
                _only_owner(place, 0o700)
                for path in place.iterdir():
                    if path.is_file() and not path.is_symlink():
                        _only_owner(path, 0o600)


def _only_owner(path: Path, mode: int) -> None:
    if stat.S_IMODE(path.stat().st_mode) & 0o077:
        path.chmod(mode)


def private_opener(path: str, flags: int) -> int:
    """Open a file for ``open(opener=…)`` so that a new one can be read by its owner alone, whatever the umask."""
    return os.open(path, flags, 0o600)


def require_writable(folder: Path) -> None:
    """Raise ``NotWritable`` if the folder or the files a workspace writes in it are read-only."""
    if not os.access(folder, os.W_OK | os.X_OK):
        raise NotWritable
    for name in (DATABASE, f"{DATABASE}-wal", COUNT):
        path = folder / name
        if path.exists() and not os.access(path, os.R_OK | os.W_OK):
            raise NotWritable


def locked(folder: Path) -> FileLock:
    """Take the folder for this process and return the lock, to be released; raise ``WorkspaceInUse`` if it is held.

    The system lets go of it when the process ends, however it ends.
    """
    lock = FileLock(folder / LOCK, timeout=0, mode=0o600, thread_local=False)
    with told():
        try:
            lock.acquire()
        except Timeout as error:
            raise WorkspaceInUse from error
    return lock
