"""Occasions for trust: writing them down, dropping them, and making tasks of them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date

from tillid_planner.domain.changes import Changes
from tillid_planner.domain.errors import Fault, InvalidInput
from tillid_planner.domain.occasion import Occasion
from tillid_planner.domain.task import Task, name_faults
from tillid_planner.services.nameless import Nameless
from tillid_planner.storage.register_records import Tasks
from tillid_planner.storage.stool_records import Occasions as OccasionRecords
from tillid_planner.storage.workspace import Workspace


class Occasions:
    """Everything that is done to occasions; each act is one step of undo."""

    def __init__(self, workspace: Workspace, today: Callable[[], date]) -> None:
        self._db = workspace.database
        self._today = today
        self._occasions = OccasionRecords(self._db)
        self._tasks = Tasks(self._db)
        self._nameless = Nameless(workspace)

    def open(self) -> list[Occasion]:
        """Return the occasions that are neither dropped nor tasks, in the order they were written."""
        return [occasion for occasion in self._occasions.all() if occasion.is_open]

    def put_occasion(self, occasion: Occasion) -> Changes:
        """Store an occasion, new or changed; raise ``InvalidInput`` or ``NotFound``."""
        occasion = replace(occasion, text=occasion.text.strip())
        _refuse(*occasion.faults(self._today()), *self._nameless.faults(text=occasion.text))
        if occasion.id is not None and self._occasions.get(occasion.id) == occasion:
            return Changes("put_occasion")
        with self._db.act("put_occasion") as act:
            self._occasions.put(occasion)
        return act.changes

    def drop_occasion(self, occasion_id: int) -> Changes:
        """Drop an open occasion as of today. Raises ``NotFound``."""
        occasion = self._occasions.get(occasion_id)
        if not occasion.is_open:
            return Changes("drop_occasion")
        with self._db.act("drop_occasion") as act:
            self._occasions.put(replace(occasion, dropped_on=self._today()))
        return act.changes

    def occasion_to_task(self, occasion_id: int) -> Changes:
        """Make a new task with an open occasion's line as its name.

        Raises ``NotFound``, and ``InvalidInput`` where the line is longer than a task's name may be.
        """
        occasion = self._occasions.get(occasion_id)
        if not occasion.is_open:
            return Changes("occasion_to_task")
        _refuse(*name_faults(occasion.text, "text"))
        with self._db.act("occasion_to_task") as act:
            self._occasions.put(replace(occasion, task_id=self._tasks.add(Task(name=occasion.text))))
        return act.changes


def _refuse(*faults: Fault) -> None:
    if faults:
        raise InvalidInput(*faults)
