"""The worked cases come out as published, and what is equal to the rule is answered alike."""

from dataclasses import FrozenInstanceError, replace
from typing import Any

import pytest

from tests.domain.dosing_samples import random_cases
from tests.domain.dosing_vignettes import VIGNETTES, check_vignette
from tillid_planner.domain.binding import Action, Binding
from tillid_planner.domain.dosing import (
    RULE_VERSION,
    BreachRecord,
    BreachStatus,
    Case,
    Cause,
    Reading,
    suggest,
)
from tillid_planner.domain.lift import Need


@pytest.mark.parametrize("vignette", VIGNETTES, ids=[vignette["id"] for vignette in VIGNETTES])
def test_vignette(vignette: dict[str, Any]) -> None:
    check_vignette(suggest, vignette)


def test_there_are_as_many_vignettes_as_published() -> None:
    assert len(VIGNETTES) == 44


def test_the_rule_has_a_version() -> None:
    assert RULE_VERSION >= 1


def test_a_case_cannot_be_changed_after_it_was_asked() -> None:
    case = Case(Reading(4), Reading(4), Reading(4))
    with pytest.raises(FrozenInstanceError):
        case.agreed = 5  # type: ignore[misc]
    with pytest.raises(AttributeError):
        suggest(case).rung = 5  # type: ignore[misc]


def test_keys_stand_in_their_order() -> None:
    bindings, actions, needs = list(Binding), list(Action), list(Need)
    for case in random_cases(4_000, seed=31, missing=0.05):
        answer = suggest(case)
        assert list(answer.binding) == sorted(answer.binding, key=bindings.index)
        assert list(answer.actions) == sorted(answer.actions, key=actions.index)
        for alternative in answer.lift:
            keys = [key for key, _ in alternative]
            assert keys == sorted(keys, key=needs.index)


def test_every_limit_flag_and_need_can_happen() -> None:
    answers = [suggest(case) for case in random_cases(30_000, seed=32, missing=0.05)]
    assert {key for answer in answers for key in answer.binding} == set(Binding)
    assert {flag for answer in answers for flag in answer.actions} == set(Action)
    assert {key for answer in answers for needs in answer.lift for key, _ in needs} == set(Need)


@pytest.mark.parametrize(
    ("exposed", "last_sure_day"), [((1, 1, 1), 365), ((3, 2, 1), 180), ((3, 3, 3), 90)], ids=["0", "1", "2"]
)
def test_a_rating_is_unsure_the_day_after_its_time_is_up(exposed: tuple[int, int, int], last_sure_day: int) -> None:
    case = Case(Reading(5, age_days=last_sure_day), Reading(5), Reading(5), *exposed)
    low, high = suggest(case).band
    assert low == high
    low, high = suggest(replace(case, competence=Reading(5, age_days=last_sure_day + 1))).band
    assert low == high - 1


@pytest.mark.parametrize(
    ("cause", "last_day", "needed", "rung"), [(Cause.INTENTION, 180, 2, 5), (Cause.ILL_WILL, 365, 3, 3)]
)
def test_a_closed_breach_leaves_a_trace_until_its_last_day(cause: Cause, last_day: int, needed: int, rung: int) -> None:
    breach = BreachRecord(cause, BreachStatus.CLOSED, 4, last_day)
    case = Case(Reading(5), Reading(5), Reading(5), agreed=5, breaches=(breach,))
    assert (suggest(case).follow_ups_needed, suggest(case).rung) == (needed, rung)
    after = suggest(replace(case, breaches=(replace(breach, days_since_closed=last_day + 1),)))
    assert (after.follow_ups_needed, after.rung) == (1, 5)


@pytest.mark.parametrize(
    ("load", "rung", "flags"), [(1.0, 4, ()), (1.01, 3, ()), (1.2, 3, ()), (1.21, 3, ("relieve_first",))]
)
def test_the_week_counts_from_just_above_its_limits(load: float, rung: int, flags: tuple[str, ...]) -> None:
    answer = suggest(Case(Reading(4), Reading(5), Reading(4), agreed=4, load=load))
    assert (answer.rung, answer.standing, answer.actions) == (rung, 4, flags)
