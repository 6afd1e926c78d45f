"""How a case ends, what is fixed then, and that it can be opened again; the rung follows the rule all the way."""

from dataclasses import replace
from datetime import timedelta

import pytest

from tests.builders import TODAY, rated, refused
from tests.services.breach_builders import a_pair, closed, noted, settled, talked
from tillid_planner.domain.agreement import AgreementState, Leap
from tillid_planner.domain.breach import Control, Criterion, Fact, LeadOut, Measure, MeasureKind, Outcome, Track
from tillid_planner.domain.breach_path import Progress, Step
from tillid_planner.domain.case import BreachRecord, BreachStatus, Cause, Dimension, Reading
from tillid_planner.domain.dosing import suggest
from tillid_planner.domain.follow_up import Outcome as Went
from tillid_planner.services.breach_cases import FIELDS, OPEN_WHEN_CLOSED
from tillid_planner.services.deletion import Reason

WORDS = "Det er lagt bag os."
PAUSED = "Sat på pause, til det er afklaret."
ANEW = {Dimension.COMPETENCE: Reading(3), Dimension.INTENTION: Reading(5, sure=False), Dimension.RESOURCES: Reading(5)}


@pytest.fixture
def pair(session, clock):
    # Rated and agreed a month before anything happens.
    clock[0] = TODAY - timedelta(days=30)
    made = a_pair(session)
    clock[0] = TODAY
    return made


def lower(session, case, rung=3, ratings=ANEW, **fields):
    draft = session.endings.draft_agreement(case, ratings, rung)
    return replace(draft, reason="Aftalt sammen.", **fields)


def done(view):
    return {stage.step for stage in view.stages if stage.progress is Progress.DONE}


# Closed is closed


@pytest.fixture
def closed_case(session, pair):
    case = noted(session, pair)
    talked(session, case, Cause.COMPETENCE)
    settled(session, case)
    session.cases.put(case, Measure(kind=MeasureKind.FRAME, text="Makker"))
    session.cases.put(case, Fact(happened_on=TODAY, text="Mere."))
    session.cases.put(case, Control(form="Stikprøve", purpose="At se", starts_on=TODAY, ends_on=TODAY))
    closed(session, case)
    return case


VALUES = {"happened_on": TODAY - timedelta(days=1), "invited_on": TODAY, "shown_on": TODAY, "companion_offered": True}


@pytest.mark.parametrize("field", sorted(FIELDS))
def test_a_closed_case_keeps_its_words_and_takes_those_of_the_employee(session, closed_case, field):
    before = session.cases.get(closed_case)
    value = "told" if field == "fact_source" else VALUES.get(field, "Noget andet")
    write = lambda: session.cases.change(closed_case, **{field: value})  # noqa: E731
    if field in OPEN_WHEN_CLOSED:
        assert write()
        assert getattr(session.cases.get(closed_case), field) == value
    else:
        assert refused(write) == {(field, "case_closed")}
        assert session.cases.get(closed_case) == before


def test_nothing_is_added_to_a_closed_case_or_taken_out(session, closed_case, pair):
    before = session.cases.get(closed_case)
    cases, endings = session.cases, session.endings
    parts = [before.more_facts[0], before.measures[0], before.controls[0], before.criteria[0]]
    acts = [
        *(lambda part=part: cases.put(closed_case, replace(part, id=None)) for part in parts),
        *(lambda part=part: cases.put(closed_case, part) for part in parts),
        *(lambda part=part: cases.remove(closed_case, part) for part in parts),
        lambda: cases.put_all(closed_case, [Criterion(text="Nyt")]),
        lambda: cases.choose_track(closed_case, Track.FORMAL, deliberate=True),
        lambda: cases.set_advised(closed_case, TODAY),
        lambda: cases.write_own_note(closed_case, "anger", "Ja."),
        lambda: cases.set_prepared(closed_case),
        lambda: cases.hold_conversation(closed_case),
        lambda: cases.set_cause(closed_case, Cause.RESOURCES),
        lambda: cases.agree(closed_case, session.trust.draft(*pair, 2)),
        lambda: endings.tick(closed_case, LeadOut.HR, TODAY),
        lambda: endings.close(closed_case, Outcome.REPAIRED, WORDS),
        lambda: endings.lead_out(closed_case),
    ]
    for act in acts:
        assert {code for _, code in refused(act)} == {"case_closed"}
    assert session.cases.get(closed_case) == before
    assert session.endings.learn(closed_case, "Sig til i tide.")


def test_opened_again_a_case_is_repaired_on_and_keeps_its_closing_with_the_reason(session, closed_case, clock, pair):
    assert refused(lambda: session.endings.reopen(closed_case, " ")) == {("reason", "required")}
    clock[0] = TODAY + timedelta(days=9)
    assert session.endings.reopen(closed_case, "Det skete igen.")
    view = session.cases.view(closed_case)
    case = view.case
    assert (case.status, case.closed_on, case.outcome, case.closing_words) == (BreachStatus.REPAIRING, None, None, "")
    (former,) = case.former_closings
    assert (former.closed_on, former.outcome, former.words) == (TODAY, Outcome.REPAIRED, WORDS)
    assert (former.reopened_on, former.reason) == (clock[0], "Det skete igen.")
    assert view.delete_on is None
    assert session.cases.change(closed_case, leader_part="Jeg så det for sent.")
    closed(session, closed_case)
    assert session.endings.reopen(closed_case, "Og igen.")
    assert [f.reason for f in session.cases.get(closed_case).former_closings] == ["Det skete igen.", "Og igen."]
    session.history.undo()
    assert session.cases.get(closed_case).closed
    assert refused(lambda: session.endings.reopen(noted(session, pair), "Nej.")) == {("case", "case_not_closed")}


@pytest.mark.parametrize("cause", [c for c in Cause if c is not Cause.UNKNOWN])
@pytest.mark.parametrize("days", [0, 200])
def test_the_rule_reads_a_reopened_case_as_one_being_repaired(session, pair, clock, cause, days):
    case = noted(session, pair)
    talked(session, case, cause)
    settled(session, case)
    closed(session, case)
    clock[0] = TODAY + timedelta(days=days)
    session.endings.reopen(case, "Det skete igen.")
    sheet = session.trust.sheet(*pair)
    assert sheet.suggestion == suggest(replace(sheet.case, breaches=(BreachRecord(cause, BreachStatus.REPAIRING, 4),)))


@pytest.mark.parametrize("first", [0, 1])
def test_two_breaches_close_and_open_in_any_order(session, pair, first):
    two = [noted(session, pair), noted(session, pair, "Igen.")]
    for case in two:
        talked(session, case, Cause.COMPETENCE)
        settled(session, case)
    for case in (two[first], two[1 - first]):
        closed(session, case)
    session.endings.reopen(two[first], "Det skete igen.")
    assert not session.cases.get(two[first]).closed
    assert session.cases.get(two[1 - first]).closed
    sheet = session.trust.sheet(*pair)
    records = tuple(BreachRecord(Cause.COMPETENCE, s, 4) for s in (BreachStatus.REPAIRING, BreachStatus.CLOSED))
    assert sheet.suggestion == suggest(replace(sheet.case, breaches=records))


# A lower rung


@pytest.fixture
def at_cause(session, pair):
    case = noted(session, pair)
    talked(session, case, Cause.COMPETENCE)
    return case


def test_a_lower_rung_takes_the_rung_and_three_ratings_since_the_talk(session, at_cause):
    close = lambda **made: session.endings.close(at_cause, Outcome.LEVEL_LOWER, WORDS, **made)  # noqa: E731
    assert refused(close) == {("ratings", "rate_since_talk"), ("rung", "lower_rung_needed")}
    assert refused(lambda: close(ratings=ANEW)) == {("rung", "lower_rung_needed")}
    assert refused(lambda: close(agreement=lower(session, at_cause, ratings={}))) == {("ratings", "rate_since_talk")}
    offered = lower(session, at_cause, state=AgreementState.OFFERED)
    assert refused(lambda: close(ratings=ANEW, agreement=offered)) == {("rung", "lower_rung_needed")}
    leap = Leap(gain="Ro", risk="Igen", catch="Makker", review_on=TODAY)
    as_high = lower(session, at_cause, 4, leap=leap)
    assert refused(lambda: close(ratings=ANEW, agreement=as_high)) == {("rung", "lower_rung_needed")}
    case = session.cases.get(at_cause)
    assert not case.closed
    assert case.agreement_id is None


def test_what_is_missing_is_made_with_the_closing_as_one_step(session, at_cause, pair):
    before = session.trust.sheet(*pair)
    assert session.endings.close(at_cause, Outcome.LEVEL_LOWER, WORDS, ratings=ANEW, agreement=lower(session, at_cause))
    sheet, view = session.trust.sheet(*pair), session.cases.view(at_cause)
    assert {d: (r.value, r.sure) for d, r in sheet.ratings.items()} == {d: (r.value, r.sure) for d, r in ANEW.items()}
    assert (sheet.agreement.rung, sheet.agreement.id) == (3, view.case.agreement_id)
    assert done(view) >= {Step.AGREEMENT, Step.CLOSING}
    assert Step.FOLLOW_UPS not in done(view)
    session.history.undo()
    assert session.trust.sheet(*pair).agreement == before.agreement
    assert session.trust.sheet(*pair).ratings == before.ratings
    assert not session.cases.get(at_cause).closed


def test_the_agreement_of_the_repair_and_ratings_since_count(session, at_cause, pair, clock):
    rated(session, *pair, 3, 5, 5)
    settled(session, at_cause, 3)
    clock[0] = TODAY + timedelta(days=20)
    assert session.endings.close(at_cause, Outcome.LEVEL_LOWER, WORDS)


def test_an_agreement_from_before_the_talk_is_none_that_the_two_found(session, pair, clock):
    case = noted(session, pair)
    session.trust.agree(replace(session.trust.draft(*pair, 2), state=AgreementState.ACCEPTED, reason="Strammet."))
    rated(session, *pair, 3, 5, 5)
    clock[0] = TODAY + timedelta(days=2)
    talked(session, case, Cause.COMPETENCE)
    assert refused(lambda: session.endings.close(case, Outcome.LEVEL_LOWER, WORDS)) == {
        ("ratings", "rate_since_talk"),
        ("rung", "lower_rung_needed"),
    }


def test_the_suggestion_of_an_ending_reads_the_case_as_closed_today(session, at_cause, pair):
    held = session.trust.sheet(*pair).suggestion
    prospect = session.endings.prospect(at_cause, ANEW)
    assert (held.rung, prospect.suggestion.rung) == (3, 3)
    assert "breach" in held.binding
    assert "breach" not in prospect.suggestion.binding
    assert session.trust.sheet(*pair).suggestion == held
    record = BreachRecord(Cause.COMPETENCE, BreachStatus.CLOSED, 4, 0)
    assert prospect.suggestion == suggest(replace(prospect.case, breaches=(record,)))
    session.endings.close(at_cause, Outcome.LEVEL_LOWER, WORDS, ratings=ANEW, agreement=lower(session, at_cause))
    stored = session.cases.view(at_cause).agreement
    assert stored.suggested_rung == prospect.suggestion.rung


def test_repaired_can_rate_anew_and_need_not(session, at_cause, pair):
    settled(session, at_cause)
    session.cases.put(at_cause, replace(session.cases.get(at_cause).criteria[0], met_on=TODAY))
    assert session.endings.close(at_cause, Outcome.REPAIRED, WORDS, ratings={Dimension.COMPETENCE: Reading(2)})
    assert session.trust.sheet(*pair).ratings[Dimension.COMPETENCE].value == 2


# Not repaired


def test_what_was_not_repaired_is_not_closed_but_leaves_with_less_freedom(session, at_cause, pair):
    assert ("outcome", "not_repaired_leaves") in refused(
        lambda: session.endings.close(at_cause, Outcome.NOT_REPAIRED, WORDS)
    )
    assert refused(lambda: session.endings.lead_out(at_cause)) == {("rung", "lower_or_pause")}
    assert session.cases.get(at_cause).track is Track.REPAIR
    assert session.endings.lead_out(at_cause, session.endings.pause(at_cause, PAUSED))
    view = session.cases.view(at_cause)
    assert (view.case.status, view.case.track, view.case.outcome) == (
        BreachStatus.REPAIRING,
        Track.FORMAL,
        Outcome.NOT_REPAIRED,
    )
    assert view.next_step is Step.TRACK
    assert view.sheet.agreement.rung == 0
    assert not view.ready_to_close
    session.history.undo()
    assert session.trust.sheet(*pair).agreement.rung == 4


def test_a_case_that_leaves_may_take_a_lower_rung_with_it_or_come_back(session, at_cause, pair):
    assert session.endings.lead_out(at_cause, lower(session, at_cause, 2, {}))
    assert session.trust.sheet(*pair).agreement.rung == 2
    session.cases.choose_track(at_cause, Track.REPAIR)
    assert session.cases.get(at_cause).outcome is None
    assert session.cases.view(at_cause).next_step is Step.AGREEMENT


def test_a_case_is_not_talked_through_before_it_was_not_repaired(session, pair):
    case = noted(session, pair)
    pause = session.endings.pause(case, PAUSED)
    assert refused(lambda: session.endings.lead_out(case, pause)) == {("outcome", "cause_first")}


def test_a_case_that_is_led_out_is_deleted_once_the_pair_has_less_freedom(session, pair):
    case = noted(session, pair)
    session.cases.choose_track(case, Track.FORMAL, deliberate=True)
    assert refused(lambda: session.endings.delete([case], Reason.LED_OUT)) == {("rung", "lower_or_pause")}
    session.endings.hold_back(case, session.endings.pause(case, PAUSED))
    assert session.endings.delete([case], Reason.LED_OUT).changes
    assert session.trust.sheet(*pair).agreement.rung == 0


def test_a_case_closed_as_not_repaired_by_an_earlier_version_stays_and_can_be_opened(session, closed_case):
    database = session._workspace.database
    database.connection.execute("UPDATE breach SET outcome = 'not_repaired' WHERE id = ?", (closed_case,))
    view = session.cases.view(closed_case)
    assert view.case.closed
    assert not view.case.leaving
    session.endings.reopen(closed_case, "Vi prøver igen.")
    assert not session.cases.get(closed_case).leaving


# What is seen


def test_follow_ups_that_are_counted_need_no_tick(session, at_cause, clock):
    settled(session, at_cause)
    session.cases.put(at_cause, Criterion(text="To gode", good_follow_ups=2))
    session.cases.remove(at_cause, session.cases.get(at_cause).criteria[0])
    for n in (1, 2):
        clock[0] = session.cases.view(at_cause).sheet.next_follow_up.due_on
        session.following.hold(session.cases.view(at_cause).sheet.next_follow_up.id, Went.GOOD)
        assert session.cases.view(at_cause).case.criteria_met == (n == 2)
    seen = clock[0]
    assert session.endings.close(at_cause, Outcome.REPAIRED, WORDS)
    clock[0] = seen + timedelta(days=50)
    assert [c.met_on for c in session.cases.get(at_cause).criteria] == [seen]


def test_no_preparation_is_ticked_that_did_not_take_place(session, at_cause):
    assert Step.OWN_PART not in done(session.cases.view(at_cause))
