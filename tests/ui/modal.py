"""Acting in a modal dialog that a press opens."""

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QApplication

from tillid_planner.ui.deleting.dialog import DeleteDialog


def in_dialog(kind, press, act):
    """Call *press*, which opens a dialog of a kind, and *act* on the dialog; whatever is left open is closed."""
    acted = []

    def look():
        dialog = QApplication.activeModalWidget()
        try:
            if isinstance(dialog, kind):
                act(dialog)
                acted.append(True)
        finally:
            if dialog is not None and dialog.isVisible():
                dialog.reject()

    QTimer.singleShot(0, look)
    press()
    assert acted


def delete_in_dialog(qtbot, press, *, yes=True):
    """Call *press*, which asks whether something may be deleted, and answer; return the dialog's title and text."""
    said = []

    def answer(dialog):
        said.extend((dialog.title.text(), dialog.text.text()))
        if yes:
            qtbot.mouseClick(dialog.verb_button, Qt.MouseButton.LeftButton)
            qtbot.waitUntil(lambda: not dialog.isVisible(), timeout=60_000)

    in_dialog(DeleteDialog, press, answer)
    return tuple(said)
