"""The course of a task says what held when, and nothing that did not happen."""

from dataclasses import replace
from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from tillid_planner.domain.agreement import Agreement, AgreementState
from tillid_planner.domain.breach import Breach
from tillid_planner.domain.case import BreachStatus
from tillid_planner.domain.course import Mark, course_of
from tillid_planner.domain.follow_up import FollowUp, Outcome

START = date(2026, 1, 1)


def on(number: int) -> date:
    return START + timedelta(days=number)


def agreement(number: int, rung: int, day: int, **fields) -> Agreement:
    made = Agreement(id=number, task_id=1, assignee_id=1, rung=rung, agreed_on=on(day), state=AgreementState.ACCEPTED)
    return replace(made, **fields)


def look(agreement_id: int, day: int, outcome: Outcome = Outcome.GOOD) -> FollowUp:
    return FollowUp(agreement_id=agreement_id, due_on=on(day), held_on=on(day), outcome=outcome)


def breach(day: int, closed: int | None = None) -> Breach:
    return Breach(
        task_id=1,
        assignee_id=1,
        noted_on=on(day),
        happened_on=on(day),
        facts="x",
        rung_at_breach=3,
        status=BreachStatus.OPEN if closed is None else BreachStatus.CLOSED,
        closed_on=None if closed is None else on(closed),
    )


def test_each_accepted_agreement_is_a_step_with_the_suggestion_of_its_day():
    course = course_of([agreement(1, 2, 0, suggested_rung=2), agreement(2, 4, 30, suggested_rung=3)], [], [])
    assert [(s.day, s.rung, s.before, s.suggested, s.leap) for s in course.steps] == [
        (on(0), 2, None, 2, False),
        (on(30), 4, 2, 3, True),
    ]


def test_an_offer_that_was_never_accepted_moves_nothing():
    offer = agreement(2, 5, 10, state=AgreementState.OFFERED)
    course = course_of([agreement(1, 2, 0), offer], [], [])
    assert [s.rung for s in course.steps] == [2]


def test_a_pause_needs_nobodys_acceptance():
    pause = agreement(2, 0, 10, state=AgreementState.OFFERED)
    assert [s.rung for s in course_of([agreement(1, 2, 0), pause], [], []).steps] == [2, 0]


def test_taking_an_agreement_back_brings_the_one_before_it_back_on_that_day():
    course = course_of([agreement(1, 2, 0), agreement(2, 4, 10, withdrawn_on=on(20))], [], [])
    assert [(s.day, s.rung, s.back) for s in course.steps] == [
        (on(0), 2, False),
        (on(10), 4, False),
        (on(20), 2, True),
    ]
    assert course.held_since == on(20)


def test_taking_the_only_agreement_back_ends_the_line():
    course = course_of([agreement(1, 2, 0, withdrawn_on=on(20))], [], [])
    assert [s.rung for s in course.steps] == [2, None]
    assert course.rung_on(on(25)) is None
    assert course.held_since is None


def test_agreed_and_taken_back_on_one_day_never_held():
    course = course_of([agreement(1, 2, 0), agreement(2, 5, 10, withdrawn_on=on(10))], [], [])
    assert [s.rung for s in course.steps] == [2]


def test_renewing_at_the_same_rung_does_not_start_the_clock_anew():
    course = course_of([agreement(1, 3, 0), agreement(2, 3, 40)], [], [])
    assert course.held_since == on(0)
    assert len(course.steps) == 2


def test_follow_ups_stand_at_the_rung_of_their_agreement_and_planned_ones_are_left_out():
    planned = FollowUp(agreement_id=2, due_on=on(99))
    course = course_of(
        [agreement(1, 2, 0), agreement(2, 3, 10)], [look(2, 15, Outcome.PARTLY), look(1, 5), planned], []
    )
    assert [(x.day, x.rung, x.outcome) for x in course.looks] == [
        (on(5), 2, Outcome.GOOD),
        (on(15), 3, Outcome.PARTLY),
    ]


def test_a_breach_is_a_point_when_noted_and_another_when_closed():
    points = course_of([], [], [breach(5, closed=25), breach(30)]).points
    assert [(p.day, p.mark) for p in points] == [(on(5), Mark.BREACH), (on(25), Mark.CLOSED), (on(30), Mark.BREACH)]


def test_nothing_happened_is_an_empty_course():
    course = course_of([], [], [])
    assert course.points == ()
    assert course.held_since is None


DAYS = st.integers(0, 60)


@given(st.lists(st.tuples(st.integers(0, 5), DAYS, st.none() | st.integers(0, 30)), max_size=8), st.randoms())
def test_the_steps_agree_with_what_held_at_the_end_of_each_day(made, random):
    agreements = [
        agreement(number, rung, day, withdrawn_on=None if later is None else on(day + later))
        for number, (rung, day, later) in enumerate(made, start=1)
    ]
    shuffled = agreements[:]
    random.shuffle(shuffled)
    course = course_of(shuffled, [], [])
    for number in range(95):
        holding = [
            a for a in agreements if a.agreed_on <= on(number) and not (a.withdrawn_on and a.withdrawn_on <= on(number))
        ]
        newest = max(holding, key=lambda a: (a.agreed_on, a.id), default=None)
        assert course.rung_on(on(number)) == (newest.rung if newest else None)
    assert list(course.steps) == sorted(course.steps, key=lambda s: s.day)
