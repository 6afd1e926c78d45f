"""What the overview of a person says of one task: what holds, what is on its way, and nothing that is not so."""

import pytest
from PySide6.QtWidgets import QApplication

from tests.builders import a_person, a_session, a_task, agreed, rated
from tillid_planner.domain.agreement import AgreementState
from tillid_planner.ui.desk import Target
from tillid_planner.ui.person.lines_model import Column
from tillid_planner.ui.widgets import Cell


@pytest.fixture
def unit():
    session = a_session()
    yield session
    session.close()


def why(page):
    return [label.text() for label in page.view.overview.why.labels if label.isVisible()]


def test_a_rung_on_its_way_is_told_beside_the_one_that_holds(page, unit):
    person, task = a_person(unit), a_task(unit)
    rated(unit, task, person, 4, 4, 4)
    agreed(unit, task, person, 3)
    agreed(unit, task, person, 2, state=AgreementState.DISCUSSED)
    page.open_target(Target(assignee_id=person))
    page.show()
    QApplication.processEvents()
    index = page.view.overview.model.index(0, Column.AGREED)
    assert (index.data(), index.data(Cell.SECOND)) == ("Aftalt plan", "trin 2 er på vej")
    assert why(page)[0] == "Trin 2 blev drøftet 23. november og er ikke accepteret endnu."


def test_the_legend_is_not_overlapped_by_rows_that_grew(page, unit):
    person = a_person(unit)
    for number in range(5):
        task = a_task(unit, f"Opgave {number} med et navn, der skal stå på to linjer i en smal kolonne")
        rated(unit, task, person, 3, 3, 3)
        agreed(unit, task, person, 3)
    page.open_target(Target(assignee_id=person))
    page.show()
    for width in (1182, 1100, 1400):
        page.resize(width, 720)
        for _ in range(3):
            QApplication.processEvents()
        table, card = page.view.overview.table, page.view.overview.tasks_card
        assert table.geometry().bottom() < card.height() - 20
        assert table.verticalScrollBar().maximum() == 0
