"""Who holds an agreement: the lean answer is the same as the whole one."""

import random
from datetime import timedelta

import pytest

from tests.builders import TODAY, a_person, a_session, a_task, agreed
from tillid_planner.domain.agreement import Agreement, AgreementState
from tillid_planner.storage.agreement_records import Agreements


@pytest.fixture
def unit():
    session = a_session()
    session.task, session.person = a_task(session), a_person(session)
    return session


def read(session):
    agreements = Agreements(session._workspace.database)
    holding = [(a.task_id, a.assignee_id) for a in agreements.holding() if a.rung > 0]
    assert sorted(agreements.holders()) == sorted(holding)
    return agreements.holders()


def test_nobody_holds_what_is_not_agreed_only_offered_or_paused(unit):
    pair = (unit.task, unit.person)
    assert read(unit) == []
    agreed(unit, *pair, 3, state=AgreementState.OFFERED)
    assert read(unit) == []
    agreed(unit, *pair, 2)
    assert read(unit) == [pair]
    agreed(unit, *pair, 0)
    assert read(unit) == []


def test_an_agreement_taken_back_leaves_the_one_before(unit):
    pair = (unit.task, unit.person)
    agreed(unit, *pair, 2)
    newest = agreed(unit, *pair, 0)
    assert read(unit) == []
    unit.trust.withdraw(newest.id)
    assert read(unit) == [pair]


@pytest.mark.parametrize("seed", range(20))
def test_holders_are_those_of_the_whole_agreements(seed):
    chance, session = random.Random(seed), a_session()
    tasks, people = [a_task(session, name) for name in "ABC"], [a_person(session, name) for name in "DEF"]
    database = session._workspace.database
    with database.act("agree"):
        for _ in range(40):
            day = TODAY - timedelta(days=chance.randint(0, 8))
            agreement = Agreement(
                task_id=chance.choice(tasks),
                assignee_id=chance.choice(people),
                rung=chance.randint(0, 5),
                state=chance.choice(list(AgreementState)),
                agreed_on=day,
                withdrawn_on=day if chance.random() < 0.3 else None,
            )
            Agreements(database).add(agreement, {"rule_version": None, "rule_case": None, "rule_result": None})
    assert read(session)
