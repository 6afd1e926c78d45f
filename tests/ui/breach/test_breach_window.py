"""Breaches in the whole window: noting from anywhere, and a conversation that is locked and goes on."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QTextEdit

from tests.builders import TODAY, a_person, a_task, agreed
from tests.services.breach_builders import a_pair, noted
from tillid_planner import bootstrap
from tillid_planner.services import session as sessions
from tillid_planner.settings import Settings
from tillid_planner.storage import keys
from tillid_planner.ui.breach.note_breach import NoteBreachDialog
from tillid_planner.ui.desk import Target
from tillid_planner.ui.theme import set_ratings_hidden

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
    set_ratings_hidden(False)


def everything_on(window):
    labels = [label.text() for label in window.findChildren(QLabel)]
    return "\n".join(labels + [editor.toPlainText() for editor in window.findChildren(QTextEdit)])


def test_what_one_stands_on_is_filled_in(window, qtbot, monkeypatch):
    asked = []
    monkeypatch.setattr(
        NoteBreachDialog, "exec", lambda dialog: asked.append((dialog.task.value(), dialog.assignee.value())) or 0
    )
    session, shell = window.session, window.shell
    person = a_person(session, "Åse Ørsted")
    task = a_task(session, "Vagtplan")
    agreed(session, task, person, 3)
    session.planning.place(task, person, session.today(), 2)

    def note():
        keys = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
        qtbot.keyClick(window, Qt.Key.Key_B, keys)
        return asked.pop()

    shell.show_page("trust", Target(task, person))
    assert note() == (task, person)
    shell.show_page("week", Target(task, person))
    assert note() == (task, person)
    shell.show_page("person", Target(task, person))
    assert note() == (task, person)
    shell.show_page("person", Target(assignee_id=person, act="comments"))
    assert note() == (None, person)
    shell.show_page("prepare", Target(assignee_id=person))
    assert note() == (None, person)
    shell.show_page("tasks", Target(task_id=task))
    assert note() == (task, None)
    tasks = shell.page("tasks")
    tasks.form.left.emit()
    tasks.view.table.select_row(tasks.view.model.row_of(task))
    assert note() == (task, None)
    shell.show_page("people", Target(assignee_id=person))
    assert note() == (None, person)
    shell.show_page("people", Target(assignee_id=person, act="list"))
    assert note() == (None, person)
    case = session.register.open_cases()[0]
    shell.show_page("breaches", Target(act=f"case:{case.id}"))
    assert note() == (case.task_id, case.assignee_id)
    shell.show_page("settings")
    assert note() == (None, None)


def test_something_is_noted_from_any_page(window, qtbot, monkeypatch):
    asked = []
    monkeypatch.setattr(NoteBreachDialog, "exec", lambda dialog: asked.append(dialog) or 0)
    for page in ("tasks", "trust", "settings"):
        window.shell.show_page(page)
        qtbot.keyClick(window, Qt.Key.Key_B, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier)
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


def test_a_key_leads_nowhere_else_while_the_two_talk(window, qtbot):
    shell = window.shell
    shell.show_page("breaches", Target(act="case:1"))
    page = shell.page("breaches")
    page.start_talk(1)
    done = page.talk.view.done
    done.setFocus()
    qtbot.keyClick(done, Qt.Key.Key_1, Qt.KeyboardModifier.AltModifier)
    assert (shell.page_key, page.talking) == ("breaches", True)
    page.talk.leave()
    assert shell.navigation.isVisible()
    qtbot.keyClick(page, Qt.Key.Key_1, Qt.KeyboardModifier.AltModifier)
    assert shell.page_key == "today"
