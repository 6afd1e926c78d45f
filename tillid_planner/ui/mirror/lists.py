"""What the mirror lists: who may be passed by, what stands still, and how leaps went; always by name."""

from __future__ import annotations

from datetime import date

from tillid_planner.content import Words
from tillid_planner.domain.consistency import LeapEnd, PassedBy
from tillid_planner.services.mirror import Reflection
from tillid_planner.ui.days import day_text
from tillid_planner.ui.mirror.told_apart import told_apart
from tillid_planner.ui.naming import by_name
from tillid_planner.ui.texts import tr
from tillid_planner.ui.widgets.record_list import Record
from tillid_planner.ui.widgets.rungs import rung_name


def passed_by_records(reflection: Reflection) -> list[Record]:
    """Return the people who may be passed by; one person once, with every reason to look."""
    said = {
        PassedBy.NEVER_RATED: tr("Has not been rated on any task."),
        PassedBy.NOTHING_NEW: tr("Has not been given a new task for a year."),
        PassedBy.ALWAYS_THE_SAME: tr("Is put on the same task every time, though others are agreed too."),
    }
    reasons: dict[int, list[str]] = {}
    for why in PassedBy:
        for assignee in reflection.passed_by.get(why, ()):
            reasons.setdefault(assignee.id or 0, []).append(said[why])
    called = told_apart(reflection.assignees.values())
    people = by_name(reasons, lambda number: called[number])
    return [Record(called[number], " ".join(reasons[number]), icon="person", key=(0, number)) for number in people]


def still_records(reflection: Reflection, words: Words, today: date) -> list[Record]:
    """Return the rungs that have not moved for a year though what was seen was good."""
    called = told_apart(reflection.assignees.values())
    found = by_name(reflection.still, lambda h: f"{called[h.assignee_id]}\n{reflection.tasks[h.task_id].name}")
    return [
        Record(
            f"{called[h.assignee_id]} · {reflection.tasks[h.task_id].name}",
            tr(
                "Rung {rung}, {name}, since {day}.",
                rung=h.agreement.rung,
                name=rung_name(words, h.agreement.rung),
                day=day_text(h.course.held_since or today, today),
            ),
            tr("%n good follow-up(s)", n=h.good_looks),
            rung=(h.agreement.rung, "agreed"),
            key=(h.task_id, h.assignee_id),
        )
        for h in found
    ]


def leap_records(reflection: Reflection, today: date) -> list[Record]:
    """Return the leaps with how they went, those that went well told as plainly as the others."""
    said = {
        LeapEnd.WELL: tr("It went well."),
        LeapEnd.PARTLY: tr("It went partly well."),
        LeapEnd.NOT_WELL: tr("It did not go as hoped."),
        LeapEnd.NOT_SEEN: tr("Not looked at yet."),
    }
    called = told_apart(reflection.assignees.values())
    found = by_name(reflection.leaps, lambda leap: f"{called[leap.agreement.assignee_id]}\n{leap.agreement.agreed_on}")
    records = []
    for leap in found:
        agreement = leap.agreement
        name, task = called[agreement.assignee_id], reflection.tasks[agreement.task_id].name
        gain = tr("Hoped gain: {gain}", gain=agreement.leap.gain) if agreement.leap else ""
        sentence = tr(
            "Rung {rung}; the suggestion was {suggested}.", rung=agreement.rung, suggested=agreement.suggested_rung
        )
        head = f"{name} · {task} · {day_text(agreement.agreed_on, today)}"
        key = (agreement.task_id, agreement.assignee_id)
        records.append(Record(head, f"{sentence} {said[leap.end]}", gain, "leap", key=key))
    return records


def leap_counts(reflection: Reflection) -> str:
    """Return how many leaps went how, as counts."""
    ends = [leap.end for leap in reflection.leaps]
    parts = [
        (tr("%n went well", n=ends.count(LeapEnd.WELL)), ends.count(LeapEnd.WELL)),
        (tr("%n went partly well", n=ends.count(LeapEnd.PARTLY)), ends.count(LeapEnd.PARTLY)),
        (tr("%n did not go as hoped", n=ends.count(LeapEnd.NOT_WELL)), ends.count(LeapEnd.NOT_WELL)),
        (tr("%n not looked at yet", n=ends.count(LeapEnd.NOT_SEEN)), ends.count(LeapEnd.NOT_SEEN)),
    ]
    said = ", ".join(text for text, count in parts if count)
    return tr("{leaps}: {how}.", leaps=tr("%n leap(s)", n=len(ends)), how=said) if ends else ""
