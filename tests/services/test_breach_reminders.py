"""What time makes of cases: reminders, a pattern, somebody who leaves, and reasons that stay as they were."""

from dataclasses import replace
from datetime import timedelta

from tests.builders import TODAY
from tests.services.breach_builders import closed, noted, settled, talked
from tillid_planner.domain.breach import Control, Track
from tillid_planner.domain.case import Cause, Dimension
from tillid_planner.services.breach_cases import TalkPlace
from tillid_planner.services.deletion import Reason


def codes(session, case):
    return [str(r.code) for r in session.cases.view(case).reminders]


def test_reminders_come_with_time_and_go_with_what_is_done(session, pair, clock):
    case = noted(session, pair)
    clock[0] = TODAY + timedelta(days=7)
    assert codes(session, case) == []
    clock[0] = TODAY + timedelta(days=8)
    assert codes(session, case) == ["conversation_late"]
    session.cases.choose_track(case, Track.FORMAL)
    assert codes(session, case) == []
    session.cases.choose_track(case, Track.REPAIR)
    talked(session, case, Cause.COMPETENCE)
    settled(session, case)
    control = Control(form="Stikprøve", purpose="Se listen", starts_on=TODAY, ends_on=clock[0])
    session.cases.put(case, control)
    assert codes(session, case) == []
    clock[0] = TODAY + timedelta(days=61)
    assert codes(session, case) == ["control_past_end", "open_long"]
    closed(session, case)
    assert codes(session, case) == []
    clock[0] = session.cases.view(case).delete_on
    assert codes(session, case) == ["delete_due"]


def test_two_with_the_same_cause_in_three_months_look_like_the_frame(session, pair, clock):
    for days, cause in ((0, Cause.RESOURCES), (40, Cause.RESOURCES), (41, Cause.COMPETENCE)):
        clock[0] = TODAY + timedelta(days=days)
        talked(session, noted(session, pair), cause)
    assert [(p.cause, p.count) for p in session.endings.patterns()] == [(Cause.RESOURCES, 2)]
    clock[0] = TODAY + timedelta(days=93)
    assert session.endings.patterns() == ()


def test_a_person_who_leaves_midway_leaves_a_case_that_can_be_deleted(session, pair, clock):
    case = noted(session, pair)
    person = session.register.assignee(pair[1])
    session.register.save_person(replace(person, ended_on=TODAY + timedelta(days=5)), cases_stay=True)
    assert codes(session, case) == []
    clock[0] = TODAY + timedelta(days=6)
    assert codes(session, case) == ["person_left", "delete_due"]
    session.endings.delete([case], Reason.LEFT)
    assert session.cases.views() == []


def test_a_closed_case_of_somebody_who_leaves_is_due_at_once(session, pair, clock):
    case = noted(session, pair)
    talked(session, case, Cause.COMPETENCE)
    closed(session, case)
    person = session.register.assignee(pair[1])
    session.register.save_person(replace(person, ended_on=TODAY + timedelta(days=5)))
    clock[0] = TODAY + timedelta(days=6)
    assert session.cases.view(case).delete_on == TODAY + timedelta(days=5)


def test_the_place_in_the_conversation_is_kept_without_a_step_of_undo(session, pair):
    case = noted(session, pair)
    place = TalkPlace(case_id=case, part="resources", question=2, field="employee", cursor=113)
    session.cases.keep_talk_place(place)
    assert session.cases.talk_place() == place
    assert session.history.undo_label == "note_breach"
    session.cases.keep_talk_place(None)
    assert session.cases.talk_place() is None
    session.cases.keep_talk_place(place)
    session.endings.delete([case], Reason.MISTAKE)
    assert session.cases.talk_place() is None


def test_the_reasons_are_todays_until_it_is_agreed_and_then_stay_as_they_were(session, pair):
    case = noted(session, pair)
    talked(session, case, Cause.COMPETENCE)
    before = session.cases.view(case)
    assert before.behind == (before.sheet.case, before.sheet.suggestion)
    settled(session, case)
    agreed_on = session.cases.view(case).behind
    session.trust.rate(*pair, Dimension.COMPETENCE, 1)
    after = session.cases.view(case)
    assert after.behind == agreed_on
    assert after.sheet.suggestion != agreed_on[1]
