"""The tab «History»: ratings, agreements and follow-ups by date, newest first."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QListView,
    QStackedWidget,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from tillid_planner.services.standing import Sheet
from tillid_planner.ui.desk import Desk
from tillid_planner.ui.inspector.pair_history import Event, PairHistoryModel, events_of
from tillid_planner.ui.texts import tr
from tillid_planner.ui.theme import current_theme, font, line_height, paint_icon, paint_plate, ratings_hidden, scaled
from tillid_planner.ui.widgets import EmptyState, TextBlock

_PAD_X, _PAD_Y, _ICON = 16, 10, 16


class HistoryTab(QWidget):
    """A list one can walk through by keyboard."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self.model = PairHistoryModel(self)
        self.list = _EventList(self.model)
        self.empty = EmptyState(
            "clock",
            tr("Nothing has happened yet"),
            tr("Ratings, agreements and follow-ups are kept here with their dates."),
        )
        self.stack = QStackedWidget(self)
        self.stack.addWidget(self.list)
        self.stack.addWidget(self.empty)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.stack)

    def show_sheet(self, sheet: Sheet, *, afresh: bool) -> None:
        """Show what happened with a pair."""
        today = self._desk.session.today()
        self.model.set_events(events_of(sheet, self._desk.words, today), today)
        self.stack.setCurrentWidget(self.list if self.model.events else self.empty)
        if afresh:
            self.list.scrollToTop()

    def commit(self) -> None:
        """Nothing is typed here."""

    def take_focus(self) -> None:
        """Put the keyboard on the newest event."""
        self.list.setFocus(Qt.FocusReason.TabFocusReason)


class _EventList(QListView):
    """Rows as high as their words at the width there is."""

    def __init__(self, model: PairHistoryModel) -> None:
        super().__init__()
        self.setModel(model)
        self.setItemDelegate(_EventDelegate(model, self))
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setUniformItemSizes(False)
        self.setAccessibleName(tr("History"))
        self.setStyleSheet("QListView::item { padding: 0; min-height: 0; }")

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.scheduleDelayedItemsLayout()


class _EventDelegate(QStyledItemDelegate):
    """Day, sentence, and what belongs to it."""

    def __init__(self, model: PairHistoryModel, view: QListView) -> None:
        super().__init__(view)
        self._model, self._view = model, view

    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        width = self._view.viewport().width()
        height = 2 * _PAD_Y + line_height("small")
        for block in _blocks(self._model.events[index.row()]):
            height += block.height(width - _left() - _PAD_X)
        return QSize(width, height + 1)

    @override
    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        theme = current_theme()
        rect = QRectF(option.rect)
        state: QStyle.StateFlag = option.state
        event = self._model.events[index.row()]
        painter.fillRect(rect, theme.surface)
        painter.fillRect(QRectF(rect.x(), rect.bottom() - 1, rect.width(), 1), theme.line)
        focused = state & QStyle.StateFlag.State_HasFocus
        if focused and self._view.window().testAttribute(Qt.WidgetAttribute.WA_KeyboardFocusChange):
            paint_plate(painter, rect.adjusted(3, 3, -3, -4), None, theme.focus, 4, 2)
        side = scaled(_ICON)
        paint_icon(painter, QRectF(rect.x() + _PAD_X, rect.y() + _PAD_Y, side, side), event.icon, "text_muted", theme)
        area = QRectF(rect.x() + _left(), rect.y() + _PAD_Y, rect.width() - _left() - _PAD_X, 0)
        day = TextBlock(self._model.day(index.row()), font("small"), line_height("small"))
        day.draw(painter, area, theme.text_muted)
        top = area.y() + line_height("small")
        for number, block in enumerate(_blocks(event)):
            height = block.height(area.width())
            place = QRectF(area.x(), top, area.width(), height)
            if ratings_hidden():
                block.paint_hidden(painter, place, theme.load_track)
            else:
                block.draw(painter, place, theme.text_muted if number else theme.text)
            top += height


def _left() -> int:
    return _PAD_X + scaled(_ICON) + 10


def _blocks(event: Event) -> list[TextBlock]:
    blocks = [TextBlock(event.sentence, font("body"), line_height("body"))]
    if event.detail:
        blocks.append(TextBlock(event.detail, font("small"), line_height("small")))
    return blocks
