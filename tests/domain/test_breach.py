from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tillid_planner.domain.breach import BreachCase, Control, Criterion, Measure, MeasureKind, Outcome, Track
from tillid_planner.domain.breach_path import Progress, Step, closing_faults, next_step, path
from tillid_planner.domain.breach_watch import closing_state, delete_on, months_on, patterns, reminders
from tillid_planner.domain.case import BreachStatus, Cause
from tillid_planner.domain.follow_up import FollowUp
from tillid_planner.domain.follow_up import Outcome as Went
from tillid_planner.domain.known_names import KnownNames

DAY = date(2026, 11, 23)
CASE = BreachCase(id=1, task_id=1, assignee_id=1, noted_on=DAY, happened_on=DAY, facts="Målene blev ikke taget.")


def good(*outcomes):
    return [
        FollowUp(id=n, agreement_id=1, due_on=DAY, held_on=DAY + timedelta(days=n), outcome=outcome)
        for n, outcome in enumerate(outcomes, start=1)
    ]


records = st.builds(
    lambda **fields: replace(CASE, **fields),
    track=st.sampled_from([None, *Track]),
    advised_on=st.sampled_from([None, DAY]),
    prepared_on=st.sampled_from([None, DAY]),
    held_on=st.sampled_from([None, DAY]),
    status=st.sampled_from(list(BreachStatus)),
    agreement_id=st.sampled_from([None, 1]),
    criteria=st.sampled_from([(), (Criterion(text="a"),), (Criterion(text="a", met_on=DAY),)]),
    learning_on=st.sampled_from([None, DAY]),
)


@given(records)
def test_at_most_one_step_is_now_and_it_is_the_first_not_done(case):
    stages = path(case)
    assert [stage.step for stage in stages] == list(Step)
    now = [stage for stage in stages if stage.progress is Progress.NOW]
    assert len(now) <= 1
    assert next_step(case) == (now[0].step if now else None)
    before = stages[: stages.index(now[0])] if now else stages
    assert all(stage.progress is Progress.DONE for stage in before)


def test_facts_come_by_the_day_they_happened():
    earlier = replace(CASE, facts="Senere").all_facts
    assert [fact.text for fact in earlier] == ["Senere"]


@pytest.mark.parametrize(
    ("cause", "exposure", "held", "need"),
    [
        (Cause.COMPETENCE, 0, [Went.GOOD, Went.GOOD], (2, 2)),
        (Cause.COMPETENCE, 1, [Went.GOOD, Went.GOOD], (2, 3)),
        (Cause.INTENTION, 2, [Went.GOOD, Went.NOT_OK, Went.GOOD], (1, 3)),
        (Cause.RESOURCES, 2, [Went.GOOD, Went.PARTLY], (1, 1)),
        (Cause.ILL_WILL, 0, [Went.GOOD] * 4, (4, 4)),
    ],
)
def test_each_cause_asks_for_its_follow_ups(cause, exposure, held, need):
    assert closing_state(replace(CASE, cause=cause), good(*held), exposure, DAY).follow_ups == need


def test_a_deliberate_breach_waits_sixty_days_and_others_for_their_measure():
    deliberate = replace(CASE, cause=Cause.ILL_WILL, held_on=DAY)
    assert not closing_state(deliberate, good(*[Went.GOOD] * 4), 0, DAY + timedelta(days=59)).reached
    assert closing_state(deliberate, good(*[Went.GOOD] * 4), 0, DAY + timedelta(days=60)).reached
    frame = replace(CASE, cause=Cause.RESOURCES)
    assert not closing_state(frame, good(Went.GOOD), 0, DAY).reached
    done = replace(frame, measures=(Measure(kind=MeasureKind.FRAME, text="Makker", done_on=DAY),))
    assert closing_state(done, good(Went.GOOD), 0, DAY).reached


@pytest.mark.parametrize("outcome", list(Outcome))
def test_no_case_closes_without_words_or_before_its_cause(outcome):
    codes = {fault.code for fault in closing_faults(CASE, outcome, " ")}
    assert {"cause_first", "required"} <= codes
    assert ("no_criteria" in codes) == (outcome is Outcome.REPAIRED)


def test_a_year_later_is_the_same_day_also_from_the_last_of_february():
    assert months_on(date(2028, 2, 29), 12) == date(2029, 2, 28)
    assert months_on(date(2026, 1, 31), 1) == date(2026, 2, 28)
    assert months_on(date(2026, 1, 31), -3) == date(2025, 10, 31)
    assert months_on(date(2026, 12, 1), 1) == date(2027, 1, 1)


def test_the_deletion_date_is_a_year_on_or_when_somebody_has_left():
    closed = replace(CASE, status=BreachStatus.CLOSED, closed_on=DAY)
    assert delete_on(CASE, None) is None
    assert delete_on(closed, None) == date(2027, 11, 23)
    assert delete_on(closed, DAY - timedelta(days=5)) == DAY
    assert delete_on(closed, DAY + timedelta(days=5)) == DAY + timedelta(days=5)
    assert delete_on(closed, DAY + timedelta(days=5000)) == date(2027, 11, 23)


def test_patterns_are_of_causes_in_one_unit_and_never_of_what_is_not_talked_through():
    def case(cause, days):
        return replace(CASE, cause=cause, happened_on=DAY - timedelta(days=days))

    assert patterns([(case(Cause.RESOURCES, 1), "Nord"), (case(Cause.RESOURCES, 2), "Syd")], DAY) == ()
    assert patterns([(case(Cause.UNKNOWN, 1), ""), (case(Cause.UNKNOWN, 2), "")], DAY) == ()
    found = patterns([(case(Cause.RESOURCES, 1), ""), (case(Cause.RESOURCES, 92), "")], DAY)
    assert [(p.cause, p.count) for p in found] == [(Cause.RESOURCES, 2)]
    assert patterns([(case(Cause.RESOURCES, 1), ""), (case(Cause.RESOURCES, 93), "")], DAY) == ()


def test_a_control_that_was_ended_is_not_asked_about():
    control = Control(id=3, form="Stikprøve", purpose="Se listen", starts_on=DAY, ends_on=DAY)
    case = replace(CASE, controls=(control,), held_on=DAY)
    later = DAY + timedelta(days=1)
    assert [r.record for r in reminders(case, later)] == [3]
    assert reminders(replace(case, controls=(replace(control, ended_on=DAY),)), later) == ()
    assert control.runs_on(DAY)
    assert not control.runs_on(later)


# Names


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Aminas liste", "Aminas"), ("amina's liste", "amina's"), ("AMINA", "AMINA"), ("Jens' bil", "Jens'"),
        ("Jenses bil", "Jenses"), ("hos Holm i går", "Holm"), ("Anne-Marie sagde", "Anne-Marie"), ("Marie", "Marie"),
        ("Team  Aftens vagt", "Team  Aftens"), ("Bo sagde det", "Bo"), ("BO", "BO"), ("Am\u200bina", "Amina"),
        ("A\u030ase", "Åse"), ("Amina-sagen", "Amina"),
        ("vi skal bo her", None), ("Aftenen var lang", None), ("Holmen", None), ("", None), ("i skamina", None),
    ],
)
def test_names_are_found_whole_and_inflected_and_nothing_else_is(text, name):
    names = KnownNames(["Amina Holm", "Bo Lindskov", "Jens", "Anne-Marie Krog", "Åse Ørsted"], ["Team Aften"])
    assert names.first_in(text) == name


def test_names_are_covered_as_one_and_the_own_name_is_not():
    names = KnownNames(["Bo Lindskov", "Eva Holm"], without=["Amina Holm"])
    assert names.covered("Bo Lindskovs liste lå hos Amina Holm.", "[–]") == "[–] liste lå hos Amina Holm."
    assert KnownNames([]).covered("Bo", "[–]") == "Bo"
    assert names.covered("Ingen her.", "[–]") == "Ingen her."


@given(st.text(max_size=60))
def test_no_text_upsets_the_search_for_names(text):
    names = KnownNames(["Amina Holm", "(x) [y"], ["a+b"])
    found = names.first_in(text)
    assert (found is None) == (names.covered(text, "\u2591") == text)
