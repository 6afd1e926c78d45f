"""The gate: everything between starting the program and an open plan."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QTimer, Signal
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QStackedWidget, QWidget

from tillid_planner import paths
from tillid_planner.content import words as words_in
from tillid_planner.services import session as sessions
from tillid_planner.services.session import Session
from tillid_planner.ui.start.recovery import NewPassphrase, UnlockWithKey
from tillid_planner.ui.start.restore import Restore
from tillid_planner.ui.start.start_page import StartPage
from tillid_planner.ui.start.start_panel import StartPanel
from tillid_planner.ui.start.unlock import Unlock
from tillid_planner.ui.start.welcome import Welcome
from tillid_planner.ui.texts import current_language, tr
from tillid_planner.ui.theme import scaled
from tillid_planner.ui.widgets import Button

_LEAST_ROOM = 480  # for the page beside the panel


class Gate(QWidget):
    """Welcome at the first start, unlock afterwards; ends when a session is handed over by ``opened``."""

    #: A plan is open; carries the session.
    opened = Signal(object)
    #: The sample data are wanted.
    demo_requested = Signal()
    #: «da» or «en» was chosen.
    language_changed = Signal(str)

    def __init__(
        self, workspaces: Sequence[Path] = (), *, home: Path | None = None, parent: QWidget | None = None
    ) -> None:
        """Offer the *workspaces* used lately that are still there; *home* is where new plans are made."""
        super().__init__(parent)
        words = words_in(current_language())
        self._folders = [folder for folder in workspaces if folder.is_dir()]
        home = home or paths.data_folder()
        self.panel = StartPanel(words)
        self.stack = QStackedWidget()
        self.welcome = Welcome(words, home)
        self.unlock = Unlock(words, self._folders)
        self.with_key = UnlockWithKey(words)
        self.new_passphrase = NewPassphrase(words)
        self.restore = Restore(words, home)
        for page in (self.welcome, self.unlock, self.with_key, self.new_passphrase, self.restore):
            self.stack.addWidget(page)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.panel)
        row.addWidget(self.stack, 1)
        for button in self.findChildren(Button):
            button.setAutoDefault(True)  # Enter presses what has the keyboard
        self._connect()
        self.welcome.unlock.setVisible(bool(self._folders))
        self.show_page(self._first())
        app = QCoreApplication.instance()
        if app is not None:
            app.aboutToQuit.connect(self.give_up)

    @property
    def page(self) -> QWidget | None:
        """The page that is shown."""
        return self.stack.currentWidget()

    def show_page(self, page: StartPage) -> None:
        """Show a page and begin on it."""
        self.stack.setCurrentWidget(page)
        # After the layout has settled: a page that is not shown yet cannot take the keyboard.
        QTimer.singleShot(0, page, page.start)

    def give_up(self) -> None:
        """Leave nothing half made behind."""
        self.welcome.give_up()
        self.new_passphrase.give_up()

    def _first(self) -> StartPage:
        return self.unlock if self._folders else self.welcome

    def _connect(self) -> None:
        self.welcome.made.connect(self.opened)
        self.welcome.open_requested.connect(self._offer)
        self.welcome.demo.clicked.connect(lambda *_: self.demo_requested.emit())
        self.welcome.open.clicked.connect(lambda *_: self._choose_folder())
        self.welcome.restore.clicked.connect(lambda *_: self._restore())
        self.welcome.unlock.clicked.connect(lambda *_: self.show_page(self.unlock))
        self.welcome.danish.clicked.connect(lambda *_: self._choose_language("da"))
        self.welcome.english.clicked.connect(lambda *_: self._choose_language("en"))
        self.unlock.unlocked.connect(self.opened)
        self.unlock.recovery_key_requested.connect(self._use_key)
        self.unlock.rescue_requested.connect(self._rescue)
        self.unlock.folder_requested.connect(self._choose_folder)
        self.unlock.creation_requested.connect(lambda: self.show_page(self.welcome))
        self.unlock.restore_requested.connect(self._restore)
        self.unlock.demo_requested.connect(self.demo_requested)
        self.with_key.unlocked.connect(self._renew)
        self.with_key.back_requested.connect(lambda: self.show_page(self.unlock))
        self.new_passphrase.ready.connect(self.opened)
        self.restore.restored.connect(self._take_restored)
        self.restore.back_requested.connect(lambda: self.show_page(self._first()))

    def _choose_language(self, language: str) -> None:
        if language != current_language():
            self.language_changed.emit(language)

    def _choose_folder(self) -> None:
        chosen = QFileDialog.getExistingDirectory(self, tr("Choose the folder of the plan"), str(Path.home()))
        if chosen:
            self._offer(Path(chosen))

    def _offer(self, folder: Path) -> None:
        if not sessions.looks_like_workspace(folder):
            page = self.page
            if isinstance(page, StartPage):
                words = words_in(current_language())
                page.note.say(words.text("errors.no_workspace.title"), words.text("errors.no_workspace.text"))
            return
        self._folders = [folder, *(known for known in self._folders if known != folder)]
        self.unlock.forget()
        self.unlock.offer(self._folders, folder)
        self.welcome.unlock.show()
        self.show_page(self.unlock)

    def _use_key(self, folder: Path) -> None:
        self.unlock.forget()
        self.with_key.open_folder(folder)
        self.show_page(self.with_key)

    def _restore(self) -> None:
        self.restore.begin()
        self.show_page(self.restore)

    def _rescue(self, folder: Path) -> None:
        self.restore.begin(sessions.newest_backup_file(folder), folder)
        self.show_page(self.restore)

    def _take_restored(self, session: Session, by_key: bool) -> None:
        if by_key:
            self._renew(session)
        else:
            self.opened.emit(session)

    def _renew(self, session: Session) -> None:
        self.new_passphrase.take(session)
        self.show_page(self.new_passphrase)

    def showEvent(self, event: QShowEvent) -> None:
        """Put the keyboard where typing begins."""
        super().showEvent(event)
        page = self.page
        if isinstance(page, StartPage):
            QTimer.singleShot(0, page, page.start)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave the panel out where the page would have no room beside it."""
        super().resizeEvent(event)
        self.panel.setVisible(event.size().width() >= self.panel.maximumWidth() + scaled(_LEAST_ROOM))
