"""The access report holds every mention of its person and nothing of others (reliability test 25)."""

import json
from dataclasses import replace
from datetime import date, timedelta

import pytest

from tests.builders import TODAY, a_person, a_session, a_task, agreed, rated
from tests.services.breach_builders import closed, talked
from tillid_planner.content import words
from tillid_planner.domain.assignee import Team
from tillid_planner.domain.breach import Measure, MeasureKind
from tillid_planner.domain.case import Cause, Dimension
from tillid_planner.domain.changes import Kind
from tillid_planner.domain.conversation import Side
from tillid_planner.domain.follow_up import Outcome
from tillid_planner.domain.rating import Rater
from tillid_planner.domain.week import Week
from tillid_planner.storage.subject_records import SubjectRecords


@pytest.fixture
def unit():
    session = a_session()
    yield session
    session.close()


def seeded(unit, person, task, word):
    """Write *word* wherever a leader or employee can write about a person; returns how often."""
    trust, count = unit.trust, iter(range(1, 99))

    def said():
        return f"{word}{next(count)}"

    rated(unit, task, person, 3, 3, 3)
    trust.rate(task, person, Dimension.COMPETENCE, 4, example=said(), seen_on=TODAY)
    trust.rate(task, person, Dimension.INTENTION, 4, example=said(), rater=Rater.EMPLOYEE)
    agreement = agreed(
        unit,
        task,
        person,
        2,
        purpose=said(),
        limits=said(),
        ask_when=said(),
        support=said(),
        watcher=said(),
        reason=said(),
    )
    trust.note_employee(agreement.id, rung=4, view=said(), comment=said())
    planned = trust.sheet(task, person).next_follow_up
    unit.following.hold(planned.id, Outcome.GOOD, learned_leader=said(), learned_employee=said())
    trust.comment(task, person, Rater.EMPLOYEE, said())
    unit.breaches.note(task, person, said(), noticed_by=said())
    unit.development.add(task, person, said(), how=said(), by_on=TODAY)
    unit.conversations.begin(person, [task])
    talk = unit.conversations.under_way(person).id
    for side in Side:
        unit.conversations.write(talk, task, side, rung=3, reason=said())
    unit.planning.place(task, person, Week.of(TODAY).monday, 2.0)
    unit.planning.add_absence(person, TODAY, TODAY + timedelta(days=1))
    return next(count) - 1


def text_of(report):
    return json.dumps(
        [[[list(line) for line in entry.lines] for entry in s.entries] for s in report.sections]
        + [list(m) for m in report.mentions],
        ensure_ascii=False,
    )


@pytest.fixture
def two(unit):
    task, other_task = a_task(unit, "Sårpleje"), a_task(unit, "Medicin")
    amina = a_person(unit, "Amina Holm", email="amina@kommune.dk", role="SOSU-assistent")
    bo = a_person(unit, "Bo Lindskov", email="bo@kommune.dk")
    return amina, bo, seeded(unit, amina, task, "AKANARIE"), seeded(unit, bo, other_task, "BKANARIE")


def test_everything_about_her_is_in_it_and_nothing_about_another(unit, two):
    amina, bo, count, other_count = two
    cases = ((amina, "AKANARIE", "BKANARIE", count), (bo, "BKANARIE", "AKANARIE", other_count))
    for person, own, foreign, number in cases:
        said = text_of(unit.access.of(person, words("da")))
        assert [n for n in range(1, number + 1) if f"{own}{n}" not in said] == []
        assert foreign not in said
        data = unit.access.data(person, words("da")).decode()
        assert [n for n in range(1, number + 1) if f"{own}{n}" not in data] == []
        assert foreign not in data
    assert "bo@kommune.dk" not in text_of(unit.access.of(amina, words("da")))


def test_every_row_about_her_in_every_table_is_in_it(unit, two):
    amina = two[0]
    database = unit._workspace.database
    listed = json.loads(unit.access.data(amina, words("da")))["records"]
    for kind, columns in SubjectRecords(database).columns().items():
        if "assignee_id" in columns:
            rows = database.rows(f"SELECT id FROM {kind} WHERE assignee_id = ?", (amina,))
            assert sorted(r["id"] for r in rows) == sorted(r["id"] for r in listed.get(kind.value, []))
    assert len(listed["follow_up"]) == 2


def test_a_sentence_elsewhere_that_names_her_is_in_it_but_not_the_one_beside_it(unit, two):
    amina, bo, *_ = two
    task = a_task(unit, "Elever", purpose="Eleverne lærer det af Amina. Ingen andre gør det.")
    unit.trust.comment(task, bo, Rater.EMPLOYEE, "Jeg spurgte Aminas makker Bo om det. Min egen hemmelighed.")
    report = unit.access.of(amina, words("da"))
    assert ("Opgaver, Formål", "Eleverne lærer det af Amina.") in report.mentions
    assert ("Kommentarer, Tekst", "Jeg spurgte Aminas makker [en anden] om det.") in report.mentions
    assert "hemmelighed" not in text_of(report)


def test_other_people_s_names_in_her_records_are_covered_unless_wanted(unit, two):
    amina, *_ = two
    task = a_task(unit, "Elever")
    unit.trust.comment(task, amina, Rater.EMPLOYEE, "Bo Lindskov hjalp mig.")
    assert "[en anden] hjalp mig." in text_of(unit.access.of(amina, words("da")))
    assert "Bo Lindskov hjalp mig." in text_of(unit.access.of(amina, words("da"), mask_others=False))


def test_two_people_of_one_name_are_told_apart_by_their_records(unit):
    task = a_task(unit)
    first, second = a_person(unit), a_person(unit)
    unit.trust.comment(task, first, Rater.EMPLOYEE, "Kun den første.")
    assert "Kun den første." not in text_of(unit.access.of(second, words("da")))


def test_assessments_are_marked_and_facts_are_not(unit, two):
    report = unit.access.of(two[0], words("da"))
    marked = {section.title: {entry.assessment for entry in section.entries} for section in report.sections}
    assert marked["Vurderinger"] == {True}
    assert marked["Opfølgninger"] == {False}


def test_a_team_has_a_report_too_without_its_members_names(unit, two):
    amina, bo, *_ = two
    from tillid_planner.services.register import new_id

    team = new_id(unit.register.add_team(Team(name="Aften", member_ids=(amina, bo))), Kind.ASSIGNEE)
    said = text_of(unit.access.of(team, words("da")))
    assert "Aften" in said
    assert "Lindskov" not in said
    assert "Aften" in text_of(unit.access.of(amina, words("da")))


def test_values_are_said_in_words_in_both_languages(unit, two):
    for language, expected in (("da", "Forudsætning"), ("en", "Prerequisite")):
        report = unit.access.of(two[0], words(language))
        labels = {label for s in report.sections for e in s.entries for label, _ in e.lines}
        assert expected in labels
        assert not [label for label in labels if "_" in label or label.islower()]
        assert "2026-11-23" not in text_of(report)


def test_every_table_and_field_that_can_be_about_somebody_has_a_name(unit):
    subject = SubjectRecords(unit._workspace.database)
    reached = {Kind.ASSIGNEE} | {kind for refs in subject._referring.values() for kind, _ in refs}
    for language in ("da", "en"):
        named = words(language)
        for kind in reached:
            assert f"access.tables.{kind}" in named, kind
            lacking = [c for c in subject.columns()[kind] if c != "id" and f"access.fields.{c}" not in named]
            assert not lacking, (kind, lacking)


def test_what_has_left_is_told_without_what_it_was(unit, two):
    amina, bo, *_ = two
    unit.access.note("report", "pdf", amina)
    assert unit.access.of(amina, words("da")).exports[-1].endswith(": alt om en medarbejder gemt som PDF")
    # What left of somebody else, or of nobody by name, is none of hers.
    assert unit.access.of(bo, words("da")).exports == ()
    unit.appointments.entries(date(2026, 1, 1), date(2026, 12, 31), words("da"))
    unit._workspace.database.note("export_pdf")
    assert len(unit.access.of(amina, words("da")).exports) == 1


def test_a_rating_of_another_day_is_there_too(unit, two):
    amina, *_ = two
    database = unit._workspace.database
    (row,) = database.rows("SELECT count(*) AS n FROM rating WHERE assignee_id = ?", (amina,))
    report = unit.access.of(amina, words("da"))
    ratings = next(section for section in report.sections if section.title == "Vurderinger")
    assert len(ratings.entries) == row["n"]
    assert replace(report, mentions=()).name == "Amina Holm"


def test_a_case_stands_in_the_words_of_its_page_with_the_day_it_is_deleted(unit, two):
    amina = two[0]
    case = next(c for c in unit.cases.views() if c.case.assignee_id == amina)
    unit.cases.put(case.case.id, Measure(kind=MeasureKind.FRAME, text="Makker", due_on=TODAY + timedelta(days=9)))
    talked(unit, case.case.id, Cause.RESOURCES)
    closed(unit, case.case.id)
    for language in ("da", "en"):
        said = words(language)
        lines = {line for s in unit.access.of(amina, said).sections for e in s.entries for line in e.lines}
        labels = {label for label, _ in lines}
        assert said.text("breach.sheet.noticed_by") in labels or said.text("breach.sheet.noted_on") in labels
        assert (said.text("breach.sheet.cause"), said.text("breach.cause.resources.name")) in lines
        assert said.text("access.deleted_on") in labels
        due = said.text("access.fields_of.breach_measure.due_on")
        assert [value for label, value in lines if label == due]
