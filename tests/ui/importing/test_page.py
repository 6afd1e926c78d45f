"""From a file to the register: by mouse, by keyboard, after a backup, as one act, and where it leads."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QFileDialog

from tests.ui.importing.import_steps import DATA, TODAY, choose, fetch, press, statuses, write
from tillid_planner.content import words
from tillid_planner.services import session as sessions
from tillid_planner.storage import keys
from tillid_planner.storage.errors import DiskFull
from tillid_planner.ui.desk import Desk, Target
from tillid_planner.ui.importing.foot import Step
from tillid_planner.ui.importing.page import ImportPage


def test_the_three_files_go_in_without_a_correction(qtbot, page, session, monkeypatch):
    choose(qtbot, page, monkeypatch, DATA / "medarbejdere-vagtplan.csv")
    assert "Mobil" in page.view.review.note.label.text()
    assert fetch(qtbot, page).text == "12 medarbejdere er hentet."
    choose(qtbot, page, monkeypatch, DATA / "telefonbog.csv")
    assert "CPR" in page.view.review.note.label.text()
    fetch(qtbot, page)
    page.open_target(Target(act="tasks"))
    choose(qtbot, page, monkeypatch, DATA / "opgaver.csv")
    with qtbot.waitSignal(page.desk.page_requested, timeout=60_000) as went:
        press(qtbot, page.view.forward)
    assert went.args[0] == "trust"
    assert len(session.register.people()) == 12
    assert len(session.register.tasks()) == 12
    assert not any("0000000000" in repr(person) for person in session.register.people())


def test_an_import_is_done_by_keyboard_alone(qtbot, page, session, monkeypatch):
    monkeypatch.setattr(QFileDialog, "getOpenFileNames", lambda *_: ([str(DATA / "opgaver.csv")], ""))
    page.open_target(Target(act="tasks"))
    assert QApplication.focusWidget() is page.view.choose.drop.choose
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: page.step == Step.REVIEW, timeout=60_000)
    assert QApplication.focusWidget() is page.view.review.table
    for _ in range(5):
        if QApplication.focusWidget() is page.view.forward:
            break
        qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
    with qtbot.waitSignal(page.desk.page_requested, timeout=60_000):
        qtbot.keyClick(page.view.forward, Qt.Key.Key_Return)
    assert len(session.register.tasks()) == 12


def test_a_second_import_changes_nothing(qtbot, page, session, monkeypatch):
    choose(qtbot, page, monkeypatch, DATA / "medarbejdere-vagtplan.csv")
    fetch(qtbot, page)
    before = session.register.people()
    choose(qtbot, page, monkeypatch, DATA / "medarbejdere-vagtplan.csv")
    assert page.view.review.headline.text() == "Der er intet nyt at hente"
    assert not page.view.forward.isEnabled()
    assert page.view.forward.toolTip()
    assert all(said.startswith("Uændret") for said in statuses(page))
    assert session.register.people() == before


def test_an_import_is_one_act_that_can_be_undone(qtbot, page, session, monkeypatch):
    choose(qtbot, page, monkeypatch, DATA / "medarbejdere-vagtplan.csv")
    assert fetch(qtbot, page).undoable
    page.desk.undo()
    assert session.register.people() == []
    page.desk.redo()
    assert len(session.register.people()) == 12


@pytest.fixture
def kept(tmp_path, monkeypatch, themed_app):
    monkeypatch.setattr(keys, "ARGON2", {"memory_kib": 64, "iterations": 1, "lanes": 1})
    session, _ = sessions.create(tmp_path / "Nord.tillid", "Nord", "en lang adgangssætning", today=lambda: TODAY)
    yield session
    session.close()


def test_a_backup_is_made_first(qtbot, kept, monkeypatch):
    page = ImportPage(Desk(kept, words("da")))
    qtbot.addWidget(page)
    page.show()
    choose(qtbot, page, monkeypatch, DATA / "medarbejdere-vagtplan.csv")
    assert "sikkerhedskopi" in page.view.promise.text()
    assert kept.newest_backup is None
    fetch(qtbot, page)
    assert kept.newest_backup is not None
    assert len(kept.register.people()) == 12


def test_without_a_backup_nothing_is_fetched(qtbot, kept, monkeypatch):
    page = ImportPage(Desk(kept, words("da")))
    qtbot.addWidget(page)
    page.show()
    choose(qtbot, page, monkeypatch, DATA / "medarbejdere-vagtplan.csv")

    def full() -> Path:
        raise DiskFull

    monkeypatch.setattr(kept, "backup", full)
    press(qtbot, page.view.forward)
    qtbot.waitUntil(lambda: page.view.trouble.isVisible(), timeout=60_000)
    assert words("da").text("errors.disk_full.text") in page.view.note.label.text()
    assert page.step == Step.REVIEW
    assert page.view.forward.isEnabled()
    assert kept.register.people() == []


def test_the_first_tasks_lead_to_the_people_in_the_matrix_and_later_lists_to_their_own_page(
    qtbot, page, monkeypatch, tmp_path
):
    went = []
    page.desk.page_requested.connect(lambda key, _: went.append(key))
    choose(qtbot, page, monkeypatch, write(tmp_path, "Navn\nAnna\n"))
    fetch(qtbot, page)
    page.open_target(Target(act="tasks"))
    choose(qtbot, page, monkeypatch, write(tmp_path, "Opgave\nSårpleje\n"))
    fetch(qtbot, page)
    page.open_target(Target(act="tasks"))
    choose(qtbot, page, monkeypatch, write(tmp_path, "Opgave\nVagtplan\n"))
    fetch(qtbot, page)
    assert went == ["people", "trust", "tasks"]


def test_the_first_tasks_of_a_plan_without_people_are_seen_on_their_own_page(qtbot, page, monkeypatch, tmp_path):
    went = []
    page.desk.page_requested.connect(lambda key, _: went.append(key))
    page.open_target(Target(act="tasks"))
    choose(qtbot, page, monkeypatch, write(tmp_path, "Opgave\nSårpleje\n"))
    fetch(qtbot, page)
    assert went == ["tasks"]


def test_a_skills_matrix_is_people_to_one_import_and_tasks_to_the_other(qtbot, page, session, monkeypatch, tmp_path):
    text = "Navn;Medicin;Sårpleje;Forflytning;Gennemsnit\nOle Vig;3;1;2;2\nEva Bech;4;2;;3\n"
    choose(qtbot, page, monkeypatch, write(tmp_path, text))
    fetch(qtbot, page)
    assert sorted(person.name for person in session.register.people()) == ["Eva Bech", "Ole Vig"]
    page.open_target(Target(act="tasks"))
    choose(qtbot, page, monkeypatch, write(tmp_path, text))
    assert "Karaktererne er ikke læst ind" in page.view.review.remarks.text()
    fetch(qtbot, page)
    assert sorted(task.name for task in session.register.tasks()) == ["Forflytning", "Medicin", "Sårpleje"]
