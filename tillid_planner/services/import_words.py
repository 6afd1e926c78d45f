"""What an import says: about each row, about the file, and what is to be answered."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from tillid_planner.content import Words
from tillid_planner.domain.errors import Fault
from tillid_planner.domain.task import Scope
from tillid_planner.services.export import hours_text
from tillid_planner.services.importing import ImportPlan, PlannedRow, Status

_MOST_NAMED = 10


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
    left_out = (row.left_out,) if row.left_out is not None else ()
    return " ".join(fault_text(fault, words) for fault in (*row.faults, *left_out, *row.warnings))


def fault_text(fault: Fault, words: Words) -> str:
    """Return one fault as a sentence: the import's own words, or those of every form."""
    for key in (f"importing.row.{fault.code}", f"faults.{fault.code}"):
        if key in words:
            named = f"importing.fields.{fault.field}"
            field = words.text(named) if named in words else ""
            params = dict(fault.params)
            if isinstance(hours := params.get("hours"), float):
                params["hours"] = hours_text(hours, words)
            text = words.text(key, **params, field=field)
            return f"{field}: {text}" if key.startswith("faults.") and field else text
    return words.text("importing.row.unreadable")


def notes(plan: ImportPlan, words: Words) -> list[str]:
    """Return what there is to say about the file as a whole: columns left out on purpose, then all remarks."""
    return left_out_columns(plan, words) + remarks(plan, words)


def left_out_columns(plan: ImportPlan, words: Words) -> list[str]:
    """Return which columns are left out on purpose, and why: CPR and phone numbers."""
    by_numbers = [column.header for column in plan.table.columns if column.by_numbers]
    by_header = [header for header in plan.mapping.cpr if header not in by_numbers]
    return [
        words.text(f"importing.notes.{note}", columns=_listed(columns, words))
        for note, columns in (("cpr", by_header), ("like_cpr", by_numbers), ("phone", plan.mapping.phone))
        if columns
    ]


def remarks(plan: ImportPlan, words: Words) -> list[str]:
    """Return what is worth knowing about how the file was read, and what is still to be answered."""
    mapping, table = plan.mapping, plan.table

    def say(note: str, **params: object) -> None:
        said.append(words.text(f"importing.notes.{note}", **params))

    def header(field: str) -> str:
        return table.columns[mapping.fields[field]].header

    said: list[str] = []
    used = set(mapping.fields.values())
    if not table.rows:
        say("no_rows")
    if rows := sorted({row for row, at in table.cpr_cells if at in used}):
        say("cpr_rows", rows=_numbers(rows))
    for question in questions(plan):
        say(question.note, **question.params(words))
    for field in mapping.guessed:
        say("guessed", field=words.text(f"importing.fields.{field}"), column=header(field))
    if mapping.shifts:
        say("shifts")
    if table.matrix:
        say(f"matrix_{plan.kind}")
    if mapping.remembered:
        say("remembered")
    hidden = sum(row.hidden for row in table.rows)
    if hidden:
        say("hidden", count=hidden)
    if plan.missing:
        most = plan.missing[:_MOST_NAMED]
        more = len(plan.missing) - len(most)
        say("missing_more" if more else "missing", names=", ".join(most), more=more)
    if unused := [name for name in mapping.ignored if name not in {table.columns[at].header for at in used}]:
        say("ignored", columns=_listed(unused, words))
    if table.encoding and table.encoding != "UTF-8":
        say("encoding", encoding=table.encoding)
    if table.repaired:
        say("repaired")
    if table.ragged:
        say("ragged", rows=_numbers(table.ragged))
    return said


@dataclass(frozen=True, slots=True)
class Question:
    """Something about the columns that only the leader can answer: ``columns`` are those it is about."""

    note: str
    field: str
    columns: tuple[str, ...]

    def params(self, words: Words) -> dict[str, str]:
        """Return what its sentence is filled in with."""
        meant = words.text(f"importing.fields.{self.field}")
        return {"field": meant, "columns": _listed(self.columns, words)}


def questions(plan: ImportPlan) -> list[Question]:
    """Return what is to be answered about the columns of a file before all of it can be read."""
    mapping, columns = plan.mapping, plan.table.columns

    def named(places: Iterable[int]) -> tuple[str, ...]:
        return tuple(columns[at].header for at in places)

    found = [Question("ambiguous", field, named(places)) for field, places in mapping.ambiguous.items()]
    if not mapping.has_name and "name" not in mapping.ambiguous:
        free = (at for at, column in enumerate(columns) if column.header and not column.cpr)
        found.append(Question(f"no_name_{plan.kind}", "name", named(free)))
    for at in mapping.asked_days:
        field = next(field for field, place in mapping.fields.items() if place == at)
        found.append(Question("day_or_month", field, named([at])))
    if mapping.asks_full_time:
        found.append(Question("full_time", "weekly_hours", named([mapping.fields["weekly_hours"]])))
    return found


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


def _listed(names: Sequence[str], words: Words) -> str:
    # «Medarb.nr.» at the end of a sentence would end it twice.
    names = [" ".join(name.split()).rstrip(".") for name in names]
    if len(names) < 2:
        return "".join(names)
    return words.text("importing.notes.and", first=", ".join(names[:-1]), last=names[-1])


def _numbers(rows: Sequence[int]) -> str:
    return ", ".join(map(str, rows[:_MOST_NAMED])) + (" …" if len(rows) > _MOST_NAMED else "")
