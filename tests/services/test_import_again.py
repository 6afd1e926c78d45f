"""Whatever stands in a table there is a plan, and once it is done there is nothing more to do."""

from __future__ import annotations

from datetime import date

from hypothesis import given, settings
from hypothesis import strategies as st

from tillid_planner.content import words
from tillid_planner.domain.assignee import Person
from tillid_planner.domain.task import Task
from tillid_planner.exchange.columns import recognise
from tillid_planner.exchange.tabular import Cell, Column, Row, Table
from tillid_planner.languages import CODES
from tillid_planner.services.import_words import notes, sentences
from tillid_planner.services.importing import ImportPlan, Status, plan_staff, plan_tasks

TODAY = date(2026, 11, 23)
CELLS: st.SearchStrategy[Cell] = st.one_of(
    st.just(""),
    st.text(max_size=20),
    st.floats(),
    st.dates(),
    st.sampled_from(["Bo", "=A1", "32,5", "a@b", "#REF!", "Ja"]),
)
HEADERS = st.sampled_from(
    [
        "Navn",
        "Fornavn",
        "Efternavn",
        "E-mail",
        "Timer",
        "Startdato",
        "Slutdato",
        "Opgave",
        "Omfang",
        "Klarhed",
        "Lov",
        "Røde linjer",
        "Konsekvens",
        "Formål",
        "Ansat",
        "Titel",
        "CPR",
        "Mobil",
        "",
        "Noget",
    ]
)


@st.composite
def tables(draw: st.DrawFn) -> Table:
    headers = draw(st.lists(HEADERS, min_size=1, max_size=6))
    rows = draw(st.lists(st.tuples(*[CELLS] * len(headers)), max_size=5))
    return Table(tuple(map(Column, headers)), tuple(Row(i, row) for i, row in enumerate(rows, start=2)))


@settings(max_examples=300)
@given(tables(), st.sampled_from(CODES))
def test_any_table_has_a_plan_that_can_be_told(table, language):
    for planned in (
        plan_staff(table, recognise("staff", table), [Person(id=1, name="Bo", email="a@b")], TODAY),
        plan_tasks(table, recognise("tasks", table), [Task(id=1, name="Bo")]),
    ):
        assert len(planned.rows) == len(table.rows)
        assert len(sentences(planned, words(language))) == len(table.rows)
        notes(planned, words(language))
        assert not any(record.faults() for record in planned.records())


NAMES = st.sampled_from(["Bo Lind", "Bo Berg", "bo  lind", "Eva Lind", "Lind, Bo", ""])
EMAILS = st.sampled_from(["", "", "bo@x.dk", "BO@x.dk", "eva@x.dk", "ikke en"])
ROWS = st.lists(st.tuples(NAMES, EMAILS, st.sampled_from(["", "Vikar", "Plejer"])), max_size=6)


def stored(people: list[Person], planned: ImportPlan) -> list[Person]:
    """What the register holds after an import, as if it had been stored."""
    by_id = {person.id: person for person in people}
    for record in planned.records():
        assert isinstance(record, Person)
        number = record.id if record.id is not None else len(by_id) + 1
        by_id[number] = Person(**{f: getattr(record, f) for f in record.__dataclass_fields__} | {"id": number})
    return list(by_id.values())


DAYS = st.sampled_from(["", "", "01-03-2019", "01-04-2023"])
ENDS = st.sampled_from(["", "", "", "31-10-2026", "31-12-2030"])
TOLD_APART = st.lists(
    st.tuples(
        st.sampled_from(["Bo Lind", "Eva Lind"]), EMAILS, st.sampled_from(["", "1", "2"]), DAYS, ENDS,
        st.sampled_from(["", "Nord", "Syd"]), st.sampled_from(["", "20", "10"]),
    ),
    max_size=5,
)  # fmt: skip


@settings(max_examples=600)
@given(TOLD_APART, TOLD_APART)
def test_namesakes_told_apart_by_what_else_stands_there_are_found_again(before, rows):
    headers = ("Navn", "E-mail", "Medarbejdernr.", "Startdato", "Slutdato", "Afdeling", "Timer")
    lists = [
        Table(tuple(map(Column, headers)), tuple(Row(i, row) for i, row in enumerate(given, start=2)))
        for given in (before, rows)
    ]
    people: list[Person] = []
    for table in lists:
        mapping = recognise("staff", table)
        planned = plan_staff(table, mapping, people, TODAY)
        people = stored(people, planned)
        again = plan_staff(table, mapping, people, TODAY)
        assert again.records() == []


@settings(max_examples=600)
@given(ROWS, ROWS)
def test_any_list_read_again_changes_nothing(before, rows):
    people: list[Person] = []
    for name, email, role in before:
        if name and "@" in email + "@" * (not email):
            people.append(Person(id=len(people) + 1, name=name, email=email, role=role))
    table = Table(
        (Column("Navn"), Column("E-mail"), Column("Stilling")),
        tuple(Row(i, row) for i, row in enumerate(rows, start=2)),
    )
    mapping = recognise("staff", table)
    first = plan_staff(table, mapping, people, TODAY)
    changed = [record.id for record in first.records() if record.id is not None]
    assert len(set(changed)) == len(changed)
    after = stored(people, first)
    again = plan_staff(table, mapping, after, TODAY)
    assert again.records() == []
    taken = (Status.NEW, Status.CHANGED, Status.UNCHANGED)
    done = [row.number for row in first.rows if row.status in taken and row.left_out is None]
    assert [row.number for row in again.rows if row.status is Status.UNCHANGED] == done
