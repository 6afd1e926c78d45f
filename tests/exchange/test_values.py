"""Numbers, days and steps as people write them; what is none of them is none, however long or strange."""

import math
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tillid_planner.exchange import values
from tillid_planner.exchange.days import read_day, says_no_day
from tillid_planner.exchange.hours import read_amount

STEPS = {1: ("ja", "yes"), 2: ("måske", "med besvær"), 3: ("nej", "no")}
ANY_CELL = st.one_of(st.text(max_size=60), st.floats(), st.dates())


@pytest.mark.parametrize(
    ("written", "number"),
    [
        ("32,5", 32.5),
        ("32.5", 32.5),
        ("37", 37),
        ("1.234,5", 1234.5),
        ("37 timer", 37),
        ("32,5 t.", 32.5),
        ("37 h", 37),
        ("37 timer/uge", 37),
        ("37 t. pr. uge", 37),
        ("32,5\xa0timer om ugen", 32.5),
        ("37:00", 37),
        ("32:30", 32.5),
        (" 30 ", 30),
        ("-5", -5),
        ("0", 0),
        (37.0, 37),
        ("٣٧", 37),
    ],
)
def test_numbers(written, number):
    assert read_amount(written) == number


@pytest.mark.parametrize(
    "written",
    ["", "mange", "37-32", "1e5", "nan", "inf", "12,,5", "½", "1" * 5_000, "1." * 50_000, "--5", "37:75", "x37"],
)
def test_what_is_no_number(written):
    assert read_amount(written) is None


def test_numbers_beyond_reason_are_left_to_the_rule_for_hours():
    assert read_amount(math.inf) == math.inf
    assert read_amount("9" * 55) == float("9" * 55)


@pytest.mark.parametrize(
    ("written", "day"),
    [
        ("01-03-2019", date(2019, 3, 1)),
        ("1.3.19", date(2019, 3, 1)),
        ("1/3/2019", date(2019, 3, 1)),
        ("2019-03-01", date(2019, 3, 1)),
        ("2019/03/01", date(2019, 3, 1)),
        ("2019-03-01T08:00:00", date(2019, 3, 1)),
        ("01-03-2019 08:15", date(2019, 3, 1)),
        ("1. marts 2019", date(2019, 3, 1)),
        ("1 Mar 2019", date(2019, 3, 1)),
        ("12. okt. 1998", date(1998, 10, 12)),
        ("01-04-98", date(1998, 4, 1)),
        ("29-02-2024", date(2024, 2, 29)),
        (date(2019, 3, 1), date(2019, 3, 1)),
        (43525.0, date(2019, 3, 1)),
        (" 01-03-2019 ", date(2019, 3, 1)),
    ],
)
def test_days(written, day):
    assert read_day(written) == day


@pytest.mark.parametrize(
    "written",
    [
        "31-02-2020",
        "29-02-2023",
        "00-01-2020",
        "01-13-2020",
        "01-01-0000",
        "0000-01-01",
        "01-01-0001",
        "31-12-9999",
        "9999-12-31",
        date(9999, 12, 31),
        date(1, 1, 1),
        "i går",
        "",
        "1-1",
        "2019",
        7.0,
        1e300,
        math.nan,
        math.inf,
        "01-03-2019" * 5_000,
        "5. blomst 2020",
        "1-3-20199",
    ],
)
def test_what_is_no_day(written):
    assert read_day(written) is None


def test_the_year_9999_means_no_end():
    assert says_no_day("31-12-9999")
    assert says_no_day(date(9999, 12, 31))
    assert not says_no_day("31-12-2026")


@pytest.mark.parametrize(
    ("written", "step"),
    [
        ("Ja", 1),
        ("YES, always", 1),
        ("Måske", 2),
        ("måske, hvis nogen ser det", 2),
        ("Med besvær", 2),
        ("nej", 3),
        ("No", 3),
        ("2", 2),
        (3.0, 3),
        ("4", None),
        ("Nejtak", None),
        ("", None),
        ("²", None),
        ("1" * 5_000, None),
        ("ja" * 50_000, None),
        ("0", None),
    ],
)
def test_steps(written, step):
    assert values.step(written, STEPS) == step


@pytest.mark.parametrize("written", ["#REF!", "#N/A", "#I/T", "#NAVN?", "#VÆRDI!", "#DIV/0!", "########"])
def test_what_a_failed_formula_shows(written):
    assert values.is_sheet_error(written)


@pytest.mark.parametrize("written", ["-", "–", " — ", "n/a", "N/A", ""])
def test_a_dash_says_that_there_is_nothing(written):
    assert values.text(written) == ""


@given(ANY_CELL)
def test_any_cell_is_a_value_or_none(cell):
    assert read_amount(cell) is None or isinstance(read_amount(cell), float)
    day = read_day(cell)
    assert day is None or 1900 <= day.year < 2200
    assert values.step(cell, STEPS) in (None, 1, 2, 3)
    says_no_day(cell)
