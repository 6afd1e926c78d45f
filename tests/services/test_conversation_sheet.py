"""Both write before they see each other's; the gaps are talked about; it ends in one small step."""

from datetime import timedelta

import pytest

from tests.builders import TODAY, a_person, a_session, a_task, agreed, rated
from tillid_planner.domain.case import Dimension
from tillid_planner.domain.conversation import Side, StepKind
from tillid_planner.domain.errors import InvalidInput


@pytest.fixture
def unit():
    session = a_session()
    yield session
    session.close()


@pytest.fixture
def talk(unit):
    """Two tasks, an agreement on the first, a sheet about both; returns (person, tasks, conversation id)."""
    person, tasks = a_person(unit), [a_task(unit, name) for name in ("Sårpleje", "Medicin")]
    rated(unit, tasks[0], person, 3, 3, 3)
    agreed(unit, tasks[0], person, 3)
    unit.conversations.begin(person, tasks)
    return person, tasks, unit.conversations.under_way(person).id


def fill(unit, talk, side, *rungs):
    for task, rung in zip(talk[1], rungs, strict=True):
        unit.conversations.write(talk[2], task, side, rung=rung, reason=f"{side.value} {rung}")


def both(unit, talk, leader=(3, 2), employee=(4, 2)):
    fill(unit, talk, Side.LEADER, *leader)
    unit.conversations.close_half(talk[2], Side.LEADER)
    fill(unit, talk, Side.EMPLOYEE, *employee)
    unit.conversations.close_half(talk[2], Side.EMPLOYEE)


def faults(act):
    with pytest.raises(InvalidInput) as told:
        act()
    return [(fault.field, fault.code) for fault in told.value.faults]


def test_neither_sees_the_other_s_half_before_both_are_closed(unit, talk):
    fill(unit, talk, Side.LEADER, 3, 2)
    unit.conversations.close_half(talk[2], Side.LEADER)
    seen = unit.conversations.read(talk[2], Side.EMPLOYEE)
    assert {line.side for line in seen.lines} == {Side.EMPLOYEE}
    assert seen.topics == ()
    fill(unit, talk, Side.EMPLOYEE, 4, 2)
    assert {line.side for line in unit.conversations.read(talk[2], Side.LEADER).lines} == {Side.LEADER}
    unit.conversations.close_half(talk[2], Side.EMPLOYEE)
    for side in Side:
        assert {line.side for line in unit.conversations.read(talk[2], side).lines} == set(Side)


def test_the_gaps_are_the_agenda_s_first_points(unit, talk):
    both(unit, talk, (3, 2), (3, 4))
    topics = unit.conversations.read(talk[2], Side.LEADER).topics
    assert [(t.task_id, t.gap) for t in topics] == [(talk[1][1], True), (talk[1][0], False)]
    assert (topics[0].leader.reason, topics[0].employee.reason) == ("leader 2", "employee 4")


def test_a_half_needs_a_rung_for_each_task(unit, talk):
    unit.conversations.write(talk[2], talk[1][0], Side.LEADER, rung=3, reason="")
    assert faults(lambda: unit.conversations.close_half(talk[2], Side.LEADER)) == [(f"rung:{talk[1][1]}", "required")]


def test_a_closed_half_is_opened_again_only_until_the_other_has_seen_it(unit, talk):
    fill(unit, talk, Side.LEADER, 3, 2)
    unit.conversations.close_half(talk[2], Side.LEADER)
    write = lambda: unit.conversations.write(talk[2], talk[1][0], Side.LEADER, rung=5, reason="")  # noqa: E731
    assert faults(write) == [("side", "half_is_closed")]
    unit.conversations.open_half(talk[2], Side.LEADER)
    write()
    unit.conversations.close_half(talk[2], Side.LEADER)
    fill(unit, talk, Side.EMPLOYEE, 4, 2)
    unit.conversations.close_half(talk[2], Side.EMPLOYEE)
    assert faults(lambda: unit.conversations.open_half(talk[2], Side.LEADER)) == [("side", "half_is_seen")]


def test_writing_the_same_again_is_no_act(unit, talk):
    assert unit.conversations.write(talk[2], talk[1][0], Side.LEADER, rung=3, reason="Fint")
    assert not unit.conversations.write(talk[2], talk[1][0], Side.LEADER, rung=3, reason=" Fint ")


def test_one_sheet_is_under_way_at_a_time_and_needs_a_task(unit, talk):
    assert not unit.conversations.begin(talk[0], talk[1])
    assert len(unit.conversations.of(talk[0])) == 1
    other = a_person(unit, "Bo Lindskov")
    assert faults(lambda: unit.conversations.begin(other, [])) == [("tasks", "required")]


def test_it_ends_in_a_dated_step_and_keeps_the_employee_s_own_words(unit, talk):
    both(unit, talk)
    day = TODAY + timedelta(days=14)
    unit.conversations.end(talk[2], "Prøv to uger på trin 4.", kind=StepKind.FOLLOW_UP, task_id=talk[1][0], on=day)
    sheet = unit.trust.sheet(talk[1][0], talk[0])
    assert (sheet.agreement.employee_rung, sheet.agreement.employee_view) == (4, "employee 4")
    assert day in [f.due_on for f in sheet.follow_ups if f.held_on is None]
    (ended,) = unit.conversations.of(talk[0])
    assert (ended.held_on, ended.step, ended.step_on) == (TODAY, "Prøv to uger på trin 4.", day)
    assert unit.conversations.under_way(talk[0]) is None
    unit.history.undo()
    assert unit.conversations.under_way(talk[0]) is not None
    assert unit.trust.sheet(talk[1][0], talk[0]).agreement.employee_rung is None


def test_something_to_practise_becomes_a_development_plan(unit, talk):
    both(unit, talk)
    unit.conversations.end(talk[2], "Svære samtaler", kind=StepKind.DEVELOPMENT, task_id=talk[1][1], on=TODAY)
    assert [(p.what, p.task_id) for p in unit.development.of(talk[0])] == [("Svære samtaler", talk[1][1])]


def test_what_is_missing_at_the_end_is_said(unit, talk):
    end = unit.conversations.end
    assert faults(lambda: end(talk[2], " ", kind=StepKind.RUNG, task_id=talk[1][0], on=None)) == [
        ("side", "half_is_open"),
        ("step", "required"),
        ("on", "required"),
    ]
    both(unit, talk)
    past, coming = TODAY - timedelta(days=1), TODAY + timedelta(days=1)
    assert faults(lambda: end(talk[2], "Noget", kind=StepKind.RUNG, task_id=talk[1][0], on=past)) == [
        ("on", "in_the_past")
    ]
    assert faults(lambda: end(talk[2], "Noget", kind=StepKind.RUNG, task_id=talk[1][0], on=coming, held_on=coming)) == [
        ("held", "in_the_future")
    ]


def test_a_follow_up_of_nothing_is_refused_and_not_forgotten(unit, talk):
    both(unit, talk)
    assert faults(
        lambda: unit.conversations.end(talk[2], "Noget", kind=StepKind.FOLLOW_UP, task_id=talk[1][1], on=TODAY)
    ) == [("task", "nothing_agreed")]


def test_a_conversation_can_be_recorded_after_the_day_it_was_held(unit, talk):
    both(unit, talk)
    day = TODAY - timedelta(days=3)
    unit.conversations.end(talk[2], "Noget", kind=StepKind.RUNG, task_id=talk[1][0], on=TODAY, held_on=day)
    (held,) = unit.conversations.held(talk[0])
    assert held.conversation.held_on == day
    assert {line.side for line in held.lines} == set(Side)


def test_a_sheet_is_deleted_with_everything_on_it(unit, talk):
    fill(unit, talk, Side.LEADER, 3, 2)
    unit.conversations.remove(talk[2])
    assert unit.conversations.of(talk[0]) == []
    database = unit._workspace.database
    assert database.rows("SELECT * FROM conversation_line") == []


# How the employee rates


def rate_own(unit, talk, **ratings):
    own = {Dimension(name): value for name, value in ratings.items()}
    unit.conversations.write(talk[2], talk[1][0], Side.EMPLOYEE, rung=4, reason="Jeg kan.", ratings=own)


def test_the_employee_s_own_ratings_stand_beside_the_leader_s_once_both_are_done(unit, talk):
    person, tasks, number = talk
    before = unit.trust.sheet(tasks[0], person)
    fill(unit, talk, Side.EMPLOYEE, 4, 2)
    rate_own(unit, talk, competence=5, intention=4)
    unit.conversations.close_half(number, Side.EMPLOYEE)
    assert unit.trust.sheet(tasks[0], person).employee_ratings == {}
    fill(unit, talk, Side.LEADER, 3, 2)
    unit.conversations.close_half(number, Side.LEADER)
    after = unit.trust.sheet(tasks[0], person)
    assert {d: r.value for d, r in after.employee_ratings.items()} == {Dimension.COMPETENCE: 5, Dimension.INTENTION: 4}
    assert (after.ratings, after.suggestion) == (before.ratings, before.suggestion)
    unit.history.undo()
    assert unit.trust.sheet(tasks[0], person).employee_ratings == {}


def test_the_leader_s_half_takes_no_ratings_and_the_scale_is_kept(unit, talk):
    unit.conversations.write(talk[2], talk[1][0], Side.LEADER, rung=3, reason="", ratings={Dimension.COMPETENCE: 5})
    assert unit.conversations.read(talk[2], Side.LEADER).line(talk[1][0], Side.LEADER).ratings == {}
    assert faults(lambda: rate_own(unit, talk, competence=6)) == [("competence", "out_of_range")]


def test_what_is_said_at_another_time_is_one_step(unit, talk):
    person, tasks, _ = talk
    unit.trust.rate_own(tasks[0], person, dict.fromkeys(Dimension, 4))
    assert len(unit.trust.sheet(tasks[0], person).employee_ratings) == 3
    unit.history.undo()
    assert unit.trust.sheet(tasks[0], person).employee_ratings == {}
