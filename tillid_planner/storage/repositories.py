"""Records in and out of a workspace, one small class for each aggregate."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace
from datetime import date
from typing import Any

from tillid_planner.domain.agreement import Agreement, Leap
from tillid_planner.domain.assignee import Assignee, Person, Team
from tillid_planner.domain.breach import Breach
from tillid_planner.domain.changes import Kind
from tillid_planner.domain.comment import Comment
from tillid_planner.domain.errors import NotFound
from tillid_planner.domain.follow_up import FollowUp
from tillid_planner.domain.rating import Pair, Rating
from tillid_planner.domain.task import RedLine, Task
from tillid_planner.storage.database import Database
from tillid_planner.storage.rows import from_row, to_row

_ID = frozenset({"id"})


class Tasks:
    """The register of tasks, each with its red lines."""

    def __init__(self, database: Database) -> None:
        self._db = database

    def all(self, *, archived: bool = False) -> list[Task]:
        """Return the tasks, by id; archived ones only if asked for."""
        where = "" if archived else " WHERE archived_on IS NULL"
        lines: dict[int, list[RedLine]] = {}
        for row in self._db.rows("SELECT id, task_id, text, source, consequence FROM red_line ORDER BY id"):
            lines.setdefault(row["task_id"], []).append(from_row(RedLine, row))
        return [
            from_row(Task, row, red_lines=tuple(lines.get(row["id"], ())))
            for row in self._db.rows(f"SELECT * FROM task{where} ORDER BY id")
        ]

    def get(self, task_id: int) -> Task:
        """Return one task; raise ``NotFound``."""
        rows = self._db.rows("SELECT * FROM task WHERE id = ?", (task_id,))
        if not rows:
            raise NotFound
        lines = self._db.rows("SELECT * FROM red_line WHERE task_id = ? ORDER BY id", (task_id,))
        return from_row(Task, rows[0], red_lines=tuple(from_row(RedLine, line) for line in lines))

    def add(self, task: Task) -> int:
        """Store a new task with its red lines and return its id."""
        task_id = self._db.insert(Kind.TASK, to_row(task, without=frozenset({"red_lines", "id"})))
        for line in task.red_lines:
            self._db.insert(Kind.RED_LINE, to_row(line, without=_ID) | {"task_id": task_id})
        return task_id

    def save(self, task: Task) -> None:
        """Store the fields and red lines of a task that exist already; only what differs is written."""
        before = self.get(_known(task.id))
        new, old = (to_row(t, without=frozenset({"red_lines", "id"})) for t in (task, before))
        changed = {name: value for name, value in new.items() if value != old[name]}
        if changed:
            self._db.update(Kind.TASK, _known(task.id), changed)
        self._save_lines(_known(task.id), before.red_lines, task.red_lines)

    def remove(self, task_id: int) -> None:
        """Delete a task and everything that hangs on it."""
        self._db.delete(Kind.TASK, task_id)

    def _save_lines(self, task_id: int, before: tuple[RedLine, ...], after: tuple[RedLine, ...]) -> None:
        known = {line.id: line for line in before}
        kept = {line.id for line in after}
        for line in before:
            if line.id not in kept:
                self._db.delete(Kind.RED_LINE, _known(line.id))
        for line in after:
            if line.id is None or line.id not in known:
                self._db.insert(Kind.RED_LINE, to_row(line, without=_ID) | {"task_id": task_id})
            elif line != known[line.id]:
                self._db.update(Kind.RED_LINE, line.id, to_row(line, without=_ID))


class Assignees:
    """People and teams; their ids never meet."""

    def __init__(self, database: Database) -> None:
        self._db = database

    def all(self) -> list[Assignee]:
        """Return everybody and every team, by id."""
        members: dict[int, list[int]] = {}
        for row in self._db.rows("SELECT team_id, person_id FROM team_member ORDER BY person_id"):
            members.setdefault(row["team_id"], []).append(row["person_id"])
        return [
            _assignee(row, members.get(row["id"], [])) for row in self._db.rows("SELECT * FROM assignee ORDER BY id")
        ]

    def people(self) -> list[Person]:
        """Return the people, by id."""
        return [a for a in self.all() if isinstance(a, Person)]

    def teams(self) -> list[Team]:
        """Return the teams, by id."""
        return [a for a in self.all() if isinstance(a, Team)]

    def get(self, assignee_id: int) -> Assignee:
        """Return one person or team; raise ``NotFound``."""
        rows = self._db.rows("SELECT * FROM assignee WHERE id = ?", (assignee_id,))
        if not rows:
            raise NotFound
        members = self._db.rows(
            "SELECT person_id FROM team_member WHERE team_id = ? ORDER BY person_id", (assignee_id,)
        )
        return _assignee(rows[0], [row["person_id"] for row in members])

    def add(self, assignee: Assignee) -> int:
        """Store a new person or team and return its id."""
        new_id = self._db.insert(Kind.ASSIGNEE, _assignee_row(assignee))
        if isinstance(assignee, Team):
            self._set_members(new_id, assignee.member_ids)
        return new_id

    def save(self, assignee: Assignee) -> None:
        """Store a person or team that exists already; only what differs is written."""
        known = _known(assignee.id)
        new, old = _assignee_row(assignee), _assignee_row(self.get(known))
        changed = {name: value for name, value in new.items() if value != old.get(name)}
        if changed:
            self._db.update(Kind.ASSIGNEE, known, changed)
        if isinstance(assignee, Team):
            self._set_members(known, assignee.member_ids)

    def remove(self, assignee_id: int) -> None:
        """Delete a person or team and everything that hangs on it."""
        self._db.delete(Kind.ASSIGNEE, assignee_id)

    def _set_members(self, team_id: int, member_ids: tuple[int, ...]) -> None:
        rows = self._db.rows("SELECT id, person_id FROM team_member WHERE team_id = ?", (team_id,))
        for row in rows:
            if row["person_id"] not in member_ids:
                self._db.delete(Kind.TEAM_MEMBER, row["id"])
        for person_id in set(member_ids) - {row["person_id"] for row in rows}:
            self._db.insert(Kind.TEAM_MEMBER, {"team_id": team_id, "person_id": person_id})


class Ratings:
    """Ratings and what else is known of a pair; ratings are only ever added."""

    def __init__(self, database: Database) -> None:
        self._db = database

    def all(self) -> list[Rating]:
        """Return every rating, oldest first."""
        return [from_row(Rating, row) for row in self._db.rows("SELECT * FROM rating ORDER BY rated_on, id")]

    def newest(self) -> list[Rating]:
        """Return the newest rating of each pair, dimension and rater."""
        return [
            from_row(Rating, row)
            for row in self._db.rows(
                "SELECT * FROM (SELECT *, row_number() OVER (PARTITION BY task_id, assignee_id, dimension, rater"
                " ORDER BY rated_on DESC, id DESC) AS place FROM rating) WHERE place = 1"
            )
        ]

    def of_pair(self, task_id: int, assignee_id: int) -> list[Rating]:
        """Return the ratings of one pair, oldest first."""
        rows = self._db.rows(
            "SELECT * FROM rating WHERE task_id = ? AND assignee_id = ? ORDER BY rated_on, id", (task_id, assignee_id)
        )
        return [from_row(Rating, row) for row in rows]

    def newest_of_pairs(self, pairs: Collection[tuple[int, int]]) -> list[Rating]:
        """Return the newest rating of each dimension and rater of the pairs (task id, assignee id) named."""
        where, values = _among(pairs)
        return [
            from_row(Rating, row)
            for row in self._db.rows(
                "SELECT * FROM (SELECT *, row_number() OVER (PARTITION BY task_id, assignee_id, dimension, rater"
                f" ORDER BY rated_on DESC, id DESC) AS place FROM rating WHERE {where}) WHERE place = 1",
                values,
            )
        ]

    def add(self, rating: Rating) -> int:
        """Store a rating and return its id."""
        return self._db.insert(Kind.RATING, to_row(rating))

    def save(self, rating: Rating) -> None:
        """Store a rating of today that is still being worked on."""
        self._db.update(Kind.RATING, _known(rating.id), to_row(rating, without=_ID))

    def pairs(self) -> list[Pair]:
        """Return what is known of the pairs besides ratings."""
        return [from_row(Pair, row) for row in self._db.rows("SELECT * FROM pair ORDER BY id")]

    def pair(self, task_id: int, assignee_id: int) -> Pair:
        """Return what is known of one pair; a pair nobody has touched is known work without a bid."""
        rows = self._db.rows("SELECT * FROM pair WHERE task_id = ? AND assignee_id = ?", (task_id, assignee_id))
        return from_row(Pair, rows[0]) if rows else Pair(task_id=task_id, assignee_id=assignee_id)

    def save_pair(self, pair: Pair) -> None:
        """Store what is known of a pair."""
        rows = self._db.rows(
            "SELECT id FROM pair WHERE task_id = ? AND assignee_id = ?", (pair.task_id, pair.assignee_id)
        )
        if rows:
            self._db.update(Kind.PAIR, rows[0]["id"], to_row(pair))
        else:
            self._db.insert(Kind.PAIR, to_row(pair))


class Agreements:
    """Agreements; a new one never overwrites an old one."""

    def __init__(self, database: Database) -> None:
        self._db = database

    def all(self) -> list[Agreement]:
        """Return every agreement, oldest first."""
        return [_agreement(row) for row in self._db.rows("SELECT * FROM agreement ORDER BY agreed_on, id")]

    def of_pair(self, task_id: int, assignee_id: int) -> list[Agreement]:
        """Return the agreements of one pair, oldest first."""
        rows = self._db.rows(
            "SELECT * FROM agreement WHERE task_id = ? AND assignee_id = ? ORDER BY agreed_on, id",
            (task_id, assignee_id),
        )
        return [_agreement(row) for row in rows]

    def holding(self) -> list[Agreement]:
        """Return the agreement in force of each pair: the newest accepted or paused one that is not withdrawn."""
        rows = self._db.rows(
            "SELECT * FROM (SELECT *, row_number() OVER (PARTITION BY task_id, assignee_id"
            " ORDER BY agreed_on DESC, id DESC) AS place FROM agreement"
            " WHERE withdrawn_on IS NULL AND (state = 'accepted' OR rung = 0)) WHERE place = 1"
        )
        return [_agreement(row) for row in rows]

    def waiting(self) -> list[Agreement]:
        """Return the offers that are not accepted yet: the newest agreement of a pair, neither taken back nor held."""
        rows = self._db.rows(
            "SELECT * FROM (SELECT *, row_number() OVER (PARTITION BY task_id, assignee_id"
            " ORDER BY agreed_on DESC, id DESC) AS place FROM agreement WHERE withdrawn_on IS NULL)"
            " WHERE place = 1 AND state <> 'accepted' AND rung > 0"
        )
        return [_agreement(row) for row in rows]

    def of_pairs(self, pairs: Collection[tuple[int, int]]) -> list[Agreement]:
        """Return the agreements of the pairs (task id, assignee id) named, oldest first."""
        where, values = _among(pairs)
        rows = self._db.rows(f"SELECT * FROM agreement WHERE {where} ORDER BY agreed_on, id", values)
        return [_agreement(row) for row in rows]

    def get(self, agreement_id: int) -> Agreement:
        """Return one agreement; raise ``NotFound``."""
        rows = self._db.rows("SELECT * FROM agreement WHERE id = ?", (agreement_id,))
        if not rows:
            raise NotFound
        return _agreement(rows[0])

    def add(self, agreement: Agreement, rule: dict[str, str | None]) -> int:
        """Store an agreement with the rule's version, inputs and result of that day; return its id."""
        return self._db.insert(Kind.AGREEMENT, _agreement_row(agreement) | rule)

    def save(self, agreement: Agreement) -> None:
        """Store what may still change in an agreement: its state, the employee's words, the practical lines."""
        self._db.update(Kind.AGREEMENT, _known(agreement.id), _agreement_row(agreement))

    def rule_behind(self, agreement_id: int) -> dict[str, str | None]:
        """Return the stored rule version, case and result (JSON) behind an agreement."""
        rows = self._db.rows(
            "SELECT rule_version, rule_case, rule_result FROM agreement WHERE id = ?", (agreement_id,)
        )
        return dict(rows[0]) if rows else {}


class FollowUps:
    """Follow-ups of agreements."""

    def __init__(self, database: Database) -> None:
        self._db = database

    def all(self) -> list[FollowUp]:
        """Return every follow-up by the day it is due."""
        return [from_row(FollowUp, row) for row in self._db.rows("SELECT * FROM follow_up ORDER BY due_on, id")]

    def of_agreement(self, agreement_id: int) -> list[FollowUp]:
        """Return the follow-ups of one agreement by the day they are due."""
        rows = self._db.rows("SELECT * FROM follow_up WHERE agreement_id = ? ORDER BY due_on, id", (agreement_id,))
        return [from_row(FollowUp, row) for row in rows]

    def of_pairs(self, pairs: Collection[tuple[int, int]]) -> list[FollowUp]:
        """Return the follow-ups of the pairs (task id, assignee id) named, by the day they are due."""
        where, values = _among(pairs)
        rows = self._db.rows(
            f"SELECT * FROM follow_up WHERE agreement_id IN (SELECT id FROM agreement WHERE {where})"
            " ORDER BY due_on, id",
            values,
        )
        return [from_row(FollowUp, row) for row in rows]

    def around(self, first: date, last: date) -> list[FollowUp]:
        """Return the follow-ups due or held between two days, and those due before that are not held yet."""
        rows = self._db.rows(
            "SELECT * FROM follow_up WHERE (held_on IS NULL AND due_on <= :last)"
            " OR held_on BETWEEN :first AND :last ORDER BY due_on, due_at, id",
            {"first": first.isoformat(), "last": last.isoformat()},
        )
        return [from_row(FollowUp, row) for row in rows]

    def get(self, follow_up_id: int) -> FollowUp:
        """Return one follow-up; raise ``NotFound``."""
        rows = self._db.rows("SELECT * FROM follow_up WHERE id = ?", (follow_up_id,))
        if not rows:
            raise NotFound
        return from_row(FollowUp, rows[0])

    def add(self, follow_up: FollowUp) -> int:
        """Store a follow-up and return its id."""
        return self._db.insert(Kind.FOLLOW_UP, to_row(follow_up))

    def save(self, follow_up: FollowUp) -> None:
        """Store a follow-up that exists already."""
        self._db.update(Kind.FOLLOW_UP, _known(follow_up.id), to_row(follow_up, without=_ID))

    def remove(self, follow_up_id: int) -> None:
        """Delete a follow-up that will not be held."""
        self._db.delete(Kind.FOLLOW_UP, follow_up_id)


class Breaches:
    """Breaches of trust."""

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

    def save(self, breach: Breach) -> None:
        """Store a breach that exists already."""
        self._db.update(Kind.BREACH, _known(breach.id), to_row(breach, without=_ID))


class Comments:
    """Comments on pairs."""

    def __init__(self, database: Database) -> None:
        self._db = database

    def of_pair(self, task_id: int, assignee_id: int) -> list[Comment]:
        """Return the comments on one pair, oldest first."""
        rows = self._db.rows(
            "SELECT * FROM comment WHERE task_id = ? AND assignee_id = ? ORDER BY written_on, id",
            (task_id, assignee_id),
        )
        return [from_row(Comment, row) for row in rows]

    def add(self, comment: Comment) -> int:
        """Store a comment and return its id."""
        return self._db.insert(Kind.COMMENT, to_row(comment))

    def remove(self, comment_id: int) -> None:
        """Delete a comment."""
        self._db.delete(Kind.COMMENT, comment_id)


def _among(pairs: Collection[tuple[int, int]]) -> tuple[str, list[int]]:
    if not pairs:
        return "0", []
    marks = ", ".join(["(?, ?)"] * len(pairs))
    return f"(task_id, assignee_id) IN (VALUES {marks})", [value for pair in pairs for value in pair]


def _known(record: int | None) -> int:
    if record is None:
        raise NotFound
    return record


def _assignee(row: dict[str, Any], member_ids: list[int]) -> Assignee:
    if row["kind"] == "team":
        return Team(id=row["id"], name=row["name"], member_ids=tuple(member_ids))
    return from_row(Person, row)


def _assignee_row(assignee: Assignee) -> dict[str, Any]:
    kind = "team" if assignee.is_team else "person"
    return to_row(assignee, without=frozenset({"id", "member_ids"})) | {"kind": kind}


def _agreement(row: dict[str, Any]) -> Agreement:
    leap = None
    if row["leap_gain"] is not None:
        review = row["leap_review_on"]
        leap = Leap(
            gain=row["leap_gain"], risk=row["leap_risk"], catch=row["leap_catch"],
            review_on=date.fromisoformat(review) if review else None,
        )
    return from_row(Agreement, row, leap=leap)


def _agreement_row(agreement: Agreement) -> dict[str, Any]:
    row = to_row(replace(agreement, leap=None), without=frozenset({"id", "leap"}))
    leap = agreement.leap
    row |= {
        "leap_gain": leap.gain if leap else None,
        "leap_risk": leap.risk if leap else None,
        "leap_catch": leap.catch if leap else None,
        "leap_review_on": leap.review_on.isoformat() if leap and leap.review_on else None,
    }
    return row
