"""A small panel under a button: which tasks to show, found by name and ticked."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import (
    QAbstractItemModel,
    QEvent,
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    QRectF,
    QSize,
    QSortFilterProxyModel,
    Qt,
    Signal,
)
from PySide6.QtGui import (
    QFontMetrics,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QStandardItem,
    QStandardItemModel,
)
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from tillid_planner.domain.task import Task
from tillid_planner.ui.texts import tr
from tillid_planner.ui.theme import current_theme, font, paint_plate, scaled
from tillid_planner.ui.widgets import LineField, TextButton
from tillid_planner.ui.widgets.choices import MARK, paint_check
from tillid_planner.ui.widgets.round_popup import cut_corners, round_off

_ID = Qt.ItemDataRole.UserRole


class TaskChooser(QWidget):
    """A popup; ``chosen`` carries a frozenset of ids, or None for all tasks."""

    chosen = Signal(object)

    def __init__(self, tasks: Sequence[Task], ids: frozenset[int] | None, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        round_off(self)
        self.setAccessibleName(tr("Tasks to show"))
        self.items = QStandardItemModel(self)
        for task in tasks:
            item = QStandardItem(task.name)
            item.setEditable(False)
            item.setCheckable(True)
            item.setData(task.id, _ID)
            on = ids is None or task.id in ids
            item.setCheckState(Qt.CheckState.Checked if on else Qt.CheckState.Unchecked)
            self.items.appendRow(item)
        self._found = QSortFilterProxyModel(self)
        self._found.setSourceModel(self.items)
        self._found.setFilterCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self.search = LineField(placeholder=tr("Find a task"))
        self.search.setProperty("finds", True)
        self.search.setAccessibleName(tr("Find a task"))
        self.list = _Checklist()
        self.list.setModel(self._found)
        self.all_button = TextButton(tr("Show all"))
        self.none_button = TextButton(tr("Clear all"))
        self._lay_out()
        self.search.textChanged.connect(self._found.setFilterFixedString)
        self.items.itemChanged.connect(lambda *_: self._emit_chosen())
        self.all_button.clicked.connect(lambda *_: self._set_all(Qt.CheckState.Checked))
        self.none_button.clicked.connect(lambda *_: self._set_all(Qt.CheckState.Unchecked))

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 12, 12, 8)
        column.setSpacing(8)
        column.addWidget(self.search)
        column.addWidget(self.list, 1)
        row = QHBoxLayout()
        row.addWidget(self.all_button)
        row.addWidget(self.none_button)
        row.addStretch(1)
        column.addLayout(row)

    def open_under(self, button: QWidget) -> None:
        """Show the panel under *button*, inside the screen."""
        rows = min(12, max(3, self.items.rowCount()))
        self.resize(scaled(320), scaled(104) + rows * scaled(32))
        corner = button.mapToGlobal(QPoint(button.width() - self.width(), button.height() + 4))
        screen = button.screen().availableGeometry()
        self.move(max(screen.left(), corner.x()), min(corner.y(), max(screen.top(), screen.bottom() - self.height())))
        self.show()
        self.search.setFocus()

    def _set_all(self, state: Qt.CheckState) -> None:
        self.items.blockSignals(True)
        for row in range(self.items.rowCount()):
            self.items.item(row).setCheckState(state)
        self.items.blockSignals(False)
        self.list.viewport().update()
        self._emit_chosen()

    def _emit_chosen(self) -> None:
        rows = [self.items.item(row) for row in range(self.items.rowCount())]
        on = frozenset(int(item.data(_ID)) for item in rows if item.checkState() == Qt.CheckState.Checked)
        self.chosen.emit(None if len(on) == len(rows) else on)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        # Close with Enter; Esc closes a popup by itself.
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.close()
            return
        super().keyPressEvent(event)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        cut_corners(self)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        theme = current_theme()
        paint_plate(QPainter(self), self.rect(), theme.surface, theme.line, 8)


class _Checklist(QListView):
    """Rows that a click anywhere ticks."""

    def __init__(self) -> None:
        super().__init__()
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setUniformItemSizes(True)
        self.setMouseTracking(True)
        self.setStyleSheet("QListView::item { padding: 0; }")
        self.setAccessibleName(tr("Tasks to show"))
        self.setItemDelegate(_TickDelegate(self))
        self.clicked.connect(self._toggle)

    def _toggle(self, index: QModelIndex) -> None:
        on = _ticked(index)
        state = Qt.CheckState.Unchecked if on else Qt.CheckState.Checked
        self.model().setData(index, state, Qt.ItemDataRole.CheckStateRole)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Space and self.currentIndex().isValid():
            self._toggle(self.currentIndex())
            return
        super().keyPressEvent(event)


class _TickDelegate(QStyledItemDelegate):
    """A box and a name, in the measures of the design; the whole row is the box."""

    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        return QSize(scaled(120), scaled(32))

    @override
    def editorEvent(
        self,
        event: QEvent,
        model: QAbstractItemModel,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> bool:
        # The view's click ticks the row; without this the box itself would be ticked twice.
        return False

    @override
    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        theme = current_theme()
        rect = option.rect
        if option.state & QStyle.StateFlag.State_MouseOver:
            paint_plate(painter, rect, theme.hover, radius=6)
        side = scaled(MARK)
        box = QRectF(rect.x() + 6, rect.y() + (rect.height() - side) / 2, side, side)
        paint_check(painter, box, _ticked(index), True, theme)
        face = font("body")
        painter.setFont(face)
        painter.setPen(theme.text)
        words = rect.adjusted(6 + side + 10, 0, -6, 0)
        shown = QFontMetrics(face).elidedText(str(index.data()), Qt.TextElideMode.ElideRight, words.width())
        painter.drawText(words, int(Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine), shown)
        focused = option.state & QStyle.StateFlag.State_HasFocus
        if focused and option.widget.window().testAttribute(Qt.WidgetAttribute.WA_KeyboardFocusChange):
            paint_plate(painter, rect.adjusted(1, 1, -1, -1), None, theme.focus, 4, 2)


def _ticked(index: QModelIndex | QPersistentModelIndex) -> bool:
    return Qt.CheckState(index.data(Qt.ItemDataRole.CheckStateRole)) == Qt.CheckState.Checked
