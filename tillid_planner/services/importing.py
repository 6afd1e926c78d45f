"""Importing: what a file would change, row by row, before anything is changed."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from enum import StrEnum
from typing import TYPE_CHECKING, Any

from tillid_planner.domain.assignee import Person
from tillid_planner.domain.errors import Fault
from tillid_planner.domain.task import RedLine, Task
from tillid_planner.exchange import staff, tasks
from tillid_planner.exchange.columns import ColumnMap
from tillid_planner.exchange.staff import StaffDraft
from tillid_planner.exchange.tabular import Table
from tillid_planner.services.import_matching import (
    Answer,
    Match,
    Record,
    Same,
    Who,
    email_key,
    matches,
    name_key,
)  # fmt: skip

if TYPE_CHECKING:
    from tillid_planner.services.session import Session


class Status(StrEnum):
    """What an import would do with a row."""

    NEW = "new"
    CHANGED = "changed"
    UNCHANGED = "unchanged"
    #: No person or task, or one that stands in another row or is asked about.
    LEFT_OUT = "left_out"
    ERROR = "error"


@dataclass(frozen=True, slots=True)
class PlannedRow:
    """One row of the preview.

    ``result`` is the record as the row has it (with its id when it is known already); None for a row that is none.
    ``changed`` names the fields that would become different from ``before``. ``left_out`` is why
    the row is not taken in unasked, None if it is; ``answers`` are those that can be given to who it is.
    """

    number: int
    status: Status
    name: str
    result: Person | Task | None
    changed: tuple[str, ...] = ()
    faults: tuple[Fault, ...] = ()
    warnings: tuple[Fault, ...] = ()
    before: Person | Task | None = None
    left_out: Fault | None = None
    answers: tuple[Answer, ...] = ()

    @property
    def storable(self) -> bool:
        """Whether the row would change something if it were chosen."""
        return self.status in (Status.NEW, Status.CHANGED) and self.result is not None

    @property
    def is_settled(self) -> bool:
        """Whether the first of the answers is what holds until another is given: the same person, the hours added."""
        return self.left_out is not None and self.left_out.code in ("same_row", "same_post")

    @property
    def has_left(self) -> bool:
        """Whether the row is left out because the person is no longer employed."""
        return self.left_out is not None and self.left_out.code in ("has_left", "has_left_on")


@dataclass(frozen=True, slots=True)
class ImportPlan:
    """The whole preview of one file; ``missing`` are the people in the plan who do not stand in it.

    ``answered`` are the answers given to who a row is, by its number; ``known`` what the plan holds, by id.
    """

    kind: str
    table: Table
    mapping: ColumnMap
    rows: tuple[PlannedRow, ...]
    missing: tuple[str, ...] = ()
    answered: Mapping[int, Answer] = field(default_factory=dict)
    known: Mapping[int | None, Person | Task] = field(default_factory=dict)

    @property
    def new(self) -> int:
        """How many rows are new and would be taken in."""
        return self._count(Status.NEW)

    @property
    def changed(self) -> int:
        """How many rows would change something and would be taken in."""
        return self._count(Status.CHANGED)

    @property
    def unchanged(self) -> int:
        """How many rows say what is known already."""
        return self._count(Status.UNCHANGED)

    @property
    def errors(self) -> int:
        """How many rows cannot be read in."""
        return self._count(Status.ERROR)

    @property
    def not_taken(self) -> int:
        """How many rows are left out with a reason."""
        return sum(row.left_out is not None for row in self.rows)

    @property
    def left_out(self) -> tuple[str, ...]:
        """The headers left out on purpose: CPR and phone columns."""
        return (*self.mapping.cpr, *self.mapping.phone)

    def records(self, chosen: Collection[int] | None = None, *, include_left: bool = False) -> list[Person | Task]:
        """Return what would be stored: all that is not left out, or the rows of ``chosen`` numbers.

        With ``include_left`` those who are no longer employed are among them.
        """
        return [
            row.result
            for row in self.rows
            if row.storable
            and row.result is not None
            and (
                row.number in chosen if chosen is not None else row.left_out is None or (include_left and row.has_left)
            )
        ]

    def _count(self, status: Status) -> int:
        return sum(row.status is status and row.left_out is None for row in self.rows)


def plan(
    kind: str,
    table: Table,
    session: Session,
    mapping: ColumnMap | None = None,
    answers: Mapping[int, Answer] | None = None,
) -> ImportPlan:
    """Return the preview of ``staff`` or ``tasks`` against what the session holds; ``answers`` say who rows are."""
    mapping = mapping or session.import_columns.recognise(kind, table)
    if kind == "staff":
        with_cases = {case.assignee_id for case in session.register.open_cases()}
        return plan_staff(table, mapping, session.register.people(), session.today(), with_cases, answers)
    return plan_tasks(table, mapping, session.register.tasks(archived=True), answers)


def plan_staff(
    table: Table,
    mapping: ColumnMap,
    existing: Sequence[Person],
    today: date,
    with_cases: Collection[int] = (),
    answers: Mapping[int, Answer] | None = None,
) -> ImportPlan:
    """Return the preview of a staff list; people are recognised by e-mail, else by name.

    No file gives a last day to somebody ``with_cases`` that are open (ids): that is asked about by name.
    """
    drafts = staff.staff_drafts(table, mapping, today)
    who = [
        Who(
            draft.row, draft.name, str(draft.given.get("email", "")), draft.number, draft.middle, draft.given,
            draft.has_left, mapping.shifts,
        )
        for draft in drafts
        if draft.is_person and not draft.faults
    ]  # fmt: skip
    found = matches(who, existing, answers)
    rows = [_planned_person(draft, found.get(draft.row, Match()), today) for draft in drafts]
    known = {person.id: person for person in existing if person.id in with_cases}
    rows = [_with_case(row, known) for row in rows]
    missing = _missing(found, existing, today)
    return ImportPlan("staff", table, mapping, tuple(rows), missing, answers or {}, {one.id: one for one in existing})


def plan_tasks(
    table: Table, mapping: ColumnMap, existing: Sequence[Task], answers: Mapping[int, Answer] | None = None
) -> ImportPlan:
    """Return the preview of a task list; tasks are recognised by name."""
    drafts = tasks.task_drafts(table, mapping)
    found = matches([Who(d.row, d.name) for d in drafts if d.is_task and not d.faults], existing, answers)
    rows = [
        _planned(draft, found.get(draft.row, Match()), Task, _task_with)
        if draft.is_task
        else PlannedRow(draft.row, Status.LEFT_OUT, draft.name, None, left_out=draft.left_out)
        for draft in drafts
    ]
    return ImportPlan("tasks", table, mapping, tuple(rows), (), answers or {}, {one.id: one for one in existing})


def _planned_person(draft: StaffDraft, match: Match[Person], today: date) -> PlannedRow:
    if not draft.is_person:
        return PlannedRow(draft.row, Status.LEFT_OUT, draft.name, None, left_out=draft.left_out)
    if match.hours is not None:
        draft = replace(draft, given={**draft.given, "weekly_hours": match.hours})
    if match.without_email:
        draft = replace(draft, given={name: value for name, value in draft.given.items() if name != "email"})
    row = _planned(draft, match, Person, _person_with)
    if not draft.has_left or match.record is None or match.record.left_by(today):
        return row
    # Somebody in the plan has left: that is news, not a row to leave out.
    told = (*row.warnings, *((draft.left_out,) if draft.left_out and draft.left_out.code == "has_left" else ()))
    return replace(row, left_out=None, warnings=told)


def _planned(
    draft: Any, match: Match[Record], kind: Callable[..., Record], with_draft: Callable[[Record, Any], Record]
) -> PlannedRow:
    before: Record = match.record if match.record is not None else kind(name=draft.name)
    after: Record = with_draft(before, draft)
    faults: tuple[Fault, ...] = draft.faults
    warnings: list[Fault] = [*draft.warnings]
    for fault in after.faults():
        name = fault.field.partition("[")[0]
        if name == "name":
            faults = faults or (fault,)
        else:
            # A value that cannot be kept costs the value, not the person.
            after = replace(after, **{name: getattr(before, name)})
            warnings.append(fault)
    if faults:
        return PlannedRow(draft.row, Status.ERROR, draft.name, None, (), faults)
    if match.left_out is not None:
        return PlannedRow(draft.row, Status.LEFT_OUT, draft.name, after, left_out=match.left_out, answers=match.answers)
    told: tuple[Fault, ...]
    if match.record is None:
        told = (*warnings, *match.warnings)
        return PlannedRow(
            draft.row, Status.NEW, draft.name, after, warnings=told, left_out=draft.left_out, answers=match.answers
        )
    changed: tuple[str, ...] = tuple(
        name for name in before.__dataclass_fields__ if getattr(before, name) != getattr(after, name)
    )
    status = Status.CHANGED if changed else Status.UNCHANGED
    # What is missing in the file may be known already; then there is nothing to warn of.
    missing = [w for w in warnings if w.code != "hours_missing" or getattr(after, w.field, None) is None]
    told = tuple(missing + [w for w in match.warnings if w.field != "name" or "name" in changed])
    left_out = draft.left_out if changed else None
    return PlannedRow(draft.row, status, after.name, after, changed, (), told, before, left_out, match.answers)


def _missing(found: Mapping[int, Match[Person]], existing: Sequence[Person], today: date) -> tuple[str, ...]:
    """Return the names of those in the plan that a list does not mention, if it mentions any of them."""
    seen = {match.record.id for match in found.values() if match.record is not None}
    asked = {answer.at for match in found.values() for answer in match.answers if answer.same is Same.KNOWN}
    if not seen:
        return ()
    return tuple(person.name for person in existing if person.id not in seen | asked and not person.left_by(today))


def _with_case(row: PlannedRow, known: Mapping[int | None, Person]) -> PlannedRow:
    before = known.get(row.result.id) if isinstance(row.result, Person) else None
    if before is None or not isinstance(row.result, Person) or not row.result.last_day_set(before):
        return row
    return replace(row, status=Status.ERROR, changed=(), faults=(*row.faults, Fault("ended_on", "open_case")))


def _person_with(person: Person, draft: Any) -> Person:
    given = dict(draft.given)
    # The same name or address written with another apostrophe, spacing or case is no change.
    if email_key(person.email) == email_key(str(given.get("email", ""))):
        given.pop("email", None)
    name = person.name if name_key(person.name) == name_key(draft.name) else draft.name
    return replace(person, name=name, **given)


def _task_with(task: Task, draft: Any) -> Task:
    known = {name_key(line.text) for line in task.red_lines}
    fresh = tuple(RedLine(text=text) for text in draft.red_lines if name_key(text) not in known)
    given = dict(draft.given)
    if given.get("legal_basis") == "":
        del given["legal_basis"]
    return replace(task, red_lines=(*task.red_lines, *fresh), **given)
