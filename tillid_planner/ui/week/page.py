"""The page «Week»: who has what on which day, at which rung this week, and how full it is."""

from __future__ import annotations

from datetime import date
from typing import ClassVar

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from tillid_planner.domain.changes import Kind
from tillid_planner.domain.errors import InvalidInput, NotFound
from tillid_planner.domain.planned_talk import PlannedTalk
from tillid_planner.domain.week import Placement, Week
from tillid_planner.services.board import Board
from tillid_planner.services.week_facts import DueFollowUp
from tillid_planner.ui.desk import Desk, Target
from tillid_planner.ui.follow_up.dialog import FollowUpDialog
from tillid_planner.ui.follow_up.planned_talk import open_talk
from tillid_planner.ui.naming import by_name
from tillid_planner.ui.texts import current_language, tr
from tillid_planner.ui.theme import ratings_hidden_changed, scaled
from tillid_planner.ui.week.board_input import BoardInput
from tillid_planner.ui.week.board_model import WeekBoardModel
from tillid_planner.ui.week.card_menu import open_pair
from tillid_planner.ui.week.conflicts import Conflicts
from tillid_planner.ui.week.empty_board import EmptyBoard
from tillid_planner.ui.week.export_menu import offer_exports
from tillid_planner.ui.week.planning_actions import PlanningActions
from tillid_planner.ui.week.resolving import Resolving
from tillid_planner.ui.week.tray import TrayModel
from tillid_planner.ui.week.view import WeekView
from tillid_planner.ui.week.week_copying import WeekCopying
from tillid_planner.ui.week.wording import Due
from tillid_planner.ui.widgets.page import Page

#: Under this width of the window the inspector lies over the page; from the other the legend always stands.
_NARROW, _WIDE, _LOW = 1200, 1600, 700
#: A message over the lower edge of the board, with a little air.
_MESSAGE = 58


class WeekPage(Page):
    """The board, the tray, what there is to look at, and the inspector."""

    kinds: ClassVar[frozenset[Kind]] = frozenset(
        {
            Kind.TASK,
            Kind.RED_LINE,
            Kind.ASSIGNEE,
            Kind.TEAM_MEMBER,
            Kind.PAIR,
            Kind.RATING,
            Kind.AGREEMENT,
            Kind.FOLLOW_UP,
            Kind.BREACH,
            Kind.CONVERSATION,
            Kind.PLACEMENT,
            Kind.RECURRENCE,
            Kind.ABSENCE,
            Kind.WEEK_TEMPLATE,
        }
    )

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self.week: Week = desk.places.get("week") or Week.of(desk.session.today())
        self.model, self.tray_model = WeekBoardModel(self), TrayModel(self)
        self.plan_actions = PlanningActions(desk, self)
        self.view = WeekView(self, desk, self.model, self.tray_model, self.plan_actions)
        self.table, self.tray, self.inspector = self.view.table, self.view.tray, self.view.inspector
        self.board_input = BoardInput(desk, self.model, self.table, self.tray, self.plan_actions, self)
        self.resolving = Resolving(desk, self.plan_actions, self)
        self.conflicts = Conflicts(desk, self.plan_actions, self.view.footer, self.resolving, self)
        self.copying = WeekCopying(desk, self.plan_actions, self.view.copy_menu, self)
        self.empty_board = EmptyBoard(desk, self.view, self)
        offer_exports(desk, self.view.header, lambda: self.week, self)
        self.board: Board | None = None
        self._wanted: Target | None = None
        self._put_away = self._quiet = False
        self._connect()

    def _connect(self) -> None:
        header, view, side = self.view.header, self.view, self.inspector
        header.week_wanted.connect(self.show_day)
        header.before_wanted.connect(lambda: self.show_week(self.week.before))
        header.after_wanted.connect(lambda: self.show_week(self.week.after))
        header.today_wanted.connect(lambda: self.show_day(self.desk.session.today()))
        header.filter.chosen.connect(self._show_team)
        self.table.current_changed.connect(lambda: self._follow(opening=not self._quiet))
        self.table.clicked_through.connect(self._clicked)
        for toggle in (self.table.weekend_toggled, self.board_input.weekend_wanted):
            toggle.connect(self._toggle_weekend)
        self.board_input.side_wanted.connect(self._enter_side)
        self.board_input.absence_wanted.connect(self._note_absence)
        self.plan_actions.gone.connect(self.refresh)
        self.plan_actions.placed.connect(self._go_to_placed)
        view.footer.unfolded.connect(self.table.fit)
        side.close_wanted.connect(self._close_side)
        side.left.connect(self._leave_side)
        side.kept.connect(self._keep_plan)
        for wanted in (side.due_wanted, self.board_input.due_wanted, self.resolving.due_wanted):
            wanted.connect(self._open_due)
        ratings_hidden_changed.connect(self.table.fit)
        for keys, act in (("Ctrl+PgUp", header.before), ("Ctrl+PgDown", header.after)):
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.setContext(Qt.ShortcutContext.WindowShortcut)
            shortcut.activated.connect(act.click)

    # -- what is shown

    @override
    def refresh(self) -> None:
        """Read the week anew; what is selected stays selected."""
        self.board_input.drag.forget()
        session = self.desk.session
        self.board = board = session.planning.board(self.week, current_language())
        self.plan_actions.board = board
        self.view.header.show_week(self.week, session.today())
        teams = by_name([row for row in board.rows if row.assignee.is_team], lambda row: row.assignee.name)
        self.model.show_team(self.view.header.offer_teams([(row.id, row.assignee.name) for row in teams]))
        self.model.set_board(board)
        self.tray_model.show_tray(board.tray)
        self.table.fit()
        self._show_conflicts()
        self.empty_board.look(board)
        self.copying.show_week(self.week)
        self._quiet = True
        self.table.look_again()
        self._quiet = False
        if self._wanted is not None:
            self._go_to(self._wanted)

    def show_week(self, week: Week) -> None:
        """Show another week."""
        if week != self.week:
            self.week = week
            self.table.forget()
            self.refresh()

    def show_day(self, day: object) -> None:
        """Show the week of a day."""
        if isinstance(day, date):
            try:
                self.show_week(Week.of(day))
            except InvalidInput as error:
                fault = error.faults[0]
                self.plan_actions.say(self.desk.words.text(f"faults.{fault.code}", **fault.params))

    @override
    def open_target(self, target: Target) -> None:
        """Go to somebody's week, or to the card of a task.

        «now» goes to this week first, «look» also to what there is to look at about the two.
        """
        if target.act in ("now", "look"):
            self.show_day(self.desk.session.today())
        if self.board is None:
            self._wanted = target
        else:
            self._go_to(target)

    @override
    def foot(self) -> int:
        """Leave tray and conflicts free: the next task is taken from there."""
        footer = self.view.footer
        return footer.height() if footer.isVisible() else 0

    @override
    def subject(self) -> Target:
        """Return the pair of the current card, or whose row one is on; in the tray, the task."""
        waiting = self.tray.unplaced() if self.tray.hasFocus() else None
        if waiting is not None:
            return Target(task_id=waiting.task.id)
        item, row = self.table.item(), self.table.cell[0]
        card = item.card if item is not None else None
        return Target(card.placement.task_id if card else None, self.model.rows[row].id if row >= 0 else None)

    @override
    def keep_place(self) -> Target:
        """Note which week is shown; return the card that is open."""
        self.desk.places["week"] = self.week
        item = self.table.item()
        if item is None or item.card is None:
            return Target()
        return Target(task_id=item.card.placement.task_id, assignee_id=item.card.placement.assignee_id)

    def _go_to(self, target: Target) -> None:
        self._wanted = None
        row = self.model.row_of(target.assignee_id) if target.assignee_id is not None else -1
        if target.assignee_id is not None and row < 0:
            self.view.header.filter.set_value(None)
            self._show_team(None)
            row = self.model.row_of(target.assignee_id)
        cards = [
            card.placement
            for of in self.model.rows
            for card in of.all_cards
            if target.task_id in (None, card.placement.task_id) and target.assignee_id in (None, of.id)
        ]
        if target.act == "look":
            if row >= 0:
                self.table.go_to(row, self.model.hours_column)
            if self.conflicts.lead_to(target.task_id, target.assignee_id):
                return
        if target.task_id is not None and cards:
            current = self.board_input.current_card()
            self.table.go_to_card(current if current in cards else cards[0])
        elif row >= 0:
            self.table.go_to(row, self.model.hours_column)
        elif target.task_id is not None and self.tray_model.row_of(target.task_id) >= 0:
            self.view.footer.open()
            self.tray.go_to(self.tray_model.row_of(target.task_id))
            self.tray.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_team(self, team: object) -> None:
        self.table.forget()
        self.model.show_team(team if isinstance(team, int) else None)
        self.table.fit()

    def _show_conflicts(self) -> None:
        if self.board is None:
            return
        placed = bool(self.board.facts.placements)
        self.conflicts.look(self.board)
        self.view.hint_line.setVisible(not placed and bool(self.board.tray))
        self.view.hint.setText(tr("The week is empty. Drag tasks up here, or copy the week before."))

    # -- what is current

    def _follow(self, *, opening: bool = True) -> None:
        """Show what is current in the inspector; nothing moves while a button is down."""
        item, (row, _) = self.table.item(), self.table.cell
        if self.board is None or self.board_input.drag.cargo is not None:
            return
        if item is not None and item.card is not None:
            self.inspector.show_card(self.board, item.card)
        elif item is not None and isinstance(item.due, DueFollowUp):
            self.inspector.show_due(self.board, item.due)
        elif item is not None and isinstance(item.due, PlannedTalk):
            self.inspector.show_talk(self.board, item.due)
        elif row >= 0:
            self.inspector.show_person(self.board, self.model.rows[row].id)
        else:
            self.inspector.forget()
            self.view.close_side()
            return
        something = item is not None or self.table.person() is not None
        if opening and something and not (self.view.narrow or self.table.pressing or self._put_away):
            self.view.open_side()

    def _clicked(self) -> None:
        self._put_away = False
        self._follow()

    def _enter_side(self) -> None:
        self._put_away = False
        self._follow()
        self.view.open_side()
        self.inspector.take_focus()

    def _note_absence(self) -> None:
        self._enter_side()
        self.inspector.person.first.setFocus(Qt.FocusReason.OtherFocusReason)

    def _close_side(self) -> None:
        """Put the inspector away until somebody clicks something."""
        self._put_away = True
        self.view.close_side()
        self.table.setFocus(Qt.FocusReason.BacktabFocusReason)

    def _leave_side(self) -> None:
        if self.view.narrow:
            self.view.close_side()
        self.table.setFocus(Qt.FocusReason.BacktabFocusReason)

    def _toggle_weekend(self) -> None:
        self.table.forget()
        self.model.unfold(not self.model.unfolded)
        self.table.fit()

    def _go_to_placed(self, key: tuple[int, int, date]) -> None:
        # What the hours were moved with is gone, or goes when the board is read anew.
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)
        found = self.model.find(Placement(task_id=key[0], assignee_id=key[1], day=key[2], hours=0))
        if found is not None:
            # The board keeps its width while one card after the other is placed.
            self._quiet = True
            self.table.go_to(*found)
            self.table.lift_current(scaled(_MESSAGE))
            self._quiet = False

    def _keep_plan(self, assignee_id: int) -> None:
        self.conflicts.keep_plan(assignee_id)
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def _open_due(self, due: Due) -> None:
        if isinstance(due, PlannedTalk):
            open_talk(self.desk, due)
            return
        if due.follow_up.held_on is not None or due.follow_up.id is None:
            open_pair(self.desk, due.task_id, due.assignee_id, "history")
            return
        try:
            dialog = FollowUpDialog(self.desk, due.follow_up.id, self)
        except NotFound:
            self.refresh()
            return
        dialog.exec()
        dialog.deleteLater()

    # -- size

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._measure()

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange and hasattr(self, "view"):
            self._measure()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self.view.side_open:
            self._close_side()
            return
        super().keyPressEvent(event)

    def _measure(self) -> None:
        window = self.window()
        self.view.arrange(
            self.size(), narrow=window.width() < _NARROW, low=window.height() < _LOW, wide=window.width() >= _WIDE
        )
