"""A plan comes back from a backup: after damage, with the recovery key, and never over something."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QFileDialog

from tests.ui.start.gate_steps import PASSPHRASE, opened_by, press
from tillid_planner.services import session as sessions
from tillid_planner.ui.days import moment_text

pytestmark = pytest.mark.usefixtures("quick_keys")


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
    assert moment_text(newest) in gate.unlock.note.text.text()
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
