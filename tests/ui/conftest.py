"""Every test of the interface runs without a screen, and leaves no window behind."""

import os
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtWidgets import QApplication, QMainWindow, QVBoxLayout, QWidget

import tillid_planner
from tests.builders import a_person, a_session, a_task
from tillid_planner import bootstrap
from tillid_planner.content import Words
from tillid_planner.domain.errors import TillidError
from tillid_planner.settings import Settings
from tillid_planner.storage import keys
from tillid_planner.ui.texts import install_language
from tillid_planner.ui.theme import apply_theme, set_ratings_hidden
from tillid_planner.ui.widgets import install_focus_frame
from tillid_planner.ui.widgets.focus import set_keyboard_in_use

PACKAGE = Path(tillid_planner.__file__).parent
_set_visible = QWidget.setVisible


@pytest.fixture(autouse=True)
def no_stray_window(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Fail when a part of a page is made visible before it has a parent: it would flash up as a window of its own."""
    stray: list[str] = []

    def set_visible(widget: QWidget, visible: bool) -> None:
        dialog_or_popup = widget.windowType() is not Qt.WindowType.Window
        if visible and widget.parentWidget() is None and not dialog_or_popup and not isinstance(widget, QMainWindow):
            caller = sys._getframe(1)
            file = Path(caller.f_code.co_filename)
            # A test that shows a widget means it to be a window.
            if file.is_relative_to(PACKAGE):
                stray.append(f"{type(widget).__name__} at {file.name}:{caller.f_lineno}")
        _set_visible(widget, visible)

    monkeypatch.setattr(QWidget, "setVisible", set_visible)
    yield
    assert not stray, f"shown as windows of their own: {', '.join(stray)}"


@pytest.fixture(autouse=True)
def no_failure_waits(monkeypatch: pytest.MonkeyPatch) -> None:
    """Fail where a failure would be told in a dialog that waits for ever to be read."""

    def tell(parent: QWidget, error: TillidError, words: Words) -> None:
        raise AssertionError(f"a failure was told: {error.code}") from error

    monkeypatch.setattr("tillid_planner.ui.widgets.failure.tell_failure", tell)
    monkeypatch.setattr("tillid_planner.ui.shell.tell_failure", tell)


@pytest.fixture
def themed_app(qapp: QApplication) -> Iterator[QApplication]:
    """The application in Danish and in the light theme, with the focus ring."""
    install_language(qapp, "da")
    apply_theme(qapp, "light")
    install_focus_frame(qapp)
    # A window of an earlier test may have been used by key.
    set_keyboard_in_use(False)
    yield qapp
    # What the test showed is closed and only waits to be deleted; to dress it once more would take long.
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    set_ratings_hidden(False)
    install_language(qapp, "da")
    apply_theme(qapp, "light")


@pytest.fixture
def host(themed_app, qtbot):
    """A shown window with a column for the widget under test."""
    window = QWidget()
    qtbot.addWidget(window)
    column = QVBoxLayout(window)
    window.resize(600, 400)

    def show(*parts):
        for part in parts:
            column.addWidget(part)
        window.show()
        window.activateWindow()
        QApplication.processEvents()
        return window

    return show


@pytest.fixture(autouse=True)
def no_window_left_over(request: pytest.FixtureRequest) -> Iterator[None]:
    yield
    app = QApplication.instance()
    if app is None:
        return
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    left = [widget for widget in QApplication.topLevelWidgets() if widget.isVisible()]
    for widget in left:
        widget.close()
    # qtbot closes what was given to it after this; those windows are accounted for.
    known = {id(entry[0]()) for entry in getattr(request.node, "qt_widgets", [])}
    names = [type(widget).__name__ for widget in left if id(widget) not in known]
    assert not names, f"windows left over: {', '.join(names)}"


@pytest.fixture
def kept():
    return []


@pytest.fixture
def program(qapp, qtbot, kept, monkeypatch):
    monkeypatch.setattr(keys, "ARGON2", {"memory_kib": 64, "iterations": 1, "lanes": 1})
    made = bootstrap.Program(qapp, Settings(language="da", theme="light"), kept.append)
    yield made
    made.window.close()
    made.window.deleteLater()
    set_ratings_hidden(False)


@pytest.fixture
def window(program, qtbot):
    session = a_session()
    a_task(session, "Sårpleje")
    a_person(session, "Amina Holm")
    a_person(session, "Åse Ørsted")
    program.open_session(session)
    program.window.show()
    qtbot.waitExposed(program.window)
    program.window.activateWindow()
    qtbot.waitUntil(program.window.isActiveWindow, timeout=60_000)
    return program.window
