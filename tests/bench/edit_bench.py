"""An edit made durable: a rating against a bare commit of one row on the same disk (reliability B7)."""

from __future__ import annotations

import secrets
import statistics
import tempfile
import time
from collections.abc import Callable
from itertools import cycle
from pathlib import Path

from tests.builders import a_person, a_task
from tillid_planner.domain.case import Dimension
from tillid_planner.services import session as sessions
from tillid_planner.storage import driver

ROUNDS = 200


def _timed(act: Callable[[], object]) -> float:
    start = time.perf_counter()
    act()
    return time.perf_counter() - start


def main() -> None:
    """Print the medians and their ratio; the two take turns."""
    with tempfile.TemporaryDirectory() as place:
        session, _ = sessions.create(Path(place) / "bench.tillid", "Bench", "fire små ord her")
        task, person = a_task(session), a_person(session)
        bare = driver.connect(Path(place) / "bare.db", secrets.token_bytes(32))
        bare.execute("CREATE TABLE t (id INTEGER PRIMARY KEY, value INTEGER)")
        values = cycle((1, 2, 3, 4, 5))

        def commit() -> None:
            bare.execute("BEGIN")
            bare.execute("INSERT INTO t (value) VALUES (?)", (next(values),))
            bare.execute("COMMIT")

        def edit() -> None:
            session.trust.rate(task, person, Dimension.COMPETENCE, next(values))

        times: dict[str, list[float]] = {"bare": [], "ours": []}
        for _ in range(ROUNDS):
            times["bare"].append(_timed(commit))
            times["ours"].append(_timed(edit))
        bare.close()
        session.close()
    bare_time, ours = (statistics.median(times[name]) for name in ("bare", "ours"))
    print(
        f"B7 edit made durable: bare commit {bare_time * 1000:.2f} ms, ours {ours * 1000:.2f} ms,"
        f" ratio {ours / bare_time:.2f} (target 3)"
    )


if __name__ == "__main__":
    main()
