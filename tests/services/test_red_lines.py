"""Red lines of the unit and of a task are one list, and what was learned becomes a rule once."""

from dataclasses import replace

import pytest

from tests.builders import TODAY, a_person, a_task, refused
from tests.services.test_ground_rules import LATER, LINE, RULE, everything, one_step, put
from tillid_planner.domain.changes import Kind
from tillid_planner.domain.errors import NotFound
from tillid_planner.domain.ground_rule import LineOnTask, RuleKind
from tillid_planner.domain.learning import HandledAs, Learning, ProposalKind
from tillid_planner.domain.task import RedLine
from tillid_planner.services.register import new_id
from tillid_planner.storage.breach_records import LearningLog

OWN = RedLine(text="Ring altid før besøg.", source="Borgerens retssikkerhed", consequence="Vi taler om det.")


@pytest.fixture
def rules(session):
    return session.ground_rules


def with_line(session, line=OWN):
    """A task with a red line of its own; returns the ids of both."""
    task = a_task(session, red_lines=(line,))
    return task, session.register.task(task).red_lines[0].id


def learned(session, kind=ProposalKind.RULE):
    """A lesson with a proposal; returns its id."""
    lesson = Learning(written_on=TODAY, line="Vi gættede.", proposal_kind=kind, proposal="Spørg ved tvivl.")
    with session._workspace.database.act("learn") as act:
        LearningLog(session._workspace.database).add(lesson)
    return new_id(act.changes, Kind.LEARNING)


def lesson_of(session, number):
    return LearningLog(session._workspace.database).get(number)


def test_the_lines_for_a_task_are_those_of_the_unit_and_its_own(session, rules):
    task, own = with_line(session)
    other = a_task(session, "Bad")
    everywhere = put(session, LINE).id
    chosen = put(session, replace(LINE, text="Kun bad.", all_tasks=False, task_ids=(other,))).id
    put(session)
    assert rules.lines_for(task) == [
        LineOnTask(text=LINE.text, source=LINE.source, consequence=LINE.consequence, rule_id=everywhere),
        LineOnTask(text=OWN.text, source=OWN.source, consequence=OWN.consequence, red_line_id=own),
    ]
    assert [line.rule_id for line in rules.lines_for(other)] == [everywhere, chosen]
    rules.end_rule(everywhere)
    assert [line.rule_id for line in rules.lines_for(other)] == [chosen]


def test_a_line_is_in_use_on_its_tasks_until_it_ends(session, rules):
    one, two, away = (a_task(session, name) for name in ("Et", "To", "Tre"))
    session.register.archive_task(away)
    everywhere = put(session, LINE).id
    chosen = put(session, replace(LINE, all_tasks=False, task_ids=(one, away))).id
    assert [rules.in_use(rule) for rule in (everywhere, chosen, put(session).id)] == [2, 1, 0]
    rules.end_rule(everywhere)
    assert rules.in_use(everywhere) == 0
    assert rules.lines_for(two) == []


def test_the_tasks_of_a_line_are_changed_in_one_step(session, rules):
    one, two = a_task(session, "Et"), a_task(session, "To")
    line = put(session, replace(LINE, all_tasks=False, task_ids=(one,)))
    one_step(session, "put_rule", lambda: rules.put_rule(replace(line, task_ids=(two, one))))
    assert rules.rules()[0].task_ids == (one, two)
    one_step(session, "put_rule", lambda: rules.put_rule(replace(line, all_tasks=True, task_ids=())))
    assert rules.in_use(line.id) == 2


@pytest.mark.parametrize(
    ("wrong", "fault"),
    [
        ({"source": " "}, ("source", "required")),
        ({"consequence": ""}, ("consequence", "required")),
        ({"all_tasks": False}, ("task_ids", "all_or_chosen")),
    ],
)
def test_a_line_without_source_consequence_or_tasks_is_refused(session, rules, wrong, fault):
    assert refused(lambda: rules.put_rule(replace(LINE, **wrong))) == {fault}


def test_a_deleted_task_takes_its_links_along_and_brings_them_back(session, rules):
    one, two = a_task(session, "Et"), a_task(session, "To")
    rule = put(session, replace(LINE, all_tasks=False, task_ids=(one, two)))
    session.register.remove_task(one)
    assert rules.rules() == [replace(rule, task_ids=(two,))]
    session.history.undo()
    assert rules.rules() == [rule]
    session.register.remove_task(one)
    session.register.remove_task(two)
    assert rules.rules() == [replace(rule, task_ids=())]
    # The words of a line without tasks can be changed; it is told that it holds nowhere when the rest is.
    rules.reword_rule(rule.id, "Aldrig medicin alene.", "Kortere")
    assert refused(lambda: rules.put_rule(rules.rules()[0])) == {("task_ids", "all_or_chosen")}


def test_a_line_of_a_task_is_shared_and_taken_back_in_one_step(session, rules):
    task, own = with_line(session, RedLine(text=OWN.text))
    changes = one_step(session, "share_red_line", lambda: rules.share_red_line(own, " Loven ", " Stop. "))
    assert changes.kinds == {Kind.RED_LINE, Kind.GROUND_RULE, Kind.GROUND_RULE_TASK}
    assert session.register.task(task).red_lines == ()
    (rule,) = rules.rules(RuleKind.RED_LINE)
    assert (rule.text, rule.source, rule.consequence, rule.task_ids) == (OWN.text, "Loven", "Stop.", (task,))
    assert [line.rule_id for line in rules.lines_for(task)] == [rule.id]
    with pytest.raises(NotFound):
        rules.share_red_line(own, "Loven", "Stop.")
    session.history.undo()
    assert [line.red_line_id for line in rules.lines_for(task)] == [own]
    assert rules.rules() == []


def test_a_shared_line_keeps_the_source_and_consequence_it_had(session, rules):
    task, own = with_line(session)
    rules.share_red_line(own)
    (line,) = rules.lines_for(task)
    assert (line.source, line.consequence) == (OWN.source, OWN.consequence)


@pytest.mark.parametrize(
    ("line", "said", "faults"),
    [
        (RedLine(text="Ring."), ("", ""), {("source", "required"), ("consequence", "required")}),
        (RedLine(text="x" * 201), ("Loven", "Stop."), {("text", "too_long")}),
        (RedLine(text="Ring til Amina."), ("Loven", "Stop."), {("text", "names_someone")}),
        (OWN, ("Loven", "Spørg Amina."), {("consequence", "names_someone")}),
    ],
)
def test_a_line_that_cannot_be_shared_stays_with_its_task(session, rules, line, said, faults):
    a_person(session, "Amina Holm")
    _, own = with_line(session, line)
    before = everything(session)
    assert refused(lambda: rules.share_red_line(own, *said)) == faults
    assert everything(session) == before


def test_a_proposal_becomes_a_rule_once(session, rules, clock):
    lesson = learned(session)
    assert [waiting.id for waiting in rules.proposals()] == [lesson]
    clock[0] = LATER
    taken = one_step(
        session,
        "take_learning",
        lambda: rules.take_learning(lesson, HandledAs.RULE, replace(RULE, text="Spørg ved tvivl.", since=LATER)),
    )
    assert taken.kinds == {Kind.GROUND_RULE, Kind.LEARNING}
    assert [rule.text for rule in rules.rules()] == ["Spørg ved tvivl."]
    assert rules.proposals() == []
    assert (lesson_of(session, lesson).handled_on, lesson_of(session, lesson).handled_as) == (LATER, HandledAs.RULE)
    for as_ in HandledAs:
        again = refused(lambda as_=as_: rules.take_learning(lesson, as_, RULE))
        assert again == {("learning", "already_handled")}
    session.history.undo()
    assert rules.rules() == []
    assert [waiting.id for waiting in rules.proposals()] == [lesson]


@pytest.mark.parametrize("as_", [HandledAs.NOT_NOW, HandledAs.CONTROL, HandledAs.FRAME])
def test_a_proposal_is_marked_and_makes_no_rule(session, rules, as_):
    lesson = learned(session, ProposalKind.FRAME)
    one_step(session, "take_learning", lambda: rules.take_learning(lesson, as_))
    assert lesson_of(session, lesson).handled_as is as_
    assert rules.rules() == []
    assert refused(lambda: rules.take_learning(lesson, as_)) == {("learning", "already_handled")}


def test_a_proposal_whose_rule_is_refused_waits(session, rules):
    lesson = learned(session)
    assert refused(lambda: rules.take_learning(lesson, HandledAs.RULE)) == {("text", "required")}
    wrong = replace(RULE, text="x" * 201)
    assert refused(lambda: rules.take_learning(lesson, HandledAs.RULE, wrong)) == {("text", "too_long")}
    assert lesson_of(session, lesson).waiting
    with pytest.raises(NotFound):
        rules.take_learning(lesson + 1, HandledAs.NOT_NOW)
