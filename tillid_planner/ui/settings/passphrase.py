"""Choosing a new passphrase, typed twice, with the present one."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QLineEdit, QWidget
from typing_extensions import override

from tillid_planner.content import Words
from tillid_planner.domain.errors import InvalidInput, TillidError
from tillid_planner.services.session import check_passphrase
from tillid_planner.ui.slow_down import SlowDown
from tillid_planner.ui.texts import tr
from tillid_planner.ui.widgets import Dialog, Field, LineField
from tillid_planner.ui.work import run_in_background


class PassphraseDialog(Dialog):
    """Asks for the present passphrase and a new one, and changes it; closes when that is done.

    *change* takes the new and the present passphrase; *slow_down* outlives the dialog, so that opening it anew
    does not shorten the wait. ``error`` is what kept the change from being made, other than a wrong passphrase.
    """

    def __init__(
        self, parent: QWidget, words: Words, change: Callable[[str, str], object], slow_down: SlowDown
    ) -> None:
        super().__init__(
            parent,
            tr("Change the passphrase"),
            tr(
                "Four or five words you can remember. The recovery key stays the same. "
                "The backups kept here get the new one too; copies you have saved elsewhere keep the old one."
            ),
            verb=tr("Change"),
        )
        self._words, self._change, self._slow_down = words, change, slow_down
        self._working = False
        self.error: TillidError | None = None
        self.present, self.first, self.second = LineField(), LineField(), LineField()
        self.present_field = Field(tr("Present passphrase"), self.present)
        self.first_field = Field(tr("New passphrase"), self.first)
        self.second_field = Field(tr("Once more"), self.second)
        self._fields = (self.present_field, self.first_field, self.second_field)
        for line, field in zip((self.present, self.first, self.second), self._fields, strict=True):
            line.setEchoMode(QLineEdit.EchoMode.Password)
            self.body.addWidget(field)
        slow_down.changed.connect(self._show_state)
        self._show_state()
        self.present.setFocus()

    @override
    def confirm(self) -> None:
        """Change it if the two are equal and long enough; else say at the field what is missing."""
        if self._working or self._slow_down.seconds_left:
            return
        for field in self._fields:
            field.set_error(None)
        if not self.present.text():
            self._refuse(self.present_field, tr("Type the passphrase."))
            return
        try:
            check_passphrase(self.first.text())
        except InvalidInput as error:
            fault = error.faults[0]
            self._refuse(self.first_field, self._words.text(f"faults.{fault.code}", **fault.params))
            return
        if self.first.text() != self.second.text():
            self._refuse(self.second_field, tr("The two are not the same."))
            return
        present, new = self.present.text(), self.first.text()
        self._work(True)
        run_in_background(
            self,
            lambda: self._change(new, present),
            done=lambda _: self.accept(),
            failed=self._show_error,
            ended=lambda: self._work(False),
        )

    def _show_error(self, error: TillidError) -> None:
        if error.code != "wrong_passphrase":
            self.error = error
            self.reject()
            return
        self._slow_down.count_wrong()
        self._refuse(self.present_field, self._words.text("errors.wrong_passphrase.text"))
        self.present.selectAll()

    def _refuse(self, field: Field, text: str) -> None:
        field.set_error(text)
        field.editor.setFocus()

    def _work(self, working: bool) -> None:
        self._working = working
        self._show_state()

    def _show_state(self) -> None:
        waiting = self._slow_down.seconds_left
        self.verb_button.setText(tr("Wait %n second(s)", n=waiting) if waiting else tr("Change"))
        self.verb_button.setEnabled(not waiting and not self._working)
        self.safe_button.setEnabled(not self._working)
        for field in self._fields:
            field.setEnabled(not self._working)

    @override
    def reject(self) -> None:
        # Close, but not while the change is being made: its outcome is told.
        if not self._working:
            super().reject()
