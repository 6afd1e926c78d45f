"""Tasks, people and teams in and out of a workspace."""

from __future__ import annotations

from typing import Any

from tillid_planner.domain.assignee import Assignee, Person, Team
from tillid_planner.domain.changes import Kind
from tillid_planner.domain.errors import NotFound
from tillid_planner.domain.task import RedLine, Task
from tillid_planner.storage.database import Database
from tillid_planner.storage.rows import from_row, known_id, to_row

_ID = frozenset({"id"})


class Tasks:
    """The register of tasks, each with its red lines."""

    def __init__(self, database: Database) -> None:
        self._db = database

    def all(self, *, archived: bool = False) -> list[Task]:
        """Return the tasks, by id; archived ones only if asked for."""
        where = "" if archived else " WHERE archived_on IS NULL"
        lines: dict[int, list[RedLine]] = {}
        for row in self._db.rows("SELECT id, task_id, text, source, consequence FROM red_line ORDER BY id"):
            lines.setdefault(row["task_id"], []).append(from_row(RedLine, row))
        return [
            from_row(Task, row, red_lines=tuple(lines.get(row["id"], ())))
            for row in self._db.rows(f"SELECT * FROM task{where} ORDER BY id")
        ]

    def get(self, task_id: int) -> Task:
        """Return one task; raise ``NotFound``."""
        rows = self._db.rows("SELECT * FROM task WHERE id = ?", (task_id,))
        if not rows:
            raise NotFound
        lines = self._db.rows("SELECT * FROM red_line WHERE task_id = ? ORDER BY id", (task_id,))
        return from_row(Task, rows[0], red_lines=tuple(from_row(RedLine, line) for line in lines))

    def of_line(self, red_line_id: int) -> Task:
        """Return the task a red line belongs to; raise ``NotFound``."""
        rows = self._db.rows("SELECT task_id FROM red_line WHERE id = ?", (red_line_id,))
        if not rows:
            raise NotFound
        return self.get(rows[0]["task_id"])

    def add(self, task: Task) -> int:
        """Store a new task with its red lines and return its id."""
        task_id = self._db.insert(Kind.TASK, to_row(task, without=frozenset({"red_lines", "id"})))
        for line in task.red_lines:
            self._db.insert(Kind.RED_LINE, to_row(line, without=_ID) | {"task_id": task_id})
        return task_id

    def save(self, task: Task) -> None:
        """Store the fields and red lines of a task that exist already; only what differs is written."""
        before = self.get(known_id(task.id))
        new, old = (to_row(t, without=frozenset({"red_lines", "id"})) for t in (task, before))
        changed = {name: value for name, value in new.items() if value != old[name]}
        if changed:
            self._db.update(Kind.TASK, known_id(task.id), changed)
        self._save_lines(known_id(task.id), before.red_lines, task.red_lines)

    def remove(self, task_id: int) -> None:
        """Delete a task and everything that hangs on it."""
        self._db.delete(Kind.TASK, task_id)

    def _save_lines(self, task_id: int, before: tuple[RedLine, ...], after: tuple[RedLine, ...]) -> None:
        known = {line.id: line for line in before}
        kept = {line.id for line in after}
        for line in before:
            if line.id not in kept:
                self._db.delete(Kind.RED_LINE, known_id(line.id))
        for line in after:
            if line.id is None or line.id not in known:
                self._db.insert(Kind.RED_LINE, to_row(line, without=_ID) | {"task_id": task_id})
            elif line != known[line.id]:
                self._db.update(Kind.RED_LINE, line.id, to_row(line, without=_ID))


class Assignees:
    """People and teams; their ids never meet."""

    def __init__(self, database: Database) -> None:
        self._db = database

    def all(self) -> list[Assignee]:
        """Return everybody and every team, by id."""
        members: dict[int, list[int]] = {}
        for row in self._db.rows("SELECT team_id, person_id FROM team_member ORDER BY person_id"):
            members.setdefault(row["team_id"], []).append(row["person_id"])
        return [
            _assignee(row, members.get(row["id"], [])) for row in self._db.rows("SELECT * FROM assignee ORDER BY id")
        ]

    def people(self) -> list[Person]:
        """Return the people, by id."""
        return [a for a in self.all() if isinstance(a, Person)]

    def teams(self) -> list[Team]:
        """Return the teams, by id."""
        return [a for a in self.all() if isinstance(a, Team)]

    def get(self, assignee_id: int) -> Assignee:
        """Return one person or team; raise ``NotFound``."""
        rows = self._db.rows("SELECT * FROM assignee WHERE id = ?", (assignee_id,))
        if not rows:
            raise NotFound
        members = self._db.rows(
            "SELECT person_id FROM team_member WHERE team_id = ? ORDER BY person_id", (assignee_id,)
        )
        return _assignee(rows[0], [row["person_id"] for row in members])

    def add(self, assignee: Assignee) -> int:
        """Store a new person or team and return its id."""
        new_id = self._db.insert(Kind.ASSIGNEE, _assignee_row(assignee))
        if isinstance(assignee, Team):
            self._set_members(new_id, assignee.member_ids)
        return new_id

    def save(self, assignee: Assignee) -> None:
        """Store a person or team that exists already; only what differs is written."""
        known = known_id(assignee.id)
        new, old = _assignee_row(assignee), _assignee_row(self.get(known))
        changed = {name: value for name, value in new.items() if value != old.get(name)}
        if changed:
            self._db.update(Kind.ASSIGNEE, known, changed)
        if isinstance(assignee, Team):
            self._set_members(known, assignee.member_ids)

    def remove(self, assignee_id: int) -> None:
        """Delete a person or team and everything that hangs on it."""
        self._db.delete(Kind.ASSIGNEE, assignee_id)

    def _set_members(self, team_id: int, member_ids: tuple[int, ...]) -> None:
        rows = self._db.rows("SELECT id, person_id FROM team_member WHERE team_id = ?", (team_id,))
        for row in rows:
            if row["person_id"] not in member_ids:
                self._db.delete(Kind.TEAM_MEMBER, row["id"])
        for person_id in set(member_ids) - {row["person_id"] for row in rows}:
            self._db.insert(Kind.TEAM_MEMBER, {"team_id": team_id, "person_id": person_id})


def _assignee(row: dict[str, Any], member_ids: list[int]) -> Assignee:
    if row["kind"] == "team":
        return Team(id=row["id"], name=row["name"], member_ids=tuple(member_ids))
    return from_row(Person, row)


def _assignee_row(assignee: Assignee) -> dict[str, Any]:
    kind = "team" if assignee.is_team else "person"
    return to_row(assignee, without=frozenset({"id", "member_ids"})) | {"kind": kind}
