"""Cases for the tests of the rule: grids that leave nothing out, and random ones with everything in them."""

import itertools
import random
from collections.abc import Iterator

from tillid_planner.domain.dosing import BreachRecord, BreachStatus, Case, Cause, Novelty, Reading

RATINGS = range(1, 6)
# The weakest counts, so even draws would hardly ever reach the upper rungs.
OFTEN_HIGH = (1, 2, 3, 4, 4, 5, 5, 5, 5)
RISKS = tuple(itertools.product((1, 2, 3), repeat=3))
# One risk for each exposure and each set of nets: none, one, two.
TYPICAL_RISKS = ((1, 1, 1), (2, 3, 3), (3, 2, 2), (3, 3, 3))
AGES = (0, 90, 91, 180, 181, 365, 366)
LOADS = (None, 0.5, 1.0, 1.05, 1.2, 1.21)


def rating_grid() -> Iterator[Case]:
    """Every triple of ratings, sure or not, by exposure, clarity and agreed rung."""
    for k, i, r in itertools.product(RATINGS, repeat=3):
        for sure in itertools.product((True, False), repeat=3):
            readings = [Reading(value, s) for value, s in zip((k, i, r), sure, strict=True)]
            for (consequence, reversal, detection), clarity in itertools.product(TYPICAL_RISKS, (1, 2, 3)):
                for agreed in (None, 2, 4):
                    yield Case(*readings, consequence, reversal, detection, clarity, Novelty.SIMILAR, agreed, 2)


def history_grid() -> Iterator[Case]:
    """Every breach by agreed rung, follow-ups and law, for a few people."""
    people = ((4, 4, 4), (5, 3, 5), (2, 5, 4), (5, 5, 5))
    breaches = [
        BreachRecord(cause, status, rung, days, same_task)
        for cause, status, rung, same_task in itertools.product(Cause, BreachStatus, (1, 4), (True, False))
        for days in ((0, 180, 181, 365, 366) if status == BreachStatus.CLOSED else (0,))
    ]
    for (k, i, r), breach in itertools.product(people, breaches):
        for agreed, good, law in itertools.product((None, 0, 1, 3, 5), (0, 1, 3), (0, 2, 5)):
            readings = Reading(k), Reading(i), Reading(r)
            yield Case(*readings, 3, 2, 1, 3, Novelty.NEW, agreed, good, None, law, (breach,))


def random_reading(rng: random.Random, *, missing: float = 0.0) -> Reading:
    value = None if rng.random() < missing else rng.choice(OFTEN_HIGH)
    return Reading(value, rng.random() < 0.6, rng.choice(AGES))


def random_breach(rng: random.Random) -> BreachRecord:
    # A deliberate open breach stops everything, so it is drawn more seldom than the rest.
    cause = rng.choice([*Cause, Cause.COMPETENCE, Cause.INTENTION, Cause.UNKNOWN])
    days = rng.choice((0, 180, 181, 365, 366))
    status = rng.choice(list(BreachStatus))
    return BreachRecord(cause, status, rng.choice(RATINGS), days, rng.random() < 0.7)


def random_case(rng: random.Random, *, missing: float = 0.0) -> Case:
    consequence, reversal, detection = rng.choice(RISKS)
    return Case(
        *(random_reading(rng, missing=missing) for _ in range(3)),
        consequence=consequence,
        reversal=reversal,
        detection=detection,
        clarity=rng.choice((1, 2, 3, 3, 3)),
        novelty=rng.choice(list(Novelty)),
        agreed=rng.choice((None, None, 0, 1, 2, 3, 4, 5)),
        good_follow_ups=rng.choice((0, 0, 1, 2, 3, 4, 5, 9)),
        load=rng.choice(LOADS),
        legal_ceiling=rng.choice((0, 1, 2, 3, 4, 5, 5, 5, 5, 5, 5)),
        breaches=tuple(random_breach(rng) for _ in range(rng.choice((0, 0, 0, 1, 1, 2, 3)))),
    )


def random_cases(count: int, seed: int, *, missing: float = 0.0) -> list[Case]:
    rng = random.Random(seed)
    return [random_case(rng, missing=missing) for _ in range(count)]
