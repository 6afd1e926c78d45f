"""The field of a passphrase: what is noticed, shown and advised while it is typed."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt

from tests.ui.start.gate_steps import LEFT
from tillid_planner.ui.start.passphrase import PassphraseField, advice

pytestmark = pytest.mark.usefixtures("quick_keys")


def test_caps_lock_is_noticed_from_what_is_typed(qtbot, themed_app):
    field = PassphraseField("Adgangssætning")
    qtbot.addWidget(field)
    field.show()
    qtbot.keyClicks(field.line, "a1 ")
    assert field._caps.isHidden()
    qtbot.keyClick(field.line, "B", Qt.KeyboardModifier.NoModifier)
    assert not field._caps.isHidden()
    qtbot.keyClick(field.line, "c", Qt.KeyboardModifier.NoModifier)
    assert field._caps.isHidden()


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
