"""The tray: what is not placed on anybody this week, or only in part."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import (
    QAbstractListModel,
    QEvent,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QPoint,
    QRect,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import (
    QContextMenuEvent,
    QFocusEvent,
    QFontMetrics,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QResizeEvent,
)
from PySide6.QtWidgets import (
    QAbstractItemView,
    QApplication,
    QListView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)
from typing_extensions import override

from tillid_planner.services.board import Unplaced
from tillid_planner.ui.naming import by_name
from tillid_planner.ui.texts import tr
from tillid_planner.ui.theme import current_theme, font, paint_icon, paint_plate, scaled
from tillid_planner.ui.week.wording import tray_hours, tray_words
from tillid_planner.ui.widgets import plain_tooltip

AnyIndex = QModelIndex | QPersistentModelIndex
_ROOT = QModelIndex()
HEIGHT, _GAP, _GRIP, _PAD = 32, 8, 12, 9
_WIDEST = 320
_TAKES = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space)


class TrayModel(QAbstractListModel):
    """What waits, by name."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.waiting: Sequence[Unplaced] = ()

    def show_tray(self, tray: Sequence[Unplaced]) -> None:
        """Show what waits this week."""
        waiting = by_name(tray, lambda unplaced: unplaced.task.heading)
        if waiting != list(self.waiting):
            self.beginResetModel()
            self.waiting = waiting
            self.endResetModel()

    @override
    def rowCount(self, parent: AnyIndex = _ROOT) -> int:
        return 0 if parent.isValid() else len(self.waiting)

    @override
    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        said = tray_words(self.waiting[index.row()])
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return said
        return plain_tooltip(said) if role == Qt.ItemDataRole.ToolTipRole else None

    def row_of(self, task_id: int) -> int:
        """Return the place of a task in the tray, or -1."""
        return next((row for row, unplaced in enumerate(self.waiting) if unplaced.task.id == task_id), -1)


class TrayView(QListView):
    """Cards that wrap; they are dragged, picked up, or placed from their menu."""

    taken = Signal()
    menu_wanted = Signal(QPoint)
    drag_started = Signal()
    dragged = Signal(QPoint)
    drag_ended = Signal(QPoint)
    escaped = Signal()
    #: Another card is the current one, or the keyboard came.
    current_moved = Signal()

    def __init__(self, model: TrayModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model = model
        self.setModel(model)
        self.delegate = _TrayDelegate(model, self)
        self.setItemDelegate(self.delegate)
        self.setFlow(QListView.Flow.LeftToRight)
        self.setWrapping(True)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setFrameShape(QListView.Shape.NoFrame)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setMouseTracking(True)
        self.setAccessibleName(tr("Not placed on anybody"))
        self.setStyleSheet("QListView { background: transparent; }")
        self.viewport().setAutoFillBackground(False)
        self._pressed: QPoint | None = None
        self._dragging = False
        self.entered.connect(lambda *_: self.viewport().update())

    def unplaced(self) -> Unplaced | None:
        """Return what the current card is of, or None."""
        index = self.currentIndex()
        return self._model.waiting[index.row()] if index.isValid() else None

    def go_to(self, row: int) -> None:
        """Make a card the current one."""
        index = self._model.index(row, 0)
        self.setCurrentIndex(index)
        self.scrollTo(index)
        self.current_moved.emit()

    def wanted_height(self, width: int) -> int:
        """Return the height in pixels at which nothing is scrolled, at a width."""
        lines, used = 1, 0
        for row in range(len(self._model.waiting)):
            size = self.delegate.width_of(row) + _GAP
            if used and used + size > width:
                lines, used = lines + 1, 0
            used += size
        return lines * (scaled(HEIGHT) + _GAP) - _GAP + 1

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        # Take the card with Space or Enter; Shift+F10 opens its menu.
        if event.key() in _TAKES and self.currentIndex().isValid():
            self.taken.emit()
        elif event.key() == Qt.Key.Key_Escape:
            if self._dragging:
                self._dragging, self._pressed = False, None
                self.escaped.emit()
            else:
                event.ignore()
        elif event.key() in (Qt.Key.Key_F2, Qt.Key.Key_Menu) and self.currentIndex().isValid():
            self._ask_for_menu()
        elif event.key() in (Qt.Key.Key_Left, Qt.Key.Key_Right) and self._model.waiting:
            # The list itself knows left and right only within one line.
            step = 1 if event.key() == Qt.Key.Key_Right else -1
            self.go_to(max(0, min(len(self._model.waiting) - 1, self.currentIndex().row() + step)))
        else:
            super().keyPressEvent(event)

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        # Choose a card; it may be dragged from there.
        index = self.indexAt(event.position().toPoint())
        if not index.isValid():
            return
        self.go_to(index.row())
        if event.button() == Qt.MouseButton.LeftButton:
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
        self.delegate.hovered = self.indexAt(point).row()
        self.viewport().update()

    @override
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self._pressed = None
        if self._dragging:
            self._dragging = False
            self.drag_ended.emit(event.globalPosition().toPoint())

    @override
    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        self.mousePressEvent(event)

    @override
    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        # Offer where the card can be placed.
        if event.reason() == QContextMenuEvent.Reason.Mouse:
            index = self.indexAt(self.viewport().mapFromGlobal(event.globalPos()))
            if index.isValid():
                self.go_to(index.row())
                self.menu_wanted.emit(event.globalPos())
        elif self.currentIndex().isValid():
            self._ask_for_menu()

    def _ask_for_menu(self) -> None:
        self.menu_wanted.emit(self.viewport().mapToGlobal(self.visualRect(self.currentIndex()).bottomLeft()))

    @override
    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if not self.currentIndex().isValid() and self._model.waiting:
            self.go_to(0)
        self.current_moved.emit()
        self.viewport().update()

    @override
    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.viewport().update()

    @override
    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self.delegate.hovered = -1
        self.viewport().update()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.scheduleDelayedItemsLayout()

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self.scheduleDelayedItemsLayout()


class _TrayDelegate(QStyledItemDelegate):
    """A grip, the task, and the hours that are left of it."""

    def __init__(self, model: TrayModel, view: TrayView) -> None:
        super().__init__(view)
        self._model, self._view = model, view
        self.hovered = -1
        self.carried = -1

    def width_of(self, row: int) -> int:
        """Return the width of a card in pixels, without the gap after it."""
        unplaced = self._model.waiting[row]
        metrics = QFontMetrics(font("small"))
        width = metrics.horizontalAdvance(unplaced.task.heading) + 1
        hours = tray_hours(unplaced)
        if hours:
            width += _GAP + metrics.horizontalAdvance(hours) + 1
        return min(scaled(_WIDEST), width + scaled(_GRIP) + _GAP + 2 * _PAD)

    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: AnyIndex) -> QSize:
        return QSize(self.width_of(index.row()) + _GAP, scaled(HEIGHT) + _GAP)

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: AnyIndex) -> None:
        theme = current_theme()
        rect: QRect = option.rect
        area = QRect(rect.x(), rect.y(), rect.width() - _GAP, scaled(HEIGHT))
        unplaced = self._model.waiting[index.row()]
        current = self._view.currentIndex().row() == index.row() and self._view.hasFocus()
        if self.carried == index.row():
            paint_plate(painter, area, None, theme.select_line, 6, 1.5, dashed=True)
        elif current:
            paint_plate(painter, area, theme.select_fill, theme.select_line, 6, 2)
        else:
            hot = self.hovered == index.row()
            paint_plate(painter, area, theme.hover if hot else theme.surface, theme.line, 6)
        side = scaled(_GRIP)
        left = area.x() + _PAD
        paint_icon(painter, QRect(left - 2, area.center().y() - side // 2, side, side), "grip", "text_muted", theme)
        left += side + _GAP - 2
        face = font("small")
        metrics = QFontMetrics(face)
        painter.setFont(face)
        hours = tray_hours(unplaced)
        room = area.right() - _PAD - left
        if hours:
            width = metrics.horizontalAdvance(hours) + 1
            painter.setPen(theme.text_muted)
            place = QRect(area.right() - _PAD - width + 1, area.y(), width, area.height())
            painter.drawText(place, int(Qt.AlignmentFlag.AlignVCenter), hours)
            room -= width + _GAP
        painter.setPen(theme.text)
        words = metrics.elidedText(unplaced.task.heading, Qt.TextElideMode.ElideRight, room + 2)
        painter.drawText(QRect(left, area.y(), room + 2, area.height()), int(Qt.AlignmentFlag.AlignVCenter), words)
        if current and self._view.window().testAttribute(Qt.WidgetAttribute.WA_KeyboardFocusChange):
            paint_plate(painter, area, None, theme.focus, 6, 2)
