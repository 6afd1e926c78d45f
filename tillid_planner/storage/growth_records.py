"""Development plans and prepared conversations in and out of a workspace."""

from __future__ import annotations

from tillid_planner.domain.changes import Kind
from tillid_planner.domain.conversation import Conversation, Line, Side
from tillid_planner.domain.development import DevelopmentPlan
from tillid_planner.domain.errors import NotFound
from tillid_planner.storage.database import Database
from tillid_planner.storage.rows import from_row, to_row

_ID = frozenset({"id"})


class DevelopmentPlans:
    """What is practised, by whom, on which task."""

    def __init__(self, database: Database) -> None:
        self._db = database

    def of_assignee(self, assignee_id: int) -> list[DevelopmentPlan]:
        """Return the plans of one person or team, in the order they were written."""
        rows = self._db.rows("SELECT * FROM development WHERE assignee_id = ? ORDER BY written_on, id", (assignee_id,))
        return [from_row(DevelopmentPlan, row) for row in rows]

    def get(self, plan_id: int) -> DevelopmentPlan:
        """Return one plan; raise ``NotFound``."""
        rows = self._db.rows("SELECT * FROM development WHERE id = ?", (plan_id,))
        if not rows:
            raise NotFound
        return from_row(DevelopmentPlan, rows[0])

    def add(self, plan: DevelopmentPlan) -> int:
        """Store a plan and return its id."""
        return self._db.insert(Kind.DEVELOPMENT, to_row(plan))

    def save(self, plan: DevelopmentPlan) -> None:
        """Store a plan that exists already; raise ``NotFound`` for one without an id."""
        if plan.id is None:
            raise NotFound
        self._db.update(Kind.DEVELOPMENT, plan.id, to_row(plan, without=_ID))

    def remove(self, plan_id: int) -> None:
        """Delete a plan."""
        self._db.delete(Kind.DEVELOPMENT, plan_id)


class Conversations:
    """Conversations and what each side wrote for them."""

    def __init__(self, database: Database) -> None:
        self._db = database

    def of_assignee(self, assignee_id: int) -> list[Conversation]:
        """Return the conversations with one person or team, oldest first."""
        rows = self._db.rows("SELECT * FROM conversation WHERE assignee_id = ? ORDER BY begun_on, id", (assignee_id,))
        return [from_row(Conversation, row) for row in rows]

    def ids_of_assignee(self, assignee_id: int) -> list[int]:
        """Return the ids of the conversations with one person or team."""
        rows = self._db.rows("SELECT id FROM conversation WHERE assignee_id = ?", (assignee_id,))
        return [int(row["id"]) for row in rows]

    def get(self, conversation_id: int) -> Conversation:
        """Return one conversation; raise ``NotFound``."""
        rows = self._db.rows("SELECT * FROM conversation WHERE id = ?", (conversation_id,))
        if not rows:
            raise NotFound
        return from_row(Conversation, rows[0])

    def add(self, conversation: Conversation) -> int:
        """Store a conversation and return its id."""
        return self._db.insert(Kind.CONVERSATION, to_row(conversation))

    def save(self, conversation: Conversation) -> None:
        """Store a conversation that exists already; raise ``NotFound`` for one without an id."""
        if conversation.id is None:
            raise NotFound
        self._db.update(Kind.CONVERSATION, conversation.id, to_row(conversation, without=_ID))

    def remove(self, conversation_id: int) -> None:
        """Delete a conversation with everything written for it."""
        self._db.delete(Kind.CONVERSATION, conversation_id)

    def lines(self, conversation_id: int, side: Side | None = None) -> list[Line]:
        """Return what was written, by both sides or by one."""
        rows = self._db.rows(
            "SELECT * FROM conversation_line WHERE conversation_id = :id AND side = ifnull(:side, side) ORDER BY id",
            {"id": conversation_id, "side": None if side is None else side.value},
        )
        return [from_row(Line, row) for row in rows]

    def put(self, line: Line) -> None:
        """Store what a side says of a task, in place of what it said before."""
        rows = self._db.rows(
            "SELECT id FROM conversation_line WHERE conversation_id = ? AND task_id = ? AND side = ?",
            (line.conversation_id, line.task_id, line.side.value),
        )
        if rows:
            self._db.update(Kind.CONVERSATION_LINE, rows[0]["id"], to_row(line, without=_ID))
        else:
            self._db.insert(Kind.CONVERSATION_LINE, to_row(line))

    def drop(self, conversation_id: int, task_id: int) -> None:
        """Take a task off a conversation."""
        rows = self._db.rows(
            "SELECT id FROM conversation_line WHERE conversation_id = ? AND task_id = ?", (conversation_id, task_id)
        )
        for row in rows:
            self._db.delete(Kind.CONVERSATION_LINE, row["id"])
