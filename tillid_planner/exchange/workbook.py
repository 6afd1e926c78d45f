"""Spreadsheets (XLSX, XLS, ODS): looked through here, then read in a process of its own."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from datetime import date
from typing import Any, Final, NamedTuple

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

_ZIP: Final = (b"PK\x03\x04", b"PK\x05\x06", b"PK\x07\x08")
_OLD: Final = biff_guard.SIGNATURE[:4]
#: Seconds after which a file is given up; ten thousand rows take less than one.
_LONGEST_WAIT: Final = 30
_MOST: Final = {"too_many_rows": MOST_ROWS, "too_many_columns": MOST_COLUMNS}


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
    asked = {
        "wanted": wanted, "most_rows": MOST_ROWS + 1, "most_columns": MOST_COLUMNS, "most_cells": MOST_CELLS
    }  # fmt: skip
    found = _answer(safe, asked)
    if code := found.get("code"):
        raise UnreadableFile(code, **({"most": _MOST[code]} if code in _MOST else {}))
    rows = [(number, [_cell(value) for value in cells]) for number, cells in found["rows"]]
    return Sheet(found["name"], tuple(found["names"]), rows)


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
