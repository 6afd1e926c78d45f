"""The composition root: settings, language, theme, window and session are put together here and nowhere else."""

from __future__ import annotations

import contextlib
import gc
import logging
import sys
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QLocale, QTimer
from PySide6.QtWidgets import QApplication

from tillid_planner import paths, settings
from tillid_planner.domain.errors import TillidError
from tillid_planner.languages import of_system
from tillid_planner.settings import Settings
from tillid_planner.ui.screen_capture import ScreenCapture
from tillid_planner.ui.texts import install_language
from tillid_planner.ui.theme import apply_theme, style_arguments

if TYPE_CHECKING:
    from tillid_planner.services.session import Session
    from tillid_planner.ui.main_window import MainWindow
    from tillid_planner.ui.start.gate import Gate

#: How often it is looked whether a backup is due, in milliseconds.
_BACKUP_LOOKED_AT = 30 * 60 * 1000
_LOG = logging.getLogger("tillid_planner")


class Program:
    """One running program: its settings, its window, and what happens between gate and workspace."""

    def __init__(self, app: QApplication, kept: Settings, keep: Callable[[Settings], None]) -> None:
        self.app = app
        self.settings = kept
        self._keep = keep
        self._window: MainWindow | None = None
        self._typed: tuple[str, Path] | None = None
        install_language(app, language(kept))
        apply_theme(app, kept.theme, kept.text_scale)
        self._capture = ScreenCapture(app)
        self._capture.set_excluded(kept.hide_from_captures)

    @property
    def window(self) -> MainWindow:
        """The window, made when it is first asked for."""
        if self._window is None:
            from tillid_planner.ui.main_window import MainWindow

            self._window = MainWindow(self._gate, lambda: self.settings)
            self._window.settings_changed.connect(lambda changes: self.change(**changes))
        return self._window

    def change(self, **changes: Any) -> None:
        """Change settings, at once and for next time; a new language shows the window anew."""
        before, self.settings = self.settings, replace(self.settings, **changes)
        with contextlib.suppress(settings.SettingsError):
            self._keep(self.settings)
        after = self.settings
        if (before.theme, before.text_scale) != (after.theme, after.text_scale):
            apply_theme(self.app, after.theme, after.text_scale)
        self._capture.set_excluded(after.hide_from_captures)
        if before.lock_after_minutes != after.lock_after_minutes:
            self.window.set_lock_after(after.lock_after_minutes)
        if before.language != after.language:
            install_language(self.app, language(after))
        if (before.language, before.text_scale) != (after.language, after.text_scale):
            self.window.rebuild()

    def open_session(self, session: Session) -> None:
        """Show an open workspace, remember where it is, and make the day's backup."""
        if session.folder is not None:
            self.change(workspaces=self.settings.with_workspace(session.folder).workspaces)
        self.window.show_session(session)
        missing = session.missing_acts
        shell = self.window.shell
        if missing is not None and shell is not None:
            since = missing.since.replace("T", " ")
            shell.desk.failed.emit(TillidError("missing_acts", count=missing.count, since=since))
        self._back_up(session)

    def open_demo(self) -> None:
        """Show a throw-away demo that lives in memory and leaves nothing behind."""
        self.open_session(demo_session(date.today()))

    def come_forward(self, folder: Path | None) -> bool:
        """Raise the window for a second start, with *folder* where one was named; False while another plan is open."""
        from tillid_planner.ui.single_instance import come_to_front

        session = self.window.session
        if folder is not None and session is not None:
            if session.folder is None or session.folder.resolve() != folder.resolve():
                return False
        elif folder is not None:
            self.settings = self.settings.with_workspace(folder)
            self.window.show_gate()
        come_to_front(self.window)
        return True

    def _gate(self) -> Any:
        from tillid_planner.ui.start.gate import Gate

        gate = Gate(self.settings.workspaces)
        gate.opened.connect(self.open_session)
        gate.demo_requested.connect(self.open_demo)
        gate.language_changed.connect(lambda chosen: self._change_language(gate, chosen))
        if self._typed is not None:
            gate.go_on(*self._typed)
        elif self.window.isVisible():
            gate.begin()
        return gate

    def _change_language(self, gate: Gate, chosen: str) -> None:
        # The gate is made anew in the other language; what was typed at it is no less wanted.
        self._typed = gate.typed()
        self.change(language=chosen)
        self._typed = None

    def _back_up(self, session: Session) -> None:
        from tillid_planner.ui.work import run_in_background

        shell = self.window.shell
        if shell is None or session.folder is None:
            return
        desk = shell.desk

        def back_up() -> None:
            # Told once in a dialog, then it stands on the page of today until one has been made.
            told = session.backup_trouble is not None

            def failed(error: TillidError) -> None:
                desk.backups_changed.emit()
                if not told:
                    desk.failed.emit(error)

            run_in_background(shell, session.backup_if_due, done=lambda _: desk.backups_changed.emit(), failed=failed)

        # A plan that stays open over night gets its backup the next day too.
        timer = QTimer(shell)
        timer.timeout.connect(back_up)
        timer.start(_BACKUP_LOOKED_AT)
        desk.backup_requested.connect(back_up)
        back_up()


def language(kept: Settings) -> str:
    """Return the code of the language: the one chosen, or the system's, English where the system speaks none."""
    if kept.language != "system":
        return kept.language
    return of_system(QLocale.system().name())


def demo_session(today: date) -> Session:
    """Return a session with the demo unit, in memory."""
    from tillid_planner.services import demo, session

    calendar = demo.Calendar(today)
    made = session.in_memory(demo.name(), calendar)
    demo.fill(made, calendar)
    made.history.forget()
    return made


def application(arguments: list[str]) -> QApplication:
    """Return the one QApplication, named and iconed."""
    app = QApplication.instance() or QApplication([*arguments, *style_arguments()])
    assert isinstance(app, QApplication)
    app.setApplicationName("Tillid Planner")
    app.setDesktopFileName("tillid-planner")
    return app


def run(*, demo: bool = False, workspace: Path | None = None) -> int:
    """Show the window and stay until it is closed; return the exit status."""
    app = application(sys.argv[:1])
    file = paths.settings_file()
    instance = None
    if not demo:
        from tillid_planner.ui.single_instance import SingleInstance, raise_running, socket_name

        name = socket_name(file)
        raised = raise_running(name, workspace)
        if raised:
            return 0
    program = Program(app, settings.load(file), lambda kept: settings.save(kept, file))
    if workspace is not None:
        program.settings = program.settings.with_workspace(workspace.absolute())
    sys.excepthook = _bug(program)
    from tillid_planner.ui.widgets import install_focus_frame

    frame = install_focus_frame(app)
    if demo:
        program.open_demo()
    else:
        program.window.show_gate()
        if raised is None:
            instance = SingleInstance(name, program.come_forward, app)
    _show(program.window)
    # From here on there is garbage to look for, and none of it among what has been loaded.
    gc.freeze()
    gc.enable()
    status = app.exec()
    if instance is not None:
        instance.close()
    del frame
    return status


def _show(window: MainWindow) -> None:
    # On a laptop where the window would hide its own edges, it takes the whole screen.
    room = window.screen().availableSize()
    if room.width() <= window.width() or room.height() <= window.height():
        window.showMaximized()
    else:
        window.show()


def _bug(program: Program) -> Callable[[type[BaseException], BaseException, TracebackType | None], None]:
    def tell(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        if issubclass(kind, KeyboardInterrupt):
            program.app.quit()
            return
        # Kind and places only: messages and locals may hold what somebody typed.
        places = []
        while trace is not None:
            code = trace.tb_frame.f_code
            places.append(f"{Path(code.co_filename).name}:{trace.tb_lineno} {code.co_name}")
            trace = trace.tb_next
        _LOG.error("%s at %s", kind.__name__, " < ".join(reversed(places)))
        from tillid_planner.content import words
        from tillid_planner.domain.errors import TillidError
        from tillid_planner.ui.widgets.failure import tell_failure

        shown = error if isinstance(error, TillidError) else TillidError("unknown")
        tell_failure(program.window, shown, words(language(program.settings)))

    return tell
