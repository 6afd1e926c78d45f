"""The line over the matrix that names the active filter and clears it."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget
from typing_extensions import override

from tillid_planner.domain.task import Scope
from tillid_planner.ui.naming import by_name
from tillid_planner.ui.texts import tr
from tillid_planner.ui.theme import current_theme, scaled
from tillid_planner.ui.trust.matrix_layout import Mark, mark_words, scope_heading
from tillid_planner.ui.trust.trust_matrix import TrustMatrixModel
from tillid_planner.ui.widgets import ElidedLabel, IconLabel
from tillid_planner.ui.widgets.link import Link


class FilterLine(QWidget):
    """Shown while something is looked for; ``clear_wanted`` asks to see everything."""

    clear_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.words = ElidedLabel("", "small")
        self.clear_button = Link(tr("Clear the filter"))
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 3, 16, 4)
        row.setSpacing(8)
        row.addWidget(IconLabel("filter", 16))
        row.addWidget(self.words, 1)
        row.addWidget(self.clear_button)
        self.setMinimumHeight(scaled(32))
        self.clear_button.clicked.connect(lambda *_: self.clear_wanted.emit())
        self.hide()

    def tell(self, model: TrustMatrixModel) -> None:
        """Say what *model* looks for; hide when it is nothing."""
        self.setVisible(model.filter.active)
        if model.filter.active:
            said = filter_words(model)
            self.words.setText(said)
            self.setAccessibleName(said)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        theme = current_theme()
        painter = QPainter(self)
        painter.fillRect(self.rect(), theme.sunken)
        painter.fillRect(0, 0, self.width(), 1, theme.line)


def filter_words(model: TrustMatrixModel) -> str:
    """Return in words what is looked for, and in how many cells it was found."""
    wanted = model.filter
    parts = (
        [mark_words(mark) for mark in Mark if mark in wanted.marks],
        by_name([a.name for a in model.grid.assignees if a.id in wanted.teams], str),
        [scope_heading(scope) for scope in Scope if scope in wanted.scopes],
    )
    said = " · ".join(" / ".join(part) for part in parts if part)
    if wanted.marks:
        return tr("%n cell(s) where {what}", n=model.count_found(), what=said)
    return tr("Only {what}", what=said)
