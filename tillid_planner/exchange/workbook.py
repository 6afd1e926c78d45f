"""Spreadsheets (XLSX, XLS, ODS): looked through here, then read in a process of its own."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from datetime import date
from typing import Any, Final

from tillid_planner.exchange import biff_guard, sheet_process, zip_guard
from tillid_planner.exchange.cells import (
    LONGEST_CELL,
    MOST_CELLS,
    MOST_COLUMNS,
    MOST_ROWS,
    Cell,
    UnreadableFile,
    cleaned,
)
from tillid_planner.exchange.grid import Grid
from tillid_planner.exchange.sheet_look import Marks

_ZIP: Final = (b"PK\x03\x04", b"PK\x05\x06", b"PK\x07\x08")
_OLD: Final = biff_guard.SIGNATURE[:4]
#: Seconds after which a file is given up; ten thousand rows take less than one.
_LONGEST_WAIT: Final = 30
_MOST: Final = {"too_many_rows": MOST_ROWS, "too_many_columns": MOST_COLUMNS}


def is_workbook(data: bytes) -> bool:
    """Whether the bytes begin as a spreadsheet file does, whatever the file is called."""
    return data.startswith((*_ZIP, _OLD))


def read_grids(data: bytes) -> tuple[list[Grid], str]:
    """Return the sheets with something in them that are not hidden (all of them if all are), and why one is left out.

    A sheet that is too large is left out if another can be read; the code says why («» for none). Hidden rows and
    merged cells are told in XLSX and ODS; in XLS nothing is known of them. Raises ``UnreadableFile``.
    """
    safe, marks = zip_guard.checked(data) if data.startswith(_ZIP) else (biff_guard.checked(data), {})
    found = _answer(safe, {"most_rows": MOST_ROWS + 1, "most_columns": MOST_COLUMNS, "most_cells": MOST_CELLS})
    if code := found.get("code"):
        raise UnreadableFile(code, **({"most": _MOST[code]} if code in _MOST else {}))
    return [_grid(sheet, marks.get(sheet["name"], Marks())) for sheet in found["sheets"]], found["left_out"]


def _grid(sheet: dict[str, Any], marks: Marks) -> Grid:
    left = sheet["left"]
    rows = tuple((number, [_cell(value) for value in cells]) for number, cells in sheet["rows"])
    merged = tuple(
        (top, max(first - left, 0), bottom, last - left) for top, first, bottom, last in marks.merged if last >= left
    )
    return Grid(sheet["name"], rows, frozenset(marks.hidden), merged)


def _answer(data: bytes, asked: dict[str, Any]) -> dict[str, Any]:
    if getattr(sys, "frozen", False) or not sys.executable:
        # A bundle has no interpreter to start; what has been looked through is read here.
        return sheet_process.read(data, **asked)
    try:
        done = subprocess.run(
            [sys.executable, "-P", sheet_process.__file__],
            input=json.dumps(asked).encode() + b"\n" + data,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            timeout=_LONGEST_WAIT,
            env={**os.environ, "RUST_BACKTRACE": "0"},
            creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
        )
        answer: dict[str, Any] = json.loads(done.stdout) if done.returncode == 0 else {"code": "damaged"}
    except subprocess.TimeoutExpired:
        return {"code": "hostile"}
    return answer


def _cell(value: Any) -> Cell:
    if isinstance(value, dict):
        return date.fromisoformat(value["day"])
    if not isinstance(value, str):
        return float(value)
    text = cleaned(value)
    if len(text) > LONGEST_CELL:
        raise UnreadableFile("cell_too_long", most=LONGEST_CELL)
    return text
