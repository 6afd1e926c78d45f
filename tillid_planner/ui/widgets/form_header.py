"""The head of a form on a page: the way back, whose form it is, and what can be done with all of it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget
from typing_extensions import override

from tillid_planner.ui.theme import current_theme, scaled
from tillid_planner.ui.widgets.buttons import Button
from tillid_planner.ui.widgets.cards import Tag
from tillid_planner.ui.widgets.labels import ElidedLabel, Hairline
from tillid_planner.ui.widgets.name_label import NameLabel


class FormHeader(QWidget):
    """«‹ Opgaver | name», a tag, and at most three actions; ``back_requested`` is the way back."""

    back_requested = Signal()

    def __init__(
        self,
        back: str,
        *,
        actions: Sequence[QWidget] = (),
        leading: QWidget | None = None,
        parent: QWidget | None = None,
    ) -> None:
        """Name the list that *back* leads to; *leading* stands before the name (a monogram)."""
        super().__init__(parent)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.back = Button(back, "quiet", "left")
        self.back.clicked.connect(self.back_requested)
        self.title = NameLabel()
        self.subtitle = ElidedLabel("", muted=True)
        self.tag = Tag("")
        row = QHBoxLayout(self)
        row.setContentsMargins(15, 8, 24, 8)
        row.setSpacing(12)
        row.addWidget(self.back)
        row.addWidget(Hairline(vertical=True))
        if leading is not None:
            row.addWidget(leading)
        row.addLayout(self._words(), 1)
        for action in actions:
            row.addWidget(action)
        self.set_words("")

    def set_words(self, title: str, subtitle: str = "", tag: str = "") -> None:
        """Say whose form it is."""
        self.title.setText(title)
        self.subtitle.setText(subtitle)
        self.subtitle.setVisible(bool(subtitle))
        self.tag.set_text(tag)
        self.tag.setVisible(bool(tag))

    @override
    def sizeHint(self) -> QSize:
        inner = super().sizeHint()
        return QSize(inner.width(), max(scaled(64), inner.height()))

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        QPainter(self).fillRect(0, self.height() - 1, self.width(), 1, current_theme().line)

    def _words(self) -> QVBoxLayout:
        first = QHBoxLayout()
        first.setSpacing(8)
        first.addWidget(self.title, 1000)
        first.addWidget(self.tag)
        first.addStretch(1)
        column = QVBoxLayout()
        column.setSpacing(0)
        column.addStretch(1)
        column.addLayout(first)
        column.addWidget(self.subtitle)
        column.addStretch(1)
        return column
