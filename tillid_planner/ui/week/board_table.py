"""The board on screen: a table steered cell by cell and card by card, by mouse and by keyboard."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QEvent, QModelIndex, QPoint, QRect, Qt, Signal
from PySide6.QtGui import (
    QAccessible,
    QAccessibleAnnouncementEvent,
    QContextMenuEvent,
    QFocusEvent,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import QAbstractItemView, QApplication, QTableView, QToolTip, QWidget

from tillid_planner.domain.assignee import Assignee
from tillid_planner.domain.week import Placement
from tillid_planner.ui.texts import tr
from tillid_planner.ui.theme import covered, scaled, text_scale
from tillid_planner.ui.week.board_delegate import BoardDelegate
from tillid_planner.ui.week.board_headers import Corner, DayHeader, NameHeader
from tillid_planner.ui.week.board_model import Item, WeekBoardModel
from tillid_planner.ui.week.cell_layout import (
    DAY_WIDTH,
    HOURS_WIDTH,
    LEAST_ROW,
    NAME_WIDTH,
    NARROWEST_DAY,
    WEEKEND_WIDTH,
    WIDEST_DAY,
    cell_height,
    item_rects,
)
from tillid_planner.ui.widgets import plain_tooltip

_ARROWS = {
    Qt.Key.Key_Left: (0, -1), Qt.Key.Key_Right: (0, 1), Qt.Key.Key_Up: (-1, 0), Qt.Key.Key_Down: (1, 0),
}
_TAKES = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space)


class BoardTable(QTableView):
    """Shows the model; what is done with a card is told, and done by the page."""

    #: Another card, cell or name is the current one.
    current_changed = Signal()
    #: Space, Enter or a double click on what is current.
    taken = Signal()
    #: A card is dragged (from here), then over a place of the screen, then let go there.
    drag_started = Signal()
    dragged = Signal(QPoint)
    drag_ended = Signal(QPoint)
    #: A press ended where it began.
    clicked_through = Signal()
    #: An arrow while a card is in the hand: rows and columns to go.
    steered = Signal(int, int)
    removed = Signal()
    hours_stepped = Signal(float)
    menu_wanted = Signal(QPoint)
    escaped = Signal()
    weekend_toggled = Signal()

    def __init__(self, model: WeekBoardModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model = model
        self.delegate = BoardDelegate(model, self)
        self.days, self.names = DayHeader(model, self), NameHeader(model, self)
        self.setHorizontalHeader(self.days)
        self.setVerticalHeader(self.names)
        self._corner = Corner(self)
        self.setCornerWidget(QWidget())
        self.setModel(model)
        self.setItemDelegate(self.delegate)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setShowGrid(False)
        self.setCornerButtonEnabled(False)
        self.setTabKeyNavigation(False)
        self.setMouseTracking(True)
        self.setFrameShape(QTableView.Shape.NoFrame)
        self.setAccessibleName(tr("The week's board, people and days"))
        self.setStyleSheet("QTableView { background: transparent; }")
        self.days.weekend_clicked.connect(self.weekend_toggled)
        self.names.name_clicked.connect(self._choose_name)
        #: The place of the current card in its cell; -1 is the cell itself.
        self._at = -1
        self._fitted: tuple[object, ...] = ()
        self._rows_fitted: tuple[object, ...] = ()
        self._by_key = False
        self._pressed: QPoint | None = None
        self._dragging = False
        #: Whether a button is down on a card: nothing may move under it, it may become a drag.
        self.pressing = False
        #: Whether a card is in the hand, and arrows steer it.
        self.carrying = False

    # -- measures

    def fit(self) -> None:
        """Give columns the room there is, and each row the height its cards need."""
        columns = self._model.columns
        bar = self.verticalScrollBar().sizeHint().width() if self.verticalScrollBar().isVisible() else 0
        state = (self._model.stamp, self.width(), bar, text_scale(), covered())
        if not columns or state == self._fitted:
            return
        self._fitted = state
        name = scaled(NAME_WIDTH)
        folded = 0 if self._model.unfolded else scaled(WEEKEND_WIDTH)
        single = len(columns) - (0 if self._model.unfolded else 1)
        # The scroll bar takes its room from the hours, which have some to spare.
        hours = scaled(HOURS_WIDTH) - min(bar, scaled(12))
        room = self.width() - name - hours - folded - bar
        share = room // max(1, single)
        least = scaled(NARROWEST_DAY)
        day = min(scaled(WIDEST_DAY), share) if share >= least else scaled(DAY_WIDTH)
        self.days.setUpdatesEnabled(False)
        for column in range(len(columns)):
            self.setColumnWidth(column, folded if self._model.folded(column) else day)
        spare = self.width() - name - folded - bar - single * day
        self.setColumnWidth(len(columns), max(hours, min(spare, hours + single)))
        self.days.setUpdatesEnabled(True)
        head = self.days.wanted_height(day)
        self.days.setFixedHeight(head)
        self.names.setFixedWidth(name)
        self._corner.setGeometry(0, 0, name, head)
        rows = (self._model.stamp, day, folded, text_scale(), covered())
        if rows != self._rows_fitted:
            self._rows_fitted = rows
            self._fit_rows(day, folded)
        self.horizontalScrollBar().setSingleStep(scaled(40))
        self.verticalScrollBar().setSingleStep(scaled(24))

    def _fit_rows(self, day: int, folded: int) -> None:
        least = scaled(LEAST_ROW)
        heights = []
        for row, of in enumerate(self._model.rows):
            height = max(least, self.names.wanted_height(row))
            for column in {self._model.column_of(date) for date in (*of.cards, *of.follow_ups)}:
                width = folded if self._model.folded(column) else day
                height = max(height, cell_height(self._model, row, column, width))
            heights.append(height)
        # Told once at the end instead of row by row.
        self.names.blockSignals(True)
        for row, height in enumerate(heights):
            if self.names.sectionSize(row) != height:
                self.names.resizeSection(row, height)
        self.names.blockSignals(False)
        self.updateGeometries()
        self.viewport().update()

    def update_rows(self, rows: Iterable[int]) -> None:
        """Paint some rows again."""
        width = self.viewport().width()
        for row in rows:
            if row >= 0:
                self.viewport().update(0, self.rowViewportPosition(row), width, self.rowHeight(row))

    def full_height(self) -> int:
        """Return the height in pixels at which nothing is scrolled."""
        return self.days.height() + self.verticalHeader().length()

    def cell_rect(self, row: int, column: int) -> QRect:
        """Return a cell's rectangle in the viewport."""
        return self.visualRect(self._model.index(row, column))

    def item_rect(self, row: int, column: int, at: int) -> QRect:
        """Return the rectangle of a card in the viewport; the cell's where there is none."""
        cell = self.cell_rect(row, column)
        rects = item_rects(self._model, row, column, self.columnWidth(column))
        return rects[at].translated(cell.topLeft()) if 0 <= at < len(rects) else cell

    def item_at(self, point: QPoint) -> tuple[int, int, int]:
        """Return row, column and card at a point of the viewport; -1 where there is none."""
        index = self.indexAt(point)
        if not index.isValid():
            return -1, -1, -1
        row, column = index.row(), index.column()
        inside = point - self.visualRect(index).topLeft()
        for at, rect in enumerate(item_rects(self._model, row, column, self.columnWidth(column))):
            if rect.contains(inside):
                return row, column, at
        return row, column, -1

    # -- what is current

    @property
    def cell(self) -> tuple[int, int]:
        """The current cell as (row, column); -1 for none."""
        index = self.currentIndex()
        return (index.row(), index.column()) if index.isValid() else (-1, -1)

    def item(self) -> Item | None:
        """Return the current card or follow-up, or None where the cell itself is current."""
        row, column = self.cell
        if row < 0 or self._at < 0:
            return None
        items = self._model.items(row, column)
        return items[self._at] if self._at < len(items) else None

    def person(self) -> Assignee | None:
        """Return whose hours or name is current, or None."""
        row, column = self.cell
        return self._model.rows[row].assignee if row >= 0 and column == self._model.hours_column else None

    def go_to(self, row: int, column: int, at: int = -1) -> None:
        """Make a card or a cell the current one, and bring it into sight."""
        if not (0 <= row < self._model.rowCount() and 0 <= column < self._model.columnCount()):
            return
        self._at = min(at, len(self._model.items(row, column)) - 1)
        self.setCurrentIndex(self._model.index(row, column))
        self.scrollTo(self._model.index(row, column))
        self._tell_current()

    def go_to_card(self, placement: Placement) -> bool:
        """Make a card the current one; return whether it is shown."""
        found = self._model.find(placement)
        if found is not None:
            self.go_to(*found)
        return found is not None

    def forget(self) -> None:
        """Let nothing be current."""
        self._at = -1
        self.setCurrentIndex(QModelIndex())
        self._tell_current()

    def look_again(self) -> None:
        """Follow the current card after the board was read anew; a card that is gone leaves its cell."""
        wanted = self._model.current
        row, column = self.cell
        if row < 0 or wanted is None:
            self._at = -1 if row < 0 else min(self._at, len(self._model.items(row, column)) - 1)
        else:
            keys = [item.key for item in self._model.items(row, column)]
            self._at = keys.index(wanted) if wanted in keys else min(self._at, len(keys) - 1)
        self._tell_current(say=False)

    def _tell_current(self, *, say: bool = True) -> None:
        item, cell = self.item(), self.cell
        before = self._model.current
        self._model.current = item.key if item else None
        self.delegate.attention.selected = self._model.current
        self.delegate.attention.current = cell if cell[0] >= 0 else None
        person = self.person()
        self.names.chosen = cell[0] if person is not None else -1
        self.names.viewport().update()
        self.viewport().update()
        if say and self._model.current != before and item is not None and self.hasFocus():
            row = self._model.rows[cell[0]]
            announce(self, f"{row.assignee.name}: {self._model.item_words(item)}")
        self.current_changed.emit()

    def _choose_name(self, row: int) -> None:
        self.setFocus(Qt.FocusReason.MouseFocusReason)
        self.go_to(row, self._model.hours_column)

    # -- keyboard

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Steer from card to card, or the card in the hand from cell to cell."""
        key = Qt.Key(event.key())
        self._by_key = True
        self._show_focus()
        if event.modifiers() & Qt.KeyboardModifier.AltModifier:
            event.ignore()
            return
        if key in _ARROWS:
            self._steer(*_ARROWS[key])
        elif key in _TAKES:
            self.taken.emit()
        elif key == Qt.Key.Key_Escape:
            # Nobody here may need it: then it is the page's.
            if self.carrying or self._dragging:
                self._dragging = False
                self.escaped.emit()
            else:
                event.ignore()
        elif self.carrying:
            if key == Qt.Key.Key_Delete:
                self.removed.emit()
        elif not self._act_on_card(key, event.text()):
            self._go_far(key, event)

    def _act_on_card(self, key: Qt.Key, text: str) -> bool:
        if key in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self.removed.emit()
        elif text in ("+", "-"):
            self.hours_stepped.emit(1.0 if text == "+" else -1.0)
        elif key in (Qt.Key.Key_F2, Qt.Key.Key_Menu):
            self._ask_for_menu()
        else:
            return False
        return True

    def _go_far(self, key: Qt.Key, event: QKeyEvent) -> None:
        row, column = max(0, self.cell[0]), max(0, self.cell[1])
        last = len(self._model.rows) - 1
        page = max(1, self.viewport().height() // max(1, scaled(LEAST_ROW)) - 1)
        whole = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        if key == Qt.Key.Key_Home:
            self.go_to(0 if whole else row, 0, 0)
        elif key == Qt.Key.Key_End:
            self.go_to(last if whole else row, self._model.hours_column)
        elif key == Qt.Key.Key_PageDown:
            self.go_to(min(last, row + page), column, 0)
        elif key == Qt.Key.Key_PageUp:
            self.go_to(max(0, row - page), column, 0)
        else:
            event.ignore()

    def _steer(self, down: int, right: int) -> None:
        if self.carrying:
            self.steered.emit(down, right)
            return
        row, column = self.cell
        if row < 0:
            self.go_to(0, 0, 0)
            return
        if right:
            wanted = column + right
            if 0 <= wanted < self._model.columnCount():
                self.go_to(row, wanted, max(0, self._at))
            return
        count = len(self._model.items(row, column))
        if count and 0 <= self._at + down < count:
            self.go_to(row, column, self._at + down)
        elif 0 <= row + down < len(self._model.rows):
            there = len(self._model.items(row + down, column))
            self.go_to(row + down, column, 0 if down > 0 else there - 1)

    def _ask_for_menu(self) -> None:
        row, column = self.cell
        if row >= 0:
            place = self.item_rect(row, column, self._at)
            self.menu_wanted.emit(self.viewport().mapToGlobal(place.bottomLeft()))

    # -- mouse

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Choose what is under the pointer; a card may be dragged from there."""
        row, column, at = self.item_at(event.position().toPoint())
        if row < 0:
            return
        if self._model.folded(column):
            self.weekend_toggled.emit()
            return
        self.pressing, self._by_key = True, False
        self._show_focus()
        self.go_to(row, column, at)
        item = self.item()
        if event.button() == Qt.MouseButton.LeftButton and item is not None and item.card is not None:
            self._pressed = event.position().toPoint()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Follow the pointer, or drag."""
        point = event.position().toPoint()
        far = QApplication.startDragDistance()
        if self._pressed is not None and not self._dragging and (point - self._pressed).manhattanLength() >= far:
            self._dragging = True
            self.drag_started.emit()
        if self._dragging:
            self.dragged.emit(event.globalPosition().toPoint())
            return
        row, column, at = self.item_at(point)
        items = self._model.items(row, column) if at >= 0 else ()
        self._hover(items[at].key if at >= 0 else None)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Let go."""
        self._pressed = None
        self.pressing = False
        if self._dragging:
            self._dragging = False
            self.drag_ended.emit(event.globalPosition().toPoint())
        else:
            self.clicked_through.emit()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Open what was clicked twice; a second press of a card is a press."""
        self.mousePressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Offer what can be done with what is under the pointer or current."""
        if event.reason() == QContextMenuEvent.Reason.Mouse:
            row, column, at = self.item_at(self.viewport().mapFromGlobal(event.globalPos()))
            if row >= 0 and not self._model.folded(column):
                self.go_to(row, column, at)
                self.menu_wanted.emit(event.globalPos())
        else:
            self._ask_for_menu()

    def leaveEvent(self, event: QEvent) -> None:
        """Forget the pointer."""
        super().leaveEvent(event)
        self._hover(None)

    def _hover(self, key: tuple[object, ...] | None) -> None:
        if self.delegate.attention.hovered != key:
            self.delegate.attention.hovered = key
            self.viewport().update()

    def viewportEvent(self, event: QEvent) -> bool:
        """Say what a card shows when the pointer rests on it."""
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            row, column, at = self.item_at(event.pos())
            if at >= 0:
                said = self._model.item_words(self._model.items(row, column)[at])
                QToolTip.showText(event.globalPos(), plain_tooltip(said), self)
                return True
        return super().viewportEvent(event)

    # -- focus and size

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Stand somewhere as soon as the keyboard is here."""
        # Qt makes the first cell the current one, without saying what stands in it.
        fresh = self.delegate.attention.current is None
        super().focusInEvent(event)
        if event.reason() != Qt.FocusReason.PopupFocusReason:
            self._by_key = self.window().testAttribute(Qt.WidgetAttribute.WA_KeyboardFocusChange)
        if fresh and self._model.rows and event.reason() != Qt.FocusReason.MouseFocusReason:
            self.go_to(0, 0, 0)
        self._show_focus()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Show that the keyboard is elsewhere."""
        super().focusOutEvent(event)
        self._show_focus()

    def _show_focus(self) -> None:
        focused = self.hasFocus() and self._by_key
        if focused != self.delegate.attention.focused:
            self.delegate.attention.focused = focused
            self.viewport().update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Let the days take the room."""
        super().resizeEvent(event)
        self.fit()

    def changeEvent(self, event: QEvent) -> None:
        """Follow the text scale."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange and hasattr(self, "_corner"):
            self.fit()


def announce(widget: QWidget, words: str) -> None:
    """Say something to whoever listens instead of looking."""
    QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(widget, words))
