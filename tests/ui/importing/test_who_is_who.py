"""Who the rows of a list are: namesakes, two posts of one person, those who have left, and next month's list."""

from __future__ import annotations

from PySide6.QtCore import Qt

from tests.ui.importing.import_steps import answer, choose, fetch, press, statuses, write
from tillid_planner.services.import_matching import Answer, Same
from tillid_planner.ui.desk import Target
from tillid_planner.ui.importing.foot import Step


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
