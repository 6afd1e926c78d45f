"""The parts of the page of frames and their places."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget
from typing_extensions import override

from tillid_planner.domain.standing_control import Stance
from tillid_planner.ui.actions import page_name
from tillid_planner.ui.desk import Desk
from tillid_planner.ui.frames.control_form import ControlForm
from tillid_planner.ui.frames.control_panel import ControlPanel
from tillid_planner.ui.frames.control_table import ControlTable
from tillid_planner.ui.frames.effect_panel import EffectPanel
from tillid_planner.ui.texts import tr
from tillid_planner.ui.theme import scaled
from tillid_planner.ui.widgets import (
    Button,
    CheckBox,
    EmptyState,
    PageHeader,
    Plate,
    Segmented,
    TableView,
    TextLabel,
)

SIDE, NARROW = 376, 1080
ALL, OURS = "all", "ours"


class FramesView(QWidget):
    """Head, filter and table at the left; at the right the control that is chosen, its form, or a task's effect."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.new_button = Button(tr("New control"), "primary", "add")
        self.clean_up_button = Button(tr("Clean up"))
        self.header = PageHeader(page_name("frames"), actions=(self.clean_up_button, self.new_button))
        say = desk.words.text
        self.filter = Segmented(
            [
                (ALL, tr("All")),
                *((stance, say(f"frames.stance.{stance}")) for stance in Stance),
                (OURS, tr("Our own")),
            ],
            accessible=tr("Which controls"),
        )
        self.filter.set_value(ALL)
        self.stopped = CheckBox(tr("Show stopped ones too"))
        self.model = ControlTable(self)
        self.table = TableView(self.model, row_height=56, framed=True, accessible=tr("Controls"))
        self.nothing = TextLabel(tr("No control here."), muted=True)
        self.empty = EmptyState(
            "control",
            tr("No controls yet"),
            tr("Write one you know. Then you can see which rung it makes room for."),
            tr("New control"),
        )
        self.panel, self.form, self.effect = ControlPanel(desk), ControlForm(desk), EffectPanel(desk)
        self.side = Plate("surface", "line", 0)
        self._open = False
        self._lay_out()

    def show_side(self, part: QWidget | None) -> None:
        """Show the panel, the form or the effect at the right; nothing for None."""
        self._open = part is not None
        if part is not None:
            self.side_stack.setCurrentWidget(part)
        self._place()

    @property
    def shown_side(self) -> QWidget | None:
        """What stands at the right, if anything."""
        return self.side_stack.currentWidget() if self._open else None

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place()

    def _place(self) -> None:
        # In a narrow window the side lies over the page.
        width = min(scaled(SIDE), self.width())
        over = self.width() < scaled(NARROW)
        self.side.setVisible(self._open)
        self.side.setGeometry(self.width() - width, 0, width, self.height())
        self.side.raise_()
        room = self.width() - (width if self._open and not over else 0)
        self.main.setGeometry(0, 0, room, self.height())
        tight = room < scaled(880)
        self.table.set_widths(0, 116 if tight else 126, 164, 96 if tight else 104, 112 if tight else 120)

    def _lay_out(self) -> None:
        self.main = QWidget(self)
        column = QVBoxLayout(self.main)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.header)
        listed = QWidget()
        inner = QVBoxLayout(listed)
        inner.setContentsMargins(24, 8, 24, 24)
        inner.setSpacing(12)
        row = QHBoxLayout()
        row.addWidget(self.filter)
        row.addStretch(1)
        row.addWidget(self.stopped)
        inner.addLayout(row)
        inner.addWidget(self.table, 1000)
        inner.addWidget(self.nothing)
        inner.addStretch(1)
        self.listed = listed
        self.stack = QStackedWidget()
        self.stack.addWidget(listed)
        self.stack.addWidget(self.empty)
        column.addWidget(self.stack, 1)
        beside = QVBoxLayout(self.side)
        beside.setContentsMargins(0, 0, 0, 0)
        self.side_stack = QStackedWidget()
        for part in (self.panel, self.form, self.effect):
            self.side_stack.addWidget(part)
        beside.addWidget(self.side_stack)
        self.side.setParent(self)
        self.side.hide()
        self.side.setAttribute(Qt.WidgetAttribute.WA_NoMousePropagation)
