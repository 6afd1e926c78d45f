"""What to look at in a week, as values; the words for it are in the content, the choice is the leader's."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from tillid_planner.domain.assignee import Person
from tillid_planner.domain.tables import FULL_LOAD, RELIEVE_FIRST_LOAD
from tillid_planner.domain.week import DayOff
from tillid_planner.services.board import Board, Row
from tillid_planner.services.cards import ABOVE_CEILING, Card

#: Every kind of conflict, the weightiest first, those that cards are marked with among them; the words are under
#: ``week.conflicts`` in the content.
KINDS = (
    "not_delegable",
    "above_legal_ceiling",
    "stopped",
    "left",
    "not_begun",
    "away",
    "overload_far",
    "overload",
    "uncovered",
    "no_deputy",
    "offered",
    "no_agreement",
    "red_line_unwatched",
    "follow_up_overdue",
)
_JUST_OVER = 101


@dataclass(frozen=True, slots=True, kw_only=True)
class Conflict:
    """One thing to look at.

    ``days`` are those concerned; ``hours`` what has to move, ``percent`` the load, ``rung`` the ceiling or
    agreed rung it is about; ``others`` are all who hold an agreement on the task and have hours free, in no order.
    """

    kind: str
    assignee_id: int | None = None
    task_id: int | None = None
    days: tuple[date, ...] = ()
    hours: float = 0.0
    percent: int = 0
    rung: int | None = None
    others: tuple[int, ...] = ()
    follow_up_id: int | None = None


def conflicts(board: Board) -> list[Conflict]:
    """Return everything to look at in a week, the weightiest kind first, then as the board's rows stand."""
    found: list[Conflict] = []
    for row in board.rows:
        found += _of_cards(board, row)
        found += _of_load(board, row)
        found += _without_deputy(board, row)
    found += _uncovered(board)
    found += _overdue(board)
    return sorted(found, key=lambda conflict: KINDS.index(conflict.kind))


def percent(load: float) -> int:
    """Return a load in whole per cent, never 100 when it is above."""
    return max(round(load * 100), _JUST_OVER) if load > FULL_LOAD else round(load * 100)


def _of_cards(board: Board, row: Row) -> Iterator[Conflict]:
    for task_id, cards in _by_task(row).items():
        for mark in sorted({mark for card in cards for mark in card.marks}, key=KINDS.index):
            yield _on_cards(board, row, task_id, mark, [card for card in cards if mark in card.marks])
        if _unwatched(board, task_id, row.id):
            yield _on_cards(board, row, task_id, "red_line_unwatched", cards)


def _on_cards(board: Board, row: Row, task_id: int, kind: str, cards: list[Card]) -> Conflict:
    task, agreed = board.task(task_id), cards[0].agreed
    return Conflict(
        kind=kind,
        assignee_id=row.id,
        task_id=task_id,
        days=tuple(card.placement.day for card in cards),
        hours=sum(card.placement.hours for card in cards),
        rung=task.legal_ceiling if kind == ABOVE_CEILING else agreed,
        others=board.with_hours_free(task_id, but=row.id),
    )


def _of_load(board: Board, row: Row) -> Iterator[Conflict]:
    if row.load is None or row.load <= FULL_LOAD or not row.available:
        return
    others: set[int] = set()
    for task_id in _by_task(row):
        others.update(board.with_hours_free(task_id, but=row.id))
    yield Conflict(
        kind="overload_far" if row.load > RELIEVE_FIRST_LOAD else "overload",
        assignee_id=row.id,
        hours=row.over,
        percent=percent(row.load),
        others=tuple(sorted(others)),
    )


def _without_deputy(board: Board, row: Row) -> Iterator[Conflict]:
    workdays = set(board.week.days[:5])
    if not isinstance(row.assignee, Person) or row.assignee.left_by(board.week.monday):
        return
    # Whoever has not begun yet is not missed yet.
    away = tuple(sorted(day for day in workdays & row.away if row.off(day) is not DayOff.NOT_BEGUN))
    if not away:
        return
    for task_id, holders in board.facts.holders.items():
        others = [h for h in holders if h != row.id and (r := board.row(h)) is not None and not workdays <= r.away]
        if row.id in holders and not others:
            yield Conflict(kind="no_deputy", assignee_id=row.id, task_id=task_id, days=away)


def _uncovered(board: Board) -> Iterator[Conflict]:
    facts = board.facts
    # Others' own fixed days were theirs already; only what was placed by hand stands in for somebody.
    covered = {
        (p.task_id, p.day)
        for p in facts.placements
        if not p.recurring and p.day not in facts.away.get(p.assignee_id, ())
    }
    missing: dict[tuple[int, int], list[date]] = {}
    for recurrence in facts.recurrences:
        for day in board.week.days:
            if (
                recurrence.falls_on(day)
                and day not in facts.holidays
                and recurrence.task_id in facts.tasks
                and day in facts.away.get(recurrence.assignee_id, ())
                and (recurrence.task_id, day) not in covered
            ):
                missing.setdefault((recurrence.task_id, recurrence.assignee_id), []).append(day)
    for (task_id, assignee_id), days in missing.items():
        yield Conflict(
            kind="uncovered",
            task_id=task_id,
            assignee_id=assignee_id,
            days=tuple(days),
            others=board.with_hours_free(task_id, but=assignee_id),
        )


def _overdue(board: Board) -> Iterator[Conflict]:
    if board.facts.today not in board.week:
        return
    for due in board.facts.follow_ups:
        if due.overdue:
            yield Conflict(
                kind="follow_up_overdue",
                assignee_id=due.assignee_id,
                task_id=due.task_id,
                rung=due.rung,
                days=(due.follow_up.due_on,),
                follow_up_id=due.follow_up.id,
            )


def _unwatched(board: Board, task_id: int, assignee_id: int) -> bool:
    if not board.task(task_id).red_lines:
        return False
    agreement = board.facts.pair((task_id, assignee_id)).agreement
    return bool(agreement and agreement.rung and not agreement.watcher.strip())


def _by_task(row: Row) -> dict[int, list[Card]]:
    found: dict[int, list[Card]] = {}
    for card in row.all_cards:
        found.setdefault(card.placement.task_id, []).append(card)
    return found
