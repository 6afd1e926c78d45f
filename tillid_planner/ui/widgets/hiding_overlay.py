"""A panel while ratings are hidden: every word and mark is a grey block of its own size."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QLabel, QLineEdit, QTextEdit, QWidget
from typing_extensions import override

from tillid_planner.ui.theme import current_theme, paint_plate, ratings_hidden, ratings_hidden_changed
from tillid_planner.ui.widgets.badge import RungBadge
from tillid_planner.ui.widgets.offer_badge import OfferBadge

_WORDS = (QLabel, QAbstractButton, QLineEdit, QTextEdit, RungBadge, OfferBadge)


class HidingOverlay(QWidget):
    """Lies over its parent while notes are hidden; the layout below does not move."""

    def __init__(self, parent: QWidget, role: str = "surface") -> None:
        super().__init__(parent)
        self._role, self._under = role, parent
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        parent.installEventFilter(self)
        ratings_hidden_changed.connect(self._follow)
        self._follow()

    def _follow(self, *_: object) -> None:
        self.setGeometry(self._under.rect())
        self.setVisible(ratings_hidden())
        if ratings_hidden():
            self.raise_()

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.Resize, QEvent.Type.ChildAdded, QEvent.Type.LayoutRequest):
            self.setGeometry(self._under.rect())
            if ratings_hidden():
                self.raise_()
        return False

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        theme = current_theme()
        painter = QPainter(self)
        painter.fillRect(self.rect(), theme[self._role])
        parent = self._under
        for widget in parent.findChildren(QWidget):
            if (
                isinstance(widget, _WORDS)
                and widget.isVisibleTo(parent)
                and not isinstance(widget.parentWidget(), QLineEdit)
            ):
                area = QRect(widget.mapTo(parent, QPoint(0, 0)), widget.size()).adjusted(0, 2, 0, -2)
                paint_plate(painter, area, theme.load_track, radius=4)
