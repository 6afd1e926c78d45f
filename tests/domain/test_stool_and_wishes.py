"""Stool notes, wishes, actions and occasions say what is wrong with them, field by field."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tillid_planner.content import words
from tillid_planner.domain.occasion import CameFrom, Occasion
from tillid_planner.domain.own_action import OwnAction, next_due
from tillid_planner.domain.stool import StoolKind, StoolLevel, StoolNote, StoolState, state_of
from tillid_planner.domain.wish import StepKind, Wish, WishKind, WishStep

TODAY = date(2026, 11, 23)
YESTERDAY, TOMORROW = TODAY - timedelta(days=1), TODAY + timedelta(days=1)
NOTE = StoolNote(kind=StoolKind.RELATIONAL, level=StoolLevel.TEAM, text="Ti minutter sammen.", written_on=TODAY)
WISH = Wish(title="Kørelister væk", kind=WishKind.DROP, gain="Mere tid til borgeren", written_on=TODAY)
RAISED = WishStep(wish_id=1, kind=StepKind.RAISED, on_day=TODAY, next_on=TODAY + timedelta(days=28))
ANSWER = WishStep(wish_id=1, kind=StepKind.PARTLY, on_day=TODAY, text="Prøves på én rute.")
ACTION = OwnAction(text="Spørg visitationen", due_on=TODAY, written_on=TODAY)
OCCASION = Occasion(text="Egen indkøbsliste", came_from=CameFrom.STAFF, written_on=TODAY)


def found(record, *more):
    return [(fault.field, fault.code) for fault in record.faults(TODAY, *more)]


def test_what_is_in_order_has_no_faults():
    for record in (NOTE, WISH, RAISED, ACTION, OCCASION):
        assert found(record) == []
    assert found(ANSWER, RAISED) == []


@pytest.mark.parametrize(
    ("record", "changes", "faults"),
    [
        (NOTE, {"text": " \n"}, [("text", "required")]),
        (NOTE, {"text": "a" * 4_001}, [("text", "too_long")]),
        (NOTE, {"text": "a\0"}, [("text", "unreadable")]),
        (NOTE, {"written_on": TOMORROW}, [("written_on", "in_the_future")]),
        (WISH, {"title": " "}, [("title", "required")]),
        (WISH, {"title": "a" * 121}, [("title", "too_long")]),
        (WISH, {"title": "a\0"}, [("title", "unreadable")]),
        (WISH, {"gain": ""}, [("gain", "required")]),
        (WISH, {"gain": "a" * 201}, [("gain", "too_long")]),
        (WISH, {"offer": "a" * 201}, [("offer", "too_long")]),
        (WISH, {"ask": "a" * 4_001}, [("ask", "too_long")]),
        (WISH, {"other_side": "Forklar det"}, [("other_side", "not_a_double_signal")]),
        (WISH, {"other_side": "a" * 4_001, "kind": WishKind.DOUBLE_SIGNAL}, [("other_side", "too_long")]),
        (WISH, {"other_side": "Forklar det", "kind": WishKind.DOUBLE_SIGNAL}, []),
        (WISH, {"raise_on": YESTERDAY}, [("raise_on", "in_the_past")]),
        (WISH, {"written_on": TOMORROW}, [("written_on", "in_the_future")]),
        (RAISED, {"on_day": TOMORROW}, [("on_day", "in_the_future")]),
        (RAISED, {"next_on": None}, [("next_on", "required")]),
        (RAISED, {"next_on": YESTERDAY}, [("next_on", "ends_before_start")]),
        (RAISED, {"text": "a" * 201}, [("text", "too_long")]),
        (ACTION, {"text": ""}, [("text", "required")]),
        (ACTION, {"text": "a" * 201}, [("text", "too_long")]),
        (ACTION, {"due_on": YESTERDAY}, [("due_on", "in_the_past")]),
        (ACTION, {"every_weeks": 0}, [("every_weeks", "out_of_range")]),
        (ACTION, {"every_weeks": 5}, [("every_weeks", "out_of_range")]),
        (ACTION, {"grip": 0}, [("grip", "out_of_range")]),
        (ACTION, {"grip": 10}, [("grip", "out_of_range")]),
        (ACTION, {"stool_kind": StoolKind.RELATIONAL}, [("stool_level", "choose_one")]),
        (ACTION, {"stool_level": StoolLevel.TEAM}, [("stool_kind", "choose_one")]),
        (ACTION, {"done_on": TOMORROW}, [("done_on", "in_the_future")]),
        (ACTION, {"dropped_on": TOMORROW}, [("dropped_on", "in_the_future")]),
        (ACTION, {"written_on": TOMORROW, "due_on": TOMORROW}, [("written_on", "in_the_future")]),
        (OCCASION, {"text": ""}, [("text", "required")]),
        (OCCASION, {"text": "a" * 201}, [("text", "too_long")]),
        (OCCASION, {"written_on": TOMORROW}, [("written_on", "in_the_future")]),
        (OCCASION, {"dropped_on": TOMORROW}, [("dropped_on", "in_the_future")]),
    ],
)
def test_each_fault_stands_at_its_field_and_has_words(record, changes, faults):
    assert found(replace(record, **changes)) == faults
    for language in ("da", "en"):
        assert {code for _, code in faults} <= words(language).section("faults").keys()


@pytest.mark.parametrize("kind", [StepKind.YES, StepKind.PARTLY, StepKind.NO])
def test_an_answer_needs_words_and_a_wish_that_was_raised(kind):
    answer = replace(ANSWER, kind=kind)
    assert found(answer) == [("kind", "raise_first")]
    assert found(answer, replace(RAISED, kind=StepKind.WITHDRAWN)) == [("kind", "raise_first")]
    assert found(replace(answer, text=" "), RAISED) == [("text", "required")]


def test_a_wish_is_withdrawn_once_and_raised_again():
    withdrawn = replace(RAISED, kind=StepKind.WITHDRAWN, next_on=None)
    assert found(withdrawn) == found(withdrawn, RAISED) == found(RAISED, withdrawn) == []
    assert found(withdrawn, withdrawn) == [("kind", "raise_first")]


def test_a_step_is_not_before_the_one_it_follows():
    assert found(replace(ANSWER, on_day=YESTERDAY), RAISED) == [("on_day", "before_newest")]


def test_the_newest_step_is_the_status_and_gives_the_next_day():
    raise_on = TODAY + timedelta(days=7)
    wish = replace(WISH, raise_on=raise_on)
    assert (wish.status, wish.is_open, wish.next_on) == (None, True, raise_on)
    raised = replace(wish, steps=(RAISED,))
    assert (raised.status, raised.is_open, raised.next_on) == (StepKind.RAISED, True, RAISED.next_on)
    answered = replace(wish, steps=(RAISED, replace(ANSWER, next_on=TOMORROW)))
    assert (answered.status, answered.is_open, answered.next_on) == (StepKind.PARTLY, False, None)


def test_a_length_is_in_use_for_half_a_year():
    states = [state_of(day and TODAY - timedelta(days=day), TODAY) for day in (None, 1, 183, 184)]
    assert states == [StoolState.EMPTY, StoolState.IN_USE, StoolState.IN_USE, StoolState.LONG_UNTOUCHED]


@pytest.mark.parametrize(
    ("weeks", "due", "done", "after"),
    [
        (1, date(2026, 11, 24), date(2026, 11, 24), date(2026, 12, 1)),
        (2, date(2026, 12, 22), date(2026, 12, 23), date(2027, 1, 5)),
        (4, date(2027, 2, 2), date(2027, 2, 1), date(2027, 3, 2)),
        (1, date(2026, 11, 24), date(2026, 12, 8), date(2026, 12, 15)),
        (2, date(2026, 11, 24), date(2026, 12, 9), date(2026, 12, 22)),
    ],
)
def test_a_repeating_action_moves_on_over_the_end_of_a_month(weeks, due, done, after):
    assert next_due(replace(ACTION, every_weeks=weeks, due_on=due), done) == after


@given(weeks=st.integers(1, 4), late=st.integers(-60, 400))
def test_a_repeating_action_keeps_its_weekday_and_lies_ahead(weeks, late):
    done = TODAY + timedelta(days=late)
    after = next_due(replace(ACTION, every_weeks=weeks), done)
    assert after.weekday() == TODAY.weekday()
    assert after > max(done, TODAY)
    assert after - timedelta(weeks=weeks) <= max(done, TODAY)


def test_what_does_not_repeat_has_no_next_day():
    assert next_due(ACTION, TODAY) is None
