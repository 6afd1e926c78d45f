"""A scroll area as high as what is in it, up to a limit."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QSizePolicy, QWidget
from typing_extensions import override


class SnugScroll(QScrollArea):
    """Takes no more height than its content needs at the width there is."""

    def __init__(self, content: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._limit, self._least = 10_000, 0
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setWidget(content)
        content.setAutoFillBackground(False)
        content.installEventFilter(self)

    def set_limit(self, height: int, *, keep: bool = False) -> None:
        """Scroll beyond *height* pixels; *keep* takes them also where the content needs less."""
        self._limit, self._least = height, height if keep else 0
        self._fit()

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.LayoutRequest, QEvent.Type.Show):
            self._fit()
        return super().eventFilter(watched, event)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._fit()

    def wanted_height(self, width: int) -> int:
        """Return the height in pixels of the whole content at *width* pixels."""
        content = self.widget()
        layout = content.layout() if content is not None else None
        if layout is None:
            return 0
        return layout.totalHeightForWidth(width) if layout.hasHeightForWidth() else layout.sizeHint().height()

    def _fit(self) -> None:
        height = max(self._least, min(self.wanted_height(self.width()), self._limit))
        if self.minimumHeight() != height or self.maximumHeight() != height:
            self.setFixedHeight(height)
