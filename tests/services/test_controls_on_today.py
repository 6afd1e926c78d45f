"""What Today says of controls: a net that is lost, one nobody was told of, one to look at again, and the clean-up."""

from dataclasses import replace
from datetime import timedelta

import pytest

from tests.builders import TODAY, a_person, a_session, a_task, agreed, rated
from tillid_planner.content import words
from tillid_planner.domain.changes import Kind
from tillid_planner.domain.standing_control import ControlForm, ControlPurpose, StandingControl, Watcher
from tillid_planner.languages import CODES
from tillid_planner.services.register import new_id
from tillid_planner.ui.follow_up.words import matter_reason, matter_title, nudge_text


@pytest.fixture
def clock():
    return [TODAY]


@pytest.fixture
def unit(clock):
    session = a_session(lambda: clock[0])
    yield session
    session.close()


def a_control(unit, name="Makkertjek", **fields):
    control = StandingControl(
        name=name,
        form=ControlForm.COLLEAGUE,
        purpose=ControlPurpose.LEARNING,
        watcher=Watcher.COLLEAGUE,
        starts_on=fields.pop("starts_on", TODAY),
        **fields,
    )
    return new_id(unit.controls.put(control), Kind.CONTROL)


def matters(unit, *kinds):
    outlook = unit.overview.look()
    return [matter for matter in outlook.matters if matter.kind in kinds], outlook


def nudges(unit):
    return [nudge for nudge in unit.nudges.now() if nudge.task_id is None]


def test_a_task_that_lost_a_net_is_said_where_an_agreement_is_higher_than_it_carries(unit):
    task, person = a_task(unit, "Modtagelse"), a_person(unit)
    described = {"consequence": 3, "reversal": 3, "detection": 2, "clarity": 3}
    unit.register.save_task(replace(unit.register.task(task), **described))
    control = a_control(unit)
    unit.controls.link(control, task, agreed=True)
    rated(unit, task, person, 5, 5, 5)
    agreed(unit, task, person, 4)
    assert matters(unit, "net_lost")[0] == []
    unit.controls.unlink(control, task, set_back=True)
    (matter,), outlook = matters(unit, "net_lost")
    assert (matter.task_id, matter.rung, matter.assignee_id) == (task, 4, None)
    assert matter_title(words("da"), outlook, matter) == "Modtagelse har mistet et net"
    assert "trin 4" in matter_reason(words("da"), outlook, matter)
    unit.history.undo()
    assert matters(unit, "net_lost")[0] == []
    unit.controls.unlink(control, task)
    assert matters(unit, "net_lost")[0] == []


def test_a_control_for_several_that_nobody_was_told_of_is_said_from_its_first_day(unit, clock):
    control = a_control(unit, standing=True, starts_on=TODAY + timedelta(days=2))
    assert matters(unit, "control_untold")[0] == []
    clock[0] = TODAY + timedelta(days=2)
    (matter,), outlook = matters(unit, "control_untold")
    assert matter.record == control
    assert matter_title(words("da"), outlook, matter) == "Makkertjek er i gang uden at være oplyst"
    unit.controls.put(replace(unit.controls.view(control).control, informed_on=clock[0]))
    assert matters(unit, "control_untold")[0] == []


def test_a_control_is_looked_at_again_on_its_day_and_a_year_later(unit, clock):
    control = a_control(unit, review_on=TODAY + timedelta(days=30))
    assert nudges(unit) == []
    clock[0] = TODAY + timedelta(days=30)
    (nudge,) = nudges(unit)
    assert (nudge.kind, nudge.control_id) == ("control_due", control)
    for language in CODES:
        assert "Makkertjek" in nudge_text(words(language), nudge)
    unit.controls.keep(control)
    assert nudges(unit) == []
    clock[0] += timedelta(days=365)
    assert [nudge.kind for nudge in nudges(unit)] == ["control_due"]


def test_a_trial_without_that_is_over_comes_up(unit, clock):
    control = a_control(unit)
    unit.controls.try_without(control, TODAY + timedelta(days=90))
    clock[0] = TODAY + timedelta(days=89)
    assert nudges(unit) == []
    clock[0] = TODAY + timedelta(days=90)
    assert [nudge.control_id for nudge in nudges(unit)] == [control]
    unit.controls.end(control)
    assert nudges(unit) == []


def test_the_clean_up_comes_up_once_a_year_where_there_is_something_to_clean(unit, clock):
    controls = [a_control(unit, f"Kontrol {number}") for number in range(3)]
    clock[0] = TODAY + timedelta(days=364)
    assert nudges(unit) == []
    clock[0] = TODAY + timedelta(days=365)
    assert [nudge.kind for nudge in nudges(unit)] == ["clean_up"]
    assert all(nudge_text(words(language), nudges(unit)[0]) for language in CODES)
    unit.controls.keep(controls[0])
    assert nudges(unit) == []
