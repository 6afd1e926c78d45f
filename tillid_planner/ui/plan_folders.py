"""Where a plan lies: folder names that every system takes."""

from __future__ import annotations

import re
from pathlib import Path

SUFFIX = ".tillid"
_FORBIDDEN = re.compile(r'[<>:"/\\|?*\x00-\x1f\x7f]+')
_RESERVED = re.compile(r"(?:con|prn|aux|nul|com\d|lpt\d)(?:\..*)?", re.IGNORECASE)
_LONGEST = 60


def folder_name(name: str) -> str:
    """Return the folder name for a plan's name, safe on Windows, macOS and Linux alike."""
    cleaned = " ".join(_FORBIDDEN.sub(" ", name).split())[:_LONGEST].strip(" .")
    if not cleaned or _RESERVED.fullmatch(cleaned):
        cleaned = f"Plan {cleaned}".strip()
    return cleaned + SUFFIX


def plan_name(folder: Path) -> str:
    """Return what a plan is called by its folder, while it is locked."""
    return folder.name.removesuffix(SUFFIX) or str(folder)


def is_taken(folder: Path) -> bool:
    """Whether something lies there already that must not be written over."""
    try:
        return folder.exists() and (not folder.is_dir() or any(folder.iterdir()))
    except OSError:
        return True


def free_beside(folder: Path) -> Path:
    """Return the folder, or the first free one named like it with a number."""
    number, free = 2, folder
    while is_taken(free):
        free = folder.with_name(f"{plan_name(folder)} {number}{SUFFIX}")
        number += 1
    return free
