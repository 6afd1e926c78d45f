"""Who holds an agreement on what: the part of the matrix that may leave, without ratings or suggestions."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from tillid_planner.content import Words
from tillid_planner.domain.assignee import Assignee, Person
from tillid_planner.domain.ladder import Rung
from tillid_planner.domain.task import Task
from tillid_planner.exchange.held_list import HeldLine, HeldWords
from tillid_planner.services.standing import in_force
from tillid_planner.storage.agreement_records import AgreementMark, Agreements, FollowUps
from tillid_planner.storage.pair_keys import CellKey
from tillid_planner.storage.register_records import Assignees, Tasks
from tillid_planner.storage.workspace import Workspace


class HeldWay(StrEnum):
    """How agreements leave; the value is the end of its name in the log."""

    SHEET = "sheet"
    CSV = "csv"
    TEXT = "text"


@dataclass(frozen=True, slots=True)
class Chosen:
    """What is to leave: these assignees and tasks in this order, or only these cells (assignee, task) of them."""

    assignees: Sequence[Assignee]
    tasks: Sequence[Task]
    cells: Collection[CellKey] | None = None

    def has(self, key: CellKey) -> bool:
        """Whether a cell is among what is to leave."""
        return self.cells is None or key in self.cells


class Holdings:
    """Reads what leaves; nothing here changes anything but the log."""

    def __init__(self, workspace: Workspace) -> None:
        self._db = workspace.database
        self._agreements, self._follow_ups = Agreements(self._db), FollowUps(self._db)
        self._assignees, self._tasks = Assignees(self._db), Tasks(self._db)

    def holders(self, today: date) -> dict[int, list[Assignee]]:
        """Return who holds an agreement above rung 0 on each task, by the task's id; without those who have left."""
        present = {a.id: a for a in self._assignees.all() if not a.left_by(today)}
        found: dict[int, list[Assignee]] = defaultdict(list)
        for task_id, assignee_id in self._agreements.holders():
            if assignee_id in present:
                found[task_id].append(present[assignee_id])
        return found

    def of_assignee(self, assignee_id: int) -> list[tuple[int, Task]]:
        """Return the rungs 0–5 in force of an assignee with their tasks, without tasks that are put away."""
        tasks = {task.id: task for task in self._tasks.all()}
        held = self._agreements.held_by(assignee_id)
        return [(agreement.rung, tasks[agreement.task_id]) for agreement in held if agreement.task_id in tasks]

    def lines(self, chosen: Chosen, *, rungs: bool = False, blanks: bool = False) -> list[HeldLine]:
        """Return a line for each pair with an agreement in force, by assignee, then by task, as they are given.

        ``rungs`` takes the agreed rung along; ``blanks`` also gives the pairs without an agreement.
        """
        agreements, due = self._agreements.marks(), self._follow_ups.next_days()
        found = []
        for assignee in chosen.assignees:
            for task in chosen.tasks:
                key = (assignee.id or 0, task.id or 0)
                if not chosen.has(key):
                    continue
                holds = in_force(agreements.get(key, ()))
                if holds is not None or blanks:
                    found.append(_line(assignee, task, holds, agreements.get(key, ()), due, rungs))
        return found

    def note(self, way: HeldWay) -> None:
        """Log that agreements left in this way; not which."""
        self._db.note(f"export_agreements_{way}")


def held_words(words: Words) -> HeldWords:
    """Return the words of the list and the spreadsheet."""
    rungs = tuple(f"{rung} {words.text(f'ladders.task.{rung}.name')}" for rung in Rung)
    return HeldWords(**dict(words.section("held.sheet")) | {"rungs": rungs})


def _line(
    assignee: Assignee,
    task: Task,
    holds: AgreementMark | None,
    agreements: Sequence[AgreementMark],
    due: dict[int, date],
    rungs: bool,
) -> HeldLine:
    # A planned follow-up may still hang on the agreement before the one that holds.
    days = [due[a.id] for a in agreements if a.withdrawn_on is None and a.id in due]
    return HeldLine(
        key=(assignee.id or 0, task.id or 0),
        name=assignee.name,
        role=assignee.role if isinstance(assignee, Person) else "",
        task=task.name,
        held=holds is not None,
        next_follow_up=min(days, default=None),
        rung=holds.rung if holds is not None and rungs else None,
    )
