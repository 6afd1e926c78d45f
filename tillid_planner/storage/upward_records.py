"""Wishes to the own leader in and out of a workspace, with what happened to them."""

from __future__ import annotations

from collections import defaultdict

from tillid_planner.domain.changes import Kind
from tillid_planner.domain.errors import NotFound
from tillid_planner.domain.wish import Wish, WishStep
from tillid_planner.storage.database import Database
from tillid_planner.storage.rows import from_row, to_row

_NOT_WRITTEN = frozenset({"id", "steps"})


class Wishes:
    """Wishes, each with its steps from the oldest to the newest."""

    def __init__(self, database: Database) -> None:
        self._db = database

    def all(self) -> list[Wish]:
        """Return every wish in the order they were written."""
        steps: dict[int, list[WishStep]] = defaultdict(list)
        for row in self._db.rows("SELECT * FROM wish_step ORDER BY on_day, id"):
            steps[row["wish_id"]].append(from_row(WishStep, row))
        rows = self._db.rows("SELECT * FROM wish ORDER BY written_on, id")
        return [from_row(Wish, row, steps=tuple(steps[row["id"]])) for row in rows]

    def get(self, wish_id: int) -> Wish:
        """Return one wish; raise ``NotFound``."""
        rows = self._db.rows("SELECT * FROM wish WHERE id = ?", (wish_id,))
        if not rows:
            raise NotFound
        steps = self._db.rows("SELECT * FROM wish_step WHERE wish_id = ? ORDER BY on_day, id", (wish_id,))
        return from_row(Wish, rows[0], steps=tuple(from_row(WishStep, step) for step in steps))

    def put(self, wish: Wish) -> None:
        """Store a wish, new or changed; its steps stay as they are."""
        row = to_row(wish, without=_NOT_WRITTEN)
        if wish.id is None:
            self._db.insert(Kind.WISH, row)
        else:
            self._db.update(Kind.WISH, wish.id, row)

    def add_step(self, step: WishStep) -> None:
        """Store what happened to a wish."""
        self._db.insert(Kind.WISH_STEP, to_row(step))
