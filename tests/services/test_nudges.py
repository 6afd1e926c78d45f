"""Occasions: few, put off or ended when one wants, and in an order that ranks nobody."""

from datetime import timedelta

import pytest

from tests.builders import TODAY, MovingDay, a_person, a_session, a_task, agreed, rated
from tillid_planner.content import words
from tillid_planner.domain.agreement import AgreementState
from tillid_planner.domain.follow_up import Outcome
from tillid_planner.languages import CODES
from tillid_planner.services.nudges import AT_MOST, PUT_OFF_DAYS


@pytest.fixture
def day():
    return MovingDay()


@pytest.fixture
def unit(day):
    return a_session(day)


def found(session):
    return [(n.kind, n.task_id, n.assignee_id) for n in session.nudges.now()]


def lifted(session, task, person, good=1):
    """A pair on rung 2 that could carry 4, with good follow-ups."""
    rated(session, task, person, 4, 4, 4)
    agreed(session, task, person, 2)
    for _ in range(good):
        session.following.hold(session.trust.sheet(task, person).next_follow_up.id, Outcome.GOOD)


def test_a_task_that_is_nobodys_is_an_occasion_until_it_is_offered(unit):
    task, person = a_task(unit), a_person(unit)
    assert found(unit) == [("nobody_yet", task, None)]
    rated(unit, task, person, 3, 3, 3)
    agreed(unit, task, person, 2, state=AgreementState.OFFERED)
    assert found(unit) == []


def test_a_task_that_may_not_be_handed_over_is_none(unit):
    a_task(unit, legal_ceiling=0)
    a_person(unit)
    assert found(unit) == []


def test_nobody_can_be_thought_of_where_nobody_is(unit):
    a_task(unit)
    assert found(unit) == []


def test_room_for_a_trust_step_is_an_occasion_when_nothing_is_in_the_way(unit):
    task, person = a_task(unit), a_person(unit)
    lifted(unit, task, person)
    assert found(unit) == [("trust_step", task, person)]
    agreed(unit, task, person, 3, first_follow_up=TODAY)
    assert found(unit) == [("soon_step", task, person)]


def test_it_tells_how_many_good_follow_ups_there_are_of_those_needed(unit):
    task, person = a_task(unit, consequence=2, reversal=3, detection=2), a_person(unit)
    rated(unit, task, person, 5, 5, 5)
    agreed(unit, task, person, 2)
    unit.following.hold(unit.trust.sheet(task, person).next_follow_up.id, Outcome.GOOD)
    nudge = unit.nudges.now()[0]
    assert (nudge.kind, nudge.good, nudge.needed, nudge.rung) == ("soon_step", 1, 2, 2)


def test_an_unclosed_breach_leaves_no_room(unit):
    task, person = a_task(unit), a_person(unit)
    lifted(unit, task, person)
    unit.breaches.note(task, person, "Noget gik galt.")
    assert found(unit) == []


def test_put_off_it_comes_back_after_two_weeks_and_ended_never(unit, day):
    first, second = a_task(unit, "A"), a_task(unit, "B")
    a_person(unit)
    unit.nudges.put_off(f"task:{first}")
    unit.nudges.end(f"task:{second}")
    assert found(unit) == []
    day.day = TODAY + timedelta(days=PUT_OFF_DAYS - 1)
    assert found(unit) == []
    day.day = TODAY + timedelta(days=PUT_OFF_DAYS)
    assert found(unit) == [("nobody_yet", first, None)]
    unit.nudges.end(f"task:{first}")
    assert found(unit) == []


def test_putting_off_is_taken_back_like_any_act(unit):
    task = a_task(unit)
    a_person(unit)
    unit.nudges.put_off(f"task:{task}")
    assert unit.history.undo_label == "put_off_nudge"
    unit.history.undo()
    assert found(unit) == [("nobody_yet", task, None)]


def test_at_most_three_stand_and_the_others_stay_when_one_is_put_off(unit):
    for letter in "ABCDEFG":
        a_task(unit, letter)
    a_person(unit)
    before = unit.nudges.now()
    assert len(before) == AT_MOST
    unit.nudges.put_off(before[1].key)
    after = unit.nudges.now()
    assert [after[0], after[1]] == [before[0], before[2]]
    assert len(after) == AT_MOST


def test_everything_gets_its_turn_as_the_weeks_go_by(unit, day):
    for letter in "ABCDEFG":
        a_task(unit, letter)
    a_person(unit)
    seen = set()
    for week in range(7):
        day.day = TODAY + timedelta(weeks=week)
        shown = {nudge.task_id for nudge in unit.nudges.now()}
        day.day += timedelta(days=6)
        assert {nudge.task_id for nudge in unit.nudges.now()} == shown
        seen |= shown
    assert len(seen) == 7


def test_the_order_knows_names_and_the_week_but_no_rating(day):
    def shown(values):
        session = a_session(day)
        task = a_task(session)
        for name, value in zip(("Amina", "Bo", "Cæcilie", "Dariusz"), values, strict=True):
            person = a_person(session, name)
            rated(session, task, person, value, value, value)
            agreed(session, task, person, 1)
            session.following.hold(session.trust.sheet(task, person).next_follow_up.id, Outcome.GOOD)
        return [nudge.assignee_name for nudge in session.nudges.now()]

    assert shown((2, 3, 4, 5)) == shown((5, 4, 3, 2))


@pytest.mark.parametrize("language", CODES)
def test_every_kind_of_occasion_has_words(language):
    assert set(words(language).section("today.nudges")) == {
        "nobody_yet",
        "trust_step",
        "soon_step",
        "control_due",
        "clean_up",
    }
