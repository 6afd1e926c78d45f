"""The window and the system: a second start, the screen's lock and sleep, and screen captures.

What Windows and macOS do is shown by faked events; it has not been run there.
"""

import ctypes
import shutil
import subprocess
import sys
from pathlib import Path
from types import SimpleNamespace

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtGui import QWindow
from PySide6.QtWidgets import QApplication, QDialog

from tillid_planner import bootstrap
from tillid_planner.services import session as sessions
from tillid_planner.settings import Settings
from tillid_planner.storage import keys
from tillid_planner.ui import screen_capture, system_lock
from tillid_planner.ui.single_instance import SingleInstance, socket_name
from tillid_planner.ui.system_lock import SessionMessages, SystemLock, observe_screen_lock

PASSPHRASE = "fire små ord her"


@pytest.fixture
def program(qtbot, themed_app):
    made = bootstrap.Program(themed_app, Settings(language="da", theme="light"), lambda _: None)
    qtbot.addWidget(made.window)
    made.window.show_gate()
    made.window.show()
    return made


@pytest.fixture
def plan(tmp_path, monkeypatch):
    monkeypatch.setattr(keys, "ARGON2", {"memory_kib": 64, "iterations": 1, "lanes": 1})
    folder = tmp_path / "Nord.tillid"
    sessions.create(folder, "Nord", PASSPHRASE)[0].close()
    return folder


@pytest.fixture
def name(tmp_path):
    return socket_name(tmp_path / "settings.toml")


SECOND = """
import sys
from pathlib import Path
from PySide6.QtCore import QCoreApplication
from tillid_planner.ui.single_instance import raise_running
app = QCoreApplication([])
print(raise_running(sys.argv[1], Path(sys.argv[2]) if sys.argv[2:] else None))
"""


def start_again(qtbot, name, folder=None):
    """Do what a second start does, in another process, and return what it was told."""
    arguments = [name] if folder is None else [name, str(folder)]
    second = subprocess.Popen([sys.executable, "-c", SECOND, *arguments], stdout=subprocess.PIPE, text=True)
    qtbot.waitUntil(lambda: second.poll() is not None, timeout=60_000)
    return {"True": True, "False": False, "None": None}[second.communicate()[0].strip()]


# A second start


def test_a_second_start_raises_the_window_that_is_open(qtbot, program, name):
    instance = SingleInstance(name, program.come_forward)
    program.window.showMinimized()
    assert start_again(qtbot, name) is True
    assert not program.window.isMinimized()
    assert program.window.isVisible()
    instance.close()
    assert start_again(qtbot, name) is None


def test_a_plan_that_is_named_is_offered_at_the_gate_and_raised_when_it_is_open(qtbot, program, name, plan, tmp_path):
    instance = SingleInstance(name, program.come_forward)
    assert start_again(qtbot, name, plan) is True
    assert program.settings.workspaces[0] == plan
    program.open_session(sessions.open_with_passphrase(plan, PASSPHRASE))
    assert start_again(qtbot, name, plan) is True
    # Another plan gets a window of its own.
    assert start_again(qtbot, name, tmp_path / "Syd.tillid") is False
    assert program.window.session.folder == plan
    program.window.lock()
    instance.close()


def test_what_one_that_was_killed_left_is_no_hindrance(qtbot, name):
    code = (
        "import os, sys\n"
        "from PySide6.QtCore import QCoreApplication\n"
        "from tillid_planner.ui.single_instance import SingleInstance\n"
        "app = QCoreApplication([])\n"
        "one = SingleInstance(sys.argv[1], lambda folder: True)\n"
        "os._exit(1)\n"
    )
    subprocess.run([sys.executable, "-c", code, name], check=False, timeout=120)
    assert start_again(qtbot, name) is None
    instance = SingleInstance(name, lambda folder: True)
    assert start_again(qtbot, name) is True
    instance.close()


@pytest.mark.parametrize("sent", [b"", b"x", b"\n" * 3, b"\xff\xfe\n\n", b"a" * 200_000])
def test_whatever_is_sent_the_one_that_listens_goes_on(qtbot, name, sent):
    from PySide6.QtNetwork import QLocalSocket

    instance = SingleInstance(name, lambda folder: True)
    socket = QLocalSocket()
    socket.connectToServer(name)
    assert socket.waitForConnected(10_000)
    socket.write(sent)
    socket.flush()
    QTimer.singleShot(0, socket.disconnectFromServer)
    assert start_again(qtbot, name) is True
    instance.close()


def test_the_sockets_name_tells_nothing(tmp_path):
    made = socket_name(Path("/home/Amina Holm/settings.toml"))
    assert "Amina" not in made
    assert made != socket_name(tmp_path)


# The screen's lock and sleep


def test_the_plan_locks_with_the_screen(program, plan):
    program.open_session(sessions.open_with_passphrase(plan, PASSPHRASE))
    lock = program.window._system_lock
    lock.take(False)
    assert program.window.session is not None
    lock.take(True)
    assert program.window.session is None
    # Once more with nothing to lock.
    lock.take_lock()


def test_the_example_is_not_locked_it_would_be_gone(program):
    program.open_demo()
    program.window._system_lock.take(True)
    assert program.window.session is not None


BUS = """
import subprocess, sys
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication
from tillid_planner.ui.system_lock import SystemLock
app = QApplication([])
lock = SystemLock()
told = []
lock.locked.connect(lambda: (told.append(1), app.quit()))
def send(on):
    path, name, signal, kind = sys.argv[1:5]
    subprocess.run(["dbus-send", "--session", "--type=signal", path, name + "." + signal, f"boolean:{on}"])
QTimer.singleShot(0, lambda: (send("false"), send("true")))
QTimer.singleShot(60_000, app.quit)
app.exec()
print(len(told))
"""


@pytest.mark.skipif(shutil.which("dbus-run-session") is None, reason="needs a bus of its own")
@pytest.mark.parametrize(("path", "interface"), system_lock._SCREEN_LOCKS)
def test_the_desktops_signal_on_the_bus_is_heard(path, interface):
    found = subprocess.run(
        ["dbus-run-session", "--", sys.executable, "-c", BUS, path, interface, "ActiveChanged", ""],
        capture_output=True,
        text=True,
        timeout=120,
        check=True,
    )
    assert found.stdout.strip() == "1"


@pytest.mark.parametrize(
    ("number", "what", "locks"),
    [(0x02B1, 0x7, True), (0x0218, 0x4, True), (0x02B1, 0x8, False), (0x0218, 0x7, False), (0x0100, 0x7, False)],
)
def test_a_message_of_windows_that_says_lock_or_sleep_locks(qtbot, themed_app, number, what, locks):
    told = []
    lock = SystemLock()
    lock.locked.connect(lambda: told.append(1))
    window = SessionMessages(lock)
    qtbot.addWidget(window)
    message = system_lock._Message(None, number, what)
    assert window.nativeEvent(b"windows_generic_MSG", ctypes.addressof(message)) == (False, 0)
    assert bool(told) == locks


def test_a_notification_of_macos_that_the_screen_is_locked_is_heard():
    told, added = [], []

    class Function:
        def __init__(self, result=None):
            self._result = result

        def __call__(self, *given):
            added.append(given)
            return self._result

    library = SimpleNamespace(
        CFStringCreateWithCString=Function(11),
        CFNotificationCenterGetDistributedCenter=Function(22),
        CFNotificationCenterAddObserver=Function(),
    )
    kept = observe_screen_lock(lambda: told.append(1), library)
    center, _, callback, name, *_ = added[-1]
    assert (center, name) == (22, 11)
    assert added[1][1] == b"com.apple.screenIsLocked"
    ctypes.CFUNCTYPE(None, *[ctypes.c_void_p] * 5)(callback.value)(None, None, None, None, None)
    assert told == [1]
    assert kept is not None


# Screen captures


@pytest.fixture
def left_out(monkeypatch):
    """What is said to the system, by window, where it could leave windows out."""
    said = {}
    monkeypatch.setattr(screen_capture, "POSSIBLE", True)
    monkeypatch.setattr(screen_capture, "exclude", lambda window, excluded: said.update({window: excluded}))
    return said


def test_every_window_is_left_out_of_captures_and_shown_again_by_the_setting(qtbot, program, left_out):
    program.window.activateWindow()
    dialog = QDialog(program.window)
    dialog.show()
    qtbot.waitUntil(lambda: left_out.get(dialog.windowHandle()) is True, timeout=60_000)
    assert left_out[program.window.windowHandle()] is True
    program.change(hide_from_captures=False)
    assert set(left_out.values()) == {False}
    dialog.close()


def test_the_choice_is_only_offered_where_the_system_can(qtbot, program, monkeypatch):
    from tillid_planner.ui.settings.page import SettingsPage

    program.open_demo()
    for possible in (False, True):
        monkeypatch.setattr(screen_capture, "POSSIBLE", possible)
        page = SettingsPage(program.window.shell.desk)
        qtbot.addWidget(page)
        page.show()
        assert page.view.hide_from_captures.isVisible() == possible


def test_windows_is_asked_to_leave_the_window_out(qtbot, themed_app, monkeypatch):
    asked = []
    monkeypatch.setattr(sys, "platform", "win32")
    user32 = SimpleNamespace(SetWindowDisplayAffinity=lambda *given: asked.append(given))
    monkeypatch.setattr(ctypes, "windll", SimpleNamespace(user32=user32), raising=False)
    window = QWindow()
    for excluded in (True, False):
        screen_capture.exclude(window, excluded)
    assert asked == [(int(window.winId()), 0x11), (int(window.winId()), 0)]
    assert QApplication.instance() is themed_app
