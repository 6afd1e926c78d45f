"""Cases of breaches: noted, taken along the path step by step, and ended."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from tests.builders import TODAY, a_person, a_task, refused
from tests.services.breach_builders import closed, noted, settled, talked
from tillid_planner.domain.breach import (
    Control,
    Criterion,
    Fact,
    LeadOut,
    Measure,
    MeasureKind,
    Outcome,
    Owner,
    Source,
    Track,
)
from tillid_planner.domain.breach_path import Progress, Step
from tillid_planner.domain.case import BreachStatus, Cause
from tillid_planner.domain.follow_up import Outcome as Went
from tillid_planner.domain.learning import ProposalKind
from tillid_planner.services.deletion import Reason
from tillid_planner.services.register import OpenBreach


def now(session, case):
    return session.cases.view(case).next_step


# Noting


def test_three_fields_are_enough_and_each_that_is_missing_is_named(session, pair):
    assert refused(lambda: session.breaches.note(None, None, " ")) == {
        ("task_id", "choose_one"),
        ("assignee_id", "choose_one"),
        ("facts", "required"),
    }
    assert refused(lambda: session.breaches.note(*pair, "Noget.", happened_on=TODAY + timedelta(days=1))) == {
        ("happened_on", "in_the_future")
    }
    case = session.cases.get(noted(session, pair, happened_on=TODAY - timedelta(days=3)))
    assert (case.noted_on, case.happened_on) == (TODAY, TODAY - timedelta(days=3))
    assert case.rung_at_breach == 4
    assert session.trust.sheet(*pair).open_breach is not None


def test_nothing_happens_after_somebody_has_left(session):
    task = a_task(session)
    person = a_person(session, "Bo Lindskov", started_on=date(2020, 1, 1), ended_on=TODAY - timedelta(days=2))
    assert refused(lambda: session.breaches.note(task, person, "Noget.")) == {("happened_on", "had_left")}
    assert session.breaches.note(task, person, "Noget.", happened_on=TODAY - timedelta(days=2))


def test_facts_have_days_and_sources_and_stand_apart_from_what_is_thought_of_them(session, pair):
    case = noted(session, pair)
    session.cases.put(case, Fact(happened_on=TODAY - timedelta(days=1), text="Natten før.", source=Source.TOLD))
    session.cases.change(case, assessment="Jeg tror, der manglede tid.")
    found = session.cases.get(case)
    assert [f.text for f in found.all_facts] == ["Natten før.", "Målene blev ikke taget."]
    assert refused(lambda: session.cases.put(case, Fact(happened_on=TODAY + timedelta(days=1), text=" "))) == {
        ("text", "required"),
        ("happened_on", "in_the_future"),
    }
    session.cases.remove(case, found.more_facts[0])
    assert len(session.cases.get(case).all_facts) == 1


# The path


def test_a_case_goes_step_by_step_and_each_act_is_one_step_of_undo(session, pair):
    case = noted(session, pair)
    steps = [now(session, case)]
    acts = [
        lambda: session.cases.choose_track(case, Track.REPAIR),
        lambda: session.cases.set_prepared(case),
        lambda: session.cases.hold_conversation(case),
        lambda: session.cases.set_cause(case, Cause.RESOURCES),
        lambda: session.cases.agree(case, session.cases.draft_agreement(case)),
        lambda: session.cases.put(case, Criterion(text="Planen er lagt om")),
        lambda: session.cases.put(case, replace(session.cases.get(case).criteria[0], met_on=TODAY)),
        lambda: session.endings.close(case, Outcome.REPAIRED, "Det er lagt bag os."),
        lambda: session.endings.learn(case, "Sig til, når to ting rammer samme time."),
    ]
    for act in acts:
        assert act()
        steps.append(now(session, case))
    assert steps == [
        Step.TRACK,
        Step.OWN_PART,
        Step.CONVERSATION,
        Step.CAUSE,
        Step.AGREEMENT,
        Step.AGREEMENT,
        Step.FOLLOW_UPS,
        Step.CLOSING,
        Step.LEARNING,
        None,
    ]
    for step in reversed(steps[:-1]):
        session.history.undo()
        assert now(session, case) is step
    assert session.endings.learning() == []


def test_a_later_step_may_be_done_first_and_the_first_left_out_is_the_one_to_take(session, pair):
    case = noted(session, pair)
    session.cases.put(case, Criterion(text="Planen er lagt om"))
    session.cases.hold_conversation(case)
    view = session.cases.view(case)
    assert [s.step for s in view.stages if s.progress is Progress.DONE] == [
        Step.FACTS,
        Step.TRACK,
        Step.CONVERSATION,
    ]
    assert view.next_step is Step.CAUSE


def test_the_cause_waits_for_the_conversation(session, pair):
    case = noted(session, pair)
    assert refused(lambda: session.cases.set_cause(case, Cause.COMPETENCE)) == {("cause", "conversation_first")}
    assert refused(lambda: session.cases.agree(case, session.cases.draft_agreement(case))) == {("rung", "cause_first")}
    session.cases.hold_conversation(case)
    assert refused(lambda: session.cases.set_cause(case, Cause.UNKNOWN)) == {("cause", "choose_one")}
    assert refused(lambda: session.cases.set_cause(case, Cause.RESOURCES, other=(Cause.ILL_WILL,))) == {
        ("cause", "advice_first")
    }
    session.cases.set_cause(case, Cause.RESOURCES, other=(Cause.COMPETENCE, Cause.RESOURCES))
    found = session.cases.get(case)
    assert (found.cause, found.other_causes, found.cause_agreed) == (Cause.RESOURCES, (Cause.COMPETENCE,), True)
    assert found.status is BreachStatus.REPAIRING


def test_where_they_do_not_agree_both_views_stand(session, pair):
    case = noted(session, pair)
    session.cases.hold_conversation(case)
    session.cases.set_cause(case, Cause.COMPETENCE, employee_cause=Cause.RESOURCES)
    found = session.cases.get(case)
    assert (found.cause_agreed, found.leader_cause, found.employee_cause) == (False, Cause.COMPETENCE, Cause.RESOURCES)
    session.cases.set_cause(case, Cause.RESOURCES, employee_cause=Cause.RESOURCES)
    assert session.cases.get(case).cause_agreed is True


def test_hr_comes_first_where_a_sanction_is_possible(session, pair):
    case = noted(session, pair)
    session.cases.choose_track(case, Track.FORMAL)
    assert session.cases.get(case).cause is Cause.UNKNOWN
    assert now(session, case) is Step.TRACK
    assert refused(lambda: session.cases.hold_conversation(case)) == {("held_on", "advice_first")}
    session.cases.set_advised(case, TODAY)
    session.cases.hold_conversation(case)
    assert now(session, case) is Step.CAUSE


def test_the_preparation_goes_with_the_conversation_but_for_what_was_moved(session, pair):
    case = noted(session, pair)
    session.cases.write_own_note(case, "anger", "Jeg er vred.")
    session.cases.write_own_note(case, "frame", "Jeg lovede en makker.")
    session.cases.move_own_note(case, "frame")
    assert session.cases.get(case).own_notes == (("anger", "Jeg er vred."),)
    session.cases.hold_conversation(case)
    found = session.cases.get(case)
    assert found.own_notes == ()
    assert found.leader_part == "Jeg lovede en makker."
    assert refused(lambda: session.cases.write_own_note(case, "anger", "Igen.")) == {
        ("own_note", "conversation_was_held")
    }
    session.history.undo()
    assert session.cases.get(case).own_notes == (("anger", "Jeg er vred."),)


def test_a_conversation_is_not_held_before_it_happened_or_in_the_future(session, pair):
    case = noted(session, pair)
    assert refused(lambda: session.cases.hold_conversation(case, TODAY - timedelta(days=1))) == {
        ("held_on", "conversation_before_breach")
    }
    assert refused(lambda: session.cases.hold_conversation(case, TODAY + timedelta(days=1))) == {
        ("held_on", "in_the_future")
    }


def test_a_control_has_a_purpose_and_an_end(session, pair):
    case = noted(session, pair)
    endless = Control(form="Stikprøve", purpose=" ", starts_on=TODAY, ends_on=None)
    assert refused(lambda: session.cases.put(case, endless)) == {
        ("purpose", "required"),
        ("ends_on", "control_without_end"),
    }
    backwards = replace(endless, purpose="At se, om listen virker", ends_on=TODAY - timedelta(days=1))
    assert refused(lambda: session.cases.put(case, backwards)) == {("ends_on", "ends_before_start")}


def test_the_agreement_belongs_to_the_case_and_its_follow_ups_are_the_cases(session, pair, clock):
    case = noted(session, pair)
    talked(session, case, Cause.RESOURCES)
    settled(session, case)
    view = session.cases.view(case)
    assert view.agreement.id == view.case.agreement_id
    assert [f.held_on for f in view.follow_ups] == [None]
    clock[0] = view.follow_ups[0].due_on
    session.following.hold(view.follow_ups[0].id, Went.GOOD)
    view = session.cases.view(case)
    assert view.closing.follow_ups == (1, 1)
    assert not view.closing.reached
    session.cases.put(case, Measure(kind=MeasureKind.FRAME, text="Makker", owner=Owner.LEADER, done_on=clock[0]))
    assert session.cases.view(case).closing.reached


# Endings


def test_repaired_takes_criteria_that_were_all_seen_and_words(session, pair):
    case = noted(session, pair)
    close = lambda outcome, words="Bag os.": lambda: session.endings.close(case, outcome, words)  # noqa: E731
    assert refused(close(Outcome.REPAIRED)) == {("outcome", "cause_first"), ("outcome", "no_criteria")}
    talked(session, case, Cause.COMPETENCE)
    settled(session, case)
    assert refused(close(Outcome.REPAIRED, " ")) == {("outcome", "criteria_not_met"), ("closing_words", "required")}
    assert session.cases.view(case).ready_to_close is False
    closed(session, case)
    view = session.cases.view(case)
    assert view.case.closed_on == TODAY
    assert view.delete_on == date(2027, 11, 23)
    assert refused(close(Outcome.REPAIRED)) == {("outcome", "case_closed")}


def test_closing_is_proposed_when_all_was_seen_and_never_done_by_itself(session, pair):
    case = noted(session, pair)
    talked(session, case, Cause.COMPETENCE)
    settled(session, case)
    session.cases.put(case, replace(session.cases.get(case).criteria[0], met_on=TODAY))
    view = session.cases.view(case)
    assert view.ready_to_close
    # What is usual was not seen, and that is not the same as all.
    assert [r.code for r in view.reminders] == ["agreed_seen"]
    assert not view.case.closed


def test_the_controls_of_a_case_end_with_it(session, pair):
    case = noted(session, pair)
    talked(session, case, Cause.COMPETENCE)
    settled(session, case)
    control = Control(form="Stikprøve", purpose="Se listen", starts_on=TODAY, ends_on=TODAY + timedelta(days=30))
    session.cases.put(case, control)
    closed(session, case)
    assert session.cases.get(case).controls[0].ended_on == TODAY
    session.history.undo()
    assert session.cases.get(case).controls[0].ended_on is None


@pytest.mark.parametrize(
    "line", ["Amina skal have en makker.", "Vi så det på aminas liste.", "Team Aftens vagt var tom.", "Am\u200bina"]
)
def test_the_learning_log_takes_no_name_it_knows(session, pair, line):
    from tillid_planner.domain.assignee import Team

    session.register.add_team(Team(name="Team Aften"))
    case = noted(session, pair)
    assert refused(lambda: session.endings.learn(case, line)) == {("line", "names_someone")}
    assert refused(lambda: session.endings.learn(case, "En linje.", ProposalKind.RULE, line)) == {
        ("proposal", "names_someone")
    }


def test_a_lesson_can_carry_a_proposal_and_is_tied_to_nobody(session, pair):
    case = noted(session, pair)
    assert refused(lambda: session.endings.learn(case, "En linje.", ProposalKind.RULE)) == {("proposal", "required")}
    session.endings.learn(case, "Sig til i tide.", ProposalKind.FRAME, "En at ringe til efter kl. 15.")
    lesson = session.endings.learning()[0]
    assert (lesson.line, lesson.proposal_kind) == ("Sig til i tide.", ProposalKind.FRAME)
    session.endings.delete([case], Reason.MISTAKE)
    assert session.endings.learning() == [lesson]


def test_a_case_entered_by_mistake_is_deleted_and_the_receipt_does_not_say_what(session, pair):
    case = noted(session, pair)
    session.endings.tick(case, LeadOut.HR, TODAY)
    deletion = session.endings.delete([case], Reason.MISTAKE)
    assert deletion.changes
    assert not deletion.copies_left
    assert session.cases.views() == []
    assert session.trust.sheet(*pair).breaches == []
    assert session.history.undo_label is None
    receipt = session.endings.receipts()[0]
    assert (receipt.what, receipt.reason, receipt.count, receipt.deleted_on) == ("breach", "mistake", 1, TODAY)


def test_a_task_with_an_unclosed_case_is_put_away_and_not_deleted(session, pair):
    case = noted(session, pair)
    with pytest.raises(OpenBreach):
        session.register.remove_task(pair[0])
    session.register.archive_task(pair[0])
    assert "task_put_away" in [r.code for r in session.cases.view(case).reminders]
    talked(session, case, Cause.COMPETENCE)
    closed(session, case)
    assert session.register.remove_task(pair[0])
    assert session.cases.views() == []
