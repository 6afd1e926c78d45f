"""The program is killed while fields are half-typed: after a second of rest, everything is there again."""

import json
import os
import signal
import subprocess
import sys
from dataclasses import fields

import pytest
from PySide6.QtWidgets import QApplication

from tests.builders import TODAY
from tests.ui.register.record_forms import MARK, PLACES, Unit, a_unit, editors, open_place
from tillid_planner.content import words
from tillid_planner.services import session as sessions
from tillid_planner.storage import keys
from tillid_planner.ui.desk import Desk
from tillid_planner.ui.texts import install_language
from tillid_planner.ui.theme import apply_theme
from tillid_planner.ui.widgets.field_state import field_state

PASSPHRASE = "fire små ord her"
TYPED_IN = (
    "case-facts",
    "case-own_part",
    "case-closing",
    "case-learning",
    "agreeing",
    "comments",
    "task",
    "person-development",
    "prepare",
    "note-breach",
)
CHILD = """
import json, sys
from pathlib import Path
from PySide6.QtCore import QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from tests.builders import TODAY
from tests.faults.test_kill_typing import PASSPHRASE, TYPED_IN
from tests.ui.register.record_forms import MARK, PLACES, Unit, editors, open_place
from tillid_planner.content import words
from tillid_planner.services import session as sessions
from tillid_planner.ui.desk import Desk
from tillid_planner.ui.widgets.form_draft import FormDraft
from tillid_planner.ui.widgets import GrowingText

app = QApplication([])
session = sessions.open_with_passphrase(Path(sys.argv[1]), PASSPHRASE)
session.today = lambda: TODAY
unit = Unit(session=session, **json.loads(sys.argv[2]))
kept = []
for name in TYPED_IN:
    desk = Desk(session, words("da"))
    page = open_place(PLACES[name], desk, unit, 0)
    editor = next(e for e in editors(page) if isinstance(e, GrowingText))
    editor.setFocus()
    QTest.keyClicks(editor, MARK)
    kept += [desk, page]
def rests():
    drafts = [draft for page in kept for draft in page.findChildren(FormDraft)]
    if not any(timer.isActive() for draft in drafts for timer in draft.findChildren(QTimer)):
        print("typed", flush=True)

timer = QTimer()
timer.timeout.connect(rests)
timer.start(50)
app.exec()
"""


@pytest.fixture
def plan(tmp_path, monkeypatch):
    monkeypatch.setattr(keys, "ARGON2", {"memory_kib": 64, "iterations": 1, "lanes": 1})
    folder = tmp_path / "Nord.tillid"
    session, _ = sessions.create(folder, "Nord", PASSPHRASE, today=lambda: TODAY)
    unit = a_unit(session)
    ids = {part.name: getattr(unit, part.name) for part in fields(unit) if part.name != "session"}
    session.close()
    return folder, ids


@pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="there is no kill -9 here")
def test_ten_half_typed_fields_outlive_a_kill(qapp, qtbot, plan):
    folder, ids = plan
    child = subprocess.Popen(
        [sys.executable, "-c", CHILD, str(folder), json.dumps(ids)],
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
    )
    assert child.stdout.readline() == "typed\n"
    child.kill()
    child.wait()
    child.stdout.close()
    install_language(qapp, "da")
    apply_theme(qapp, "light")
    session = sessions.open_with_passphrase(folder, PASSPHRASE)
    session.today = lambda: TODAY
    unit = Unit(session=session, **ids)
    lost = []
    for name in TYPED_IN:
        desk = Desk(session, words("da"))
        page = open_place(PLACES[name], desk, unit, 0)
        qtbot.addWidget(page)
        if not any(MARK in str(field_state(editor)) for editor in editors(page)):
            lost.append(name)
        QApplication.processEvents()
    session.close()
    assert lost == []
