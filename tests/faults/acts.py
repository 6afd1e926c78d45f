"""Run as a script under the shim: forks a child for each trial, so that one start of the program serves them all.

A line of JSON on standard input is one trial: what to do, in which folder, and which call is to fail. The answer, a
line on standard output, says how it ended, what the child was told as stored, and how many calls it made.
"""

from __future__ import annotations

import ctypes
import hashlib
import json
import os
import signal
import sys
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

from tests.builders import a_task, agreed, rated
from tests.residue import files_with
from tests.services.breach_builders import closed, talked
from tillid_planner.domain.assignee import Person
from tillid_planner.domain.case import Cause
from tillid_planner.domain.changes import Kind
from tillid_planner.domain.errors import TillidError
from tillid_planner.services import session as sessions
from tillid_planner.services.deletion import Reason
from tillid_planner.services.register import new_id
from tillid_planner.storage import keys, migrations, places, triggers
from tillid_planner.storage import workspace as workspaces

PASSPHRASE, OTHER = "fire små ord her", "fem andre ord står her"
TODAY = date(2026, 11, 27)
#: Acts of an edit, people of an import.
EDITS, IMPORTED = 5, 40
#: Words that stand with one person, and in a case about her.
PERSON_WORD, CASE_WORD = "kvidrefugl", "rørdrum"
_LONGEST = 60

keys.ARGON2 = {"memory_kib": 64, "iterations": 1, "lanes": 1}
Tell = Callable[[str], None]


def _open(folder: Path, passphrase: str = PASSPHRASE) -> sessions.Session:
    return sessions.open_with_passphrase(folder, passphrase)


def edit(folder: Path, _: Path, tell: Tell) -> None:
    session = _open(folder)
    for number in range(EDITS):
        session.register.add_person(Person(name=f"Ny {number}"))
        tell("stored")
    session.close()


def take_in(folder: Path, _: Path, tell: Tell) -> None:
    session = _open(folder)
    session.register.take_in([Person(name=f"Hentet {number}") for number in range(IMPORTED)])
    tell("stored")
    session.close()


def back_up(folder: Path, _: Path, tell: Tell) -> None:
    session = _open(folder)
    session.backup()
    tell("stored")
    session.close()


def restore(folder: Path, other: Path, tell: Tell) -> None:
    sessions.restore(other, folder, passphrase=PASSPHRASE)
    tell("stored")


def restore_over(folder: Path, other: Path, tell: Tell) -> None:
    sessions.restore(other, folder, passphrase=PASSPHRASE, replace=True)
    tell("stored")


def create(folder: Path, _: Path, tell: Tell) -> None:
    sessions.create(folder, "Nord", PASSPHRASE, tell=lambda key: tell("key"))[0].close()
    tell("stored")


def migrate(folder: Path, _: Path, tell: Tell) -> None:
    _open(folder).close()
    tell("stored")


def change_passphrase(folder: Path, _: Path, tell: Tell) -> None:
    session = _open(folder)
    session.change_passphrase(OTHER, PASSPHRASE)
    tell("stored")
    session.close()


def fill(folder: Path, _: Path, tell: Tell) -> None:
    """Put a person with a word of her own into the workspace, with a closed case that has another; then back it up."""
    session = _open(folder)
    person = new_id(session.register.add_person(Person(name=f"Ida {PERSON_WORD}", role=PERSON_WORD)), Kind.ASSIGNEE)
    task = a_task(session)
    rated(session, task, person, 5, 5, 5)
    agreed(session, task, person, 4, purpose=PERSON_WORD)
    case = new_id(session.breaches.note(task, person, CASE_WORD), Kind.BREACH)
    talked(session, case, Cause.COMPETENCE)
    closed(session, case)
    session.backup()
    session.close()
    tell("stored")


def delete_person(folder: Path, _: Path, tell: Tell) -> None:
    session = _open(folder)
    (person,) = [person for person in session.register.people() if PERSON_WORD in person.name]
    session.register.remove_assignee(person.id or 0)
    tell("stored")
    session.close()


def delete_case(folder: Path, _: Path, tell: Tell) -> None:
    session = _open(folder)
    session.endings.delete([view.case.id or 0 for view in session.cases.views()], Reason.MISTAKE)
    tell("stored")
    session.close()


def renew_keys(folder: Path, _: Path, tell: Tell) -> None:
    session = _open(folder)
    made = session.new_keys(PASSPHRASE)
    session.renew_data_key(made)
    tell("stored")
    session.close()


def make_old(folder: Path, _: Path, tell: Tell) -> None:
    """Make a workspace of an earlier schema, to be migrated."""
    steps, version = migrations.STEPS, migrations.VERSION
    migrations.STEPS, migrations.VERSION = steps[:5], 5
    tables, triggers.TABLES = triggers.TABLES, ("workspace",)
    workspaces.create(folder, "Nord", PASSPHRASE, TODAY)[0].close()
    migrations.STEPS, migrations.VERSION, triggers.TABLES = steps, version, tables


def look(folder: Path, _: Path, tell: Tell) -> None:
    """Open a workspace as somebody would the next time, and tell everything about it."""
    backups = folder / places.BACKUPS
    free = places.is_free(folder)
    try:
        passphrase = PASSPHRASE
        try:
            session = _open(folder)
        except TillidError as error:
            if error.code != "wrong_passphrase":
                raise
            passphrase = OTHER
            session = _open(folder, OTHER)
    except TillidError as error:
        tell(json.dumps({"opens": False, "code": error.code, "free": free}))
        return
    missing = session.missing_acts
    names = sorted(person.name for person in session.register.people())
    problems = session.check()
    cases = len(session.cases.views())
    key = session._workspace._key
    session.close()
    bad = []
    for path in sorted(backups.glob("*.tillidbackup")):
        try:
            sessions.preview(path, passphrase=PASSPHRASE)
        except TillidError as error:
            bad.append(error.code)
    left = [path.name for path in backups.iterdir() if not path.name.endswith(".tillidbackup")]
    tell(
        json.dumps(
            {
                "opens": True,
                "passphrase": passphrase == PASSPHRASE,
                "names": names,
                "problems": problems,
                "missing": missing.count if missing else 0,
                "bad_backups": bad,
                "left": left,
                "backups": len(list(backups.glob("*.tillidbackup"))),
                "free": free,
                "cases": cases,
                "key": hashlib.sha256(key).hexdigest(),
                "words": {word: files_with(word, folder, key) for word in (PERSON_WORD, CASE_WORD)},
            }
        )
    )


_ACTS = {act.__name__: act for act in (
    edit, take_in, back_up, restore, restore_over, create, migrate, change_passphrase, make_old,
    fill, delete_person, delete_case, renew_keys, look,
)}  # fmt: skip


def _child(trial: dict[str, Any], out: int) -> None:
    shim = ctypes.CDLL(None) if trial.get("shim") else None
    log = os.open(trial["log"], os.O_WRONLY | os.O_CREAT | os.O_APPEND) if trial.get("log") else -1

    def tell(text: str) -> None:
        if shim is not None and log >= 0:
            shim.shim_mark(text.encode())
        os.write(out, text.encode() + b"\n")

    if shim is not None:
        shim.shim_calls.restype = ctypes.c_long
        shim.shim_arm(
            str(trial["folder"]).encode(),
            ctypes.c_long(trial.get("nth", 0)),
            trial.get("error", 0),
            int(trial.get("ever", False)),
            log,
        )
    try:
        _ACTS[trial["act"]](Path(trial["folder"]), Path(trial.get("other", ".")), tell)
        end = "done"
    except TillidError as error:
        end = f"told {error.code}"
    except BaseException as error:
        end = f"traceback {type(error).__name__}: {error}"
    count = shim.shim_calls() if shim is not None else 0
    os.write(out, f"calls {count}\nend {end}\n".encode())


def main() -> None:
    """Answer one trial a line until there are no more."""
    for line in sys.stdin:
        trial = json.loads(line)
        mine, theirs = os.pipe()
        child = os.fork()
        if child == 0:
            os.close(mine)
            signal.alarm(_LONGEST)
            try:
                _child(trial, theirs)
            finally:
                os._exit(0)
        os.close(theirs)
        with os.fdopen(mine, "rb") as source:
            told = source.read().decode(errors="replace").splitlines()
        _, status = os.waitpid(child, 0)
        print(json.dumps({"told": told, "killed": os.WIFSIGNALED(status) and os.WTERMSIG(status)}), flush=True)


if __name__ == "__main__":
    main()
