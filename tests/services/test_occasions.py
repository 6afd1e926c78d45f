"""Occasions are written down, dropped, and become tasks."""

from dataclasses import replace
from datetime import timedelta

import pytest

from tests.builders import TODAY, refused
from tests.services.frame_builders import assert_nameless, one_step
from tillid_planner.domain.changes import Kind
from tillid_planner.domain.errors import NotFound
from tillid_planner.domain.occasion import CameFrom, Occasion
from tillid_planner.services.register import new_id

OCCASION = Occasion(text="Bestille hjælpemidler", came_from=CameFrom.STAFF, written_on=TODAY)


def put(session, **fields):
    return new_id(session.occasions.put_occasion(replace(OCCASION, **fields)), Kind.OCCASION)


def test_open_occasions_stand_in_the_order_they_were_written(session):
    for text, days in (("B", 1), ("A", 2), ("C", 0)):
        put(session, text=text, written_on=TODAY - timedelta(days=days))
    dropped, made = put(session), put(session)
    session.occasions.drop_occasion(dropped)
    session.occasions.occasion_to_task(made)
    assert [occasion.text for occasion in session.occasions.open()] == ["A", "B", "C"]


def test_each_act_is_one_step(session):
    def look():
        return session.occasions.open(), session.register.tasks()

    one_step(session, "put_occasion", lambda: session.occasions.put_occasion(OCCASION), look)
    (occasion,) = session.occasions.open()
    changed = replace(occasion, came_from=CameFrom.LEADER)
    one_step(session, "put_occasion", lambda: session.occasions.put_occasion(changed), look)
    assert not session.occasions.put_occasion(changed)
    one_step(session, "occasion_to_task", lambda: session.occasions.occasion_to_task(occasion.id), look)
    other = put(session)
    one_step(session, "drop_occasion", lambda: session.occasions.drop_occasion(other), look)
    for number in (occasion.id, other):
        assert not session.occasions.drop_occasion(number)
        assert not session.occasions.occasion_to_task(number)


def test_an_occasion_becomes_a_task_by_its_line_and_is_open_again_without_it(session):
    number = put(session)
    task_id = new_id(session.occasions.occasion_to_task(number), Kind.TASK)
    assert session.register.task(task_id).name == OCCASION.text
    assert session.occasions.open() == []
    session.register.remove_task(task_id)
    assert session.occasions.open() == [replace(OCCASION, id=number)]
    session.history.undo()
    assert session.occasions.open() == []


@pytest.mark.parametrize(
    ("fields", "code"), [({"text": " "}, "required"), ({"text": "a" * 201}, "too_long"), ({"text": "\0"}, "unreadable")]
)
def test_an_occasion_that_is_not_in_order_is_refused(session, fields, code):
    assert refused(lambda: put(session, **fields)) == {("text", code)}


def test_a_line_too_long_for_a_name_becomes_no_task(session):
    number = put(session, text="a" * 121)
    assert refused(lambda: session.occasions.occasion_to_task(number)) == {("text", "too_long")}
    assert session.register.tasks() == []


def test_a_name_is_refused(session):
    assert_nameless(session, session.occasions.put_occasion, OCCASION, "text")


def test_what_is_not_there_is_not_found(session):
    with pytest.raises(NotFound):
        session.occasions.put_occasion(replace(OCCASION, id=9))
    with pytest.raises(NotFound):
        session.occasions.occasion_to_task(9)
