"""Development plans: adding, changing, completing and deleting them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date

from tillid_planner.domain.binding import Binding
from tillid_planner.domain.changes import Changes
from tillid_planner.domain.development import Competence, DevelopmentPlan
from tillid_planner.domain.errors import InvalidInput
from tillid_planner.services.person_review import Review, TaskLine
from tillid_planner.storage.growth_records import DevelopmentPlans
from tillid_planner.storage.workspace import Workspace


class Development:
    """Everything that is done to development plans; each act is one step of undo."""

    def __init__(self, workspace: Workspace, today: Callable[[], date]) -> None:
        self._db = workspace.database
        self._today = today
        self._plans = DevelopmentPlans(self._db)

    def of(self, assignee_id: int) -> list[DevelopmentPlan]:
        """Return the plans of one person or team: those under way first, each part in the order written."""
        return sorted(self._plans.of_assignee(assignee_id), key=lambda plan: plan.done_on is not None)

    def add(
        self,
        task_id: int,
        assignee_id: int,
        what: str,
        *,
        competence: Competence = Competence.PROFESSIONAL,
        how: str = "",
        by_on: date | None = None,
    ) -> Changes:
        """Write a plan of today; raise ``InvalidInput`` without *what*, or with a day that has passed."""
        plan = DevelopmentPlan(
            task_id=task_id,
            assignee_id=assignee_id,
            competence=competence,
            what=what.strip(),
            how=how.strip(),
            by_on=by_on,
            written_on=self._today(),
        )
        self._refuse(plan)
        with self._db.act("add_development") as act:
            self._plans.add(plan)
        return act.changes

    def save(self, plan: DevelopmentPlan) -> Changes:
        """Store a plan as it is now; raise ``InvalidInput`` or ``NotFound``."""
        self._refuse(plan)
        if plan.id is not None and self._plans.get(plan.id) == plan:
            return Changes("change_development")
        with self._db.act("change_development") as act:
            self._plans.save(plan)
        return act.changes

    def finish(self, plan_id: int, *, done: bool = True) -> Changes:
        """Say that it is in place as of today, or that it is not after all."""
        plan = self._plans.get(plan_id)
        with self._db.act("finish_development") as act:
            self._plans.save(replace(plan, done_on=self._today() if done else None))
        return act.changes

    def remove(self, plan_id: int) -> Changes:
        """Delete a plan."""
        with self._db.act("remove_development") as act:
            self._plans.remove(plan_id)
        return act.changes

    def _refuse(self, plan: DevelopmentPlan) -> None:
        faults = plan.faults(self._today())
        if faults:
            raise InvalidInput(*faults)


def limited_by_competence(review: Review) -> list[TaskLine]:
    """Return the lines on which competence is among what sets the limit: where a plan would lift."""
    return [
        line
        for line in review.lines
        if line.suggestion is not None and line.suggestion.rung and Binding.COMPETENCE in line.suggestion.binding
    ]
