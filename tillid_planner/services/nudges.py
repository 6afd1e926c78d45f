"""Occasions: what could be done when there is time, a few at a time, and never a word on who is good."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from tillid_planner.domain.changes import Changes
from tillid_planner.domain.dosing import suggest
from tillid_planner.domain.ladder import Rung
from tillid_planner.domain.week import Week
from tillid_planner.services.controls import Controls
from tillid_planner.services.week_facts import PairFacts
from tillid_planner.services.week_reader import WeekReader
from tillid_planner.storage.agreement_records import Agreements
from tillid_planner.storage.register_records import Assignees, Tasks
from tillid_planner.storage.today_records import SilentNudges
from tillid_planner.storage.workspace import Workspace

#: More at a time would be a to-do list that nobody asked for.
AT_MOST = 3
#: How long one that was put off stays away, in days.
PUT_OFF_DAYS = 14
#: The rule is asked of so many at once, and no further than three have been found.
_LOOKED_AT_TOGETHER = 200
#: Controls are cleaned up once in so many days, where so many are that old.
_CLEAN_UP_EVERY, _ENOUGH_TO_CLEAN_UP = 365, 3
_GOLDEN = 0.618


@dataclass(frozen=True, slots=True, kw_only=True)
class Nudge:
    """One occasion; ``key`` is what it is put off by.

    ``kind`` is «nobody_yet» (the task is nobody's), «trust_step» (room for one) or «soon_step»: there is when
    ``good`` of the ``needed`` follow-ups have become enough. ``rung`` is the one agreed, 1–4. «control_due» (one is to
    be looked at, or a trial without it is over) and «clean_up» (once a year) are about controls and no task; ``name``
    is the task's or the control's.
    """

    kind: str
    key: str
    task_id: int | None = None
    name: str = ""
    control_id: int | None = None
    assignee_id: int | None = None
    assignee_name: str = ""
    rung: int | None = None
    good: int = 0
    needed: int = 0


class Nudges:
    """Finds the occasions and keeps which were put off or ended."""

    def __init__(self, workspace: Workspace, controls: Controls, today: Callable[[], date]) -> None:
        self._controls = controls
        self._db = workspace.database
        self._today = today
        self._reader = WeekReader(workspace, today)
        self._tasks, self._assignees, self._agreements = Tasks(self._db), Assignees(self._db), Agreements(self._db)
        self._silent = SilentNudges(self._db)

    def now(self) -> list[Nudge]:
        """Return at most ``AT_MOST`` occasions.

        What could be one stands by the task's and the person's name, and each week begins at another place in that
        list, so that everybody and everything gets a turn.
        """
        silent = self._silent.keys(self._today())
        waiting = [candidate for candidate in self._turned(self._candidates()) if candidate.key not in silent]
        found: list[Nudge] = []
        for start in range(0, len(waiting), _LOOKED_AT_TOGETHER):
            found += self._occasions(waiting[start : start + _LOOKED_AT_TOGETHER])
            if len(found) >= AT_MOST:
                break
        return found[:AT_MOST]

    def put_off(self, key: str) -> Changes:
        """Leave an occasion out for ``PUT_OFF_DAYS``."""
        return self._keep(key, self._today() + timedelta(days=PUT_OFF_DAYS), "put_off_nudge")

    def end(self, key: str) -> Changes:
        """Never show an occasion again."""
        return self._keep(key, None, "end_nudge")

    def _keep(self, key: str, until: date | None, label: str) -> Changes:
        with self._db.act(label) as act:
            self._silent.put(key, until)
        return act.changes

    def _candidates(self) -> list[Nudge]:
        """Return every task that is nobody's and every pair that could rise, by name; whether it can is not asked."""
        today = self._today()
        tasks = {task.id: task.name for task in self._tasks.all() if task.legal_ceiling > 0}
        names = {a.id: a.name for a in self._assignees.all() if not a.left_by(today)}
        holding = [a for a in self._agreements.holding() if a.task_id in tasks and a.assignee_id in names]
        offers = [a for a in self._agreements.waiting() if a.assignee_id in names]
        taken, offered = {a.task_id for a in (*holding, *offers)}, {(a.task_id, a.assignee_id) for a in offers}
        found = [
            Nudge(kind="nobody_yet", key=f"task:{task_id}", task_id=task_id, name=name)
            for task_id, name in tasks.items()
            if names and task_id is not None and task_id not in taken
        ]
        found += [
            Nudge(
                kind="trust_step",
                key=f"step:{a.task_id}:{a.assignee_id}:{a.rung}",
                task_id=a.task_id,
                name=tasks[a.task_id],
                assignee_id=a.assignee_id,
                assignee_name=names[a.assignee_id],
                rung=a.rung,
            )
            for a in holding
            if 0 < a.rung < max(Rung) and (a.task_id, a.assignee_id) not in offered
        ]
        found += self._of_controls(today)
        return sorted(found, key=lambda nudge: (nudge.name.casefold(), nudge.assignee_name.casefold()))

    def _of_controls(self, today: date) -> Iterator[Nudge]:
        controls = [view.control for view in self._controls.all()]
        for control in controls:
            trial_over = control.pause_until is not None and control.pause_until <= today
            if trial_over or (control.review_on is not None and control.review_on <= today):
                yield Nudge(kind="control_due", key=f"control:{control.id}", name=control.name, control_id=control.id)
        looked_at = [c.reviewed_on for c in controls if c.reviewed_on is not None]
        a_year_ago = today - timedelta(days=_CLEAN_UP_EVERY)
        old = [c for c in controls if c.starts_on <= a_year_ago]
        if len(old) >= _ENOUGH_TO_CLEAN_UP and max(looked_at, default=date.min) <= a_year_ago:
            yield Nudge(kind="clean_up", key=f"cleanup:{today.year}")

    def _turned(self, found: list[Nudge]) -> list[Nudge]:
        """Return the list begun at this week's place."""
        count = len(found)
        if not count:
            return []
        # A stride of about the golden section that shares no factor with the length comes by every place evenly.
        stride = next(n for n in range(max(1, round(count * _GOLDEN)), count + 2) if math.gcd(n, count) == 1)
        start = Week.of(self._today()).monday.toordinal() // 7 * stride % count
        return found[start:] + found[:start]

    def _occasions(self, candidates: Sequence[Nudge]) -> Iterator[Nudge]:
        keys = [(c.task_id, c.assignee_id) for c in candidates if c.task_id is not None and c.assignee_id is not None]
        pairs = self._reader.pairs(keys) if keys else {}
        for candidate in candidates:
            if candidate.task_id is None or candidate.assignee_id is None:
                yield candidate
            else:
                step = _step(candidate, pairs[candidate.task_id, candidate.assignee_id])
                if step is not None:
                    yield step


def _step(candidate: Nudge, pair: PairFacts) -> Nudge | None:
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
    return replace(candidate, kind=kind, good=min(case.good_follow_ups, needed), needed=needed)
