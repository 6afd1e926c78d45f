"""Files shaped as real systems export them: what comes out of each is what ``expected.json`` says must."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from tillid_planner.content import words
from tillid_planner.domain.assignee import Person
from tillid_planner.exchange.skills import for_kind
from tillid_planner.exchange.tabular import read_table
from tillid_planner.services import session as sessions
from tillid_planner.services.import_words import notes, questions, row_text
from tillid_planner.services.importing import ImportPlan, plan
from tillid_planner.services.session import Session

FILES = Path(__file__).parents[1] / "cases" / "import"
EXPECTED = json.loads((FILES / "expected.json").read_text(encoding="utf-8"))
CASES: dict[str, dict[str, Any]] = EXPECTED["cases"]
AS_OF = date.fromisoformat(EXPECTED["as_of"])
DA = words("da")


@pytest.fixture
def session() -> Iterator[Session]:
    made = sessions.in_memory("Nord", today=lambda: AS_OF)
    yield made
    made.close()


def planned(session: Session, file: Path, kind: str) -> ImportPlan:
    return plan(kind, for_kind(kind, read_table(file, kind=kind)), session)


def said(planned: ImportPlan) -> str:
    return " ".join(notes(planned, DA))


def described(person: Person) -> list[str]:
    """The name as expected.json writes it: alone, or with the days that tell namesakes apart."""
    days = [
        f"first day {person.started_on}" if person.started_on else "",
        f"last day {person.ended_on}" if person.ended_on else "",
    ]
    told = ", ".join(day for day in days if day)
    return [
        person.name,
        f"{person.name} ({told})",
        f"{person.name} ({person.weekly_hours:g})" if person.weekly_hours else "",
    ]


def taken(planned: ImportPlan) -> list[Any]:
    return planned.records()


def left(planned: ImportPlan) -> list[Any]:
    return [row.result for row in planned.rows if row.has_left and row.result is not None]


def one(planned: ImportPlan, name: str) -> Any:
    return next(record for record in taken(planned) + left(planned) if record.name == name)


def test_every_file_is_expected():
    assert {path.name for path in FILES.iterdir() if path.is_file()} - {"expected.json"} == CASES.keys()
    assert {path.name for path in (FILES / "headers").iterdir()} == EXPECTED["headers"].keys()


@pytest.mark.parametrize("file", [name for name, case in CASES.items() if "people" in case["must"]])
def test_the_people_of_a_file_come_out_and_nobody_else(session, file):
    must = CASES[file]["must"]
    done = planned(session, FILES / file, "staff")
    people, gone = taken(done), left(done)
    if isinstance(must["people"], int):
        assert len(people) == must["people"]
        return
    if isinstance(must["people"], str):
        assert people
        return
    expected = [entry if isinstance(entry, list) else [entry] for entry in must["people"]]
    found = people + (gone if "left" in must else [])
    assert len(found) == len(expected)
    for name, *values in expected:
        wanted = re.sub(r", e-mail left empty.*(?=\))", "", name)
        match = next(person for person in found if wanted in described(person))
        found.remove(match)
        assert all(value in (match.role, match.weekly_hours) for value in values)
    who_left = set(must.get("left", ()))
    assert {name for name in who_left if any(name in described(person) for person in gone)} == who_left
    assert len(gone) == len(who_left) or "left" not in must
    assert not {person.name for person in people} & set(must.get("not_people", ()))


@pytest.mark.parametrize("field", ["role", "unit", "email", "started_on", "ended_on", "weekly_hours"])
@pytest.mark.parametrize(
    "file", [name for name in CASES if name not in ("19-hours.csv", "20-dates.csv", "21-emails.csv")]
)
def test_the_fields_of_a_file_hold_what_they_must(session, file, field):
    must = CASES[file]["must"].get(field, ...)
    if must is ... or "after" in CASES[file]["must"]:
        return
    done = planned(session, FILES / file, CASES[file]["kind"])
    if isinstance(must, str) and must.startswith("asked"):
        assert [question.field for question in questions(done)] == [field]
    elif file == "23b-two-jobs.csv":
        assert [person.weekly_hours for person in taken(done)] == [30]
    elif isinstance(must, dict):
        for name, value in must.items():
            written = getattr(one(done, name), field)
            written = written.isoformat() if isinstance(written, date) else written
            assert written in (str(value).split(" or ") if isinstance(value, str) else [value])
    elif isinstance(must, list):
        assert [getattr(person, field) for person in taken(done)] == must
    else:
        values = {getattr(person, field) for person in taken(done) + left(done)}
        assert {value.isoformat() if isinstance(value, date) else value for value in values} == {must}


def cells_of(file: str) -> list[str]:
    table = read_table(FILES / file, kind="staff")
    return [str(row.cells[1]).strip() for row in table.rows]


@pytest.mark.parametrize(("file", "field"), [("19-hours.csv", "weekly_hours"), ("20-dates.csv", "started_on")])
def test_a_cell_that_cannot_be_read_leaves_its_field_empty_with_a_remark(session, file, field):
    done = planned(session, FILES / file, "staff")
    must = CASES[file]["must"][field]
    assert set(cells_of(file)) == set(must)
    for cell, row in zip(cells_of(file), done.rows, strict=True):
        value = getattr(row.result, field)
        written = value.isoformat() if isinstance(value, date) else value
        remarked = any(warning.field == field for warning in row.warnings)
        if must[cell] in ("remark", "empty"):
            assert (written, remarked) == (None, must[cell] == "remark"), cell
        else:
            assert (written, remarked) == (must[cell], False), cell


def test_addresses_are_taken_out_of_what_stands_around_them(session):
    done = planned(session, FILES / "21-emails.csv", "staff")
    must = CASES["21-emails.csv"]["must"]["email"]
    empty = []
    for cell, row in zip(cells_of("21-emails.csv"), done.rows, strict=True):
        assert row.result is not None
        email = row.result.email
        if cell in must:
            assert email == ("" if must[cell] == "empty" else must[cell])
        elif cell.count("@") == 2:
            assert email == re.split("[;,]", cell)[0]
            assert "flere" in row_text(row, DA)
        elif not email:
            empty.append(cell)
            assert bool(row.warnings) == (cell != "-")
    assert empty == [
        "hans(at)eksempel.dk",
        "søren@ærø.dk",
        "kim @eksempel.dk",
        "lis@eksempel",
        "-",
        "mie@eksempel.dk (privat)",
    ]


def test_names_are_freed_of_all_that_is_no_name(session):
    table = read_table(FILES / "22-names.csv", kind="staff")
    done = planned(session, FILES / "22-names.csv", "staff")
    must = CASES["22-names.csv"]["must"]
    rows = {str(row.cells[0]): planned_row for row, planned_row in zip(table.rows, done.rows, strict=True)}
    for cell, name in must["name"].items():
        assert rows[cell.replace("\u00ad", "")].name in name.split(" or ")
    for cell in (*must["not_people"], "Vikar 1"):
        assert rows[cell].left_out is not None
        assert rows[cell].storable
    asked = [cell for cell, row in rows.items() if row.answers]
    assert asked == ["Ole Hansen (vikar)", "Ole Hansen*", "Kim Krog 1234"]
    assert not any("orlov" in repr(row.result) or "vikar)" in repr(row.result) for row in done.rows)


@pytest.mark.parametrize(
    "file", [name for name, case in CASES.items() if {"left_out", "no_sentence"} & case["must"].keys()]
)
def test_a_column_that_is_left_out_gets_one_neutral_line(session, file):
    must = CASES[file]["must"]
    done = planned(session, FILES / file, "staff")
    assert set(must.get("left_out", ())) <= set(done.left_out)
    if "no_sentence" in must:
        assert "Der stod et CPR-nummer" not in said(done)
    for header in must.get("left_out", ()):
        assert sum(header.rstrip(".") in note.partition(". ")[0] for note in notes(done, DA)) == 1


@pytest.mark.parametrize("file", [name for name, case in CASES.items() if case["kind"] == "tasks"])
def test_the_tasks_of_a_file_come_out(session, file):
    done = planned(session, FILES / file, "tasks")
    assert [task.name for task in taken(done)] == CASES[file]["must"]["tasks"]


@pytest.mark.parametrize("file", [name for name, case in CASES.items() if case["must"].get("errors") == 0])
def test_what_is_no_person_is_no_error(session, file):
    assert planned(session, FILES / file, "staff").errors == 0


def test_a_skills_matrix_read_as_tasks_gives_the_skills_and_no_marks(session):
    done = planned(session, FILES / "14-skills-matrix.xlsx", "tasks")
    assert [task.name for task in taken(done)] == ["Medicin", "Sårpleje", "Forflytning", "Word", "Excel"]


def test_the_sheet_with_the_list_is_read(session):
    assert planned(session, FILES / "24-guide-sheet-first.xlsx", "staff").table.sheet == "Medarbejdere"


def test_the_list_a_month_later_changes_what_has_changed_and_says_who_is_missing(session):
    first = planned(session, FILES / "52-first.csv", "staff")
    session.register.take_in(first.records())
    done = planned(session, FILES / "52b-month-later.csv", "staff")
    session.register.take_in(done.records())
    people = {person.name: person for person in session.register.people()}
    assert people.keys() == {"Anna Ask-Vang", "Bo Ærø", "Cia Dam"}
    assert people["Cia Dam"].weekly_hours == 30
    assert done.missing == ("Bo Ærø",)
    assert "I planen, men ikke i filen: Bo Ærø" in said(done)


@pytest.mark.parametrize("file", EXPECTED["headers"])
def test_the_name_is_found_under_any_of_its_headers(session, file):
    done = planned(session, FILES / "headers" / file, "staff")
    assert [person.name for person in taken(done)] == ["Anna Ask"]


@pytest.mark.parametrize("file", CASES)
def test_a_file_read_again_changes_nothing(session, file):
    kind = CASES[file]["kind"]
    session.register.take_in(planned(session, FILES / file, kind).records())
    assert planned(session, FILES / file, kind).records() == []
