"""The matrix on screen: a table whose headers stay put, steered by arrow keys, Home, End and Enter."""

from __future__ import annotations

from PySide6.QtCore import (
    QEvent,
    QItemSelectionModel,
    QModelIndex,
    QPersistentModelIndex,
    QRect,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import (
    QFocusEvent,
    QFontMetrics,
    QHideEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget

from tillid_planner.ui.delegates.matrix_cell import MatrixCellDelegate
from tillid_planner.ui.models.trust_matrix import TrustMatrixModel
from tillid_planner.ui.pages.heading_lines import broken
from tillid_planner.ui.texts import tr
from tillid_planner.ui.theme import current_theme, font, line_height, paint_icon, scaled
from tillid_planner.ui.widgets import TextBlock

NAME_WIDTH, ROW, HEADER = 192, 40, 56
COLUMN, WIDEST_COLUMN = 80, 112


class TrustTable(QTableView):
    """People down, tasks across. ``opened`` asks for the inspector, ``pair_changed`` tells of another cell."""

    #: Carries whether the keyboard asked, and the keyboard should go along.
    opened = Signal(bool)
    pair_changed = Signal()

    def __init__(self, model: TrustMatrixModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model = model
        self._delegate = MatrixCellDelegate(model, self)
        self.setHorizontalHeader(_TaskHeader(model, self))
        self.setVerticalHeader(_NameHeader(self))
        self._corner = _Corner(self)
        self.setCornerWidget(QWidget())
        self.setModel(model)
        self.setItemDelegate(self._delegate)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setShowGrid(False)
        self.setCornerButtonEnabled(False)
        self.setTabKeyNavigation(False)
        self.setMouseTracking(True)
        self.setAccessibleName(tr("Agreed rungs, people and tasks"))
        self.setStyleSheet("QTableView { background: transparent; }")
        #: Whether the mouse is held down on a cell: nothing may move under it before it is let go.
        self.pressed_down = False
        self.fit()

    def fit(self) -> None:
        """Take the measures of the text scale, and let columns share the room up to their widest."""
        down, across = self.verticalHeader(), self.horizontalHeader()
        down.setFixedWidth(scaled(NAME_WIDTH))
        down.setDefaultSectionSize(scaled(ROW))
        across.setFixedHeight(scaled(HEADER))
        count = max(1, self._model.columnCount())
        room = (self.width() - scaled(NAME_WIDTH)) // count
        across.setDefaultSectionSize(max(scaled(COLUMN), min(scaled(WIDEST_COLUMN), room)))
        self._corner.setGeometry(0, 0, scaled(NAME_WIDTH), scaled(HEADER))
        self.horizontalScrollBar().setSingleStep(scaled(COLUMN) // 2)
        self.verticalScrollBar().setSingleStep(scaled(ROW) // 2)

    def pair(self) -> tuple[int, int] | None:
        """Return the ids (task, assignee) of the current cell, or None."""
        return self._model.pair(self.currentIndex())

    def select_pair(self, task_id: int, assignee_id: int) -> bool:
        """Make a pair's cell the current one; return whether it is shown."""
        index = self._model.index_of(task_id, assignee_id)
        if index.isValid():
            self.setCurrentIndex(index)
            self.scrollTo(index)
        return index.isValid()

    def currentChanged(
        self, current: QModelIndex | QPersistentModelIndex, previous: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Tell of another cell."""
        super().currentChanged(current, previous)
        self.verticalHeader().viewport().update()
        self.horizontalHeader().viewport().update()
        self.pair_changed.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Open the inspector with Enter; letters do nothing."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            if self.currentIndex().isValid():
                self.opened.emit(True)
            return
        if event.text() and event.text().isprintable():
            event.ignore()
            return
        super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Choose the cell; the inspector opens when the button is let go."""
        left = event.button() == Qt.MouseButton.LeftButton
        self.pressed_down = left and self.indexAt(event.position().toPoint()).isValid()
        super().mousePressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Open the chosen cell, and keep it chosen wherever the pointer has come to."""
        super().mouseReleaseEvent(event)
        current = self.currentIndex()
        if self.pressed_down and current.isValid():
            self.pressed_down = False
            self.selectionModel().select(current, QItemSelectionModel.SelectionFlag.ClearAndSelect)
            self.opened.emit(False)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Take no second press: the inspector has moved the cells under the pointer."""
        event.accept()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Follow the pointer; dragging chooses no other cell."""
        if not self.pressed_down:
            super().mouseMoveEvent(event)
        index = self.indexAt(event.position().toPoint())
        self.hover(index.row(), index.column())

    def leaveEvent(self, event: QEvent) -> None:
        """Forget the pointer."""
        super().leaveEvent(event)
        self.hover(-1, -1)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Stand on the first cell when the keyboard comes here for the first time; nothing opens by that."""
        first = self._model.index(0, 0)
        if not self.currentIndex().isValid() and first.isValid():
            self.blockSignals(True)
            self.setCurrentIndex(first)
            self.blockSignals(False)
        super().focusInEvent(event)

    def hideEvent(self, event: QHideEvent) -> None:
        """Forget the pointer."""
        super().hideEvent(event)
        self.hover(-1, -1)

    def hover(self, row: int, column: int) -> None:
        """Mark the cell, or with row -1 the whole column, under the pointer."""
        if self._delegate.hovered != (row, column):
            whole = -1 in (row, self._delegate.hovered[0])
            was, self._delegate.hovered = self._delegate.hovered, (row, column)
            if whole:
                self.viewport().update()
            else:
                for at in (was, (row, column)):
                    self.viewport().update(self.visualRect(self._model.index(*at)))
            self.horizontalHeader().viewport().update()
            self.verticalHeader().viewport().update()

    @property
    def hovered(self) -> tuple[int, int]:
        """The (row, column) under the pointer; -1 for none."""
        return self._delegate.hovered

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Let the columns take the room."""
        self.fit()
        super().resizeEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        """Follow the text scale."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange and hasattr(self, "_corner"):
            self.fit()


class _TaskHeader(QHeaderView):
    """Task names in three lines, standing on the table; a frame where the task itself holds back."""

    def __init__(self, model: TrustMatrixModel, table: TrustTable) -> None:
        super().__init__(Qt.Orientation.Horizontal, table)
        self._cells, self._table = model, table
        self.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.setMinimumSectionSize(1)
        self.setMouseTracking(True)
        self.setHighlightSections(False)

    def paintSection(self, painter: QPainter, rect: QRect, logical: int) -> None:
        """Paint one task's name."""
        if not rect.isValid() or logical >= len(self._cells.tasks):
            return
        theme = current_theme()
        hot = self._table.hovered[1] == logical
        painter.fillRect(rect, theme.hover if hot else theme.sunken)
        painter.fillRect(rect.right(), rect.top(), 1, rect.height(), theme.line)
        painter.fillRect(rect.left(), rect.bottom(), rect.width(), 1, theme.line)
        face, line = font("small"), line_height("small")
        mark = scaled(14) if self._cells.frame_holds(logical) else 0
        inner = rect.width() - 8
        lines = broken(self._cells.tasks[logical].heading, face.toString(), inner, mark + 4 if mark else 0)
        painter.setFont(face)
        painter.setPen(theme.text)
        top = rect.bottom() - 6 - line * len(lines)
        for number, words in enumerate(lines):
            area = QRect(rect.x() + 6, top + number * line, inner, line)
            painter.drawText(area, int(Qt.AlignmentFlag.AlignVCenter), words)
        if mark:
            left = rect.x() + 6 + QFontMetrics(face).horizontalAdvance(lines[-1]) + 6
            place = QRectF(left, top + (len(lines) - 1) * line + 1, mark, mark)
            paint_icon(painter, place, "frames", "text_muted", theme)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Mark the whole column."""
        super().mouseMoveEvent(event)
        self._table.hover(-1, self.logicalIndexAt(event.position().toPoint()))

    def leaveEvent(self, event: QEvent) -> None:
        """Forget the pointer."""
        super().leaveEvent(event)
        self._table.hover(-1, -1)


class _NameHeader(QHeaderView):
    """Names on one line, or on two small ones before they are cut."""

    def __init__(self, table: TrustTable) -> None:
        super().__init__(Qt.Orientation.Vertical, table)
        self._table = table
        self.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.setHighlightSections(False)
        # Under the last name there is nothing, and nothing is drawn.
        self.setStyleSheet("QHeaderView { background: transparent; }")

    def sectionSizeFromContents(self, logical: int) -> QSize:
        """Return the fixed size: names are not measured one by one."""
        return QSize(scaled(NAME_WIDTH), scaled(ROW))

    def paintSection(self, painter: QPainter, rect: QRect, logical: int) -> None:
        """Paint one name."""
        name = self.model().headerData(logical, Qt.Orientation.Vertical)
        if not rect.isValid() or name is None:
            return
        theme = current_theme()
        hot = self._table.hovered[0] == logical
        painter.fillRect(rect, theme.hover if hot else theme.surface)
        painter.fillRect(rect.right(), rect.top(), 1, rect.height(), theme.line)
        painter.fillRect(rect.left(), rect.bottom(), rect.width(), 1, theme.line)
        area = rect.adjusted(16, 0, -5, -1)
        painter.setPen(theme.text)
        current = self._table.currentIndex().row() == logical
        face = font("body", 600 if current else 400)
        if QFontMetrics(face).horizontalAdvance(name) <= area.width():
            painter.setFont(face)
            painter.drawText(area, int(Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine), name)
            return
        small = font("small", 600 if current else 400)
        block = TextBlock(name, small, line_height("small"))
        if block.height(area.width()) > 2 * line_height("small"):
            room = round(area.width() * 1.7)
            name = QFontMetrics(small).elidedText(name, Qt.TextElideMode.ElideRight, room)
            block = TextBlock(name, small, line_height("small"))
        height = block.height(area.width())
        top = area.y() + (area.height() - height) / 2
        block.draw(painter, QRectF(area.x(), top, area.width(), height), theme.text)


class _Corner(QWidget):
    """The word over the names."""

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = current_theme()
        painter = QPainter(self)
        painter.fillRect(self.rect(), theme.sunken)
        painter.fillRect(self.width() - 1, 0, 1, self.height(), theme.line)
        painter.fillRect(0, self.height() - 1, self.width(), 1, theme.line)
        painter.setFont(font("body"))
        painter.setPen(theme.text_muted)
        area = QRect(16, 0, self.width() - 16, self.height() - 6)
        painter.drawText(area, int(Qt.AlignmentFlag.AlignBottom), tr("Name"))
