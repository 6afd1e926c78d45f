"""What there is to look at in a week: the lines below the board, and the actions they offer."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from tests.builders import a_task
from tests.ui.week.unit import (
    FRIDAY,
    MONDAY,
    THURSDAY,
    TUESDAY,
    WEDNESDAY,
    WEEK,
    K,
    cell,
    choose,
    line_about,
    sentences,
    titles,
)
from tillid_planner.content import words
from tillid_planner.services.conflicts import KINDS, conflicts
from tillid_planner.ui.desk import Target
from tillid_planner.ui.week.conflict_words import conflict_sentence


def test_an_overload_names_who_could_take_it_and_the_action_moves(page, unit):
    unit.session.planning.place(unit.wounds, unit.amina, FRIDAY, 2.5)
    page.refresh()
    line = line_about(page, "115 %")
    assert line.sentence.text() == (
        "Amina Holm er på 115 % i denne uge. 1,5 timer skal flyttes; "
        "Bo Lindskov har aftale om sårpleje og har ledige timer."
    )
    line.action.click()
    choose(page.resolving.menu, "Sårpleje, fredag", "Bo", "Fredag")
    page.resolving.menu.hide()
    assert unit.hours(unit.wounds, unit.bo, FRIDAY) == 2.5
    assert not any("115 %" in said for said in sentences(page))


def test_an_absence_asks_for_another_place(page, unit):
    unit.session.planning.add_absence(unit.amina, MONDAY, MONDAY)
    page.refresh()
    line = line_about(page, "Amina Holm er fraværende mandag. Sårpleje, 5 timer")
    line.action.click()
    assert titles(page.resolving.menu) == [
        "Bo Lindskov, 10 t ledige, kommer på 50 %",
        "En anden dag",
        "Næste uge",
        "En anden",
        "Et andet antal timer",
    ]
    choose(page.resolving.menu, "En anden dag", "Onsdag")
    page.resolving.menu.hide()
    assert unit.hours(unit.wounds, unit.amina, WEDNESDAY) == 5


def test_who_comes_for_one_thing_finds_it_first_with_the_keyboard_on_its_action(page, unit):
    unit.session.planning.place(unit.wounds, unit.amina, FRIDAY, 2.5)
    unit.session.planning.place(unit.talks, unit.carl, FRIDAY, 1)
    page.show_week(WEEK.after)
    page.open_target(Target(unit.talks, unit.carl, "look"))
    line = page.view.footer.lines[0]
    assert line.sentence.text().startswith("Carl Åse har ingen aftale om pårørendesamtaler")
    assert page.window().focusWidget() is line.action
    page.open_target(Target(unit.talks, unit.bo, "look"))
    assert "Amina Holm er på 115 %" in page.view.footer.lines[0].sentence.text()


def test_days_before_the_first_and_after_the_last_are_no_absence(page, unit):
    register = unit.session.register
    unit.session.planning.place(unit.talks, unit.carl, MONDAY, 1)
    unit.session.planning.place(unit.talks, unit.carl, FRIDAY, 1)
    register.save_person(replace(register.assignee(unit.carl), started_on=TUESDAY, ended_on=THURSDAY))
    page.refresh()
    said = [page.model.sentence(*cell(page, unit.carl, day)) for day in (MONDAY, FRIDAY)]
    assert "ikke begyndt" in said[0]
    assert "stoppet" in said[1]
    assert not any("fravær" in words for words in said)
    found = [
        conflict_sentence(found, page.board, page.desk.words)
        for found in conflicts(page.board)
        if found.assignee_id == unit.carl
    ]
    assert "Carl Åse er ikke længere ansat fredag. Pårørendesamtaler, 1 time, skal lægges hos en anden." in found
    assert "Carl Åse er ikke begyndt endnu mandag. Pårørendesamtaler, 1 time, skal lægges et andet sted." in found


def test_what_is_not_covered_is_placed_on_somebody_who_holds_it(page, unit):
    unit.session.planning.recur(unit.wounds, unit.amina, {3: 2.0}, MONDAY)
    unit.session.planning.add_absence(unit.amina, THURSDAY, THURSDAY)
    page.refresh()
    line = line_about(page, "ikke dækket")
    # Others may have their own fixed days: only Amina's hours are said to be open.
    assert line.sentence.text() == (
        "Sårpleje: De timer, Amina Holm plejer at tage torsdag, er ikke dækket; "
        "Bo Lindskov har aftale om opgaven og har ledige timer."
    )
    line.action.click()
    choose(page.resolving.menu, "Bo", "Torsdag")
    page.resolving.menu.hide()
    assert unit.hours(unit.wounds, unit.bo, THURSDAY) == 2


def test_more_than_three_are_behind_show_all(page, unit):
    for number in range(5):
        unit.session.planning.place(a_task(unit.session, f"Opgave {number}"), unit.bo, WEDNESDAY, 1)
    page.refresh()
    assert len(sentences(page)) == 3
    assert page.view.footer.all_button.text() == "Vis alle 5"


@pytest.mark.parametrize("language", ["da", "en"])
def test_every_kind_has_its_words(language):
    assert set(words(language).section("week.conflicts")) == set(KINDS)


def test_a_low_window_has_one_line_until_it_is_opened(open_page, unit):
    unit.session.planning.place(unit.talks, unit.bo, MONDAY, 1)
    page = open_page(unit.session, size=(1280, 640))
    footer = page.view.footer
    assert footer.fold.text() == "2 ikke lagt på nogen · 1 forhold at se på"
    assert not footer.tray.isVisible()
    low = footer.height()
    footer.fold.click()
    QApplication.processEvents()
    assert footer.tray.isVisible()
    assert footer.height() > low


def test_conflicts_keep_their_height_while_cards_are_placed(page, unit):
    footer = page.view.footer
    QApplication.processEvents()
    before, tray = footer.height(), page.tray.mapTo(page, QPoint())
    for day in (MONDAY, TUESDAY, WEDNESDAY):
        page.plan_actions.place(unit.talks, unit.carl, day, 0.25)
        page.plan_actions.place(unit.wounds, unit.carl, day, 0.25)
        QApplication.processEvents()
        assert (footer.height(), page.tray.mapTo(page, QPoint())) == (before, tray)
    assert sentences(page)


def test_conflicts_are_folded_by_keyboard_and_stay_so_while_the_page_lives(page, unit):
    unit.session.planning.place(unit.talks, unit.bo, MONDAY, 1)
    page.refresh()
    footer = page.view.footer
    assert footer.lines[0].isVisible()
    high = footer.height()
    footer.looking_fold.setFocus()
    QTest.keyClick(footer.looking_fold, K.Key_Space)
    QApplication.processEvents()
    assert not footer.looking.isVisible()
    assert footer.height() < high
    assert footer.looking_fold.accessibleName() == "1 forhold at se på, foldet sammen"
    unit.session.planning.place(unit.talks, unit.bo, TUESDAY, 1)
    page.show_week(WEEK.after)
    page.show_week(WEEK)
    assert not footer.looking.isVisible()
    page.open_target(Target(unit.talks, unit.bo, "look"))
    assert footer.lines[0].action.isVisible()
