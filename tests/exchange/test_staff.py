"""What a row of a staff list says, and everything wrong with it."""

from datetime import date

import pytest

from tillid_planner.exchange.columns import recognise
from tillid_planner.exchange.staff import staff_drafts
from tillid_planner.exchange.tabular import read_pasted

TODAY = date(2026, 11, 23)


def drafts(text):
    table = read_pasted(text)
    return staff_drafts(table, recognise("staff", table), TODAY)


def codes(draft):
    return [(fault.field, fault.code) for fault in draft.faults]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Navn\nHolm, Amina\n", "Amina Holm"),
        ("Navn\nAmina  Holm\n", "Amina Holm"),
        ("Navn;Timer\nvon Bülow-Krag,Henriette;37\n", "Henriette von Bülow-Krag"),
        ("Fornavn;Efternavn\nEva Marie;Bech Thomsen\n", "Eva Marie Bech Thomsen"),
        ("Efternavn;Fornavn\nBech;Eva\n", "Eva Bech"),
        ("Fornavn;Efternavn\nEva;\n", "Eva"),
        ("Fornavn;Navn\nAmina;Holm\n", "Amina Holm"),
        ("Fornavn;Navn\nAmina;Amina Holm\n", "Amina Holm"),
        ("Navn;Efternavn;Fornavn\nHolm, A.;Holm;Amina\n", "Amina Holm"),
        ("Navn;Timer\nHolm,;37\n", "Holm"),
        ('Navn;Timer\n"Amina\nHolm";37\n', "Amina Holm"),
        ("Navn;Timer\nعلي حسن;37\n", "علي حسن"),
    ],
)
def test_names(text, name):
    (draft,) = drafts(text)
    assert draft.name == name
    assert not draft.faults


@pytest.mark.parametrize("header", ["Fornavn", "Efternavn", "Mellemnavn"])
def test_half_a_name_is_none_until_it_is_chosen(header):
    table = read_pasted(f"{header};Timer\nAmina;37\n")
    mapping = recognise("staff", table)
    assert staff_drafts(table, mapping, TODAY)[0].name == ""
    assert staff_drafts(table, mapping.with_field("name", 0), TODAY)[0].name == "Amina"


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ('"=HYPERLINK(""x"")"', "looks_like_formula"),
        ("@SUM(A1)", "looks_like_formula"),
        ("+45 20", "looks_like_formula"),
        ("-2+3", "looks_like_formula"),
        ("1234", "not_a_name"),
        ("🌷", "not_a_name"),
        ("#REF!", "sheet_error"),
    ],
)
def test_what_is_no_name(name, code):
    (draft,) = drafts(f"Navn;Timer\n{name};37\n")
    assert codes(draft) == [("name", code)]


def test_all_faults_of_a_row_are_found_at_once():
    (draft,) = drafts("Navn;Stilling;Timer;Startdato;Slutdato\n=A1;=B1;mange;31-02-2020;i går\n")
    assert codes(draft) == [("name", "looks_like_formula")]
    assert [(warning.field, warning.code) for warning in draft.warnings] == [
        ("role", "looks_like_formula"),
        ("weekly_hours", "not_a_number"),
        ("started_on", "not_a_date"),
        ("ended_on", "not_a_date"),
    ]


def test_only_what_is_said_is_given():
    (draft,) = drafts("Navn;Stilling;E-mail;Timer;Startdato;Slutdato\nBo;-;;;;31-12-9999\n")
    assert draft.given == {}
    assert not draft.faults
    assert [warning.code for warning in draft.warnings] == ["hours_missing"]


def test_what_is_said_is_given_as_what_it_is():
    (draft,) = drafts("Navn;Stilling;Timer;Startdato\nBo;SOSU  -  hjælper;32,5;01-03-2019\n")
    assert draft.given == {"role": "SOSU - hjælper", "weekly_hours": 32.5, "started_on": date(2019, 3, 1)}


def test_a_fault_shows_no_more_of_a_text_than_fits_a_sentence():
    (draft,) = drafts(f"Navn;Timer\nBo;{'x' * 50_000}\n")
    assert len(str(draft.warnings[0].params["text"])) == 40
