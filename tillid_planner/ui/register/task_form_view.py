"""The form of one task: what stands where."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget
from typing_extensions import override

from tillid_planner.content import Words
from tillid_planner.domain.task import HOURS_IN_A_WEEK
from tillid_planner.ui.actions import page_name
from tillid_planner.ui.desk import Desk
from tillid_planner.ui.register.ceiling_box import CeilingBox
from tillid_planner.ui.register.red_lines import RedLinesCard
from tillid_planner.ui.register.task_controls_card import TaskControlsCard
from tillid_planner.ui.register.task_meaning_card import TaskMeaningCard
from tillid_planner.ui.task_words import scope_options
from tillid_planner.ui.texts import tr
from tillid_planner.ui.theme import scaled
from tillid_planner.ui.widgets import (
    Button,
    Field,
    GrowingText,
    Hairline,
    HoursField,
    LineField,
    RadioCardGroup,
    ScrollPage,
    Segmented,
    TextLabel,
)
from tillid_planner.ui.widgets.form_header import FormHeader

SIDE_WIDTH = 320
FIELDS_WIDTH = 1080


class TaskFormView(QWidget):
    """Head, fields at the left, and at the right what they mean."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        words = desk.words
        self.archive = Button("", "quiet")
        self.delete = Button(tr("Delete"), "quiet", "delete")
        self.header = FormHeader(page_name("tasks"), actions=(self.archive, self.delete))
        self._make_fields(words)
        self.meaning = TaskMeaningCard(words)
        self.controls = TaskControlsCard(desk)
        self.red_lines = RedLinesCard(desk)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(0)
        outer.addWidget(self.header)
        columns = QHBoxLayout()
        columns.setSpacing(0)
        self.fields_scroll = ScrollPage(self._fields_column(), widest=FIELDS_WIDTH)
        self.fields_scroll.setMaximumWidth(FIELDS_WIDTH + 12)
        columns.addWidget(self.fields_scroll, 1)
        columns.addWidget(self._side_column())
        columns.addStretch(0)
        outer.addLayout(columns, 1)

    def _make_fields(self, words: Words) -> None:
        self.name = LineField()
        self.scope = Segmented(scope_options(), accessible=tr("Scope"))
        self.hours = HoursField(maximum=HOURS_IN_A_WEEK)
        self.purpose = GrowingText(min_lines=1)
        self.free = GrowingText(min_lines=2)
        self.fixed = GrowingText(min_lines=2)
        self.ask_when = GrowingText(min_lines=1)
        self.roles, self.depends_on = GrowingText(min_lines=1), GrowingText(min_lines=1)
        self.consequence = RadioCardGroup(anchor_options(words, "consequence"))
        self.reversal = RadioCardGroup(anchor_options(words, "reversal"))
        self.detection = RadioCardGroup(anchor_options(words, "detection"))
        self.clarity = RadioCardGroup(anchor_options(words, "clarity"))
        self.ceiling = CeilingBox(words)
        self.basis = LineField()
        self.short_name = LineField()
        self.consequence_field = Field(words.text("anchors.consequence.question"), self.consequence)
        self.reversal_field = Field(words.text("anchors.reversal.question"), self.reversal)
        self.detection_field = Field(words.text("anchors.detection.question"), self.detection)
        self.clarity_field = Field(words.text("anchors.clarity.question"), self.clarity)
        self.name_field = Field(tr("Name of the task"), self.name)
        self.hours_field = Field(tr("Hours a week"), self.hours)
        self.purpose_field = Field(
            tr("Purpose"), self.purpose, tr("What should be better for the citizen when the task is done?")
        )
        self.free_field = Field(tr("Free"), self.free, tr("Whoever holds the task decides this."))
        self.fixed_field = Field(tr("Fixed"), self.fixed, tr("What has to be the same every time."))
        self.ask_field = Field(tr("Ask when"), self.ask_when)
        self.roles_field = Field(tr("Who does what?"), self.roles)
        self.depends_field = Field(
            tr("Depends on others"), self.depends_on, tr("What has to come from somebody else before it can be done.")
        )
        self.basis_field = Field(tr("Basis"), self.basis, tr("The law, instruction or delegation it rests on."))
        self.short_field = Field(
            tr("Short name"), self.short_name, tr("Stands over the column under Trust when the name is long.")
        )

    def _fields_column(self) -> QWidget:
        content = QWidget()
        column = QVBoxLayout(content)
        column.setContentsMargins(24, 16, 12, 24)
        column.setSpacing(16)
        self.column = column
        self._first = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._first.setSpacing(16)
        self._first.addWidget(self.name_field, 1)
        size = QHBoxLayout()
        size.setSpacing(16)
        size.addWidget(Field(tr("Scope"), self.scope), 0, Qt.AlignmentFlag.AlignTop)
        size.addWidget(self.hours_field, 0, Qt.AlignmentFlag.AlignTop)
        size.addStretch(0)
        self.hours_field.setFixedWidth(scaled(136))
        self._first.addLayout(size)
        column.addLayout(self._first)
        column.addWidget(self.purpose_field)
        column.addLayout(_row(self.free_field, self.fixed_field))
        column.addWidget(self.ask_field)
        column.addLayout(_row(self.roles_field, self.depends_field))
        column.addWidget(Hairline())
        column.addWidget(self.consequence_field)
        column.addWidget(self.reversal_field)
        column.addWidget(self.detection_field)
        column.addWidget(self.clarity_field)
        column.addWidget(Hairline())
        column.addLayout(_row(Field(tr("Ceiling by law"), self.ceiling), self.basis_field))
        column.addLayout(_row(self.short_field, QWidget()))
        column.addStretch(1)
        return content

    def _side_column(self) -> ScrollPage:
        content = QWidget()
        column = QVBoxLayout(content)
        column.setContentsMargins(12, 16, 0, 24)
        column.setSpacing(16)
        column.addWidget(self.meaning)
        column.addWidget(self.controls)
        column.addWidget(self.red_lines)
        column.addWidget(
            TextLabel(
                tr("If the risk changes, agreed rungs stay until the two of you have talked about it."),
                "small",
                muted=True,
            )
        )
        column.addStretch(1)
        side = ScrollPage(content)
        # The cards keep their width when the scroll bar comes: it stands in the margin.
        content.setFixedWidth(scaled(SIDE_WIDTH) + 12)
        side.setFixedWidth(scaled(SIDE_WIDTH) + 36)
        return side

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        # Give the name a line of its own where there is no room beside it.
        super().resizeEvent(event)
        narrow = event.size().width() < scaled(1000)
        way = QBoxLayout.Direction
        self._first.setDirection(way.TopToBottom if narrow else way.LeftToRight)


def anchor_options(words: Words, name: str) -> list[tuple[int, str]]:
    """Return the three answers to a question about the task, in words."""
    return [(value, words.text(f"anchors.{name}.{value}")) for value in (1, 2, 3)]


def _row(*fields: QWidget) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setSpacing(16)
    for field in fields:
        row.addWidget(field, 1, Qt.AlignmentFlag.AlignTop)
    return row
