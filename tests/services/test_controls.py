"""Controls: what each act stores, what it refuses, and that no agreement is changed by any."""

from dataclasses import replace
from datetime import timedelta

import pytest

from tests.builders import TODAY, a_person, a_session, a_task, agreed, rated
from tillid_planner.content import words
from tillid_planner.domain.changes import Kind
from tillid_planner.domain.control_effect import Outcome
from tillid_planner.domain.errors import InvalidInput
from tillid_planner.domain.standing_control import (
    ControlForm,
    ControlPurpose,
    DemandedBy,
    Meaning,
    Stance,
    StandingControl,
    Watcher,
)
from tillid_planner.languages import CODES
from tillid_planner.services.register import new_id


@pytest.fixture
def unit():
    session = a_session()
    yield session
    session.close()


def a_control(session, name="Makkertjek", form=ControlForm.COLLEAGUE, **fields):
    control = StandingControl(
        name=name,
        form=form,
        purpose=fields.pop("purpose", ControlPurpose.SERIOUS_ERROR),
        watcher=Watcher.COLLEAGUE,
        starts_on=TODAY,
        **fields,
    )
    return new_id(session.controls.put(control), Kind.CONTROL)


def risky(session, name="Modtagelse", **fields):
    task_id = a_task(session, name)
    task = session.register.task(task_id)
    session.register.save_task(
        replace(task, **({"consequence": 3, "reversal": 3, "detection": 2, "clarity": 3} | fields))
    )
    return task_id


def refused(act):
    with pytest.raises(InvalidInput) as error:
        act()
    for fault in error.value.faults:
        for language in CODES:
            assert words(language).text(f"faults.{fault.code}", **fault.params)
    return {(fault.field, fault.code) for fault in error.value.faults}


def test_with_consent_the_task_takes_what_the_control_gives_as_one_step(unit):
    task, control = risky(unit), a_control(unit)
    assert unit.controls.view(control).tasks == ()
    unit.controls.link(control, task, agreed=True)
    assert unit.register.task(task).detection == 1
    (one,) = unit.controls.view(control).tasks
    assert (one.link.detection_before, one.link.detection_after) == (2, 1)
    unit.history.undo()
    assert unit.register.task(task).detection == 2
    assert unit.controls.view(control).tasks == ()
    unit.history.redo()
    assert unit.register.task(task).detection == 1


def test_without_consent_the_task_stays_and_consent_can_come_later(unit):
    task, control = risky(unit), a_control(unit)
    unit.controls.link(control, task)
    assert unit.register.task(task).detection == 2
    (one,) = unit.controls.view(control).tasks
    assert one.effect.outcome is Outcome.ONE_MORE
    assert refused(lambda: unit.controls.link(control, task)) == {("task", "control_there")}
    unit.controls.link(control, task, agreed=True)
    assert unit.register.task(task).detection == 1
    assert refused(lambda: unit.controls.link(control, task, agreed=True)) == {("task", "control_there")}


@pytest.mark.parametrize("form", [ControlForm.SAMPLE, ControlForm.APPROVAL])
def test_a_form_that_does_not_catch_in_time_cannot_change_a_task(unit, form):
    task, control = risky(unit), a_control(unit, form=form)
    assert refused(lambda: unit.controls.link(control, task, agreed=True)) == {("agreed", "control_gives_nothing")}
    unit.controls.link(control, task)


def test_a_task_that_is_not_described_has_no_effect_shown(unit):
    task, control = risky(unit, detection=None), a_control(unit)
    assert refused(lambda: unit.controls.link(control, task, agreed=True)) == {("agreed", "control_gives_nothing")}
    unit.controls.link(control, task)
    (one,) = unit.controls.view(control).tasks
    assert one.effect.outcome is Outcome.DESCRIBE_FIRST


def test_no_agreement_is_changed_and_those_to_discuss_are_counted(unit):
    task, person = risky(unit), a_person(unit)
    rated(unit, task, person, 5, 5, 5)
    agreed(unit, task, person, 3)
    before = unit.trust.sheet(task, person).agreement
    control = a_control(unit)
    better = replace(unit.register.task(task), detection=1)
    rung = unit.trust.sheet(task, person).suggestion.rung
    unit.controls.link(control, task, agreed=True)
    assert unit.trust.sheet(task, person).agreement == before
    changed = unit.trust.sheet(task, person).suggestion.rung != rung
    unit.history.undo()
    assert unit.controls.to_discuss(task, better) == int(changed)
    assert unit.controls.to_discuss(task, unit.register.task(task)) == 0


@pytest.mark.parametrize("order", [(0, 1), (1, 0)])
def test_two_with_the_same_effect_stop_in_either_order(unit, order):
    task = risky(unit, detection=3)
    both = [a_control(unit), a_control(unit, "Spærring", ControlForm.TECHNICAL)]
    for control in both:
        unit.controls.link(control, task, agreed=True)
    assert unit.controls.set_back_without(both[order[0]]) == []
    unit.controls.end(both[order[0]], [task])
    assert unit.register.task(task).detection == 1
    (back,) = unit.controls.set_back_without(both[order[1]])
    assert back.values == {"detection": 3}
    unit.controls.end(both[order[1]], [task])
    assert unit.register.task(task).detection == 3
    assert unit.controls.all() == []
    for _ in range(2):
        unit.history.undo()
    assert unit.register.task(task).detection == 1
    assert len(unit.controls.all()) == 2


def test_a_task_may_stay_as_it_is_when_a_control_leaves_it(unit):
    task, control = risky(unit), a_control(unit)
    unit.controls.link(control, task, agreed=True)
    unit.controls.unlink(control, task)
    assert unit.register.task(task).detection == 1
    unit.history.undo()
    unit.controls.unlink(control, task, set_back=True)
    assert unit.register.task(task).detection == 2
    unit.controls.link(control, task, agreed=True)
    assert unit.register.task(task).detection == 1


def test_what_the_leader_changed_herself_since_is_not_asked_about(unit):
    task, control = risky(unit, detection=3), a_control(unit, form=ControlForm.SELF)
    unit.controls.link(control, task, agreed=True)
    unit.register.save_task(replace(unit.register.task(task), detection=1))
    assert unit.controls.set_back_without(control) == []


def test_trying_without_sets_the_task_back_and_the_control_can_be_agreed_again(unit):
    task, control = risky(unit), a_control(unit)
    unit.controls.link(control, task, agreed=True)
    until = TODAY + timedelta(days=90)
    unit.controls.try_without(control, until, [task])
    assert unit.register.task(task).detection == 2
    assert unit.controls.view(control).control.paused(TODAY)
    unit.controls.keep(control)
    assert not unit.controls.view(control).control.paused(TODAY)
    unit.controls.link(control, task, agreed=True)
    assert unit.register.task(task).detection == 1
    assert refused(lambda: unit.controls.try_without(control, TODAY)) == {("pause_until", "in_the_past")}


def test_what_others_demand_is_not_stopped_here(unit):
    control = a_control(unit, demanded_by=DemandedBy.LAW)
    assert refused(lambda: unit.controls.end(control)) == {("control", "demanded_by_others")}
    until = TODAY + timedelta(days=90)
    assert refused(lambda: unit.controls.try_without(control, until)) == {("control", "demanded_by_others")}
    unit.controls.set_stance(control, Stance.CHALLENGE)
    assert unit.controls.view(control).control.stance is Stance.CHALLENGE


@pytest.mark.parametrize(
    ("fields", "fault"),
    [
        ({"name": " "}, ("name", "required")),
        ({"name": "x" * 121}, ("name", "too_long")),
        ({"name": "Amina kigger med"}, ("name", "names_someone")),
        ({"why": "Amina vil det"}, ("why", "names_someone")),
        ({"adapted": "som Amina gør"}, ("adapted", "names_someone")),
        ({"informed_where": "hos Amina"}, ("informed_where", "names_someone")),
        ({"why": "x" * 4001}, ("why", "too_long")),
        ({"minutes": 6001}, ("minutes", "out_of_range")),
        ({"minutes": -1}, ("minutes", "out_of_range")),
        ({"form": ControlForm.REPORT}, ("why", "required")),
        ({"stance": Stance.SHAPE}, ("stance", "only_from_outside")),
        ({"review_on": TODAY - timedelta(days=1)}, ("review_on", "ends_before_start")),
    ],
)
def test_bad_input_is_refused_at_its_field(unit, fields, fault):
    a_person(unit, "Amina Holm")
    assert refused(lambda: a_control(unit, **fields)) == {fault}
    assert unit.controls.all() == []


def test_staff_answer_as_one_and_the_newest_stands_first(unit):
    a_person(unit, "Amina Holm")
    control = a_control(unit)
    unit.controls.mark(control, Meaning.SOME, "Vi ved ikke, hvem der læser den.", TODAY - timedelta(days=30))
    unit.controls.mark(control, Meaning.SENSE)
    view = unit.controls.view(control)
    assert view.meaning is Meaning.SENSE
    assert [mark.meaning for mark in view.marks] == [Meaning.SENSE, Meaning.SOME]
    late = TODAY + timedelta(days=1)
    assert refused(lambda: unit.controls.mark(control, Meaning.SENSE, "", late)) == {("marked_on", "in_the_future")}
    assert refused(lambda: unit.controls.mark(control, Meaning.SENSE, "sagde Amina")) == {("said", "names_someone")}


def test_the_yearly_clean_up_begins_with_habits_and_what_makes_least_sense(unit):
    names = {}
    for name, purpose, meaning in (
        ("Z vane", ControlPurpose.HABIT, Meaning.SENSE),
        ("A vane", ControlPurpose.HABIT, None),
        ("Giver mening", ControlPurpose.LEARNING, Meaning.SENSE),
        ("Uspurgt", ControlPurpose.LEARNING, None),
        ("Ingen mening", ControlPurpose.LEARNING, Meaning.NONE),
    ):
        names[name] = a_control(unit, name, purpose=purpose, minutes=10)
        if meaning:
            unit.controls.mark(names[name], meaning)
    order = [one.view.control.name for one in unit.controls.clean_up()]
    assert order == ["A vane", "Z vane", "Ingen mening", "Uspurgt", "Giver mening"]
    assert unit.controls.minutes() == (50, 2)
    unit.controls.try_without(names["A vane"], TODAY + timedelta(days=90))
    assert unit.controls.minutes() == (40, 1)
    unit.controls.keep(names["Z vane"])
    unit.controls.end(names["Uspurgt"])
    assert [(one.done, one.freed) for one in unit.controls.clean_up()] == [
        (True, 10),
        (True, 0),
        (False, 0),
        (True, 10),
        (False, 0),
    ]


def test_deleting_a_task_takes_its_links_along(unit):
    task, control = risky(unit), a_control(unit)
    unit.controls.link(control, task, agreed=True)
    unit.register.remove_task(task)
    assert unit.controls.view(control).tasks == ()
    unit.history.undo()
    assert len(unit.controls.view(control).tasks) == 1


def test_two_hundred_controls_are_read_with_a_few_queries(unit):
    task = risky(unit)
    for number in range(200):
        unit.controls.link(a_control(unit, f"Kontrol {number}"), task)
    assert len(unit.controls.all()) == 200
    assert len(unit.controls.of_task(task)) == 200


def test_each_act_is_one_step_with_a_name(unit):
    task, control = risky(unit), a_control(unit)
    unit.controls.link(control, task, agreed=True)
    unit.controls.mark(control, Meaning.SENSE)
    unit.controls.keep(control)
    unit.controls.unlink(control, task)
    unit.controls.end(control)
    labels = []
    while unit.history.undo_label in {
        "put_standing_control",
        "link_control",
        "mark_control",
        "review_control",
        "unlink_control",
        "end_control",
    }:
        labels.append(unit.history.undo_label)
        unit.history.undo()
    assert labels == [
        "end_control",
        "unlink_control",
        "review_control",
        "mark_control",
        "link_control",
        "put_standing_control",
    ]
    assert unit.controls.all(stopped=True) == []
    for label in labels:
        assert all(words(language).text(f"acts.{label}") for language in CODES)
