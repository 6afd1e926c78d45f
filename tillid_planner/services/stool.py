"""The trust stool: its notes, how each of its six lengths stands, and what the plan knows of it already."""

from __future__ import annotations

import calendar
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date

from tillid_planner.domain.changes import Changes
from tillid_planner.domain.errors import InvalidInput
from tillid_planner.domain.own_action import OwnAction
from tillid_planner.domain.stool import StoolKind, StoolLevel, StoolNote, StoolState, state_of
from tillid_planner.domain.wish import StepKind
from tillid_planner.services.nameless import Nameless
from tillid_planner.storage.agreement_records import Agreements, FollowUps
from tillid_planner.storage.register_records import Assignees, Tasks
from tillid_planner.storage.stool_records import OwnActions, StoolCounts, StoolNotes
from tillid_planner.storage.upward_records import Wishes
from tillid_planner.storage.workspace import Workspace


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanFacts:
    """What the plan knows of a length, in numbers; None is what it is not asked of this one.

    ``team_rules`` are the team's id and how many ground rules it has of its own, in the order of the register.
    ``controls_of_others`` are those demanded from outside, ``wishes_waiting`` those raised and not answered.
    """

    agreements: int | None = None
    follow_ups_this_month: int | None = None
    team_rules: tuple[tuple[int, int], ...] | None = None
    controls_of_others: int | None = None
    wishes_waiting: int | None = None

    @property
    def teams_without_rules(self) -> int | None:
        """How many teams have no ground rule of their own."""
        return None if self.team_rules is None else sum(not rules for _, rules in self.team_rules)


@dataclass(frozen=True, slots=True, kw_only=True)
class Length:
    """How one of the six lengths stands: its notes' count, the newest of them, its state, and the plan's facts."""

    kind: StoolKind
    level: StoolLevel
    notes: int
    newest: StoolNote | None
    state: StoolState
    facts: PlanFacts


class Stool:
    """Everything that is done to the stool's notes; each act is one step of undo."""

    def __init__(self, workspace: Workspace, today: Callable[[], date]) -> None:
        self._db = workspace.database
        self._today = today
        self._notes, self._actions = StoolNotes(self._db), OwnActions(self._db)
        self._agreements, self._follow_ups = Agreements(self._db), FollowUps(self._db)
        self._assignees, self._tasks = Assignees(self._db), Tasks(self._db)
        self._wishes, self._counts = Wishes(self._db), StoolCounts(self._db)
        self._nameless = Nameless(workspace)

    def notes(self, kind: StoolKind, level: StoolLevel) -> list[StoolNote]:
        """Return the notes on a length, newest first."""
        return [note for note in self._notes.all() if (note.kind, note.level) == (kind, level)]

    def put_note(self, note: StoolNote) -> Changes:
        """Store a note, new or changed; raise ``InvalidInput`` or ``NotFound``."""
        note = replace(note, text=note.text.strip())
        if faults := note.faults(self._today()) + self._nameless.faults(text=note.text):
            raise InvalidInput(*faults)
        if note.id is not None and self._notes.get(note.id) == note:
            return Changes("put_stool_note")
        with self._db.act("put_stool_note") as act:
            self._notes.put(note)
        return act.changes

    def remove_note(self, note_id: int) -> Changes:
        """Delete a note."""
        with self._db.act("remove_stool_note") as act:
            self._notes.remove(note_id)
        return act.changes

    def lengths(self) -> list[Length]:
        """Return the six lengths: the relational ones, then the structural, each by person, team, organisation."""
        notes, actions = self._notes.all(), self._actions.all()
        found = []
        for kind, level in ((kind, level) for kind in StoolKind for level in StoolLevel):
            here = [note for note in notes if (note.kind, note.level) == (kind, level)]
            days = [note.written_on for note in here[:1]]
            days += [_touched(action) for action in actions if (action.stool_kind, action.stool_level) == (kind, level)]
            length = Length(
                kind=kind,
                level=level,
                notes=len(here),
                newest=here[0] if here else None,
                state=state_of(max(days, default=None), self._today()),
                facts=self._facts(kind, level),
            )
            found.append(length)
        return found

    def _facts(self, kind: StoolKind, level: StoolLevel) -> PlanFacts:
        if kind is StoolKind.RELATIONAL:
            return PlanFacts()
        if level is StoolLevel.PERSON:
            return self._of_agreements()
        if level is StoolLevel.TEAM:
            rules = self._counts.rules_of_teams(self._today())
            teams = [team.id or 0 for team in self._assignees.teams()]
            return PlanFacts(team_rules=tuple((team, rules.get(team, 0)) for team in teams))
        return PlanFacts(
            controls_of_others=self._counts.controls_of_others(self._today()),
            wishes_waiting=sum(wish.status is StepKind.RAISED for wish in self._wishes.all()),
        )

    def _of_agreements(self) -> PlanFacts:
        today = self._today()
        tasks = {task.id for task in self._tasks.all()}
        present = {assignee.id for assignee in self._assignees.all() if not assignee.left_by(today)}
        held = {a.id for a in self._agreements.holding() if a.rung and a.task_id in tasks and a.assignee_id in present}
        first, last = today.replace(day=1), today.replace(day=calendar.monthrange(today.year, today.month)[1])
        month = [f for f in self._follow_ups.around(first, last) if (f.held_on or f.due_on) >= first]
        return PlanFacts(
            agreements=len(held),
            follow_ups_this_month=sum(f.held_on is not None or f.agreement_id in held for f in month),
        )


def _touched(action: OwnAction) -> date:
    return action.done_on or action.written_on
