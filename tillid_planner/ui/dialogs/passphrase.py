"""Choosing a new passphrase, typed twice."""

from __future__ import annotations

from PySide6.QtWidgets import QLineEdit, QWidget

from tillid_planner.content import Words
from tillid_planner.domain.errors import InvalidInput
from tillid_planner.services.session import check_passphrase
from tillid_planner.ui.texts import tr
from tillid_planner.ui.widgets import Dialog, Field, LineField


class PassphraseDialog(Dialog):
    """Asks for a new passphrase; «Change» is possible when both are equal and long enough."""

    def __init__(self, parent: QWidget, words: Words) -> None:
        super().__init__(
            parent,
            tr("Change the passphrase"),
            tr("Four or five words you can remember. The recovery key stays the same."),
            verb=tr("Change"),
        )
        self._words = words
        self.first, self.second = LineField(), LineField()
        self.first_field = Field(tr("New passphrase"), self.first)
        self.second_field = Field(tr("Once more"), self.second)
        for line, field in ((self.first, self.first_field), (self.second, self.second_field)):
            line.setEchoMode(QLineEdit.EchoMode.Password)
            self.body.addWidget(field)
        self.first.setFocus()

    def passphrase(self) -> str:
        """Return what was chosen."""
        return self.first.text()

    def confirm(self) -> None:
        """Accept if the two are equal and long enough; else say at the field what is missing."""
        self.first_field.set_error(None)
        self.second_field.set_error(None)
        try:
            check_passphrase(self.first.text())
        except InvalidInput as error:
            fault = error.faults[0]
            self.first_field.set_error(self._words.text(f"faults.{fault.code}", **fault.params))
            self.first.setFocus()
            return
        if self.first.text() != self.second.text():
            self.second_field.set_error(tr("The two are not the same."))
            self.second.setFocus()
            return
        self.accept()
