"""The week's conflicts: shown in the footer and the list of all, and put aside when somebody keeps the plan."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QWidget

from tillid_planner.services.board import Board
from tillid_planner.services.conflicts import Conflict, conflicts, percent
from tillid_planner.ui.desk import Desk
from tillid_planner.ui.texts import tr
from tillid_planner.ui.week.conflict_list import ConflictList
from tillid_planner.ui.week.conflict_words import conflict_action, conflict_sentence
from tillid_planner.ui.week.planning_actions import PlanningActions
from tillid_planner.ui.week.resolving import Resolving
from tillid_planner.ui.week.week_footer import MOST_LINES, WeekFooter


class Conflicts(QObject):
    """Keeps the footer's lines right, and knows which full weeks are to stay as they are."""

    def __init__(
        self, desk: Desk, plan_actions: PlanningActions, footer: WeekFooter, resolving: Resolving, page: QWidget
    ) -> None:
        super().__init__(page)
        self._desk, self._plan_actions, self._footer, self._resolving, self._page = (
            desk,
            plan_actions,
            footer,
            resolving,
            page,
        )
        #: Task and assignee of what is shown first, because somebody came for it.
        self._first: tuple[int | None, int | None] | None = None
        footer.acted.connect(resolving.resolve)
        footer.all_wanted.connect(self.show_all)

    def look(self, board: Board) -> None:
        """Show what there is to look at on a board."""
        found = self._conflicts(board)
        placed = bool(board.facts.placements)
        self._footer.show_week(placed, self._said(board, found[:MOST_LINES]), len(found))

    def lead_to(self, task_id: int | None, assignee_id: int | None) -> bool:
        """Show what there is to look at about a task and an assignee first, and put the keyboard on its action.

        Return whether there is anything.
        """
        board = self._plan_actions.board
        self._first = (task_id, assignee_id)
        if board is None:
            return False
        self.look(board)
        found = self._conflicts(board)
        if not found or (found[0].task_id, found[0].assignee_id) != self._first:
            self._first = None
            return False
        self._footer.open()
        self._footer.lines[0].action.setFocus(Qt.FocusReason.OtherFocusReason)
        return True

    def show_all(self) -> None:
        """Open the list of everything, with everybody's names."""
        board = self._plan_actions.board
        if board is None:
            return
        dialog = ConflictList(self._said(board, self._conflicts(board), everyone=True), self._page)
        dialog.acted.connect(lambda conflict: self._resolving.resolve(conflict, self._footer))
        dialog.exec()
        dialog.deleteLater()

    def keep_plan(self, assignee_id: int) -> None:
        """Let somebody's full week be: it is not said again until the load is another."""
        board = self._plan_actions.board
        row = board.row(assignee_id) if board is not None else None
        if board is None or row is None or row.load is None:
            return
        self._kept().add((board.week, assignee_id, percent(row.load)))
        self._plan_actions.say(tr("The plan is kept. It is said again if {name} gets more.", name=row.assignee.name))
        self.look(board)

    def _kept(self) -> set[object]:
        kept: set[object] = self._desk.places.setdefault("week_kept", set())
        return kept

    def _conflicts(self, board: Board) -> list[Conflict]:
        kept = self._kept()
        left = [
            found
            for found in conflicts(board)
            if not found.percent or (board.week, found.assignee_id, found.percent) not in kept
        ]
        return sorted(left, key=lambda found: (found.task_id, found.assignee_id) != self._first)

    def _said(
        self, board: Board, found: Sequence[Conflict], *, everyone: bool = False
    ) -> list[tuple[Conflict, str, str]]:
        words = self._desk.words
        return [(c, conflict_sentence(c, board, words, everyone=everyone), conflict_action(c)) for c in found]
