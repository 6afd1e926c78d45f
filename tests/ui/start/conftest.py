"""Keys that are quick to make, the gate, and a plan that lies there from before."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.ui.start.gate_steps import PASSPHRASE
from tillid_planner.services import session as sessions
from tillid_planner.services.session import Session
from tillid_planner.storage import keys
from tillid_planner.ui.start.gate import Gate


@pytest.fixture
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
