"""The day of a talk: seen on Today and in the week, and the way from there to where it is prepared."""

from datetime import time, timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QMainWindow, QPushButton

from tests.builders import TODAY, a_session
from tests.services.breach_builders import a_pair, noted
from tillid_planner.content import words
from tillid_planner.domain.breach_path import Step
from tillid_planner.domain.week import Week
from tillid_planner.ui.desk import Desk, Target
from tillid_planner.ui.pages.today import TodayPage
from tillid_planner.ui.pages.week import WeekPage

WEEK = Week.of(TODAY)
THURSDAY = WEEK.days[3]
SECRET = "Målene blev ikke taget."


class Day:
    day = TODAY

    def __call__(self):
        return self.day


@pytest.fixture
def clock():
    return Day()


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
