"""Small real workspaces for tests: everything goes through the services."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta
from functools import cache

import pytest

from tillid_planner.domain.agreement import Agreement, AgreementState
from tillid_planner.domain.assignee import Person
from tillid_planner.domain.case import Dimension
from tillid_planner.domain.changes import Kind
from tillid_planner.domain.errors import InvalidInput
from tillid_planner.domain.task import Task
from tillid_planner.services import demo
from tillid_planner.services import session as sessions
from tillid_planner.services.register import new_id
from tillid_planner.services.session import Session
from tillid_planner.storage import driver
from tillid_planner.storage.database import Database
from tillid_planner.storage.workspace import Workspace

TODAY = date(2026, 11, 23)


class MovingDay:
    """A today that tests move."""

    def __init__(self, day: date = TODAY) -> None:
        self.day = day

    def __call__(self) -> date:
        return self.day

    def wait(self, days: int) -> None:
        """Let days pass."""
        self.day += timedelta(days=days)

    def on(self, days: int) -> None:
        """Go to so many days after ``TODAY``."""
        self.day = TODAY + timedelta(days=days)


def a_session(today: Callable[[], date] = lambda: TODAY) -> Session:
    """An empty unit in memory."""
    return _copy(_empty_unit(today()), today)


@cache
def _empty_unit(today: date) -> Session:
    return sessions.in_memory("Nord", lambda: today)


@cache
def _played_demo(today: date) -> Session:
    calendar = demo.Calendar(today)
    session = sessions.in_memory(demo.name(), calendar)
    demo.fill(session, calendar)
    return session


def a_demo(today: date) -> Session:
    """The demo unit in memory, copied: its four months take a second and a half to play, and are played once."""
    return _copy(_played_demo(today), demo.Calendar(today))


def _copy(session: Session, today: Callable[[], date]) -> Session:
    # To bring a new database up to date, version by version, takes many times as long.
    connection = driver.connect(None, bytes(32))
    session._workspace.database.connection.backup(connection)
    database = Database(connection)
    database.prepare()
    return Session(Workspace(database, None, b""), today)


def a_task(session: Session, name: str = "Sårpleje", **fields: object) -> int:
    """A described task of low exposure; returns its id."""
    described = {"consequence": 1, "reversal": 1, "detection": 1, "clarity": 3, "ask_when": "Du er i tvivl."}
    task = replace(Task(name=name, **described), **fields)  # type: ignore[arg-type]
    return new_id(session.register.add_task(task), Kind.TASK)


def a_person(session: Session, name: str = "Amina Holm", **fields: object) -> int:
    """A person; returns the id."""
    return new_id(session.register.add_person(replace(Person(name=name), **fields)), Kind.ASSIGNEE)  # type: ignore[arg-type]


def rated(session: Session, task_id: int, assignee_id: int, *values: int, sure: bool = True) -> None:
    """Rate competence, intention and resources today."""
    for dimension, value in zip(Dimension, values, strict=True):
        session.trust.rate(task_id, assignee_id, dimension, value, sure=sure)


def agreed(session: Session, task_id: int, assignee_id: int, rung: int, **fields: object) -> Agreement:
    """An accepted agreement on a rung; returns it as stored."""
    draft = session.trust.draft(task_id, assignee_id, rung)
    fields = {"state": AgreementState.ACCEPTED, "reason": "Aftalt sammen."} | fields
    session.trust.agree(replace(draft, **fields))  # type: ignore[arg-type]
    return session.trust.sheet(task_id, assignee_id).history[-1]


def refused(act: Callable[[], object]) -> set[tuple[str, str]]:
    """What keeps an act from being done: fields and codes; fails where nothing does."""
    with pytest.raises(InvalidInput) as caught:
        act()
    return {(fault.field, fault.code) for fault in caught.value.faults}


def exports_logged(session: Session) -> list[str]:
    """Return what the log says has left the program."""
    rows = session._workspace.database.rows("SELECT act FROM audit WHERE act LIKE 'export%'")
    return [row["act"] for row in rows]
