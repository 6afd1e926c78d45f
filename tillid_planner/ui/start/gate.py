"""The gate: everything between starting the program and an open plan."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QTimer, Signal
from PySide6.QtGui import QPaintEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QWidget
from typing_extensions import override

from tillid_planner import paths
from tillid_planner.content import words as words_in
from tillid_planner.services import session as sessions
from tillid_planner.ui.start.start_panel import StartPanel
from tillid_planner.ui.texts import current_language, tr
from tillid_planner.ui.theme import scaled

if TYPE_CHECKING:
    from tillid_planner.services.session import Session
    from tillid_planner.ui.start.recovery import NewPassphrase, UnlockWithKey
    from tillid_planner.ui.start.restore import Restore
    from tillid_planner.ui.start.start_page import StartPage
    from tillid_planner.ui.start.unlock import Unlock
    from tillid_planner.ui.start.welcome import Welcome

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
        self._words = words_in(current_language())
        self._folders = [folder for folder in workspaces if folder.is_dir()]
        self._home = home or paths.data_folder()
        self.panel = StartPanel(self._words)
        self.stack = QStackedWidget()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.panel)
        row.addWidget(self.stack, 1)
        self._page: StartPage | None = None
        app = QCoreApplication.instance()
        if app is not None:
            app.aboutToQuit.connect(self.give_up)

    # Each page is made when it is first wanted: the first window shows one of them.

    @cached_property
    def welcome(self) -> Welcome:
        """The page on which a plan is made."""
        from tillid_planner.ui.start.welcome import Welcome

        page = Welcome(self._words, self._home)
        page.made.connect(self.opened)
        page.open_requested.connect(self._offer)
        page.demo.clicked.connect(lambda *_: self.demo_requested.emit())
        page.open.clicked.connect(lambda *_: self._choose_folder())
        page.restore.clicked.connect(lambda *_: self._restore())
        page.unlock.clicked.connect(lambda *_: self.show_page(self.unlock))
        page.unlock.setVisible(bool(self._folders))
        for code, button in page.languages.items():
            button.clicked.connect(lambda *_, code=code: self._choose_language(code))
        self.stack.addWidget(page)
        return page

    @cached_property
    def unlock(self) -> Unlock:
        """The page on which a plan is unlocked."""
        from tillid_planner.ui.start.unlock import Unlock

        page = Unlock(self._words, self._folders)
        page.unlocked.connect(self.opened)
        page.recovery_key_requested.connect(self._use_key)
        page.rescue_requested.connect(self._rescue)
        page.folder_requested.connect(self._choose_folder)
        page.creation_requested.connect(lambda: self.show_page(self.welcome))
        page.restore_requested.connect(self._restore)
        page.demo_requested.connect(self.demo_requested)
        self.stack.addWidget(page)
        return page

    @cached_property
    def with_key(self) -> UnlockWithKey:
        """The page on which the recovery key is typed."""
        from tillid_planner.ui.start.recovery import UnlockWithKey

        page = UnlockWithKey(self._words)
        page.unlocked.connect(self._renew)
        page.back_requested.connect(lambda: self.show_page(self.unlock))
        self.stack.addWidget(page)
        return page

    @cached_property
    def new_passphrase(self) -> NewPassphrase:
        """The page on which a new passphrase is chosen after the recovery key was used."""
        from tillid_planner.ui.start.recovery import NewPassphrase

        page = NewPassphrase(self._words)
        page.ready.connect(self.opened)
        self.stack.addWidget(page)
        return page

    @cached_property
    def restore(self) -> Restore:
        """The page on which a backup is restored."""
        from tillid_planner.ui.start.restore import Restore

        page = Restore(self._words, self._home, self._folders)
        page.restored.connect(self._take_restored)
        page.back_requested.connect(lambda: self.show_page(self._first()))
        self.stack.addWidget(page)
        return page

    @property
    def page(self) -> StartPage:
        """The page that is shown, or will be as soon as there is a window."""
        return self._page or self.begin()

    def begin(self) -> StartPage:
        """Show the first page, which otherwise comes when the panel has been painted, unless there is one already."""
        page = self._page or self._first()
        if self._page is None:
            self.show_page(page)
        return page

    def typed(self) -> tuple[str, Path] | None:
        """Return the name that was typed for a new plan and the folder chosen for it, or None."""
        made = "welcome" in self.__dict__
        return (self.welcome.name.text(), self.welcome.home) if made else None

    def go_on(self, name: str, home: Path) -> None:
        """Show the welcome with what was typed there before, for example in another language."""
        self.welcome.begin_with(name, home)
        self.show_page(self.welcome)

    def show_page(self, page: StartPage) -> None:
        """Show a page and begin on it."""
        self._page = page
        self.stack.setCurrentWidget(page)
        # After the layout has settled: a page that is not shown yet cannot take the keyboard.
        QTimer.singleShot(0, page, page.start)

    def give_up(self) -> None:
        """Leave nothing half made behind."""
        for made in ("welcome", "new_passphrase"):
            if made in self.__dict__:
                getattr(self, made).give_up()

    def _first(self) -> StartPage:
        return self.unlock if self._folders else self.welcome

    def _choose_language(self, language: str) -> None:
        if language != current_language():
            self.language_changed.emit(language)

    def _choose_folder(self) -> None:
        from PySide6.QtWidgets import QFileDialog

        chosen = QFileDialog.getExistingDirectory(self, tr("Choose the folder of the plan"), str(Path.home()))
        if chosen:
            self._offer(Path(chosen))

    def _offer(self, folder: Path) -> None:
        if not sessions.looks_like_workspace(folder):
            words = words_in(current_language())
            self.page.note.say(words.text("errors.no_workspace.title"), words.text("errors.no_workspace.text"))
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
        self.restore_over(folder, damaged=True)

    def restore_over(self, folder: Path, *, damaged: bool = False) -> None:
        """Offer the newest backup of a plan to take its place, the plan *damaged* or not."""
        self.restore.begin(sessions.newest_backup_file(folder), folder, damaged=damaged)
        self.show_page(self.restore)

    def _take_restored(self, session: Session, by_key: bool) -> None:
        if by_key:
            self._renew(session)
        else:
            self.opened.emit(session)

    def _renew(self, session: Session) -> None:
        self.new_passphrase.take(session)
        self.show_page(self.new_passphrase)

    @override
    def showEvent(self, event: QShowEvent) -> None:
        # Put the keyboard where typing begins.
        super().showEvent(event)
        if self._page is not None:
            QTimer.singleShot(0, self._page, self._page.start)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        # Make the page when the panel has been painted: something is on the screen while it is being made.
        if self._page is None:
            QTimer.singleShot(0, self, self.begin)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        # Leave the panel out where the page would have no room beside it.
        super().resizeEvent(event)
        self.panel.setVisible(event.size().width() >= self.panel.maximumWidth() + scaled(_LEAST_ROOM))
