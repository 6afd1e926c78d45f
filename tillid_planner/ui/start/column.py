"""A column of fixed width in the middle of what there is, that scrolls when it is too tall."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QRect, QSize, Qt
from PySide6.QtWidgets import (
    QApplication,
    QFrame,
    QHBoxLayout,
    QScrollArea,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from tillid_planner.ui.theme import scaled


class Column(QWidget):
    """Holds ``body``; asks for the height that its wrapped texts really need at its width."""

    def __init__(self, width: int, parent: QWidget | None = None) -> None:
        """Make it *width* pixels wide, times the text scale."""
        super().__init__(parent)
        self.body = QVBoxLayout(self)
        self.body.setContentsMargins(0, 0, 0, 0)
        self.setFixedWidth(scaled(width))
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Minimum)

    @override
    def sizeHint(self) -> QSize:
        width = self.maximumWidth()
        height = self.body.totalHeightForWidth(width) if self.body.hasHeightForWidth() else -1
        return QSize(width, max(height, self.body.totalMinimumSize().height()))

    @override
    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    @override
    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.LayoutRequest:
            self.updateGeometry()
        return super().event(event)


class BareScrollArea(QScrollArea):
    """Scrolls what is in it downwards, and shows what is behind it."""

    def __init__(self, content: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        # One of our own: to be handed Qt's makes the binding load every kind of widget there is.
        self.setViewport(QWidget())
        self.setWidget(content)
        content.setAutoFillBackground(False)


class Scrolling(BareScrollArea):
    """Centres a column; what has the keyboard is always scrolled into view."""

    def __init__(self, column: Column, parent: QWidget | None = None) -> None:
        holder = QWidget()
        outer = QVBoxLayout(holder)
        outer.setContentsMargins(0, 16, 0, 16)
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(column)
        row.addStretch(1)
        outer.addStretch(1)
        outer.addLayout(row)
        outer.addStretch(1)
        super().__init__(holder, parent)
        self.column = column
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.connect(self._follow)

    def _follow(self, old: QWidget | None, new: QWidget | None) -> None:
        if new is not None and self.column.isAncestorOf(new):
            area = QRect(new.mapTo(self.column, new.rect().topLeft()), new.size())
            self.ensureVisible(area.center().x(), area.center().y() + self.column.y(), 0, area.height() + 24)
