"""Tables in web pages and in Excel's XML of 2003: what systems save as «.xls» and call a spreadsheet."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Final
from xml.parsers import expat

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

_XML: Final = re.compile(
    r"\s*<\?xml[^>]{0,200}\?>(?:\s|<\?[^>]{0,200}\?>|<!--.{0,2000}?-->)*<(?:\w+:)?Workbook\b", re.DOTALL
)
_PAGE: Final = re.compile(
    r"\s*(?:<\?xml[^>]{0,200}\?>\s*)?(?:<!--.{0,2000}?-->\s*)*<(?:!doctype html|html|head|body|table|meta|style|"
    r"div|center)\b",
    re.IGNORECASE | re.DOTALL,
)
#: Where a page says what its bytes are; only the beginning is looked at.
_CHARSET: Final = re.compile(rb"<meta[^>]{0,200}charset\s*=\s*[\"']?\s*([\w-]{2,40})", re.IGNORECASE)
_HEAD: Final = 4_096
_NAMESPACE: Final = "urn:schemas-microsoft-com:office:spreadsheet"
_VISIBLE: Final = "urn:schemas-microsoft-com:office:excel Visible"
_DEEPEST: Final = 200
_MOST_ELEMENTS: Final = 2_000_000
_UNREAD: Final = frozenset({"script", "style", "head", "title", "template"})
_BREAKS: Final = frozenset({"br", "p", "div", "li"})


def is_page(text: str) -> bool:
    """Whether a text begins as a web page does."""
    return bool(_PAGE.match(text[: 4 * _HEAD]))


def is_xml_workbook(text: str) -> bool:
    """Whether a text begins as a workbook that Excel has saved as XML (2003)."""
    return bool(_XML.match(text[: 4 * _HEAD]))


def charset(data: bytes) -> str:
    """Return the encoding a page says it is in, «» if it says nothing."""
    found = _CHARSET.search(data[:_HEAD])
    return found[1].decode("ascii", "replace").lower() if found else ""


def page_grids(text: str) -> list[Grid]:
    """Return the tables of a web page, each a sheet.

    Raises ``UnreadableFile``: ``web_page`` if there is none, ``too_many_rows``, ``too_many_columns``, ``too_large``,
    ``cell_too_long``, ``hostile``.
    """
    from lxml import etree

    page = _Page()
    parser = etree.HTMLParser(target=page, encoding="utf-8", no_network=True, remove_comments=True)
    try:
        parser.feed(text.encode())
        parser.close()
    except etree.LxmlError as error:
        raise UnreadableFile("hostile") from error
    grids = [grid for table in page.tables if (grid := table.grid()).rows]
    if not grids:
        raise UnreadableFile("web_page")
    return grids


def xml_grids(text: str) -> list[Grid]:
    """Return the sheets of a workbook saved as XML; raise ``UnreadableFile`` as ``page_grids``, or ``damaged``."""
    return _XmlWorkbook().read(text)


@dataclass
class _Table:
    """A table as it is read, cell by cell."""

    name: str = ""
    rows: list[tuple[int, list[Cell]]] = field(default_factory=list)
    hidden: set[int] = field(default_factory=set)
    merged: list[tuple[int, int, int, int]] = field(default_factory=list)
    number: int = 0
    column: int = 0
    filled: int = 0
    #: Columns covered from a row above: column → the last row of it.
    covered: dict[int, int] = field(default_factory=dict)

    def start_row(self, number: int, *, hidden: bool) -> None:
        self.number, self.column = number, 0
        self.rows.append((number, []))
        if hidden:
            self.hidden.add(number)
        if len(self.rows) > MOST_ROWS + 1:
            raise UnreadableFile("too_many_rows", most=MOST_ROWS)

    def put(self, value: Cell, across: int, down: int) -> None:
        while self.covered.get(self.column, 0) >= self.number:
            self.column += 1
        if value != "":
            if self.column >= MOST_COLUMNS:
                raise UnreadableFile("too_many_columns", most=MOST_COLUMNS)
            cells = self.rows[-1][1]
            cells.extend([""] * (self.column + 1 - len(cells)))
            cells[self.column] = value
            self.filled += 1
            if self.filled > MOST_CELLS:
                raise UnreadableFile("too_large")
        right = min(self.column + across, MOST_COLUMNS) - 1
        bottom = self.number + min(down, MOST_ROWS) - 1
        if right > self.column or bottom > self.number:
            self.merged.append((self.number, self.column, bottom, right))
        for at in range(self.column, right + 1) if bottom > self.number else ():
            self.covered[at] = bottom
        self.column = max(right + 1, self.column + 1)

    def grid(self) -> Grid:
        rows = tuple((number, cells) for number, cells in self.rows if any(cell != "" for cell in cells))
        return Grid(self.name, rows, frozenset(self.hidden), tuple(self.merged))


class _Page:
    """What the parser calls, tag by tag: no tree of the page is built."""

    def __init__(self) -> None:
        self.tables: list[_Table] = []
        self._open: list[_Table] = []
        self._cell: list[str] | None = None
        self._span = (1, 1)
        self._unread = 0
        self._length = 0
        self._elements = 0

    def start(self, tag: str, said: Mapping[str, str]) -> None:
        self._elements += 1
        if self._elements > _MOST_ELEMENTS or len(self._open) > _DEEPEST:
            raise UnreadableFile("hostile")
        if tag in _UNREAD:
            self._unread += 1
        elif tag == "table":
            self._end_cell()
            self._open.append(_Table())
            self.tables.append(self._open[-1])
        elif self._open and tag == "tr":
            self._end_cell()
            table = self._open[-1]
            table.start_row(table.number + 1, hidden=_is_hidden(said))
        elif self._open and tag in ("td", "th"):
            self._end_cell()
            if not self._open[-1].rows:
                self._open[-1].start_row(1, hidden=False)
            self._cell, self._length = [], 0
            self._span = (_span(said.get("colspan", "")), _span(said.get("rowspan", "")))
        elif self._cell is not None and tag in _BREAKS:
            self._cell.append("\n")

    def end(self, tag: str) -> None:
        if tag in _UNREAD:
            self._unread = max(0, self._unread - 1)
        elif tag in ("td", "th", "tr"):
            self._end_cell()
        elif tag == "table" and self._open:
            self._end_cell()
            self._open.pop()

    def data(self, text: str) -> None:
        if self._cell is None or self._unread:
            return
        self._length += len(text)
        if self._length > 4 * LONGEST_CELL:
            raise UnreadableFile("cell_too_long", most=LONGEST_CELL)
        self._cell.append(text)

    def close(self) -> None:
        while self._open:
            self.end("table")

    def _end_cell(self) -> None:
        if self._cell is None or not self._open:
            return
        # Spaces and line breaks of the source are one space; only <br> breaks a line.
        lines = (" ".join(line.split()) for line in _lines(self._cell))
        text = cleaned("\n".join(line for line in lines if line))
        self._cell = None
        if len(text) > LONGEST_CELL:
            raise UnreadableFile("cell_too_long", most=LONGEST_CELL)
        self._open[-1].put(text, *self._span)


def _lines(parts: list[str]) -> list[str]:
    lines = [""]
    for part in parts:
        if part == "\n":
            lines.append("")
        else:
            lines[-1] += part
    return lines


def _is_hidden(said: Mapping[str, str]) -> bool:
    style = said.get("style", "").replace(" ", "").lower()
    return "display:none" in style or "hidden" in said or "mso-hide:all" in style


def _span(text: str) -> int:
    return int(text) if text.isdecimal() and 0 < len(text) < 6 and int(text) else 1


class _XmlWorkbook:
    def __init__(self) -> None:
        self._tables: list[_Table] = []
        self._hidden_sheets: set[str] = set()
        self._type = ""
        self._text: list[str] | None = None
        self._length = 0
        self._value: Cell = ""
        self._span = (1, 1)
        self._depth = self._elements = 0

    def read(self, text: str) -> list[Grid]:
        parser = expat.ParserCreate(encoding="utf-8", namespace_separator=" ")
        parser.buffer_text = True
        parser.StartElementHandler = self._start
        parser.EndElementHandler = self._end
        parser.CharacterDataHandler = self._characters
        parser.StartDoctypeDeclHandler = self._forbid
        parser.EntityDeclHandler = self._forbid
        try:
            parser.Parse(text.encode(), True)
        except expat.ExpatError as error:
            raise UnreadableFile("damaged") from error
        shown = [table for table in self._tables if table.name not in self._hidden_sheets] or self._tables
        grids = [grid for table in shown if (grid := table.grid()).rows]
        if not grids:
            raise UnreadableFile("empty")
        return grids

    def _forbid(self, *_: object) -> None:
        raise UnreadableFile("hostile")

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        self._depth += 1
        self._elements += 1
        if self._depth > _DEEPEST or self._elements > _MOST_ELEMENTS:
            raise UnreadableFile("hostile")
        said = {key.removeprefix(f"{_NAMESPACE} "): value for key, value in attributes.items()}
        match _local(name):
            case "Worksheet":
                self._tables.append(_Table(said.get("Name", "")))
            case "Row" if self._tables:
                table = self._tables[-1]
                number = _index(said.get("Index", ""), table.number + 1)
                table.start_row(number, hidden=said.get("Hidden") == "1")
            case "Cell" if self._tables and self._tables[-1].rows:
                table = self._tables[-1]
                table.column = _index(said.get("Index", ""), table.column + 1) - 1
                across, down = (_index(said.get(key, ""), 0) + 1 for key in ("MergeAcross", "MergeDown"))
                self._span, self._value = (across, down), ""
            case "Data" | "Visible":
                self._type, self._text, self._length = said.get("Type", "String"), [], 0

    def _characters(self, text: str) -> None:
        if self._text is None:
            return
        self._length += len(text)
        if self._length > LONGEST_CELL:
            raise UnreadableFile("cell_too_long", most=LONGEST_CELL)
        self._text.append(text)

    def _end(self, name: str) -> None:
        self._depth -= 1
        match _local(name):
            case "Data" if self._text is not None:
                self._value = _typed(self._type, cleaned("".join(self._text)))
                self._text = None
            case "Cell" if self._tables and self._tables[-1].rows:
                self._tables[-1].put(self._value, *self._span)
                self._value = ""
            case "Visible" if self._tables and self._text is not None:
                if "".join(self._text).strip() != "SheetVisible":
                    self._hidden_sheets.add(self._tables[-1].name)
                self._text = None


def _local(name: str) -> str:
    """Return the name of an element of the spreadsheet's, or «Visible» of Excel's own; «» for any other."""
    if name == _VISIBLE:
        return "Visible"
    space, _, local = name.rpartition(" ")
    return local if space == _NAMESPACE else ""


def _index(text: str, otherwise: int) -> int:
    return int(text) if text.isdecimal() and len(text) < 8 and int(text) > 0 else otherwise


def _typed(kind: str, text: str) -> Cell:
    try:
        if kind == "Number":
            return float(text)
        if kind == "DateTime":
            return datetime.fromisoformat(text.removesuffix("Z")).date()
    except ValueError:
        return text
    if kind == "Boolean":
        return "ja" if text == "1" else "nej"
    return text
