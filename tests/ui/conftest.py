"""Every test of the interface runs without a screen, and leaves no window behind."""

import os
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtWidgets import QApplication, QMainWindow, QVBoxLayout, QWidget

from tillid_planner.ui.texts import install_language
from tillid_planner.ui.theme import apply_theme, set_covered
from tillid_planner.ui.widgets import install_focus_frame


def pytest_configure(config: pytest.Config) -> None:
    # The plugin without a screen says this of every window; it is no fault of ours. All else fails a test.
    for told in ("propagateSizeHints", "raise", "grabbing the keyboard"):
        config.addinivalue_line("qt_log_ignore", rf"This plugin does not support {told}")


_set_visible = QWidget.setVisible


@pytest.fixture(autouse=True)
def no_stray_window(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Fail when a part of a page is made visible before it has a parent: it would flash up as a window of its own."""
    stray: list[str] = []

    def set_visible(widget: QWidget, visible: bool) -> None:
        dialog_or_popup = widget.windowType() is not Qt.WindowType.Window
        if visible and widget.parentWidget() is None and not dialog_or_popup and not isinstance(widget, QMainWindow):
            caller = sys._getframe(1)
            stray.append(f"{type(widget).__name__} at {Path(caller.f_code.co_filename).name}:{caller.f_lineno}")
        _set_visible(widget, visible)

    monkeypatch.setattr(QWidget, "setVisible", set_visible)
    yield
    assert not stray, f"shown as windows of their own: {', '.join(stray)}"


@pytest.fixture
def themed_app(qapp: QApplication) -> Iterator[QApplication]:
    """The application in Danish and in the light theme, with the focus ring."""
    install_language(qapp, "da")
    apply_theme(qapp, "light")
    install_focus_frame(qapp)
    yield qapp
    set_covered(False)
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
