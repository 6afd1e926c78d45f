"""In with the recovery key, and on with a new passphrase."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget
from typing_extensions import override

from tillid_planner.content import Words
from tillid_planner.domain.errors import InvalidInput, TillidError
from tillid_planner.domain.passphrase import SHORTEST_PASSPHRASE
from tillid_planner.services import session as sessions
from tillid_planner.services.session import Session
from tillid_planner.ui.plan_folders import plan_name
from tillid_planner.ui.recovery_key import read_group
from tillid_planner.ui.start.passphrase import PassphraseField, advice
from tillid_planner.ui.start.start_page import StartPage
from tillid_planner.ui.texts import tr
from tillid_planner.ui.widgets import Button, Field, LineField

_WIDTH = 440


class UnlockWithKey(StartPage):
    """Opens a plan with the key from the sheet."""

    #: The plan was opened; carries the session.
    unlocked = Signal(object)
    back_requested = Signal()

    def __init__(self, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(words, tr("Use the recovery key"), "", _WIDTH, parent)
        self._folder: Path | None = None
        self._allow_synchronised = False
        self.key = LineField(large=True)
        self.key.setMaxLength(200)
        self.field = Field(
            tr("Recovery key"), self.key, tr("All eight groups. Capitals, spaces and hyphens do not matter.")
        )
        self.go = Button(tr("Unlock"), "primary", large=True)
        self.back = Button(tr("Back"), large=True)
        self.body.addWidget(self.field)
        self.body.addSpacing(24)
        self.body.addLayout(_buttons(self.go, self.back))
        self.go.clicked.connect(self._unlock)
        self.key.returnPressed.connect(self._unlock)
        self.key.textEdited.connect(lambda *_: self.field.set_error(None))
        self.back.clicked.connect(lambda *_: self.back_requested.emit())
        self.busy_changed.connect(self._show_busy)

    def open_folder(self, folder: Path) -> None:
        """Ask for the key of this plan."""
        self._folder = folder
        self._allow_synchronised = False
        self.key.set_value("")
        self.field.set_error(None)
        self.note.clear()
        self.subtitle.setText(tr("Type the key for {plan} from the sheet.", plan=plan_name(folder)))

    @override
    def start(self) -> None:
        """Begin at the key."""
        self.key.setFocus(Qt.FocusReason.OtherFocusReason)

    def _unlock(self) -> None:
        folder, key, allow = self._folder, read_group(self.key.text()), self._allow_synchronised
        if folder is not None and not self.busy:
            self.run(
                lambda: sessions.open_with_recovery_key(folder, key, allow_synchronised=allow),
                self._done,
                self._show_error,
                unclaimed=Session.close,
            )

    def _unlock_all_the_same(self) -> None:
        self._allow_synchronised = True
        self._unlock()

    def _done(self, session: object) -> None:
        self.key.set_value("")
        self.unlocked.emit(session)

    def _show_error(self, error: TillidError) -> None:
        if error.code == "wrong_recovery_key":
            self.field.set_error(self.words.text("errors.wrong_recovery_key.text"))
            self.start()
        elif error.code == "synchronised_folder":
            self.note.tell(error, [(tr("Use it all the same"), self._unlock_all_the_same)])
        else:
            self.note.tell(error)

    def _show_busy(self, busy: bool) -> None:
        for part in (self.go, self.back, self.key):
            part.setEnabled(not busy)


class NewPassphrase(StartPage):
    """After the recovery key: a passphrase to be remembered from now on."""

    #: The plan is ready; carries the session.
    ready = Signal(object)

    def __init__(self, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(
            words,
            tr("Choose a new passphrase"),
            tr("The plan is open. From now on the new passphrase opens it; the recovery key stays the same."),
            _WIDTH,
            parent,
        )
        self._session: Session | None = None
        self.first = PassphraseField(tr("New passphrase"))
        self.second = PassphraseField(tr("Once more"))
        self.go = Button(tr("Change the passphrase"), "primary", large=True)
        self.keep = Button(tr("Keep the old one"), large=True)
        for part, gap in ((self.first, 12), (self.second, 24)):
            self.body.addWidget(part)
            self.body.addSpacing(gap)
        self.body.addLayout(_buttons(self.go, self.keep))
        self.go.clicked.connect(self._change)
        self.keep.clicked.connect(lambda *_: self._finish())
        self.first.line.textChanged.connect(lambda *_: self._advise())
        self.first.line.returnPressed.connect(lambda: self.second.line.setFocus())
        self.second.line.textChanged.connect(lambda *_: self.second.field.set_error(None))
        self.second.line.returnPressed.connect(self._change)
        self.busy_changed.connect(self._show_busy)
        self._advise()

    def take(self, session: Session) -> None:
        """Ask for this plan's new passphrase."""
        self._session = session

    @override
    def start(self) -> None:
        """Begin at the first field."""
        self.first.line.setFocus(Qt.FocusReason.OtherFocusReason)

    def give_up(self) -> None:
        """Close a plan nobody waits for any more."""
        session, self._session = self._session, None
        if session is not None:
            session.close()

    def _advise(self) -> None:
        self.first.field.set_error(None)
        self.first.field.set_help(advice(self.first.text(), "", SHORTEST_PASSPHRASE))

    def _change(self) -> None:
        session, passphrase = self._session, self.first.text()
        if session is None or self.busy:
            return
        try:
            sessions.check_passphrase(passphrase)
        except InvalidInput as error:
            fault = error.faults[0]
            self.first.field.set_error(self.words.text(f"faults.{fault.code}", **fault.params))
            self.first.line.setFocus()
            return
        if passphrase != self.second.text():
            self.second.field.set_error(tr("The two are not the same."))
            self.second.line.setFocus()
            return
        self.run(lambda: session.change_passphrase(passphrase), lambda _: self._finish(), self.note.tell)

    def _finish(self) -> None:
        session, self._session = self._session, None
        self.first.forget()
        self.second.forget()
        self.ready.emit(session)

    def _show_busy(self, busy: bool) -> None:
        for part in (self.go, self.keep, self.first, self.second):
            part.setEnabled(not busy)


def _buttons(*made: Button) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setSpacing(12)
    for part in made:
        row.addWidget(part)
    row.addStretch(1)
    return row
