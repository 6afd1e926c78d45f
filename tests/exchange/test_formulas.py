"""What a program would take for a formula, however it is hidden."""

import pytest

from tillid_planner.exchange.held_list import plain
from tillid_planner.exchange.spreadsheet import looks_like_formula


@pytest.mark.parametrize(
    "text",
    [
        "=1+1",
        "+1",
        "-1",
        "@SUM(A1)",
        "\n=1+1",
        "\r\n=1",
        " \t=1",
        "\u200b=1",
        "\ufeff=1",
        "＝1+1",
        "＋1",
        "－1",
        "＠SUM",
        "\t1",
    ],
)
def test_a_formula_is_told_and_made_plain(text):
    assert looks_like_formula(text)
    assert plain(text).startswith("'")


@pytest.mark.parametrize("text", ["Sårpleje", "1 = 1", "Amina Holm", "a\n=1", "«=»", ""])
def test_plain_text_is_left_alone(text):
    assert not looks_like_formula(text)
    assert plain(text) == text
