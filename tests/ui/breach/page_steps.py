"""What presses, writes and reads on the page of breaches."""

from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel

TODAY = date(2026, 11, 23)


def press(qtbot, button):
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)


def write(qtbot, editor, text):
    editor.setFocus()
    qtbot.keyClicks(editor, text)


def seen(widget):
    # What was just made is shown in the next round.
    QApplication.processEvents()
    return "\n".join(label.text() for label in widget.findChildren(QLabel) if label.isVisibleTo(widget))
