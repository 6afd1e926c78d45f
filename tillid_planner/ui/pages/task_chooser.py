"""A small panel under a button: which tasks to show, found by name and ticked."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, QPoint, QSortFilterProxyModel, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QAbstractItemView, QHBoxLayout, QListView, QVBoxLayout, QWidget

from tillid_planner.domain.task import Task
from tillid_planner.ui.texts import tr
from tillid_planner.ui.theme import current_theme, paint_plate, scaled
from tillid_planner.ui.widgets import LineField, TextButton

_ID = Qt.ItemDataRole.UserRole


class TaskChooser(QWidget):
    """A popup; ``chosen`` carries a frozenset of ids, or None for all tasks."""

    chosen = Signal(object)

    def __init__(self, tasks: Sequence[Task], ids: frozenset[int] | None, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Popup | Qt.WindowType.FramelessWindowHint)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setAttribute(Qt.WidgetAttribute.WA_TranslucentBackground)
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
        self.search.setAccessibleName(tr("Find a task"))
        self.list = _Checklist()
        self.list.setModel(self._found)
        self.all_button = TextButton(tr("Show all"))
        self.none_button = TextButton(tr("Clear all"))
        self._lay_out()
        self.search.textChanged.connect(self._found.setFilterFixedString)
        self.items.itemChanged.connect(lambda *_: self._tell())
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
        self._tell()

    def _tell(self) -> None:
        rows = [self.items.item(row) for row in range(self.items.rowCount())]
        on = frozenset(int(item.data(_ID)) for item in rows if item.checkState() == Qt.CheckState.Checked)
        self.chosen.emit(None if len(on) == len(rows) else on)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Close with Enter; Esc closes a popup by itself."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.close()
            return
        super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the rounded surface."""
        theme = current_theme()
        paint_plate(QPainter(self), self.rect(), theme.surface, theme.line, 8)


class _Checklist(QListView):
    """Rows that a click anywhere ticks."""

    def __init__(self) -> None:
        super().__init__()
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setUniformItemSizes(True)
        self.setAccessibleName(tr("Tasks to show"))
        self.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.clicked.connect(self._toggle)

    def _toggle(self, index: QModelIndex) -> None:
        # The box itself is ticked by the view already; a click beside it is ours.
        box = self.visualRect(index)
        at = self.viewport().mapFromGlobal(self.cursor().pos())
        if at.x() > box.x() + scaled(28):
            on = index.data(Qt.ItemDataRole.CheckStateRole) == Qt.CheckState.Checked.value
            state = Qt.CheckState.Unchecked if on else Qt.CheckState.Checked
            self.model().setData(index, state.value, Qt.ItemDataRole.CheckStateRole)
