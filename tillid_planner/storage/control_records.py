"""Controls, their links to tasks and what staff say of them, in and out of a workspace."""

from __future__ import annotations

from tillid_planner.domain.changes import Kind
from tillid_planner.domain.errors import NotFound
from tillid_planner.domain.standing_control import ControlLink, ControlMark, StandingControl
from tillid_planner.storage.database import Database
from tillid_planner.storage.rows import from_row, known_id, to_row

_ID = frozenset({"id"})


class StandingControls:
    """The unit's controls."""

    def __init__(self, database: Database) -> None:
        self._db = database

    def all(self) -> list[StandingControl]:
        """Return every control, also those that were stopped."""
        return [from_row(StandingControl, row) for row in self._db.rows("SELECT * FROM control ORDER BY id")]

    def get(self, control_id: int) -> StandingControl:
        """Return one control; raise ``NotFound``."""
        rows = self._db.rows("SELECT * FROM control WHERE id = ?", (control_id,))
        if not rows:
            raise NotFound
        return from_row(StandingControl, rows[0])

    def add(self, control: StandingControl) -> int:
        """Store a control and return its id."""
        return self._db.insert(Kind.CONTROL, to_row(control))

    def save(self, control: StandingControl) -> None:
        """Store a control that exists already; raise ``NotFound`` for one without an id."""
        self._db.update(Kind.CONTROL, known_id(control.id), to_row(control, without=_ID))


class ControlLinks:
    """Which control is on which task."""

    def __init__(self, database: Database) -> None:
        self._db = database

    def all(self) -> list[ControlLink]:
        """Return every link, oldest first, also those that have ended."""
        return [from_row(ControlLink, row) for row in self._db.rows("SELECT * FROM control_task ORDER BY id")]

    def of_task(self, task_id: int) -> list[ControlLink]:
        """Return a task's links, also those that have ended."""
        rows = self._db.rows("SELECT * FROM control_task WHERE task_id = ? ORDER BY id", (task_id,))
        return [from_row(ControlLink, row) for row in rows]

    def of_control(self, control_id: int) -> list[ControlLink]:
        """Return a control's links, also those that have ended."""
        rows = self._db.rows("SELECT * FROM control_task WHERE control_id = ? ORDER BY id", (control_id,))
        return [from_row(ControlLink, row) for row in rows]

    def put(self, link: ControlLink) -> None:
        """Store a link in the place of an earlier one between the same two."""
        rows = self._db.rows(
            "SELECT id FROM control_task WHERE control_id = ? AND task_id = ?", (link.control_id, link.task_id)
        )
        if rows:
            self._db.update(Kind.CONTROL_TASK, rows[0]["id"], to_row(link, without=_ID))
        else:
            self._db.insert(Kind.CONTROL_TASK, to_row(link, without=_ID))


class ControlMarks:
    """What staff said of each control."""

    def __init__(self, database: Database) -> None:
        self._db = database

    def all(self) -> list[ControlMark]:
        """Return every answer, oldest first."""
        return [from_row(ControlMark, r) for r in self._db.rows("SELECT * FROM control_mark ORDER BY marked_on, id")]

    def add(self, mark: ControlMark) -> int:
        """Store an answer and return its id."""
        return self._db.insert(Kind.CONTROL_MARK, to_row(mark))
