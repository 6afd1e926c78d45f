"""The board by keyboard: cards are moved, placed, taken off and walked through with keys."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton

from tests.ui.week.unit import (
    FRIDAY,
    MONDAY,
    SATURDAY,
    THURSDAY,
    TUESDAY,
    WEDNESDAY,
    K,
    choose,
    keys,
    line_about,
    stand,
)


def test_a_card_is_moved_with_the_arrow_keys(page, unit):
    stand(page, unit.wounds, unit.amina, MONDAY)
    keys(page, K.Key_Space, K.Key_Down, K.Key_Right, K.Key_Right)
    assert unit.hours(unit.wounds, unit.amina, MONDAY) == 5
    keys(page, K.Key_Return)
    assert unit.hours(unit.wounds, unit.amina, MONDAY) is None
    assert unit.hours(unit.wounds, unit.bo, WEDNESDAY) == 5
    assert page.heard[-1].text == "Sårpleje er flyttet til Bo Lindskov."
    assert page.heard[-1].undoable
    assert page.table.item().card.placement.assignee_id == unit.bo
    page.desk.undo()
    assert unit.hours(unit.wounds, unit.amina, MONDAY) == 5


def test_esc_puts_a_card_back(page, unit):
    stand(page, unit.wounds, unit.amina, MONDAY)
    keys(page, K.Key_Return, K.Key_Right, K.Key_Right, K.Key_Escape)
    assert page.board_input.drag.cargo is None
    assert unit.hours(unit.wounds, unit.amina, MONDAY) == 5
    assert not page.heard
    assert page.table.item().card.placement.day == MONDAY


def test_a_card_of_the_tray_is_placed_with_the_keyboard(page, unit):
    page.tray.setFocus()
    keys(page, K.Key_Right, K.Key_Space)
    assert page.table.hasFocus()
    keys(page, K.Key_Down, K.Key_Right, K.Key_Right, K.Key_Space)
    assert unit.hours(unit.wounds, unit.bo, WEDNESDAY) == 2.0
    assert page.heard[-1].text == "Sårpleje er lagt hos Bo Lindskov."


def test_the_tray_and_the_board_are_reached_by_tab(page):
    seen = set()
    page.view.header.before.setFocus(Qt.FocusReason.TabFocusReason)
    for _ in range(20):
        keys(page, K.Key_Tab)
        seen.add(page.window().focusWidget())
    assert {page.table, page.tray, page.view.header.title} <= seen


def test_the_keyboard_stands_on_the_first_card_when_it_comes_to_the_board(page, unit):
    page.table.setFocus(Qt.FocusReason.TabFocusReason)
    assert page.table.item().card.placement.day == MONDAY
    assert page.inspector.title.text() == "Sårpleje og sårregistrering"


def test_delete_takes_off_and_plus_and_minus_change_the_hours(page, unit):
    stand(page, unit.wounds, unit.amina, MONDAY)
    keys(page, text="+")
    assert unit.hours(unit.wounds, unit.amina, MONDAY) == 5.25
    keys(page, text="--")
    assert unit.hours(unit.wounds, unit.amina, MONDAY) == 4.75
    assert page.heard[-1].text == "Sårpleje: 4,75 timer."
    keys(page, K.Key_Delete)
    assert unit.hours(unit.wounds, unit.amina, MONDAY) is None


def test_arrows_go_from_card_to_card_and_from_cell_to_cell(page, unit):
    unit.session.planning.place(unit.talks, unit.amina, MONDAY, 1)
    page.refresh()
    page.table.setFocus()
    page.table.go_to(0, 0, 0)
    first = page.table.item().key
    keys(page, K.Key_Down)
    assert page.table.cell == (0, 0)
    assert page.table.item().key != first
    keys(page, K.Key_Down)
    assert page.table.cell == (1, 0)
    keys(page, K.Key_End)
    assert page.table.cell == (1, page.model.hours_column)
    assert page.inspector.title.text() == "Bo Lindskov"
    keys(page, K.Key_Home)
    assert page.table.cell == (1, 0)


def test_the_weekend_unfolds_when_a_card_comes_there(page, unit):
    stand(page, unit.wounds, unit.amina, TUESDAY)
    keys(page, K.Key_Space, K.Key_Right, K.Key_Right, K.Key_Right, K.Key_Right)
    assert page.model.unfolded
    keys(page, K.Key_Return)
    assert unit.hours(unit.wounds, unit.amina, SATURDAY) == 4
    page.table.weekend_toggled.emit()
    assert not page.model.unfolded
    assert "4 timer" in page.model.sentence(0, 5)


def test_a_weekend_that_was_only_passed_folds_again(page, unit):
    stand(page, unit.wounds, unit.amina, MONDAY)
    QTest.keyClick(page.table, K.Key_Space)
    page.board_input.drag.steer(0, 5)
    assert page.model.unfolded
    page.board_input.drag.steer(0, -2)
    QTest.keyClick(page.table, K.Key_Return)
    assert not page.model.unfolded
    assert unit.hours(unit.wounds, unit.amina, THURSDAY) == 5


def test_the_keyboard_stays_on_the_board_after_moving(page, unit):
    unit.session.planning.place(unit.wounds, unit.amina, FRIDAY, 2.5)
    page.refresh()
    search = QPushButton(page)
    search.show()
    line = line_about(page, "115 %")
    line.action.setFocus()
    QTest.keyClick(line.action, K.Key_Return)
    choose(page.resolving.menu, "Sårpleje, fredag", "Bo", "Fredag")
    page.resolving.menu.hide()
    QApplication.processEvents()
    assert page.window().focusWidget() is page.table
    assert page.table.item().card.placement.key == (unit.wounds, unit.bo, FRIDAY)
    page.desk.undo()
    page.table.go_to(page.model.row_of(unit.amina), page.model.hours_column)
    button = page.inspector.person.move_button
    button.setFocus()
    button.click()
    choose(page.inspector.person.move_menu, "Sårpleje, fredag", "Bo", "Fredag")
    page.inspector.person.move_menu.hide()
    QApplication.processEvents()
    assert page.window().focusWidget() is page.table
