"""A look at a workbook before it is opened: size, compression, encryption, and XML that refers to other things."""

from __future__ import annotations

import io
import zipfile

_MOST_ENTRIES = 2_000
_MOST_UNPACKED = 200 * 1024 * 1024
_MOST_RATIO = 200
_SAMPLE = 4096


def guard(content: bytes) -> str | None:
    """Return the code of what forbids opening these bytes as a workbook, or None."""
    if content.startswith(b"\xd0\xcf\x11\xe0"):
        # An encrypted XLSX is an old-style container with this stream in it.
        return "encrypted" if "EncryptedPackage".encode("utf-16-le") in content else None
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            return _zip_trouble(archive)
    except (zipfile.BadZipFile, EOFError, ValueError, OSError, NotImplementedError, RuntimeError):
        return "damaged"


def _zip_trouble(archive: zipfile.ZipFile) -> str | None:
    entries = archive.infolist()
    names = {entry.filename for entry in entries}
    if len(entries) > _MOST_ENTRIES or sum(entry.file_size for entry in entries) > _MOST_UNPACKED:
        return "hostile"
    if any(entry.flag_bits & 1 for entry in entries):
        return "encrypted"
    if not names & {"[Content_Types].xml", "content.xml"}:
        return "not_a_table"
    for entry in entries:
        if entry.file_size > 1_000_000 and entry.file_size > _MOST_RATIO * max(1, entry.compress_size):
            return "hostile"
        if entry.filename.endswith((".xml", ".rels")):
            with archive.open(entry) as part:
                start = part.read(_SAMPLE)
            # No workbook needs a document type; one is how outside files and endless entities come in.
            if b"<!DOCTYPE" in start or "<!DOCTYPE".encode("utf-16-le") in start:
                return "hostile"
    return None
