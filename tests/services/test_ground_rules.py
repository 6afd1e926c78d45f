"""Purposes and rules are kept with the wordings they had; every act is one step of undo."""

from dataclasses import replace
from datetime import timedelta

import pytest

from tests.builders import TODAY, a_person, a_task, refused
from tillid_planner.content import words
from tillid_planner.domain.assignee import Team
from tillid_planner.domain.changes import Kind
from tillid_planner.domain.errors import InvalidInput, NotFound
from tillid_planner.domain.ground_rule import GroundRule, RuleKind, SetBy
from tillid_planner.domain.purpose import Purpose
from tillid_planner.languages import CODES
from tillid_planner.services.register import new_id

PURPOSE = Purpose(text=" Borgeren bestemmer mere selv. ", core_task="Hjælpen passer til dagen.", written_on=TODAY)
RULE = GroundRule(kind=RuleKind.VALUES, text="Vi siger det til hinanden.", set_by=SetBy.UNIT, since=TODAY)
LINE = GroundRule(
    kind=RuleKind.RED_LINE,
    text="Ingen medicin alene.",
    source="Faglig standard",
    consequence="Opgaven tages tilbage.",
    all_tasks=True,
    since=TODAY,
)
LATER = TODAY + timedelta(days=40)


@pytest.fixture
def rules(session):
    return session.ground_rules


def put(session, rule=RULE):
    """A rule as it is stored."""
    rule_id = new_id(session.ground_rules.put_rule(rule), Kind.GROUND_RULE)
    return next(stored for stored in session.ground_rules.rules() if stored.id == rule_id)


def everything(session):
    """All that the acts can write, to be compared before and after."""
    database = session._workspace.database
    tables = ("purpose", "ground_rule", "ground_rule_version", "ground_rule_task", "frame_note", "red_line", "learning")
    return {table: database.rows(f"SELECT * FROM {table} ORDER BY id") for table in tables}


def one_step(session, label, act):
    """Do an act; it is one step of undo and redo, its label has a name in both languages."""
    before = everything(session)
    changes = act()
    after = everything(session)
    assert before != after
    assert changes.label == session.history.undo_label == label
    session.history.undo()
    assert everything(session) == before
    session.history.redo()
    assert everything(session) == after
    for language in CODES:
        assert words(language).text(f"acts.{label}")
    return changes


def test_a_purpose_is_put_changed_and_ended_each_in_one_step(session, rules, clock):
    one_step(session, "put_purpose", lambda: rules.put_purpose(PURPOSE))
    (purpose,) = rules.purposes()
    assert purpose == replace(PURPOSE, id=purpose.id, text="Borgeren bestemmer mere selv.")
    one_step(session, "put_purpose", lambda: rules.put_purpose(replace(purpose, thriving=True)))
    assert not rules.put_purpose(rules.purposes()[0])
    clock[0] = LATER
    one_step(session, "end_purpose", lambda: rules.end_purpose(purpose.id))
    assert rules.purposes() == []
    assert rules.purposes(ended=True) == [replace(purpose, thriving=True, ended_on=LATER)]


def test_a_rule_is_put_reworded_and_ended_each_in_one_step(session, rules, clock):
    one_step(session, "put_rule", lambda: rules.put_rule(RULE))
    (rule,) = rules.rules()
    one_step(session, "put_rule", lambda: rules.put_rule(replace(rule, reason="Så ved alle det.")))
    clock[0] = LATER
    one_step(session, "reword_rule", lambda: rules.reword_rule(rule.id, "Vi spørger.", "Den var uklar."))
    one_step(session, "end_rule", lambda: rules.end_rule(rule.id))
    assert rules.rules() == []
    (ended,) = rules.rules(RuleKind.VALUES, ended=True)
    assert (ended.text, ended.version, ended.since, ended.ended_on) == ("Vi spørger.", 2, LATER, LATER)
    assert rules.rules(RuleKind.LIMITS, ended=True) == []


def test_each_wording_is_kept_with_its_days_and_why_it_was_changed(session, rules, clock):
    rule = put(session)
    clock[0] = TODAY + timedelta(days=10)
    rules.reword_rule(rule.id, " Vi spørger. ", " Den var uklar. ")
    clock[0] = LATER
    changes = rules.put_rule(
        replace(rule, text="Vi spørger altid.", reason="Ny", version=7, since=TODAY), "Mødet ville."
    )
    assert changes.kinds == {Kind.GROUND_RULE, Kind.GROUND_RULE_VERSION}
    (now,) = rules.rules()
    assert (now.text, now.version, now.since, now.reason) == ("Vi spørger altid.", 3, LATER, "Ny")
    assert [(v.version, v.text, v.since, v.until, v.why) for v in rules.versions(rule.id)] == [
        (2, "Vi spørger.", TODAY + timedelta(days=10), LATER, "Mødet ville."),
        (1, "Vi siger det til hinanden.", TODAY, TODAY + timedelta(days=10), "Den var uklar."),
    ]


def test_the_same_words_make_no_version(session, rules):
    rule = put(session)
    assert not rules.reword_rule(rule.id, f" {rule.text} ", "")
    assert not rules.put_rule(rule)
    assert rules.versions(rule.id) == []
    assert session.history.undo_label == "put_rule"


def test_a_rule_of_the_last_number_is_not_reworded(session, rules):
    rule = put(session)
    database = session._workspace.database
    with database.act("put_rule"):
        database.update(Kind.GROUND_RULE, rule.id, {"version": 9999})
    assert refused(lambda: rules.reword_rule(rule.id, "Andet", "Fordi")) == {("version", "out_of_range")}


def test_what_is_missing_or_wrong_is_refused_and_nothing_written(session, rules):
    rule = put(session)
    before = everything(session)
    early, late = TODAY - timedelta(days=1), TODAY + timedelta(days=1)
    cases = [
        (lambda: rules.put_purpose(replace(PURPOSE, text=" ")), ("text", "required")),
        (lambda: rules.put_purpose(replace(PURPOSE, core_task="")), ("core_task", "required")),
        (lambda: rules.put_purpose(replace(PURPOSE, review_on=early)), ("review_on", "ends_before_start")),
        (lambda: rules.put_rule(replace(RULE, text=" ")), ("text", "required")),
        (lambda: rules.put_rule(replace(RULE, text="x" * 201)), ("text", "too_long")),
        (lambda: rules.put_rule(replace(RULE, reason="x" * 4001)), ("reason", "too_long")),
        (lambda: rules.put_rule(replace(RULE, review_on=early)), ("review_on", "ends_before_start")),
        (lambda: rules.put_rule(replace(RULE, set_by=None)), ("set_by", "choose_one")),
        (lambda: rules.put_rule(replace(rule, text="Andet")), ("why", "required")),
        (lambda: rules.reword_rule(rule.id, "Andet", " "), ("why", "required")),
        (lambda: rules.reword_rule(rule.id, "Andet", "x" * 201), ("why", "too_long")),
        (lambda: rules.reword_rule(rule.id, " ", "Fordi"), ("text", "required")),
        (lambda: rules.reword_rule(rule.id, "x" * 201, "Fordi"), ("text", "too_long")),
        (lambda: rules.end_rule(rule.id, early), ("ended_on", "ends_before_start")),
        (lambda: rules.end_rule(rule.id, late), ("ended_on", "in_the_future")),
        (lambda: rules.set_left_to_decide("x" * 4001), ("text", "too_long")),
    ]
    for act, fault in cases:
        assert refused(act) == {fault}
    assert everything(session) == before


def test_a_purpose_ends_between_its_start_and_today(session, rules):
    purpose = new_id(rules.put_purpose(PURPOSE), Kind.PURPOSE)
    for days, code in ((-1, "ends_before_start"), (1, "in_the_future")):
        day = TODAY + timedelta(days=days)
        assert refused(lambda day=day: rules.end_purpose(purpose, day)) == {("ended_on", code)}


def test_a_reason_of_four_thousand_characters_is_kept(session, rules):
    assert put(session, replace(RULE, reason="x" * 4000)).reason == "x" * 4000
    rules.set_left_to_decide("y" * 4000)
    assert rules.left_to_decide() == "y" * 4000


def test_what_is_not_there_is_not_found(session, rules):
    for act in (
        lambda: rules.put_purpose(replace(PURPOSE, id=9)),
        lambda: rules.end_purpose(9),
        lambda: rules.put_rule(replace(RULE, id=9)),
        lambda: rules.put_rule(replace(LINE, all_tasks=False, task_ids=(9,))),
        lambda: rules.reword_rule(9, "Andet", "Fordi"),
        lambda: rules.end_rule(9),
        lambda: rules.in_use(9),
        lambda: rules.lines_for(9),
        lambda: rules.share_red_line(9, "Loven", "Stop"),
    ):
        with pytest.raises(NotFound):
            act()


def test_a_name_is_refused_in_every_text(session, rules):
    a_person(session, "Amina Holm")
    rule, line = put(session), put(session, LINE)
    said = "Det aftaler vi med Amina."
    acts = [(lambda f=f: rules.put_purpose(replace(PURPOSE, **{f: said})), f) for f in ("text", "core_task")]
    acts += [(lambda f=f: rules.put_rule(replace(RULE, **{f: said})), f) for f in ("text", "reason")]
    acts += [(lambda f=f: rules.put_rule(replace(line, **{f: said})), f) for f in ("source", "consequence")]
    acts += [
        (lambda: rules.put_rule(replace(rule, text="Andet"), said), "why"),
        (lambda: rules.reword_rule(rule.id, said, "Fordi"), "text"),
        (lambda: rules.reword_rule(rule.id, "Andet", said), "why"),
        (lambda: rules.set_left_to_decide(said), "text"),
    ]
    before = everything(session)
    for act, field in acts:
        with pytest.raises(InvalidInput) as told:
            act()
        (fault,) = told.value.faults
        assert (fault.field, fault.code, fault.params) == (field, "names_someone", {"name": "Amina"})
    assert everything(session) == before


def test_a_rule_has_no_tasks_and_a_line_no_team(session, rules):
    task, team = a_task(session), new_id(session.register.add_team(Team(name="Aften")), Kind.ASSIGNEE)
    rule = put(session, replace(RULE, all_tasks=True, task_ids=(task,), team_id=team))
    assert (rule.all_tasks, rule.task_ids, rule.team_id) == (False, (), None)
    line = put(session, replace(LINE, set_by=SetBy.TEAM, team_id=team))
    assert (line.set_by, line.team_id) == (None, None)


def test_a_rule_is_set_by_a_team_and_by_no_person(session, rules):
    person = a_person(session)
    assert refused(lambda: rules.put_rule(replace(RULE, set_by=SetBy.TEAM, team_id=person))) == {
        ("team_id", "choose_one")
    }


def test_a_deleted_team_leaves_its_rules(session, rules):
    team = new_id(session.register.add_team(Team(name="Aften")), Kind.ASSIGNEE)
    rule = put(session, replace(RULE, set_by=SetBy.TEAM, team_id=team))
    assert rule.team_id == team
    rules.reword_rule(rule.id, "Vi spørger.", "Uklar")
    session.register.remove_assignee(team)
    (kept,) = rules.rules()
    assert (kept.text, kept.set_by, kept.team_id) == ("Vi spørger.", SetBy.TEAM, None)
    assert len(rules.versions(rule.id)) == 1
    # Its words can still be changed; whoever changes the rest says which team it is now.
    rules.reword_rule(rule.id, "Vi spørger altid.", "Kortere")
    assert refused(lambda: rules.put_rule(rules.rules()[0])) == {("team_id", "choose_one")}


def test_what_is_left_to_decide_is_one_text(session, rules):
    assert rules.left_to_decide() == ""
    assert not rules.set_left_to_decide(" ")
    one_step(session, "set_left_to_decide", lambda: rules.set_left_to_decide(" Rækkefølgen. "))
    one_step(session, "set_left_to_decide", lambda: rules.set_left_to_decide("Vagterne."))
    assert not rules.set_left_to_decide("Vagterne.")
    assert rules.left_to_decide() == "Vagterne."
    rules.set_left_to_decide("")
    assert rules.left_to_decide() == ""
