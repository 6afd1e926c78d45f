"""Rows of a list that are nobody and nothing: totals, headings, repeated headers, notes, vacancies."""

from __future__ import annotations

import re
from collections.abc import Sequence
from enum import StrEnum
from typing import Final

from tillid_planner.exchange import headers, values
from tillid_planner.exchange.cells import Cell
from tillid_planner.exchange.columns import ColumnMap
from tillid_planner.exchange.hours import read_amount
from tillid_planner.exchange.person_names import is_name, is_nobody, is_vacancy
from tillid_planner.exchange.tabular import Row, Table


class RowKind(StrEnum):
    """What a row is that is no person and no task."""

    REPEATED_HEADER = "repeated_header"
    TOTAL = "total"
    HEADING = "heading"
    NOTE = "note"
    VACANCY = "vacancy"
    NOBODY = "nobody"


_TOTAL: Final = re.compile(
    r"(?:i ?alt|total(?:er|t|s)?|subtotal|sum(?:mer)?|sum i alt|gennemsnit|gns\.?|average|mean|antal|count|"
    r"(?:grand|group|team|overall|samlet|delsum|hele gruppens?) ?(?:total|average|sum|gennemsnit)?)"
    r"(?:\s+(?:timer|hours|ansatte|medarbejdere|personer|opgaver|employees|people|tasks|antal|i alt|årsværk|fte))?"
    r"\s*(?:[:=(].*|\d.*)?",
    re.IGNORECASE | re.DOTALL,
)
_UNIT: Final = re.compile(
    r"(?:afdeling|afd\.?|enhed|team|hold|gruppe|sektion|distrikt|område|plejehjem|plejecenter|hjemmepleje|"
    r"department|dept\.?|unit|group|section|division|dagvagt|aftenvagt|nattevagt)\b|"
    r"\w+(?:afdelingen|afdeling|gruppen|holdet|huset|stuen|teamet|vagten|køkkenet|kontoret|department)\b",
    re.IGNORECASE,
)
_NOTE: Final = re.compile(
    r"[*=†]|.*[=:]|(?:udskrevet|printet|udtrukket|trukket|printed|exported|generated|kilde|source|note|noter|"
    r"bemærk\w*|"
    r"antal|definition\w*|forklaring\w*|legend|side \d|page \d|fortrolig\w*|confidential)\b|.*\b(?:side|"
    r"page) \d|\d+ [-–] ",
    re.IGNORECASE | re.DOTALL,
)
#: No heading is longer; what is longer is somebody's name gone wrong, or a text.
_LONGEST_HEADING: Final = 80
_LONGEST: Final = 300


def row_kinds(table: Table, mapping: ColumnMap) -> dict[int, RowKind]:
    """Return, by row number, what the rows are that are no person (or no task); all others are left out."""
    looked = [_Look(row, mapping) for row in table.rows]
    names = [one.name for one in looked if one.name and len(one.filled) > 1]
    in_words = sum(is_name(name) for name in names) * 2 > len(names)
    wide = any(len(one.filled) > 1 for one in looked)
    last = max((at for at, one in enumerate(looked) if one.name and len(one.filled) > 1), default=-1)
    heads = [headers.plain(column.header) for column in table.columns]
    found: dict[int, RowKind] = {}
    for at, one in enumerate(looked):
        kind = _kind(
            one, heads, staff=mapping.kind == "staff", wide=wide, in_words=in_words, after=at > last,
            guessed="name" in mapping.guessed,
        )  # fmt: skip
        if kind is not None:
            found[one.row.number] = kind
    return found


class _Look:
    def __init__(self, row: Row, mapping: ColumnMap) -> None:
        self.row = row
        self.filled = [at for at, cell in enumerate(row.cells) if values.text(cell)]
        fields = ("name", "first_name", "last_name")
        self.name = " ".join(part for part in (mapping.text(row, field) for field in fields) if part)[:_LONGEST]
        self.label = values.text(row.cells[self.filled[0]])[:_LONGEST] if self.filled else ""


def _kind(
    one: _Look, heads: Sequence[str], *, staff: bool, wide: bool, in_words: bool, after: bool, guessed: bool
) -> RowKind | None:
    row = one.row
    if not one.filled:
        return RowKind.NOTE
    same = sum(headers.plain(values.text(row.cells[at])) == heads[at] != "" for at in one.filled)
    if same and same * 2 > len(one.filled):
        return RowKind.REPEATED_HEADER
    if _TOTAL.fullmatch(one.label) and (not one.name or one.name == one.label):
        return RowKind.TOTAL
    if not one.name and all(_is_amount(row.cells[at]) for at in one.filled):
        return RowKind.TOTAL
    alone = wide and len(one.filled) == 1
    if alone and _NOTE.match(one.label):
        return RowKind.NOTE
    if not staff:
        return None
    if is_vacancy(one.name):
        return RowKind.VACANCY
    if is_nobody(one.name) or (guessed and not is_name(one.name) and not values.name_faults(one.name)):
        return RowKind.NOBODY
    if not alone or len(one.label) > _LONGEST_HEADING:
        return None
    if _UNIT.match(one.label):
        return RowKind.NOTE if after else RowKind.HEADING
    if one.name and (is_name(one.name) or not in_words):
        return None
    if one.name and values.name_faults(one.name):
        return None
    return RowKind.NOTE if after else RowKind.HEADING


def _is_amount(cell: Cell) -> bool:
    return read_amount(cell) is not None
