"""Backups from the window: made, given up, tried, restored with a look first, and a failed one that stays in sight."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QFileDialog, QLabel

from tests.builders import a_person
from tillid_planner import bootstrap
from tillid_planner.services import session as sessions
from tillid_planner.settings import Settings
from tillid_planner.storage import backups, keys
from tillid_planner.ui.start.gate import Gate
from tillid_planner.ui.widgets import Dialog
from tillid_planner.ui.work import is_running

PASSPHRASE = "fire små ord her"
WAIT = 60_000


@pytest.fixture
def program(qapp, qtbot, monkeypatch):
    monkeypatch.setattr(keys, "ARGON2", {"memory_kib": 64, "iterations": 1, "lanes": 1})
    made = bootstrap.Program(qapp, Settings(language="da", theme="light"), lambda _: None)
    yield made
    qtbot.waitUntil(lambda: not is_running(), timeout=WAIT)
    made.window.close()
    made.window.deleteLater()


@pytest.fixture
def session(tmp_path, program):
    made, _ = sessions.create(tmp_path / "Nord.tillid", "Nord", PASSPHRASE)
    a_person(made, "Amina Holm")
    return made


@pytest.fixture
def shell(program, session, qtbot):
    program.open_session(session)
    program.window.show()
    qtbot.waitExposed(program.window)
    qtbot.waitUntil(lambda: session.newest_backup is not None and not is_running(), timeout=WAIT)
    return program.window.shell


@pytest.fixture
def view(shell):
    shell.show_page("settings")
    return shell.page("settings").view


def press(qtbot, button: QAbstractButton) -> None:
    assert button.isVisible()
    assert button.isEnabled()
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)


def notices(shell) -> list[str]:
    told: list[str] = []
    shell.desk.noticed.connect(lambda notice: told.append(notice.text))
    return told


def test_a_backup_is_given_up_while_it_is_made_and_leaves_nothing(qtbot, shell, view, session, monkeypatch):
    told = notices(shell)
    monkeypatch.setattr(backups, "_PAGES", 1)
    before = sorted((session.folder / "backups").iterdir())
    press(qtbot, view.back_up)
    assert view.at_work.isVisible()
    assert not view.back_up.isEnabled()
    press(qtbot, view.cancel)
    qtbot.waitUntil(lambda: not view.at_work.isVisible(), timeout=WAIT)
    assert told == ["Sikkerhedskopien blev afbrudt. Intet er ændret."]
    assert sorted((session.folder / "backups").iterdir()) == before
    monkeypatch.undo()


def test_a_backup_is_tried_and_says_what_it_holds(qtbot, shell, view, session, monkeypatch):
    backup = session.newest_backup_file
    a_person(session, "Bo Lindskov")
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(backup), ""))
    said: list[str] = []

    def read(dialog: Dialog) -> None:
        said.extend(label.text() for label in dialog.findChildren(QLabel))
        dialog.reject()

    monkeypatch.setattr(Dialog, "exec", read)
    press(qtbot, view.try_backup)
    qtbot.waitUntil(lambda: bool(said), timeout=WAIT)
    assert "Sikkerhedskopien kan bruges" in said
    assert "»Nord« med 1 medarbejder og 0 opgaver." in " ".join(said)
    assert "1 handling, der er gemt siden, er ikke med." in " ".join(said)


def test_a_second_place_is_chosen_and_gets_a_backup_at_once(qtbot, shell, view, session, tmp_path, monkeypatch):
    stick = tmp_path / "stick"
    stick.mkdir()
    assert not view.drop_second.isVisible()
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: str(stick))
    press(qtbot, view.choose_second)
    qtbot.waitUntil(lambda: len(backups.listed(stick)) == 1 and not is_running(), timeout=WAIT)
    assert str(stick) in view.second.text()
    press(qtbot, view.drop_second)
    assert session.second_place is None
    assert not view.drop_second.isVisible()


def test_a_backup_that_could_not_be_made_stands_on_every_page_until_one_is(
    qtbot, program, shell, view, session, tmp_path, monkeypatch
):
    told: list[str] = []
    monkeypatch.setattr("tillid_planner.ui.shell.tell_failure", lambda _, error, __: told.append(error.code))
    stick = tmp_path / "stick"
    stick.mkdir()
    session.set_second_place(stick)
    shutil.rmtree(stick)
    for _ in range(2):
        shell.desk.backup_requested.emit()
        qtbot.waitUntil(lambda: shell.backup_note.isVisible() and not is_running(), timeout=WAIT)
    assert told == ["no_place"]
    for page in ("today", "tasks"):
        shell.show_page(page)
        assert "Sikkerhedskopien kunne ikke laves." in shell.backup_note.label.text()
        assert "Sæt drevet i" in shell.backup_note.label.text()
        assert shell.backup_note.isVisible()
    stick.mkdir()
    press(qtbot, shell.retry_backup)
    qtbot.waitUntil(lambda: not shell.backup_note.isVisible(), timeout=WAIT)
    assert len(backups.listed(stick)) == 1


def test_a_backup_is_restored_over_the_plan_after_a_look_at_what_would_be_lost(qtbot, program, shell, view, session):
    a_person(session, "Bo Lindskov")
    folder: Path = session.folder
    press(qtbot, view.restore)
    gate = program.window.findChild(Gate)
    assert gate is not None
    page = gate.restore
    qtbot.waitUntil(lambda: gate.page is page and page.passphrase.line.isVisible(), timeout=WAIT)
    qtbot.keyClicks(page.passphrase.line, PASSPHRASE)
    press(qtbot, page.go)
    qtbot.waitUntil(page.found.isVisible, timeout=WAIT)
    assert "1 handling, der er gemt siden, er ikke med." in page.found.label.text()
    qtbot.waitUntil(lambda: not page.busy, timeout=WAIT)
    press(qtbot, page.go)
    qtbot.waitUntil(lambda: program.window.shell is not None, timeout=WAIT)
    restored = program.window.shell.desk.session
    assert restored.folder == folder
    assert [person.name for person in restored.register.people()] == ["Amina Holm"]
    assert (folder / "workspace.db.replaced").is_file()


def test_acts_that_are_missing_are_told_when_the_plan_is_opened(qtbot, program, session, monkeypatch):
    told: list[tuple[str, dict[str, object]]] = []
    monkeypatch.setattr(
        "tillid_planner.ui.shell.tell_failure", lambda _, error, __: told.append((error.code, error.params))
    )
    folder = session.folder
    copy = folder.with_name("kopi.tillid")
    shutil.copytree(folder, copy)
    (copy / "workspace.db-wal").unlink()
    session.close()
    opened = sessions.open_with_passphrase(copy, PASSPHRASE)
    program.open_session(opened)
    assert [(code, params["count"]) for code, params in told] == [("missing_acts", 1)]
