"""What the tests of the frames share: a control, undo and redo in one step, and a name that is refused."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

from tests.builders import TODAY, a_person, refused
from tillid_planner.domain.changes import Changes, Kind
from tillid_planner.services.session import Session


def a_row(session: Session, kind: Kind, /, **fields: object) -> int:
    """Write a row that no service under test writes; returns its id."""
    database = session._workspace.database
    with database.act("test"):
        return database.insert(kind, fields)


def a_control(session: Session, demanded_by: str = "administration", ended_on: str | None = None) -> int:
    """A control of travel lists; returns its id."""
    return a_row(
        session,
        Kind.CONTROL,
        name="Kørelister",
        form="report",
        purpose="habit",
        watcher="others",
        demanded_by=demanded_by,
        why="",
        adapted="",
        standing=0,
        informed_where="",
        starts_on=TODAY.isoformat(),
        ended_on=ended_on,
    )


def remove(session: Session, kind: Kind, record: int) -> None:
    """Delete a row that no service under test deletes."""
    database = session._workspace.database
    with database.act("test"):
        database.delete(kind, record)


def one_step(session: Session, label: str, act: Callable[[], Changes], look: Callable[[], object]) -> None:
    """Do an act, and check that one undo takes it back and one redo does it again; leaves it done."""
    before = look()
    assert act().label == label
    assert session.history.undo_label == label
    after = look()
    assert after != before
    session.history.undo()
    assert look() == before
    session.history.redo()
    assert look() == after


def assert_nameless(session: Session, put: Callable[[Any], Changes], record: Any, *fields: str) -> None:
    """Check that a person's name is refused in each of the fields, and that a team's role is welcome."""
    a_person(session, "Amina Holm")
    for field in fields:
        assert refused(lambda field=field: put(replace(record, **{field: "Spørg Amina"}))) == {(field, "names_someone")}
    put(replace(record, **dict.fromkeys(fields, "Team Aften og sygeplejersken")))
