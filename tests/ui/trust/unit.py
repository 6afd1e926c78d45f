"""A unit for the tests of the matrix, and the page opened on it."""

from __future__ import annotations

from PySide6.QtCore import QItemSelection, QItemSelectionModel, Qt
from PySide6.QtWidgets import QApplication, QMainWindow

from tests.builders import TODAY, a_person, a_session, a_task, agreed, rated
from tillid_planner.content import words
from tillid_planner.domain.assignee import Team
from tillid_planner.domain.changes import Kind
from tillid_planner.domain.task import Scope
from tillid_planner.services.register import new_id
from tillid_planner.ui.desk import Desk
from tillid_planner.ui.texts import install_language
from tillid_planner.ui.trust.page import TrustPage


def make_unit(clock=lambda: TODAY):
    """Three people, of whom Bo is in a team, on a task, an area and a goal; Amina holds the task one rung too high."""
    session = a_session(clock)
    ids = {
        "care": a_task(session, "Sårpleje"),
        "plan": a_task(session, "Vagtplan", scope=Scope.AREA),
        "rehab": a_task(session, "Rehab-mål", scope=Scope.GOAL),
        "amina": a_person(session, "Amina Holm", role="SOSU-assistent"),
        "bo": a_person(session, "Bo Lindskov", role="SOSU-hjælper"),
        "aase": a_person(session, "Åse Ørsted", role="SOSU-hjælper"),
    }
    ids["aften"] = new_id(session.register.add_team(Team(name="Aften", member_ids=(ids["bo"],))), Kind.ASSIGNEE)
    rated(session, ids["care"], ids["amina"], 4, 4, 4)
    agreed(session, ids["care"], ids["amina"], 3)
    rated(session, ids["care"], ids["amina"], 2, 4, 4)
    rated(session, ids["care"], ids["bo"], 5, 5, 5)
    session.names = ids
    return session


def page_opener(app, qtbot):
    """Return what opens the page on a session, in a window of a size."""

    def open_page(session, size=(1366, 690), language="da", desk=None):
        install_language(app, language)
        window = QMainWindow()
        window.setAttribute(Qt.WidgetAttribute.WA_KeyboardFocusChange)
        page = TrustPage(desk or Desk(session, words(language)))
        window.setCentralWidget(page)
        window.resize(*size)
        qtbot.addWidget(window)
        window.show()
        window.activateWindow()
        QApplication.processEvents()
        page.kept_window = window
        return page

    return open_page


def names_of(page):
    return [a.name for a in page.model.assignees]


def rows_of(page):
    return [page.model.line_name(row) for row in range(page.model.rowCount())]


def tasks_of(page):
    return [task.name for task in page.model.tasks]


def cell(page, task_id, assignee_id):
    return page.table.visualRect(page.model.index_of(task_id, assignee_id)).center()


def click(qtbot, page, task_id, assignee_id, modifier=Qt.KeyboardModifier.NoModifier):
    qtbot.mouseClick(page.table.viewport(), Qt.MouseButton.LeftButton, modifier, pos=cell(page, task_id, assignee_id))


def choose(page, first, last):
    """Choose a rectangle of cells from (row, column) to (row, column)."""
    page.table.move_quietly(*first)
    chosen = QItemSelection(page.model.index(*first), page.model.index(*last))
    page.table.selectionModel().select(chosen, QItemSelectionModel.SelectionFlag.ClearAndSelect)


def heard(page):
    """The notices and pages that are asked for from now on."""
    told, asked = [], []
    page.desk.noticed.connect(lambda notice: told.append(notice.text))
    page.desk.page_requested.connect(lambda key, target: asked.append((key, target)))
    return told, asked
