"""The parts of the kit do what a leader with mouse, keyboard or screen reader expects."""

import datetime

import pytest
from PySide6.QtCore import QPoint, QSize, Qt, QTimer
from PySide6.QtGui import QAccessible, QPixmap, QStandardItem, QStandardItemModel
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QHBoxLayout,
    QLineEdit,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from tillid_planner.ui import widgets as kit
from tillid_planner.ui.texts import install_language
from tillid_planner.ui.theme import apply_theme, covered, current_theme

LONG = "Såret ændrer sig, planen holder ikke, eller de pårørende spørger om noget, du ikke kan svare på. "


@pytest.fixture
def host(themed_app, qtbot):
    """A shown window with a column for the widget under test."""
    window = QWidget()
    qtbot.addWidget(window)
    column = QVBoxLayout(window)
    window.resize(600, 400)

    def show(*parts):
        for part in parts:
            column.addWidget(part)
        window.show()
        window.activateWindow()
        QApplication.processEvents()
        return window

    return show


def type_into(field, text):
    field.setFocus()
    field.selectAll()
    QTest.keyClicks(field, text)


class Heard(list):
    """What a signal told."""

    def __init__(self, signal):
        super().__init__()
        signal.connect(lambda *values: self.append(values[0] if values else None))


# labels


def test_user_text_is_never_read_as_markup(host):
    nasty = "<img src='file:///etc/passwd'> & <b>x</b>"
    label = kit.TextLabel(nasty)
    host(label, kit.ElidedLabel(nasty))
    assert label.text() == nasty
    assert label.textFormat() == Qt.TextFormat.PlainText
    assert "<img" not in kit.plain_tooltip(nasty)


def test_a_wrapped_label_asks_for_the_height_of_its_lines(themed_app):
    label = kit.TextLabel(LONG * 3)
    assert label.heightForWidth(200) > label.heightForWidth(500)
    assert label.heightForWidth(200) % 20 == 0


def test_a_label_in_a_scrolled_page_is_not_clipped(host):
    label = kit.TextLabel(LONG * 12)
    content = QWidget()
    QVBoxLayout(content).addWidget(label)
    host(kit.ScrollPage(content))
    assert label.height() >= label.heightForWidth(label.width())


def test_a_label_grows_with_the_text_scale(themed_app):
    label = kit.TextLabel("Formål")
    before = label.sizeHint()
    apply_theme(themed_app, "light", 1.3)
    QApplication.sendPostedEvents()
    after = kit.TextLabel("Formål").sizeHint()
    assert after.height() > before.height()
    assert after.width() > before.width()


def test_the_lead_of_a_label_is_part_of_its_text(themed_app):
    label = kit.TextLabel("kompetence (3 af 5).", lead="Det, der sætter grænsen:")
    assert label.text() == "Det, der sætter grænsen: kompetence (3 af 5)."


def test_an_elided_label_tells_the_rest_in_a_tooltip(host):
    label = kit.ElidedLabel(LONG)
    label.setMaximumWidth(80)
    host(label)
    assert "Såret ændrer sig" in label.toolTip()


def test_a_monogram_takes_first_and_last_word(themed_app, host):
    monogram = kit.Monogram("Eva Marie Bech Thomsen")
    host(monogram)
    assert monogram._letters == "ET"
    monogram.set_name("")
    assert monogram._letters == ""


# buttons


@pytest.mark.parametrize("kind", ["primary", "secondary", "text", "quiet", "danger", "danger_quiet", "bare"])
def test_every_kind_of_button_is_clicked_by_mouse_and_space(host, kind):
    pressed = []
    made = kit.button(kind, "Gem", "check", on_click=lambda: pressed.append(1))
    host(made)
    QTest.mouseClick(made, Qt.MouseButton.LeftButton)
    made.setFocus()
    QTest.keyClick(made, Qt.Key.Key_Space)
    assert len(pressed) == 2
    assert made.height() == 32


def test_an_unknown_kind_of_button_is_an_error(themed_app):
    with pytest.raises(ValueError, match="loud"):
        kit.Button("Gem", "loud")


def test_an_icon_button_needs_words(themed_app):
    with pytest.raises(ValueError, match="words"):
        kit.IconButton("more", "")
    made = kit.IconButton("undo", "Fortryd", shortcut="Ctrl+Z")
    assert made.accessibleName() == "Fortryd"
    assert "Ctrl+Z" in made.toolTip()


# badge


def test_a_badge_says_number_and_name(themed_app):
    badge = kit.RungBadge(4, "agreed", name="Handler og orienterer")
    assert badge.accessibleName() == "4 Handler og orienterer"
    wanted = "Fatima Yilmaz, Pårørendesamtaler: aftalt trin 2, Indstillende"
    badge.set_rung(2, "agreed", accessible=wanted)
    assert badge.accessibleName() == wanted


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


# pages, tabs, steps, navigation


def test_tabs_tell_keys_and_move_with_the_keyboard(host):
    tabs = kit.Tabs([("overview", "Overblik"), ("agreements", "Aftaler")])
    told = Heard(tabs.chosen)
    host(tabs)
    tabs.select("agreements")
    assert told == []
    tabs.setFocus()
    QTest.keyClick(tabs, Qt.Key.Key_Left)
    assert told == ["overview"]


def test_a_path_tells_what_is_done_and_where_we_are(host):
    path = kit.StepPath(["Fakta", "Spor", "Egen del"], 1, compact=True, clickable=True)
    told = Heard(path.chosen)
    host(path)
    steps = path.findChildren(kit.steps.QAbstractButton)
    assert [step.accessibleName() for step in steps] == ["Fakta, færdig", "Spor, her er du", "Egen del"]
    QTest.mouseClick(steps[0], Qt.MouseButton.LeftButton)
    assert told == [0]


def entries():
    return [
        ("Planlæg", [("today", "I dag", "today"), ("week", "Uge", "week")]),
        ("Tillid", [("trust", "Tillid", "matrix")]),
    ]


def test_navigation_has_one_tab_stop_and_moves_with_arrows(host):
    nav = kit.Navigation()
    nav.set_entries(entries())
    told = Heard(nav.chosen)
    host(nav)
    nav.select("week")
    assert told == []
    items = nav.findChildren(kit.navigation.QAbstractButton)
    assert [item.focusPolicy() == Qt.FocusPolicy.StrongFocus for item in items] == [False, True, False]
    items[1].setFocus()
    QTest.keyClick(items[1], Qt.Key.Key_Down)
    assert QApplication.focusWidget() is items[2]
    QTest.keyClick(items[2], Qt.Key.Key_Space)
    assert (nav.key(), told) == ("trust", ["trust"])
    QTest.mouseClick(items[2], Qt.MouseButton.LeftButton)
    assert nav.key() == "trust"


def test_navigation_folds_to_icons_with_tooltips_in_a_narrow_window(host):
    nav = kit.Navigation()
    nav.set_entries(entries())
    window = host(nav)
    QApplication.processEvents()
    assert nav.sizeHint().width() == 56
    item = nav.findChildren(kit.navigation.QAbstractButton)[0]
    assert "I dag" in item.toolTip()
    window.resize(1280, 640)
    QApplication.processEvents()
    assert nav.sizeHint().width() == 184
    assert item.toolTip() == ""


def test_the_top_bar_covers_and_names_what_undo_takes_back(host):
    bar = kit.TopBar()
    host(bar)
    assert not bar.undo.isEnabled()
    bar.set_undo("Sårpleje flyttet")
    assert bar.undo.isEnabled()
    assert bar.undo.accessibleName() == "Fortryd: Sårpleje flyttet"
    asked = Heard(bar.lock_requested)
    QTest.mouseClick(bar.lock, Qt.MouseButton.LeftButton)
    assert asked == [None]
    QTest.mouseClick(bar.cover, Qt.MouseButton.LeftButton)
    assert covered()
    assert bar.cover.text() == "Vis"


def test_an_empty_page_offers_its_one_act(host):
    empty = kit.EmptyState("breach", "Ingen brud", "Sker der noget …", "Noter, at noget gik galt")
    asked = Heard(empty.action_requested)
    host(empty)
    QTest.mouseClick(empty.button, Qt.MouseButton.LeftButton)
    assert len(asked) == 1


def test_a_page_header_hides_what_it_does_not_say(host):
    header = kit.PageHeader("Tillid", "Aftalte trin", inline=True, actions=[kit.PrimaryButton("Vurdér")])
    host(header)
    header.set_words("Medarbejdere")
    assert not header.subtitle.isVisible()
    assert header.height() == 64


# toast


def test_a_toast_takes_back_and_goes(host):
    page = QWidget()
    done = []
    toast = kit.Toast(page)
    host(page)
    toast.show_message("Sårpleje er flyttet.", "Fortryd", lambda: done.append(1))
    link = toast.findChild(QPushButton)
    QTest.mouseClick(link, Qt.MouseButton.LeftButton)
    assert (done, toast.isVisible()) == ([1], False)


def test_one_toast_at_a_time_and_it_goes_by_itself(host, qtbot):
    page = QWidget()
    toast = kit.Toast(page)
    host(page)
    toast.show_message("Første")
    toast.show_message("Anden", seconds=0.02)
    assert toast.text == "Anden"
    qtbot.waitUntil(lambda: not toast.isVisible(), timeout=2000)


def test_a_toast_stays_while_its_link_has_the_keyboard(host, qtbot):
    page = QWidget()
    toast = kit.Toast(page)
    host(page)
    toast.show_message("Flyttet.", "Fortryd", lambda: None, seconds=0.02)
    toast.findChild(QPushButton).setFocus()
    QTest.qWait(60)
    assert toast.isVisible()


# dialog


def test_a_deletion_has_the_safe_choice_left_and_as_default(themed_app, qtbot):
    dialog = kit.Dialog(None, "Slet sagen?", LONG, verb="Slet for altid", safe="Behold", danger=True)
    qtbot.addWidget(dialog)
    dialog.show()
    QApplication.processEvents()
    assert dialog.safe_button.isDefault()
    assert dialog.safe_button.x() < dialog.verb_button.x()
    assert dialog.width() == 440
    assert dialog.text.height() >= dialog.text.heightForWidth(dialog.text.width())
    QTest.keyClick(dialog, Qt.Key.Key_Return)
    assert dialog.result() == 0


@pytest.mark.parametrize(("pick", "answer"), [("verb_button", True), ("safe_button", False)])
def test_asking_returns_whether_the_verb_was_chosen(themed_app, qtbot, pick, answer):
    def press():
        dialog = QApplication.activeModalWidget()
        getattr(dialog, pick).click()

    QTimer.singleShot(0, press)
    assert kit.ask(None, "Slet sagen?", LONG, "Slet", "Behold", danger=True) is answer


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


# layout and looks


def test_a_flow_breaks_its_row(host):
    holder = QWidget()
    flow = kit.FlowLayout(holder)
    tags = [kit.Tag(f"Mærkat nummer {n}", "clock") for n in range(12)]
    for tag in tags:
        flow.addWidget(tag)
    host(holder)
    assert len({tag.y() for tag in tags}) > 1
    assert flow.heightForWidth(200) > flow.heightForWidth(1000)


def test_a_menu_shows_text_as_it_stands(themed_app, qtbot):
    menu = kit.Menu()
    qtbot.addWidget(menu)
    done = []
    action = menu.add("Flyt til Bo & Søn", "person", lambda: done.append(1), key="M")
    assert action.text() == "Flyt til Bo && Søn\tM"
    action.trigger()
    assert done == [1]


def sample():
    """One of every part, with words that are long."""
    part = QWidget()
    column = QVBoxLayout(part)
    across = QHBoxLayout()
    for kind in ("primary", "secondary", "text", "danger"):
        across.addWidget(kit.button(kind, "Noter, at noget gik galt", "add"))
    column.addLayout(across)
    for note in ("frame", "warn", "stop", "info"):
        column.addWidget(kit.SunkenNote(note, LONG, lead="Se på det:", action=kit.TextButton("Åbn")))
    card = kit.Card("Se på det her først", note="Højst tre ad gangen", ruled=True, flush=True)
    card.add_row(kit.RungBadge(3, "week", 32, name="Aftalt plan"))
    card.add_row(kit.LoadBar(115, wide=True))
    column.addWidget(card)
    column.addWidget(kit.Field("Hvornår", kit.TimeField(datetime.time(9))))
    column.addWidget(kit.StepPath(["Vælg fil", "Gennemse", "Hent"], 1))
    column.addWidget(kit.Segmented([(1, "Opgave"), (2, "Område")]))
    column.addWidget(kit.RadioButton(LONG))
    return part


@pytest.mark.parametrize("name", ["light", "dark", "contrast"])
@pytest.mark.parametrize("scale", [1.0, 1.3])
def test_everything_paints_in_every_theme_and_size(themed_app, qtbot, name, scale):
    apply_theme(themed_app, name, scale)
    part = sample()
    qtbot.addWidget(part)
    part.resize(900, part.layout().totalHeightForWidth(900))
    part.show()
    QApplication.processEvents()
    picture = QPixmap(part.size())
    picture.fill(current_theme().window)
    part.render(picture)
    assert picture.toImage().pixelColor(1, 1) == part.palette().window().color()
    for shown in part.findChildren(kit.Button):
        assert shown.width() >= shown.sizeHint().width()


def test_parts_follow_a_change_of_theme_while_shown(host, themed_app):
    plate = kit.Plate()
    plate.setMinimumSize(QSize(100, 100))
    host(plate)
    apply_theme(themed_app, "dark")
    QApplication.processEvents()
    assert plate.grab().toImage().pixelColor(50, 50) == current_theme().surface


def test_a_private_label_is_covered(host):
    label = kit.TextLabel("kompetence 2", private=True)
    host(label)
    before = label.grab().toImage()
    bar = kit.TopBar()
    bar.cover.click()
    bar.deleteLater()
    assert covered()
    assert label.grab().toImage() != before
