"""The two languages say the same things, and everything the rule can say has words."""

import re
import string
from collections.abc import Iterator
from typing import Any

import pytest

from tillid_planner.content import words
from tillid_planner.domain.binding import Action, Binding
from tillid_planner.domain.case import Dimension, Novelty
from tillid_planner.domain.ladder import Involvement, Rung
from tillid_planner.domain.lift import Need
from tillid_planner.exchange.cases import FaultCode
from tillid_planner.languages import CODES

EACH_LANGUAGE = pytest.mark.parametrize("language", CODES)
FILES = words("da").files()


def leaves(table: Any, path: str = "") -> Iterator[tuple[str, str]]:
    """Every text in a table with its path; the entries of a list are numbered."""
    if isinstance(table, str):
        yield path, table
    elif isinstance(table, dict):
        for key, value in table.items():
            yield from leaves(value, f"{path}.{key}")
    elif isinstance(table, list):
        for index, value in enumerate(table):
            yield from leaves(value, f"{path}[{index}]")


def texts(language: str, file: str) -> dict[str, str]:
    return dict(leaves(words(language).section(file)))


def placeholders(text: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(text) if name is not None}


def test_both_languages_have_the_same_files() -> None:
    assert {"ladders", "anchors", "explanation", "cases"} <= set(FILES)
    assert words("en").files() == FILES


@pytest.mark.parametrize("file", FILES)
def test_both_languages_have_the_same_keys_and_placeholders(file: str) -> None:
    danish, english = texts("da", file), texts("en", file)
    assert danish.keys() == english.keys()
    assert {k: placeholders(v) for k, v in danish.items()} == {k: placeholders(v) for k, v in english.items()}


@EACH_LANGUAGE
@pytest.mark.parametrize("file", FILES)
def test_no_text_is_empty_or_shouts(language: str, file: str) -> None:
    for key, text in texts(language, file).items():
        assert text.strip() == text, key
        assert text, key
        assert "!" not in text, key


@EACH_LANGUAGE
def test_every_limit_flag_and_need_has_words(language: str) -> None:
    said = words(language).section("explanation")
    split = {
        Binding.START: ("start_new", "start_similar"),
        Binding.HOLD: ("hold", "hold_start"),
        Binding.BREACH: ("breach", "breach_trace"),
        Binding.FOLLOW_UPS: ("follow_ups_one", "follow_ups_many"),
        Binding.BREACH_ILL_WILL: (),
    }
    limits = {name for key in Binding for name in split.get(key, (key.replace(":", "_"),))}
    assert said["limits"].keys() == limits
    of_needs = {
        Need.NET: ("net_catch", "net_undo", "net_both"),
        Need.FOLLOW_UPS: ("follow_ups_one", "follow_ups_many"),
    }
    needs = {name for key in Need for name in of_needs.get(key, (key.replace(":", "_"),))}
    assert said["lift"].keys() == needs
    assert said["flags"].keys() == set(Action)
    assert len(words(language).texts("explanation.rule.sentences")) == 3


@EACH_LANGUAGE
def test_every_rung_and_anchor_has_words(language: str) -> None:
    said = words(language)
    for rung in Rung:
        for what in ("name", "line", "decides", "asked", "control"):
            assert said.text(f"ladders.task.{rung}.{what}")
        # What both read of a rung speaks to neither of them alone.
        if rung:
            assert not re.search(r"\b(du|dig|din|dit|I|jer|jeres|you|your)\b", said.text(f"ladders.task.{rung}.both"))
    for step in Involvement:
        for what in ("name", "promise", "decides", "owed"):
            assert said.text(f"ladders.involvement.{step}.{what}")
    for dimension in Dimension:
        assert {"1", "2", "3", "4", "5", "name", "note"} == said.section(f"anchors.{dimension}").keys()
    for rated in ("consequence", "reversal", "detection", "clarity"):
        assert {"1", "2", "3", "name", "question"} == said.section(f"anchors.{rated}").keys()
    assert {*Novelty, "name", "question"} == said.section("anchors.novelty").keys()
    assert set(FaultCode) == said.section("cases").keys()


def test_what_is_not_there_is_an_error_and_not_a_blank() -> None:
    said = words("da")
    for key in (
        "explanation.nothing",
        "nothing",
        "explanation",
        "explanation.head.more",
        "explanation.rule.sentences",
    ):
        with pytest.raises(KeyError):
            said.text(key)
    with pytest.raises(KeyError):
        said.text("explanation.head", rung=3)
    with pytest.raises(KeyError):
        said.texts("explanation.head")
    with pytest.raises(KeyError):
        said.section("explanation.head")
    with pytest.raises(ValueError, match="sv"):
        words("sv")
    assert "explanation.head" in said
    assert "explanation.nothing" not in said


def test_texts_are_read_once_for_each_language() -> None:
    assert words("da") is words("da")
    assert words("da") is not words("en")
    assert words("da").text("ladders.task.3.name") == "Aftalt plan"
    assert words("en").text("ladders.task.3.name") == "Agreed plan"
