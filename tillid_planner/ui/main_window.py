"""The window: the gate while nothing is open, the shell around an open workspace."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QEvent, QObject, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QGuiApplication, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QApplication, QMainWindow, QStackedWidget, QWidget
from shiboken6 import isValid
from typing_extensions import override

from tillid_planner.settings import Settings
from tillid_planner.ui.actions import SHORTCUTS
from tillid_planner.ui.clipboard import clear_copied
from tillid_planner.ui.idle_lock import NOTICE_MS, IdleLock
from tillid_planner.ui.texts import current_language, tr
from tillid_planner.ui.theme import ratings_hidden, set_ratings_hidden
from tillid_planner.ui.widgets.focus import set_keyboard_in_use

if TYPE_CHECKING:
    from PySide6.QtGui import QWindow

    from tillid_planner.services.session import Session
    from tillid_planner.ui.shell import Place, Shell
    from tillid_planner.ui.widgets import Toast

_SIGNS_OF_LIFE = (
    QEvent.Type.KeyPress,
    QEvent.Type.MouseButtonPress,
    QEvent.Type.MouseMove,
    QEvent.Type.Wheel,
    QEvent.Type.TouchBegin,
)


class MainWindow(QMainWindow):
    """Holds one open workspace at most; locking closes it and drops everything that was read."""

    #: The workspace was locked and closed; its session is gone.
    locked = Signal()
    #: Settings the user wants otherwise, by name.
    settings_changed = Signal(dict)

    def __init__(self, make_gate: Callable[[], QWidget], read_settings: Callable[[], Settings]) -> None:
        super().__init__()
        self._make_gate = make_gate
        self._read_settings = read_settings
        self._stack = QStackedWidget()
        self.setCentralWidget(self._stack)
        self.shell: Shell | None = None
        self._left: tuple[Path | None, Place] | None = None
        self.idle_lock = IdleLock(self)
        self.idle_lock.soon.connect(self._give_notice)
        self.idle_lock.due.connect(self.lock)
        self._notice: Toast | None = None
        self._system_lock: QObject | None = None
        self.set_lock_after(read_settings().lock_after_minutes)
        self._watched: QWindow | None = None
        # The window with the keyboard is watched, not the application: a filter there would see every event.
        QGuiApplication.instance().focusWindowChanged.connect(self._watch)  # type: ignore[union-attr]
        self.setMinimumSize(960, 600)
        self.resize(1366, 768)
        self._show_title()

    @property
    def session(self) -> Session | None:
        """The open session, if there is one."""
        return self.shell.desk.session if self.shell else None

    def set_lock_after(self, minutes: int) -> None:
        """Lock after so many minutes without a sign of life; 0 never locks by itself."""
        self.idle_lock.set_minutes(minutes)
        self._count_idle_minutes()

    def show_gate(self) -> None:
        """Show the gate: first start, or unlock."""
        self._replace(self._make_gate())
        self._show_title()

    def show_session(self, session: Session, page: str = "", place: Place | None = None) -> None:
        """Show an open workspace: at *place*, on a page, where it was when it was locked, or on the first page."""
        # Only now: the first window has no use for the pages and what they stand on.
        from tillid_planner.content import words
        from tillid_planner.ui.desk import Desk, Target
        from tillid_planner.ui.shell import FIRST_PAGE, Shell

        desk = Desk(session, words(current_language()), settings=self._read_settings())
        if place is None and not page:
            place = self._left_at(session)
        desk.places.update(place.chosen if place else {})
        desk.settings_changed.connect(self.settings_changed)
        shell = Shell(desk)
        desk.setParent(shell)
        shell.lock_requested.connect(self.lock)
        desk.lock_requested.connect(self.lock)
        desk.restore_requested.connect(lambda: self._restore(session.folder))
        self._replace(shell)
        self.shell = shell
        if place is not None:
            shell.show_page(place.page, place.target)
        else:
            shell.show_page(page or FIRST_PAGE)
        if session.cases.talk_place() is not None:
            # A conversation was on the screen when it was locked: it goes on at the same word.
            shell.show_page("breaches", Target(act="talk"))
        self._show_title()
        self._count_idle_minutes()
        self._follow_system_lock()

    def rebuild(self) -> None:
        """Show the same again in another language, on the same page."""
        if self.shell is None:
            self.show_gate()
            return
        session = self.shell.desk.session
        self._leave_fields()
        place = self.shell.keep_place()
        self.shell.desk.drafts_due.emit()
        self.show_session(session, place=place)

    def lock(self) -> None:
        """Close the workspace and show the gate; what was being typed is stored first."""
        if self.shell is None:
            return
        self._leave_fields()
        self._close_dialogs()
        shell = self.shell
        self._left = (shell.desk.session.folder, shell.keep_place())
        self.show_gate()
        self._end_session(shell)
        self.locked.emit()

    def _restore(self, folder: Path | None) -> None:
        """Lock the plan, and offer its newest backup to take its place."""
        if folder is None:
            return
        self.lock()
        gate: Any = self._stack.currentWidget()
        gate.restore_over(folder)

    def _left_at(self, session: Session) -> Place | None:
        left, self._left = self._left, None
        # The example has no folder, and is another one each time.
        return left[1] if left is not None and session.folder is not None and left[0] == session.folder else None

    def _end_session(self, shell: Shell) -> None:
        shell.desk.close()
        clear_copied()

    def _count_idle_minutes(self) -> None:
        # The example is not locked, it would be gone: it lives in memory alone, and everybody in it is invented.
        if self.session is not None and self.session.folder is not None:
            self.idle_lock.start()

    def _follow_system_lock(self) -> None:
        if self._system_lock is None:
            # Only now: the gate has nothing to lock.
            from tillid_planner.ui.system_lock import SystemLock

            self._system_lock = lock = SystemLock(self)
            lock.locked.connect(self._lock_with_system)

    def _lock_with_system(self) -> None:
        if self.session is not None and self.session.folder is not None:
            self.lock()

    def _give_notice(self) -> None:
        from tillid_planner.ui.widgets import Toast

        # Over a dialog where one is open: nothing else can be reached then.
        self._take_notice_away()
        self._notice = Toast(QApplication.activeModalWidget() or self)
        self._notice.show_message(
            tr("The plan locks in {seconds} seconds.", seconds=NOTICE_MS // 1000),
            tr("Stay open"),
            self._sign_of_life,
            seconds=2 * NOTICE_MS / 1000,
        )

    def _take_notice_away(self) -> None:
        if self._notice is not None and isValid(self._notice):
            self._notice.dismiss()
            self._notice.deleteLater()
        self._notice = None

    def _sign_of_life(self) -> None:
        self._take_notice_away()
        self.idle_lock.sign_of_life()

    def _watch(self, window: QWindow | None) -> None:
        if self._watched is not None and isValid(self._watched):
            self._watched.removeEventFilter(self)
        self._watched = window
        if window is not None:
            window.installEventFilter(self)
            self._sign_of_life()

    def _replace(self, widget: QWidget) -> None:
        self.idle_lock.stop()
        self._take_notice_away()
        self.shell = None
        while (old := self._stack.widget(0)) is not None:
            self._stack.removeWidget(old)
            old.hide()
            old.setParent(None)
            old.deleteLater()
        self._stack.addWidget(widget)
        self._stack.setCurrentWidget(widget)

    def _leave_fields(self) -> None:
        focused = self.focusWidget()
        if focused is not None:
            focused.clearFocus()

    def _close_dialogs(self) -> None:
        for widget in QApplication.topLevelWidgets():
            if widget is not self and widget.isVisible():
                widget.close()

    def _show_title(self) -> None:
        name = self.session.name if self.session else ""
        self.setWindowTitle(tr("Tillid Planner – {unit}", unit=name) if name else tr("Tillid Planner"))

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.KeyPress, QEvent.Type.MouseButtonPress):
            set_keyboard_in_use(event.type() == QEvent.Type.KeyPress)
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress and self._acts_over_dialog(event):
            return True
        if event.type() in _SIGNS_OF_LIFE:
            was_open = self.shell is not None
            self._sign_of_life()
            # What was meant for the plan does not go to the gate that has just come before it.
            return was_open and self.shell is None
        return False

    def _acts_over_dialog(self, event: QKeyEvent) -> bool:
        # The window's own shortcuts do not reach past a dialog, and these two are for when somebody comes by.
        if self.shell is None or QApplication.activeModalWidget() is None:
            return False
        pressed = QKeySequence(event.keyCombination()).toString()
        if pressed in SHORTCUTS["lock"]:
            # When this event has had its end: locking closes the dialog it was meant for.
            QTimer.singleShot(0, self, self.lock)
        elif pressed in SHORTCUTS["hide"]:
            set_ratings_hidden(not ratings_hidden())
        else:
            return False
        return True

    @override
    def closeEvent(self, event: QCloseEvent) -> None:
        self._leave_fields()
        if self.shell is not None:
            self._end_session(self.shell)
        super().closeEvent(event)
