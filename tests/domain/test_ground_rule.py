"""What keeps purposes, rules and red lines from being stored, and that each refusal has words in both languages."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from tillid_planner.content import words
from tillid_planner.domain.ground_rule import FrameNote, GroundRule, NoteKey, RuleKind, RuleVersion, SetBy
from tillid_planner.domain.purpose import Purpose
from tillid_planner.languages import CODES

TODAY = date(2026, 11, 23)
BEFORE, AFTER = TODAY - timedelta(days=1), TODAY + timedelta(days=1)
PURPOSE = Purpose(text="Borgeren bestemmer mere selv.", core_task="Hjælpen passer til dagen.", written_on=TODAY)
RULE = GroundRule(kind=RuleKind.VALUES, text="Vi siger det til hinanden.", set_by=SetBy.UNIT, since=TODAY)
LINE = GroundRule(
    kind=RuleKind.RED_LINE,
    text="Ingen medicin alene.",
    source="Faglig standard",
    consequence="Opgaven tages tilbage.",
    all_tasks=True,
    since=TODAY,
)
VERSION = RuleVersion(rule_id=1, version=1, text="Før", since=BEFORE, until=TODAY, why="Den var uklar.")
NOTE = FrameNote(key=NoteKey.LEFT_TO_DECIDE, text="Rækkefølgen.", written_on=TODAY)


@pytest.mark.parametrize(
    "record",
    [
        PURPOSE,
        replace(PURPOSE, text="x" * 200, core_task="y" * 200, review_on=TODAY, ended_on=TODAY),
        RULE,
        replace(RULE, text="x" * 200, reason="y" * 4000, version=9999, review_on=TODAY, ended_on=TODAY),
        replace(RULE, set_by=SetBy.TEAM, team_id=3),
        replace(RULE, id=1, since=AFTER),
        LINE,
        replace(LINE, all_tasks=False, task_ids=(1, 2)),
        VERSION,
        replace(VERSION, why="x" * 200),
        NOTE,
        replace(NOTE, text="x" * 4000),
        replace(NOTE, text=""),
    ],
)
def test_what_is_whole_has_no_faults(record):
    assert record.faults(TODAY) == ()


@pytest.mark.parametrize(
    ("record", "field", "code"),
    [
        (replace(PURPOSE, text=" "), "text", "required"),
        (replace(PURPOSE, text="x" * 201), "text", "too_long"),
        (replace(PURPOSE, text="x\0"), "text", "unreadable"),
        (replace(PURPOSE, core_task=""), "core_task", "required"),
        (replace(PURPOSE, core_task="x" * 201), "core_task", "too_long"),
        (replace(PURPOSE, written_on=AFTER), "written_on", "in_the_future"),
        (replace(PURPOSE, review_on=BEFORE), "review_on", "ends_before_start"),
        (replace(PURPOSE, ended_on=BEFORE), "ended_on", "ends_before_start"),
        (replace(PURPOSE, ended_on=AFTER), "ended_on", "in_the_future"),
        (replace(RULE, text="\n"), "text", "required"),
        (replace(RULE, text="x" * 201), "text", "too_long"),
        (replace(RULE, source="x" * 201), "source", "too_long"),
        (replace(RULE, consequence="x" * 201), "consequence", "too_long"),
        (replace(RULE, reason="x" * 4001), "reason", "too_long"),
        (replace(RULE, reason="\0"), "reason", "unreadable"),
        (replace(RULE, set_by=None), "set_by", "choose_one"),
        (replace(RULE, set_by=SetBy.TEAM), "team_id", "choose_one"),
        (replace(RULE, version=0), "version", "out_of_range"),
        (replace(RULE, version=10000), "version", "out_of_range"),
        (replace(RULE, since=AFTER), "since", "in_the_future"),
        (replace(RULE, review_on=BEFORE), "review_on", "ends_before_start"),
        (replace(RULE, ended_on=BEFORE), "ended_on", "ends_before_start"),
        (replace(RULE, ended_on=AFTER), "ended_on", "in_the_future"),
        (replace(LINE, source=" "), "source", "required"),
        (replace(LINE, consequence=""), "consequence", "required"),
        (replace(LINE, all_tasks=False), "task_ids", "all_or_chosen"),
        (replace(LINE, task_ids=(1,)), "task_ids", "all_or_chosen"),
        (replace(VERSION, why=" "), "why", "required"),
        (replace(VERSION, why="x" * 201), "why", "too_long"),
        (replace(VERSION, until=AFTER), "until", "in_the_future"),
        (replace(NOTE, text="x" * 4001), "text", "too_long"),
        (replace(NOTE, text="\0"), "text", "unreadable"),
        (replace(NOTE, written_on=AFTER), "written_on", "in_the_future"),
    ],
)
def test_what_is_wrong_is_said_at_its_field_in_both_languages(record, field, code):
    (fault,) = record.faults(TODAY)
    assert (fault.field, fault.code) == (field, code)
    for language in CODES:
        assert words(language).text(f"faults.{code}", **fault.params).endswith(".")


def test_a_line_concerns_its_tasks_until_it_ends():
    chosen = replace(LINE, all_tasks=False, task_ids=(1, 2))
    assert [LINE.concerns(task) for task in (1, 3)] == [True, True]
    assert [chosen.concerns(task) for task in (1, 3)] == [True, False]
    assert not replace(LINE, ended_on=TODAY).concerns(1)
    assert not replace(RULE, all_tasks=True).concerns(1)
