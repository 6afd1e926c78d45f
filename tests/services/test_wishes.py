"""Wishes are written, raised, answered and withdrawn, and stand by what comes next."""

from dataclasses import replace
from datetime import timedelta

import pytest

from tests.builders import TODAY, refused
from tests.services.frame_builders import a_control, assert_nameless, one_step, remove
from tillid_planner.domain.changes import Kind
from tillid_planner.domain.errors import NotFound
from tillid_planner.domain.wish import StepKind, Wish, WishKind, WishStep
from tillid_planner.services.register import new_id

WISH = Wish(title="Kørelister væk", kind=WishKind.DROP, gain="Mere tid til borgeren", written_on=TODAY)


def put(session, **fields):
    return new_id(session.wishes.put_wish(replace(WISH, **fields)), Kind.WISH)


def a_step(wish_id, kind=StepKind.RAISED, after=0, text="Drøftet på ledermødet", **fields):
    fields = {"next_on": TODAY + timedelta(days=28)} | fields if kind is StepKind.RAISED else fields
    return WishStep(wish_id=wish_id, kind=kind, on_day=TODAY + timedelta(days=after), text=text, **fields)


def titles(wishes):
    return [wish.title for wish in wishes]


def test_open_wishes_stand_by_their_next_day_and_closed_ones_after(session, clock):
    put(session, title="Uden dag")
    put(session, title="Tages op sent", raise_on=TODAY + timedelta(days=40))
    put(session, title="Tages op snart", raise_on=TODAY + timedelta(days=7))
    raised, said_no, said_yes, withdrawn = (put(session, title=t) for t in ("Rejst", "Nej", "Ja", "Trukket"))
    clock[0] = TODAY + timedelta(days=3)
    for wish in (raised, said_no, said_yes):
        session.wishes.step_wish(a_step(wish))
    session.wishes.step_wish(a_step(said_yes, StepKind.YES, 1))
    session.wishes.step_wish(a_step(withdrawn, StepKind.WITHDRAWN, 2, text=""))
    session.wishes.step_wish(a_step(said_no, StepKind.NO, 3))
    order = ["Tages op snart", "Rejst", "Tages op sent", "Uden dag", "Nej", "Trukket", "Ja"]
    assert titles(session.wishes.all()) == order
    assert titles(session.wishes.answered()) == ["Nej", "Ja"]


@pytest.mark.parametrize(
    ("days", "late"), [(7, []), (8, ["Tages op"]), (28, ["Tages op"]), (29, ["Tages op", "Rejst"])]
)
def test_a_wish_is_overdue_the_day_after_it_was_to_be_raised_or_answered(session, clock, days, late):
    put(session, title="Uden dag")
    put(session, title="Tages op", raise_on=TODAY + timedelta(days=7))
    answered = put(session, title="Svar")
    for wish in (put(session, title="Rejst"), answered):
        session.wishes.step_wish(a_step(wish))
    session.wishes.step_wish(a_step(answered, StepKind.PARTLY, next_on=TODAY))
    clock[0] = TODAY + timedelta(days=days)
    assert titles(session.wishes.overdue()) == late


def test_a_wish_is_put_changed_and_stepped_each_in_one_step(session):
    def look():
        return session.wishes.all()

    one_step(session, "put_wish", lambda: session.wishes.put_wish(replace(WISH, title=" Kørelister væk ")), look)
    (wish,) = look()
    assert wish == replace(WISH, id=wish.id)
    one_step(session, "step_wish", lambda: session.wishes.step_wish(a_step(wish.id)), look)
    one_step(session, "step_wish", lambda: session.wishes.step_wish(a_step(wish.id, StepKind.YES)), look)
    one_step(session, "put_wish", lambda: session.wishes.put_wish(replace(wish, ask="En liste uden minutter")), look)
    (changed,) = look()
    assert [step.kind for step in changed.steps] == [StepKind.RAISED, StepKind.YES]
    assert not session.wishes.put_wish(changed)
    one_step(session, "step_wish", lambda: session.wishes.step_wish(a_step(wish.id, StepKind.WITHDRAWN)), look)


@pytest.mark.parametrize("kind", [StepKind.YES, StepKind.PARTLY, StepKind.NO])
def test_an_answer_before_the_wish_was_raised_is_refused(session, kind):
    wish = put(session)
    assert refused(lambda: session.wishes.step_wish(a_step(wish, kind))) == {("kind", "raise_first")}
    session.wishes.step_wish(a_step(wish))
    session.wishes.step_wish(a_step(wish, kind))
    assert session.wishes.all()[0].status is kind


def test_a_wish_that_was_withdrawn_is_raised_again_before_it_is_answered(session):
    wish = put(session)
    session.wishes.step_wish(a_step(wish))
    session.wishes.step_wish(a_step(wish, StepKind.WITHDRAWN))
    assert refused(lambda: session.wishes.step_wish(a_step(wish, StepKind.YES))) == {("kind", "raise_first")}
    session.wishes.step_wish(a_step(wish))
    session.wishes.step_wish(a_step(wish, StepKind.YES))


@pytest.mark.parametrize(
    ("fields", "fault"),
    [
        ({"title": " "}, ("title", "required")),
        ({"title": "a" * 121}, ("title", "too_long")),
        ({"gain": " "}, ("gain", "required")),
        ({"other_side": "Forklar"}, ("other_side", "not_a_double_signal")),
        ({"raise_on": TODAY - timedelta(days=1)}, ("raise_on", "in_the_past")),
    ],
)
def test_a_wish_that_is_not_in_order_is_refused(session, fields, fault):
    assert refused(lambda: put(session, **fields)) == {fault}
    assert session.wishes.all() == []


def test_a_step_that_is_not_in_order_is_refused(session, clock):
    wish, step = put(session), session.wishes.step_wish
    assert refused(lambda: step(a_step(wish, next_on=None))) == {("next_on", "required")}
    assert refused(lambda: step(a_step(wish, after=1))) == {("on_day", "in_the_future")}
    clock[0] = TODAY + timedelta(days=2)
    step(a_step(wish, after=1))
    assert refused(lambda: step(a_step(wish, StepKind.NO))) == {("on_day", "before_newest")}
    assert refused(lambda: step(a_step(wish, StepKind.NO, 2, text=" "))) == {("text", "required")}


def test_what_is_not_there_is_not_found(session):
    with pytest.raises(NotFound):
        session.wishes.put_wish(replace(WISH, id=9))
    with pytest.raises(NotFound):
        session.wishes.step_wish(a_step(9))


def test_a_name_is_refused_in_every_text(session):
    texts = ("title", "gain", "ask", "other_side", "offer")
    assert_nameless(session, session.wishes.put_wish, replace(WISH, kind=WishKind.DOUBLE_SIGNAL), *texts)
    assert_nameless(session, session.wishes.step_wish, a_step(session.wishes.all()[0].id), "text")


def test_a_wish_stands_without_its_control(session):
    control = a_control(session)
    put(session, control_id=control)
    (before,) = session.wishes.all()
    remove(session, Kind.CONTROL, control)
    assert session.wishes.all() == [replace(before, control_id=None)]
    session.history.undo()
    assert session.wishes.all() == [before]
