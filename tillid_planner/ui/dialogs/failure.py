"""Telling that something kept an act from happening: what is safe, what to do."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from tillid_planner.content import Words
from tillid_planner.domain.errors import TillidError
from tillid_planner.ui.texts import tr
from tillid_planner.ui.widgets import Dialog


def failure_words(error: TillidError, words: Words) -> tuple[str, str]:
    """Return the title and the text of an error."""
    key = f"errors.{error.code}"
    if f"{key}.title" not in words:
        key = "errors.unknown"
    return words.text(f"{key}.title", **error.params), words.text(f"{key}.text", **error.params)


def tell_failure(parent: QWidget, error: TillidError, words: Words) -> None:
    """Show an error and wait until it has been read."""
    title, text = failure_words(error, words)
    dialog = Dialog(parent, title, text, verb=tr("I see"))
    dialog.safe_button.hide()
    dialog.exec()
    dialog.deleteLater()
