"""The demo unit's weeks: fixed days, what was placed by hand, days away, and follow-ups that are to come."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, time, timedelta
from typing import Any

from tillid_planner.domain.week import Week
from tillid_planner.services.session import Session

#: The fixed days were agreed this many weeks ago.
_WEEKS_OF_FIXED_DAYS = 8
#: Follow-ups that the script does not name are spread over the workdays from the first to the last.
_FIRST_WORKDAY, _WORKDAYS = 5, 15


class WeekPlayer:
    """Plays the script's week plan through the services; ``tasks`` and ``assignees`` give ids by the script's keys."""

    def __init__(self, session: Session, today: date, tasks: Mapping[str, int], assignees: Mapping[str, int]) -> None:
        self._session = session
        self._planning = session.planning
        self._today = today
        self._week = Week.of(today)
        self._tasks, self._assignees = tasks, assignees

    def place(self, script: Mapping[str, Any]) -> None:
        """Plan the weeks; the session's calendar stands on today."""
        first = self._week.monday - timedelta(weeks=_WEEKS_OF_FIXED_DAYS)
        for who, task, days in script["recurring"]:
            self._planning.recur(self._tasks[task], self._assignees[who], {d: float(h) for d, h in days}, first)
        for week, who, task, weekday, hours in script["placed"]:
            self._planning.place(self._tasks[task], self._assignees[who], self._day(week, weekday), float(hours))
        for who, week, first_day, last_day in script["away"]:
            self._planning.add_absence(self._assignees[who], self._day(week, first_day), self._day(week, last_day))

    def plan_follow_ups(self, script: Mapping[str, Any]) -> None:
        """Put the follow-ups into the calendar; the session's calendar stands some days before today."""
        named = {
            (self._tasks[task], self._assignees[who]): (workdays, time.fromisoformat(at) if at else None)
            for who, task, workdays, at in script["follow_ups"]
        }
        number = 0
        for assignee_id, task_id in sorted(self._session.matrix.grid().cells):
            follow_up = self._session.trust.sheet(task_id, assignee_id).next_follow_up
            if follow_up is None or follow_up.id is None:
                continue
            if (task_id, assignee_id) in named:
                workdays, at = named[task_id, assignee_id]
            elif follow_up.due_on <= self._today:
                workdays, at = _FIRST_WORKDAY + number * 4 % _WORKDAYS, None
                number += 1
            else:
                continue
            self._session.following.move(follow_up.id, _workday(self._today, workdays), at)

    def _day(self, week: int, weekday: int) -> date:
        return self._week.monday + timedelta(weeks=week, days=weekday)


def _workday(today: date, number: int) -> date:
    """Return the workday so many workdays from today; 0 is today, or the Monday after a weekend."""
    step = timedelta(days=1 if number >= 0 else -1)
    day = today
    while number >= 0 and day.weekday() > 4:
        day += step
    for _ in range(abs(number)):
        day += step
        while day.weekday() > 4:
            day += step
    return day
