"""How many suggestions a second the rule gives. Run as ``python -m tests.bench.dosing_bench``.

Two workloads: a matrix as a large workplace has it (200 people x 400 tasks), and random cases hardly any of
which is like another. «Figures» is what a cell of the matrix shows; «complete» asks for the reasons too: what
limits, the flags, and everything that would lift it. «Never seen» begins with nothing kept from before, «seen
before» is the same matrix worked out again. The cases are built beforehand.
"""

import random
from collections.abc import Callable
from time import perf_counter

from tillid_planner.domain import dosing
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
PASSES = 5


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


def _figures(suggestion: Suggestion) -> object:
    return suggestion.rung


def _complete(suggestion: Suggestion) -> object:
    return suggestion.reasons


def per_second(cases: list[Case], ask: Callable[[Suggestion], object], *, cold: bool) -> float:
    """Return suggestions a second for one pass over the cases."""
    if cold:
        dosing._answer.cache_clear()
        dosing._reasons.cache_clear()
    began = perf_counter()
    for case in cases:
        ask(suggest(case))
    return len(cases) / (perf_counter() - began)


def main() -> None:
    """Print the figures, the best of some passes each."""
    workloads = {f"matrix {PEOPLE} x {TASKS}": matrix_cases(), f"random {RANDOM_CASES:,}": random_cases()}
    print(f"suggestions a second; the floor is {FLOOR_PER_SECOND:,}")
    print(f"{'workload':<18}{'asked for':<12}{'never seen':>12}{'seen before':>14}")
    for name, cases in workloads.items():
        for what, ask in {"figures": _figures, "complete": _complete}.items():
            cold = max(per_second(cases, ask, cold=True) for _ in range(PASSES))
            warm = max(per_second(cases, ask, cold=False) for _ in range(PASSES))
            print(f"{name:<18}{what:<12}{cold:>12,.0f}{warm:>14,.0f}")
        print(f"{'':<18}{dosing._answer.cache_info().currsize:,} different facts kept")


if __name__ == "__main__":
    main()
