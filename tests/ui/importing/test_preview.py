"""The preview of an import: what each row says, what is left out, and what is to be looked at."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QAbstractButton

from tests.ui.importing.import_steps import LEFT, choose, fetch, press, statuses, write
from tillid_planner.content import words
from tillid_planner.domain.assignee import Person
from tillid_planner.services import import_words
from tillid_planner.ui.importing.import_preview import CHECK, PreviewModel


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


def test_what_changes_meanwhile_is_compared_anew_and_the_choice_stays(qtbot, page, session, monkeypatch, tmp_path):
    choose(qtbot, page, monkeypatch, write(tmp_path, "Navn;Timer\nAnna;30\nBo;31\n"))
    page.view.review.table.select_row(1)
    qtbot.keyClick(page.view.review.table, Qt.Key.Key_Space)
    page.desk.run(lambda: session.register.add_person(Person(name="Anna", weekly_hours=20)))
    assert statuses(page)[0] == "Opdateres: timer om ugen 20 t → 30 t."
    assert page.view.review.chosen() == {2}


def test_the_preview_model_is_sound(qtbot, page, monkeypatch, qtmodeltester, tmp_path):
    empty = PreviewModel(words("da"))
    qtmodeltester.check(empty)
    choose(qtbot, page, monkeypatch, write(tmp_path, "Navn;Timer\nAnna;30\nBo;\nClara;x\n"))
    qtmodeltester.check(page.view.review.model)
    page.view.review.model.set_filter("to_look_at")
    qtmodeltester.check(page.view.review.model)


def test_the_preview_says_the_same_about_the_file_as_the_command(qtbot, page, monkeypatch, tmp_path):
    rows = "".join(f"Person {n};x;y;for;mange\n" for n in range(12))
    choose(qtbot, page, monkeypatch, write(tmp_path, f"Navn;Sko;Hat\n{rows}"))
    said = import_words.remarks(page.plan, words("da"))
    assert page.view.review.remarks.text() == " ".join(said)
    assert "Ikke brugt: Sko og Hat." in said
    assert said[-1].count(",") == 9
    assert "…" in said[-1]
    assert set(said) <= set(import_words.notes(page.plan, words("da")))


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
