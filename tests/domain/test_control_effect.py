"""What a control does to a task: over every task, form and order in which controls stop."""

from dataclasses import replace
from datetime import date
from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tillid_planner.domain.control_effect import (
    FIELDS,
    Outcome,
    consent,
    effect_of,
    standing_of,
    value_without,
    with_form,
)
from tillid_planner.domain.standing_control import ControlForm, ControlLink
from tillid_planner.domain.tables import EXPOSURE
from tillid_planner.domain.task import Task

DAY = date(2026, 11, 23)
TASKS = [
    Task(name="Opgave", consequence=c, reversal=r, detection=d, clarity=3) for c, r, d in product((1, 2, 3), repeat=3)
]
# The design's table: what each form can give at best.
BEST = {
    ControlForm.COLLEAGUE: (1, None),
    ControlForm.TECHNICAL: (1, None),
    ControlForm.SELF: (2, None),
    ControlForm.UNDO_WINDOW: (None, 1),
    ControlForm.SAMPLE: (None, None),
    ControlForm.REPORT: (None, None),
    ControlForm.DATA: (None, None),
    ControlForm.INSPECTION: (None, None),
    ControlForm.APPROVAL: (None, None),
}


@pytest.mark.parametrize("form", ControlForm)
def test_every_form_on_every_task_follows_the_exposure_table(form):
    detection, reversal = BEST[form]
    for task in TASKS:
        effect = effect_of(task, form)
        caught = min(task.detection, detection or 3)
        undone = min(task.reversal, reversal or 3)
        now = EXPOSURE[task.consequence][task.reversal + task.detection]
        then = EXPOSURE[task.consequence][undone + caught]
        assert (effect.before.exposure, effect.before.top) == (now, 5 - now)
        assert (effect.after.detection, effect.after.reversal) == (caught, undone)
        assert (effect.after.exposure, effect.after.top) == (then, 5 - then)
        assert now - then <= 1
        assert (effect.outcome is Outcome.ONE_MORE) == (then < now)


@pytest.mark.parametrize(
    ("form", "change", "outcome"),
    [
        (ControlForm.COLLEAGUE, {}, Outcome.ONE_MORE),
        (ControlForm.COLLEAGUE, {"clarity": 2}, Outcome.BY_CLARITY),
        (ControlForm.COLLEAGUE, {"legal_ceiling": 3}, Outcome.BY_LAW),
        (ControlForm.COLLEAGUE, {"legal_ceiling": 2, "clarity": 1}, Outcome.BY_LAW),
        (ControlForm.COLLEAGUE, {"consequence": 1}, Outcome.HARMLESS),
        (ControlForm.COLLEAGUE, {"detection": 1}, Outcome.ALREADY),
        (ControlForm.SELF, {"detection": 3}, Outcome.NOT_ENOUGH),
        (ControlForm.SAMPLE, {}, Outcome.AFTERWARDS),
        (ControlForm.SAMPLE, {"consequence": 1}, Outcome.AFTERWARDS),
        (ControlForm.APPROVAL, {}, Outcome.APPROVAL),
        (ControlForm.COLLEAGUE, {"detection": None}, Outcome.DESCRIBE_FIRST),
        (ControlForm.UNDO_WINDOW, {"reversal": None}, Outcome.DESCRIBE_FIRST),
        (ControlForm.COLLEAGUE, {"clarity": None}, Outcome.DESCRIBE_FIRST),
    ],
)
def test_each_case_has_its_sentence(form, change, outcome):
    task = replace(Task(name="Opgave", consequence=3, reversal=3, detection=2, clarity=3), **change)
    assert effect_of(task, form).outcome is outcome


def consented(task, links, number, form):
    """The task and its links after a control of this form was linked with consent."""
    values = consent(task, links, form)
    link = ControlLink(id=number, control_id=number, task_id=1, linked_on=DAY, agreed_on=DAY, **values)
    return with_form(task, form), [*links, link]


def stopped(task, links, number):
    """The task and its links after a control was stopped and the task set back where that is offered."""
    link = next(link for link in links if link.id == number)
    back = {f: v for f in FIELDS if (v := value_without(links, link, f, getattr(task, f))) is not None}
    return replace(task, **back), [replace(one, unlinked_on=DAY) if one.id == number else one for one in links]


@given(
    st.sampled_from(TASKS),
    st.lists(st.sampled_from(list(ControlForm)), min_size=1, max_size=4),
    st.data(),
)
def test_when_all_controls_have_stopped_the_task_is_as_before_whatever_the_order(task, forms, data):
    changed, links = task, []
    for number, form in enumerate(forms, start=1):
        changed, links = consented(changed, links, number, form)
    for number in data.draw(st.permutations(range(1, len(forms) + 1))):
        changed, links = stopped(changed, links, number)
        left = [form for one, form in zip(links, forms, strict=True) if one.unlinked_on is None]
        expected = task
        for form in left:
            expected = with_form(expected, form)
        assert standing_of(changed) == standing_of(expected)
    assert changed == task


@pytest.mark.parametrize("order", [(1, 2), (2, 1)])
def test_two_controls_with_the_same_effect_stop_in_either_order(order):
    task, links = Task(name="Opgave", consequence=3, reversal=3, detection=3, clarity=3), []
    task, links = consented(task, links, 1, ControlForm.COLLEAGUE)
    task, links = consented(task, links, 2, ControlForm.TECHNICAL)
    task, links = stopped(task, links, order[0])
    assert task.detection == 1
    task, links = stopped(task, links, order[1])
    assert task.detection == 3


def test_what_the_leader_has_changed_herself_stays():
    task, links = consented(
        Task(name="Opgave", consequence=3, reversal=3, detection=3, clarity=3), [], 1, ControlForm.SELF
    )
    assert task.detection == 2
    assert value_without(links, links[0], "detection", 1) is None
    assert value_without(links, links[0], "detection", 2) == 3
    assert value_without(links, links[0], "reversal", 3) is None
