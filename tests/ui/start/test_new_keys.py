"""The passphrase is changed and the keys are renewed from the settings."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QApplication

from tests.ui.start.gate_steps import PASSPHRASE, press
from tillid_planner.content import words
from tillid_planner.services import session as sessions
from tillid_planner.storage.errors import WrongPassphrase
from tillid_planner.ui.desk import Desk
from tillid_planner.ui.settings.page import SettingsPage
from tillid_planner.ui.slow_down import SlowDown
from tillid_planner.ui.work import is_running

pytestmark = pytest.mark.usefixtures("quick_keys")


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
