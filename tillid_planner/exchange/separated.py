"""Text with separated values: which sign separates, and the rows, whatever was quoted."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from itertools import islice
from typing import Final

from tillid_planner.exchange import headers
from tillid_planner.exchange.cells import (
    LONGEST_CELL,
    MOST_CELLS,
    MOST_COLUMNS,
    MOST_ROWS,
    Cell,
    UnreadableFile,
    cleaned,
)

#: The signs that separate, in the order they are preferred where nothing else decides.
_DELIMITERS: Final = (";", "\t", ",", "|")
_SAMPLE: Final = 50_000
_SAMPLE_ROWS: Final = 50
_HEADER_WITHIN: Final = 10
#: Rows with nothing in them do not count, but there must be an end to them.
_MOST_EMPTY_ROWS: Final = 100_000
#: Cells, empty ones too, that are looked at before a file is too large.
_MOST_FIELDS: Final = 1_000_000
#: Web pages, rich text and PDF are text too; some systems call them .xls.
_SOMETHING_ELSE: Final = re.compile(r"\s*(?:<|\{\\rtf|%PDF-|%!PS)")
#: A text of nothing else holds no cells.
_NOTHING: Final = ';,|\t\r\n "'
#: What Excel writes, and hides again, in a first line of its own.
_HINT: Final = re.compile(r'\s*"?sep=([;,|\t])"?[ \t;,|]*(?:\r\n|\n|\r|$)', re.IGNORECASE)


def read_rows(text: str) -> tuple[list[tuple[int, list[Cell]]], str]:
    """Return the rows with anything in them, each with its number from 1 as a spreadsheet counts, and the delimiter.

    The delimiter is «» for a single column. Raises ``UnreadableFile``: ``not_a_table``, ``too_large``,
    ``too_many_rows``, ``too_many_columns``, ``cell_too_long``.
    """
    if _SOMETHING_ELSE.match(text):
        raise UnreadableFile("not_a_table")
    if not text.strip(_NOTHING):
        return [], ""
    hint = _HINT.match(text)
    if hint:
        text = text[hint.end() :]
    delimiter = hint[1] if hint else _delimiter(text)
    rows: list[tuple[int, list[Cell]]] = []
    filled = 0
    for number, fields in enumerate(_records(text, delimiter), start=1):
        cells = _cells(fields)
        if cells:
            rows.append((number, cells))
            filled += len(cells)
        if len(rows) > MOST_ROWS + 1 or number > len(rows) + _MOST_EMPTY_ROWS:
            raise UnreadableFile("too_many_rows", most=MOST_ROWS)
        if filled > MOST_CELLS:
            raise UnreadableFile("too_large")
    return rows, delimiter


def _cells(fields: list[str]) -> list[Cell]:
    while fields and not fields[-1]:
        fields.pop()
    if len(fields) > MOST_COLUMNS:
        raise UnreadableFile("too_many_columns", most=MOST_COLUMNS)
    if any(len(field) > LONGEST_CELL for field in fields):
        raise UnreadableFile("cell_too_long", most=LONGEST_CELL)
    cells: list[Cell] = [cleaned(field) for field in fields]
    return cells if any(cells) else []


def _delimiter(text: str) -> str:
    sample = text[:_SAMPLE]
    # A file of one column is told by its header too: «Navn» above «Holm, Amina».
    best, best_score = "", _score(sample, "")
    for delimiter in _DELIMITERS:
        score = _score(sample, delimiter)
        if score > best_score:
            best, best_score = delimiter, score
    return best


def _score(sample: str, delimiter: str) -> tuple[int, int]:
    """Return how many headers are known in one row, and how many rows agree on how many columns."""
    rows = [fields for fields in islice(_records(sample, delimiter), _SAMPLE_ROWS) if any(fields)]
    if not rows:
        return 0, 0
    header = max(rows[:_HEADER_WITHIN], key=_known)
    known = _known(header)
    widths = [len(fields) for fields in rows]
    width = len(header) if known else max(sorted(set(widths)), key=widths.count)
    # Many rows of the same width above one speak for a delimiter; a comma in running text does not.
    return known, widths.count(width) * (width - 1)


def _known(fields: list[str]) -> int:
    return sum(map(headers.is_known, fields[:MOST_COLUMNS]))


@cache
def _field(delimiter: str) -> re.Pattern[str]:
    plain = f"[^{re.escape(delimiter)}\r\n]*+"
    quoted = r'"([^"]*+(?:""[^"]*+)*+)"'
    return re.compile(f" *+{quoted}({plain})|({plain})")


@cache
def _ending(delimiter: str) -> re.Pattern[str]:
    return re.compile(f"{re.escape(delimiter)}|\r\n|\n|\r|\\Z" if delimiter else "\r\n|\n|\r|\\Z")


def _records(text: str, delimiter: str) -> Iterator[list[str]]:
    field, ending = _field(delimiter), _ending(delimiter)
    at, end = 0, len(text)
    fields: list[str] = []
    for _ in range(_MOST_FIELDS):
        if at >= end:
            break
        found = field.match(text, at)
        after = ending.match(text, found.end()) if found else None
        if found is None or after is None:  # pragma: no cover - both patterns match wherever they start
            return
        fields.append(_value(found))
        at = after.end()
        if after[0] != delimiter or not delimiter:
            yield fields
            fields = []
        elif at == end:
            fields.append("")
    else:
        raise UnreadableFile("too_large")
    if fields:
        yield fields


def _value(found: re.Match[str]) -> str:
    quoted, rest, plain = found.groups()
    if quoted is None:
        return plain or ""
    if rest.strip() and "\n" not in quoted and "\r" not in quoted:
        # «"Nord" og Syd»: the quotation marks are the text's own.
        return found[0].lstrip(" ")
    return quoted.replace('""', '"') + rest.rstrip(" ")
