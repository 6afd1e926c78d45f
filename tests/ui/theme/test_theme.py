"""Colours, type and painters keep what the design promises."""

import itertools

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QColor, QFontInfo, QImage, QPainter, QPalette
from PySide6.QtWidgets import QComboBox, QListWidget

from tillid_planner.ui import theme as themes
from tillid_planner.ui.theme import (
    THEME_NAMES,
    apply_theme,
    current,
    current_theme,
    font,
    icon,
    load_theme,
    paint_rung,
    set_ratings_hidden,
    style_sheet,
    theme_changed,
)
from tillid_planner.ui.theme.painters import RUNG_KINDS
from tillid_planner.ui.theme.roles import read_tokens
from tillid_planner.ui.widgets import Menu

TEXT, MARK = 4.5, 3.0
# what lies on what, the least ratio by WCAG 2, and the ratios of the design: light, dark, contrast
CONTRASTS = (
    ("text", "surface", TEXT, (15.2, 12.8, 21.0)),
    ("text", "window", TEXT, (14.2, 14.3, 21.0)),
    ("text", "select_fill", TEXT, (13.1, 11.4, 21.0)),
    ("text_muted", "surface", TEXT, (6.6, 7.1, 16.5)),
    ("text_muted", "window", TEXT, (6.2, 8.0, 16.5)),
    ("text_muted", "nav", TEXT, (5.8, 8.4, 16.5)),
    ("text_muted", "sunken", TEXT, (5.8, 8.0, 16.5)),
    ("text_muted", "select_fill", TEXT, (5.7, 6.3, 16.5)),
    ("on_monogram", "monogram", TEXT, (5.2, 5.1, 21.0)),
    ("on_accent", "accent", TEXT, (8.7, 8.1, 15.1)),
    ("link", "surface", TEXT, (8.7, 8.0, 15.1)),
    ("link", "window", TEXT, (8.1, 9.0, 15.1)),
    ("warn_text", "warn_fill", TEXT, (7.2, 9.5, 11.6)),
    ("warn_text", "surface", TEXT, (7.9, 10.3, 12.7)),
    ("on_stop", "stop", TEXT, (7.4, 8.0, 10.9)),
    ("stop_text", "stop_fill", TEXT, (6.5, 8.2, 10.9)),
    ("on_toast", "toast", TEXT, (15.2, 12.8, 21.0)),
    ("on_rung1", "rung1", TEXT, (12.1, 11.2, 21.0)),
    ("on_rung2", "rung2", TEXT, (9.6, 8.0, 16.3)),
    ("on_rung3", "rung3", TEXT, (6.7, 5.7, 11.7)),
    ("on_rung4", "rung4", TEXT, (5.0, 7.1, 8.8)),
    ("on_rung5", "rung5", TEXT, (11.2, 12.6, 17.2)),
    ("rung_line", "surface", MARK, (3.8, 5.1, 21.0)),
    ("rung_line", "select_fill", MARK, (3.3, 4.6, 21.0)),
    ("rung_pause_line", "surface", MARK, (4.0, 4.7, 21.0)),
    ("plot_line", "surface", MARK, (11.2, 9.2, 21.0)),
    ("field_line", "surface", MARK, (4.0, 4.7, 21.0)),
    ("focus", "surface", MARK, (5.5, 8.0, 21.0)),
    ("focus", "nav", MARK, (4.8, 9.6, 21.0)),
    ("select_line", "select_fill", MARK, (4.8, 4.7, 15.1)),
    ("load", "load_track", MARK, (3.5, 4.1, 6.9)),
    ("warn_icon", "surface", MARK, (3.9, 7.5, 10.7)),
    ("warn_icon", "warn_fill", MARK, (3.5, 6.9, 9.8)),
)


def luminance(color: QColor) -> float:
    parts = [
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4
        for part in (color.redF(), color.greenF(), color.blueF())
    ]
    return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]


def ratio(one: QColor, other: QColor) -> float:
    bright, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (bright + 0.05) / (dark + 0.05)


def lightness(color: QColor) -> float:
    """CIE L* from 0 to 100."""
    y = luminance(color)
    return 116 * y ** (1 / 3) - 16 if y > 0.008856 else 903.3 * y


@pytest.mark.parametrize("name", THEME_NAMES)
def test_words_and_marks_stand_out_from_their_ground(name):
    theme = load_theme(name)
    at = THEME_NAMES.index(name)
    for front, ground, least, measured in CONTRASTS:
        found = ratio(theme[front], theme[ground])
        assert found >= least, f"{front} on {ground}: {found:.2f} is less than {least}"
        assert found == pytest.approx(measured[at], abs=0.11), f"{front} on {ground}: {found:.2f}"


@pytest.mark.parametrize("name", THEME_NAMES)
def test_the_rungs_are_one_ramp_that_survives_without_colour(name):
    theme = load_theme(name)
    depths = [lightness(theme[f"rung{rung}"]) for rung in range(1, 6)]
    steps = [after - before for before, after in itertools.pairwise(depths)]
    assert all(step > 0 for step in steps) or all(step < 0 for step in steps)
    assert min(abs(step) for step in steps) >= 8.5


def test_every_theme_has_the_same_roles():
    tokens = read_tokens()
    roles = [set(tokens[name]) for name in THEME_NAMES]
    assert roles[0] == roles[1] == roles[2]


def test_an_unknown_theme_or_role_is_an_error(themed_app):
    with pytest.raises(ValueError, match="sepia"):
        apply_theme(themed_app, "sepia")
    with pytest.raises(AttributeError):
        _ = current_theme().colour_of_money


def test_applying_a_theme_sets_palette_and_tells(themed_app):
    told = []
    theme_changed.connect(lambda: told.append(current_theme().name))
    apply_theme(themed_app, "dark")
    assert told[-1] == "dark"
    assert themed_app.palette().color(QPalette.ColorRole.Window) == load_theme("dark").window


def test_system_follows_the_desktop(themed_app, monkeypatch):
    desktop = ["light"]
    monkeypatch.setattr(current, "system_theme", lambda: desktop[0])
    apply_theme(themed_app, "system")
    assert current_theme().name == "light"
    desktop[0] = "dark"
    themed_app.styleHints().colorSchemeChanged.emit(Qt.ColorScheme.Dark)
    assert current_theme().name == "dark"


def test_a_chosen_theme_does_not_follow_the_desktop(themed_app, monkeypatch):
    monkeypatch.setattr(current, "system_theme", lambda: "dark")
    apply_theme(themed_app, "light")
    themed_app.styleHints().colorSchemeChanged.emit(Qt.ColorScheme.Dark)
    assert current_theme().name == "light"


def test_the_style_sheet_is_short_and_names_no_hex_of_its_own():
    light, dark = (style_sheet(load_theme(name), 1.0) for name in ("light", "dark"))
    assert len(light.splitlines()) < 150
    allowed = {load_theme("light").hex(role).lower() for role in load_theme("light").roles}
    used = {word.strip(";,").lower() for word in light.split() if word.startswith("#") and len(word) <= 9}
    assert {word for word in used if word[1:].isalnum() and len(word) == 7} <= allowed
    assert light != dark


def test_five_sizes_follow_the_text_scale(themed_app):
    assert [font(role).pixelSize() for role in ("small", "body", "section", "page", "large")] == [
        12,
        14,
        16,
        20,
        28,
    ]
    apply_theme(themed_app, "light", 1.3)
    assert font("body").pixelSize() == 18
    assert themed_app.font().pixelSize() == 18


def test_there_is_a_real_font(themed_app):
    assert QFontInfo(font()).family()


def test_an_icon_takes_the_colour_of_the_theme_also_when_it_changes(themed_app):
    def colors(made):
        image = made.pixmap(24, 24).toImage()
        return {
            image.pixelColor(x, y).name() for x in range(24) for y in range(24) if image.pixelColor(x, y).alpha() == 255
        }

    made = icon("warning", "warn_icon")
    assert load_theme("light").hex("warn_icon").lower() in colors(made)
    apply_theme(themed_app, "dark")
    assert load_theme("dark").hex("warn_icon").lower() in colors(made)


def test_an_icon_is_sharp_on_a_fine_screen(themed_app):
    pixmap = icon("week").pixmap(QRect(0, 0, 16, 16).size(), 1.5)
    assert pixmap.width() == 24
    assert pixmap.devicePixelRatio() == 1.5


def test_an_unknown_icon_is_an_error(themed_app):
    with pytest.raises(FileNotFoundError):
        icon("unicorn")


def painted(rung, kind, side=24, theme_name="light"):
    image = QImage(side, side, QImage.Format.Format_ARGB32)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    try:
        paint_rung(painter, QRect(0, 0, side, side), rung, kind, load_theme(theme_name))
    finally:
        painter.end()
    return image


@pytest.mark.parametrize("side", [20, 24, 32, 48])
@pytest.mark.parametrize("name", THEME_NAMES)
def test_every_form_can_be_told_from_every_other(themed_app, side, name):
    pictures = [painted(3, kind, side, name) for kind in RUNG_KINDS if kind != "week"]
    for at, one in enumerate(pictures):
        assert all(one != other for other in pictures[at + 1 :])


def test_an_agreed_rung_is_filled_and_a_suggestion_is_not(themed_app):
    light = load_theme("light")
    assert painted(5, "agreed").pixelColor(5, 5) == light.rung5
    assert painted(5, "suggestion").pixelColor(5, 5).alpha() == 0


def test_an_agreed_rung_zero_is_shown_as_paused(themed_app):
    assert painted(0, "agreed") == painted(0, "paused")


def test_covering_hides_the_number(themed_app):
    set_ratings_hidden(True)
    assert painted(2, "agreed") == painted(5, "suggestion")


def test_an_unknown_kind_of_rung_is_an_error(themed_app):
    with pytest.raises(ValueError, match="graded"):
        painted(3, "graded")


def test_all_names_are_published():
    assert all(hasattr(themes, name) for name in themes.__all__)


@pytest.mark.parametrize("name", THEME_NAMES)
@pytest.mark.parametrize("kind", [QListWidget, QComboBox, Menu])
def test_what_is_chosen_can_be_seen(themed_app, qtbot, name, kind):
    apply_theme(themed_app, name, 1.0)
    made = kind()
    qtbot.addWidget(made)
    if isinstance(made, Menu):
        for _ in range(2):
            made.addAction("Samme")
        made.setActiveAction(made.actions()[0])
        shown, places = made, [made.actionGeometry(action) for action in made.actions()]
    else:
        made.addItems(["Samme", "Samme"])
        made.show()
        if isinstance(made, QComboBox):
            made.showPopup()
        shown = made.view() if isinstance(made, QComboBox) else made
        themed_app.processEvents()
        rows = [shown.model().index(row, 0) for row in range(2)]
        shown.setCurrentIndex(rows[0])
        places = [shown.visualRect(row) for row in rows]
    whole = shown.grab()
    first, second = (whole.copy(place).toImage() for place in places)
    assert first.size() == second.size()
    assert not first.isNull()
    assert first != second
