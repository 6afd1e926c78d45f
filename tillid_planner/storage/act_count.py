"""How many acts have been stored, in a file beside the database: it tells when some of them are missing.

A log that was cut or deleted leaves a database that is whole and lacks the latest acts. The count is written after an
act is committed and before it is told as stored; it is not synced, so after a power cut it may lag behind, which is
no sign of loss.
"""

from __future__ import annotations

import contextlib
import hashlib
import os
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Final

from tillid_planner.storage.places import private_opener

_LENGTH: Final = 96


@dataclass(frozen=True, slots=True)
class MissingActs:
    """Acts that were stored and are not there: how many, and the local ISO time of the latest that is (or «»)."""

    count: int
    since: str


class ActCount:
    """Writes the count in place; one write of a fixed length, so that it is whole or the old one."""

    def __init__(self, path: Path) -> None:
        self._handle = private_opener(str(path), os.O_RDWR | os.O_CREAT | getattr(os, "O_BINARY", 0))

    def write(self, count: int) -> None:
        """Write the number of the latest act; a disk that refuses keeps the one before, which raises no alarm."""
        with contextlib.suppress(OSError):
            os.lseek(self._handle, 0, os.SEEK_SET)
            os.write(self._handle, _record(count))

    def close(self) -> None:
        """Let go of the file."""
        with contextlib.suppress(OSError):
            os.close(self._handle)


def read_count(path: Path) -> int:
    """Return the number of the latest act that was stored; 0 if it is not known."""
    try:
        raw = path.read_bytes()
        count = int(raw.split()[1])
    except (OSError, ValueError, IndexError):
        return 0
    return count if raw == _record(count) else 0


def local_time(at: str) -> str:
    """Return a time of the log (ISO, UTC) as local ISO time to the minute; «» if it is none."""
    try:
        return datetime.fromisoformat(at).astimezone().replace(tzinfo=None).isoformat(timespec="minutes")
    except ValueError:
        return ""


def _record(count: int) -> bytes:
    text = f"tillid-acts {count}"
    return f"{text} {hashlib.sha256(text.encode()).hexdigest()[:16]}".ljust(_LENGTH - 1).encode() + b"\n"
