"""Follow-ups: held with what both learned, and the next one planned by the table."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date, time

from tillid_planner.domain import dosing
from tillid_planner.domain.changes import Changes
from tillid_planner.domain.errors import Fault, InvalidInput
from tillid_planner.domain.follow_up import Distance, FollowUp, Outcome, first_follow_up
from tillid_planner.domain.ladder import Rung
from tillid_planner.domain.task import Task, line_faults, text_faults
from tillid_planner.domain.week import day_faults
from tillid_planner.services.standing import Sheet
from tillid_planner.services.trust import Trust
from tillid_planner.storage.agreement_records import Agreements, FollowUps
from tillid_planner.storage.workspace import Workspace


@dataclass(frozen=True, slots=True, kw_only=True)
class Meeting:
    """All that is needed to hold one follow-up.

    ``rung`` is the one agreed; ``next_on`` the day the table proposes for the one after, None at a pause;
    ``planned`` another one of the pair that is planned already, then no further one is.
    """

    follow_up: FollowUp
    sheet: Sheet
    rung: int
    next_on: date | None
    planned: FollowUp | None


@dataclass(frozen=True, slots=True)
class Counting:
    """How far follow-ups count towards a step up: ``good`` in a row, at most as many as are ``needed``."""

    good: int
    needed: int


class Following:
    """Everything that is done about follow-ups."""

    def __init__(self, workspace: Workspace, trust: Trust, today: Callable[[], date]) -> None:
        self._db = workspace.database
        self._trust = trust
        self._today = today
        self._follow_ups = FollowUps(self._db)
        self._agreements = Agreements(self._db)

    def plan(self, agreement_id: int, day: date, at: time | None = None) -> Changes:
        """Plan a follow-up of an agreement on a day, perhaps at a time; a day that has passed is refused."""
        agreement = self._agreements.get(agreement_id)
        _refuse(*self._faults_of_day("due_on", day))
        with self._db.act("plan_follow_up") as act:
            self._follow_ups.add(FollowUp(agreement_id=agreement.id or 0, due_on=day, due_at=at))
        return act.changes

    def get(self, follow_up_id: int) -> FollowUp:
        """Return one follow-up; raise ``NotFound``."""
        return self._follow_ups.get(follow_up_id)

    def meeting(self, follow_up_id: int) -> Meeting:
        """Return all that is needed to hold a follow-up; raise ``NotFound``."""
        follow_up = self._follow_ups.get(follow_up_id)
        agreement = self._agreements.get(follow_up.agreement_id)
        sheet = self._trust.sheet(agreement.task_id, agreement.assignee_id)
        return Meeting(
            follow_up=follow_up,
            sheet=sheet,
            rung=agreement.rung,
            next_on=self.next_after(follow_up_id),
            planned=next((f for f in sheet.follow_ups if f.held_on is None and f.id != follow_up_id), None),
        )

    def move(self, follow_up_id: int, day: date, at: time | None = None) -> Changes:
        """Give a follow-up that is not held yet another day or time; a day that has passed is refused."""
        follow_up = self._not_held(follow_up_id)
        _refuse(*self._faults_of_day("due_on", day))
        if (day, at) == (follow_up.due_on, follow_up.due_at):
            return Changes("move_follow_up")
        with self._db.act("move_follow_up") as act:
            self._follow_ups.save(replace(follow_up, due_on=day, due_at=at))
        return act.changes

    def cancel(self, follow_up_id: int) -> Changes:
        """Take a follow-up that is not held yet out of the calendar; no other comes in its place."""
        self._not_held(follow_up_id)
        with self._db.act("drop_follow_up") as act:
            self._follow_ups.remove(follow_up_id)
        return act.changes

    def next_after(self, follow_up_id: int) -> date | None:
        """Return the day the cadence table proposes for the follow-up after this one; None at a pause."""
        return self.proposed(self._follow_ups.get(follow_up_id).agreement_id)

    def proposed(self, agreement_id: int) -> date | None:
        """Return the day the cadence table proposes for the next follow-up of an agreement; None at a pause."""
        agreement = self._agreements.get(agreement_id)
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
        gain_seen: str = "",
        held_on: date | None = None,
        next_on: date | None = None,
        next_at: time | None = None,
    ) -> Changes:
        """Note that a follow-up was held, today unless another day is given, how it went, and plan the next one.

        Without ``next_on`` the next day is the cadence table's (``next_after``). Raises ``InvalidInput`` for a day
        to come or before the agreement, for a next day that has passed or lies beyond what can be planned, and for
        one that was held already.
        """
        follow_up = self._not_held(follow_up_id)
        agreement = self._agreements.get(follow_up.agreement_id)
        day = held_on or self._today()
        faults = list(text_faults(learned_leader=learned_leader, learned_employee=learned_employee))
        faults += line_faults(gain_seen=gain_seen)
        if day > self._today():
            faults.append(Fault("held_on", "in_the_future"))
        elif day < agreement.agreed_on:
            faults.append(Fault("held_on", "before_agreement"))
        if next_on is not None:
            faults += self._faults_of_day("next_on", next_on)
        _refuse(*faults)
        with self._db.act("hold_follow_up") as act:
            self._follow_ups.save(
                replace(
                    follow_up,
                    held_on=day,
                    outcome=outcome,
                    learned_leader=learned_leader,
                    learned_employee=learned_employee,
                    distance=distance,
                    gain_seen=gain_seen,
                )
            )
            sheet = self._trust.sheet(agreement.task_id, agreement.assignee_id)
            following = next_on or self.next_after(follow_up_id)
            if following is not None and sheet.next_follow_up is None:
                self._follow_ups.add(FollowUp(agreement_id=follow_up.agreement_id, due_on=following, due_at=next_at))
        return act.changes

    def _not_held(self, follow_up_id: int) -> FollowUp:
        follow_up = self._follow_ups.get(follow_up_id)
        if follow_up.held_on is not None:
            raise InvalidInput(Fault("follow_up", "already_held"))
        return follow_up

    def _faults_of_day(self, field: str, day: date) -> tuple[Fault, ...]:
        return (Fault(field, "in_the_past"),) if day < self._today() else day_faults(field, day)


def counting(sheet: Sheet) -> Counting | None:
    """Return how far follow-ups count towards a step up; None where no step is to come from them."""
    agreement, case, suggestion = sheet.agreement, sheet.case, sheet.suggestion
    if agreement is None or case is None or suggestion is None or suggestion.rung is None:
        return None
    if not 0 < agreement.rung < min(max(Rung), sheet.task.legal_ceiling):
        return None
    return Counting(min(case.good_follow_ups, suggestion.follow_ups_needed), suggestion.follow_ups_needed)


def _exposure(task: Task) -> int:
    # A task that is not described yet is followed up as one without risk, as its first follow-up was.
    if task.missing:
        return 0
    return dosing.exposure(task.consequence or 1, task.reversal or 1, task.detection or 1)


def _refuse(*faults: Fault) -> None:
    if faults:
        raise InvalidInput(*faults)
