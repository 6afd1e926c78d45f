"""The left panel before a plan is open: what the program is for, and the five rungs."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from tillid_planner.content import Words
from tillid_planner.ui.start.column import Column, Scrolling
from tillid_planner.ui.texts import tr
from tillid_planner.ui.theme import current_theme, line_height, paint_brand, scaled
from tillid_planner.ui.widgets import Hairline, RungBadge, TextLabel

WIDTH = 560
_SIDE = 56


class StartPanel(QWidget):
    """Says in a few words what this is about; nothing in it can be pressed."""

    def __init__(self, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        column = Column(WIDTH - 2 * _SIDE)
        self._fill(column.body, words)
        scrolling = Scrolling(column, fills=True)
        row = QVBoxLayout(self)
        row.setContentsMargins(0, 0, 1, 0)
        row.addWidget(scrolling)
        self.setFixedWidth(scaled(WIDTH))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the paper and the hairline at the right."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), current_theme().nav)
        painter.fillRect(self.width() - 1, 0, 1, self.height(), current_theme().line)

    def _fill(self, body: QVBoxLayout, words: Words) -> None:
        body.setContentsMargins(0, 8, 0, 0)
        body.setSpacing(0)
        body.addStretch(2)
        body.addLayout(_brand_row())
        body.addSpacing(16)
        body.addStretch(6)
        body.addWidget(TextLabel(tr("The right trust\nfor the right task"), "large"))
        body.addSpacing(8)
        promise = tr("You agree the rung together, task by task. Here it says why, and when you meet again.")
        body.addWidget(TextLabel(promise, "section", weight=400, muted=True))
        body.addSpacing(10)
        body.addStretch(2)
        for rung in range(1, 6):
            if rung > 1:
                body.addWidget(Hairline())
            body.addWidget(_RungRow(rung, words))
        body.addSpacing(8)
        body.addStretch(8)
        note = tr("A rung is not a mark. It says how you share the task right now.")
        body.addWidget(TextLabel(note, "small", muted=True))
        body.addStretch(1)


class _RungRow(QWidget):
    """One rung with its number, name and line."""

    def __init__(self, rung: int, words: Words) -> None:
        super().__init__()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 9, 0, 9)
        row.setSpacing(16)
        badge = RungBadge(rung, "agreed", 32)
        row.addWidget(badge, 0, Qt.AlignmentFlag.AlignVCenter)
        text = QVBoxLayout()
        text.setSpacing(0)
        text.addWidget(TextLabel(words.text(f"ladders.task.{rung}.name"), weight=600))
        text.addWidget(TextLabel(words.text(f"ladders.task.{rung}.line"), muted=True))
        row.addLayout(text, 1)


class _Brand(QWidget):
    """The product's mark."""

    def __init__(self) -> None:
        super().__init__()
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """Return the square of the mark."""
        return QSize(line_height("section"), line_height("section"))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the mark."""
        paint_brand(QPainter(self), self.rect(), current_theme())


def _brand_row() -> QHBoxLayout:
    row = QHBoxLayout()
    row.setSpacing(8)
    row.addWidget(_Brand())
    row.addWidget(TextLabel(tr("Tillid Planner"), "section", wrap=False), 1)
    return row
