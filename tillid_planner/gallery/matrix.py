"""The pictures of what the matrix can do: narrowed down, grouped, several cells, rating along, a large unit."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import QItemSelection, QItemSelectionModel
from PySide6.QtWidgets import QWidget

from tillid_planner.domain.agreement import AgreementState
from tillid_planner.domain.assignee import Person
from tillid_planner.domain.case import Dimension
from tillid_planner.domain.task import Scope, Task
from tillid_planner.gallery.week import Stage
from tillid_planner.services import session as sessions
from tillid_planner.ui.export.matrix_dialog import MatrixLeavingDialog
from tillid_planner.ui.theme import set_covered
from tillid_planner.ui.trust.along_model import Way
from tillid_planner.ui.trust.matrix_layout import ColumnGroups, Mark, MatrixFilter, RowGroups
from tillid_planner.ui.trust.page import TrustPage
from tillid_planner.ui.trust.rate_along import RateAlong

_MOST = (200, 400)


def _page(stage: Stage) -> TrustPage:
    stage.go("trust")
    assert stage.window.shell is not None
    page = stage.window.shell.page("trust")
    assert isinstance(page, TrustPage)
    return page


def filtered(stage: Stage) -> None:
    """Show the cells whose suggestion differs."""
    page = _page(stage)
    page.narrowing.narrow(MatrixFilter(marks=frozenset({Mark.DIFFERS})))


def nothing(stage: Stage) -> None:
    """Show a filter that finds nothing."""
    page = _page(stage)
    page.narrowing.narrow(MatrixFilter(scopes=frozenset({Scope.GOAL}), marks=frozenset({Mark.UNSURE})))


def panel(stage: Stage) -> QWidget:
    """Show the panel of filters and groups."""
    page = _page(stage)
    page.narrowing.narrow(MatrixFilter(marks=frozenset({Mark.UNSURE})))
    return page.narrowing.open_filter()


def grouped(stage: Stage) -> None:
    """Show people by team and tasks by kind."""
    page = _page(stage)
    page.model.set_groups(RowGroups.TEAM, ColumnGroups.SCOPE)
    page.table.fit()


def several(stage: Stage) -> TrustPage:
    """Choose several cells, and show what can be done with them."""
    page = _page(stage)
    page.table.move_quietly(1, 1)
    cells = QItemSelection(page.model.index(1, 1), page.model.index(4, 2))
    page.table.selectionModel().select(cells, QItemSelectionModel.SelectionFlag.ClearAndSelect)
    return page


def chosen(stage: Stage) -> None:
    """Show several chosen cells, and what can be done with them."""
    several(stage)


def leaving(stage: Stage) -> QWidget:
    """Show the question before agreements leave the matrix."""
    page = several(stage)
    assert stage.window.shell is not None
    dialog = MatrixLeavingDialog(
        stage.window.shell.desk, page.acts.shown(), page, chosen=page.acts.chosen(), cells=len(page.table.chosen())
    )
    dialog.show()
    return dialog


def _along(stage: Stage, way: Way, dimension: Dimension = Dimension.COMPETENCE) -> RateAlong:
    page = _page(stage)
    task = next(t for t in page.model.tasks if t.heading == "Sårpleje")
    person = next(a for a in page.model.assignees if a.name == "Amina Holm")
    subject, at = (task, person) if way is Way.DOWN else (person, task)
    page.start_along(way, subject.id or 0, at.id)
    along = page.view.along
    assert along is not None
    along.dimensions.set_value(dimension)
    along.start(way, subject.id or 0, at.id)
    return along


def down(stage: Stage) -> None:
    """Rate one prerequisite down a column; two are rated already."""
    along = _along(stage, Way.DOWN)
    along.table.rated.emit(0, 4)
    along.table.rated.emit(1, 5)
    along.table.unsure_turned.emit(2)
    along.table.rated.emit(2, 3)
    along.table.select_row(3)


def across(stage: Stage) -> None:
    """Rate one prerequisite across a row."""
    _along(stage, Way.ACROSS, Dimension.RESOURCES)


def covered(stage: Stage) -> None:
    """Show rating along while it is hidden."""
    _along(stage, Way.DOWN)
    set_covered(True)


def large(stage: Stage) -> None:
    """Show a unit of two hundred people and four hundred tasks, somewhere in the middle."""
    session = sessions.in_memory("Hjemmepleje Nord")
    people, tasks = _MOST
    session.register.take_in(
        [Person(name=f"Medarbejder {n}", weekly_hours=32) for n in range(1, people + 1)]
        + [
            Task(name=f"Opgave {n}", consequence=1, reversal=1, detection=1, clarity=n % 3 + 1)
            for n in range(1, tasks + 1)
        ]
    )
    grid = session.matrix.grid()
    for number in range(60):
        task, person = grid.tasks[40 + number % 9].id or 0, grid.assignees[90 + number % 14].id or 0
        for dimension in Dimension:
            session.trust.rate(task, person, dimension, number % 3 + 3)
        if number % 2:
            draft = session.trust.draft(task, person, 1)
            session.trust.agree(replace(draft, state=AgreementState.ACCEPTED, reason="Aftalt sammen."))
    stage.window.show_session(session, "trust")
    assert stage.window.shell is not None
    page = stage.window.shell.page("trust")
    assert isinstance(page, TrustPage)
    page.table.move_quietly(102, 47)


SCENES: dict[str, Callable[[Stage], QWidget | None]] = {
    "matrix-filtered": filtered,
    "matrix-filter": panel,
    "matrix-nothing": nothing,
    "matrix-grouped": grouped,
    "matrix-several": chosen,
    "matrix-leaving": leaving,
    "matrix-down": down,
    "matrix-across": across,
    "matrix-covered": covered,
    "matrix-large": large,
}
