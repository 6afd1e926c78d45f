"""The explanation says everything the rule found, in both languages, and the pieces are the text."""

import re
from dataclasses import replace
from typing import Any

import pytest

from tests.domain.dosing_samples import random_cases
from tests.domain.dosing_vignettes import VIGNETTES, case_of
from tillid_planner.content import Words, words
from tillid_planner.domain.dosing import BreachRecord, BreachStatus, Case, Cause, Novelty, Reading, suggest
from tillid_planner.domain.explanation import Wording, explain, percent, put_into_words

LANGUAGES = pytest.mark.parametrize("language", ["da", "en"])
WORDED = [vignette for vignette in VIGNETTES if "text_da" in vignette["result"]]
STRONG = Case(Reading(5), Reading(5), Reading(5))

# Where our wording is more exact than the published one: which part of the net, and similar is not new.
MORE_EXACT = {
    "da": [
        ("så fejl både fanges i tide og kan gøres om", "så fejl fanges i tide eller kan gøres om"),
        ("så fejl fanges i tide.", "så fejl fanges i tide eller kan gøres om."),
        (
            "opgaven er ny her, selv om medarbejderen kender noget, der ligner",
            "opgaven er ny for medarbejderen",
        ),
    ],
    "en": [
        (
            "so mistakes are both caught in time and can be undone",
            "so mistakes are caught in time or can be undone",
        ),
        ("so mistakes are caught in time.", "so mistakes are caught in time or can be undone."),
        (
            "the task is new here, though the employee knows something like it",
            "the task is new to the employee",
        ),
    ],
}


def said(case: Case, language: str = "da") -> Wording:
    return put_into_words(explain(case, suggest(case)), words(language))


@LANGUAGES
@pytest.mark.parametrize("vignette", WORDED, ids=[vignette["id"] for vignette in WORDED])
def test_says_what_the_vignette_says(vignette: dict[str, Any], language: str) -> None:
    text = said(case_of(vignette), language).text
    for ours, published in MORE_EXACT[language]:
        text = text.replace(ours, published)
    assert text == vignette["result"][f"text_{language}"]


@LANGUAGES
def test_the_pieces_are_the_text(language: str) -> None:
    for case in random_cases(1_500, seed=51, missing=0.05):
        wording = said(case, language)
        pieces = [wording.head, wording.span, wording.limits_head, *wording.limits, wording.unlimited]
        pieces += [
            wording.frame_note,
            wording.lift_head,
            *(p for needs in wording.lift for p in needs),
            wording.fixed,
        ]
        left = wording.text
        for piece in sorted(filter(None, pieces), key=len, reverse=True):
            assert piece in wording.text, (piece, case)
            left = left.replace(piece, "")
        assert set(re.findall(r"\w+", left)) <= {"og", "Eller", "and", "Or"}, (left, case)


@LANGUAGES
def test_nothing_is_left_unsaid_or_badly_put(language: str) -> None:
    for case in random_cases(3_000, seed=52, missing=0.05):
        suggestion, wording = suggest(case), said(case, language)
        assert len(wording.flags) == len(suggestion.actions)
        if suggestion.rung:
            assert len(wording.limits) == len(suggestion.binding)
            assert [len(needs) for needs in wording.lift] == [len(needs) for needs in suggestion.lift]
            assert bool(wording.lift) != (suggestion.rung == 5 or bool(wording.fixed)), case
        for sentence in (wording.text, *wording.flags):
            assert sentence.endswith(".")
            assert sentence[0].isupper()
            assert not re.search(r"[{}]|  |\.\.|,,|!| \.|: *\.|\bNone\b", sentence), sentence


@LANGUAGES
def test_alternatives_differ_in_words(language: str) -> None:
    for case in random_cases(3_000, seed=53):
        lift = said(case, language).lift
        assert len(set(lift)) == len(lift), case


def test_a_fixed_ceiling_is_called_fixed() -> None:
    by_law = said(replace(STRONG, agreed=2, legal_ceiling=2))
    assert not by_law.lift
    assert "Loftet ligger fast; det flytter sig kun, hvis loven" in by_law.text
    trace = BreachRecord(Cause.ILL_WILL, BreachStatus.CLOSED, 4, 100)
    by_trace = said(replace(STRONG, agreed=3, breaches=(trace,)))
    assert not by_trace.lift
    assert "Loftet ligger fast, til der er gået 365 dage" in by_trace.text
    assert "endnu ikke har lagt bag jer" not in by_trace.text


def test_the_frame_comes_before_the_person() -> None:
    stands = said(replace(STRONG, agreed=5, clarity=2))
    assert stands.frame_note == "Det handler om rammen, ikke om personen; det aftalte trin 5 står ved magt."
    assert stands.lift_head == "Tilbage på trin 5 kræver:"
    partly = said(replace(STRONG, competence=Reading(4), agreed=5, clarity=2))
    assert "trin 4" in partly.frame_note
    assert "aftalte trin" not in partly.frame_note
    assert said(replace(STRONG, intention=Reading(3), clarity=2, agreed=3)).frame_note == ""


def test_only_what_limits_is_named_and_only_once() -> None:
    wording = said(replace(STRONG, resources=Reading(4), agreed=4, load=1.15))
    assert wording.limits == ("ressourcer (4 af 5)", "ugens belastning er 115 %")
    assert said(replace(STRONG, agreed=5)).unlimited == "Intet holder igen."
    assert said(replace(STRONG, novelty=Novelty.SIMILAR)).limits[0].startswith("opgaven er ny her")


def test_a_rating_that_is_missing_is_asked_for() -> None:
    wording = said(Case(Reading(None), Reading(4), Reading(None)))
    missing = "Intet forslag endnu: kompetence er ikke vurderet og ressourcer er ikke vurderet."
    assert wording.text == f"{missing} Det kan blive trin 1–4."
    lowest = said(Case(Reading(None), Reading(1), Reading(4)), "en")
    assert lowest.text == "No suggestion yet: competence is not rated. It can only become rung 1."


@pytest.mark.parametrize(
    ("load", "shown"), [(1.15, 115), (1.1, 110), (1.001, 101), (1.2, 120), (0.98, 98), (1.0000000001, 100)]
)
def test_load_in_whole_per_cent(load: float, shown: int) -> None:
    assert percent(load) == shown


def test_words_come_from_outside() -> None:
    class Keys(Words):
        def __init__(self) -> None:
            pass

        def text(self, key: str, **params: object) -> str:
            return key

    case = replace(STRONG, agreed=5, clarity=2)
    wording = put_into_words(explain(case, suggest(case)), Keys())
    assert wording.head == "explanation.head"
    assert wording.limits == ("explanation.limits.clarity",)
