"""Error dialogs: what happened, what is safe, what to do."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from tillid_planner.content import Words
from tillid_planner.domain.errors import TillidError
from tillid_planner.ui.texts import tr

if TYPE_CHECKING:
    from tillid_planner.ui.widgets.dialog import Dialog


def failure_words(error: TillidError, words: Words) -> tuple[str, str]:
    """Return what an error is called, and what happened, what is safe and what to do next."""
    code = error.code if f"errors.{error.code}" in words else "unknown"
    try:
        return words.text(f"errors.{code}.title", **error.params), words.text(f"errors.{code}.text", **error.params)
    except KeyError:  # an error that came without its details must still be told
        return words.text("errors.unknown.title"), words.text("errors.unknown.text")


def failure_dialog(parent: QWidget, error: TillidError, words: Words) -> Dialog:
    """Return the dialog that tells an error; it has one button."""
    from tillid_planner.ui.widgets.dialog import Dialog

    title, text = failure_words(error, words)
    dialog = Dialog(parent, title, text, verb=tr("I see"))
    dialog.safe_button.hide()
    return dialog


def tell_failure(parent: QWidget, error: TillidError, words: Words) -> None:
    """Show an error and wait until it has been read."""
    dialog = failure_dialog(parent, error, words)
    dialog.exec()
    dialog.deleteLater()
