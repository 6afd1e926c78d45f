"""A small text that acts: a link in 12 px, for where a button would shout."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget
from typing_extensions import override

from tillid_planner.ui.theme import current_theme, font, paint_icon, paint_plate, ratings_hidden, scaled
from tillid_planner.ui.widgets.labels import plain_tooltip
from tillid_planner.ui.widgets.pressing import OneClick, ReturnPresses

_ICON, _GAP = 14, 6


class Link(OneClick, ReturnPresses, QAbstractButton):
    """Words that can be pressed; they end in «…» where they have no room."""

    def __init__(
        self,
        text: str = "",
        icon: str = "",
        *,
        muted: bool = False,
        elides: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        """Make the link; a *muted* one looks like text until the pointer is over it."""
        super().__init__(parent)
        self._icon, self._muted, self._elides = icon, muted, elides
        self.setText(text)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        policy = QSizePolicy.Policy.Expanding if elides else QSizePolicy.Policy.Fixed
        self.setSizePolicy(policy, QSizePolicy.Policy.Fixed)
        self.setProperty("ringRadius", 4)

    def set_words(self, text: str, *, muted: bool) -> None:
        """Say something else."""
        self._muted = muted
        self.setText(text)
        self.setToolTip(plain_tooltip(text) if self._elides else "")
        self.updateGeometry()
        self.update()

    @override
    def sizeHint(self) -> QSize:
        return QSize(self._left() + QFontMetrics(font("small", 500)).horizontalAdvance(self.text()) + 1, scaled(24))

    @override
    def minimumSizeHint(self) -> QSize:
        size = self.sizeHint()
        return QSize(min(size.width(), scaled(64)), size.height()) if self._elides else size

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        theme = current_theme()
        painter = QPainter(self)
        quiet = self._muted and not self.underMouse()
        ink = "text_disabled" if not self.isEnabled() else "text_muted" if quiet else "link"
        if self._icon:
            side = scaled(_ICON)
            place = QRectF(0, (self.height() - side) / 2, side, side)
            paint_icon(painter, place, self._icon, ink, theme)
        face = font("small", 400 if self._muted else 500)
        room = self.width() - self._left()
        if self._muted and ratings_hidden():
            paint_plate(painter, QRectF(self._left(), self.height() / 2 - 5, room, 10), theme.load_track, radius=3)
            return
        words = QFontMetrics(face).elidedText(self.text(), Qt.TextElideMode.ElideRight, room)
        painter.setFont(face)
        painter.setPen(theme[ink])
        area = QRectF(self._left(), 0, room, self.height())
        painter.drawText(area, int(Qt.AlignmentFlag.AlignVCenter), words)

    def _left(self) -> int:
        return scaled(_ICON + _GAP) if self._icon else 0
