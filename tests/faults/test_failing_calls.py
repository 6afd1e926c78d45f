"""Every act of a workspace × a kill or an error at every call that changes a file: nothing acknowledged is lost."""

from __future__ import annotations

import errno
import json
import random
import shutil
import subprocess
import sys
from collections import Counter
from pathlib import Path

import pytest

from tests.faults.harness import OUTCOMES, Bench, Disk, Ended, Runner, logged

pytestmark = [
    pytest.mark.skipif(sys.platform != "linux", reason="the shim is loaded as Linux does it"),
    pytest.mark.skipif(shutil.which("cc") is None, reason="needs a C compiler for the shim"),
]

ACTS = ("edit", "take_in", "back_up", "restore", "restore_over", "create", "migrate", "change_passphrase",
        "delete_person", "delete_case", "renew_keys")  # fmt: skip
#: The error a call fails with (0: the process is killed), and whether every later one fails too.
FAULTS = {
    "kill": (0, False), "EIO once": (errno.EIO, False), "EIO for ever": (errno.EIO, True),
    "ENOSPC once": (errno.ENOSPC, False), "ENOSPC for ever": (errno.ENOSPC, True),
}  # fmt: skip
#: Trials of one act and fault in the short version; the long one takes every call, of the longest acts a part.
SHORT, CUTS, FLIPS = 2, 3, 4
LONG, LONG_CUTS, LONG_FLIPS = 500, 150, 200


@pytest.fixture(scope="module")
def bench(tmp_path_factory):
    folder = tmp_path_factory.mktemp("faults")
    shim = folder / "shim.so"
    source = str(Path(__file__).with_name("shim.c"))
    subprocess.run(["cc", "-shared", "-fPIC", "-O1", "-o", str(shim), source, "-ldl"], check=True)
    runner = Runner(shim)
    yield Bench(runner, folder)
    runner.close()


def counted(record_property, name: str, outcomes: Counter[str]) -> None:
    """Put a line into the table at the end of the run, and fail if anything but «whole» is in it."""
    record_property("trials", [name, sum(outcomes.values()), *(outcomes[outcome] for outcome in OUTCOMES)])
    assert set(outcomes) <= {"whole"}, outcomes


@pytest.mark.parametrize("fault", FAULTS)
@pytest.mark.parametrize("act", ACTS)
def test_a_call_that_fails_or_kills_loses_nothing(bench, faults, record_property, act, fault):
    error, ever = FAULTS[fault]
    folder, other = bench.fresh(act, "counting")
    calls = bench.runner.run(act, folder, other, shim=True).calls
    assert calls
    places = range(1, calls + 1)
    chosen = sorted(random.Random(f"{act} {fault}").sample(places, min(LONG if faults else SHORT, calls)))
    outcomes: Counter[str] = Counter()
    seen: list[tuple[int, str, str]] = []
    for nth in chosen:
        folder, other = bench.fresh(act, "trial")
        ended = bench.runner.run(act, folder, other, shim=True, nth=nth, error=error, ever=ever)
        outcome = bench.judged(act, ended, folder, other)
        outcomes[outcome] += 1
        if outcome != "whole":
            seen.append((nth, outcome, ended.end))
    if seen:
        print(act, fault, seen)
    counted(record_property, f"{act}, {fault}", outcomes)


@pytest.mark.parametrize(
    "act",
    ["edit", "take_in", "restore_over", "change_passphrase", "create", "restore", "delete_person", "renew_keys"],
)
def test_a_power_cut_that_drops_and_reorders_unsynced_writes_loses_nothing(bench, faults, record_property, act):
    folder, other = bench.fresh(act, "logged")
    before = bench.folder / "before"
    shutil.rmtree(before, ignore_errors=True)
    if folder.exists():
        shutil.copytree(folder, before)
    log = bench.folder / "calls.log"
    log.unlink(missing_ok=True)
    bench.runner.run(act, folder, other, shim=True, log=str(log))
    calls = list(logged(log))
    rng = random.Random(act)
    outcomes: Counter[str] = Counter()
    seen = []
    for number in range(LONG_CUTS if faults else CUTS):
        disk = Disk(before, folder)
        cut = rng.randint(0, len(calls))
        ended = Ended()
        for what, path, to, offset, data in calls[:cut]:
            if what == "!":
                ended.stored += path == "stored"
            else:
                disk.take(what, path, to, offset, data)
        target = bench.folder / "trial"
        shutil.rmtree(target, ignore_errors=True)
        disk.cut(rng, target, folder)
        outcome = bench.judged(act, ended, target, other)
        outcomes[outcome] += 1
        if outcome != "whole":
            seen.append((number, cut, outcome))
    if seen:
        print(act, seen)
    counted(record_property, f"{act}, power cut", outcomes)


@pytest.mark.parametrize("name", ["workspace.db", "workspace.db-wal", "keys.json"])
@pytest.mark.parametrize("harm", ["flip", "cut", "gone"])
def test_a_file_that_was_harmed_is_said_to_be(bench, faults, record_property, name, harm):
    rng = random.Random(f"{name} {harm}")
    outcomes: Counter[str] = Counter()
    seen = []
    tries = 1 if harm == "gone" else LONG_FLIPS if faults else FLIPS
    whole = bench.runner.look(bench.fresh("restore_over", "trial")[0])
    for number in range(tries):
        folder, _ = bench.fresh("restore_over", "trial")
        path = folder / name
        content = bytearray(path.read_bytes())
        if harm == "flip":
            content[rng.randrange(len(content))] ^= 1 << rng.randrange(8)
        elif harm == "cut":
            del content[rng.randrange(len(content)) :]
        path.write_bytes(content)
        if harm == "gone":
            path.unlink()
        found = bench.runner.run("look", folder)
        if found.end.startswith("traceback"):
            outcome = "traceback"
        else:
            after = json.loads(found.told[0])
            same = after["opens"] and after["names"] == whole["names"] and not after["problems"]
            told = not after["opens"] and after["code"] in ("damaged", "keys_damaged", "newer_schema", "no_workspace")
            outcome = "whole" if same or told or (after["opens"] and after["missing"]) else "silent"
        outcomes[outcome] += 1
        if outcome != "whole":
            seen.append((number, outcome, found.told))
    if seen:
        print(name, harm, seen[:5])
    counted(record_property, f"{name}, {harm}", outcomes)
