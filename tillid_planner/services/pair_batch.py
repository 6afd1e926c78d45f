"""Reading ratings of several pairs of task and assignee at once, and setting how new the task is to them."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace

from tillid_planner.domain.case import Dimension, Novelty
from tillid_planner.domain.changes import Changes
from tillid_planner.domain.rating import Rater, Rating
from tillid_planner.storage.rating_records import Ratings
from tillid_planner.storage.workspace import Workspace


class PairBatch:
    """Pairs are (task id, assignee id)."""

    def __init__(self, workspace: Workspace) -> None:
        self._db = workspace.database
        self._ratings = Ratings(self._db)

    def newest(self, pairs: Collection[tuple[int, int]], dimension: Dimension) -> dict[tuple[int, int], Rating]:
        """Return the leader's newest rating of one prerequisite, for those of *pairs* that have one."""
        return {
            (rating.task_id, rating.assignee_id): rating
            for rating in self._ratings.newest_of_pairs(pairs)
            if rating.rater is Rater.LEADER and rating.dimension is dimension
        }

    def set_novelty(self, pairs: Collection[tuple[int, int]], novelty: Novelty) -> Changes:
        """Say how well each assignee knew the task, as one act; pairs of which it is said already stay."""
        known = [self._ratings.pair(*pair) for pair in sorted(pairs)]
        others = [pair for pair in known if pair.novelty is not novelty]
        if not others:
            return Changes("set_novelty")
        with self._db.act("set_novelty") as act:
            for pair in others:
                self._ratings.save_pair(replace(pair, novelty=novelty))
        return act.changes
