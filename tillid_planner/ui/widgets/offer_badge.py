"""A rung that is agreed, or one that is offered: the same square, still empty."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget
from typing_extensions import override

from tillid_planner.ui.theme import current_theme, paint_offered, paint_rung, scaled


class OfferBadge(QWidget):
    """Shows a rung 0–5 as agreed or as offered."""

    def __init__(self, rung: int | None = None, side: int = 32, *, offered: bool = True) -> None:
        super().__init__()
        self._side, self._rung, self._offered = side, rung, offered
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def set_rung(self, rung: int, *, offered: bool, accessible: str) -> None:
        """Show another rung; *accessible* is read aloud."""
        self._rung, self._offered = rung, offered
        self.setAccessibleName(accessible)
        self.update()

    @override
    def sizeHint(self) -> QSize:
        return QSize(scaled(self._side), scaled(self._side))

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        theme = current_theme()
        side = scaled(self._side)
        area = QRectF(0, (self.height() - side) // 2, side, side)
        if self._offered:
            paint_offered(QPainter(self), area, self._rung, theme)
        else:
            paint_rung(QPainter(self), area, self._rung, "agreed", theme)
