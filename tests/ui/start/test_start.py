"""From the first start to an open plan: by mouse, by keyboard, and when something is wrong."""

from __future__ import annotations

import stat
import sys
from datetime import datetime
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QApplication, QFileDialog, QWidget
from pytestqt.qtbot import QtBot

from tillid_planner.content import words
from tillid_planner.exchange.target import NotSaved
from tillid_planner.services import session as sessions
from tillid_planner.services.session import Session
from tillid_planner.storage import keys
from tillid_planner.storage.errors import WrongPassphrase
from tillid_planner.ui import plan_folders as place
from tillid_planner.ui.desk import Desk
from tillid_planner.ui.moments import spoken
from tillid_planner.ui.printing.recovery_sheet import RecoverySheet, save_sheet
from tillid_planner.ui.recovery_key import read_group
from tillid_planner.ui.settings.page import SettingsPage
from tillid_planner.ui.slow_down import SlowDown
from tillid_planner.ui.start.gate import Gate
from tillid_planner.ui.start.passphrase import PassphraseField, advice
from tillid_planner.ui.texts import install_language
from tillid_planner.ui.work import is_running

PASSPHRASE = "blå cykel under æbletræet"
LEFT = Qt.MouseButton.LeftButton


@pytest.fixture(autouse=True)
def quick_keys(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(keys, "ARGON2", {"memory_kib": 64, "iterations": 1, "lanes": 1})


@pytest.fixture
def make_gate(qtbot: QtBot, themed_app: QApplication, tmp_path: Path):
    opened: list[Session] = []

    def make(*workspaces: Path) -> Gate:
        gate = Gate(workspaces, home=tmp_path / "plans")
        gate.opened.connect(opened.append)
        qtbot.addWidget(gate)
        gate.resize(1366, 736)
        gate.show()
        qtbot.waitExposed(gate)
        page = gate.page
        assert page is not None
        qtbot.waitUntil(lambda: QApplication.focusWidget() is not None, timeout=60_000)
        return gate

    yield make
    for session in opened:
        session.close()


@pytest.fixture
def plan(tmp_path: Path) -> tuple[Path, str]:
    """A plan that lies there from before, and its recovery key."""
    folder = tmp_path / "plans" / "Hjemmepleje Nord.tillid"
    session, key = sessions.create(folder, "Hjemmepleje Nord", PASSPHRASE)
    session.close()
    return folder, key


def press(qtbot: QtBot, button: QWidget) -> None:
    assert button.isVisible()
    assert button.isEnabled(), button.toolTip()
    qtbot.mouseClick(button, LEFT)


def opened_by(qtbot: QtBot, gate: Gate, act) -> Session:
    with qtbot.waitSignal(gate.opened, timeout=60_000) as told:
        act()
    return told.args[0]


def to_the_recovery_key(qtbot: QtBot, gate: Gate, name: str = "Hjemmepleje Syd") -> None:
    page = gate.welcome
    qtbot.keyClicks(page.name, name)
    press(qtbot, page.forward)
    qtbot.keyClicks(page.first.line, PASSPHRASE)
    qtbot.keyClicks(page.second.line, PASSPHRASE)
    press(qtbot, page.forward)
    qtbot.waitUntil(lambda: page.recovery.print_button.isVisible(), timeout=60_000)


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


def test_the_key_is_out_of_sight_while_it_is_asked_for_and_can_be_shown_again(qtbot, make_gate):
    gate = make_gate()
    to_the_recovery_key(qtbot, gate)
    shown = [label for label in gate.welcome.recovery.findChildren(QWidget) if label.accessibleName()]
    letters = [label for label in shown if gate.welcome.recovery.groups[0] in getattr(label, "text", str)()]
    assert letters
    # What is put into a layout is shown when the loop comes round.
    qtbot.waitUntil(lambda: all(label.isVisible() for label in letters))
    press(qtbot, gate.welcome.forward)
    assert not any(label.isVisible() for label in letters)
    press(qtbot, gate.welcome.back)
    assert all(label.isVisible() for label in letters)


def test_the_plan_does_not_open_before_the_key_is_confirmed(qtbot, make_gate):
    gate = make_gate()
    to_the_recovery_key(qtbot, gate)
    press(qtbot, gate.welcome.forward)
    step = gate.welcome.recovery
    first, second = (field.editor for field in step.fields)
    qtbot.keyClicks(first, step.groups[step.asked[0]])
    qtbot.keyClicks(second, "AAAA" if step.groups[step.asked[1]] != "AAAA" else "BBBB")
    assert step.fields[1].error()
    assert not gate.welcome.forward.isEnabled()
    qtbot.keyClick(second, Qt.Key.Key_Return)
    second.clear()
    qtbot.keyClicks(second, step.groups[step.asked[1]])
    assert not step.fields[1].error()
    assert gate.welcome.forward.isEnabled()


def test_a_plan_whose_key_was_never_confirmed_leaves_nothing(qtbot, make_gate, tmp_path):
    gate = make_gate()
    to_the_recovery_key(qtbot, gate)
    assert (tmp_path / "plans" / "Hjemmepleje Syd.tillid").exists()
    gate.give_up()
    assert list((tmp_path / "plans").iterdir()) == []


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


def test_the_recovery_sheet_is_saved_as_a_pdf_that_only_the_user_may_read(qtbot, make_gate, tmp_path, monkeypatch):
    file = tmp_path / "nøgle.pdf"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(file), ""))
    gate = make_gate()
    to_the_recovery_key(qtbot, gate)
    press(qtbot, gate.welcome.recovery.save_button)
    assert file.read_bytes().startswith(b"%PDF")
    assert gate.welcome.recovery.told.isVisible()
    if sys.platform != "win32":
        assert stat.S_IMODE(file.stat().st_mode) == 0o600
    for group in gate.welcome.recovery.groups:
        assert group.encode() not in file.name.encode()
    gate.give_up()


def test_a_sheet_that_cannot_be_saved_says_so_and_leaves_what_was_there(qtbot, make_gate, tmp_path, monkeypatch):
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(tmp_path / "gone" / "x.pdf"), ""))
    gate = make_gate()
    to_the_recovery_key(qtbot, gate)
    press(qtbot, gate.welcome.recovery.save_button)
    assert gate.welcome.recovery.told.isVisible()
    gate.give_up()
    with pytest.raises(NotSaved) as refused:
        save_sheet(RecoverySheet("Nord", ("AAAA",) * 8, datetime(2026, 11, 23).date()), tmp_path / "gone" / "x.pdf")
    assert refused.value.reason == "no_folder"


def test_the_demo_and_the_language_are_one_click_away(qtbot, make_gate):
    gate = make_gate()
    with qtbot.waitSignal(gate.demo_requested, timeout=60_000):
        press(qtbot, gate.welcome.demo)
    with qtbot.waitSignal(gate.language_changed, timeout=60_000) as told:
        press(qtbot, gate.welcome.english)
    assert told.args == ["en"]


def test_a_plan_is_unlocked_by_keyboard(qtbot, make_gate, plan):
    gate = make_gate(plan[0])
    assert gate.page is gate.unlock
    assert QApplication.focusWidget() is gate.unlock.passphrase.line
    qtbot.keyClicks(gate.unlock.passphrase.line, PASSPHRASE)
    session = opened_by(qtbot, gate, lambda: qtbot.keyClick(gate.unlock.passphrase.line, Qt.Key.Key_Return))
    assert session.name == "Hjemmepleje Nord"
    assert gate.unlock.passphrase.text() == ""


def test_a_wrong_passphrase_is_said_slows_down_and_never_shuts_out(qtbot, make_gate, plan, monkeypatch):
    monkeypatch.setattr(SlowDown, "second", 20)
    gate = make_gate(plan[0])
    page = gate.unlock
    waits = []
    for _ in range(4):
        qtbot.keyClicks(page.passphrase.line, "forkert")
        press(qtbot, page.go)
        qtbot.waitUntil(lambda: not page.busy, timeout=60_000)
        assert page.passphrase.field.error() == words("da").text("errors.wrong_passphrase.text")
        waits.append(0 if page.go.isEnabled() else int("".join(c for c in page.go.text() if c.isdigit())))
        qtbot.waitUntil(lambda: page.go.isEnabled(), timeout=60_000)
    assert waits[0] == 0
    assert waits[1] < waits[2] < waits[3]
    qtbot.keyClicks(page.passphrase.line, PASSPHRASE)
    assert not page.passphrase.field.error()
    assert opened_by(qtbot, gate, lambda: press(qtbot, page.go)).name == "Hjemmepleje Nord"


def test_caps_lock_is_noticed_from_what_is_typed(qtbot, themed_app):
    field = PassphraseField("Adgangssætning")
    qtbot.addWidget(field)
    field.show()
    qtbot.keyClicks(field.line, "a1 ")
    assert not field.caps_lock_seen
    qtbot.keyClick(field.line, "B", Qt.KeyboardModifier.NoModifier)
    assert field.caps_lock_seen
    qtbot.keyClick(field.line, "c", Qt.KeyboardModifier.NoModifier)
    assert not field.caps_lock_seen


def test_the_eye_shows_what_was_typed_and_nothing_is_stripped(qtbot, themed_app):
    field = PassphraseField("Adgangssætning")
    qtbot.addWidget(field)
    field.show()
    qtbot.keyClicks(field.line, " to ord ")
    assert field.text() == " to ord "
    assert field.line.displayText() != field.text()
    qtbot.mouseClick(field.line.eye, LEFT)
    assert field.line.displayText() == " to ord "
    field.forget()
    assert field.line.echoMode() == field.line.EchoMode.Password


def test_the_recovery_key_opens_and_asks_for_a_new_passphrase(qtbot, make_gate, plan):
    folder, key = plan
    gate = make_gate(folder)
    press(qtbot, gate.unlock.key)
    page = gate.with_key
    qtbot.waitUntil(lambda: QApplication.focusWidget() is page.key, timeout=60_000)
    qtbot.keyClicks(page.key, "AAAA BBBB")
    press(qtbot, page.go)
    qtbot.waitUntil(lambda: bool(page.field.error()), timeout=60_000)
    page.key.selectAll()
    qtbot.keyClicks(page.key, key.lower().replace("-", " "))
    press(qtbot, page.go)
    qtbot.waitUntil(lambda: gate.page is gate.new_passphrase, timeout=60_000)
    new = "ny lang sætning med ord"
    qtbot.keyClicks(gate.new_passphrase.first.line, new)
    qtbot.keyClicks(gate.new_passphrase.second.line, new)
    session = opened_by(qtbot, gate, lambda: press(qtbot, gate.new_passphrase.go))
    session.close()
    sessions.open_with_passphrase(folder, new).close()
    sessions.open_with_recovery_key(folder, key).close()


def test_a_plan_that_is_open_elsewhere_is_said_to_be(qtbot, make_gate, plan):
    other = sessions.open_with_passphrase(plan[0], PASSPHRASE)
    gate = make_gate(plan[0])
    qtbot.keyClicks(gate.unlock.passphrase.line, PASSPHRASE)
    press(qtbot, gate.unlock.go)
    qtbot.waitUntil(lambda: gate.unlock.note.isVisible(), timeout=60_000)
    assert gate.unlock.note.title.text() == words("da").text("errors.in_use.title")
    other.close()
    again = gate.unlock.note.findChild(type(gate.unlock.go))
    assert gate.window().focusWidget() is again
    assert opened_by(qtbot, gate, lambda: press(qtbot, again)).name == "Hjemmepleje Nord"


def test_a_damaged_plan_offers_its_newest_backup_beside_it_and_is_not_touched(qtbot, make_gate, plan):
    folder, _ = plan
    session = sessions.open_with_passphrase(folder, PASSPHRASE)
    session.backup()
    session.close()
    database = folder / "workspace.db"
    database.write_bytes(b"\x55" * database.stat().st_size)
    before = database.read_bytes()
    gate = make_gate(folder)
    qtbot.keyClicks(gate.unlock.passphrase.line, PASSPHRASE)
    press(qtbot, gate.unlock.go)
    qtbot.waitUntil(lambda: gate.unlock.note.isVisible(), timeout=60_000)
    newest = sessions.newest_backup(folder)
    assert newest is not None
    assert spoken(newest) in gate.unlock.note.text.text()
    press(qtbot, gate.unlock.note.findChild(type(gate.unlock.go)))
    assert gate.page is gate.restore
    assert not gate.restore.place_field.isVisible()
    qtbot.keyClicks(gate.restore.passphrase.line, PASSPHRASE)
    press(qtbot, gate.restore.go)
    qtbot.waitUntil(lambda: gate.restore.found.isVisible(), timeout=60_000)
    assert "»Hjemmepleje Nord« med 0 medarbejdere og 0 opgaver." in gate.restore.found.label.text()
    assert database.read_bytes() == before
    restored = opened_by(qtbot, gate, lambda: press(qtbot, gate.restore.go))
    assert restored.name == "Hjemmepleje Nord"
    assert restored.folder == folder
    assert (folder / "workspace.db.damaged").read_bytes() == before


def test_damaged_keys_are_told_from_a_wrong_passphrase_and_come_back_from_the_backup(qtbot, make_gate, plan):
    folder, _ = plan
    session = sessions.open_with_passphrase(folder, PASSPHRASE)
    session.backup()
    session.close()
    stored = bytearray((folder / "keys.json").read_bytes())
    at = stored.index(b'"wrapped": "') + 20
    stored[at] = ord("A") if stored[at] != ord("A") else ord("B")
    (folder / "keys.json").write_bytes(stored)
    gate = make_gate(folder)
    qtbot.keyClicks(gate.unlock.passphrase.line, PASSPHRASE)
    press(qtbot, gate.unlock.go)
    qtbot.waitUntil(lambda: gate.unlock.note.isVisible(), timeout=60_000)
    assert "Adgangssætningen er ikke forkert" in gate.unlock.note.text.text()
    opened = opened_by(qtbot, gate, lambda: press(qtbot, gate.unlock.note.findChild(type(gate.unlock.go))))
    assert opened.name == "Hjemmepleje Nord"
    assert (folder / "keys.json.damaged").read_bytes() == stored


def test_a_plan_is_opened_from_a_backup_with_the_recovery_key(qtbot, make_gate, plan, tmp_path, monkeypatch):
    folder, key = plan
    session = sessions.open_with_passphrase(folder, PASSPHRASE)
    backup = session.backup(tmp_path / "kopi.tillidbackup")
    session.close()
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(backup), ""))
    gate = make_gate()
    press(qtbot, gate.welcome.restore)
    page = gate.restore
    press(qtbot, page.go)
    assert page.backup_field.error()
    assert page.place_field.error()
    assert page.passphrase.field.error()
    press(qtbot, page.choose_backup)
    press(qtbot, page.switch)
    qtbot.keyClicks(page.key, key)
    press(qtbot, page.go)
    # Nothing on this computer knows what was deleted since: that is said first.
    qtbot.waitUntil(page.found.isVisible, timeout=60_000)
    assert "slettet for altid siden" in page.found.label.text()
    assert page.go.hasFocus()
    press(qtbot, page.go)
    qtbot.waitUntil(lambda: gate.page is gate.new_passphrase, timeout=60_000)
    session = opened_by(qtbot, gate, lambda: press(qtbot, gate.new_passphrase.keep))
    assert session.name == "Hjemmepleje Nord"


def test_where_a_plan_here_knows_what_was_deleted_a_backup_opens_at_once(qtbot, make_gate, plan, tmp_path):
    folder, _ = plan
    session = sessions.open_with_passphrase(folder, PASSPHRASE)
    backup = session.backup(tmp_path / "kopi.tillidbackup")
    session.close()
    gate = make_gate(folder)
    gate.unlock.restore_requested.emit()
    page = gate.restore
    qtbot.keyClicks(page.backup, str(backup))
    qtbot.keyClicks(page.place, str(tmp_path / "kopi.tillid"))
    qtbot.keyClicks(page.passphrase.line, PASSPHRASE)
    session = opened_by(qtbot, gate, lambda: press(qtbot, page.go))
    assert session.folder == tmp_path / "kopi.tillid"
    session.close()


def test_a_backup_is_never_restored_over_something(qtbot, make_gate, plan, tmp_path):
    folder, _ = plan
    session = sessions.open_with_passphrase(folder, PASSPHRASE)
    backup = session.backup()
    session.close()
    before = sorted(path.name for path in folder.rglob("*"))
    gate = make_gate(folder)
    gate.unlock.restore_requested.emit()
    page = gate.restore
    qtbot.keyClicks(page.backup, str(backup))
    qtbot.keyClicks(page.place, str(folder))
    qtbot.keyClicks(page.passphrase.line, PASSPHRASE)
    press(qtbot, page.go)
    qtbot.waitUntil(lambda: bool(page.place_field.error()), timeout=60_000)
    assert sorted(path.name for path in folder.rglob("*")) == before


def test_a_folder_without_a_plan_is_said_to_be_none(qtbot, make_gate, tmp_path, monkeypatch):
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: str(tmp_path))
    gate = make_gate()
    press(qtbot, gate.welcome.open)
    assert gate.page is gate.welcome
    assert gate.welcome.note.isVisible()


def test_a_plan_that_is_gone_is_not_offered(make_gate, plan, tmp_path):
    gate = make_gate(tmp_path / "væk.tillid")
    assert gate.page is gate.welcome


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


def test_groups_are_read_whatever_stands_between_them():
    assert read_group(" ab2c-d3ef ") == "AB2CD3EF"
    assert read_group("018") == "OIB"


def test_advice_on_a_passphrase_is_about_length_and_words(themed_app):
    remarks = [
        advice(text, "Nord", 8)
        for text in (
            "",
            "kort",
            "aaaaaaaaaaaa",
            "kodeord1",
            "fire ord er nemme",
            "x" * 4 + "lang og uden mellemrum",
        )
    ]
    assert remarks[4] == remarks[5]
    assert len(set(remarks)) == 5
    assert advice("hjemmepleje", "Hjemmepleje", 8) == remarks[2]


def test_moments_are_spoken_in_the_users_language(themed_app):
    now = datetime(2026, 11, 23)
    assert spoken("2026-04-30T15:42", now) == "torsdag den 30. april kl. 15.42"
    assert spoken("2025-04-30T09:05", now) == "den 30. april 2025 kl. 09.05"
    install_language(themed_app, "en")
    assert spoken("2026-04-30T15:42", now) == "Thursday 30 April at 15:42"


def test_every_error_the_environment_can_give_has_its_words():
    from tillid_planner.storage import errors

    codes = {
        kind.code for kind in vars(errors).values() if isinstance(kind, type) and issubclass(kind, errors.StorageError)
    }
    for language in ("da", "en"):
        told = words(language)
        for code in codes | {"wrong_recovery_key", "no_such_backup", "not_found", "invalid_input", "unknown"}:
            assert told.text(f"errors.{code}.title")
            assert len(told.text(f"errors.{code}.text", needed="9")) > 40


def test_tab_goes_from_passphrase_to_passphrase_and_a_space_never_shows_one(themed_app, qtbot):
    from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

    from tillid_planner.ui.start.passphrase import PassphraseField

    window = QWidget()
    qtbot.addWidget(window)
    column = QVBoxLayout(window)
    first, second = PassphraseField("Adgangssætning"), PassphraseField("En gang til")
    column.addWidget(first)
    column.addWidget(second)
    window.show()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow, timeout=60_000)
    first.line.setFocus()
    qtbot.keyClicks(first.line, "fire ord")
    qtbot.keyClick(window, Qt.Key.Key_Tab)
    assert window.focusWidget() is second.line
    qtbot.keyClicks(second.line, "fire ord")
    assert (first.line.text(), second.line.text()) == ("fire ord", "fire ord")
    assert first.line.echoMode() == second.line.echoMode() == QLineEdit.EchoMode.Password
    qtbot.keyClick(second.line, Qt.Key.Key_V, Qt.KeyboardModifier.AltModifier)
    assert second.line.echoMode() == QLineEdit.EchoMode.Normal
    assert second.line.text() == "fire ord"


def test_what_was_typed_at_the_gate_is_there_in_the_other_language(qtbot, qapp, tmp_path, monkeypatch):
    from tillid_planner import bootstrap, paths
    from tillid_planner.settings import Settings

    monkeypatch.setattr(paths, "data_folder", lambda: tmp_path)
    (tmp_path / "andetsteds").mkdir()
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: str(tmp_path / "andetsteds"))
    window = bootstrap.Program(qapp, Settings(language="da", theme="light"), lambda _: None).window
    qtbot.addWidget(window)
    window.show_gate()
    window.show()
    danish = window.findChild(Gate)
    assert danish.page is danish.welcome
    press(qtbot, danish.welcome.change_place)
    qtbot.keyClicks(danish.welcome.name, "Hjemmepleje Syd")
    press(qtbot, danish.welcome.english)
    english = next(gate for gate in window.findChildren(Gate) if gate is not danish)
    assert english.page is english.welcome
    assert english.welcome.forward.text() == "Continue"
    assert english.welcome.name.text() == "Hjemmepleje Syd"
    assert english.welcome.folder == tmp_path / "andetsteds" / "Hjemmepleje Syd.tillid"
    qtbot.waitUntil(lambda: QApplication.focusWidget() is english.welcome.name, timeout=60_000)
    qtbot.keyClicks(english.welcome.name, "d")
    assert english.welcome.name.text() == "Hjemmepleje Sydd"


def test_the_first_page_comes_when_the_panel_has_been_painted(qtbot, themed_app, plan):
    gate = Gate([plan[0]])
    qtbot.addWidget(gate)
    gate.resize(1366, 736)
    assert gate.stack.count() == 0
    gate.show()
    qtbot.waitUntil(lambda: QApplication.focusWidget() is gate.unlock.passphrase.line, timeout=60_000)
    qtbot.waitUntil(lambda: gate.unlock.backup.text() == "Der er ingen sikkerhedskopi endnu.", timeout=60_000)
    assert "1 " in gate.panel.findChild(QWidget).accessibleDescription()


@pytest.mark.parametrize("scale", [1.0, 1.3])
def test_the_panel_is_whole_in_a_low_window_too(qtbot, themed_app, scale):
    from PySide6.QtWidgets import QScrollArea

    from tillid_planner.ui.start.start_panel import StartPanel
    from tillid_planner.ui.theme import apply_theme

    apply_theme(themed_app, "light", scale)
    panel = StartPanel(words("da"))
    qtbot.addWidget(panel)
    panel.resize(panel.width(), 560)
    panel.show()
    area = panel.findChild(QScrollArea)
    content = area.widget() if area else panel.findChild(QWidget)
    assert content.height() >= content.minimumHeight() > 400
    assert area is None or area.verticalScrollBar().maximum() > 0


@pytest.fixture
def settings_page(qtbot, plan):
    session = sessions.open_with_passphrase(plan[0], PASSPHRASE)
    page = SettingsPage(Desk(session, words("da")))
    qtbot.addWidget(page)
    page.show()
    yield page
    session.close()


def in_dialog(page, act, press="new_passphrase"):
    """Press «Skift adgangssætning», or another button, and run *act* on the dialog that comes."""
    seen = []

    def answer():
        dialog = QApplication.activeModalWidget()
        seen.append(dialog)
        try:
            act(dialog)
        finally:
            if dialog.isVisible():
                dialog.reject()

    QTimer.singleShot(0, answer)
    getattr(page.view, press).click()
    assert seen


def change(qtbot, dialog, present, new):
    for line, text in ((dialog.present, present), (dialog.first, new), (dialog.second, new)):
        line.clear()
        qtbot.keyClicks(line, text)
    qtbot.keyClick(dialog.second, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: not is_running(), timeout=60_000)


def test_the_present_passphrase_is_asked_for_and_a_wrong_one_slows_down(qtbot, settings_page, plan, monkeypatch):
    monkeypatch.setattr(SlowDown, "second", 100_000)
    told = []
    settings_page.desk.noticed.connect(told.append)

    def guess(dialog):
        assert dialog.focusWidget() is dialog.present
        change(qtbot, dialog, "", "helt andre ord her")
        assert dialog.present_field.error()
        for _ in range(2):
            assert dialog.verb_button.isEnabled()
            change(qtbot, dialog, "et forkert gæt", "helt andre ord her")
            assert dialog.present_field.error() == words("da").text("errors.wrong_passphrase.text")
        assert not dialog.verb_button.isEnabled()

    in_dialog(settings_page, guess)
    # Opening the dialog anew does not shorten the wait.
    in_dialog(settings_page, lambda dialog: change(qtbot, dialog, PASSPHRASE, "helt andre ord her"))
    assert not told
    settings_page.desk.session.close()
    sessions.open_with_passphrase(plan[0], PASSPHRASE).close()


def test_the_passphrase_is_changed_by_keyboard(qtbot, settings_page, plan):
    told = []
    settings_page.desk.noticed.connect(told.append)
    in_dialog(settings_page, lambda dialog: change(qtbot, dialog, PASSPHRASE, "helt andre ord her"))
    assert len(told) == 1
    settings_page.desk.session.close()
    sessions.open_with_passphrase(plan[0], "helt andre ord her").close()


def test_the_keys_are_renewed_when_the_new_recovery_key_has_been_confirmed(qtbot, settings_page, plan):
    folder, old_key = plan
    told, keys = [], []
    settings_page.desk.noticed.connect(told.append)

    def renew(dialog):
        qtbot.keyClicks(dialog.passphrase, PASSPHRASE)
        qtbot.keyClick(dialog.passphrase, Qt.Key.Key_Return)
        qtbot.waitUntil(lambda: not is_running(), timeout=60_000)
        keys.append("-".join(dialog.recovery.groups))
        assert not dialog.passphrase.text()
        press(qtbot, dialog.verb_button)
        assert not dialog.verb_button.isEnabled()
        for line, at in zip(dialog.recovery._answers, dialog.recovery.asked, strict=True):
            qtbot.keyClicks(line, dialog.recovery.groups[at])
        press(qtbot, dialog.verb_button)
        qtbot.waitUntil(lambda: not is_running(), timeout=60_000)

    in_dialog(settings_page, renew, "new_keys")
    assert [notice.text for notice in told] == ["Nøglerne er fornyet. Den gamle nødnøgle åbner ikke noget her længere."]
    settings_page.desk.session.close()
    sessions.open_with_recovery_key(folder, keys[0]).close()
    with pytest.raises(WrongPassphrase):
        sessions.open_with_recovery_key(folder, old_key)


def test_keys_that_were_not_confirmed_are_never_in_force(qtbot, settings_page, plan):
    folder, old_key = plan

    def leave(dialog):
        qtbot.keyClicks(dialog.passphrase, PASSPHRASE)
        press(qtbot, dialog.verb_button)
        qtbot.waitUntil(lambda: not is_running(), timeout=60_000)
        press(qtbot, dialog.safe_button)
        assert dialog.recovery.groups == ()

    in_dialog(settings_page, leave, "new_keys")
    settings_page.desk.session.close()
    sessions.open_with_recovery_key(folder, old_key).close()


def test_renewing_the_keys_takes_the_right_passphrase(qtbot, settings_page):
    def guess(dialog):
        qtbot.keyClicks(dialog.passphrase, "et forkert gæt")
        press(qtbot, dialog.verb_button)
        qtbot.waitUntil(lambda: not is_running(), timeout=60_000)
        assert dialog.field.error() == words("da").text("errors.wrong_passphrase.text")
        assert not dialog.recovery.isVisible()

    in_dialog(settings_page, guess, "new_keys")
