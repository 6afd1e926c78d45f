"""The pictures of what the matrix can do: filter, groups, several cells, rating a column or row, a large unit."""

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
from tillid_planner.ui.export.matrix_dialog import MatrixExportDialog
from tillid_planner.ui.theme import set_ratings_hidden
from tillid_planner.ui.trust.line_rating import LineRating
from tillid_planner.ui.trust.line_rating_model import Way
from tillid_planner.ui.trust.matrix_layout import ColumnGroups, Mark, MatrixFilter, RowGroups
from tillid_planner.ui.trust.page import TrustPage

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
    page.filter_control.apply(MatrixFilter(marks=frozenset({Mark.DIFFERS})))


def nothing(stage: Stage) -> None:
    """Show a filter that finds nothing."""
    page = _page(stage)
    page.filter_control.apply(MatrixFilter(scopes=frozenset({Scope.GOAL}), marks=frozenset({Mark.UNSURE})))


def panel(stage: Stage) -> QWidget:
    """Show the panel of filters and groups."""
    page = _page(stage)
    page.filter_control.apply(MatrixFilter(marks=frozenset({Mark.UNSURE})))
    return page.filter_control.open_filter()


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
    dialog = MatrixExportDialog(
        stage.window.shell.desk, page.acts.shown(), page, chosen=page.acts.chosen(), cells=len(page.table.chosen())
    )
    dialog.show()
    return dialog


def _line_rating(stage: Stage, way: Way, dimension: Dimension = Dimension.COMPETENCE) -> LineRating:
    page = _page(stage)
    task = next(t for t in page.model.tasks if t.heading == "Sårpleje")
    person = next(a for a in page.model.assignees if a.name == "Amina Holm")
    subject, at = (task, person) if way is Way.DOWN else (person, task)
    page.rate_line(way, subject.id or 0, at.id)
    line_rating = page.view.line_rating
    assert line_rating is not None
    line_rating.dimensions.set_value(dimension)
    line_rating.start(way, subject.id or 0, at.id)
    return line_rating


def down(stage: Stage) -> None:
    """Rate one prerequisite down a column; two are rated already."""
    line_rating = _line_rating(stage, Way.DOWN)
    line_rating.table.rated.emit(0, 4)
    line_rating.table.rated.emit(1, 5)
    line_rating.table.unsure_turned.emit(2)
    line_rating.table.rated.emit(2, 3)
    line_rating.table.select_row(3)


def across(stage: Stage) -> None:
    """Rate one prerequisite across a row."""
    _line_rating(stage, Way.ACROSS, Dimension.RESOURCES)


def hidden(stage: Stage) -> None:
    """Show the rating of a column while ratings are hidden."""
    _line_rating(stage, Way.DOWN)
    set_ratings_hidden(True)


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
    "matrix-hidden": hidden,
    "matrix-large": large,
}
