"""The matrix: everybody and every team against every task, read once and ready to paint."""

from __future__ import annotations

import gc
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date

from tillid_planner.domain.assignee import Assignee
from tillid_planner.domain.breach import Breach
from tillid_planner.domain.case import BreachStatus, Dimension, Novelty
from tillid_planner.domain.changes import Changes, Kind
from tillid_planner.domain.dosing import Suggestion, exposure, suggest
from tillid_planner.domain.tables import SURE_FOR_DAYS
from tillid_planner.domain.task import Task
from tillid_planner.services.holdings import Holdings
from tillid_planner.services.lazy_cells import LazyCells
from tillid_planner.services.pair_batch import PairBatch
from tillid_planner.services.standing import (
    AgreedRung,
    RatingValue,
    case_of,
    in_force,
    offered,
)
from tillid_planner.services.trust import Trust
from tillid_planner.storage.agreement_records import Agreements, FollowUps
from tillid_planner.storage.breach_records import Breaches
from tillid_planner.storage.pair_keys import CellKey
from tillid_planner.storage.rating_records import Ratings
from tillid_planner.storage.register_records import Assignees, Tasks
from tillid_planner.storage.workspace import Workspace

#: What limits is the frame's and not the person's when it is one of these.
FRAME = frozenset({"resources", "clarity", "load"})


@dataclass(frozen=True, slots=True)
class Cell:
    """What one cell shows; rungs are 0–5 or None.

    ``frame`` means that the frame holds back, ``breach`` that a breach is not closed, ``rated`` that at least
    one prerequisite is rated, ``offer`` a rung offered but not accepted yet. ``closed`` means that there is a
    suggestion nobody has opened yet: then neither it nor what limits it is told. ``unsure`` means that the leader
    was unsure of a rating that counts, ``old`` that one is older than the task's risk lets it stand.
    """

    agreed: int | None = None
    suggested: int | None = None
    offer: int | None = None
    frame: bool = False
    breach: bool = False
    rated: bool = False
    closed: bool = False
    unsure: bool = False
    old: bool = False

    @property
    def differs(self) -> bool:
        """Whether there is a suggestion and it is not what is agreed."""
        return self.suggested is not None and self.suggested != self.agreed


@dataclass(frozen=True, slots=True)
class Grid:
    """The matrix: rows of assignees, columns of tasks, and the cells that are not empty by (row id, column id)."""

    assignees: Sequence[Assignee]
    tasks: Sequence[Task]
    cells: LazyCells[CellKey, Cell]

    @classmethod
    def empty(cls) -> Grid:
        """Return a matrix of nobody and nothing."""
        return cls((), (), LazyCells((), _nothing))

    def having(self, cells: Mapping[CellKey, Cell]) -> Grid:
        """Return the matrix with some cells as they were read anew."""
        return Grid(self.assignees, self.tasks, self.cells.having(cells))

    def cell(self, assignee_id: int, task_id: int) -> Cell:
        """Return a cell; one nobody has touched is empty."""
        return self.cells.get((assignee_id, task_id), _EMPTY)


_EMPTY = Cell()


def _nothing(_: CellKey) -> Cell:
    return _EMPTY


# More cells than this are read faster all at once.
_FEW = 20


class Matrix:
    """Reads the whole matrix at once."""

    def __init__(self, workspace: Workspace, trust: Trust, today: Callable[[], date]) -> None:
        db = workspace.database
        self._today, self._trust = today, trust
        self._tasks, self._assignees, self._ratings = Tasks(db), Assignees(db), Ratings(db)
        self._agreements, self._follow_ups, self._breaches = Agreements(db), FollowUps(db), Breaches(db)
        # Whose a record is; the kinds whose change reaches no further than one cell.
        self._whose: Mapping[Kind, Callable[[int], CellKey | None]] = {
            Kind.RATING: self._ratings.whose,
            Kind.PAIR: self._ratings.whose_pair,
            Kind.AGREEMENT: self._agreements.whose,
            Kind.FOLLOW_UP: self._follow_ups.whose,
        }
        #: Who holds an agreement on what, as it may leave.
        self.holdings = Holdings(workspace)
        #: What is read or said of several cells at once.
        self.several = PairBatch(workspace)
        # (assignee, task); forgotten when the workspace is closed: opening a suggestion is no record of anybody.
        self._opened: set[tuple[int, int]] = set()

    def open_suggestion(self, task_id: int, assignee_id: int) -> None:
        """Note that the leader has opened a pair's suggestion; from now on the matrix shows it."""
        self._opened.add((assignee_id, task_id))

    def is_open(self, task_id: int, assignee_id: int) -> bool:
        """Whether the leader has opened a pair's suggestion since the workspace was opened."""
        return (assignee_id, task_id) in self._opened

    def cell(self, task_id: int, assignee_id: int) -> Cell:
        """Return one pair's cell, read anew; raise ``NotFound``."""
        return self._read(assignee_id, task_id)

    def grid(self) -> Grid:
        """Return the grid of today: those who have left are not in it; sorted by nothing (pages sort by name)."""
        with _uncollected():
            return self._grid()

    def _grid(self) -> Grid:
        today = self._today()
        tasks = self._tasks.all()
        assignees = [a for a in self._assignees.all() if not a.left_by(today)]
        ratings, agreements = self._ratings.newest_marks(), self._agreements.marks()
        held = self._follow_ups.held_marks()
        breaches: dict[int, list[Breach]] = defaultdict(list)
        for breach in self._breaches.all():
            breaches[breach.assignee_id].append(breach)
        novelties = {(p.assignee_id, p.task_id): p.novelty for p in self._ratings.pairs()}
        touched = set(ratings) | set(agreements) | {(b.assignee_id, b.task_id) for bs in breaches.values() for b in bs}
        by_id = {task.id: task for task in tasks}
        present = {a.id for a in assignees}
        opened = frozenset(self._opened)

        def make(key: CellKey) -> Cell:
            agreed, rated, task = agreements.get(key, []), ratings.get(key, {}), by_id[key[1]]
            hers = breaches.get(key[0], [])
            suggestion = None
            if rated and not task.missing:
                follow_ups = [f for a in agreed for f in held.get(a.id, ())]
                novelty = novelties.get(key, Novelty.KNOWN)
                suggestion = suggest(case_of(task, novelty, rated, agreed, follow_ups, hers, today))
            return _cell(task, rated, agreed, hers, suggestion, today, opened=key in opened)

        keys = {key for key in touched if key[0] in present and key[1] in by_id}
        return Grid(assignees, tasks, LazyCells(keys, make))

    def touched(self, changes: Changes) -> dict[tuple[int, int], Cell] | None:
        """Return the cells an act changed, read anew; None when the whole grid has to be.

        That is when more than ratings and agreements changed, or when a record is gone and no longer
        tells whose it was.
        """
        keys: set[tuple[int, int]] = set()
        for kind, record in changes.records:
            if kind is Kind.COMMENT:
                continue
            key = self._whose[kind](record) if kind in self._whose else None
            if key is not None:
                keys.add(key)
            elif not (kind is Kind.FOLLOW_UP and Kind.AGREEMENT in changes.kinds):
                return None
        return {key: self._read(*key) for key in keys} if len(keys) <= _FEW else None

    def _read(self, assignee_id: int, task_id: int) -> Cell:
        sheet = self._trust.sheet(task_id, assignee_id)
        return _cell(
            sheet.task,
            sheet.ratings,
            sheet.history,
            sheet.breaches,
            sheet.suggestion if sheet.ratings else None,
            self._today(),
            opened=(assignee_id, task_id) in self._opened,
        )


@contextmanager
def _uncollected() -> Iterator[None]:
    """Put the garbage collector off: it would look through a hundred thousand new records again and again."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


def _cell(
    task: Task,
    newest: Mapping[Dimension, RatingValue],
    agreements: Sequence[AgreedRung],
    breaches: Sequence[Breach],
    suggestion: Suggestion | None,
    today: date,
    *,
    opened: bool,
) -> Cell:
    agreement, offer = in_force(agreements), offered(agreements)
    # Until something is agreed, the leader may state her own rung before she sees the suggestion.
    closed = suggestion is not None and suggestion.rung is not None and not (opened or agreement or offer)
    if closed:
        suggestion = None
    framed = suggestion is not None and (
        suggestion.temporary or (bool(suggestion.binding) and FRAME.issuperset(suggestion.binding))
    )
    return Cell(
        agreed=agreement.rung if agreement else None,
        suggested=suggestion.rung if suggestion else None,
        offer=offer.rung if offer else None,
        frame=framed,
        breach=any(b.task_id == task.id and b.status is not BreachStatus.CLOSED for b in breaches),
        rated=bool(newest),
        closed=closed,
        unsure=any(not rating.sure for rating in newest.values()),
        old=_is_old(task, newest, today),
    )


def _is_old(task: Task, newest: Mapping[Dimension, RatingValue], today: date) -> bool:
    if not newest:
        return False
    # A task nobody has described yet is held to be harmless, so that its ratings are not called old too soon.
    exposed = 0 if task.missing else exposure(task.consequence or 1, task.reversal or 1, task.detection or 1)
    return (today - min(rating.rated_on for rating in newest.values())).days > SURE_FOR_DAYS[exposed]
