"""From a file to the register: what is read, what is asked, what is said, and one act that can be undone."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QGuiApplication, QKeySequence
from PySide6.QtWidgets import QAbstractButton, QApplication, QFileDialog, QLabel, QWidget
from pytestqt.qtbot import QtBot

from tillid_planner.content import words
from tillid_planner.domain.assignee import Person
from tillid_planner.services import import_words
from tillid_planner.services import session as sessions
from tillid_planner.services.import_matching import Answer, Same
from tillid_planner.services.session import Session
from tillid_planner.storage import keys
from tillid_planner.storage.errors import DiskFull
from tillid_planner.ui.desk import Desk, Notice, Target
from tillid_planner.ui.importing.foot import Step
from tillid_planner.ui.importing.import_preview import CHECK, PreviewModel
from tillid_planner.ui.importing.page import ImportPage

DATA = Path(__file__).parents[2] / "data"
TODAY = date(2026, 11, 23)
LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def session():
    made = sessions.in_memory("Nord", today=lambda: TODAY)
    yield made
    made.close()


@pytest.fixture
def desk(themed_app: QApplication, session: Session) -> Desk:
    return Desk(session, words("da"))


@pytest.fixture
def page(qtbot: QtBot, desk: Desk) -> ImportPage:
    made = ImportPage(desk)
    qtbot.addWidget(made)
    made.resize(1182, 690)
    made.open_target(Target(act="staff"))
    made.show()
    qtbot.waitExposed(made)
    return made


def choose(
    qtbot: QtBot, page: ImportPage, monkeypatch: pytest.MonkeyPatch, file: Path, step: int = Step.REVIEW
) -> None:
    monkeypatch.setattr(QFileDialog, "getOpenFileNames", lambda *_: ([str(file)], ""))
    press(qtbot, page.view.choose.drop.choose)
    qtbot.waitUntil(lambda: page.step == step, timeout=60_000)


def press(qtbot: QtBot, button: QWidget) -> None:
    assert button.isVisible()
    assert button.isEnabled(), button.toolTip()
    # A control that has just come has no size until the layout has settled; nobody can hit it before.
    qtbot.waitUntil(lambda: not button.size().isEmpty(), timeout=60_000)
    qtbot.mouseClick(button, LEFT)


def fetch(qtbot: QtBot, page: ImportPage) -> Notice:
    notices: list[Notice] = []
    page.desk.noticed.connect(notices.append)
    with qtbot.waitSignal(page.desk.page_requested, timeout=60_000):
        press(qtbot, page.view.forward)
    page.desk.noticed.disconnect(notices.append)
    return notices[0]


def statuses(page: ImportPage) -> list[str]:
    model = page.view.review.model
    last = model.columnCount() - 1
    return [model.index(row, last).data() for row in range(model.rowCount())]


def write(tmp_path: Path, text: str, name: str = "liste.csv") -> Path:
    file = tmp_path / name
    file.write_text(text, encoding="utf-8")
    return file


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


def test_each_row_says_what_would_become_of_it(qtbot, page, session, monkeypatch, tmp_path):
    session.register.add_person(Person(name="Amina Holm", role="SOSU-assistent", weekly_hours=30))
    session.register.add_person(Person(name="Bo Lindskov", role="Sygeplejerske", weekly_hours=37))
    file = write(
        tmp_path,
        "Navn;Stilling;Timer\nAmina Holm;SOSU-assistent;32\nBo Lindskov;Sygeplejerske;37\nLine Sørensen;Vikar;\n"
        '"=HYPERLINK(""x"")";Vikar;3\nEva Bech;Vikar;femogtyve\nGunnar Økjær;Terapeut;37\n',
    )
    choose(qtbot, page, monkeypatch, file)
    said = statuses(page)
    assert said[0] == "Opdateres: timer om ugen 30 t → 32 t."
    assert said[1] == "Uændret"
    assert said[2].startswith("Ny. ")
    assert "formel" in said[3]
    assert "femogtyve" in said[4]
    assert said[5] == "Ny"
    assert page.view.review.headline.text() == "4 medarbejdere er klar, 1 række er fravalgt"
    assert page.view.forward.text() == "Hent 4 medarbejdere"
    fetch(qtbot, page)
    assert sorted(person.name for person in session.register.people()) == [
        "Amina Holm",
        "Bo Lindskov",
        "Eva Bech",
        "Gunnar Økjær",
        "Line Sørensen",
    ]


def test_rows_are_left_out_by_mouse_and_by_keyboard_and_errors_cannot_be_chosen(
    qtbot, page, session, monkeypatch, tmp_path
):
    choose(qtbot, page, monkeypatch, write(tmp_path, "Navn;Timer\nAnna;30\nBo;31\n=Clara;32\n"))
    review = page.view.review
    table, model = review.table, review.model
    box = table.visualRect(model.index(0, CHECK)).center()
    qtbot.mouseClick(table.viewport(), LEFT, pos=QPoint(box.x(), box.y()))
    assert review.chosen() == {3}
    table.setFocus()
    table.select_row(1)
    qtbot.keyClick(table, Qt.Key.Key_Space)
    assert review.chosen() == set()
    assert not page.view.forward.isEnabled()
    table.select_row(2)
    qtbot.keyClick(table, Qt.Key.Key_Space)
    assert review.chosen() == set()
    assert review.about.isVisible()
    assert "ligner en formel" in review.about.text()
    table.select_row(0)
    qtbot.keyClick(table, Qt.Key.Key_Space)
    assert page.view.forward.text() == "Hent 1 medarbejder"
    fetch(qtbot, page)
    assert [person.name for person in session.register.people()] == ["Anna"]


def test_the_filter_shows_what_is_to_be_looked_at(qtbot, page, monkeypatch, tmp_path):
    choose(qtbot, page, monkeypatch, write(tmp_path, "Navn;Timer\nAnna;30\nBo;\nClara;x\n"))
    review = page.view.review
    choices = [choice for choice in review.filter.findChildren(QAbstractButton) if choice.isVisible()]
    assert [choice.text() for choice in choices] == ["Alle 3", "Nye 3", "At se på 2"]
    press(qtbot, choices[-1])
    assert review.model.rowCount() == 2
    assert review.chosen() == {2, 3, 4}


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


def test_what_changes_meanwhile_is_compared_anew_and_the_choice_stays(qtbot, page, session, monkeypatch, tmp_path):
    choose(qtbot, page, monkeypatch, write(tmp_path, "Navn;Timer\nAnna;30\nBo;31\n"))
    page.view.review.table.select_row(1)
    qtbot.keyClick(page.view.review.table, Qt.Key.Key_Space)
    page.desk.run(lambda: session.register.add_person(Person(name="Anna", weekly_hours=20)))
    assert statuses(page)[0] == "Opdateres: timer om ugen 20 t → 30 t."
    assert page.view.review.chosen() == {2}


def test_going_back_forgets_the_file(qtbot, page, monkeypatch):
    choose(qtbot, page, monkeypatch, DATA / "telefonbog.csv")
    press(qtbot, page.view.back)
    assert page.step == Step.CHOOSE
    assert page.view.review.model.rowCount() == 0
    with qtbot.waitSignal(page.desk.page_requested, timeout=60_000) as went:
        press(qtbot, page.view.back)
    assert went.args[0] == "people"


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


def test_the_preview_model_is_sound(qtbot, page, monkeypatch, qtmodeltester, tmp_path):
    empty = PreviewModel(words("da"))
    qtmodeltester.check(empty)
    choose(qtbot, page, monkeypatch, write(tmp_path, "Navn;Timer\nAnna;30\nBo;\nClara;x\n"))
    qtmodeltester.check(page.view.review.model)
    page.view.review.model.set_filter("to_look_at")
    qtmodeltester.check(page.view.review.model)


def test_a_cpr_number_in_another_column_is_taken_out_and_said(qtbot, page, monkeypatch, tmp_path):
    choose(qtbot, page, monkeypatch, write(tmp_path, "Navn;Stilling\nAnna;Sygeplejerske 010170-1234\nBo;Vikar\n"))
    remarks = page.view.review.remarks
    assert remarks.isVisible()
    assert "CPR-nummer i række 2" in remarks.text()
    assert "010170" not in remarks.text()


def test_the_preview_says_the_same_about_the_file_as_the_command(qtbot, page, monkeypatch, tmp_path):
    rows = "".join(f"Person {n};x;y;for;mange\n" for n in range(12))
    choose(qtbot, page, monkeypatch, write(tmp_path, f"Navn;Sko;Hat\n{rows}"))
    said = import_words.remarks(page.plan, words("da"))
    assert page.view.review.remarks.text() == " ".join(said)
    assert "Ikke brugt: Sko og Hat." in said
    assert said[-1].count(",") == 9
    assert "…" in said[-1]
    assert set(said) <= set(import_words.notes(page.plan, words("da")))


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


def test_what_is_new_and_what_is_updated_are_told_apart(qtbot, page, session, monkeypatch, tmp_path):
    session.register.add_person(Person(name="Amina Holm", role="SOSU-hjælper", started_on=date(2020, 1, 2)))
    rows = "Navn;Stilling;Første dag;E-mail\nAmina Holm;SOSU-assistent;3-2-2020;a@b.dk\nBo;Vikar;;\nEva;Vikar;;\n"
    choose(qtbot, page, monkeypatch, write(tmp_path, rows))
    said = statuses(page)[0]
    assert "stilling «SOSU-hjælper» → «SOSU-assistent»" in said
    assert "første dag 02.01.2020 → 03.02.2020" in said
    assert "e-mail (tomt) → «a@b.dk»" in said
    page.view.review.table.select_row(0)
    assert said in page.view.review.changes.text()
    assert page.view.review.changes.isVisible()
    page.view.review.table.select_row(1)
    assert not page.view.review.changes.isVisible()
    assert fetch(qtbot, page).text == "2 medarbejdere er hentet. 1 medarbejder er opdateret."
    choose(qtbot, page, monkeypatch, write(tmp_path, "Navn;Stilling\nBo;Leder\n"))
    assert fetch(qtbot, page).text == "1 medarbejder er opdateret."


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


def test_roles_that_differ_in_their_end_are_read_where_there_is_room(qtbot, page, monkeypatch, tmp_path):
    page.resize(1182, 700)
    rows = "Navn;Stilling;Timer\nAnna;Social- og sundhedsassistent;30\nBo;Social- og sundhedshjælper;30\n"
    choose(qtbot, page, monkeypatch, write(tmp_path, rows))
    table = page.view.review.table
    column = page.view.review.model.column_keys.index("role")
    needed = table.fontMetrics().horizontalAdvance("Social- og sundhedsassistent") + 24
    assert table.columnWidth(column) >= needed
    assert table.columnWidth(len(page.view.review.model.column_keys) - 1) >= 200


def test_by_keyboard_the_preview_begins_on_its_first_row(qtbot, page, monkeypatch, tmp_path):
    monkeypatch.setattr("tillid_planner.ui.widgets.focus._keyboard_in_use", True)
    choose(qtbot, page, monkeypatch, write(tmp_path, "Navn\nAnna\nBo\n"))
    assert page.view.review.table.current_row() == 0


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


def answer(qtbot: QtBot, page: ImportPage, at: int, way: Same) -> None:
    """Stand on a row of the preview and answer who it is, by keyboard."""
    review = page.view.review
    review.table.setFocus()
    review.table.select_row(at)
    assert review.who_field.isVisible()
    review.who.setFocus()
    offered = [option.same for option in review.who.values()]
    qtbot.keyClick(review.who, Qt.Key.Key_Home)
    for _ in range(offered.index(way)):
        qtbot.keyClick(review.who, Qt.Key.Key_Down)
    review.who.activated.emit(review.who.currentIndex())


def test_a_namesake_is_asked_about_where_her_row_stands(qtbot, page, session, monkeypatch, tmp_path):
    file = write(tmp_path, "Navn;Stilling\nOle Vig;Vikar\nEva Bech;Vikar\nOle Vig;Vikar\n")
    choose(qtbot, page, monkeypatch, file)
    review = page.view.review
    assert review.chosen() == {2, 3}
    review.table.select_row(0)
    assert not review.who_field.isVisible()
    answer(qtbot, page, 2, Same.ANOTHER)
    assert review.chosen() == {2, 3, 4}
    assert review.who_field.isVisible()
    assert review.who.value() == Answer(Same.ANOTHER)
    assert review.who.hasFocus()
    answer(qtbot, page, 2, Same.ROW)
    assert review.chosen() == {2, 3}
    answer(qtbot, page, 2, Same.ANOTHER)
    fetch(qtbot, page)
    assert sorted(person.name for person in session.register.people()) == ["Eva Bech", "Ole Vig", "Ole Vig"]


def test_two_posts_of_one_person_are_one_person_with_the_hours_of_both_until_answered(
    qtbot, page, session, monkeypatch, tmp_path
):
    text = "Nr.;Navn;Stilling;Timer\n7;Ole Vig;Vikar;20\n7;Ole Vig;Chauffør;10\n"
    choose(qtbot, page, monkeypatch, write(tmp_path, text))
    review = page.view.review
    assert page.plan is not None
    assert [record.weekly_hours for record in page.plan.records()] == [30]
    review.table.select_row(1)
    assert review.who.value() == Answer(Same.POST, 2)
    answer(qtbot, page, 1, Same.ROW)
    fetch(qtbot, page)
    assert [person.weekly_hours for person in session.register.people()] == [20]


def test_who_has_left_is_unticked_with_the_day_and_can_be_ticked(qtbot, page, session, monkeypatch, tmp_path):
    file = write(tmp_path, "Navn;Slutdato\nOle Vig;31-10-2026\nEva Bech;\nLedig stilling;\nI alt;2\n")
    choose(qtbot, page, monkeypatch, file)
    review = page.view.review
    assert review.chosen() == {3}
    assert statuses(page)[0] == "Fratrådt 31.10.2026."
    for at in (0, 3):
        review.table.setFocus()
        review.table.select_row(at)
        qtbot.keyClick(review.table, Qt.Key.Key_Space)
    assert review.chosen() == {2, 3}  # a sum is nobody to tick
    fetch(qtbot, page)
    assert sorted(person.name for person in session.register.people()) == ["Eva Bech", "Ole Vig"]


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


def test_next_months_list_is_read_as_this_months_was_chosen(qtbot, page, session, monkeypatch, tmp_path):
    choose(qtbot, page, monkeypatch, write(tmp_path, "Navn;Afdeling;Team\nOle Vig;Nord;Aften\n"), Step.COLUMNS)
    unit = page.view.columns.combos[2]
    unit.set_value("unit")
    unit.activated.emit(unit.currentIndex())
    press(qtbot, page.view.forward)
    qtbot.waitUntil(lambda: page.step == Step.REVIEW, timeout=60_000)
    fetch(qtbot, page)
    page.open_target(Target(act="staff"))
    choose(qtbot, page, monkeypatch, write(tmp_path, "Navn;Afdeling;Team\nEva Bech;Nord;Dag\n"))
    fetch(qtbot, page)
    assert sorted(person.unit for person in session.register.people()) == ["Aften", "Dag"]


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
