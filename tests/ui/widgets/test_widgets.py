"""The small parts do what a leader with mouse, keyboard or screen reader expects."""

import datetime

import pytest
from PySide6.QtCore import QPoint, QSize, Qt
from PySide6.QtGui import QPixmap
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QHBoxLayout,
    QVBoxLayout,
    QWidget,
)

from tests.ui.widgets.kit_support import LONG
from tillid_planner.ui import widgets as kit
from tillid_planner.ui.theme import apply_theme, current_theme, ratings_hidden

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
    card.body.addWidget(kit.RungBadge(3, "week", 32, name="Aftalt plan"))
    card.body.addWidget(kit.LoadBar(115, wide=True))
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
    bar.hide_ratings.click()
    bar.deleteLater()
    assert ratings_hidden()
    assert label.grab().toImage() != before


@pytest.mark.parametrize("theme_name", ["light", "dark", "contrast"])
def test_a_dialog_has_a_line_around_it_in_every_theme(themed_app, qtbot, theme_name):
    theme = apply_theme(themed_app, theme_name)
    dialog = kit.Dialog(None, "Slet opgaven?", "Den kan ikke hentes igen.", verb="Slet")
    qtbot.addWidget(dialog)
    dialog.show()
    image = dialog.grab().toImage()
    right, bottom = image.width() - 1, image.height() - 1
    edges = [(0, bottom // 2), (right, bottom // 2), (right // 2, 0), (right // 2, bottom)]
    assert {image.pixelColor(x, y).name() for x, y in edges} == {theme.line.name()}
    assert image.pixelColor(right // 2, 3).name() == theme.window.name()


def test_a_menu_that_is_filled_again_keeps_no_menu_of_before(host):
    menu = kit.Menu()
    host(menu)
    for _ in range(3):
        menu.clear()
        menu.add("Kopiér")
        menu.addMenu(kit.Menu("Flyt til", menu))
    assert len(menu.findChildren(kit.Menu)) == 1


def test_a_menu_that_is_opened_once_is_gone_when_it_closes(host, qtbot):
    parent = QWidget()
    host(parent)
    menu = kit.Menu(parent=parent)
    menu.add("Kopiér")
    menu.popup_once(parent.mapToGlobal(QPoint(0, 0)))
    menu.hide()
    qtbot.waitUntil(lambda: not parent.findChildren(kit.Menu), timeout=60_000)
