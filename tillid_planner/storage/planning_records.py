"""The week plan's records in and out of a workspace."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from tillid_planner.domain.changes import Kind
from tillid_planner.domain.errors import NotFound
from tillid_planner.domain.week import Absence, Placement, Recurrence, TemplatePlacement, Week, WeekTemplate
from tillid_planner.storage.database import Database
from tillid_planner.storage.rows import from_row, to_row

_NOT_STORED = frozenset({"id", "recurring"})


class Placements:
    """What was placed on whom, day by day."""

    def __init__(self, database: Database) -> None:
        self._db = database

    def of_week(self, week: Week) -> list[Placement]:
        """Return the stored placements of a week, also those of 0 hours, by day."""
        rows = self._db.rows(
            "SELECT * FROM placement WHERE day BETWEEN ? AND ? ORDER BY day, id",
            (week.monday.isoformat(), week.sunday.isoformat()),
        )
        return [from_row(Placement, row, recurring=False) for row in rows]

    def with_hours_between(self, first: date, last: date) -> list[tuple[int, int]]:
        """Return who was put on what between two days (assignee id, task id), one for each day with hours."""
        rows = self._db.rows(
            "SELECT assignee_id, task_id FROM placement WHERE day BETWEEN ? AND ? AND hours > 0",
            (first.isoformat(), last.isoformat()),
        )
        return [(row["assignee_id"], row["task_id"]) for row in rows]

    def find(self, task_id: int, assignee_id: int, day: date) -> Placement | None:
        """Return the stored placement of a task on an assignee on a day, if there is one."""
        rows = self._db.rows(
            "SELECT * FROM placement WHERE task_id = ? AND assignee_id = ? AND day = ?",
            (task_id, assignee_id, day.isoformat()),
        )
        return from_row(Placement, rows[0], recurring=False) if rows else None

    def put(self, placement: Placement) -> None:
        """Store the hours of a task on an assignee on a day, whether there were any before or not."""
        before = self.find(*placement.key)
        if before is None:
            self._db.insert(Kind.PLACEMENT, to_row(placement, without=_NOT_STORED))
        elif before.hours != placement.hours:
            self._db.update(Kind.PLACEMENT, before.id or 0, {"hours": placement.hours})

    def remove(self, placement_id: int) -> None:
        """Delete a placement."""
        self._db.delete(Kind.PLACEMENT, placement_id)


class Recurrences:
    """The weekdays on which tasks place themselves."""

    def __init__(self, database: Database) -> None:
        self._db = database

    def all(self) -> list[Recurrence]:
        """Return every recurrence, also those that have ended."""
        return [from_row(Recurrence, row) for row in self._db.rows("SELECT * FROM recurrence ORDER BY weekday, id")]

    def of_pair(self, task_id: int, assignee_id: int) -> list[Recurrence]:
        """Return the recurrences of one pair by weekday."""
        rows = self._db.rows(
            "SELECT * FROM recurrence WHERE task_id = ? AND assignee_id = ? ORDER BY weekday, id",
            (task_id, assignee_id),
        )
        return [from_row(Recurrence, row) for row in rows]

    def add(self, recurrence: Recurrence) -> int:
        """Store a recurrence and return its id."""
        return self._db.insert(Kind.RECURRENCE, to_row(recurrence))

    def end(self, recurrence: Recurrence, last_on: date) -> None:
        """Let a recurrence end; one that would end before it began is deleted."""
        if last_on < recurrence.first_on:
            self._db.delete(Kind.RECURRENCE, recurrence.id or 0)
        else:
            self._db.update(Kind.RECURRENCE, recurrence.id or 0, {"last_on": last_on.isoformat()})


class Absences:
    """Days away."""

    def __init__(self, database: Database) -> None:
        self._db = database

    def of_week(self, week: Week) -> list[Absence]:
        """Return the absences that touch a week."""
        rows = self._db.rows(
            "SELECT * FROM absence WHERE first_on <= ? AND last_on >= ? ORDER BY first_on, id",
            (week.sunday.isoformat(), week.monday.isoformat()),
        )
        return [from_row(Absence, row) for row in rows]

    def of_assignee(self, assignee_id: int) -> list[Absence]:
        """Return somebody's days away, earliest first."""
        rows = self._db.rows("SELECT * FROM absence WHERE assignee_id = ? ORDER BY first_on, id", (assignee_id,))
        return [from_row(Absence, row) for row in rows]

    def add(self, absence: Absence) -> int:
        """Store an absence and return its id."""
        return self._db.insert(Kind.ABSENCE, to_row(absence))

    def remove(self, absence_id: int) -> None:
        """Delete an absence."""
        self._db.delete(Kind.ABSENCE, absence_id)


class WeekTemplates:
    """Named weeks to plan from."""

    def __init__(self, database: Database) -> None:
        self._db = database

    def all(self) -> list[WeekTemplate]:
        """Return the named weeks in the order they were made."""
        return [from_row(WeekTemplate, row) for row in self._db.rows("SELECT * FROM week_template ORDER BY id")]

    def get(self, template_id: int) -> WeekTemplate:
        """Return one named week; raise ``NotFound``."""
        rows = self._db.rows("SELECT * FROM week_template WHERE id = ?", (template_id,))
        if not rows:
            raise NotFound
        return from_row(WeekTemplate, rows[0])

    def placements(self, template_id: int) -> list[TemplatePlacement]:
        """Return the lines of a named week."""
        rows = self._db.rows(
            "SELECT * FROM template_placement WHERE template_id = ? ORDER BY weekday, id", (template_id,)
        )
        return [from_row(TemplatePlacement, row) for row in rows]

    def add(self, name: str, placements: Sequence[Placement]) -> int:
        """Store a named week made of a week's placements; return its id."""
        template_id = self._db.insert(Kind.WEEK_TEMPLATE, {"name": name})
        for placement in placements:
            self._db.insert(
                Kind.TEMPLATE_PLACEMENT,
                {
                    "template_id": template_id,
                    "task_id": placement.task_id,
                    "assignee_id": placement.assignee_id,
                    "weekday": placement.day.weekday(),
                    "hours": placement.hours,
                },
            )
        return template_id

    def remove(self, template_id: int) -> None:
        """Delete a named week."""
        self._db.delete(Kind.WEEK_TEMPLATE, template_id)
