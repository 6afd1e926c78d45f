"""The worked cases, and the check that a rule gives their reference outputs."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

from tillid_planner.domain.case import Case
from tillid_planner.exchange.cases import read_case

_CASES = Path(__file__).parents[1] / "cases"
VIGNETTES: list[dict[str, Any]] = json.loads((_CASES / "vignettes.json").read_text(encoding="utf-8"))["vignettes"]
MALFORMED: list[dict[str, Any]] = json.loads((_CASES / "malformed.json").read_text(encoding="utf-8"))


def case_of(vignette: dict[str, Any]) -> Case:
    return read_case(json.dumps(vignette["case"]).encode())


def check_vignette(rule: Callable[[Case], Any], vignette: dict[str, Any]) -> None:
    answer, expected = rule(case_of(vignette)), vignette["result"]
    for name in ("rung", "carries", "exposure", "follow_ups_needed", "standing", "temporary", "cadence_days"):
        assert getattr(answer, name) == expected[name], (vignette["id"], name)
    assert list(answer.band) == expected["band"], vignette["id"]
    for name in ("binding", "actions"):
        assert len(getattr(answer, name)) == len(expected[name]), (vignette["id"], name)
        assert set(getattr(answer, name)) == set(expected[name]), (vignette["id"], name)
    lift = [[(key, list(v) if isinstance(v, tuple) else v) for key, v in needs] for needs in answer.lift]
    assert lift == [list(needs.items()) for needs in expected["lift"]], vignette["id"]
    span = vignette["expect_rung"]
    if span is not None and answer.rung is not None:
        assert span["min"] <= answer.rung <= span["max"], vignette["id"]


def check_vignettes(rule: Callable[[Case], Any]) -> None:
    for vignette in VIGNETTES:
        check_vignette(rule, vignette)
