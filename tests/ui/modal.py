"""Acting in a modal dialog that a press opens."""

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication


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
