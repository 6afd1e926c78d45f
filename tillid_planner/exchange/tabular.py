"""Reading tables: CSV of any usual delimiter and encoding, XLSX, XLS, ODS, and cells pasted from a spreadsheet.

The kind of file is told by its content, never by its name. Limits come before reading, so that a hostile file
costs nothing; CPR numbers are dropped before a table is handed on.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from typing import Any, TypeAlias

from tillid_planner.domain.errors import TillidError
from tillid_planner.exchange import headers
from tillid_planner.exchange.encoding import decode
from tillid_planner.exchange.spreadsheet_guard import guard

Cell: TypeAlias = str | float | date

MOST_BYTES = 20 * 1024 * 1024
MOST_ROWS = 10_000
MOST_COLUMNS = 200
LONGEST_CELL = 100_000
#: A title or two may stand above the header row.
_ROWS_BEFORE_HEADER = 10
_DELIMITERS = (";", "\t", ",", "|")


class UnreadableFile(TillidError):
    """The file cannot be read as a table; ``code`` says why, and nothing has been changed."""

    code = "not_a_table"


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
    is left out. ``doubled`` holds the headers that stood twice.
    """

    columns: tuple[Column, ...]
    rows: tuple[Row, ...]
    encoding: str = ""
    delimiter: str = ""
    sheet: str = ""
    sheets: tuple[str, ...] = ()
    ragged: tuple[int, ...] = ()
    doubled: tuple[str, ...] = ()


def read_table(path: Path, sheet: str | None = None) -> Table:
    """Read a file; ``sheet`` names one of a workbook's sheets (default: the first with anything in it).

    Raises ``UnreadableFile`` with one of the codes ``no_such_file``, ``not_allowed``, ``empty``, ``too_large``,
    ``not_a_table``, ``encrypted``, ``damaged``, ``hostile``, ``too_many_rows``, ``cell_too_long``.
    """
    content = _content(path)
    if content.startswith((b"PK\x03\x04", b"PK\x05\x06", b"\xd0\xcf\x11\xe0")):
        return _from_workbook(content, sheet)
    return _from_text(content)


def read_pasted(text: str) -> Table:
    """Read cells pasted from a spreadsheet (tabs), or text in any of the usual delimiters; raise ``UnreadableFile``."""
    if not text.strip():
        raise UnreadableFile("empty")
    if len(text) > MOST_BYTES:
        raise UnreadableFile("too_large")
    return _parsed(text, encoding="")


def as_text(cell: Cell) -> str:
    """Return a cell as text: whole numbers without decimals, days as ISO dates."""
    if isinstance(cell, float):
        return str(int(cell)) if cell.is_integer() else repr(cell)
    return cell.isoformat() if isinstance(cell, date) else cell


def _content(path: Path) -> bytes:
    try:
        if path.is_dir():
            raise UnreadableFile("not_a_table")
        if path.stat().st_size > MOST_BYTES:
            raise UnreadableFile("too_large")
        content = path.read_bytes()
    except FileNotFoundError as error:
        raise UnreadableFile("no_such_file") from error
    except (OSError, ValueError) as error:
        raise UnreadableFile("not_allowed") from error
    if not content.strip():
        raise UnreadableFile("empty")
    return content


def _from_text(content: bytes) -> Table:
    decoded = decode(content)
    if decoded is None:
        raise UnreadableFile("not_a_table")
    return _parsed(*decoded)


def _parsed(text: str, encoding: str) -> Table:
    delimiter = _delimiter(text)
    rows: list[tuple[int, list[Cell]]] = []
    for number, cells in _csv_rows(text, delimiter):
        rows.append((number, [cell.strip() for cell in cells]))
        if len(rows) > MOST_ROWS:
            raise UnreadableFile("too_many_rows", most=MOST_ROWS)
    return _table(rows, encoding=encoding, delimiter=delimiter)


def _csv_rows(text: str, delimiter: str) -> Iterator[tuple[int, list[str]]]:
    limit = csv.field_size_limit(LONGEST_CELL)
    try:
        # With no delimiter found every line is one cell; no text holds a NUL any more.
        reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter or "\0")
        start = 1
        for cells in reader:
            yield start, cells
            start = reader.line_num + 1
    except csv.Error as error:
        raise UnreadableFile("cell_too_long", most=LONGEST_CELL) from error
    finally:
        csv.field_size_limit(limit)


def _delimiter(text: str) -> str:
    sample = text[:20_000]
    best, best_score = "", 0
    for delimiter in _DELIMITERS:
        try:
            widths = [len(cells) for _, cells in _csv_rows(sample, delimiter) if any(cells)][:50]
        except UnreadableFile:
            continue
        if not widths:
            continue
        width = max(set(widths), key=widths.count)
        # Many rows of the same width above one speak for a delimiter; a comma in running text does not.
        score = widths.count(width) * (width - 1)
        if width > 1 and score > best_score:
            best, best_score = delimiter, score
    return best


def _from_workbook(content: bytes, sheet: str | None) -> Table:
    refused = guard(content)
    if refused is not None:
        raise UnreadableFile(refused)
    from python_calamine import CalamineWorkbook

    try:
        workbook = CalamineWorkbook.from_filelike(io.BytesIO(content))
        names = tuple(workbook.sheet_names)
        for name in (sheet,) if sheet in names else names:
            rows = _sheet_rows(workbook.get_sheet_by_name(name))
            if rows:
                return _table(rows, sheet=str(name), sheets=names)
    except UnreadableFile:
        raise
    except BaseException as error:
        # The reader is written in Rust and panics on some damaged files; that is no Exception.
        if isinstance(error, KeyboardInterrupt | SystemExit):
            raise
        raise UnreadableFile("damaged") from error
    raise UnreadableFile("empty")


def _sheet_rows(sheet: Any) -> list[tuple[int, list[Cell]]]:
    if sheet.height > MOST_ROWS:
        raise UnreadableFile("too_many_rows", most=MOST_ROWS)
    if sheet.width > MOST_COLUMNS:
        raise UnreadableFile("too_many_columns", most=MOST_COLUMNS)
    start = sheet.start[0] if sheet.start else 0
    return [
        (start + offset, [_cell(value) for value in cells])
        for offset, cells in enumerate(sheet.to_python(skip_empty_area=True), start=1)
        if any(value not in ("", None) for value in cells)
    ]


def _cell(value: Any) -> Cell:
    if isinstance(value, datetime):
        return value.date()
    if isinstance(value, bool):
        return "ja" if value else "nej"
    if isinstance(value, int | float):
        return float(value)
    if isinstance(value, date):
        return value
    text = str(value).replace("\0", "").strip()
    if len(text) > LONGEST_CELL:
        raise UnreadableFile("cell_too_long", most=LONGEST_CELL)
    return text


def _table(rows: Sequence[tuple[int, list[Cell]]], **how: Any) -> Table:
    filled = [(number, cells) for number, cells in rows if any(cell != "" for cell in cells)]
    if not filled:
        raise UnreadableFile("empty")
    top = max(
        range(min(len(filled), _ROWS_BEFORE_HEADER)),
        key=lambda i: (sum(headers.is_known(as_text(c)) for c in filled[i][1]), -i),
    )
    names = [as_text(cell) for cell in filled[top][1]]
    while names and not names[-1]:
        names.pop()
    if not names:
        raise UnreadableFile("empty")
    if len(names) > MOST_COLUMNS:
        raise UnreadableFile("too_many_columns", most=MOST_COLUMNS)
    body = [Row(number, _fitted(cells, len(names))) for number, cells in filled[top + 1 :]]
    cpr = [_holds_cpr(name, i, body) for i, name in enumerate(names)]
    kept = tuple(
        Row(row.number, tuple("" if cpr[i] else cell for i, cell in enumerate(row.cells))) for row in body
    )
    unique, doubled = _unique(names)
    return Table(
        tuple(Column(name, is_cpr) for name, is_cpr in zip(unique, cpr, strict=True)),
        kept,
        ragged=tuple(
            number for number, cells in filled[top + 1 :] if any(cell != "" for cell in cells[len(names) :])
        ),
        doubled=doubled,
        **how,
    )


def _fitted(cells: list[Cell], width: int) -> tuple[Cell, ...]:
    return tuple(cells[:width]) + ("",) * (width - len(cells))


def _holds_cpr(name: str, index: int, body: Sequence[Row]) -> bool:
    return headers.is_cpr(name) or headers.looks_like_cpr([row.text(index) for row in body])


def _unique(names: list[str]) -> tuple[list[str], tuple[str, ...]]:
    seen: dict[str, int] = {}
    unique, doubled = [], []
    for name in names:
        seen[name] = seen.get(name, 0) + 1
        if seen[name] > 1 and name:
            doubled.append(name)
        unique.append(name if seen[name] == 1 else f"{name} ({seen[name]})")
    return unique, tuple(dict.fromkeys(doubled))
