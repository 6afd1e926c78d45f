"""Whether a red line was crossed: one of the task's own or of the unit's, in the words it had when it was chosen."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from tillid_planner.domain.breach import BreachCase
from tillid_planner.domain.ground_rule import LineOnTask
from tillid_planner.ui.desk import Desk
from tillid_planner.ui.texts import tr
from tillid_planner.ui.widgets import ComboBox, Field, TextLabel


class LineCrossed(QWidget):
    """Hidden where the task has no red line; ``chosen`` carries the words of the line and its consequence."""

    chosen = Signal(str, str)

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._consequences: dict[str, str] = {}
        self.choice = ComboBox()
        self.said_before = TextLabel("", "small", muted=True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(Field(tr("Was a red line crossed?"), self.choice))
        column.addWidget(self.said_before)
        self.choice.chosen.connect(lambda text: self.chosen.emit(str(text), self._consequences.get(str(text), "")))

    def show_case(self, case: BreachCase) -> None:
        """Offer the task's own lines, then those of the unit; the words kept in the case stay when the line changes."""
        lines = sorted(self._desk.session.ground_rules.lines_for(case.task_id), key=_is_shared)
        self._consequences = {"": ""}
        for line in lines:
            self._consequences.setdefault(line.text, line.consequence)
        self._consequences[case.line_crossed] = case.line_consequence
        self.choice.set_options([(text, text or tr("No")) for text in self._consequences])
        self.choice.set_value(case.line_crossed)
        self.choice.setEnabled(not case.closed)
        self.said_before.setText(tr("It had been said before: {text}", text=case.line_consequence))
        self.said_before.setVisible(bool(case.line_consequence))
        self.setVisible(len(self._consequences) > 1)


def _is_shared(line: LineOnTask) -> bool:
    return line.rule_id is not None
