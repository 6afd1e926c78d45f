"""The parts of the page «Week» and their places."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from tillid_planner.ui.desk import Desk
from tillid_planner.ui.texts import tr
from tillid_planner.ui.theme import scaled
from tillid_planner.ui.week.board_model import WeekBoardModel
from tillid_planner.ui.week.board_table import BoardTable
from tillid_planner.ui.week.planning_actions import PlanningActions
from tillid_planner.ui.week.tray import TrayModel
from tillid_planner.ui.week.week_footer import WeekFooter
from tillid_planner.ui.week.week_header import Legend, WeekHeader
from tillid_planner.ui.week.week_inspector import WeekInspector
from tillid_planner.ui.widgets import Button, EmptyState, Hairline, Menu, TextLabel

WIDTH = 312


class WeekView:
    """Makes the page's widgets and places them; what they do is the page's."""

    def __init__(
        self, page: QWidget, desk: Desk, model: WeekBoardModel, tray: TrayModel, plan_actions: PlanningActions
    ) -> None:
        self._page = page
        self.narrow = False
        self.side_open = False
        self.header = WeekHeader()
        self.copy_menu = Menu(parent=page)
        self.header.bar.add(tr("Copy the week before"), "copy", menu=self.copy_menu)
        self.legend = Legend(desk.words)
        self.table = BoardTable(model)
        self.footer = WeekFooter(tray)
        self.tray = self.footer.tray
        self.hint = TextLabel("", muted=True, centred=True)
        self.empty = EmptyState("week", " ", " ", " ")
        self.empty_second = Button(tr("Import from a file"), "text", "import")
        self.main = QWidget(page)
        self._lay_out()
        self.inspector = WeekInspector(desk, plan_actions, page)
        self.inspector.hide()

    def _lay_out(self) -> None:
        column = QVBoxLayout(self.main)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.header)
        column.addWidget(self.legend)
        column.addWidget(Hairline())
        self.stack = QStackedWidget()
        board = QWidget()
        inner = QVBoxLayout(board)
        inner.setContentsMargins(0, 0, 0, 0)
        inner.setSpacing(0)
        inner.addWidget(self.table, 1)
        self.hint_line = QWidget()
        around = QVBoxLayout(self.hint_line)
        around.setContentsMargins(16, 8, 16, 8)
        around.addWidget(self.hint)
        inner.addWidget(self.hint_line)
        inner.addWidget(self.footer)
        self.stack.addWidget(board)
        nothing = QWidget()
        middle = QVBoxLayout(nothing)
        middle.addWidget(self.empty)
        words = self.empty.layout()
        if isinstance(words, QVBoxLayout):
            words.insertSpacing(words.count() - 1, 4)
            words.insertWidget(words.count() - 1, self.empty_second, 0, Qt.AlignmentFlag.AlignHCenter)
        self.stack.addWidget(nothing)
        column.addWidget(self.stack, 1)

    def show_board(self, on: bool) -> None:
        """Show the board, or the words that stand in its place."""
        self.stack.setCurrentIndex(0 if on else 1)
        self.header.filter.setVisible(on)
        self.header.bar.setVisible(on)
        self.place()

    def show_empty(self, title: str, sentence: str, action: str) -> None:
        """Say why there is no board, and what to do about it."""
        self.empty.title.setText(title)
        self.empty.sentence.setText(sentence)
        self.empty.button.setText(action)

    def open_side(self) -> None:
        """Show the inspector."""
        self.side_open = True
        self.place()

    def close_side(self) -> None:
        """Put the inspector away."""
        self.side_open = False
        self.place()

    def arrange(self, size: QSize, *, narrow: bool, low: bool, wide: bool) -> None:
        """Fit a page of *size*; in a *narrow* window the inspector lies over the board."""
        self.narrow, self._wide = narrow, wide
        self.header.set_height(48 if low else 56)
        self.footer.set_low(low)
        self.place()

    _wide = False

    def place(self) -> None:
        """Give board and inspector their rectangles."""
        area = self._page.rect()
        side = min(scaled(WIDTH), max(scaled(240), area.width() - 24)) if self.side_open else 0
        beside = 0 if self.narrow else side
        self.legend.setVisible(self.stack.currentIndex() == 0 and (not self.side_open or self._wide))
        self.main.setGeometry(0, 0, area.width() - beside, area.height())
        self.inspector.setVisible(self.side_open)
        if self.side_open:
            self.inspector.setGeometry(area.width() - side, 0, side, area.height())
            self.inspector.raise_()
