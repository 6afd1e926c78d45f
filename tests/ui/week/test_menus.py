"""The menus of the week: of cards, cells and names, and copying a week."""

from __future__ import annotations

from PySide6.QtCore import QPoint
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from tests.builders import TODAY
from tests.ui.week.unit import (
    FRIDAY,
    MONDAY,
    THURSDAY,
    TUESDAY,
    WEDNESDAY,
    WEEK,
    K,
    Unit,
    cell,
    choose,
    keys,
    stand,
    titles,
)
from tests.ui.widgets.kit_support import Heard, type_into
from tillid_planner.domain.week import Week
from tillid_planner.ui.desk import Target
from tillid_planner.ui.week.week_copying import TemplateDialog


def test_place_on_offers_everybody_by_name_with_the_days(page, unit):
    page.tray.setFocus()
    page.tray.go_to(page.tray_model.row_of(unit.wounds))
    keys(page, K.Key_F2)
    menu = page.board_input.menu
    names = titles(menu.actions()[0].menu())
    assert names == [
        "Amina Holm, 1 t ledige – for fuld: 110 %",
        "Bo Lindskov, 10 t ledige, kommer på 20 %",
        "Carl Åse – ingen aftale, 30 t ledige, kommer på 10 %",
    ]
    menu.hide()
    choose(menu, "Læg på", "Bo", "Torsdag")
    assert page.window().focusWidget() is page.tray
    assert unit.hours(unit.wounds, unit.bo, THURSDAY) == 2.0


def test_a_cards_menu_does_what_the_keys_do(page, unit):
    stand(page, unit.wounds, unit.amina, MONDAY)
    keys(page, K.Key_F2)
    menu = page.board_input.menu
    choose(menu, "Læg på", "Bo", "Fredag")
    menu.hide()
    assert unit.hours(unit.wounds, unit.bo, FRIDAY) == 5


def test_an_empty_cell_offers_what_waits(page, unit):
    page.table.setFocus()
    page.table.go_to(*cell(page, unit.bo, THURSDAY))
    keys(page, K.Key_Return)
    menu = page.board_input.menu
    choose(menu, "Sårpleje")
    menu.hide()
    assert unit.hours(unit.wounds, unit.bo, THURSDAY) == 2.0


def test_a_week_is_copied_and_kept_as_a_template(page, unit):
    page.show_week(WEEK.after)
    choose(page.view.copy_menu, "Fra uge 48")
    card = unit.session.planning.board(WEEK.after).card(unit.wounds, unit.amina, WEEK.after.monday)
    assert card.placement.hours == 5
    dialog = TemplateDialog(page.desk, page.plan_actions, page.week, page)
    dialog.confirm()
    assert dialog.field.error()
    type_into(dialog.name, "Lige uge")
    dialog.confirm()
    page.show_week(WEEK.after.after)
    choose(page.view.copy_menu, "Fra en skabelon", "Lige uge")
    assert len(unit.session.planning.board(WEEK.after.after).facts.placements) == 2
    dialog.deleteLater()


def test_moving_hours_says_what_is_free_and_what_the_load_would_be(page, unit):
    unit.session.planning.place(unit.wounds, unit.amina, FRIDAY, 2.5)
    unit.session.planning.place(unit.talks, unit.bo, FRIDAY, 9)
    page.refresh()
    stand(page, unit.wounds, unit.amina, MONDAY)
    card = page.inspector.card
    card.move_button.click()
    assert titles(card.move_menu)[0] == "Bo Lindskov, 1 t ledige – for fuld: 105 %"
    assert not card.move_menu.actions()[0].icon().isNull()
    others = card.move_menu.actions()[-2].menu()
    assert titles(others)[-1] == "Carl Åse – ingen aftale, 30 t ledige, kommer på 5 %"
    choose(card.move_menu, "Et andet antal timer", "1 time", "Bo Lindskov, 1 t ledige, kommer på 100 %", "Mandag")
    card.move_menu.hide()
    assert unit.hours(unit.wounds, unit.amina, MONDAY) == 4
    assert unit.hours(unit.wounds, unit.bo, MONDAY) == 1


def test_moving_begins_on_the_cards_own_day_and_never_in_the_past_unasked(open_page):
    calendar = [TODAY]
    unit = Unit(lambda: calendar[0])
    unit.session.planning.place(unit.wounds, unit.amina, FRIDAY, 2.5)
    page = open_page(unit.session)
    calendar[0] = WEDNESDAY
    page.refresh()
    stand(page, unit.wounds, unit.amina, FRIDAY)
    card = page.inspector.card
    card.move_button.click()
    days = titles(card.move_menu.actions()[0].menu())
    assert [day.split()[0] for day in days] == [
        "Fredag",
        "Lørdag",
        "Søndag",
        "Onsdag",
        "Torsdag",
        "Mandag",
        "Tirsdag",
    ]
    assert [day.endswith("er gået") for day in days] == 5 * [False] + 2 * [True]
    card.move_menu.hide()
    stand(page, unit.wounds, unit.amina, MONDAY)
    card.move_button.click()
    QTest.keyClick(card.move_menu, K.Key_Down)
    QTest.keyClick(card.move_menu, K.Key_Return)
    QTest.keyClick(card.move_menu.actions()[0].menu(), K.Key_Return)
    assert unit.hours(unit.wounds, unit.bo, WEDNESDAY) == 1.5


def test_copying_says_what_was_left_out_and_why(page, unit):
    planning = unit.session.planning
    page.show_week(WEEK.after)
    planning.add_absence(unit.amina, WEEK.after.days[1], WEEK.after.days[1])
    planning.recur(unit.wounds, unit.bo, {3: 2.0}, MONDAY)
    page.plan_actions.copy_week(WEEK, WEEK.after)
    assert page.heard[-1].text == (
        "Uge 48 er kopieret hertil. 1 kort er udeladt: medarbejderen er der ikke den dag. Faste dage lægger sig selv."
    )
    for day in (MONDAY, TUESDAY):
        planning.remove(planning.board(WEEK).card(unit.wounds, unit.amina, day).placement)
    page.plan_actions.copy_week(WEEK, WEEK.after)
    assert page.heard[-1].text == "Intet blev kopieret fra uge 48. Faste dage lægger sig selv."


def test_a_name_has_a_menu_of_what_can_be_done_about_the_person(page, unit):
    told = []
    page.desk.note_breach_requested.connect(told.append)
    names = page.table.names
    row = page.model.row_of(unit.bo)
    point = QPoint(20, page.table.rowViewportPosition(row) + 10)
    event = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, point, names.viewport().mapToGlobal(point))
    QApplication.sendEvent(names.viewport(), event)
    menu = page.board_input.menu
    assert titles(menu) == [
        "Åbn medarbejderen",
        "Se timerne",
        "Noter fravær",
        "Opfølgninger i ugen",
        "Noter, at noget gik galt",
    ]
    choose(menu, "Åbn medarbejderen")
    assert page.asked == [("person", Target(assignee_id=unit.bo))]
    choose(menu, "Noter, at")
    assert told == [Target(assignee_id=unit.bo)]
    menu.hide()


def test_the_menu_key_on_somebodys_hours_leads_to_absence_and_follow_ups(page, unit, qtbot):
    [due] = [d for d in page.board.facts.follow_ups if d.assignee_id == unit.amina] or [None]
    assert due is None
    sheet = unit.session.trust.sheet(unit.wounds, unit.amina)
    page.show_week(Week.of(sheet.next_follow_up.due_on))
    page.table.setFocus()
    page.table.go_to(page.model.row_of(unit.amina), page.model.hours_column)
    keys(page, K.Key_Menu)
    menu = page.board_input.menu
    opened = Heard(page.board_input.due_wanted)
    page.board_input.due_wanted.disconnect(page._open_due)
    choose(menu, "Opfølgninger i ugen", "")
    assert opened[0].assignee_id == unit.amina
    choose(menu, "Noter fravær")
    menu.hide()
    assert page.window().focusWidget() is page.inspector.person.first
