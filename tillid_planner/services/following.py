"""Follow-ups: held with what both learned, and the next one planned by the table."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date, time

from tillid_planner.domain import dosing
from tillid_planner.domain.changes import Changes
from tillid_planner.domain.errors import Fault, InvalidInput, NotFound
from tillid_planner.domain.follow_up import Distance, FollowUp, Outcome, first_follow_up
from tillid_planner.services.trust import Trust
from tillid_planner.storage.repositories import Agreements, FollowUps
from tillid_planner.storage.workspace import Workspace


class Following:
    """Everything that is done about follow-ups."""

    def __init__(self, workspace: Workspace, trust: Trust, today: Callable[[], date]) -> None:
        self._db = workspace.database
        self._trust = trust
        self._today = today
        self._follow_ups = FollowUps(self._db)
        self._agreements = Agreements(self._db)

    def plan(self, agreement_id: int, day: date, at: time | None = None) -> Changes:
        """Plan a follow-up of an agreement on a day, perhaps at a time; a day before the agreement is refused."""
        agreement = self._agreements.get(agreement_id)
        if day < agreement.agreed_on:
            raise InvalidInput(Fault("due_on", "in_the_past"))
        with self._db.act("plan_follow_up") as act:
            self._follow_ups.add(FollowUp(agreement_id=agreement_id, due_on=day, due_at=at))
        return act.changes

    def hold(
        self,
        follow_up_id: int,
        outcome: Outcome,
        *,
        learned_leader: str = "",
        learned_employee: str = "",
        distance: Distance | None = None,
    ) -> Changes:
        """Note that a follow-up was held today and how it went; the next one is planned by the cadence table."""
        follow_up = self._get(follow_up_id)
        agreement = self._agreements.get(follow_up.agreement_id)
        today = self._today()
        with self._db.act("hold_follow_up") as act:
            self._follow_ups.save(
                replace(
                    follow_up, held_on=today, outcome=outcome, learned_leader=learned_leader,
                    learned_employee=learned_employee, distance=distance,
                )
            )
            sheet = self._trust.sheet(agreement.task_id, agreement.assignee_id)
            exposure = sheet.suggestion.exposure if sheet.suggestion else 0
            days = dosing.cadence_days(agreement.rung, exposure, sheet.repairing)
            if days is not None and sheet.next_follow_up is None:
                self._follow_ups.add(
                    FollowUp(agreement_id=follow_up.agreement_id, due_on=first_follow_up(today, days, sooner=False))
                )
        return act.changes

    def _get(self, follow_up_id: int) -> FollowUp:
        found = next((f for f in self._follow_ups.all() if f.id == follow_up_id), None)
        if found is None:
            raise NotFound
        return found
