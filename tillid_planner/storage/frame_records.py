"""Purposes, ground rules and the texts the unit has one of, in and out of a workspace."""

from __future__ import annotations

from collections import defaultdict

from tillid_planner.domain.changes import Kind
from tillid_planner.domain.errors import NotFound
from tillid_planner.domain.ground_rule import FrameNote, GroundRule, NoteKey, RuleVersion
from tillid_planner.domain.purpose import Purpose
from tillid_planner.storage.database import Database
from tillid_planner.storage.rows import from_row, known_id, to_row

_ID = frozenset({"id"})
_RULE = frozenset({"id", "task_ids"})


class Purposes:
    """Why the unit works with trust."""

    def __init__(self, database: Database) -> None:
        self._db = database

    def all(self, *, ended: bool = False) -> list[Purpose]:
        """Return the purposes by the day they were written; ended ones only if asked for."""
        where = "" if ended else " WHERE ended_on IS NULL"
        return [
            from_row(Purpose, row) for row in self._db.rows(f"SELECT * FROM purpose{where} ORDER BY written_on, id")
        ]

    def get(self, purpose_id: int) -> Purpose:
        """Return one purpose; raise ``NotFound``."""
        rows = self._db.rows("SELECT * FROM purpose WHERE id = ?", (purpose_id,))
        if not rows:
            raise NotFound
        return from_row(Purpose, rows[0])

    def add(self, purpose: Purpose) -> int:
        """Store a purpose and return its id."""
        return self._db.insert(Kind.PURPOSE, to_row(purpose))

    def save(self, purpose: Purpose) -> None:
        """Store a purpose that exists already; nothing is written where nothing differs."""
        if self.get(known_id(purpose.id)) != purpose:
            self._db.update(Kind.PURPOSE, known_id(purpose.id), to_row(purpose, without=_ID))


class GroundRules:
    """Rules and red lines, with the wordings they had and the tasks that red lines hold for."""

    def __init__(self, database: Database) -> None:
        self._db = database

    def all(self, *, ended: bool = False) -> list[GroundRule]:
        """Return the rules and red lines in the order they were entered; ended ones only if asked for."""
        tasks: dict[int, list[int]] = defaultdict(list)
        for row in self._db.rows("SELECT rule_id, task_id FROM ground_rule_task ORDER BY task_id"):
            tasks[row["rule_id"]].append(row["task_id"])
        where = "" if ended else " WHERE ended_on IS NULL"
        return [
            from_row(GroundRule, row, task_ids=tuple(tasks[row["id"]]))
            for row in self._db.rows(f"SELECT * FROM ground_rule{where} ORDER BY id")
        ]

    def get(self, rule_id: int) -> GroundRule:
        """Return one rule or red line; raise ``NotFound``."""
        rows = self._db.rows("SELECT * FROM ground_rule WHERE id = ?", (rule_id,))
        if not rows:
            raise NotFound
        return from_row(GroundRule, rows[0], task_ids=tuple(self._links(rule_id)))

    def add(self, rule: GroundRule) -> int:
        """Store a rule with the tasks it holds for and return its id."""
        rule_id = self._db.insert(Kind.GROUND_RULE, to_row(rule, without=_RULE))
        self._set_tasks(rule_id, rule.task_ids)
        return rule_id

    def save(self, rule: GroundRule) -> None:
        """Store a rule that exists already, with its tasks; only what differs is written."""
        rule_id = known_id(rule.id)
        new, old = to_row(rule, without=_RULE), to_row(self.get(rule_id), without=_RULE)
        if new != old:
            self._db.update(Kind.GROUND_RULE, rule_id, new)
        self._set_tasks(rule_id, rule.task_ids)

    def versions(self, rule_id: int) -> list[RuleVersion]:
        """Return the wordings a rule had before, newest first."""
        rows = self._db.rows("SELECT * FROM ground_rule_version WHERE rule_id = ? ORDER BY version DESC", (rule_id,))
        return [from_row(RuleVersion, row) for row in rows]

    def add_version(self, version: RuleVersion) -> int:
        """Store a wording that is no longer in force and return its id."""
        return self._db.insert(Kind.GROUND_RULE_VERSION, to_row(version))

    def _links(self, rule_id: int) -> dict[int, int]:
        rows = self._db.rows("SELECT id, task_id FROM ground_rule_task WHERE rule_id = ? ORDER BY task_id", (rule_id,))
        return {row["task_id"]: row["id"] for row in rows}

    def _set_tasks(self, rule_id: int, task_ids: tuple[int, ...]) -> None:
        links = self._links(rule_id)
        for task_id, link in links.items():
            if task_id not in task_ids:
                self._db.delete(Kind.GROUND_RULE_TASK, link)
        for task_id in sorted(set(task_ids) - set(links)):
            self._db.insert(Kind.GROUND_RULE_TASK, {"rule_id": rule_id, "task_id": task_id})


class FrameNotes:
    """The texts the unit has one of."""

    def __init__(self, database: Database) -> None:
        self._db = database

    def get(self, key: NoteKey) -> FrameNote | None:
        """Return the text of a key; None if it was never written."""
        rows = self._db.rows("SELECT * FROM frame_note WHERE key = ?", (key.value,))
        return from_row(FrameNote, rows[0]) if rows else None

    def put(self, note: FrameNote) -> None:
        """Store a text in place of the one there was."""
        before = self.get(note.key)
        if before is None:
            self._db.insert(Kind.FRAME_NOTE, to_row(note, without=_ID))
        else:
            self._db.update(Kind.FRAME_NOTE, known_id(before.id), to_row(note, without=_ID))
