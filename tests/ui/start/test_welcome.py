"""A plan is made at the first start: by mouse, by keyboard, and where something is missing."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QFileDialog, QWidget
from pytestqt.qtbot import QtBot

from tests.ui.start.gate_steps import PASSPHRASE, opened_by, press, to_the_recovery_key
from tillid_planner.services import session as sessions
from tillid_planner.ui import plan_folders as place
from tillid_planner.ui.start.gate import Gate

pytestmark = pytest.mark.usefixtures("quick_keys")


def type_groups(qtbot: QtBot, gate: Gate) -> None:
    step = gate.welcome.recovery
    for field, at in zip(step.fields, step.asked, strict=True):
        field.editor.setFocus()
        qtbot.keyClicks(field.editor, step.groups[at].lower())


def test_a_plan_is_made_by_mouse(qtbot, make_gate, tmp_path):
    gate = make_gate()
    to_the_recovery_key(qtbot, gate)
    press(qtbot, gate.welcome.forward)
    key = "-".join(gate.welcome.recovery.groups)
    type_groups(qtbot, gate)
    session = opened_by(qtbot, gate, lambda: press(qtbot, gate.welcome.forward))
    assert session.name == "Hjemmepleje Syd"
    assert session.folder == tmp_path / "plans" / "Hjemmepleje Syd.tillid"
    session.close()
    sessions.open_with_passphrase(session.folder, PASSPHRASE).close()
    sessions.open_with_recovery_key(session.folder, key).close()


def test_a_plan_is_made_by_keyboard_alone(qtbot, make_gate):
    gate = make_gate()
    page = gate.welcome

    def keys_to(widget: QWidget) -> None:
        for _ in range(20):
            if QApplication.focusWidget() is widget:
                return
            qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
        pytest.fail(f"Tab never came to {widget}")

    assert QApplication.focusWidget() is page.name
    qtbot.keyClicks(page.name, "Syd")
    qtbot.keyClick(page.name, Qt.Key.Key_Return)
    assert QApplication.focusWidget() is page.first.line
    qtbot.keyClicks(page.first.line, PASSPHRASE)
    qtbot.keyClick(page.first.line, Qt.Key.Key_Return)
    assert QApplication.focusWidget() is page.second.line
    qtbot.keyClicks(page.second.line, PASSPHRASE)
    qtbot.keyClick(page.second.line, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: QApplication.focusWidget() is page.recovery.print_button, timeout=60_000)
    keys_to(page.forward)
    qtbot.keyClick(page.forward, Qt.Key.Key_Space)
    step = page.recovery
    first, second = (field.editor for field in step.fields)
    assert QApplication.focusWidget() is first
    qtbot.keyClicks(first, step.groups[step.asked[0]])
    qtbot.keyClick(first, Qt.Key.Key_Return)
    assert QApplication.focusWidget() is second
    qtbot.keyClicks(second, step.groups[step.asked[1]])
    session = opened_by(qtbot, gate, lambda: qtbot.keyClick(second, Qt.Key.Key_Return))
    assert session.name == "Syd"


def test_what_is_missing_is_said_where_it_is_missing(qtbot, make_gate):
    gate = make_gate()
    page = gate.welcome
    press(qtbot, page.forward)
    assert page.name_field.error()
    qtbot.keyClicks(page.name, "Syd")
    assert not page.name_field.error()
    press(qtbot, page.forward)
    qtbot.keyClicks(page.first.line, "kort")
    press(qtbot, page.forward)
    assert "8" in (page.first.field.error() or "")
    qtbot.keyClicks(page.first.line, " men lang nok")
    assert not page.first.field.error()
    qtbot.keyClicks(page.second.line, "noget andet")
    press(qtbot, page.forward)
    assert page.second.field.error()
    assert not page.busy


def test_a_name_that_is_taken_by_a_plan_offers_to_open_it(qtbot, make_gate, plan):
    gate = make_gate()
    qtbot.keyClicks(gate.welcome.name, "Hjemmepleje Nord")
    press(qtbot, gate.welcome.forward)
    assert gate.welcome.note.isVisible()
    open_it = gate.welcome.note.findChild(type(gate.welcome.forward))
    press(qtbot, open_it)
    assert gate.page is gate.unlock
    assert gate.unlock.folder == plan[0]


def test_another_place_can_be_chosen(qtbot, make_gate, tmp_path, monkeypatch):
    (tmp_path / "andetsteds").mkdir()
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: str(tmp_path / "andetsteds"))
    gate = make_gate()
    qtbot.keyClicks(gate.welcome.name, "Syd")
    press(qtbot, gate.welcome.change_place)
    assert gate.welcome.folder == tmp_path / "andetsteds" / "Syd.tillid"
    assert "andetsteds" in gate.welcome.place.text()


def test_a_synchronised_folder_is_refused_with_the_reason_unless_insisted_on(qtbot, make_gate, tmp_path, monkeypatch):
    shared = tmp_path / "OneDrive - Kommunen"
    shared.mkdir()
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: str(shared))
    gate = make_gate()
    press(qtbot, gate.welcome.change_place)
    qtbot.keyClicks(gate.welcome.name, "Syd")
    press(qtbot, gate.welcome.forward)
    qtbot.keyClicks(gate.welcome.first.line, PASSPHRASE)
    qtbot.keyClicks(gate.welcome.second.line, PASSPHRASE)
    press(qtbot, gate.welcome.forward)
    qtbot.waitUntil(lambda: gate.welcome.note.isVisible(), timeout=60_000)
    assert list(shared.iterdir()) == []
    press(qtbot, gate.welcome.note.findChildren(type(gate.welcome.forward))[-1])
    qtbot.waitUntil(lambda: gate.welcome.recovery.print_button.isVisible(), timeout=60_000)
    gate.give_up()


def test_the_demo_and_the_language_are_one_click_away(qtbot, make_gate):
    gate = make_gate()
    with qtbot.waitSignal(gate.demo_requested, timeout=60_000):
        press(qtbot, gate.welcome.demo)
    with qtbot.waitSignal(gate.language_changed, timeout=60_000) as told:
        press(qtbot, gate.welcome.languages["en"])
    assert told.args == ["en"]


@pytest.mark.parametrize(
    ("name", "folder"),
    [
        ("Hjemmepleje Nord", "Hjemmepleje Nord.tillid"),
        ("  Børn & unge: 3/4 «Øst»  ", "Børn & unge 3 4 «Øst».tillid"),
        ("../../etc", "etc.tillid"),
        ("con", "Plan con.tillid"),
        ("...", "Plan.tillid"),
        ("x" * 300, "x" * 60 + ".tillid"),
    ],
)
def test_any_name_makes_a_folder_name_that_every_system_takes(name, folder):
    assert place.folder_name(name) == folder
