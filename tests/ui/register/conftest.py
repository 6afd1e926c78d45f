"""An empty unit, and a page opened on it: the page of tasks, unless a file makes another."""

import pytest

from tests.ui.register.register_steps import TODAY
from tillid_planner.content import words
from tillid_planner.services import session
from tillid_planner.ui.desk import Desk
from tillid_planner.ui.register.tasks import TasksPage
from tillid_planner.ui.texts import install_language


@pytest.fixture
def unit():
    opened = session.in_memory("Nord", today=lambda: TODAY)
    yield opened
    opened.close()


@pytest.fixture
def make_page(qtbot, themed_app, unit):
    def make(language="da"):
        install_language(themed_app, language)
        page = TasksPage(Desk(unit, words(language)))
        qtbot.addWidget(page)
        page.resize(1182, 720)
        page.show()
        qtbot.waitActive(page) if not page.isActiveWindow() else None
        return page

    yield make
    install_language(themed_app, "da")


@pytest.fixture
def page(make_page):
    return make_page()
