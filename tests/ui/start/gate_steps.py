"""The steps through the gate that several tests take: pressing, opening, and coming to the recovery key."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from tillid_planner.services.session import Session
from tillid_planner.ui.start.gate import Gate

PASSPHRASE = "blå cykel under æbletræet"
LEFT = Qt.MouseButton.LeftButton


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
