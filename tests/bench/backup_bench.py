"""B11: how long a read waits at most while a backup or a check of a workspace of 30 MB runs."""

from __future__ import annotations

import tempfile
import threading
import time
from collections.abc import Callable
from pathlib import Path

from tillid_planner.domain.task import Task
from tillid_planner.services import session as sessions
from tillid_planner.services.session import Session
from tillid_planner.storage import keys

TARGET = 0.1
_TASKS, _WORDS = 3_000, "ord " * 2_500


def main() -> None:
    """Make the workspace, read it meanwhile, and print the longest waits."""
    keys.ARGON2 = {"memory_kib": 64, "iterations": 1, "lanes": 1}
    with tempfile.TemporaryDirectory() as folder:
        session, _ = sessions.create(Path(folder) / "stor.tillid", "Stor", "fire små ord her")
        session.register.take_in([Task(name=f"Opgave {n}", purpose=_WORDS) for n in range(_TASKS)])
        size = (Path(folder) / "stor.tillid" / "workspace.db-wal").stat().st_size
        for name, work in (("backup", session.backup), ("check", session.check)):
            waited, taken = _longest_wait(session, work)
            print(f"B11 a read while a {name} runs ({size / 1e6:.0f} MB, {taken:.2f} s): {waited * 1000:.0f} ms (100)")
        session.close()


def _longest_wait(session: Session, work: Callable[[], object]) -> tuple[float, float]:
    worker = threading.Thread(target=work)
    begun = time.perf_counter()
    worker.start()
    longest = 0.0
    while worker.is_alive():
        before = time.perf_counter()
        session.register.open_cases()
        longest = max(longest, time.perf_counter() - before)
        time.sleep(0.002)
    worker.join()
    return longest, time.perf_counter() - begun


if __name__ == "__main__":
    main()
