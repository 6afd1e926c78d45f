"""Filters and groups the matrix, and shows an empty state where nothing matches."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from tillid_planner.domain.assignee import Team
from tillid_planner.ui.desk import Desk, Target
from tillid_planner.ui.naming import by_name
from tillid_planner.ui.texts import tr
from tillid_planner.ui.trust.filter_panel import FilterPanel
from tillid_planner.ui.trust.matrix_layout import MatrixFilter
from tillid_planner.ui.trust.task_chooser import TaskChooser
from tillid_planner.ui.trust.trust_matrix import TrustMatrixModel
from tillid_planner.ui.trust.view import TrustView

_KEPT = "matrix"


class FilterControl(QObject):
    """Search, chosen tasks, filter and groups. ``about_to_change`` lets others keep what is typed before."""

    about_to_change = Signal()
    changed = Signal()

    def __init__(self, desk: Desk, view: TrustView, model: TrustMatrixModel, parent: QWidget) -> None:
        super().__init__(parent)
        self._desk, self._view, self._model, self._page = desk, view, model, parent
        #: Why nothing is shown: «tasks», «people», «name», «chosen» or «filter»; empty where something is.
        self.empty_reason = ""
        if _KEPT in desk.places:
            chosen, wanted, groups = desk.places.pop(_KEPT)
            model.choose_tasks(chosen)
            model.set_filter(wanted)
            model.set_groups(*groups)
        view.search.textChanged.connect(self._find_names)
        view.tasks_button.clicked.connect(lambda *_: self.open_tasks())
        view.filter_button.clicked.connect(lambda *_: self.open_filter())
        view.filter_line.clear_wanted.connect(self._clear_filter)
        view.empty.action_requested.connect(self._fill)
        view.empty_second.clicked.connect(lambda *_: self._import())

    def keep_place(self) -> None:
        """Note what is looked for; not the name, which is a search of the moment."""
        self._desk.places[_KEPT] = (self._model.chosen_tasks, self._model.filter, self._model.groups)

    def show_all(self) -> None:
        """Look for nothing in particular any more; the groups stay."""
        self._view.search.clear()
        self._model.choose_tasks(None)
        self._model.set_filter(MatrixFilter())
        self._end()

    def open_filter(self) -> FilterPanel:
        """Open the panel of filters and groups."""
        teams = by_name([a for a in self._model.grid.assignees if isinstance(a, Team)], lambda team: team.name)
        panel = FilterPanel(teams, self._model.filter, self._model.groups, self._page)
        panel.filter_changed.connect(self.apply)
        panel.groups_changed.connect(self._group)
        panel.open_under(self._view.filter_button)
        return panel

    def show_empty(self) -> None:
        """Say what is narrowed down, and show the matrix or why there is none."""
        model, view = self._model, self._view
        chosen, total = model.chosen_tasks, len(model.grid.tasks)
        view.tasks_button.setText(
            tr("Tasks") if chosen is None else tr("Tasks: {shown} of {total}", shown=len(chosen), total=total)
        )
        self.empty_reason = self._why_empty()
        view.filter_line.tell(model)
        view.show_table(not self.empty_reason)
        if self.empty_reason:
            view.show_empty(*_words(self.empty_reason), importing=self.empty_reason in ("tasks", "people"))

    def _why_empty(self) -> str:
        model, grid = self._model, self._model.grid
        if not grid.tasks:
            return "tasks"
        if not grid.assignees:
            return "people"
        if model.assignees and model.tasks:
            return ""
        if model.chosen_tasks is not None and not any(task.id in model.chosen_tasks for task in grid.tasks):
            return "chosen"
        return "filter" if model.filter.active else "name"

    def _find_names(self, text: str) -> None:
        self.about_to_change.emit()
        self._model.set_name_filter(text)
        self._end()

    def open_tasks(self) -> None:
        """Open the panel in which tasks are chosen."""
        chooser = TaskChooser(self._model.grid.tasks, self._model.chosen_tasks, self._page)
        chooser.chosen.connect(self._choose_tasks)
        chooser.open_under(self._view.tasks_button if self._view.tasks_button.isVisible() else self._view.more_button)

    def _choose_tasks(self, ids: object) -> None:
        self.about_to_change.emit()
        self._model.choose_tasks(ids if isinstance(ids, frozenset) else None)
        self._end()

    def apply(self, wanted: MatrixFilter) -> None:
        """Look for something."""
        self.about_to_change.emit()
        self._model.set_filter(wanted)
        self._end()

    def _clear_filter(self) -> None:
        self.apply(MatrixFilter())
        self._view.table.setFocus()

    def _group(self, groups: object) -> None:
        if isinstance(groups, tuple):
            self.about_to_change.emit()
            self._model.set_groups(*groups)
            self._end()

    def _end(self) -> None:
        self.show_empty()
        self.changed.emit()

    def _fill(self) -> None:
        if self.empty_reason in ("tasks", "people"):
            self._desk.go(self.empty_reason, Target(act="new"))
        elif self.empty_reason == "name":
            self._view.search.clear()
        elif self.empty_reason == "filter":
            self._clear_filter()
        else:
            self._choose_tasks(None)

    def _import(self) -> None:
        self._desk.go("import", Target(act="staff" if self.empty_reason == "people" else "tasks"))


def _words(empty_reason: str) -> tuple[str, str, str]:
    return {
        "tasks": (
            tr("No tasks yet"),
            tr("Trust is given task by task. Begin with the tasks that can be handed over."),
            tr("Write the first task"),
        ),
        "people": (
            tr("No people yet"),
            tr("When your people are here, each of them gets a row, and you can rate and agree."),
            tr("Write the first person"),
        ),
        "name": (tr("Nobody has that name"), tr("Try fewer letters."), tr("Show everybody")),
        "chosen": (tr("No tasks chosen"), tr("Choose the tasks you want to see."), tr("Show all tasks")),
        "filter": (
            tr("Nothing fits the filter"),
            tr("Choose fewer things in it, or look at everything."),
            tr("Clear the filter"),
        ),
    }[empty_reason]
