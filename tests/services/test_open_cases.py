"""An open case is never taken along: not by a deletion, not by a last day, not by a file."""

from dataclasses import replace
from datetime import timedelta

import pytest

from tests.builders import TODAY, a_session, a_task
from tests.services.breach_builders import closed, noted, settled, talked
from tillid_planner.content import words
from tillid_planner.domain.assignee import Person, Team
from tillid_planner.domain.case import BreachStatus, Cause
from tillid_planner.domain.changes import Kind
from tillid_planner.domain.errors import InvalidInput
from tillid_planner.exchange.tabular import read_pasted
from tillid_planner.services.deletion import Reason
from tillid_planner.services.import_words import row_text
from tillid_planner.services.importing import plan
from tillid_planner.services.register import OpenBreach, new_id


@pytest.fixture
def clock():
    return [TODAY]


@pytest.fixture
def session(clock):
    opened = a_session(lambda: clock[0])
    yield opened
    opened.close()


def leaves(session, person, day=TODAY, **said):
    return session.register.save_person(replace(session.register.assignee(person), ended_on=day), **said)


@pytest.mark.parametrize("team", [False, True])
def test_whoever_has_an_open_case_is_not_deleted(session, pair, team):
    task, who = pair
    if team:
        who = new_id(session.register.add_team(Team(name="Aften", member_ids=(who,))), Kind.ASSIGNEE)
    case = noted(session, (task, who))
    with pytest.raises(OpenBreach) as refused:
        session.register.remove_assignee(who)
    assert refused.value.code == "open_breach_of_assignee"
    assert "åben sag" in words("da").text(f"errors.{refused.value.code}.text")
    assert session.cases.get(case)
    session.endings.delete([case], Reason.MISTAKE)
    assert session.register.remove_assignee(who)


def test_a_closed_case_holds_nobody_back(session, pair):
    case = noted(session, pair)
    talked(session, case, Cause.COMPETENCE)
    closed(session, case)
    assert session.register.open_cases() == []
    assert session.register.remove_assignee(pair[1])


def test_the_open_cases_of_one_are_told_oldest_first(session, pair):
    second = a_task(session, "Vagtplan")
    cases = [noted(session, pair), noted(session, (second, pair[1]))]
    assert [case.id for case in session.register.open_cases(assignee_id=pair[1])] == cases
    assert [case.id for case in session.register.open_cases(task_id=second)] == cases[1:]


def test_a_last_day_is_refused_until_it_is_said_that_the_case_stays(session, pair):
    case = noted(session, pair)
    with pytest.raises(InvalidInput) as refused:
        leaves(session, pair[1])
    assert [(fault.field, fault.code) for fault in refused.value.faults] == [("ended_on", "open_case")]
    assert session.register.assignee(pair[1]).ended_on is None
    assert leaves(session, pair[1], cases_stay=True)
    assert session.register.open_cases(assignee_id=pair[1])[0].id == case
    # Everything else is stored as before, and the day can be taken away again.
    person = session.register.assignee(pair[1])
    assert session.register.save_person(replace(person, role="Vikar"))
    assert session.register.save_person(replace(person, ended_on=None))


def test_a_list_that_is_read_in_gives_no_last_day_to_somebody_with_an_open_case(session, pair):
    noted(session, pair)
    planned = plan("staff", read_pasted("Navn\tSlutdato\nAmina Holm\t01-12-2026\nBo Lindskov\t01-12-2026\n"), session)
    amina, bo = planned.rows
    assert [str(amina.status), str(bo.status)] == ["error", "new"]
    assert "Der er en åben sag" in row_text(amina, words("da"))
    assert [record.name for record in planned.records()] == ["Bo Lindskov"]
    session.register.take_in(planned.records())
    with pytest.raises(InvalidInput):
        session.register.take_in([Person(id=pair[1], name="Amina Holm", ended_on=TODAY)])
    assert session.register.assignee(pair[1]).ended_on is None


def test_a_case_goes_to_its_end_after_a_person_left_on_the_day_of_the_talk(session, pair, clock):
    case = noted(session, pair)
    session.cases.hold_conversation(case)
    leaves(session, pair[1], cases_stay=True)
    clock[0] = TODAY + timedelta(days=1)
    assert [view.case.id for view in session.cases.views()] == [case]
    session.cases.set_cause(case, Cause.COMPETENCE)
    settled(session, case)
    closed(session, case)
    assert session.cases.get(case).status is BreachStatus.CLOSED
