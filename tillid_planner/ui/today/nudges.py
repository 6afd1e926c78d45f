"""The card of occasions: at most three, each to be looked at, put off or ended."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from tillid_planner.services.nudges import Nudge
from tillid_planner.ui.texts import tr
from tillid_planner.ui.widgets import Button, Card, FlowLayout, IconLabel, TextButton, TextLabel
from tillid_planner.ui.widgets.layouts import clear_layout

_COLUMNS = 2


@dataclass(frozen=True, slots=True)
class NudgeLine:
    """An occasion and its words."""

    nudge: Nudge
    text: str


class NudgeBox(QWidget):
    """One occasion with its three answers."""

    def __init__(self, line: NudgeLine) -> None:
        super().__init__()
        self.line = line
        self.look = TextButton(tr("Look closer"), flush=True)
        self.later = Button(tr("Later"), "quiet", flush=True)
        self.end = Button(tr("Do not show again"), "quiet", flush=True)
        answers = QWidget()
        flow = FlowLayout(answers, gap=16, row_gap=0)
        for answer in (self.look, self.later, self.end):
            answer.setAccessibleDescription(line.text)
            flow.addWidget(answer)
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(TextLabel(line.text, private=line.nudge.assignee_id is not None))
        words.addWidget(answers)
        words.addStretch(1)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(12)
        nudge = line.nudge
        icon = "control" if nudge.task_id is None else "tasks" if nudge.assignee_id is None else "rung"
        row.addWidget(IconLabel(icon), 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(words, 1)


class NudgesCard(Card):
    """What could be done when there is time; the signals carry the occasion."""

    looked_at = Signal(object)
    put_off = Signal(object)
    ended = Signal(object)

    def __init__(self) -> None:
        super().__init__(tr("If there is time"), note=tr("Three at most"))
        self.boxes: list[NudgeBox] = []
        self._lines: Sequence[NudgeLine] = ()
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(24)
        self._grid.setVerticalSpacing(12)
        for column in range(_COLUMNS):
            self._grid.setColumnStretch(column, 1)
        self.add(self._grid)

    def show_lines(self, lines: Sequence[NudgeLine]) -> None:
        """Show the occasions; with none the card is not there."""
        self.setVisible(bool(lines))
        if list(lines) == list(self._lines):
            return
        self._lines = lines
        clear_layout(self._grid)
        self.boxes = [NudgeBox(line) for line in lines]
        for number, box in enumerate(self.boxes):
            for button, signal in ((box.look, self.looked_at), (box.later, self.put_off), (box.end, self.ended)):
                button.clicked.connect(lambda *_, told=signal, nudge=box.line.nudge: told.emit(nudge))
            self._grid.addWidget(box, number // _COLUMNS, number % _COLUMNS)
