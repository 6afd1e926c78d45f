"""The bar under the matrix while several cells are chosen: what can be done with all of them."""

from __future__ import annotations

from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget
from typing_extensions import override

from tillid_planner.domain.case import Novelty
from tillid_planner.ui.texts import tr
from tillid_planner.ui.theme import current_theme
from tillid_planner.ui.widgets import Button, IconButton, Menu, TextLabel


class ChosenBar(QWidget):
    """How many cells are chosen, and the acts; the matrix connects them."""

    def __init__(self) -> None:
        super().__init__()
        self.words = TextLabel("", weight=600, wrap=False)
        self.rate = Button(tr("Rate these"), "secondary")
        self.copy = Button(tr("Copy"), "text", "copy")
        self.leave = Button(tr("Save as a file"), "text", "export")
        self.novelty = Button(tr("Set how well they know it"), "text")
        self.novelty_menu = Menu(parent=self)
        self.novelty_acts = {
            Novelty.NEW: self.novelty_menu.add(tr("New")),
            Novelty.SIMILAR: self.novelty_menu.add(tr("Similar")),
            Novelty.KNOWN: self.novelty_menu.add(tr("Known")),
        }
        self.novelty.setMenu(self.novelty_menu)
        self.close_button = IconButton("close", tr("Choose one cell only"), "bare", shortcut="Esc")
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 6, 8, 6)
        row.setSpacing(8)
        row.addWidget(self.words)
        row.addSpacing(4)
        for part in (self.rate, self.copy, self.leave, self.novelty):
            row.addWidget(part)
        row.addStretch(1)
        row.addWidget(self.close_button)
        self.hide()

    def tell(self, count: int) -> None:
        """Say how many cells are chosen; one or none needs no bar."""
        self.setVisible(count > 1)
        self.words.setText(tr("%n cell(s) chosen", n=count))
        self.setAccessibleName(self.words.text())

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        theme = current_theme()
        painter = QPainter(self)
        painter.fillRect(self.rect(), theme.select_fill)
        painter.fillRect(0, 0, self.width(), 1, theme.line)
