"""The cards of a course: the plot, the chosen point in words and what the marks mean; and the same as a list."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QPointF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget
from typing_extensions import override

from tillid_planner.content import Words
from tillid_planner.domain.course import Course
from tillid_planner.domain.follow_up import Outcome
from tillid_planner.ui.days import day_text
from tillid_planner.ui.person.course_marks import paint_dot, paint_suggested
from tillid_planner.ui.person.course_plot import CoursePlot
from tillid_planner.ui.person.course_words import point_icon, point_sentence
from tillid_planner.ui.texts import tr
from tillid_planner.ui.theme import current_theme, scaled
from tillid_planner.ui.widgets import Card, ElidedLabel, FlowLayout, TextLabel
from tillid_planner.ui.widgets.record_list import Record, RecordList

_LIST, _ROUND = 232, 7


class CourseCard(Card):
    """Shows one task's course; plot and list walk together. ``list_card`` holds the list while this is narrow."""

    def __init__(self, words: Words, parent: QWidget | None = None) -> None:
        self.task = ElidedLabel("", "body", muted=True)
        super().__init__(tr("Course"), action=self.task, parent=parent)
        self._words = words
        self.plot = CoursePlot(words)
        self.said = TextLabel("", "small", muted=True, private=True)
        self.list = RecordList(tr("The course as a list"))
        self.list_card = Card(tr("The course as a list"), flush=True)
        self.legend = _Legend()
        self._course, self._today = Course(), date.today()
        self._lay_out()
        self.plot.point_changed.connect(self._follow_plot)
        self.list.row_changed.connect(self._follow_list)

    def _lay_out(self) -> None:
        self.title.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Preferred)
        self.task.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.task.setAlignment(Qt.AlignmentFlag.AlignRight)
        left = QVBoxLayout()
        left.setSpacing(8)
        left.addWidget(self.plot)
        left.addWidget(self.said)
        left.addWidget(self.legend)
        left.addStretch(1)
        self.halves = QBoxLayout(QBoxLayout.Direction.TopToBottom)
        self.halves.setSpacing(12)
        self.halves.addLayout(left, 3)
        self.add(self.halves)
        self.list_card.body.setContentsMargins(0, 0, 0, _ROUND)
        self._wide = True
        self.set_wide(False)

    def set_wide(self, wide: bool) -> None:
        """Put the list beside the plot where there is room for both, else into its own card."""
        if wide == self._wide:
            return
        self._wide = wide
        self.halves.setDirection(QBoxLayout.Direction.LeftToRight if wide else QBoxLayout.Direction.TopToBottom)
        if wide:
            self.halves.addWidget(self.list, 2)
        else:
            self.list_card.add(self.list)
        self.list.show()
        self._fit_list()

    def _fit_list(self) -> None:
        room = self.plot.sizeHint().height() if self._wide else scaled(_LIST)
        self.list.setFixedHeight(room if self._wide else self.list.height_within(room))
        self.list_card.setVisible(not self._wide and bool(self._course.points))

    def show_course(self, course: Course, name: str, today: date) -> None:
        """Show a task's course."""
        self._course, self._today = course, today
        self.task.setText(name)
        self.plot.show_course(course, name, today)
        records = [
            Record(day_text(p.day, today), point_sentence(p, self._words), icon=point_icon(p))
            for p in reversed(course.points)
        ]
        self.list.show_records(records)
        self._fit_list()
        self._say()

    def _follow_plot(self, number: int) -> None:
        row = len(self._course.points) - 1 - number
        self.list.setCurrentIndex(self.list.records.index(row))
        self._say()

    def _follow_list(self, row: int) -> None:
        if row >= 0:
            self.plot.select(len(self._course.points) - 1 - row)
            self._say()

    def _say(self) -> None:
        if self.plot.current >= 0:
            self.said.setText(self.plot.sentence(self.plot.current))
        elif self._course.points:
            self.said.setText(tr("The arrow keys walk from point to point."))
        else:
            self.said.setText(tr("Nothing has happened yet: no agreement, no follow-up."))


class _Legend(QWidget):
    """What the dots and the dashed square mean."""

    def __init__(self) -> None:
        super().__init__()
        row = FlowLayout(self, gap=14, row_gap=2)
        row.setContentsMargins(0, 0, 0, 0)
        for mark, words in (
            (Outcome.GOOD, tr("follow-up good")),
            (Outcome.PARTLY, tr("partly")),
            (Outcome.NOT_OK, tr("not OK")),
            (None, tr("suggested that day")),
        ):
            row.addWidget(_LegendEntry(mark, words))


class _LegendEntry(QWidget):
    """A mark and its words."""

    def __init__(self, mark: Outcome | None, words: str) -> None:
        super().__init__()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)
        row.addWidget(_Mark(mark))
        row.addWidget(TextLabel(words, "small", muted=True, wrap=False))


class _Mark(QWidget):
    """One mark of the plot."""

    def __init__(self, mark: Outcome | None) -> None:
        super().__init__()
        self._mark = mark
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    @override
    def sizeHint(self) -> QSize:
        return QSize(12, 12)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self._mark is None:
            paint_suggested(painter, QPointF(6, 6), current_theme())
        else:
            paint_dot(painter, QPointF(6, 6), self._mark, current_theme())
