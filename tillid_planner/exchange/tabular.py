"""Reading tables: CSV of any usual delimiter and encoding, XLSX, XLS, ODS, and cells pasted from a spreadsheet.

The kind of file is told by its content, never by its name. Limits come before reading, so that a hostile file
costs nothing; CPR numbers are dropped before a table is handed on.
"""

from __future__ import annotations

import stat
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from tillid_planner.exchange import cpr, headers, markup
from tillid_planner.exchange.cells import MOST_BYTES, MOST_CELLS, MOST_COLUMNS, MOST_ROWS, Cell, UnreadableFile, as_text
from tillid_planner.exchange.encoding import decode
from tillid_planner.exchange.grid import Grid
from tillid_planner.exchange.header_rows import Head, best_grid, has_headers
from tillid_planner.exchange.mojibake import mended
from tillid_planner.exchange.separated import read_rows
from tillid_planner.exchange.workbook import is_workbook, read_grids

__all__ = ["Cell", "Column", "Row", "Table", "UnreadableFile", "as_text", "read_pasted", "read_table"]

#: What stands in place of a header that was itself a CPR number.
_CPR_HEADER = "CPR"


@dataclass(frozen=True, slots=True)
class Column:
    """One column: its header as written (made unique), the heading above it, and whether it held CPR numbers.

    CPR numbers are gone; ``by_numbers`` says that they were told by what stood in the column, not by its header.
    """

    header: str
    cpr: bool = False
    group: str = ""
    by_numbers: bool = False


@dataclass(frozen=True, slots=True)
class Row:
    """One row: its number in the file (from 1) and its cells, one for each column; empty ones are ''.

    ``hidden`` says that the spreadsheet does not show it.
    """

    number: int
    cells: tuple[Cell, ...]
    hidden: bool = False

    def text(self, column: int) -> str:
        """Return a cell as text; whole numbers without decimals."""
        return as_text(self.cells[column])


@dataclass(frozen=True, slots=True)
class Table:
    """A table as read: columns, rows, and how it was read.

    ``ragged`` holds the numbers of rows with more cells than there are columns; what was too much was empty or
    is left out. ``doubled`` holds the headers that stood twice, ``cpr_cells`` row number and column of CPR numbers
    in columns of something else; they are gone. ``header_row`` is the header's number in the file, 0 for none: the
    columns are lettered. ``repaired`` counts the cells whose letters had been garbled; ``matrix`` marks a skills
    matrix.
    """

    columns: tuple[Column, ...]
    rows: tuple[Row, ...]
    encoding: str = ""
    delimiter: str = ""
    sheet: str = ""
    sheets: tuple[str, ...] = ()
    ragged: tuple[int, ...] = ()
    doubled: tuple[str, ...] = ()
    cpr_cells: tuple[tuple[int, int], ...] = ()
    header_row: int = 1
    repaired: int = 0
    matrix: bool = False

    @property
    def headerless(self) -> bool:
        """Whether the file has no headers, so that its columns are lettered."""
        return self.header_row == 0


def read_table(path: Path, sheet: str | None = None, *, kind: str = "", header_row: int | None = None) -> Table:
    """Read a file; the sheet and the header row are those with the most headers known in a list of ``kind``.

    ``sheet`` (a name) and ``header_row`` (its number in the file, from 1) choose them by hand. Raises
    ``UnreadableFile`` with one of the codes ``no_such_file``, ``not_allowed``, ``empty``, ``too_large``,
    ``not_a_table``, ``web_page``, ``encrypted``, ``damaged``, ``hostile``, ``no_such_sheet``, ``no_such_row``,
    ``too_many_rows``, ``too_many_columns``, ``cell_too_long``.
    """
    content = _content(path)
    if is_workbook(content):
        grids, left_out = read_grids(content)
        if left_out and not has_headers(grids, kind):
            # The list may be the sheet that was too large, and what is left its front page.
            raise UnreadableFile(left_out, most=MOST_ROWS if left_out == "too_many_rows" else MOST_COLUMNS)
        return _table(grids, kind, sheet, header_row, sheets=tuple(grid.name for grid in grids))
    decoded = decode(content)
    if decoded is None:
        raise UnreadableFile("not_a_table")
    text, encoding = decoded
    if markup.is_page(text):
        grids = markup.page_grids(_as_said(content, text))
    elif markup.is_xml_workbook(text):
        grids = markup.xml_grids(text)
    else:
        return _from_text(text, kind, header_row, encoding, sheet)
    return _table(grids, kind, sheet, header_row, sheets=tuple(grid.name for grid in grids if grid.name))


def _as_said(content: bytes, text: str) -> str:
    """Return a page's text in the encoding it says it is in, if it says one that is known."""
    try:
        return content.decode(markup.charset(content)).removeprefix("\ufeff")
    except (LookupError, UnicodeDecodeError):
        return text


def read_pasted(text: str, *, kind: str = "") -> Table:
    """Read cells pasted from a spreadsheet (tabs), or text in any of the usual delimiters; raise ``UnreadableFile``."""
    if len(text) > MOST_BYTES:
        raise UnreadableFile("too_large")
    return _from_text(text.replace("\0", ""), kind, None, encoding="")


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


def _from_text(text: str, kind: str, header_row: int | None, encoding: str, sheet: str | None = None) -> Table:
    rows, delimiter = read_rows(text)
    return _table([Grid("", tuple(rows))], kind, sheet, header_row, encoding=encoding, delimiter=delimiter)


def _table(grids: Sequence[Grid], kind: str, sheet: str | None, header_row: int | None, **how: Any) -> Table:
    grid, head = best_grid([mended(grid) for grid in grids], kind, sheet, header_row)
    rows = _filled_down(grid, head)
    if len(rows) > MOST_ROWS:
        raise UnreadableFile("too_many_rows", most=MOST_ROWS)
    names = [as_text(cpr.without(name)) for name in head.headers]
    body = [Row(number, _fitted(cells, len(names)), number in grid.hidden) for number, cells in rows]
    is_cpr = [_holds_cpr(name, [row.cells[i] for row in body]) for i, name in enumerate(head.headers)]
    is_phone = [headers.is_phone(name) for name in head.headers]
    kept = [_without_cpr(row, is_cpr) for row in body]
    unique, doubled = _unique([_CPR_HEADER if cpr.is_number(name) else name for name in names])
    return Table(
        tuple(
            Column(name, gone, as_text(cpr.without(group)), gone and not _says_cpr(header))
            for name, gone, group, header in zip(unique, is_cpr, head.groups, head.headers, strict=True)
        ),
        tuple(kept),
        sheet=grid.name,
        ragged=tuple(number for number, cells in rows if any(cell != "" for cell in cells[len(names) :])),
        doubled=doubled,
        cpr_cells=tuple(
            (row.number, at)
            for row, clean in zip(body, kept, strict=True)
            if row.cells != clean.cells
            for at, (a, b) in enumerate(zip(row.cells, clean.cells, strict=True))
            # A phone number may look like a CPR number; it is left out under its right name.
            if a != b and not is_cpr[at] and not is_phone[at]
        ),
        header_row=head.number,
        repaired=grid.repaired,
        **how,
    )


def _filled_down(grid: Grid, head: Head) -> list[tuple[int, list[Cell]]]:
    """Return the rows below the headers with what stands in merged cells repeated in each row they cover."""
    rows = list(grid.rows[head.top :])
    numbers = [number for number, _ in rows]
    room = MOST_CELLS
    for top, left, bottom, right in grid.merged:
        first, last = bisect_left(numbers, top), bisect_right(numbers, bottom)
        if last - first < 2 or numbers[first] != top or room <= 0:
            continue
        filling = rows[first][1][left : right + 1]
        for _, cells in rows[first + 1 : last]:
            cells.extend([""] * (left + len(filling) - len(cells)))
            for column, value in enumerate(filling, start=left):
                cells[column] = cells[column] if cells[column] != "" else value
            room -= 1 + len(filling)
    return rows


def _fitted(cells: list[Cell], width: int) -> tuple[Cell, ...]:
    return tuple(cells[:width]) + ("",) * (width - len(cells))


def _says_cpr(header: str) -> bool:
    return cpr.in_header(header) or cpr.is_number(header)


def _holds_cpr(name: str, cells: Sequence[Cell]) -> bool:
    if _says_cpr(name):
        return True
    # Foreign phone numbers may look like days; they are left out anyway, under their right name.
    return not headers.is_phone(name) and cpr.is_column(cells)


def _without_cpr(row: Row, is_cpr: Sequence[bool]) -> Row:
    cells = zip(row.cells, is_cpr, strict=True)
    return Row(row.number, tuple("" if gone else cpr.without(cell) for cell, gone in cells), row.hidden)


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
