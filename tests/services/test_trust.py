from dataclasses import replace
from datetime import timedelta

import pytest

from tests.builders import TODAY, MovingDay, a_demo, a_person, a_session, a_task, agreed, rated
from tests.services.breach_builders import closed, talked
from tillid_planner.domain import dosing
from tillid_planner.domain.agreement import AgreementState, Leap
from tillid_planner.domain.case import Cause, Dimension, Novelty
from tillid_planner.domain.errors import InvalidInput
from tillid_planner.domain.follow_up import Distance, Outcome
from tillid_planner.domain.rating import Rater
from tillid_planner.domain.task import MAX_TEXT


@pytest.fixture
def days():
    return MovingDay()


@pytest.fixture
def session(days):
    return a_session(days)


@pytest.fixture
def pair(session):
    return a_task(session), a_person(session)


def faults(caught):
    return {fault.field: fault.code for fault in caught.value.faults}


def test_nothing_is_suggested_until_all_three_are_rated(session, pair):
    session.trust.rate(*pair, Dimension.COMPETENCE, 4)
    sheet = session.trust.sheet(*pair)
    assert sheet.suggestion.rung is None
    assert set(sheet.suggestion.binding) == {"missing:intention", "missing:resources"}


def test_a_task_nobody_has_described_gives_no_suggestion(session):
    task, person = a_task(session, clarity=None), a_person(session)
    rated(session, task, person, 4, 4, 4)
    sheet = session.trust.sheet(task, person)
    assert sheet.suggestion is None
    assert sheet.task.missing == ("clarity",)


def test_ratings_of_one_day_are_one_rating_and_later_ones_are_history(session, pair, days):
    session.trust.rate(*pair, Dimension.COMPETENCE, 3)
    session.trust.rate(*pair, Dimension.COMPETENCE, 4, example="Så det selv", seen_on=TODAY)
    assert [r.value for r in session.trust.sheet(*pair).past_ratings] == [4]
    days.wait(30)
    session.trust.rate(*pair, Dimension.COMPETENCE, 5)
    assert [r.value for r in session.trust.sheet(*pair).past_ratings] == [4, 5]


def test_rating_the_same_again_changes_nothing(session, pair):
    session.trust.rate(*pair, Dimension.COMPETENCE, 3)
    assert not session.trust.rate(*pair, Dimension.COMPETENCE, 3)


def test_confirming_makes_an_old_unsure_rating_new_and_sure(session, pair, days):
    session.trust.rate(*pair, Dimension.COMPETENCE, 3, sure=False, example="Set i april", seen_on=TODAY)
    days.wait(400)
    session.trust.confirm(*pair, Dimension.COMPETENCE)
    newest = session.trust.sheet(*pair).ratings[Dimension.COMPETENCE]
    assert (newest.value, newest.sure, newest.rated_on) == (3, True, days.day)
    assert len(session.trust.sheet(*pair).past_ratings) == 2


def test_a_rating_outside_the_scale_or_seen_tomorrow_is_refused(session, pair):
    with pytest.raises(InvalidInput) as caught:
        session.trust.rate(*pair, Dimension.COMPETENCE, 6, seen_on=TODAY + timedelta(days=1))
    assert faults(caught) == {"value": "out_of_range", "seen_on": "in_the_future"}


def test_the_employees_own_rating_stands_beside_and_never_enters_the_rule(session, pair):
    rated(session, *pair, 3, 3, 3)
    before = session.trust.sheet(*pair).suggestion
    session.trust.rate(*pair, Dimension.COMPETENCE, 5, rater=Rater.EMPLOYEE)
    sheet = session.trust.sheet(*pair)
    assert sheet.employee_ratings[Dimension.COMPETENCE].value == 5
    assert sheet.suggestion == before


def test_only_an_accepted_agreement_holds(session, pair):
    rated(session, *pair, 3, 3, 3)
    offer = agreed(session, *pair, 3, state=AgreementState.OFFERED)
    sheet = session.trust.sheet(*pair)
    assert (sheet.agreement, sheet.offer) == (None, offer)
    session.trust.advance(offer.id)
    assert session.trust.sheet(*pair).offer.state is AgreementState.DISCUSSED
    session.trust.advance(offer.id)
    sheet = session.trust.sheet(*pair)
    assert (sheet.agreement.rung, sheet.offer) == (3, None)
    assert not session.trust.advance(offer.id)


def test_an_agreement_from_rung_three_says_when_to_ask(session):
    task, person = a_task(session, ask_when=""), a_person(session)
    rated(session, task, person, 3, 3, 3)
    with pytest.raises(InvalidInput) as caught:
        session.trust.agree(session.trust.draft(task, person, 3))
    assert faults(caught) == {"ask_when": "required"}
    session.trust.agree(replace(session.trust.draft(task, person, 2), reason="Vi begynder roligt."))


def test_below_the_suggestion_takes_a_reason_and_above_it_four_answers(session, pair):
    rated(session, *pair, 3, 3, 3)
    with pytest.raises(InvalidInput) as caught:
        session.trust.agree(session.trust.draft(*pair, 2))
    assert faults(caught) == {"reason": "required"}
    with pytest.raises(InvalidInput) as caught:
        session.trust.agree(session.trust.draft(*pair, 4))
    assert set(faults(caught)) == {"leap.gain", "leap.risk", "leap.catch", "leap.review_on"}
    leap = Leap(gain="Hurtigere svar", risk="En fejl", catch="Makker", review_on=TODAY + timedelta(days=30))
    session.trust.agree(replace(session.trust.draft(*pair, 4), leap=leap, state=AgreementState.ACCEPTED))
    assert session.trust.sheet(*pair).agreement.leap == leap


def test_any_agreement_may_say_what_is_hoped_for_and_risked(session, pair):
    rated(session, *pair, 3, 3, 3)
    said = Leap(gain="Hurtigere svar", risk="En fejl", catch="Makker", review_on=TODAY + timedelta(days=30))
    session.trust.agree(replace(session.trust.draft(*pair, 3), leap=said, state=AgreementState.ACCEPTED))
    agreement = session.trust.sheet(*pair).agreement
    assert not agreement.is_leap
    assert agreement.leap == Leap(gain="Hurtigere svar", risk="En fejl", catch="", review_on=None)
    nothing = Leap(gain=" ", risk="", catch="Makker", review_on=None)
    session.trust.agree(replace(session.trust.draft(*pair, 3), leap=nothing, state=AgreementState.ACCEPTED))
    assert session.trust.sheet(*pair).agreement.leap is None


def test_hopes_that_are_too_long_are_refused(session, pair):
    rated(session, *pair, 3, 3, 3)
    said = Leap(gain="x" * (MAX_TEXT + 1), risk="", catch="", review_on=None)
    with pytest.raises(InvalidInput) as caught:
        session.trust.agree(replace(session.trust.draft(*pair, 3), leap=said))
    assert faults(caught) == {"leap.gain": "too_long"}


def test_a_rung_that_goes_down_takes_a_reason_also_when_the_suggestion_goes_down_with_it(session, pair):
    rated(session, *pair, 4, 4, 4)
    agreed(session, *pair, 4)
    rated(session, *pair, 2, 4, 4)
    draft = session.trust.draft(*pair, session.trust.sheet(*pair).suggestion.rung)
    assert (draft.rung, draft.differs) == (2, False)
    for lower in (draft, session.trust.draft(*pair, 0)):
        with pytest.raises(InvalidInput) as caught:
            session.trust.agree(lower)
        assert faults(caught) == {"reason": "required"}
    assert session.trust.agree(replace(draft, reason="Der kom en ny procedure."))


def test_nothing_is_agreed_above_the_law(session):
    task, person = a_task(session, legal_ceiling=2), a_person(session)
    rated(session, task, person, 5, 5, 5)
    with pytest.raises(InvalidInput) as caught:
        session.trust.agree(session.trust.draft(task, person, 3))
    assert faults(caught)["rung"] == "above_legal_ceiling"


def test_the_suggestion_behind_an_agreement_is_kept_as_it_was(session, pair):
    rated(session, *pair, 3, 3, 3)
    before = session.trust.sheet(*pair)
    agreement = agreed(session, *pair, 3)
    session.trust.rate(*pair, Dimension.COMPETENCE, 5)
    assert session.trust.behind(agreement.id) == (before.case, before.suggestion)
    assert session.trust.sheet(*pair).suggestion != before.suggestion


def test_what_another_version_of_the_rule_said_is_not_answered_by_this_one(session, pair, monkeypatch):
    rated(session, *pair, 3, 3, 3)
    agreement = agreed(session, *pair, 3)
    monkeypatch.setattr(dosing, "RULE_VERSION", "another")
    assert session.trust.behind(agreement.id) is None


def test_the_first_follow_up_comes_by_the_table_and_sooner_after_a_rise(session, pair, days):
    rated(session, *pair, 4, 4, 4)
    agreed(session, *pair, 2)
    assert session.trust.sheet(*pair).next_follow_up.due_on == TODAY + timedelta(days=7)
    follow_up = session.trust.sheet(*pair).next_follow_up
    days.wait(7)
    session.following.hold(follow_up.id, Outcome.GOOD, learned_leader="God plan", distance=Distance.FINE)
    agreed(session, *pair, 3)
    assert session.trust.sheet(*pair).next_follow_up.due_on == days.day + timedelta(days=7)
    assert len([f for f in session.trust.sheet(*pair).follow_ups if f.held_on is None]) == 1


def test_good_follow_ups_count_at_the_present_rung_and_a_bad_one_starts_over(session, pair, days):
    rated(session, *pair, 4, 4, 4)
    agreed(session, *pair, 3)

    def hold(outcome):
        days.wait(7)
        session.following.hold(session.trust.sheet(*pair).next_follow_up.id, outcome)
        return session.trust.sheet(*pair).case.good_follow_ups

    assert [hold(o) for o in (Outcome.GOOD, Outcome.PARTLY, Outcome.GOOD)] == [1, 1, 2]
    assert session.trust.sheet(*pair).suggestion.rung == 4
    assert hold(Outcome.NOT_OK) == 0
    hold(Outcome.GOOD)
    agreed(session, *pair, 4)
    assert session.trust.sheet(*pair).case.good_follow_ups == 0


def test_a_breach_holds_the_pair_and_leaves_no_trace_elsewhere(session, pair, days):
    task, person = pair
    other = a_task(session, "Pårørendesamtaler")
    for t in (task, other):
        rated(session, t, person, 4, 4, 4)
        agreed(session, t, person, 4)
    session.breaches.note(task, person, "Målene blev ikke taget.")
    assert session.trust.sheet(task, person).suggestion.rung == 3
    assert session.trust.sheet(other, person).suggestion.rung == 4
    breach = session.trust.sheet(task, person).open_breach.id
    talked(session, breach, Cause.RESOURCES)
    assert session.trust.sheet(task, person).suggestion.rung == 4
    assert session.trust.sheet(task, person).repairing
    closed(session, breach)
    assert session.trust.sheet(task, person).open_breach is None


def test_withdrawing_lets_the_agreement_before_hold_again(session, pair):
    rated(session, *pair, 4, 4, 4)
    agreed(session, *pair, 3)
    newer = agreed(session, *pair, 2)
    session.trust.withdraw(newer.id)
    sheet = session.trust.sheet(*pair)
    assert sheet.agreement.rung == 3
    assert len(sheet.history) == 2


def test_novelty_and_the_own_bid_are_kept_on_the_pair(session, pair):
    session.trust.set_novelty(*pair, Novelty.NEW)
    session.trust.set_own_rung(*pair, 3)
    kept = session.trust.sheet(*pair).pair
    assert (kept.novelty, kept.own_rung, kept.own_rung_on) == (Novelty.NEW, 3, TODAY)


def test_the_matrix_says_for_every_pair_what_its_sheet_says():
    made = a_demo(TODAY)
    grid = made.matrix.grid()
    assert len(grid.cells) > 60
    for (assignee_id, task_id), cell in grid.cells.items():
        sheet = made.trust.sheet(task_id, assignee_id)
        assert cell.agreed == (sheet.agreement.rung if sheet.agreement else None)
        agreed_or_offered = sheet.agreement is not None or sheet.offer is not None
        rung = sheet.suggestion.rung
        assert cell.suggested == (rung if agreed_or_offered else None)
        assert cell.closed == (not agreed_or_offered and rung is not None)
        assert cell.breach == (sheet.open_breach is not None)


def test_the_matrix_keeps_a_suggestion_closed_until_it_is_opened_or_something_is_agreed(session, pair):
    rated(session, *pair, 2, 2, 2)
    cell = session.matrix.cell(*pair)
    assert (cell.suggested, cell.frame, cell.closed, cell.rated) == (None, False, True, True)
    assert session.matrix.grid().cell(pair[1], pair[0]) == cell
    session.matrix.open_suggestion(*pair)
    assert session.matrix.is_open(*pair)
    assert (session.matrix.cell(*pair).suggested, session.matrix.cell(*pair).closed) == (2, False)


def test_where_something_is_agreed_the_matrix_says_that_the_suggestion_differs(session, pair):
    rated(session, *pair, 2, 2, 2)
    agreement = agreed(session, *pair, 2)
    rated(session, *pair, 1, 1, 1)
    assert (session.matrix.cell(*pair).suggested, session.matrix.cell(*pair).closed) == (1, False)
    session.trust.withdraw(agreement.id)
    assert (session.matrix.cell(*pair).suggested, session.matrix.cell(*pair).closed) == (None, True)


def test_the_rung_the_employee_wishes_for_is_noted_and_cleared(session, pair):
    rated(session, *pair, 3, 3, 3)
    agreement = agreed(session, *pair, 3)
    session.trust.note_employee(agreement.id, rung=4, view="Jeg kan mere")
    session.trust.note_employee(agreement.id, comment="Tak")
    assert session.trust.sheet(*pair).agreement.employee_rung == 4
    session.trust.note_employee(agreement.id, rung=None)
    kept = session.trust.sheet(*pair).agreement
    assert (kept.employee_rung, kept.employee_view, kept.employee_comment) == (None, "Jeg kan mere", "Tak")
    with pytest.raises(InvalidInput):
        session.trust.note_employee(agreement.id, rung=6)


def test_those_who_left_are_not_in_the_matrix(session, pair, days):
    person = session.register.assignee(pair[1])
    session.register.save_person(replace(person, ended_on=TODAY))
    assert [a.id for a in session.matrix.grid().assignees] == [pair[1]]
    days.wait(1)
    assert not session.matrix.grid().assignees


def test_of_two_ratings_on_one_day_the_later_counts_in_the_matrix_too(session, pair):
    rated(session, *pair, 4, 4, 4, sure=False)
    for dimension in Dimension:
        session.trust.confirm(*pair, dimension)
    agreed(session, *pair, 2)
    assert session.matrix.grid().cell(pair[1], pair[0]) == session.matrix.cell(*pair)
    assert session.trust.sheet(*pair).ratings[Dimension.COMPETENCE].sure
