"""The legend of the matrix."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget
from typing_extensions import override

from tillid_planner.content import Words
from tillid_planner.ui.texts import tr
from tillid_planner.ui.theme import current_theme, paint_closed, scaled
from tillid_planner.ui.widgets import FlowLayout, IconLabel, RungBadge, TextLabel
from tillid_planner.ui.widgets.offer_badge import OfferBadge


class Legend(QWidget):
    """What the forms mean: the rungs in their order, then the marks."""

    def __init__(self, words: Words) -> None:
        super().__init__()
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 9, 8, 9)
        column.setSpacing(6)
        rungs = FlowLayout(gap=11, row_gap=4)
        for rung in (1, 2, 3, 4, 5, 0):
            name = words.text(f"ladders.task.{rung}.name")
            rungs.addWidget(RungBadge(rung, side=20, name=name, role="small"))
        column.addLayout(rungs)
        marks = FlowLayout(gap=16, row_gap=4)
        marks.addWidget(_entry(RungBadge(3, "suggestion", 20), tr("Differing suggestion")))
        marks.addWidget(_entry(_ClosedBadge(), tr("Unopened suggestion")))
        marks.addWidget(_entry(OfferBadge(3, 20), tr("Offered")))
        marks.addWidget(_entry(IconLabel("frames", 16), tr("The frame holds back")))
        marks.addWidget(_entry(IconLabel("breach", 16), tr("Breach not closed")))
        column.addLayout(marks)
        self.setAccessibleName(tr("What the forms mean"))

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        theme = current_theme()
        painter = QPainter(self)
        painter.fillRect(0, 0, self.width(), 1, theme.line)


class _ClosedBadge(QWidget):
    """The form of a suggestion that nobody has opened."""

    @override
    def sizeHint(self) -> QSize:
        return QSize(scaled(20), scaled(20))

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        paint_closed(QPainter(self), QRectF(self.rect()), current_theme())


def _entry(mark: QWidget, words: str) -> QWidget:
    entry = QWidget()
    row = QHBoxLayout(entry)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(6)
    mark.setFixedSize(mark.sizeHint())
    entry.setMinimumHeight(scaled(20))
    row.addWidget(mark)
    row.addWidget(TextLabel(words, "small", muted=True, wrap=False))
    return entry
