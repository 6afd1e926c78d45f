"""Files written as one: the old content or the new, whatever happens; and renames that last."""

from __future__ import annotations

import os
import sys
from pathlib import Path

from tillid_planner.storage.places import private_opener


def write_whole(path: Path, content: bytes) -> None:
    """Write a file so that either the old or the new content is there, whatever happens; its owner alone can read it.

    Raises OSError while the old content is in force.
    """
    beside = path.with_name(path.name + ".new")
    try:
        write_synced(beside, content)
        beside.replace(path)
    except BaseException:
        beside.unlink(missing_ok=True)
        raise
    sync_folder(path.parent)


def write_synced(path: Path, content: bytes) -> None:
    """Write a file of this name anew and wait until it is on the disk."""
    path.unlink(missing_ok=True)
    with open(path, "xb", opener=private_opener) as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())


def sync_folder(folder: Path) -> None:
    """Make renames in a folder durable; Windows does this by itself.

    A folder that cannot be synced is left: the rename is done and in force, and most systems keep it.
    """
    if sys.platform == "win32":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    except OSError:
        pass
    finally:
        os.close(handle)
