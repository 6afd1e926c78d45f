"""The rule agrees on every output with a second one, written straight from the specification."""

from collections.abc import Iterable

import pytest

from tests.domain.dosing_reference import Reference
from tests.domain.dosing_samples import history_grid, random_cases, rating_grid
from tillid_planner.domain.dosing import Case, suggest

FIGURES = (
    "rung",
    "carries",
    "band",
    "exposure",
    "follow_ups_needed",
    "standing",
    "temporary",
    "cadence_days",
)
REASONS = ("binding", "actions", "lift")


@pytest.mark.parametrize(
    "cases",
    [
        pytest.param(rating_grid(), id="ratings"),
        pytest.param(history_grid(), id="histories"),
        pytest.param(random_cases(20_000, seed=11), id="random"),
        pytest.param(random_cases(3_000, seed=12, missing=0.3), id="missing"),
    ],
)
def test_agrees_with_the_reference(cases: Iterable[Case]) -> None:
    reference = Reference()
    for case in cases:
        expected, given = reference(case), suggest(case)
        for name in FIGURES + REASONS:
            assert getattr(given, name) == getattr(expected, name), (name, case)
