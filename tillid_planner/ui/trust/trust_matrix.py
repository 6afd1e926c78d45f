"""The matrix as a table model: assignees down, tasks across, one cell of plain data for each pair."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from typing_extensions import override

from tillid_planner.content import Words
from tillid_planner.domain.assignee import Assignee
from tillid_planner.domain.task import Task
from tillid_planner.services.matrix import Cell, Grid
from tillid_planner.ui.texts import tr
from tillid_planner.ui.theme import ratings_hidden
from tillid_planner.ui.trust.cell_words import cell_state
from tillid_planner.ui.trust.matrix_layout import (
    CellKey,
    ColumnGroups,
    GroupHead,
    Layout,
    Line,
    MatrixFilter,
    RowGroups,
    lay_out,
    sorted_assignees,
)
from tillid_planner.ui.widgets import plain_tooltip

AnyIndex = QModelIndex | QPersistentModelIndex
_ROOT = QModelIndex()


class TrustMatrixModel(QAbstractTableModel):
    """People by name, then teams by name; tasks in the register's order; both can be narrowed down and grouped.

    ``lines`` are the rows: assignees, and heads over groups of them; somebody in two teams has two rows.
    """

    def __init__(self, words: Words, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._words = words
        self._grid = Grid.empty()
        self._name = ""
        self._chosen: frozenset[int] | None = None
        self._filter = MatrixFilter()
        self._groups: tuple[RowGroups, ColumnGroups] = (RowGroups.NONE, ColumnGroups.NONE)
        self._layout = Layout()
        self.assignees: Sequence[Assignee] = ()
        #: The ids of rows (0 for a head) and columns, and the columns whose frame holds for everybody; for painting.
        self.row_ids: Sequence[int] = ()
        self.column_ids: Sequence[int] = ()
        self.framed_columns: frozenset[int] = frozenset()

    @property
    def grid(self) -> Grid:
        """Everything that was read, also what is filtered out."""
        return self._grid

    @property
    def lines(self) -> Sequence[Line]:
        """The rows."""
        return self._layout.lines

    @property
    def tasks(self) -> Sequence[Task]:
        """The columns."""
        return self._layout.tasks

    @property
    def found(self) -> frozenset[CellKey] | None:
        """The cells (assignee, task) that are looked for; None when none are in particular."""
        return self._layout.found

    @property
    def group_starts(self) -> Sequence[tuple[int, str]]:
        """The columns that begin a group, with the group's name."""
        return self._layout.starts

    @property
    def chosen_tasks(self) -> frozenset[int] | None:
        """The ids of the tasks to show; None shows all."""
        return self._chosen

    @property
    def filter(self) -> MatrixFilter:
        """What is looked for."""
        return self._filter

    @property
    def groups(self) -> tuple[RowGroups, ColumnGroups]:
        """By what rows and columns stand together."""
        return self._groups

    def set_grid(self, grid: Grid) -> None:
        """Show what was read anew; when nobody came or went, the choice and the place stay."""
        self._grid = grid
        # A team that is gone is not looked for any more.
        teams = self._filter.teams & {a.id for a in grid.assignees if a.is_team}
        self._filter = replace(self._filter, teams=frozenset(team for team in teams if team))
        layout = self._lay_out()
        if (layout.lines, layout.tasks, layout.starts) != (self.lines, self.tasks, self.group_starts):
            self.beginResetModel()
            self._take(layout)
            self.endResetModel()
            return
        self._take(layout)
        if self.rowCount() and self.columnCount():
            self.dataChanged.emit(self.index(0, 0), self.index(self.rowCount() - 1, self.columnCount() - 1))

    def set_cells(self, cells: Mapping[CellKey, Cell]) -> None:
        """Show some cells, by (assignee, task), as they were read anew.

        What is looked for stays where it is, though it may not be found any more: nothing goes from under the hand.
        """
        self._grid = self._grid.having(cells)
        self._emit_changed(set(cells))

    def set_name_filter(self, name: str) -> None:
        """Show only those whose name holds *name*; an empty text shows everybody."""
        if name.strip().casefold() != self._name:
            self._name = name.strip().casefold()
            self._reset()

    def choose_tasks(self, ids: Collection[int] | None) -> None:
        """Show only these tasks; None shows all."""
        chosen = None if ids is None else frozenset(ids)
        if chosen != self._chosen:
            self._chosen = chosen
            self._reset()

    def set_filter(self, wanted: MatrixFilter) -> None:
        """Look for something; rows and columns without it are folded away."""
        self._filter = wanted
        self._reset()

    def set_groups(self, rows: RowGroups, columns: ColumnGroups) -> None:
        """Let rows and columns stand together."""
        if (rows, columns) != self._groups:
            self._groups = (rows, columns)
            self._reset()

    def first_cell(self) -> tuple[int, int]:
        """Return row and column of the first cell that is looked for; (-1, -1) where there is none."""
        found = self.found
        for row, assignee in enumerate(self.row_ids):
            for column, task in enumerate(self.column_ids):
                if assignee and (found is None or (assignee, task) in found):
                    return row, column
        return -1, -1

    def count_found(self) -> int:
        """Return how many different pairs are shown and looked for."""
        found = self.found
        return len(self.assignees) * len(self.tasks) if found is None else len(found)

    def _reset(self) -> None:
        self.beginResetModel()
        self._take(self._lay_out())
        self.endResetModel()

    def _lay_out(self) -> Layout:
        rows, columns = self._groups
        return lay_out(self._grid, self._filter, name=self._name, chosen=self._chosen, rows=rows, columns=columns)

    def _take(self, layout: Layout) -> None:
        self._layout = layout
        self.row_ids = [0 if isinstance(line, GroupHead) else line.id or 0 for line in layout.lines]
        self.column_ids = [task.id or 0 for task in layout.tasks]
        self.framed_columns = frozenset(n for n, task in enumerate(layout.tasks) if task.clarity in (1, 2))
        shown = [line for line in layout.lines if not isinstance(line, GroupHead)]
        self.assignees = (
            shown if self._groups[0] is RowGroups.NONE else sorted_assignees(list({a.id: a for a in shown}.values()))
        )

    def _emit_changed(self, keys: Collection[CellKey]) -> None:
        if not keys:
            return
        columns = {task: column for column, task in enumerate(self.column_ids)}
        rows: dict[int, list[int]] = {}
        for row, assignee in enumerate(self.row_ids):
            rows.setdefault(assignee, []).append(row)
        for assignee, task in keys:
            if task in columns:
                for row in rows.get(assignee, ()):
                    index = self.index(row, columns[task])
                    self.dataChanged.emit(index, index)

    @property
    def shown_cells(self) -> Mapping[CellKey, Cell]:
        """The cells that are not empty, by (assignee, task); for painting."""
        return self._grid.cells

    def cell(self, row: int, column: int) -> Cell:
        """Return one cell's data; a head's cells are empty."""
        return self.cell_of((self.row_ids[row], self.column_ids[column]))

    def cell_of(self, key: CellKey) -> Cell:
        """Return the data to show of a pair (assignee, task)."""
        return self._grid.cell(*key)

    def is_head(self, row: int) -> bool:
        """Whether a row is a head over a group."""
        return isinstance(self.lines[row], GroupHead)

    def pair(self, index: AnyIndex) -> tuple[int, int] | None:
        """Return the ids (task, assignee) of a cell, or None for no cell."""
        if not index.isValid() or self.is_head(index.row()):
            return None
        return self.column_ids[index.column()], self.row_ids[index.row()]

    def index_of(self, task_id: int, assignee_id: int) -> QModelIndex:
        """Return the first cell of a pair; invalid where it is not shown."""
        if task_id not in self.column_ids or assignee_id not in self.row_ids:
            return QModelIndex()
        return self.index(self.row_ids.index(assignee_id), self.column_ids.index(task_id))

    @override
    def rowCount(self, parent: AnyIndex = _ROOT) -> int:
        return 0 if parent.isValid() else len(self.lines)

    @override
    def columnCount(self, parent: AnyIndex = _ROOT) -> int:
        return 0 if parent.isValid() else len(self.tasks)

    @override
    def flags(self, index: AnyIndex) -> Qt.ItemFlag:
        if not index.isValid() or self.is_head(index.row()):
            return Qt.ItemFlag.NoItemFlags
        return super().flags(index)

    @override
    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        if role in (Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.DisplayRole):
            return self.sentence(index.row(), index.column())
        if role == Qt.ItemDataRole.ToolTipRole:
            return plain_tooltip(self.sentence(index.row(), index.column()))
        return None

    @override
    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        across = orientation == Qt.Orientation.Horizontal
        if not 0 <= section < (len(self.tasks) if across else len(self.lines)):
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return self.tasks[section].heading if across else self.line_name(section)
        if role in (Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleTextRole):
            text = self._task_sentence(self.tasks[section]) if across else self.line_name(section)
            return plain_tooltip(text) if role == Qt.ItemDataRole.ToolTipRole else text
        return None

    def line_name(self, row: int) -> str:
        """Return the name of a row: an assignee's or a group's."""
        line = self.lines[row]
        return line.text if isinstance(line, GroupHead) else line.name

    def frame_holds(self, column: int) -> bool:
        """Whether the task itself is not clear enough, for everybody."""
        return column in self.framed_columns

    def sentence(self, row: int, column: int) -> str:
        """Say in words what a cell shows."""
        if self.is_head(row):
            return self.line_name(row)
        pair = f"{self.line_name(row)}, {self.tasks[column].name}"
        if ratings_hidden():
            return tr("{pair}: hidden", pair=pair)
        return tr("{pair}: {state}", pair=pair, state=cell_state(self.cell(row, column), self.rung_name))

    def _task_sentence(self, task: Task) -> str:
        return tr("{task}: the task is not clear enough", task=task.name) if task.clarity in (1, 2) else task.name

    def rung_name(self, rung: int) -> str:
        """Return the name of a rung 0–5."""
        return self._words.text(f"ladders.task.{rung}.name")
