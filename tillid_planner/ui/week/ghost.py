"""The preview of a dragged card in the cell where it would be dropped, with the warnings about it."""

from __future__ import annotations

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from tillid_planner.services.cards import Card
from tillid_planner.ui.theme import current_theme, font, line_height, paint_icon, paint_plate, scaled
from tillid_planner.ui.week.board_delegate import paint_card_face
from tillid_planner.ui.week.cell_layout import BADGE, CELL_PAD, MARK, lines_of
from tillid_planner.ui.widgets import TextBlock

_PAD = 6


class Ghost(QWidget):
    """Lies over the board and lets the mouse through."""

    def __init__(self, viewport: QWidget) -> None:
        super().__init__(viewport)
        self._viewport = viewport
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._card: Card | None = None
        self._lines: tuple[str, ...] = ()
        self.words = ""
        self.below = 0
        self._block: TextBlock | None = None
        self.hide()

    def show_at(self, cell: QRect, top: int, card: Card | None, heading: str, words: str) -> None:
        """Stand in a cell of the viewport, *top* px below its upper edge; without a *card* only the words."""
        self._card, self.words = card, words
        width = max(cell.width(), scaled(116))
        self._lines = lines_of(heading, card, width) if card is not None else ()
        self._block = TextBlock(words, font("small"), line_height("small")) if words else None
        inner = width - 1 - 2 * CELL_PAD
        height = self._card_height() + (self._words_height(inner) if words else 0)
        left = min(cell.x() + CELL_PAD, self._viewport.width() - inner - 2)
        y = min(cell.y() + top, self._viewport.height() - height - 2)
        self.setGeometry(left, max(0, y), inner, height)
        #: How far it would have stood below the edge, in pixels.
        self.below = max(0, cell.y() + top + height + 2 - self._viewport.height())
        self.show()
        self.raise_()
        self.update()

    def _card_height(self) -> int:
        if self._card is None:
            return 0
        return max(scaled(BADGE), len(self._lines) * line_height("small")) + 12

    def _words_height(self, width: int) -> int:
        if self._block is None:
            return 0
        return self._block.height(width - 2 * _PAD - scaled(MARK) - 4) + 8 + (2 if self._card else 0)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        theme = current_theme()
        painter = QPainter(self)
        below = self._card_height()
        if self._card is not None:
            area = QRect(0, 0, self.width(), below)
            paint_plate(painter, area, theme.select_fill, None, 6)
            paint_plate(painter, area, None, theme.select_line, 6, 1.5, dashed=True)
            paint_card_face(painter, area, self._card, self._lines, theme)
            below += 2
        if self._block is not None:
            plate = QRect(0, below, self.width(), self.height() - below)
            paint_plate(painter, plate, theme.warn_fill, theme.warn_line, 6)
            side = scaled(MARK)
            paint_icon(painter, QRectF(_PAD, below + 5, side, side), "warning", "warn_icon", theme)
            left = _PAD + side + 4
            room = QRectF(left, below + 4, self.width() - left - _PAD, self.height())
            self._block.draw(painter, room, theme.warn_text)
