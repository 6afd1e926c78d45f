"""The two-sided sheet on paper: a page for each, with room to write; never one's half on the other's page."""

from __future__ import annotations

from collections.abc import Mapping

from tillid_planner.content import Words
from tillid_planner.domain.conversation import Side
from tillid_planner.services.conversation_sheet import TwoSides
from tillid_planner.ui.printing.paper import Paper
from tillid_planner.ui.texts import tr

_LINES = 3
#: With more tasks than these there is less room for each, so that everybody's half is one page.
_ROOMY = 3


def conversation_paper(name: str, tasks: Mapping[int, str], words: Words) -> Paper:
    """Return the empty sheet for a conversation about *tasks* (id, name): one page each."""
    paper = Paper(tr("Sheet for a conversation"))
    lines = _LINES if len(tasks) <= _ROOMY else _LINES - 1
    for number, side in enumerate(Side):
        whose = tr("For the leader") if side is Side.LEADER else tr("For {name}", name=name)
        paper.heading(tr("Before we talk"), 1, new_page=number > 0)
        paper.say(whose)
        paper.say(
            tr(
                "Put a ring around the rung you would choose for each task, and write why. Do it before you see the"
                " other's sheet. What differs is what you talk about."
            )
        )
        for rung in range(1, 6):
            called = words.text(f"ladders.task.{rung}.name")
            paper.say(words.text(f"ladders.task.{rung}.both"), f"{rung} {called}:", muted=True)
        for task in tasks.values():
            paper.heading(task, 3)
            paper.row(*(f"{rung}  {words.text(f'ladders.task.{rung}.name')}" for rung in range(1, 6)))
            paper.say(tr("Because:"))
            paper.lines_to_write_on(lines)
    return paper


def agenda_paper(name: str, sheet: TwoSides, tasks: Mapping[int, str], words: Words) -> Paper:
    """Return the agenda with both halves beside each other; empty while a half is open."""
    paper = Paper(tr("Sheet for a conversation"))
    paper.heading(tr("Agenda with {name}", name=name), 1)
    for topic in sheet.topics:
        paper.heading(tasks.get(topic.task_id, ""), 3)
        for line, who in ((topic.leader, tr("Leader")), (topic.employee, name)):
            if line is not None and line.rung is not None:
                rung = words.text(f"ladders.task.{line.rung}.name")
                paper.say(f"{line.rung}, {rung}. {line.reason}", f"{who}:")
    paper.heading(tr("The step we end with"), 3)
    paper.lines_to_write_on(_LINES)
    return paper
