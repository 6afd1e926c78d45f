"""The rule has its properties: on whole grids, on random cases, and on whatever hypothesis comes up with."""

import itertools

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.domain.dosing_properties import CHECKS, Check
from tests.domain.dosing_samples import TYPICAL_RISKS, random_cases
from tillid_planner.domain.dosing import (
    BreachRecord,
    BreachStatus,
    Case,
    Cause,
    Novelty,
    Reading,
    cadence_days,
    exposure,
    suggest,
)

GRID = [
    Case(Reading(k, sure), Reading(i), Reading(r), *risk, clarity, agreed=agreed, good_follow_ups=2)
    for k, i, r in itertools.product(range(1, 6), repeat=3)
    for risk, clarity in itertools.product(TYPICAL_RISKS, (2, 3))
    for agreed, sure in ((None, True), (3, False))
]
RANDOM = random_cases(1_500, seed=21) + random_cases(150, seed=22, missing=0.4)

readings = st.builds(Reading, st.integers(1, 5), st.booleans(), st.integers(0, 400))
grades = st.integers(1, 3)
breaches = st.builds(
    BreachRecord,
    st.sampled_from(Cause),
    st.sampled_from(BreachStatus),
    st.integers(1, 5),
    st.integers(0, 400),
    st.booleans(),
)
any_case = st.builds(
    Case,
    readings,
    readings,
    readings,
    consequence=grades,
    reversal=grades,
    detection=grades,
    clarity=grades,
    novelty=st.sampled_from(Novelty),
    agreed=st.none() | st.integers(0, 5),
    good_follow_ups=st.integers(0, 8),
    load=st.none() | st.floats(0, 10),
    legal_ceiling=st.integers(0, 5),
    breaches=st.lists(breaches, max_size=3).map(tuple),
)
by_property = pytest.mark.parametrize("check", [pytest.param(check, id=name) for name, check in CHECKS.items()])


@by_property
def test_holds_on_the_grid_and_at_random(check: Check) -> None:
    check(suggest, [*GRID, *RANDOM])


@pytest.mark.parametrize("name", [name for name in CHECKS if name != "P13"])
def test_holds_for_anything(name: str) -> None:
    @settings(max_examples=120, database=None)
    @given(any_case)
    def holds(case: Case) -> None:
        CHECKS[name](suggest, [case])

    holds()


def test_exposure_moves_at_most_one_for_a_step() -> None:
    for c, r, d in itertools.product((1, 2, 3), repeat=3):
        here = exposure(c, r, d)
        for worse in ((c + 1, r, d), (c, r + 1, d), (c, r, d + 1)):
            if max(worse) <= 3:
                assert exposure(*worse) - here in (0, 1)


def test_cadence_grows_with_the_rung_shrinks_with_exposure_and_halves_in_repair() -> None:
    assert cadence_days(0, 0, False) is None
    for rung, e in itertools.product(range(1, 6), range(3)):
        days = cadence_days(rung, e, False)
        assert days is not None
        assert cadence_days(rung, e, True) == max(1, days // 2)
        assert days <= (cadence_days(min(5, rung + 1), e, False) or 0)
        assert days >= (cadence_days(rung, min(2, e + 1), False) or 0)
