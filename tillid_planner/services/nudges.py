"""Occasions: what could be done when there is time, a few at a time, and never a word on who is good."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from tillid_planner.domain.changes import Changes, Kind
from tillid_planner.domain.dosing import suggest
from tillid_planner.domain.ladder import Rung
from tillid_planner.domain.week import Week
from tillid_planner.services.board import PairFacts
from tillid_planner.services.week_facts import WeekReader
from tillid_planner.storage.repositories import Agreements, Assignees, Tasks
from tillid_planner.storage.workspace import Workspace

#: More at a time would be a to-do list that nobody asked for.
AT_MOST = 3
#: How long one that was put off stays away, in days.
PUT_OFF_DAYS = 14


@dataclass(frozen=True, slots=True, kw_only=True)
class Nudge:
    """One occasion; ``key`` is what it is put off by.

    ``kind`` is «nobody_yet» (the task is nobody's), «trust_step» (room for one) or «soon_step»: there is when
    ``good`` of the ``needed`` follow-ups have become enough. ``rung`` is the one agreed, 1–4.
    """

    kind: str
    key: str
    task_id: int
    task_name: str
    assignee_id: int | None = None
    assignee_name: str = ""
    rung: int | None = None
    good: int = 0
    needed: int = 0


class Nudges:
    """Finds the occasions and keeps which were put off or ended."""

    def __init__(self, workspace: Workspace, today: Callable[[], date]) -> None:
        self._db = workspace.database
        self._today = today
        self._reader = WeekReader(workspace, today)
        self._tasks, self._assignees, self._agreements = Tasks(self._db), Assignees(self._db), Agreements(self._db)

    def now(self) -> list[Nudge]:
        """Return at most ``AT_MOST`` occasions.

        They stand by the task's and the person's name, and each week begins at another place in the list, so
        that everybody and everything gets a turn.
        """
        found = sorted(self._all(), key=lambda nudge: (nudge.task_name.casefold(), nudge.assignee_name.casefold()))
        if not found:
            return []
        weeks = Week.of(self._today()).monday.toordinal() // 7
        start = weeks * AT_MOST % len(found)
        silent = self._silent()
        return [nudge for nudge in found[start:] + found[:start] if nudge.key not in silent][:AT_MOST]

    def put_off(self, key: str) -> Changes:
        """Leave an occasion out for ``PUT_OFF_DAYS``."""
        return self._keep(key, self._today() + timedelta(days=PUT_OFF_DAYS), "put_off_nudge")

    def end(self, key: str) -> Changes:
        """Never show an occasion again."""
        return self._keep(key, None, "end_nudge")

    def _keep(self, key: str, until: date | None, label: str) -> Changes:
        row = {"until": until.isoformat() if until else None}
        known = self._db.rows("SELECT id FROM nudge WHERE key = ?", (key,))
        with self._db.act(label) as act:
            if known:
                self._db.update(Kind.NUDGE, known[0]["id"], row)
            else:
                self._db.insert(Kind.NUDGE, {"key": key} | row)
        return act.changes

    def _silent(self) -> set[str]:
        rows = self._db.rows(
            "SELECT key FROM nudge WHERE until IS NULL OR until > ?", (self._today().isoformat(),)
        )
        return {row["key"] for row in rows}

    def _all(self) -> Iterator[Nudge]:
        today = self._today()
        tasks = {task.id: task for task in self._tasks.all() if task.legal_ceiling > 0}
        names = {a.id: a.name for a in self._assignees.all() if not a.left_by(today)}
        holding = [a for a in self._agreements.holding() if a.task_id in tasks and a.assignee_id in names]
        offers = [a for a in self._agreements.waiting() if a.assignee_id in names]
        taken = {a.task_id for a in (*holding, *offers)}
        for task_id, task in tasks.items():
            if names and task_id is not None and task_id not in taken:
                yield Nudge(kind="nobody_yet", key=f"task:{task_id}", task_id=task_id, task_name=task.name)
        offered = {(a.task_id, a.assignee_id) for a in offers}
        risable = [
            (a.task_id, a.assignee_id)
            for a in holding
            if 0 < a.rung < max(Rung) and (a.task_id, a.assignee_id) not in offered
        ]
        for (task_id, assignee_id), pair in self._reader.pairs(risable).items():
            step = _step(pair)
            if step is not None:
                kind, rung, good, needed = step
                yield Nudge(
                    kind=kind, key=f"step:{task_id}:{assignee_id}:{rung}", task_id=task_id,
                    task_name=tasks[task_id].name, assignee_id=assignee_id, assignee_name=names[assignee_id],
                    rung=rung, good=good, needed=needed,
                )


def _step(pair: PairFacts) -> tuple[str, int, int, int] | None:
    agreement, case = pair.agreement, pair.case
    if agreement is None or case is None or (suggestion := suggest(case)).rung is None:
        return None
    if suggestion.rung > agreement.rung:
        kind = "trust_step"
    elif (suggestion.carries or 0) > suggestion.rung and "room_for_trust_step" in suggestion.actions:
        kind = "soon_step"
    else:
        return None
    needed = suggestion.follow_ups_needed
    return kind, agreement.rung, min(case.good_follow_ups, needed), needed
