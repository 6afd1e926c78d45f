"""Locking and coming back: notice first, nothing typed lost, and one is where one was."""

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QLineEdit, QPushButton

from tests.builders import TODAY, a_person, a_task, agreed, rated
from tests.services.breach_builders import noted
from tillid_planner import bootstrap
from tillid_planner.domain.breach_path import Step
from tillid_planner.services import session as sessions
from tillid_planner.settings import Settings
from tillid_planner.storage import keys
from tillid_planner.ui.breach.note_breach import NoteBreachDialog
from tillid_planner.ui.desk import Target
from tillid_planner.ui.follow_up.dialog import FollowUpDialog
from tillid_planner.ui.theme import ratings_hidden, set_ratings_hidden
from tillid_planner.ui.widgets import Toast
from tillid_planner.ui.widgets.form_draft import DraftNote

PASSPHRASE = "fire små ord her"
CONTROL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def plan(tmp_path, monkeypatch):
    monkeypatch.setattr(keys, "ARGON2", {"memory_kib": 64, "iterations": 1, "lanes": 1})
    folder = tmp_path / "Nord.tillid"
    made, _ = sessions.create(folder, "Nord", PASSPHRASE, today=lambda: TODAY)
    task, person = a_task(made), a_person(made)
    rated(made, task, person, 4, 4, 4)
    agreed(made, task, person, 4)
    noted(made, (task, person))
    made.close()
    return folder


@pytest.fixture
def program(qapp, qtbot, plan):
    made = bootstrap.Program(qapp, Settings(language="da", theme="light"), lambda _: None)
    unlock(made, plan)
    made.window.show()
    qtbot.waitExposed(made.window)
    made.window.activateWindow()
    qtbot.waitUntil(made.window.isActiveWindow, timeout=60_000)
    yield made
    made.window.close()
    made.window.deleteLater()
    set_ratings_hidden(False)


@pytest.fixture
def window(program):
    return program.window


def unlock(program, plan):
    program.open_session(sessions.open_with_passphrase(plan, PASSPHRASE))


def shown(window, key):
    return window.shell.page(key)


def breach_step(window):
    return shown(window, "breaches").pane


PLACES = {
    "case": (
        "breaches",
        Target(act="case:1", step=Step.FACTS),
        lambda w: (breach_step(w).case_id, breach_step(w).step) == (1, Step.FACTS),
    ),
    "task": ("tasks", Target(task_id=1), lambda w: shown(w, "tasks").form.record.id == 1),
    "new task": ("tasks", Target(act="new"), lambda w: shown(w, "tasks").form.isVisible()),
    "person form": ("people", Target(assignee_id=1), lambda w: shown(w, "people").person_form.record.id == 1),
    "person": (
        "person",
        Target(assignee_id=1, act="comments"),
        lambda w: shown(w, "person").view.tabs.key() == "comments",
    ),
    "prepare": ("prepare", Target(assignee_id=1), lambda w: shown(w, "prepare")._assignee_id == 1),
    "pair": (
        "trust",
        Target(1, 1, act="agreement"),
        lambda w: (shown(w, "trust").inspector.pair, shown(w, "trust").inspector.tabs.key()) == ((1, 1), "agreement"),
    ),
    "week": ("week", Target(), lambda w: True),
    "mirror": ("mirror", Target(act="habits"), lambda w: shown(w, "mirror").tabs.key() == "habits"),
    "settings": ("settings", Target(), lambda w: True),
}


@pytest.mark.parametrize("name", PLACES)
def test_unlocking_leads_back_to_where_one_was(program, window, plan, name):
    page, target, is_there = PLACES[name]
    window.shell.show_page(page, target)
    assert is_there(window)
    window.lock()
    assert window.shell is None
    unlock(program, plan)
    assert window.shell.page_key == page
    assert is_there(window)


def test_the_week_that_was_looked_at_is_there_again(program, window, plan):
    window.shell.show_page("week")
    shown(window, "week").show_day(TODAY.replace(year=2027))
    week = shown(window, "week").week
    window.lock()
    unlock(program, plan)
    assert shown(window, "week").week == week


def test_another_plan_begins_on_its_first_page(program, window, tmp_path):
    window.shell.show_page("tasks", Target(task_id=1))
    window.lock()
    other, _ = sessions.create(tmp_path / "Syd.tillid", "Syd", PASSPHRASE)
    program.open_session(other)
    assert window.shell.page_key == "today"


def test_nothing_to_undo_after_unlocking_and_the_button_says_so(program, window, plan):
    window.shell.desk.run(lambda: window.session.register.archive_task(1))
    window.lock()
    unlock(program, plan)
    undo = window.shell.top_bar.undo
    assert not undo.isEnabled()
    assert "før planen blev låst" in undo.toolTip()


def test_what_was_being_typed_when_it_was_locked_is_there_and_said_so(program, window, plan, qtbot):
    window.shell.show_page("trust", Target(1, 1, act="agreement"))
    agreement = shown(window, "trust").inspector.agreement
    agreement.begin(3)
    agreement.form.view.ask_when.setFocus()
    qtbot.keyClicks(agreement.form.view.ask_when, "dosis er uklar")
    window.lock()
    unlock(program, plan)
    agreement = shown(window, "trust").inspector.agreement
    assert agreement.filling_in
    assert "dosis er uklar" in agreement.form.view.ask_when.value()
    assert any(note.isVisible() for note in agreement.findChildren(DraftNote))


def in_a_dialog(qtbot, window, monkeypatch, kind, act):
    """Open a dialog in its own loop, as the program does, and act while it waits."""
    from PySide6.QtCore import QTimer

    dialog = kind(window.shell.desk, window) if kind is NoteBreachDialog else kind(window.shell.desk, 1, window)
    done = []

    def while_open():
        qtbot.waitUntil(lambda: QApplication.activeModalWidget() is dialog, timeout=60_000)
        act(dialog)
        done.append(True)

    QTimer.singleShot(0, dialog, while_open)
    dialog.exec()
    assert done
    return dialog


@pytest.mark.parametrize("kind", [NoteBreachDialog, FollowUpDialog])
def test_the_plan_is_locked_from_a_dialog_and_what_was_typed_is_there_again(
    program, window, plan, qtbot, monkeypatch, kind
):
    def field(dialog):
        return dialog.facts if kind is NoteBreachDialog else dialog.hold.learned_leader

    def act(dialog):
        if kind is FollowUpDialog:
            dialog.mode.set_value("hold")
            dialog._show_mode("hold")
        field(dialog).setFocus()
        qtbot.keyClicks(field(dialog), "Døren stod åben")
        qtbot.keyClick(dialog.windowHandle(), Qt.Key.Key_L, CONTROL)

    in_a_dialog(qtbot, window, monkeypatch, kind, act)
    qtbot.waitUntil(lambda: window.shell is None, timeout=60_000)
    unlock(program, plan)
    again = kind(window.shell.desk, window) if kind is NoteBreachDialog else kind(window.shell.desk, 1, window)
    qtbot.addWidget(again)
    assert field(again).value() == "Døren stod åben"
    assert again.draft.note.isVisibleTo(again)


def test_ratings_are_hidden_from_a_dialog(window, qtbot, monkeypatch):
    seen = []

    def act(dialog):
        qtbot.keyClick(dialog.windowHandle(), Qt.Key.Key_H, CONTROL | SHIFT)
        seen.append(ratings_hidden())
        dialog.reject()

    in_a_dialog(qtbot, window, monkeypatch, NoteBreachDialog, act)
    assert seen == [True]


def notices(widget):
    return [toast for toast in widget.findChildren(Toast) if toast.isVisible() and "låses" in toast.text]


def test_notice_is_given_before_it_locks_and_stay_open_takes_it_away(window, qtbot):
    window.idle_lock.soon.emit()
    (notice,) = notices(window)
    assert notice.text == "Planen låses om 30 sekunder."
    notice.findChild(QPushButton).click()
    assert notices(window) == []
    assert window.session is not None


def test_a_touch_takes_the_notice_away(window, qtbot):
    window.idle_lock.soon.emit()
    assert notices(window)
    QApplication.sendEvent(
        window.windowHandle(), QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_Shift, Qt.KeyboardModifier.NoModifier)
    )
    assert notices(window) == []


def test_over_a_dialog_the_notice_is_given_in_the_dialog(window, qtbot, monkeypatch):
    seen = []

    def act(dialog):
        window.idle_lock.soon.emit()
        seen.append(bool(notices(dialog)))
        dialog.reject()

    in_a_dialog(qtbot, window, monkeypatch, NoteBreachDialog, act)
    assert seen == [True]


@pytest.mark.parametrize(("minutes", "before"), [(5, 30_000), (1, 30_000), (0.5, 15_000)])
def test_the_notice_comes_half_a_minute_before(window, minutes, before):
    lock = window.idle_lock
    lock.set_minutes(minutes)
    lock.start()
    assert lock._idle.interval() - lock._notice.interval() == before
    assert lock._notice.isActive()
    lock.stop()
    assert not lock._notice.isActive()


def test_the_gate_shows_nothing_of_what_was_typed(window, qtbot):
    window.shell.show_page("trust", Target(1, 1, act="comments"))
    qtbot.keyClicks(shown(window, "trust").inspector.comments.text, "hemmeligt")
    window.idle_lock.due.emit()
    assert window.shell is None
    assert not any(line.text() for line in window.findChildren(QLineEdit))


def test_after_a_dialog_the_keyboard_is_on_the_page_and_not_on_undo(window, qtbot, monkeypatch):
    window.shell.show_page("today")
    shown(window, "today").view.matters.rows[0].button.setFocus()

    def act(dialog):
        dialog.task.set_value(1)
        dialog.assignee.set_value(1)
        dialog.facts.set_value("Døren stod åben")
        dialog.happened_on.show_value(TODAY)
        dialog.confirm()

    dialog = in_a_dialog(qtbot, window, monkeypatch, NoteBreachDialog, act)
    dialog.deleteLater()
    window.activateWindow()
    page = window.shell.stack.currentWidget()
    qtbot.waitUntil(
        lambda: QApplication.focusWidget() is not None and page.isAncestorOf(QApplication.focusWidget()), timeout=60_000
    )


def test_what_is_hidden_under_the_keyboard_hands_it_to_its_neighbour(window, qtbot):
    window.shell.show_page("breaches", Target(act="case:1", step=Step.OWN_PART))
    pane = breach_step(window)
    panel = pane.panels[Step.OWN_PART]
    panel.ready.setFocus()
    panel.ready.hide()
    focused = QApplication.focusWidget()
    assert panel.isAncestorOf(focused)
    assert not getattr(focused, "destructive", False)
    assert focused.mapTo(panel, QPoint(0, 0)).y() > 0
