"""The edges of the pages about people: dates ahead, two of one name, one who left, much and little."""

from datetime import date, timedelta

import pytest
from PySide6.QtWidgets import QApplication, QLabel

from tests.builders import TODAY, MovingDay, a_person, a_session, a_task, agreed, rated
from tillid_planner.content import words
from tillid_planner.domain.assignee import Team
from tillid_planner.domain.changes import Kind
from tillid_planner.domain.follow_up import Outcome
from tillid_planner.services.register import new_id
from tillid_planner.ui.desk import Desk, Target
from tillid_planner.ui.mirror.page import MirrorPage
from tillid_planner.ui.mirror.told_apart import told_apart
from tillid_planner.ui.person.page import PersonPage
from tillid_planner.ui.person.prepare import PreparePage
from tillid_planner.ui.widgets import Cell


@pytest.fixture
def days():
    return MovingDay()


@pytest.fixture
def unit(days):
    session = a_session(days)
    yield session
    session.close()


def shown(qtbot, unit, page_class, **target):
    page = page_class(Desk(unit, words("da")))
    qtbot.addWidget(page)
    page.resize(1182, 720)
    page.open_target(Target(**target))
    page.show()
    QApplication.processEvents()
    return page


def seen(widget):
    return [label.text() for label in widget.findChildren(QLabel) if label.isVisible()]


def test_what_a_clock_ahead_has_written_is_read_as_it_stands(qtbot, themed_app, unit, days):
    """The clock stood a month ahead when it was rated and agreed; now it is right again."""
    days.day = TODAY + timedelta(days=40)
    person, task = a_person(unit), a_task(unit)
    rated(unit, task, person, 3, 3, 3)
    agreed(unit, task, person, 3)
    unit.following.hold(unit.trust.sheet(task, person).next_follow_up.id, Outcome.GOOD)
    days.day = TODAY
    page = shown(qtbot, unit, PersonPage, assignee_id=person)
    model, plot = page.view.overview.model, page.view.overview.course.plot
    assert (model.index(0, 1).data(), model.index(0, 1).data(Cell.SECOND)) == ("Aftalt plan", "siden 2. januar 2027")
    assert plot.accessibleName().endswith("Nu: trin 3, Aftalt plan.")
    scale = plot.scale_now()
    assert scale.left < scale.x(TODAY) < scale.x(TODAY + timedelta(days=40)) < scale.right
    for tab in page.view.pages:
        page.open_target(Target(assignee_id=person, act=tab))
        page.grab()
    shown(qtbot, unit, PreparePage, assignee_id=person).grab()
    for part in ("across", "still", "leaps", "habits"):
        shown(qtbot, unit, MirrorPage, act=part).grab()


def test_two_of_one_name_are_told_apart_wherever_they_stand_together(qtbot, themed_app, unit):
    task = a_task(unit)
    people = [
        a_person(unit, "Amina Holm", role=role, started_on=begun)
        for role, begun in (("SOSU-assistent", None), ("Sygeplejerske", date(2019, 3, 1)))
    ]
    for person, rung in zip(people, (2, 3), strict=True):
        rated(unit, task, person, 3, 3, 3)
        agreed(unit, task, person, rung)
    for part in ("across", "differences"):
        page = shown(qtbot, unit, MirrorPage, act=part)
        links = [b.text() for b in page.parts[part].findChildren(type(page.differences.more)) if b.isVisible()]
        assert links == ["Amina Holm, SOSU-assistent", "Amina Holm, Sygeplejerske"]


def test_the_same_name_and_role_fall_back_on_the_month_and_at_last_a_number(unit, themed_app):
    ids = [
        a_person(unit, "Amina Holm", role="Vikar", started_on=begun)
        for begun in (date(2019, 3, 1), date(2020, 5, 1), date(2020, 5, 9))
    ]
    called = told_apart(unit.register.people())
    assert [called[number] for number in ids] == [
        "Amina Holm, Vikar, siden marts 2019",
        f"Amina Holm, Vikar, siden maj 2020, {ids[1]}",
        f"Amina Holm, Vikar, siden maj 2020, {ids[2]}",
    ]


def test_one_who_left_can_be_read_but_is_in_no_comparison(qtbot, themed_app, unit):
    task, gone = a_task(unit), a_person(unit, "Bo Lindskov", ended_on=TODAY - timedelta(days=5))
    rated(unit, task, gone, 3, 3, 3)
    agreed(unit, task, gone, 3)
    page = shown(qtbot, unit, PersonPage, assignee_id=gone)
    assert "til november 2026" in page.view.header.subtitle.text()
    assert page.view.overview.model.rowCount() == 1
    assert "Bo Lindskov" not in " ".join(seen(shown(qtbot, unit, MirrorPage, act="across")))


def test_nobody_and_nothing_have_their_own_words_everywhere(qtbot, themed_app, unit):
    person = a_person(unit)
    team = new_id(unit.register.add_team(Team(name="Team Aften")), Kind.ASSIGNEE)
    for who in (person, team):
        page = shown(qtbot, unit, PersonPage, assignee_id=who)
        assert page.view.overview.empty.isVisible()
        assert shown(qtbot, unit, PreparePage, assignee_id=who).view.nothing.isVisible()


def test_a_conversation_with_sixty_tasks_can_be_prepared(qtbot, themed_app, unit):
    person = a_person(unit)
    for number in range(60):
        task = a_task(unit, f"Opgave {number}")
        rated(unit, task, person, 3, 3, 3)
        agreed(unit, task, person, 3)
    page = shown(qtbot, unit, PreparePage, assignee_id=person)
    # A conversation, not a hearing.
    assert len(page.view.tasks.ticked()) == 4
    assert len(page.view.tasks.boxes) == 60
