"""The board as a table model: people and teams down, days across, the hours last."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from typing_extensions import override

from tillid_planner.domain.assignee import Team
from tillid_planner.domain.planned_talk import PlannedTalk
from tillid_planner.domain.week import WORK_DAYS, Placement
from tillid_planner.services.board import Board, Row
from tillid_planner.services.cards import Card
from tillid_planner.ui.days import weekday_and_day_text, weekday_text
from tillid_planner.ui.naming import by_name
from tillid_planner.ui.texts import tr
from tillid_planner.ui.week.wording import Due, card_words, due_words, load_sentence, off_words, weekend_head
from tillid_planner.ui.widgets import plain_tooltip

AnyIndex = QModelIndex | QPersistentModelIndex
_ROOT = QModelIndex()


@dataclass(frozen=True, slots=True)
class Item:
    """One thing in a cell: a card, or what is met about: a follow-up or a talk."""

    card: Card | None = None
    due: Due | None = None

    @property
    def key(self) -> tuple[object, ...]:
        """What makes it the same item when the board was read anew."""
        if self.card is not None:
            return ("card", *self.card.placement.key)
        if isinstance(self.due, PlannedTalk):
            return ("talk", self.due.source, self.due.record)
        return ("due", self.due.follow_up.id if self.due else None)


class WeekBoardModel(QAbstractTableModel):
    """Rows by name; a column is one day, the folded weekend, or the hours."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._board: Board | None = None
        self._preview: dict[int, Row] = {}
        self._team: int | None = None
        self._unfolded = False
        self._items: dict[tuple[int, int], Sequence[Item]] = {}
        #: Another number each time rows, columns or cards may be others.
        self.stamp = 0
        self.rows: Sequence[Row] = ()
        #: The days of each column; the last column has none and shows the hours.
        self.columns: Sequence[tuple[date, ...]] = ()
        #: The card or follow-up that is said first of its cell: where the keyboard is.
        self.current: tuple[object, ...] | None = None

    @property
    def board(self) -> Board | None:
        """The week that is shown, as it is stored."""
        return self._board

    @property
    def unfolded(self) -> bool:
        """Whether Saturday and Sunday have a column each."""
        return self._unfolded

    def set_board(self, board: Board) -> None:
        """Show a week as it was read; the cells stay where nobody came or went."""
        before, self._board = self._board, board
        self._preview = {}
        self.stamp += 1
        rows, columns = self._chosen(), self._columns()
        same = before is not None and columns == self.columns and [r.id for r in rows] == [r.id for r in self.rows]
        if same:
            self.rows, self._items = rows, {}
            if rows:
                self.dataChanged.emit(self.index(0, 0), self.index(len(rows) - 1, len(columns)))
            return
        self.beginResetModel()
        self.rows, self.columns, self._items = rows, columns, {}
        self.endResetModel()

    def show_team(self, team_id: int | None) -> None:
        """Show a team with its members only; None shows everybody."""
        if team_id != self._team:
            self._team = team_id
            self._reset()

    def unfold(self, on: bool) -> None:
        """Give Saturday and Sunday a column each, or fold them into one."""
        if on != self._unfolded:
            self._unfolded = on
            self._reset()

    def preview(self, board: Board | None) -> set[int]:
        """Show rungs and loads as they would be; return the ids of those whose week is another. None ends it."""
        known = {row.id: row for row in self._board.rows} if self._board else {}
        changed = {row.id: row for row in board.rows if known.get(row.id) is not row} if board else {}
        touched = set(changed) | set(self._preview)
        self._preview = changed
        return touched

    def _reset(self) -> None:
        self.stamp += 1
        self.beginResetModel()
        self.rows, self.columns, self._items = self._chosen(), self._columns(), {}
        self.endResetModel()

    def _columns(self) -> Sequence[tuple[date, ...]]:
        if self._board is None:
            return ()
        days = self._board.week.days
        single = days if self._unfolded else days[:WORK_DAYS]
        return (*((day,) for day in single), *(() if self._unfolded else (days[WORK_DAYS:],)))

    def _chosen(self) -> Sequence[Row]:
        rows = self._board.rows if self._board else ()
        if self._team is not None and self._board is not None:
            team = self._board.row(self._team)
            if team is not None and isinstance(team.assignee, Team):
                members = {self._team, *team.assignee.member_ids}
                rows = [row for row in rows if row.id in members]
        people = by_name([r for r in rows if not r.assignee.is_team], lambda r: r.assignee.name)
        return [*people, *by_name([r for r in rows if r.assignee.is_team], lambda r: r.assignee.name)]

    @override
    def rowCount(self, parent: AnyIndex = _ROOT) -> int:
        return 0 if parent.isValid() else len(self.rows)

    @override
    def columnCount(self, parent: AnyIndex = _ROOT) -> int:
        return 0 if parent.isValid() or not self.columns else len(self.columns) + 1

    @property
    def hours_column(self) -> int:
        """The number of the column that shows the hours."""
        return len(self.columns)

    def items(self, row: int, column: int) -> Sequence[Item]:
        """Return the cards of a cell, then its follow-ups and talks."""
        found = self._items.get((row, column))
        if found is None:
            found = self._items[row, column] = self._items_of(row, column)
        return found

    def _items_of(self, row: int, column: int) -> Sequence[Item]:
        if column >= len(self.columns):
            return ()
        of, days = self.rows[row], self.columns[column]
        cards = [Item(card=card) for day in days for card in of.cards.get(day, ())]
        met: list[Due] = []
        for day in days:
            met += [*of.follow_ups.get(day, ()), *of.talks.get(day, ())]
        return (*cards, *(Item(due=due) for due in met))

    def shown(self, row: int) -> Row:
        """Return a row with the rungs and loads there would be after the drop, or as they are."""
        of = self.rows[row]
        return self._preview.get(of.id, of)

    def shown_card(self, row: int, card: Card) -> Card:
        """Return a card as it would be after the drop, or as it is."""
        of = self._preview.get(self.rows[row].id)
        if of is None:
            return card
        key = card.placement.key
        return next((c for c in of.cards.get(card.placement.day, ()) if c.placement.key == key), card)

    def folded(self, column: int) -> bool:
        """Whether a column is the folded weekend."""
        return column < len(self.columns) and len(self.columns[column]) > 1

    def row_of(self, assignee_id: int) -> int:
        """Return the number of somebody's row, or -1 where they are not shown."""
        return next((number for number, row in enumerate(self.rows) if row.id == assignee_id), -1)

    def column_of(self, day: date) -> int:
        """Return the number of a day's column, or -1 for a day of another week."""
        at = (day - self.columns[0][0]).days if self.columns else -1
        if not 0 <= at < 7:
            return -1
        return at if self._unfolded else min(at, WORK_DAYS)

    def find(self, placement: Placement) -> tuple[int, int, int] | None:
        """Return row, column and place in the cell of a card, or None where it is not shown."""
        row, column = self.row_of(placement.assignee_id), self.column_of(placement.day)
        if row < 0 or column < 0:
            return None
        for at, item in enumerate(self.items(row, column)):
            if item.card is not None and item.card.placement.key == placement.key:
                return row, column, at
        return None

    @override
    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        if role in (Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.DisplayRole):
            return self.sentence(index.row(), index.column())
        if role == Qt.ItemDataRole.ToolTipRole and index.column() == self.hours_column:
            return plain_tooltip(self.sentence(index.row(), index.column()))
        return None

    @override
    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        across = orientation == Qt.Orientation.Horizontal
        if not 0 <= section < (self.columnCount() if across else len(self.rows)):
            return None
        if role not in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ToolTipRole):
            return None
        text = self._day_words(section) if across else self.rows[section].assignee.name
        return plain_tooltip(text) if role == Qt.ItemDataRole.ToolTipRole else text

    def sentence(self, row: int, column: int) -> str:
        """Say in words what a cell shows, the current card first."""
        of, board = self.rows[row], self._board
        if board is None:
            return ""
        if column == self.hours_column:
            return tr("{name}, hours: {said}", name=of.assignee.name, said=load_sentence(of))
        days = self.columns[column]
        said = [self.item_words(item) for item in self._current_first(row, column)]
        off = of.off(days[0])
        said = [off_words(off).lower(), *said] if off is not None and all(day in of.away for day in days) else said
        if not said:
            said = [tr("nothing placed")]
        day = tr("weekend") if len(days) > 1 else weekday_text(days[0])
        return tr("{name}, {day}: {said}", name=of.assignee.name, day=day, said="; ".join(said))

    def item_words(self, item: Item) -> str:
        """Say what a card, follow-up or talk shows."""
        if self._board is None:
            return ""
        if item.card is not None:
            return card_words(self._board, item.card)
        return due_words(self._board, item.due) if item.due is not None else ""

    def _current_first(self, row: int, column: int) -> Sequence[Item]:
        items = self.items(row, column)
        return sorted(items, key=lambda item: item.key != self.current) if self.current else items

    def _day_words(self, column: int) -> str:
        if column >= len(self.columns) or self._board is None:
            return tr("Hours")
        days = self.columns[column]
        if len(days) > 1:
            return " ".join(weekend_head(days))
        parts = [weekday_and_day_text(days[0])]
        if days[0] == self._board.facts.today:
            parts.append(tr("today"))
        if days[0] in self._board.facts.holidays:
            parts.append(self._board.facts.holidays[days[0]])
        return ", ".join(parts)
