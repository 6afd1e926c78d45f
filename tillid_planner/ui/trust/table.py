"""The matrix on screen: a table whose headers stay put, with one cell or several chosen, steered by mouse and keys."""

from __future__ import annotations

from PySide6.QtCore import (
    QEvent,
    QItemSelection,
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    Qt,
    Signal,
)
from PySide6.QtGui import (
    QContextMenuEvent,
    QFocusEvent,
    QHideEvent,
    QKeyEvent,
    QKeySequence,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import QAbstractItemView, QWidget
from typing_extensions import override

from tillid_planner.ui.texts import tr
from tillid_planner.ui.theme import scaled
from tillid_planner.ui.trust.grid_view import ALONE, GridView
from tillid_planner.ui.trust.headers import Corner, NameHeader, TaskHeader
from tillid_planner.ui.trust.painting import CellPainter
from tillid_planner.ui.trust.trust_matrix import TrustMatrixModel

NAME_WIDTH, ROW, HEADER, STRIP, GROUP_ROW = 192, 40, 56, 22, 28
COLUMN, WIDEST_COLUMN = 80, 112
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_SEVERAL = Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.ControlModifier


class MatrixTable(GridView):
    """People down, tasks across. ``opened`` asks for the inspector, ``pair_changed`` tells of another current cell."""

    #: Carries whether the keyboard asked, and the keyboard should go along.
    opened = Signal(bool)
    #: Other cells than before are chosen.
    choice_changed = Signal()
    copy_wanted = Signal()
    #: A menu for what is chosen is wanted, at a place on the screen.
    menu_wanted = Signal(QPoint)

    def __init__(self, model: TrustMatrixModel, parent: QWidget | None = None) -> None:
        super().__init__(model, parent)
        self._cells = CellPainter(self)
        #: Whether the mouse is held down on a cell: nothing may move under it before it is let go.
        self.pressed_down = False
        self.tasks_header = TaskHeader(self)
        self.names_header = NameHeader(self)
        self.setHorizontalHeader(self.tasks_header)
        self.setVerticalHeader(self.names_header)
        self._corner = Corner(self)
        self.setCornerWidget(QWidget())
        self.setModel(model)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setShowGrid(False)
        self.setCornerButtonEnabled(False)
        self.setTabKeyNavigation(False)
        self.setMouseTracking(True)
        self.setAccessibleName(tr("Agreed rungs, people and tasks"))
        self.setStyleSheet("QTableView { background: transparent; }")
        self.fit()

    def fit(self) -> None:
        """Take the measures of the text scale, and let columns share the room up to their widest."""
        down, across = self.verticalHeader(), self.horizontalHeader()
        down.setFixedWidth(scaled(NAME_WIDTH))
        down.setDefaultSectionSize(scaled(ROW))
        # Every row: Qt keeps the heights of the rows that stood in their places before.
        for row in range(self.model_.rowCount()):
            down.resizeSection(row, scaled(GROUP_ROW if self.model_.is_head(row) else ROW))
        header = scaled(HEADER) + (scaled(STRIP) if self.model_.group_starts else 0)
        across.setFixedHeight(header)
        count = max(1, self.model_.columnCount())
        room = (self.width() - scaled(NAME_WIDTH)) // count
        across.setDefaultSectionSize(max(scaled(COLUMN), min(scaled(WIDEST_COLUMN), room)))
        self._corner.setGeometry(0, 0, scaled(NAME_WIDTH), header)
        self.horizontalScrollBar().setSingleStep(scaled(COLUMN) // 2)
        self.verticalScrollBar().setSingleStep(scaled(ROW) // 2)

    def select_pair(self, task_id: int, assignee_id: int) -> bool:
        """Make a pair's cell the current one; return whether it is shown."""
        index = self.model_.index_of(task_id, assignee_id)
        if index.isValid():
            self.setCurrentIndex(index)
            self.scrollTo(index)
        return index.isValid()

    def choose_line(self, row: int, column: int) -> None:
        """Choose a whole row, a whole column (row -1) or everything (both -1)."""
        last_row, last_column = self.model_.rowCount() - 1, self.model_.columnCount() - 1
        if last_row >= 0 and last_column >= 0:
            first = self.model_.index(max(0, row), max(0, column))
            last = self.model_.index(row if row >= 0 else last_row, column if column >= 0 else last_column)
            self.selectionModel().select(QItemSelection(first, last), ALONE)

    def choose_only_current(self) -> bool:
        """Let go of all but the current cell; return whether there were others."""
        several = len(self.chosen()) > 1
        if several:
            self.selectionModel().select(self.currentIndex(), ALONE)
        return several

    @override
    def currentChanged(
        self, current: QModelIndex | QPersistentModelIndex, previous: QModelIndex | QPersistentModelIndex
    ) -> None:
        super().currentChanged(current, previous)
        self.viewport().update(self.visualRect(previous))
        self.verticalHeader().viewport().update()
        self.horizontalHeader().viewport().update()
        if not self.adding:
            self.pair_changed.emit()

    @override
    def selectionChanged(self, selected: QItemSelection, deselected: QItemSelection) -> None:
        super().selectionChanged(selected, deselected)
        self.viewport().update()
        self.choice_changed.emit()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        # Open, copy, choose and move; letters do nothing.
        current, key, modifiers = self.currentIndex(), event.key(), event.modifiers()
        if event.matches(QKeySequence.StandardKey.Copy):
            self.copy_wanted.emit()
        elif event.matches(QKeySequence.StandardKey.SelectAll):
            self.choose_line(-1, -1)
        elif key == Qt.Key.Key_Space and modifiers & _SEVERAL and current.isValid():
            by_row = bool(modifiers & Qt.KeyboardModifier.ShiftModifier)
            self.choose_line(current.row() if by_row else -1, -1 if by_row else current.column())
        elif key in _ENTER or key == Qt.Key.Key_Space:
            if current.isValid():
                self.opened.emit(True)
        elif key == Qt.Key.Key_Escape and self.choose_only_current():
            pass
        elif self._goes_to_header(current, key, modifiers):
            header = self.names_header if key == Qt.Key.Key_Left else self.tasks_header
            header.setFocus(Qt.FocusReason.BacktabFocusReason)
        elif key == Qt.Key.Key_Escape or (event.text() and event.text().isprintable()):
            event.ignore()
        else:
            self.adding = bool(modifiers & _SEVERAL)
            super().keyPressEvent(event)
            self.adding = False

    def _goes_to_header(self, current: QModelIndex, key: int, modifiers: Qt.KeyboardModifier) -> bool:
        if not current.isValid() or modifiers & ~Qt.KeyboardModifier.KeypadModifier:
            return False
        above = all(self.model_.is_head(row) for row in range(current.row()))
        return (key == Qt.Key.Key_Left and current.column() == 0) or (key == Qt.Key.Key_Up and above)

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        # Choose the cell, or more cells with Shift or Ctrl; the inspector opens when the button is let go.
        left = event.button() == Qt.MouseButton.LeftButton
        index = self.indexAt(event.position().toPoint())
        self.adding = bool(event.modifiers() & _SEVERAL)
        self.pressed_down = left and not self.adding and index.isValid() and not self.model_.is_head(index.row())
        if left and index.isValid():
            super().mousePressEvent(event)

    @override
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        self.adding = False
        current = self.currentIndex()
        if self.pressed_down and current.isValid():
            self.pressed_down = False
            self.selectionModel().select(current, ALONE)
            self.opened.emit(False)

    @override
    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        # Take no second press: the inspector has moved the cells under the pointer.
        event.accept()

    @override
    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        # Follow the pointer; dragging chooses no other cell unless Shift or Ctrl is held.
        if not self.pressed_down:
            super().mouseMoveEvent(event)
        index = self.indexAt(event.position().toPoint())
        self.hover(index.row(), index.column())

    @override
    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        place = event.globalPos()
        if event.reason() == QContextMenuEvent.Reason.Mouse:
            index = self.indexAt(event.pos())
            pair = self.model_.pair(index)
            if pair is None:
                return
            if (pair[1], pair[0]) not in self.chosen():
                self.move_quietly(index.row(), index.column())
        else:
            place = self.viewport().mapToGlobal(self.visualRect(self.currentIndex()).bottomLeft())
        if self.currentIndex().isValid():
            self.menu_wanted.emit(place)

    @override
    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self.hover(-1, -1)

    @override
    def focusInEvent(self, event: QFocusEvent) -> None:
        # Stand on the first cell looked for when the keyboard comes here first; nothing opens by that.
        if not self.currentIndex().isValid():
            self.move_quietly(*self.model_.first_cell())
        super().focusInEvent(event)

    @override
    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self.hover(-1, -1)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self.viewport())
        self._cells.paint(painter, event.rect())

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        self.fit()
        super().resizeEvent(event)

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange and hasattr(self, "_corner"):
            self.fit()
