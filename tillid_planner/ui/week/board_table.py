"""The board's table: navigation cell by cell and card by card, with mouse and keyboard."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPoint, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QFocusEvent, QHelpEvent, QKeyEvent, QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QApplication, QToolTip, QWidget
from typing_extensions import override

from tillid_planner.ui.theme import scaled
from tillid_planner.ui.week.board_model import WeekBoardModel
from tillid_planner.ui.week.board_view import BoardView
from tillid_planner.ui.week.cell_layout import LEAST_ROW
from tillid_planner.ui.widgets import plain_tooltip

_ARROWS = {
    Qt.Key.Key_Left: (0, -1),
    Qt.Key.Key_Right: (0, 1),
    Qt.Key.Key_Up: (-1, 0),
    Qt.Key.Key_Down: (1, 0),
}
_TAKES = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space)


class BoardTable(BoardView):
    """Tells what is asked of cards; what is done with them is the page's."""

    #: Space or Enter on what is current.
    taken = Signal()
    #: A card is dragged (from here), then over a place of the screen, then let go there.
    drag_started = Signal()
    dragged = Signal(QPoint)
    drag_ended = Signal(QPoint)
    #: An arrow while a card is in the hand: rows and columns to go.
    steered = Signal(int, int)
    removed = Signal()
    hours_stepped = Signal(float)
    menu_wanted = Signal(QPoint)
    escaped = Signal()

    def __init__(self, model: WeekBoardModel, parent: QWidget | None = None) -> None:
        super().__init__(model, parent)
        self.names.menu_wanted.connect(self._ask_about_name)
        self._by_key = False
        self._pressed: QPoint | None = None
        self._dragging = False
        #: Whether a button is down on a card: nothing may move under it, it may become a drag.
        self.pressing = False
        #: Whether a card is in the hand, and arrows steer it.
        self.drag = False

    # -- keyboard

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
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
            if self.drag or self._dragging:
                self._dragging, self._pressed = False, None
                self.escaped.emit()
            else:
                event.ignore()
        elif self.drag:
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
        if self.drag:
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

    def _ask_about_name(self, row: int, point: QPoint) -> None:
        self.setFocus(Qt.FocusReason.MouseFocusReason)
        self.go_to(row, self._model.hours_column)
        self.menu_wanted.emit(point)

    def _ask_for_menu(self) -> None:
        row, column = self.cell
        if row >= 0:
            place = self.item_rect(row, column, self._at)
            self.menu_wanted.emit(self.viewport().mapToGlobal(place.bottomLeft()))

    # -- mouse

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        # Choose what is under the pointer; a card may be dragged from there.
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

    @override
    def mouseMoveEvent(self, event: QMouseEvent) -> None:
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

    @override
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self._pressed = None
        self.pressing = False
        if self._dragging:
            self._dragging = False
            self.drag_ended.emit(event.globalPosition().toPoint())
        else:
            self.clicked_through.emit()

    @override
    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        # Open what was clicked twice; a second press of a card is a press.
        self.mousePressEvent(event)

    @override
    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        if event.reason() == QContextMenuEvent.Reason.Mouse:
            row, column, at = self.item_at(self.viewport().mapFromGlobal(event.globalPos()))
            if row >= 0 and not self._model.folded(column):
                self.go_to(row, column, at)
                self.menu_wanted.emit(event.globalPos())
        else:
            self._ask_for_menu()

    @override
    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self._hover(None)

    def _hover(self, key: tuple[object, ...] | None) -> None:
        if self.delegate.attention.hovered != key:
            self.delegate.attention.hovered = key
            self.viewport().update()

    @override
    def viewportEvent(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            row, column, at = self.item_at(event.pos())
            if at >= 0:
                said = self._model.item_words(self._model.items(row, column)[at])
                QToolTip.showText(event.globalPos(), plain_tooltip(said), self)
                return True
        return super().viewportEvent(event)

    # -- focus and size

    @override
    def focusInEvent(self, event: QFocusEvent) -> None:
        # Qt makes the first cell the current one, without saying what stands in it.
        fresh = self.delegate.attention.current is None
        super().focusInEvent(event)
        if event.reason() != Qt.FocusReason.PopupFocusReason:
            self._by_key = self.window().testAttribute(Qt.WidgetAttribute.WA_KeyboardFocusChange)
        if fresh and self._model.rows and event.reason() != Qt.FocusReason.MouseFocusReason:
            self.go_to(0, 0, 0)
        self._show_focus()

    @override
    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self._show_focus()

    def _show_focus(self) -> None:
        focused = self.hasFocus() and self._by_key
        if focused != self.delegate.attention.focused:
            self.delegate.attention.focused = focused
            self.viewport().update()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.fit()

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange and hasattr(self, "_corner"):
            self.fit()
