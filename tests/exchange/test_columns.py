"""Columns are recognised by Danish and English headers; what could be two things is left to the leader."""

import pytest

from tillid_planner.exchange.columns import recognise
from tillid_planner.exchange.tabular import read_pasted


def recognised(kind, *headers):
    return recognise(kind, read_pasted(";".join(headers) + "\n"))


@pytest.mark.parametrize(
    "headers",
    [
        ("Navn", "Stilling", "Enhed", "E-mail", "Timer om ugen", "Ansættelsesdato", "Fratrædelsesdato"),
        (
            "MEDARBEJDER",
            "medarbejdergruppe",
            "Afdeling",
            "e-mailadresse",
            "Kontrakttimer pr. uge",
            "Ansat",
            "Ansat til",
        ),
        ("Full name", "Job title", "Department", "Email", "Weekly hours", "Start date", "End date"),
        ("Name", "Role", "Unit", "E-mail address", "Hours / week", "First day", "Last day"),
    ],
)
def test_staff_headers_in_both_languages(headers):
    mapping = recognised("staff", *headers)
    names = ["name", "role", "unit", "email", "weekly_hours", "started_on", "ended_on"]
    assert mapping.fields == {name: place for place, name in enumerate(names)}
    assert mapping.has_name
    assert not mapping.ambiguous
    assert not mapping.ignored


@pytest.mark.parametrize(
    "headers",
    [
        (
            "Opgave",
            "Formål",
            "Timer pr. uge",
            "Omfang",
            "Følger hvis det går galt",
            "Kan det gøres om?",
            "Opdages det i tide",
            "Klarhed",
            "Lov/instruks",
            "Røde linjer",
            "Frit",
            "Fast",
            "Spørg, når",
            "Kort navn",
        ),
        (
            "Task",
            "Purpose",
            "Hours per week",
            "Scope",
            "Consequence",
            "Can it be undone?",
            "Caught in time",
            "Clarity",
            "Legal ceiling",
            "Red lines",
            "Free",
            "Fixed",
            "Ask when",
            "Short name",
        ),
    ],
)
def test_task_headers_in_both_languages(headers):
    mapping = recognised("tasks", *headers)
    names = [
        "name",
        "purpose",
        "hours_per_week",
        "scope",
        "consequence",
        "reversal",
        "detection",
        "clarity",
        "legal",
        "red_lines",
        "free",
        "fixed",
        "ask_when",
        "short_name",
    ]
    assert mapping.fields == {name: place for place, name in enumerate(names)}


def test_two_columns_that_may_be_one_thing_are_left_open():
    mapping = recognised("staff", "Navn", "Afdeling", "Team")
    assert mapping.ambiguous == {"unit": (1, 2)}
    assert "unit" not in mapping.fields
    assert mapping.with_field("unit", 2).fields == {"name": 0, "unit": 2}
    assert mapping.with_field("unit", 2).ambiguous == {}


def test_a_doubled_header_is_ambiguous():
    assert recognised("staff", "Navn", "Timer", "Timer").ambiguous == {"weekly_hours": (1, 2)}


@pytest.mark.parametrize(
    ("headers", "fields"),
    [
        (("Ansat", "Stilling"), {"name": 0, "role": 1}),
        (("Ansat", "Navn"), {"started_on": 0, "name": 1}),
        (("Navn", "Ansat"), {"started_on": 1, "name": 0}),
        (("Fornavn", "Efternavn", "Ansat"), {"first_name": 0, "last_name": 1, "started_on": 2}),
        (("Ansat", "Startdato"), {"name": 0, "started_on": 1}),
    ],
)
def test_a_header_of_two_meanings_is_what_no_other_column_is(headers, fields):
    mapping = recognised("staff", *headers)
    assert mapping.fields == fields
    assert not mapping.ambiguous


def test_what_stands_in_brackets_behind_a_header_does_not_matter():
    assert recognised("staff", "Navn (fulde)", "Timer (pr. uge)").fields == {"name": 0, "weekly_hours": 1}


def test_what_is_left_out_is_named():
    mapping = recognised("staff", "Navn", "CPR-nr.", "Mobil", "Telefon privat", "Skostørrelse", "", "")
    assert (mapping.cpr, mapping.phone, mapping.ignored) == (
        ("CPR-nr.",),
        ("Mobil", "Telefon privat"),
        ("Skostørrelse",),
    )


@pytest.mark.parametrize(
    ("headers", "has_name"),
    [
        (("Fornavn",), False),
        (("Efternavn",), False),
        (("Fornavn", "Efternavn"), True),
        (("Navn",), True),
        (("Alder",), False),
    ],
)
def test_a_name_is_needed(headers, has_name):
    assert recognised("staff", *headers).has_name is has_name


def test_a_column_serves_one_field():
    mapping = recognised("staff", "Fornavn", "Efternavn", "Kaldes", "Titel")
    moved = mapping.with_field("unit", 3)
    assert moved.fields == {"first_name": 0, "last_name": 1, "unit": 3}
    assert moved.with_field("unit", None).fields == {"first_name": 0, "last_name": 1}
    assert moved.with_field("name", 2).fields == {"unit": 3, "name": 2}
