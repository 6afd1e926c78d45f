"""kill -9 in the middle of an import: all of it is there, or nothing, and the workspace always opens."""

import os
import random
import signal
import subprocess
import sys
import time

import pytest

from tillid_planner.services import session as sessions

PASSPHRASE = "fire små ord her"
PEOPLE = 400

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="signals of POSIX systems")

# The child says when it begins to write, so the blow falls inside the act and not before it.
CHILD = """
import sys
from pathlib import Path
from tillid_planner.storage import keys
keys.ARGON2 = {"memory_kib": 64, "iterations": 1, "lanes": 1}
from tillid_planner.services import importing, session as sessions
from tillid_planner.exchange.tabular import read_table
table = read_table(Path(sys.argv[2]))
made = sessions.open_with_passphrase(Path(sys.argv[1]), sys.argv[3])
records = importing.plan("staff", table, made).records()
print("writing", flush=True)
made.register.take_in(records)
print("done", flush=True)
made.close()
"""


def write_staff(path):
    rows = [f"Person {number} Prøvesen;Sygeplejerske;37" for number in range(PEOPLE)]
    path.write_text("Navn;Stilling;Timer\n" + "\n".join(rows) + "\n", encoding="utf-8")


def start(folder, file):
    """Start an import in a process of its own and return it when it begins to write."""
    child = subprocess.Popen(
        [sys.executable, "-c", CHILD, str(folder), str(file), PASSPHRASE], stdout=subprocess.PIPE, text=True
    )
    assert child.stdout is not None
    assert child.stdout.readline() == "writing\n"
    return child


def length_of_the_act(folder, file):
    """Return how many seconds the import writes on this machine when nobody stops it."""
    child = start(folder, file)
    begun = time.perf_counter()
    assert child.stdout.readline() == "done\n"
    taken = time.perf_counter() - begun
    child.wait()
    child.stdout.close()
    return taken


def blow(folder, file, delay):
    """Start an import and kill it after a delay; return whether it had said it was done."""
    child = start(folder, file)
    deadline = time.perf_counter() + delay
    while time.perf_counter() < deadline:
        pass
    os.kill(child.pid, signal.SIGKILL)
    rest = child.stdout.read()
    child.wait()
    child.stdout.close()
    return "done" in rest


def test_an_import_that_is_killed_is_there_whole_or_not_at_all(tmp_path, faults):
    file = tmp_path / "staff.csv"
    write_staff(file)
    rng = random.Random(7)
    whole = tmp_path / "whole.tillid"
    sessions.create(whole, "Nord", PASSPHRASE)[0].close()
    length = length_of_the_act(whole, file)
    seen = set()
    for number in range(50 if faults else 6):
        folder = tmp_path / f"{number}.tillid"
        made, _ = sessions.create(folder, "Nord", PASSPHRASE)
        made.close()
        # Most blows fall anywhere in the act or just after it, every fifth when it surely is over.
        delay = rng.uniform(0, 1.5 * length) if number % 5 else 10 * length + 0.5
        done = blow(folder, file, delay)
        opened = sessions.open_with_passphrase(folder, PASSPHRASE)
        count = len(opened.register.people())
        assert count in (0, PEOPLE)
        assert not done or count == PEOPLE
        assert opened.check() == []
        opened.close()
        seen.add(count)
    if faults:
        assert seen == {0, PEOPLE}
