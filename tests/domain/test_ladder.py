"""The two ladders, and how much say can honestly be promised."""

import itertools
from typing import Any

import pytest

from tillid_planner.domain.ladder import Involvement, Rung, highest_honest_rung


def test_the_ladders_have_their_rungs() -> None:
    assert [int(rung) for rung in Rung] == [0, 1, 2, 3, 4, 5]
    assert [int(rung) for rung in Involvement] == [1, 2, 3, 4, 5]


@pytest.mark.parametrize(
    ("situation", "rung"),
    [
        ({"decided_elsewhere": True, "inside_agreed_frame": True, "goals_shared": True}, 1),
        ({"urgent": True, "knowledge_needed": True, "goals_shared": True, "support_needed": True}, 2),
        ({"urgent": True, "goals_shared": True}, 1),
        ({"inside_agreed_frame": True, "goals_shared": True}, 5),
        ({"inside_agreed_frame": True}, 1),
        ({"inside_agreed_frame": True, "support_needed": True}, 3),
        ({"support_needed": True, "goals_shared": True}, 4),
        ({"support_needed": True}, 3),
        ({"knowledge_needed": True, "goals_shared": True}, 3),
        ({"knowledge_needed": True}, 2),
        ({"goals_shared": True}, 2),
        ({}, 1),
    ],
)
def test_the_highest_rung_that_can_be_declared_honestly(situation: dict[str, Any], rung: int) -> None:
    assert highest_honest_rung(**situation) == rung


def test_more_shared_ground_never_means_less_say() -> None:
    names = (
        "decided_elsewhere",
        "urgent",
        "inside_agreed_frame",
        "goals_shared",
        "support_needed",
        "knowledge_needed",
    )
    for flags in itertools.product((False, True), repeat=len(names)):
        situation = dict(zip(names, flags, strict=True))
        here = highest_honest_rung(**situation)
        for name in ("inside_agreed_frame", "goals_shared", "support_needed", "knowledge_needed"):
            assert highest_honest_rung(**{**situation, name: True}) >= here
        for name in ("decided_elsewhere", "urgent"):
            assert highest_honest_rung(**{**situation, name: True}) <= here
