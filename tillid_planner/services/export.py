"""Exporting a week: the plan as plain values and as text, and the words of the spreadsheet; each export is logged."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from datetime import date, time
from enum import StrEnum
from typing import TYPE_CHECKING

from tillid_planner.content import Words
from tillid_planner.domain.assignee import Assignee, Person, Team
from tillid_planner.domain.ladder import Rung
from tillid_planner.domain.week import DayOff, Week
from tillid_planner.exchange.held_list import plain
from tillid_planner.exchange.spreadsheet import SheetWords
from tillid_planner.exchange.week_plan import Meeting, PlannedDay, PlannedRow, PlannedTask, WeekPlan

if TYPE_CHECKING:
    from tillid_planner.services.board import Board, Row
    from tillid_planner.services.cards import Card
    from tillid_planner.services.planning import Planning
    from tillid_planner.services.week_facts import DueFollowUp
    from tillid_planner.storage.workspace import Workspace

#: Danish puts these last, and «aa» as «å».
_DANISH_ORDER = str.maketrans({"æ": "{a", "ä": "{a", "ø": "{b", "ö": "{b", "å": "{c", "é": "e", "ü": "y"})


class Way(StrEnum):
    """How something leaves; the value is the end of its name in the log."""

    PRINT = "print"
    PDF = "pdf"
    CALENDAR = "calendar"
    SHEET = "sheet"
    TEXT = "text"


class WeekExporter:
    """Reads what leaves; nothing here changes the plan."""

    def __init__(self, workspace: Workspace, planning: Planning) -> None:
        self._db = workspace.database
        self._unit = workspace.name
        self._planning = planning

    def plan(self, week: Week, language: str, *, only: int | None = None, rungs: bool = False) -> WeekPlan:
        """Return a week of everybody, of one team with its members, or of one person; sorted by name.

        ``rungs`` takes along the rung that holds this week and the agreed one. ``language`` is that of the
        holidays' names.
        """
        board = self._planning.board(week, language)
        rows = [_row(board, row, rungs) for row in _chosen(board, only)]
        return WeekPlan(week, self._unit, tuple(rows), board.facts.holidays, rungs)

    def ids(self, week: Week, only: int | None) -> Collection[int] | None:
        """Return the assignees that ``only`` stands for in a week: None is everybody, a team is all in it."""
        return None if only is None else [row.id for row in _chosen(self._planning.board(week), only)]

    def note(self, way: Way) -> None:
        """Log that something left in this way; not what."""
        self._db.note(f"export_{way}")


def sorted_by_name(assignees: Collection[Assignee]) -> list[Assignee]:
    """Return people by name, then teams by name, in Danish order."""
    return sorted(assignees, key=lambda a: (a.is_team, _danish(a.name), a.id or 0))


def plan_text(plan: WeekPlan, words: Words) -> str:
    """Return a week as plain text to paste: one block for each person, one paragraph for each day with something."""
    lines = [heading(plan.week, words)]
    for row in plan.rows:
        # One line each, and none that a spreadsheet it is pasted into takes for a formula.
        name, role = " ".join(row.name.split()), " ".join(row.role.split())
        lines += ["", plain(f"{name} · {role}" if role else name)]
        if row.empty:
            lines.append(words.text("export.text.nothing"))
        for day in row.days:
            lines += _day_text(plan, day, words)
    return "\n".join(lines) + "\n"


def heading(week: Week, words: Words) -> str:
    """Return «Uge 48 · 23.–29. november 2026»."""
    return words.text("export.heading", number=week.number, dates=span_text(week, words))


def span_text(week: Week, words: Words) -> str:
    """Return the dates of a week, with month and year said once where they are the same."""
    first, last = week.monday, week.sunday
    months = words.texts("export.months")
    form = "same_month" if first.month == last.month else "same_year" if first.year == last.year else "two_years"
    return words.text(
        f"export.span.{form}",
        first=first.day,
        last=last.day,
        first_month=months[first.month - 1],
        last_month=months[last.month - 1],
        first_year=first.year,
        last_year=last.year,
    )


def day_text(day: date, words: Words) -> str:
    """Return «Mandag 23. november»."""
    weekday, month = words.texts("export.weekdays")[day.weekday()], words.texts("export.months")[day.month - 1]
    return words.text("export.day", weekday=weekday, day=day.day, month=month)


def hours_text(hours: float, words: Words) -> str:
    """Return hours with at most two decimals and their unit, «2,5 t»."""
    figure = f"{round(hours, 2):.2f}".rstrip("0").rstrip(".")
    return words.text("export.hours", hours=figure.replace(".", words.text("export.decimal_point")))


def clock_text(at: time, words: Words) -> str:
    """Return a time of day, «09.00»."""
    return at.strftime(words.text("export.clock"))


def meeting_text(meeting: Meeting, where: str, words: Words, task: str = "") -> str:
    """Return a follow-up or a talk as it stands on the «page» or in the «text»; *task* in place of its own name."""
    what = "follow_up" if meeting.task else "talk"
    if meeting.at is None:
        return words.text(f"export.{where}.{what}", task=task or meeting.task)
    return words.text(f"export.{where}.{what}_at", task=task or meeting.task, clock=clock_text(meeting.at, words))


def sheet_words(words: Words, weeks: Collection[Week]) -> SheetWords:
    """Return the words of a spreadsheet; sheets name the year where the weeks are not all of one."""
    said = dict(words.section("export.sheet"))
    one_year = len({week.year for week in weeks}) == 1
    year_too = said.pop("week_and_year")
    rungs = tuple(f"{rung} {words.text(f'ladders.task.{rung}.name')}" for rung in Rung)
    off = {how: words.text(f"export.off.{how}") for how in DayOff}
    return SheetWords(**said | {"week": said["week"] if one_year else year_too, "rungs": rungs, "off": off})


def _day_text(plan: WeekPlan, day: PlannedDay, words: Words) -> Iterator[str]:
    holiday = plan.holidays.get(day.day)
    if not (day.tasks or day.meetings or day.off or holiday):
        return
    yield ""
    said = [day_text(day.day, words)]
    said += [holiday] if holiday else []
    said += [words.text(f"export.off.{day.off}")] if day.off else []
    yield " · ".join(said)
    for task in day.tasks:
        key = "export.text.task_with_rung" if task.rung is not None else "export.text.task"
        yield words.text(key, task=" ".join(task.name.split()), hours=hours_text(task.hours, words), rung=task.rung)
    for meeting in day.meetings:
        yield meeting_text(meeting, "text", words)


def _chosen(board: Board, only: int | None) -> list[Row]:
    rows = {row.id: row for row in board.rows}
    if only is None:
        wanted = {row.id for row in board.rows}
    else:
        assignee = rows[only].assignee if only in rows else None
        wanted = {only, *(assignee.member_ids if isinstance(assignee, Team) else ())}
    return [rows[a.id or 0] for a in sorted_by_name([row.assignee for row in board.rows]) if (a.id or 0) in wanted]


def _row(board: Board, row: Row, rungs: bool) -> PlannedRow:
    days = []
    for day in board.week.days:
        tasks = tuple(_task(board, card, rungs) for card in row.cards.get(day, ()))
        meetings = (
            *(_meeting(board, due) for due in row.follow_ups.get(day, ())),
            *(Meeting(at=talk.at) for talk in row.talks.get(day, ())),
        )
        days.append(PlannedDay(day, tasks, meetings, row.off(day)))
    role = row.assignee.role if isinstance(row.assignee, Person) else ""
    return PlannedRow(row.id, row.assignee.name, role, tuple(days))


def _task(board: Board, card: Card, rungs: bool) -> PlannedTask:
    task = board.task(card.placement.task_id)
    rung, agreed = (card.rung, card.agreed) if rungs else (None, None)
    return PlannedTask(task.name, card.placement.hours, task.heading, rung, agreed)


def _meeting(board: Board, due: DueFollowUp) -> Meeting:
    task = board.task(due.task_id)
    return Meeting(task.name, task.heading, due.follow_up.due_at, due.follow_up.held_on is not None)


def _danish(name: str) -> str:
    return name.casefold().replace("aa", "å").translate(_DANISH_ORDER)
