"""A unit with a pair that trusts each other, and the page of breaches opened on it."""

import pytest

from tests.builders import a_person, a_task, agreed, rated
from tests.ui.breach.page_steps import TODAY
from tillid_planner.content import words
from tillid_planner.services import session as sessions
from tillid_planner.ui.breach.page import BreachesPage
from tillid_planner.ui.desk import Desk


@pytest.fixture
def clock():
    return [TODAY]


@pytest.fixture
def unit(clock):
    opened = sessions.in_memory("Nord", today=lambda: clock[0])
    yield opened
    opened.close()


@pytest.fixture
def pair(unit):
    task, person = a_task(unit), a_person(unit)
    a_person(unit, "Bo Lindskov")
    rated(unit, task, person, 5, 5, 5)
    agreed(unit, task, person, 4)
    return task, person


@pytest.fixture
def page(qtbot, themed_app, unit, pair):
    made = BreachesPage(Desk(unit, words("da")))
    qtbot.addWidget(made)
    made.resize(1182, 720)
    made.show()
    made.activateWindow()
    return made
