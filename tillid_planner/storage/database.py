"""An open database: units of work, each with its inverse, its audit entry and its list of changes."""

from __future__ import annotations

import contextlib
import hashlib
import json
import threading
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

import tillid_planner
from tillid_planner.domain.changes import Changes, Kind
from tillid_planner.storage import driver, migrations, triggers
from tillid_planner.storage.errors import Damaged, NewerSchema, told

#: More steps than anyone takes back; bounds the memory of a long day.
UNDO_STEPS = 200
#: What the program itself keeps account of. No step of undo may hold it, so no act that can be undone touches it.
BOOKKEEPING = frozenset({Kind.VISIT, Kind.CALENDAR_ENTRY, Kind.TALK_PLACE})
#: Columns that hold words although they are named like a day.
WORDS_NAMED_LIKE_DAYS = frozenset({("task", "depends_on")})


@dataclass(frozen=True, slots=True)
class Step:
    """One unit of work that can be taken back: its label, what it touched, and the statements that undo it."""

    label: str
    changes: Changes
    inverse: tuple[str, ...]


class UnitOfWork:
    """One act while it runs; ``changes`` is complete when the ``with`` block has ended."""

    def __init__(self, label: str) -> None:
        self.label = label
        self.changes = Changes(label)


class Database:
    """One connection and what belongs to it.

    Reading is ``rows``; writing is only possible inside ``act``. Driver errors become ``StorageError``s.
    """

    def __init__(self, connection: Any, on_stored: Callable[[int], None] | None = None) -> None:
        """Take the connection; ``on_stored`` gets the number of acts when one is committed, before it is told."""
        self._connection = connection
        self._on_stored = on_stored
        self._acts: int | None = None
        self._reserved: dict[Kind, int] = {}
        self._counts = False
        self._db = driver.database(connection)
        self._undo: list[Step] = []
        self._redo: list[Step] = []
        self._acting = False
        #: Held by whoever uses the connection: a backup in another thread never meets half an act.
        self.lock = threading.RLock()

    @property
    def connection(self) -> Any:
        """The connection itself, for backups and checks."""
        return self._connection

    @property
    def version(self) -> int:
        """The schema version of the file; 0 when it is empty."""
        return int(self._connection.execute("PRAGMA user_version").fetchone()[0])

    @property
    def content_mark(self) -> tuple[int, int] | None:
        """What stays the same as long as nothing is written; None inside an act, which may be rolled back."""
        with self.lock, told():
            return None if self._acting else (id(self._connection), self._connection.total_changes)

    @property
    def undo_label(self) -> str | None:
        """The label of the act that ``undo`` would take back."""
        return self._undo[-1].label if self._undo else None

    @property
    def redo_label(self) -> str | None:
        """The label of the act that ``redo`` would do again."""
        return self._redo[-1].label if self._redo else None

    def prepare(self) -> None:
        """Bring the schema up to date and set up undo; raise ``NewerSchema`` if a newer version wrote it."""
        with told():
            if self.version > migrations.VERSION:
                raise NewerSchema(needed=self.written_by())
            if migrations.pending(self.version):
                migrations.migrate(self._db)
                # An older program refuses the new schema by the name of the version that can read it.
                self._connection.execute("UPDATE workspace SET written_by = ?", (tillid_planner.__version__,))
            triggers.install(self._connection)

    def rows(self, sql: str, parameters: Sequence[Any] | dict[str, Any] = ()) -> list[dict[str, Any]]:
        """Return the rows of a query as dictionaries."""
        with self.lock, told():
            cursor = self._connection.execute(sql, parameters)
            names = [column[0] for column in cursor.description]
            return [dict(zip(names, row, strict=True)) for row in cursor.fetchall()]

    def tuples(self, sql: str) -> list[tuple[Any, ...]]:
        """Return the rows of a query as they come; for long lists, where dictionaries would cost too much."""
        with self.lock, told():
            return list(self._connection.execute(sql).fetchall())

    def insert(self, kind: Kind, row: dict[str, Any]) -> int:
        """Insert a row and return its id."""
        self._require_act()
        reserved = self._reserved.get(kind, 0)
        if reserved and row.get("id") is None:
            highest = self._connection.execute(f"SELECT ifnull(max(id), 0) FROM {kind.value}").fetchone()[0]
            if highest < reserved:
                row = {**row, "id": reserved + 1}
        # Written out, because sqlite-utils reads the schema at every insert, and an edit waits for this one.
        marks = ", ".join("?" * len(row))
        sql = f"INSERT INTO {kind.value} ({', '.join(row)}) VALUES ({marks})"
        return int(self._connection.execute(sql, tuple(row.values())).lastrowid)

    def reserve(self, removed: Iterable[tuple[Kind, int]]) -> None:
        """Never give the numbers of these records to new ones: a list that deletes them may come back with a copy."""
        for kind, record in removed:
            self._reserved[kind] = max(record, self._reserved.get(kind, 0))

    def update(self, kind: Kind, record: int, row: dict[str, Any]) -> None:
        """Change columns of one row."""
        self._require_act()
        changes = ", ".join(f"{column} = ?" for column in row)
        self._connection.execute(f"UPDATE {kind.value} SET {changes} WHERE id = ?", (*row.values(), record))

    def delete(self, kind: Kind, record: int) -> None:
        """Delete one row, and what hangs on it."""
        self._require_act()
        self._connection.execute(f"DELETE FROM {kind.value} WHERE id = ?", (record,))

    @contextlib.contextmanager
    def act(self, label: str, *, undoable: bool = True) -> Iterator[UnitOfWork]:
        """Run one unit of work: all of it is stored, or nothing.

        Acts nest: the outermost gives the label and the single step of undo. An act that is not *undoable* is no
        step of undo and never inside another; the steps there are stay if it touches the tables in ``BOOKKEEPING``
        alone, and are dropped otherwise. No undoable act touches those. Raises RuntimeError where that does not hold.
        """
        with self.lock:
            if self._acting:
                if not undoable:
                    message = "an act that cannot be undone inside another"
                    raise RuntimeError(message)
                work, start = UnitOfWork(label), self._log_length()
                yield work
                work.changes = _changes(label, self._log(since=start))
                return
            yield from self._act(label, undoable)

    def _act(self, label: str, undoable: bool) -> Iterator[UnitOfWork]:
        work = UnitOfWork(label)
        with told():
            self._acting = True
            try:
                with self._transaction():
                    yield work
                    step = self._finish(label)
                    if undoable:
                        _require_no_bookkeeping(step.changes)
            finally:
                self._acting = False
        self._tell_stored()
        work.changes = step.changes
        if not step.changes or (not undoable and step.changes.kinds <= BOOKKEEPING):
            return
        self._redo.clear()
        if undoable:
            self._undo.append(step)
            del self._undo[:-UNDO_STEPS]
        else:
            self.forget()

    def note(self, label: str, *about: tuple[Kind, int]) -> None:
        """Add to the log that something was done that changes no record; it is no step of undo.

        ``about`` are the records it was about, by kind and number alone.
        """
        with self.lock, told():
            with self._db.atomic():
                self._audit(label, Changes(label, frozenset(about)))
            self._tell_stored()

    @contextlib.contextmanager
    def aside(self) -> Iterator[Any]:
        """Give the connection for writing what is no act, all of it or nothing: no step of undo, no audit entry.

        Inside an act it is part of the act. Only tables that undo does not watch may be written.
        """
        with self.lock, told():
            if self._acting:
                yield self._connection
                return
            with self._db.atomic():
                yield self._connection

    def undo(self) -> Changes:
        """Take the latest act back and return what changed; nothing to undo gives empty changes."""
        return self._replay(self._undo, self._redo, "undo")

    def redo(self) -> Changes:
        """Do the latest act that was taken back again."""
        return self._replay(self._redo, self._undo, "redo")

    def forget(self) -> None:
        """Drop all undo steps, with the words in them."""
        self._undo.clear()
        self._redo.clear()

    def check(self) -> list[str]:
        """Return the codes of everything found wrong: pages, structure, references, the audit chain."""
        found: list[str] = []
        try:
            with self.lock, told():
                found += self._problems()
        except Damaged:
            # So much is broken that the checks themselves cannot read on.
            found.append("damaged")
        return found

    def reconnect(self, connection: Any) -> None:
        """Go on with another connection to the same data; undo is dropped. The one before is closed already."""
        self.forget()
        self._connection = connection
        self._db = driver.database(connection)
        self.prepare()

    def close(self) -> None:
        """Write everything into the file, drop undo and close; closing twice does nothing."""
        self.forget()
        # Closed under the lock: a backup that waited for it would else begin on a connection that is just going.
        with self.lock:
            with contextlib.suppress(Exception):
                # A checkpoint that fails loses nothing: the log stays and is read at the next start.
                self._connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
            self._connection.close()

    def acts(self) -> tuple[int, str]:
        """Return how many acts are in the log and the time of the latest (ISO, UTC, «» for none).

        What the program keeps account of by itself is no act.
        """
        acts = " AND ".join(f"""records NOT GLOB '[[][[]"{kind.value}"*'""" for kind in sorted(BOOKKEEPING))
        ((count, at),) = self.tuples(f"SELECT count(*), max(at) FROM audit WHERE {acts}")
        return int(count), str(at or "")

    def acts_since(self, label: str) -> list[tuple[str, str]]:
        """Return the acts after the latest one of a label, as they are in the log: label, and records in JSON."""
        rows = self.rows(
            "SELECT act, records FROM audit WHERE id > (SELECT ifnull(max(id), 0) FROM audit WHERE act = ?)"
            " ORDER BY id",
            (label,),
        )
        return [(row["act"], row["records"]) for row in rows]

    def recover(self) -> None:
        """Write what a log left by a cut-off run holds into the file."""
        with self.lock, told():
            self._connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")

    def _tell_stored(self) -> None:
        if self._on_stored is None:
            return
        if self._acts is None:
            self._acts = self.acts()[0]
        elif self._counts:
            self._acts += 1
        self._counts = False
        self._on_stored(self._acts)

    def _require_act(self) -> None:
        if not self._acting:
            message = "a write outside a unit of work"
            raise RuntimeError(message)

    @contextlib.contextmanager
    def _transaction(self) -> Iterator[None]:
        with self._db.atomic():
            self._connection.execute("PRAGMA defer_foreign_keys = ON")
            self._connection.execute("DELETE FROM temp.undo_log")
            self._counts = False
            yield

    def _finish(self, label: str) -> Step:
        log = self._log(since=0)
        self._connection.execute("DELETE FROM temp.undo_log")
        changes = _changes(label, log)
        if log:
            self._audit(label, changes)
        return Step(label, changes, tuple(sql for _, _, sql in log))

    def _problems(self) -> Iterator[str]:
        if self._connection.execute("PRAGMA cipher_integrity_check").fetchall():
            yield "damaged_page"
        if self._connection.execute("PRAGMA integrity_check").fetchall() != [("ok",)]:
            yield "damaged_structure"
        if self._connection.execute("PRAGMA foreign_key_check").fetchall():
            yield "broken_reference"
        if self.version and not self._audit_holds():
            yield "broken_audit"
        if self._has_bad_days():
            yield "bad_value"

    def _has_bad_days(self) -> bool:
        """Whether a column of days or times holds something that is none; no rule of SQLite's own finds that."""
        for (table,) in self._connection.execute("SELECT name FROM sqlite_schema WHERE type = 'table'").fetchall():
            columns = [row[1] for row in self._connection.execute(f'PRAGMA table_info("{table}")')]
            days = [c for c in columns if c.endswith("_on") and (table, c) not in WORDS_NAMED_LIKE_DAYS]
            wrong = [f"({c} <> '' AND (date({c}) IS NOT {c} OR {c} < '0001'))" for c in days]
            wrong += [f"({c} <> '' AND datetime({c}) IS NULL)" for c in columns if c.endswith("_at")]
            where = " OR ".join(wrong)
            if wrong and self._connection.execute(f'SELECT 1 FROM "{table}" WHERE {where} LIMIT 1').fetchone():
                return True
        return False

    def _log(self, since: int) -> list[tuple[str, int, str]]:
        rows = self._connection.execute(
            "SELECT kind, record, sql FROM temp.undo_log WHERE seq > ? ORDER BY seq DESC", (since,)
        )
        return list(rows.fetchall())

    def _log_length(self) -> int:
        return int(self._connection.execute("SELECT ifnull(max(seq), 0) FROM temp.undo_log").fetchone()[0])

    def _replay(self, source: list[Step], target: list[Step], act: str) -> Changes:
        if not source:
            return Changes()
        step = source[-1]
        with self.lock, told(), self._transaction():
            for statement in step.inverse:
                self._connection.execute(statement)
            inverse = self._finish(f"{act}:{step.label}")
        self._tell_stored()
        source.pop()
        target.append(Step(step.label, inverse.changes, inverse.inverse))
        return Changes(step.label, inverse.changes.records)

    def _audit(self, label: str, changes: Changes) -> None:
        last = self._connection.execute("SELECT hash FROM audit ORDER BY id DESC LIMIT 1").fetchone()
        at = datetime.now(UTC).isoformat(timespec="seconds")
        records = json.dumps(sorted([kind.value, record] for kind, record in changes.records))
        previous = last[0] if last else ""
        self._connection.execute(
            "INSERT INTO audit (at, act, records, previous, hash) VALUES (?, ?, ?, ?, ?)",
            (at, label, records, previous, _chained(previous, at, label, records)),
        )
        self._counts = not changes or bool(changes.kinds - BOOKKEEPING)

    def _audit_holds(self) -> bool:
        previous = ""
        for at, act, records, before, value in self._connection.execute(
            "SELECT at, act, records, previous, hash FROM audit ORDER BY id"
        ):
            if before != previous or value != _chained(previous, at, act, records):
                return False
            previous = value
        return True

    def written_by(self) -> str:
        """Return the version of the program that wrote the schema; «?» if it does not say."""
        try:
            row = self._connection.execute("SELECT written_by FROM workspace").fetchone()
        except Exception:
            row = None
        return str(row[0]) if row else "?"


def _require_no_bookkeeping(changes: Changes) -> None:
    # A step of undo that held such a row would put an old one in the place of what was noted since.
    if misplaced := changes.kinds & BOOKKEEPING:
        message = f"{changes.label}: {', '.join(sorted(misplaced))} in an act that can be undone"
        raise RuntimeError(message)


def _changes(label: str, log: list[tuple[str, int, str]]) -> Changes:
    return Changes(label, frozenset((Kind(kind), int(record)) for kind, record, _ in log))


def _chained(previous: str, at: str, act: str, records: str) -> str:
    return hashlib.sha256("\n".join((previous, at, act, records)).encode()).hexdigest()
