"""``import`` and ``list``: staff and tasks without the window."""

from __future__ import annotations

import argparse
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from tillid_planner.commands import speaking, unlocking
from tillid_planner.content import Words

if TYPE_CHECKING:
    from tillid_planner.services.importing import ImportPlan
    from tillid_planner.services.session import Session

_KINDS = ("staff", "tasks")


def add_parser(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add the commands to the program's."""
    importing = commands.add_parser(
        "import", help="read staff or tasks from a file", description="Read staff or tasks from a file."
    )
    importing.add_argument("workspace", help="the workspace's folder")
    importing.add_argument("kind", choices=_KINDS, help="what the file holds")
    importing.add_argument("file", help="CSV, XLSX, XLS or ODS")
    importing.add_argument("--dry-run", action="store_true", help="say what would happen, and change nothing")
    listing = commands.add_parser("list", help="list staff or tasks", description="List staff or tasks.")
    listing.add_argument("workspace", help="the workspace's folder")
    listing.add_argument("kind", choices=_KINDS, help="what to list")
    for parser, act in ((importing, _import), (listing, _list)):
        speaking.add_language(parser)
        speaking.add_json(parser)
        unlocking.add_passphrase(parser)
        parser.set_defaults(run=partial(speaking.run, act=act))


def _import(arguments: argparse.Namespace, words: Words) -> int:
    from tillid_planner.exchange.tabular import read_table
    from tillid_planner.services import importing

    table = read_table(Path(arguments.file))
    session = unlocking.open_workspace(arguments)
    try:
        plan = importing.plan(arguments.kind, table, session)
        records = plan.records()
        if records and not arguments.dry_run:
            if session.folder is not None:
                session.backup()
            session.register.take_in(records)
    finally:
        session.close()
    _report(arguments, words, plan)
    if plan.errors:
        return speaking.PROBLEMS if records or plan.unchanged else speaking.NOTHING_DONE
    return speaking.DONE


def _report(arguments: argparse.Namespace, words: Words, plan: ImportPlan) -> None:
    from tillid_planner.services import importing

    rows = importing.sentences(plan, words)
    counts = {name: getattr(plan, name) for name in ("new", "changed", "unchanged", "errors")}
    if arguments.json:
        speaking.print_json(
            counts
            | {
                "dry_run": arguments.dry_run,
                "left_out": list(plan.left_out),
                "rows": [{"row": row, "status": status, "text": text} for row, status, text in rows],
            }
        )
        return
    print(words.text("commands.counts", **counts))
    for sentence in importing.notes(plan, words):
        print(sentence)
    for row, status, text in rows:
        if status == "error" or text:
            print(words.text("commands.row", row=row, text=text))
    print(words.text("commands.dry_run" if arguments.dry_run else "commands.imported"))


def _list(arguments: argparse.Namespace, words: Words) -> int:
    session = unlocking.open_workspace(arguments)
    try:
        rows = listed(session, arguments.kind)
    finally:
        session.close()
    if arguments.json:
        speaking.print_json(rows)
    elif not rows:
        print(words.text("commands.no_rows"))
    for row in rows if not arguments.json else []:
        print("\t".join("" if value is None else str(value) for value in row.values()))
    return speaking.DONE


def listed(session: Session, kind: str) -> list[dict[str, Any]]:
    """Return the staff or the tasks as ``list`` prints them; ``kind`` is «staff» or «tasks»."""
    return _staff(session) if kind == "staff" else _tasks(session)


def _staff(session: Session) -> list[dict[str, Any]]:
    people: list[dict[str, Any]] = [
        {
            "kind": "person", "name": p.name, "role": p.role, "unit": p.unit, "email": p.email,
            "weekly_hours": p.weekly_hours, "started_on": _day(p.started_on), "ended_on": _day(p.ended_on),
        }
        for p in session.register.people()
    ]
    names = {p.id: p.name for p in session.register.people()}
    teams: list[dict[str, Any]] = [
        {"kind": "team", "name": t.name, "members": sorted(names[m] for m in t.member_ids)}
        for t in session.register.teams()
    ]
    return sorted(people, key=lambda row: row["name"]) + sorted(teams, key=lambda row: row["name"])


def _tasks(session: Session) -> list[dict[str, Any]]:
    return [
        {
            "name": t.name, "scope": t.scope.value, "hours_per_week": t.hours_per_week, "purpose": t.purpose,
            "consequence": t.consequence, "reversal": t.reversal, "detection": t.detection, "clarity": t.clarity,
            "legal_ceiling": t.legal_ceiling, "legal_basis": t.legal_basis,
            "red_lines": [line.text for line in t.red_lines],
        }
        for t in session.register.tasks()
    ]


def _day(day: Any) -> str | None:
    return day.isoformat() if day is not None else None
