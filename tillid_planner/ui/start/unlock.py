"""Unlocking a plan with its passphrase."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from tillid_planner.content import Words
from tillid_planner.domain.errors import TillidError
from tillid_planner.services import session as sessions
from tillid_planner.services.session import Session
from tillid_planner.ui.days import moment_text
from tillid_planner.ui.plan_folders import plan_name
from tillid_planner.ui.slow_down import SlowDown
from tillid_planner.ui.start.start_page import Way
from tillid_planner.ui.start.unlock_view import UnlockView
from tillid_planner.ui.texts import tr
from tillid_planner.ui.theme import icon

#: What may be otherwise at the next try.
_WORTH_TRYING_AGAIN = frozenset({"in_use", "storage", "disk_error", "not_writable", "unfinished"})


class Unlock(UnlockView):
    """Opens one of the plans used lately; a wrong passphrase makes the next try wait a little longer."""

    #: A plan was opened; carries the session.
    unlocked = Signal(object)
    #: The plan in the folder is to be opened with its recovery key.
    recovery_key_requested = Signal(object)
    #: The plan in the folder is damaged and its newest backup is wanted.
    rescue_requested = Signal(object)
    #: Another way in was chosen from the menu.
    folder_requested = Signal()
    creation_requested = Signal()
    restore_requested = Signal()
    demo_requested = Signal()

    def __init__(self, words: Words, folders: Sequence[Path], parent: QWidget | None = None) -> None:
        """Offer the plans in *folders*, the latest first."""
        super().__init__(words, parent)
        self._allow_synchronised = False
        self._slow_down = SlowDown(self)
        self._slow_down.changed.connect(self._show_state)
        self._folders: list[Path] = []
        self._fill_menu()
        self._connect()
        self._backup_told = False
        self.offer(folders)

    @property
    def folder(self) -> Path | None:
        """The folder of the plan chosen."""
        chosen = self.plan.value()
        return chosen if isinstance(chosen, Path) else None

    def offer(self, folders: Sequence[Path], chosen: Path | None = None) -> None:
        """Offer these plans, and choose one."""
        self._folders = list(folders)
        self.plan.set_options([(folder, plan_name(folder)) for folder in self._folders])
        for index in range(self.plan.count()):
            self.plan.setItemIcon(index, icon("lock"))
        self.plan.set_value(chosen or (self._folders[0] if self._folders else None))
        self._show_plan()

    @override
    def start(self) -> None:
        """Begin at the passphrase."""
        self.passphrase.line.setFocus(Qt.FocusReason.OtherFocusReason)
        if not self._backup_told:
            # Looking for backups loads the storage: typing can begin before that.
            QTimer.singleShot(0, self, self._tell_backup)

    def forget(self) -> None:
        """Drop what was typed."""
        self.passphrase.forget()
        self.note.clear()

    def _fill_menu(self) -> None:
        self.menu.add(tr("Choose a folder …"), "search", self.folder_requested.emit)
        self.menu.add(tr("Make a new plan"), "add", self.creation_requested.emit)
        self.menu.add(tr("Open from a backup"), "import", self.restore_requested.emit)
        self.menu.add(tr("Try with sample data"), "show", self.demo_requested.emit)

    def _connect(self) -> None:
        self.go.clicked.connect(self._unlock)
        self.passphrase.line.returnPressed.connect(self._unlock)
        self.passphrase.line.textEdited.connect(lambda *_: self.passphrase.field.set_error(None))
        self.plan.chosen.connect(lambda *_: self._choose())
        self.key.clicked.connect(lambda *_: self.recovery_key_requested.emit(self.folder))
        self.busy_changed.connect(lambda *_: self._show_state())

    def _choose(self) -> None:
        self._slow_down.forget()
        self._allow_synchronised = False
        self.forget()
        self._show_plan()
        self.start()

    def _show_plan(self) -> None:
        if self._backup_told:
            self._tell_backup()
        self._show_state()

    def _tell_backup(self) -> None:
        self._backup_told = True
        folder = self.folder
        newest = sessions.newest_backup(folder) if folder is not None else None
        self.backup.setText(tr("Newest backup: {when}.", when=moment_text(newest)) if newest else tr("No backup yet."))

    def _unlock(self) -> None:
        folder, passphrase = self.folder, self.passphrase.text()
        if folder is None or self.busy or self._slow_down.seconds_left:
            return
        if not passphrase:
            self.passphrase.field.set_error(tr("Type the passphrase."))
            self.start()
            return
        allow = self._allow_synchronised
        self.run(
            lambda: sessions.open_with_passphrase(folder, passphrase, allow_synchronised=allow),
            self._done,
            self._show_error,
            unclaimed=Session.close,
        )

    def _unlock_all_the_same(self) -> None:
        self._allow_synchronised = True
        self._unlock()

    def _take_keys(self) -> None:
        """Put the keys of the newest backup in the place of the damaged ones, and open the plan with them."""
        folder, passphrase, allow = self.folder, self.passphrase.text(), self._allow_synchronised
        if folder is None:
            return

        def work() -> Session:
            sessions.restore_keys(folder, passphrase=passphrase)
            return sessions.open_with_passphrase(folder, passphrase, allow_synchronised=allow)

        self.run(work, self._done, self._show_error, unclaimed=Session.close)

    def _done(self, session: object) -> None:
        self.passphrase.forget()
        self.unlocked.emit(session)

    def _show_error(self, error: TillidError) -> None:
        if error.code != "wrong_passphrase":
            self.passphrase.field.set_error(None)
            self.start()
            self.note.tell(error, self._ways(error), self._what_is_lost(error))
            return
        self.passphrase.field.set_error(self.words.text("errors.wrong_passphrase.text"))
        self.start()
        self.passphrase.line.selectAll()
        self._slow_down.count_wrong()

    def _ways(self, error: TillidError) -> list[Way]:
        folder = self.folder
        if folder is None:
            return []
        if error.code == "synchronised_folder":
            return [(tr("Use it all the same"), self._unlock_all_the_same)]
        if error.code == "no_workspace":
            return [(tr("Choose a folder"), self.folder_requested.emit)]
        if error.code == "keys_damaged" and sessions.newest_backup(folder):
            return [(tr("Take the keys from the backup"), self._take_keys)]
        if sessions.is_damage(error) and sessions.newest_backup(folder):
            return [(tr("Restore the backup"), lambda: self.rescue_requested.emit(folder))]
        return [(tr("Try again"), self._unlock)] if error.code in _WORTH_TRYING_AGAIN else []

    def _what_is_lost(self, error: TillidError) -> str:
        if not sessions.is_damage(error):
            return ""
        newest = sessions.newest_backup(self.folder) if self.folder else None
        if newest is None:
            return tr("There is no backup beside it.")
        if error.code == "keys_damaged":
            return ""
        return tr("The newest backup is from {when}; what you wrote after that is not in it.", when=moment_text(newest))

    def _show_state(self) -> None:
        waiting = self._slow_down.seconds_left
        self.go.setText(tr("Wait %n second(s)", n=waiting) if waiting else tr("Unlock"))
        self.go.setEnabled(not waiting and not self.busy and self.folder is not None)
        for part in (self.plan, self.key, self.other, self.passphrase):
            part.setEnabled(not self.busy)
