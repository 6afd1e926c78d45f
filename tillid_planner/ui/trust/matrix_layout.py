"""Which rows and columns the matrix shows, in which order: narrowed down, grouped, and by name alone within."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import TypeAlias

from tillid_planner.domain.assignee import Assignee, Person, Team
from tillid_planner.domain.task import Scope, Task
from tillid_planner.services.matrix import Cell, Grid
from tillid_planner.ui.naming import by_name
from tillid_planner.ui.texts import tr

CellKey: TypeAlias = tuple[int, int]


class Mark(StrEnum):
    """What a pair can be looked for by; never a rung or a rating."""

    DIFFERS = "differs"
    UNRATED = "unrated"
    OLD = "old"
    UNSURE = "unsure"
    FRAME = "frame"


def _differs(cell: Cell) -> bool:
    # A suggestion nobody has opened is no suggestion here: looking for it must not give it away.
    held = cell.offer if cell.agreed is None else cell.agreed
    return held is not None and cell.suggested is not None and cell.suggested != held


_HAS: dict[Mark, Callable[[Cell], bool]] = {
    Mark.DIFFERS: _differs,
    Mark.UNRATED: lambda cell: not cell.rated,
    Mark.OLD: lambda cell: cell.old,
    Mark.UNSURE: lambda cell: cell.unsure,
    Mark.FRAME: lambda cell: cell.frame,
}


class RowGroups(StrEnum):
    """By what people stand together."""

    NONE = "none"
    TEAM = "team"
    ROLE = "role"


class ColumnGroups(StrEnum):
    """By what tasks stand together."""

    NONE = "none"
    SCOPE = "scope"


@dataclass(frozen=True, slots=True)
class MatrixFilter:
    """What is looked for; within teams, scopes and marks one of them is enough, and an empty set asks nothing."""

    teams: frozenset[int] = frozenset()
    scopes: frozenset[Scope] = frozenset()
    marks: frozenset[Mark] = frozenset()

    @property
    def active(self) -> bool:
        """Whether anything is asked."""
        return bool(self.teams or self.scopes or self.marks)

    def finds(self, cell: Cell) -> bool:
        """Whether a cell has one of the marks; without marks every cell is found."""
        return not self.marks or any(_HAS[mark](cell) for mark in self.marks)


@dataclass(frozen=True, slots=True)
class GroupHead:
    """A line over a group of rows."""

    text: str


Line: TypeAlias = Assignee | GroupHead


@dataclass(frozen=True, slots=True)
class Layout:
    """The lines and tasks to show.

    ``found`` are the cells looked for (None: all), ``starts`` the columns that begin a group, with its name.
    """

    lines: Sequence[Line] = ()
    tasks: Sequence[Task] = ()
    found: frozenset[CellKey] | None = None
    starts: Sequence[tuple[int, str]] = ()


def lay_out(
    grid: Grid,
    wanted: MatrixFilter,
    *,
    name: str = "",
    chosen: frozenset[int] | None = None,
    rows: RowGroups = RowGroups.NONE,
    columns: ColumnGroups = ColumnGroups.NONE,
) -> Layout:
    """Return what to show of *grid*: names that hold *name* (casefolded), the *chosen* tasks (None: all)."""
    assignees = [a for a in grid.assignees if name in a.name.casefold()]
    if wanted.teams:
        inside = _inside(grid, wanted.teams)
        assignees = [a for a in assignees if a.id in inside]
    tasks = [
        t for t in grid.tasks if (chosen is None or t.id in chosen) and (not wanted.scopes or t.scope in wanted.scopes)
    ]
    found = None
    if wanted.marks:
        found = _found(grid, wanted, assignees, tasks)
        left, held = {a for a, _ in found}, {t for _, t in found}
        assignees = [a for a in assignees if a.id in left]
        tasks = [t for t in tasks if t.id in held]
    starts: list[tuple[int, str]] = []
    if columns is ColumnGroups.SCOPE:
        tasks, starts = _by_scope(tasks)
    return Layout(_lines(grid, assignees, rows), tasks, found, tuple(starts))


def sorted_assignees(assignees: Sequence[Assignee]) -> list[Assignee]:
    """Return people by name, then teams by name."""
    people = by_name([a for a in assignees if not a.is_team], lambda a: a.name)
    return [*people, *by_name([a for a in assignees if a.is_team], lambda a: a.name)]


def scope_heading(scope: Scope) -> str:
    """Return the name of a group of tasks."""
    return {Scope.TASK: tr("Single tasks"), Scope.AREA: tr("Areas"), Scope.GOAL: tr("Goals")}[scope]


def mark_words(mark: Mark) -> str:
    """Return what is looked for, as the end of «cells where …»."""
    return {
        Mark.DIFFERS: tr("the suggestion differs from the agreement"),
        Mark.UNRATED: tr("nothing is rated"),
        Mark.OLD: tr("a rating is old"),
        Mark.UNSURE: tr("I was unsure"),
        Mark.FRAME: tr("the frame holds back"),
    }[mark]


def _inside(grid: Grid, teams: frozenset[int]) -> set[int]:
    found = set(teams)
    for assignee in grid.assignees:
        if isinstance(assignee, Team) and assignee.id in teams:
            found |= set(assignee.member_ids)
    return found


def _found(
    grid: Grid, wanted: MatrixFilter, assignees: Sequence[Assignee], tasks: Sequence[Task]
) -> frozenset[CellKey]:
    rows, columns = {a.id or 0 for a in assignees}, {t.id or 0 for t in tasks}
    found = {k for k, cell in grid.cells.items() if k[0] in rows and k[1] in columns and wanted.finds(cell)}
    if wanted.finds(Cell()):
        found |= {(row, column) for row in rows for column in columns}.difference(grid.cells)
    return frozenset(found)


def _by_scope(tasks: Sequence[Task]) -> tuple[list[Task], list[tuple[int, str]]]:
    sorted_tasks: list[Task] = []
    starts = []
    for scope in Scope:
        group = [task for task in tasks if task.scope is scope]
        if group:
            starts.append((len(sorted_tasks), scope_heading(scope)))
            sorted_tasks += group
    return sorted_tasks, starts


def _lines(grid: Grid, assignees: Sequence[Assignee], rows: RowGroups) -> list[Line]:
    if rows is RowGroups.NONE:
        return list(sorted_assignees(assignees))
    lines: list[Line] = []
    for name, group in _by_team(grid, assignees) if rows is RowGroups.TEAM else _by_role(assignees):
        if group:
            lines += [GroupHead(name), *sorted_assignees(group)]
    return lines


def _by_team(grid: Grid, assignees: Sequence[Assignee]) -> list[tuple[str, list[Assignee]]]:
    # Whoever is in two teams stands with both: each team is to be seen whole.
    teams = by_name([a for a in grid.assignees if isinstance(a, Team)], lambda team: team.name)
    groups = [(t.name, [a for a in assignees if a.id == t.id or a.id in t.member_ids]) for t in teams]
    placed = {a.id for _, group in groups for a in group}
    return [*groups, (tr("Without a team"), [a for a in assignees if a.id not in placed])]


def _by_role(assignees: Sequence[Assignee]) -> list[tuple[str, list[Assignee]]]:
    people = [a for a in assignees if isinstance(a, Person)]
    roles = by_name({p.role.strip() for p in people if p.role.strip()}, str)
    groups: list[tuple[str, list[Assignee]]] = [(role, [p for p in people if p.role.strip() == role]) for role in roles]
    groups.append((tr("Without a role"), [p for p in people if not p.role.strip()]))
    return [*groups, (tr("Teams"), [a for a in assignees if a.is_team])]
