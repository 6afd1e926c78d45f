"""Spreadsheets (XLSX, XLS, ODS): the sheets and cells of what has been looked through."""

from __future__ import annotations

import io
from collections.abc import Iterator
from datetime import date, datetime, time, timedelta
from typing import TYPE_CHECKING, Any, Final, NamedTuple

from tillid_planner.exchange import biff_guard, zip_guard
from tillid_planner.exchange.cells import (
    LONGEST_CELL,
    MOST_CELLS,
    MOST_COLUMNS,
    MOST_ROWS,
    Cell,
    UnreadableFile,
    cleaned,
)

if TYPE_CHECKING:
    from python_calamine import CalamineSheet

_ZIP: Final = (b"PK\x03\x04", b"PK\x05\x06", b"PK\x07\x08")
_OLD: Final = biff_guard.SIGNATURE[:4]


class Sheet(NamedTuple):
    """One sheet's rows with their numbers from 1, its name, and the names of all that can be read."""

    name: str
    names: tuple[str, ...]
    rows: list[tuple[int, list[Cell]]]


def is_workbook(data: bytes) -> bool:
    """Whether the bytes begin as a spreadsheet file does, whatever the file is called."""
    return data.startswith((*_ZIP, _OLD))


def read_sheet(data: bytes, wanted: str | None) -> Sheet:
    """Return one sheet, without a wish the first with rows in it; raise ``UnreadableFile``."""
    safe = zip_guard.checked(data) if data.startswith(_ZIP) else biff_guard.checked(data)
    try:
        return _read(safe, wanted)
    except (UnreadableFile, KeyboardInterrupt, SystemExit, GeneratorExit):
        raise
    except BaseException as error:
        # The reader is written in Rust and panics on some damaged files; that is no Exception.
        raise UnreadableFile(_code(error)) from None


def _code(error: BaseException) -> str:
    from python_calamine import PasswordError

    return "encrypted" if isinstance(error, PasswordError) else "damaged"


def _read(data: bytes, wanted: str | None) -> Sheet:
    from python_calamine import CalamineWorkbook, SheetTypeEnum, SheetVisibleEnum

    with CalamineWorkbook.from_filelike(io.BytesIO(data)) as book:
        known = [sheet for sheet in book.sheets_metadata if sheet.typ == SheetTypeEnum.WorkSheet]
        shown = [sheet.name for sheet in known if sheet.visible == SheetVisibleEnum.Visible]
        names = tuple(shown or [sheet.name for sheet in known])
        if wanted is not None and wanted not in names:
            raise UnreadableFile("no_such_sheet")
        best = Sheet("", names, [])
        for name in names if wanted is None else (wanted,):
            rows = _rows(book.get_sheet_by_name(name))
            if len(rows) > 1:
                return Sheet(name, names, rows)
            # A single line is a heading on a front page, or a list with nobody in it yet.
            best = best if best.rows else Sheet(name, names, rows)
    if not best.rows:
        raise UnreadableFile("empty")
    return best


def _rows(sheet: CalamineSheet) -> list[tuple[int, list[Cell]]]:
    rows: list[tuple[int, list[Cell]]] = []
    filled = 0
    for number, cells in _filled_rows(sheet):
        if len(cells) > MOST_COLUMNS:
            raise UnreadableFile("too_many_columns", most=MOST_COLUMNS)
        rows.append((number, [_cell(value) for value in cells]))
        filled += len(cells)
        if len(rows) > MOST_ROWS + 1:
            raise UnreadableFile("too_many_rows", most=MOST_ROWS)
        if filled > MOST_CELLS:
            raise UnreadableFile("too_large")
    return rows


def _filled_rows(sheet: CalamineSheet) -> Iterator[tuple[int, list[Any]]]:
    first = sheet.start[0] + 1 if sheet.start else 1
    for number, cells in enumerate(sheet.iter_rows(), first):
        used = len(cells)
        while used and cells[used - 1] in ("", None):
            used -= 1
        if used:
            yield number, cells[:used]


def _cell(value: Any) -> Cell:
    if isinstance(value, bool):
        return "ja" if value else "nej"
    if isinstance(value, int | float):
        return float(value)
    if isinstance(value, datetime):
        return value.date()
    if isinstance(value, date):
        return value
    # «37:30» in a spreadsheet is a length of time or a time of day; both are meant as hours.
    if isinstance(value, timedelta):
        return value / timedelta(hours=1)
    if isinstance(value, time):
        return value.hour + value.minute / 60
    text = cleaned(str(value)) if value is not None else ""
    if len(text) > LONGEST_CELL:
        raise UnreadableFile("cell_too_long", most=LONGEST_CELL)
    return text

