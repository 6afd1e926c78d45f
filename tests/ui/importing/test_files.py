"""The files of an import: pasted, dropped, several at once, not readable, and forgotten."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QGuiApplication, QKeySequence
from PySide6.QtWidgets import QApplication, QFileDialog

from tests.ui.importing.import_steps import DATA, LEFT, choose, fetch, press, statuses, write
from tillid_planner.ui.desk import Target
from tillid_planner.ui.importing.foot import Step


def test_rows_are_pasted_from_a_spreadsheet(qtbot, page, session):
    rows = "Navn\tStilling\tTimer\nAnna Æbelø\tVikar\t30,5\n"
    QGuiApplication.clipboard().setText(rows)
    qtbot.keyClick(page.view.choose.drop.choose, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: page.step == Step.REVIEW, timeout=60_000)
    QGuiApplication.clipboard().clear()
    press(qtbot, page.view.back)
    page.view.choose.rows.setPlainText(rows)
    press(qtbot, page.view.choose.read)
    qtbot.waitUntil(lambda: page.step == Step.REVIEW, timeout=60_000)
    assert page.view.choose.rows.toPlainText() == ""
    fetch(qtbot, page)
    assert session.register.people()[0].name == "Anna Æbelø"
    assert session.register.people()[0].weekly_hours == 30.5


def test_a_file_is_dropped_on_the_page(qtbot, page):
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(DATA / "telefonbog.csv"))])
    how = (Qt.DropAction.CopyAction, data, LEFT, Qt.KeyboardModifier.NoModifier)
    enter = QDragEnterEvent(QPoint(300, 300), *how)
    QApplication.sendEvent(page, enter)
    assert enter.isAccepted()
    QApplication.sendEvent(page, QDropEvent(QPointF(300, 300), *how))
    qtbot.waitUntil(lambda: page.step == Step.REVIEW, timeout=60_000)
    assert len(statuses(page)) == 4


@pytest.mark.parametrize(
    "content",
    [b"", b"\x00\xff\x00\x01" * 100, b"PK\x03\x04" + b"broken" * 50],
    ids=["empty", "binary", "bad zip"],
)
def test_a_file_that_cannot_be_read_says_why_and_leaves_everything(
    qtbot, page, session, monkeypatch, tmp_path, content
):
    file = tmp_path / "liste.xlsx"
    file.write_bytes(content)
    monkeypatch.setattr(QFileDialog, "getOpenFileNames", lambda *_: ([str(file)], ""))
    press(qtbot, page.view.choose.drop.choose)
    qtbot.waitUntil(lambda: page.view.trouble.isVisible(), timeout=60_000)
    assert "Intet er ændret" in page.view.note.label.text()
    assert page.step == Step.CHOOSE
    assert session.register.people() == []


def test_a_fault_of_the_programs_own_does_not_leave_the_page_waiting(qtbot, page, monkeypatch):
    def broken(*_: object) -> None:
        raise ZeroDivisionError

    monkeypatch.setattr("tillid_planner.ui.importing.page.read_table", broken)
    with qtbot.captureExceptions() as told:
        page.read_file(DATA / "telefonbog.csv")
        qtbot.waitUntil(lambda: bool(told), timeout=60_000)
    assert page.view.choose.isEnabled()
    monkeypatch.undo()
    choose(qtbot, page, monkeypatch, DATA / "telefonbog.csv")


def test_going_back_forgets_the_file(qtbot, page, monkeypatch):
    choose(qtbot, page, monkeypatch, DATA / "telefonbog.csv")
    press(qtbot, page.view.back)
    assert page.step == Step.CHOOSE
    assert page.view.review.model.rowCount() == 0
    with qtbot.waitSignal(page.desk.page_requested, timeout=60_000) as went:
        press(qtbot, page.view.back)
    assert went.args[0] == "people"


def test_an_import_never_opens_on_the_file_of_last_time(qtbot, page, monkeypatch):
    choose(qtbot, page, monkeypatch, DATA / "telefonbog.csv")
    page.open_target(Target(act="staff"))
    assert page.step == Step.CHOOSE
    assert page.view.choose.isVisible()
    assert page.view.review.model.rowCount() == 0


def test_a_list_of_headings_alone_says_so(qtbot, page, monkeypatch, tmp_path):
    choose(qtbot, page, monkeypatch, write(tmp_path, "Navn;Stilling;Timer\n"))
    assert page.view.review.headline.text() == "Der er kun overskrifter og ingen rækker under dem"
    assert "det rigtige ark" in page.view.review.remarks.text()


def test_files_chosen_together_follow_one_by_one_each_with_its_own_look(qtbot, page, monkeypatch, session):
    went = []
    page.desk.page_requested.connect(lambda key, _: went.append(key))
    names = [str(DATA / name) for name in ("medarbejdere-vagtplan.csv", "telefonbog.csv")]
    monkeypatch.setattr(QFileDialog, "getOpenFileNames", lambda *_: (names, ""))
    press(qtbot, page.view.choose.drop.choose)
    qtbot.waitUntil(lambda: page.step == Step.REVIEW, timeout=60_000)
    press(qtbot, page.view.forward)
    qtbot.waitUntil(lambda: "telefonbog.csv" in page.view.review.source.text(), timeout=60_000)
    qtbot.waitUntil(lambda: page.step == Step.REVIEW, timeout=60_000)
    assert len(session.register.people()) == 12
    assert went == []
    press(qtbot, page.view.forward)
    qtbot.waitUntil(lambda: went == ["people"], timeout=60_000)
    assert "SOSU-assistent" in {person.role for person in session.register.people()}


def test_going_back_lets_the_files_that_were_to_follow_be(qtbot, page, monkeypatch):
    names = [str(DATA / name) for name in ("medarbejdere-vagtplan.csv", "telefonbog.csv")]
    monkeypatch.setattr(QFileDialog, "getOpenFileNames", lambda *_: (names, ""))
    press(qtbot, page.view.choose.drop.choose)
    qtbot.waitUntil(lambda: page.step == Step.REVIEW, timeout=60_000)
    press(qtbot, page.view.back)
    choose(qtbot, page, monkeypatch, DATA / "telefonbog.csv")
    with qtbot.waitSignal(page.desk.page_requested, timeout=60_000):
        press(qtbot, page.view.forward)
    assert page.step == Step.CHOOSE


def test_after_a_refused_file_the_keyboard_is_still_in_the_import(qtbot, page, session, monkeypatch, tmp_path):
    refused = tmp_path / "liste.csv"
    refused.write_bytes(b"%PDF-1.7 ...")
    monkeypatch.setattr(QFileDialog, "getOpenFileNames", lambda *_: ([str(refused)], ""))
    press(qtbot, page.view.choose.drop.choose)
    qtbot.waitUntil(page.view.trouble.isVisible, timeout=60_000)
    held = QApplication.focusWidget()
    assert held is not None
    assert page.isAncestorOf(held)
    QApplication.clipboard().setText("Navn\tStilling\nOle Vig\tVikar\n")
    qtbot.keySequence(held, QKeySequence(QKeySequence.StandardKey.Paste))
    qtbot.waitUntil(lambda: page.step == Step.REVIEW, timeout=60_000)
    fetch(qtbot, page)
    assert [person.name for person in session.register.people()] == ["Ole Vig"]
