"""The day of a talk: written where it is prepared, seen on Today and in the week, and the way from there."""

from datetime import time, timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QMainWindow, QPushButton

from tests.builders import TODAY, MovingDay, a_session
from tests.services.breach_builders import a_pair, noted
from tillid_planner.content import words
from tillid_planner.domain.breach import Track
from tillid_planner.domain.breach_path import Step
from tillid_planner.domain.week import Week
from tillid_planner.ui.breach.page import BreachesPage
from tillid_planner.ui.desk import Desk, Target
from tillid_planner.ui.follow_up.planned_talk import PlannedFor
from tillid_planner.ui.person.prepare import PreparePage
from tillid_planner.ui.today.page import TodayPage
from tillid_planner.ui.week.page import WeekPage

WEEK = Week.of(TODAY)
THURSDAY = WEEK.days[3]
SECRET = "Målene blev ikke taget."


@pytest.fixture
def clock():
    return MovingDay()


@pytest.fixture
def session(clock):
    return a_session(clock)


@pytest.fixture
def case(session):
    return noted(session, a_pair(session, name="Sårpleje"), SECRET)


@pytest.fixture
def sheet(session, case):
    task, person = a_pair(session, name="Vagtplan")
    session.conversations.begin(person, [task])
    return session.conversations.under_way(person)


@pytest.fixture
def opened(session, themed_app, qtbot):
    kept = []

    def open_(kind, size=(1366, 768)):
        desk = Desk(session, words("da"))
        window, page = QMainWindow(), kind(desk)
        page.went = []
        desk.page_requested.connect(lambda key, target: page.went.append((key, target)))
        window.setCentralWidget(page)
        window.resize(*size)
        qtbot.addWidget(window)
        window.show()
        window.activateWindow()
        page.refresh()
        QApplication.processEvents()
        kept.append((window, desk))
        return page

    return open_


def said_on(widget):
    return " ".join(label.text() for label in widget.findChildren(QLabel) if label.isVisibleTo(widget))


def ways(case, sheet):
    return [
        ("breaches", Target(act=f"case:{case}", step=Step.CONVERSATION)),
        ("prepare", Target(assignee_id=sheet.assignee_id)),
    ]


def test_today_lists_the_talks_and_each_opens_where_it_is_prepared(session, opened, case, sheet):
    session.talks.plan_case(case, THURSDAY, time(9, 30))
    session.talks.plan_conversation(sheet.id, THURSDAY)
    page = opened(TodayPage)
    rows = [row for row in page.view.follow_ups.rows if row.line.talk]
    assert [row.accessibleName() for row in rows] == ["Amina Holm, Samtale", "09.30, Amina Holm, Samtale"]
    assert "to planlagte samtaler" in said_on(page.view.header)
    for row in reversed(rows):
        row.setFocus()
        QTest.keyClick(row, Qt.Key.Key_Return)
    assert page.went == ways(case, sheet)


def test_a_talk_that_should_have_been_held_stays_on_today_and_says_so(session, opened, clock, case):
    session.talks.plan_case(case, THURSDAY)
    clock.day = TODAY + timedelta(days=9)
    page = opened(TodayPage)
    said = said_on(page.view.follow_ups)
    assert "Samtale, den skulle have været holdt" in said
    assert "26. november" in said


def test_the_week_shows_a_talk_without_a_word_of_what_it_is_about(session, opened, case, sheet):
    session.talks.plan_case(case, THURSDAY, time(9, 30))
    session.talks.plan_conversation(sheet.id, THURSDAY)
    page = opened(WeekPage)
    column = page.model.column_of(THURSDAY)
    person = session.cases.get(case).assignee_id
    assert page.model.sentence(page.model.row_of(person), column).endswith(": Samtale 09.30")
    assert page.model.sentence(page.model.row_of(sheet.assignee_id), column).endswith(": Samtale")
    page.table.setFocus()
    page.table.go_to(page.model.row_of(person), column, 0)
    QApplication.processEvents()
    side = said_on(page.inspector)
    assert "Samtale Amina Holm" in side
    assert "Torsdag 26. november 09.30" in side
    assert "Sårpleje" not in side
    assert SECRET not in side
    [button] = [b for b in page.inspector.findChildren(QPushButton) if b.text() == "Åbn samtalen"]
    button.click()
    QTest.keyClick(page.table, Qt.Key.Key_Return)
    assert page.went == [ways(case, sheet)[0]] * 2


def test_the_week_is_painted_with_talks_folded_and_unfolded(session, opened, clock, case):
    session.talks.plan_case(case, THURSDAY)
    session.talks.plan_case(case, WEEK.days[5], time(10))
    page = opened(WeekPage)
    assert not page.grab().isNull()
    clock.day = WEEK.days[6]
    page.refresh()
    assert not page.grab().isNull()


def test_a_talk_that_is_planned_or_given_up_comes_to_the_week_at_once(session, opened, sheet):
    page = opened(WeekPage)
    place = page.model.row_of(sheet.assignee_id), page.model.column_of(THURSDAY)
    page.desk.run(lambda: session.talks.plan_conversation(sheet.id, THURSDAY))
    assert page.model.sentence(*place).endswith(": Samtale")
    page.desk.run(lambda: session.talks.plan_conversation(sheet.id, None))
    assert "Samtale" not in page.model.sentence(*place)


# -- where it is written


def write(editor, text):
    editor.setFocus()
    editor.selectAll()
    QTest.keyClick(editor, Qt.Key.Key_Delete)
    QTest.keyClicks(editor, text)
    QTest.keyClick(editor, Qt.Key.Key_Return)


class OfBreach:
    def __init__(self, opened, session, case, sheet):
        self.page, self.session, self.case = opened(BreachesPage), session, case
        self.come()

    def come(self):
        self.page.open_case(self.case, Step.CONVERSATION)
        QApplication.processEvents()

    def leave(self):
        self.page.pane.show_step(Step.FACTS)

    @property
    def planned(self):
        return self.page.pane.panels[Step.CONVERSATION].planned.findChild(PlannedFor)

    def stored(self):
        case = self.session.cases.get(self.case)
        return case.planned_on, case.planned_at


class Prepared:
    def __init__(self, opened, session, case, sheet):
        self.page, self.session, self.sheet = opened(PreparePage), session, sheet
        self.come()

    def come(self):
        self.page.open_target(Target(assignee_id=self.sheet.assignee_id))
        QApplication.processEvents()

    def leave(self):
        self.page.keep_place()

    @property
    def planned(self):
        return self.page.view.planned

    def stored(self):
        conversation = self.session.conversations.of(self.sheet.assignee_id)[0]
        return conversation.planned_on, conversation.planned_at


@pytest.fixture(params=[OfBreach, Prepared])
def place(request, opened, session, case, sheet):
    return request.param(opened, session, case, sheet)


def test_a_day_and_a_time_are_stored_as_they_are_left_each_as_one_step_of_undo(place):
    write(place.planned.day, "26.11.2026")
    assert place.stored() == (THURSDAY, None)
    write(place.planned.time, "9.30")
    assert place.stored() == (THURSDAY, time(9, 30))
    place.page.desk.undo()
    assert place.stored() == (THURSDAY, None)
    assert place.planned.time.text() == ""


def test_emptying_the_day_gives_up_both(place):
    write(place.planned.day, "26.11.2026")
    write(place.planned.time, "9.30")
    write(place.planned.day, "")
    assert place.stored() == (None, None)
    assert place.planned.time.text() == ""
    place.page.desk.undo()
    assert (place.planned.day.text(), place.planned.time.text()) == ("26.11.2026", "09.30")


def test_a_time_without_a_day_waits_for_it_and_says_so(place):
    write(place.planned.time, "9.30")
    assert place.stored() == (None, None)
    assert "Vælg en dag først" in said_on(place.planned)
    write(place.planned.day, "26.11.2026")
    assert place.stored() == (THURSDAY, time(9, 30))
    assert "Vælg en dag først" not in said_on(place.planned)


def test_a_day_that_has_passed_is_refused_and_stays_to_be_changed(place):
    write(place.planned.day, "20.11.2026")
    assert place.stored() == (None, None)
    assert "Vælg en dag, der ikke er passeret." in said_on(place.planned)
    place.leave()
    place.come()
    assert place.planned.day.text() == "20.11.2026"
    write(place.planned.day, "26.11.2026")
    assert place.stored() == (THURSDAY, None)


def test_what_is_typed_and_not_left_is_stored_when_the_page_is(place):
    place.planned.day.setFocus()
    QTest.keyClicks(place.planned.day, "26.11.2026")
    place.leave()
    assert place.stored() == (THURSDAY, None)


def test_after_the_talk_there_is_nothing_to_plan(session, opened, case, sheet):
    place = OfBreach(opened, session, case, sheet)
    assert place.planned.isVisible()
    place.page.desk.run(lambda: session.cases.hold_conversation(case))
    assert not place.planned.isVisible()


def test_only_a_sheet_that_is_begun_is_planned_and_the_next_begins_without_a_day(session, opened, case, sheet):
    place = Prepared(opened, session, case, sheet)
    write(place.planned.day, "26.11.2026")
    place.page.desk.run(lambda: session.conversations.remove(sheet.id))
    assert not place.planned.isVisible()
    assert place.planned.day.text() == ""
    place.page.keep_place()
    place.page.desk.undo()
    assert place.planned.day.text() == "26.11.2026"


def test_what_waits_for_advice_plans_nothing_and_can_give_up_what_was_planned(session, opened, case, sheet):
    place = OfBreach(opened, session, case, sheet)
    write(place.planned.day, "26.11.2026")
    place.page.desk.run(lambda: session.cases.choose_track(case, Track.FORMAL, deliberate=True))
    assert place.planned.isVisible()
    write(place.planned.day, "27.11.2026")
    assert "Tal med HR eller din egen leder først" in said_on(place.planned)
    write(place.planned.day, "")
    assert place.stored() == (None, None)
    assert not place.planned.isVisible()
