"""Watches a free text as it is written for health, unions and names; nothing is kept of it, nothing barred."""

from __future__ import annotations

from functools import cache

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QLineEdit, QTextEdit

from tillid_planner.content import words
from tillid_planner.domain.known_names import KnownNames
from tillid_planner.domain.private_matters import PrivateMatter, PrivateMatters
from tillid_planner.ui.texts import current_language


class SensitiveDataWatch(QObject):
    """Belongs to the field it watches; ``changed`` carries what is to be said quietly beside it, or nothing."""

    changed = Signal(str)

    def __init__(self, editor: QTextEdit | QLineEdit) -> None:
        super().__init__(editor)
        self.said = ""
        self._editor = editor
        self._names: KnownNames | None = None
        editor.textChanged.connect(self._look)

    def set_names(self, names: KnownNames | None) -> None:
        """Watch for these names too: those who need not be named here."""
        self._names = names
        self._look()

    def _look(self) -> None:
        editor = self._editor
        said = self._word_about(editor.toPlainText() if isinstance(editor, QTextEdit) else editor.text())
        if said != self.said:
            self.said = said
            self.changed.emit(said)

    def _word_about(self, text: str) -> str:
        language = current_language()
        matter = _matters(language).found_in(text) if text else None
        if matter is not None:
            return words(language).text(f"privacy.note.{matter}")
        named = self._names is not None and self._names.first_in(text) is not None
        return words(language).text("privacy.note.name") if named else ""


@cache
def _matters(language: str) -> PrivateMatters:
    # A Danish leader writes Danish with the program in English too.
    spoken = dict.fromkeys((language, "da"))
    return PrivateMatters(*(", ".join(words(one).text(f"privacy.{kind}") for one in spoken) for kind in PrivateMatter))
