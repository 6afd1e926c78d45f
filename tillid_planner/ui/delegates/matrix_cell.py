"""Paints the cells of the matrix: one delegate, from plain data, without asking the model role by role."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from tillid_planner.services.matrix import Cell
from tillid_planner.ui.models.trust_matrix import TrustMatrixModel
from tillid_planner.ui.theme import (
    Theme,
    covered,
    current_theme,
    font,
    paint_icon,
    paint_plate,
    paint_rung,
    scaled,
)

_DOT = 4
#: The least that stays free at each side of a cell.
_MARGIN = 3


@dataclass(frozen=True, slots=True)
class _Piece:
    """One thing in a cell: a badge, or an icon, with the gap before it."""

    kind: str
    side: int
    rung: int | None = None
    gap: int = 0


class MatrixCellDelegate(QStyledItemDelegate):
    """Badges and marks of one cell, its lines, and what pointer and keyboard do to it."""

    def __init__(self, model: TrustMatrixModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model = model
        #: The cell or column under the pointer, as (row, column); row -1 is the column's header.
        self.hovered: tuple[int, int] = (-1, -1)

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        """Return the least size of a cell."""
        return QSize(scaled(80), scaled(40))

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        """Paint one cell."""
        theme = current_theme()
        row, column = index.row(), index.column()
        rect: QRect = option.rect
        state: QStyle.StateFlag = option.state
        selected = bool(state & QStyle.StateFlag.State_Selected)
        hot = self.hovered in ((row, column), (-1, column))
        painter.fillRect(rect, theme.select_fill if selected else theme.hover if hot else theme.surface)
        painter.fillRect(rect.right(), rect.top(), 1, rect.height(), theme.line)
        painter.fillRect(rect.left(), rect.bottom(), rect.width(), 1, theme.line)
        inner = rect.adjusted(0, 0, -1, -1)
        cell = self._model.cell(row, column)
        marked = self._model.frame_holds(column)
        self._paint_pieces(painter, inner, pieces(cell, inner.width(), frame_in_header=marked), theme, cell)
        if selected:
            _frame(painter, rect, theme)
            if state & QStyle.StateFlag.State_HasFocus and _by_keyboard(option):
                paint_plate(painter, rect.adjusted(2, 2, -3, -3), None, theme.focus, 4, 2)

    def _paint_pieces(
        self, painter: QPainter, rect: QRect, found: list[_Piece], theme: Theme, cell: Cell
    ) -> None:
        centre = rect.center().y() + 1
        if not found:
            side = scaled(_DOT + 2 if cell.rated and not covered() else _DOT)
            dot = QRectF(rect.x() + (rect.width() - side) / 2, centre - side / 2, side, side)
            paint_plate(painter, dot, theme.text_muted if cell.rated else theme.hatch, radius=side / 2)
            return
        x = float(rect.x()) + (rect.width() - _width(found)) / 2
        for piece in found:
            x += piece.gap
            place = QRectF(round(x), centre - piece.side // 2, piece.side, piece.side)
            if piece.kind == "icon_right" and not covered():
                # The drawn arrow is half as wide as its square.
                paint_icon(painter, place, "right", "text_muted", theme)
            elif piece.kind in ("frames", "breach"):
                if not covered():
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


def paint_offered(painter: QPainter, rect: QRectF, rung: int | None, theme: Theme) -> None:
    """Paint a rung that is offered but not accepted: the agreed square, still empty."""
    if covered():
        paint_rung(painter, rect, rung, "hidden", theme)
        return
    side = rect.width()
    paint_plate(painter, rect, theme.surface, theme.rung_line, side / 4, 1.5)
    face: QFont = font("body", 600)
    face.setPixelSize(round(side * 0.6))
    metrics = QFontMetricsF(face)
    painter.save()
    painter.setFont(face)
    painter.setPen(theme.text)
    words = "–" if rung is None else str(rung)
    left = rect.center().x() - metrics.horizontalAdvance(words) / 2
    painter.drawText(QPointF(left, rect.center().y() + metrics.capHeight() / 2), words)
    painter.restore()


def paint_closed(painter: QPainter, rect: QRectF, theme: Theme) -> None:
    """Paint a suggestion nobody has opened: its form without a figure."""
    if covered():
        paint_rung(painter, rect, None, "hidden", theme)
        return
    paint_plate(painter, rect, None, theme.rung_line, rect.width() / 4, 1.5, dashed=True)


def _frame(painter: QPainter, rect: QRect, theme: Theme) -> None:
    line = theme.select_line
    painter.fillRect(rect.x(), rect.y(), rect.width(), 2, line)
    painter.fillRect(rect.x(), rect.bottom() - 1, rect.width(), 2, line)
    painter.fillRect(rect.x(), rect.y(), 2, rect.height(), line)
    painter.fillRect(rect.right() - 1, rect.y(), 2, rect.height(), line)


def _by_keyboard(option: QStyleOptionViewItem) -> bool:
    widget: QWidget | None = option.widget
    return widget is not None and widget.window().testAttribute(Qt.WidgetAttribute.WA_KeyboardFocusChange)
