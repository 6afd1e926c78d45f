"""Two people and a team on three tasks, and the page of trust opened on a session."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMainWindow

from tests.builders import a_person, a_session, a_task, agreed, rated
from tillid_planner.content import words
from tillid_planner.domain.assignee import Team
from tillid_planner.ui.desk import Desk
from tillid_planner.ui.texts import install_language
from tillid_planner.ui.trust.page import TrustPage


@pytest.fixture
def unit():
    """Two people and a team on three tasks, one pair agreed on 2 with a suggestion of 4."""
    session = a_session()
    care = a_task(session, "Sårpleje", short_name="Sår")
    talks = a_task(session, "Pårørendesamtaler")
    plan = a_task(session, "Vagtplan")
    fatima = a_person(session, "Fatima Yilmaz")
    aase = a_person(session, "Åse Holm")
    session.register.add_team(Team(name="Aften"))
    rated(session, talks, fatima, 2, 2, 2)
    agreed(session, talks, fatima, 2)
    rated(session, talks, fatima, 5, 5, 5)
    session.names = {"care": care, "talks": talks, "plan": plan, "fatima": fatima, "aase": aase}
    return session


@pytest.fixture
def open_page(themed_app, qtbot):
    """Opens the page on a session, in a window of a size."""
    kept = []

    def open_page(session, size=(1366, 690), language="da"):
        install_language(themed_app, language)
        desk = Desk(session, words(language))
        window = QMainWindow()
        window.setAttribute(Qt.WidgetAttribute.WA_KeyboardFocusChange)
        page = TrustPage(desk)
        window.setCentralWidget(page)
        window.resize(*size)
        qtbot.addWidget(window)
        window.show()
        kept.append(window)
        return page

    yield open_page
    kept.clear()
