"""Tabs: words on a hairline, heather under the chosen one."""

from collections.abc import Sequence

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QTabBar, QWidget
from typing_extensions import override

from tillid_planner.ui.theme import current_theme, font, paint_plate, scaled

_GAP = 20


class Tabs(QTabBar):
    """Pages of one thing; ``chosen`` carries the key the user took."""

    chosen = Signal(str)

    def __init__(
        self, entries: Sequence[tuple[str, str]] = (), *, accessible: str = "", parent: QWidget | None = None
    ) -> None:
        """Offer *entries*, each a key and its words."""
        super().__init__(parent)
        self.setDrawBase(False)
        self.setExpanding(False)
        self.setUsesScrollButtons(True)
        self.setElideMode(Qt.TextElideMode.ElideNone)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setProperty("paintsFocus", True)
        self.setMouseTracking(True)
        self.setAccessibleName(accessible)
        self._keys: list[str] = []
        self.set_entries(entries)
        self.currentChanged.connect(self._emit_chosen)

    def set_entries(self, entries: Sequence[tuple[str, str]]) -> None:
        """Offer other tabs; the key stays chosen if it is still among them."""
        key = self.key()
        self.blockSignals(True)
        while self.count():
            self.removeTab(0)
        self._keys = [name for name, _ in entries]
        for _, text in entries:
            self.addTab(text)
        if key in self._keys:
            self.setCurrentIndex(self._keys.index(key))
        self.blockSignals(False)

    def key(self) -> str:
        """Return the chosen key, or an empty string."""
        return self._keys[self.currentIndex()] if 0 <= self.currentIndex() < len(self._keys) else ""

    def select(self, key: str) -> None:
        """Choose silently; raises ValueError for an unknown key."""
        self.blockSignals(True)
        self.setCurrentIndex(self._keys.index(key))
        self.blockSignals(False)
        self.update()

    def set_text(self, key: str, text: str) -> None:
        """Rename one tab, for example with the number of things in it."""
        self.setTabText(self._keys.index(key), text)

    @override
    def tabSizeHint(self, index: int) -> QSize:
        return QSize(self._words_width(index) + scaled(_GAP), scaled(36))

    @override
    def minimumTabSizeHint(self, index: int) -> QSize:
        return self.tabSizeHint(index)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        theme = current_theme()
        painter = QPainter(self)
        painter.fillRect(0, self.height() - 1, self.width(), 1, theme.line)
        hovered = self.tabAt(self.mapFromGlobal(self.cursor().pos())) if self.underMouse() else -1
        for index in range(self.count()):
            rect = self.tabRect(index)
            chosen = index == self.currentIndex()
            painter.setFont(font("body", 600 if chosen else 400))
            ink = "text" if chosen or index == hovered else "text_muted"
            painter.setPen(theme[ink if self.isTabEnabled(index) else "text_disabled"])
            words = QRect(rect.x(), rect.y(), self._words_width(index) + 2, rect.height() - 4)
            painter.drawText(words, int(Qt.AlignmentFlag.AlignVCenter), self.tabText(index))
            if chosen:
                line = QRect(rect.x(), self.height() - 2, self._words_width(index), 2)
                painter.fillRect(line, theme.accent)
                if self.hasFocus() and self.window().testAttribute(Qt.WidgetAttribute.WA_KeyboardFocusChange):
                    ring = words.adjusted(-1, 3, 2, -2)
                    paint_plate(painter, ring, None, theme.focus, 4, 2)

    def _words_width(self, index: int) -> int:
        return QFontMetrics(font("body", 600)).horizontalAdvance(self.tabText(index)) + 1

    def _emit_chosen(self, index: int) -> None:
        if self.key():
            self.chosen.emit(self.key())
