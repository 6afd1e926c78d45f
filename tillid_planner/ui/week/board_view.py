"""The board as it is shown: its measures, and which card, cell or name is the current one."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QModelIndex, QPoint, QRect, Qt, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QAbstractItemView, QTableView, QWidget

from tillid_planner.domain.assignee import Assignee
from tillid_planner.domain.week import Placement
from tillid_planner.ui.texts import tr
from tillid_planner.ui.theme import ratings_hidden, scaled, text_scale
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


class BoardView(QTableView):
    """Shows the model, and knows what is current; a row is as high as its cards need."""

    #: Another card, cell or name is the current one.
    current_changed = Signal()
    #: A press ended where it began.
    clicked_through = Signal()
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

    # -- measures

    def fit(self, *_: object) -> None:
        """Give columns the room there is, and each row the height its cards need."""
        columns = self._model.columns
        bar = self.verticalScrollBar().sizeHint().width() if self.verticalScrollBar().isVisible() else 0
        state = (self._model.stamp, self.width(), bar, text_scale(), ratings_hidden())
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
        rows = (self._model.stamp, day, folded, text_scale(), ratings_hidden())
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
            for column in {self._model.column_of(date) for date in (*of.cards, *of.follow_ups, *of.talks)}:
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

    def lift_current(self, room: int) -> None:
        """Scroll on until *room* pixels are free under the current card: a message is about to lie there."""
        row, column = self.cell
        missing = self.item_rect(row, column, self._at).bottom() + room - self.viewport().height()
        if row >= 0 and missing > 0:
            bar = self.verticalScrollBar()
            bar.setValue(bar.value() + missing)

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
        self.clicked_through.emit()


def announce(widget: QWidget, words: str) -> None:
    """Say something to whoever listens instead of looking."""
    QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(widget, words))
