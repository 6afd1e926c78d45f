"""The words that can be read on a widget."""

from PySide6.QtWidgets import QLabel


def words_on(widget):
    return " ".join(label.text() for label in widget.findChildren(QLabel) if label.isVisible())
