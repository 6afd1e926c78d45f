"""What an import would do with each row, and that reading a file again changes nothing."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from tests.builders import a_person, a_session, a_task
from tests.exchange.files import cpu_seconds
from tillid_planner.content import words
from tillid_planner.domain.task import Scope, Task
from tillid_planner.exchange.columns import recognise
from tillid_planner.exchange.tabular import Column, Row, Table, read_pasted, read_table
from tillid_planner.services.import_words import changes_text, notes, row_text
from tillid_planner.services.importing import ImportPlan, plan, plan_staff

DATA = Path(__file__).parents[1] / "data"
ROSTER, PHONES, TASKS = DATA / "medarbejdere-vagtplan.csv", DATA / "telefonbog.csv", DATA / "opgaver.csv"
DA = words("da")


@pytest.fixture
def session():
    session = a_session()
    yield session
    session.close()


def taken_in(session, kind, source):
    """Import a file or a text; return the plan it was done by."""
    table = read_table(source) if isinstance(source, Path) else read_pasted(source)
    planned = plan(kind, table, session)
    if planned.records():
        session.register.take_in(planned.records())
    return planned


def counts(planned: ImportPlan) -> tuple[int, int, int, int]:
    """New, changed, unchanged, errors."""
    return planned.new, planned.changed, planned.unchanged, planned.errors


def codes(planned: ImportPlan) -> list[list[str]]:
    """Why each row cannot come in, or does not come in unasked."""
    left_out = [[row.left_out] if row.left_out else [] for row in planned.rows]
    return [[fault.code for fault in (*row.faults, *why)] for row, why in zip(planned.rows, left_out, strict=True)]


def warned(planned: ImportPlan) -> list[list[str]]:
    return [[fault.code for fault in row.warnings] for row in planned.rows]


def test_the_roster_goes_in_whole(session):
    planned = taken_in(session, "staff", ROSTER)
    assert counts(planned) == (12, 0, 0, 0)
    assert planned.left_out == ("Mobil",)
    warned = [(row.name, [w.code for w in row.warnings]) for row in planned.rows if row.warnings]
    assert warned == [("Kasper O’Neill", ["hours_missing"])]
    people = {person.name: person for person in session.register.people()}
    assert len(people) == 12
    kept = people["Cæcilie Østergård"]
    assert (kept.role, kept.unit) == ("Social- og sundhedshjælper", "Hjemmepleje Nord")
    assert (kept.weekly_hours, kept.started_on) == (30.5, date(2024, 1, 2))
    assert people["Jytte Møller"].started_on == date(1998, 4, 1)
    assert people["Dariusz Nowak"].email == ""
    assert people["Kasper O’Neill"].weekly_hours is None


def test_the_phone_book_finds_people_by_their_e_mail(session):
    taken_in(session, "staff", ROSTER)
    before = {person.name: person for person in session.register.people()}
    planned = taken_in(session, "staff", PHONES)
    assert counts(planned) == (0, 2, 1, 1)
    assert planned.left_out == ("CPR", "Telefon")
    assert codes(planned)[3] == ["looks_like_formula"]
    after = {person.name: person for person in session.register.people()}
    assert before.keys() == after.keys()
    amina = after["Amina Holm"]
    assert (amina.role, amina.weekly_hours, amina.started_on) == ("SOSU-assistent", 32.0, date(2019, 3, 1))
    assert "0000000000" not in repr(planned)


def test_the_tasks_go_in_whole(session):
    assert counts(taken_in(session, "tasks", TASKS)) == (12, 0, 0, 0)
    tasks = {task.name: task for task in session.register.tasks()}
    medicine = tasks["Medicindispensering, rute 4"]
    assert (medicine.hours_per_week, medicine.scope) == (6.5, Scope.TASK)
    assert (medicine.consequence, medicine.reversal, medicine.detection, medicine.clarity) == (3, 2, 1, 3)
    assert (medicine.legal_ceiling, medicine.legal_basis) == (3, "skriftlig rammedelegation")
    assert [line.text for line in medicine.red_lines] == ["Aldrig uden dobbeltkontrol af insulin"]
    assert [line.text for line in tasks["Vagtplan for team Aften"].red_lines] == ["Overenskomst", "budget"]
    buying = tasks["Indkøb af hjælpemidler under 5.000 kr."]
    assert (buying.legal_ceiling, buying.legal_basis) == (4, "")
    assert tasks["Modtagelse fra sygehus"].reversal == 3
    assert {task.name: task.scope for task in tasks.values() if task.scope is Scope.GOAL}.keys() == {
        "Vagtplan for team Aften",
        "Rehabiliteringsmål på ugemøde",
        "Oplæring af SOSU-elever",
    }
    assert all(task.legal_ceiling == 5 for task in tasks.values() if task not in (medicine, buying))


@pytest.mark.parametrize(("kind", "file", "errors"), [("staff", ROSTER, 0), ("staff", PHONES, 1), ("tasks", TASKS, 0)])
def test_a_file_read_again_changes_nothing(session, kind, file, errors):
    first = taken_in(session, kind, file)
    again = plan(kind, read_table(file), session)
    assert counts(again) == (0, 0, first.new, errors)
    assert again.records() == []
    assert not any(row.warnings for row in again.rows if row.name != "Kasper O’Neill")


def test_an_import_is_one_step_back(session):
    taken_in(session, "staff", ROSTER)
    session.history.undo()
    assert session.register.people() == []


def test_empty_cells_delete_nothing(session):
    a_person(session, "Bo Lindskov", role="Vikar", email="bo@eksempel.dk", weekly_hours=30.0, ended_on=date(2027, 1, 1))
    a_task(session, "Sårpleje", purpose="Sår heler", hours_per_week=5.0, legal_ceiling=3, legal_basis="instruks")
    staff = "Navn;Stilling;E-mail;Timer;Startdato;Slutdato\nBo Lindskov;;;;;\n"
    tasks = "Opgave;Formål;Timer;Omfang;Konsekvens;Lov;Røde linjer;Spørg når\nSårpleje;;;;;;;\n"
    assert counts(taken_in(session, "staff", staff)) == (0, 0, 1, 0)
    assert counts(taken_in(session, "tasks", tasks)) == (0, 0, 1, 0)


def test_what_is_known_already_is_not_missed(session):
    a_person(session, "Bo Lindskov", weekly_hours=30.0)
    planned = plan("staff", read_pasted("Navn;Timer\nBo Lindskov;\n"), session)
    assert planned.rows[0].warnings == ()


def test_red_lines_are_added_and_none_taken_away(session):
    taken_in(session, "tasks", "Opgave;Røde linjer\nVagtplan;Budget\n")
    planned = taken_in(session, "tasks", "Opgave\tRøde linjer\nVagtplan\tTavshedspligt; budget\n")
    assert planned.rows[0].changed == ("red_lines",)
    (task,) = session.register.tasks()
    assert [line.text for line in task.red_lines] == ["Budget", "Tavshedspligt"]


def test_a_doubled_row_is_named(session):
    planned = taken_in(session, "staff", "Navn;Timer\nBo Lindskov;30\nEva Bech;37\nbo  lindskov;31\n")
    assert codes(planned) == [[], [], ["doubled_row"]]
    assert planned.rows[2].left_out.params == {"row": 2}
    assert codes(taken_in(session, "tasks", "Opgave\nSårpleje\nSÅRPLEJE\n")) == [[], ["doubled_row"]]


TWO_NAMED_BO = "Navn;E-mail\nBo Lind;bo1@eksempel.dk\nBo Lind;bo2@eksempel.dk\n"


def test_two_people_with_one_name_are_told_apart_by_e_mail(session):
    assert counts(taken_in(session, "staff", TWO_NAMED_BO)) == (2, 0, 0, 0)
    assert counts(taken_in(session, "staff", TWO_NAMED_BO)) == (0, 0, 2, 0)
    planned = taken_in(session, "staff", "Navn;E-mail;Stilling\nBo Lind;BO2@eksempel.dk;Vikar\n")
    assert planned.rows[0].changed == ("role",)
    assert [p.role for p in session.register.people() if p.email == "bo2@eksempel.dk"] == ["Vikar"]


def test_who_cannot_be_told_is_asked_about(session):
    taken_in(session, "staff", TWO_NAMED_BO)
    assert codes(plan("staff", read_pasted("Navn;Timer\nBo Lind;37\n"), session)) == [["which_one"]]
    a_person(session, "Eva Bech")
    both = "Navn;E-mail\nEva Bech;eva1@eksempel.dk\nEva Bech;eva2@eksempel.dk\n"
    assert codes(plan("staff", read_pasted(both), session)) == [["which_one"], ["which_one"]]
    for name in ("Sårpleje", "sårpleje"):
        a_task(session, name)
    assert codes(plan("tasks", read_pasted("Opgave\nSårpleje\n"), session)) == [["which_task"]]


def test_a_name_sake_without_an_address_may_be_either(session):
    text = "Navn;E-mail\nBo Lind;bo@eksempel.dk\nBo Lind;\n"
    assert codes(taken_in(session, "staff", text)) == [[], ["doubled_row"]]
    assert counts(taken_in(session, "staff", text)) == (0, 0, 1, 0)


def test_a_new_surname_is_a_change_that_is_told_of(session):
    a_person(session, "Amina Holm", email="amina@eksempel.dk")
    planned = taken_in(session, "staff", "Navn;E-mail\nAmina Berg;Amina@Eksempel.dk\n")
    assert planned.rows[0].changed == ("name",)
    assert row_text(planned.rows[0], DA).startswith("Hedder Amina Holm i planen.")


def test_an_address_taken_over_by_somebody_else_renames_nobody(session):
    a_person(session, "Amina Holm", email="vikar1@eksempel.dk")
    planned = taken_in(session, "staff", "Navn;E-mail\nBo Lindskov;vikar1@eksempel.dk\n")
    assert codes(planned) == [["email_of_another"]]
    assert [person.name for person in session.register.people()] == ["Amina Holm"]


def test_one_address_for_several_people_is_stored_at_none_of_them(session):
    text = "Navn;E-mail\nAmina Holm;nord@eksempel.dk\nBo Lindskov;nord@eksempel.dk\nEva Bech;\n"
    planned = taken_in(session, "staff", text)
    assert warned(planned) == [["shared_email"], ["shared_email"], []]
    assert [person.email for person in session.register.people()] == ["", "", ""]
    assert counts(plan("staff", read_pasted(text), session)) == (0, 0, 3, 0)


def test_a_name_is_the_same_however_it_is_written(session):
    a_person(session, "Kasper O’Neill", role="Vikar")
    a_person(session, "Åse Bjørn", role="Vikar")
    planned = plan("staff", read_pasted("Navn;Stilling\nKASPER  O'Neill;Vikar\nA\u030ase Bjørn\u200b;Vikar\n"), session)
    assert counts(planned) == (0, 0, 2, 0)


def test_a_bad_cell_costs_the_cell_and_a_bad_name_the_person(session):
    text = (
        "Navn;E-mail;Timer;Startdato;Slutdato\n"
        ";a@eksempel.dk;37;;\n"
        f"{'x' * 200};;;;\n"
        "Bo Lind;ikke en adresse;;;\n"
        "Eva Bech;;-1;;\n"
        "Ida Krog;;200;;\n"
        "Ole Vig;;;01-03-2020;01-03-2019\n"
    )
    planned = plan("staff", read_pasted(text), session)
    assert codes(planned) == [["required"], ["too_long"], [], [], [], []]
    expected = [["not_an_address", "hours_missing"], ["out_of_range"], ["out_of_range"]]
    assert warned(planned)[2:] == [*expected, ["hours_missing", "ends_before_start"]]
    bo, eva, ida, ole = planned.records()
    assert (bo.email, eva.weekly_hours, ida.weekly_hours) == ("", None, None)
    assert (ole.started_on, ole.ended_on) == (date(2020, 3, 1), None)


@pytest.mark.parametrize("hours", [float("nan"), float("inf"), -1.0, 1e300])
def test_hours_that_are_no_hours(hours):
    table = Table((Column("Navn"), Column("Timer")), (Row(2, ("Bo", hours)),))
    planned = plan_staff(table, recognise("staff", table), [], date(2026, 11, 23))
    assert warned(planned) == [["out_of_range"]]
    assert planned.records()[0].weekly_hours is None


def test_a_note_of_a_hundred_thousand_characters_is_kept(session):
    note = "Sår 🌷 " * 14_285
    taken_in(session, "tasks", f"Opgave;Formål\nSårpleje;{note}\n")
    assert session.register.tasks()[0].purpose == note.strip()


def test_without_a_column_of_names_nothing_is_taken_in(session):
    planned = plan("staff", read_pasted("Fornavn;Timer\nBo;37\n"), session)
    assert counts(planned) == (0, 0, 0, 1)
    assert DA.text("importing.notes.no_name_staff") in notes(planned, DA)


def test_only_the_chosen_rows_are_taken_in(session):
    planned = plan("staff", read_pasted("Navn\nBo Lind\nEva Bech\n"), session)
    assert [record.name for record in planned.records({3})] == ["Eva Bech"]


def test_what_there_is_to_say_about_the_file(session):
    text = "Navn;CPR;Mobil;Team;Afdeling;Sko\nBo 010190-0000 Lind;0000000000;20000001;A;B;42;mere\n"
    planned = plan("staff", read_pasted(text), session)
    said = " ".join(notes(planned, DA))
    for part in ("CPR-numre læses aldrig ind", "række 2", "Mobil", "Team og Afdeling", "Ikke brugt: Sko"):
        assert part in said
    assert planned.rows[0].name == "Bo Lind"
    chosen = planned.mapping.with_field("role", 5)
    assert "Sko" not in " ".join(notes(plan("staff", planned.table, session, chosen), DA))


def test_an_update_says_what_each_field_was_and_becomes(session):
    session.register.add_task(Task(name="Sårpleje", consequence=1))
    given = "Opgave\tFormål\tTimer\tKonsekvens\tOmfang\tRøde linjer\tLov\n"
    row = "Sårpleje\tIngen sår bliver værre\t2,5\talvorlig\tområde\tAldrig uden handsker\ttrin 3 (§ 74)\n"
    changed = plan("tasks", read_pasted(given + row), session).rows[0]
    said = changes_text(changed, DA)
    assert "formål (tomt) → «Ingen sår bliver værre»" in said
    assert "timer om ugen (tomt) → 2,5 t" in said
    assert f"hvis det går galt {DA.text('anchors.consequence.1')} → {DA.text('anchors.consequence.3')}" in said
    assert "omfang Opgave → Område" in said
    assert "røde linjer (tomt) → «Aldrig uden handsker»" in said
    assert "lovens loft trin 5 → trin 3" in said
    assert changes_text(changed, words("en")).startswith("Updated: ")


def test_thousands_of_one_name_cost_little_and_none_comes_in_unasked_beyond_reason(session):
    text = "Navn;Nr.\n" + "".join(f"Bo Lind;{number}\n" for number in range(1, 3_001))
    before = cpu_seconds()
    planned = taken_in(session, "staff", text)
    assert len(planned.records()) == 40
    assert plan("staff", planned.table, session, planned.mapping).records() == []
    assert cpu_seconds() - before < 10
