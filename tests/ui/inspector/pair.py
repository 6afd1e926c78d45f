"""What the tests of a pair in the inspector share: a day they move, and what presses and reads the inspector."""

from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtWidgets import QApplication

from tillid_planner.ui.widgets import TextLabel
from tillid_planner.ui.widgets.radio_cards import RadioCard

K = Qt.Key
LEFT = Qt.MouseButton.LeftButton


def settle():
    """Deliver what is posted: layouts, and rows that are put away."""
    QApplication.processEvents()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def sheet(unit):
    return unit.trust.sheet(unit.task, unit.person)


def focused(page):
    return page.window().focusWidget()


def press(qtbot, page, key):
    qtbot.keyClick(focused(page), key)
    settle()


def cards(page, dimension):
    return page.inspector.rating.sections[dimension].group.findChildren(RadioCard)


def panel_texts(page):
    labels = page.inspector.rating.panel.area.widget().findChildren(TextLabel)
    return " ".join(label.text() for label in labels)


def begin(page, rung):
    page.inspector.rating.agree_requested.emit(rung)
    settle()
    return page.inspector.agreement.form.view
