"""Fields and choices read what people write, tell it once, and say what is wrong."""

import datetime

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from tests.ui.widgets.kit_support import LONG, Heard, type_into
from tillid_planner.ui import widgets as kit
from tillid_planner.ui.texts import install_language

# choices


def test_a_segmented_choice_tells_only_what_the_user_took(host):
    choice = kit.Segmented([("a", "Opgave"), ("b", "Område"), ("c", "Mål")])
    told = Heard(choice.chosen)
    host(choice)
    choice.set_value("b")
    assert (choice.value(), told) == ("b", [])
    chosen = next(part for part in choice.findChildren(kit.choices.QRadioButton) if part.isChecked())
    chosen.setFocus()
    QTest.keyClick(chosen, Qt.Key.Key_Right)
    assert (choice.value(), told) == ("c", ["c"])
    choice.set_value(None)
    assert choice.value() is None


def test_segments_can_be_exchanged(host):
    choice = kit.Segmented([(1, "Alle 10"), (2, "Nye 4")])
    choice.set_value(2)
    host(choice)
    choice.set_options([(1, "Alle 9"), (2, "Nye 3"), (3, "At se på 2")])
    assert choice.value() == 2


def test_a_number_key_chooses_the_anchor(host):
    group = kit.RadioCardGroup([(n, LONG) for n in range(1, 6)], vertical=True, numbered=True)
    told = Heard(group.chosen)
    host(group)
    first = group.findChildren(kit.RadioCard)[0]
    first.setFocus()
    QTest.keyClick(first, Qt.Key.Key_4)
    assert (group.value(), told) == (4, [4])
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Down)
    assert group.value() == 5
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_9)
    assert group.value() == 5


def test_the_whole_card_is_clickable_and_cards_are_equally_wide(host):
    group = kit.RadioCardGroup([(1, "Lille"), (2, LONG), (3, "Alvorlig")])
    host(group)
    cards = group.findChildren(kit.RadioCard)
    widths = {card.width() for card in cards}
    assert max(widths) - min(widths) <= 1
    assert len({card.height() for card in cards}) == 1
    QTest.mouseClick(cards[2], Qt.MouseButton.LeftButton, pos=cards[2].rect().bottomRight() - QPoint(3, 3))
    assert group.value() == 3
    group.set_value(None)
    assert group.value() is None


def test_a_card_is_as_high_as_its_words(host):
    card = kit.RadioCard(1, LONG * 3)
    assert card.heightForWidth(160) > card.heightForWidth(500)


def test_a_check_box_is_turned_on_its_words(host):
    box = kit.CheckBox("Jeg er usikker")
    host(box)
    QTest.mouseClick(box, Qt.MouseButton.LeftButton, pos=QPoint(60, box.height() // 2))
    assert box.isChecked()


# fields


def test_a_line_tells_once_and_only_if_it_changed(host):
    line = kit.LineField("Sårpleje")
    told = Heard(line.committed)
    host(line, QPushButton("x"))
    type_into(line, "Sårpleje")
    QTest.keyClick(line, Qt.Key.Key_Return)
    assert told == []
    type_into(line, "Medicin ")
    QTest.keyClick(line, Qt.Key.Key_Return)
    line.clearFocus()
    assert told == ["Medicin"]


def test_a_number_is_read_with_comma_and_told_as_a_number(host):
    field = kit.NumberField(4)
    told = Heard(field.value_committed)
    host(field)
    type_into(field, "5,50")
    QTest.keyClick(field, Qt.Key.Key_Return)
    assert told == [5.5]
    assert field.text() == "5,5"


def test_an_unreadable_number_says_what_to_write_and_keeps_what_was_written(host):
    number = kit.NumberField()
    field = kit.Field("Timer om ugen", number)
    told = Heard(number.value_committed)
    host(field)
    type_into(number, "5,o")
    QTest.keyClick(number, Qt.Key.Key_Return)
    assert field.error() == "Skriv et tal, fx 5,5."
    assert number.accessibleDescription() == "Skriv et tal, fx 5,5."
    assert (told, number.text()) == ([], "5,o")
    type_into(number, "5")
    assert field.error() is None


def test_a_number_outside_its_bounds_names_them(host):
    number = kit.NumberField(minimum=0.5, maximum=37)
    number.setText("40")
    assert number.error() == "Skriv et tal fra 0,5 til 37."


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("30.4.2027", datetime.date(2027, 4, 30)),
        ("30/4-27", datetime.date(2027, 4, 30)),
        ("30.4", datetime.date(2027, 4, 30)),
        ("2.1", datetime.date(2027, 1, 2)),
        ("1.9.", datetime.date(2026, 9, 1)),
        ("2027-04-30", datetime.date(2027, 4, 30)),
        ("31.4.2027", None),
        ("i morgen", None),
    ],
)
def test_a_date_is_read_as_people_write_it(text, date):
    assert kit.read_date(text, datetime.date(2026, 11, 23)) == date


@pytest.mark.parametrize(
    ("text", "time"),
    [
        ("9", datetime.time(9)),
        ("9.30", datetime.time(9, 30)),
        ("09:30", datetime.time(9, 30)),
        ("1345", datetime.time(13, 45)),
        ("25", None),
        ("snart", None),
    ],
)
def test_a_time_is_read_as_people_write_it(text, time):
    assert kit.read_time(text) == time


def test_a_date_may_be_empty_and_is_written_as_the_language_does(host, themed_app):
    field = kit.DateField(datetime.date(2027, 4, 30))
    told = Heard(field.value_committed)
    host(field)
    assert field.text() == "30.04.2027"
    type_into(field, "1.5.2027")
    QTest.keyClick(field, Qt.Key.Key_Return)
    field.clear()
    QTest.keyClick(field, Qt.Key.Key_Return)
    assert told == [datetime.date(2027, 5, 1), None]
    install_language(themed_app, "en")
    field.show_value(datetime.date(2027, 4, 30))
    assert field.text() == "30/04/2027"


def test_the_calendar_opens_with_the_keyboard_and_gives_its_date(host):
    field = kit.DateField(datetime.date(2027, 4, 30))
    told = Heard(field.value_committed)
    host(field)
    field.setFocus()
    QTest.keyClick(field, Qt.Key.Key_F4)
    month = field.findChild(kit.date_field.QCalendarWidget)
    month.clicked.emit(month.selectedDate().addDays(3))
    assert told == [datetime.date(2027, 5, 3)]


def test_text_grows_with_its_lines_until_its_most(host):
    text = kit.GrowingText("Kort", max_lines=6)
    content = QWidget()
    column = QVBoxLayout(content)
    column.addWidget(kit.Field("Formål", text))
    column.addStretch(1)
    host(kit.ScrollPage(content))
    low = text.height()
    text.set_value(LONG * 3)
    QApplication.processEvents()
    QApplication.processEvents()
    middle = text.height()
    assert text.verticalScrollBar().maximum() == 0
    text.set_value(LONG * 60)
    QApplication.processEvents()
    QApplication.processEvents()
    assert low < middle < text.height() < 6 * 20 + 40


def test_text_is_told_when_the_field_is_left(host):
    text = kit.GrowingText("Før")
    other = QLineEdit()
    told = Heard(text.committed)
    host(text, other)
    text.setFocus()
    text.selectAll()
    QTest.keyClicks(text, "Efter")
    other.setFocus()
    text.setFocus()
    other.setFocus()
    assert told == ["Efter"]


def test_pasted_markup_stays_text(host):
    text = kit.GrowingText()
    host(text)
    text.insertPlainText("<b>fed</b>")
    assert text.value() == "<b>fed</b>"
    assert not text.acceptRichText()


def test_a_field_names_its_editor_for_a_screen_reader(host):
    editor = kit.LineField()
    host(kit.Field("Formål", editor, "Hvad bliver bedre, når det lykkes?"))
    interface = QAccessible.queryAccessibleInterface(editor)
    assert interface.text(QAccessible.Text.Name) == "Formål"
    assert interface.text(QAccessible.Text.Description) == "Hvad bliver bedre, når det lykkes?"


def test_a_combo_tells_values_not_places(host):
    combo = kit.ComboBox([("n", "Nord"), ("s", "Syd")])
    told = Heard(combo.chosen)
    host(combo)
    combo.set_value("s")
    assert told == []
    combo.setFocus()
    QTest.keyClick(combo, Qt.Key.Key_Up)
    assert (combo.value(), told) == ("n", ["n"])
    combo.set_options([("s", "Syd"), ("n", "Nord")])
    assert combo.value() == "n"


def test_a_word_on_health_is_met_by_a_quiet_line_that_bars_nothing_and_goes_away(host):
    text = kit.GrowingText()
    field = kit.Field("Hvad skete der?", text, "Kun fakta.")
    host(field)
    type_into(text, "Hun var sygemeldt")
    said = [label.text() for label in field.findChildren(kit.TextLabel) if label.isVisible()]
    assert any("helbred" in line for line in said)
    assert "helbred" in text.accessibleDescription()
    assert field.error() is None
    assert text.value() == "Hun var sygemeldt"
    text.clear()
    assert text.accessibleDescription() == "Kun fakta."


def test_what_is_wrong_goes_before_the_quiet_line(host):
    text = kit.GrowingText("sygemeldt")
    field = kit.Field("Hvad skete der?", text)
    host(field)
    field.set_error("Skriv noget andet.")
    assert text.accessibleDescription() == "Skriv noget andet."


@pytest.mark.parametrize(
    ("typed", "hours"),
    [
        ("2,5", 2.5),
        ("2.5", 2.5),
        ("2:30", 2.5),
        ("2:20", 2.33),
        ("30 min", 0.5),
        ("2 timer og 30 min", 2.5),
        ("2 t 30", 2.5),
        ("2t30m", 2.5),
        ("2 timer 30 min", 2.5),
        ("2½", 2.5),
        ("½", 0.5),
        ("7¼ t", 7.25),
        ("3 t.", 3),
        ("37", 37),
        ("2 h", 2),
    ],
)
def test_hours_are_read_as_people_write_them(host, typed, hours):
    field = kit.HoursField()
    host(field)
    field.setText(typed)
    assert field.error() is None
    assert field.read() == pytest.approx(hours)


@pytest.mark.parametrize("typed", ["2:75", "2:3", "to", "2½½", "t", ":30", "2:30:00", "1,2,3"])
def test_what_is_no_hours_is_told_with_an_example(host, typed):
    field = kit.HoursField()
    host(field)
    field.setText(typed)
    assert field.error() == "Skriv timer, fx 2,5 eller 2:30."
