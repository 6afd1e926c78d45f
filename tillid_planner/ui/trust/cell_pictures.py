"""The looks of the matrix's cells: drawn once for each kind of cell, from plain data, without asking the model."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QRect, QRectF
from PySide6.QtGui import QPainter, QPixmap

from tillid_planner.services.matrix import Cell
from tillid_planner.ui.theme import (
    Theme,
    current_theme,
    paint_closed,
    paint_icon,
    paint_offered,
    paint_plate,
    paint_rung,
    ratings_hidden,
    scaled,
)

_DOT = 4
#: The least that stays free at each side of a cell.
_MARGIN = 3
#: How strongly a cell is seen that is not looked for.
_FADED = 0.35


@dataclass(frozen=True, slots=True)
class _Piece:
    """One thing in a cell: a badge, or an icon, with the gap before it."""

    kind: str
    side: int
    rung: int | None = None
    gap: int = 0


class CellPictures:
    """Draws each kind of cell once; a painted matrix is pictures put beside each other.

    Two cells that show the same share a picture. All are dropped when size, theme or the hiding of ratings change.
    """

    def __init__(self) -> None:
        self._made: dict[object, QPixmap] = {}
        self._look: object = None

    def measure(self, width: int, height: int, ratio: float) -> None:
        """Draw for cells of this size in pixels, on a screen of *ratio* device pixels to each."""
        look = (width, height, ratio, current_theme(), ratings_hidden(), scaled(100))
        if look != self._look:
            self._look, self._width, self._height, self._ratio = look, width, height, ratio
            self._made.clear()

    def cell(self, cell: Cell, fill: str, *, frame_in_header: bool, faded: bool) -> QPixmap:
        """Return the picture of a cell on the ground of role *fill*; *faded* for one that is not looked for."""
        key = (cell, fill, frame_in_header, faded)
        found = self._made.get(key)
        if found is None:
            found = self._made[key] = self._draw(cell, fill, frame_in_header, faded)
        return found

    def row_of_empty(self, count: int, *, faded: bool) -> QPixmap:
        """Return *count* empty cells beside each other."""
        found = self._made.get((count, faded))
        if found is None:
            one = self.cell(Cell(), "surface", frame_in_header=False, faded=faded)
            found = self._blank(count * self._width)
            painter = QPainter(found)
            for number in range(count):
                painter.drawPixmap(number * self._width, 0, one)
            painter.end()
            self._made[count, faded] = found
        return found

    def _blank(self, width: int) -> QPixmap:
        found = QPixmap(round(width * self._ratio), round(self._height * self._ratio))
        found.setDevicePixelRatio(self._ratio)
        return found

    def _draw(self, cell: Cell, fill: str, frame_in_header: bool, faded: bool) -> QPixmap:
        theme = current_theme()
        found = self._blank(self._width)
        found.fill(theme["sunken" if faded and fill == "surface" else fill])
        painter = QPainter(found)
        rect = QRect(0, 0, self._width, self._height)
        if faded:
            painter.setOpacity(_FADED)
        inner = rect.adjusted(0, 0, -1, -1)
        _paint_pieces(painter, inner, pieces(cell, inner.width(), frame_in_header=frame_in_header), theme, cell)
        painter.setOpacity(1)
        painter.fillRect(rect.right(), 0, 1, rect.height(), theme.line)
        painter.fillRect(0, rect.bottom(), rect.width(), 1, theme.line)
        painter.end()
        return found


def _paint_pieces(painter: QPainter, rect: QRect, found: list[_Piece], theme: Theme, cell: Cell) -> None:
    centre = rect.center().y() + 1
    if not found:
        side = scaled(_DOT + 2 if cell.rated and not ratings_hidden() else _DOT)
        dot = QRectF(rect.x() + (rect.width() - side) / 2, centre - side / 2, side, side)
        paint_plate(painter, dot, theme.text_muted if cell.rated else theme.hatch, radius=side / 2)
        return
    x = float(rect.x()) + (rect.width() - _width(found)) / 2
    for piece in found:
        x += piece.gap
        place = QRectF(round(x), centre - piece.side // 2, piece.side, piece.side)
        if piece.kind == "icon_right" and not ratings_hidden():
            # The drawn arrow is half as wide as its square.
            paint_icon(painter, place, "right", "text_muted", theme)
        elif piece.kind in ("frames", "breach"):
            if not ratings_hidden():
                paint_icon(painter, place, piece.kind, "text_muted", theme)
        elif piece.kind == "closed":
            paint_closed(painter, place, theme)
        elif piece.kind == "offered":
            paint_offered(painter, place, piece.rung, theme)
        elif piece.kind != "icon_right":
            paint_rung(painter, place, piece.rung, piece.kind, theme)
        x += piece.side


def pieces(cell: Cell, width: int, *, frame_in_header: bool = False) -> list[_Piece]:
    """Return what stands in a cell of *width* pixels, from left to right; nothing for an untouched one."""
    second: tuple[str, int | None] | None
    second = ("offered", cell.offer) if cell.offer is not None else None
    if second is None and cell.differs:
        second = ("suggestion", cell.suggested)
    marks = []
    if cell.breach:
        marks.append("breach")
    if cell.frame and (not frame_in_header or (cell.agreed is not None and cell.differs)):
        marks.append("frames")
    for big, small, mark, gap in ((24, 20, 16, 5), (20, 20, 14, 2), (20, 18, 12, 1)):
        found = _arranged(cell, second, marks, scaled(big), scaled(small), scaled(mark), gap)
        if _width(found) <= width - 2 * _MARGIN:
            return found
    return _arranged(cell, second, marks[:1], scaled(20), scaled(18), scaled(12), 0)


def _arranged(
    cell: Cell, second: tuple[str, int | None] | None, marks: list[str], big: int, small: int, mark: int, gap: int
) -> list[_Piece]:
    found = []
    if cell.agreed is not None:
        found.append(_Piece("agreed", big, cell.agreed))
        if second is not None:
            found.append(_Piece("icon_right", scaled(12), gap=gap - 1))
            found.append(_Piece(second[0], small, second[1], gap=gap - 1))
    elif second is not None:
        found.append(_Piece(second[0], big, second[1]))
    elif cell.closed:
        found.append(_Piece("closed", big))
    if found:
        found += [_Piece(name, mark, gap=gap + 1) for name in marks]
    return found


def _width(found: list[_Piece]) -> int:
    return sum(piece.side + piece.gap for piece in found)


def paint_chosen(painter: QPainter, rect: QRect, theme: Theme, *, by_keyboard: bool) -> None:
    """Paint the frame of the current cell, and the ring of the keyboard in it."""
    line = theme.select_line
    painter.fillRect(rect.x(), rect.y(), rect.width(), 2, line)
    painter.fillRect(rect.x(), rect.bottom() - 1, rect.width(), 2, line)
    painter.fillRect(rect.x(), rect.y(), 2, rect.height(), line)
    painter.fillRect(rect.right() - 1, rect.y(), 2, rect.height(), line)
    if by_keyboard:
        paint_plate(painter, rect.adjusted(2, 2, -3, -3), None, theme.focus, 4, 2)
