"""Mouse and keyboard input on the board: drag and drop, removing cards, changing hours, menus."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QObject, QPoint, Qt, Signal
from PySide6.QtWidgets import QWidget

from tillid_planner.domain.planned_talk import PlannedTalk
from tillid_planner.domain.week import Placement
from tillid_planner.ui.desk import Desk, Target
from tillid_planner.ui.texts import tr
from tillid_planner.ui.week.board_model import WeekBoardModel
from tillid_planner.ui.week.board_table import BoardTable
from tillid_planner.ui.week.card_menu import fill_card_menu, open_pair
from tillid_planner.ui.week.conflict_words import inside
from tillid_planner.ui.week.drag_session import DragSession
from tillid_planner.ui.week.person_menu import fill_person_menu
from tillid_planner.ui.week.place_menus import add_head, fill_later, fill_with_everybody, fill_with_tray, submenu
from tillid_planner.ui.week.planning_actions import Cargo, PlanningActions
from tillid_planner.ui.week.tray import TrayView
from tillid_planner.ui.week.wording import Due, off_sentence
from tillid_planner.ui.widgets import Menu


class BoardInput(QObject):
    """Connects board and tray with what can be done to the week. ``side_wanted`` asks for the inspector."""

    side_wanted = Signal()
    absence_wanted = Signal()
    weekend_wanted = Signal()
    due_wanted = Signal(object)

    def __init__(
        self,
        desk: Desk,
        model: WeekBoardModel,
        table: BoardTable,
        tray: TrayView,
        plan_actions: PlanningActions,
        page: QWidget,
    ) -> None:
        super().__init__(page)
        self._desk, self._model, self._table, self._tray = desk, model, table, tray
        self._plan_actions, self._page = plan_actions, page
        self.drag = DragSession(model, table, tray)
        #: The menu that was opened last, for whoever wants to look at it.
        self.menu = Menu(parent=page)
        self._connect()

    def _connect(self) -> None:
        table, tray, drag = self._table, self._tray, self.drag
        table.taken.connect(self.take)
        table.drag_started.connect(lambda: self._lift(by_mouse=True))
        table.steered.connect(drag.steer)
        table.removed.connect(self.remove)
        table.hours_stepped.connect(self._step_hours)
        table.menu_wanted.connect(self._open_menu)
        tray.taken.connect(lambda: self._lift_unplaced(by_mouse=False))
        tray.drag_started.connect(lambda: self._lift_unplaced(by_mouse=True))
        tray.menu_wanted.connect(self._open_tray_menu)
        for source in (table, tray):
            source.dragged.connect(drag.move_to)
            source.drag_ended.connect(self._let_go)
            source.escaped.connect(drag.cancel)
        drag.dropped.connect(self.drop)
        self._plan_actions.doubted.connect(self._ask)
        drag.put_in_tray.connect(self._plan_actions.remove)

    def take(self) -> None:
        """Pick up the current card, put down the one in the hand, or open what else is current."""
        item, (row, column) = self._table.item(), self._table.cell
        if self.drag.cargo is not None:
            self.drag.drop()
        elif item is not None and item.card is not None:
            self._lift(by_mouse=False)
        elif item is not None and item.due is not None:
            self.due_wanted.emit(item.due)
        elif row < 0:
            return
        elif column == self._model.hours_column:
            self.side_wanted.emit()
        elif self._model.folded(column):
            self.weekend_wanted.emit()
        else:
            self._offer_tray(row, column)

    def _lift(self, *, by_mouse: bool) -> None:
        item = self._table.item()
        if item is not None and item.card is not None:
            if self._model.folded(self._table.cell[1]):
                self.weekend_wanted.emit()
                self._table.go_to_card(item.card.placement)
            self.drag.lift_card(item.card.placement, by_mouse=by_mouse)

    def _lift_unplaced(self, *, by_mouse: bool) -> None:
        unplaced = self._tray.unplaced()
        if unplaced is not None and self._model.rows:
            self.drag.lift_unplaced(unplaced, by_mouse=by_mouse)

    def _let_go(self, point: QPoint) -> None:
        self.drag.move_to(point)
        self.drag.drop()

    def drop(self, cargo: Cargo, assignee_id: int, day: date) -> None:
        """Place or move what was let go; where it came from it stays."""
        board = self._plan_actions.board
        if board is None:
            return
        if cargo.card is not None and (cargo.card.assignee_id, cargo.card.day) == (assignee_id, day):
            self._table.go_to_card(cargo.card)
            return
        self._plan_actions.put(cargo, assignee_id, day)

    def _ask(self, cargo: Cargo, assignee_id: int, day: date) -> None:
        """Ask in a small menu at the cell; Esc leaves everything as it was."""
        board = self._plan_actions.board
        if board is None:
            return
        row = board.row(assignee_id)
        name = row.assignee.name if row is not None else ""
        menu = self._fresh_menu()
        heading = inside(board.task(cargo.task_id).heading)
        off, bare = self._plan_actions.off(assignee_id, day), self._plan_actions.lacks_agreement(cargo, assignee_id)
        offer = board.facts.pair((cargo.task_id, assignee_id)).offer
        if off is not None:
            add_head(menu, off_sentence(name, off, day))
        if bare and offer is not None:
            add_head(menu, tr("{name} has an offer on {task} that is not accepted yet", name=name, task=heading))
        elif bare:
            add_head(menu, tr("{name} has no agreement on {task}", name=name, task=heading))
        menu.addSeparator()

        def agree() -> None:
            if self._plan_actions.store(cargo, assignee_id, day):
                open_pair(self._desk, cargo.task_id, assignee_id, "" if offer is None else "agreement")

        if bare:
            menu.add(tr("Rate and agree") if offer is None else tr("See the agreement"), None, agree)
        place = tr("Place without agreement") if bare else tr("Place anyway")
        menu.add(place, None, lambda: self._plan_actions.store(cargo, assignee_id, day))
        menu.add(tr("Put back"), None, None, key="Esc")
        menu.popup(self._under_cell(self._model.row_of(assignee_id), self._model.column_of(day)))
        menu.setActiveAction(next(a for a in menu.actions() if a.isEnabled() and not a.isSeparator()))

    def _under_cell(self, row: int, column: int) -> QPoint:
        """Return the point of the screen under a cell, which is scrolled to; the board's middle if it is not shown."""
        room = self._table.viewport().rect()
        if row < 0 or column < 0:
            return self._table.viewport().mapToGlobal(room.center())
        self._table.scrollTo(self._model.index(row, column))
        corner = self._table.cell_rect(row, column).bottomLeft()
        return self._table.viewport().mapToGlobal(QPoint(corner.x(), min(corner.y(), room.bottom())))

    def remove(self) -> None:
        """Take the current card, or the one in the hand, off the week."""
        cargo = self.drag.cargo
        if cargo is not None:
            self.drag.cancel()
            if cargo.card is not None:
                self._plan_actions.remove(cargo.card)
            return
        card = self.current_card()
        if card is not None:
            self._plan_actions.remove(card)

    def current_card(self) -> Placement | None:
        """Return the card that is current on the board, or None."""
        item = self._table.item()
        return item.card.placement if item is not None and item.card is not None else None

    def _step_hours(self, by: float) -> None:
        card = self.current_card()
        if card is not None:
            self._plan_actions.step_hours(card, by)

    # -- menus

    def _fresh_menu(self) -> Menu:
        self.menu.hide()
        self.menu.deleteLater()
        self.menu = Menu(parent=self._page)
        return self.menu

    def _open_menu(self, point: QPoint) -> None:
        board, card = self._plan_actions.board, self.current_card()
        if board is None:
            return
        item, (row, column) = self._table.item(), self._table.cell
        if card is not None:
            menu = self._fresh_menu()
            shown = item.card if item is not None else None
            if shown is not None:
                menu.add(tr("Show details"), "info", self.side_wanted.emit)
                fill_card_menu(menu, self._desk, self._plan_actions, board, shown, self._page)
            menu.popup(point)
        elif item is not None and item.due is not None:
            self._offer_due(item.due, point)
        elif row >= 0 and column < self._model.hours_column and not self._model.folded(column):
            self._offer_tray(row, column, point)
        elif row >= 0 and column == self._model.hours_column:
            menu = self._fresh_menu()
            fill_person_menu(
                menu,
                self._desk,
                self._model.rows[row],
                show_hours=self.side_wanted.emit,
                note_absence=self.absence_wanted.emit,
                open_due=self.due_wanted.emit,
            )
            menu.popup(point)

    def _offer_due(self, due: Due, point: QPoint) -> None:
        menu = self._fresh_menu()
        if isinstance(due, PlannedTalk):
            menu.add(tr("Open the conversation"), "conversation", lambda: self.due_wanted.emit(due))
            menu.popup(point)
            return
        menu.add(tr("Open the follow-up"), "follow-up", lambda: self.due_wanted.emit(due))
        menu.add(tr("See the agreement"), None, lambda: open_pair(self._desk, due.task_id, due.assignee_id))
        menu.popup(point)

    def _offer_tray(self, row: int, column: int, point: QPoint | None = None) -> None:
        board = self._plan_actions.board
        if board is None:
            return
        assignee_id, day = self._model.rows[row].id, self._model.columns[column][0]
        menu = self._fresh_menu()
        menu.add(tr("Place here"), enabled=False)
        fill_with_tray(menu, board, lambda task_id: self.drop(Cargo(task_id), assignee_id, day))
        corner = self._table.viewport().mapToGlobal(self._table.cell_rect(row, column).bottomLeft())
        menu.popup(point or corner)

    def _put_from_tray(self, cargo: Cargo, assignee_id: int, day: date) -> None:
        self.drop(cargo, assignee_id, day)
        if self._tray.isVisible() and not self.menu.isVisible():
            # The next one is taken from there.
            self._tray.setFocus(Qt.FocusReason.OtherFocusReason)

    def _open_tray_menu(self, point: QPoint) -> None:
        board, unplaced = self._plan_actions.board, self._tray.unplaced()
        if board is None or unplaced is None:
            return
        task_id = unplaced.task.id or 0
        menu = self._fresh_menu()
        inner = submenu(menu, tr("Place on …"))
        fill_later(inner, lambda: fill_with_everybody(inner, board, Cargo(task_id), self._put_from_tray))
        menu.addSeparator()
        menu.add(tr("Open the task"), "tasks", lambda: self._desk.go("tasks", Target(task_id=task_id)))
        menu.popup(point)
