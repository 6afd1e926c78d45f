"""Headers, tabs, navigation, messages and dialogs guide without getting in the way."""

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QPushButton,
    QWidget,
)

from tests.ui.widgets.kit_support import LONG, Heard
from tillid_planner.ui import widgets as kit
from tillid_planner.ui.theme import ratings_hidden
from tillid_planner.ui.widgets.form_header import FormHeader

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


def test_the_top_bar_hides_and_names_what_undo_takes_back(host):
    bar = kit.TopBar()
    host(bar)
    assert not bar.undo.isEnabled()
    bar.set_undo("Sårpleje flyttet")
    assert bar.undo.isEnabled()
    assert bar.undo.accessibleName() == "Fortryd: Sårpleje flyttet"
    asked = Heard(bar.lock_requested)
    QTest.mouseClick(bar.lock, Qt.MouseButton.LeftButton)
    assert asked == [None]
    QTest.mouseClick(bar.hide_ratings, Qt.MouseButton.LeftButton)
    assert ratings_hidden()
    assert bar.hide_ratings.text() == "Vis"


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


def test_a_toast_leaves_the_foot_of_the_page_free(host):
    page = QWidget()
    page.setMinimumSize(600, 400)
    host(page)
    foot = [100]
    toast = kit.Toast(page, lambda: foot[0])
    toast.show_message("Sårpleje er flyttet.")
    assert toast.geometry().bottom() < page.height() - 100
    foot[0] = 0
    toast.show_message("Sårpleje er flyttet.")
    assert toast.geometry().bottom() > page.height() - 100


def test_one_toast_at_a_time_and_it_goes_by_itself(host, qtbot):
    page = QWidget()
    toast = kit.Toast(page)
    host(page)
    toast.show_message("Første")
    toast.show_message("Anden", seconds=0.02)
    assert toast.text == "Anden"
    qtbot.waitUntil(lambda: not toast.isVisible(), timeout=60_000)


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


@pytest.mark.parametrize("name", ["Sårpleje", LONG])
def test_the_tag_stands_right_behind_the_name_and_a_long_name_gives_way(host, name):
    header = FormHeader("Brud", actions=(kit.Button("Udskriv"),))
    header.set_words(name, "Amina Holm", "Lukket")
    header.resize(900, 64)
    host(header)
    title, tag = header.title, header.tag
    shown = min(title.width(), title.sizeHint().width())
    assert tag.x() - title.x() - shown == 8
    assert tag.geometry().right() < header.findChildren(QPushButton)[-1].x()
