"""Tables open rows and show where the keyboard is; so does the one focus ring."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QStandardItem, QStandardItemModel
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QLineEdit,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from tests.ui.widgets.kit_support import Heard
from tillid_planner.ui import widgets as kit

# tables


@pytest.fixture
def model():
    rows = QStandardItemModel(0, 3)
    rows.setHorizontalHeaderLabels(["Navn", "Aftalt trin", "Timer"])
    for name, rung in (("Amina Holm", 4), ("Bo Lindskov", 0), ("Cæcilie Østergård", 2)):
        items = [QStandardItem(name), QStandardItem("Aftalt plan"), QStandardItem("32,0")]
        items[0].setCheckable(True)
        items[0].setData("SOSU-assistent", kit.Cell.SECOND)
        items[1].setData((rung, "agreed"), kit.Cell.RUNG)
        items[2].setData(Qt.AlignmentFlag.AlignRight, Qt.ItemDataRole.TextAlignmentRole)
        items[2].setData(115, kit.Cell.LOAD)
        rows.appendRow(items)
    return rows


def test_enter_and_double_click_open_a_row(host, model):
    table = kit.TableView(model, framed=True, row_height=56)
    table.set_widths(200, 0, 120)
    opened, changed = Heard(table.row_activated), Heard(table.row_changed)
    host(table)
    assert table.rowHeight(0) == 56
    table.select_row(1)
    QTest.keyClick(table, Qt.Key.Key_Return)
    place = table.visualRect(model.index(2, 1)).center()
    QTest.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=place)
    QTest.mouseDClick(table.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert (opened, changed) == ([1, 2], [1, 2])
    table.select_row(-1)
    assert (table.current_row(), changed[-1]) == (-1, -1)


def test_a_table_gives_the_keyboard_its_first_row(host, model):
    table = kit.TableView(model)
    window = host(QLineEdit(), table)
    window.findChild(QLineEdit).setFocus()
    QTest.keyClick(window.findChild(QLineEdit), Qt.Key.Key_Tab)
    assert table.current_row() == 0


def test_a_check_box_in_a_row_is_turned_with_mouse_and_space(host, model):
    table = kit.TableView(model)
    host(table)
    table.select_row(0)
    QTest.keyClick(table, Qt.Key.Key_Space)
    assert model.item(0, 0).checkState() == Qt.CheckState.Checked
    place = table.visualRect(model.index(0, 0)).center()
    QTest.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert model.item(0, 0).checkState() == Qt.CheckState.Unchecked


# focus ring


def rings(window):
    return [ring for ring in window.findChildren(kit.focus._Ring) if ring.isVisible()]


def test_the_ring_shows_after_tab_but_not_after_a_click(host):
    first, second = kit.PrimaryButton("Gem"), kit.SecondaryButton("Annuller")
    window = host(first, second)
    QTest.mouseClick(first, Qt.MouseButton.LeftButton)
    assert rings(window) == []
    QTest.keyClick(first, Qt.Key.Key_Tab)
    assert len(rings(window)) == 1
    area = second.geometry().adjusted(-4, -4, 4, 4)
    assert rings(window)[0].geometry() == area


def test_a_field_shows_its_ring_also_after_a_click(host):
    line = kit.LineField()
    window = host(line)
    QTest.mouseClick(line, Qt.MouseButton.LeftButton)
    assert len(rings(window)) == 1


def test_the_ring_follows_its_target_and_goes_with_it(host):
    line = kit.LineField()
    window = host(line)
    line.setFocus()
    window.resize(700, 500)
    QApplication.processEvents()
    assert rings(window)[0].geometry() == line.geometry().adjusted(-4, -4, 4, 4)
    line.hide()
    QApplication.processEvents()
    assert rings(window) == []


def test_the_ring_scrolls_with_the_page(host):
    line = kit.LineField()
    content = QWidget()
    column = QVBoxLayout(content)
    column.addWidget(line)
    column.addSpacing(2000)
    page = kit.ScrollPage(content)
    window = host(page)
    line.setFocus()
    ring = rings(window)[0]
    before = ring.mapTo(window, QPoint(0, 0))
    page.verticalScrollBar().setValue(50)
    assert ring.mapTo(window, QPoint(0, 0)).y() == before.y() - 50
    assert isinstance(page, QScrollArea)
