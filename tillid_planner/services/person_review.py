"""One person or team across all tasks: what is agreed, what could be, why, and how it came about."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from typing import Protocol, TypeVar

from tillid_planner.content import Words
from tillid_planner.domain.agreement import Agreement
from tillid_planner.domain.assignee import Assignee, Person, Team
from tillid_planner.domain.breach import BreachCase
from tillid_planner.domain.case import BreachStatus, Case, Dimension
from tillid_planner.domain.changes import Changes
from tillid_planner.domain.comment import Comment
from tillid_planner.domain.course import Course, course_of
from tillid_planner.domain.dosing import Suggestion
from tillid_planner.domain.explanation import Wording, explain, put_into_words
from tillid_planner.domain.follow_up import FollowUp
from tillid_planner.domain.rating import Pair, Rating
from tillid_planner.domain.task import Task
from tillid_planner.services.matrix import FRAME, Matrix
from tillid_planner.services.standing import Sheet, sheet_of
from tillid_planner.services.trust import Trust
from tillid_planner.storage.agreement_records import Agreements, FollowUps
from tillid_planner.storage.breach_records import BreachCases
from tillid_planner.storage.known_tasks import KnownTasks
from tillid_planner.storage.rating_records import Comments, Ratings
from tillid_planner.storage.register_records import Assignees, Tasks
from tillid_planner.storage.workspace import Workspace


class Dose(StrEnum):
    """How the agreed rung fits what can be carried; too little freedom is told as plainly as too much."""

    STEP = "step"
    ROOM = "room"
    FITS = "fits"
    FRAME = "frame"
    ABOVE = "above"


@dataclass(frozen=True, slots=True, kw_only=True)
class TaskLine:
    """One task of the page; ``sheet`` holds the records, the rest is read from them.

    ``closed`` means that there is a suggestion nobody has opened yet: then neither it nor ``dose`` is told.
    ``course`` is everything that happened, ``last_seen`` the leader's newest rating with something seen behind it.
    """

    sheet: Sheet
    course: Course
    last_seen: Rating | None
    closed: bool

    @property
    def task(self) -> Task:
        """The task."""
        return self.sheet.task

    @property
    def task_id(self) -> int:
        """The task's id."""
        return self.sheet.task.id or 0

    @property
    def agreement(self) -> Agreement | None:
        """The agreement in force."""
        return self.sheet.agreement

    @property
    def rung(self) -> int | None:
        """The agreed rung 0–5, or None where none is agreed."""
        return self.sheet.agreement.rung if self.sheet.agreement else None

    @property
    def suggestion(self) -> Suggestion | None:
        """The rule's answer, unless it is closed still."""
        return None if self.closed else self.sheet.suggestion

    @property
    def since(self) -> date | None:
        """The day since which the agreed rung is held."""
        return self.course.held_since

    @property
    def wish(self) -> int | None:
        """The rung the employee would choose, as said about the newest agreement."""
        newest = next((a for a in reversed(self.sheet.history) if a.withdrawn_on is None), None)
        return newest.employee_rung if newest else None

    @property
    def own_words(self) -> str:
        """What the employee says about the newest agreement, in her or his own words."""
        newest = next((a for a in reversed(self.sheet.history) if a.withdrawn_on is None), None)
        return (newest.employee_view or newest.employee_comment) if newest else ""

    @property
    def next_follow_up(self) -> FollowUp | None:
        """The next planned follow-up."""
        return self.sheet.next_follow_up

    @property
    def framed(self) -> bool:
        """Whether it is the frame that holds back, not the person."""
        found = self.suggestion
        return found is not None and (found.temporary or (bool(found.binding) and FRAME.issuperset(found.binding)))

    @property
    def dose(self) -> Dose | None:
        """How the agreed rung fits; None where nothing is agreed, paused, or nothing is suggested."""
        rung, found = self.rung, self.suggestion
        if not rung or found is None or not found.rung:
            return None
        if found.rung > rung:
            return Dose.STEP
        if found.rung < rung:
            return Dose.FRAME if found.standing == rung else Dose.ABOVE
        return Dose.ROOM if (found.carries or 0) > rung else Dose.FITS

    @property
    def case(self) -> Case | None:
        """The question the suggestion answers."""
        return self.sheet.case

    def wording(self, words: Words) -> Wording | None:
        """Return the explanation in words, the same for leader and employee; None without a suggestion."""
        if self.case is None or self.suggestion is None:
            return None
        return put_into_words(explain(self.case, self.suggestion), words)


@dataclass(frozen=True, slots=True, kw_only=True)
class Review:
    """Everything that holds for one person or team. ``lines`` are in the order of the tasks' ids (pages sort by name).

    ``around`` are a team's members or the teams of a person.
    """

    assignee: Assignee
    around: Sequence[Assignee]
    lines: Sequence[TaskLine]
    comments: Sequence[Comment]
    breaches: Sequence[BreachCase]

    def line(self, task_id: int) -> TaskLine | None:
        """Return the line of a task, if anything is known there."""
        return next((line for line in self.lines if line.task_id == task_id), None)


class PersonReview:
    """Reads everything about one person or team with a fixed number of queries."""

    def __init__(self, workspace: Workspace, trust: Trust, matrix: Matrix, today: Callable[[], date]) -> None:
        db = self._db = workspace.database
        self._trust, self._matrix, self._today = trust, matrix, today
        self._tasks, self._assignees, self._ratings = Tasks(db), Assignees(db), Ratings(db)
        self._agreements, self._follow_ups, self._cases = Agreements(db), FollowUps(db), BreachCases(db)
        self._comments, self._known_tasks = Comments(db), KnownTasks(db)

    def of(self, assignee_id: int) -> Review:
        """Return the review of a person or team as of today; raise ``NotFound``."""
        assignee = self._assignees.get(assignee_id)
        task_ids = self._known_tasks.of_assignee(assignee_id)
        pairs = [(task_id, assignee_id) for task_id in task_ids]
        tasks = {task.id: task for task in self._tasks.all(archived=True)} if task_ids else {}
        agreements = self._agreements.of_pairs(pairs)
        task_of = {a.id: a.task_id for a in agreements}
        follow_ups: dict[int, list[FollowUp]] = defaultdict(list)
        for follow_up in self._follow_ups.of_pairs(pairs):
            follow_ups[task_of[follow_up.agreement_id]].append(follow_up)
        ratings = _by_task(self._ratings.newest_of_pairs(pairs))
        history, comments = _by_task(agreements), self._comments.of_assignee(assignee_id)
        said, known = _by_task(comments), {pair.task_id: pair for pair in self._ratings.pairs_of(assignee_id)}
        seen = {rating.task_id: rating for rating in self._ratings.last_seen(assignee_id)}
        breaches, today = self._cases.of_assignee(assignee_id), self._today()
        lines = [
            self._line(
                sheet_of(
                    task=tasks[task_id],
                    assignee=assignee,
                    pair=known.get(task_id) or Pair(task_id=task_id, assignee_id=assignee_id),
                    ratings=ratings[task_id],
                    agreements=history[task_id],
                    follow_ups=follow_ups[task_id],
                    breaches=breaches,
                    comments=said[task_id],
                    today=today,
                ),
                seen,
            )
            for task_id in task_ids
        ]
        return Review(
            assignee=assignee, around=self._around(assignee), lines=lines, comments=comments, breaches=breaches
        )

    def line(self, task_id: int, assignee_id: int) -> TaskLine:
        """Return one task of one person or team as of today; raise ``NotFound``."""
        seen = {rating.task_id: rating for rating in self._ratings.last_seen(assignee_id)}
        return self._line(self._trust.sheet(task_id, assignee_id), seen)

    def show_all(self, assignee_id: int) -> Changes:
        """Note that the page was shown to the employee today: what stands of agreements, and every case, is marked."""
        today = self._today()
        with self._db.act("shown") as act:
            for agreement in self._agreements_that_stand(assignee_id):
                if agreement.shown_on != today and agreement.id is not None:
                    self._trust.shown(agreement.id)
            for case in self._cases.of_assignee(assignee_id):
                if case.shown_on != today:
                    self._cases.save(replace(case, shown_on=today))
        return act.changes

    def _line(self, sheet: Sheet, seen: Mapping[int, Rating]) -> TaskLine:
        task_id = sheet.task.id or 0
        told = self._matrix.is_open(task_id, sheet.assignee.id or 0) or sheet.agreement or sheet.offer
        own = [b for b in sheet.breaches if b.task_id == sheet.task.id]
        return TaskLine(
            sheet=sheet,
            course=course_of(sheet.history, sheet.follow_ups, own),
            last_seen=seen.get(task_id),
            closed=not told and sheet.suggestion is not None and sheet.suggestion.rung is not None,
        )

    def _agreements_that_stand(self, assignee_id: int) -> Iterable[Agreement]:
        for line in self.of(assignee_id).lines:
            yield from (a for a in (line.sheet.agreement, line.sheet.offer) if a is not None)

    def _around(self, assignee: Assignee) -> list[Assignee]:
        everybody = self._assignees.all()
        if isinstance(assignee, Team):
            return [a for a in everybody if isinstance(a, Person) and a.id in assignee.member_ids]
        return [a for a in everybody if isinstance(a, Team) and assignee.id in a.member_ids]


class _OnTask(Protocol):
    @property
    def task_id(self) -> int: ...


_Record = TypeVar("_Record", bound=_OnTask)


def _by_task(records: Iterable[_Record]) -> dict[int, list[_Record]]:
    found: dict[int, list[_Record]] = defaultdict(list)
    for record in records:
        found[record.task_id].append(record)
    return found


def unclosed(line: TaskLine) -> bool:
    """Whether a breach on the line's task is not closed."""
    return any(b.task_id == line.task.id and b.status is not BreachStatus.CLOSED for b in line.sheet.breaches)


def own_ratings(line: TaskLine) -> list[tuple[Dimension, Rating]]:
    """Return the employee's own newest ratings in the order in which the prerequisites are named."""
    found = line.sheet.employee_ratings
    return [(dimension, found[dimension]) for dimension in Dimension if dimension in found]
