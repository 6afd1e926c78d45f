"""Letters garbled by a wrong encoding on the way («SÃ¸ren» for «Søren»), mended cell by cell."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Final

from tillid_planner.exchange.cells import Cell, cleaned
from tillid_planner.exchange.grid import Grid

#: How a letter outside ASCII begins when UTF-8 has been read as a one-byte encoding; hardly any name has this.
_SIGNS: Final = re.compile("[ÃÂÅÄÐÑØ×][\x80-\xbf€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ¡-¿]|â€|ï»¿")


def mended(grid: Grid) -> Grid:
    """Return a sheet with garbled letters put right, the cells counted in ``repaired``; right text is left alone."""
    if not any(_is_garbled(cell) for _, cells in grid.rows for cell in cells):
        return grid
    # Loads tables of its own, and hardly any file needs it.
    from ftfy import fix_encoding

    garbled = {cell for _, cells in grid.rows for cell in cells if isinstance(cell, str) and _is_garbled(cell)}
    right = {cell: cleaned(fixed) for cell in garbled if (fixed := fix_encoding(cell)) != cell}
    if right:
        # Where some of a file is garbled all of it is, also what alone would be left in doubt («Ã…se»).
        right |= {cell: fixed for cell in garbled - right.keys() if (fixed := _read_again(cell)) != cell}
    rows = tuple(
        (number, [right.get(cell, cell) if isinstance(cell, str) else cell for cell in cells])
        for number, cells in grid.rows
    )
    repaired = sum(cell in right for _, cells in grid.rows for cell in cells)
    return replace(grid, rows=rows, repaired=repaired)


def _read_again(text: str) -> str:
    try:
        return text.encode("sloppy-windows-1252").decode()
    except UnicodeError:
        return text


def _is_garbled(cell: Cell) -> bool:
    return isinstance(cell, str) and not cell.isascii() and bool(_SIGNS.search(cell))
