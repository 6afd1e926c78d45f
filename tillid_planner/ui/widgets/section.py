"""A section of a side panel: a hairline below, small heads over texts."""

from __future__ import annotations

from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget
from typing_extensions import override

from tillid_planner.ui.theme import current_theme
from tillid_planner.ui.widgets.labels import TextLabel
from tillid_planner.ui.widgets.layouts import clear_layout

_BETWEEN = 6


class Section(QWidget):
    """A part of a side panel, with a hairline below."""

    def __init__(self, *, gap: int = 4, ruled: bool = True, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._ruled = ruled
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(16, 12, 16, 12)
        self.column.setSpacing(gap)

    def say(self, head: str, text: str) -> None:
        """Add a text under a small muted head, if there is one to add."""
        if text.strip():
            if self.column.count():
                self.column.addSpacing(_BETWEEN)
            self.column.addWidget(TextLabel(head, "small", muted=True))
            self.column.addWidget(TextLabel(text))

    def empty(self) -> None:
        """Take everything out."""
        clear_layout(self.column)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        if self._ruled:
            QPainter(self).fillRect(0, self.height() - 1, self.width(), 1, current_theme().line)
