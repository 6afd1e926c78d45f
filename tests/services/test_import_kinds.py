"""Lists as directories, rosters and people write them: the columns are understood by their headers or their cells."""

from __future__ import annotations

from datetime import date

import pytest

from tillid_planner.exchange.days import DayOrder
from tillid_planner.exchange.headers import Reading, order_in, readings, says_share
from tillid_planner.exchange.skills import for_kind
from tillid_planner.exchange.tabular import read_pasted
from tillid_planner.services import session as sessions
from tillid_planner.services.import_words import questions
from tillid_planner.services.importing import plan


@pytest.fixture
def session():
    made = sessions.in_memory("Nord", today=lambda: date(2026, 11, 27))
    yield made
    made.close()


def read(session, text, kind="staff"):
    return plan(kind, for_kind(kind, read_pasted(text, kind=kind)), session)


def test_a_contact_list(session):
    done = read(
        session,
        "Title,First Name,Middle Name,Last Name,Company,Department,Job Title,Mobile Phone,E-mail Address,Birthday\n"
        ",Amina,Marie,Holm,Region,Afd. B,Sygeplejerske,,amina@eksempel.dk,0/0/00\n",
    )
    (amina,) = done.records()
    assert (amina.name, amina.role, amina.unit, amina.email) == (
        "Amina Marie Holm", "Sygeplejerske", "Afd. B", "amina@eksempel.dk",
    )  # fmt: skip


def test_a_directory(session):
    done = read(
        session,
        "userPrincipalName,displayName,surname,mail,givenName,userType,jobTitle,department,employeeHireDate\n"
        "a@nord.example,Amina Holm,Holm,amina@nord.example,Amina,Member,Pædagog,Nord,2019-03-01T00:00:00Z\n",
    )
    (amina,) = done.records()
    assert (amina.name, amina.email, amina.started_on) == ("Amina Holm", "amina@nord.example", date(2019, 3, 1))


def test_a_payroll_list_with_abbreviated_headers_and_shares(session):
    done = read(
        session,
        "Tjnr\tStilling\tMedarbejdernavn\tBesk.grad\tAnsat dato\tFratr. dato\n"
        "12\tVikar\tHOLM, AMINA MARIE\t0,8649\t01.02.2012\t31.12.2099\n"
        "13\tVikar\tLINDSKOV, BO\t1,0000\t15.08.2020\t31.12.2025\n",
    )
    assert [record.name for record in done.records()] == ["Amina Marie Holm"]
    assert [(question.note, question.columns) for question in questions(done)] == [("full_time", ("Besk.grad",))]
    assert done.rows[1].has_left


@pytest.mark.parametrize(("text", "part"), [("100", 1.0), ("80", 0.8), ("0,5", 0.5), ("1", 1.0)])
def test_a_column_of_shares_holds_no_hours(session, text, part):
    from dataclasses import replace

    table = read_pasted(f"Navn;FTE %\nAmina Holm;{text}\n", kind="staff")
    mapping = session.import_columns.recognise("staff", table)
    assert mapping.asks_full_time
    (amina,) = plan("staff", table, session, replace(mapping, full_time=40.0)).records()
    assert amina.weekly_hours == 40 * part


def test_a_list_kept_by_hand_under_headers_nobody_knows(session):
    done = read(
        session,
        "Vores team;;;\n;;;\nHvem er vi?;Hvad laver vi;Hvor mange timer;Siden\n"
        "Amina Holm;SSA;32 t;marts 2019\nBo Lindskov;SSH;20;1/8-2020\n",
    )
    amina, bo = done.records()
    assert (amina.name, amina.weekly_hours, amina.started_on) == ("Amina Holm", 32, None)
    assert (bo.name, bo.weekly_hours, bo.started_on) == ("Bo Lindskov", 20, date(2020, 8, 1))
    assert done.mapping.guessed == ("name",)


def test_a_roster_by_weekday_gives_the_people_and_nothing_else(session):
    done = read(session, "Uge 48;Man 23/11;Tir 24/11\nAmina Holm;07-15;FRI\nBo Lindskov;15-23;N\n")
    assert [record.name for record in done.records()] == ["Amina Holm", "Bo Lindskov"]


def test_whom_a_column_is_about_counts(session):
    done = read(session, "Medarbejder;Nærmeste leder;Leders e-mail\nAmina Holm;Bo Lindskov;bo@eksempel.dk\n")
    (amina,) = done.records()
    assert (amina.name, amina.email) == ("Amina Holm", "")


def test_bullets_and_numbers_of_a_list_of_tasks_are_no_part_of_the_names(session):
    text = "Ansvar i køkkenet\n1. Bestille varer\n- Rengøring\n• Menuplan\na) Egenkontrol\n2.1 Opvask\n=SUM(A1)\n"
    done = read(session, text, "tasks")
    assert [task.name for task in done.records()] == [
        "Bestille varer", "Rengøring", "Menuplan", "Egenkontrol", "Opvask",
    ]  # fmt: skip
    assert [fault.code for fault in done.rows[-1].faults] == ["looks_like_formula"]


def test_who_has_left_does_not_stand_for_somebody_employed_of_the_same_name(session):
    text = "Nr.;Navn;Startdato;Slutdato\n1;Eva Bech;01-04-2001;31-10-2026\n2;Eva Bech;01-04-2023;\n"
    done = read(session, text)
    assert [record.started_on for record in done.records()] == [date(2023, 4, 1)]
    session.register.take_in(done.records())
    again = read(session, text)
    assert again.records() == []
    session.register.take_in(again.records(include_left=True))
    assert {person.ended_on for person in session.register.people()} == {None, date(2026, 10, 31)}
    assert read(session, text).records(include_left=True) == []


def test_somebody_of_the_plan_who_has_left_gets_the_last_day(session):
    session.register.take_in(read(session, "Navn\nEva Bech\n").records())
    done = read(session, "Navn;Slutdato\nEva Bech;31-10-2026\n")
    assert [record.ended_on for record in done.records()] == [date(2026, 10, 31)]


def test_the_columns_chosen_are_kept_without_a_word_of_the_file(session):
    table = read_pasted("Navn;Afdeling;Team;Hemmelig kolonne\nEva Bech;Nord;Aften;x\n", kind="staff")
    chosen = session.import_columns.recognise("staff", table).with_field("unit", 2)
    session.import_columns.remember(table, chosen)
    again = session.import_columns.recognise("staff", table)
    assert (again.fields, again.remembered) == (chosen.fields, True)
    # What is kept can be undone by choosing as before, is no act, and holds none of the file's words.
    assert session.history.undo_label is None
    without = read_pasted("Eva Bech;Nord\nBo Lindskov;Syd\n", kind="staff")
    session.import_columns.remember(without, session.import_columns.recognise("staff", without))
    assert not session.import_columns.recognise("staff", without).remembered


@pytest.mark.parametrize(
    ("header", "expected"),
    [
        ("For- og efternavn", [Reading("name")]),
        ("Employee Name [Required]", [Reading("name")]),
        ("Stillings-\nbetegnelse", [Reading("role")]),
        ("Medarbejder lønnummer", [Reading("number")]),
        ("E-mail (privat)", [Reading("email", 3)]),
        ("Company name", []),
        ("Afdelings ID", []),
        ("Nærmeste leder", []),
        ("Contract type", []),
        ("Timeløn", []),
    ],
)
def test_a_header_is_understood_in_parts(header, expected):
    assert list(readings("staff", header)) == expected


def test_a_header_may_say_how_its_cells_are_written():
    assert order_in("Start (dd/mm/yyyy)") is DayOrder.DAY_FIRST
    assert order_in("Start Date MM-DD-YYYY") is DayOrder.MONTH_FIRST
    assert order_in("Startdato") is None
    assert says_share("Beskæftigelsesgrad")
    assert not says_share("Timer pr. uge")
