"""One part of a zipped spreadsheet looked through as XML: no document type, no entities, cells only within bounds."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Final
from xml.parsers import expat

from tillid_planner.exchange.cells import MOST_CELLS, MOST_COLUMNS, MOST_ROWS, UnreadableFile

#: Cells of the smallest rectangle round all filled ones: the reader keeps that rectangle in memory.
MOST_SHEET_CELLS: Final = 2_500_000
#: Characters of all cells together, shared and repeated texts counted each time.
MOST_TEXT: Final = 60_000_000
_DEEPEST: Final = 200
#: Hidden rows and merged cells of a sheet that are kept in mind, and the last row they can be in.
_MOST_MARKS: Final = 20_000
_LAST_ROW: Final = 1_048_576
#: Elements of all parts; ten thousand rows of ten cells have about 300,000.
MOST_ELEMENTS: Final = 2_000_000
_REFERENCE: Final = re.compile(r"([A-Z]{1,3})([0-9]{1,7})")
_WHOLE: Final = re.compile(r"[0-9]{1,9}")
#: The reader takes every part for UTF-8; one in anything else would be another to it than what is looked at here.
_ENCODINGS: Final = frozenset({"utf-8", "utf8", "us-ascii", "ascii"})
_NO_UTF8: Final = (b"\xff\xfe", b"\xfe\xff")


class _Forbidden(Exception):
    """A part declares a document type, goes too deep or on for too long, or is two kinds of sheet at once."""


@dataclass
class Marks:
    """The hidden rows of a sheet (numbers from 1) and its merged cells: top, left, bottom, right; columns from 0."""

    hidden: set[int] = field(default_factory=set)
    merged: list[tuple[int, int, int, int]] = field(default_factory=list)

    def hide(self, first: int, rows: int) -> None:
        """Note rows that are not shown; those below the last a table may have do not count."""
        room = range(first, min(first + rows, _LAST_ROW + 1))
        if len(self.hidden) < _MOST_MARKS:
            self.hidden.update(room[:_MOST_MARKS])

    def merge(self, top: int, left: int, bottom: int, right: int) -> None:
        """Note cells that are shown as one."""
        if len(self.merged) < _MOST_MARKS and top <= _LAST_ROW and left < MOST_COLUMNS:
            self.merged.append((top, left, min(bottom, _LAST_ROW), min(right, MOST_COLUMNS)))


@dataclass
class Look:
    """One part read as XML: the extent of its cells and the length of its texts, in XLSX as in ODS."""

    shared: list[int] = field(default_factory=list)
    _references: list[int] = field(default_factory=list)
    _inline: int = 0
    _depth: int = 0
    elements: int = 0
    _kind: str = ""
    _in_sheet: bool = False
    _in_row: bool = False
    _row: int = 0
    _column: int = 0
    _rows: tuple[int, int] | None = None
    _columns: tuple[int, int] | None = None
    _cells: int = 0
    _filled: int = 0
    _row_repeats: int = 1
    _column_repeats: int = 1
    _cell_type: str = ""
    _counting: bool = False
    _length: int = 0
    _index: str = ""
    _row_text: int = 0
    #: Of a workbook's own part: its sheets with the part each is in, and of the relations, where that part lies.
    sheets: dict[str, str] = field(default_factory=dict)
    relations: dict[str, str] = field(default_factory=dict)
    #: What cannot be seen in the cells, by the name of the table («» in XLSX, which has one in each part).
    marks: dict[str, Marks] = field(default_factory=dict)
    _table: str = ""

    def at(self, content: bytes) -> bool:
        """Read a part; False if it is not XML. Raises ``UnreadableFile`` for what must not be opened."""
        if content.startswith(_NO_UTF8) or b"\0" in content:
            return False
        parser = expat.ParserCreate()
        parser.XmlDeclHandler = self._declared
        parser.buffer_text = True
        parser.StartElementHandler = self._start
        parser.EndElementHandler = self._end
        parser.CharacterDataHandler = self._characters
        parser.StartDoctypeDeclHandler = self._forbid
        parser.EntityDeclHandler = self._forbid
        try:
            parser.Parse(content, True)
        except _Forbidden as error:
            raise UnreadableFile("hostile") from error
        except (expat.ExpatError, LookupError, ValueError):
            return False
        return True

    def text(self, shared: list[int]) -> int:
        """Return the characters of all the part's cells, once the shared texts are known."""
        most = len(shared)
        return self._inline + sum(shared[i] for i in self._references if 0 <= i < most)

    def _declared(self, _version: str, encoding: str | None, _standalone: int) -> None:
        if encoding and encoding.lower() not in _ENCODINGS:
            raise UnreadableFile("damaged")

    def _forbid(self, *_: object) -> None:
        raise _Forbidden

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        self._depth += 1
        self.elements += 1
        if self._depth > _DEEPEST or self.elements > MOST_ELEMENTS:
            raise _Forbidden
        handler = _STARTS.get(name.rpartition(":")[2])
        if handler is not None:
            handler(self, attributes)

    def _end(self, name: str) -> None:
        self._depth -= 1
        handler = _ENDS.get(name.rpartition(":")[2])
        if handler is not None:
            handler(self)

    def _characters(self, text: str) -> None:
        if self._counting:
            self._length += len(text)
            if len(self._index) < 12:
                self._index += text[:12]

    def _is(self, kind: str) -> None:
        if self._kind not in ("", kind):
            raise _Forbidden
        self._kind = kind

    def _start_texts(self, attributes: dict[str, str]) -> None:
        # The reader makes room for as many texts as are said to come.
        if _whole(attributes.get("uniqueCount"), 0) > MOST_SHEET_CELLS:
            raise _Forbidden

    def _start_sheet(self, _: dict[str, str]) -> None:
        # A second body in one part would be counted on here, and perhaps not by the reader.
        self._is("xlsx" if self._kind == "" else "doubled")
        self._in_sheet = True

    def _end_sheet(self) -> None:
        self._in_sheet = False

    def _start_row(self, attributes: dict[str, str]) -> None:
        if self._in_row:
            raise _Forbidden
        if self._in_sheet:
            self._in_row = True
            self._row = _whole(attributes.get("r"), self._row + 1)
            self._column = 0
            if attributes.get("hidden") in ("1", "true"):
                self._marks().hide(self._row, 1)

    def _marks(self) -> Marks:
        return self.marks.setdefault(self._table, Marks())

    def _start_merge(self, attributes: dict[str, str]) -> None:
        first, _, last = attributes.get("ref", "").partition(":")
        corners = [_REFERENCE.fullmatch(first), _REFERENCE.fullmatch(last)]
        if corners[0] and corners[1]:
            (left, top), (right, bottom) = (_place(found[1], found[2]) for found in corners if found)
            self._marks().merge(top, left, bottom, right)

    def _start_sheet_name(self, attributes: dict[str, str]) -> None:
        self.sheets[attributes.get("name", "")] = _attribute(attributes, "id") or ""

    def _start_relation(self, attributes: dict[str, str]) -> None:
        self.relations[attributes.get("Id", "")] = attributes.get("Target", "")

    def _start_ods_table(self, attributes: dict[str, str]) -> None:
        self._table = _attribute(attributes, "name") or ""

    def _end_row(self) -> None:
        self._in_row = False

    def _start_cell(self, attributes: dict[str, str]) -> None:
        if not self._in_sheet:
            return
        if not self._in_row:
            raise _Forbidden
        self._cell_type = attributes.get("t", "")
        place = attributes.get("r")
        if place is None:
            self._column += 1
            return
        found = _REFERENCE.fullmatch(place)
        if found is None or int(found[2]) != self._row:
            raise UnreadableFile("damaged")
        self._column = _place(found[1], found[2])[0] + 1

    def _start_text(self, _: dict[str, str]) -> None:
        self._counting = True
        self._length, self._index = 0, ""

    def _end_value(self) -> None:
        self._counting = False
        self._extend(self._row, self._row, self._column, self._column)
        if self._cell_type == "s":
            index = self._index.strip()
            self._references.append(int(index) if _WHOLE.fullmatch(index) else -1)
        else:
            self._inline += self._length

    def _end_shared(self) -> None:
        self._counting = False
        self.shared.append(self._length)

    def _start_ods_row(self, attributes: dict[str, str]) -> None:
        self._is("ods")
        self._row_repeats = _whole(_attribute(attributes, "number-rows-repeated"), 1)
        self._column, self._row_text = 0, 0
        if _attribute(attributes, "visibility") in ("collapse", "filter"):
            self._marks().hide(self._row + 1, self._row_repeats)

    def _end_ods_row(self) -> None:
        self._row += self._row_repeats
        self._inline += self._row_text * self._row_repeats

    def _start_ods_cell(self, attributes: dict[str, str]) -> None:
        self._start_text(attributes)
        self._column_repeats = _whole(_attribute(attributes, "number-columns-repeated"), 1)
        self._cell_type = _attribute(attributes, "value-type") or ""
        down = _whole(_attribute(attributes, "number-rows-spanned"), 1)
        across = _whole(_attribute(attributes, "number-columns-spanned"), 1)
        if down > 1 or across > 1:
            top, left = self._row + 1, self._column
            self._marks().merge(top, left, top + down - 1, left + across - 1)

    def _start_ods_spaces(self, attributes: dict[str, str]) -> None:
        if self._counting:
            # One element stands for any number of spaces.
            self._length += _whole(_attribute(attributes, "c"), 1)

    def _end_ods_cell(self) -> None:
        self._counting = False
        after = self._column + self._column_repeats
        if self._length or self._cell_type:
            self._extend(self._row, self._row + self._row_repeats - 1, self._column, after - 1)
            self._row_text += self._length * self._column_repeats
        self._column = after

    def _end_ods_table(self) -> None:
        # The reader keeps all sheets of an ODS at once, so their cells add up.
        if self._kind == "ods":
            self._cells += _extent(self._rows) * _extent(self._columns)
            self._row, self._rows, self._columns = 0, None, None

    def _extend(self, top: int, bottom: int, left: int, right: int) -> None:
        self._rows = _joined(self._rows, top, bottom)
        self._columns = _joined(self._columns, left, right)
        self._filled += 1
        if self._filled > MOST_CELLS:
            raise UnreadableFile("too_large")
        height, width = _extent(self._rows), _extent(self._columns)
        if self._cells + height * width > MOST_SHEET_CELLS:
            raise UnreadableFile("too_many_columns" if width > MOST_COLUMNS else "too_many_rows", most=_most(width))


_STARTS: Final[Mapping[str, Callable[[Look, dict[str, str]], None]]] = {
    "sst": Look._start_texts,
    "sheetData": Look._start_sheet,
    "row": Look._start_row,
    "c": Look._start_cell,
    "v": Look._start_text,
    "is": Look._start_text,
    "si": Look._start_text,
    "table-row": Look._start_ods_row,
    "table-cell": Look._start_ods_cell,
    "covered-table-cell": Look._start_ods_cell,
    "s": Look._start_ods_spaces,
    "mergeCell": Look._start_merge,
    "sheet": Look._start_sheet_name,
    "Relationship": Look._start_relation,
    "table": Look._start_ods_table,
}
_ENDS: Final[Mapping[str, Callable[[Look], None]]] = {
    "sheetData": Look._end_sheet,
    "row": Look._end_row,
    "v": Look._end_value,
    "is": Look._end_value,
    "si": Look._end_shared,
    "table-row": Look._end_ods_row,
    "table-cell": Look._end_ods_cell,
    "covered-table-cell": Look._end_ods_cell,
    "table": Look._end_ods_table,
}


def _most(width: int) -> int:
    return MOST_COLUMNS if width > MOST_COLUMNS else MOST_ROWS


def _extent(span: tuple[int, int] | None) -> int:
    return 0 if span is None else span[1] - span[0] + 1


def _joined(known: tuple[int, int] | None, low: int, high: int) -> tuple[int, int]:
    return (low, high) if known is None else (min(known[0], low), max(known[1], high))


def _place(letters: str, number: str) -> tuple[int, int]:
    """Return column (from 0) and row (from 1) of a cell."""
    column = 0
    for letter in letters:
        column = column * 26 + ord(letter) - 64
    return column - 1, int(number)


def _attribute(attributes: dict[str, str], local: str) -> str | None:
    return next((value for name, value in attributes.items() if name.rpartition(":")[2] == local), None)


def _whole(text: str | None, otherwise: int) -> int:
    if text is None:
        return otherwise
    if not _WHOLE.fullmatch(text):
        # The reader might make a number of it all the same, and not this one.
        raise UnreadableFile("damaged")
    return int(text)
