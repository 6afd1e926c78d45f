"""What tests of the registers share: adding tasks and people, reading the table of tasks, typing, leaving a field."""

from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from tillid_planner.domain.agreement import Agreement, AgreementState
from tillid_planner.domain.assignee import Person
from tillid_planner.domain.changes import Kind
from tillid_planner.domain.task import Task
from tillid_planner.services.register import new_id
from tillid_planner.ui.register.tasks_model import TaskColumn

TODAY = date(2026, 11, 23)
DESCRIBED = Task(
    name="Sårpleje",
    purpose="Sår heler",
    hours_per_week=5.5,
    consequence=3,
    reversal=3,
    detection=2,
    clarity=3,
)


def add_task(unit, **fields) -> int:
    return new_id(unit.register.add_task(Task(**{"name": "Sårpleje", **fields})), Kind.TASK)


def add_person(unit, name) -> int:
    return new_id(unit.register.add_person(Person(name=name)), Kind.ASSIGNEE)


def agree(unit, task_id, person_id, rung=2):
    changes = unit.trust.agree(
        Agreement(task_id=task_id, assignee_id=person_id, rung=rung, agreed_on=TODAY, first_follow_up=TODAY)
    )
    unit.trust.set_state(new_id(changes, Kind.AGREEMENT), AgreementState.ACCEPTED)


def cell(page, row, column, role=Qt.ItemDataRole.DisplayRole):
    return page.view.model.index(row, column).data(role)


def names(page):
    return [cell(page, row, TaskColumn.NAME) for row in range(page.view.model.rowCount())]


def answer(monkeypatch, yes):
    asked = []

    def fake(parent, title, text, verb, safe="", *, danger=False):
        asked.append((title, text))
        return yes

    monkeypatch.setattr("tillid_planner.ui.register.record_form.ask", fake)
    return asked


def type_new(qtbot, widget, text):
    widget.setFocus()
    widget.selectAll()
    qtbot.keyClick(widget, Qt.Key.Key_Delete)
    qtbot.keyClicks(widget, text)


def leave_field(qtbot):
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
