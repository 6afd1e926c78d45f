"""Breaches: noted as facts, repaired, closed."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date

from tillid_planner.domain.breach import Breach
from tillid_planner.domain.case import BreachStatus, Cause
from tillid_planner.domain.changes import Changes
from tillid_planner.domain.errors import Fault, InvalidInput, NotFound
from tillid_planner.services.trust import Trust
from tillid_planner.storage.repositories import Breaches as BreachRecords
from tillid_planner.storage.workspace import Workspace

#: The rung that is written when no agreement was in force: the middle of the ladder (design: the rule's default).
_RUNG_WITHOUT_AGREEMENT = 3


class Breaches:
    """Everything that is done about breaches of trust."""

    def __init__(self, workspace: Workspace, trust: Trust, today: Callable[[], date]) -> None:
        self._db = workspace.database
        self._trust = trust
        self._today = today
        self._breaches = BreachRecords(self._db)

    def note(self, task_id: int, assignee_id: int, facts: str, *, noticed_by: str = "") -> Changes:
        """Note the facts of something that went wrong today; the cause is not known yet."""
        if not facts.strip():
            raise InvalidInput(Fault("facts", "required"))
        today = self._today()
        agreement = self._trust.sheet(task_id, assignee_id).agreement
        rung = agreement.rung if agreement and agreement.rung else _RUNG_WITHOUT_AGREEMENT
        with self._db.act("note_breach") as act:
            self._breaches.add(
                Breach(
                    task_id=task_id, assignee_id=assignee_id, noted_on=today, happened_on=today,
                    facts=facts.strip(), noticed_by=noticed_by, rung_at_breach=rung,
                )
            )
        return act.changes

    def repair(self, breach_id: int, cause: Cause) -> Changes:
        """Set the cause the two have found together; from now on the breach is being repaired."""
        with self._db.act("repair_breach") as act:
            self._breaches.save(replace(self._get(breach_id), cause=cause, status=BreachStatus.REPAIRING))
        return act.changes

    def close(self, breach_id: int) -> Changes:
        """Close a breach today: it is behind them."""
        with self._db.act("close_breach") as act:
            self._breaches.save(
                replace(self._get(breach_id), status=BreachStatus.CLOSED, closed_on=self._today())
            )
        return act.changes

    def _get(self, breach_id: int) -> Breach:
        found = next((b for b in self._breaches.all() if b.id == breach_id), None)
        if found is None:
            raise NotFound
        return found
