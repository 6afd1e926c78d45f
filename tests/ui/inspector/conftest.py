"""A pair that is not rated yet, and the page of trust opened on it in the inspector."""

import pytest
from PySide6.QtWidgets import QMainWindow

from tests.builders import MovingDay, a_person, a_session, a_task
from tests.ui.inspector.pair import settle
from tillid_planner.content import words
from tillid_planner.ui.desk import Desk
from tillid_planner.ui.texts import install_language
from tillid_planner.ui.trust.page import TrustPage


@pytest.fixture
def days():
    return MovingDay()


@pytest.fixture
def unit(days):
    session = a_session(days)
    session.task = a_task(session, "Pårørendesamtaler", purpose="Pårørende er trygge.", fixed="Ingen løfter.")
    session.other = a_task(session, "Sårpleje")
    session.person = a_person(session, "Fatima Yilmaz")
    return session


@pytest.fixture
def open_pair(themed_app, qtbot, unit):
    """Opens the page on the unit with the pair in the inspector."""
    kept = []

    def open_pair(language="da", size=(1366, 690)):
        install_language(themed_app, language)
        window = QMainWindow()
        page = TrustPage(Desk(unit, words(language)))
        window.setCentralWidget(page)
        window.resize(*size)
        qtbot.addWidget(window)
        window.show()
        kept.append(window)
        page.table.setFocus()
        page.table.select_pair(unit.task, unit.person)
        page.table.opened.emit(True)
        settle()
        return page

    yield open_pair
    kept.clear()
