"""Looks for a word in everything a workspace keeps: in the clear, and in every page of every database, decrypted."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator
from pathlib import Path

from cryptography.hazmat.primitives.ciphers import Cipher, algorithms, modes

# How the cipher lays a page out: a salt before the first, a vector and a mark of authenticity after each.
PAGE, SALT, RESERVED = 4096, 16, 80
_LOG_HEAD, _FRAME_HEAD = 32, 24


def pages(database: bytes, key: bytes) -> Iterator[bytes]:
    """Every page of a database, decrypted: also those nothing points at any more."""
    for start in range(0, len(database) - PAGE + 1, PAGE):
        yield _decrypted(database[start : start + PAGE], key, first=start == 0)


def pages_of_log(log: bytes, key: bytes) -> Iterator[bytes]:
    """Every page in a write-ahead log, decrypted."""
    for start in range(_LOG_HEAD, len(log) - _FRAME_HEAD - PAGE + 1, _FRAME_HEAD + PAGE):
        number = int.from_bytes(log[start : start + 4], "big")
        page = log[start + _FRAME_HEAD : start + _FRAME_HEAD + PAGE]
        yield _decrypted(page, key, first=number == 1)


def text_of(path: Path, key: bytes) -> str:
    """All that can be read in a file by somebody who has the key: a database, a log, a backup, or anything else."""
    content = path.read_bytes()
    parts = [content]
    if zipfile.is_zipfile(io.BytesIO(content)):
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            for name in archive.namelist():
                parts.append(archive.read(name))
                if name.endswith(".db"):
                    parts += pages(archive.read(name), key)
    else:
        parts += [*pages(content, key), *pages_of_log(content, key)]
    return "".join(part.decode("utf-8", errors="replace") for part in parts)


def files_with(word: str, folder: Path, key: bytes) -> list[str]:
    """The files under a folder, by their path in it, in which a word can be read with the key."""
    return sorted(
        str(path.relative_to(folder)) for path in folder.rglob("*") if path.is_file() and word in text_of(path, key)
    )


def _decrypted(page: bytes, key: bytes, *, first: bool) -> bytes:
    secret = page[SALT if first else 0 : PAGE - RESERVED]
    decryptor = Cipher(algorithms.AES(key), modes.CBC(page[PAGE - RESERVED : PAGE - RESERVED + 16])).decryptor()
    return decryptor.update(secret) + decryptor.finalize()
