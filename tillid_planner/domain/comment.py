"""Comments: words about one task and one assignee, the employee's own above all."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from tillid_planner.domain.rating import Rater


@dataclass(frozen=True, slots=True, kw_only=True)
class Comment:
    """One dated comment on a task and an assignee."""

    id: int | None = None
    task_id: int
    assignee_id: int
    author: Rater
    text: str
    written_on: date
