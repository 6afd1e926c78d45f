"""``export``: a week as calendar file, spreadsheet, PDF or text, without the window."""

from __future__ import annotations

import argparse
import os
import re
import sys
from datetime import UTC, date, datetime
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from tillid_planner.commands import speaking, unlocking
from tillid_planner.content import Words
from tillid_planner.domain.errors import Fault, InvalidInput

if TYPE_CHECKING:
    from tillid_planner.domain.week import Week
    from tillid_planner.services.session import Session

_FORMATS = ("ics", "xlsx", "pdf", "text")


def add_parser(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add the command to the program's."""
    parser = commands.add_parser(
        "export", help="write a week to a file", description="Write a week to a file, without ratings."
    )
    parser.add_argument("workspace", help="the workspace's folder")
    parser.add_argument("kind", choices=("week",), help="what to write")
    parser.add_argument("--format", choices=_FORMATS, required=True, help="calendar file, spreadsheet, PDF or text")
    parser.add_argument("--week", metavar="YYYY-Www", help="as 2026-W48 (default: this week)")
    parser.add_argument("--to", required=True, metavar="FILE", help="a file that is not there yet")
    parser.add_argument("--rungs", action="store_true", help="take each task's rung along (not with ics)")
    speaking.add_language(parser)
    unlocking.add_passphrase(parser)
    parser.set_defaults(run=partial(speaking.run, act=_export))


def _export(arguments: argparse.Namespace, words: Words) -> int:
    from tillid_planner.domain.week import Week
    from tillid_planner.exchange.target import NotSaved, save

    path = Path(arguments.to)
    if path.exists():
        return _refuse(words.text("export.failed.exists"))
    if arguments.format == "pdf" and (missing := _missing_library()):
        return _refuse(words.text("display.missing_library", library=missing))
    week = Week.of(_monday(arguments.week) if arguments.week else date.today())
    session = unlocking.open_workspace(arguments)
    try:
        content = _content(session, week, arguments, words)
        if content is None:
            return _refuse(words.text("export.command.no_follow_ups"))
        print(_export_summary(arguments, words))
        save(path, content)
        if arguments.format != "ics":
            from tillid_planner.services.export import Way

            session.export.note({"xlsx": Way.SHEET, "pdf": Way.PDF, "text": Way.TEXT}[arguments.format])
    except NotSaved as error:
        return _refuse(words.text(f"export.failed.{error.reason}"))
    finally:
        session.close()
    print(words.text("export.command.saved", path=str(path)))
    return speaking.DONE


def _content(session: Session, week: Week, arguments: argparse.Namespace, words: Words) -> bytes | None:
    from tillid_planner.services.export import plan_text, sheet_words

    if arguments.format == "ics":
        return _calendar(session, week, arguments.lang, words)
    plan = session.export.plan(week, arguments.lang, rungs=arguments.rungs)
    if arguments.format == "text":
        return plan_text(plan, words).encode()
    if arguments.format == "xlsx":
        from tillid_planner.exchange.spreadsheet import plan_workbook

        return plan_workbook([plan], sheet_words(words, [week]))
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from tillid_planner import bootstrap
    from tillid_planner.ui.printing.week_sheet import WeekSheets, week_pdf

    app = bootstrap.application([])
    content = week_pdf(WeekSheets([plan], words, session.today()))
    del app
    return content


def _calendar(session: Session, week: Week, language: str, words: Words) -> bytes | None:
    from tillid_planner.exchange.calendar import calendar_file

    entries = session.appointments.entries(week.monday, week.sunday, words)
    return calendar_file(entries, written_at=datetime.now(UTC), language=language) if entries else None


def _export_summary(arguments: argparse.Namespace, words: Words) -> str:
    key = "calendar" if arguments.format == "ics" else "plan_with_rungs" if arguments.rungs else "plan"
    seen_by = "calendar" if arguments.format == "ics" else "file"
    return words.text(
        "export.command.what",
        along=words.text(f"export.with.{key}"),
        stays=words.text(f"export.without.{key}"),
        seen_by=words.text(f"export.for.{seen_by}"),
    )


def _missing_library() -> str:
    from tillid_planner import display

    return display.missing_library() if sys.platform.startswith("linux") else ""


def _refuse(text: str) -> int:
    print(text, file=sys.stderr)
    return speaking.NOTHING_DONE


def _monday(text: str) -> date:
    match = re.fullmatch(r"(\d{4})-W(\d{1,2})", text, re.IGNORECASE)
    try:
        if match is not None:
            return date.fromisocalendar(int(match[1]), int(match[2]), 1)
    except ValueError:
        pass
    raise InvalidInput(Fault("week", "no_such_week", {"text": text}))
