"""A quiet word under a field when what is written tells of health or a union; nothing is kept of it, nothing barred."""

from __future__ import annotations

from functools import cache
from typing import Protocol

from PySide6.QtWidgets import QLineEdit, QTextEdit

from tillid_planner.content import words
from tillid_planner.domain.private_matters import PrivateMatter, PrivateMatters
from tillid_planner.ui.texts import current_language
from tillid_planner.ui.widgets import TextLabel


class Nudged(Protocol):
    """What shows the word: a field, or a line under one."""

    def set_nudge(self, text: str) -> None:
        """Show *text*, or nothing."""


class QuietWord(TextLabel):
    """A line of its own for the word, where no field shows it; not there while there is none."""

    def __init__(self) -> None:
        super().__init__("", "small", muted=True, icon="info", icon_role="text_muted")
        self.hide()

    def set_nudge(self, text: str) -> None:
        """Show *text*, or nothing."""
        self.setText(text)
        self.setVisible(bool(text))


def watch_words(editor: QTextEdit | QLineEdit, shown_by: Nudged) -> None:
    """Look at what is written in *editor* as it is written, and let *shown_by* show the word about it."""

    def look() -> None:
        shown_by.set_nudge(_word_about(editor.toPlainText() if isinstance(editor, QTextEdit) else editor.text()))

    editor.textChanged.connect(look)
    look()


def _word_about(text: str) -> str:
    language = current_language()
    matter = _matters(language).found_in(text)
    return words(language).text(f"privacy.note.{matter}") if matter else ""


@cache
def _matters(language: str) -> PrivateMatters:
    # A Danish leader writes Danish with the program in English too.
    spoken = dict.fromkeys((language, "da"))
    return PrivateMatters(*(", ".join(words(one).text(f"privacy.{kind}") for one in spoken) for kind in PrivateMatter))
