"""The header of the week: other weeks by button, by key, by date and by number."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton

from tests.builders import TODAY
from tests.ui.week.unit import MONDAY, WEEK, K, keys
from tests.ui.widgets.kit_support import type_into
from tillid_planner.ui.week.week_chooser import WeekChooser
from tillid_planner.ui.widgets import TextLabel


def test_any_week_is_chosen_by_keyboard(page, unit):
    title = page.view.header.title
    title.setFocus()
    QTest.keyClick(title, K.Key_Return)
    chooser = page.findChild(WeekChooser)
    type_into(chooser.date_field, "31-12-2026")
    QTest.keyClick(chooser.date_field, K.Key_Return)
    assert (page.week.number, page.week.year) == (53, 2026)


def test_a_bare_week_number_is_typed_at_once(page, unit):
    title = page.view.header.title
    title.setFocus()
    QTest.keyClick(title, K.Key_Return)
    chooser = page.findChild(WeekChooser)
    typed = chooser.focusWidget()
    QTest.keyClicks(typed, "53")
    QTest.keyClick(typed, K.Key_Return)
    assert (page.week.number, page.week.year) == (53, 2026)


def test_what_is_wrong_with_a_week_is_said_in_full(themed_app, qtbot):
    chooser = WeekChooser(MONDAY, TODAY, None)
    qtbot.addWidget(chooser)
    chooser.open_at(QPoint(0, 0))
    type_into(chooser.year, "53")
    chooser.take()
    error = next(label for label in chooser.findChildren(TextLabel) if "2000" in label.text())
    assert error.height() >= error.heightForWidth(error.width())
    assert chooser.rect().contains(error.geometry().translated(error.parentWidget().mapTo(chooser, QPoint())))


def test_other_weeks_are_a_key_away_wherever_the_keyboard_is(page, unit, qtbot):
    elsewhere = QPushButton(page.window())
    elsewhere.show()
    elsewhere.setFocus()
    QTest.keyClick(elsewhere, K.Key_PageDown, Qt.KeyboardModifier.ControlModifier)
    assert page.week == WEEK.after
    QTest.keyClick(elsewhere, K.Key_PageUp, Qt.KeyboardModifier.ControlModifier)
    assert page.week == WEEK


def test_a_holiday_has_its_name_and_a_week_its_dates(page, unit):
    page.show_day(date(2027, 5, 6))
    column = page.model.column_of(date(2027, 5, 6))
    assert "Kristi himmelfartsdag" in page.model.headerData(column, Qt.Orientation.Horizontal)
    assert page.view.header.title.text() == "Uge 18"
    assert page.view.header.dates.text() == "3.–9. maj 2027"


def test_weeks_are_turned_by_buttons_and_any_is_chosen_by_date_or_number(page, qtbot):
    header = page.view.header
    qtbot.mouseClick(header.after, Qt.MouseButton.LeftButton)
    assert page.week == WEEK.after
    keys(page, K.Key_Tab)
    QTest.keyClick(page, K.Key_PageUp, Qt.KeyboardModifier.ControlModifier)
    qtbot.mouseClick(header.before, Qt.MouseButton.LeftButton)
    qtbot.mouseClick(header.today, Qt.MouseButton.LeftButton)
    assert page.week == WEEK
    chooser = header.open_chooser()
    type_into(chooser.date_field, "31.12.2026")
    QTest.keyClick(chooser.date_field, K.Key_Return)
    assert (page.week.number, page.week.year) == (53, 2026)
    chooser = header.open_chooser()
    type_into(chooser.number, "53")
    type_into(chooser.year, "2027")
    chooser.take()
    assert chooser.isVisible()
    type_into(chooser.number, "1")
    chooser.take()
    assert page.week.monday == date(2027, 1, 4)
    chooser = header.open_chooser()
    type_into(chooser.date_field, "1.1.1999")
    chooser.take()
    assert chooser.isVisible()
    chooser.close()
    assert page.week.monday == date(2027, 1, 4)
