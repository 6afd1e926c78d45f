"""Reads all that a week's board follows from."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Collection, Mapping, Sequence
from datetime import date

from tillid_planner.domain.agreement import Agreement
from tillid_planner.domain.assignee import Assignee, Person
from tillid_planner.domain.breach import Breach
from tillid_planner.domain.case import BreachStatus, Novelty
from tillid_planner.domain.follow_up import FollowUp
from tillid_planner.domain.rating import Rater, Rating
from tillid_planner.domain.task import Task
from tillid_planner.domain.week import Placement, Recurrence, Week
from tillid_planner.exchange import public_holidays
from tillid_planner.languages import FIRST
from tillid_planner.services.standing import case_of, in_force, newest_ratings, offered
from tillid_planner.services.week_facts import DueFollowUp, Facts, PairFacts, PairKey, Placed
from tillid_planner.storage.agreement_records import Agreements, FollowUps
from tillid_planner.storage.breach_records import Breaches
from tillid_planner.storage.planning_records import Absences, Placements, Recurrences
from tillid_planner.storage.rating_records import Ratings
from tillid_planner.storage.register_records import Assignees, Tasks
from tillid_planner.storage.talk_records import PlannedTalks
from tillid_planner.storage.workspace import Workspace

#: Each takes two of the values that SQLite binds at most (32,766).
_PAIRS_IN_ONE_QUERY = 10_000


class WeekReader:
    """Reads one week, and of trust only what the placed pairs need."""

    def __init__(self, workspace: Workspace, today: Callable[[], date]) -> None:
        db = workspace.database
        self._today = today
        self._tasks, self._assignees, self._ratings = Tasks(db), Assignees(db), Ratings(db)
        self._agreements, self._follow_ups, self._breaches = Agreements(db), FollowUps(db), Breaches(db)
        self._talks = PlannedTalks(db)
        self._placements, self._recurrences, self._absences = Placements(db), Recurrences(db), Absences(db)

    def facts(self, week: Week, language: str) -> Facts:
        """Return all that the week's board follows from; ``language`` is that of the holidays' names."""
        today = self._today()
        holidays = public_holidays.named(week.days, language)
        stored = self._placements.of_week(week)
        in_use = {p.assignee_id for p in stored if p.hours}
        assignees = [a for a in self._assignees.all() if not a.left_by(week.monday) or a.id in in_use]
        away = self._away(week, assignees)
        shown = {assignee.id for assignee in assignees}
        holding = {(a.task_id, a.assignee_id): a for a in self._agreements.holding() if a.assignee_id in shown}
        tasks = {t.id or 0: t for t in self._tasks.all(archived=True)}
        recurrences = _recurring(self._recurrences.all(), holding, tasks)
        placements = _effective(week, stored, recurrences, away, holidays)
        holders: dict[int, list[int]] = defaultdict(list)
        for (task_id, assignee_id), agreement in holding.items():
            if agreement.rung > 0 and tasks[task_id].archived_on is None:
                holders[task_id].append(assignee_id)
        placed = {p.task_id for p in placements}
        return Facts(
            week=week,
            today=today,
            assignees=assignees,
            placements=placements,
            recurrences=recurrences,
            tasks={key: task for key, task in tasks.items() if task.archived_on is None or key in placed},
            read_pairs=lambda keys: self._pairs(keys, tasks, today),
            pairs=self._pairs({(p.task_id, p.assignee_id) for p in placements}, tasks, today),
            holders=holders,
            away=away,
            holidays=holidays,
            follow_ups=self._due(week, holding, today),
            talks=[talk for talk in self._talks.until(week.sunday) if talk.assignee_id in shown],
        )

    def placed(self, week: Week, task_id: int, assignee_id: int) -> Placed:
        """Return what is placed in a week of one task and on one assignee, without reading the rest of the board.

        Raises ``NotFound`` for a task or an assignee that is gone.
        """

        def near(planned: Placement | Recurrence) -> bool:
            return planned.task_id == task_id or planned.assignee_id == assignee_id

        stored = [p for p in self._placements.of_week(week) if near(p)]
        recurrences = [r for r in self._recurrences.all() if near(r)]
        keys = {(r.task_id, r.assignee_id) for r in recurrences}
        agreements: dict[PairKey, list[Agreement]] = defaultdict(list)
        for agreement in self._agreements.of_pairs(keys) if keys else ():
            agreements[agreement.task_id, agreement.assignee_id].append(agreement)
        holding = {key: found for key in keys if (found := in_force(agreements[key])) is not None}
        tasks = {key: self._tasks.get(key) for key in {task_id, *(key[0] for key in keys)}}
        assignees = [self._assignees.get(key) for key in {assignee_id, *(key[1] for key in keys)}]
        holidays = public_holidays.named(week.days, FIRST) if keys else {}
        recurring = _recurring(recurrences, holding, tasks)
        away = self._away(week, assignees) if keys else {}
        return Placed(_effective(week, stored, recurring, away, holidays))

    def pairs(self, keys: Collection[PairKey]) -> dict[PairKey, PairFacts]:
        """Return what holds between tasks and assignees, by (task id, assignee id); no load is reckoned with."""
        tasks = {t.id or 0: t for t in self._tasks.all(archived=True)}
        wanted, found = sorted(set(keys)), {}
        for start in range(0, len(wanted), _PAIRS_IN_ONE_QUERY):
            found.update(self._pairs(set(wanted[start : start + _PAIRS_IN_ONE_QUERY]), tasks, self._today()))
        return found

    def _pairs(self, keys: set[PairKey], tasks: Mapping[int, Task], today: date) -> dict[PairKey, PairFacts]:
        ratings: dict[PairKey, list[Rating]] = defaultdict(list)
        for rating in self._ratings.newest_of_pairs(keys):
            ratings[rating.task_id, rating.assignee_id].append(rating)
        agreements: dict[PairKey, list[Agreement]] = defaultdict(list)
        pair_of: dict[int, PairKey] = {}
        for agreement in self._agreements.of_pairs(keys):
            key = (agreement.task_id, agreement.assignee_id)
            agreements[key].append(agreement)
            pair_of[agreement.id or 0] = key
        follow_ups: dict[PairKey, list[FollowUp]] = defaultdict(list)
        for follow_up in self._follow_ups.of_pairs(keys):
            follow_ups[pair_of[follow_up.agreement_id]].append(follow_up)
        breaches: dict[int, list[Breach]] = defaultdict(list)
        for breach in self._breaches.all():
            breaches[breach.assignee_id].append(breach)
        known = {(p.task_id, p.assignee_id): p.novelty for p in self._ratings.pairs()}
        found = {}
        for key in keys:
            task_id, assignee_id = key
            case = None
            if not tasks[task_id].missing:
                case = case_of(
                    tasks[task_id],
                    known.get(key, Novelty.KNOWN),
                    newest_ratings(ratings[key], Rater.LEADER),
                    agreements[key],
                    follow_ups[key],
                    breaches[assignee_id],
                    today,
                )
            unclosed = any(b.task_id == task_id and b.status is not BreachStatus.CLOSED for b in breaches[assignee_id])
            found[key] = PairFacts(in_force(agreements[key]), case, unclosed, offered(agreements[key]))
        return found

    def _away(self, week: Week, assignees: Sequence[Assignee]) -> dict[int, frozenset[date]]:
        away: dict[int, set[date]] = defaultdict(set)
        for absence in self._absences.of_week(week):
            away[absence.assignee_id].update(absence.days(week))
        for person in assignees:
            if isinstance(person, Person):
                outside = {day for day in week.days if person.left_by(day) or not person.begun_by(day)}
                if outside:
                    away[person.id or 0] |= outside
        return {key: frozenset(days) for key, days in away.items()}

    def _due(self, week: Week, holding: Mapping[PairKey, Agreement], today: date) -> list[DueFollowUp]:
        by_id = {a.id: a for a in holding.values()}
        found = []
        for follow_up in self._follow_ups.around(week.monday, week.sunday):
            agreement = by_id.get(follow_up.agreement_id)
            if agreement is None:
                continue
            overdue = follow_up.held_on is None and follow_up.due_on < today
            found.append(DueFollowUp(follow_up, agreement.task_id, agreement.assignee_id, agreement.rung, overdue))
        return found


def _recurring(
    recurrences: Sequence[Recurrence], holding: Mapping[PairKey, Agreement], tasks: Mapping[int, Task]
) -> list[Recurrence]:
    return [
        r
        for r in recurrences
        if (found := holding.get((r.task_id, r.assignee_id))) is not None
        and found.rung > 0
        and tasks[r.task_id].archived_on is None
    ]


def _effective(
    week: Week,
    stored: Sequence[Placement],
    recurrences: Sequence[Recurrence],
    away: Mapping[int, frozenset[date]],
    holidays: Mapping[date, str],
) -> tuple[Placement, ...]:
    # What was placed by hand on a day stands in for the recurring; tasks do not place themselves on days off.
    by_hand = {p.key for p in stored}
    found = [p for p in stored if p.hours > 0]
    for recurrence in recurrences:
        for day in week.days:
            key = (recurrence.task_id, recurrence.assignee_id, day)
            off = day in holidays or day in away.get(recurrence.assignee_id, ())
            if recurrence.falls_on(day) and key not in by_hand and not off:
                by_hand.add(key)
                found.append(
                    Placement(
                        task_id=recurrence.task_id,
                        assignee_id=recurrence.assignee_id,
                        day=day,
                        hours=recurrence.hours,
                        recurring=True,
                    )
                )
    return tuple(found)
