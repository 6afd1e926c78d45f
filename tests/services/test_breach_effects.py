"""What a breach does to the suggestion, through the services, is what the rule says of it: cause by cause."""

from dataclasses import replace
from datetime import timedelta
from itertools import permutations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.builders import TODAY, a_session, a_task, agreed, rated
from tests.services.breach_builders import a_pair, closed, noted, settled, talked
from tillid_planner.domain.breach import Track
from tillid_planner.domain.breach_effect import weigh
from tillid_planner.domain.case import BreachRecord, BreachStatus, Cause
from tillid_planner.domain.dosing import suggest

FOUND = [cause for cause in Cause if cause is not Cause.UNKNOWN]


def brought_to(session, pair, cause, status):
    """A case with this cause at this status; the rung it broke at is the agreed one."""
    case = noted(session, pair)
    if status is BreachStatus.OPEN:
        if cause is Cause.ILL_WILL:
            session.cases.choose_track(case, Track.FORMAL, deliberate=True)
        return case
    talked(session, case, cause)
    if status is BreachStatus.CLOSED:
        settled(session, case)
        closed(session, case)
    return case


STATES = [
    *((cause, status) for cause in FOUND for status in (BreachStatus.REPAIRING, BreachStatus.CLOSED)),
    (Cause.UNKNOWN, BreachStatus.OPEN),
    (Cause.ILL_WILL, BreachStatus.OPEN),
]


@pytest.mark.parametrize("days", [0, 180, 181, 365, 366])
@pytest.mark.parametrize(("cause", "status"), STATES)
@pytest.mark.parametrize("rung", [1, 3, 5])
def test_the_suggestion_is_the_rules_for_every_cause_and_status(session, clock, cause, status, rung, days):
    pair = a_pair(session, rung)
    case = session.cases.get(brought_to(session, pair, cause, status))
    clock[0] = TODAY + timedelta(days=days)
    sheet = session.trust.sheet(*pair)
    record = BreachRecord(cause, status, rung, days if status is BreachStatus.CLOSED else 0)
    assert sheet.suggestion == suggest(replace(sheet.case, breaches=(record,)))
    assert sheet.repairing == (status is BreachStatus.REPAIRING)
    assert session.matrix.grid().cells[pair[1], pair[0]].breach == (not case.closed)


@pytest.mark.parametrize("cause", [Cause.RESOURCES, Cause.CIRCUMSTANCES])
def test_a_cause_in_the_frame_leaves_no_trace_on_the_person(session, cause):
    pair = a_pair(session, 4)
    before = session.trust.sheet(*pair).suggestion
    case = noted(session, pair)
    talked(session, case, cause)
    repairing = session.trust.sheet(*pair)
    assert repairing.suggestion.rung == before.rung == 4
    assert session.cases.draft_agreement(case).rung == 4
    settled(session, case)
    closed(session, case)
    after = session.trust.sheet(*pair).suggestion
    assert after == before
    assert after.follow_ups_needed == before.follow_ups_needed


@pytest.mark.parametrize("cause", [Cause.COMPETENCE, Cause.INTENTION])
def test_what_the_person_causes_is_agreed_one_below_and_asks_for_one_more_follow_up(session, cause):
    pair = a_pair(session, 4)
    usual = session.trust.sheet(*pair).suggestion.follow_ups_needed
    case = noted(session, pair)
    talked(session, case, cause)
    assert session.cases.draft_agreement(case).rung == 3
    settled(session, case)
    closed(session, case)
    assert session.trust.sheet(*pair).suggestion.follow_ups_needed == usual + 1


def test_a_deliberate_breach_holds_the_persons_other_tasks_until_it_is_closed(session):
    pair = a_pair(session, 4)
    other = a_task(session, "Vagtplan")
    rated(session, other, pair[1], 5, 5, 5)
    case = noted(session, pair)
    assert session.trust.sheet(other, pair[1]).suggestion.rung == 5
    session.cases.choose_track(case, Track.FORMAL, deliberate=True)
    assert session.trust.sheet(*pair).suggestion.rung == 0
    assert session.trust.sheet(other, pair[1]).suggestion.rung == 2
    session.cases.choose_track(case, Track.REPAIR)
    assert session.trust.sheet(other, pair[1]).suggestion.rung == 5


def test_follow_ups_come_at_half_the_interval_while_it_is_repaired(session):
    pair = a_pair(session, 4)
    case = noted(session, pair)
    talked(session, case, Cause.RESOURCES)
    draft = session.cases.draft_agreement(case)
    assert draft.first_follow_up == TODAY + timedelta(days=15)


records = st.tuples(st.sampled_from(FOUND), st.sampled_from([BreachStatus.REPAIRING, BreachStatus.CLOSED]))


@settings(max_examples=20)
@given(st.lists(records, min_size=2, max_size=3))
def test_the_order_of_several_breaches_does_not_matter(states):
    answers = set()
    for order in permutations(states):
        session = a_session()
        pair = a_pair(session, 4)
        # All are noted before any is talked about, so that every one broke at the same rung.
        cases = [noted(session, pair) for _ in order]
        for case, (cause, status) in zip(cases, order, strict=True):
            talked(session, case, cause)
            if status is BreachStatus.CLOSED:
                closed(session, case)
        sheet = session.trust.sheet(*pair)
        answers.add(sheet.suggestion)
        assert weigh(sheet.case.breaches) is weigh(sheet.case.breaches[::-1])
    assert len(answers) == 1


def test_the_strictest_of_two_on_one_pair_counts_and_each_says_that_there_is_another(session):
    pair = a_pair(session, 4)
    first, second = noted(session, pair), noted(session, pair, "Det skete igen.")
    talked(session, first, Cause.CIRCUMSTANCES)
    assert session.trust.sheet(*pair).suggestion.carries == 3
    assert [r.code for r in session.cases.view(first).reminders] == ["also_open"]
    talked(session, second, Cause.CIRCUMSTANCES)
    assert session.trust.sheet(*pair).suggestion.carries == 5


def test_the_rung_of_the_day_it_happened_is_the_rung_it_broke_at(session, clock):
    pair = a_pair(session, 4)
    clock[0] = TODAY + timedelta(days=10)
    agreed(session, *pair, 2)
    clock[0] = TODAY + timedelta(days=12)
    assert session.cases.get(noted(session, pair, happened_on=TODAY + timedelta(days=5))).rung_at_breach == 4
    assert session.cases.get(noted(session, pair)).rung_at_breach == 2
