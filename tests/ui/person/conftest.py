"""A unit with a person who has a course, and the page of one person."""

from datetime import timedelta

import pytest

from tests.builders import TODAY, MovingDay, a_person, a_session, a_task, agreed, rated
from tests.services.breach_builders import closed, noted, talked
from tillid_planner.content import words
from tillid_planner.domain.case import Cause, Dimension
from tillid_planner.domain.follow_up import Outcome
from tillid_planner.ui.desk import Desk
from tillid_planner.ui.person.page import PersonPage


@pytest.fixture
def days():
    return MovingDay(TODAY - timedelta(days=200))


@pytest.fixture
def unit(days):
    session = a_session(days)
    yield session
    session.close()


@pytest.fixture
def page(qtbot, themed_app, unit):
    made = PersonPage(Desk(unit, words("da")))
    qtbot.addWidget(made)
    made.resize(1182, 720)
    return made


@pytest.fixture
def amina(unit, days):
    """Three tasks: one with a course, one that could carry more, one agreed above what is carried."""
    person = a_person(unit, role="SOSU-assistent", weekly_hours=32.0)
    course, more, less = (a_task(unit, name) for name in ("Sårpleje", "Ernæring", "Medicin"))
    rated(unit, course, person, 3, 4, 4)
    agreed(unit, course, person, 2)
    days.day += timedelta(days=20)
    planned = unit.trust.sheet(course, person).next_follow_up
    unit.following.hold(planned.id, Outcome.GOOD, learned_leader="Gik fint.", gain_seen="Der ventes kortere.")
    agreed(unit, course, person, 3)
    days.day += timedelta(days=30)
    unit.following.hold(unit.trust.sheet(course, person).next_follow_up.id, Outcome.PARTLY)
    breach = noted(unit, (course, person), "Fotoet manglede.")
    days.day += timedelta(days=15)
    talked(unit, breach, Cause.COMPETENCE)
    closed(unit, breach)
    days.day = TODAY
    unit.trust.rate(
        course, person, Dimension.COMPETENCE, 3, example="Tog fotoet uden at blive mindet om det.", seen_on=TODAY
    )
    rated(unit, more, person, 5, 5, 5)
    wish = agreed(unit, more, person, 2)
    unit.trust.note_employee(wish.id, rung=4, view="Jeg kan godt selv.")
    rated(unit, less, person, 4, 4, 4)
    agreed(unit, less, person, 4)
    unit.trust.rate(less, person, Dimension.COMPETENCE, 2)
    return person, {"course": course, "more": more, "less": less}
