"""What leaves of the matrix: who holds an agreement on what, and rungs only if they are asked for."""

import csv
import io
import zipfile
from datetime import timedelta

import pytest
from python_calamine import load_workbook

from tests.builders import TODAY, a_person, a_session, a_task, agreed, rated
from tillid_planner.content import words
from tillid_planner.domain.agreement import AgreementState
from tillid_planner.domain.tables import SURE_FOR_DAYS
from tillid_planner.exchange.held_list import held_csv, held_text, held_workbook
from tillid_planner.services.holdings import Chosen, HeldWay, held_words

DANISH = held_words(words("da"))


@pytest.fixture
def unit():
    """Amina holds one agreement, Bo is only offered one; a name and a task look like formulas."""
    session = a_session()
    care, talks = a_task(session, "=Sårpleje"), a_task(session, "Pårørendesamtaler")
    amina, bo = a_person(session, "+Amina Holm", role="SOSU-assistent"), a_person(session, "Bo")
    for person in (amina, bo):
        rated(session, care, person, 4, 4, 4)
    agreed(session, care, amina, 4)
    agreed(session, care, bo, 3, state=AgreementState.OFFERED)
    session.names = {"care": care, "talks": talks, "amina": amina, "bo": bo}
    return session


def sheets(lines, **more):
    book = load_workbook(io.BytesIO(held_workbook(lines, DANISH, **more)))
    return {name: book.get_sheet_by_name(name).to_python() for name in book.sheet_names}


def everything(session, **more):
    grid = session.matrix.grid()
    return session.matrix.holdings.lines(Chosen(grid.assignees, grid.tasks), **more)


def test_only_agreements_that_hold_leave_and_without_their_rung(unit):
    (line,) = everything(unit)
    assert (line.name, line.task, line.held, line.rung) == ("+Amina Holm", "=Sårpleje", True, None)
    assert line.next_follow_up == unit.trust.sheet(unit.names["care"], unit.names["amina"]).next_follow_up.due_on


def test_rungs_leave_when_they_are_asked_for(unit):
    assert [line.rung for line in everything(unit, rungs=True)] == [4]


def test_chosen_cells_leave_in_order_with_blanks(unit):
    grid, names = unit.matrix.grid(), unit.names
    cells = {(names["bo"], names["care"]), (names["amina"], names["talks"])}
    lines = unit.matrix.holdings.lines(Chosen(grid.assignees, grid.tasks, cells), blanks=True)
    assert [(line.name, line.task, line.held) for line in lines] == [
        ("+Amina Holm", "Pårørendesamtaler", False),
        ("Bo", "=Sårpleje", False),
    ]


def test_nothing_that_looks_like_a_formula_is_one(unit):
    lines = everything(unit)
    rows = list(csv.reader(io.StringIO(held_csv(lines, DANISH).decode("utf-8-sig")), delimiter=";"))
    assert rows[0] == ["Navn", "Stilling", "Opgave", "Aftale", "Næste opfølgning"]
    assert rows[1][:4] == ["'+Amina Holm", "SOSU-assistent", "'=Sårpleje", "ja"]
    assert held_text(lines, DANISH).splitlines()[1].startswith("'+Amina Holm\tSOSU-assistent\t'=Sårpleje\tja\t")
    found = sheets(lines)
    assert found["Overblik"] == [["Navn", "=Sårpleje"], ["+Amina Holm", "ja"]]
    with zipfile.ZipFile(io.BytesIO(held_workbook(lines, DANISH))) as book:
        assert not [name for name in book.namelist() if b"<f>" in book.read(name)]


@pytest.mark.parametrize("rungs", [False, True])
def test_ratings_and_suggestions_never_leave_and_rungs_only_in_words(unit, rungs):
    lines = everything(unit, rungs=rungs, blanks=True)
    values = [value for sheet in sheets(lines, rungs=rungs).values() for row in sheet for value in row]
    assert not [v for v in values if isinstance(v, int | float)]
    assert ("4 Handler og orienterer" in values) is rungs
    assert ("4 Handler og orienterer" in held_csv(lines, DANISH, rungs=rungs).decode()) is rungs


def test_people_and_tasks_of_one_name_keep_their_own_rows_and_columns():
    session = a_session()
    tasks, people = [a_task(session) for _ in range(2)], [a_person(session) for _ in range(2)]
    for task, person in zip(tasks, people, strict=True):
        agreed(session, task, person, 3, reason="Aftalt.")
    assert sheets(everything(session))["Overblik"][1:] == [["Amina Holm", "ja", ""], ["Amina Holm", "", "ja"]]


def test_that_something_left_is_logged_without_what(unit):
    before = unit.matrix.grid()
    for way in HeldWay:
        unit.matrix.holdings.note(way)
        assert words("da").text(f"acts.export_agreements_{way}")
    assert unit.matrix.grid() == before


def test_a_cell_tells_unsure_and_old_by_the_risk_of_the_task():
    day = [TODAY]
    session = a_session(lambda: day[0])
    harmless, risky = a_task(session), a_task(session, "Medicin", consequence=3, reversal=3, detection=3)
    person = a_person(session)
    rated(session, harmless, person, 3, 3, 3, sure=False)
    rated(session, risky, person, 3, 3, 3)
    for days, old in ((0, []), (SURE_FOR_DAYS[2], []), (SURE_FOR_DAYS[2] + 1, [risky]), (366, [harmless, risky])):
        day[0] = TODAY + timedelta(days=days)
        grid = session.matrix.grid()
        assert [task for (_, task), cell in sorted(grid.cells.items()) if cell.old] == old
        assert [task for (_, task), cell in grid.cells.items() if cell.unsure] == [harmless]
        assert all(session.matrix.cell(task, who) == cell for (who, task), cell in grid.cells.items())
