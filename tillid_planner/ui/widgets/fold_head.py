"""The head of a prerequisite: its name, and folded the value with the start of its anchor."""

from __future__ import annotations

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget
from typing_extensions import override

from tillid_planner.ui.theme import current_theme, font, paint_icon, paint_plate, ratings_hidden, scaled
from tillid_planner.ui.widgets.labels import plain_tooltip
from tillid_planner.ui.widgets.pressing import OneClick, ReturnPresses

_PAD = 16


class FoldHead(OneClick, ReturnPresses, QAbstractButton):
    """Unfolds what is under it; checked means unfolded."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setCheckable(True)
        self.setText(name)
        self._value: int | None = None
        self._summary = self._second = ""
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setProperty("ringRadius", 6)

    def show_value(self, value: int | None, summary: str, second: str = "") -> None:
        """Show *value* and *summary* while folded, with the line *second* below."""
        self._value, self._summary, self._second = value, summary, second
        number = "" if value is None else f"{value}, "
        self.setAccessibleName(f"{self.text()}: {number}{summary}")
        self.setToolTip(plain_tooltip(summary))
        self.updateGeometry()
        self.update()

    @override
    def sizeHint(self) -> QSize:
        if self.isChecked():
            return QSize(_PAD + QFontMetrics(font("body", 600)).horizontalAdvance(self.text()) + 12, scaled(36))
        return QSize(scaled(160), scaled(52 if self._shows_second() else 36))

    @override
    def minimumSizeHint(self) -> QSize:
        size = self.sizeHint()
        return size if self.isChecked() else QSize(scaled(80), size.height())

    def _shows_second(self) -> bool:
        return bool(self._second) and not self.isChecked()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        theme = current_theme()
        painter = QPainter(self)
        row = scaled(36)
        if self.underMouse() and not self.isChecked():
            painter.fillRect(self.rect(), theme.hover)
        bold = font("body", 600)
        painter.setFont(bold)
        painter.setPen(theme.text)
        middle = int(Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine)
        painter.drawText(QRect(_PAD, 0, self.width() - _PAD, row), middle, self.text())
        if self.isChecked():
            return
        arrow = scaled(16)
        right = self.width() - _PAD - arrow
        paint_icon(painter, QRectF(right, (row - arrow) / 2, arrow, arrow), "down", "text_muted", theme)
        left = _PAD + max(scaled(100), QFontMetrics(bold).horizontalAdvance(self.text()) + scaled(12))
        if ratings_hidden():
            paint_plate(painter, QRectF(left, row / 2 - 6, right - left - 12, 12), theme.load_track, radius=3)
            return
        small = font("small")
        words = left
        if self._value is not None:
            painter.setFont(font("small", 600))
            painter.drawText(QRect(left, 0, scaled(16), row), middle, str(self._value))
            words += scaled(16)
        painter.setFont(small)
        painter.setPen(theme.text_muted)
        room = right - scaled(8) - words
        shown = QFontMetrics(small).elidedText(self._summary, Qt.TextElideMode.ElideRight, room)
        painter.drawText(QRect(words, 0, room, row), middle, shown)
        if self._shows_second():
            painter.setPen(theme.link)
            area = QRect(words, row - scaled(8), self.width() - _PAD - words, scaled(20))
            second = QFontMetrics(small).elidedText(self._second, Qt.TextElideMode.ElideRight, area.width())
            painter.drawText(area, middle, second)
