"""A plan is unlocked: by its passphrase, by a wrong one, and where the plan cannot be opened."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QFileDialog, QWidget

from tests.ui.start.gate_steps import PASSPHRASE, opened_by, press
from tillid_planner.content import words
from tillid_planner.services import session as sessions
from tillid_planner.ui.slow_down import SlowDown
from tillid_planner.ui.start.gate import Gate

pytestmark = pytest.mark.usefixtures("quick_keys")


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


def test_a_folder_without_a_plan_is_said_to_be_none(qtbot, make_gate, tmp_path, monkeypatch):
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: str(tmp_path))
    gate = make_gate()
    press(qtbot, gate.welcome.open)
    assert gate.page is gate.welcome
    assert gate.welcome.note.isVisible()


def test_a_plan_that_is_gone_is_not_offered(make_gate, plan, tmp_path):
    gate = make_gate(tmp_path / "væk.tillid")
    assert gate.page is gate.welcome


def test_the_first_page_comes_when_the_panel_has_been_painted(qtbot, themed_app, plan):
    gate = Gate([plan[0]])
    qtbot.addWidget(gate)
    gate.resize(1366, 736)
    assert gate.stack.count() == 0
    gate.show()
    qtbot.waitUntil(lambda: QApplication.focusWidget() is gate.unlock.passphrase.line, timeout=60_000)
    qtbot.waitUntil(lambda: gate.unlock.backup.text() == "Der er ingen sikkerhedskopi endnu.", timeout=60_000)
    assert "1 " in gate.panel.findChild(QWidget).accessibleDescription()
