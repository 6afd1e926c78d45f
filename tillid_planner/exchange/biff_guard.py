"""Old Excel workbooks (XLS) looked through before a reader sees them.

The reader keeps, for each sheet, the smallest rectangle round all filled cells, and a copy of a shared text
for each cell that uses it. A few bytes can ask for more memory than there is, so the container is walked
here first and only the workbook stream is passed on, in a container of its own.
"""

from __future__ import annotations

import struct
from collections.abc import Iterator, Sequence
from typing import Final

from tillid_planner.exchange.cells import MOST_ROWS, UnreadableFile
from tillid_planner.exchange.sheet_look import MOST_SHEET_CELLS, MOST_TEXT

#: The first bytes of every container of this kind.
SIGNATURE: Final = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"

_HEADER: Final = 512
_LAST_SECTOR: Final = 0xFFFFFFFA
_END: Final = 0xFFFFFFFE
_FREE: Final = 0xFFFFFFFF
_ENTRY: Final = 128
_MOST_ENTRIES: Final = 10_000

#: Bytes of all sheets together, those that share their bytes counted again.
_MOST_WALKED: Final = 25_000_000

_EOF, _FILEPASS, _CONTINUE, _BOUND_SHEET, _SST = 0x000A, 0x002F, 0x003C, 0x0085, 0x00FC
_LABEL_SST: Final = 0x00FD
_DIMENSIONS: Final = 0x0200
#: Records of one cell: they begin with its row and its column.
_ONE_CELL: Final = frozenset({0x0203, 0x027E, 0x00FD, 0x0204, 0x00D6, 0x0006, 0x0205, 0x0206, 0x0406})
#: Records of several cells in one row: they end with the last column.
_SEVERAL_CELLS: Final = frozenset({0x00BD, 0x00BE})


def checked(data: bytes) -> bytes:
    """Return an old workbook alone in a container of its own, or raise ``UnreadableFile``.

    The codes are ``not_a_table``, ``encrypted``, ``damaged``, ``too_many_rows`` and ``hostile``.
    """
    try:
        streams = _Container(data).streams()
        book = streams.get("workbook") or streams.get("book")
        if "encryptedpackage" in streams:
            raise UnreadableFile("encrypted")
        if not book:
            raise UnreadableFile("not_a_table")
        sheets = _check_book(book)
    except (struct.error, IndexError, OverflowError) as error:
        raise UnreadableFile("damaged") from error
    return _contained("Workbook" if "workbook" in streams else "Book", _without_dimensions(book, sheets))


def _contained(name: str, book: bytes) -> bytes:
    """Return a container with one stream: header, allocation table, directory, small streams (none), stream."""
    size = 4096
    content = book + bytes(-len(book) % size)
    used = len(content) // size
    tables = 1
    while tables * (size // 4) < tables + 2 + used:
        tables += 1
    # The table's own sectors, the directory, an empty one that readers ask for, and the stream's in a chain.
    links = [0xFFFFFFFD] * tables + [_END, _END] + [tables + 3 + i for i in range(used - 1)] + [_END]
    links += [_FREE] * (tables * (size // 4) - len(links))
    header = SIGNATURE + bytes(16) + struct.pack("<HHHHH6x", 0x3E, 4, 0xFFFE, 12, 6)
    header += struct.pack("<IIIIIIIII", 1, tables, tables, 0, 4096, _END, 0, _END, 0)
    header += struct.pack("<109I", *range(tables), *[_FREE] * (109 - tables))
    directory = _entry("Root Entry", 5, tables + 1, 0, child=1)
    directory += _entry(name, 2, tables + 2, len(content))
    directory += _entry("", 0, 0, 0) * (size // _ENTRY - 2)
    table = struct.pack(f"<{len(links)}I", *links)
    return header.ljust(size, b"\0") + table + directory + bytes(size) + content


def _entry(name: str, kind: int, start: int, size: int, child: int = _FREE) -> bytes:
    label = name.encode("utf-16-le")
    length = len(label) + 2 if name else 0
    entry = label.ljust(64, b"\0") + struct.pack("<HBBIII", length, kind, 1, _FREE, _FREE, child)
    return entry + bytes(36) + struct.pack("<IQ", start, size)


class _Container:
    """The file system inside the file: sectors in chains, and a directory of streams."""

    def __init__(self, data: bytes) -> None:
        self._data = data
        shift, mini_shift = struct.unpack_from("<HH", data, 30)
        if shift not in (9, 12) or mini_shift != 6:
            raise UnreadableFile("damaged")
        self._size, self._mini_size = 1 << shift, 1 << mini_shift
        self._directory_at, self._mini_below = struct.unpack_from("<I4xI", data, 48)
        self._mini_table_at = struct.unpack_from("<I", data, 60)[0]
        self._table = self._read_table()

    def streams(self) -> dict[str, bytes]:
        """Return the streams by lower-case name; of several with one name the first."""
        directory = self._chain(self._directory_at)
        found: dict[str, bytes] = {}
        mini = b""
        mini_table: tuple[int, ...] = ()
        for at in range(0, min(len(directory), _MOST_ENTRIES * _ENTRY), _ENTRY):
            entry = directory[at : at + _ENTRY]
            length, kind = struct.unpack_from("<HB", entry, 64)
            start, size = struct.unpack_from("<II", entry, 116)
            name = entry[: max(0, min(length, 64) - 2)].decode("utf-16-le", "replace").lower()
            if kind == 5:
                mini = self._chain(start)
                mini_table = _numbers(self._chain(self._mini_table_at))
            elif kind == 2 and name in ("workbook", "book", "encryptedpackage"):
                small = size < self._mini_below
                content = self._mini_chain(start, mini, mini_table) if small else self._chain(start)
                found.setdefault(name, content[:size])
        return found

    def _read_table(self) -> tuple[int, ...]:
        sectors = list(struct.unpack_from("<109I", self._data, 76))
        following = struct.unpack_from("<I", self._data, 68)[0]
        seen = set()
        while following < _LAST_SECTOR and following not in seen:
            seen.add(following)
            numbers = _numbers(self._sector(following))
            sectors += numbers[:-1]
            following = numbers[-1] if numbers else _LAST_SECTOR
        used = dict.fromkeys(s for s in sectors if s < _LAST_SECTOR)
        return _numbers(b"".join(self._sector(sector) for sector in used))

    def _sector(self, number: int) -> bytes:
        at = _HEADER + number * self._size if self._size == _HEADER else (number + 1) * self._size
        return self._data[at : at + self._size]

    def _chain(self, start: int) -> bytes:
        return b"".join(self._sector(number) for number in _walk(start, self._table))

    def _mini_chain(self, start: int, mini: bytes, table: tuple[int, ...]) -> bytes:
        size = self._mini_size
        return b"".join(mini[number * size : (number + 1) * size] for number in _walk(start, table))


def _walk(start: int, table: tuple[int, ...]) -> Iterator[int]:
    steps = 0
    while start < _LAST_SECTOR:
        if start >= len(table) or steps > len(table):
            raise UnreadableFile("damaged")
        yield start
        start = table[start]
        steps += 1


def _numbers(data: bytes) -> tuple[int, ...]:
    return struct.unpack(f"<{len(data) // 4}I", data[: len(data) // 4 * 4])


def _records(book: bytes, at: int) -> Iterator[tuple[int, bytes]]:
    """Yield the kind and contents of each record from an offset to the end of its part of the stream."""
    while at + 4 <= len(book):
        kind, length = struct.unpack_from("<HH", book, at)
        yield kind, book[at + 4 : at + 4 + length]
        at += 4 + length
        if kind == _EOF:
            return


def _without_dimensions(book: bytes, sheets: Sequence[int]) -> bytes:
    """Return the stream with the sizes that sheets say they have set to nothing: the reader makes room for them."""
    changed = bytearray(book)
    for at in sheets:
        while at + 4 <= len(book):
            kind, length = struct.unpack_from("<HH", book, at)
            if kind == _DIMENSIONS:
                end = min(at + 4 + length, len(book))
                changed[at + 4 : end] = bytes(end - at - 4)
            at += 4 + length
            if kind == _EOF:
                break
    return bytes(changed)


def _check_book(book: bytes) -> list[int]:
    """Look through the stream; return where its sheets begin."""
    sheets, texts = list[int](), list[bytes]()
    previous = 0
    for kind, data in _records(book, 0):
        if kind == _FILEPASS:
            raise UnreadableFile("encrypted")
        if kind == _BOUND_SHEET:
            sheets.append(struct.unpack_from("<I", data)[0])
        elif kind == _SST or (kind == _CONTINUE and previous == _SST):
            texts.append(data)
            kind = _SST
        previous = kind
    lengths = _text_lengths(texts)
    cells = walked = characters = 0
    for offset in sheets:
        # Two sheets may be said to begin at one place, so each is walked as the reader will walk it.
        bounds: list[int] = []
        for kind, data in _records(book, offset):
            # A record without contents takes as long to look at as a short one.
            walked += 16 + len(data)
            if kind in _ONE_CELL or kind in _SEVERAL_CELLS:
                cells += _extended(bounds, data, several=kind in _SEVERAL_CELLS)
            if kind == _LABEL_SST:
                index = struct.unpack_from("<I", data, 6)[0]
                characters += lengths[index] if index < len(lengths) else 0
            if cells > MOST_SHEET_CELLS or walked > _MOST_WALKED:
                raise UnreadableFile("too_many_rows", most=MOST_ROWS)
            if characters > MOST_TEXT:
                raise UnreadableFile("hostile")
    return sheets


def _extended(bounds: list[int], data: bytes, *, several: bool) -> int:
    """Stretch a sheet's bounds round a cell; return how many cells the rectangle has gained."""
    row, left = _numbers_of(data, 0, 2)
    right = _numbers_of(data, len(data) - 2, 1)[0] if several else left
    if not bounds:
        bounds += [row, row, left, right]
        return abs(right - left) + 1
    before = _area(bounds)
    bounds[0], bounds[1] = min(bounds[0], row), max(bounds[1], row)
    bounds[2], bounds[3] = min(bounds[2], left), max(bounds[3], right)
    return _area(bounds) - before


def _numbers_of(data: bytes, at: int, count: int) -> tuple[int, ...]:
    return struct.unpack_from(f"<{count}H", data, at)


def _area(bounds: Sequence[int]) -> int:
    return (bounds[1] - bounds[0] + 1) * (bounds[3] - bounds[2] + 1)


def _text_lengths(parts: list[bytes]) -> list[int]:
    """Return the number of characters of each shared text; reading stops where the table is broken."""
    if not parts:
        return []
    lengths: list[int] = []
    part, at = 0, 8
    count = struct.unpack_from("<I", parts[0], 4)[0]
    while len(lengths) < count:
        while at >= len(parts[part]):
            at -= len(parts[part])
            part += 1
            if part == len(parts):
                return lengths
        data = parts[part]
        if at + 3 > len(data):
            return lengths
        length, flags = struct.unpack_from("<HB", data, at)
        at += 3
        runs = phonetic = 0
        if flags & 0x08:
            runs = struct.unpack_from("<H", data, at)[0]
            at += 2
        if flags & 0x04:
            phonetic = struct.unpack_from("<I", data, at)[0]
            at += 4
        lengths.append(length)
        wide, left = flags & 1, length
        while left:
            room = (len(parts[part]) - at) // (2 if wide else 1)
            if left <= room:
                at += left * (2 if wide else 1)
                break
            left -= max(room, 0)
            part += 1
            if part == len(parts) or not parts[part]:
                return lengths
            # A text that goes on in the next record says there anew how wide its characters are.
            wide, at = parts[part][0] & 1, 1
        at += 4 * runs + phonetic
    return lengths
