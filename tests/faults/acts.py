"""Run as a script under the shim: forks a child for each trial, so that one start of the program serves them all.

A line of JSON on standard input is one trial: what to do, in which folder, and which call is to fail. The answer, a
line on standard output, says how it ended, what the child was told as stored, and how many calls it made.
"""

from __future__ import annotations

import ctypes
import json
import os
import signal
import sys
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

from tillid_planner.domain.assignee import Person
from tillid_planner.domain.errors import TillidError
from tillid_planner.services import session as sessions
from tillid_planner.storage import keys, migrations, places, triggers
from tillid_planner.storage import workspace as workspaces

PASSPHRASE, OTHER = "fire små ord her", "fem andre ord står her"
TODAY = date(2026, 11, 27)
#: Acts of an edit, people of an import.
EDITS, IMPORTED = 5, 40
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
            }
        )
    )


_ACTS = {act.__name__: act for act in (
    edit, take_in, back_up, restore, restore_over, create, migrate, change_passphrase, make_old, look,
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
