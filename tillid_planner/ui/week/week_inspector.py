"""The inspector of the week: a card, a follow-up or talk, or somebody's hours."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget
from typing_extensions import override

from tillid_planner.domain.planned_talk import PlannedTalk
from tillid_planner.services.board import Board
from tillid_planner.services.cards import Card
from tillid_planner.services.standing import Sheet
from tillid_planner.services.week_facts import DueFollowUp
from tillid_planner.ui.days import weekday_and_day_text
from tillid_planner.ui.desk import Desk
from tillid_planner.ui.texts import tr
from tillid_planner.ui.theme import current_theme, scaled
from tillid_planner.ui.week.card_menu import open_pair
from tillid_planner.ui.week.card_panel import CardPanel
from tillid_planner.ui.week.person_panel import PersonPanel
from tillid_planner.ui.week.planning_actions import PlanningActions
from tillid_planner.ui.week.wording import days_listed, role_line, time_text
from tillid_planner.ui.widgets import Button, IconButton, IconLabel, ScrollPage, TextButton, TextLabel
from tillid_planner.ui.widgets.section import Section


class WeekInspector(QWidget):
    """Shows what is current on the board.

    ``left`` asks to go back to the board, ``close_wanted`` to be put away, ``due_wanted`` to open a follow-up or talk.
    """

    left = Signal()
    close_wanted = Signal()
    due_wanted = Signal(object)
    kept = Signal(int)

    def __init__(self, desk: Desk, plan_actions: PlanningActions, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._due: DueFollowUp | None = None
        self.title = TextLabel("", "section")
        self.subtitle = TextLabel("", muted=True)
        self.close_button = IconButton("close", tr("Close"), "bare", shortcut="Esc")
        self.card, self.person = CardPanel(desk, plan_actions), PersonPanel(desk, plan_actions)
        self.card.kept.connect(self.kept)
        self.person.kept.connect(self.kept)
        self.due = Section(gap=8, ruled=False)
        self.close_button.clicked.connect(lambda *_: self.close_wanted.emit())
        self._lay_out()

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(1, 0, 0, 0)
        column.setSpacing(0)
        self._head = Section(gap=0)
        row = QHBoxLayout()
        row.setSpacing(4)
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(self.title)
        words.addWidget(self.subtitle)
        row.addLayout(words, 1)
        row.addWidget(self.close_button, 0, Qt.AlignmentFlag.AlignTop)
        self._head.column.setContentsMargins(16, 14, 8, 10)
        self._head.column.addLayout(row)
        column.addWidget(self._head)
        self.stack = QStackedWidget()
        self._pages = {
            name: ScrollPage(panel)
            for name, panel in (
                ("card", self.card),
                ("person", self.person),
                ("due", self.due),
            )
        }
        for page in self._pages.values():
            self.stack.addWidget(page)
        column.addWidget(self.stack, 1)
        self.foot = QWidget()
        foot = QHBoxLayout(self.foot)
        foot.setContentsMargins(16, 4, 8, 4)
        foot.setSpacing(8)
        foot.addWidget(IconLabel("follow-up", 20))
        self.foot_words = TextLabel("")
        foot.addWidget(self.foot_words, 1)
        self.open_button = TextButton(tr("Open"))
        self.open_button.clicked.connect(lambda *_: self._open_due())
        foot.addWidget(self.open_button)
        self.foot.setMinimumHeight(scaled(44))
        column.addWidget(self.foot)

    def show_card(self, board: Board, card: Card) -> None:
        """Show a card of the board."""
        placement = card.placement
        row, task = board.row(placement.assignee_id), board.task(placement.task_id)
        days = [c.placement.day for c in row.all_cards if c.placement.task_id == placement.task_id] if row else []
        name = row.assignee.name if row is not None else ""
        self._show("card", task.name, tr("{name}, {days}", name=name, days=days_listed(days)))
        self.card.show_card(board, card)
        self._foot_of(self._desk.session.trust.sheet(placement.task_id, placement.assignee_id))

    def show_due(self, board: Board, due: DueFollowUp) -> None:
        """Show a follow-up of the week."""
        row, task = board.row(due.assignee_id), board.facts.tasks.get(due.task_id)
        title = task.name if task is not None else tr("Follow-up")
        self._show("due", title, row.assignee.name if row is not None else "")
        self.due.empty()
        follow_up = due.follow_up
        at = f" {time_text(due)}" if follow_up.due_at is not None else ""
        self.due.say(tr("Follow-up"), f"{weekday_and_day_text(follow_up.due_on).capitalize()}{at}")
        if follow_up.held_on is not None:
            self.due.column.addWidget(TextLabel(tr("It was held."), muted=True, icon="check"))
        elif due.overdue:
            self.due.column.addWidget(
                TextLabel(tr("It should have been held."), color="warn_text", icon="warning", icon_role="warn_icon")
            )
        buttons = QHBoxLayout()
        opener = Button(tr("Open the follow-up"), "primary" if follow_up.held_on is None else "secondary")
        opener.clicked.connect(lambda *_: self.due_wanted.emit(due))
        agreement = TextButton(tr("See the agreement"))
        agreement.clicked.connect(lambda *_: open_pair(self._desk, due.task_id, due.assignee_id, "agreement"))
        buttons.addWidget(opener)
        buttons.addWidget(agreement)
        buttons.addStretch(1)
        self.due.column.addLayout(buttons)
        self.due.column.addStretch(1)
        self.foot.hide()

    def show_talk(self, board: Board, talk: PlannedTalk) -> None:
        """Show a talk of the week: with whom and when, not what it is about."""
        row = board.row(talk.assignee_id)
        self._show("due", tr("Conversation"), row.assignee.name if row is not None else "")
        self.due.empty()
        at = f" {time_text(talk)}" if talk.at is not None else ""
        self.due.say(tr("Planned for"), f"{weekday_and_day_text(talk.day).capitalize()}{at}")
        if talk.overdue(board.facts.today):
            self.due.column.addWidget(
                TextLabel(tr("It should have been held."), color="warn_text", icon="warning", icon_role="warn_icon")
            )
        opener = Button(tr("Open the conversation"), "primary")
        opener.clicked.connect(lambda *_: self.due_wanted.emit(talk))
        self.due.column.addWidget(opener, 0, Qt.AlignmentFlag.AlignLeft)
        self.due.column.addStretch(1)
        self.foot.hide()

    def show_person(self, board: Board, assignee_id: int) -> None:
        """Show somebody's hours and days away."""
        row = board.row(assignee_id)
        if row is None:
            return
        self._show("person", row.assignee.name, role_line(row.assignee))
        self.person.show_person(board, row)
        self.foot.hide()

    def forget(self) -> None:
        """Show nothing any more; what is typed is kept."""
        self.card.commit()
        self._due = None

    def take_focus(self) -> None:
        """Put the keyboard at the first thing to do here."""
        # Not by the chain of Tab: walking along it through the binding leaves it broken. Here the parts are made
        # in the order they are read.
        shown = self.stack.currentWidget() or self.stack
        found = (
            widget
            for widget in shown.findChildren(QWidget)
            if widget.focusPolicy() & Qt.FocusPolicy.TabFocus and widget.isVisible() and widget.isEnabled()
        )
        next(found, self.close_button).setFocus(Qt.FocusReason.TabFocusReason)

    def _show(self, page: str, title: str, subtitle: str) -> None:
        self.title.setText(title)
        self.subtitle.setText(subtitle)
        self.subtitle.setVisible(bool(subtitle))
        self.setAccessibleName(f"{title}, {subtitle}")
        if self.stack.currentWidget() is not self._pages[page]:
            self.card.commit()
            self.stack.setCurrentWidget(self._pages[page])

    def _foot_of(self, sheet: Sheet) -> None:
        follow_up, agreement = sheet.next_follow_up, sheet.agreement
        self.foot.setVisible(follow_up is not None and agreement is not None)
        if follow_up is None or agreement is None:
            self._due = None
            return
        today = self._desk.session.today()
        task_id, assignee_id = sheet.task.id or 0, sheet.assignee.id or 0
        self._due = due = DueFollowUp(follow_up, task_id, assignee_id, agreement.rung, follow_up.due_on < today)
        day = tr("today") if follow_up.due_on == today else weekday_and_day_text(follow_up.due_on)
        if follow_up.due_at is None:
            self.foot_words.setText(tr("Follow-up {day}", day=day))
        else:
            self.foot_words.setText(tr("Follow-up {day} at {time}", day=day, time=time_text(due)))

    def _open_due(self) -> None:
        if self._due is not None:
            self.due_wanted.emit(self._due)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
            return
        super().keyPressEvent(event)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        theme = current_theme()
        painter = QPainter(self)
        painter.fillRect(self.rect(), theme.surface)
        painter.fillRect(0, 0, 1, self.height(), theme.line)
        if not self.foot.isHidden():
            painter.fillRect(0, self.foot.y() - 1, self.width(), 1, theme.line)
