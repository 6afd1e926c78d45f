"""Purposes, rules and the texts the unit has one of come back as they were stored."""

from dataclasses import replace
from datetime import timedelta

import pytest

from tests.builders import TODAY, a_session, a_task
from tillid_planner.domain.errors import NotFound
from tillid_planner.domain.ground_rule import FrameNote, GroundRule, NoteKey, RuleKind, RuleVersion, SetBy
from tillid_planner.domain.purpose import Purpose
from tillid_planner.storage.frame_records import FrameNotes, GroundRules, Purposes

RULE = GroundRule(kind=RuleKind.VALUES, text="Vi siger det.", set_by=SetBy.UNIT, reason="Tillid", since=TODAY)
LINE = GroundRule(kind=RuleKind.RED_LINE, text="Aldrig alene.", source="Loven", consequence="Vi stopper.", since=TODAY)


@pytest.fixture
def unit():
    session = a_session()
    yield session
    session.close()


def test_a_purpose_comes_back_whole_and_ended_ones_when_asked_for(unit):
    database = unit._workspace.database
    kept = Purposes(database)
    purpose = Purpose(
        text="Ro", core_task="Borgeren får ro.", tailored=True, thriving=True, written_on=TODAY, review_on=TODAY
    )
    with database.act("put_purpose"):
        purpose = replace(purpose, id=kept.add(purpose))
        older = kept.add(replace(purpose, id=None, written_on=TODAY - timedelta(days=1)))
    assert kept.get(purpose.id) == purpose
    with database.act("end_purpose"):
        kept.save(replace(purpose, ended_on=TODAY))
    assert [p.id for p in kept.all()] == [older]
    assert [p.id for p in kept.all(ended=True)] == [older, purpose.id]
    with database.act("put_purpose") as act:
        kept.save(kept.get(older))
    assert not act.changes


def test_a_line_comes_back_with_its_tasks(unit):
    database = unit._workspace.database
    kept = GroundRules(database)
    one, two, three = (a_task(unit, name) for name in ("Et", "To", "Tre"))
    with database.act("put_rule"):
        rule, line = kept.add(RULE), kept.add(replace(LINE, task_ids=(two, one)))
    assert kept.get(rule) == replace(RULE, id=rule)
    assert kept.all() == [replace(RULE, id=rule), replace(LINE, id=line, task_ids=(one, two))]
    with database.act("put_rule") as act:
        kept.save(replace(kept.get(line), task_ids=(two, three), ended_on=TODAY))
    assert kept.get(line).task_ids == (two, three)
    assert [r.id for r in kept.all()] == [rule]
    assert [r.id for r in kept.all(ended=True)] == [rule, line]
    with database.act("put_rule") as act:
        kept.save(kept.get(line))
    assert not act.changes


def test_versions_stand_newest_first(unit):
    database = unit._workspace.database
    kept = GroundRules(database)
    with database.act("put_rule"):
        rule = kept.add(RULE)
        for number in (1, 2):
            version = RuleVersion(rule_id=rule, version=number, text="Før", since=TODAY, until=TODAY, why="Uklar")
            kept.add_version(version)
    assert [v.version for v in kept.versions(rule)] == [2, 1]
    assert kept.versions(rule)[1] == replace(version, id=1, version=1)


def test_there_is_one_text_of_each_key(unit):
    database = unit._workspace.database
    kept = FrameNotes(database)
    assert kept.get(NoteKey.LEFT_TO_DECIDE) is None
    for text in ("Rækkefølgen", "Vagterne"):
        with database.act("set_left_to_decide"):
            kept.put(FrameNote(key=NoteKey.LEFT_TO_DECIDE, text=text, written_on=TODAY))
    note = kept.get(NoteKey.LEFT_TO_DECIDE)
    assert (note.text, note.written_on) == ("Vagterne", TODAY)


def test_what_is_not_there_is_not_found(unit):
    database = unit._workspace.database
    with pytest.raises(NotFound):
        Purposes(database).get(1)
    with pytest.raises(NotFound):
        GroundRules(database).get(1)
