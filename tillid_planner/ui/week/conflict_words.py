"""The words for a conflict, and for its action."""

from __future__ import annotations

from collections.abc import Sequence

from tillid_planner.content import Words
from tillid_planner.services.board import Board
from tillid_planner.services.conflicts import Conflict
from tillid_planner.ui.days import weekday_and_day_text
from tillid_planner.ui.naming import by_name
from tillid_planner.ui.texts import tr
from tillid_planner.ui.week.wording import days_listed, hours_words, listed

_NAMED = 3
_TASKS_NAMED = 2


def conflict_sentence(conflict: Conflict, board: Board, words: Words, *, everyone: bool = False) -> str:
    """Say what there is to look at; *everyone* names all who could take it, also where there are many."""
    table = "with_others" if conflict.others and f"week.with_others.{conflict.kind}" in words else "conflicts"
    task = board.facts.tasks.get(conflict.task_id or 0)
    heading = task.heading if task is not None else ""
    days = days_listed(conflict.days)
    return words.text(
        f"week.{table}.{conflict.kind}",
        name=_name(board, conflict.assignee_id),
        task=heading,
        task_in=inside(heading),
        days=days,
        days_first=days[:1].upper() + days[1:],
        day=weekday_and_day_text(conflict.days[0]) if conflict.days else "",
        hours=hours_words(conflict.hours),
        percent=conflict.percent,
        rung=conflict.rung,
        names=_names(board, conflict.others, everyone=everyone),
        tasks=_tasks(board, conflict, words),
    )


def conflict_action(conflict: Conflict) -> str:
    """Return the words of the one thing to do about it."""
    return {
        "not_delegable": tr("Take off the week"),
        "above_legal_ceiling": tr("See the agreement"),
        "stopped": tr("See the agreement"),
        "left": tr("Move"),
        "not_begun": tr("Move"),
        "away": tr("Move"),
        "overload_far": tr("Move"),
        "overload": tr("Move"),
        "uncovered": tr("Place"),
        "no_deputy": tr("Find a deputy"),
        "offered": tr("See the agreement"),
        "no_agreement": tr("Rate and agree"),
        "red_line_unwatched": tr("See the agreement"),
        "follow_up_overdue": tr("Open"),
    }[conflict.kind]


def inside(heading: str) -> str:
    """Return a task's name as it stands inside a sentence; names like «IT-udstyr» keep their capitals."""
    return heading[:1].lower() + heading[1:] if heading[1:2].islower() or heading[1:2] == " " else heading


def _name(board: Board, assignee_id: int | None) -> str:
    row = board.row(assignee_id or 0)
    return row.assignee.name if row is not None else ""


def _names(board: Board, others: Sequence[int], *, everyone: bool) -> str:
    names = by_name([_name(board, other) for other in others], lambda name: name)
    # All or only how many: the first of the alphabet are not the ones to ask first.
    return listed(names) if everyone or len(names) <= _NAMED else tr("%n other(s)", n=len(names))


def _tasks(board: Board, conflict: Conflict, words: Words) -> str:
    row = board.row(conflict.assignee_id or 0)
    found: list[str] = []
    for card in row.all_cards if row is not None else ():
        heading = inside(board.task(card.placement.task_id).heading)
        could = set(board.with_hours_free(card.placement.task_id, but=conflict.assignee_id))
        if could & set(conflict.others) and heading not in found:
            found.append(heading)
    return listed(found) if len(found) <= _TASKS_NAMED else words.text("week.parts.some_of_it")
