"""The access report on paper: purpose first, then every record, mentions elsewhere, what has left, and the rule."""

from __future__ import annotations

from tillid_planner.content import Words
from tillid_planner.services.access_report import Entry, Report, full_day
from tillid_planner.ui.printing.paper import Paper, joined

#: A text longer than this gets a line of its own.
_SHORT = 32


def access_paper(report: Report, words: Words) -> Paper:
    """Return the report as a paper."""
    paper = Paper(words.text("access.title", name=report.name))
    paper.heading(words.text("access.title", name=report.name), 1)
    paper.say(words.text("access.made", day=full_day(report.made_on, words)), muted=True)
    paper.say(report.purpose)
    for section in report.sections:
        paper.heading(section.title)
        for entry in section.entries:
            _say(paper, entry, words)
    if report.mentions:
        paper.heading(words.text("access.mentions"))
        paper.say(words.text("access.mentions_note"), muted=True)
        for where, sentence in report.mentions:
            paper.say(sentence, f"{where}:")
    if report.drafts:
        paper.heading(words.text("access.drafts_head"))
        paper.say(words.text("access.drafts_note"), muted=True)
        for line in report.drafts:
            paper.say(line)
    paper.heading(words.text("access.exports"))
    paper.say(words.text("access.exports_note"), muted=True)
    for line in report.exports or (words.text("access.no_exports"),):
        paper.say(line)
    paper.heading(words.text("access.rule"))
    for sentence in report.rule:
        paper.say(sentence)
    return paper


def _say(paper: Paper, entry: Entry, words: Words) -> None:
    # What it is about leads; short facts stand on one line, long ones each on their own.
    (_, about), *rest = entry.lines or (("", ""),)
    short = [f"{label}: {text}" for label, text in rest if len(text) <= _SHORT]
    long = [f"{label}: {text}" for label, text in rest if len(text) > _SHORT]
    if entry.assessment:
        short.append(words.text("access.assessment"))
    paper.say("\n".join(part for part in (joined(short), *long) if part), about[:1].upper() + about[1:])
