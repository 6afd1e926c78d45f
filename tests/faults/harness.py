"""Trials of a workspace under failing calls, kills and power cuts, and what became of each."""

from __future__ import annotations

import json
import os
import random
import shutil
import struct
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from tests.faults import acts

#: What a trial can come to; only the first is well.
OUTCOMES = ("whole", "lost", "torn", "silent", "falsely damaged", "left behind", "traceback")
_ROOT = Path(__file__).parents[2]
_SECTOR = 512


@dataclass
class Ended:
    """How one trial ended: what was told as stored, the last word, and how many calls were made."""

    stored: int = 0
    end: str = "killed"
    calls: int = 0
    told: list[str] = field(default_factory=list)


class Runner:
    """One process of the program under the shim, that forks a child for each trial."""

    def __init__(self, shim: Path) -> None:
        self._process = subprocess.Popen(
            [sys.executable, "-m", "tests.faults.acts"], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True,
            cwd=_ROOT, env=os.environ | {"LD_PRELOAD": str(shim), "PYTHONPATH": str(_ROOT)},
        )  # fmt: skip

    def run(self, act: str, folder: Path, other: Path | None = None, **fault: Any) -> Ended:
        trial = {"act": act, "folder": str(folder), "other": str(other or "."), **fault}
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        self._process.stdin.write(json.dumps(trial) + "\n")
        self._process.stdin.flush()
        answer = json.loads(self._process.stdout.readline())
        ended = Ended(told=answer["told"])
        for line in answer["told"]:
            what, _, rest = line.partition(" ")
            if what == "calls":
                ended.calls = int(rest)
            elif what == "end":
                ended.end = rest
            elif what == "stored":
                ended.stored += 1
        return ended

    def look(self, folder: Path) -> dict[str, Any]:
        told = self.run("look", folder).told
        assert told[0].startswith("{"), told
        return dict(json.loads(told[0]))

    def close(self) -> None:
        assert self._process.stdin is not None
        self._process.stdin.close()
        self._process.wait()
        assert self._process.stdout is not None
        self._process.stdout.close()


@dataclass
class Bench:
    """The workspaces the trials begin from, made once."""

    runner: Runner
    folder: Path

    def __post_init__(self) -> None:
        self.base, self.empty, self.old = (self.folder / name for name in ("base", "empty", "old"))
        self.backup, self.older = self.folder / "a.tillidbackup", self.folder / "b.tillidbackup"
        self.runner.run("create", self.empty)
        self.runner.run("create", self.base)
        self.runner.run("edit", self.base)
        for source, target in ((self.base, self.backup), (self.empty, self.older)):
            copy = self.folder / "copy"
            shutil.copytree(source, copy)
            self.runner.run("back_up", copy)
            next((copy / "backups").glob("*.tillidbackup")).replace(target)
            shutil.rmtree(copy)
        self.runner.run("make_old", self.old)
        self.full = self.folder / "full"
        shutil.copytree(self.base, self.full)
        assert self.runner.run("fill", self.full).stored
        seen = self.runner.look(self.full)
        assert all(len(files) == 2 for files in seen["words"].values()), seen["words"]
        self.key = seen["key"]
        # One whose last run was cut off, so that a log lies beside the database.
        self.cut_off = self.folder / "cut_off"
        shutil.copytree(self.empty, self.cut_off)
        calls = self._calls("edit", self.cut_off)
        self.runner.run("edit", self.cut_off, shim=True, nth=calls - 6)
        assert (self.cut_off / "workspace.db-wal").stat().st_size

    def _calls(self, act: str, source: Path) -> int:
        copy = self.folder / "count"
        shutil.copytree(source, copy)
        calls = self.runner.run(act, copy, shim=True).calls
        shutil.rmtree(copy)
        return calls

    def source(self, act: str) -> tuple[Path | None, Path | None]:
        """Return the workspace an act begins from, None for none, and the backup it needs."""
        return {
            "restore": (None, self.backup), "restore_over": (self.cut_off, self.older), "create": (None, None),
            "migrate": (self.old, None), "delete_person": (self.full, None), "delete_case": (self.full, None),
            "renew_keys": (self.full, None),
        }.get(act, (self.base, None))  # fmt: skip

    def fresh(self, act: str, name: str) -> tuple[Path, Path | None]:
        source, other = self.source(act)
        target = self.folder / name
        if target.exists():
            shutil.rmtree(target)
        if source is not None:
            shutil.copytree(source, target)
        return target, other

    def judged(self, act: str, ended: Ended, folder: Path, other: Path | None) -> str:
        """Return the outcome of a trial, opening what it left as somebody would the next time."""
        if ended.end.startswith("traceback"):
            return "traceback"
        if "damaged" in ended.end:
            return "falsely damaged"
        seen = self.runner.look(folder)
        if not seen["opens"]:
            if act in ("create", "restore") and seen["free"] and not ended.stored:
                again = self.runner.run(act, folder, other)
                return "whole" if again.stored and self.runner.look(folder)["opens"] else "lost"
            return "falsely damaged" if "damaged" in seen["code"] else "lost"
        if seen["problems"] or seen["bad_backups"] or seen["left"]:
            return "torn"
        if seen["missing"]:
            return "falsely damaged"
        return self._compared(act, ended, seen)

    def _compared(self, act: str, ended: Ended, seen: dict[str, Any]) -> str:
        people = len(seen["names"])
        known = acts.EDITS
        if act == "edit":
            fresh = people - known
            return "lost" if fresh < ended.stored else "whole" if fresh <= acts.EDITS else "torn"
        if act == "take_in":
            if people not in (known, known + acts.IMPORTED):
                return "torn"
            return "lost" if ended.stored and people == known else "whole"
        if act == "restore_over":
            of_cut_off = range(1, acts.EDITS + 1)
            if ended.stored:
                return "whole" if people == 0 else "silent"
            return "whole" if people == 0 or people in of_cut_off else "lost"
        if act in ("delete_person", "delete_case"):
            person = act == "delete_person"
            there = any(acts.PERSON_WORD in name for name in seen["names"]) if person else seen["cases"]
            if there:
                return "silent" if ended.stored else "whole"
            if seen["words"][acts.PERSON_WORD if person else acts.CASE_WORD]:
                return "left behind"
            return "whole" if people == known + (not person) else "lost"
        if act == "renew_keys":
            if ended.stored and seen["key"] == self.key:
                return "silent"
            return "whole" if people == known + 1 and seen["cases"] == 1 else "lost"
        if act == "change_passphrase" and ended.stored and seen["passphrase"]:
            return "silent"
        if act == "back_up" and ended.stored and not seen["backups"]:
            return "silent"
        expected = {"create": 0, "migrate": 0}.get(act, known)
        return "whole" if people == expected else "lost"


def logged(path: Path) -> Iterator[tuple[str, str, str, int, bytes]]:
    """Return the calls of a log: what, path, other path, offset and data; «!» is a word told meanwhile."""
    raw = path.read_bytes()
    at = 0
    while at < len(raw):
        what = chr(raw[at])
        first, second, length = struct.unpack_from("=III", raw, at + 1)
        (offset,) = struct.unpack_from("=q", raw, at + 13)
        at += 21
        yield (
            what, raw[at : at + first].decode(), raw[at + first : at + first + second].decode(), offset,
            raw[at + first + second : at + first + second + length],
        )  # fmt: skip
        at += first + second + length


class Disk:
    """A disk that keeps what was synced, and of the rest what chance leaves: dropped, reordered, torn in sectors."""

    def __init__(self, folder: Path, called: Path) -> None:
        """Begin with what lies in *folder*, which the calls know as *called*."""
        self._names: dict[str, int] = {}
        self._files: list[bytearray] = []
        self._pending: list[list[tuple[str, int, bytes]]] = []
        self._moves: list[tuple[str, str, str]] = []
        self._now: dict[str, int] = {}
        for path in folder.rglob("*"):
            if path.is_file():
                self._names[str(called / path.relative_to(folder))] = self._file(path.read_bytes())
        self._now = dict(self._names)

    def _file(self, content: bytes = b"") -> int:
        self._files.append(bytearray(content))
        self._pending.append([])
        return len(self._files) - 1

    def take(self, what: str, path: str, other: str, offset: int, data: bytes) -> None:
        """Take one call."""
        if what == "c":
            self._now[path] = self._file()
            self._moves.append(("c", path, str(self._now[path])))
        elif what in "wt" and path in self._now:
            self._pending[self._now[path]].append((what, offset, data))
        elif what == "s":
            if path in self._now:
                self._apply(self._now[path], self._pending[self._now[path]])
                self._pending[self._now[path]].clear()
            else:
                for move in self._moves:
                    self._move(move)
                self._moves.clear()
        elif what in "ru" and path in self._now:
            if what == "r":
                self._now[other] = self._now.pop(path)
            else:
                self._now.pop(path)
            self._moves.append((what, path, other))

    def _move(self, move: tuple[str, str, str]) -> None:
        what, path, other = move
        if what == "c":
            self._names[path] = int(other)
        elif path in self._names:
            number = self._names.pop(path)
            if what == "r":
                self._names[other] = number

    def _apply(self, number: int, changes: list[tuple[str, int, bytes]]) -> None:
        content = self._files[number]
        for what, offset, data in changes:
            if what == "t":
                del content[offset:]
                content.extend(bytes(offset - len(content)))
            else:
                content.extend(bytes(max(0, offset - len(content))))
                content[offset : offset + len(data)] = data

    def cut(self, rng: random.Random, target: Path, source: Path) -> None:
        """Write what is on the disk after the power went, in *target* instead of *source*."""
        for move in self._moves[: rng.randint(0, len(self._moves))]:
            self._move(move)
        for number, pending in enumerate(self._pending):
            # Without a sync in between the size may be on the disk before the data, and any of it or none.
            kept = [change for change in pending if rng.random() < 0.5]
            rng.shuffle(kept)
            self._apply(number, [_torn(change, rng) for change in kept])
        (target / "backups").mkdir(parents=True)
        for name, number in self._names.items():
            path = target / Path(name).relative_to(source)
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(self._files[number])


def _torn(change: tuple[str, int, bytes], rng: random.Random) -> tuple[str, int, bytes]:
    what, offset, data = change
    if what == "w" and len(data) > _SECTOR and rng.random() < 0.3:
        return what, offset, data[: rng.randint(1, len(data) // _SECTOR) * _SECTOR]
    return change
