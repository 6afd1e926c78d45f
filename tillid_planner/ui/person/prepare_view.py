"""The page for preparing a conversation: what stands where."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, time

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from tillid_planner.domain.changes import Changes
from tillid_planner.domain.conversation import Conversation
from tillid_planner.domain.draft import DraftForm, DraftSubject
from tillid_planner.ui.actions import page_name
from tillid_planner.ui.desk import Desk
from tillid_planner.ui.follow_up.planned_talk import PlannedFor
from tillid_planner.ui.person.prepare_agenda import Agenda
from tillid_planner.ui.person.prepare_half import Half
from tillid_planner.ui.person.prepare_turn import Turn
from tillid_planner.ui.texts import tr
from tillid_planner.ui.theme import scaled
from tillid_planner.ui.widgets import Button, Card, EmptyState, IconButton, Menu, ScrollPage, StepPath, TextLabel
from tillid_planner.ui.widgets.checked_names import CheckedNames
from tillid_planner.ui.widgets.form_header import FormHeader
from tillid_planner.ui.widgets.kept_fields import KeptFields

_WIDEST = 880
_EMPLOYEES_HALF = 2
_NOT_PLANNED: Mapping[str, None] = {"planned_on": None, "planned_at": None}


class PrepareView(QWidget):
    """Head, the path of steps, and one widget for each stage; both halves are one widget, shown in turns."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.stage = 0
        self.paper_button = Button(tr("On paper"), icon="print")
        self.more = IconButton("more", tr("More"))
        self.menu = Menu(parent=self)
        self.header = FormHeader(page_name("people"), actions=(self.paper_button, self.more))
        self.path = StepPath(_steps(False))
        self.tasks = CheckedNames(tr("Tasks to talk about"), columns=2)
        self.begin_button = Button(tr("Begin the sheet"), "primary")
        self.choose_error = TextLabel(tr("Choose at least one task."), "small", color="warn_text", icon="warning")
        self.choose_error.hide()
        self.nothing = EmptyState(
            "conversation",
            tr("No task to talk about yet"),
            tr("A conversation is about tasks that are rated or agreed. Begin with one in Trust."),
        )
        self.half = Half(desk)
        self.turn = Turn()
        self.agenda = Agenda(desk)
        self.kept = KeptFields(desk, self)
        self.planned = PlannedFor(desk, self.kept, self._plan)
        self._desk = desk
        self._planned_of: int | None = None
        self._lay_out()

    def fill(self, page: QWidget) -> None:
        """Take the whole of a page."""
        layout = QVBoxLayout(page)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self)

    def name_sides(self, *, team: bool) -> None:
        """Say in the path who writes beside the leader."""
        self.path.set_steps(_steps(team))

    def show_planned(self, conversation: Conversation | None) -> None:
        """Show the day a conversation is planned for; None for one that is not begun."""
        self.planned.setVisible(conversation is not None)
        number = conversation.id if conversation else None
        if number == self._planned_of:
            self.kept.show(conversation or _NOT_PLANNED)
            return
        self._planned_of = number
        self.kept.show_afresh(
            conversation or _NOT_PLANNED,
            DraftSubject(DraftForm.CONVERSATION, conversation_id=number, part="planned") if number else None,
        )

    def show_stage(self, stage: int) -> None:
        """Show a stage: 0 choose, 1 leader's half, 2 employee's half, 3 agenda and step."""
        self._show(stage, {0: 0, 1: 1, 2: 1, 3: 2}[stage])

    def show_turn(self, stage: int) -> None:
        """Show whose turn it is before the half of a stage is shown."""
        self._show(stage, 3)

    @property
    def alone(self) -> bool:
        """Whether the employee is to sit at the screen: then nothing of the leader's is on it."""
        return self.stage == _EMPLOYEES_HALF

    def _show(self, stage: int, index: int) -> None:
        moved = (stage, index) != (self.stage, self.stack.currentIndex())
        self.stage = stage
        self.path.set_current(stage, list(range(stage)))
        self.stack.setCurrentIndex(index)
        for part in (self.header, self.path, self.planned_part):
            part.setVisible(not self.alone)
        page = self.stack.currentWidget()
        if moved and isinstance(page, ScrollPage):
            page.verticalScrollBar().setValue(0)

    @property
    def writing(self) -> bool:
        """Whether a half is on the screen."""
        return self.stack.currentIndex() == 1

    @property
    def waiting(self) -> bool:
        """Whether the screen waits for the one whose turn it is."""
        return self.stack.currentIndex() == 3

    def _plan(self, day: date | None, at: time | None) -> Changes:
        return self._desk.session.talks.plan_conversation(self._planned_of or 0, day, at)

    def _lay_out(self) -> None:
        self.choose_card = Card(tr("Which tasks do you talk about?"))
        self.choose_card.add(
            TextLabel(
                tr(
                    "Each of you chooses a rung and writes why, before seeing the other's. What differs becomes the"
                    " agenda. Few tasks make a better conversation."
                ),
                muted=True,
            )
        )
        self.choose_card.add(self.tasks)
        self.choose_card.add(self.choose_error)
        self.choose_card.body.addWidget(self.begin_button, 0, Qt.AlignmentFlag.AlignLeft)
        choose = QWidget()
        column = QVBoxLayout(choose)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.choose_card)
        column.addWidget(self.nothing)
        column.addStretch(1)
        self.stack = QStackedWidget()
        for stage in (choose, self.half, self.agenda, self.turn):
            content = QWidget()
            inner = QVBoxLayout(content)
            inner.setContentsMargins(24, 16, 24, 24)
            inner.addWidget(stage)
            self.stack.addWidget(ScrollPage(content, widest=scaled(_WIDEST) + 48))
        path = QHBoxLayout()
        path.setContentsMargins(24, 12, 24, 0)
        path.addWidget(self.path)
        path.addStretch(1)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(0)
        outer.addWidget(self.header)
        outer.addLayout(path)
        self.planned_part = QWidget()
        planned = QVBoxLayout(self.planned_part)
        planned.setContentsMargins(24, 12, 24, 0)
        planned.addWidget(self.kept.draft.note)
        planned.addWidget(self.planned)
        outer.addWidget(self.planned_part)
        outer.addWidget(self.stack, 1)


def _steps(team: bool) -> list[str]:
    other = tr("The team's side") if team else tr("The employee's side")
    return [tr("Choose tasks"), tr("Your side"), other, tr("Talk and step")]
