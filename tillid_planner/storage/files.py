"""Files written as one: the old content or the new, whatever happens."""

from __future__ import annotations

import os
from pathlib import Path

from tillid_planner.storage import backups


def write_whole(path: Path, content: bytes) -> None:
    """Write a file so that either the old or the new content is there, whatever happens."""
    beside = path.with_name(path.name + ".new")
    try:
        with beside.open("wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        beside.replace(path)
    except BaseException:
        beside.unlink(missing_ok=True)
        raise
    backups.sync_folder(path.parent)
