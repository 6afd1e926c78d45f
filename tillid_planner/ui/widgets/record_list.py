"""A list of dated records: the day and the task, a sentence, and what belongs to it, wrapped at the width there is."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QKeyEvent, QPainter, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem
from typing_extensions import override

from tillid_planner.ui.theme import (
    current_theme,
    font,
    line_height,
    paint_icon,
    paint_plate,
    paint_rung,
    ratings_hidden,
    ratings_hidden_changed,
    scaled,
)
from tillid_planner.ui.widgets.text_block import TextBlock

_ROOT = QModelIndex()
_PAD_X, _PAD_Y, _ICON, _BADGE = 16, 9, 16, 24


@dataclass(frozen=True, slots=True)
class Record:
    """One row. ``rung`` is a badge (rung, kind) in place of the icon; ``key`` is what the row is about."""

    head: str
    sentence: str
    detail: str = ""
    icon: str = "note"
    rung: tuple[int | None, str] | None = None
    key: tuple[int, int] = (0, 0)


class RecordModel(QAbstractListModel):
    """Records as a list; the whole row is the accessible text, without its words while ratings are hidden."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.records: Sequence[Record] = ()

    def set_records(self, records: Sequence[Record]) -> None:
        """Show other records; nothing happens where they are the same."""
        if list(records) != list(self.records):
            self.beginResetModel()
            self.records = list(records)
            self.endResetModel()

    @override
    def rowCount(self, parent: QModelIndex | QPersistentModelIndex = _ROOT) -> int:
        return 0 if parent.isValid() else len(self.records)

    @override
    def data(self, index: QModelIndex | QPersistentModelIndex, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid() or role not in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return None
        record = self.records[index.row()]
        if ratings_hidden():
            return record.head
        return " ".join(part for part in (f"{record.head}:", record.sentence, record.detail) if part)


class RecordList(QListView):
    """Rows as high as their words. ``opened`` carries the key of the row that was clicked, or opened with Enter."""

    opened = Signal(tuple)
    row_changed = Signal(int)

    def __init__(self, accessible: str, *, behind: str = "surface", pad: int = _PAD_X) -> None:
        """Make a list; *pad* is the room in pixels left and right of the words."""
        super().__init__()
        self.records = RecordModel(self)
        self.setModel(self.records)
        self.setItemDelegate(_RecordDelegate(self, behind, pad))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setUniformItemSizes(False)
        self.setAccessibleName(accessible)
        self.setStyleSheet("QListView { background: transparent; } QListView::item { padding: 0; min-height: 0; }")
        self.clicked.connect(self._open)
        self.selectionModel().currentChanged.connect(lambda index, _: self.row_changed.emit(index.row()))
        ratings_hidden_changed.connect(self._repaint)

    def show_records(self, records: Sequence[Record]) -> None:
        """Show other records and stay where one was."""
        top = self.verticalScrollBar().value()
        self.records.set_records(records)
        self.verticalScrollBar().setValue(top)

    def height_within(self, room: int) -> int:
        """Return the height in pixels that the rows need, or *room* where they need more."""
        height = 0
        for row in range(self.records.rowCount()):
            height += self.sizeHintForRow(row)
            if height >= room:
                return room
        return height

    def _open(self, index: QModelIndex) -> None:
        self.opened.emit(self.records.records[index.row()].key)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.currentIndex().isValid():
            self._open(self.currentIndex())
            return
        super().keyPressEvent(event)

    def _repaint(self, *_: object) -> None:
        self.viewport().update()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.scheduleDelayedItemsLayout()


class _RecordDelegate(QStyledItemDelegate):
    """Head, sentence, detail."""

    def __init__(self, view: RecordList, behind: str, pad: int) -> None:
        super().__init__(view)
        self._view, self._behind, self._pad = view, behind, pad

    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        width = self._view.viewport().width()
        record = self._view.records.records[index.row()]
        height = 2 * _PAD_Y + line_height("small")
        for block in _blocks(record):
            height += block.height(width - self._left(record) - self._pad)
        return QSize(width, height + 1)

    @override
    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        theme, record = current_theme(), self._view.records.records[index.row()]
        rect, state = QRectF(option.rect), option.state
        selected = bool(state & QStyle.StateFlag.State_Selected)
        hovered = bool(state & QStyle.StateFlag.State_MouseOver)
        ground = theme.select_fill if selected else theme.hover if hovered else theme[self._behind]
        painter.fillRect(rect, ground)
        painter.fillRect(QRectF(rect.x(), rect.bottom() - 1, rect.width(), 1), theme.line)
        if selected:
            focused = self._view.hasFocus() and self._view.window().testAttribute(
                Qt.WidgetAttribute.WA_KeyboardFocusChange
            )
            paint_plate(painter, rect.adjusted(1, 1, -1, -2), None, theme.focus if focused else theme.select_line, 4, 2)
        side = scaled(_BADGE if record.rung else _ICON)
        place = QRectF(rect.x() + self._pad, rect.y() + _PAD_Y + (0 if record.rung else 1), side, side)
        if record.rung:
            paint_rung(painter, place, record.rung[0], record.rung[1], theme)
        else:
            paint_icon(painter, place, record.icon, "text_muted", theme)
        left = self._left(record)
        area = QRectF(rect.x() + left, rect.y() + _PAD_Y, rect.width() - left - self._pad, 0)
        head = TextBlock(record.head, font("small"), line_height("small"))
        head.draw(painter, area, theme.text_muted)
        top = area.y() + line_height("small")
        for number, block in enumerate(_blocks(record)):
            height = block.height(area.width())
            there = QRectF(area.x(), top, area.width(), height)
            if ratings_hidden():
                block.paint_hidden(painter, there, theme.load_track)
            else:
                block.draw(painter, there, theme.text_muted if number else theme.text)
            top += height

    def _left(self, record: Record) -> int:
        return self._pad + scaled(_BADGE if record.rung else _ICON) + 12


def _blocks(record: Record) -> list[TextBlock]:
    blocks = [TextBlock(record.sentence, font("body"), line_height("body"))]
    if record.detail:
        blocks.append(TextBlock(record.detail, font("small"), line_height("small")))
    return blocks
