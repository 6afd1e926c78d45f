"""Fresh eyes: an old rating is closed until a new one is set; all follow-ups since are listed; it can be turned off."""

from datetime import timedelta

import pytest
from PySide6.QtCore import Qt

from tests.builders import TODAY, MovingDay, a_person, a_session, a_task, agreed
from tillid_planner.content import words
from tillid_planner.domain.case import Dimension
from tillid_planner.domain.follow_up import Outcome
from tillid_planner.settings import Settings
from tillid_planner.ui.desk import Desk
from tillid_planner.ui.inspector.rating_section import RatingSection


@pytest.fixture
def days():
    return MovingDay(TODAY - timedelta(days=400))


@pytest.fixture
def unit(days):
    session = a_session(days)
    yield session
    session.close()


@pytest.fixture
def pair(unit, days):
    """A rating of 400 days ago, and three follow-ups since."""
    task, person = a_task(unit), a_person(unit)
    for dimension in Dimension:
        unit.trust.rate(task, person, dimension, 4, example="Gammelt eksempel.", seen_on=days.day)
    agreed(unit, task, person, 4)
    for outcome, learned in ((Outcome.GOOD, "Fint."), (Outcome.NOT_OK, "Glemte at sige til."), (Outcome.GOOD, "")):
        days.day += timedelta(days=60)
        planned = unit.trust.sheet(task, person).next_follow_up
        unit.following.hold(planned.id, outcome, learned_leader=learned)
    days.day = TODAY
    return task, person


@pytest.fixture
def section(host, unit, pair, request):
    on = getattr(request, "param", True)
    desk = Desk(unit, words("da"), settings=Settings(fresh_eyes=on))
    made = RatingSection(desk, Dimension.COMPETENCE)
    made.show_sheet(unit.trust.sheet(*pair), afresh=True)
    made.set_open(True)
    host(made)
    desk.changed.connect(lambda _: made.show_sheet(unit.trust.sheet(*pair), afresh=False))
    return made


def test_the_old_value_is_nowhere_to_be_seen(section):
    assert section.group.value() is None
    assert section.example.value() == ""
    assert "4" not in section.head.accessibleName().replace("400", "")
    assert "Gammelt" not in section.seen.text()
    assert section.fresh.isVisible()


def test_all_follow_ups_since_are_listed_oldest_first(section):
    lines = section.fresh.since.text().split("\n")
    assert [line.partition(": ")[2] for line in lines[1:]] == ["god. Fint.", "ikke i orden. Glemte at sige til.", "god"]


def test_a_new_value_is_a_new_rating_and_opens_the_section_again(qtbot, section, unit, pair):
    section.take_focus()
    section.group.choose(3)
    newest = unit.trust.sheet(*pair).ratings[Dimension.COMPETENCE]
    assert (newest.value, newest.rated_on, newest.example) == (3, TODAY, "")
    assert not section.fresh.isVisible()
    assert section.group.value() == 3


def test_the_old_one_can_be_shown_after_all_and_confirmed(qtbot, section, unit, pair):
    qtbot.mouseClick(section.fresh.reveal, Qt.MouseButton.LeftButton)
    assert section.group.value() == 4
    assert section.confirm.isVisible()
    qtbot.mouseClick(section.confirm, Qt.MouseButton.LeftButton)
    assert unit.trust.sheet(*pair).ratings[Dimension.COMPETENCE].rated_on == TODAY


def test_leaving_it_closed_stores_nothing(section, unit, pair):
    before = unit.trust.sheet(*pair).past_ratings
    section.commit()
    assert unit.trust.sheet(*pair).past_ratings == before


@pytest.mark.parametrize("section", [False], indirect=True)
def test_turned_off_everything_stands_as_it_did(section):
    assert section.group.value() == 4
    assert not section.fresh.isVisible()
    assert not section.again.isVisible()


def test_a_rating_that_still_counts_is_closed_only_when_asked_for(qtbot, section, unit, pair, days):
    section.group.choose(4)
    days.day += timedelta(days=30)
    section.show_sheet(unit.trust.sheet(*pair), afresh=True)
    assert section.group.value() == 4
    qtbot.mouseClick(section.again, Qt.MouseButton.LeftButton)
    assert section.group.value() is None
    assert section.fresh.since.text() == "Ingen opfølgning siden da."
