"""Opening a plan from a backup, in a new folder; nothing that exists is written over."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QWidget
from typing_extensions import override

from tillid_planner.content import Words
from tillid_planner.domain.errors import TillidError
from tillid_planner.services import session as sessions
from tillid_planner.services.session import Preview, Session
from tillid_planner.ui.plan_folders import SUFFIX, folder_name, free_beside, plan_name
from tillid_planner.ui.preview_words import preview_text
from tillid_planner.ui.recovery_key import read_group
from tillid_planner.ui.start.passphrase import PassphraseField
from tillid_planner.ui.start.start_page import StartPage
from tillid_planner.ui.texts import tr
from tillid_planner.ui.widgets import Button, Field, LineField, SunkenNote

_WIDTH = 440
_WRONG = ("wrong_passphrase", "wrong_recovery_key")


class Restore(StartPage):
    """A backup, where the plan is to lie, and the passphrase or recovery key of its time."""

    #: The backup was restored and the plan opened; carries the session, and whether the key opened it.
    restored = Signal(object, bool)
    back_requested = Signal()

    def __init__(self, words: Words, home: Path, known: Sequence[Path] = (), parent: QWidget | None = None) -> None:
        """Offer *home* as the folder plans lie in; *known* are plans that may know what was deleted for good."""
        super().__init__(
            words,
            tr("Open from a backup"),
            tr("The backup becomes a plan of its own in a new folder. Nothing is written over."),
            _WIDTH,
            parent,
        )
        self._home = home
        self._known = known
        self._by_key = False
        self._allow_synchronised = False
        #: The plan whose place the backup is to take; None for a new folder.
        self._over: Path | None = None
        self._damaged = False
        self._previewed = False
        self._lay_out()
        self._connect()

    def begin(self, backup: Path | None = None, over: Path | None = None, *, damaged: bool = False) -> None:
        """Ask for everything, or offer *backup* to take the place of the plan in *over*, which may be *damaged*."""
        self._over, self._damaged = over, damaged
        for part in (self.place_field, self.choose_place):
            part.setVisible(over is None)
        self.title.setText(tr("Open from a backup") if over is None else tr("Restore the plan"))
        self.subtitle.setText(
            tr("The backup becomes a plan of its own in a new folder. Nothing is written over.")
            if over is None
            else tr("The backup takes the plan's place in its folder. What lies there now is kept beside it.")
        )
        self.passphrase.forget()
        self.key.set_value("")
        self.note.clear()
        self._allow_synchronised = False
        self._use_key(False)
        self.backup.set_value("")
        self.place.set_value("")
        if backup is not None:
            self._take_backup(backup)
        self._forget_preview()

    @override
    def start(self) -> None:
        """Begin at what is still to be said."""
        secret: QWidget = self.key if self._by_key else self.passphrase.line
        (secret if self.backup.text() else self.choose_backup).setFocus(Qt.FocusReason.OtherFocusReason)

    def _lay_out(self) -> None:
        self.backup, self.place, self.key = (
            LineField(large=True),
            LineField(large=True),
            LineField(large=True),
        )
        self.choose_backup, self.choose_place = (
            Button(tr("Choose"), large=True),
            Button(tr("Choose"), large=True),
        )
        self.choose_backup.setAccessibleName(tr("Choose the backup"))
        self.choose_place.setAccessibleName(tr("Choose the new folder"))
        self.backup_field = Field(tr("Backup"), self.backup)
        self.place_field = Field(tr("New folder"), self.place)
        self.passphrase = PassphraseField(tr("Passphrase"))
        self.passphrase.field.set_help(tr("The one that held when the backup was made."))
        self.key_field = Field(tr("Recovery key"), self.key)
        self.switch = Button("", "text", "key", flush=True)
        self.go, self.back = (
            Button(tr("Open the plan"), "primary", large=True),
            Button(tr("Back"), large=True),
        )
        for field, choose in ((self.backup_field, self.choose_backup), (self.place_field, self.choose_place)):
            row = QHBoxLayout()
            row.setSpacing(8)
            row.addWidget(field, 1)
            row.addWidget(choose, 0, Qt.AlignmentFlag.AlignBottom)
            self.body.addLayout(row)
            self.body.addSpacing(16)
        self.body.addWidget(self.passphrase)
        self.body.addWidget(self.key_field)
        self.body.addSpacing(8)
        self.body.addWidget(self.switch, 0, Qt.AlignmentFlag.AlignLeft)
        self.body.addSpacing(20)
        self.found = SunkenNote("info", "")
        self.found.hide()
        self.body.addWidget(self.found)
        self.body.addSpacing(12)
        buttons = QHBoxLayout()
        buttons.setSpacing(12)
        buttons.addWidget(self.go)
        buttons.addWidget(self.back)
        buttons.addStretch(1)
        self.body.addLayout(buttons)
        self._use_key(False)

    def _connect(self) -> None:
        self.choose_backup.clicked.connect(self._choose_backup)
        self.choose_place.clicked.connect(self._choose_place)
        self.switch.clicked.connect(lambda *_: self._switch())
        self.go.clicked.connect(self._restore)
        self.passphrase.line.returnPressed.connect(self._restore)
        self.key.returnPressed.connect(self._restore)
        self.back.clicked.connect(lambda *_: self.back_requested.emit())
        self.backup.textChanged.connect(lambda *_: self.backup_field.set_error(None))
        self.place.textChanged.connect(lambda *_: self.place_field.set_error(None))
        self.passphrase.line.textEdited.connect(lambda *_: self.passphrase.field.set_error(None))
        self.key.textEdited.connect(lambda *_: self.key_field.set_error(None))
        for field in (self.backup, self.key, self.passphrase.line):
            field.textChanged.connect(lambda *_: self._forget_preview() if not self.busy else None)
        self.busy_changed.connect(self._show_busy)

    def _choose_backup(self) -> None:
        chosen, _ = QFileDialog.getOpenFileName(
            self, tr("Choose the backup"), str(Path.home()), tr("Backups (*.tillidbackup)")
        )
        if chosen:
            self._take_backup(Path(chosen))
            self.start()

    def _take_backup(self, backup: Path) -> None:
        self.backup.set_value(str(backup))
        if self._over is not None:
            self.place.set_value(str(self._over))
            return
        plan = backup.parent.parent if backup.parent.parent.suffix == SUFFIX else None
        name = tr("{plan} from backup", plan=plan_name(plan)) if plan is not None else tr("Plan from backup")
        self.place.set_value(str(free_beside(self._home / folder_name(name))))

    def _forget_preview(self) -> None:
        self._previewed = False
        self.found.hide()
        self._name_button()

    def _name_button(self) -> None:
        if self._over is None:
            self.go.setText(tr("Open the plan"))
        else:
            self.go.setText(tr("Restore the plan") if self._previewed else tr("See what it holds"))

    def _take_preview(self, found: object) -> None:
        assert isinstance(found, Preview)
        self._previewed = True
        if self._over is None and found.deletions_known:
            # Nothing is written over and nothing can come back: there is nothing to think over.
            self._restore()
            return
        self.found.set_text(preview_text(found))
        self.found.show()
        self._name_button()
        self.go.setFocus(Qt.FocusReason.OtherFocusReason)

    def _choose_place(self) -> None:
        chosen = QFileDialog.getExistingDirectory(self, tr("Where should the plan lie?"), str(Path.home()))
        if chosen:
            name = Path(self.place.text()).name or folder_name(tr("Plan from backup"))
            self.place.set_value(str(free_beside(Path(chosen) / name)))
            self._allow_synchronised = False

    def _switch(self) -> None:
        self._use_key(not self._by_key)
        self.start()

    def _use_key(self, by_key: bool) -> None:
        self._by_key = by_key
        self.passphrase.setVisible(not by_key)
        self.key_field.setVisible(by_key)
        self.switch.setText(tr("Use the passphrase") if by_key else tr("Use the recovery key"))

    def _restore(self) -> None:
        if self.busy or not self._complete():
            return
        backup, folder = Path(self.backup.value()).expanduser(), Path(self.place.value()).expanduser()
        passphrase = None if self._by_key else self.passphrase.text()
        key = read_group(self.key.text()) if self._by_key else None
        allow, over, damaged, known = self._allow_synchronised, self._over, self._damaged, self._known
        if not self._previewed:
            self.run(
                lambda: sessions.preview(backup, over, passphrase=passphrase, recovery_key=key, known=known),
                self._take_preview,
                self._show_error,
            )
            return

        def work() -> Session:
            sessions.restore(
                backup,
                folder,
                passphrase=passphrase,
                recovery_key=key,
                replace=over is not None,
                kept="damaged" if damaged else "replaced",
                known=known,
                allow_synchronised=allow,
            )
            if key is not None:
                return sessions.open_with_recovery_key(folder, key, allow_synchronised=allow)
            return sessions.open_with_passphrase(folder, passphrase or "", allow_synchronised=allow)

        self.run(work, self._done, self._show_error, unclaimed=Session.close)

    def _complete(self) -> bool:
        missing = ""
        if not self.backup.value():
            missing = tr("Choose the file of the backup.")
            self.backup_field.set_error(missing)
        if not Path(self.place.value()).expanduser().is_absolute():
            missing = tr("Choose the folder where the plan is to lie.")
            self.place_field.set_error(missing)
        if not self._by_key and not self.passphrase.text():
            missing = tr("Type the passphrase.")
            self.passphrase.field.set_error(missing)
        if self._by_key and not read_group(self.key.text()):
            missing = tr("Type the recovery key.")
            self.key_field.set_error(missing)
        return not missing

    def _done(self, session: object) -> None:
        self.passphrase.forget()
        self.key.set_value("")
        self.restored.emit(session, self._by_key)

    def _show_error(self, error: TillidError) -> None:
        if error.code in _WRONG:
            field = self.key_field if self._by_key else self.passphrase.field
            field.set_error(self.words.text(f"errors.{error.code}.text"))
            self.start()
        elif error.code == "folder_taken":
            self.place_field.set_error(self.words.text("errors.folder_taken.text"))
        elif error.code == "synchronised_folder":
            self.note.tell(error, [(tr("Use it all the same"), self._restore_all_the_same)])
        else:
            self.note.tell(error)

    def _restore_all_the_same(self) -> None:
        self._allow_synchronised = True
        self._restore()

    def _show_busy(self, busy: bool) -> None:
        for part in (
            self.go,
            self.back,
            self.switch,
            self.choose_backup,
            self.choose_place,
            self.backup,
            self.place,
            self.passphrase,
            self.key,
        ):
            part.setEnabled(not busy)
