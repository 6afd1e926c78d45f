"""The pages at the left: groups of words with icons, icons alone where the window is narrow."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent, QPainter, QPaintEvent, QShowEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QVBoxLayout, QWidget
from typing_extensions import override

from tillid_planner.ui.theme import current_theme, font, paint_brand, paint_icon, paint_plate, scaled
from tillid_planner.ui.widgets.labels import plain_tooltip
from tillid_planner.ui.widgets.pressing import ReturnPresses

_WIDE, _NARROW, _BREAK = 184, 56, 1200
_ICON, _GAP, _PAD = 20, 10, 10


class Navigation(QWidget):
    """Pages in groups; ``chosen`` carries the key the user took. Up and Down move, one tab stop."""

    chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._compact = False
        self._items: dict[str, _Item] = {}
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(8, 8, 9, 8)
        self._column.setSpacing(0)
        self._brand = _Brand()
        self._column.addWidget(self._brand)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Expanding)
        self._watched: QWidget | None = None

    def set_brand(self, name: str) -> None:
        """Write the unit's *name* beside the mark."""
        self._brand.set_name(name)

    def set_entries(self, groups: Sequence[tuple[str, Sequence[tuple[str, str, str]]]]) -> None:
        """Offer *groups*: a heading and its pages, each (key, words, icon)."""
        while self._column.count() > 1:
            item = self._column.takeAt(1)
            widget = item.widget() if item else None
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        self._items = {}
        for heading, pages in groups:
            self._column.addWidget(_Heading(heading, self._compact))
            for key, text, icon in pages:
                entry = _Item(key, text, icon)
                entry.clicked.connect(lambda *_, name=key: self._take(name))
                entry.set_compact(self._compact)
                self._items[key] = entry
                self._column.addWidget(entry)
        self._column.addStretch(1)

    def select(self, key: str) -> None:
        """Mark the page *key* silently; a key that is not offered marks none."""
        for name, entry in self._items.items():
            entry.setChecked(name == key)
        self._give_tab_stop()

    def key(self) -> str:
        """Return the key of the marked page, or an empty string."""
        return next((name for name, entry in self._items.items() if entry.isChecked()), "")

    def set_compact(self, compact: bool) -> None:
        """Show icons alone, or icons with words."""
        if compact == self._compact:
            return
        self._compact = compact
        self._brand.set_compact(compact)
        for index in range(1, self._column.count()):
            item = self._column.itemAt(index)
            widget = item.widget() if item else None
            if isinstance(widget, _Heading | _Item):
                widget.set_compact(compact)
        self.updateGeometry()

    @override
    def sizeHint(self) -> QSize:
        width = _NARROW if self._compact else max(scaled(_WIDE), self._widest())
        return QSize(width, super().sizeHint().height())

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(self.sizeHint().width(), 0)

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._watched is not self.window():
            self._watched = self.window()
            self._watched.installEventFilter(self)
        self.set_compact(self._watched.width() < _BREAK)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize and watched is self._watched and self._watched is not None:
            self.set_compact(self._watched.width() < _BREAK)
        return False

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        entries = list(self._items.values())
        at = next((index for index, entry in enumerate(entries) if entry.hasFocus()), -1)
        goals = {
            Qt.Key.Key_Up: at - 1,
            Qt.Key.Key_Down: at + 1,
            Qt.Key.Key_Home: 0,
            Qt.Key.Key_End: len(entries) - 1,
        }
        goal = goals.get(Qt.Key(event.key()))
        if goal is None or at < 0:
            super().keyPressEvent(event)
        elif 0 <= goal < len(entries):
            entries[goal].setFocus(Qt.FocusReason.TabFocusReason)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        theme = current_theme()
        painter = QPainter(self)
        painter.fillRect(self.rect(), theme.nav)
        painter.fillRect(self.width() - 1, 0, 1, self.height(), theme.line)

    def _widest(self) -> int:
        return max((entry.sizeHint().width() for entry in self._items.values()), default=0) + 17

    def _take(self, key: str) -> None:
        self.select(key)
        self.chosen.emit(key)

    def _give_tab_stop(self) -> None:
        chosen = self.key() or next(iter(self._items), "")
        for name, entry in self._items.items():
            stop = Qt.FocusPolicy.StrongFocus if name == chosen else Qt.FocusPolicy.ClickFocus
            entry.setFocusPolicy(stop)


class _Brand(QWidget):
    """The mark and the unit's name."""

    def __init__(self) -> None:
        super().__init__()
        self._name = ""
        self._compact = False
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def set_name(self, name: str) -> None:
        self._name = name
        self.setAccessibleName(name)
        self.update()

    def set_compact(self, compact: bool) -> None:
        self._compact = compact
        self.update()

    @override
    def sizeHint(self) -> QSize:
        return QSize(40, scaled(36))

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        theme = current_theme()
        painter = QPainter(self)
        paint_brand(painter, QRectF(8, (self.height() - 24) / 2, 24, 24), theme)
        if self._compact:
            return
        face = font("body", 600)
        painter.setFont(face)
        painter.setPen(theme.text)
        area = QRect(40, 0, self.width() - 40, self.height())
        shown = QFontMetrics(face).elidedText(self._name, Qt.TextElideMode.ElideRight, area.width())
        self.setToolTip("" if shown == self._name else plain_tooltip(self._name))
        painter.drawText(area, int(Qt.AlignmentFlag.AlignVCenter), shown)


class _Heading(QWidget):
    """The name of a group; a small gap where there are icons alone."""

    def __init__(self, text: str, compact: bool) -> None:
        super().__init__()
        self._text = text
        self._compact = compact
        self.setAccessibleName(text)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def set_compact(self, compact: bool) -> None:
        self._compact = compact
        self.updateGeometry()
        self.update()

    @override
    def sizeHint(self) -> QSize:
        return QSize(40, 17 if self._compact else scaled(32))

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        theme = current_theme()
        painter = QPainter(self)
        if self._compact:
            painter.fillRect(8, self.height() // 2, self.width() - 16, 1, theme.line)
            return
        painter.setFont(font("small"))
        painter.setPen(theme.text_muted)
        area = self.rect().adjusted(8, 0, 0, -scaled(3))
        painter.drawText(area, int(Qt.AlignmentFlag.AlignBottom), self._text)


class _Item(ReturnPresses, QAbstractButton):
    """One page."""

    def __init__(self, key: str, text: str, icon: str) -> None:
        super().__init__()
        self.key = key
        self._icon = icon
        self._compact = False
        self.setText(text)
        self.setCheckable(True)
        self.setAccessibleName(text)
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setProperty("paintsFocus", True)

    def set_compact(self, compact: bool) -> None:
        self._compact = compact
        self.setToolTip(plain_tooltip(self.text()) if compact else "")
        self.updateGeometry()
        self.update()

    @override
    def sizeHint(self) -> QSize:
        if self._compact:
            return QSize(39, scaled(36))
        words = QFontMetrics(font("body", 600)).horizontalAdvance(self.text())
        return QSize(2 * _PAD + scaled(_ICON) + _GAP + words, scaled(36))

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        # A button would take the arrows for itself; here they belong to the column.
        if event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            event.ignore()
            return
        super().keyPressEvent(event)

    @override
    def nextCheckState(self) -> None:
        # The navigation marks; a click on the marked page must not take the mark away.
        self.setChecked(True)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        theme = current_theme()
        painter = QPainter(self)
        on = self.isChecked()
        if on:
            paint_plate(painter, self.rect(), theme.surface, theme.line)
        elif self.underMouse():
            paint_plate(painter, self.rect(), theme.hover if theme.name != "light" else theme.load_track)
        side = scaled(_ICON)
        left = (self.width() - side) / 2 if self._compact else _PAD
        place = QRectF(left, (self.height() - side) / 2, side, side)
        paint_icon(painter, place, self._icon, "accent" if on else "text_muted")
        if not self._compact:
            painter.setFont(font("body", 600 if on else 400))
            painter.setPen(theme.text)
            words = self.rect().adjusted(_PAD + side + _GAP - 1, 0, 0, 0)
            painter.drawText(words, int(Qt.AlignmentFlag.AlignVCenter), self.text())
        if self.hasFocus() and self.window().testAttribute(Qt.WidgetAttribute.WA_KeyboardFocusChange):
            paint_plate(painter, self.rect(), None, theme.focus, 6, 2)
