"""Files made for the tests: spreadsheets of every kind, whole and broken, and texts in every encoding."""

from __future__ import annotations

import io
import os
import struct
import zipfile
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any

import pytest
import xlsxwriter

from tillid_planner.exchange.tabular import Table, UnreadableFile, read_table

DATA = Path(__file__).parents[1] / "data"
STAFF = (("Navn", "Stilling", "Timer"), ("Amina Holm", "Sygeplejerske", 32.5), ("Bo Lindskov", "Vikar", 37))

_ODS = "application/vnd.oasis.opendocument.spreadsheet"
_NAMESPACES = " ".join(
    f'xmlns:{short}="urn:oasis:names:tc:opendocument:xmlns:{long}:1.0"'
    for short, long in (("office", "office"), ("table", "table"), ("text", "text"))
)


def cpu_seconds() -> float:
    """Return the processor time used by this process and the ended processes it started."""
    return sum(os.times()[:4])


def saved(folder: Path, content: bytes, name: str = "liste.csv") -> Path:
    path = folder / name
    path.write_bytes(content)
    return path


def table_of(folder: Path, content: bytes | str, sheet: str | None = None) -> Table:
    return read_table(saved(folder, content.encode() if isinstance(content, str) else content), sheet)


def refused(folder: Path, content: bytes | str) -> str:
    """The code with which a file is refused."""
    with pytest.raises(UnreadableFile) as raised:
        table_of(folder, content)
    return raised.value.code


def cells(table: Table) -> list[tuple[Any, ...]]:
    return [row.cells for row in table.rows]


def headers(table: Table) -> list[str]:
    return [column.header for column in table.columns]


def xlsx(sheets: Mapping[str, Iterable[Sequence[Any]]], *, hidden: Sequence[str] = ()) -> bytes:
    target = io.BytesIO()
    book = xlsxwriter.Workbook(target, {"in_memory": True, "default_date_format": "dd-mm-yyyy"})
    for name, rows in sheets.items():
        sheet = book.add_worksheet(name)
        for number, row in enumerate(rows):
            for column, value in enumerate(row):
                sheet.write(number, column, value)
        if name in hidden:
            sheet.hide()
    book.close()
    return target.getvalue()


def ods(body: str, manifest: str = "") -> bytes:
    """A spreadsheet with one table whose rows are given as XML."""
    content = (
        f'<?xml version="1.0"?><office:document-content {_NAMESPACES}><office:body><office:spreadsheet>'
        f'<table:table table:name="Ark1">{body}</table:table>'
        "</office:spreadsheet></office:body></office:document-content>"
    )
    said = f"<manifest>{manifest}</manifest>"
    return zipped({"mimetype": _ODS, "META-INF/manifest.xml": said, "content.xml": content})


def ods_row(*values: str | float | None, repeated: int = 1) -> str:
    inside = "".join(
        "<table:table-cell/>"
        if value is None
        else f'<table:table-cell office:value-type="string"><text:p>{value}</text:p></table:table-cell>'
        if isinstance(value, str)
        else f'<table:table-cell office:value-type="float" office:value="{value}"/>'
        for value in values
    )
    return f'<table:table-row table:number-rows-repeated="{repeated}">{inside}</table:table-row>'


def zipped(parts: Mapping[str, str | bytes], *, packed: bool = True) -> bytes:
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED if packed else zipfile.ZIP_STORED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return target.getvalue()


def parts_of(content: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def altered(content: bytes, part: str, old: str, new: str) -> bytes:
    """A zipped workbook with something in one part replaced."""
    parts: dict[str, str | bytes] = dict(parts_of(content))
    text = parts_of(content)[part].decode()
    assert old in text
    return zipped(parts | {part: text.replace(old, new, 1)})


def xls(rows: Sequence[Sequence[str | float | None]], *, more: bytes = b"", first: bytes = b"") -> bytes:
    """An old workbook (BIFF8) with one sheet, in a container with one sector for each 512 bytes."""
    sheet = _record(0x0809, struct.pack("<HHHHII", 0x0600, 0x0010, 0, 0, 0, 0))
    for row, values in enumerate(rows):
        for column, value in enumerate(values):
            at = struct.pack("<HHH", row, column, 0)
            if isinstance(value, str):
                label = value.encode("utf-16-le")
                sheet += _record(0x0204, at + struct.pack("<HB", len(value), 1) + label)
            elif value is not None:
                sheet += _record(0x0203, at + struct.pack("<d", value))
    sheet += more + _record(0x000A, b"")
    start = _record(0x0809, struct.pack("<HHHHII", 0x0600, 0x0005, 0, 0, 0, 0)) + first
    bound_length = 4 + 8 + 4
    offset = len(start) + bound_length + 4
    bound = _record(0x0085, struct.pack("<IBBBB", offset, 0, 0, 4, 0) + b"Ark1")
    return container({"Workbook": start + bound + _record(0x000A, b"") + sheet})


def cell_record(row: int, column: int, value: float) -> bytes:
    return _record(0x0203, struct.pack("<HHHd", row, column, 0, value))


def _record(kind: int, data: bytes) -> bytes:
    return struct.pack("<HH", kind, len(data)) + data


def container(streams: Mapping[str, bytes]) -> bytes:
    """An OLE container; every stream is long enough to have sectors of its own."""
    sectors: list[bytes] = []
    links: list[int] = []
    entries = b""
    for name, content in streams.items():
        content = content.ljust(4096, b"\0")
        content += bytes(-len(content) % 512)
        start, count = len(sectors), len(content) // 512
        sectors += [content[i * 512 : (i + 1) * 512] for i in range(count)]
        links += [*range(start + 1, start + count), 0xFFFFFFFE]
        entries += _entry(name, 2, start, len(content), 0xFFFFFFFF)
    directory = _entry("Root Entry", 5, 0xFFFFFFFE, 0, 1) + entries
    directory += bytes(-len(directory) % 512)
    directory_at = len(sectors)
    count = len(directory) // 512
    sectors += [directory[i * 512 : (i + 1) * 512] for i in range(count)]
    links += [*range(directory_at + 1, directory_at + count), 0xFFFFFFFE]
    tables = -(-(len(links) + 1) // 127)
    table_at = len(sectors)
    links += [0xFFFFFFFD] * tables
    links += [0xFFFFFFFF] * (tables * 128 - len(links))
    header = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(16) + struct.pack("<HHHHH6x", 0x3E, 3, 0xFFFE, 9, 6)
    header += struct.pack("<IIIIIIIII", 0, tables, directory_at, 0, 4096, 0xFFFFFFFE, 0, 0xFFFFFFFE, 0)
    header += struct.pack("<109I", *range(table_at, table_at + tables), *[0xFFFFFFFF] * (109 - tables))
    return header + b"".join(sectors) + struct.pack(f"<{len(links)}I", *links)


def _entry(name: str, kind: int, start: int, size: int, child: int) -> bytes:
    label = name.encode("utf-16-le")
    entry = label.ljust(64, b"\0") + struct.pack("<HBBIII", len(label) + 2, kind, 1, 0xFFFFFFFF, 0xFFFFFFFF, child)
    return entry + bytes(36) + struct.pack("<IQ", start, size)
