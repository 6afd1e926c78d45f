"""A table's rows, read and set at once; what the cells say is the subclass's."""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Sequence
from enum import IntEnum
from typing import ClassVar, Generic, TypeAlias, TypeVar

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from typing_extensions import override

Index: TypeAlias = QModelIndex | QPersistentModelIndex
Row = TypeVar("Row")
_RIGHT = int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
_ROOT = QModelIndex()


class RowsModel(QAbstractTableModel, Generic[Row]):
    """Rows that can be chosen and not edited; ``figures`` are the columns that stand to the right."""

    columns: ClassVar[type[IntEnum]]
    figures: ClassVar[frozenset[int]] = frozenset()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: Sequence[Row] = ()

    @abstractmethod
    def headings(self) -> tuple[str, ...]:
        """Return the words over the columns."""

    @abstractmethod
    def id_of(self, row: Row) -> int | None:
        """Return the number of the record that a row shows."""

    @abstractmethod
    def cell(self, row: Row, column: int, role: int) -> object:
        """Return what a cell says in a role of Qt or of ``Cell``; None for nothing."""

    def set_rows(self, rows: Sequence[Row]) -> None:
        """Show other rows."""
        self.beginResetModel()
        self._rows = rows
        self.endResetModel()

    def row(self, number: int) -> Row:
        """Return the row at a place."""
        return self._rows[number]

    def row_of(self, record_id: int | None) -> int:
        """Return the place of a record, or -1."""
        return next((at for at, row in enumerate(self._rows) if self.id_of(row) == record_id), -1)

    @override
    def rowCount(self, parent: Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(self._rows)

    @override
    def columnCount(self, parent: Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(self.columns)

    @override
    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if orientation is not Qt.Orientation.Horizontal or not 0 <= section < len(self.columns):
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return self.headings()[section]
        if role == Qt.ItemDataRole.TextAlignmentRole and section in self.figures:
            return _RIGHT
        return None

    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _RIGHT if index.column() in self.figures else None
        return self.cell(self._rows[index.row()], index.column(), role)

    @override
    def flags(self, index: Index) -> Qt.ItemFlag:
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemNeverHasChildren
