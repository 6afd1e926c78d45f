"""A numbered step of the welcome: what it is about, and its fields while it is the current one."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget
from typing_extensions import override

from tillid_planner.ui.texts import tr
from tillid_planner.ui.theme import current_theme, font, paint_icon, paint_plate, scaled
from tillid_planner.ui.widgets import TextLabel

DONE, CURRENT, AHEAD = "done", "current", "ahead"
_SIDE = 28


class NumberedStep(QWidget):
    """A round with the number, a title, a sentence, and fields that show while the step is current.

    The fields are made when they are first shown, by ``make_content``.
    """

    def __init__(self, number: int, title: str, sentence: str, make_content: Callable[[], QWidget]) -> None:
        super().__init__()
        self._title, self._sentence = title, sentence
        self._make_content = make_content
        self._content: QWidget | None = None
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(12)
        self._round = _Round(number)
        row.addWidget(self._round, 0, Qt.AlignmentFlag.AlignTop)
        column = QVBoxLayout()
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(TextLabel(title, weight=600))
        self._below = TextLabel(sentence, muted=True)
        column.addWidget(self._below)
        self._column = column
        row.addLayout(column, 1)
        self.set_state(AHEAD)

    def set_state(self, state: str, result: str = "") -> None:
        """Show the step as done (with its *result*), current or ahead."""
        self._round.set_state(state)
        self._below.setText(result if state == DONE and result else self._sentence)
        if state == CURRENT and self._content is None:
            self._content = self._make_content()
            inside = self._content.contentsMargins()
            self._content.setContentsMargins(inside.left(), 12, inside.right(), inside.bottom())
            self._column.addWidget(self._content)
        if self._content is not None:
            self._content.setVisible(state == CURRENT)
        spoken = {DONE: tr("{step}, done"), CURRENT: tr("{step}, current step"), AHEAD: "{step}"}
        self.setAccessibleName(spoken[state].replace("{step}", self._title))


class _Round(QWidget):
    """The number in its round; a check mark when done."""

    def __init__(self, number: int) -> None:
        super().__init__()
        self._number = number
        self._state = AHEAD
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def set_state(self, state: str) -> None:
        self._state = state
        self.update()

    @override
    def sizeHint(self) -> QSize:
        return QSize(scaled(_SIDE), scaled(_SIDE))

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        theme = current_theme()
        painter = QPainter(self)
        area = QRectF(self.rect())
        current = self._state == CURRENT
        edge = theme.line if theme.name == "contrast" else None
        paint_plate(painter, area, theme.accent if current else theme.monogram, edge, area.width() / 2)
        if self._state == DONE:
            inset = area.width() * 0.22
            paint_icon(painter, area.adjusted(inset, inset, -inset, -inset), "check", "on_monogram")
            return
        painter.setFont(font("small", 600))
        painter.setPen(theme.on_accent if current else theme.on_monogram)
        painter.drawText(area, int(Qt.AlignmentFlag.AlignCenter), str(self._number))
