"""An empty unit, and the page of the import opened on it."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.ui.importing.import_steps import TODAY
from tillid_planner.content import words
from tillid_planner.services import session as sessions
from tillid_planner.services.session import Session
from tillid_planner.ui.desk import Desk, Target
from tillid_planner.ui.importing.page import ImportPage


@pytest.fixture
def session():
    made = sessions.in_memory("Nord", today=lambda: TODAY)
    yield made
    made.close()


@pytest.fixture
def desk(themed_app: QApplication, session: Session) -> Desk:
    return Desk(session, words("da"))


@pytest.fixture
def page(qtbot: QtBot, desk: Desk) -> ImportPage:
    made = ImportPage(desk)
    qtbot.addWidget(made)
    made.resize(1182, 690)
    made.open_target(Target(act="staff"))
    made.show()
    qtbot.waitExposed(made)
    return made
