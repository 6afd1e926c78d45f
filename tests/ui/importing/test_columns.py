"""The columns of a list: which are asked about, corrected, refused and read in two ways."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel

from tests.ui.importing.import_steps import DATA, choose, fetch, press, write
from tillid_planner.content import words
from tillid_planner.ui.importing.foot import Step


def test_a_doubtful_column_is_asked_about(qtbot, page, session, monkeypatch, tmp_path):
    file = write(tmp_path, "Medarbejder;Timer;Timetal;Farve\nAnna;30;120;rød\n")
    choose(qtbot, page, monkeypatch, file, Step.COLUMNS)
    columns = page.view.columns
    assert QApplication.focusWidget() is columns.combos[1]
    qtbot.keyClick(columns.combos[1], Qt.Key.Key_T)
    while columns.combos[1].value() != "weekly_hours":
        qtbot.keyClick(columns.combos[1], Qt.Key.Key_Down)
    columns.combos[1].activated.emit(columns.combos[1].currentIndex())
    press(qtbot, page.view.forward)
    qtbot.waitUntil(lambda: page.step == Step.REVIEW, timeout=60_000)
    fetch(qtbot, page)
    assert session.register.people()[0].weekly_hours == 30


def test_columns_can_be_corrected_afterwards(qtbot, page, session, monkeypatch, tmp_path):
    choose(qtbot, page, monkeypatch, write(tmp_path, "Navn;Stilling;Team\nAnna;Nord;Vikar\n"))
    press(qtbot, page.view.review.correct)
    assert page.step == Step.COLUMNS
    role, unit = page.view.columns.combos[1], page.view.columns.combos[2]
    role.set_value("unit")
    role.activated.emit(role.currentIndex())
    assert unit.value() is None
    unit.set_value("role")
    unit.activated.emit(unit.currentIndex())
    press(qtbot, page.view.forward)
    qtbot.waitUntil(lambda: page.step == Step.REVIEW, timeout=60_000)
    fetch(qtbot, page)
    anna = session.register.people()[0]
    assert (anna.role, anna.unit) == ("Vikar", "Nord")


def test_without_names_nothing_can_be_read_and_it_says_so(qtbot, page, monkeypatch, tmp_path):
    choose(qtbot, page, monkeypatch, write(tmp_path, "Kæledyr;Timer\nAnna;30\n"), Step.COLUMNS)
    assert not page.view.forward.isEnabled()
    assert page.view.forward.toolTip() == words("da").text("importing.notes.no_name_staff")
    combo = page.view.columns.combos[0]
    combo.set_value("name")
    combo.activated.emit(combo.currentIndex())
    assert page.view.forward.isEnabled()


def test_a_cpr_column_cannot_be_taken_in(qtbot, page, monkeypatch):
    choose(qtbot, page, monkeypatch, DATA / "telefonbog.csv")
    press(qtbot, page.view.review.correct)
    assert 1 not in page.view.columns.combos
    shown = [label.text() for label in page.view.columns.findChildren(QLabel)]
    assert words("da").text("importing.notes.cpr", columns="CPR").split(". ")[1] in " ".join(shown)
    assert not any("0000000000" in text for text in shown)


def test_a_cpr_number_in_another_column_is_taken_out_and_said(qtbot, page, monkeypatch, tmp_path):
    choose(qtbot, page, monkeypatch, write(tmp_path, "Navn;Stilling\nAnna;Sygeplejerske 010170-1234\nBo;Vikar\n"))
    remarks = page.view.review.remarks
    assert remarks.isVisible()
    assert "CPR-nummer i række 2" in remarks.text()
    assert "010170" not in remarks.text()


def test_days_that_can_be_read_in_two_ways_are_asked_about_once_for_the_column(
    qtbot, page, session, monkeypatch, tmp_path
):
    file = write(tmp_path, "Navn;Startdato\nOle Vig;03/04/2019\nEva Bech;05/06/2020\n")
    choose(qtbot, page, monkeypatch, file, Step.COLUMNS)
    order = page.view.columns.orders[1]
    assert QApplication.focusWidget() is order
    assert [order.itemText(at) for at in range(2)] == ["03/04/2019 er 3. april 2019", "03/04/2019 er 4. marts 2019"]
    qtbot.keyClick(order, Qt.Key.Key_Down)
    qtbot.keyClick(order, Qt.Key.Key_Down)
    order.activated.emit(order.currentIndex())
    press(qtbot, page.view.forward)
    qtbot.waitUntil(lambda: page.step == Step.REVIEW, timeout=60_000)
    fetch(qtbot, page)
    assert {person.started_on for person in session.register.people()} == {date(2019, 3, 4), date(2020, 5, 6)}


def test_shares_become_hours_when_full_time_is_told(qtbot, page, session, monkeypatch, tmp_path):
    file = write(tmp_path, "Navn;Beskæftigelsesgrad\nOle Vig;100 %\nEva Bech;0,8649\n")
    choose(qtbot, page, monkeypatch, file, Step.COLUMNS)
    full_time = page.view.columns.full_time
    assert full_time is not None
    assert full_time.isAncestorOf(QApplication.focusWidget()) or full_time is QApplication.focusWidget()
    qtbot.keyClicks(QApplication.focusWidget(), "37")
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
    press(qtbot, page.view.forward)
    qtbot.waitUntil(lambda: page.step == Step.REVIEW, timeout=60_000)
    fetch(qtbot, page)
    assert {person.weekly_hours for person in session.register.people()} == {37.0, 32.0}


def test_going_through_the_choices_of_a_column_takes_nothing_from_the_others(qtbot, page, monkeypatch, tmp_path):
    text = "Fornavn;Efternavn;Afdeling;Team\nOle;Vig;Nord;Aften\n"
    choose(qtbot, page, monkeypatch, write(tmp_path, text), Step.COLUMNS)
    columns = page.view.columns
    asked = QApplication.focusWidget()
    assert asked is columns.combos[2]
    qtbot.keyClick(asked, Qt.Key.Key_Down)
    assert columns.combos[2].value() == "unit"
    while columns.combos[2].value() != "status":
        qtbot.keyClick(asked, Qt.Key.Key_Down)
    assert columns.combos[0].value() == "first_name"
    assert columns.combos[1].value() == "last_name"
    assert page.view.forward.isEnabled()
