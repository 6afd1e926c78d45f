"""The leader's own actions are due, done, repeated and dropped."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from tests.builders import TODAY, refused
from tests.services.frame_builders import a_control, assert_nameless, one_step, remove
from tillid_planner.domain.changes import Kind
from tillid_planner.domain.errors import NotFound
from tillid_planner.domain.own_action import OwnAction
from tillid_planner.domain.stool import StoolKind, StoolLevel
from tillid_planner.domain.wish import Wish, WishKind
from tillid_planner.services.register import new_id

ACTION = OwnAction(text="Kaffe med visitationen", due_on=TODAY, written_on=TODAY)
LENGTH = {"stool_kind": StoolKind.RELATIONAL, "stool_level": StoolLevel.ORGANISATION}


def put(session, **fields):
    return new_id(session.own_actions.put_action(replace(ACTION, **fields)), Kind.OWN_ACTION)


def here(session):
    return session.own_actions.of_length(*LENGTH.values())


def texts(actions):
    return [action.text for action in actions]


def test_what_is_due_today_or_was_before_stands_oldest_first(session, clock):
    for text, days in (("I morgen", 1), ("I dag", 0), ("Senere", 2)):
        put(session, text=text, due_on=TODAY + timedelta(days=days))
    assert texts(session.own_actions.due()) == ["I dag"]
    clock[0] = TODAY + timedelta(days=1)
    assert texts(session.own_actions.due()) == ["I dag", "I morgen"]
    for action in session.own_actions.due():
        session.own_actions.done_action(action.id)
    assert session.own_actions.due() == []


def test_open_actions_stand_first_and_then_the_newest_done(session, clock):
    ids = {text: put(session, text=text, due_on=TODAY + timedelta(days=n), **LENGTH) for n, text in enumerate("ABCDE")}
    for text in "BC":
        session.own_actions.done_action(ids[text])
        clock[0] += timedelta(days=1)
    session.own_actions.drop_action(ids["D"])
    assert texts(here(session)) == ["A", "E", "C", "B"]


def test_each_act_is_one_step(session):
    def look():
        return here(session)

    one_step(session, "put_action", lambda: session.own_actions.put_action(replace(ACTION, **LENGTH)), look)
    (action,) = look()
    later = replace(action, due_on=TODAY + timedelta(days=1), text=f" {action.text} ")
    one_step(session, "put_action", lambda: session.own_actions.put_action(later), look)
    assert not session.own_actions.put_action(later)
    one_step(session, "done_action", lambda: session.own_actions.done_action(action.id), look)
    assert look()[0].done_on == TODAY
    assert not session.own_actions.done_action(action.id)
    assert not session.own_actions.drop_action(action.id)
    other = put(session, **LENGTH)
    one_step(session, "drop_action", lambda: session.own_actions.drop_action(other), look)
    assert not session.own_actions.done_action(other)


def test_a_repeating_action_moves_on_over_the_end_of_a_month(session, clock):
    number = put(session, due_on=date(2026, 11, 24), every_weeks=1, **LENGTH)
    clock[0] = date(2026, 11, 25)
    one_step(session, "done_action", lambda: session.own_actions.done_action(number), lambda: here(session))
    (action,) = here(session)
    assert (action.due_on, action.done_on) == (date(2026, 12, 1), None)
    clock[0] = date(2027, 1, 30)
    session.own_actions.done_action(number)
    assert here(session)[0].due_on == date(2027, 2, 2)


@pytest.mark.parametrize(
    ("fields", "fault"),
    [
        ({"text": " "}, ("text", "required")),
        ({"text": "a" * 201}, ("text", "too_long")),
        ({"due_on": TODAY - timedelta(days=1)}, ("due_on", "in_the_past")),
        ({"every_weeks": 5}, ("every_weeks", "out_of_range")),
        ({"grip": 10}, ("grip", "out_of_range")),
        ({"stool_level": StoolLevel.TEAM}, ("stool_kind", "choose_one")),
    ],
)
def test_an_action_that_is_not_in_order_is_refused(session, fields, fault):
    assert refused(lambda: put(session, **fields)) == {fault}


def test_a_name_is_refused(session):
    assert_nameless(session, session.own_actions.put_action, ACTION, "text")


def test_what_is_not_there_is_not_found(session):
    service = session.own_actions
    for act in (lambda: service.put_action(replace(ACTION, id=9)), lambda: service.done_action(9)):
        with pytest.raises(NotFound):
            act()


def test_an_action_stands_without_its_control_and_its_wish(session):
    wish = Wish(title="Kørelister væk", kind=WishKind.DROP, gain="Mere tid", written_on=TODAY)
    control, wished = a_control(session), new_id(session.wishes.put_wish(wish), Kind.WISH)
    number = put(session, control_id=control, wish_id=wished, **LENGTH)
    of_both = [*session.own_actions.of_control(control), *session.own_actions.of_wish(wished)]
    assert [action.id for action in of_both] == [number, number]
    for kind, record in ((Kind.CONTROL, control), (Kind.WISH, wished)):
        remove(session, kind, record)
    assert here(session) == [replace(of_both[0], control_id=None, wish_id=None)]
