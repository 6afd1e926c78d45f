"""A case is read strictly: the first fault is named by code and field, and nothing crashes the reader."""

import json
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.domain.dosing_vignettes import MALFORMED
from tillid_planner.domain.dosing import BreachRecord, BreachStatus, Case, Cause, Novelty, Reading, suggest
from tillid_planner.exchange.cases import CaseError, FaultCode, read_case, result

RATED = {"competence": {"value": 4}, "intention": {"value": 4}, "resources": {"value": 3}}
BREACH = {"cause": "competence", "status": "open"}


def line(**fields: Any) -> bytes:
    return json.dumps(RATED | fields).encode()


def fault_of(content: bytes) -> tuple[str, str | None]:
    with pytest.raises(CaseError) as raised:
        read_case(content)
    return raised.value.code, raised.value.field


@pytest.mark.parametrize("malformed", MALFORMED, ids=lambda m: f"{m['code']} {m['field']}")
def test_published_malformed_lines(malformed: dict[str, Any]) -> None:
    assert fault_of(malformed["line"].encode()) == (malformed["code"], malformed["field"])


def test_defaults_are_filled_in() -> None:
    assert read_case(line()) == Case(Reading(4), Reading(4), Reading(3))
    assert read_case(line(breaches=[BREACH])).breaches == (BreachRecord(Cause.COMPETENCE, BreachStatus.OPEN),)


def test_every_field_is_read() -> None:
    breach = {
        "cause": "ill_will",
        "status": "closed",
        "rung_at_breach": 4,
        "days_since_closed": 90,
        "same_task": False,
    }
    case = read_case(
        json.dumps(
            {
                "competence": {"value": None, "sure": False, "age_days": 36_500},
                "intention": {"value": 1},
                "resources": {"value": 5},
                "consequence": 2,
                "reversal": 3,
                "detection": 2,
                "clarity": 1,
                "novelty": "similar",
                "agreed": 0,
                "good_follow_ups": 1000,
                "load": 10,
                "legal_ceiling": 0,
                "breaches": [breach],
            }
        ).encode()
    )
    record = BreachRecord(Cause.ILL_WILL, BreachStatus.CLOSED, 4, 90, False)
    unrated = Reading(None, False, 36_500)
    assert case == Case(
        unrated, Reading(1), Reading(5), 2, 3, 2, 1, Novelty.SIMILAR, 0, 1000, 10.0, 0, (record,)
    )  # fmt: skip
    assert isinstance(case.load, float)


@pytest.mark.parametrize(
    ("fields", "code", "field"),
    [
        ({"intention": None}, "wrong_type", "intention"),
        ({"intention": []}, "wrong_type", "intention"),
        ({"intention": {"sure": 1, "value": 4}}, "wrong_type", "intention.sure"),
        ({"intention": {"value": 4, "sure": None}}, "wrong_type", "intention.sure"),
        ({"intention": {"value": 4, "age_days": -1}}, "out_of_range", "intention.age_days"),
        ({"intention": {"value": 4, "age_days": 36_501}}, "out_of_range", "intention.age_days"),
        ({"intention": {"value": 4, "age_days": None}}, "wrong_type", "intention.age_days"),
        ({"intention": {"value": 4.0}}, "wrong_type", "intention.value"),
        ({"intention": {"value": 0}}, "out_of_range", "intention.value"),
        ({"intention": {"value": 4, "note": "x"}}, "unknown_field", "intention.note"),
        ({"consequence": 4}, "out_of_range", "consequence"),
        ({"reversal": 0}, "out_of_range", "reversal"),
        ({"detection": "2"}, "wrong_type", "detection"),
        ({"clarity": True}, "wrong_type", "clarity"),
        ({"novelty": "old"}, "out_of_range", "novelty"),
        ({"novelty": None}, "wrong_type", "novelty"),
        ({"novelty": ["known"]}, "wrong_type", "novelty"),
        ({"agreed": 6}, "out_of_range", "agreed"),
        ({"agreed": "3"}, "wrong_type", "agreed"),
        ({"good_follow_ups": 1001}, "out_of_range", "good_follow_ups"),
        ({"load": -0.1}, "out_of_range", "load"),
        ({"load": 10.01}, "out_of_range", "load"),
        ({"load": "1"}, "wrong_type", "load"),
        ({"load": False}, "wrong_type", "load"),
        ({"legal_ceiling": 6}, "out_of_range", "legal_ceiling"),
        ({"breaches": None}, "wrong_type", "breaches"),
        ({"breaches": {}}, "wrong_type", "breaches"),
        ({"breaches": [3]}, "wrong_type", "breaches[0]"),
        ({"breaches": [BREACH, None]}, "wrong_type", "breaches[1]"),
        ({"breaches": [{"status": "open"}]}, "missing_field", "breaches[0].cause"),
        ({"breaches": [{"cause": "unknown"}]}, "missing_field", "breaches[0].status"),
        ({"breaches": [BREACH | {"cause": None}]}, "wrong_type", "breaches[0].cause"),
        ({"breaches": [BREACH | {"status": "shut"}]}, "out_of_range", "breaches[0].status"),
        (
            {"breaches": [BREACH, BREACH | {"rung_at_breach": 0}]},
            "out_of_range",
            "breaches[1].rung_at_breach",
        ),
        ({"breaches": [BREACH | {"days_since_closed": -1}]}, "out_of_range", "breaches[0].days_since_closed"),
        ({"breaches": [BREACH | {"same_task": 0}]}, "wrong_type", "breaches[0].same_task"),
        ({"breaches": [BREACH | {"who": "x"}]}, "unknown_field", "breaches[0].who"),
        ({"breaches": [BREACH] * 1001}, "out_of_range", "breaches"),
    ],
)
def test_a_fault_is_named(fields: dict[str, Any], code: str, field: str) -> None:
    assert fault_of(line(**fields)) == (code, field)


@pytest.mark.parametrize(
    ("fields", "field"),
    [
        ({"zzz": 1, "intention": {"value": 9}, "competence": {"value": 9}}, "competence.value"),
        ({"consequence": 9, "intention": {"value": 4, "age_days": -1}}, "intention.age_days"),
        ({"clarity": 9, "detection": 9, "reversal": 9}, "reversal"),
        ({"breaches": [BREACH | {"same_task": 3}, 7], "legal_ceiling": 9}, "legal_ceiling"),
        ({"breaches": [BREACH | {"same_task": 3}, 7]}, "breaches[0].same_task"),
        ({"competence": {"value": 4, "zzz": 1}, "breaches": [7]}, "breaches[0]"),
        ({"zzz": 1, "breaches": [BREACH | {"who": 1}]}, "breaches[0].who"),
    ],
)
def test_the_first_fault_in_the_order_of_the_table_is_reported(fields: dict[str, Any], field: str) -> None:
    assert fault_of(line(**fields))[1] == field


@pytest.mark.parametrize(
    "content",
    [
        b"\xff\xfe",
        b'{"competence": "\xe6"}',
        b'{"load": Infinity}',
        b'{"load": -Infinity}',
        b"[" * 200_000,
        b'{"a":' * 200_000 + b"1" + b"}" * 200_000,
        b"{} {}",
        b"{'competence': 1}",
        b"nul",
    ],
    ids=["bytes", "latin1", "inf", "-inf", "deep", "deep objects", "two", "quotes", "word"],
)
def test_what_is_not_json_in_utf_8(content: bytes) -> None:
    assert fault_of(content) == ("not_json", None)


@pytest.mark.parametrize("content", [b"1", b"null", b'"x"', b"[{}]", b"true"])
def test_what_is_not_an_object(content: bytes) -> None:
    assert fault_of(content) == ("not_an_object", None)


@pytest.mark.parametrize("number", [b"1e400", b"-1e400", b"1" + b"0" * 5_000, b"-1" + b"0" * 5_000, b"1e308"])
def test_a_number_too_large_is_out_of_range(number: bytes) -> None:
    assert fault_of(line()[:-1] + b', "load": ' + number + b"}") == ("out_of_range", "load")


def test_a_whole_number_too_large_is_out_of_range() -> None:
    assert fault_of(line()[:-1] + b', "clarity": 1' + b"0" * 5_000 + b"}") == ("out_of_range", "clarity")


def test_the_last_of_doubled_keys_counts() -> None:
    assert read_case(line(clarity=9)[:-1] + b', "clarity": 2}').clarity == 2


def test_a_result_is_plain_json() -> None:
    case = read_case(line(consequence=3, reversal=3, detection=3, load=1.5, agreed=4))
    written = json.loads(json.dumps(result(suggest(case), "…")))
    assert list(written) == [
        "rung",
        "carries",
        "band",
        "exposure",
        "follow_ups_needed",
        "binding",
        "standing",
        "temporary",
        "actions",
        "cadence_days",
        "lift",
        "text",
    ]
    assert {"load": 1.0, "resources": 4} in written["lift"]
    assert {"net": [3, 1], "load": 1.0} in written["lift"]


anything = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner, max_size=3),
    max_leaves=6,
)
fields = st.sampled_from([*Case.__dataclass_fields__, "other"])


@settings(max_examples=300, database=None)
@given(st.dictionaries(fields, anything, max_size=4) | anything)
def test_whatever_comes_is_read_or_named(content: Any) -> None:
    given_fields = RATED | content if isinstance(content, dict) else content
    error = error_or_none(json.dumps(given_fields).encode())
    if error is not None:
        assert error.code in FaultCode
        assert (error.field is None) == (error.code in ("not_json", "not_an_object"))


def error_or_none(content: bytes) -> CaseError | None:
    try:
        read_case(content)
    except CaseError as error:
        return error
    return None


@settings(max_examples=200, database=None)
@given(st.binary(max_size=40))
def test_whatever_bytes_come_are_refused(content: bytes) -> None:
    fault_of(content)
