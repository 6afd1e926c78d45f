"""What needs attention now, and what is met about this week; as plain values."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import TypeVar

from tillid_planner.domain.agreement import Agreement
from tillid_planner.domain.breach_watch import Watch
from tillid_planner.domain.case import BreachStatus
from tillid_planner.domain.control_effect import standing_of
from tillid_planner.domain.planned_talk import PlannedTalk
from tillid_planner.domain.tables import CLARITY_CEILING, HIGHEST
from tillid_planner.domain.task import Task
from tillid_planner.domain.week import Week
from tillid_planner.services.board import Board
from tillid_planner.services.breach_cases import BreachCases, CaseView
from tillid_planner.services.conflicts import Conflict, conflicts
from tillid_planner.services.controls import Controls
from tillid_planner.services.planning import Planning
from tillid_planner.services.week_facts import DueFollowUp
from tillid_planner.storage.agreement_records import Agreements, FollowUps
from tillid_planner.storage.workspace import Workspace

Thing = TypeVar("Thing")

#: What can need attention, the weightiest first; the words are under ``today.matters`` in the content.
KINDS = (
    "not_delegable",
    "above_legal_ceiling",
    "stopped",
    "left",
    "not_begun",
    "away",
    "overload_far",
    "overload",
    "uncovered",
    "talk_late",
    "breach_open",
    "breach_talked",
    "breach_formal",
    "breach_left",
    "breach_ready",
    "breach_repairing",
    "control_past_end",
    "breach_open_long",
    "net_lost",
    "control_untold",
    "follow_up_overdue",
    "no_follow_up",
    "leap_review",
    "offer_waiting",
    "red_line_unwatched",
    "no_deputy",
    "no_agreement",
    "task_undescribed",
    "task_unclear",
)
#: Those that tell of a breach case; ``record`` is its id.
CASE_KINDS = frozenset(
    {
        "talk_late",
        "breach_open",
        "breach_talked",
        "breach_formal",
        "breach_left",
        "breach_ready",
        "breach_repairing",
        "control_past_end",
        "breach_open_long",
    }
)
# The page has its own lines for these, also for what is not in the week.
_NOT_FROM_THE_WEEK = frozenset({"follow_up_overdue", "red_line_unwatched", "offered"})
_BY_DAY = frozenset({"follow_up_overdue", "leap_review"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Matter:
    """One thing that needs attention now, said in one line and with one act.

    ``days`` are those it is about, ``rung`` the one agreed or offered, or the ceiling; ``hours`` what has to
    move of ``planned`` where ``available`` are there, ``percent`` the load; ``more`` tells how many other matters of
    the same person or task this line stands for. ``record`` is the id of the follow-up, agreement, breach or control,
    ``control`` the name of the last.
    """

    kind: str
    assignee_id: int | None = None
    task_id: int | None = None
    days: tuple[date, ...] = ()
    rung: int | None = None
    percent: int = 0
    hours: float = 0.0
    planned: float = 0.0
    available: float = 0.0
    more: int = 0
    record: int | None = None
    control: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Outlook:
    """The day: its matters, the follow-ups still to be held this week, and the week's public holidays.

    ``talks`` are those still to be held that are planned this week or were before it.
    ``tasks`` and ``names`` (of people and teams) hold everything the matters and follow-ups point to, by id.
    ``bare`` means that there are no people or no tasks yet.
    """

    day: date
    week: Week
    matters: Sequence[Matter]
    follow_ups: Sequence[DueFollowUp]
    talks: Sequence[PlannedTalk]
    holidays: Mapping[date, str]
    tasks: Mapping[int, Task]
    names: Mapping[int, str]
    bare: bool


class Overview:
    """Reads the day."""

    def __init__(
        self,
        workspace: Workspace,
        planning: Planning,
        cases: BreachCases,
        controls: Controls,
        today: Callable[[], date],
    ) -> None:
        db = workspace.database
        self._planning, self._cases, self._controls = planning, cases, controls
        self._today = today
        self._agreements, self._follow_ups = Agreements(db), FollowUps(db)

    def look(self, language: str = "da") -> Outlook:
        """Return the day as it stands; ``language`` is that of the holidays' names."""
        today = self._today()
        board = self._planning.board(Week.of(today), language)
        cases = self._cases.views(closed=False)
        # An open case keeps its person and its task on the page, also when they are gone from the week.
        names = {view.case.assignee_id: view.assignee.name for view in cases}
        names |= {a.id or 0: a.name for a in board.facts.assignees}
        tasks = {view.case.task_id: view.task for view in cases} | dict(board.facts.tasks)
        here = {a.id or 0 for a in board.facts.assignees if not a.left_by(today)}
        to_meet = _to_meet(board, here)
        found = list(self._matters(board, to_meet, cases, today))

        def place(matter: Matter) -> tuple[int, date, str, str]:
            # By time only what has passed its day; people stand by name, never by a figure.
            day = matter.days[0] if matter.kind in _BY_DAY else today
            task = tasks.get(matter.task_id or 0)
            name = names.get(matter.assignee_id or 0, "").casefold()
            return KINDS.index(matter.kind), day, name, task.name.casefold() if task else ""

        return Outlook(
            day=today,
            week=board.week,
            matters=sorted(found, key=place),
            follow_ups=[due for due in to_meet if due.follow_up.due_on in board.week],
            talks=[talk for talk in board.facts.talks if talk.assignee_id in here],
            holidays=board.facts.holidays,
            tasks=tasks,
            names=names,
            bare=not board.facts.assignees or not board.facts.tasks,
        )

    def _matters(
        self, board: Board, to_meet: Sequence[DueFollowUp], cases: Sequence[CaseView], today: date
    ) -> Iterator[Matter]:
        present = {a.id or 0 for a in board.facts.assignees if not a.left_by(today)}
        tasks = {key: task for key, task in board.facts.tasks.items() if task.archived_on is None}
        holding = [a for a in self._agreements.holding() if a.assignee_id in present and a.task_id in tasks]
        yield from _from_the_week(board, today)
        yield from _from_breaches(cases, today)
        yield from self._from_controls(holding, tasks, today)
        yield from _overdue(to_meet, today)
        told = {(view.case.task_id, view.case.assignee_id) for view in cases}
        yield from self._unplanned([a for a in holding if (a.task_id, a.assignee_id) not in told])
        yield from self._leaps(holding, today)
        yield from self._offers(present, tasks, today)
        yield from _unwatched(holding, tasks)
        yield from _unready_tasks(board, tasks)

    def _from_controls(self, holding: Sequence[Agreement], tasks: Mapping[int, Task], today: date) -> Iterator[Matter]:
        lost = self._controls.lost_nets()
        above = [
            a
            for a in holding
            if a.task_id in lost
            and a.agreed_on <= lost[a.task_id]
            and (now := standing_of(tasks[a.task_id])) is not None
            and a.rung > now.top
        ]
        for first, more in _one_each(above, lambda a: a.task_id):
            yield Matter(kind="net_lost", task_id=first.task_id, rung=first.rung, more=more)
        for view in self._controls.all():
            if view.control.untold(today):
                yield Matter(kind="control_untold", record=view.control.id, control=view.control.name)

    def _unplanned(self, holding: Sequence[Agreement]) -> Iterator[Matter]:
        # A case without a follow-up speaks for itself.
        met = self._follow_ups.of_pairs([(a.task_id, a.assignee_id) for a in holding])
        planned = {follow_up.agreement_id for follow_up in met if follow_up.held_on is None}
        bare = [a for a in holding if a.rung and a.id not in planned]
        for first, more in _one_each(bare, lambda a: a.assignee_id):
            yield Matter(
                kind="no_follow_up",
                assignee_id=first.assignee_id,
                task_id=first.task_id,
                rung=first.rung,
                more=more,
                record=first.id,
            )

    def _leaps(self, holding: Collection[Agreement], today: date) -> Iterator[Matter]:
        for agreement in holding:
            review_on = agreement.leap.review_on if agreement.leap and agreement.is_leap else None
            if review_on is None or review_on > today:
                continue
            # The two have looked at it again when they have met since.
            met = self._follow_ups.of_agreement(agreement.id or 0)
            if not any(f.held_on is not None and f.held_on >= review_on for f in met):
                yield Matter(
                    kind="leap_review",
                    assignee_id=agreement.assignee_id,
                    task_id=agreement.task_id,
                    days=(review_on,),
                    rung=agreement.rung,
                    record=agreement.id,
                )

    def _offers(self, present: Collection[int], tasks: Mapping[int, Task], today: date) -> Iterator[Matter]:
        waiting = sorted(
            (
                a
                for a in self._agreements.waiting()
                if a.agreed_on < today and a.assignee_id in present and a.task_id in tasks
            ),
            key=lambda a: (a.agreed_on, a.id or 0),
        )
        for first, more in _one_each(waiting, lambda a: a.assignee_id):
            yield Matter(
                kind="offer_waiting",
                assignee_id=first.assignee_id,
                task_id=first.task_id,
                days=(first.agreed_on,),
                rung=first.rung,
                more=more,
                record=first.id,
            )


def _from_breaches(cases: Sequence[CaseView], today: date) -> Iterator[Matter]:
    for view in cases:
        case = view.case
        whose = Matter(
            kind="", assignee_id=case.assignee_id, task_id=case.task_id, days=(case.noted_on,), record=case.id
        )
        if view.assignee.left_by(today):
            # What else is late in it no longer matters: it is ended or deleted.
            yield replace(whose, kind="breach_left")
            continue
        codes = {reminder.code for reminder in view.reminders}
        kind = _case_kind(view, codes, today)
        if kind:
            yield replace(whose, kind=kind)
        ended = [c.ends_on for c in case.controls if c.ends_on is not None and c.past_end(today)]
        if ended:
            yield replace(whose, kind="control_past_end", days=(min(ended),))
        if Watch.OPEN_LONG in codes:
            yield replace(whose, kind="breach_open_long")


def _case_kind(view: CaseView, codes: Collection[Watch], today: date) -> str:
    """Return what a case asks for now; empty for one that is on its way."""
    case = view.case
    if case.leaving or case.waits_for_advice:
        return "breach_formal"
    if case.status is BreachStatus.OPEN:
        if case.held_on is not None:
            return "breach_talked"
        if case.planned_on is not None and case.planned_on >= today:
            # It stands among the talks to come.
            return ""
        return "talk_late" if Watch.CONVERSATION_LATE in codes else "breach_open"
    if view.ready_to_close:
        return "breach_ready"
    # A repair with a follow-up to come is on its way; one without is waiting for the two.
    return "" if view.sheet.next_follow_up is not None else "breach_repairing"


def _from_the_week(board: Board, today: date) -> Iterator[Matter]:
    ahead = [
        c
        for c in conflicts(board)
        if c.kind not in _NOT_FROM_THE_WEEK and (not c.days or any(day >= today for day in c.days))
    ]
    for first, more in _one_each(ahead, lambda c: c.assignee_id):
        row = board.row(first.assignee_id or 0)
        yield Matter(
            kind=first.kind,
            assignee_id=first.assignee_id,
            task_id=first.task_id,
            days=_ahead(first, today),
            rung=first.rung,
            percent=first.percent,
            hours=first.hours,
            more=more,
            planned=row.planned if row else 0.0,
            available=(row.available or 0.0) if row else 0.0,
        )


def _ahead(conflict: Conflict, today: date) -> tuple[date, ...]:
    return tuple(sorted({day for day in conflict.days if day >= today}))


def _to_meet(board: Board, here: Collection[int]) -> list[DueFollowUp]:
    """Return the follow-ups not held yet of tasks in use and people who are here."""
    return [
        due
        for due in board.facts.follow_ups
        if due.follow_up.held_on is None
        and due.assignee_id in here
        and (task := board.facts.tasks.get(due.task_id)) is not None
        and task.archived_on is None
    ]


def _overdue(to_meet: Sequence[DueFollowUp], today: date) -> Iterator[Matter]:
    late = [due for due in to_meet if due.follow_up.due_on < today]
    for first, more in _one_each(late, lambda due: due.assignee_id):
        yield Matter(
            kind="follow_up_overdue",
            assignee_id=first.assignee_id,
            task_id=first.task_id,
            days=(first.follow_up.due_on,),
            rung=first.rung,
            more=more,
            record=first.follow_up.id,
        )


def _unwatched(holding: Collection[Agreement], tasks: Mapping[int, Task]) -> Iterator[Matter]:
    bare = [a for a in holding if a.rung and not a.watcher.strip() and tasks[a.task_id].red_lines]
    for first, more in _one_each(bare, lambda a: a.task_id):
        yield Matter(
            kind="red_line_unwatched",
            task_id=first.task_id,
            assignee_id=first.assignee_id,
            rung=first.rung,
            more=more,
            record=first.id,
        )


def _unready_tasks(board: Board, tasks: Mapping[int, Task]) -> Iterator[Matter]:
    placed = {placement.task_id for placement in board.facts.placements}
    for task_id, task in tasks.items():
        in_use = task_id in placed or bool(board.facts.holders.get(task_id))
        if not in_use or task.legal_ceiling == 0:
            continue
        if task.missing:
            yield Matter(kind="task_undescribed", task_id=task_id)
        elif (ceiling := CLARITY_CEILING[task.clarity or 1]) < min(HIGHEST, task.legal_ceiling):
            yield Matter(kind="task_unclear", task_id=task_id, rung=ceiling)


def _one_each(found: Sequence[Thing], whose: Callable[[Thing], int | None]) -> Iterator[tuple[Thing, int]]:
    count = Counter(whose(thing) for thing in found)
    seen = set()
    for thing in found:
        if whose(thing) not in seen:
            seen.add(whose(thing))
            yield thing, count[whose(thing)] - 1
