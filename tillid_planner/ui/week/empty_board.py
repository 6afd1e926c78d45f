"""The empty state of the board, while there are no people or no tasks."""

from __future__ import annotations

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from tillid_planner.services.board import Board
from tillid_planner.ui.desk import Desk, Target
from tillid_planner.ui.texts import tr
from tillid_planner.ui.week.view import WeekView


class EmptyBoard(QObject):
    """Says what is missing, people first, and leads to where it is written or imported."""

    def __init__(self, desk: Desk, view: WeekView, page: QWidget) -> None:
        super().__init__(page)
        self._desk, self._view = desk, view
        self._nobody = False
        view.empty.action_requested.connect(self._write)
        view.empty_second.clicked.connect(lambda *_: self._import())

    def look(self, board: Board) -> None:
        """Show the board, or what is missing for one."""
        self._nobody = not board.rows
        no_tasks = not board.facts.tasks
        self._view.show_board(not (self._nobody or no_tasks))
        if self._nobody:
            self._view.show_empty(
                tr("No people yet"),
                tr("When your people are here, each of them gets a row, and you can plan the week."),
                tr("Write the first person"),
            )
        elif no_tasks:
            self._view.show_empty(
                tr("No tasks yet"),
                tr("Write the tasks that can be handed over. Then they wait here to be placed in the week."),
                tr("Write the first task"),
            )

    def _write(self) -> None:
        self._desk.go("people" if self._nobody else "tasks", Target(act="new"))

    def _import(self) -> None:
        self._desk.go("import", Target(act="staff" if self._nobody else "tasks"))
