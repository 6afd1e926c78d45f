"""Spreadsheets (XLSX, XLS, ODS): the sheets and cells of what has been looked through."""

from __future__ import annotations

import io
from collections.abc import Iterator
from itertools import islice
from typing import TYPE_CHECKING, Final, NamedTuple

from tillid_planner.exchange import biff_guard, zip_guard
from tillid_planner.exchange.cpr import Cell
from tillid_planner.exchange.unreadable import MOST_ROWS, UnreadableFile

if TYPE_CHECKING:
    from python_calamine import CalamineSheet, CalamineWorkbook

_ZIP: Final = (b"PK\x03\x04", b"PK\x05\x06")


class Sheet(NamedTuple):
    """One sheet's rows with their row numbers, its name, and the names of all that can be read."""

    name: str
    names: tuple[str, ...]
    rows: list[tuple[int, list[Cell]]]


def is_workbook(data: bytes) -> bool:
    """Whether the bytes begin as a spreadsheet file does, whatever the file is called."""
    return data.startswith((*_ZIP, biff_guard.SIGNATURE))


def read_sheet(data: bytes, wanted: str | None) -> Sheet:
    """Return one sheet, without a wish the first with data; raise ``UnreadableFile``."""
    safe = zip_guard.checked(data) if data.startswith(_ZIP) else biff_guard.checked(data)
    try:
        return _read(safe, wanted)
    except UnreadableFile:
        raise
    except (KeyboardInterrupt, SystemExit, GeneratorExit):
        raise
    except BaseException as error:  # a panic in the reader is no Exception
        raise UnreadableFile(_code(error)) from None


def _code(error: BaseException) -> str:
    from python_calamine import PasswordError

    return "encrypted" if isinstance(error, PasswordError) else "damaged"


def _read(data: bytes, wanted: str | None) -> Sheet:
    from python_calamine import CalamineWorkbook, SheetTypeEnum, SheetVisibleEnum

    with CalamineWorkbook.from_filelike(io.BytesIO(data)) as book:
        known = [s for s in book.sheets_metadata if s.typ == SheetTypeEnum.WorkSheet]
        shown = [s.name for s in known if s.visible == SheetVisibleEnum.Visible] or [s.name for s in known]
        if wanted is not None and wanted not in shown:
            raise UnreadableFile("no_such_sheet")
        names = tuple(shown)
        for name in names if wanted is None else (wanted,):
            rows = list(islice(_rows(book, name), MOST_ROWS + 50))
            if len(rows) > 1 or (rows and (wanted is not None or len(names) == 1)):
                return Sheet(name, names, rows)
    raise UnreadableFile("empty")


def _rows(book: CalamineWorkbook, name: str) -> Iterator[tuple[int, list[Cell]]]:
    sheet: CalamineSheet = book.get_sheet_by_name(name)
    first = sheet.start[0] + 1 if sheet.start else 1
    for number, cells in enumerate(sheet.iter_rows(), first):
        if any(cell not in ("", None) for cell in cells):
            yield number, ["" if cell is None else cell for cell in cells]
