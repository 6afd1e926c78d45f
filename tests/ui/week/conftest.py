"""The unit of the tests of the week, and the page opened on it."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QMainWindow

from tests.ui.week.unit import Unit
from tests.ui.widgets.kit_support import Heard
from tillid_planner.content import words
from tillid_planner.ui.desk import Desk
from tillid_planner.ui.texts import install_language
from tillid_planner.ui.week.page import WeekPage


@pytest.fixture
def unit():
    return Unit()


@pytest.fixture
def open_page(themed_app, qtbot):
    kept = []

    def open_page(session, size=(1366, 768), language="da"):
        install_language(themed_app, language)
        desk = Desk(session, words(language))
        window = QMainWindow()
        window.setAttribute(Qt.WidgetAttribute.WA_KeyboardFocusChange)
        page = WeekPage(desk)
        page.heard = Heard(desk.noticed)
        page.asked = []
        desk.page_requested.connect(lambda key, target: page.asked.append((key, target)))
        window.setCentralWidget(page)
        window.resize(*size)
        qtbot.addWidget(window)
        window.show()
        window.activateWindow()
        QApplication.processEvents()
        kept.append(window)
        return page

    yield open_page
    for window in kept:
        window.close()
    kept.clear()


@pytest.fixture
def page(open_page, unit):
    return open_page(unit.session)
