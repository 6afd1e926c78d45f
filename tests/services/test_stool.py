"""The stool's notes are kept by length, and each length says how it stands and what the plan knows."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from tests.builders import TODAY, a_person, a_task, agreed, rated, refused
from tests.services.frame_builders import a_control, a_row, assert_nameless, one_step
from tillid_planner.domain.assignee import Team
from tillid_planner.domain.changes import Kind
from tillid_planner.domain.errors import NotFound
from tillid_planner.domain.own_action import OwnAction
from tillid_planner.domain.stool import StoolKind, StoolLevel, StoolNote, StoolState
from tillid_planner.domain.wish import StepKind, Wish, WishKind, WishStep
from tillid_planner.services.register import new_id
from tillid_planner.services.stool import PlanFacts

R, S = StoolKind.RELATIONAL, StoolKind.STRUCTURAL
PERSON, TEAM, ORGANISATION = StoolLevel
LENGTH = (R, TEAM)


def a_note(text="Ti minutter sammen", day=TODAY, length=LENGTH):
    return StoolNote(kind=length[0], level=length[1], text=text, written_on=day)


def length_of(session, kind, level):
    (found,) = [length for length in session.stool.lengths() if (length.kind, length.level) == (kind, level)]
    return found


def texts(session):
    return [note.text for note in session.stool.notes(*LENGTH)]


def test_notes_stand_newest_first_at_their_length(session):
    for text, day in (("B", TODAY), ("A", TODAY - timedelta(days=1)), ("C", TODAY)):
        session.stool.put_note(a_note(f" {text} ", day))
    session.stool.put_note(a_note("Andet", length=(S, TEAM)))
    assert texts(session) == ["C", "B", "A"]


def test_a_note_is_put_changed_and_removed_each_in_one_step(session):
    one_step(session, "put_stool_note", lambda: session.stool.put_note(a_note()), lambda: texts(session))
    (note,) = session.stool.notes(*LENGTH)
    changed = replace(note, text="Femten minutter")
    one_step(session, "put_stool_note", lambda: session.stool.put_note(changed), lambda: texts(session))
    assert not session.stool.put_note(changed)
    one_step(session, "remove_stool_note", lambda: session.stool.remove_note(note.id), lambda: texts(session))
    with pytest.raises(NotFound):
        session.stool.put_note(changed)


def test_a_note_without_words_or_with_a_name_is_refused(session):
    assert refused(lambda: session.stool.put_note(a_note("  "))) == {("text", "required")}
    assert refused(lambda: session.stool.put_note(a_note("a" * 4_001))) == {("text", "too_long")}
    later = a_note(day=TODAY + timedelta(days=1))
    assert refused(lambda: session.stool.put_note(later)) == {("written_on", "in_the_future")}
    assert_nameless(session, session.stool.put_note, a_note(), "text")


def test_six_lengths_stand_in_order_and_are_empty_at_first(session):
    lengths = session.stool.lengths()
    legs = [(kind, level) for kind in (R, S) for level in (PERSON, TEAM, ORGANISATION)]
    assert [(length.kind, length.level) for length in lengths] == legs
    assert {(length.notes, length.newest, length.state) for length in lengths} == {(0, None, StoolState.EMPTY)}


@pytest.mark.parametrize(("days", "state"), [(183, StoolState.IN_USE), (184, StoolState.LONG_UNTOUCHED)])
def test_a_length_is_long_untouched_after_183_days(session, clock, days, state):
    session.stool.put_note(a_note("Før", TODAY - timedelta(days=9)))
    session.stool.put_note(a_note("Nu"))
    clock[0] = TODAY + timedelta(days=days)
    length = length_of(session, *LENGTH)
    assert (length.notes, length.newest.text, length.state) == (2, "Nu", state)


def test_an_action_written_or_done_touches_its_length(session, clock):
    action = OwnAction(text="Kaffe", due_on=TODAY, written_on=TODAY, stool_kind=R, stool_level=TEAM)
    session.own_actions.put_action(action)
    assert length_of(session, *LENGTH).state is StoolState.IN_USE
    assert length_of(session, S, TEAM).state is StoolState.EMPTY
    clock[0] = TODAY + timedelta(days=184)
    assert length_of(session, *LENGTH).state is StoolState.LONG_UNTOUCHED
    session.own_actions.done_action(session.own_actions.of_length(*LENGTH)[0].id)
    assert length_of(session, *LENGTH).state is StoolState.IN_USE
    assert length_of(session, *LENGTH).notes == 0


def test_the_plan_knows_nothing_of_what_happens_between_people(session):
    for level in StoolLevel:
        assert length_of(session, R, level).facts == PlanFacts()


def test_agreements_in_force_and_follow_ups_this_month_carry_the_person(session):
    assert length_of(session, S, PERSON).facts == PlanFacts(agreements=0, follow_ups_this_month=0)
    task, people = a_task(session), [a_person(session, name) for name in ("Amina Holm", "Bo Lind", "Eva Krogh")]
    for person, first in zip(people, (date(2026, 11, 30), date(2026, 12, 1), date(2026, 11, 24)), strict=True):
        rated(session, task, person, 4, 4, 4)
        agreed(session, task, person, 2, first_follow_up=first)
    assert length_of(session, S, PERSON).facts == PlanFacts(agreements=3, follow_ups_this_month=2)
    session.trust.withdraw(session.trust.sheet(task, people[2]).agreement.id)
    assert length_of(session, S, PERSON).facts == PlanFacts(agreements=2, follow_ups_this_month=1)
    session.register.archive_task(task)
    assert length_of(session, S, PERSON).facts == PlanFacts(agreements=0, follow_ups_this_month=0)


def test_rules_of_each_team_and_teams_without_carry_the_team(session):
    first, second = (
        new_id(session.register.add_team(Team(name=name)), Kind.ASSIGNEE) for name in ("Team Aften", "Team Dag")
    )
    rule = {"text": "Vi siger til", "set_by": "team", "source": "", "consequence": "", "reason": ""}
    rule |= {"all_tasks": 1, "version": 1, "since": TODAY.isoformat()}
    for more in (
        {"kind": "values", "team_id": first},
        {"kind": "limits", "team_id": first},
        {"kind": "values", "team_id": first, "ended_on": TODAY.isoformat()},
        {"kind": "red_line", "team_id": second, "source": "Loven", "consequence": "Vi stopper"},
        {"kind": "values"},
    ):
        a_row(session, Kind.GROUND_RULE, **rule | more)
    facts = length_of(session, S, TEAM).facts
    assert facts == PlanFacts(team_rules=((first, 2), (second, 0)))
    assert facts.teams_without_rules == 1


def test_controls_of_others_and_wishes_that_wait_carry_the_organisation(session):
    for demanded_by, ended_on in (("us", None), ("law", None), ("others", TODAY.isoformat()), ("own_leader", None)):
        a_control(session, demanded_by, ended_on)
    wish = Wish(title="Kørelister væk", kind=WishKind.DROP, gain="Mere tid", written_on=TODAY)
    ids = [new_id(session.wishes.put_wish(wish), Kind.WISH) for _ in range(3)]
    for number in ids[:2]:
        raised = WishStep(wish_id=number, kind=StepKind.RAISED, on_day=TODAY, next_on=TODAY)
        session.wishes.step_wish(raised)
    session.wishes.step_wish(WishStep(wish_id=ids[0], kind=StepKind.NO, on_day=TODAY, text="Ikke i år."))
    assert length_of(session, S, ORGANISATION).facts == PlanFacts(controls_of_others=2, wishes_waiting=1)
