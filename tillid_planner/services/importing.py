"""Importing: what a file would change, row by row, before anything is changed."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from typing import TYPE_CHECKING, Any

from tillid_planner.content import Words
from tillid_planner.domain.assignee import Person
from tillid_planner.domain.errors import Fault
from tillid_planner.domain.task import RedLine, Scope, Task
from tillid_planner.exchange import columns, staff, tasks
from tillid_planner.exchange.columns import ColumnMap
from tillid_planner.exchange.tabular import Table
from tillid_planner.services.import_matching import Match, Record, Who, email_key, matches, name_key
from tillid_planner.services.leaving import hours_text

if TYPE_CHECKING:
    from tillid_planner.services.session import Session

_MOST_ROWS_NAMED = 10


class Status(StrEnum):
    """What an import would do with a row."""

    NEW = "new"
    CHANGED = "changed"
    UNCHANGED = "unchanged"
    ERROR = "error"


@dataclass(frozen=True, slots=True)
class PlannedRow:
    """One row of the preview.

    ``result`` is the record as it would be stored (with its id when it is known already); None only for an
    error that leaves no record. ``changed`` names the fields that would become different from ``before``.
    """

    number: int
    status: Status
    name: str
    result: Person | Task | None
    changed: tuple[str, ...] = ()
    faults: tuple[Fault, ...] = ()
    warnings: tuple[Fault, ...] = ()
    before: Person | Task | None = None


@dataclass(frozen=True, slots=True)
class ImportPlan:
    """The whole preview of one file."""

    kind: str
    table: Table
    mapping: ColumnMap
    rows: tuple[PlannedRow, ...]

    @property
    def new(self) -> int:
        """How many rows are new."""
        return self._count(Status.NEW)

    @property
    def changed(self) -> int:
        """How many rows would change something."""
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
    def left_out(self) -> tuple[str, ...]:
        """The headers left out on purpose: CPR and phone columns."""
        return (*self.mapping.cpr, *self.mapping.phone)

    def records(self, chosen: Collection[int] | None = None) -> list[Person | Task]:
        """Return what would be stored; with ``chosen``, only the rows of these numbers."""
        return [
            row.result
            for row in self.rows
            if row.status in (Status.NEW, Status.CHANGED)
            and row.result is not None
            and (chosen is None or row.number in chosen)
        ]

    def _count(self, status: Status) -> int:
        return sum(row.status is status for row in self.rows)


def plan(kind: str, table: Table, session: Session, mapping: ColumnMap | None = None) -> ImportPlan:
    """Return the preview of ``staff`` or ``tasks`` against what the session holds."""
    mapping = mapping or columns.recognise(kind, table)
    if kind == "staff":
        with_cases = {case.assignee_id for case in session.register.open_cases()}
        return plan_staff(table, mapping, session.register.people(), with_cases)
    return plan_tasks(table, mapping, session.register.tasks(archived=True))


def plan_staff(
    table: Table, mapping: ColumnMap, existing: Sequence[Person], with_cases: Collection[int] = ()
) -> ImportPlan:
    """Return the preview of a staff list; people are recognised by e-mail, else by name.

    No file gives a last day to somebody ``with_cases`` that are open (ids): that is asked about by name.
    """
    drafts = staff.staff_drafts(table, mapping)
    found = matches([Who(d.row, d.name, str(d.given.get("email", ""))) for d in drafts], existing)
    rows = [_planned(draft, found.get(draft.row, Match()), Person, _person_with) for draft in drafts]
    known = {person.id: person for person in existing if person.id in with_cases}
    rows = [_with_case(row, known) for row in rows]
    return ImportPlan("staff", table, mapping, tuple(rows))


def plan_tasks(table: Table, mapping: ColumnMap, existing: Sequence[Task]) -> ImportPlan:
    """Return the preview of a task list; tasks are recognised by name."""
    drafts = tasks.task_drafts(table, mapping)
    found = matches([Who(d.row, d.name) for d in drafts], existing)
    rows = [_planned(draft, found.get(draft.row, Match()), Task, _task_with) for draft in drafts]
    return ImportPlan("tasks", table, mapping, tuple(rows))


def sentences(plan: ImportPlan, words: Words) -> list[tuple[int, str, str]]:
    """Return for each row its number, its status and, in words, what there is to say about it."""
    return [
        (row.number, row.status.value, f"{changes_text(row, words)} {row_text(row, words)}".strip())
        for row in plan.rows
    ]


def changes_text(row: PlannedRow, words: Words) -> str:
    """Return what an update would change, each field with its old and its new value; «» for any other row."""
    if row.status is not Status.CHANGED:
        return ""
    said = []
    for name in row.changed:
        old, new = getattr(row.before, name), getattr(row.result, name)
        if name == "red_lines":
            # An import adds red lines and removes none.
            old, new = (), new[len(old) :]
        field = words.text(f"importing.fields.{name}")
        change = words.text("importing.change.value", old=_shown(name, old, words), new=_shown(name, new, words))
        said.append(f"{field[:1].lower()}{field[1:]} {change}")
    return words.text("importing.change.row", changes="; ".join(said))


def row_text(row: PlannedRow, words: Words) -> str:
    """Return everything wrong or strange about a row, as sentences."""
    return " ".join(fault_text(fault, words) for fault in (*row.faults, *row.warnings))


def fault_text(fault: Fault, words: Words) -> str:
    """Return one fault as a sentence: the import's own words, or those of every form."""
    for key in (f"importing.row.{fault.code}", f"faults.{fault.code}"):
        if key in words:
            named = f"importing.fields.{fault.field}"
            field = words.text(named) if named in words else ""
            text = words.text(key, **fault.params, field=field)
            return f"{field}: {text}" if key.startswith("faults.") and field else text
    return words.text("importing.row.unreadable")


def notes(plan: ImportPlan, words: Words) -> list[str]:
    """Return what there is to say about the file as a whole: columns left out on purpose, then all remarks."""
    mapping = plan.mapping
    said = []
    if mapping.cpr:
        said.append(words.text("importing.notes.cpr", columns=_listed(mapping.cpr, words)))
    if mapping.phone:
        said.append(words.text("importing.notes.phone", columns=_listed(mapping.phone, words)))
    return said + remarks(plan, words)


def remarks(plan: ImportPlan, words: Words) -> list[str]:
    """Return what is worth knowing about how the file was read: CPR numbers taken out, doubtful columns, letters."""
    mapping, table = plan.mapping, plan.table
    said = []
    if not table.rows:
        said.append(words.text("importing.notes.no_rows"))
    if table.cpr_rows:
        said.append(words.text("importing.notes.cpr_rows", rows=_numbers(table.cpr_rows)))
    for field, places in mapping.ambiguous.items():
        names = _listed([table.columns[place].header for place in places], words)
        meant = words.text(f"importing.fields.{field}")
        said.append(words.text("importing.notes.ambiguous", field=meant, columns=names))
    if not mapping.has_name:
        said.append(words.text(f"importing.notes.no_name_{plan.kind}"))
    used = {table.columns[place].header for place in mapping.fields.values()}
    if unused := [header for header in mapping.ignored if header not in used]:
        said.append(words.text("importing.notes.ignored", columns=_listed(unused, words)))
    if table.encoding and table.encoding != "UTF-8":
        said.append(words.text("importing.notes.encoding", encoding=table.encoding))
    if table.ragged:
        said.append(words.text("importing.notes.ragged", rows=_numbers(table.ragged)))
    return said


def _planned(
    draft: Any, match: Match[Record], kind: Callable[..., Record], with_draft: Callable[[Record, Any], Record]
) -> PlannedRow:
    before: Record = match.record if match.record is not None else kind(name=draft.name)
    after: Record = with_draft(before, draft)
    known_faults: set[str] = {fault.field for fault in draft.faults}
    faults = (*draft.faults, *match.faults, *(f for f in after.faults() if f.field not in known_faults))
    if faults:
        return PlannedRow(draft.row, Status.ERROR, draft.name, after, (), faults, draft.warnings)
    if match.record is None:
        return PlannedRow(draft.row, Status.NEW, draft.name, after, (), (), draft.warnings)
    changed: tuple[str, ...] = tuple(
        name for name in before.__dataclass_fields__ if getattr(before, name) != getattr(after, name)
    )
    status = Status.CHANGED if changed else Status.UNCHANGED
    # What is missing in the file may be known already; then there is nothing to warn of.
    missing: tuple[Fault, ...] = tuple(
        w for w in draft.warnings if getattr(after, w.field, None) is None or w.code != "hours_missing"
    )
    warnings = (*missing, *(match.warnings if "name" in changed else ()))
    return PlannedRow(draft.row, status, after.name, after, changed, (), warnings, before)


def _shown(name: str, value: Any, words: Words) -> str:
    if value is None or value in ("", ()):
        return words.text("importing.change.nothing")
    if isinstance(value, date):
        return words.text("importing.change.day", day=value)
    if name in ("weekly_hours", "hours_per_week"):
        return hours_text(value, words)
    if isinstance(value, Scope):
        return words.text(f"importing.change.scope.{value}")
    if name == "legal_ceiling":
        return words.text("importing.change.rung", rung=value)
    if isinstance(value, int):
        return words.text(f"anchors.{name}.{value}")
    texts = [line.text for line in value] if isinstance(value, tuple) else [value]
    return ", ".join(words.text("importing.change.text", text=" ".join(text.split())) for text in texts)


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


def _listed(names: Sequence[str], words: Words) -> str:
    if len(names) < 2:
        return "".join(names)
    return words.text("importing.notes.and", first=", ".join(names[:-1]), last=names[-1])


def _numbers(rows: Sequence[int]) -> str:
    return ", ".join(map(str, rows[:_MOST_ROWS_NAMED])) + (" …" if len(rows) > _MOST_ROWS_NAMED else "")
