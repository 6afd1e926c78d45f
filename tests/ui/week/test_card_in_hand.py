"""A card in the hand: what is said before it is let go, and what becomes of it when its task or the plan changes."""

from __future__ import annotations

from PySide6.QtTest import QTest

from tests.ui.week.unit import MONDAY, K, cell, keys, stand
from tillid_planner.ui.theme import set_ratings_hidden


def test_what_is_warned_of_is_said_before_the_drop(page, unit):
    unit.session.planning.add_absence(unit.bo, MONDAY, MONDAY)
    page.refresh()
    stand(page, unit.wounds, unit.amina, MONDAY)
    keys(page, K.Key_Space, K.Key_Down)
    assert page.board_input.drag.words == "Fravær"
    keys(page, K.Key_Down)
    assert page.board_input.drag.words == "Ingen aftale"
    keys(page, K.Key_Escape)


def test_the_board_says_while_a_card_is_in_the_hand_at_which_rung_the_week_would_be(page, unit):
    stand(page, unit.wounds, unit.amina, MONDAY)
    unit.session.planning.place(unit.wounds, unit.bo, MONDAY, 8)
    page.refresh()
    QTest.keyClick(page.table, K.Key_Space)
    page.board_input.drag.steer(1, 0)
    assert "Bo kommer på 130 %. Denne uge trin 3 (aftalt 4), til 3 t er flyttet" in page.board_input.drag.words
    set_ratings_hidden(True)
    page.board_input.drag.steer(0, 1)
    assert "trin" not in page.board_input.drag.words
    assert page.model.shown_card(1, page.board.card(unit.wounds, unit.bo, MONDAY)).rung == 3


def test_while_a_task_is_in_the_hand_it_is_said_who_holds_an_agreement_on_it(page, unit):
    stand(page, unit.wounds, unit.amina, MONDAY)
    QTest.keyClick(page.table, K.Key_Space)
    assert page.table.names.holders == {unit.amina, unit.bo}
    QTest.keyClick(page.table, K.Key_Escape)
    assert not page.table.names.holders
    set_ratings_hidden(True)
    QTest.keyClick(page.table, K.Key_Space)
    assert not page.table.names.holders


def test_a_task_deleted_while_it_is_in_the_hand_is_said_and_nothing_else_is_lost(page, unit):
    stand(page, unit.wounds, unit.amina, MONDAY)
    keys(page, K.Key_Space, K.Key_Down)
    unit.session.register.remove_task(unit.wounds)
    keys(page, K.Key_Return)
    assert "slettet i mellemtiden" in page.heard[-1].text
    assert page.board_input.drag.cargo is None
    assert page.model.sentence(*cell(page, unit.amina, MONDAY)) == "Amina Holm, mandag: intet lagt"


def test_a_change_from_elsewhere_while_a_card_is_in_the_hand_puts_it_back(page, unit):
    stand(page, unit.wounds, unit.amina, MONDAY)
    keys(page, K.Key_Space, K.Key_Down)
    page.desk.run(lambda: unit.session.planning.place(unit.talks, unit.carl, MONDAY, 1))
    assert page.board_input.drag.cargo is None
    assert unit.hours(unit.wounds, unit.amina, MONDAY) == 5


def test_a_task_deleted_on_another_page_while_it_is_in_the_hand_is_gone_quietly(page, unit):
    stand(page, unit.wounds, unit.amina, MONDAY)
    keys(page, K.Key_Space, K.Key_Down)
    page.desk.run(lambda: unit.session.register.remove_task(unit.wounds).changes)
    assert page.board_input.drag.cargo is None
    assert page.model.sentence(*cell(page, unit.amina, MONDAY)) == "Amina Holm, mandag: intet lagt"


def test_more_than_a_day_holds_is_said(page, unit):
    unit.session.planning.place(unit.talks, unit.bo, MONDAY, 23)
    page.refresh()
    stand(page, unit.wounds, unit.amina, MONDAY)
    keys(page, K.Key_Space, K.Key_Down)
    assert "Der er 24 t på en dag" in page.board_input.drag.words
    keys(page, K.Key_Return)
    assert "plads til 1 mere" in page.heard[-1].text
    assert unit.hours(unit.wounds, unit.amina, MONDAY) == 5
