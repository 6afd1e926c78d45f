"""Cases for the dosing rule as JSON: one line in, one result out."""

import json
import math
from collections.abc import Mapping
from enum import StrEnum
from typing import Any, Final, NoReturn, TypeVar

from tillid_planner.domain.dosing import (
    BreachRecord,
    BreachStatus,
    Case,
    Cause,
    Dimension,
    Novelty,
    Reading,
    Suggestion,
)

MOST_DAYS: Final = 36_500
MOST_FOLLOW_UPS: Final = 1_000
MOST_BREACHES: Final = 1_000
MOST_LOAD: Final = 10

_Word = TypeVar("_Word", bound=StrEnum)

# No field takes a number this long, and converting a longer one takes quadratic time.
_MOST_DIGITS: Final = 400


class FaultCode(StrEnum):
    """What can be wrong with a case."""

    NOT_JSON = "not_json"
    NOT_AN_OBJECT = "not_an_object"
    MISSING_FIELD = "missing_field"
    UNKNOWN_FIELD = "unknown_field"
    WRONG_TYPE = "wrong_type"
    OUT_OF_RANGE = "out_of_range"


class CaseError(ValueError):
    """A case that cannot be read: the code, and the path of the field (None for the line as a whole)."""

    def __init__(self, code: FaultCode, field: str | None = None) -> None:
        super().__init__(code, field)
        self.code = code
        self.field = field


def read_case(line: bytes) -> Case:
    """Return the case on a line of UTF-8 JSON; CaseError names the first thing that is wrong with it."""
    fields = _object_on(line)
    case = Case(
        competence=_reading(fields, Dimension.COMPETENCE),
        intention=_reading(fields, Dimension.INTENTION),
        resources=_reading(fields, Dimension.RESOURCES),
        consequence=_whole(fields, "consequence", 1, 3, default=1),
        reversal=_whole(fields, "reversal", 1, 3, default=1),
        detection=_whole(fields, "detection", 1, 3, default=1),
        clarity=_whole(fields, "clarity", 1, 3, default=3),
        novelty=_word(fields, "novelty", Novelty, default=Novelty.KNOWN),
        agreed=_whole_or_none(fields, "agreed", 0, 5),
        good_follow_ups=_whole(fields, "good_follow_ups", 0, MOST_FOLLOW_UPS, default=0),
        load=_load(fields),
        legal_ceiling=_whole(fields, "legal_ceiling", 0, 5, default=5),
        breaches=_breaches(fields),
    )
    _refuse_unknown(fields)
    return case


def result(suggestion: Suggestion, text: str) -> dict[str, object]:
    """Return a suggestion and its explanation as a JSON object."""
    reasons = suggestion.reasons
    return {
        "rung": suggestion.rung,
        "carries": suggestion.carries,
        "band": list(suggestion.band),
        "exposure": suggestion.exposure,
        "follow_ups_needed": suggestion.follow_ups_needed,
        "binding": list(reasons.binding),
        "standing": suggestion.standing,
        "temporary": suggestion.temporary,
        "actions": list(reasons.actions),
        "cadence_days": suggestion.cadence_days,
        "lift": [dict(needs) for needs in reasons.lift],
        "text": text,
    }


def fault_result(fault: CaseError, message: str) -> dict[str, object]:
    """Return a fault as the JSON object that stands in place of a result."""
    return {"error": {"code": fault.code, "field": fault.field, "message": message}}


def _object_on(line: bytes) -> Mapping[str, Any]:
    try:
        found = json.loads(line.decode("utf-8"), parse_int=_json_whole, parse_constant=_refuse_constant)
    except (ValueError, RecursionError):
        # RecursionError: no case is nested so deep that the reader gives up.
        raise CaseError(FaultCode.NOT_JSON) from None
    if not isinstance(found, dict):
        raise CaseError(FaultCode.NOT_AN_OBJECT)
    return found


def _json_whole(digits: str) -> int:
    return int(digits[:_MOST_DIGITS])


def _refuse_constant(name: str) -> NoReturn:
    raise ValueError(name)


def _reading(fields: Mapping[str, Any], name: str) -> Reading:
    if name not in fields:
        raise CaseError(FaultCode.MISSING_FIELD, name)
    inner, at = fields[name], f"{name}."
    if not isinstance(inner, dict):
        raise CaseError(FaultCode.WRONG_TYPE, name)
    if "value" not in inner:
        raise CaseError(FaultCode.MISSING_FIELD, f"{at}value")
    return Reading(
        value=_whole_or_none(inner, "value", 1, 5, at=at),
        sure=_yes_or_no(inner, "sure", at=at),
        age_days=_whole(inner, "age_days", 0, MOST_DAYS, default=0, at=at),
    )


def _breaches(fields: Mapping[str, Any]) -> tuple[BreachRecord, ...]:
    found = fields.get("breaches", [])
    if not isinstance(found, list):
        raise CaseError(FaultCode.WRONG_TYPE, "breaches")
    if len(found) > MOST_BREACHES:
        raise CaseError(FaultCode.OUT_OF_RANGE, "breaches")
    return tuple(_breach(entry, f"breaches[{index}]") for index, entry in enumerate(found))


def _breach(entry: Any, path: str) -> BreachRecord:
    if not isinstance(entry, dict):
        raise CaseError(FaultCode.WRONG_TYPE, path)
    at = f"{path}."
    return BreachRecord(
        cause=_word(entry, "cause", Cause, at=at),
        status=_word(entry, "status", BreachStatus, at=at),
        rung_at_breach=_whole(entry, "rung_at_breach", 1, 5, default=3, at=at),
        days_since_closed=_whole(entry, "days_since_closed", 0, MOST_DAYS, default=0, at=at),
        same_task=_yes_or_no(entry, "same_task", at=at),
    )


def _whole(fields: Mapping[str, Any], name: str, low: int, high: int, *, default: int, at: str = "") -> int:
    found = fields.get(name, default)
    # A bool is an int in Python, but not in JSON.
    if not isinstance(found, int) or isinstance(found, bool):
        raise CaseError(FaultCode.WRONG_TYPE, at + name)
    if not low <= found <= high:
        raise CaseError(FaultCode.OUT_OF_RANGE, at + name)
    return found


def _whole_or_none(fields: Mapping[str, Any], name: str, low: int, high: int, *, at: str = "") -> int | None:
    return None if fields.get(name) is None else _whole(fields, name, low, high, default=low, at=at)


def _yes_or_no(fields: Mapping[str, Any], name: str, *, at: str) -> bool:
    found = fields.get(name, True)
    if not isinstance(found, bool):
        raise CaseError(FaultCode.WRONG_TYPE, at + name)
    return found


def _word(
    fields: Mapping[str, Any], name: str, words: type[_Word], *, default: _Word | None = None, at: str = ""
) -> _Word:
    if name not in fields:
        if default is None:
            raise CaseError(FaultCode.MISSING_FIELD, at + name)
        return default
    found = fields[name]
    if not isinstance(found, str):
        raise CaseError(FaultCode.WRONG_TYPE, at + name)
    try:
        return words(found)
    except ValueError:
        raise CaseError(FaultCode.OUT_OF_RANGE, at + name) from None


def _load(fields: Mapping[str, Any]) -> float | None:
    found = fields.get("load")
    if found is None:
        return None
    if not isinstance(found, int | float) or isinstance(found, bool):
        raise CaseError(FaultCode.WRONG_TYPE, "load")
    # 1e400 reads as infinite.
    if not 0 <= found <= MOST_LOAD or not math.isfinite(found):
        raise CaseError(FaultCode.OUT_OF_RANGE, "load")
    return float(found)


_READING_FIELDS: Final = frozenset({"value", "sure", "age_days"})
_BREACH_FIELDS: Final = frozenset({"cause", "status", "rung_at_breach", "days_since_closed", "same_task"})
_CASE_FIELDS: Final = frozenset(Case.__dataclass_fields__)


def _refuse_unknown(fields: Mapping[str, Any]) -> None:
    """Refuse fields nobody knows, only when everything known is in order; depth first like the rest."""
    for dimension in Dimension:
        _refuse_others(fields[dimension], _READING_FIELDS, f"{dimension}.")
    for index, entry in enumerate(fields.get("breaches", [])):
        _refuse_others(entry, _BREACH_FIELDS, f"breaches[{index}].")
    _refuse_others(fields, _CASE_FIELDS, "")


def _refuse_others(fields: Mapping[str, Any], known: frozenset[str], at: str) -> None:
    for name in fields:
        if name not in known:
            raise CaseError(FaultCode.UNKNOWN_FIELD, at + name)
