"""The action of each conflict: it resolves it, or opens the place where it is resolved."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from tillid_planner.domain.week import DayOff, Placement
from tillid_planner.services.board import Board
from tillid_planner.services.conflicts import Conflict
from tillid_planner.ui.desk import Desk, Target
from tillid_planner.ui.naming import by_name
from tillid_planner.ui.texts import tr
from tillid_planner.ui.week.card_menu import open_pair
from tillid_planner.ui.week.place_menus import (
    days_ahead,
    fill_with_cards,
    fill_with_everybody,
    open_under,
    person_words,
    submenu,
)
from tillid_planner.ui.week.planning_actions import Cargo, PlanningActions
from tillid_planner.ui.week.wording import day_offered
from tillid_planner.ui.widgets import Menu


class Resolving(QObject):
    """Acts on conflicts; what can be chosen from is offered in a menu, by name."""

    due_wanted = Signal(object)

    def __init__(self, desk: Desk, plan_actions: PlanningActions, page: QWidget) -> None:
        super().__init__(page)
        self._desk, self._plan_actions, self._page = desk, plan_actions, page
        #: The menu that was opened last.
        self.menu = Menu(parent=page)

    def resolve(self, conflict: Conflict, beside: QWidget) -> None:
        """Do what the action of a conflict says; menus open at the widget beside it."""
        board = self._plan_actions.board
        if board is None:
            return
        kind = conflict.kind
        if kind in ("overload", "overload_far", *DayOff):
            self._offer_moves(board, conflict, beside)
        elif kind == "uncovered":
            self._offer_cover(board, conflict, beside)
        elif kind == "not_delegable":
            self._plan_actions.remove_all(self._cards(board, conflict))
        elif kind == "no_deputy":
            self._desk.go("trust", Target(task_id=conflict.task_id))
        elif kind == "follow_up_overdue":
            due = next((d for d in board.facts.follow_ups if d.follow_up.id == conflict.follow_up_id), None)
            if due is not None:
                self.due_wanted.emit(due)
        else:
            tab = "" if kind == "no_agreement" else "agreement"
            open_pair(self._desk, conflict.task_id, conflict.assignee_id, tab)

    def _offer_moves(self, board: Board, conflict: Conflict, beside: QWidget) -> None:
        cards = self._cards(board, conflict)
        if not cards:
            return
        menu = self._fresh()
        fill_with_cards(menu, board, cards, self._plan_actions.put)
        open_under(menu, beside)

    def _offer_cover(self, board: Board, conflict: Conflict, beside: QWidget) -> None:
        menu = self._fresh()
        task_id = conflict.task_id or 0
        hours = {
            r.weekday: r.hours
            for r in board.facts.recurrences
            if (r.task_id, r.assignee_id) == (conflict.task_id, conflict.assignee_id)
        }
        rows = [row for row in (board.row(other) for other in conflict.others) if row is not None]
        for row in by_name(rows, lambda row: row.assignee.name):
            first = Cargo(task_id, hours=hours.get(conflict.days[0].weekday()))
            inner = submenu(menu, person_words(board, row, row.assignee.name, first)[0])
            for day in days_ahead(conflict.days, board.facts.today):
                act = partial(self._plan_actions.place, task_id, row.id, day, hours.get(day.weekday()))
                inner.add(day_offered(board, row, day), None, act)
        if rows:
            menu.addSeparator()
        everybody = submenu(menu, tr("Somebody else"))
        fill_with_everybody(
            everybody,
            board,
            Cargo(task_id, hours=hours.get(conflict.days[0].weekday())),
            self._plan_actions.put,
        )
        open_under(menu, beside)

    def _cards(self, board: Board, conflict: Conflict) -> Sequence[Placement]:
        row = board.row(conflict.assignee_id or 0)
        cards = [card.placement for card in row.all_cards] if row is not None else []
        if conflict.task_id is not None:
            cards = [card for card in cards if card.task_id == conflict.task_id]
        if conflict.kind in set(DayOff) and conflict.days:
            cards = [card for card in cards if card.day in conflict.days]
        return cards

    def _fresh(self) -> Menu:
        self.menu.hide()
        self.menu.deleteLater()
        self.menu = Menu(parent=self._page)
        return self.menu
