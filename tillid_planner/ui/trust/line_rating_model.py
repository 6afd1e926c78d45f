"""One prerequisite for one task and person after person, or for one person and task after task; as a table model."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from typing_extensions import override

from tillid_planner.domain.rating import Rating
from tillid_planner.ui.days import day_text
from tillid_planner.ui.texts import tr
from tillid_planner.ui.theme import ratings_hidden
from tillid_planner.ui.widgets import plain_tooltip

AnyIndex = QModelIndex | QPersistentModelIndex
_ROOT = QModelIndex()
NAME, FIRST, UNSURE, STATE = 0, 1, 6, 7


class Way(StrEnum):
    """Whether people change under one task, or tasks under one person."""

    DOWN = "down"
    ACROSS = "across"


@dataclass(frozen=True, slots=True)
class LineRatingRow:
    """One pair (task id, assignee id) under its changing name, with the newest rating.

    ``closed`` hides a rating of an earlier day until a new one is set; ``before`` is what stood there earlier,
    ``unsure`` what is ticked before there is a rating of today to keep it.
    """

    pair: tuple[int, int]
    name: str
    second: str = ""
    rating: Rating | None = None
    closed: bool = False
    before: Rating | None = None
    unsure: bool = False

    @property
    def shown(self) -> Rating | None:
        """The rating that may be seen."""
        return None if self.closed else self.rating

    @property
    def is_unsure(self) -> bool:
        """Whether the tick at «unsure» is set."""
        return not self.shown.sure if self.shown is not None else self.unsure


class LineRatingModel(QAbstractTableModel):
    """Rows in the order of the matrix; what is rated changes in place and moves nothing."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.rows: list[LineRatingRow] = []
        self._today = date.min
        self._name = ""
        self._head = ""
        self._closes = False

    def show_rows(
        self, rows: Sequence[LineRatingRow], *, today: date, prerequisite: str, head: str, closes: bool
    ) -> None:
        """Show other rows.

        *prerequisite* names what is rated, *head* stands over the names; *closes* hides every rating of an earlier
        day until there is a new one.
        """
        self.beginResetModel()
        self._today, self._name, self._head, self._closes = today, prerequisite, head, closes
        self.rows = [
            replace(row, closed=closes and row.rating is not None and row.rating.rated_on < today) for row in rows
        ]
        self.endResetModel()

    def take(self, ratings: Mapping[tuple[int, int], Rating]) -> None:
        """Take the newest ratings as they were read anew; taking today's back closes the old value again."""
        for number, row in enumerate(self.rows):
            rating = ratings.get(row.pair)
            if rating == row.rating:
                continue
            old = rating is not None and rating.rated_on < self._today
            was_old = row.rating is not None and row.rating.rated_on < self._today
            before = None if old or rating is None else row.rating if was_old else row.before
            unsure = row.unsure and rating is None
            self.put(number, replace(row, rating=rating, closed=old and self._closes, before=before, unsure=unsure))

    def put(self, number: int, row: LineRatingRow) -> None:
        """Show one row otherwise."""
        self.rows[number] = row
        self.dataChanged.emit(self.index(number, 0), self.index(number, STATE))

    def count_today(self) -> int:
        """Return how many rows were rated today."""
        return sum(row.rating is not None and row.rating.rated_on == self._today for row in self.rows)

    @override
    def rowCount(self, parent: AnyIndex = _ROOT) -> int:
        return 0 if parent.isValid() else len(self.rows)

    @override
    def columnCount(self, parent: AnyIndex = _ROOT) -> int:
        return 0 if parent.isValid() else STATE + 1

    @override
    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        row, column = self.rows[index.row()], index.column()
        if role == Qt.ItemDataRole.AccessibleTextRole or (role == Qt.ItemDataRole.DisplayRole and column in _PAINTED):
            return self.sentence(index.row())
        if role == Qt.ItemDataRole.DisplayRole:
            return row.name if column == NAME else self.state(row)
        if role == Qt.ItemDataRole.ToolTipRole and column == NAME:
            return plain_tooltip("\n".join(part for part in (row.name, row.second) if part))
        return None

    @override
    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if orientation == Qt.Orientation.Vertical or not 0 <= section <= STATE:
            return None
        if role == Qt.ItemDataRole.TextAlignmentRole and section in _PAINTED:
            return int(Qt.AlignmentFlag.AlignHCenter)
        if role != Qt.ItemDataRole.DisplayRole:
            return None
        names = {NAME: self._head, UNSURE: tr("Unsure"), STATE: tr("Rated")}
        return names.get(section, str(section))

    def sentence(self, number: int) -> str:
        """Say a whole row in words."""
        row = self.rows[number]
        if ratings_hidden():
            return tr("{pair}: hidden", pair=row.name)
        parts = [f"{self._name} {row.shown.value}"] if row.shown else []
        if row.is_unsure:
            parts.append(tr("unsure"))
        return tr("{pair}: {state}", pair=row.name, state="; ".join([*parts, self.state(row)]))

    def state(self, row: LineRatingRow) -> str:
        """Say when a row was rated, without the value unless it may be seen."""
        rating = row.rating
        if rating is None:
            return tr("not rated")
        if rating.rated_on < self._today:
            day = day_text(rating.rated_on, self._today)
            return tr("{day}, closed", day=day) if row.closed else day
        if row.before is not None and not ratings_hidden():
            return tr("today; {value} before", value=row.before.value)
        return tr("today")


_PAINTED = range(FIRST, UNSURE + 1)
