"""The week's board as plain values: who has what on which day, at which rung this week, and how full it is.

``lay_out`` reckons everything anew from the facts, fast enough to follow a card that is being dragged.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property

from tillid_planner.domain.assignee import Assignee, Person, Team
from tillid_planner.domain.case import Case
from tillid_planner.domain.dosing import Suggestion
from tillid_planner.domain.planned_talk import PlannedTalk
from tillid_planner.domain.task import Task
from tillid_planner.domain.week import (
    QUARTER,
    WORK_DAYS,
    DayOff,
    Placement,
    Week,
    available_hours,
    day_off,
    hours_over,
    load_of,
)
from tillid_planner.services.cards import Card, card_of
from tillid_planner.services.week_facts import DueFollowUp, Facts

#: What is placed of a task whose hours nobody has written, and the hours of a day where they are not known.
_HOURS_OF_A_CARD = 1.0
_HOURS_OF_A_WORKDAY = 7.4
_LEAST_REST = 1.0


@dataclass(frozen=True)
class Row:
    """One person or team in the week; hours are None where they are not known."""

    assignee: Assignee
    cards: Mapping[date, Sequence[Card]]
    follow_ups: Mapping[date, Sequence[DueFollowUp]]
    talks: Mapping[date, Sequence[PlannedTalk]]
    away: frozenset[date]
    planned: float
    available: float | None
    load: float | None

    @property
    def id(self) -> int:
        """The assignee's id."""
        return self.assignee.id or 0

    def off(self, day: date) -> DayOff | None:
        """How the assignee is not there on a day, or None."""
        return day_off(self.assignee, day, self.away)

    @property
    def free(self) -> float:
        """Hours that are not planned yet; 0 where the hours are not known."""
        return max(0.0, (self.available or 0.0) - self.planned)

    @property
    def over(self) -> float:
        """Hours that have to move before the load is at most 100 %."""
        return hours_over(self.planned, self.available)

    @cached_property
    def all_cards(self) -> tuple[Card, ...]:
        """Every card of the week, day by day."""
        return tuple(card for day in sorted(self.cards) for card in self.cards[day])


@dataclass(frozen=True, slots=True)
class Unplaced:
    """A task in the tray; ``hours`` are what is left of it this week, None when its hours are not known."""

    task: Task
    hours: float | None
    partly: bool


@dataclass(frozen=True)
class Board:
    """One week, ready to be shown; rows and tray are in the register's order (pages sort by name)."""

    facts: Facts
    rows: Sequence[Row]
    tray: Sequence[Unplaced]

    @property
    def week(self) -> Week:
        """The week."""
        return self.facts.week

    @cached_property
    def _free_holders(self) -> dict[int, tuple[int, ...]]:
        return {}

    @cached_property
    def _by_id(self) -> dict[int, Row]:
        return {row.id: row for row in self.rows}

    def row(self, assignee_id: int) -> Row | None:
        """Return the row of an assignee, or None."""
        return self._by_id.get(assignee_id)

    def task(self, task_id: int) -> Task:
        """Return a task that is on the board or in the tray."""
        return self.facts.tasks[task_id]

    def card(self, task_id: int, assignee_id: int, day: date) -> Card | None:
        """Return the card of a task on an assignee on a day, or None."""
        row = self.row(assignee_id)
        return next((c for c in row.cards.get(day, ()) if c.placement.task_id == task_id), None) if row else None

    def of_pair(self, task_id: int, assignee_id: int) -> list[Placement]:
        """Return what an assignee has of a task in the week, day by day."""
        row = self.row(assignee_id)
        return [card.placement for card in row.all_cards if card.placement.task_id == task_id] if row else []

    def with_hours_free(self, task_id: int, *, but: int | None = None) -> tuple[int, ...]:
        """Return everyone who holds an agreement on a task and has hours free this week; never a choice."""
        free = self._free_holders.get(task_id)
        if free is None:
            rows = [(holder, self.row(holder)) for holder in self.facts.holders.get(task_id, ())]
            free = tuple(holder for holder, row in rows if row is not None and row.free >= QUARTER)
            self._free_holders[task_id] = free
        return tuple(holder for holder in free if holder != but) if but in free else free

    def moved(self, card: Placement, assignee_id: int, day: date, hours: float | None = None) -> Board:
        """Return the board as it would be with a card, or some of its hours, elsewhere; nothing is stored."""
        return lay_out(self.facts.moved(card, assignee_id, day, hours), self, {card.assignee_id, assignee_id})

    def placed(self, placement: Placement) -> Board:
        """Return the board as it would be with one more placement; nothing is stored."""
        return lay_out(self.facts.placed(placement), self, {placement.assignee_id})

    def without(self, card: Placement) -> Board:
        """Return the board as it would be without a card; nothing is stored."""
        return lay_out(self.facts.without(card), self, {card.assignee_id})

    def usual_hours(self, task_id: int, assignee_id: int) -> float:
        """Return what is placed of a task unless somebody says otherwise: what is left of it, at most a workday.

        A rest of less than an hour goes along.
        """
        left = next((unplaced.hours for unplaced in self.tray if unplaced.task.id == task_id), None)
        row = self.row(assignee_id)
        return usual_hours(left, row.assignee if row is not None else None)

    def case(self, task_id: int, assignee_id: int) -> Case | None:
        """Return the question to the rule for a pair in this week, or None if it cannot be asked."""
        case, row = self.facts.pair((task_id, assignee_id)).case, self.row(assignee_id)
        return None if case is None else replace(case, load=row.load if row else None)

    def suggestion(self, task_id: int, assignee_id: int) -> Suggestion | None:
        """Return what the rule suggests for a pair in this week."""
        row = self.row(assignee_id)
        return self.facts.suggestion((task_id, assignee_id), row.load if row else None)


def usual_hours(left: float | None, assignee: Assignee | None) -> float:
    """Return what is placed of a task of which so many hours are *left*, None if they are not known or none are."""
    if left is None:
        return _HOURS_OF_A_CARD
    weekly = assignee.weekly_hours if isinstance(assignee, Person) else None
    workday = weekly / WORK_DAYS if weekly else _HOURS_OF_A_WORKDAY
    return max(QUARTER, round(left if left < workday + _LEAST_REST else workday, 2))


def hours_left(task: Task, placed: float) -> float | None:
    """Return the hours of a task that are not placed yet this week; None if they are not known or none are left."""
    left = 0.0 if task.hours_per_week is None else task.hours_per_week - placed
    return left if left > QUARTER / 2 else None


def lay_out(facts: Facts, before: Board | None = None, touched: Collection[int] = ()) -> Board:
    """Return the board that follows from the facts.

    With the board of *before*, only the rows of the assignees *touched* and of their teams are reckoned anew.
    """
    placed: dict[int, list[Placement]] = defaultdict(list)
    for placement in facts.placements:
        placed[placement.assignee_id].append(placement)
    due: dict[int, list[DueFollowUp]] = defaultdict(list)
    for follow_up in facts.follow_ups:
        due[follow_up.assignee_id].append(follow_up)
    kept = _untouched(before, touched)
    hours: dict[int, tuple[float, float | None]] = {}
    for assignee in facts.assignees:
        key = assignee.id or 0
        row = kept.get(key)
        if row is not None and not assignee.is_team:
            hours[key] = row.planned, row.available
        else:
            hours[key] = sum(p.hours for p in placed[key]), _available(assignee, facts)
    rows = []
    for assignee in facts.assignees:
        key = assignee.id or 0
        row = kept.get(key)
        if row is None:
            planned, available = _team_hours(assignee, hours) if isinstance(assignee, Team) else hours[key]
            row = _row(assignee, facts, placed[key], due[key], planned, available)
        rows.append(row)
    return Board(facts, rows, _tray(facts))


def _untouched(before: Board | None, touched: Collection[int]) -> dict[int, Row]:
    if before is None:
        return {}
    anew = set(touched)
    for row in before.rows:
        if isinstance(row.assignee, Team) and not anew.isdisjoint(row.assignee.member_ids):
            anew.add(row.id)
    return {row.id: row for row in before.rows if row.id not in anew}


def _row(
    assignee: Assignee,
    facts: Facts,
    placed: Sequence[Placement],
    due: Sequence[DueFollowUp],
    planned: float,
    available: float | None,
) -> Row:
    load = load_of(planned, available)
    away = facts.away.get(assignee.id or 0, frozenset())
    cards: dict[date, list[Card]] = defaultdict(list)
    for placement in sorted(placed, key=lambda p: (not p.recurring, p.id or 0)):
        cards[placement.day].append(card_of(placement, facts, load, assignee, away))
    follow_ups: dict[date, list[DueFollowUp]] = defaultdict(list)
    for follow_up in due:
        day = follow_up.follow_up.held_on or follow_up.follow_up.due_on
        if day in facts.week:
            follow_ups[day].append(follow_up)
    talks: dict[date, list[PlannedTalk]] = defaultdict(list)
    for talk in facts.talks:
        if talk.assignee_id == assignee.id and talk.day in facts.week:
            talks[talk.day].append(talk)
    return Row(assignee, cards, follow_ups, talks, away, planned, available, load)


def _available(assignee: Assignee, facts: Facts) -> float | None:
    if isinstance(assignee, Team) or assignee.weekly_hours is None:
        return None
    away = facts.away.get(assignee.id or 0, frozenset())
    return available_hours(assignee.weekly_hours, facts.week, away, facts.holidays)


def _team_hours(team: Team, hours: Mapping[int, tuple[float, float | None]]) -> tuple[float, float | None]:
    # A team has the hours of its members, and what each of them does alone is taken from them.
    members = [hours[member] for member in team.member_ids if member in hours]
    known = [available for _, available in members if available is not None]
    own = sum(planned for planned, available in members if available is not None)
    planned, _ = hours[team.id or 0]
    return (planned + own if planned else 0.0), (sum(known) if known else None)


def _tray(facts: Facts) -> list[Unplaced]:
    placed: dict[int, float] = defaultdict(float)
    for placement in facts.placements:
        placed[placement.task_id] += placement.hours
    found = []
    for task in facts.tasks.values():
        if task.archived_on is not None or task.legal_ceiling == 0:
            continue
        done = placed.get(task.id or 0, 0.0)
        left = hours_left(task, done)
        if left is not None:
            found.append(Unplaced(task, left, partly=done > 0))
        elif task.hours_per_week is None and not done:
            found.append(Unplaced(task, None, partly=False))
    return found
