"""The window as a whole: navigation, undo, language, theme, search, the keyboard and what outlives a change."""

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractButton, QApplication, QTableView

from tests.builders import TODAY, a_person, a_session, a_task, rated
from tests.ui.shown_words import words_on
from tillid_planner.domain.errors import TillidError
from tillid_planner.ui import actions
from tillid_planner.ui.desk import Target
from tillid_planner.ui.search import SearchDialog
from tillid_planner.ui.theme import current_theme, ratings_hidden
from tillid_planner.ui.widgets import install_focus_frame
from tillid_planner.ui.widgets.empty_register import EmptyRegister


def test_every_page_in_the_navigation_opens(window):
    for key, entry in actions.PAGES.items():
        window.shell.show_page(key, Target(act="staff") if key == "import" else None)
        assert window.shell.page_key == key
        assert window.shell.navigation.key() == (entry.shown_as or key)


def test_an_import_of_tasks_is_marked_as_belonging_to_the_tasks(window):
    window.shell.show_page("import", Target(act="tasks"))
    assert window.shell.navigation.key() == "tasks"


def test_pages_open_by_keyboard(window, qtbot):
    in_order = [key for key, entry in actions.PAGES.items() if entry.group]
    for number, key in list(enumerate(in_order, start=1))[::-1]:
        qtbot.keyClick(window, Qt.Key(Qt.Key.Key_0 + number), Qt.KeyboardModifier.AltModifier)
        assert window.shell.page_key == key


def test_undo_and_redo_by_keyboard_say_what_they_did(window, qtbot):
    session = window.session
    window.shell.desk.run(lambda: session.register.archive_task(1), "x")
    qtbot.keyClick(window, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert session.register.task(1).archived_on is None
    assert "Fortrudt" in window.shell.toast.text
    qtbot.keyClick(window, Qt.Key.Key_Y, Qt.KeyboardModifier.ControlModifier)
    assert session.register.task(1).archived_on == TODAY


def test_every_act_has_a_name_in_both_languages(window):
    from tillid_planner.content import words

    labels = {row["act"] for row in window.session._workspace.database.rows("SELECT act FROM audit")}
    for language in ("da", "en"):
        for label in labels - {"create"}:
            assert words(language).text(f"acts.{label}")


def test_the_language_changes_without_a_restart_and_the_page_stays(program, window, kept):
    window.shell.show_page("settings")
    assert "Indstillinger" in words_on(window)
    window.shell.desk.settings_changed.emit({"language": "en"})
    assert window.shell.page_key == "settings"
    assert "Settings" in words_on(window)
    assert kept[-1].language == "en"
    assert window.windowTitle() == "Tillid Planner – Nord"


def test_the_theme_changes_without_a_restart(program, window):
    window.shell.desk.settings_changed.emit({"theme": "dark"})
    assert current_theme().name == "dark"


def test_search_finds_by_a_few_letters_and_goes_there(window, qtbot):
    dialog = SearchDialog(window.shell.desk, window)
    qtbot.addWidget(dialog)
    dialog.show()
    qtbot.keyClicks(dialog.field, "ør ås")
    assert [dialog.list.item(i).text() for i in range(dialog.list.count())] == ["Åse Ørsted"]
    dialog.field.clear()
    qtbot.keyClicks(dialog.field, "sår")
    qtbot.keyClick(dialog.field, Qt.Key.Key_Return)
    assert window.shell.page_key == "tasks"


def test_the_environments_errors_are_told_and_nothing_is_lost(window, qtbot, monkeypatch):
    told = []
    monkeypatch.setattr("tillid_planner.ui.shell.tell_failure", lambda parent, error, words: told.append(error.code))

    def full():
        raise TillidError("disk_full")

    reply = window.shell.desk.run(full)
    assert not reply
    assert told == ["disk_full"]


def test_the_demo_leaves_nothing_behind(program, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    program.open_demo()
    assert program.window.session.folder is None
    assert program.settings.workspaces == ()
    assert list(tmp_path.rglob("*")) == []


def test_a_page_that_is_hidden_refreshes_when_it_is_shown(window):
    window.shell.show_page("people")
    window.shell.show_page("tasks")
    session = window.session
    person = session.register.people()[0]
    window.shell.desk.run(lambda: session.register.save_person(replace(person, name="Birthe Ny")))
    window.shell.show_page("people")
    model = window.shell.page("people").view.people_table.model()
    texts = [model.index(row, c).data() for row in range(model.rowCount()) for c in range(model.columnCount())]
    assert any("Birthe Ny" in str(text) for text in texts)


def test_what_is_rated_is_seen_in_the_matrix_at_once(window):
    session = window.session
    window.shell.show_page("trust")
    rated(session, 1, 2, 4, 4, 4)
    window.shell.desk.run(lambda: session.trust.set_own_rung(1, 2, 3))
    model = window.shell.page("trust").table.model()
    spoken = [
        model.index(row, column).data(Qt.ItemDataRole.AccessibleTextRole)
        for row in range(model.rowCount())
        for column in range(model.columnCount())
    ]
    assert any("Åse Ørsted, Sårpleje: vurderet" in text for text in spoken)


def test_a_comment_and_an_agreement_under_way_outlive_a_change_of_language(window, qtbot):
    session = window.session
    rated(session, 1, 2, 4, 4, 4)
    window.shell.show_page("trust", Target(task_id=1, assignee_id=2, act="comments"))
    inspector = window.shell.page("trust").inspector
    qtbot.keyClicks(inspector.comments.text, "Jeg vil gerne prøve")
    inspector.agreement.begin(3)
    inspector.show_tab("agreement")
    inspector.agreement.form.view.support.setFocus()
    qtbot.keyClicks(inspector.agreement.form.view.support, "Sparring")
    window.shell.show_page("settings")
    window.shell.desk.settings_changed.emit({"language": "en"})
    assert session.trust.sheet(1, 2).comments == []
    window.shell.show_page("trust")
    again = window.shell.page("trust").inspector
    assert again is not inspector
    assert (again.pair, again.tabs.key(), again.isVisible()) == ((1, 2), "agreement", True)
    assert again.agreement.form.draft.support == "Sparring"
    assert again.comments.text.value() == "Jeg vil gerne prøve"
    window.shell.desk.settings_changed.emit({"text_scale": 1.3})
    assert window.shell.page("trust").inspector.comments.text.value() == "Jeg vil gerne prøve"


def test_what_is_under_way_stays_when_the_theme_changes_and_goes_with_the_lock(program, window, qtbot):
    session = window.session
    window.shell.show_page("trust", Target(task_id=1, assignee_id=2, act="comments"))
    text = window.shell.page("trust").inspector.comments.text
    qtbot.keyClicks(text, "Jeg vil gerne prøve")
    window.shell.desk.settings_changed.emit({"theme": "dark"})
    assert text.value() == "Jeg vil gerne prøve"
    window.lock()
    other = a_session()
    a_task(other)
    a_person(other)
    program.open_session(other)
    assert session is not window.session
    assert window.shell.desk.places == {}


def test_what_return_leads_to_shows_the_ring_and_what_a_click_leads_to_does_not(window, qtbot):
    frame = install_focus_frame(QApplication.instance())
    handle, stack = window.windowHandle(), window.shell.stack
    lock, hide = window.shell.top_bar.lock, window.shell.top_bar.hide_ratings
    lock.clearFocus()
    qtbot.keyClick(handle, Qt.Key.Key_F9)
    lock.setFocus(Qt.FocusReason.OtherFocusReason)
    assert frame.marked is lock
    qtbot.mouseClick(handle, Qt.MouseButton.LeftButton, pos=stack.mapTo(window, stack.rect().center()))
    hide.setFocus(Qt.FocusReason.OtherFocusReason)
    assert frame.marked is None


def test_return_presses_what_has_the_keyboard_and_a_key_held_down_presses_once(window, qtbot):
    shell = window.shell
    shell.navigation.setFocus()
    entry = next(item for item in shell.navigation.findChildren(QAbstractButton) if item.key == "people")
    entry.setFocus()
    qtbot.keyClick(entry, Qt.Key.Key_Return)
    assert shell.page_key == "people"
    assert not ratings_hidden()
    shell.top_bar.hide_ratings.setFocus()
    qtbot.keyClick(shell.top_bar.hide_ratings, Qt.Key.Key_Return)
    assert ratings_hidden()
    held = QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_Return, Qt.KeyboardModifier.NoModifier, "\r", True)
    QApplication.sendEvent(shell.top_bar.hide_ratings, held)
    assert ratings_hidden()


@pytest.mark.parametrize("key", ["trust", "tasks", "people", "settings", "import"])
def test_the_keyboard_goes_along_to_every_page(window, qtbot, key):
    shell = window.shell
    shell.show_page("settings" if key != "settings" else "tasks")
    qtbot.waitUntil(lambda: window.focusWidget() is not None, timeout=60_000)
    shell.page(shell.page_key).begin()
    shell.show_page(key, Target(act="staff") if key == "import" else None)
    assert shell.page(key).isAncestorOf(window.focusWidget())


def test_a_plan_that_is_opened_begins_in_its_first_page(program, qtbot):
    program.window.show()
    program.window.activateWindow()
    qtbot.waitUntil(program.window.isActiveWindow, timeout=60_000)
    program.open_session(a_session())
    shell = program.window.shell
    qtbot.waitUntil(lambda: shell.stack.isAncestorOf(program.window.focusWidget()), timeout=60_000)
    shell.show_page("trust")
    qtbot.waitUntil(shell.page("trust").view.empty.button.hasFocus, timeout=60_000)


def test_from_the_navigation_the_keyboard_stays_there(window, qtbot):
    entry = next(i for i in window.shell.navigation.findChildren(QAbstractButton) if i.key == "tasks")
    entry.setFocus()
    qtbot.keyClick(entry, Qt.Key.Key_Space)
    assert window.focusWidget() is entry


def test_an_empty_register_begins_at_the_list_one_has_and_a_full_one_in_its_table(program, window, qtbot):
    window.shell.show_page("people")
    window.shell.page("settings")
    assert isinstance(window.focusWidget(), QTableView)
    program.open_session(a_session())
    shell = program.window.shell
    for key in ("people", "tasks"):
        shell.show_page(key)
        empty = next(e for e in shell.page(key).findChildren(EmptyRegister) if e.isVisible())
        assert window.focusWidget() is empty.import_button
        qtbot.keyClick(empty.import_button, Qt.Key.Key_Tab)
        assert window.focusWidget() is empty.button


def test_the_way_of_a_newcomer_through_both_lists_to_the_matrix(program, window, qtbot):
    program.open_session(a_session())
    shell, data = program.window.shell, Path(__file__).parents[1] / "data"
    # Staff alone fill no matrix: they are seen where they stand. With tasks there is something to rate.
    for kind, file, lands in (("staff", "medarbejdere-vagtplan.csv", "people"), ("tasks", "opgaver.csv", "trust")):
        shell.show_page("trust")
        shell.show_page("import", Target(act=kind))
        page = shell.page("import")
        page.read_file(data / file)
        qtbot.waitUntil(page.view.forward.isVisible, timeout=60_000)
        page.view.forward.setFocus()
        qtbot.keyClick(page.view.forward, Qt.Key.Key_Return)
        qtbot.waitUntil(lambda lands=lands: shell.page_key == lands, timeout=60_000)
    assert program.window.focusWidget() is shell.page("trust").table
