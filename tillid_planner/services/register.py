"""The register: adding, changing, archiving and deleting tasks, people and teams."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date

from tillid_planner.domain.assignee import Assignee, Person, Team
from tillid_planner.domain.breach import BreachCase
from tillid_planner.domain.calendar_entry import MeetingSource
from tillid_planner.domain.changes import Changes, Kind
from tillid_planner.domain.errors import Fault, InvalidInput, TillidError
from tillid_planner.domain.learning import Receipt
from tillid_planner.domain.task import Task
from tillid_planner.services.deletion import Deletion, Reason, delete_for_good
from tillid_planner.storage.agreement_records import Agreements, FollowUps
from tillid_planner.storage.breach_records import BreachCases, Receipts
from tillid_planner.storage.growth_records import Conversations
from tillid_planner.storage.pair_keys import PairSide
from tillid_planner.storage.rating_records import Ratings
from tillid_planner.storage.register_records import Assignees, Tasks
from tillid_planner.storage.subject_records import SubjectRecords
from tillid_planner.storage.workspace import Workspace


class OpenBreach(TillidError):
    """A task, person or team cannot go while a breach there is not closed."""

    code = "open_breach_on_task"


class Register:
    """Everything that is done to tasks, people and teams; each act is one step of undo."""

    def __init__(self, workspace: Workspace, today: Callable[[], date]) -> None:
        self._workspace = workspace
        self._db = workspace.database
        self._tasks = Tasks(self._db)
        self._assignees = Assignees(self._db)
        self._today = today

    def tasks(self, *, archived: bool = False) -> list[Task]:
        """Return the tasks in the order they were entered; put-away ones only if asked for."""
        return self._tasks.all(archived=archived)

    def task(self, task_id: int) -> Task:
        """Return one task; raise ``NotFound``."""
        return self._tasks.get(task_id)

    def people(self) -> list[Person]:
        """Return everybody, also those who have left."""
        return self._assignees.people()

    def teams(self) -> list[Team]:
        """Return the teams."""
        return self._assignees.teams()

    def assignee(self, assignee_id: int) -> Assignee:
        """Return one person or team; raise ``NotFound``."""
        return self._assignees.get(assignee_id)

    def add_task(self, task: Task) -> Changes:
        """Store a new task; raise ``InvalidInput`` with everything wrong with it."""
        _refuse(*task.faults())
        with self._db.act("add_task") as act:
            self._tasks.add(task)
        return act.changes

    def save_task(self, task: Task) -> Changes:
        """Store a task as it is now; nothing changed gives empty changes. Raises ``InvalidInput``, ``NotFound``."""
        _refuse(*task.faults())
        with self._db.act("change_task") as act:
            self._tasks.save(task)
        return act.changes

    def archive_task(self, task_id: int) -> Changes:
        """Put a task away: it leaves the lists and keeps its history."""
        with self._db.act("archive_task") as act:
            self._tasks.save(replace(self._tasks.get(task_id), archived_on=self._today()))
        return act.changes

    def restore_task(self, task_id: int) -> Changes:
        """Take a task that was put away back."""
        with self._db.act("restore_task") as act:
            self._tasks.save(replace(self._tasks.get(task_id), archived_on=None))
        return act.changes

    def remove_task(self, task_id: int) -> Deletion:
        """Delete a task with its ratings, agreements and comments; with closed cases on it, for good.

        Raises ``OpenBreach`` while a breach on it is not closed: what it holds back would be forgotten.
        """
        if self.open_cases(task_id=task_id):
            raise OpenBreach
        if self.undo_brings_back(self._tasks.get(task_id)):
            with self._db.act("remove_task") as act:
                self._tasks.remove(task_id)
            return Deletion(act.changes, undoable=True)
        return self._delete_for_good("remove_task", Kind.TASK, task_id, "task")

    def add_person(self, person: Person) -> Changes:
        """Store a new person; raise ``InvalidInput``."""
        return self._add(person, "add_person")

    def save_person(self, person: Person, *, cases_stay: bool = False) -> Changes:
        """Store a person as she is now; raise ``InvalidInput`` or ``NotFound``.

        A new last day is refused while a case about her is open, unless it is said that ``cases_stay``.
        """
        if not cases_stay:
            _refuse(*self._left_behind(person))
        return self._save(person, "change_person")

    def add_team(self, team: Team) -> Changes:
        """Store a new team; raise ``InvalidInput``."""
        return self._add(team, "add_team")

    def save_team(self, team: Team) -> Changes:
        """Store a team as it is now; raise ``InvalidInput`` or ``NotFound``."""
        return self._save(team, "change_team")

    def remove_assignee(self, assignee_id: int) -> Deletion:
        """Delete a person or team with everything recorded about them, for good unless there is only a name.

        Raises ``OpenBreach`` while a case about them is not closed: it is ended or deleted first, by itself.
        """
        if self.open_cases(assignee_id=assignee_id):
            raise OpenBreach("open_breach_of_assignee")
        assignee = self._assignees.get(assignee_id)
        what = "team" if assignee.is_team else "person"
        if self.undo_brings_back(assignee):
            with self._db.act(f"remove_{what}") as act:
                self._assignees.remove(assignee_id)
            return Deletion(act.changes, undoable=True)
        return self._delete_for_good(f"remove_{what}", Kind.ASSIGNEE, assignee_id, what)

    def undo_brings_back(self, record: Assignee | Task) -> bool:
        """Whether a deletion can be undone: of a task without cases, and of somebody who is nothing but a name.

        All else is deleted for good, also from the kept backups (design: law.md, F3).
        """
        if isinstance(record, Task):
            return not self.cases_on(record)
        bare = isinstance(record, Team) or record == Person(id=record.id, name=record.name)
        rows = SubjectRecords(self._db).about(record.id or 0)
        return bare and all(row.kind in (Kind.ASSIGNEE, Kind.TEAM_MEMBER) for row in rows)

    def cases_on(self, record: Assignee | Task) -> list[int]:
        """Return the numbers of the cases on a task, or about a person or team, also of the closed ones."""
        cases, task = BreachCases(self._db).all(), isinstance(record, Task)
        return [case.id or 0 for case in cases if record.id == (case.task_id if task else case.assignee_id)]

    def receipts(self) -> list[Receipt]:
        """Return when people, teams and tasks were deleted for good, newest first; never whom."""
        return [receipt for receipt in Receipts(self._db).all() if receipt.what != Kind.BREACH]

    def _delete_for_good(self, label: str, kind: PairSide, record: int, what: str) -> Deletion:
        assignee = kind is Kind.ASSIGNEE
        cases = self.cases_on(self._assignees.get(record) if assignee else self._tasks.get(record))
        receipts = [Receipt(deleted_on=self._today(), what=what, reason=Reason.WANTED)]
        if cases:
            receipts.append(
                Receipt(deleted_on=self._today(), what=Kind.BREACH, reason=Reason.WITH_IT, count=len(cases))
            )
        meetings = {
            MeetingSource.BREACH: cases,
            MeetingSource.FOLLOW_UP: FollowUps(self._db).ids_of(kind, record),
            MeetingSource.CONVERSATION: Conversations(self._db).ids_of_assignee(record) if assignee else [],
        }
        removed: list[tuple[Kind, int]] = [(kind, record), *((Kind.BREACH, case) for case in cases)]
        return delete_for_good(self._workspace, label, removed, self._today(), receipts, meetings=meetings)

    def take_in(self, records: Sequence[Person | Task]) -> Changes:
        """Store the rows of an import as one step: those without an id are new, the others are changed.

        Raises ``InvalidInput`` before anything is written if any of them cannot be stored, also for a new last day
        of somebody with an open case.
        """
        people = (record for record in records if isinstance(record, Person))
        left_behind = [fault for person in people for fault in self._left_behind(person)]
        _refuse(*(fault for record in records for fault in record.faults()), *left_behind)
        with self._db.act("import") as act:
            for record in records:
                if isinstance(record, Task):
                    self._tasks.save(record) if record.id is not None else self._tasks.add(record)
                else:
                    self._assignees.save(record) if record.id is not None else self._assignees.add(record)
        return act.changes

    def open_cases(self, *, task_id: int | None = None, assignee_id: int | None = None) -> list[BreachCase]:
        """Return the cases that are not closed, oldest first; of one task, or of one person or team, if asked for."""
        return [
            case
            for case in BreachCases(self._db).all()
            if not case.closed and task_id in (None, case.task_id) and assignee_id in (None, case.assignee_id)
        ]

    def records_about(self, assignee_id: int) -> int:
        """Return how many ratings and agreements would go if this person or team were deleted."""
        return self._count(Kind.ASSIGNEE, assignee_id)

    def records_on(self, task_id: int) -> int:
        """Return how many ratings and agreements would go if this task were deleted."""
        return self._count(Kind.TASK, task_id)

    def _count(self, side: PairSide, record: int) -> int:
        return Ratings(self._db).count(side, record) + Agreements(self._db).count(side, record)

    def _add(self, assignee: Assignee, label: str) -> Changes:
        _refuse(*assignee.faults(), *self._name_taken(assignee))
        with self._db.act(label) as act:
            self._assignees.add(assignee)
        return act.changes

    def _save(self, assignee: Assignee, label: str) -> Changes:
        _refuse(*assignee.faults(), *self._name_taken(assignee))
        with self._db.act(label) as act:
            self._assignees.save(assignee)
        return act.changes

    def _left_behind(self, person: Person) -> tuple[Fault, ...]:
        if person.id is None:
            return ()
        before = self._assignees.get(person.id)
        leaves = isinstance(before, Person) and person.last_day_set(before)
        return (Fault("ended_on", "open_case"),) if leaves and self.open_cases(assignee_id=person.id) else ()

    def _name_taken(self, assignee: Assignee) -> tuple[Fault, ...]:
        # Two people may share a name; two teams, or a team named as a person, could not be told apart.
        if not isinstance(assignee, Team):
            return ()
        names = {a.name.casefold() for a in self._assignees.all() if a.id != assignee.id}
        return (Fault("name", "name_taken"),) if assignee.name.casefold() in names else ()


def new_id(changes: Changes, kind: Kind) -> int:
    """Return the id of the record of this kind that an act created."""
    return max(changes.ids(kind))


def _refuse(*faults: Fault) -> None:
    if faults:
        raise InvalidInput(*faults)
