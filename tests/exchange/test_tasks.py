"""What a row of a task list says, and everything wrong with it."""

import pytest

from tillid_planner.domain.task import Scope
from tillid_planner.exchange.columns import recognise
from tillid_planner.exchange.tabular import read_pasted
from tillid_planner.exchange.tasks import task_drafts


def drafts(text):
    table = read_pasted(text)
    return task_drafts(table, recognise("tasks", table))


def legal(text):
    (draft,) = drafts(f'Opgave\tLov/instruks\nSårpleje\t"{text}"\n')
    return draft.given.get("legal_ceiling"), draft.given.get("legal_basis"), [w.code for w in draft.warnings]


@pytest.mark.parametrize(
    ("text", "ceiling", "basis"),
    [
        ("Højst aftalt plan (skriftlig rammedelegation)", 3, "skriftlig rammedelegation"),
        ("Højst handler og orienterer", 4, ""),
        ("At most agreed plan (written delegation)", 3, "written delegation"),
        ("Selvkørende", 5, ""),
        ("Vejledt", 1, ""),
        ("indstillende", 2, ""),
        ("Højst trin 3", 3, ""),
        ("2", 2, ""),
        ("Må ikke uddelegeres", 0, ""),
        ("Højst aftalt plan (må ikke delegeres videre)", 3, "må ikke delegeres videre"),
        ("Må ikke uddelegeres, jf. instruks 4", 0, "Må ikke uddelegeres, jf. instruks 4"),
        ("Højst aftalt plan efter rammedelegation", 3, "Højst aftalt plan efter rammedelegation"),
    ],
)
def test_ceilings_with_their_basis(text, ceiling, basis):
    assert legal(text) == (ceiling, basis, [])


@pytest.mark.parametrize(
    "text", ["Se instruks om sårpleje", "Sundhedsstyrelsens vejledning", "Trin 7", "(aftalt plan)"]
)
def test_a_ceiling_that_names_no_rung_is_kept_as_text_and_told_of(text):
    assert legal(text) == (None, text, ["ceiling_not_read"])


@pytest.mark.parametrize("text", ["Nej", "ingen", "-", ""])
def test_no_ceiling_is_no_ceiling(text):
    assert legal(text) == (None, None, [])


def test_every_answer_in_both_languages():
    header = "Opgave\tOmfang\tKonsekvens\tKan det gøres om\tOpdages det\tKlarhed\n"
    danish = ["Opgave;Område;Mål", "Lille;Mærkbar;Alvorlig", "Ja;Med besvær;Nej", "Ja;Måske;Nej", "Uklar;Delvis;Klar"]
    english = [
        "Task;Area;Goal",
        "Minor;Noticeable;Serious",
        "Yes;With effort;No",
        "Yes;Perhaps;No",
        "Unclear;Partly;Clear",
    ]
    for said in (danish, english):
        rows = zip(*(column.split(";") for column in said), strict=True)
        read = drafts(header + "".join(f"Sår {i}\t" + "\t".join(row) + "\n" for i, row in enumerate(rows)))
        fields = ("consequence", "reversal", "detection", "clarity")
        assert [[draft.given[field] for field in fields] for draft in read] == [[1] * 4, [2] * 4, [3] * 4]
        assert [draft.given["scope"] for draft in read] == [Scope.TASK, Scope.AREA, Scope.GOAL]


def test_red_lines_are_split_and_said_once():
    (draft,) = drafts('Opgave\tRøde linjer\nVagtplan\t"Overenskomst; budget;\nbudget ; ;Tavshedspligt\rSyv  dage"\n')
    assert draft.red_lines == ("Overenskomst", "budget", "Tavshedspligt", "Syv dage")


def test_more_red_lines_than_anybody_keeps_in_mind():
    (draft,) = drafts("Opgave\tRøde linjer\nVagtplan\t" + ";".join(f"Linje {i}" for i in range(101)) + "\n")
    assert draft.faults == ()
    assert [(warning.field, warning.code) for warning in draft.warnings] == [("red_lines", "too_many_lines")]


def test_all_faults_of_a_row_are_found_at_once():
    (draft,) = drafts("Opgave;Formål;Timer;Omfang;Konsekvens;Røde linjer\n=A1;=B1;mange;stort;ukendt;@x\n")
    assert [(fault.field, fault.code) for fault in draft.faults] == [("name", "looks_like_formula")]
    assert [(warning.field, warning.code) for warning in draft.warnings] == [
        ("purpose", "looks_like_formula"),
        ("red_lines", "looks_like_formula"),
        ("hours_per_week", "not_a_number"),
        ("scope", "not_a_scope"),
        ("consequence", "not_a_step"),
    ]


def test_only_what_is_said_is_given():
    (draft,) = drafts("Opgave;Formål;Timer;Omfang;Klarhed;Lov/instruks;Røde linjer\nSårpleje;;;;;;\n")
    assert (draft.given, draft.red_lines, draft.faults, draft.warnings) == ({}, (), (), ())
