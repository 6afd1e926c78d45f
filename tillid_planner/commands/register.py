"""``import`` and ``list``: staff and tasks without the window."""

from __future__ import annotations

import argparse
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from tillid_planner.commands import speaking, unlocking
from tillid_planner.content import Words
from tillid_planner.domain.errors import Fault, InvalidInput

if TYPE_CHECKING:
    from tillid_planner.exchange.tabular import Table
    from tillid_planner.services.import_words import Question
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
    importing.add_argument("--sheet", help="the sheet of a workbook")
    importing.add_argument("--header-row", type=int, metavar="ROW", help="the row with the headers, from 1")
    importing.add_argument(
        "--column", action="append", default=[], metavar="NAME=HEADER",
        help="read a field from a column: name=Kollega; nothing after = leaves the field out",
    )  # fmt: skip
    importing.add_argument(
        "--days", choices=("day-first", "month-first"), help="how days that can be read in two ways are written"
    )
    importing.add_argument("--full-time", type=float, metavar="HOURS", help="what shares of full time are shares of")
    importing.add_argument("--include-left", action="store_true", help="take in those who have left too")
    importing.add_argument(
        "--another", action="append", type=int, default=[], metavar="ROW", help="the row is somebody else"
    )
    importing.add_argument(
        "--same", action="append", type=int, default=[], metavar="ROW", help="the row is who it is asked whether it is"
    )
    listing = commands.add_parser("list", help="list staff or tasks", description="List staff or tasks.")
    listing.add_argument("workspace", help="the workspace's folder")
    listing.add_argument("kind", choices=_KINDS, help="what to list")
    for parser, act in ((importing, _import), (listing, _list)):
        speaking.add_language(parser)
        speaking.add_json(parser)
        unlocking.add_passphrase(parser)
        parser.set_defaults(run=partial(speaking.run, act=act))


def _import(arguments: argparse.Namespace, words: Words) -> int:
    from tillid_planner.exchange.skills import for_kind
    from tillid_planner.exchange.tabular import read_table

    table = read_table(Path(arguments.file), arguments.sheet, kind=arguments.kind, header_row=arguments.header_row)
    session = unlocking.open_workspace(arguments)
    try:
        plan = _plan(arguments, for_kind(arguments.kind, table), session, words)
        records = plan.records(include_left=arguments.include_left)
        if records and not arguments.dry_run:
            if session.folder is not None:
                session.backup()
            session.register.take_in(records)
            session.import_columns.remember(plan.table, plan.mapping)
    finally:
        session.close()
    _report(arguments, words, plan)
    if plan.errors:
        return speaking.PROBLEMS if records or plan.unchanged else speaking.NOTHING_DONE
    return speaking.DONE


def _plan(arguments: argparse.Namespace, table: Table, session: Session, words: Words) -> ImportPlan:
    from tillid_planner.exchange.days import DayOrder
    from tillid_planner.services import importing
    from tillid_planner.services.import_matching import Answer, Same

    mapping = session.import_columns.recognise(arguments.kind, table)
    if arguments.full_time is not None:
        mapping = replace(mapping, full_time=arguments.full_time)
    for said in arguments.column:
        mapping = mapping.with_field(*_column(said, table, arguments.kind, words))
    if arguments.days is not None:
        mapping = mapping.with_order(DayOrder(arguments.days.replace("-", "_")))
    plan = importing.plan(arguments.kind, table, session, mapping)
    answers = dict.fromkeys(arguments.another, Answer(Same.ANOTHER))
    for row in plan.rows:
        # The first answer is the likeliest: the same person.
        if row.number in arguments.same and row.answers:
            answers[row.number] = row.answers[0]
    return importing.plan(arguments.kind, table, session, mapping, answers) if answers else plan


def _column(said: str, table: Table, kind: str, words: Words) -> tuple[str, int | None]:
    """Return field and column of «NAME=HEADER»; raise ``InvalidInput`` for either one that is not known."""
    from tillid_planner.exchange.headers import FIELDS, plain

    name, _, header = (part.strip() for part in said.partition("="))
    fields = {plain(field): field for field in FIELDS[kind]}
    fields |= {plain(words.text(f"importing.fields.{field}")): field for field in FIELDS[kind]}
    field = fields.get(plain(name))
    if field is None:
        raise InvalidInput(Fault("column", "no_such_field", {"text": name, "fields": ", ".join(FIELDS[kind])}))
    if not header:
        return field, None
    places = [at for at, column in enumerate(table.columns) if plain(column.header) == plain(header)]
    if not places:
        headers = ", ".join(column.header for column in table.columns if column.header)
        raise InvalidInput(Fault("column", "no_such_column", {"text": header, "columns": headers}))
    return field, places[0]


def _report(arguments: argparse.Namespace, words: Words, plan: ImportPlan) -> None:
    from tillid_planner.services import import_words

    rows = import_words.sentences(plan, words)
    messages = import_words.notes(plan, words)
    counts = {name: getattr(plan, name) for name in ("new", "changed", "unchanged", "errors", "not_taken")}
    if arguments.json:
        asked = [{"field": one.field, "columns": list(one.columns)} for one in import_words.questions(plan)]
        speaking.print_json(
            counts
            | {
                "dry_run": arguments.dry_run,
                "sheet": plan.table.sheet,
                "columns": {field: plan.table.columns[at].header for field, at in plan.mapping.fields.items()},
                "left_out": list(plan.left_out),
                "missing": list(plan.missing),
                "messages": messages,
                "questions": asked,
                "rows": [
                    {
                        "row": row.number,
                        "name": row.name,
                        "status": status,
                        "text": text,
                        "taken": row.storable and row.left_out is None,
                        "answers": [f"{answer.same}:{answer.at}" for answer in row.answers],
                    }
                    for row, (_, status, text) in zip(plan.rows, rows, strict=True)
                ],
            }
            | ({"question": asked[0]} if asked else {})
        )
        return
    print(words.text("commands.counts", **counts))
    for sentence in messages:
        print(sentence)
    for question in import_words.questions(plan):
        print(_way_to_answer(question, words))
    for row, (number, status, text) in zip(plan.rows, rows, strict=True):
        if status != "error" and not text:
            continue
        said = words.text("commands.named_row" if row.name else "commands.row", row=number, name=row.name, text=text)
        # What holds until it is answered otherwise needs no answer here.
        waits = bool(row.answers) and row.left_out is not None and not row.is_settled
        print(f"{said} {words.text('commands.ask_who', row=number)}" if waits else said)
    print(words.text("commands.dry_run" if arguments.dry_run else "commands.imported"))


def _way_to_answer(question: Question, words: Words) -> str:
    field = words.text(f"importing.fields.{question.field}")
    asks = {"day_or_month": "ask_days", "full_time": "ask_full_time"}
    column = question.columns[0] if question.columns else ""
    return words.text(f"commands.{asks.get(question.note, 'ask_column')}", field=field, column=column)


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
            "kind": "person",
            "name": p.name,
            "role": p.role,
            "unit": p.unit,
            "email": p.email,
            "weekly_hours": p.weekly_hours,
            "started_on": _day(p.started_on),
            "ended_on": _day(p.ended_on),
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
            "name": t.name,
            "scope": t.scope.value,
            "hours_per_week": t.hours_per_week,
            "purpose": t.purpose,
            "consequence": t.consequence,
            "reversal": t.reversal,
            "detection": t.detection,
            "clarity": t.clarity,
            "legal_ceiling": t.legal_ceiling,
            "legal_basis": t.legal_basis,
            "red_lines": [line.text for line in t.red_lines],
        }
        for t in session.register.tasks()
    ]


def _day(day: Any) -> str | None:
    return day.isoformat() if day is not None else None
