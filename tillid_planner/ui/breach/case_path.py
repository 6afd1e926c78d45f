"""The path of a case over its steps; where the window is narrow it takes two rows."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from tillid_planner.ui.widgets import FlowLayout, StepPath

_FIRST_ROW = 5


class CasePath(QWidget):
    """Steps to go to; ``chosen`` carries the number of the one that was clicked."""

    chosen = Signal(int)

    def __init__(self, steps: Sequence[str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        flow = FlowLayout(self, gap=16, row_gap=4)
        self.rows: list[tuple[int, StepPath]] = []
        for first, names in ((0, steps[:_FIRST_ROW]), (_FIRST_ROW, steps[_FIRST_ROW:])):
            row = StepPath(names, compact=True, clickable=True)
            row.chosen.connect(lambda at, first=first: self.chosen.emit(first + at))
            flow.addWidget(row)
            self.rows.append((first, row))

    def set_current(self, current: int, done: Sequence[int]) -> None:
        """Stand on a step; *done* are the numbers of those that are finished."""
        for first, row in self.rows:
            row.set_current(current - first, [number - first for number in done if number >= first])
