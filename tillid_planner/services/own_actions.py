"""What the leader has decided to do: writing it, doing it, dropping it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date

from tillid_planner.domain.changes import Changes
from tillid_planner.domain.errors import InvalidInput
from tillid_planner.domain.own_action import OwnAction, next_due
from tillid_planner.domain.stool import StoolKind, StoolLevel
from tillid_planner.services.nameless import Nameless
from tillid_planner.storage.stool_records import OwnActions as ActionRecords
from tillid_planner.storage.workspace import Workspace


class OwnActions:
    """Everything that is done to the leader's own actions; each act is one step of undo.

    Lists of what an action belongs to hold the open ones by the day they are due, then the done ones, newest first.
    """

    def __init__(self, workspace: Workspace, today: Callable[[], date]) -> None:
        self._db = workspace.database
        self._today = today
        self._actions = ActionRecords(self._db)
        self._nameless = Nameless(workspace)

    def due(self) -> list[OwnAction]:
        """Return the open actions that are due today or were before, oldest first."""
        today = self._today()
        return [action for action in self._actions.all() if action.is_open and action.due_on <= today]

    def of_control(self, control_id: int) -> list[OwnAction]:
        """Return the actions about a control."""
        return self._of(lambda action: action.control_id == control_id)

    def of_wish(self, wish_id: int) -> list[OwnAction]:
        """Return the actions about a wish."""
        return self._of(lambda action: action.wish_id == wish_id)

    def of_length(self, kind: StoolKind, level: StoolLevel) -> list[OwnAction]:
        """Return the actions on a length of the stool."""
        return self._of(lambda action: (action.stool_kind, action.stool_level) == (kind, level))

    def put_action(self, action: OwnAction) -> Changes:
        """Store an action, new or changed; raise ``InvalidInput`` or ``NotFound``."""
        action = replace(action, text=action.text.strip())
        if faults := action.faults(self._today()) + self._nameless.faults(text=action.text):
            raise InvalidInput(*faults)
        if action.id is not None and self._actions.get(action.id) == action:
            return Changes("put_action")
        with self._db.act("put_action") as act:
            self._actions.put(action)
        return act.changes

    def done_action(self, action_id: int) -> Changes:
        """Say that an open action is done today: a repeating one moves on to its next day. Raises ``NotFound``."""
        today, action = self._today(), self._actions.get(action_id)
        due_on = next_due(action, today)
        after = replace(action, done_on=today) if due_on is None else replace(action, due_on=due_on)
        return self._end("done_action", action, after)

    def drop_action(self, action_id: int) -> Changes:
        """Drop an open action as of today. Raises ``NotFound``."""
        action = self._actions.get(action_id)
        return self._end("drop_action", action, replace(action, dropped_on=self._today()))

    def _end(self, label: str, before: OwnAction, after: OwnAction) -> Changes:
        if not before.is_open:
            return Changes(label)
        with self._db.act(label) as act:
            self._actions.put(after)
        return act.changes

    def _of(self, belongs: Callable[[OwnAction], bool]) -> list[OwnAction]:
        found = [action for action in self._actions.all() if belongs(action) and action.dropped_on is None]
        done = sorted((a for a in found if a.done_on), key=lambda a: a.done_on or date.min, reverse=True)
        return [action for action in found if action.is_open] + done
