"""Where a table begins in a file: the sheet, and the row or two with the headers in it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from tillid_planner.exchange import headers
from tillid_planner.exchange.addresses import is_address
from tillid_planner.exchange.cells import MOST_COLUMNS, Cell, UnreadableFile, as_text
from tillid_planner.exchange.grid import Grid
from tillid_planner.exchange.person_names import is_name

#: Titles, guidance and a logo's empty rows may stand above the header row.
_ROWS_LOOKED_AT: Final = 60
#: How much a cell that is data speaks against a header row.
_DATA: Final = 1.0


@dataclass(frozen=True, slots=True)
class Head:
    """The headers of a table and where its rows begin.

    ``top`` is the place of the first row below them among the grid's rows; ``number`` the header row's number in
    the file, 0 if there is none and the columns are lettered. ``groups`` are the headings above the headers.
    """

    headers: tuple[str, ...]
    groups: tuple[str, ...]
    top: int
    number: int
    known: float = 0.0


def best_grid(grids: Sequence[Grid], kind: str, sheet: str | None, header_row: int | None) -> tuple[Grid, Head]:
    """Return the sheet with the best known headers and its head; without any the first with rows below one.

    ``sheet`` and ``header_row`` (its number in the file) are what somebody has chosen. Raises ``UnreadableFile``:
    ``no_such_sheet``, ``no_such_row``, ``empty``.
    """
    wanted = [grid for grid in grids if grid.rows and sheet in (None, grid.name)]
    if not wanted:
        raise UnreadableFile("empty" if sheet is None else "no_such_sheet")
    found = [(grid, _head(grid, kind, header_row)) for grid in wanted]
    heads = [(grid, head) for grid, head in found if head is not None]
    if not heads:
        raise UnreadableFile("no_such_row")
    # A single line is a heading on a front page, or a list with nobody in it yet.
    return max(heads, key=lambda one: (one[1].known, len(one[0].rows) > 1))


def has_headers(grids: Sequence[Grid], kind: str) -> bool:
    """Whether any of the sheets has a header of a list of this kind."""
    return any((head := _head(grid, kind, None)) is not None and head.known > 0 for grid in grids)


def _head(grid: Grid, kind: str, header_row: int | None) -> Head | None:
    rows = grid.rows
    if header_row is not None:
        place = next((at for at, (number, _) in enumerate(rows) if number == header_row), None)
        return None if place is None else _joined(grid, place, kind)
    found = [_headedness(cells, kind) for _, cells in rows[:_ROWS_LOOKED_AT]]
    best = max(found)
    if best > 0:
        return _joined(grid, found.index(best), kind, best)
    # A title may stand alone above headers that are not known.
    first = next((at for at, (_, cells) in enumerate(rows) if sum(cell != "" for cell in cells) > 1), 0)
    if first and not _begins_with_data(grid, first):
        return _joined(grid, first, kind)
    if _begins_with_data(grid, 0):
        width = min(MOST_COLUMNS, max(len(cells) for _, cells in rows))
        letters = tuple(_letters(at) for at in range(width))
        return Head(letters, ("",) * width, 0, 0)
    return _joined(grid, 0, kind)


def _headedness(cells: Sequence[Cell], kind: str) -> float:
    texts = [as_text(cell) if isinstance(cell, str) else "" for cell in cells]
    known = [headers.is_known(text) for text in texts]
    of_kind = sum(_weight(text, kind) for text in texts) if kind else 0.0
    data = sum(
        not header and (not isinstance(cell, str) or _is_data(cell)) for cell, header in zip(cells, known, strict=True)
    )
    return sum(known) / 2 + of_kind - data * _DATA if any(known) else 0.0


def _weight(header: str, kind: str) -> float:
    """Return how much a header speaks for a list of this kind: «Opgave» for tasks, «Navn» less."""
    found = headers.readings(kind, header)
    if not found:
        return 0.0
    return 2.0 if found[0].tier == 0 else 0.5 if found[0].tier == headers.HINT else 1.0


def _begins_with_data(grid: Grid, place: int) -> bool:
    first = grid.rows[place][1]
    if any(not isinstance(cell, str) or is_address(cell) or any(sign.isdecimal() for sign in cell) for cell in first):
        return True
    # Names above names: the first of them is no header.
    at = next((at for at, cell in enumerate(first) if isinstance(cell, str) and is_name(cell)), None)
    below = [cells[at] for _, cells in grid.rows[place + 1 :] if at is not None and at < len(cells) and cells[at] != ""]
    return bool(below) and sum(isinstance(cell, str) and is_name(cell) for cell in below) * 2 > len(below)


def _is_data(cell: str) -> bool:
    return is_address(cell) or is_name(cell) or any(sign.isdecimal() for sign in cell)


def _joined(grid: Grid, place: int, kind: str, known: float = 0.0) -> Head:
    """Return the head at a row, with the row of headings above it or the rest of the headers below it."""
    number, cells = grid.rows[place]
    width = len(cells)
    names = [as_text(cell) for cell in cells]
    groups = [""] * width
    top = place + 1
    if place and _is_heading_row(grid, place - 1) and grid.rows[place - 1][0] == number - 1:
        groups = _spread(grid, place - 1, width)
        names = [name or group for name, group in zip(names, groups, strict=True)]
    elif top < len(grid.rows) and _is_second_row(grid, place):
        below = [as_text(cell) for cell in grid.rows[top][1]]
        width = max(width, len(below))
        groups = _spread(grid, place, width)
        names = [
            (below[at] if at < len(below) else "") or (names[at] if at < len(names) else "") for at in range(width)
        ]
        groups = ["" if group == name else group for group, name in zip(groups, names, strict=True)]
        top += 1
    return Head(tuple(names), tuple(groups), top, number, known)


def _is_heading_row(grid: Grid, place: int) -> bool:
    filled = [cell for cell in grid.rows[place][1] if cell != ""]
    return len(filled) > 1 and all(isinstance(cell, str) and not _is_data(cell) for cell in filled)


def _is_second_row(grid: Grid, place: int) -> bool:
    """Whether the row below the header row names what the headers there left open: «Fra» and «Til»."""
    (number, above), (below_number, below) = grid.rows[place], grid.rows[place + 1]
    filled = [(at, cell) for at, cell in enumerate(below) if cell != ""]
    if below_number != number + 1 or not filled:
        return False
    names = [as_text(cell) for cell in above]
    known = all(isinstance(cell, str) and headers.is_known(cell) for _, cell in filled)
    repeated = all(at < len(names) and names[at] == cell for at, cell in filled)
    return known and not repeated and any(at >= len(names) or not names[at] for at, _ in filled)


def _spread(grid: Grid, place: int, width: int) -> list[str]:
    """Return a row of headings with each spread over the columns it stands above."""
    number, cells = grid.rows[place]
    texts = [as_text(cells[at]) if at < len(cells) else "" for at in range(width)]
    spans = [(left, right) for row, left, bottom, right in grid.merged if row <= number <= bottom]
    if spans:
        for left, right in spans:
            for at in range(left + 1, min(right + 1, width)):
                texts[at] = texts[at] or texts[left]
        return texts
    for at in range(1, width):
        texts[at] = texts[at] or texts[at - 1]
    return texts


def _letters(place: int) -> str:
    return (chr(64 + place // 26) if place >= 26 else "") + chr(65 + place % 26)
