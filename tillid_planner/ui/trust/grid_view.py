"""What the matrix's table, its headers and its painter share: the model, what is chosen, and where the pointer is."""

from __future__ import annotations

from PySide6.QtCore import QItemSelectionModel, QItemSelectionRange, Signal
from PySide6.QtWidgets import QTableView, QWidget

from tillid_planner.ui.trust.matrix_layout import CellKey
from tillid_planner.ui.trust.trust_matrix import TrustMatrixModel

ALONE = QItemSelectionModel.SelectionFlag.ClearAndSelect


class GridView(QTableView):
    """A table on the matrix's model. ``pair_changed`` tells of another current cell that is to be looked at."""

    pair_changed = Signal()

    def __init__(self, model: TrustMatrixModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.model_ = model
        #: Whether cells are being added to those that are chosen: the current one is not to be opened.
        self.adding = False
        self._hovered = (-1, -1)

    def pair(self) -> tuple[int, int] | None:
        """Return the ids (task, assignee) of the current cell, or None."""
        return self.model_.pair(self.currentIndex())

    def chosen(self) -> set[CellKey]:
        """Return the pairs (assignee, task) that are chosen."""
        rows, columns = self.model_.row_ids, self.model_.column_ids
        return {
            (rows[row], columns[column])
            for part in self.chosen_ranges()
            for row in range(part.top(), part.bottom() + 1)
            if rows[row]
            for column in range(part.left(), part.right() + 1)
        }

    def chosen_ranges(self) -> list[QItemSelectionRange]:
        """Return what is chosen, as rectangles of cells."""
        selection = self.selectionModel().selection()
        return [selection.at(number) for number in range(selection.count())]

    def move_quietly(self, row: int, column: int) -> None:
        """Make a cell the only one chosen and the current one, without opening it."""
        index = self.model_.index(row, column)
        if index.isValid() and not self.model_.is_head(row):
            self.adding = True
            self.selectionModel().setCurrentIndex(index, ALONE)
            self.adding = False
            self.scrollTo(index)

    @property
    def hovered(self) -> tuple[int, int]:
        """The (row, column) under the pointer; -1 stands for a whole line, twice for none."""
        return self._hovered

    def hover(self, row: int, column: int) -> None:
        """Mark the cell, or with one -1 the whole row or column, under the pointer."""
        was, now = self._hovered, (row, column)
        if was != now:
            self._hovered = now
            if -1 in now or -1 in was:
                self.viewport().update()
            else:
                for at in (was, now):
                    self.viewport().update(self.visualRect(self.model_.index(*at)))
            self.horizontalHeader().viewport().update()
            self.verticalHeader().viewport().update()
