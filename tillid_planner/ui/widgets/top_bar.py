"""The bar over every page: search, undo and redo, hide, lock."""

from PySide6.QtCore import QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QSizePolicy, QWidget
from typing_extensions import override

from tillid_planner.ui.texts import tr
from tillid_planner.ui.theme import (
    current_theme,
    font,
    paint_icon,
    paint_plate,
    ratings_hidden,
    ratings_hidden_changed,
    scaled,
    set_ratings_hidden,
)
from tillid_planner.ui.widgets.buttons import Button, IconButton
from tillid_planner.ui.widgets.labels import Hairline
from tillid_planner.ui.widgets.pressing import ReturnPresses


class TopBar(QWidget):
    """48 px: a search field left, what holds for the whole program right.

    Hiding acts at once (``set_ratings_hidden``); the rest are wishes for the window to fulfil.
    """

    search_requested = Signal()
    undo_requested = Signal()
    redo_requested = Signal()
    lock_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        row = QHBoxLayout(self)
        row.setContentsMargins(24, 0, 16, 1)
        row.setSpacing(4)
        self.search = SearchButton(tr("Search for a person, task or agreement"), "Ctrl K")
        self.undo = IconButton("undo", tr("Undo"), "bare")
        self.redo = IconButton("redo", tr("Redo"), "bare")
        self.hide_ratings = Button(tr("Hide"), "quiet", "hide", icon_side=20)
        self.lock = Button(tr("Lock"), "quiet", "lock", icon_side=20)
        row.addWidget(self.search)
        row.addStretch(1)
        row.addWidget(self.undo)
        row.addWidget(self.redo)
        row.addSpacing(4)
        divider = Hairline(vertical=True)
        divider.setFixedHeight(20)
        row.addWidget(divider)
        row.addSpacing(4)
        row.addWidget(self.hide_ratings)
        row.addWidget(self.lock)
        self._connect()
        self.set_undo("")
        self.set_redo("")
        self._show_ratings_hidden(ratings_hidden())

    def set_undo(self, label: str) -> None:
        """Name what Undo would take back; an empty *label* means nothing."""
        self._set_step(
            self.undo,
            tr("Undo: {what}", what=label)
            if label
            else tr("Nothing to undo: what was done before the plan was locked or closed stays."),
            "Ctrl+Z",
        )
        self.undo.setEnabled(bool(label))

    def set_redo(self, label: str) -> None:
        """Name what Redo would do again; an empty *label* means nothing."""
        self._set_step(self.redo, tr("Redo: {what}", what=label) if label else tr("Nothing to redo"), "Ctrl+Y")
        self.redo.setEnabled(bool(label))

    @override
    def sizeHint(self) -> QSize:
        return QSize(super().sizeHint().width(), scaled(48))

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        QPainter(self).fillRect(0, self.height() - 1, self.width(), 1, current_theme().line)

    def _connect(self) -> None:
        self.search.clicked.connect(self.search_requested)
        self.undo.clicked.connect(self.undo_requested)
        self.redo.clicked.connect(self.redo_requested)
        self.lock.clicked.connect(self.lock_requested)
        self.hide_ratings.clicked.connect(lambda *_: set_ratings_hidden(not ratings_hidden()))
        ratings_hidden_changed.connect(self._show_ratings_hidden)

    def _show_ratings_hidden(self, on: bool) -> None:
        self.hide_ratings.setText(tr("Show") if on else tr("Hide"))
        self.hide_ratings.set_icon("show" if on else "hide")
        self.hide_ratings.setAccessibleDescription(
            tr("Ratings and notes are hidden") if on else tr("Hide ratings and notes on the screen")
        )

    @staticmethod
    def _set_step(control: IconButton, words: str, shortcut: str) -> None:
        control.set_words(words, shortcut)


class SearchButton(ReturnPresses, QAbstractButton):
    """Looks like a field and opens the search; the key that does the same stands in it."""

    def __init__(self, text: str, key: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setText(text)
        self._key = key
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.IBeamCursor)
        self.setAccessibleName(text)
        self.setAccessibleDescription(key)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    @override
    def sizeHint(self) -> QSize:
        return QSize(scaled(376), scaled(32))

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(scaled(160), scaled(32))

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        theme = current_theme()
        painter = QPainter(self)
        fill = theme.hover if self.underMouse() else theme.surface
        paint_plate(painter, self.rect(), fill, theme.field_line)
        side = scaled(16)
        paint_icon(painter, QRectF(9, (self.height() - side) / 2, side, side), "search", "text_muted")
        key_width = QFontMetrics(font("small", 500)).horizontalAdvance(self._key) + 12
        key = QRectF(self.width() - key_width - 8, (self.height() - scaled(18)) / 2, key_width, scaled(18))
        paint_plate(painter, key, theme.tag_fill, radius=4)
        painter.setPen(theme.text_muted)
        painter.setFont(font("small", 500))
        painter.drawText(key, int(Qt.AlignmentFlag.AlignCenter), self._key)
        left = side + 17
        words = QRect(left, 0, round(key.left()) - left - 8, self.height())
        painter.setFont(font("body"))
        shown = QFontMetrics(font("body")).elidedText(self.text(), Qt.TextElideMode.ElideRight, words.width())
        painter.drawText(words, int(Qt.AlignmentFlag.AlignVCenter), shown)
