"""The page of today: what stands where."""

from __future__ import annotations

from itertools import pairwise

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QStackedWidget, QVBoxLayout, QWidget
from typing_extensions import override

from tillid_planner.ui.texts import tr
from tillid_planner.ui.theme import scaled
from tillid_planner.ui.today.follow_ups import FollowUpsCard
from tillid_planner.ui.today.matters import MattersCard
from tillid_planner.ui.today.nudges import NudgesCard
from tillid_planner.ui.widgets import Button, PageHeader, ScrollPage, TextLabel
from tillid_planner.ui.widgets.empty_register import EmptyRegister

#: Narrower than this the columns stand below each other.
_TWO_COLUMNS_FROM = 1000
_FOLLOW_UPS_WIDE = 392


class TodayView(QWidget):
    """Head; matters and occasions left, the week's follow-ups right."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.note_button = Button(tr("Note that something went wrong"), icon="add")
        self.plan_button = Button(tr("Plan the week"), "primary", "week")
        self.header = PageHeader(actions=(self.note_button, self.plan_button))
        self.matters, self.nudges, self.follow_ups = MattersCard(), NudgesCard(), FollowUpsCard()
        self.since = TextLabel("", "small", muted=True, icon="clock")
        self.since.hide()
        self.matters.refilled.connect(self.order_tabs)
        self.empty = EmptyRegister("people", tr("First people and tasks"), "", tr("Go to people"))
        self._folded: bool | None = None
        self._lay_out()
        self._fold(folded=False)

    def order_tabs(self) -> None:
        """Let Tab go as one reads, whatever was made when."""
        nudges: list[QWidget] = [answer for box in self.nudges.boxes for answer in (box.look, box.later, box.end)]
        follow_ups: list[QWidget] = [self.follow_ups.calendar_button, *self.follow_ups.rows]
        order: list[QWidget] = [self.note_button, self.plan_button, *(row.button for row in self.matters.rows)]
        order.append(self.matters.more)
        order += [*follow_ups, *nudges] if self._folded else [*nudges, *follow_ups]
        for before, after in pairwise(order):
            QWidget.setTabOrder(before, after)

    def _lay_out(self) -> None:
        self._left, self._right = _column(), _column()
        content = QWidget()
        self._columns = QBoxLayout(QBoxLayout.Direction.LeftToRight, content)
        self._columns.setContentsMargins(24, 16, 24, 24)
        self._columns.setSpacing(24)
        left, self._right_side = QWidget(), QWidget()
        left.setLayout(self._left)
        self._right_side.setLayout(self._right)
        self._columns.addWidget(left, 1)
        self._columns.addWidget(self._right_side)
        self._left.insertWidget(0, self.matters)
        self._right.insertWidget(0, self.follow_ups)
        self.stack = QStackedWidget()
        self.column = ScrollPage(content)
        self.stack.addWidget(self.column)
        self.stack.addWidget(self.empty)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(0)
        outer.addWidget(self.header)
        outer.addWidget(self.stack, 1)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        # Put the columns below each other where there is no room beside.
        super().resizeEvent(event)
        self._fold(folded=event.size().width() < scaled(_TWO_COLUMNS_FROM))

    def _fold(self, *, folded: bool) -> None:
        if folded == self._folded:
            return
        self._folded = folded
        way = QBoxLayout.Direction.TopToBottom if folded else QBoxLayout.Direction.LeftToRight
        self._columns.setDirection(way)
        self._columns.setSpacing(16 if folded else 24)
        side = scaled(_FOLLOW_UPS_WIDE)
        self._right_side.setMinimumWidth(0 if folded else side)
        self._right_side.setMaximumWidth(16_777_215 if folded else side)
        # What can wait stands last also where all is one column.
        column = self._right if folded else self._left
        for widget in (self.nudges, self.since):
            column.insertWidget(column.count() - 1, widget)
        self.order_tabs()
        self.matters.say_quiet(
            tr("Nothing needs you right now. The week's follow-ups are below.")
            if folded
            else tr("Nothing needs you right now. The week's follow-ups are on the right.")
        )


def _column() -> QVBoxLayout:
    column = QVBoxLayout()
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(16)
    # What is added later stands before this.
    column.addStretch(1)
    return column
