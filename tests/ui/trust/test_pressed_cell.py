"""The cell that is pressed is the one in the inspector, and what is marked when the keyboard comes."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication

from tests.builders import a_task
from tests.ui.trust.unit import click

K = Qt.Key


@pytest.fixture
def wide_unit(unit):
    """The unit with so many tasks that the columns move when the inspector opens beside them."""
    for number in range(9):
        a_task(unit, f"Opgave {number}")
    return unit


def hold_and_let_go(qtbot, page, place, *, to=None):
    viewport = page.table.viewport()
    qtbot.mousePress(viewport, Qt.MouseButton.LeftButton, pos=place)
    QApplication.processEvents()
    qtbot.mouseRelease(viewport, Qt.MouseButton.LeftButton, pos=to or place)
    QApplication.processEvents()


def one_pair(page):
    chosen = [page.model.pair(index) for index in page.table.selectedIndexes()]
    assert chosen == [page.table.pair()] == [page.inspector.pair]
    return chosen[0]


def test_the_cell_that_was_pressed_is_the_one_in_the_inspector_also_when_the_columns_move(open_page, wide_unit, qtbot):
    page = open_page(wide_unit)
    pressed = page.model.index(1, 4)
    before = page.table.visualRect(pressed)
    place = before.topRight() + QPoint(-2, 10)
    hold_and_let_go(qtbot, page, place)
    assert page.inspector.isVisible()
    assert page.table.visualRect(pressed) != before
    assert one_pair(page) == page.model.pair(pressed)


def test_a_cell_half_in_sight_is_the_one_in_the_inspector(open_page, wide_unit, qtbot):
    page = open_page(wide_unit)
    click(qtbot, page, wide_unit.names["care"], wide_unit.names["aase"])
    QApplication.processEvents()
    edge = page.table.viewport().rect().right() - 2
    pressed = page.table.indexAt(QPoint(edge, 10))
    hold_and_let_go(qtbot, page, QPoint(edge, 10))
    assert one_pair(page) == page.model.pair(pressed)


def test_dragging_and_double_clicking_choose_no_other_cell(open_page, wide_unit, qtbot):
    page = open_page(wide_unit)
    rect = page.table.visualRect(page.model.index(0, 1))
    hold_and_let_go(qtbot, page, rect.center(), to=page.table.visualRect(page.model.index(1, 2)).center())
    assert one_pair(page) == page.model.pair(page.model.index(0, 1))
    qtbot.mouseDClick(page.table.viewport(), Qt.MouseButton.LeftButton, pos=rect.center())
    one_pair(page)


def test_the_first_cell_is_marked_when_the_keyboard_comes_and_an_arrow_opens_the_next(open_page, unit, qtbot):
    page = open_page(unit)
    page.window().activateWindow()
    qtbot.waitUntil(page.window().isActiveWindow, timeout=60_000)
    page.begin()
    assert page.table.selectedIndexes() == [page.model.index(0, 0)]
    assert not page.inspector.isVisible()
    qtbot.keyClick(page.table, K.Key_Down)
    assert page.inspector.isVisible()
    assert one_pair(page) == page.model.pair(page.model.index(1, 0))


def test_the_very_first_cell_opens_by_a_click(open_page, unit, qtbot):
    page = open_page(unit)
    page.window().activateWindow()
    qtbot.waitUntil(page.window().isActiveWindow, timeout=60_000)
    page.begin()
    hold_and_let_go(qtbot, page, page.table.visualRect(page.model.index(0, 0)).center())
    assert one_pair(page) == page.model.pair(page.model.index(0, 0))
