"""Breach cases in and out of a workspace, with everything that hangs on them; and what is learned and deleted."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from datetime import date
from typing import Any

from tillid_planner.domain.breach import Breach, BreachCase, Control, Criterion, Fact, FormerClosing, LeadOut, Measure
from tillid_planner.domain.case import Cause
from tillid_planner.domain.changes import Kind
from tillid_planner.domain.errors import NotFound
from tillid_planner.domain.learning import Learning, Receipt
from tillid_planner.storage.database import Database
from tillid_planner.storage.rows import from_row, known_id, to_row

_ID = frozenset({"id"})
#: The fields of a case that are rows of other tables.
_ELSEWHERE = frozenset(
    {"id", "more_facts", "own_notes", "measures", "controls", "criteria", "led_out", "other_causes", "former_closings"}
)
_PARTS: Mapping[Kind, Any] = {
    Kind.BREACH_FACT: Fact,
    Kind.BREACH_MEASURE: Measure,
    Kind.BREACH_CONTROL: Control,
    Kind.BREACH_CRITERION: Criterion,
    Kind.BREACH_CLOSING: FormerClosing,
}
_ORDER = {
    Kind.BREACH_FACT: "happened_on, id",
    Kind.BREACH_MEASURE: "kind, id",
    Kind.BREACH_CONTROL: "starts_on, id",
    Kind.BREACH_CRITERION: "id",
    Kind.BREACH_CLOSING: "id",
}

Part = Fact | Measure | Control | Criterion


class Breaches:
    """Breaches without what hangs on them, as the rule reads them."""

    def __init__(self, database: Database) -> None:
        self._db = database

    def all(self) -> list[Breach]:
        """Return every breach, oldest first."""
        return [from_row(Breach, row) for row in self._db.rows("SELECT * FROM breach ORDER BY happened_on, id")]

    def of_assignee(self, assignee_id: int) -> list[Breach]:
        """Return the breaches of one person or team, oldest first."""
        rows = self._db.rows("SELECT * FROM breach WHERE assignee_id = ? ORDER BY happened_on, id", (assignee_id,))
        return [from_row(Breach, row) for row in rows]

    def add(self, breach: Breach) -> int:
        """Store a breach and return its id."""
        return self._db.insert(Kind.BREACH, to_row(breach))


class BreachCases:
    """Whole cases."""

    def __init__(self, database: Database) -> None:
        self._db = database

    def all(self) -> list[BreachCase]:
        """Return every case, oldest first."""
        return self._read("1", ())

    def of_assignee(self, assignee_id: int) -> list[BreachCase]:
        """Return the cases of one person or team, oldest first."""
        return self._read("assignee_id = ?", (assignee_id,))

    def get(self, case_id: int) -> BreachCase:
        """Return one case; raise ``NotFound``."""
        found = self._read("id = ?", (case_id,))
        if not found:
            raise NotFound
        return found[0]

    def add(self, case: BreachCase, *, above: int = 0) -> int:
        """Store a new case and return its id, which is above ``above``: a deleted one's number is not used again."""
        highest = self._db.rows("SELECT ifnull(max(id), 0) AS id FROM breach")[0]["id"]
        return self._db.insert(Kind.BREACH, {"id": max(int(highest), above) + 1} | _row(case))

    def save(self, case: BreachCase) -> None:
        """Store the case's own fields (not its parts) as they are now; only what differs is written."""
        new, old = _row(case), _row(self.get(case.id or 0))
        changed = {name: value for name, value in new.items() if value != old[name]}
        if changed:
            self._db.update(Kind.BREACH, case.id or 0, changed)

    def remove(self, case_id: int) -> None:
        """Delete a case and everything that hangs on it."""
        self._db.delete(Kind.BREACH, case_id)

    def put_part(self, case_id: int, kind: Kind, part: Part | FormerClosing) -> int:
        """Store a part of a case (fact, measure, control, criterion, former closing), new or changed; return its id."""
        if part.id is None:
            return self._db.insert(kind, to_row(part) | {"breach_id": case_id})
        self._db.update(kind, part.id, to_row(part, without=_ID))
        return part.id

    def remove_part(self, kind: Kind, record: int) -> None:
        """Delete a fact, measure, control or criterion."""
        self._db.delete(kind, record)

    def put_own_note(self, case_id: int, question: str, text: str) -> None:
        """Store the leader's words to herself on one question; an empty text deletes them."""
        where = (case_id, question)
        found = self._db.rows("SELECT id FROM breach_own_note WHERE breach_id = ? AND question = ?", where)
        if found and text:
            self._db.update(Kind.BREACH_OWN_NOTE, found[0]["id"], {"text": text})
        elif found:
            self._db.delete(Kind.BREACH_OWN_NOTE, found[0]["id"])
        elif text:
            self._db.insert(Kind.BREACH_OWN_NOTE, {"breach_id": case_id, "question": question, "text": text})

    def tick(self, case_id: int, item: LeadOut, done_on: date | None) -> None:
        """Note the day one thing was done before the case leaves; None takes the tick away."""
        found = self._db.rows("SELECT id FROM breach_lead_out WHERE breach_id = ? AND item = ?", (case_id, item.value))
        if done_on is None:
            for row in found:
                self._db.delete(Kind.BREACH_LEAD_OUT, row["id"])
        elif found:
            self._db.update(Kind.BREACH_LEAD_OUT, found[0]["id"], {"done_on": done_on.isoformat()})
        else:
            self._db.insert(
                Kind.BREACH_LEAD_OUT, {"breach_id": case_id, "item": item.value, "done_on": done_on.isoformat()}
            )

    def _read(self, where: str, values: tuple[Any, ...]) -> list[BreachCase]:
        rows = self._db.rows(f"SELECT * FROM breach WHERE {where} ORDER BY happened_on, id", values)
        if not rows:
            return []
        among = f"breach_id IN (SELECT id FROM breach WHERE {where})"
        parts: dict[Kind, dict[int, list[Any]]] = {kind: defaultdict(list) for kind in _PARTS}
        for kind, record in _PARTS.items():
            for row in self._db.rows(f"SELECT * FROM {kind} WHERE {among} ORDER BY {_ORDER[kind]}", values):
                parts[kind][row["breach_id"]].append(from_row(record, row))
        notes: dict[int, list[tuple[str, str]]] = defaultdict(list)
        for row in self._db.rows(f"SELECT * FROM breach_own_note WHERE {among} ORDER BY id", values):
            notes[row["breach_id"]].append((row["question"], row["text"]))
        ticks: dict[int, list[tuple[LeadOut, date]]] = defaultdict(list)
        for row in self._db.rows(f"SELECT * FROM breach_lead_out WHERE {among} ORDER BY id", values):
            ticks[row["breach_id"]].append((LeadOut(row["item"]), date.fromisoformat(row["done_on"])))
        return [
            from_row(
                BreachCase,
                row,
                more_facts=tuple(parts[Kind.BREACH_FACT][row["id"]]),
                measures=tuple(parts[Kind.BREACH_MEASURE][row["id"]]),
                controls=tuple(parts[Kind.BREACH_CONTROL][row["id"]]),
                criteria=tuple(parts[Kind.BREACH_CRITERION][row["id"]]),
                own_notes=tuple(notes[row["id"]]),
                led_out=tuple(ticks[row["id"]]),
                former_closings=tuple(parts[Kind.BREACH_CLOSING][row["id"]]),
                other_causes=tuple(Cause(name) for name in row["other_causes"].split()),
            )
            for row in rows
        ]


class LearningLog:
    """The unit's learning: lines without names, tied to nobody."""

    def __init__(self, database: Database) -> None:
        self._db = database

    def all(self) -> list[Learning]:
        """Return every line, newest first."""
        rows = self._db.rows("SELECT * FROM learning ORDER BY written_on DESC, id DESC")
        return [from_row(Learning, row) for row in rows]

    def get(self, learning_id: int) -> Learning:
        """Return one line; raise ``NotFound``."""
        rows = self._db.rows("SELECT * FROM learning WHERE id = ?", (learning_id,))
        if not rows:
            raise NotFound
        return from_row(Learning, rows[0])

    def add(self, learning: Learning) -> int:
        """Store a line and return its id."""
        return self._db.insert(Kind.LEARNING, to_row(learning))

    def save(self, learning: Learning) -> None:
        """Store a line that exists already."""
        self._db.update(Kind.LEARNING, known_id(learning.id), to_row(learning, without=_ID))

    def remove(self, learning_id: int) -> None:
        """Delete a line."""
        self._db.delete(Kind.LEARNING, learning_id)


class Receipts:
    """That something was deleted, when and why; never what it said or whom it was about."""

    def __init__(self, database: Database) -> None:
        self._db = database

    def all(self) -> list[Receipt]:
        """Return every receipt, newest first."""
        rows = self._db.rows("SELECT * FROM receipt ORDER BY deleted_on DESC, id DESC")
        return [from_row(Receipt, row) for row in rows]

    def add(self, receipt: Receipt) -> int:
        """Store a receipt and return its id."""
        return self._db.insert(Kind.RECEIPT, to_row(receipt))


class TalkPlaces:
    """Where in a conversation the screen is, so that it comes back to the same word."""

    def __init__(self, database: Database) -> None:
        self._db = database

    def get(self) -> dict[str, Any] | None:
        """Return the place (breach_id, part, question, field, cursor) of the talk under way, or None."""
        rows = self._db.rows("SELECT breach_id, part, question, field, cursor FROM talk_place")
        return rows[0] if rows else None

    def put(self, place: dict[str, Any] | None) -> None:
        """Note the place, or that no talk is under way."""
        if self._db.rows("SELECT id FROM talk_place"):
            self._db.delete(Kind.TALK_PLACE, 1)
        if place is not None:
            self._db.insert(Kind.TALK_PLACE, {"id": 1} | place)


def _row(case: BreachCase) -> dict[str, Any]:
    return to_row(case, without=_ELSEWHERE) | {"other_causes": " ".join(case.other_causes)}
