"""The board by mouse: cards are dragged between people, days and the tray."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from tests.builders import a_person
from tests.ui.week.unit import FRIDAY, MONDAY, THURSDAY, WEDNESDAY, cell


def drag(page, view, start, target_view, end):
    """Drag from one view's viewport to a point of another's, as a hand does: in steps."""
    source = view.viewport()
    goal = source.mapFromGlobal(target_view.mapToGlobal(end))
    QTest.mousePress(source, Qt.MouseButton.LeftButton, pos=start)
    for part in (0.2, 0.6, 1.0):
        QTest.mouseMove(source, start + (goal - start) * part)
    return source, goal


def let_go(source, goal):
    QTest.mouseRelease(source, Qt.MouseButton.LeftButton, pos=goal)


def middle_of(page, person, day):
    return page.table.cell_rect(*cell(page, person, day)).center()


def middle_of_card(page, task, person, day):
    card = page.board.card(task, person, day)
    return page.table.item_rect(*page.model.find(card.placement)).center()


def test_a_card_is_dragged_to_another_person_and_what_would_follow_is_seen_before(page, unit):
    start = middle_of_card(page, unit.wounds, unit.amina, MONDAY)
    unit.session.planning.place(unit.talks, unit.bo, FRIDAY, 8)
    page.refresh()
    source, goal = drag(page, page.table, start, page.table.viewport(), middle_of(page, unit.bo, WEDNESDAY))
    assert page.board_input.drag.words.startswith("Bo kommer på 130 %")
    assert page.model.shown(page.model.row_of(unit.bo)).load == pytest.approx(1.3)
    assert page.model.shown(page.model.row_of(unit.amina)).load == pytest.approx(0.4)
    assert unit.hours(unit.wounds, unit.bo, WEDNESDAY) is None
    let_go(source, goal)
    assert unit.hours(unit.wounds, unit.bo, WEDNESDAY) == 5


def test_a_card_is_dragged_from_the_tray_and_back_into_it(page, unit):
    row = page.tray_model.row_of(unit.wounds)
    start = page.tray.visualRect(page.tray_model.index(row, 0)).center()
    drop = drag(page, page.tray, start, page.table.viewport(), middle_of(page, unit.bo, FRIDAY))
    let_go(*drop)
    assert unit.hours(unit.wounds, unit.bo, FRIDAY) == 2.0
    start = middle_of_card(page, unit.wounds, unit.bo, FRIDAY)
    drop = drag(page, page.table, start, page.tray.viewport(), QPoint(5, 5))
    let_go(*drop)
    assert unit.hours(unit.wounds, unit.bo, FRIDAY) is None


def fire(timer):
    """Let a timer's time be over, if it runs."""
    if timer.isActive():
        timer.timeout.emit()


def test_a_drag_from_the_tray_lands_where_it_is_let_go_and_scrolls_only_after_a_rest(open_page, unit):
    for number in range(14):
        a_person(unit.session, f"Kollega {number:02}")
    page = open_page(unit.session, size=(1366, 640))
    page.view.footer.open()
    QApplication.processEvents()
    table, drag_session, bar = page.table, page.board_input.drag, page.table.verticalScrollBar()
    row = page.tray_model.row_of(unit.wounds)
    start = page.tray.visualRect(page.tray_model.index(row, 0)).center()
    low = QPoint(table.cell_rect(0, 3).center().x(), table.viewport().height() - 6)
    source, _ = drag(page, page.tray, start, table.viewport(), low)
    fire(drag_session.scrolling)
    goal = source.mapFromGlobal(table.viewport().mapToGlobal(middle_of(page, unit.bo, THURSDAY)))
    QTest.mouseMove(source, goal)
    fire(drag_session.rest)
    fire(drag_session.scrolling)
    assert bar.value() == 0
    let_go(source, goal)
    assert unit.hours(unit.wounds, unit.bo, THURSDAY) == 2.0
    QApplication.processEvents()
    start = page.tray.visualRect(page.tray_model.index(0, 0)).center()
    low = QPoint(low.x(), table.viewport().height() - 6)
    source, goal = drag(page, page.tray, start, table.viewport(), low)
    fire(drag_session.rest)
    fire(drag_session.scrolling)
    assert bar.value() > 0
    drag_session.cancel()
    assert not drag_session.scrolling.isActive()


def test_a_drag_that_ends_nowhere_changes_nothing(page, unit):
    start = middle_of_card(page, unit.wounds, unit.amina, MONDAY)
    drop = drag(page, page.table, start, page.view.header, QPoint(5, 5))
    let_go(*drop)
    assert unit.hours(unit.wounds, unit.amina, MONDAY) == 5
    assert page.board_input.drag.cargo is None
