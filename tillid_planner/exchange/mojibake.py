"""Letters garbled by a wrong encoding on the way («SÃ¸ren» for «Søren»), mended cell by cell."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Final

from tillid_planner.exchange.cells import Cell
from tillid_planner.exchange.grid import Grid

#: How a letter outside ASCII begins when UTF-8 has been read as a one-byte encoding; hardly any name has this.
_SIGNS: Final = re.compile("[ÃÂÅÄÐÑØ×][\x80-\xbf€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ¡-¿]|â€|ï»¿")


def mended(grid: Grid) -> Grid:
    """Return a sheet with garbled letters put right, the cells counted in ``repaired``; right text is left alone."""
    if not any(_is_garbled(cell) for _, cells in grid.rows for cell in cells):
        return grid
    # Loads tables of its own, and hardly any file needs it.
    from ftfy import fix_encoding

    repaired = 0
    rows = []
    for number, cells in grid.rows:
        after = [fix_encoding(cell) if isinstance(cell, str) and _is_garbled(cell) else cell for cell in cells]
        repaired += sum(one != other for one, other in zip(cells, after, strict=True))
        rows.append((number, after))
    return replace(grid, rows=tuple(rows), repaired=repaired)


def _is_garbled(cell: Cell) -> bool:
    return isinstance(cell, str) and not cell.isascii() and bool(_SIGNS.search(cell))
