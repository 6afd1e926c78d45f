"""Replaces a database and its keys as one, so that at any moment the old or the new pair opens.

The new files lie beside the old, whole and synced, under names of their own. Then a marker is written: from there on
the new ones are meant, and whoever opens the folder next finishes what was cut off. Before it, they are leftovers.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Final

from tillid_planner.storage.errors import Unfinished, told
from tillid_planner.storage.files import sync_folder, write_whole
from tillid_planner.storage.places import COUNT, DATABASE, KEYS, NEW, REMOVED, SWAP

#: Says that what is replaced is not kept.
NOTHING: Final = "nothing"
#: What goes with a database and is meaningless beside another.
_SIDES: Final = ("-wal", "-shm", "-journal")


def commit(folder: Path, kept: str = "replaced") -> None:
    """Put ``workspace.db.new``, ``keys.json.new`` and ``removed.json.new`` in place.

    What they replace is kept beside as ``.<kept>`` («replaced» or «damaged»), or not at all if that is ``NOTHING``.
    Raises a storage error while nothing has changed, or ``Unfinished`` when it will be finished at the next opening.
    """
    write_whole(folder / SWAP, json.dumps({"kept": kept}).encode("ascii"))
    try:
        with told():
            finish(folder)
    except Exception as error:
        raise Unfinished from error


def finish(folder: Path) -> None:
    """Finish a swap that was cut off, or remove what one left behind before it was meant; else do nothing.

    Each step can be repeated, so it may itself be cut off.
    """
    marker = folder / SWAP
    if not marker.exists():
        remove_leftovers(folder)
        return
    kept = _kept_as(marker)
    for name in (DATABASE, KEYS, REMOVED):
        fresh = folder / f"{name}{NEW}"
        if not fresh.exists():
            continue
        if name == DATABASE:
            # A leftover log would bring the older data back over the new file, so it moves first.
            for side in (*(f"{DATABASE}{side}" for side in _SIDES), COUNT):
                _keep(folder / side, kept)
        _keep(folder / name, kept)
        fresh.replace(folder / name)
    sync_folder(folder)
    marker.unlink()
    sync_folder(folder)


def remove_leftovers(folder: Path) -> None:
    """Remove new files that were not meant yet when something cut the work off; nothing if they are meant."""
    if not (folder / SWAP).exists():
        remove(*(folder / f"{name}{NEW}" for name in (DATABASE, KEYS, REMOVED, SWAP)))


def remove(*paths: Path) -> None:
    """Remove files and what a database leaves beside them, if they are there."""
    for path in paths:
        for side in ("", *_SIDES):
            path.with_name(path.name + side).unlink(missing_ok=True)


def _kept_as(marker: Path) -> str:
    try:
        kept = json.loads(marker.read_bytes())["kept"]
    except (ValueError, KeyError, TypeError):
        kept = ""
    return kept if kept in ("replaced", "damaged", NOTHING) else "replaced"


def _keep(path: Path, kept: str) -> None:
    if kept == NOTHING:
        path.unlink(missing_ok=True)
    if not path.exists():
        return
    target, number = path.with_name(f"{path.name}.{kept}"), 1
    while target.exists():
        target = path.with_name(f"{path.name}.{kept}{number}")
        number += 1
    path.replace(target)
