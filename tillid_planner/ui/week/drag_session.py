"""A drag session: a card is lifted by mouse or keyboard, moved over cells, and dropped or put back."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QObject, QPoint, Qt, QTimer, Signal

from tillid_planner.domain.week import WORK_DAYS, Placement
from tillid_planner.services.board import Unplaced
from tillid_planner.ui.days import weekday_text
from tillid_planner.ui.texts import tr
from tillid_planner.ui.theme import ratings_hidden, scaled
from tillid_planner.ui.week.board_model import WeekBoardModel
from tillid_planner.ui.week.board_table import BoardTable
from tillid_planner.ui.week.board_view import announce
from tillid_planner.ui.week.cell_layout import CELL_PAD, item_rects
from tillid_planner.ui.week.ghost import Ghost
from tillid_planner.ui.week.planning_actions import Cargo
from tillid_planner.ui.week.tray import TrayView
from tillid_planner.ui.week.warnings import warnings

_EDGE, _SCROLL, _EVERY = 28, 14, 30
#: How long the hand stands at an edge before the board scrolls: whoever only comes in over it goes on.
_REST = 400


class DragSession(QObject):
    """Follows the hand; the board shows rungs and loads as they would be. ``dropped`` tells where it was let go."""

    dropped = Signal(object, int, object)
    put_in_tray = Signal(object)
    began = Signal()
    ended = Signal()

    def __init__(self, model: WeekBoardModel, table: BoardTable, tray: TrayView) -> None:
        super().__init__(table)
        self._model, self._table, self._tray = model, table, tray
        self.cargo: Cargo | None = None
        self._by_mouse = False
        self._from_tray = False
        self._cell = (-1, -1)
        self._over_tray = False
        self._opened_weekend = False
        self.ghost = Ghost(table.viewport())
        self.rest, self.scrolling = QTimer(self), QTimer(self)
        self.rest.setSingleShot(True)
        self.rest.setInterval(_REST)
        self.rest.timeout.connect(self.scrolling.start)
        self.scrolling.setInterval(_EVERY)
        self.scrolling.timeout.connect(self._scroll)
        self._pointer = QPoint()
        self._said: list[str] = []

    @property
    def words(self) -> str:
        """What is said about the place where the card is now."""
        return self.ghost.words

    def lift_card(self, card: Placement, *, by_mouse: bool) -> None:
        """Take a card of the board in the hand."""
        self._begin(Cargo(card.task_id, card), by_mouse=by_mouse, from_tray=False)

    def lift_unplaced(self, unplaced: Unplaced, *, by_mouse: bool) -> None:
        """Take a card of the tray in the hand; with the keyboard it goes to the board at once."""
        self._begin(Cargo(unplaced.task.id or 0), by_mouse=by_mouse, from_tray=True)
        if not by_mouse:
            row, column = self._table.cell
            self._table.setFocus(Qt.FocusReason.OtherFocusReason)
            last = len(self._model.columns) - 1
            self._go(max(0, row), min(last, column) if row >= 0 else self._first_column())

    def _begin(self, cargo: Cargo, *, by_mouse: bool, from_tray: bool) -> None:
        board = self._model.board
        if board is None or self.cargo is not None:
            return
        self.cargo, self._by_mouse, self._from_tray = cargo, by_mouse, from_tray
        board.facts.read_ahead((cargo.task_id, row.id) for row in board.rows)
        attention = self._table.delegate.attention
        attention.carried = ("card", *cargo.card.key) if cargo.card is not None else None
        if from_tray:
            self._tray.delegate.carried = self._tray.currentIndex().row()
            self._tray.viewport().update()
        self._table.drag = not by_mouse
        self._table.names.show_holders(() if ratings_hidden() else board.facts.holders.get(cargo.task_id, ()))
        if by_mouse:
            (self._tray if from_tray else self._table).viewport().setCursor(Qt.CursorShape.ClosedHandCursor)
        else:
            announce(self._table, tr("Picked up. Arrows move it, Enter puts it down, Esc puts it back."))
        self._cell = self._table.cell if not from_tray else (-1, -1)
        self.began.emit()
        self._table.viewport().update()

    def _first_column(self) -> int:
        board = self._model.board
        return max(0, self._model.column_of(board.facts.today)) if board is not None else 0

    def steer(self, down: int, right: int) -> None:
        """Move it by rows and columns."""
        if self.cargo is None:
            return
        row, column = self._cell
        if self._model.folded(column + right):
            self._unfold()
        row = max(0, min(len(self._model.rows) - 1, row + down))
        column = max(0, min(len(self._model.columns) - 1, column + right))
        self._go(row, column)

    def move_to(self, point: QPoint) -> None:
        """Follow the pointer at a point of the screen."""
        self._pointer = point
        if self.cargo is None:
            return
        tray = self._tray.parentWidget()
        self._over_tray = tray is not None and tray.isVisible() and tray.rect().contains(tray.mapFromGlobal(point))
        if not self._edge_step():
            self.rest.stop()
            self.scrolling.stop()
        elif not (self.rest.isActive() or self.scrolling.isActive()):
            self.rest.start()
        inside = self._table.viewport().mapFromGlobal(point)
        row, column, _ = self._table.item_at(inside) if self._table.viewport().rect().contains(inside) else (-1, -1, -1)
        if row >= 0 and self._model.folded(column):
            self._unfold()
            row, column, _ = self._table.item_at(inside)
        if row < 0 or column >= len(self._model.columns):
            row, column = -1, -1
        if (row, column) != self._cell:
            self._cell = (row, column)
            self._show()

    def _unfold(self) -> None:
        self._opened_weekend = True
        self._model.unfold(True)
        self._table.fit()

    def _fold_again(self, day: date | None) -> None:
        """Fold the weekend that was only passed on the way to a day."""
        if self._opened_weekend and (day is None or day.weekday() < WORK_DAYS):
            self._model.unfold(False)
            self._table.fit()
        self._opened_weekend = False

    def _go(self, row: int, column: int) -> None:
        self._cell = (row, column)
        index = self._model.index(row, column)
        self._table.setCurrentIndex(index)
        self._table.scrollTo(index)
        self._show()
        if self.ghost.isVisible() and self.ghost.below:
            bar = self._table.verticalScrollBar()
            bar.setValue(bar.value() + self.ghost.below)
            self._show()
        of, days = self._model.rows[row], self._model.columns[column]
        announce(self._table, ". ".join((f"{of.assignee.name}, {weekday_text(days[0])}", *self._said)))

    def _show(self) -> None:
        """Show the board as it would be with the card here, and say what is to know."""
        cargo, board = self.cargo, self._model.board
        self._said = []
        attention = self._table.delegate.attention
        before = attention.target
        at_home = (
            cargo is not None and cargo.card is not None and self._place() == (cargo.card.assignee_id, cargo.card.day)
        )
        if cargo is None or board is None or self._cell[0] < 0 or at_home:
            attention.target = None
            self._paint_again(self._model.preview(None), before)
            self.ghost.words = ""
            self.ghost.hide()
            return
        assignee_id, day = self._place()
        after = cargo.on(board, assignee_id, day)
        attention.target = self._cell
        self._paint_again(self._model.preview(after), before, self._cell)
        self._said = warnings(board, after, cargo.task_id, assignee_id, day)
        # Where the task lies already its card shows the hours together; there is no second one.
        card = None if board.card(cargo.task_id, assignee_id, day) else after.card(cargo.task_id, assignee_id, day)
        row, column = self._cell
        cell = self._table.cell_rect(row, column)
        rects = item_rects(self._model, row, column, cell.width())
        top = rects[-1].bottom() + 5 if rects else CELL_PAD
        words = ". ".join(self._said)
        if card is None and not words:
            self.ghost.words = ""
            self.ghost.hide()
        else:
            self.ghost.show_at(cell, top, card, board.task(cargo.task_id).heading, words)

    def _paint_again(self, touched: set[int], *cells: tuple[int, int] | None) -> None:
        rows = {number for number, row in enumerate(self._model.rows) if row.id in touched}
        self._table.update_rows(rows | {cell[0] for cell in cells if cell is not None})

    def _place(self) -> tuple[int, date]:
        row, column = self._cell
        if row < 0 or column < 0:
            return 0, date.min
        return self._model.rows[row].id, self._model.columns[column][0]

    def drop(self) -> None:
        """Let it go where it is; nowhere puts it back, over the tray takes it off the week."""
        cargo, cell, over_tray = self.cargo, self._cell, self._over_tray
        if cargo is None:
            return
        assignee_id, day = self._place()
        self._end()
        self._fold_again(day if cell[0] >= 0 else None)
        if cell[0] >= 0:
            self.dropped.emit(cargo, assignee_id, day)
        elif over_tray and cargo.card is not None:
            self.put_in_tray.emit(cargo.card)

    def cancel(self) -> None:
        """Put it back where it came from."""
        if self.cargo is None:
            return
        cargo, by_mouse, from_tray = self.cargo, self._by_mouse, self._from_tray
        self._end()
        self._fold_again(None)
        announce(self._table, tr("Put back."))
        if cargo.card is not None:
            self._table.go_to_card(cargo.card)
        elif from_tray and not by_mouse:
            self._tray.setFocus(Qt.FocusReason.OtherFocusReason)

    def forget(self) -> None:
        """Let nothing be in the hand: the board is about to be another."""
        if self.cargo is not None:
            self._end()

    def _end(self) -> None:
        self.cargo = None
        self.rest.stop()
        self.scrolling.stop()
        self._table.drag = False
        self._table.names.show_holders(())
        self._over_tray = False
        self._cell = (-1, -1)
        attention = self._table.delegate.attention
        attention.carried = attention.target = None
        self._tray.delegate.carried = -1
        for view in (self._tray, self._table):
            view.viewport().unsetCursor()
            view.viewport().update()
        self._model.preview(None)
        self.ghost.words = ""
        self.ghost.hide()
        self.ended.emit()

    def _edge_step(self) -> int:
        """Return by how many pixels the board scrolls where the pointer is; 0 away from its edges."""
        viewport = self._table.viewport()
        at, edge = viewport.mapFromGlobal(self._pointer), scaled(_EDGE)
        if self._over_tray or not viewport.rect().adjusted(0, -edge, 0, edge).contains(at):
            return 0
        return -_SCROLL if at.y() < edge else _SCROLL if at.y() > viewport.height() - edge else 0

    def _scroll(self) -> None:
        bar = self._table.verticalScrollBar()
        bar.setValue(bar.value() + self._edge_step())
        self._cell = (-2, -2)
        self.move_to(self._pointer)
