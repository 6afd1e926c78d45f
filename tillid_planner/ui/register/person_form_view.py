"""The forms of a person and of a team: what stands where."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from tillid_planner.domain.task import HOURS_IN_A_WEEK
from tillid_planner.ui.actions import page_name
from tillid_planner.ui.desk import Desk
from tillid_planner.ui.register.held_tasks import HeldTasksCard
from tillid_planner.ui.texts import tr
from tillid_planner.ui.theme import scaled
from tillid_planner.ui.widgets import (
    Button,
    Card,
    DateField,
    Field,
    HoursField,
    LineField,
    Monogram,
    ScrollPage,
    SunkenNote,
    TextLabel,
)
from tillid_planner.ui.widgets.checked_names import CheckedNames
from tillid_planner.ui.widgets.form_header import FormHeader

SIDE_WIDTH = 376
FIELDS_WIDTH = 760


class PersonFormView(QWidget):
    """Head, fields at the left; teams, and what she holds, at the right."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.trust = Button(tr("See tasks and rungs"), icon="matrix")
        self.delete = Button(tr("Delete"), "quiet", "delete")
        self.monogram = Monogram(side=48)
        self.header = FormHeader(page_name("people"), actions=(self.delete, self.trust), leading=self.monogram)
        today = desk.session.today()
        self.name = LineField()
        self.role = LineField()
        self.unit = LineField()
        self.email = LineField()
        self.hours = HoursField(maximum=HOURS_IN_A_WEEK)
        self.started = DateField(today=today)
        self.ended = DateField(today=today)
        self.name_field = Field(tr("Name"), self.name)
        self.role_field = Field(tr("Role"), self.role)
        self.unit_field = Field(tr("Unit"), self.unit)
        self.email_field = Field(
            tr("E-mail"),
            self.email,
            tr("Only used to recognise the person when you import from a file again."),
        )
        self.hours_field = Field(tr("Hours a week"), self.hours)
        self.started_field = Field(tr("First day"), self.started)
        self.ended_field = Field(tr("Last day"), self.ended, tr("Empty as long as none is set."))
        self.held = HeldTasksCard(desk)
        self.teams = CheckedNames(tr("Is a member of"))
        self.teams_card = Card(tr("Teams"))
        self.no_teams = TextLabel(tr("There are no teams yet."), "small", muted=True)
        self.teams_card.add(self.no_teams)
        self.teams_card.add(self.teams)
        self._lay_out()

    def _lay_out(self) -> None:
        content = QWidget()
        column = QVBoxLayout(content)
        column.setContentsMargins(24, 16, 12, 24)
        column.setSpacing(16)
        self.column = column
        column.addWidget(self.name_field)
        column.addLayout(_row(self.role_field, self.unit_field))
        column.addWidget(self.email_field)
        column.addLayout(_row(self.hours_field, self.started_field, self.ended_field))
        column.addWidget(
            SunkenNote(
                "info",
                tr(
                    "Only what planning needs is kept. Write no CPR number, nothing about health or union, "
                    "and no reasons for absence."
                ),
            )
        )
        column.addStretch(1)
        _assemble(self, self.header, content, (self.held, self.teams_card))


class TeamFormView(QWidget):
    """Head, the name and its members at the left; what the team holds at the right."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.trust = Button(tr("See tasks and rungs"), icon="matrix")
        self.delete = Button(tr("Delete"), "quiet", "delete")
        self.header = FormHeader(page_name("people"), actions=(self.delete, self.trust))
        self.name = LineField()
        self.name_field = Field(tr("Name"), self.name)
        self.members = CheckedNames(tr("Members"), columns=2)
        self.nobody = TextLabel(tr("There is nobody to choose from yet. Add people first."), "small", muted=True)
        self.members_card = Card(tr("Members"))
        self.members_card.add(self.nobody)
        self.members_card.add(self.members)
        self.held = HeldTasksCard(desk)
        content = QWidget()
        column = QVBoxLayout(content)
        column.setContentsMargins(24, 16, 12, 24)
        column.setSpacing(16)
        self.column = column
        column.addWidget(self.name_field)
        column.addWidget(self.members_card)
        column.addStretch(1)
        _assemble(self, self.header, content, (self.held,))


def _assemble(view: QWidget, header: QWidget, content: QWidget, side: tuple[QWidget, ...]) -> None:
    side_content = QWidget()
    side_column = QVBoxLayout(side_content)
    side_column.setContentsMargins(12, 16, 0, 24)
    side_column.setSpacing(16)
    for card in side:
        side_column.addWidget(card)
    side_column.addStretch(1)
    side_scroll = ScrollPage(side_content)
    # The cards keep their width when the scroll bar comes: it stands in the margin.
    side_content.setFixedWidth(scaled(SIDE_WIDTH) + 12)
    side_scroll.setFixedWidth(scaled(SIDE_WIDTH) + 36)
    columns = QHBoxLayout()
    columns.setSpacing(0)
    fields_scroll = ScrollPage(content, widest=FIELDS_WIDTH)
    fields_scroll.setMaximumWidth(scaled(FIELDS_WIDTH) + 12)
    columns.addWidget(fields_scroll, 1)
    columns.addWidget(side_scroll)
    columns.addStretch(0)
    outer = QVBoxLayout(view)
    outer.setContentsMargins(0, 0, 0, 0)
    outer.setSpacing(0)
    outer.addWidget(header)
    outer.addLayout(columns, 1)


def _row(*fields: QWidget) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setSpacing(16)
    for field in fields:
        row.addWidget(field, 1, Qt.AlignmentFlag.AlignTop)
    return row
