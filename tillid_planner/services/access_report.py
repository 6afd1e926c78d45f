"""Everything the plan holds about one person or team, as text to read and as data: the answer to a request for access.

Every record about the person is in it, and every sentence elsewhere that names her; of others nothing, and their
names can be masked (design: law.md, F1).
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from tillid_planner.content import Words
from tillid_planner.domain.assignee import Assignee, Person
from tillid_planner.domain.breach_watch import delete_on
from tillid_planner.domain.changes import Kind
from tillid_planner.domain.known_names import KnownNames
from tillid_planner.services.rule_kept import rule_in_words
from tillid_planner.storage.breach_records import BreachCases
from tillid_planner.storage.draft_records import DraftRecords
from tillid_planner.storage.register_records import Assignees, Tasks
from tillid_planner.storage.subject_records import SubjectRecords, SubjectRow
from tillid_planner.storage.workspace import Workspace

#: What the leader thinks, not what happened; marked so in the report.
ASSESSMENTS = frozenset({Kind.RATING, Kind.PAIR})
_OF_A_CASE = frozenset(kind for kind in Kind if kind.value.startswith("breach"))
#: Where the words of a case's values stand, by column.
_CASE_WORDS = {
    "cause": "cause.{}.name",
    "leader_cause": "cause.{}.name",
    "employee_cause": "cause.{}.name",
    "status": "status.{}",
    "track": "track.{}.name",
    "outcome": "outcome.{}.name",
    "fact_source": "source.{}",
    "source": "source.{}",
    "owner": "owner.{}",
    "kind": "measure.{}",
    "item": "lead_out.item.{}.name",
    "question": "own_part.question.{}",
}
_UNSAID = frozenset({"id"})
_SENTENCE = re.compile(r"[^.!?\n]*[.!?]*")
_DATE = re.compile(r"\d{4}-\d{2}-\d{2}")


@dataclass(frozen=True, slots=True)
class Entry:
    """One record: its lines of label and text, and whether it is an assessment."""

    lines: tuple[tuple[str, str], ...]
    assessment: bool


@dataclass(frozen=True, slots=True)
class Section:
    """All records of one kind."""

    title: str
    entries: tuple[Entry, ...]


@dataclass(frozen=True, slots=True)
class Mention:
    """A sentence elsewhere that names somebody: the table and field in words, the text, and its row."""

    where: str
    text: str
    row: SubjectRow


@dataclass(frozen=True, slots=True)
class Report:
    """The whole report in words; ``mentions`` are sentences elsewhere, each with where it stands.

    ``drafts`` counts what stands half-typed, by the form it stands in.
    """

    name: str
    made_on: date
    purpose: str
    sections: tuple[Section, ...]
    mentions: tuple[tuple[str, str], ...]
    drafts: tuple[str, ...]
    exports: tuple[str, ...]
    rule: tuple[str, ...]


class AccessReports:
    """Makes the report; what is read here changes nothing, and that it left is logged without contents."""

    def __init__(self, workspace: Workspace, today: Callable[[], date]) -> None:
        self._db = workspace.database
        self._today = today
        self._subject = SubjectRecords(self._db)
        self._assignees, self._tasks = Assignees(self._db), Tasks(self._db)
        self._drafts, self._cases = DraftRecords(self._db), BreachCases(self._db)

    def of(self, assignee_id: int, words: Words, *, mask_others: bool = True) -> Report:
        """Return the report about a person or team; raise ``NotFound``."""
        assignee = self._assignees.get(assignee_id)
        rows = self._subject.about(assignee_id)
        writer = self._writer(assignee, words, mask_others, rows)
        sections = []
        for kind in dict.fromkeys(row.kind for row in rows):
            entries = tuple(writer.entry(row, assignee_id) for row in rows if row.kind is kind)
            sections.append(Section(writer.label("tables", kind), entries))
        return Report(
            name=assignee.name,
            made_on=self._today(),
            purpose=words.text("access.purpose"),
            sections=tuple(sections),
            mentions=tuple((found.where, found.text) for found in self._mentions(assignee, rows, writer)),
            drafts=tuple(
                words.text("access.draft_line", form=words.text(f"access.drafts.{form}"), count=count)
                for form, count in self._drafts.counts_about(assignee_id).items()
            ),
            exports=tuple(_export(at, act, words) for at, act in self._subject.exports(assignee_id)),
            rule=(*words.texts("explanation.rule.sentences"), words.text("explanation.rule.note")),
        )

    def data(self, assignee_id: int, words: Words, *, mask_others: bool = True) -> bytes:
        """Return the same as JSON with every field as it is stored; raise ``NotFound``."""
        assignee = self._assignees.get(assignee_id)
        rows = self._subject.about(assignee_id)
        writer = self._writer(assignee, words, mask_others, rows)
        tables: dict[str, list[dict[str, Any]]] = {}
        for row in rows:
            tables.setdefault(row.kind.value, []).append(
                {name: writer.kept(value) for name, value in row.values.items()}
            )
        found = self._mentions(assignee, rows, writer)
        mentions = [{"where": mention.where, "text": mention.text} for mention in found]
        whole = {
            "made_on": self._today().isoformat(),
            "purpose": words.text("access.purpose"),
            "records": tables,
            "mentions": mentions,
            "drafts": self._drafts.counts_about(assignee_id),
            "exports": [list(entry) for entry in self._subject.exports(assignee_id)],
        }
        return json.dumps(whole, ensure_ascii=False, indent=1).encode()

    def mentions(self, assignee_id: int, words: Words) -> list[Mention]:
        """Return the sentences that name somebody in what is not about them, as they stand; raise ``NotFound``."""
        assignee = self._assignees.get(assignee_id)
        rows = self._subject.about(assignee_id)
        return list(self._mentions(assignee, rows, self._writer(assignee, words, False, rows)))

    def place_of(self, mention: Mention) -> dict[Kind, int]:
        """Return the numbers of the records a mention belongs to, by kind."""
        return self._subject.place_of(mention.row)

    def note(self, kind: str, way: str, assignee_id: int) -> None:
        """Log that a paper about somebody left, in which way, and by number whose; not what it said."""
        self._db.note(f"export_{kind}_{way}", (Kind.ASSIGNEE, assignee_id))

    def _writer(self, assignee: Assignee, words: Words, mask: bool, rows: Sequence[SubjectRow]) -> _Writer:
        return _Writer(
            self._others(assignee), self._tasks, self._assignees, words, mask, rows, self._deleted_on(assignee)
        )

    def _deleted_on(self, assignee: Assignee) -> dict[int, date]:
        """Return the day each case about somebody is deleted, by its number, where there is one."""
        left_on = assignee.ended_on if isinstance(assignee, Person) and assignee.left_by(self._today()) else None
        days = {case.id or 0: delete_on(case, left_on) for case in self._cases.of_assignee(assignee.id or 0)}
        return {number: day for number, day in days.items() if day is not None}

    def _others(self, assignee: Assignee) -> KnownNames:
        people = [person.name for person in self._assignees.people() if person.id != assignee.id]
        return KnownNames(people, without=[assignee.name])

    def _mentions(self, assignee: Assignee, own: Sequence[SubjectRow], writer: _Writer) -> Iterator[Mention]:
        others = [a.name for a in self._assignees.all() if a.id != assignee.id and not a.is_team]
        if assignee.is_team:
            known, parts = KnownNames([], [assignee.name]), [assignee.name]
        else:
            known, parts = KnownNames([assignee.name], without=others), assignee.name.split()
        # Two people of one name cannot be told apart by a part of it: then only the whole name is a mention.
        whole = assignee.name.casefold()
        inside = {(row.kind, row.values["id"]) for row in own}
        variants = {form for part in parts for form in (part, part.lower(), part.upper(), part.capitalize())}
        for row, column in self._subject.naming(variants):
            if (row.kind, row.values["id"]) in inside or column in _UNSAID:
                continue
            for sentence in _SENTENCE.findall(str(row.values[column])):
                if known.first_in(sentence) is not None or whole in sentence.casefold():
                    where = f"{writer.label('tables', row.kind)}, {writer.label('fields', column)}"
                    yield Mention(where, writer.masked(sentence.strip()), row)


class _Writer:
    """Puts stored values into words."""

    def __init__(
        self,
        others: KnownNames,
        tasks: Tasks,
        assignees: Assignees,
        words: Words,
        mask: bool,
        rows: Sequence[SubjectRow],
        deleted_on: Mapping[int, date],
    ) -> None:
        self._others, self._words, self._mask = others, words, mask
        self._deleted_on = deleted_on
        self._tasks = {task.id: task.name for task in tasks.all(archived=True)}
        self._names = {a.id: a for a in assignees.all()}
        self._agreements = {row.values["id"]: row.values for row in rows if row.kind is Kind.AGREEMENT}

    def label(self, group: str, key: str) -> str:
        """Return what a table or field is called; one nobody has named keeps its own name."""
        found = f"access.{group}.{key}"
        return self._words.text(found) if found in self._words else str(key).replace("_", " ")

    def masked(self, text: str) -> str:
        """Return a text with other people's names masked, if that is wanted."""
        return self._others.masked(text, self._words.text("access.somebody")) if self._mask else text

    def kept(self, value: Any) -> Any:
        """Return a stored value with other people's names masked, if that is wanted."""
        return self.masked(value) if isinstance(value, str) else value

    def entry(self, row: SubjectRow, assignee_id: int) -> Entry:
        """Return a record in lines; empty fields and the record's own number are left out."""
        lines = []
        kept = rule_in_words(row.values, self._words)
        for column, value in (row.values | kept).items():
            if column in _UNSAID or value in (None, "") or (column == "assignee_id" and value == assignee_id):
                continue
            lines.append((self._field(row.kind, column), self._said(row.kind, column, value)))
        if row.kind is Kind.BREACH and (day := self._deleted_on.get(row.values["id"])) is not None:
            lines.append((self._words.text("access.deleted_on"), full_day(day, self._words)))
        return Entry(tuple(lines), row.kind in ASSESSMENTS)

    def _field(self, kind: Kind, column: str) -> str:
        # A case has the words of its own page.
        named = str(self._words.section("breach.sheet").get(column, "")) if kind in _OF_A_CASE else ""
        if named and "{" not in named:
            return named
        own = f"access.fields_of.{kind}.{column}"
        return self._words.text(own) if own in self._words else self.label("fields", column)

    def _said(self, kind: Kind, column: str, value: Any) -> str:
        if kind in _OF_A_CASE and column in _CASE_WORDS:
            known = f"breach.{_CASE_WORDS[column].format(value)}"
            if known in self._words:
                return self._words.text(known)
        if column in ("task_id", "step_task_id"):
            return str(self._tasks.get(value, value))
        if column in ("team_id", "person_id", "assignee_id"):
            who = self._names.get(value)
            return self.masked(who.name) if who is not None else str(value)
        if column in ("rule_case", "rule_result"):
            return _flat(json.loads(value)) if str(value).startswith("{") else str(value)
        if column == "agreement_id" and value in self._agreements:
            return self._agreement(self._agreements[value])
        if isinstance(value, float):
            return _number(value, self._words)
        if isinstance(value, str):
            known = f"access.values.{column}.{value}"
            if known in self._words:
                return self._words.text(known)
            return _day(value, self._words) if _DATE.fullmatch(value) else self.masked(value)
        known = f"access.values.{column}.{value}"
        return self._words.text(known) if known in self._words else str(value)

    def _agreement(self, values: Mapping[str, Any]) -> str:
        task = str(self._tasks.get(values["task_id"], values["task_id"]))
        return f"{task}, {_day(values['agreed_on'], self._words)}"


def _number(value: float, words: Words) -> str:
    figure = f"{round(value, 2):.2f}".rstrip("0").rstrip(".")
    return figure.replace(".", words.text("export.decimal_point"))


def _day(text: str, words: Words) -> str:
    return full_day(date.fromisoformat(text), words)


def full_day(day: date, words: Words) -> str:
    """Return a day with its year, as it stands in a report that is kept."""
    return words.text("access.day", day=day.day, month=words.texts("export.months")[day.month - 1], year=day.year)


def _export(at: str, act: str, words: Words) -> str:
    key = f"acts.{act}"
    return f"{_day(at[:10], words)}: {words.text(key) if key in words else act}"


def _flat(value: Any) -> str:
    if isinstance(value, dict):
        return "; ".join(f"{name}: {_flat(part)}" for name, part in value.items() if part not in (None, [], {}))
    if isinstance(value, list):
        return ", ".join(_flat(part) for part in value)
    return str(value)
