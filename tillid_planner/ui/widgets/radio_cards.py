"""Choices that need a sentence each: cards in a row, or numbered rows for the anchors 1–5."""

from collections.abc import Sequence

from PySide6.QtCore import QPoint, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QBoxLayout, QRadioButton, QSizePolicy, QWidget
from typing_extensions import override

from tillid_planner.ui.theme import current_theme, font, line_height, paint_plate, scaled
from tillid_planner.ui.widgets.choices import MARK, paint_radio
from tillid_planner.ui.widgets.pressing import OneClick
from tillid_planner.ui.widgets.text_block import TextBlock

_PAD_X, _PAD_Y, _GAP, _NUMBER = 10, 7, 8, 16


class RadioCard(OneClick, QRadioButton):
    """One choice with wrapped words; the whole card is clickable."""

    def __init__(
        self,
        value: int,
        text: str,
        *,
        numbered: bool = False,
        framed: bool = True,
        parent: QWidget | None = None,
    ) -> None:
        """Make a card for *value*; *numbered* shows it before the words, *framed* draws a line at rest."""
        super().__init__(text, parent)
        self.value = value
        self._numbered, self._framed = numbered, framed
        self.setAccessibleName(f"{value}: {text}" if numbered else text)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    @override
    def sizeHint(self) -> QSize:
        return QSize(scaled(180), self.heightForWidth(scaled(180)))

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(scaled(110), scaled(MARK) + 2 * _PAD_Y)

    @override
    def heightForWidth(self, width: int) -> int:
        return max(self._block().height(width - self._left() - _PAD_X), scaled(18)) + 2 * self._pad_y()

    @override
    def hitButton(self, pos: QPoint) -> bool:
        return self.rect().contains(pos)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        theme = current_theme()
        painter = QPainter(self)
        self._draw_plate(painter)
        side = scaled(MARK)
        top = self._pad_y() + (scaled(18) - side) // 2
        paint_radio(painter, QRectF(_PAD_X, top, side, side), self.isChecked(), self.isEnabled(), theme)
        ink = theme["text" if self.isEnabled() else "text_disabled"]
        text_top = self._pad_y() + (scaled(18) - line_height("small")) // 2
        if self._numbered:
            number = TextBlock(str(self.value), font("small", 600), line_height("small"))
            number.draw(painter, QRectF(_PAD_X + side + _GAP, text_top, scaled(_NUMBER), 0), ink)
        quiet = self._numbered and not self.isChecked() and self.isEnabled()
        left = self._left()
        area = QRectF(left, text_top, self.width() - left - _PAD_X, 0)
        self._block().draw(painter, area, theme.text_muted if quiet else ink)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        group = self.parentWidget()
        if isinstance(group, RadioCardGroup) and event.text().isdigit() and group.choose(int(event.text())):
            return
        super().keyPressEvent(event)

    def _draw_plate(self, painter: QPainter) -> None:
        theme = current_theme()
        if self.isChecked():
            width = 2.0 if theme.name == "contrast" else 1.0
            paint_plate(painter, self.rect(), theme.select_fill, theme.select_line, 6, width)
        elif self._framed:
            hot = self.underMouse() and self.isEnabled()
            paint_plate(painter, self.rect(), theme.hover if hot else theme.surface, theme.line, 6)
        elif self.underMouse() and self.isEnabled():
            paint_plate(painter, self.rect(), theme.hover, radius=6)

    def _pad_y(self) -> int:
        return _PAD_Y if self._framed else 3

    def _left(self) -> int:
        return _PAD_X + scaled(MARK) + _GAP + (scaled(_NUMBER) if self._numbered else 0)

    def _block(self) -> TextBlock:
        return TextBlock(self.text(), font("small"), line_height("small"))


class RadioCardGroup(QWidget):
    """A row of equally wide cards, or a column of rows; ``chosen`` carries the value the user took."""

    chosen = Signal(int)

    def __init__(
        self,
        options: Sequence[tuple[int, str]] = (),
        *,
        vertical: bool = False,
        numbered: bool = False,
        accessible: str = "",
        parent: QWidget | None = None,
    ) -> None:
        """Offer *options* (value, words); arrow keys move, figure keys choose."""
        super().__init__(parent)
        self._vertical, self._numbered = vertical, numbered
        way = QBoxLayout.Direction.TopToBottom if vertical else QBoxLayout.Direction.LeftToRight
        self._box = QBoxLayout(way, self)
        self._box.setContentsMargins(0, 0, 0, 0)
        self._box.setSpacing(0 if vertical else _GAP)
        self._cards: list[RadioCard] = []
        self.setAccessibleName(accessible)
        self.set_options(options)

    def set_options(self, options: Sequence[tuple[int, str]]) -> None:
        """Offer other choices; the value stays chosen if it is still among them."""
        if [(card.value, card.text()) for card in self._cards] == list(options):
            return
        value = self.value()
        for card in self._cards:
            self._box.removeWidget(card)
            card.hide()
            card.deleteLater()
        self._cards = []
        for number, text in options:
            card = RadioCard(number, text, numbered=self._numbered, framed=not self._vertical, parent=self)
            card.clicked.connect(self._emit_chosen)
            self._box.addWidget(card, 0 if self._vertical else 1)
            self._cards.append(card)
        self.set_value(value)

    def values(self) -> Sequence[int]:
        """Return the values offered."""
        return [card.value for card in self._cards]

    def take_focus(self, reason: Qt.FocusReason) -> None:
        """Put the keyboard on the chosen card, or else on the first."""
        card = next((card for card in self._cards if card.isChecked()), next(iter(self._cards), None))
        if card is not None:
            # One that was just made is not seen before the layout has its turn.
            card.show()
            card.setFocus(reason)

    def tab_on_to(self, after: QWidget) -> None:
        """Let Tab go through the cards and then on to *after*."""
        # One by one: behind the last card alone, Qt leaves it where it is.
        for card in self._cards:
            QWidget.setTabOrder(card, after)

    def value(self) -> int | None:
        """Return the chosen value, or None."""
        return next((card.value for card in self._cards if card.isChecked()), None)

    def set_value(self, value: int | None) -> None:
        """Choose silently; None or a value that is not offered chooses nothing."""
        for card in self._cards:
            card.setAutoExclusive(False)
            card.setChecked(card.value == value)
        for card in self._cards:
            card.setAutoExclusive(True)

    def choose(self, value: int) -> bool:
        """Choose as the user would; return whether *value* is offered."""
        for card in self._cards:
            if card.value == value and card.isEnabled():
                card.setFocus(Qt.FocusReason.ShortcutFocusReason)
                # Also the one that is chosen already: what could not be stored is tried again.
                card.click()
                return True
        return False

    def _emit_chosen(self) -> None:
        value = self.value()
        if value is not None:
            self.chosen.emit(value)
