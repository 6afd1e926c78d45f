"""The words of a matrix cell, for its tooltip and for screen readers."""

from __future__ import annotations

from collections.abc import Callable

from tillid_planner.services.matrix import Cell
from tillid_planner.ui.texts import tr


def cell_state(cell: Cell, rung_name: Callable[[int], str]) -> str:
    """Say all that a cell shows; *rung_name* gives the name of a rung 0–5."""
    return "; ".join([*_rungs(cell, rung_name), *_marks(cell)]) or (
        tr("partly rated") if cell.rated else tr("not rated yet")
    )


def _rungs(cell: Cell, rung_name: Callable[[int], str]) -> list[str]:
    parts = []
    if cell.agreed is not None:
        name = rung_name(cell.agreed)
        agreed = tr("agreed rung {rung}, {name}", rung=cell.agreed, name=name)
        parts.append(agreed if cell.agreed else name.lower())
    if cell.offer is not None:
        parts.append(tr("offered rung {rung}, {name}", rung=cell.offer, name=rung_name(cell.offer)))
    if cell.differs:
        suggested = tr("suggestion rung {rung}", rung=cell.suggested)
        parts.append(suggested if cell.suggested else tr("suggestion to pause"))
    if cell.closed:
        parts.append(tr("rated, the suggestion is not opened"))
    return parts


def _marks(cell: Cell) -> list[str]:
    said = (
        (cell.frame, tr("the frame holds back")),
        (cell.breach, tr("a breach is not closed")),
        (cell.unsure, tr("unsure rating")),
        (cell.old, tr("old rating")),
    )
    return [words for on, words in said if on]
