"""Paints the cells of the matrix that are in sight: ready pictures side by side, then what is chosen."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QItemSelectionRange, QRect, Qt
from PySide6.QtGui import QPainter

from tillid_planner.services.matrix import Cell
from tillid_planner.ui.theme import current_theme
from tillid_planner.ui.trust.cell_pictures import CellPictures, paint_chosen
from tillid_planner.ui.trust.grid_view import GridView

_EMPTY = Cell()
#: No more empty cells than these are painted with one picture.
_RUN = 16


class CellPainter:
    """Paints a table's cells without asking its model cell by cell."""

    def __init__(self, table: GridView) -> None:
        self._table = table
        self._pictures = CellPictures()

    def paint(self, painter: QPainter, area: QRect) -> None:
        """Paint what lies in *area* of the viewport."""
        table = self._table
        rows = _span(area.top(), area.bottom(), table.rowAt, table.model_.rowCount())
        columns = _span(area.left(), area.right(), table.columnAt, table.model_.columnCount())
        if not rows or not columns:
            return
        down, across = table.verticalHeader(), table.horizontalHeader()
        ratio = table.devicePixelRatioF()
        self._pictures.measure(across.defaultSectionSize(), down.defaultSectionSize(), ratio)
        lefts = [across.sectionViewportPosition(column) for column in columns]
        chosen = _chosen(table.chosen_ranges(), rows, columns)
        for row in rows:
            top = down.sectionViewportPosition(row)
            if table.model_.is_head(row):
                right = lefts[-1] + across.defaultSectionSize()
                _paint_head(painter, QRect(area.left(), top, right - area.left(), down.sectionSize(row)))
            else:
                self._paint_row(painter, row, columns, lefts, top, chosen.get(row, frozenset()))
        self._paint_current(painter)

    def _paint_row(
        self, painter: QPainter, row: int, columns: range, lefts: list[int], top: int, chosen: frozenset[int]
    ) -> None:
        model, pictures = self._table.model_, self._pictures
        cells, ids, assignee = model.shown_cells, model.column_ids, model.row_ids[row]
        framed, found = model.framed_columns, model.found
        hot_row, hot_column = self._table.hovered
        touched = bool(chosen) or found is not None or hot_row == row or (hot_row == -1 and hot_column in columns)
        if not touched:
            self._paint_empty(painter, len(columns), lefts[0], top)
        for column, left in zip(columns, lefts, strict=True):
            key = (assignee, ids[column])
            cell = cells.get(key)
            if cell is None:
                if not touched:
                    continue
                cell = _EMPTY
            fill = "surface"
            if touched:
                hot = (hot_row in (row, -1) and hot_column == column) or (hot_row == row and hot_column == -1)
                fill = "select_fill" if column in chosen else "hover" if hot else "surface"
            faded = found is not None and key not in found
            painter.drawPixmap(left, top, pictures.cell(cell, fill, frame_in_header=column in framed, faded=faded))

    def _paint_empty(self, painter: QPainter, count: int, left: int, top: int) -> None:
        width = self._table.horizontalHeader().defaultSectionSize()
        for first in range(0, count, _RUN):
            run = self._pictures.row_of_empty(min(_RUN, count - first), faded=False)
            painter.drawPixmap(left + first * width, top, run)

    def _paint_current(self, painter: QPainter) -> None:
        table = self._table
        current = table.currentIndex()
        if current.isValid() and (table.hasFocus() or table.selectionModel().isSelected(current)):
            by_keyboard = table.window().testAttribute(Qt.WidgetAttribute.WA_KeyboardFocusChange)
            paint_chosen(
                painter, table.visualRect(current), current_theme(), by_keyboard=table.hasFocus() and by_keyboard
            )


def _span(first: int, last: int, at: Callable[[int], int], count: int) -> range:
    begin = at(max(0, first))
    if begin < 0 or not count:
        return range(0)
    end = at(last)
    return range(begin, (count - 1 if end < 0 else end) + 1)


def _chosen(ranges: list[QItemSelectionRange], rows: range, columns: range) -> dict[int, frozenset[int]]:
    found: dict[int, set[int]] = {}
    for part in ranges:
        across = range(max(part.left(), columns.start), min(part.right(), columns.stop - 1) + 1)
        for row in range(max(part.top(), rows.start), min(part.bottom(), rows.stop - 1) + 1):
            found.setdefault(row, set()).update(across)
    return {row: frozenset(across) for row, across in found.items()}


def _paint_head(painter: QPainter, rect: QRect) -> None:
    theme = current_theme()
    painter.fillRect(rect, theme.sunken)
    painter.fillRect(rect.left(), rect.bottom(), rect.width(), 1, theme.line)
