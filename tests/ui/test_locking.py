"""Hiding, locking and closing the window: at once, when nobody is there, after sleep, and without leaving words."""

import threading

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QClipboard
from PySide6.QtWidgets import QApplication, QLineEdit

from tests.ui.shown_words import words_on
from tillid_planner.services import session as sessions
from tillid_planner.storage.errors import WorkspaceClosed
from tillid_planner.ui import shell as shells
from tillid_planner.ui.theme import ratings_hidden
from tillid_planner.ui.work import is_running


def test_locking_leaves_alone_what_another_program_put_on_the_clipboard(window, qtbot, monkeypatch):
    board = QApplication.clipboard()
    board.setText("indkøbsseddel")
    monkeypatch.setattr(QClipboard, "ownsClipboard", lambda _: False)
    qtbot.keyClick(window, Qt.Key.Key_L, Qt.KeyboardModifier.ControlModifier)
    assert window.session is None
    assert board.text() == "indkøbsseddel"
    board.clear()


def test_hiding_covers_at_once_and_shows_again(window, qtbot):
    keys = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
    qtbot.keyClick(window, Qt.Key.Key_H, keys)
    assert ratings_hidden()
    qtbot.keyClick(window, Qt.Key.Key_H, keys)
    assert not ratings_hidden()


def test_locking_closes_the_workspace_and_leaves_no_words(window, qtbot, monkeypatch):
    # Without a screen, Qt does not know whose the clipboard is.
    monkeypatch.setattr(QClipboard, "ownsClipboard", lambda _: True)
    QApplication.clipboard().setText("Amina Holm")
    session = window.session
    qtbot.keyClick(window, Qt.Key.Key_L, Qt.KeyboardModifier.ControlModifier)
    assert window.session is None
    assert window.windowTitle() == "Tillidsplanlægger"
    assert QApplication.clipboard().text() == ""
    assert "Amina" not in words_on(window)
    with pytest.raises(WorkspaceClosed):
        session.register.people()


def test_closing_while_a_backup_runs_is_quiet(program, tmp_path, monkeypatch, qtbot):
    told, may_end = [], threading.Event()
    monkeypatch.setattr(shells, "tell_failure", lambda *_: told.append(1))
    kept, _ = sessions.create(tmp_path / "nord.tillid", "Nord", "blå cykel under æbletræet")
    make = kept.backup_if_due

    def backup_when_closed():
        may_end.wait(60)
        return make()

    monkeypatch.setattr(kept, "backup_if_due", backup_when_closed)
    program.open_session(kept)
    assert is_running()
    program.window.close()
    may_end.set()
    qtbot.waitUntil(lambda: not is_running(), timeout=60_000)
    assert told == []


def test_nobody_there_locks(window, qtbot):
    window.idle_lock.set_minutes(0.002)
    with qtbot.waitSignal(window.locked, timeout=60_000):
        window.idle_lock.start()
    assert window.session is None


def test_a_sign_of_life_puts_the_lock_off(window, qtbot):
    happened = []
    window.locked.connect(lambda: happened.append("locked"))
    window.idle_lock.set_minutes(0.01)
    # Timers that are late on a busy computer still go off in their order; without the key the lock would be first.
    QTimer.singleShot(400, lambda: qtbot.keyClick(window.windowHandle(), Qt.Key.Key_Shift))
    QTimer.singleShot(800, lambda: happened.append("800 ms"))
    window.idle_lock.start()
    qtbot.waitUntil(lambda: "locked" in happened, timeout=60_000)
    assert happened == ["800 ms", "locked"]


def test_a_computer_that_has_slept_is_locked_at_the_first_touch_and_the_touch_goes_nowhere(qtbot, program, window):
    now = [1_000.0]
    window.idle_lock._clock = lambda: now[0]
    window.idle_lock.start()
    now[0] += 35
    qtbot.keyClick(window.windowHandle(), Qt.Key.Key_Shift)
    assert window.session is not None
    now[0] += 8 * 3600
    qtbot.keyClick(window.windowHandle(), Qt.Key.Key_A)
    assert window.session is None
    assert not any(line.text() for line in window.findChildren(QLineEdit))


def test_a_plan_counts_its_idle_minutes_and_the_example_does_not(program, tmp_path):
    program.open_demo()
    assert not program.window.idle_lock.runs
    kept, _ = sessions.create(tmp_path / "nord.tillid", "Nord", "blå cykel under æbletræet")
    program.open_session(kept)
    assert program.window.idle_lock.runs
    program.change(lock_after_minutes=0)
    assert not program.window.idle_lock.runs
    program.change(lock_after_minutes=2)
    assert program.window.idle_lock.runs
    program.window.close()


def test_never_locking_by_itself(program, window, qtbot):
    program.change(lock_after_minutes=0)
    assert not window.idle_lock.runs
    window.idle_lock._clock = lambda: 1e12
    qtbot.keyClick(window.windowHandle(), Qt.Key.Key_Shift)
    assert window.session is not None
