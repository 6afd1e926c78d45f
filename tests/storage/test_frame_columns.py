"""What the frames add to tasks, agreements, follow-ups, cases and lessons is stored and read again."""

from dataclasses import replace

import pytest

from tests.builders import TODAY, a_session, a_task, refused
from tests.services.breach_builders import a_pair, noted
from tillid_planner.domain.learning import HandledAs, Learning, ProposalKind
from tillid_planner.domain.purpose import Purpose
from tillid_planner.domain.task import Task
from tillid_planner.storage.agreement_records import Agreements, FollowUps
from tillid_planner.storage.breach_records import BreachCases, LearningLog
from tillid_planner.storage.frame_records import Purposes


@pytest.fixture
def unit():
    session = a_session()
    yield session
    session.close()


def test_a_task_keeps_who_does_what_and_what_it_depends_on(unit):
    task = unit.register.task(a_task(unit))
    assert (task.roles, task.depends_on) == ("", "")
    unit.register.save_task(replace(task, roles="Sygeplejersken måler.", depends_on="Hjælpemidler"))
    assert unit.register.task(task.id) == replace(task, roles="Sygeplejersken måler.", depends_on="Hjælpemidler")
    unit.history.undo()
    assert unit.register.task(task.id) == task


@pytest.mark.parametrize("field", ["roles", "depends_on"])
def test_the_lines_of_a_task_have_a_length(unit, field):
    a_task(unit, **{field: "x" * 200})
    assert refused(lambda: unit.register.add_task(Task(name="Bad", **{field: "x" * 201}))) == {(field, "too_long")}
    assert refused(lambda: unit.register.add_task(Task(name="Bad", **{field: "x\0"}))) == {(field, "unreadable")}


def test_an_agreement_keeps_its_purpose_and_a_follow_up_what_was_seen(unit):
    pair = a_pair(unit)
    database = unit._workspace.database
    agreements, follow_ups = Agreements(database), FollowUps(database)
    (agreement,) = agreements.of_pair(*pair)
    assert agreement.purpose_id is None
    with database.act("agree"):
        purpose = Purposes(database).add(Purpose(text="Ro", core_task="Hjælp", written_on=TODAY))
        agreements.save(replace(agreement, purpose_id=purpose))
    assert agreements.get(agreement.id) == replace(agreement, purpose_id=purpose)
    (follow_up,) = follow_ups.of_agreement(agreement.id)
    assert follow_up.gain_seen == ""
    with database.act("hold_follow_up"):
        follow_ups.save(replace(follow_up, gain_seen="Borgeren venter kortere."))
    assert follow_ups.get(follow_up.id).gain_seen == "Borgeren venter kortere."


def test_a_case_keeps_the_words_of_the_line_that_was_crossed(unit):
    case_id = noted(unit, a_pair(unit))
    database = unit._workspace.database
    cases = BreachCases(database)
    case = cases.get(case_id)
    said = replace(case, line_crossed="Ingen medicin alene.", line_consequence="Så tager vi opgaven tilbage.")
    with database.act("write_breach"):
        cases.save(said)
    assert cases.get(case_id) == said
    assert not said.faults(TODAY)
    assert {f.field for f in replace(said, line_crossed="\0", line_consequence="\0").faults(TODAY)} == {
        "line_crossed",
        "line_consequence",
    }


def test_a_lesson_waits_until_its_proposal_is_handled(unit):
    database = unit._workspace.database
    log = LearningLog(database)
    with database.act("learn"):
        plain = log.add(Learning(written_on=TODAY, line="Vi spurgte for sent."))
        known = log.add(
            Learning(written_on=TODAY, line="Vi gættede.", proposal_kind=ProposalKind.RULE, proposal="Spørg ved tvivl.")
        )
    assert [lesson.id for lesson in log.all() if lesson.waiting] == [known]
    handled = replace(log.get(known), handled_on=TODAY, handled_as=HandledAs.NOT_NOW)
    with database.act("take_learning"):
        log.save(handled)
    assert log.get(known) == handled
    assert not handled.waiting
    assert log.get(plain).handled_as is None
