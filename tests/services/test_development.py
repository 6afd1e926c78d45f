"""Development plans are kept with a day, said to be in place, and named where a competence sets the limit."""

from dataclasses import replace
from datetime import timedelta

import pytest

from tests.builders import TODAY, a_person, a_session, a_task, agreed, rated
from tillid_planner.domain.development import Competence
from tillid_planner.domain.errors import InvalidInput
from tillid_planner.services.development import limited_by_competence


@pytest.fixture
def unit():
    session = a_session()
    yield session
    session.close()


@pytest.fixture
def pair(unit):
    return a_task(unit), a_person(unit)


def test_a_plan_says_what_how_by_when_and_is_done(unit, pair):
    day = TODAY + timedelta(days=30)
    unit.development.add(*pair, " Svære samtaler ", competence=Competence.RELATIONAL, how="To sammen med Bo", by_on=day)
    (plan,) = unit.development.of(pair[1])
    assert (plan.what, plan.how, plan.by_on, plan.competence) == (
        "Svære samtaler",
        "To sammen med Bo",
        day,
        Competence.RELATIONAL,
    )
    unit.development.finish(plan.id)
    assert unit.development.of(pair[1])[0].done_on == TODAY
    unit.development.finish(plan.id, done=False)
    assert unit.development.of(pair[1])[0].done_on is None


def test_those_under_way_stand_first(unit, pair):
    for what in ("Først", "Så"):
        unit.development.add(*pair, what)
    unit.development.finish(unit.development.of(pair[1])[0].id)
    assert [plan.what for plan in unit.development.of(pair[1])] == ["Så", "Først"]


@pytest.mark.parametrize(
    ("what", "by_on", "field"), [("  ", None, "what"), ("Noget", TODAY - timedelta(days=1), "by_on")]
)
def test_what_is_missing_is_said(unit, pair, what, by_on, field):
    with pytest.raises(InvalidInput) as told:
        unit.development.add(*pair, what, by_on=by_on)
    assert [fault.field for fault in told.value.faults] == [field]


def test_a_plan_is_changed_deleted_and_comes_back(unit, pair):
    unit.development.add(*pair, "Svære samtaler")
    (plan,) = unit.development.of(pair[1])
    assert unit.development.save(replace(plan, how="Sammen"))
    assert not unit.development.save(replace(plan, how="Sammen"))
    unit.development.remove(plan.id)
    assert unit.development.of(pair[1]) == []
    unit.history.undo()
    assert [p.how for p in unit.development.of(pair[1])] == ["Sammen"]


def test_only_tasks_that_a_competence_limits_ask_for_a_plan(unit, pair):
    other = a_task(unit, "Medicin")
    for task, values in ((pair[0], (2, 5, 5)), (other, (5, 5, 2))):
        rated(unit, task, pair[1], *values)
        agreed(unit, task, pair[1], 2)
    assert [line.task_id for line in limited_by_competence(unit.person_review.of(pair[1]))] == [pair[0]]
