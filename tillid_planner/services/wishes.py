"""Wishes to the own leader: writing them, and noting what happened to them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date

from tillid_planner.domain.changes import Changes
from tillid_planner.domain.errors import Fault, InvalidInput
from tillid_planner.domain.wish import Wish, WishStep
from tillid_planner.services.nameless import Nameless
from tillid_planner.storage.upward_records import Wishes as WishRecords
from tillid_planner.storage.workspace import Workspace


class Wishes:
    """Everything that is done to wishes; each act is one step of undo."""

    def __init__(self, workspace: Workspace, today: Callable[[], date]) -> None:
        self._db = workspace.database
        self._today = today
        self._wishes = WishRecords(self._db)
        self._nameless = Nameless(workspace)

    def all(self) -> list[Wish]:
        """Return the open wishes by their next day, those without one last; then the closed ones, newest first."""
        wishes = self._wishes.all()
        still_open = sorted((wish for wish in wishes if wish.is_open), key=lambda wish: wish.next_on or date.max)
        closed = sorted((wish for wish in wishes if not wish.is_open), key=_closed_on, reverse=True)
        return still_open + closed

    def answered(self) -> list[Wish]:
        """Return the wishes whose newest step is an answer, newest first."""
        return [wish for wish in self.all() if wish.status is not None and wish.status.is_answer]

    def overdue(self) -> list[Wish]:
        """Return the open wishes whose day to be raised, or to be answered, lies before today, oldest first."""
        today = self._today()
        return [wish for wish in self.all() if wish.next_on is not None and wish.next_on < today]

    def put_wish(self, wish: Wish) -> Changes:
        """Store a wish, new or changed, but not its steps; raise ``InvalidInput`` or ``NotFound``."""
        texts = {name: getattr(wish, name).strip() for name in ("title", "gain", "ask", "other_side", "offer")}
        wish = replace(wish, **texts, steps=())
        _refuse(*wish.faults(self._today()), *self._nameless.faults(**texts))
        if wish.id is not None and replace(self._wishes.get(wish.id), steps=()) == wish:
            return Changes("put_wish")
        with self._db.act("put_wish") as act:
            self._wishes.put(wish)
        return act.changes

    def step_wish(self, step: WishStep) -> Changes:
        """Note what happened to a wish; raise ``NotFound``, or ``InvalidInput`` for an answer before it was raised."""
        step = replace(step, text=step.text.strip())
        newest = self._wishes.get(step.wish_id).newest
        _refuse(*step.faults(self._today(), newest), *self._nameless.faults(text=step.text))
        with self._db.act("step_wish") as act:
            self._wishes.add_step(step)
        return act.changes


def _closed_on(wish: Wish) -> tuple[date, int]:
    return (wish.newest.on_day, wish.newest.id or 0) if wish.newest else (date.min, 0)


def _refuse(*faults: Fault) -> None:
    if faults:
        raise InvalidInput(*faults)
