"""Nothing flashes up as a window of its own, and takes the keyboard, while a page is being made."""

from importlib import import_module

import pytest
from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QApplication, QWidget

from tests.builders import a_session
from tillid_planner.content import words
from tillid_planner.ui.actions import PAGES
from tillid_planner.ui.desk import Desk
from tillid_planner.ui.inspector.inspector import Inspector
from tillid_planner.ui.trust.line_rating import LineRating
from tillid_planner.ui.trust.trust_matrix import TrustMatrixModel


class Watch(QObject):
    """Remembers every window that is shown."""

    def __init__(self):
        super().__init__()
        self.shown = []

    def eventFilter(self, watched, event):  # noqa: N802
        """Note it."""
        if event.type() == QEvent.Type.Show and isinstance(watched, QWidget) and watched.isWindow():
            self.shown.append(type(watched).__name__)
        return False


@pytest.fixture
def watch(themed_app):
    found = Watch()
    QApplication.instance().installEventFilter(found)
    yield found
    QApplication.instance().removeEventFilter(found)


@pytest.mark.parametrize("key", PAGES)
def test_a_page_is_made_without_a_window(watch, qtbot, key):
    page_class = getattr(import_module(f"tillid_planner.ui.{PAGES[key].module}"), PAGES[key].class_name)
    qtbot.addWidget(page_class(Desk(a_session(), words("da"))))
    assert watch.shown == []


def test_what_is_made_only_when_it_is_needed_is_made_without_a_window(watch, qtbot):
    desk, host = Desk(a_session(), words("da")), QWidget()
    qtbot.addWidget(host)
    Inspector(desk, host)
    LineRating(desk, TrustMatrixModel(desk.words), host)
    assert watch.shown == []
