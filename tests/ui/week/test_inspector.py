"""The inspector of the week: hours, days away and what limits a card, and the dialogs for several days."""

from __future__ import annotations

from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

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
    keys,
    sentences,
    stand,
)
from tests.ui.widgets.kit_support import type_into
from tillid_planner.ui.week.day_dialogs import FixedDaysDialog, SpreadDialog


def test_hours_are_changed_in_the_inspector_and_what_a_day_does_not_hold_is_said_there(page, unit):
    stand(page, unit.wounds, unit.amina, MONDAY)
    field = page.inspector.card.hours
    assert page.inspector.card.hours_field.label.text() == "Timer mandag"
    type_into(field, "6:30")
    QTest.keyClick(field, K.Key_Return)
    assert unit.hours(unit.wounds, unit.amina, MONDAY) == 6.5
    unit.session.planning.place(unit.talks, unit.amina, MONDAY, 10)
    page.refresh()
    type_into(field, "20")
    QTest.keyClick(field, K.Key_Return)
    assert "plads til 14 mere" in page.inspector.card.hours_field.error()
    assert unit.hours(unit.wounds, unit.amina, MONDAY) == 6.5


def test_a_card_is_spread_over_days(page, unit):
    card = unit.board.card(unit.wounds, unit.amina, MONDAY)
    dialog = SpreadDialog(page.plan_actions, page.board, card, page)
    assert [box.isChecked() for box in dialog.boxes] == [True, True, *5 * [False]]
    for box in (dialog.boxes[1], dialog.boxes[2], dialog.boxes[4]):
        box.click()
    dialog.confirm()
    assert [unit.hours(unit.wounds, unit.amina, d) for d in WEEK.days[:5]] == [3, None, 3, None, 3]
    dialog.deleteLater()


def test_fixed_days_place_the_task_from_this_week_on(page, unit):
    card = unit.board.card(unit.wounds, unit.amina, MONDAY)
    dialog = FixedDaysDialog(page.desk, page.plan_actions, page.board, card, page)
    dialog.fields[3].setText("2")
    dialog.confirm()
    following = WEEK.after
    cards = unit.session.planning.board(following).row(unit.amina).all_cards
    assert [(c.placement.day.weekday(), c.placement.hours) for c in cards] == [(0, 5), (3, 2)]
    dialog.deleteLater()


def test_a_lowered_card_says_what_limits_it_and_what_brings_it_back(page, unit):
    unit.session.planning.place(unit.wounds, unit.amina, FRIDAY, 2.5)
    page.refresh()
    stand(page, unit.wounds, unit.amina, MONDAY)
    QApplication.processEvents()
    card = page.inspector.card
    said = " ".join(label.text() for label in card.findChildren(type(page.inspector.title)) if label.isVisible())
    assert "Denne uge: Aftalt plan" in said
    assert "ugens belastning er 115\u00a0%" in said
    assert "det aftalte trin 4 står ved magt" in said
    assert "Tilbage på trin 4 kræver" in said
    assert card.move_button.text() == "Flyt 1,5 timer"
    card.move_button.click()
    choose(card.move_menu, "Bo", "Onsdag")
    card.move_menu.hide()
    assert unit.hours(unit.wounds, unit.amina, MONDAY) == 3.5
    assert unit.hours(unit.wounds, unit.bo, WEDNESDAY) == 1.5
    assert not unit.board.card(unit.wounds, unit.amina, MONDAY).lowered
    page.desk.undo()
    assert unit.hours(unit.wounds, unit.amina, MONDAY) == 5


def test_a_kept_plan_is_not_said_again_until_it_is_another(page, unit):
    unit.session.planning.place(unit.wounds, unit.amina, FRIDAY, 2.5)
    page.refresh()
    stand(page, unit.wounds, unit.amina, MONDAY)
    assert any("115 %" in said for said in sentences(page))
    page.inspector.card.keep_button.click()
    assert not any("115 %" in said for said in sentences(page))
    unit.session.planning.place(unit.wounds, unit.amina, THURSDAY, 0.5)
    page.refresh()
    assert any("120 %" in said for said in sentences(page))


def test_a_day_away_that_is_too_far_is_said_at_its_field_alone(page, unit):
    page.table.go_to(page.model.row_of(unit.bo), page.model.hours_column)
    panel = page.inspector.person
    type_into(panel.first, "1.1.2400")
    panel.add_button.click()
    assert (panel.first_field.error(), panel.last_field.error()) == ("Vælg en dag mellem 2000 og 2099.", None)
    type_into(panel.first, "24.11.2026")
    panel.add_button.click()
    assert panel.first_field.error() is None
    assert unit.board.row(unit.bo).away == {TUESDAY}


def test_days_away_are_noted_and_removed_without_a_reason(page, unit):
    page.table.go_to(page.model.row_of(unit.bo), page.model.hours_column)
    panel = page.inspector.person
    type_into(panel.first, "24.11.2026")
    type_into(panel.last, "20.11.2026")
    panel.add_button.click()
    assert panel.last_field.error()
    type_into(panel.last, "25.11.2026")
    panel.add_button.click()
    assert unit.board.row(unit.bo).away == {TUESDAY, WEDNESDAY}
    assert page.model.sentence(*cell(page, unit.bo, TUESDAY)) == "Bo Lindskov, tirsdag: fravær"
    [absence] = unit.session.planning.absences(unit.bo)
    page.plan_actions.remove_absence(absence.id)
    assert unit.board.row(unit.bo).away == frozenset()


def test_the_inspector_lies_over_a_narrow_page_and_closes_with_esc(open_page, unit):
    page = open_page(unit.session, size=(1000, 640))
    stand(page, unit.wounds, unit.amina, MONDAY)
    assert not page.view.side_open
    page.board_input.side_wanted.emit()
    assert page.inspector.isVisible()
    assert page.view.main.width() == page.width()
    keys(page, K.Key_Escape)
    assert not page.inspector.isVisible()
    assert page.table.hasFocus()


def test_the_hours_of_somebody_offer_what_can_be_moved(page, unit):
    unit.session.planning.place(unit.wounds, unit.amina, FRIDAY, 2.5)
    page.refresh()
    page.table.go_to(page.model.row_of(unit.amina), page.model.hours_column)
    panel = page.inspector.person
    assert panel.move_button.text() == "Flyt 1,5 timer"
    panel.move_button.click()
    choose(panel.move_menu, "Sårpleje, fredag", "Bo", "Fredag")
    panel.move_menu.hide()
    assert unit.hours(unit.wounds, unit.bo, FRIDAY) == 2.5
    assert panel.move_button is None
