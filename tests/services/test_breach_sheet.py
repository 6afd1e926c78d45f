"""What is handed over: everything in a case for the one it is about, and nothing of anybody else."""

import dataclasses
from dataclasses import replace
from datetime import timedelta

import pytest

from tests.builders import TODAY, a_person, a_session
from tests.services.breach_builders import a_pair, closed, noted, settled, talked
from tillid_planner.content import words
from tillid_planner.domain.agreement import Leap
from tillid_planner.domain.breach import (
    BreachCase,
    Control,
    Fact,
    LeadOut,
    Measure,
    MeasureKind,
    Source,
)
from tillid_planner.domain.case import Cause, Dimension
from tillid_planner.domain.follow_up import Outcome as Went
from tillid_planner.languages import CODES
from tillid_planner.services import breach_sheet
from tillid_planner.services.breach_sheet import Voice

#: Typed by the leader or employee, one word each that is found nowhere else.
TEXTS = (
    "agreed_before",
    "assessment",
    "noticed_by",
    "leader_account",
    "employee_account",
    "employee_comment",
    "employee_correction",
    "leader_part",
    "employee_part",
    "line_crossed",
    "line_consequence",
)


@pytest.fixture
def session():
    return a_session()


def voice(language="da"):
    return Voice(words(language), lambda day: day.strftime("%d.%m.%Y"), TODAY)


@pytest.fixture
def full(session):
    """A case with something in every place where something can be."""
    a_person(session, "Bo Lindskov")
    pair = a_pair(session)
    case = noted(session, pair, "Canary0facts. Bo Lindskovs liste lå der også.")
    cases = session.cases
    for number, field in enumerate(TEXTS, start=1):
        cases.change(case, **{field: f"Canary{number}{field.replace('_', '')}"})
    cases.change(case, companion_offered=True, invited_on=TODAY, shown_on=TODAY)
    cases.put(case, Fact(happened_on=TODAY, text="Canary20fact", source=Source.TOLD))
    talked(session, case, Cause.COMPETENCE, other=(Cause.RESOURCES,))
    session.trust.rate(*pair, Dimension.COMPETENCE, 3, example="Canary21example")
    cases.put(case, Measure(kind=MeasureKind.FRAME, text="Canary22frame", due_on=TODAY))
    cases.put(case, Measure(kind=MeasureKind.SUPPORT, text="Canary23support", done_on=TODAY))
    cases.put(case, Control(form="Canary24form", purpose="Canary25purpose", starts_on=TODAY, ends_on=TODAY))
    settled(session, case)
    cases.put(case, replace(cases.get(case).criteria[0], text="Canary26criterion"))
    follow_up = cases.view(case).follow_ups[0]
    session.following.hold(
        follow_up.id, Went.GOOD, learned_leader="Canary27learned", learned_employee="Canary28learned"
    )
    session.endings.tick(case, LeadOut.HR, TODAY)
    return case


def employee_text(session, case, language="da"):
    view = session.cases.view(case)
    return breach_sheet.employee_sheet(view, voice(language), session.endings.names_of_others(view.case)).plain()


@pytest.mark.parametrize("language", CODES)
def test_everything_in_a_case_is_in_the_employees_printout_and_nobody_else_is(session, full, language):
    text = employee_text(session, full, language)
    typed = [f"Canary{number}" for number in range(29) if number not in range(12, 20)]
    assert [word for word in typed if word not in text] == []
    assert "Amina Holm" in text
    assert "Bo" not in text.split()
    assert "Lindskov" not in text
    said = words(language)
    for key in ("sheet.companion", "cause.competence.name", "cause.resources.name", "lead_out.item.hr.name"):
        assert said.text(f"breach.{key}") in text


def test_every_field_of_a_case_is_known_to_the_printout():
    # A field that is added must be thought of here: it is printed, or it is one of these.
    not_words = {"id", "task_id", "assignee_id", "agreement_id", "prepared_on", "learning_on"}
    printed = set(TEXTS) | {
        "noted_on",
        "happened_on",
        "facts",
        "fact_source",
        "rung_at_breach",
        "cause",
        "status",
        "closed_on",
        "more_facts",
        "track",
        "track_on",
        "advised_on",
        "own_notes",
        "invited_on",
        "companion_offered",
        "held_on",
        "cause_agreed",
        "other_causes",
        "leader_cause",
        "employee_cause",
        "measures",
        "controls",
        "criteria",
        "shown_on",
        "outcome",
        "closing_words",
        "led_out",
        "former_closings",
        "planned_on",
        "planned_at",
    }
    assert {field.name for field in dataclasses.fields(BreachCase)} == printed | not_words


def test_the_preparation_is_there_while_it_is_kept(session):
    case = noted(session, a_pair(session))
    session.cases.write_own_note(case, "anger", "Canary30note")
    assert "Canary30note" in employee_text(session, case)
    session.cases.hold_conversation(case)
    assert "Canary30note" not in employee_text(session, case)


def test_the_closing_and_the_deletion_date_are_in_it(session):
    case = noted(session, a_pair(session))
    talked(session, case, Cause.COMPETENCE, employee_cause=Cause.RESOURCES)
    settled(session, case)
    closed(session, case)
    text = employee_text(session, case)
    assert "Det er lagt bag os." in text
    assert "23.11.2027" in text
    assert "Ikke enige. Lederen: Kompetence. Medarbejderen: Ressourcer." in text


def test_the_case_system_gets_it_as_it_stands(session, full):
    text = breach_sheet.case_file(session.cases.view(full), voice()).plain()
    assert "Bo Lindskovs liste" in text


def test_the_agreement_is_the_same_for_both_and_has_its_end_in_it(session, full):
    view = session.cases.view(full)
    sheet = breach_sheet.agreement_sheet(view, voice(), session.endings.names_of_others(view.case))
    text = sheet.plain()
    for part in (
        "Trin 4" if view.agreement.rung == 4 else f"Trin {view.agreement.rung}",
        "Canary22",
        "Canary24",
        "Canary25",
        "Canary26",
        "Første opfølgning",
    ):
        assert part in text
    for part in ("Canary0", "Canary4", "Canary5"):
        assert part not in text
    assert sheet.signatures == ("Lederen", "Amina Holm")


@pytest.mark.parametrize("language", CODES)
def test_every_word_of_an_agreement_stands_with_what_it_is(session, language):
    pair = a_pair(session)
    case = noted(session, pair)
    talked(session, case, Cause.COMPETENCE)
    named = ("purpose", "limits", "ask_when", "support", "watcher", "employee_view", "employee_comment")
    draft = replace(session.cases.draft_agreement(case, 5), **{name: f"Canary{name}" for name in named})
    assert draft.is_leap
    leap = Leap(gain="Canaryleap_gain", risk="Canaryleap_risk", catch="Canaryleap_catch", review_on=TODAY)
    session.cases.agree(case, replace(draft, leap=leap, employee_rung=3))
    view, said = session.cases.view(case), words(language)
    text = breach_sheet.agreement_sheet(view, voice(language), session.endings.names_of_others(view.case)).plain()
    for name in (*named, "leap_gain", "leap_risk", "leap_catch"):
        assert f"{said.text(f'access.fields.{name}')}: Canary{name}" in text
    assert f"{said.text('access.fields.leap_review_on')}: {TODAY:%d.%m.%Y}" in text
    assert f"{said.text('access.fields.employee_rung')}: 3 – {said.text('ladders.task.3.name')}" in text
    assert "Canarypurpose" in breach_sheet.case_file(view, voice(language)).plain()


def test_why_another_rung_was_agreed_stands_with_what_it_is(session):
    case = noted(session, a_pair(session))
    talked(session, case, Cause.COMPETENCE)
    settled(session, case, 1)
    text = breach_sheet.case_file(session.cases.view(case), voice()).plain()
    assert "Begrundelse: Aftalt sammen." in text


def test_what_was_typed_is_never_markup(session):
    case = noted(session, a_pair(session), "<img src='file:///etc/passwd'> & <b>fed</b>")
    html = breach_sheet.case_file(session.cases.view(case), voice()).html()
    assert "<img" not in html
    assert "<b>fed" not in html
    assert "&lt;img" in html


def test_the_invitation_says_what_it_is_for_and_what_it_is_not(session):
    case = noted(session, a_pair(session), happened_on=TODAY - timedelta(days=2))
    text = breach_sheet.invitation(session.cases.view(case), voice()).plain()
    assert "Hej Amina" in text
    assert "tage en med" in text
    assert "ikke en tjenstlig samtale" in text


@pytest.mark.parametrize("language", CODES)
@pytest.mark.parametrize("cause", list(Cause))
def test_every_cause_has_its_usual_criteria(session, cause, language):
    case = noted(session, a_pair(session))
    if cause is not Cause.UNKNOWN:
        talked(session, case, cause)
    texts = breach_sheet.usual_criteria(session.cases.view(case), voice(language))
    assert bool(texts) == (cause is not Cause.UNKNOWN)
    assert not any("{" in criterion.text for criterion in texts)
