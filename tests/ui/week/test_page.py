"""The week: placing, moving and resizing by mouse and by keyboard, what is said, and what is not lost."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMainWindow, QPushButton

from tests.builders import TODAY, a_person, a_session, a_task, agreed, rated
from tests.ui.widgets.kit_support import Heard, type_into
from tillid_planner.content import words
from tillid_planner.domain.agreement import AgreementState
from tillid_planner.domain.assignee import Team
from tillid_planner.domain.changes import Kind
from tillid_planner.domain.week import Week
from tillid_planner.services.conflicts import KINDS, conflicts
from tillid_planner.services.register import new_id
from tillid_planner.ui.desk import Desk, Target
from tillid_planner.ui.shell import Shell
from tillid_planner.ui.texts import install_language
from tillid_planner.ui.theme import scaled, set_ratings_hidden
from tillid_planner.ui.week.card_text import advance
from tillid_planner.ui.week.cell_layout import GAP, MARK, lines_of, mark_is_below, text_width
from tillid_planner.ui.week.conflict_words import conflict_sentence
from tillid_planner.ui.week.day_dialogs import FixedDaysDialog, SpreadDialog
from tillid_planner.ui.week.page import WeekPage
from tillid_planner.ui.week.week_chooser import WeekChooser
from tillid_planner.ui.week.week_copying import TemplateDialog
from tillid_planner.ui.widgets import TextLabel

K = Qt.Key
WEEK = Week.of(TODAY)
MONDAY, TUESDAY, WEDNESDAY, THURSDAY, FRIDAY, SATURDAY = WEEK.days[:6]


class Unit:
    """Amina (10 hours a week) and Bo hold wounds at 4; Carl holds nothing; one task waits in the tray."""

    def __init__(self, today=lambda: TODAY):
        self.session = s = a_session(today)
        self.wounds = a_task(s, "Sårpleje og sårregistrering", short_name="Sårpleje", hours_per_week=12.0)
        self.talks = a_task(s, "Pårørendesamtaler", hours_per_week=2.0, purpose="Pårørende ved, hvad der sker.")
        self.bo = a_person(s, "Bo Lindskov", weekly_hours=10.0)
        self.carl = a_person(s, "Carl Åse", weekly_hours=30.0)
        self.amina = a_person(s, "Amina Holm", weekly_hours=10.0, role="SOSU-assistent")
        for person in (self.amina, self.bo):
            rated(s, self.wounds, person, 4, 4, 4)
            agreed(s, self.wounds, person, 4)
        s.planning.place(self.wounds, self.amina, MONDAY, 5)
        s.planning.place(self.wounds, self.amina, TUESDAY, 4)

    @property
    def board(self):
        return self.session.planning.board(WEEK)

    def hours(self, task, person, day):
        card = self.board.card(task, person, day)
        return card.placement.hours if card else None


@pytest.fixture
def unit():
    return Unit()


@pytest.fixture
def open_page(themed_app, qtbot):
    kept = []

    def open_page(session, size=(1366, 768), language="da"):
        install_language(themed_app, language)
        desk = Desk(session, words(language))
        window = QMainWindow()
        window.setAttribute(Qt.WidgetAttribute.WA_KeyboardFocusChange)
        page = WeekPage(desk)
        page.heard = Heard(desk.noticed)
        page.asked = []
        desk.page_requested.connect(lambda key, target: page.asked.append((key, target)))
        window.setCentralWidget(page)
        window.resize(*size)
        qtbot.addWidget(window)
        window.show()
        window.activateWindow()
        QApplication.processEvents()
        kept.append(window)
        return page

    yield open_page
    for window in kept:
        window.close()
    kept.clear()


@pytest.fixture
def page(open_page, unit):
    return open_page(unit.session)


def cell(page, person, day):
    return page.model.row_of(person), page.model.column_of(day)


def stand(page, task, person, day):
    """Stand on a card."""
    card = page.board.card(task, person, day)
    page.table.setFocus()
    assert page.table.go_to_card(card.placement)


def keys(page, *pressed, text=""):
    widget = page.window().focusWidget() or page.table
    for key in pressed:
        QTest.keyClick(widget, key)
        widget = page.window().focusWidget() or page.table
    if text:
        QTest.keyClicks(widget, text)


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


def choose(menu, *titles):
    """Choose in a menu and its menus by the beginnings of words."""
    for title in titles:
        menu.aboutToShow.emit()
        texts = [a.text() for a in menu.actions()]
        action = next((a for a in menu.actions() if a.text().startswith(title)), None)
        assert action is not None, (title, texts)
        if action.menu() is None:
            assert action.isEnabled(), title
            action.trigger()
            return
        menu = action.menu()


def titles(menu):
    menu.aboutToShow.emit()
    return [a.text() for a in menu.actions() if not a.isSeparator()]


# -- what is shown


def test_everybody_is_shown_by_name_also_with_nothing(page, unit):
    assert [row.assignee.name for row in page.model.rows] == ["Amina Holm", "Bo Lindskov", "Carl Åse"]
    assert page.model.sentence(1, 0) == "Bo Lindskov, mandag: intet lagt"


def test_the_models_keep_the_rules_of_models(page, qtmodeltester):
    qtmodeltester.check(page.model)
    qtmodeltester.check(page.tray_model)
    page.model.unfold(True)
    qtmodeltester.check(page.model)


def test_a_cell_says_what_its_cards_show(page, unit):
    said = page.model.sentence(*cell(page, unit.amina, MONDAY))
    assert said == "Amina Holm, mandag: Sårpleje og sårregistrering, aftalt trin 4, 5 timer"
    unit.session.planning.place(unit.wounds, unit.amina, FRIDAY, 2.5)
    page.refresh()
    said = page.model.sentence(*cell(page, unit.amina, MONDAY))
    assert said == "Amina Holm, mandag: Sårpleje og sårregistrering, denne uge trin 3, aftalt 4, 5 timer"
    assert page.model.sentence(0, page.model.hours_column) == "Amina Holm, timer: 11,5 af 10 timer, 115 %"


def test_hidden_ratings_are_not_said_either(page, unit):
    set_ratings_hidden(True)
    assert "trin" not in page.model.sentence(*cell(page, unit.amina, MONDAY))


def test_an_absence_is_said_without_a_reason(page, unit):
    unit.session.planning.add_absence(unit.bo, MONDAY, TUESDAY)
    page.refresh()
    assert page.model.sentence(*cell(page, unit.bo, MONDAY)) == "Bo Lindskov, mandag: fravær"


def test_the_tray_says_what_is_left(page, unit):
    said = [page.tray_model.index(row, 0).data() for row in range(2)]
    assert said == ["Pårørendesamtaler, 2 timer", "Sårpleje og sårregistrering, 3 timer tilbage"]


def test_tab_goes_as_one_reads(page, unit):
    unit.session.planning.place(unit.wounds, unit.amina, FRIDAY, 2.5)
    page.refresh()
    header, found = page.view.header, []
    header.title.setFocus()
    for _ in range(12):
        QTest.keyClick(page.window().focusWidget(), K.Key_Tab)
        found.append(page.window().focusWidget())
    said = ("Kopiér forrige uge", "Udskriv")
    copy, printing = (next(w for w in found if getattr(w, "text", str)() == text) for text in said)
    order = [copy, printing, page.table, page.tray, page.view.footer.lines[0].action]
    assert [widget for widget in found if widget in order][:5] == order


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


def test_a_team_filters_to_its_members_and_itself(open_page, unit):
    team = new_id(unit.session.register.add_team(Team(name="Aften", member_ids=(unit.bo,))), Kind.ASSIGNEE)
    page = open_page(unit.session)
    page.view.header.filter.set_value(team)
    page.view.header.filter.chosen.emit(team)
    assert [row.assignee.name for row in page.model.rows] == ["Bo Lindskov", "Aften"]


def test_an_empty_unit_leads_to_people_and_an_empty_week_says_so(open_page, unit):
    empty = open_page(a_session())
    empty.view.empty.button.click()
    assert empty.asked == [("people", Target(act="new"))]
    page = open_page(unit.session)
    page.show_week(WEEK.after)
    assert page.view.hint.text().startswith("Ugen er tom.")
    assert page.view.hint.isVisible()


# -- keyboard


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


# -- mouse


def test_a_weekend_that_was_only_passed_folds_again(page, unit):
    stand(page, unit.wounds, unit.amina, MONDAY)
    QTest.keyClick(page.table, K.Key_Space)
    page.board_input.drag.steer(0, 5)
    assert page.model.unfolded
    page.board_input.drag.steer(0, -2)
    QTest.keyClick(page.table, K.Key_Return)
    assert not page.model.unfolded
    assert unit.hours(unit.wounds, unit.amina, THURSDAY) == 5


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


def test_what_is_warned_of_is_said_before_the_drop(page, unit):
    unit.session.planning.add_absence(unit.bo, MONDAY, MONDAY)
    page.refresh()
    stand(page, unit.wounds, unit.amina, MONDAY)
    keys(page, K.Key_Space, K.Key_Down)
    assert page.board_input.drag.words == "Fravær"
    keys(page, K.Key_Down)
    assert page.board_input.drag.words == "Ingen aftale"
    keys(page, K.Key_Escape)


# -- without agreement


def drop_on_carl(page, unit):
    stand(page, unit.wounds, unit.amina, MONDAY)
    keys(page, K.Key_Space, K.Key_Down, K.Key_Down, K.Key_Return)
    return page.board_input.menu


def test_without_an_agreement_one_is_asked_and_can_place_it_marked(page, unit):
    menu = drop_on_carl(page, unit)
    assert titles(menu)[0] == "Carl Åse har ingen aftale om sårpleje"
    assert unit.hours(unit.wounds, unit.carl, MONDAY) is None
    choose(menu, "Læg uden aftale")
    menu.hide()
    assert unit.board.card(unit.wounds, unit.carl, MONDAY).marks == ("no_agreement",)
    assert "uden aftale" in page.model.sentence(*cell(page, unit.carl, MONDAY))
    assert any("Carl Åse har ingen aftale om sårpleje endnu." in said for said in sentences(page))


def test_without_an_agreement_one_can_go_and_agree(page, unit):
    menu = drop_on_carl(page, unit)
    choose(menu, "Vurdér og aftal")
    menu.hide()
    assert unit.hours(unit.wounds, unit.carl, MONDAY) == 5
    assert page.asked == [("trust", Target(task_id=unit.wounds, assignee_id=unit.carl))]


def test_without_an_agreement_one_can_leave_it(page, unit):
    drop_on_carl(page, unit).hide()
    assert unit.hours(unit.wounds, unit.amina, MONDAY) == 5
    assert unit.hours(unit.wounds, unit.carl, MONDAY) is None


def test_a_drop_on_an_absence_says_so_in_the_question(page, unit):
    for person in (unit.bo, unit.carl):
        unit.session.planning.add_absence(person, MONDAY, MONDAY)
    page.refresh()
    menu = drop_on_carl(page, unit)
    assert titles(menu)[:2] == [
        "Carl Åse er fraværende mandag 23. november",
        "Carl Åse har ingen aftale om sårpleje",
    ]
    menu.hide()
    stand(page, unit.wounds, unit.amina, MONDAY)
    keys(page, K.Key_Space, K.Key_Down, K.Key_Return)
    menu = page.board_input.menu
    assert titles(menu)[:2] == ["Bo Lindskov er fraværende mandag 23. november", "Læg alligevel"]
    assert unit.hours(unit.wounds, unit.bo, MONDAY) is None
    choose(menu, "Læg alligevel")
    menu.hide()
    assert unit.hours(unit.wounds, unit.bo, MONDAY) == 5


def offered(unit, person):
    session = unit.session
    rated(session, unit.talks, person, 4, 4, 4)
    return agreed(session, unit.talks, person, 4, state=AgreementState.OFFERED)


def test_an_offer_shows_on_the_card_and_leads_to_the_agreement(page, unit):
    unit.session.planning.place(unit.talks, unit.bo, MONDAY, 1)
    offered(unit, unit.bo)
    page.refresh()
    said = page.model.sentence(*cell(page, unit.bo, MONDAY))
    assert said == "Bo Lindskov, mandag: Pårørendesamtaler, trin 4 tilbudt, 1 time"
    assert sentences(page) == [
        "Bo Lindskov har fået tilbudt en aftale om pårørendesamtaler, men den er ikke accepteret endnu."
    ]
    stand(page, unit.talks, unit.bo, MONDAY)
    card = page.inspector.card
    assert card.agree_button.isHidden()
    assert card.offer_link.text() == "Trin 4 er tilbudt – se aftalen"
    card.offer_link.click()
    line_about(page, "tilbudt").action.click()
    assert page.asked == 2 * [("trust", Target(unit.talks, unit.bo, "agreement"))]


def test_from_the_agreement_a_way_leads_back_to_the_card(themed_app, qtbot, unit):
    unit.session.planning.place(unit.talks, unit.bo, TUESDAY, 1)
    unit.session.planning.place(unit.talks, unit.bo, FRIDAY, 1)
    desk = Desk(unit.session, words("da"))
    shell = Shell(desk)
    desk.setParent(shell)
    qtbot.addWidget(shell)
    shell.resize(1366, 768)
    shell.show()
    shell.show_page("trust")
    trust = shell.page("trust")
    assert trust.view.back_button.isHidden()
    shell.show_page("week")
    page = shell.page("week")
    stand(page, unit.talks, unit.bo, FRIDAY)
    page.inspector.card.agree_button.click()
    assert shell.page_key == "trust"
    assert trust.view.back_button.text() == "Tilbage til ugen"
    offered(unit, unit.bo)
    qtbot.mouseClick(trust.view.back_button, Qt.MouseButton.LeftButton)
    assert shell.page_key == "week"
    assert page.board_input.current_card().key == (unit.talks, unit.bo, FRIDAY)
    assert shell.focusWidget() is page.table
    shell.show_page("trust")
    assert trust.view.back_button.isHidden()


# -- menus


def test_place_on_offers_everybody_by_name_with_the_days(page, unit):
    page.tray.setFocus()
    page.tray.go_to(page.tray_model.row_of(unit.wounds))
    keys(page, K.Key_F2)
    menu = page.board_input.menu
    names = titles(menu.actions()[0].menu())
    assert names == [
        "Amina Holm, 1 t ledige – for fuld: 110 %",
        "Bo Lindskov, 10 t ledige, kommer på 20 %",
        "Carl Åse – ingen aftale, 30 t ledige, kommer på 10 %",
    ]
    menu.hide()
    choose(menu, "Læg på", "Bo", "Torsdag")
    assert page.window().focusWidget() is page.tray
    assert unit.hours(unit.wounds, unit.bo, THURSDAY) == 2.0


def test_a_cards_menu_does_what_the_keys_do(page, unit):
    stand(page, unit.wounds, unit.amina, MONDAY)
    keys(page, K.Key_F2)
    menu = page.board_input.menu
    choose(menu, "Læg på", "Bo", "Fredag")
    menu.hide()
    assert unit.hours(unit.wounds, unit.bo, FRIDAY) == 5


def test_an_empty_cell_offers_what_waits(page, unit):
    page.table.setFocus()
    page.table.go_to(*cell(page, unit.bo, THURSDAY))
    keys(page, K.Key_Return)
    menu = page.board_input.menu
    choose(menu, "Sårpleje")
    menu.hide()
    assert unit.hours(unit.wounds, unit.bo, THURSDAY) == 2.0


def test_a_week_is_copied_and_kept_as_a_template(page, unit):
    page.show_week(WEEK.after)
    choose(page.view.copy_menu, "Fra uge 48")
    card = unit.session.planning.board(WEEK.after).card(unit.wounds, unit.amina, WEEK.after.monday)
    assert card.placement.hours == 5
    dialog = TemplateDialog(page.desk, page.plan_actions, page.week, page)
    dialog.confirm()
    assert dialog.field.error()
    type_into(dialog.name, "Lige uge")
    dialog.confirm()
    page.show_week(WEEK.after.after)
    choose(page.view.copy_menu, "Fra en skabelon", "Lige uge")
    assert len(unit.session.planning.board(WEEK.after.after).facts.placements) == 2
    dialog.deleteLater()


def test_moving_hours_says_what_is_free_and_what_the_load_would_be(page, unit):
    unit.session.planning.place(unit.wounds, unit.amina, FRIDAY, 2.5)
    unit.session.planning.place(unit.talks, unit.bo, FRIDAY, 9)
    page.refresh()
    stand(page, unit.wounds, unit.amina, MONDAY)
    card = page.inspector.card
    card.move_button.click()
    assert titles(card.move_menu)[0] == "Bo Lindskov, 1 t ledige – for fuld: 105 %"
    assert not card.move_menu.actions()[0].icon().isNull()
    others = card.move_menu.actions()[-2].menu()
    assert titles(others)[-1] == "Carl Åse – ingen aftale, 30 t ledige, kommer på 5 %"
    choose(card.move_menu, "Et andet antal timer", "1 time", "Bo Lindskov, 1 t ledige, kommer på 100 %", "Mandag")
    card.move_menu.hide()
    assert unit.hours(unit.wounds, unit.amina, MONDAY) == 4
    assert unit.hours(unit.wounds, unit.bo, MONDAY) == 1


def test_moving_begins_on_the_cards_own_day_and_never_in_the_past_unasked(open_page):
    calendar = [TODAY]
    unit = Unit(lambda: calendar[0])
    unit.session.planning.place(unit.wounds, unit.amina, FRIDAY, 2.5)
    page = open_page(unit.session)
    calendar[0] = WEDNESDAY
    page.refresh()
    stand(page, unit.wounds, unit.amina, FRIDAY)
    card = page.inspector.card
    card.move_button.click()
    days = titles(card.move_menu.actions()[0].menu())
    assert [day.split()[0] for day in days] == [
        "Fredag",
        "Lørdag",
        "Søndag",
        "Onsdag",
        "Torsdag",
        "Mandag",
        "Tirsdag",
    ]
    assert [day.endswith("er gået") for day in days] == 5 * [False] + 2 * [True]
    card.move_menu.hide()
    stand(page, unit.wounds, unit.amina, MONDAY)
    card.move_button.click()
    QTest.keyClick(card.move_menu, K.Key_Down)
    QTest.keyClick(card.move_menu, K.Key_Return)
    QTest.keyClick(card.move_menu.actions()[0].menu(), K.Key_Return)
    assert unit.hours(unit.wounds, unit.bo, WEDNESDAY) == 1.5


def test_copying_says_what_was_left_out_and_why(page, unit):
    planning = unit.session.planning
    page.show_week(WEEK.after)
    planning.add_absence(unit.amina, WEEK.after.days[1], WEEK.after.days[1])
    planning.recur(unit.wounds, unit.bo, {3: 2.0}, MONDAY)
    page.plan_actions.copy_week(WEEK, WEEK.after)
    assert page.heard[-1].text == (
        "Uge 48 er kopieret hertil. 1 kort er udeladt: medarbejderen er der ikke den dag. Faste dage lægger sig selv."
    )
    for day in (MONDAY, TUESDAY):
        planning.remove(planning.board(WEEK).card(unit.wounds, unit.amina, day).placement)
    page.plan_actions.copy_week(WEEK, WEEK.after)
    assert page.heard[-1].text == "Intet blev kopieret fra uge 48. Faste dage lægger sig selv."


def test_a_name_has_a_menu_of_what_can_be_done_about_the_person(page, unit):
    told = []
    page.desk.note_breach_requested.connect(told.append)
    names = page.table.names
    row = page.model.row_of(unit.bo)
    point = QPoint(20, page.table.rowViewportPosition(row) + 10)
    event = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, point, names.viewport().mapToGlobal(point))
    QApplication.sendEvent(names.viewport(), event)
    menu = page.board_input.menu
    assert titles(menu) == [
        "Åbn medarbejderen",
        "Se timerne",
        "Noter fravær",
        "Opfølgninger i ugen",
        "Noter, at noget gik galt",
    ]
    choose(menu, "Åbn medarbejderen")
    assert page.asked == [("person", Target(assignee_id=unit.bo))]
    choose(menu, "Noter, at")
    assert told == [Target(assignee_id=unit.bo)]
    menu.hide()


def test_the_menu_key_on_somebodys_hours_leads_to_absence_and_follow_ups(page, unit, qtbot):
    [due] = [d for d in page.board.facts.follow_ups if d.assignee_id == unit.amina] or [None]
    assert due is None
    sheet = unit.session.trust.sheet(unit.wounds, unit.amina)
    page.show_week(Week.of(sheet.next_follow_up.due_on))
    page.table.setFocus()
    page.table.go_to(page.model.row_of(unit.amina), page.model.hours_column)
    keys(page, K.Key_Menu)
    menu = page.board_input.menu
    opened = Heard(page.board_input.due_wanted)
    page.board_input.due_wanted.disconnect(page._open_due)
    choose(menu, "Opfølgninger i ugen", "")
    assert opened[0].assignee_id == unit.amina
    choose(menu, "Noter fravær")
    menu.hide()
    assert page.window().focusWidget() is page.inspector.person.first


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


# -- hours and days


def test_hours_are_changed_in_the_inspector_and_what_a_day_does_not_hold_is_said_there(page, unit):
    stand(page, unit.wounds, unit.amina, MONDAY)
    field = page.inspector.card.hours
    assert page.inspector.card.hours_field.label.text() == "Timer mandag"
    type_into(field, "6:30")
    QTest.keyClick(field, K.Key_Return)
    assert unit.hours(unit.wounds, unit.amina, MONDAY) == 6.5
    unit.session.planning.place(unit.talks, unit.amina, MONDAY, 10)
    page.refresh()
    type_into(field, "20")
    QTest.keyClick(field, K.Key_Return)
    assert "plads til 14 mere" in page.inspector.card.hours_field.error()
    assert unit.hours(unit.wounds, unit.amina, MONDAY) == 6.5


def test_a_card_is_spread_over_days(page, unit):
    card = unit.board.card(unit.wounds, unit.amina, MONDAY)
    dialog = SpreadDialog(page.plan_actions, page.board, card, page)
    assert [box.isChecked() for box in dialog.boxes] == [True, True, *5 * [False]]
    for box in (dialog.boxes[1], dialog.boxes[2], dialog.boxes[4]):
        box.click()
    dialog.confirm()
    assert [unit.hours(unit.wounds, unit.amina, d) for d in WEEK.days[:5]] == [3, None, 3, None, 3]
    dialog.deleteLater()


def test_fixed_days_place_the_task_from_this_week_on(page, unit):
    card = unit.board.card(unit.wounds, unit.amina, MONDAY)
    dialog = FixedDaysDialog(page.desk, page.plan_actions, page.board, card, page)
    dialog.fields[3].setText("2")
    dialog.confirm()
    following = WEEK.after
    cards = unit.session.planning.board(following).row(unit.amina).all_cards
    assert [(c.placement.day.weekday(), c.placement.hours) for c in cards] == [(0, 5), (3, 2)]
    dialog.deleteLater()


# -- the inspector


def test_a_lowered_card_says_what_limits_it_and_what_brings_it_back(page, unit):
    unit.session.planning.place(unit.wounds, unit.amina, FRIDAY, 2.5)
    page.refresh()
    stand(page, unit.wounds, unit.amina, MONDAY)
    QApplication.processEvents()
    card = page.inspector.card
    said = " ".join(label.text() for label in card.findChildren(type(page.inspector.title)) if label.isVisible())
    assert "Denne uge: Aftalt plan" in said
    assert "ugens belastning er 115\u00a0%" in said
    assert "det aftalte trin 4 står ved magt" in said
    assert "Tilbage på trin 4 kræver" in said
    assert card.move_button.text() == "Flyt 1,5 timer"
    card.move_button.click()
    choose(card.move_menu, "Bo", "Onsdag")
    card.move_menu.hide()
    assert unit.hours(unit.wounds, unit.amina, MONDAY) == 3.5
    assert unit.hours(unit.wounds, unit.bo, WEDNESDAY) == 1.5
    assert not unit.board.card(unit.wounds, unit.amina, MONDAY).lowered
    page.desk.undo()
    assert unit.hours(unit.wounds, unit.amina, MONDAY) == 5


def test_a_kept_plan_is_not_said_again_until_it_is_another(page, unit):
    unit.session.planning.place(unit.wounds, unit.amina, FRIDAY, 2.5)
    page.refresh()
    stand(page, unit.wounds, unit.amina, MONDAY)
    assert any("115 %" in said for said in sentences(page))
    page.inspector.card.keep_button.click()
    assert not any("115 %" in said for said in sentences(page))
    unit.session.planning.place(unit.wounds, unit.amina, THURSDAY, 0.5)
    page.refresh()
    assert any("120 %" in said for said in sentences(page))


def test_a_day_away_that_is_too_far_is_said_at_its_field_alone(page, unit):
    page.table.go_to(page.model.row_of(unit.bo), page.model.hours_column)
    panel = page.inspector.person
    type_into(panel.first, "1.1.2400")
    panel.add_button.click()
    assert (panel.first_field.error(), panel.last_field.error()) == ("Vælg en dag mellem 2000 og 2099.", None)
    type_into(panel.first, "24.11.2026")
    panel.add_button.click()
    assert panel.first_field.error() is None
    assert unit.board.row(unit.bo).away == {TUESDAY}


def test_days_away_are_noted_and_removed_without_a_reason(page, unit):
    page.table.go_to(page.model.row_of(unit.bo), page.model.hours_column)
    panel = page.inspector.person
    type_into(panel.first, "24.11.2026")
    type_into(panel.last, "20.11.2026")
    panel.add_button.click()
    assert panel.last_field.error()
    type_into(panel.last, "25.11.2026")
    panel.add_button.click()
    assert unit.board.row(unit.bo).away == {TUESDAY, WEDNESDAY}
    assert page.model.sentence(*cell(page, unit.bo, TUESDAY)) == "Bo Lindskov, tirsdag: fravær"
    [absence] = unit.session.planning.absences(unit.bo)
    page.plan_actions.remove_absence(absence.id)
    assert unit.board.row(unit.bo).away == frozenset()


def test_the_inspector_lies_over_a_narrow_page_and_closes_with_esc(open_page, unit):
    page = open_page(unit.session, size=(1000, 640))
    stand(page, unit.wounds, unit.amina, MONDAY)
    assert not page.view.side_open
    page.board_input.side_wanted.emit()
    assert page.inspector.isVisible()
    assert page.view.main.width() == page.width()
    keys(page, K.Key_Escape)
    assert not page.inspector.isVisible()
    assert page.table.hasFocus()


def test_the_board_says_while_a_card_is_in_the_hand_at_which_rung_the_week_would_be(page, unit):
    stand(page, unit.wounds, unit.amina, MONDAY)
    unit.session.planning.place(unit.wounds, unit.bo, MONDAY, 8)
    page.refresh()
    QTest.keyClick(page.table, K.Key_Space)
    page.board_input.drag.steer(1, 0)
    assert "Bo kommer på 130 %. Denne uge trin 3 (aftalt 4), til 3 t er flyttet" in page.board_input.drag.words
    set_ratings_hidden(True)
    page.board_input.drag.steer(0, 1)
    assert "trin" not in page.board_input.drag.words
    assert page.model.shown_card(1, page.board.card(unit.wounds, unit.bo, MONDAY)).rung == 3


def test_while_a_task_is_in_the_hand_it_is_said_who_holds_an_agreement_on_it(page, unit):
    stand(page, unit.wounds, unit.amina, MONDAY)
    QTest.keyClick(page.table, K.Key_Space)
    assert page.table.names.holders == {unit.amina, unit.bo}
    QTest.keyClick(page.table, K.Key_Escape)
    assert not page.table.names.holders
    set_ratings_hidden(True)
    QTest.keyClick(page.table, K.Key_Space)
    assert not page.table.names.holders


def test_every_card_has_room_for_its_hours(page, unit):
    unit.session.planning.place(unit.wounds, unit.amina, FRIDAY, 2.75)
    page.refresh()
    card = page.board.card(unit.wounds, unit.amina, FRIDAY)
    for name in ("Sårpleje", "Pårørendesamtaler", "Medicin, rute 4", "Modtagelse fra sygehus og hjem igen", "IT"):
        for width in range(96, 201, 4):
            lines = lines_of(name, card, width)
            beside = len(lines) == 1 and not mark_is_below(width)
            used = advance(lines[-1]) + GAP + advance("2,75 t") + (scaled(MARK) + 3 if beside else 0)
            assert used <= text_width(width), (name, width, lines)


# -- what there is to look at


def sentences(page):
    return [line.sentence.text() for line in page.view.footer.lines]


def line_about(page, part):
    return next(line for line in page.view.footer.lines if part in line.sentence.text())


def test_an_overload_names_who_could_take_it_and_the_action_moves(page, unit):
    unit.session.planning.place(unit.wounds, unit.amina, FRIDAY, 2.5)
    page.refresh()
    line = line_about(page, "115 %")
    assert line.sentence.text() == (
        "Amina Holm er på 115 % i denne uge. 1,5 timer skal flyttes; "
        "Bo Lindskov har aftale om sårpleje og har ledige timer."
    )
    line.action.click()
    choose(page.resolving.menu, "Sårpleje, fredag", "Bo", "Fredag")
    page.resolving.menu.hide()
    assert unit.hours(unit.wounds, unit.bo, FRIDAY) == 2.5
    assert not any("115 %" in said for said in sentences(page))


def test_an_absence_asks_for_another_place(page, unit):
    unit.session.planning.add_absence(unit.amina, MONDAY, MONDAY)
    page.refresh()
    line = line_about(page, "Amina Holm er fraværende mandag. Sårpleje, 5 timer")
    line.action.click()
    assert titles(page.resolving.menu) == [
        "Bo Lindskov, 10 t ledige, kommer på 50 %",
        "En anden dag",
        "Næste uge",
        "En anden",
        "Et andet antal timer",
    ]
    choose(page.resolving.menu, "En anden dag", "Onsdag")
    page.resolving.menu.hide()
    assert unit.hours(unit.wounds, unit.amina, WEDNESDAY) == 5


def test_who_comes_for_one_thing_finds_it_first_with_the_keyboard_on_its_action(page, unit):
    unit.session.planning.place(unit.wounds, unit.amina, FRIDAY, 2.5)
    unit.session.planning.place(unit.talks, unit.carl, FRIDAY, 1)
    page.show_week(WEEK.after)
    page.open_target(Target(unit.talks, unit.carl, "look"))
    line = page.view.footer.lines[0]
    assert line.sentence.text().startswith("Carl Åse har ingen aftale om pårørendesamtaler")
    assert page.window().focusWidget() is line.action
    page.open_target(Target(unit.talks, unit.bo, "look"))
    assert "Amina Holm er på 115 %" in page.view.footer.lines[0].sentence.text()


def test_the_hours_of_somebody_offer_what_can_be_moved(page, unit):
    unit.session.planning.place(unit.wounds, unit.amina, FRIDAY, 2.5)
    page.refresh()
    page.table.go_to(page.model.row_of(unit.amina), page.model.hours_column)
    panel = page.inspector.person
    assert panel.move_button.text() == "Flyt 1,5 timer"
    panel.move_button.click()
    choose(panel.move_menu, "Sårpleje, fredag", "Bo", "Fredag")
    panel.move_menu.hide()
    assert unit.hours(unit.wounds, unit.bo, FRIDAY) == 2.5
    assert panel.move_button is None


def test_days_before_the_first_and_after_the_last_are_no_absence(page, unit):
    register = unit.session.register
    unit.session.planning.place(unit.talks, unit.carl, MONDAY, 1)
    unit.session.planning.place(unit.talks, unit.carl, FRIDAY, 1)
    register.save_person(replace(register.assignee(unit.carl), started_on=TUESDAY, ended_on=THURSDAY))
    page.refresh()
    said = [page.model.sentence(*cell(page, unit.carl, day)) for day in (MONDAY, FRIDAY)]
    assert "ikke begyndt" in said[0]
    assert "stoppet" in said[1]
    assert not any("fravær" in words for words in said)
    found = [
        conflict_sentence(found, page.board, page.desk.words)
        for found in conflicts(page.board)
        if found.assignee_id == unit.carl
    ]
    assert "Carl Åse er ikke længere ansat fredag. Pårørendesamtaler, 1 time, skal lægges hos en anden." in found
    assert "Carl Åse er ikke begyndt endnu mandag. Pårørendesamtaler, 1 time, skal lægges et andet sted." in found


def test_a_menu_asks_as_a_drop_does_where_there_is_no_agreement(page, unit):
    stand(page, unit.wounds, unit.amina, MONDAY)
    page.inspector.card.place_button.click()
    choose(page.inspector.card.place_menu, "Carl Åse – ingen aftale", "Onsdag")
    menu = page.board_input.menu
    assert titles(menu)[0] == "Carl Åse har ingen aftale om sårpleje"
    assert unit.board.card(unit.wounds, unit.carl, WEDNESDAY) is None
    choose(menu, "Læg uden aftale")
    assert unit.hours(unit.wounds, unit.carl, WEDNESDAY) == 5


def test_what_is_not_covered_is_placed_on_somebody_who_holds_it(page, unit):
    unit.session.planning.recur(unit.wounds, unit.amina, {3: 2.0}, MONDAY)
    unit.session.planning.add_absence(unit.amina, THURSDAY, THURSDAY)
    page.refresh()
    line = line_about(page, "ikke dækket")
    # Others may have their own fixed days: only Amina's hours are said to be open.
    assert line.sentence.text() == (
        "Sårpleje: De timer, Amina Holm plejer at tage torsdag, er ikke dækket; "
        "Bo Lindskov har aftale om opgaven og har ledige timer."
    )
    line.action.click()
    choose(page.resolving.menu, "Bo", "Torsdag")
    page.resolving.menu.hide()
    assert unit.hours(unit.wounds, unit.bo, THURSDAY) == 2


def test_a_missing_agreement_leads_to_the_pair(page, unit):
    unit.session.planning.place(unit.talks, unit.bo, MONDAY, 1)
    page.refresh()
    line_about(page, "pårørendesamtaler endnu. Mandag er markeret").action.click()
    assert page.asked == [("trust", Target(task_id=unit.talks, assignee_id=unit.bo))]


def test_more_than_three_are_behind_show_all(page, unit):
    for number in range(5):
        unit.session.planning.place(a_task(unit.session, f"Opgave {number}"), unit.bo, WEDNESDAY, 1)
    page.refresh()
    assert len(sentences(page)) == 3
    assert page.view.footer.all_button.text() == "Vis alle 5"


@pytest.mark.parametrize("language", ["da", "en"])
def test_every_kind_has_its_words(language):
    assert set(words(language).section("week.conflicts")) == set(KINDS)


def test_a_low_window_has_one_line_until_it_is_opened(open_page, unit):
    unit.session.planning.place(unit.talks, unit.bo, MONDAY, 1)
    page = open_page(unit.session, size=(1280, 640))
    footer = page.view.footer
    assert footer.fold.text() == "2 ikke lagt på nogen · 1 forhold at se på"
    assert not footer.tray.isVisible()
    low = footer.height()
    footer.fold.click()
    QApplication.processEvents()
    assert footer.tray.isVisible()
    assert footer.height() > low


def test_conflicts_keep_their_height_while_cards_are_placed(page, unit):
    footer = page.view.footer
    QApplication.processEvents()
    before, tray = footer.height(), page.tray.mapTo(page, QPoint())
    for day in (MONDAY, TUESDAY, WEDNESDAY):
        page.plan_actions.place(unit.talks, unit.carl, day, 0.25)
        page.plan_actions.place(unit.wounds, unit.carl, day, 0.25)
        QApplication.processEvents()
        assert (footer.height(), page.tray.mapTo(page, QPoint())) == (before, tray)
    assert sentences(page)


def test_conflicts_are_folded_by_keyboard_and_stay_so_while_the_page_lives(page, unit):
    unit.session.planning.place(unit.talks, unit.bo, MONDAY, 1)
    page.refresh()
    footer = page.view.footer
    assert footer.lines[0].isVisible()
    high = footer.height()
    footer.looking_fold.setFocus()
    QTest.keyClick(footer.looking_fold, K.Key_Space)
    QApplication.processEvents()
    assert not footer.looking.isVisible()
    assert footer.height() < high
    assert footer.looking_fold.accessibleName() == "1 forhold at se på, foldet sammen"
    unit.session.planning.place(unit.talks, unit.bo, TUESDAY, 1)
    page.show_week(WEEK.after)
    page.show_week(WEEK)
    assert not footer.looking.isVisible()
    page.open_target(Target(unit.talks, unit.bo, "look"))
    assert footer.lines[0].action.isVisible()


# -- what may go wrong


def test_a_task_deleted_while_it_is_in_the_hand_is_said_and_nothing_else_is_lost(page, unit):
    stand(page, unit.wounds, unit.amina, MONDAY)
    keys(page, K.Key_Space, K.Key_Down)
    unit.session.register.remove_task(unit.wounds)
    keys(page, K.Key_Return)
    assert "slettet i mellemtiden" in page.heard[-1].text
    assert page.board_input.drag.cargo is None
    assert page.model.sentence(*cell(page, unit.amina, MONDAY)) == "Amina Holm, mandag: intet lagt"


def test_a_change_from_elsewhere_while_a_card_is_in_the_hand_puts_it_back(page, unit):
    stand(page, unit.wounds, unit.amina, MONDAY)
    keys(page, K.Key_Space, K.Key_Down)
    page.desk.run(lambda: unit.session.planning.place(unit.talks, unit.carl, MONDAY, 1))
    assert page.board_input.drag.cargo is None
    assert unit.hours(unit.wounds, unit.amina, MONDAY) == 5


def test_a_task_deleted_on_another_page_while_it_is_in_the_hand_is_gone_quietly(page, unit):
    stand(page, unit.wounds, unit.amina, MONDAY)
    keys(page, K.Key_Space, K.Key_Down)
    page.desk.run(lambda: unit.session.register.remove_task(unit.wounds).changes)
    assert page.board_input.drag.cargo is None
    assert page.model.sentence(*cell(page, unit.amina, MONDAY)) == "Amina Holm, mandag: intet lagt"


def test_hiding_does_not_move_the_cards(page, unit):
    unit.session.planning.place(unit.wounds, unit.amina, FRIDAY, 2.5)
    page.refresh()
    before = [page.table.rowHeight(row) for row in range(3)]
    set_ratings_hidden(True)
    assert [page.table.rowHeight(row) for row in range(3)] == before


def test_more_than_a_day_holds_is_said(page, unit):
    unit.session.planning.place(unit.talks, unit.bo, MONDAY, 23)
    page.refresh()
    stand(page, unit.wounds, unit.amina, MONDAY)
    keys(page, K.Key_Space, K.Key_Down)
    assert "Der er 24 t på en dag" in page.board_input.drag.words
    keys(page, K.Key_Return)
    assert "plads til 1 mere" in page.heard[-1].text
    assert unit.hours(unit.wounds, unit.amina, MONDAY) == 5


def test_the_selection_stays_when_the_board_is_read_anew(page, unit):
    stand(page, unit.wounds, unit.amina, TUESDAY)
    page.desk.run(lambda: unit.session.planning.place(unit.talks, unit.amina, TUESDAY, 1))
    assert page.table.item().card.placement.task_id == unit.wounds


def test_a_week_over_new_year_and_the_clock_change_is_whole(page):
    for day in (date(2026, 10, 25), date(2026, 3, 29), date(2026, 12, 31)):
        page.show_day(day)
        assert len({d for days in page.model.columns for d in days}) == 7
        assert page.week.sunday - page.week.monday == timedelta(days=6)
