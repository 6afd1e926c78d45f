"""The list of all the week's conflicts, in full sentences."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from tillid_planner.services.conflicts import Conflict
from tillid_planner.ui.texts import tr
from tillid_planner.ui.theme import scaled
from tillid_planner.ui.week.week_footer import ConflictLine
from tillid_planner.ui.widgets import Dialog, Hairline
from tillid_planner.ui.widgets.snug_scroll import SnugScroll

_WIDTH, _HIGHEST = 640, 400


class ConflictList(Dialog):
    """``acted`` carries the conflict; the dialog closes first."""

    acted = Signal(object)

    def __init__(self, found: Sequence[tuple[Conflict, str, str]], parent: QWidget | None = None) -> None:
        super().__init__(parent, tr("To look at this week"), verb=tr("Close"), width=_WIDTH)
        self.safe_button.hide()
        content = QWidget()
        column = QVBoxLayout(content)
        column.setContentsMargins(0, 0, 8, 0)
        column.setSpacing(6)
        self.lines: list[ConflictLine] = []
        for number, (conflict, sentence, action) in enumerate(found):
            if number:
                column.addWidget(Hairline())
            line = ConflictLine(sentence, action)
            line.acted.connect(lambda conflict=conflict: self._act(conflict))
            self.lines.append(line)
            column.addWidget(line)
        area = SnugScroll(content)
        area.set_limit(scaled(_HIGHEST))
        self.body.addWidget(area)

    def _act(self, conflict: Conflict) -> None:
        self.accept()
        self.acted.emit(conflict)
