"""The name in the head of a page: on one line where it fits, smaller on two where it does not."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy
from typing_extensions import override

from tillid_planner.ui.theme import current_theme, font, line_height
from tillid_planner.ui.widgets.labels import ElidedLabel
from tillid_planner.ui.widgets.text_block import TextBlock

_WEIGHT = 600


class NameLabel(ElidedLabel):
    """Wraps before it elides; names of eighty letters can be read."""

    def __init__(self) -> None:
        super().__init__("", "page")
        # No wider than the name: what stands beside it stands close by.
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)

    @override
    def setText(self, text: str) -> None:
        super().setText(text)
        self._fit()

    @override
    def sizeHint(self) -> QSize:
        return QSize(super().sizeHint().width(), self._needed())

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        # Take the second line where the first is too short.
        super().resizeEvent(event)
        self._fit()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        if not self._wraps():
            super().paintEvent(event)
            return
        block, room = self._block(self.text()), float(self.width())
        shown = self.text()
        while shown and block.height(room) > self._needed():
            shown = shown[:-1].rstrip()
            block = self._block(f"{shown}…")
        painter = QPainter(self)
        block.draw(painter, QRectF(0, 0, room, self.height()), current_theme().text)

    def _fit(self) -> None:
        if self.minimumHeight() != self._needed():
            self.setFixedHeight(self._needed())

    def _wraps(self) -> bool:
        return QFontMetrics(font("page")).horizontalAdvance(self.text()) > self.width() > 0

    def _needed(self) -> int:
        return 2 * line_height("body") if self._wraps() else line_height("page")

    @staticmethod
    def _block(text: str) -> TextBlock:
        return TextBlock(text, font("body", _WEIGHT), line_height("body"))
