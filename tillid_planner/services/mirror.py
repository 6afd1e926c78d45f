"""The mirror: the unit read once, and what it shows of how trust is given, and of how the leader rates."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from tillid_planner.domain import dosing
from tillid_planner.domain.agreement import Agreement
from tillid_planner.domain.assignee import Assignee
from tillid_planner.domain.breach import Breach
from tillid_planner.domain.case import BreachStatus, Dimension
from tillid_planner.domain.consistency import (
    SAME_DAYS,
    Difference,
    Holding,
    LeapEnd,
    PassedBy,
    always_the_same,
    differences,
    leap_end,
    nothing_new,
    standing_still,
)
from tillid_planner.domain.course import Course, course_of
from tillid_planner.domain.follow_up import FollowUp
from tillid_planner.domain.rating import Rater
from tillid_planner.domain.rating_habits import Habits, habits_of
from tillid_planner.domain.task import Task
from tillid_planner.services.standing import in_force
from tillid_planner.storage.agreement_records import Agreements, FollowUps
from tillid_planner.storage.breach_records import Breaches
from tillid_planner.storage.planning_records import Placements
from tillid_planner.storage.rating_records import Ratings
from tillid_planner.storage.register_records import Assignees, Tasks
from tillid_planner.storage.workspace import Workspace


@dataclass(frozen=True, slots=True)
class LeapSeen:
    """A leap, and how it went."""

    agreement: Agreement
    end: LeapEnd


@dataclass(frozen=True, slots=True, kw_only=True)
class Reflection:
    """What the mirror shows. Everything is in no order; pages sort by name.

    ``holders`` are for each task those with an agreement on it; ``passed_by`` names for each reason the people it
    may be true of.
    """

    tasks: Mapping[int, Task]
    assignees: Mapping[int, Assignee]
    holders: Mapping[int, Sequence[Assignee]]
    differences: Sequence[Difference]
    passed_by: Mapping[PassedBy, Sequence[Assignee]]
    still: Sequence[Holding]
    leaps: Sequence[LeapSeen]


class Mirror:
    """Reads the whole unit; what is put away or has left is not in it."""

    def __init__(self, workspace: Workspace, today: Callable[[], date]) -> None:
        db = self._db = workspace.database
        self._today = today
        self._tasks, self._assignees, self._ratings = Tasks(db), Assignees(db), Ratings(db)
        self._agreements, self._follow_ups, self._breaches = Agreements(db), FollowUps(db), Breaches(db)
        self._placements = Placements(db)

    def look(self) -> Reflection:
        """Return what the mirror shows today."""
        today = self._today()
        tasks = {task.id or 0: task for task in self._tasks.all()}
        assignees = {a.id or 0: a for a in self._assignees.all() if not a.left_by(today)}
        agreements = self._by_pair(tasks, assignees)
        courses = self._courses(agreements)
        holdings = self._holdings(agreements, courses, assignees)
        return Reflection(
            tasks=tasks,
            assignees=assignees,
            holders=_holders(holdings, assignees),
            differences=differences(holdings),
            passed_by=self._passed_by(assignees, agreements, today),
            still=standing_still(holdings, today),
            leaps=[
                LeapSeen(agreement, leap_end(agreement, courses[key], today))
                for key, listed in agreements.items()
                for agreement in listed
                if agreement.is_leap and agreement.withdrawn_on is None
            ],
        )

    def habits(self) -> Habits:
        """Return how the leader uses the scale, from her newest ratings."""
        exposures = {
            task.id or 0: dosing.exposure(task.consequence or 1, task.reversal or 1, task.detection or 1)
            for task in self._tasks.all(archived=True)
        }
        newest = [rating for rating in self._ratings.newest() if rating.rater is Rater.LEADER]
        return habits_of(newest, exposures, self._today())

    def _by_pair(
        self, tasks: Mapping[int, Task], assignees: Mapping[int, Assignee]
    ) -> dict[tuple[int, int], list[Agreement]]:
        found: dict[tuple[int, int], list[Agreement]] = defaultdict(list)
        for agreement in self._agreements.all():
            if agreement.task_id in tasks and agreement.assignee_id in assignees:
                found[agreement.assignee_id, agreement.task_id].append(agreement)
        return found

    def _courses(self, agreements: Mapping[tuple[int, int], list[Agreement]]) -> dict[tuple[int, int], Course]:
        pair_of = {a.id: key for key, listed in agreements.items() for a in listed}
        looks: dict[tuple[int, int], list[FollowUp]] = defaultdict(list)
        for follow_up in self._follow_ups.all():
            if follow_up.agreement_id in pair_of:
                looks[pair_of[follow_up.agreement_id]].append(follow_up)
        return {key: course_of(listed, looks[key], ()) for key, listed in agreements.items()}

    def _holdings(
        self,
        agreements: Mapping[tuple[int, int], list[Agreement]],
        courses: Mapping[tuple[int, int], Course],
        assignees: Mapping[int, Assignee],
    ) -> list[Holding]:
        newest = self._ratings.newest_marks()
        broken: dict[tuple[int, int], list[Breach]] = defaultdict(list)
        for breach in self._breaches.all():
            if breach.status is not BreachStatus.CLOSED:
                broken[breach.assignee_id, breach.task_id].append(breach)
        found = []
        for key, listed in agreements.items():
            holding = in_force(listed)
            if holding is None:
                continue
            rated = newest.get(key, {})
            values = tuple(rated[d].value for d in Dimension if d in rated)
            found.append(
                Holding(
                    task_id=key[1],
                    assignee_id=key[0],
                    is_team=assignees[key[0]].is_team,
                    agreement=holding,
                    ratings=(values[0], values[1], values[2]) if len(values) == len(Dimension) else None,
                    course=courses[key],
                    breach=bool(broken.get(key)),
                )
            )
        return found

    def _passed_by(
        self, assignees: Mapping[int, Assignee], agreements: Mapping[tuple[int, int], list[Agreement]], today: date
    ) -> dict[PassedBy, list[Assignee]]:
        rated = {assignee_id for assignee_id, _ in self._ratings.newest_marks()}
        held: dict[int, list[tuple[int, date]]] = defaultdict(list)
        for (assignee_id, task_id), listed in agreements.items():
            held[assignee_id].append((task_id, min(a.agreed_on for a in listed)))
        placed: dict[int, list[int]] = defaultdict(list)
        for assignee_id, task_id in self._placements.with_hours_between(today - timedelta(days=SAME_DAYS), today):
            placed[assignee_id].append(task_id)
        people = [a for a in assignees.values() if not a.is_team]
        return {
            PassedBy.NEVER_RATED: [a for a in people if a.id not in rated],
            PassedBy.NOTHING_NEW: [a for a in people if nothing_new([day for _, day in held[a.id or 0]], today)],
            PassedBy.ALWAYS_THE_SAME: [
                a for a in people if always_the_same(placed[a.id or 0], [task for task, _ in held[a.id or 0]])
            ],
        }


def _holders(holdings: Sequence[Holding], assignees: Mapping[int, Assignee]) -> dict[int, list[Assignee]]:
    found: dict[int, list[Assignee]] = defaultdict(list)
    for holding in holdings:
        found[holding.task_id].append(assignees[holding.assignee_id])
    return found
