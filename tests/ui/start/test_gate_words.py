"""The words around the gate: its panel, its two languages, and how moments and errors are told."""

from __future__ import annotations

from datetime import datetime

import pytest
from PySide6.QtWidgets import QApplication, QFileDialog, QWidget

from tests.ui.start.gate_steps import press
from tillid_planner.content import words
from tillid_planner.ui.days import moment_text
from tillid_planner.ui.start.gate import Gate
from tillid_planner.ui.texts import install_language

pytestmark = pytest.mark.usefixtures("quick_keys")


def test_moments_are_spoken_in_the_users_language(themed_app):
    now = datetime(2026, 11, 23)
    assert moment_text("2026-04-30T15:42", now) == "torsdag den 30. april kl. 15.42"
    assert moment_text("2025-04-30T09:05", now) == "den 30. april 2025 kl. 09.05"
    install_language(themed_app, "en")
    assert moment_text("2026-04-30T15:42", now) == "Thursday 30 April at 15:42"


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
    press(qtbot, danish.welcome.languages["en"])
    english = next(gate for gate in window.findChildren(Gate) if gate is not danish)
    assert english.page is english.welcome
    assert english.welcome.forward.text() == "Continue"
    assert english.welcome.name.text() == "Hjemmepleje Syd"
    assert english.welcome.folder == tmp_path / "andetsteds" / "Hjemmepleje Syd.tillid"
    qtbot.waitUntil(lambda: QApplication.focusWidget() is english.welcome.name, timeout=60_000)
    qtbot.keyClicks(english.welcome.name, "d")
    assert english.welcome.name.text() == "Hjemmepleje Sydd"


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
