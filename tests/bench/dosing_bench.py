"""How many suggestions a second the rule gives. Run as ``python -m tests.bench.dosing_bench``.

Two workloads: a matrix as a large workplace has it (200 people x 400 tasks), and random cases hardly any of
which is like another. A suggestion comes whole: the figures, what limits it, the flags, and everything that
would lift it; each of its eleven fields is read. «Never seen» begins with nothing kept from before, «seen
before» is the same cases worked out again. The cases are built beforehand, and the collector is told not to
walk through them: they are the questions, not what answering costs. What answering makes it does walk through.
"""

import gc
import random
from statistics import median
from time import perf_counter

from tillid_planner.domain import dosing, reasons, said, weighing
from tillid_planner.domain.dosing import (
    BreachRecord,
    BreachStatus,
    Case,
    Cause,
    Novelty,
    Reading,
    Suggestion,
    suggest,
)

PEOPLE, TASKS, RANDOM_CASES = 200, 400, 100_000
FLOOR_PER_SECOND = 200_000
PASSES = 7

# All that the rule keeps.
KEPT = (
    weighing.carried,
    weighing._carried,
    dosing._decide,
    reasons.reasons,
    reasons._alike,
    reasons._says,
    said._alike,
)


def matrix_cases(people: int = PEOPLE, tasks: int = TASKS, seed: int = 1) -> list[Case]:
    """Return one case for each person and task, row by row."""
    rng = random.Random(seed)
    loads = [rng.choice([None, rng.uniform(0.5, 1.0), rng.uniform(0.8, 1.3)]) for _ in range(people)]
    risks = [
        (rng.choices([1, 2, 3], [5, 4, 2])[0], rng.choice([1, 2, 2, 3]), rng.choice([1, 1, 2, 3])) for _ in range(tasks)
    ]
    clarities = [rng.choices([1, 2, 3], [1, 3, 12])[0] for _ in range(tasks)]
    ceilings = [rng.choices([5, 4, 2, 0], [40, 3, 3, 1])[0] for _ in range(tasks)]
    cases = []
    for person in range(people):
        for task in range(tasks):
            consequence, reversal, detection = risks[task]
            ratings = [_usual_rating(rng) for _ in range(3)]
            weakest = min(r.value or 1 for r in ratings)
            cases.append(
                Case(
                    *ratings,
                    consequence=consequence,
                    reversal=reversal,
                    detection=detection,
                    clarity=clarities[task],
                    legal_ceiling=ceilings[task],
                    novelty=rng.choice(list(Novelty)),
                    agreed=rng.choice([None, weakest, weakest, max(1, weakest - 1), min(5, weakest + 1)]),
                    good_follow_ups=rng.choice([0, 0, 1, 2, 3]),
                    load=loads[person],
                    breaches=(_random_breach(rng),) if rng.random() < 0.01 else (),
                )
            )
    return cases


def random_cases(count: int = RANDOM_CASES, seed: int = 2) -> list[Case]:
    """Return cases with every field drawn evenly, also what hardly ever happens."""
    rng = random.Random(seed)
    return [
        Case(
            *(Reading(rng.randint(1, 5), rng.random() < 0.5, rng.choice([0, 100, 200, 400])) for _ in range(3)),
            consequence=rng.randint(1, 3),
            reversal=rng.randint(1, 3),
            detection=rng.randint(1, 3),
            clarity=rng.randint(1, 3),
            novelty=rng.choice(list(Novelty)),
            agreed=rng.choice([None, 1, 2, 3, 4, 5]),
            good_follow_ups=rng.randint(0, 5),
            load=rng.choice([None, 0.9, 1.1, 1.3]),
            legal_ceiling=rng.randint(1, 5),
        )
        for _ in range(count)
    ]


def _usual_rating(rng: random.Random) -> Reading:
    value = rng.choices([None, 1, 2, 3, 4, 5], [2, 3, 12, 30, 36, 17])[0]
    return Reading(value, rng.random() < 0.8, rng.randint(0, 400))


def _random_breach(rng: random.Random) -> BreachRecord:
    status, cause = rng.choice(list(BreachStatus)), rng.choice(list(Cause))
    return BreachRecord(cause, status, rng.randint(1, 5), rng.randint(0, 400), rng.random() < 0.7)


def _read(answer: Suggestion) -> tuple[object, ...]:
    return (
        answer.rung,
        answer.carries,
        answer.band,
        answer.exposure,
        answer.follow_ups_needed,
        answer.binding,
        answer.standing,
        answer.temporary,
        answer.actions,
        answer.cadence_days,
        answer.lift,
    )


def per_second(cases: list[Case], *, cold: bool) -> float:
    """Return suggestions a second for one pass over the cases."""
    if cold:
        for kept in KEPT:
            kept.cache_clear()
        gc.collect()
    began = perf_counter()
    for case in cases:
        _read(suggest(case))
    return len(cases) / (perf_counter() - began)


def main() -> None:
    """Print the middle and the best of some passes each."""
    workloads = {f"matrix {PEOPLE} x {TASKS}": matrix_cases(), f"random {RANDOM_CASES:,}": random_cases()}
    gc.collect()
    gc.freeze()
    print(f"whole suggestions a second, middle and best of {PASSES}; the floor is {FLOOR_PER_SECOND:,}")
    print(f"{'workload':<20}{'never seen':>12}{'(best)':>10}{'seen before':>14}{'(best)':>10}")
    for name, cases in workloads.items():
        cold = [per_second(cases, cold=True) for _ in range(PASSES)]
        warm = [per_second(cases, cold=False) for _ in range(PASSES)]
        print(f"{name:<20}{median(cold):>12,.0f}{max(cold):>10,.0f}{median(warm):>14,.0f}{max(warm):>10,.0f}")
    gc.unfreeze()


if __name__ == "__main__":
    main()
