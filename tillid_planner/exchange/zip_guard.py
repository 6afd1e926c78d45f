"""Zipped spreadsheets (XLSX, ODS) looked through before a reader sees them.

Every part is unpacked under a limit and read once as XML: no document type, no entities, cells only within
bounds. What passed is packed anew, so that the reader gets nothing that was not looked at: no macros, no
pictures, no embedded files, no second entry of the same name.
"""

from __future__ import annotations

import io
import zipfile
import zlib
from collections.abc import Mapping
from typing import Final

from tillid_planner.exchange.cells import UnreadableFile
from tillid_planner.exchange.sheet_look import MOST_ELEMENTS, MOST_TEXT, Look, Marks

_MOST_ENTRIES: Final = 2_000
#: Bytes of all parts together, unpacked; a workbook of 10,000 rows has about 15 million.
_MOST_UNPACKED: Final = 60_000_000
_ENCRYPTED_FLAG: Final = 0x1
_CHUNK: Final = 1 << 16


def checked(data: bytes) -> tuple[bytes, dict[str, Marks]]:
    """Return a zipped workbook with only its harmless parts, and what its sheets hide and merge, by their names.

    Raises ``UnreadableFile``.
    """
    try:
        parts = _unpacked(data)
    except (zipfile.BadZipFile, zlib.error, EOFError, OSError, ValueError, NotImplementedError) as error:
        raise UnreadableFile("damaged") from error
    except RuntimeError as error:  # what zipfile raises where a password is wanted
        raise UnreadableFile("encrypted") from error
    _refuse_what_is_no_workbook(parts)
    shared: list[int] = []
    kept: dict[str, bytes] = {}
    looks: dict[str, Look] = {}
    for name, content in parts.items():
        if name == "mimetype":
            kept[name] = content
            continue
        look = Look()
        if look.at(content):
            kept[name] = content
            shared += look.shared
            looks[name] = look
            if sum(seen.elements for seen in looks.values()) > MOST_ELEMENTS:
                raise UnreadableFile("hostile")
        elif name.lower().endswith((".xml", ".rels")):
            raise UnreadableFile("damaged")
    if sum(look.text(shared) for look in looks.values()) > MOST_TEXT:
        raise UnreadableFile("hostile")
    return _packed(kept), _marks(looks)


def _marks(looks: Mapping[str, Look]) -> dict[str, Marks]:
    """Return what each sheet hides and merges: in ODS by table, in XLSX by the part a sheet is in."""
    book = looks.get("xl/workbook.xml")
    if book is None:
        return {name: marks for look in looks.values() for name, marks in look.marks.items()}
    relations = looks["xl/_rels/workbook.xml.rels"].relations if "xl/_rels/workbook.xml.rels" in looks else {}
    found = {}
    for name, relation in book.sheets.items():
        # A part is named from the workbook's folder, or from the root.
        target = relations.get(relation, "")
        part = looks.get(target.removeprefix("/") if target.startswith("/") else f"xl/{target}")
        if part is not None and "" in part.marks:
            found[name] = part.marks[""]
    return found


def _unpacked(data: bytes) -> dict[str, bytes]:
    parts: dict[str, bytes] = {}
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        entries = archive.infolist()
        if len(entries) > _MOST_ENTRIES:
            raise UnreadableFile("hostile")
        if any(entry.flag_bits & _ENCRYPTED_FLAG for entry in entries):
            raise UnreadableFile("encrypted")
        if sum(entry.file_size for entry in entries) > _MOST_UNPACKED:
            raise UnreadableFile("hostile")
        room = _MOST_UNPACKED
        for entry in entries:
            if entry.is_dir():
                continue
            if entry.filename in parts:
                raise UnreadableFile("damaged")
            content = _content(archive, entry, room)
            room -= len(content)
            parts[entry.filename] = content
    return parts


def _content(archive: zipfile.ZipFile, entry: zipfile.ZipInfo, room: int) -> bytes:
    # The sizes in the directory are what the file says of itself, so the bytes are counted as they come.
    content = bytearray()
    with archive.open(entry) as stream:
        while chunk := stream.read(_CHUNK):
            content += chunk
            if len(content) > room:
                raise UnreadableFile("hostile")
    return bytes(content)


def _packed(parts: Mapping[str, bytes]) -> bytes:
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_STORED) as archive:
        for name, content in parts.items():
            archive.writestr(zipfile.ZipInfo(name), content)
    return target.getvalue()


def _refuse_what_is_no_workbook(parts: Mapping[str, bytes]) -> None:
    lower = {name.lower() for name in parts}
    if any(name.startswith("xl/") for name in lower):
        # The binary kind (XLSB) cannot be looked through, so it is not read.
        if "xl/workbook.bin" in lower:
            raise UnreadableFile("not_a_table")
        return
    if "encrypted-package" in lower:
        raise UnreadableFile("encrypted")
    if "encryption-data" in parts.get("META-INF/manifest.xml", b"").decode("latin-1"):
        raise UnreadableFile("encrypted")
    kind = parts.get("mimetype", b"").strip()
    if "content.xml" not in lower or not kind.startswith(b"application/vnd.oasis.opendocument.spreadsheet"):
        raise UnreadableFile("not_a_table")
