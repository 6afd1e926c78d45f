"""Rows of people: a monogram before the name, the same sand for everybody."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyleOptionViewItem
from typing_extensions import override

from tillid_planner.ui.theme import Theme, font, paint_plate, scaled
from tillid_planner.ui.widgets.row_delegate import RowDelegate

_SIDE, _GAP = 28, 12


class MonogramDelegate(RowDelegate):
    """Paints the first letters of the first column's name before it."""

    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        size = super().sizeHint(option, index)
        return size + QSize(scaled(_SIDE) + _GAP, 0) if index.column() == 0 else size

    @override
    def _draw_mark(
        self, painter: QPainter, area: QRect, index: QModelIndex | QPersistentModelIndex, theme: Theme
    ) -> QRect:
        rest = super()._draw_mark(painter, area, index, theme)
        if index.column() != 0:
            return rest
        side = scaled(_SIDE)
        place = QRect(rest.left(), rest.center().y() - side // 2 + 1, side, side)
        edge = theme.line if theme.name == "contrast" else None
        paint_plate(painter, place, theme.monogram, edge, side / 2)
        painter.setFont(font("small", 600))
        painter.setPen(theme.on_monogram)
        name = str(index.data(Qt.ItemDataRole.DisplayRole) or "")
        painter.drawText(place, int(Qt.AlignmentFlag.AlignCenter), initials(name))
        rest.setLeft(place.right() + 1 + _GAP)
        return rest


def initials(name: str) -> str:
    """Return the first letters of the first and the last word of a name."""
    words = name.split()
    ends = [words[0], words[-1]] if len(words) > 1 else words
    return "".join(word[0].upper() for word in ends)
