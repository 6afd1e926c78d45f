"""«Opgaver og trin»: what one person or team holds, and at which agreed rung."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from tillid_planner.ui.desk import Desk
from tillid_planner.ui.naming import by_name
from tillid_planner.ui.task_words import rung_name
from tillid_planner.ui.texts import tr
from tillid_planner.ui.widgets import Card, ElidedLabel, RungBadge, TextLabel
from tillid_planner.ui.widgets.layouts import clear_layout


class HeldTasksCard(Card):
    """The tasks with an agreement in force, sorted by name."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(tr("Tasks and rungs"), parent=parent)
        self._desk = desk
        self._none = TextLabel(tr("Nothing is agreed yet."), "small", muted=True)
        self._rows = QWidget()
        self._column = QVBoxLayout(self._rows)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(8)
        self.add(self._none)
        self.add(self._rows)

    def show_assignee(self, assignee_id: int | None) -> None:
        """Show what a person or team holds; None shows that nothing is agreed."""
        clear_layout(self._column)
        held = self._held(assignee_id)
        for rung, task in held:
            self._column.addWidget(self._row(rung, task))
        self._none.setVisible(not held)
        self._rows.setVisible(bool(held))

    def _held(self, assignee_id: int | None) -> list[tuple[int, str]]:
        if assignee_id is None:
            return []
        held = self._desk.session.matrix.holdings.of_assignee(assignee_id)
        return by_name([(rung, task.name) for rung, task in held], lambda item: item[1])

    def _row(self, rung: int, task: str) -> QWidget:
        row = QWidget()
        layout = QHBoxLayout(row)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        name = rung_name(self._desk.words, rung)
        layout.addWidget(RungBadge(rung, accessible=f"{task}: {rung} {name}"))
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(ElidedLabel(task))
        words.addWidget(TextLabel(name, "small", muted=True, private=True))
        layout.addLayout(words, 1)
        return row
