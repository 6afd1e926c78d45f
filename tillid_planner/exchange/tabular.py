"""Reading tables: CSV of any usual delimiter and encoding, XLSX, XLS, ODS, and cells pasted from a spreadsheet.

The kind of file is told by its content, never by its name. Limits come before reading, so that a hostile file
costs nothing; CPR numbers are dropped before a table is handed on.
"""

from __future__ import annotations

import stat
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from tillid_planner.exchange import cpr, headers
from tillid_planner.exchange.cells import MOST_BYTES, MOST_COLUMNS, MOST_ROWS, Cell, UnreadableFile, as_text
from tillid_planner.exchange.encoding import decode
from tillid_planner.exchange.separated import read_rows
from tillid_planner.exchange.workbook import is_workbook, read_sheet

__all__ = ["Cell", "Column", "Row", "Table", "UnreadableFile", "as_text", "read_pasted", "read_table"]

#: A title or two may stand above the header row.
_ROWS_BEFORE_HEADER = 10
#: What stands in place of a header that was itself a CPR number.
_CPR_HEADER = "CPR"


@dataclass(frozen=True, slots=True)
class Column:
    """One column: its header as written (made unique), and whether it held CPR numbers, which are gone."""

    header: str
    cpr: bool = False


@dataclass(frozen=True, slots=True)
class Row:
    """One row: its number in the file (from 1) and its cells, one for each column; empty ones are ''."""

    number: int
    cells: tuple[Cell, ...]

    def text(self, column: int) -> str:
        """Return a cell as text; whole numbers without decimals."""
        return as_text(self.cells[column])


@dataclass(frozen=True, slots=True)
class Table:
    """A table as read: columns, rows, and how it was read.

    ``ragged`` holds the numbers of rows with more cells than there are columns; what was too much was empty or
    is left out. ``doubled`` holds the headers that stood twice, ``cpr_rows`` the numbers of rows with a CPR number
    in a column of something else; it is gone.
    """

    columns: tuple[Column, ...]
    rows: tuple[Row, ...]
    encoding: str = ""
    delimiter: str = ""
    sheet: str = ""
    sheets: tuple[str, ...] = ()
    ragged: tuple[int, ...] = ()
    doubled: tuple[str, ...] = ()
    cpr_rows: tuple[int, ...] = ()


def read_table(path: Path, sheet: str | None = None) -> Table:
    """Read a file; ``sheet`` names one of a workbook's sheets (default: the first with rows in it).

    Raises ``UnreadableFile`` with one of the codes ``no_such_file``, ``not_allowed``, ``empty``, ``too_large``,
    ``not_a_table``, ``encrypted``, ``damaged``, ``hostile``, ``no_such_sheet``, ``too_many_rows``,
    ``too_many_columns``, ``cell_too_long``.
    """
    content = _content(path)
    if is_workbook(content):
        found = read_sheet(content, sheet)
        return _table(found.rows, sheet=found.name, sheets=found.names)
    decoded = decode(content)
    if decoded is None:
        raise UnreadableFile("not_a_table")
    text, encoding = decoded
    return _from_text(text, encoding)


def read_pasted(text: str) -> Table:
    """Read cells pasted from a spreadsheet (tabs), or text in any of the usual delimiters; raise ``UnreadableFile``."""
    if len(text) > MOST_BYTES:
        raise UnreadableFile("too_large")
    return _from_text(text.replace("\0", ""), encoding="")


def _content(path: Path) -> bytes:
    try:
        kind = path.stat()
        if not stat.S_ISREG(kind.st_mode):
            # A folder, a pipe or a device, which may never end.
            raise UnreadableFile("not_a_table")
        if kind.st_size > MOST_BYTES:
            raise UnreadableFile("too_large")
        with path.open("rb") as file:
            content = file.read(MOST_BYTES + 1)
    except FileNotFoundError as error:
        raise UnreadableFile("no_such_file") from error
    except (OSError, ValueError) as error:
        raise UnreadableFile("not_allowed") from error
    if len(content) > MOST_BYTES:
        raise UnreadableFile("too_large")
    if not content.strip():
        raise UnreadableFile("empty")
    return content


def _from_text(text: str, encoding: str) -> Table:
    rows, delimiter = read_rows(text)
    return _table(rows, encoding=encoding, delimiter=delimiter)


def _table(rows: Sequence[tuple[int, list[Cell]]], **how: Any) -> Table:
    if not rows:
        raise UnreadableFile("empty")
    top, names = _header(rows)
    if len(rows) - top - 1 > MOST_ROWS:
        raise UnreadableFile("too_many_rows", most=MOST_ROWS)
    body = [Row(number, _fitted(cells, len(names))) for number, cells in rows[top + 1 :]]
    is_cpr = [_holds_cpr(name, [row.cells[i] for row in body]) for i, name in enumerate(names)]
    kept = [_without_cpr(row, is_cpr) for row in body]
    shown = [_CPR_HEADER if cpr.is_number(name) else as_text(cpr.without(name)) for name in names]
    unique, doubled = _unique(shown)
    return Table(
        tuple(Column(name, gone) for name, gone in zip(unique, is_cpr, strict=True)),
        tuple(kept),
        ragged=tuple(number for number, cells in rows[top + 1 :] if any(cell != "" for cell in cells[len(names) :])),
        doubled=doubled,
        cpr_rows=tuple(
            row.number
            for row, clean in zip(body, kept, strict=True)
            if any(a != b and not gone for a, b, gone in zip(row.cells, clean.cells, is_cpr, strict=True))
        ),
        **how,
    )


def _header(rows: Sequence[tuple[int, list[Cell]]]) -> tuple[int, list[str]]:
    """Return the place of the header row and the headers; with none in sight, -1 and letters as a spreadsheet has."""
    above = rows[:_ROWS_BEFORE_HEADER]
    known, place = max((sum(headers.is_known(as_text(c)) for c in cells), -i) for i, (_, cells) in enumerate(above))
    first = rows[0][1]
    if not known and any(_is_data(cell) for cell in first):
        width = min(MOST_COLUMNS, max(len(cells) for _, cells in rows))
        return -1, [_letters(i) for i in range(width)]
    return -place, [as_text(cell) for cell in rows[-place][1]]


def _is_data(cell: Cell) -> bool:
    return not isinstance(cell, str) or "@" in cell or any(sign.isdecimal() for sign in cell)


def _letters(place: int) -> str:
    return (chr(64 + place // 26) if place >= 26 else "") + chr(65 + place % 26)


def _fitted(cells: list[Cell], width: int) -> tuple[Cell, ...]:
    return tuple(cells[:width]) + ("",) * (width - len(cells))


def _holds_cpr(name: str, cells: Sequence[Cell]) -> bool:
    if cpr.in_header(name) or cpr.is_number(name):
        return True
    # Foreign phone numbers may look like days; they are left out anyway, under their right name.
    return not headers.is_phone(name) and cpr.is_column(cells)


def _without_cpr(row: Row, is_cpr: Sequence[bool]) -> Row:
    cells = zip(row.cells, is_cpr, strict=True)
    return Row(row.number, tuple("" if gone else cpr.without(cell) for cell, gone in cells))


def _unique(names: list[str]) -> tuple[list[str], tuple[str, ...]]:
    taken = set(names)
    seen: dict[str, int] = {}
    unique = []
    for name in names:
        seen[name] = seen.get(name, 0) + 1
        label = name
        if name and seen[name] > 1:
            number = seen[name]
            while (label := f"{name} ({number})") in taken:
                number += 1
            taken.add(label)
        unique.append(label)
    return unique, tuple(name for name, times in seen.items() if name and times > 1)
