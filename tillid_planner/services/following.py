"""Follow-ups: held with what both learned, and the next one planned by the table."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date, time

from tillid_planner.domain import dosing
from tillid_planner.domain.changes import Changes
from tillid_planner.domain.errors import Fault, InvalidInput
from tillid_planner.domain.follow_up import Distance, FollowUp, Outcome, first_follow_up
from tillid_planner.domain.task import Task
from tillid_planner.domain.week import day_faults
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

    def get(self, follow_up_id: int) -> FollowUp:
        """Return one follow-up; raise ``NotFound``."""
        return self._follow_ups.get(follow_up_id)

    def move(self, follow_up_id: int, day: date, at: time | None = None) -> Changes:
        """Give a follow-up that is not held yet another day or time; a day that has passed is refused."""
        follow_up = self._follow_ups.get(follow_up_id)
        if day < self._today():
            raise InvalidInput(Fault("due_on", "in_the_past"))
        if day_faults("due_on", day):
            raise InvalidInput(*day_faults("due_on", day))
        with self._db.act("move_follow_up") as act:
            self._follow_ups.save(replace(follow_up, due_on=day, due_at=at))
        return act.changes

    def next_after(self, follow_up_id: int) -> date | None:
        """Return the day the cadence table proposes for the follow-up after this one; None at a pause."""
        agreement = self._agreements.get(self._follow_ups.get(follow_up_id).agreement_id)
        sheet = self._trust.sheet(agreement.task_id, agreement.assignee_id)
        days = dosing.cadence_days(agreement.rung, _exposure(sheet.task), sheet.repairing)
        return None if days is None else first_follow_up(self._today(), days, sooner=False)

    def hold(
        self,
        follow_up_id: int,
        outcome: Outcome,
        *,
        learned_leader: str = "",
        learned_employee: str = "",
        distance: Distance | None = None,
        next_on: date | None = None,
        next_at: time | None = None,
    ) -> Changes:
        """Note that a follow-up was held today and how it went, and plan the next one.

        Without ``next_on`` the next day is the cadence table's (``next_after``). Raises ``InvalidInput`` for a
        next day that has passed.
        """
        follow_up = self._follow_ups.get(follow_up_id)
        if next_on is not None and next_on < self._today():
            raise InvalidInput(Fault("next_on", "in_the_past"))
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
            day = next_on or self.next_after(follow_up_id)
            if day is not None and sheet.next_follow_up is None:
                self._follow_ups.add(FollowUp(agreement_id=follow_up.agreement_id, due_on=day, due_at=next_at))
        return act.changes


def _exposure(task: Task) -> int:
    # A task that is not described yet is followed up as one without risk, as its first follow-up was.
    if task.missing:
        return 0
    return dosing.exposure(task.consequence or 1, task.reversal or 1, task.detection or 1)
