"""That a breach on a pair is not closed, with the way to its case; under «Hide» neither is there."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout, QWidget

from tillid_planner.ui.desk import Desk, Target
from tillid_planner.ui.texts import tr
from tillid_planner.ui.theme import ratings_hidden, ratings_hidden_changed
from tillid_planner.ui.widgets import Button, SunkenNote


class OpenBreach(QWidget):
    """A line for one pair, not there while every breach on it is closed."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._pair = (0, 0)
        self._is_open = False
        self.open_button = Button(tr("Open the case"), "text", flush=True)
        self.open_button.clicked.connect(lambda *_: self._open())
        said = tr("A breach on this task is not closed.")
        self.note = SunkenNote("info", said, icon="breach", action=self.open_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.note)
        ratings_hidden_changed.connect(self._follow)
        self.hide()

    def show_pair(self, task_id: int, assignee_id: int, *, is_open: bool) -> None:
        """Say it of a pair, or nothing."""
        self._pair, self._is_open = (task_id, assignee_id), is_open
        self._follow()

    def _follow(self, *_: object) -> None:
        # A hidden line would still tell that there is one.
        self.setVisible(self._is_open and not ratings_hidden())

    def _open(self) -> None:
        self._desk.go("breaches", Target(*self._pair))
