"""One sheet as it lies in a file."""

from __future__ import annotations

from dataclasses import dataclass

from tillid_planner.exchange.cells import Cell


@dataclass(frozen=True, slots=True)
class Grid:
    """One sheet: its rows with anything in them, by their numbers in the file (from 1).

    The cells begin with the first column that has something in it. ``hidden`` are the numbers of rows that are not
    shown, ``merged`` the cells shown as one: top row, left column, bottom row, right column, columns from 0 as in
    ``rows``. ``repaired`` counts the cells whose letters had been garbled.
    """

    name: str
    rows: tuple[tuple[int, list[Cell]], ...]
    hidden: frozenset[int] = frozenset()
    merged: tuple[tuple[int, int, int, int], ...] = ()
    repaired: int = 0
