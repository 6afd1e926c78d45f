"""Writes a file that leaves: whole or not at all, readable by the user alone, never by way of a temporary folder."""

from __future__ import annotations

import contextlib
import errno
import os
import secrets
from pathlib import Path

from tillid_planner.domain.errors import TillidError

_REASONS = {
    errno.ENOSPC: "disk_full",
    errno.EDQUOT: "disk_full",
    errno.EFBIG: "disk_full",
    errno.EACCES: "not_writable",
    errno.EPERM: "not_writable",
    errno.EROFS: "not_writable",
    errno.ENOENT: "no_folder",
    errno.ENOTDIR: "no_folder",
    errno.EISDIR: "is_a_folder",
    errno.ENAMETOOLONG: "bad_name",
    errno.EINVAL: "bad_name",
}

# Without the last, Windows would write every line break as two characters.
_FLAGS = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0)


class NotSaved(TillidError):
    """The file could not be written, and what was there before is as it was; ``reason`` says why in one word."""

    code = "not_saved"

    def __init__(self, reason: str) -> None:
        super().__init__(reason=reason)
        self.reason = reason


def make_private(path: Path) -> None:
    """Make an empty file that the user alone may read, for somebody else to write; one that is there is kept.

    Where that cannot be done, writing it will fail and tell why.
    """
    with contextlib.suppress(OSError, ValueError):
        os.close(os.open(path, os.O_WRONLY | os.O_CREAT, 0o600))
        path.chmod(0o600)


def save(path: Path, content: bytes) -> None:
    """Write *content* to *path*, over what was there; raise ``NotSaved``.

    It is written beside the target and then renamed, so a full disk leaves nothing half written.
    """
    beside = path.with_name(f".{secrets.token_hex(6)}.part")
    try:
        try:
            with os.fdopen(os.open(beside, _FLAGS, 0o600), "wb") as file:
                file.write(content)
                file.flush()
                os.fsync(file.fileno())
            beside.replace(path)
        finally:
            with contextlib.suppress(OSError):
                beside.unlink(missing_ok=True)
    except (OSError, ValueError) as error:
        number = error.errno if isinstance(error, OSError) else errno.EINVAL
        raise NotSaved(_REASONS.get(number or 0, "unknown")) from error
