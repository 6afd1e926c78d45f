"""A unit at the far end of what the product must carry: ten years of history, made by a seeded generator.

The rows are written straight into the store: the services would need an hour for what a unit does in ten years.
"""

from __future__ import annotations

import random
from datetime import date, timedelta
from typing import Any

from tests.builders import TODAY
from tillid_planner.services import session as sessions
from tillid_planner.services.session import Session

PEOPLE, TASKS, PAIRS = 200, 400, 8_000
RATINGS, FOLLOW_UPS, AGREEMENTS = 100_000, 20_000, 16_000
YEARS = 10
_DIMENSIONS = ("competence", "intention", "resources")


def build(people: int = PEOPLE, tasks: int = TASKS, pairs: int = PAIRS) -> Session:
    """Return a session in memory with ten years of ratings, agreements and follow-ups."""
    chance = random.Random(1)
    session = sessions.in_memory("Bench", lambda: TODAY)
    connection = session._workspace.database.connection
    connection.execute("BEGIN")
    connection.executemany(
        "INSERT INTO assignee (id, kind, name, role, weekly_hours) VALUES (?, 'person', ?, 'SOSU-assistent', 37)",
        [(n, f"Medarbejder {n:03}") for n in range(1, people + 1)],
    )
    connection.executemany(
        "INSERT INTO task (id, name, short_name, purpose, free, fixed, ask_when, scope, hours_per_week, consequence,"
        " reversal, detection, clarity, legal_ceiling, legal_basis)"
        " VALUES (?, ?, '', '', '', '', '', 'task', 4, ?, ?, ?, ?, 5, '')",
        [(n, f"Opgave {n:03}", *(chance.randint(1, 3) for _ in range(4))) for n in range(1, tasks + 1)],
    )
    chosen = chance.sample([(t, a) for t in range(1, tasks + 1) for a in range(1, people + 1)], pairs)
    _history(connection, chance, chosen)
    connection.execute("COMMIT")
    return session


def _history(connection: Any, chance: random.Random, pairs: list[tuple[int, int]]) -> None:
    share = len(pairs) / PAIRS
    ratings = [
        (
            *pairs[n % len(pairs)],
            _DIMENSIONS[n // len(pairs) % 3],
            chance.randint(1, 5),
            chance.random() < 0.8,
            _day(chance),
        )
        for n in range(int(RATINGS * share))
    ]
    connection.executemany(
        "INSERT INTO rating (task_id, assignee_id, dimension, value, sure, example, rated_on, rater)"
        " VALUES (?, ?, ?, ?, ?, '', ?, 'leader')",
        ratings,
    )
    agreements = [
        (n, *pairs[n % len(pairs)], chance.randint(1, 5), _day(chance)) for n in range(1, int(AGREEMENTS * share) + 1)
    ]
    connection.executemany(
        "INSERT INTO agreement (id, task_id, assignee_id, rung, state, agreed_on, purpose, limits, ask_when, support,"
        " watcher, reason, employee_view, employee_comment)"
        " VALUES (?, ?, ?, ?, 'accepted', ?, '', '', '', '', '', '', '', '')",
        agreements,
    )
    follow_ups = []
    for _ in range(int(FOLLOW_UPS * share)):
        agreement = chance.choice(agreements)
        day = min(TODAY, date.fromisoformat(agreement[4]) + timedelta(days=chance.randint(5, 60)))
        outcome = chance.choice(("good", "good", "good", "partly", "not_ok"))
        follow_ups.append((agreement[0], day.isoformat(), day.isoformat(), outcome))
    connection.executemany(
        "INSERT INTO follow_up (agreement_id, due_on, held_on, outcome, learned_leader, learned_employee)"
        " VALUES (?, ?, ?, ?, '', '')",
        follow_ups,
    )


def _day(chance: random.Random) -> str:
    return (TODAY - timedelta(days=chance.randint(0, 365 * YEARS))).isoformat()
