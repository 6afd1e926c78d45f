"""The overview of one person: the tasks with their rungs, and beside them the course and the why of one task."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import QEvent, QObject, QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QSizePolicy, QStackedWidget, QVBoxLayout, QWidget
from typing_extensions import override

from tillid_planner.content import Words
from tillid_planner.services.person_review import Dose, Review, TaskLine
from tillid_planner.ui.naming import by_name
from tillid_planner.ui.person.course_card import CourseCard
from tillid_planner.ui.person.lines_model import Column, LinesModel
from tillid_planner.ui.person.task_cell import TaskCell
from tillid_planner.ui.person.why_card import WhyCard
from tillid_planner.ui.texts import tr
from tillid_planner.ui.theme import scaled
from tillid_planner.ui.widgets import Card, EmptyState, RungBadge, ScrollPage, TableView, TextLabel

#: Below this height of the overview the plot moves under the table; so it does where both have no room side by side.
_LOW, _NARROW = 500, 860
#: So many tasks are named in a line over the table; the table names them all.
_NAMED = 3
#: So many rows are seen without scrolling in the table, whatever the window's height.
_ROWS = 7


class Overview(QWidget):
    """Tasks, course, why.

    ``pair_requested`` asks for a task in Trust, ``compare_requested`` for everybody on it, ``begin_requested`` for
    somewhere to begin.
    """

    pair_requested = Signal(int)
    compare_requested = Signal(int)
    begin_requested = Signal()

    def __init__(self, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = words
        self._today = date.today()
        self.model = LinesModel(words, self)
        self.table = TableView(self.model, row_height=56, accessible=tr("Tasks and rungs"))
        self._task_cell = TaskCell(self.table)
        self.more, self.less = _DoseLine("rung"), _DoseLine("frames")
        self.tasks_card = Card(tr("Tasks and rungs"), flush=True)
        self.course = CourseCard(words)
        self.why = WhyCard(words)
        self.empty = EmptyState(
            "rung",
            tr("No task is agreed or rated yet"),
            tr("Begin with one task: rate it, look at the suggestion, and agree a rung together."),
            tr("Rate a task"),
        )
        self._stacked: bool | None = None
        self._lay_out()
        self.table.row_changed.connect(lambda _: self._show_current())
        self.table.row_activated.connect(lambda _: self._open_current())
        self._later = QTimer(self, interval=0, singleShot=True)
        self._later.timeout.connect(self._fit)
        self.table.installEventFilter(self)
        self.why.open_button.clicked.connect(lambda *_: self._open_current())
        self.why.compare_button.clicked.connect(lambda *_: self._compare_current())
        self.empty.action_requested.connect(self.begin_requested)

    def _lay_out(self) -> None:
        self.table.set_widths(0, 202, 120, 60, 112)
        self.table.setItemDelegateForColumn(Column.TASK, self._task_cell)
        for line in (self.more, self.less):
            self.tasks_card.add(line)
        self.tasks_card.add(self.table, 1)
        legend = QHBoxLayout()
        legend.setContentsMargins(16, 6, 16, 6)
        legend.setSpacing(6)
        for rung, kind, words in (
            (4, "agreed", tr("agreed by you both")),
            (3, "suggestion", tr("suggestion")),
            (4, "own", tr("the employee's wish")),
        ):
            legend.addWidget(RungBadge(rung, kind, 20))
            label = TextLabel(words, "small", muted=True, wrap=False)
            legend.addWidget(label)
            legend.addSpacing(8)
        self._wish = label
        legend.addStretch(1)
        self.tasks_card.add(legend)
        self._left, self._right = QVBoxLayout(), QVBoxLayout()
        for column in (self._left, self._right):
            column.setSpacing(16)
        self._left.addWidget(self.tasks_card, 1000)
        self._left.addWidget(self.course.list_card)
        self._left.addStretch(1)
        self._right.addWidget(self.course)
        self._right.addWidget(self.why)
        self._right.addStretch(1)
        self._content = QWidget()
        self._halves = QBoxLayout(QBoxLayout.Direction.LeftToRight, self._content)
        self._halves.setContentsMargins(24, 16, 24, 16)
        self._halves.setSpacing(24)
        self.area = ScrollPage(self._content)
        self.stack = QStackedWidget(self)
        self.stack.addWidget(self.area)
        self.stack.addWidget(self.empty)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self.stack)
        self._halves.addLayout(self._left, 9)
        self._halves.addLayout(self._right, 5)
        self._arrange(False)

    def show_review(self, review: Review, today: date) -> None:
        """Show a person's tasks; the chosen task stays chosen."""
        self._today = today
        chosen = self.current()
        lines = by_name(review.lines, lambda line: line.task.name)
        self.model.set_lines(lines, today)
        row = self.model.row_of(chosen.task_id) if chosen is not None else -1
        self.table.select_row(max(0, row) if lines else -1)
        self.more.show_lines(tr("Could carry more than is agreed:"), _named(lines, Dose.STEP, Dose.ROOM))
        self.less.show_lines(tr("Agreed higher than is carried now:"), _named(lines, Dose.ABOVE, Dose.FRAME))
        self.stack.setCurrentWidget(self.area if lines else self.empty)
        self._fit()
        self._show_current()

    def name_wish(self, words: str) -> None:
        """Say in the legend whose wish it is."""
        self._wish.setText(words)

    def current(self) -> TaskLine | None:
        """Return the chosen task's line."""
        return self.model.line(self.table.current_row())

    def select(self, task_id: int) -> None:
        """Choose a task."""
        row = self.model.row_of(task_id)
        if row >= 0:
            self.table.select_row(row)

    def _show_current(self) -> None:
        line = self.current()
        self.course.setVisible(line is not None)
        self.course.list_card.setVisible(line is not None)
        self.why.setVisible(line is not None)
        if line is not None:
            self.course.show_course(line.course, line.task.name, self._today)
            self.why.show_line(line, self._today)

    def _open_current(self) -> None:
        line = self.current()
        if line is not None:
            self.pair_requested.emit(line.task_id)

    def _compare_current(self) -> None:
        line = self.current()
        if line is not None:
            self.compare_requested.emit(line.task_id)

    def _arrange(self, stacked: bool) -> None:
        if stacked == self._stacked:
            return
        self._stacked = stacked
        across, down = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom
        self._halves.setDirection(down if stacked else across)
        self._halves.setSpacing(16 if stacked else 24)
        self.course.set_wide(stacked)

    def _fit(self) -> None:
        # A long table scrolls by itself, so that the plot is never far from the task it is about.
        self._arrange(self.height() < scaled(_LOW) or self.width() < scaled(_NARROW))
        full, least = self._heights()
        if self._stacked:
            full = least
        self.table.setMinimumHeight(least)
        self.table.setMaximumHeight(full)
        policy = QSizePolicy.Policy.Fixed if self._stacked else QSizePolicy.Policy.Preferred
        self.table.setSizePolicy(QSizePolicy.Policy.Expanding, policy)
        layout = self.tasks_card.layout()
        if layout is not None:
            # A layout within another one keeps its old height until it is told.
            self.tasks_card.body.invalidate()
            layout.invalidate()
            rest = layout.totalHeightForWidth(self.tasks_card.width()) - self.table.minimumHeight()
            self.tasks_card.setMaximumHeight(full + max(0, rest))

    def _heights(self) -> tuple[int, int]:
        # All rows, and those that are seen without scrolling.
        head, table = self.table.horizontalHeader().sizeHint().height() + 2, self.table
        # The header learns its width only when it is seen.
        width = table.width() - sum(table.columnWidth(column) for column in Column if column is not Column.TASK)
        if self.model.rowCount() > _ROWS:
            width -= table.verticalScrollBar().sizeHint().width()
        heights = []
        for row in range(self.model.rowCount()):
            heights.append(self._task_cell.height_at(width, self.model.index(row, Column.TASK)))
            if self.table.rowHeight(row) != heights[-1]:
                self.table.setRowHeight(row, heights[-1])
        return head + sum(heights), head + sum(heights[:_ROWS])

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QResizeEvent) and event.size().width() != event.oldSize().width():
            # Not at once: what changes its size while its own layout is at work is not laid out again.
            self._later.start()
        return False

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        # Move the plot under the table where the window is low or narrow.
        super().resizeEvent(event)
        self._fit()


class _DoseLine(QWidget):
    """One line over the table: too little freedom and too much look the same."""

    def __init__(self, icon: str) -> None:
        super().__init__()
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 0, 16, 8)
        self.label = TextLabel("", icon=icon, icon_role="text_muted", private=True)
        self.label.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        row.addWidget(self.label)

    def show_lines(self, lead: str, names: Sequence[str]) -> None:
        """Name the tasks; nothing is shown where there is none."""
        self.setVisible(bool(names))
        named = ", ".join(names[:_NAMED])
        if len(names) > _NAMED:
            named = tr("{names} and %n more", n=len(names) - _NAMED, names=named)
        self.label.set_text(named, lead=lead)


def _named(lines: Sequence[TaskLine], *doses: Dose) -> list[str]:
    return [line.task.heading for line in lines if line.dose in doses]
