from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tillid_planner.domain.agreement import Agreement, AgreementState
from tillid_planner.domain.breach import BreachCase, Control, Criterion, Measure, MeasureKind, Outcome, Track
from tillid_planner.domain.breach_path import Progress, Step, closing_faults, lowered, path
from tillid_planner.domain.breach_watch import closing_state, delete_on, months_on, patterns, reminders, with_counts
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


@given(records, st.booleans())
def test_one_step_at_most_is_now_and_a_tick_stands_only_at_what_took_place(case, followed_up):
    stages = path(case, followed_up=followed_up)
    assert [stage.step for stage in stages] == list(Step)
    now = [stage.step for stage in stages if stage.progress is Progress.NOW]
    done = {stage.step for stage in stages if stage.progress is Progress.DONE}
    assert len(now) <= 1
    assert bool(now) == (not case.closed or case.learning_on is None)
    assert (Step.CONVERSATION in done) == (case.held_on is not None)
    assert (Step.OWN_PART in done) == (case.prepared_on is not None)
    assert Step.AGREEMENT not in done or case.agreement_id is not None
    assert Step.FOLLOW_UPS not in done or followed_up
    assert (Step.CLOSING in done) == case.closed


@given(records)
def test_before_the_talk_the_step_to_take_is_the_first_that_is_not_done(case):
    case = replace(case, held_on=None, status=BreachStatus.OPEN, agreement_id=None)
    stages = path(case)
    first = next(stage for stage in stages if stage.progress is not Progress.DONE)
    assert first.progress is Progress.NOW


def test_a_case_that_waits_for_advice_or_leaves_goes_by_its_track_first():
    waits = replace(CASE, track=Track.FORMAL, prepared_on=DAY)
    leaves = replace(waits, advised_on=DAY, held_on=DAY, status=BreachStatus.REPAIRING, outcome=Outcome.NOT_REPAIRED)
    for case in (waits, leaves):
        assert [s.step for s in path(case) if s.progress is Progress.NOW] == [Step.TRACK]
    advised = replace(waits, advised_on=DAY)
    assert [s.step for s in path(advised) if s.progress is Progress.NOW] == [Step.CONVERSATION]


@pytest.mark.parametrize(
    ("held", "met"),
    [
        ([Went.GOOD], None),
        ([Went.GOOD, Went.PARTLY, Went.GOOD], DAY + timedelta(days=3)),
        ([Went.GOOD, Went.GOOD, Went.GOOD], DAY + timedelta(days=2)),
        ([Went.GOOD, Went.GOOD, Went.NOT_OK], None),
        ([Went.NOT_OK, Went.GOOD, Went.GOOD], DAY + timedelta(days=3)),
    ],
)
def test_counted_follow_ups_are_seen_the_day_the_last_of_them_was_good(held, met):
    # Whatever is ticked by hand, the count is what counts.
    case = replace(CASE, criteria=(Criterion(text="a", good_follow_ups=2, met_on=DAY), Criterion(text="b")))
    counted = with_counts(case, good(*held), DAY + timedelta(days=9))
    assert [criterion.met_on for criterion in counted.criteria] == [met, None]


def test_counted_days_run_from_the_talk_and_a_closed_case_keeps_what_was_seen():
    case = replace(CASE, held_on=DAY, criteria=(Criterion(text="a", days=60),))
    assert with_counts(case, [], DAY + timedelta(days=59)).criteria[0].met_on is None
    assert with_counts(case, [], DAY + timedelta(days=60)).criteria[0].met_on == DAY + timedelta(days=60)
    closed = replace(case, status=BreachStatus.CLOSED, closed_on=DAY)
    assert with_counts(closed, [], DAY + timedelta(days=99)) == closed


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
    assert ("not_repaired_leaves" in codes) == (outcome is Outcome.NOT_REPAIRED)


def test_a_lower_rung_is_one_that_both_took_since_the_talk_below_the_rung_at_the_breach():
    case = replace(CASE, rung_at_breach=4, held_on=DAY)
    lower = Agreement(task_id=1, assignee_id=1, rung=3, state=AgreementState.ACCEPTED, agreed_on=DAY)
    assert lowered(case, lower)
    for other in (
        replace(lower, rung=4),
        replace(lower, agreed_on=DAY - timedelta(days=1)),
        replace(lower, state=AgreementState.DISCUSSED),
        None,
    ):
        assert not lowered(case, other)
    assert not lowered(replace(case, held_on=None), lower)


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


# Names


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Aminas liste", "Aminas"),
        ("amina's liste", "amina's"),
        ("AMINA", "AMINA"),
        ("Jens' bil", "Jens'"),
        ("Jenses bil", "Jenses"),
        ("hos Holm i går", "Holm"),
        ("Anne-Marie sagde", "Anne-Marie"),
        ("Marie", "Marie"),
        ("Team  Aftens vagt", "Team  Aftens"),
        ("Bo sagde det", "Bo"),
        ("BO", "BO"),
        ("Am\u200bina", "Amina"),
        ("A\u030ase", "Åse"),
        ("Amina-sagen", "Amina"),
        ("vi skal bo her", None),
        ("Aftenen var lang", None),
        ("Holmen", None),
        ("", None),
        ("i skamina", None),
    ],
)
def test_names_are_found_whole_and_inflected_and_nothing_else_is(text, name):
    names = KnownNames(["Amina Holm", "Bo Lindskov", "Jens", "Anne-Marie Krog", "Åse Ørsted"], ["Team Aften"])
    assert names.first_in(text) == name


def test_names_are_covered_as_one_and_the_own_name_is_not():
    names = KnownNames(["Bo Lindskov", "Eva Holm"], without=["Amina Holm"])
    assert names.masked("Bo Lindskovs liste lå hos Amina Holm.", "[–]") == "[–] liste lå hos Amina Holm."
    assert KnownNames([]).masked("Bo", "[–]") == "Bo"
    assert names.masked("Ingen her.", "[–]") == "Ingen her."


@given(st.text(max_size=60))
def test_no_text_upsets_the_search_for_names(text):
    names = KnownNames(["Amina Holm", "(x) [y"], ["a+b"])
    found = names.first_in(text)
    assert (found is None) == (names.masked(text, "\u2591") == text)
