"""Reads one sheet in a process of its own; run as a script, with nothing of the program in it.

The library that reads spreadsheets aborts its process when a file makes it ask for more memory than there is.
What has been looked through should not, and if it does, it is this process that ends and not the program.
"""

from __future__ import annotations

import io
import json
import sys
from datetime import date, datetime, time, timedelta
from typing import Any, Final

#: Bytes this process may take, where the system can hold it to that, and seconds it may work.
_MOST_MEMORY: Final = 1_500_000_000
_MOST_SECONDS: Final = 20
#: Cells of the rectangles round what is filled, of all sheets together.
_MOST_AREA: Final = 5_000_000
#: Characters handed on, of all cells together.
_MOST_TEXT: Final = 25_000_000


def read(data: bytes, most_rows: int, most_columns: int, most_cells: int) -> dict[str, Any]:
    """Return ``sheets``, each with ``name``, ``left`` and ``rows``, or ``code``: why there is none.

    ``left_out`` is why a sheet was left out although others can be read.

    ``left`` is the first column with something in it (from 0), where the cells of each row begin; rows come with
    their numbers. Days are ``{"day": "2019-03-01"}``.
    """
    from python_calamine import CalamineWorkbook, PasswordError, SheetTypeEnum, SheetVisibleEnum

    try:
        book = CalamineWorkbook.from_filelike(io.BytesIO(data))
        known = [sheet for sheet in book.sheets_metadata if sheet.typ == SheetTypeEnum.WorkSheet]
        shown = [sheet.name for sheet in known if sheet.visible == SheetVisibleEnum.Visible]
        names = shown or [sheet.name for sheet in known]
        sheets = []
        why = ""
        room = _MOST_AREA
        for name in names:
            sheet = book.get_sheet_by_name(name)
            room -= sheet.height * sheet.width
            rows = "too_large" if room < 0 else _rows(sheet, most_rows, most_columns, most_cells)
            if isinstance(rows, str):
                why = why or rows
            elif rows:
                sheets.append({"name": name, "left": sheet.start[1] if sheet.start else 0, "rows": rows})
        return {"sheets": sheets, "left_out": why} if sheets else {"code": why or "empty"}
    except PasswordError:
        return {"code": "encrypted"}
    except (KeyboardInterrupt, SystemExit):
        raise
    except BaseException:  # the library's panics on damaged files are no Exception
        return {"code": "damaged"}


def _rows(sheet: Any, most_rows: int, most_columns: int, most_cells: int) -> list[tuple[int, list[Any]]] | str:
    rows: list[tuple[int, list[Any]]] = []
    filled = characters = 0
    first = sheet.start[0] + 1 if sheet.start else 1
    # Without what is empty above and to the left: that may be a million rows.
    for number, values in enumerate(sheet.to_python(skip_empty_area=True), first):
        used = len(values)
        while used and values[used - 1] in ("", None):
            used -= 1
        if not used:
            continue
        cells = [_cell(value) for value in values[:used]]
        rows.append((number, cells))
        filled += used
        characters += sum(len(cell) for cell in cells if isinstance(cell, str))
        if used > most_columns:
            return "too_many_columns"
        if len(rows) > most_rows:
            return "too_many_rows"
        if filled > most_cells or characters > _MOST_TEXT:
            return "too_large"
    return rows


def _cell(value: Any) -> Any:
    if isinstance(value, bool):
        return "ja" if value else "nej"
    if isinstance(value, int | float):
        # What reckoning with halves of bits leaves: 7.3999999999999995 is shown as 7.4.
        return round(float(value), 10)
    if isinstance(value, datetime):
        return {"day": value.date().isoformat()}
    if isinstance(value, date):
        return {"day": value.isoformat()}
    # «37:30» in a spreadsheet is a length of time or a time of day; both are meant as hours.
    if isinstance(value, timedelta):
        return round(value / timedelta(hours=1), 4)
    if isinstance(value, time):
        seconds = value.second + value.microsecond / 1_000_000
        return round(value.hour + value.minute / 60 + seconds / 3600, 4)
    return "" if value is None else str(value)


def _limit() -> None:
    try:
        import resource
    except ImportError:  # Windows refuses at once what is more than it has
        return
    limits = {resource.RLIMIT_AS: _MOST_MEMORY, resource.RLIMIT_CPU: _MOST_SECONDS, resource.RLIMIT_CORE: 0}
    for kind, most in limits.items():
        try:
            resource.setrlimit(kind, (most, most))
        except (ValueError, OSError):
            continue


def main() -> None:
    """Read a line of JSON with what is wanted, then a workbook, from standard input; print what ``read`` returns."""
    _limit()
    asked = json.loads(sys.stdin.buffer.readline())
    print(json.dumps(read(sys.stdin.buffer.read(), **asked)))


if __name__ == "__main__":
    main()
