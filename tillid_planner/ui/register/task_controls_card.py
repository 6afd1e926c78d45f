"""«Kontroller» on a task: which controls hold for it, and the way to add one."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout, QWidget

from tillid_planner.domain.control_effect import Outcome
from tillid_planner.services.controls import ControlView
from tillid_planner.ui.desk import Desk, Target
from tillid_planner.ui.naming import by_name
from tillid_planner.ui.texts import tr
from tillid_planner.ui.widgets import Button, Card, TextLabel
from tillid_planner.ui.widgets.layouts import clear_layout
from tillid_planner.ui.widgets.link import Link


class TaskControlsCard(Card):
    """Each name leads to its control; what one changes is seen there."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        self.add_button = Button(tr("Add"), "text", flush=True)
        super().__init__(tr("Controls"), action=self.add_button, parent=parent)
        self.add_button.setAccessibleName(tr("Add a control"))
        self._desk = desk
        self._task_id: int | None = None
        self._none = TextLabel(tr("None yet. A control that catches mistakes can make room."), "small", muted=True)
        self._rows = QWidget()
        self._column = QVBoxLayout(self._rows)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(8)
        self.links: dict[int, Link] = {}
        self.add(self._none)
        self.add(self._rows)
        self.add_button.clicked.connect(lambda *_: self._add())

    def show_task(self, task_id: int | None) -> None:
        """Show the controls on a task; a task that is not stored yet has none."""
        self._task_id = task_id
        clear_layout(self._column)
        self.links = {}
        views = [] if task_id is None else self._desk.session.controls.of_task(task_id)
        for view in by_name(views, lambda view: view.control.name):
            self._column.addWidget(self._row(view))
        self._none.setVisible(not views)
        self._rows.setVisible(bool(views))
        self.add_button.setEnabled(task_id is not None)

    def _row(self, view: ControlView) -> QWidget:
        row = QWidget()
        column = QVBoxLayout(row)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        number = view.control.id or 0
        link = Link(view.control.name, elides=True)
        link.clicked.connect(lambda *_: self._desk.go("frames", Target(act=f"control:{number}")))
        self.links[number] = link
        column.addWidget(link)
        one = next(one for one in view.tasks if one.task.id == self._task_id)
        if one.link.agreed_on is None and one.effect.outcome is Outcome.ONE_MORE:
            said = self._desk.words.text("frames.effect_short.one_more")
            column.addWidget(TextLabel(said, "small", muted=True))
        return row

    def _add(self) -> None:
        self._desk.go("frames", Target(task_id=self._task_id, act="link"))
