"""The recovery key: it is shown, confirmed, put on paper, and opens the plan."""

from __future__ import annotations

import stat
import sys
from datetime import datetime

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QFileDialog, QWidget

from tests.ui.start.gate_steps import opened_by, press, to_the_recovery_key
from tillid_planner.exchange.target import NotSaved
from tillid_planner.services import session as sessions
from tillid_planner.ui.printing.recovery_sheet import RecoverySheet, save_sheet
from tillid_planner.ui.recovery_key import read_group

pytestmark = pytest.mark.usefixtures("quick_keys")


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


def test_groups_are_read_whatever_stands_between_them():
    assert read_group(" ab2c-d3ef ") == "AB2CD3EF"
    assert read_group("018") == "OIB"
