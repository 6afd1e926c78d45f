"""The matrix as a table model: assignees down, tasks across, one cell of plain data for each pair."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from tillid_planner.content import Words
from tillid_planner.domain.assignee import Assignee
from tillid_planner.domain.task import Task
from tillid_planner.services.matrix import Cell, Grid
from tillid_planner.ui.models.naming import by_name
from tillid_planner.ui.texts import tr
from tillid_planner.ui.theme import covered
from tillid_planner.ui.widgets import plain_tooltip

AnyIndex = QModelIndex | QPersistentModelIndex
_ROOT = QModelIndex()


class TrustMatrixModel(QAbstractTableModel):
    """People by name, then teams by name; tasks in the register's order; both can be narrowed down."""

    def __init__(self, words: Words, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._words = words
        self._grid = Grid((), (), {})
        self._name = ""
        self._chosen: frozenset[int] | None = None
        self.assignees: Sequence[Assignee] = ()
        self.tasks: Sequence[Task] = ()

    @property
    def grid(self) -> Grid:
        """Everything that was read, also what is filtered out."""
        return self._grid

    @property
    def chosen_tasks(self) -> frozenset[int] | None:
        """The ids of the tasks to show; None shows all."""
        return self._chosen

    def set_grid(self, grid: Grid) -> None:
        """Show what was read anew; when nobody came or went, only the changed cells are told."""
        before, self._grid = self._grid, grid
        assignees, tasks = self._filtered()
        if (assignees, tasks) != (list(self.assignees), list(self.tasks)):
            self.beginResetModel()
            self.assignees, self.tasks = assignees, tasks
            self.endResetModel()
            return
        rows = {assignee.id or 0: row for row, assignee in enumerate(assignees)}
        columns = {task.id or 0: column for column, task in enumerate(tasks)}
        for assignee_id, task_id in before.cells.keys() | grid.cells.keys():
            key = (assignee_id, task_id)
            if assignee_id in rows and task_id in columns and before.cells.get(key) != grid.cells.get(key):
                index = self.index(rows[assignee_id], columns[task_id])
                self.dataChanged.emit(index, index)

    def set_cells(self, cells: Mapping[tuple[int, int], Cell]) -> None:
        """Show some cells, by (assignee, task), as they were read anew."""
        self.set_grid(Grid(self._grid.assignees, self._grid.tasks, {**self._grid.cells, **cells}))

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

    def _reset(self) -> None:
        self.beginResetModel()
        self.assignees, self.tasks = self._filtered()
        self.endResetModel()

    def _filtered(self) -> tuple[list[Assignee], list[Task]]:
        named = [a for a in self._grid.assignees if self._name in a.name.casefold()]
        people = by_name([a for a in named if not a.is_team], lambda a: a.name)
        teams = by_name([a for a in named if a.is_team], lambda a: a.name)
        chosen = self._chosen
        tasks = [task for task in self._grid.tasks if chosen is None or task.id in chosen]
        return [*people, *teams], tasks

    def cell(self, row: int, column: int) -> Cell:
        """Return one cell's data, for painting."""
        return self._grid.cell(self.assignees[row].id or 0, self.tasks[column].id or 0)

    def pair(self, index: AnyIndex) -> tuple[int, int] | None:
        """Return the ids (task, assignee) of a cell, or None for no cell."""
        if not index.isValid():
            return None
        return self.tasks[index.column()].id or 0, self.assignees[index.row()].id or 0

    def index_of(self, task_id: int, assignee_id: int) -> QModelIndex:
        """Return the cell of a pair; invalid where it is not shown."""
        row = next((r for r, a in enumerate(self.assignees) if a.id == assignee_id), -1)
        column = next((c for c, t in enumerate(self.tasks) if t.id == task_id), -1)
        return self.index(row, column) if row >= 0 and column >= 0 else QModelIndex()

    def rowCount(self, parent: AnyIndex = _ROOT) -> int:
        """Return the number of people and teams shown."""
        return 0 if parent.isValid() else len(self.assignees)

    def columnCount(self, parent: AnyIndex = _ROOT) -> int:
        """Return the number of tasks shown."""
        return 0 if parent.isValid() else len(self.tasks)

    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return the sentence about a cell; what is painted comes from :meth:`cell`."""
        if not index.isValid():
            return None
        if role in (Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.DisplayRole):
            return self.sentence(index.row(), index.column())
        if role == Qt.ItemDataRole.ToolTipRole:
            return plain_tooltip(self.sentence(index.row(), index.column()))
        return None

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        """Return names and tasks; the tooltip gives the whole name."""
        across = orientation == Qt.Orientation.Horizontal
        if not 0 <= section < (len(self.tasks) if across else len(self.assignees)):
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return self.tasks[section].heading if across else self.assignees[section].name
        if role in (Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleTextRole):
            text = self._task_sentence(self.tasks[section]) if across else self.assignees[section].name
            return plain_tooltip(text) if role == Qt.ItemDataRole.ToolTipRole else text
        return None

    def frame_holds(self, column: int) -> bool:
        """Whether the task itself is not clear enough, for everybody."""
        return self.tasks[column].clarity in (1, 2)

    def sentence(self, row: int, column: int) -> str:
        """Say in words what a cell shows."""
        pair = f"{self.assignees[row].name}, {self.tasks[column].name}"
        if covered():
            return tr("{pair}: hidden", pair=pair)
        return tr("{pair}: {state}", pair=pair, state="; ".join(self._state(self.cell(row, column))))

    def _state(self, cell: Cell) -> list[str]:
        parts = []
        if cell.agreed is not None:
            name = self.rung_name(cell.agreed)
            agreed = tr("agreed rung {rung}, {name}", rung=cell.agreed, name=name)
            parts.append(agreed if cell.agreed else name.lower())
        if cell.offer is not None:
            parts.append(tr("offered rung {rung}, {name}", rung=cell.offer, name=self.rung_name(cell.offer)))
        if cell.differs:
            parts.append(
                tr("suggestion to pause") if not cell.suggested else tr("suggestion rung {rung}", rung=cell.suggested)
            )
        if cell.closed:
            parts.append(tr("rated, the suggestion is not opened"))
        if cell.frame:
            parts.append(tr("the frame holds back"))
        if cell.breach:
            parts.append(tr("a breach is not closed"))
        if not parts:
            parts.append(tr("partly rated") if cell.rated else tr("not rated yet"))
        return parts

    def _task_sentence(self, task: Task) -> str:
        return tr("{task}: the task is not clear enough", task=task.name) if task.clarity in (1, 2) else task.name

    def rung_name(self, rung: int) -> str:
        """Return the name of a rung 0–5."""
        return self._words.text(f"ladders.task.{rung}.name")
