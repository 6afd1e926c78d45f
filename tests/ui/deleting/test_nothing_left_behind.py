"""After a case and a person are deleted, none of their words is anywhere this program writes."""

import logging
import tempfile
from pathlib import Path

import pytest
from PySide6.QtGui import QClipboard, QGuiApplication
from PySide6.QtWidgets import QPlainTextEdit, QWidget

from tests.builders import TODAY, a_person, a_task, agreed, rated
from tests.residue import files_with
from tests.services.breach_builders import closed, talked
from tests.ui.modal import delete_in_dialog
from tillid_planner.content import words
from tillid_planner.domain.assignee import Person
from tillid_planner.domain.case import Cause
from tillid_planner.domain.changes import Kind
from tillid_planner.domain.rating import Rater
from tillid_planner.services import session as sessions
from tillid_planner.services.deletion import Reason
from tillid_planner.services.register import new_id
from tillid_planner.storage import backups, keys
from tillid_planner.ui.breach.delete_case import delete_cases
from tillid_planner.ui.deleting.dialog import delete_record
from tillid_planner.ui.desk import Desk

PASSPHRASE = "fire små ord her"
CASE, PERSON = "kvidrefugl", "sneppeklire"


@pytest.fixture
def own_temporary_files(tmp_path, monkeypatch):
    place = tmp_path / "temporary"
    place.mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(place))
    return place


def with_leftovers(folder: Path, key: bytes) -> None:
    """Put the files there that a kill leaves at the worst moments."""
    data = (folder / "workspace.db").read_bytes()
    for name in ("2026-11-20T090000.tillidbackup.copy", "2026-11-20T090000.tillidbackup.check"):
        (folder / "backups" / name).write_bytes(data)
    newest = backups.listed(folder / "backups")[-1]
    (folder / "backups" / "2026-11-20T090000.tillidbackup.part").write_bytes(newest.read_bytes())
    (folder / "workspace.db.new").write_bytes(data)
    assert len(files_with(CASE, folder, key)) >= 6


def test_no_word_of_a_deleted_case_and_person_is_left_anywhere(
    qtbot, themed_app, tmp_path, own_temporary_files, capfd, caplog, monkeypatch
):
    # Without a screen Qt does not know whose the clipboard is.
    monkeypatch.setattr(QClipboard, "ownsClipboard", lambda _: True)
    caplog.set_level(logging.DEBUG)
    folder, stick = tmp_path / "Nord.tillid", tmp_path / "stick"
    stick.mkdir()
    session, _ = sessions.create(folder, "Nord", PASSPHRASE, today=lambda: TODAY)
    key = keys.open_with_passphrase((folder / "keys.json").read_bytes(), PASSPHRASE)
    task, other = a_task(session), a_person(session)
    person = new_id(session.register.add_person(Person(name=f"Ida {PERSON}", role=f"{PERSON} role")), Kind.ASSIGNEE)
    rated(session, task, person, 4, 4, 4)
    agreed(session, task, person, 3, purpose=f"{PERSON} purpose")
    session.trust.comment(task, person, Rater.LEADER, f"{PERSON} comment")
    cases = [new_id(session.breaches.note(task, who, f"{CASE} facts"), Kind.BREACH) for who in (other, person)]
    talked(session, cases[1], Cause.COMPETENCE)
    closed(session, cases[1])
    before = session.backup(tmp_path / "before.tillidbackup")
    session.close()
    sessions.restore(before, folder, passphrase=PASSPHRASE, replace=True)
    before.unlink()

    session = sessions.open_with_passphrase(folder, PASSPHRASE)
    session.set_second_place(stick)
    session.backup()
    with_leftovers(folder, key)
    parent = QWidget()
    qtbot.addWidget(parent)
    desk = Desk(session, words("da"))
    field = QPlainTextEdit(f"{CASE} {PERSON}", parent)
    field.selectAll()
    field.copy()
    assert CASE in QGuiApplication.clipboard().text()

    delete_in_dialog(qtbot, lambda: delete_cases(desk, parent, [session.cases.view(cases[0])], Reason.MISTAKE))
    delete_in_dialog(qtbot, lambda: delete_record(parent, desk, session.register.assignee(person)))
    assert QGuiApplication.clipboard().text() == ""
    while_open = {word: files_with(word, tmp_path, key) for word in (CASE, PERSON)}
    session.close()
    assert while_open == {CASE: [], PERSON: []}
    assert {word: files_with(word, tmp_path, key) for word in (CASE, PERSON)} == {CASE: [], PERSON: []}
    assert list(own_temporary_files.iterdir()) == []
    told = "".join([*capfd.readouterr(), caplog.text])
    assert CASE not in told
    assert PERSON not in told
