"""Somebody with an open case leaves or is deleted: she is asked about by name, and as it stands everything stays."""

from datetime import date, timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel

from tests.builders import TODAY, a_person, a_session, a_task
from tests.services.breach_builders import closed, noted, talked
from tillid_planner.content import words
from tillid_planner.domain.assignee import Team
from tillid_planner.domain.breach_path import Step
from tillid_planner.domain.case import Cause
from tillid_planner.domain.changes import Kind
from tillid_planner.languages import CODES
from tillid_planner.services.register import new_id
from tillid_planner.ui.breach.page import BreachesPage
from tillid_planner.ui.deleting.open_cases import End, OpenCasesDialog
from tillid_planner.ui.desk import Desk, Target
from tillid_planner.ui.register.people import PeoplePage
from tillid_planner.ui.register.tasks import TasksPage

ENDS = [(End.CLOSE, Step.CLOSING), (End.LEAD_OUT, Step.TRACK)]


@pytest.fixture
def clock():
    return [TODAY]


@pytest.fixture
def unit(clock):
    opened = a_session(lambda: clock[0])
    yield opened
    opened.close()


@pytest.fixture
def pair(unit):
    return a_task(unit), a_person(unit)


@pytest.fixture
def open_page(qtbot, themed_app, unit):
    def open_(kind, language="da"):
        page = kind(Desk(unit, words(language)))
        qtbot.addWidget(page)
        page.wanted = []
        page.desk.page_requested.connect(lambda key, target: page.wanted.append((key, target)))
        page.resize(1182, 720)
        page.show()
        page.refresh()
        page.activateWindow()
        return page

    return open_


@pytest.fixture
def asked(monkeypatch):
    """What was asked; ``choose`` makes a choice, else what has the keyboard's Enter is taken."""
    texts = []

    def answer(dialog):
        dialog.show()
        texts.append("\n".join(label.text() for label in dialog.findChildren(QLabel)))
        if answer.end is not None:
            dialog.ends.set_value(answer.end)
        if answer.cancels:
            QTest.keyClick(dialog, Qt.Key.Key_Escape)
        else:
            QTest.keyClick(dialog, Qt.Key.Key_Return)
        return dialog.result()

    answer.end, answer.cancels, answer.texts = None, False, texts
    monkeypatch.setattr(OpenCasesDialog, "exec", answer)
    return answer


@pytest.mark.parametrize("language", CODES)
def test_deleting_a_person_names_her_and_her_cases_and_takes_nothing(open_page, unit, pair, asked, language, qtbot):
    noted(unit, pair)
    noted(unit, (a_task(unit, "Vagtplan"), pair[1]))
    page = open_page(PeoplePage, language)
    page.view.people_table.setFocus()
    page.view.people_table.select_row(0)
    qtbot.waitUntil(page.view.people_table.hasFocus)
    qtbot.keyClick(page.view.people_table, Qt.Key.Key_Delete)
    (text,) = asked.texts
    assert {"da": "Amina Holm har 2 åbne sager", "en": "Amina Holm has 2 open cases"}[language] in text
    assert {"da": "Sårpleje og Vagtplan", "en": "Sårpleje and Vagtplan"}[language] in text
    assert [person.name for person in unit.register.people()] == ["Amina Holm"]
    assert len(unit.register.open_cases()) == 2
    assert page.wanted == []


@pytest.mark.parametrize(("end", "step"), ENDS)
def test_the_ends_of_a_case_are_where_it_is_ended(open_page, unit, pair, asked, qtbot, end, step):
    case = noted(unit, pair)
    page = open_page(PeoplePage)
    page.open_target(Target(assignee_id=pair[1]))
    asked.end = end
    qtbot.mouseClick(page.person_form.view.delete, Qt.MouseButton.LeftButton)
    assert page.wanted == [("breaches", Target(act=f"case:{case}", step=step))]
    assert unit.register.people()
    breaches = open_page(BreachesPage)
    breaches.open_target(page.wanted[0][1])
    assert breaches.pane.step is step


def test_deleting_a_team_asks_too(open_page, unit, pair, asked, qtbot):
    team = new_id(unit.register.add_team(Team(name="Aften", member_ids=(pair[1],))), Kind.ASSIGNEE)
    noted(unit, (pair[0], team))
    page = open_page(PeoplePage)
    page.open_target(Target(assignee_id=team))
    qtbot.mouseClick(page.team_form.view.delete, Qt.MouseButton.LeftButton)
    assert "Aften har en åben sag" in asked.texts[0]
    assert unit.register.teams()


def test_deleting_a_task_names_who_has_a_case_on_it(open_page, unit, pair, asked, qtbot):
    noted(unit, pair)
    page = open_page(TasksPage)
    page.open_task(pair[0])
    qtbot.mouseClick(page.form.view.delete, Qt.MouseButton.LeftButton)
    assert "Sårpleje har en åben sag" in asked.texts[0]
    assert "Sagen er med Amina Holm." in asked.texts[0]
    assert unit.register.tasks()


def set_last_day(qtbot, page, person, text="1-12-2026"):
    page.open_target(Target(assignee_id=person))
    form = page.person_form
    form.view.ended.setFocus()
    qtbot.keyClicks(form.view.ended, text)
    qtbot.keyClick(form.view.ended, Qt.Key.Key_Return)
    return form


def test_a_last_day_with_a_case_that_goes_on_is_set_and_the_case_stays(open_page, unit, pair, asked, qtbot):
    case = noted(unit, pair)
    set_last_day(qtbot, open_page(PeoplePage), pair[1])
    assert "Amina Holm har en åben sag" in asked.texts[0]
    assert len(asked.texts) == 1
    assert unit.register.assignee(pair[1]).ended_on == date(2026, 12, 1)
    assert unit.cases.get(case)


@pytest.mark.parametrize("end", [None, End.CLOSE, End.LEAD_OUT])
def test_a_last_day_waits_where_it_is_let_be_or_the_case_is_ended_first(open_page, unit, pair, asked, qtbot, end):
    noted(unit, pair)
    asked.end, asked.cancels = end, end is None
    page = open_page(PeoplePage)
    form = set_last_day(qtbot, page, pair[1])
    assert unit.register.assignee(pair[1]).ended_on is None
    assert form.view.ended.text() == ""
    assert bool(page.wanted) == (end is not None)
    assert form.settle()
    assert len(asked.texts) == 1


def test_without_an_open_case_a_last_day_is_just_set(open_page, unit, pair, asked, qtbot):
    case = noted(unit, pair)
    talked(unit, case, Cause.COMPETENCE)
    closed(unit, case)
    set_last_day(qtbot, open_page(PeoplePage), pair[1])
    assert asked.texts == []
    assert unit.register.assignee(pair[1]).ended_on == date(2026, 12, 1)


def test_an_open_case_of_somebody_who_left_is_listed_and_never_deleted_with_those_that_are_due(
    open_page, unit, pair, clock
):
    case = noted(unit, pair)
    unit.cases.hold_conversation(case)
    person = unit.register.assignee(pair[1])
    unit.register.save_person(type(person)(id=person.id, name=person.name, ended_on=TODAY), cases_stay=True)
    clock[0] = TODAY + timedelta(days=1)
    page = open_page(BreachesPage)
    assert page.view.model.row(0).case_id == case
    assert not page.view.due.isVisibleTo(page.view)
    page.open_case(case)
    assert page.stack.currentWidget() is page.pane
