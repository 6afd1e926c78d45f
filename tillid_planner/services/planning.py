"""Planning the week: tasks onto people and days, recurring ones, absences, earlier and named weeks."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from datetime import date, timedelta
from enum import StrEnum

from tillid_planner.domain.changes import Changes
from tillid_planner.domain.errors import Fault, InvalidInput
from tillid_planner.domain.week import (
    HOURS_IN_A_DAY,
    Absence,
    Placement,
    Recurrence,
    Week,
    WeekTemplate,
    day_faults,
    hours_of_day_faults,
    shares,
)
from tillid_planner.services.board import Board, hours_left, lay_out, usual_hours
from tillid_planner.services.standing import in_force
from tillid_planner.services.week_facts import Placed
from tillid_planner.services.week_reader import WeekReader
from tillid_planner.storage.agreement_records import Agreements
from tillid_planner.storage.planning_records import Absences, Placements, Recurrences, WeekTemplates
from tillid_planner.storage.register_records import Assignees, Tasks
from tillid_planner.storage.workspace import Workspace


class LeftOut(StrEnum):
    """Why something of a week or template is not placed in another week."""

    FIXED = "fixed"
    DAY_OFF = "day_off"
    PUT_AWAY = "put_away"
    THERE = "there"


class Planning:
    """Everything that is done to a week; each act is one step of undo, none changes an agreement."""

    def __init__(self, workspace: Workspace, today: Callable[[], date]) -> None:
        db = self._db = workspace.database
        self._today = today
        self._reader = WeekReader(workspace, today)
        self._tasks, self._assignees, self._agreements = Tasks(db), Assignees(db), Agreements(db)
        self._placements, self._recurrences = Placements(db), Recurrences(db)
        self._absences, self._templates = Absences(db), WeekTemplates(db)

    def board(self, week: Week, language: str = "da") -> Board:
        """Return a week's board; ``language`` is that of the holidays' names."""
        return lay_out(self._reader.facts(week, language))

    def place(self, task_id: int, assignee_id: int, day: date, hours: float | None = None) -> Changes:
        """Place hours of a task on an assignee on a day, besides what is there of it already.

        Without ``hours`` it is what is left of the task this week, at most one workday of the assignee.
        Raises ``InvalidInput`` (hours or day out of range, more than a day holds, somebody who has left)
        and ``NotFound`` (a task or person that is gone).
        """
        placed = self._reader.placed(Week.of(day), task_id, assignee_id)
        if hours is None:
            left = hours_left(self._tasks.get(task_id), placed.hours_of_task(task_id))
            hours = usual_hours(left, self._assignees.get(assignee_id))
        placement = Placement(task_id=task_id, assignee_id=assignee_id, day=day, hours=hours)
        self._refuse_unless_it_fits(placed, placement, beside=None)
        with self._db.act("place") as act:
            self._placements.put(replace(placement, hours=hours + placed.hours_at(*placement.key)))
        return act.changes

    def move(self, card: Placement, assignee_id: int, day: date, hours: float | None = None) -> Changes:
        """Move a card, or only so many of its hours, to another assignee or day; what is there of it adds up.

        Raises as ``place``.
        """
        if (assignee_id, day) == (card.assignee_id, card.day):
            return Changes("move")
        moving = card.hours if hours is None else min(hours, card.hours)
        placed = self._reader.placed(Week.of(day), card.task_id, assignee_id)
        placement = replace(card, id=None, assignee_id=assignee_id, day=day, hours=moving, recurring=False)
        self._refuse_unless_it_fits(placed, placement, beside=card)
        with self._db.act("move") as act:
            if moving < card.hours:
                self._placements.put(replace(card, hours=card.hours - moving, recurring=False))
            else:
                self._take(card)
            self._placements.put(replace(placement, hours=moving + placed.hours_at(*placement.key)))
        return act.changes

    def set_hours(self, card: Placement, hours: float) -> Changes:
        """Change a card's hours; 0 takes it off. Raises as ``place``."""
        if hours == 0:
            return self.remove(card)
        placement = replace(card, hours=hours, recurring=False)
        placed = self._reader.placed(Week.of(card.day), card.task_id, card.assignee_id)
        self._refuse_unless_it_fits(placed, placement, beside=card)
        with self._db.act("set_hours") as act:
            self._placements.put(placement)
        return act.changes

    def spread(self, card: Placement, days: Sequence[date]) -> Changes:
        """Split all hours of a card's task with its assignee in the week over days of it; raise as ``place``.

        They are split in quarters as even as can be.
        """
        chosen = sorted(set(days))
        pair = card.task_id, card.assignee_id
        there = self._reader.placed(Week.of(card.day), *pair).of_pair(*pair)
        hours = sum(placement.hours for placement in there)
        parts = [part for part in zip(chosen, shares(hours, len(chosen)), strict=True) if part[1] > 0]
        if not parts:
            raise InvalidInput(Fault("days", "required"))
        with self._db.act("spread") as act:
            for placement in there:
                self._take(placement)
            for day, hours in parts:
                self.place(card.task_id, card.assignee_id, day, hours)
        return act.changes

    def remove(self, card: Placement) -> Changes:
        """Take a card off the board; the task is in the tray again."""
        with self._db.act("unplace") as act:
            self._take(card)
        return act.changes

    def copy_week(self, source: Week, target: Week) -> Changes:
        """Place what stands in one week on the same weekdays of another.

        What is there already stays, recurring tasks place themselves, and nobody gets anything on a day away
        or after the last day: it waits in the tray.
        """
        return self._fill(target, self._lines(source, target), "copy_week")

    def templates(self) -> list[WeekTemplate]:
        """Return the named weeks in the order they were made."""
        return self._templates.all()

    def save_template(self, name: str, week: Week) -> Changes:
        """Keep a week under a name; raise ``InvalidInput`` for an empty week or a name that is taken."""
        placements = [p for p in self.board(week).facts.placements if not p.recurring]
        if not name.strip():
            raise InvalidInput(Fault("name", "required"))
        if name.strip().casefold() in {t.name.casefold() for t in self._templates.all()}:
            raise InvalidInput(Fault("name", "template_name_taken"))
        if not placements:
            raise InvalidInput(Fault("name", "empty_week"))
        with self._db.act("save_template") as act:
            self._templates.add(name.strip(), placements)
        return act.changes

    def apply_template(self, template_id: int, week: Week) -> Changes:
        """Place what a named week holds, as ``copy_week`` does."""
        return self._fill(week, self._lines(template_id, week), "apply_template")

    def left_out(self, source: Week | int, target: Week) -> Counter[LeftOut]:
        """Return how much of a week, or of a template by its id, would not be placed in another week, and why."""
        board = self.board(target)
        found = Counter(why for line in self._lines(source, target) if (why := self._why_not(board, line)) is not None)
        if isinstance(source, Week):
            found[LeftOut.FIXED] = sum(1 for p in self.board(source).facts.placements if p.recurring)
        return +found

    def _lines(self, source: Week | int, target: Week) -> list[Placement]:
        if isinstance(source, Week):
            return [
                replace(p, day=target.monday + timedelta(days=p.day.weekday()))
                for p in self.board(source).facts.placements
                if not p.recurring
            ]
        return [
            Placement(
                task_id=line.task_id,
                assignee_id=line.assignee_id,
                day=target.monday + timedelta(days=line.weekday),
                hours=line.hours,
            )
            for line in self._templates.placements(source)
        ]

    def _why_not(self, board: Board, placement: Placement) -> LeftOut | None:
        row, task = board.row(placement.assignee_id), board.facts.tasks.get(placement.task_id)
        if row is None or placement.day in row.away:
            return LeftOut.DAY_OFF
        if task is None or task.archived_on is not None:
            return LeftOut.PUT_AWAY
        there = board.card(*placement.key) is not None or self._placements.find(*placement.key) is not None
        return LeftOut.THERE if there else None

    def remove_template(self, template_id: int) -> Changes:
        """Delete a named week; the weeks made from it stay as they are."""
        with self._db.act("remove_template") as act:
            self._templates.remove(template_id)
        return act.changes

    def recurrences(self, task_id: int, assignee_id: int) -> list[Recurrence]:
        """Return the weekdays on which a task places itself on somebody from today on."""
        today = self._today()
        found = self._recurrences.of_pair(task_id, assignee_id)
        return [r for r in found if r.last_on is None or r.last_on >= today]

    def recur(self, task_id: int, assignee_id: int, hours: Mapping[int, float], first_on: date) -> Changes:
        """Let a task place itself on these weekdays (0 = Monday) with these hours, from a day on.

        An empty mapping ends it. Raises ``InvalidInput`` without an agreement in force, and for hours that are
        no hours of a day.
        """
        faults = [*day_faults("first_on", first_on)]
        for value in hours.values():
            faults += hours_of_day_faults("hours", value)
        if hours and not self._holds(task_id, assignee_id):
            faults.append(Fault("assignee", "no_agreement"))
        _refuse(*faults)
        with self._db.act("recur") as act:
            for before in self.recurrences(task_id, assignee_id):
                if before.last_on is None or before.last_on >= first_on:
                    self._recurrences.end(before, first_on - timedelta(days=1))
            for weekday, value in sorted(hours.items()):
                if value > 0:
                    self._recurrences.add(
                        Recurrence(
                            task_id=task_id, assignee_id=assignee_id, weekday=weekday, hours=value, first_on=first_on
                        )
                    )
        return act.changes

    def absences(self, assignee_id: int) -> list[Absence]:
        """Return somebody's days away, earliest first."""
        return self._absences.of_assignee(assignee_id)

    def add_absence(self, assignee_id: int, first_on: date, last_on: date) -> Changes:
        """Note that somebody is away, from and until a day; raise ``InvalidInput``."""
        absence = Absence(assignee_id=assignee_id, first_on=first_on, last_on=last_on)
        _refuse(*absence.faults())
        with self._db.act("add_absence") as act:
            self._absences.add(absence)
        return act.changes

    def remove_absence(self, absence_id: int) -> Changes:
        """Take days away back."""
        with self._db.act("remove_absence") as act:
            self._absences.remove(absence_id)
        return act.changes

    def _take(self, card: Placement) -> None:
        stored = self._placements.find(*card.key)
        recurs = any(r.falls_on(card.day) for r in self._recurrences.of_pair(card.task_id, card.assignee_id))
        if recurs:
            # Without this line the task would place itself again.
            self._placements.put(replace(card, hours=0))
        elif stored is not None:
            self._placements.remove(stored.id or 0)

    def _fill(self, week: Week, placements: Sequence[Placement], label: str) -> Changes:
        board = self.board(week)
        with self._db.act(label) as act:
            for placement in placements:
                if self._why_not(board, placement) is None:
                    self._placements.put(placement)
        return act.changes

    def _refuse_unless_it_fits(self, placed: Placed, placement: Placement, beside: Placement | None) -> None:
        _refuse(*placement.faults())
        task, assignee = self._tasks.get(placement.task_id), self._assignees.get(placement.assignee_id)
        if placement.hours <= 0:
            _refuse(Fault("hours", "required"))
        if task.archived_on is not None:
            _refuse(Fault("task", "task_put_away"))
        if assignee.left_by(placement.day):
            _refuse(Fault("assignee", "has_left"))
        if assignee.is_team:
            return
        day = placed.hours_on(placement.assignee_id, placement.day, beside)
        if day + placement.hours > HOURS_IN_A_DAY:
            _refuse(Fault("hours", "more_than_a_day", {"hours": HOURS_IN_A_DAY - day}))

    def _holds(self, task_id: int, assignee_id: int) -> bool:
        agreement = in_force(self._agreements.of_pair(task_id, assignee_id))
        return agreement is not None and agreement.rung > 0


def _refuse(*faults: Fault) -> None:
    if faults:
        raise InvalidInput(*faults)
