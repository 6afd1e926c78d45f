"""The list of what was deleted for good: by table and number alone, nothing that says of whom or what.

It lies in the workspace's folder and travels in backups, so that a copy that is restored loses it again.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from pathlib import Path
from typing import Any, TypeAlias

from tillid_planner.domain.changes import Kind
from tillid_planner.storage.places import REMOVED

#: A table and the number of a row that was deleted for good.
Removed: TypeAlias = tuple[Kind, int]


def removed_from(folder: Path | None) -> frozenset[Removed]:
    """Return what was deleted for good from the workspace in *folder*; a list that cannot be read is empty."""
    return frozenset() if folder is None else removed_in(content_in(folder))


def removed_in(content: bytes) -> frozenset[Removed]:
    """Return what a list in a folder or a backup says was deleted for good; one that cannot be read is empty."""
    try:
        return frozenset((Kind(kind), int(record)) for kind, record in loaded(content).get("removed", ()))
    except (ValueError, TypeError):
        return frozenset()


def content_of(removed: Iterable[Removed], *, scrubbed: bool = False) -> bytes:
    """Return a list as it is written; not ``scrubbed``, it is replayed over every copy at the next opening."""
    listed = sorted([kind.value, record] for kind, record in removed)
    return json.dumps({"version": 1, "scrubbed": scrubbed, "removed": listed}).encode()


def highest_removed(folder: Path | None, kind: Kind) -> int:
    """Return the highest number of this kind that was deleted for good, 0 if none: it is not used again."""
    return max((record for k, record in removed_from(folder) if k is kind), default=0)


def content_in(folder: Path) -> bytes:
    """Return the list in a folder as it is written, b"" if there is none."""
    try:
        return (folder / REMOVED).read_bytes()
    except OSError:
        return b""


def loaded(content: bytes) -> dict[str, Any]:
    """Return what a list says; one that cannot be read says nothing."""
    try:
        found = json.loads(content)
    except ValueError:
        return {}
    return found if isinstance(found, dict) else {}
