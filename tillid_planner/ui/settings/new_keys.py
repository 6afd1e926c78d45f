"""Renewing the data key: the passphrase, the new recovery key on paper, and everything encrypted anew."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from PySide6.QtWidgets import QLineEdit, QWidget
from typing_extensions import override

from tillid_planner.domain.errors import TillidError
from tillid_planner.ui.desk import Desk
from tillid_planner.ui.recovery_key import RecoveryKeyStep
from tillid_planner.ui.slow_down import SlowDown
from tillid_planner.ui.texts import tr
from tillid_planner.ui.widgets import Dialog, Field, LineField
from tillid_planner.ui.work import run_in_background

if TYPE_CHECKING:
    from tillid_planner.services.session import NewKeys

_WIDTH = 520


class NewKeysDialog(Dialog):
    """Asks for the passphrase, shows the new recovery key, asks two groups of it back, and renews.

    Until then the old keys hold. ``left`` names the copies that could not be encrypted anew; ``error`` is what kept it
    from being done, other than a wrong passphrase.
    """

    def __init__(self, desk: Desk, parent: QWidget, slow_down: SlowDown) -> None:
        super().__init__(
            parent,
            tr("Renew the keys"),
            tr(
                "For when somebody may have got hold of the plan or the recovery key. Everything is encrypted anew, "
                "the backups too, and you get a new recovery key. The passphrase stays the same. "
                "Copies you have saved elsewhere can still be opened with the old keys."
            ),
            verb=tr("Continue"),
            width=_WIDTH,
        )
        self._desk, self._slow_down = desk, slow_down
        self._made: NewKeys | None = None
        self._working = False
        self.left: list[str] | None = None
        self.error: TillidError | None = None
        self.passphrase = LineField()
        self.passphrase.setEchoMode(QLineEdit.EchoMode.Password)
        self.field = Field(tr("Passphrase"), self.passphrase)
        self.body.addWidget(self.field)
        self.recovery = RecoveryKeyStep()
        self.recovery.hide()
        self.body.addWidget(self.recovery)
        for changed in (self.recovery.confirmed_changed, self.recovery.asking_changed):
            changed.connect(lambda *_: self._show_state())
        self.recovery.answered.connect(self.confirm)
        slow_down.changed.connect(self._show_state)
        self._show_state()
        self.passphrase.setFocus()

    @override
    def confirm(self) -> None:
        """Go a step on."""
        if not self.verb_button.isEnabled():
            return
        session = self._desk.session
        if self._made is None:
            passphrase = self.passphrase.text()
            self._run(lambda: session.new_keys(passphrase), self._show_key)
        elif not self.recovery.asking:
            self.recovery.ask()
        else:
            made = self._made
            self._run(lambda: session.renew_data_key(made), self._end)

    @override
    def reject(self) -> None:
        # Leave the old keys in force, but not while everything is being encrypted anew.
        if not self._working:
            self._forget()
            super().reject()

    def _run(self, work: Callable[[], object], done: Callable[[Any], object]) -> None:
        self._set_working(True)
        run_in_background(self, work, done=done, failed=self._show_error, ended=lambda: self._set_working(False))

    def _show_key(self, made: NewKeys) -> None:
        self._made = made
        self.field.hide()
        self.passphrase.clear()
        self.text.setText(
            tr("Print the new recovery key, or write it down. It holds when everything is encrypted anew.")
        )
        self.recovery.set_key(made.recovery_key, self._desk.session.name)
        self.recovery.show()
        self._show_state()
        self.recovery.print_button.setFocus()

    def _end(self, left: list[str]) -> None:
        self.left = left
        self._forget()
        self.accept()

    def _show_error(self, error: TillidError) -> None:
        if error.code == "wrong_passphrase":
            self._slow_down.count_wrong()
            self.field.set_error(self._desk.words.text("errors.wrong_passphrase.text"))
            self.passphrase.setFocus()
            self.passphrase.selectAll()
            return
        self.error = error
        self._forget()
        super().reject()

    def _forget(self) -> None:
        self._made = None
        self.recovery.forget()
        self.passphrase.clear()

    def _set_working(self, working: bool) -> None:
        self._working = working
        self._show_state()

    def _show_state(self) -> None:
        waiting = self._slow_down.seconds_left if self._made is None else 0
        if waiting:
            verb = tr("Wait %n second(s)", n=waiting)
        elif self._made is None:
            verb = tr("Continue")
        else:
            verb = tr("Renew the keys") if self.recovery.asking else tr("I have it on paper")
        self.verb_button.setText(verb)
        answered = not self.recovery.asking or self.recovery.confirmed
        self.verb_button.setEnabled(not self._working and not waiting and answered)
        self.safe_button.setEnabled(not self._working)
        self.field.setEnabled(not self._working)
        self.recovery.setEnabled(not self._working)
