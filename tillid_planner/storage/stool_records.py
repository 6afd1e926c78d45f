"""Notes on the stool, the leader's own actions and occasions in and out of a workspace."""

from __future__ import annotations

from datetime import date

from tillid_planner.domain.changes import Kind
from tillid_planner.domain.errors import NotFound
from tillid_planner.domain.occasion import Occasion
from tillid_planner.domain.own_action import OwnAction
from tillid_planner.domain.stool import StoolNote
from tillid_planner.storage.database import Database
from tillid_planner.storage.rows import from_row, to_row

_ID = frozenset({"id"})


class StoolNotes:
    """Notes on the six lengths."""

    def __init__(self, database: Database) -> None:
        self._db = database

    def all(self) -> list[StoolNote]:
        """Return every note, newest first."""
        rows = self._db.rows("SELECT * FROM stool_note ORDER BY written_on DESC, id DESC")
        return [from_row(StoolNote, row) for row in rows]

    def get(self, note_id: int) -> StoolNote:
        """Return one note; raise ``NotFound``."""
        rows = self._db.rows("SELECT * FROM stool_note WHERE id = ?", (note_id,))
        if not rows:
            raise NotFound
        return from_row(StoolNote, rows[0])

    def put(self, note: StoolNote) -> None:
        """Store a note, new or changed."""
        row = to_row(note, without=_ID)
        if note.id is None:
            self._db.insert(Kind.STOOL_NOTE, row)
        else:
            self._db.update(Kind.STOOL_NOTE, note.id, row)

    def remove(self, note_id: int) -> None:
        """Delete a note."""
        self._db.delete(Kind.STOOL_NOTE, note_id)


class OwnActions:
    """What the leader has decided to do."""

    def __init__(self, database: Database) -> None:
        self._db = database

    def all(self) -> list[OwnAction]:
        """Return every action by the day it is due, also those done or dropped."""
        return [from_row(OwnAction, row) for row in self._db.rows("SELECT * FROM own_action ORDER BY due_on, id")]

    def get(self, action_id: int) -> OwnAction:
        """Return one action; raise ``NotFound``."""
        rows = self._db.rows("SELECT * FROM own_action WHERE id = ?", (action_id,))
        if not rows:
            raise NotFound
        return from_row(OwnAction, rows[0])

    def put(self, action: OwnAction) -> None:
        """Store an action, new or changed."""
        row = to_row(action, without=_ID)
        if action.id is None:
            self._db.insert(Kind.OWN_ACTION, row)
        else:
            self._db.update(Kind.OWN_ACTION, action.id, row)


class Occasions:
    """Occasions for trust."""

    def __init__(self, database: Database) -> None:
        self._db = database

    def all(self) -> list[Occasion]:
        """Return every occasion in the order they were written, also those dropped or turned into tasks."""
        return [from_row(Occasion, row) for row in self._db.rows("SELECT * FROM occasion ORDER BY written_on, id")]

    def get(self, occasion_id: int) -> Occasion:
        """Return one occasion; raise ``NotFound``."""
        rows = self._db.rows("SELECT * FROM occasion WHERE id = ?", (occasion_id,))
        if not rows:
            raise NotFound
        return from_row(Occasion, rows[0])

    def put(self, occasion: Occasion) -> None:
        """Store an occasion, new or changed."""
        row = to_row(occasion, without=_ID)
        if occasion.id is None:
            self._db.insert(Kind.OCCASION, row)
        else:
            self._db.update(Kind.OCCASION, occasion.id, row)


class StoolCounts:
    """Numbers the plan knows of what is fixed in the frames."""

    def __init__(self, database: Database) -> None:
        self._db = database

    def rules_of_teams(self, today: date) -> dict[int, int]:
        """Return how many ground rules, not red lines, are in force today, by the id of the team whose they are."""
        rows = self._db.rows(
            "SELECT team_id, count(*) AS n FROM ground_rule WHERE team_id IS NOT NULL AND kind <> 'red_line'"
            " AND (ended_on IS NULL OR ended_on > ?) GROUP BY team_id",
            (today.isoformat(),),
        )
        return {int(row["team_id"]): int(row["n"]) for row in rows}

    def controls_of_others(self, today: date) -> int:
        """Return how many controls that others demand have not ended by today."""
        rows = self._db.rows(
            "SELECT count(*) AS n FROM control WHERE demanded_by <> 'us' AND (ended_on IS NULL OR ended_on > ?)",
            (today.isoformat(),),
        )
        return int(rows[0]["n"])
