"""Follow-ups: held, moved, cancelled; what is proposed next, and how they count towards a step."""

from dataclasses import replace
from datetime import date, time, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.builders import TODAY, MovingDay, a_person, a_session, a_task, agreed, rated, refused
from tests.services.breach_builders import closed, noted, talked
from tillid_planner.domain.agreement import AgreementState
from tillid_planner.domain.case import Cause
from tillid_planner.domain.follow_up import Distance, Outcome
from tillid_planner.services.following import Counting, counting


@pytest.fixture
def day():
    return MovingDay()


@pytest.fixture
def unit(day):
    return a_session(day)


@pytest.fixture
def pair(unit):
    task, person = a_task(unit), a_person(unit)
    rated(unit, task, person, 4, 4, 4)
    return task, person


def planned(session, pair):
    return session.trust.sheet(*pair).next_follow_up


def test_held_it_keeps_what_both_learned_and_plans_the_next_by_the_table(unit, pair):
    agreed(unit, *pair, 3)
    first = planned(unit, pair)
    unit.following.hold(
        first.id,
        Outcome.GOOD,
        learned_leader="Jeg spørger for tit.",
        learned_employee="Jeg kan selv.",
        distance=Distance.TOO_CLOSE,
        gain_seen="Såret blev set til samme dag.",
    )
    kept = unit.following.get(first.id)
    assert (kept.held_on, kept.outcome, kept.distance) == (TODAY, Outcome.GOOD, Distance.TOO_CLOSE)
    assert (kept.learned_leader, kept.learned_employee) == ("Jeg spørger for tit.", "Jeg kan selv.")
    assert kept.gain_seen == "Såret blev set til samme dag."
    assert planned(unit, pair).due_on == TODAY + timedelta(days=14)
    unit.history.undo()
    assert unit.following.get(first.id).held_on is None
    assert planned(unit, pair).id == first.id


def test_the_next_day_and_time_can_be_chosen(unit, pair):
    agreed(unit, *pair, 3)
    wanted = TODAY + timedelta(days=5)
    unit.following.hold(planned(unit, pair).id, Outcome.PARTLY, next_on=wanted, next_at=time(9, 30))
    assert (planned(unit, pair).due_on, planned(unit, pair).due_at) == (wanted, time(9, 30))


def test_another_one_that_is_planned_already_is_not_doubled(unit, pair):
    agreement = agreed(unit, *pair, 3)
    first = planned(unit, pair)
    unit.following.plan(agreement.id, TODAY + timedelta(days=20), time(10, 0))
    meeting = unit.following.meeting(first.id)
    assert meeting.planned.due_on == TODAY + timedelta(days=20)
    unit.following.hold(first.id, Outcome.GOOD)
    assert [f.due_on for f in unit.trust.sheet(*pair).follow_ups if f.held_on is None] == [TODAY + timedelta(days=20)]


@pytest.mark.parametrize(
    ("next_on", "code"),
    [
        (TODAY - timedelta(days=1), "in_the_past"),
        (date(2190, 1, 1), "day_out_of_range"),
    ],
)
def test_an_impossible_next_day_is_refused_and_nothing_is_kept(unit, pair, next_on, code):
    agreed(unit, *pair, 3)
    first = planned(unit, pair)
    faults = refused(lambda: unit.following.hold(first.id, Outcome.GOOD, next_on=next_on))
    assert faults == {("next_on", code)}
    assert unit.following.get(first.id) == first


def test_moved_it_takes_another_day_and_a_time_and_can_be_taken_back(unit, pair):
    agreed(unit, *pair, 3)
    first = planned(unit, pair)
    unit.following.move(first.id, TODAY, time(13, 30))
    assert (planned(unit, pair).due_on, planned(unit, pair).due_at) == (TODAY, time(13, 30))
    unit.history.undo()
    assert planned(unit, pair) == first
    assert not unit.following.move(first.id, first.due_on)


def test_a_day_that_has_passed_is_refused(unit, pair):
    agreed(unit, *pair, 3)
    first = planned(unit, pair)
    assert refused(lambda: unit.following.move(first.id, TODAY - timedelta(days=1))) == {("due_on", "in_the_past")}
    assert refused(lambda: unit.following.move(first.id, date(2100, 1, 1))) == {("due_on", "day_out_of_range")}


def test_cancelled_it_is_gone_until_that_is_taken_back(unit, pair):
    agreed(unit, *pair, 3)
    first = planned(unit, pair)
    unit.following.cancel(first.id)
    assert planned(unit, pair) is None
    assert unit.history.undo_label == "drop_follow_up"
    unit.history.undo()
    assert planned(unit, pair) == first


def test_what_was_held_is_neither_held_again_nor_moved_nor_cancelled(unit, pair):
    agreed(unit, *pair, 3)
    first = planned(unit, pair)
    unit.following.hold(first.id, Outcome.GOOD)
    for act in (
        lambda: unit.following.hold(first.id, Outcome.NOT_OK),
        lambda: unit.following.move(first.id, TODAY),
        lambda: unit.following.cancel(first.id),
    ):
        assert refused(act) == {("follow_up", "already_held")}


# Rung 3 with exposure 0 is followed up every 14 days; half of that is a week.
def test_the_first_follow_up_after_a_rise_or_a_leap_comes_after_half_the_interval(unit, pair):
    agreed(unit, *pair, 2)
    unit.following.hold(planned(unit, pair).id, Outcome.GOOD)
    assert unit.trust.draft(*pair, 3).first_follow_up == TODAY + timedelta(days=7)
    assert unit.trust.draft(*pair, 5).first_follow_up == TODAY + timedelta(days=45)


def test_while_repairing_the_interval_is_half_for_the_first_and_for_each_after_it(unit, pair):
    agreed(unit, *pair, 4)
    breach = noted(unit, pair)
    talked(unit, breach, Cause.RESOURCES)
    assert unit.trust.draft(*pair, 3).first_follow_up == TODAY + timedelta(days=7)
    agreed(unit, *pair, 3)
    first = planned(unit, pair)
    assert first.due_on == TODAY + timedelta(days=7)
    assert unit.following.meeting(first.id).next_on == TODAY + timedelta(days=7)
    closed(unit, breach)
    assert unit.following.meeting(first.id).next_on == TODAY + timedelta(days=14)


def test_a_proposed_day_in_the_weekend_is_the_monday_after(unit, pair, day):
    agreed(unit, *pair, 3)
    day.day = TODAY + timedelta(days=5)
    assert unit.following.next_after(planned(unit, pair).id) == TODAY + timedelta(days=21)


def test_nothing_is_proposed_at_a_pause(unit, pair):
    agreed(unit, *pair, 3)
    first = planned(unit, pair)
    agreed(unit, *pair, 0, first_follow_up=None)
    assert unit.following.meeting(first.id).rung == 3
    assert counting(unit.trust.sheet(*pair)) is None


def test_good_follow_ups_count_towards_a_step_a_bad_one_starts_anew(unit, day):
    task, person = a_task(unit, consequence=2, reversal=3, detection=2), a_person(unit)
    rated(unit, task, person, 5, 5, 5)
    agreed(unit, task, person, 2)
    expected = [
        (Outcome.GOOD, Counting(1, 2)),
        (Outcome.PARTLY, Counting(1, 2)),
        (Outcome.NOT_OK, Counting(0, 2)),
        (Outcome.GOOD, Counting(1, 2)),
        (Outcome.GOOD, Counting(2, 2)),
        (Outcome.GOOD, Counting(2, 2)),
    ]
    assert counting(unit.trust.sheet(task, person)) == Counting(0, 2)
    for outcome, after in expected:
        unit.following.hold(planned(unit, (task, person)).id, outcome)
        day.day += timedelta(days=1)
        assert counting(unit.trust.sheet(task, person)) == after


def test_no_step_is_counted_towards_at_the_top_at_the_laws_ceiling_or_without_an_agreement(unit, pair):
    assert counting(unit.trust.sheet(*pair)) is None
    held = a_task(unit, "Medicin", legal_ceiling=2)
    rated(unit, held, pair[1], 5, 5, 5)
    agreed(unit, held, pair[1], 2)
    assert counting(unit.trust.sheet(held, pair[1])) is None


# A follow-up does not vanish


def offer(session, pair, rung, **fields):
    draft = session.trust.draft(*pair, rung)
    fields = {"reason": "Aftalt sammen.", "state": AgreementState.OFFERED} | fields
    session.trust.agree(replace(draft, **fields))
    return session.trust.sheet(*pair).history[-1]


def test_an_offer_leaves_the_follow_up_of_what_is_in_force(unit, pair):
    held = agreed(unit, *pair, 3)
    before = planned(unit, pair)
    offered = offer(unit, pair, 2)
    assert planned(unit, pair) == before
    unit.trust.withdraw(offered.id)
    assert planned(unit, pair) == before
    assert before.agreement_id == held.id


@pytest.mark.parametrize("way", ["advance", "set_state"])
def test_accepted_it_brings_its_own_follow_up_and_takes_the_old_one_away(unit, pair, way):
    agreed(unit, *pair, 3)
    offered = offer(unit, pair, 2)
    if way == "advance":
        unit.trust.advance(offered.id)
        assert planned(unit, pair).agreement_id != offered.id
        unit.trust.advance(offered.id)
    else:
        unit.trust.set_state(offered.id, AgreementState.ACCEPTED)
    (left,) = [f for f in unit.trust.sheet(*pair).follow_ups if f.held_on is None]
    assert (left.agreement_id, left.due_on) == (offered.id, offered.first_follow_up)
    unit.history.undo()
    assert planned(unit, pair).agreement_id != offered.id


def test_accepted_late_its_follow_up_is_not_overdue_at_once(unit, pair, day):
    agreed(unit, *pair, 3)
    offered = offer(unit, pair, 2)
    day.day = offered.first_follow_up + timedelta(days=3)
    unit.trust.set_state(offered.id, AgreementState.ACCEPTED)
    assert planned(unit, pair).due_on == day.day


@pytest.mark.parametrize("away", ["withdraw", "offered again"])
def test_what_holds_again_keeps_a_follow_up(unit, pair, away):
    held = agreed(unit, *pair, 3)
    newer = agreed(unit, *pair, 2)
    assert planned(unit, pair).agreement_id == newer.id
    if away == "withdraw":
        unit.trust.withdraw(newer.id)
    else:
        unit.trust.set_state(newer.id, AgreementState.OFFERED)
    sheet = unit.trust.sheet(*pair)
    assert sheet.agreement.id == held.id
    (left,) = [f for f in sheet.follow_ups if f.held_on is None]
    assert left.agreement_id == held.id


def test_withdrawn_without_another_it_leaves_nothing_to_hold(unit, pair):
    only = agreed(unit, *pair, 3)
    unit.trust.withdraw(only.id)
    assert planned(unit, pair) is None


def test_what_holds_again_from_under_a_pause_gets_a_follow_up_anew(unit, pair):
    held = agreed(unit, *pair, 3)
    offer(unit, pair, 0)
    newer = agreed(unit, *pair, 2)
    unit.trust.withdraw(newer.id)
    unit.trust.withdraw(unit.trust.sheet(*pair).agreement.id)
    (left,) = [f for f in unit.trust.sheet(*pair).follow_ups if f.held_on is None]
    assert (left.agreement_id, left.due_on) == (held.id, held.first_follow_up)


@given(st.lists(st.sampled_from(["offer", "accept", "withdraw", "hold", "pause", "undo"]), max_size=12))
@settings(max_examples=60)
def test_whatever_is_done_an_agreement_in_force_has_exactly_one_follow_up_to_come(acts):
    unit = a_session()
    pair = a_task(unit), a_person(unit)
    rated(unit, *pair, 4, 4, 4)
    agreed(unit, *pair, 3)
    # Undo goes back to here.
    unit._workspace.database.forget()
    for act in acts:
        history = [a for a in unit.trust.sheet(*pair).history if a.withdrawn_on is None]
        if act == "offer":
            offer(unit, pair, 2)
        elif act == "pause":
            offer(unit, pair, 0)
        elif act == "accept" and history:
            unit.trust.set_state(history[-1].id, AgreementState.ACCEPTED)
        elif act == "withdraw" and history:
            unit.trust.withdraw(history[-1].id)
        elif act == "hold" and planned(unit, pair):
            unit.following.hold(planned(unit, pair).id, Outcome.GOOD)
        elif act == "undo":
            unit.history.undo()
        sheet = unit.trust.sheet(*pair)
        if sheet.agreement is not None and sheet.agreement.rung:
            to_come = [f for f in sheet.follow_ups if f.held_on is None]
            assert [f.agreement_id for f in to_come] == [sheet.agreement.id], acts
    unit.close()
