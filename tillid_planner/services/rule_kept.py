"""The question and the answer of the rule behind an agreement, as they were that day, in words."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from tillid_planner.content import Words
from tillid_planner.domain import dosing
from tillid_planner.domain.case import Case, Dimension
from tillid_planner.domain.dosing import Suggestion
from tillid_planner.domain.explanation import explain, percent, put_into_words
from tillid_planner.domain.tables import HIGHEST
from tillid_planner.exchange.cases import CaseError, read_case

_OF_THREE = ("consequence", "reversal", "detection", "clarity")


def asked_and_answered(values: Mapping[str, Any]) -> tuple[Case, Suggestion] | None:
    """Return what the rule was asked and what it answered, from ``rule_case`` and ``rule_version`` as stored.

    None where there was no suggestion, or where another version of the rule gave it.
    """
    asked = values.get("rule_case")
    if not asked or values.get("rule_version") != str(dosing.RULE_VERSION):
        return None
    try:
        case = read_case(asked.encode())
    except CaseError:
        return None
    return case, dosing.suggest(case)


def rule_in_words(values: Mapping[str, Any], words: Words) -> dict[str, str]:
    """Return ``rule_case`` and ``rule_result`` of a stored agreement in words.

    Nothing is returned where they cannot be put into words: then the stored values stand as they are.
    """
    found = asked_and_answered(values)
    if found is None:
        return {}
    return {"rule_case": question(found[0], words), "rule_result": put_into_words(explain(*found), words).text}


def question(case: Case, words: Words) -> str:
    """Return what the rule was asked: the three ratings, the task, and what had happened."""
    parts = [_reading(case, dimension, words) for dimension in Dimension]
    for what in _OF_THREE:
        name = words.text(f"anchors.{what}.name").lower()
        parts.append(words.text("access.rule_case.of_three", name=name, value=getattr(case, what)))
    parts.append(words.text("access.rule_case.novelty", value=words.text(f"access.values.novelty.{case.novelty}")))
    if case.agreed:
        parts.append(words.text("access.rule_case.agreed", rung=case.agreed))
    parts.append(words.text("access.rule_case.good_follow_ups", count=case.good_follow_ups))
    if case.load is not None:
        parts.append(words.text("access.rule_case.load", percent=percent(case.load)))
    if case.legal_ceiling < HIGHEST:
        parts.append(words.text("access.rule_case.legal_ceiling", rung=case.legal_ceiling))
    if case.breaches:
        parts.append(words.text("access.rule_case.breaches", count=len(case.breaches)))
    return "; ".join(parts)


def _reading(case: Case, dimension: Dimension, words: Words) -> str:
    reading, name = getattr(case, dimension), words.text(f"anchors.{dimension}.name").lower()
    if reading.value is None:
        return words.text("access.rule_case.missing", name=name)
    key = "rating" if reading.sure else "unsure"
    return words.text(f"access.rule_case.{key}", name=name, value=reading.value)
