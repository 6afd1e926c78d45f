"""Breaches in the whole window: noting from anywhere, and a conversation that is locked and goes on."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QTextEdit

from tests.builders import TODAY
from tests.services.breach_builders import a_pair, noted
from tillid_planner import bootstrap
from tillid_planner.services import session as sessions
from tillid_planner.settings import Settings
from tillid_planner.storage import keys
from tillid_planner.ui.desk import Target
from tillid_planner.ui.dialogs.note_breach import NoteBreachDialog
from tillid_planner.ui.theme import set_covered

PASSPHRASE = "fire små ord her"


@pytest.fixture
def plan(tmp_path, monkeypatch):
    monkeypatch.setattr(keys, "ARGON2", {"memory_kib": 64, "iterations": 1, "lanes": 1})
    folder = tmp_path / "Nord.tillid"
    made, _ = sessions.create(folder, "Nord", PASSPHRASE, today=lambda: TODAY)
    noted(made, a_pair(made))
    made.close()
    return folder


@pytest.fixture
def window(qapp, qtbot, plan):
    program = bootstrap.Program(qapp, Settings(language="da", theme="light"), lambda _: None)
    program.open_session(sessions.open_with_passphrase(plan, PASSPHRASE))
    program.window.show()
    qtbot.waitExposed(program.window)
    program.window.activateWindow()
    qtbot.waitUntil(program.window.isActiveWindow, timeout=60_000)
    yield program.window
    # The window first: a field that has the keyboard is stored as it closes.
    session = program.window.session
    program.window.close()
    if session is not None:
        session.close()
    program.window.deleteLater()
    set_covered(False)


def everything_on(window):
    labels = [label.text() for label in window.findChildren(QLabel)]
    return "\n".join(labels + [editor.toPlainText() for editor in window.findChildren(QTextEdit)])


def test_something_is_noted_from_any_page(window, qtbot, monkeypatch):
    asked = []
    monkeypatch.setattr(NoteBreachDialog, "exec", lambda dialog: asked.append(dialog) or 0)
    for page in ("tasks", "trust", "settings"):
        window.shell.show_page(page)
        qtbot.keyClick(
            window, Qt.Key.Key_B, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
        )
    assert len(asked) == 3


def test_a_locked_conversation_shows_nothing_and_goes_on_at_the_same_word(window, qtbot, plan):
    window.shell.show_page("breaches", Target(act="case:1"))
    page = window.shell.page("breaches")
    page.start_talk(1)
    assert page.talk.geometry() == window.shell.rect()
    page.talk._show_part("resources", 1)
    leader = page.talk.view.leader
    leader.setFocus()
    qtbot.keyClicks(leader, "Jeg vidste det fra morgenen")
    for _ in range(8):
        qtbot.keyClick(leader, Qt.Key.Key_Left)
    cursor = leader.textCursor().position()
    window.lock()
    QApplication.processEvents()
    assert "morgenen" not in everything_on(window)
    assert "Amina" not in everything_on(window)
    window.show_session(sessions.open_with_passphrase(plan, PASSPHRASE))
    QApplication.processEvents()
    talk = window.shell.page("breaches").talk
    assert talk.isVisible()
    assert (talk.part, talk._at) == ("resources", 1)
    assert talk.view.leader.toPlainText() == "Jeg vidste det fra morgenen"
    assert talk.view.leader.textCursor().position() == cursor
    assert window.focusWidget() is talk.view.leader


def test_going_to_another_page_ends_the_view_and_keeps_the_words(window, qtbot):
    window.shell.show_page("breaches", Target(act="case:1"))
    page = window.shell.page("breaches")
    page.start_talk(1)
    page.talk.view.employee.setFocus()
    qtbot.keyClicks(page.talk.view.employee, "Sådan var det")
    window.shell.show_page("tasks")
    assert not page.talking
    assert window.session.cases.get(1).employee_account == "Sådan var det"
    assert window.session.cases.talk_place() is None


def test_nothing_of_a_case_is_in_the_title_or_left_on_the_clipboard(window):
    window.shell.show_page("breaches", Target(act="case:1"))
    assert "Amina" not in window.windowTitle()
    window.lock()
    assert QApplication.clipboard().text() == ""
