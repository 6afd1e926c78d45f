"""The access report on paper: purpose first, then every record, mentions elsewhere, what has left, and the rule."""

from __future__ import annotations

from tillid_planner.content import Words
from tillid_planner.services.access_report import Report
from tillid_planner.ui.inspector.days import day_text
from tillid_planner.ui.printing.paper import Paper


def access_paper(report: Report, words: Words) -> Paper:
    """Return the report as a paper."""
    paper = Paper(words.text("access.title", name=report.name))
    paper.heading(words.text("access.title", name=report.name), 1)
    paper.say(words.text("access.made", day=day_text(report.made_on, report.made_on)), muted=True)
    paper.say(report.purpose)
    for section in report.sections:
        paper.heading(section.title)
        for entry in section.entries:
            lines = entry.lines
            mark = f" ({words.text('access.assessment')})" if entry.assessment else ""
            paper.say("\n".join(f"{label}: {text}" for label, text in lines) + mark)
    if report.mentions:
        paper.heading(words.text("access.mentions"))
        paper.say(words.text("access.mentions_note"), muted=True)
        for where, sentence in report.mentions:
            paper.say(sentence, f"{where}:")
    paper.heading(words.text("access.exports"))
    paper.say(words.text("access.exports_note"), muted=True)
    for line in report.exports or (words.text("access.no_exports"),):
        paper.say(line)
    paper.heading(words.text("access.rule"))
    for sentence in report.rule:
        paper.say(sentence)
    return paper
