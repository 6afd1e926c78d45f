"""``tillid-planner suggest``: answer cases in JSON lines, without a workspace and without Qt."""

import argparse
import json
import os
import sys
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO

from tillid_planner.languages import CODES, FIRST

if TYPE_CHECKING:
    from tillid_planner.content import Words

STANDARD_INPUT = "-"

ALL_ANSWERED = 0
SOME_MALFORMED = 1
NOT_READ = 2

_BYTE_ORDER_MARK = b"\xef\xbb\xbf"


def add_parser(subparsers: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Add the subcommand with its options."""
    parser = subparsers.add_parser(
        "suggest",
        help="suggest a rung for each case in JSON lines",
        description="Read JSON lines, one case a line, and write one JSON result a line, in order. "
        "Exit status: 0 when all are answered, 1 when one is malformed, 2 when FILE cannot be read.",
    )
    language = "language of the texts (default: da)"
    parser.add_argument("--lang", choices=CODES, default=FIRST, help=language)
    file = "JSON lines; - or nothing reads standard input"
    parser.add_argument("file", nargs="?", default=STANDARD_INPUT, metavar="FILE", help=file)
    parser.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """Answer every case in the file and return the exit status."""
    from tillid_planner.content import words

    try:
        lines = _lines(args.file)
    except (OSError, ValueError) as error:
        reason = error.strerror if isinstance(error, OSError) else str(error)
        print(f"tillid-planner suggest: {args.file}: {reason}", file=sys.stderr)
        return NOT_READ
    try:
        return answer(lines, sys.stdout.buffer, words(args.lang))
    except BrokenPipeError:
        # The reader has gone, as «head» does; the interpreter would complain when it flushes at exit.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return SOME_MALFORMED


def answer(lines: Iterable[bytes], output: BinaryIO, texts: "Words") -> int:
    """Write one result for each line that is not blank; return 0, or 1 if a line was malformed."""
    from tillid_planner.domain.dosing import suggest
    from tillid_planner.domain.explanation import explain, put_into_words
    from tillid_planner.exchange.cases import CaseError, fault_result, read_case, result

    status = ALL_ANSWERED
    for number, line in enumerate(lines):
        content = line.removeprefix(_BYTE_ORDER_MARK) if number == 0 else line
        if not content.strip():
            continue
        try:
            case = read_case(content)
        except CaseError as fault:
            status = SOME_MALFORMED
            written = fault_result(fault, texts.text(f"cases.{fault.code}", field=fault.field))
        else:
            suggestion = suggest(case)
            written = result(suggestion, put_into_words(explain(case, suggestion), texts).text)
        output.write(_json_line(written))
    output.flush()
    return status


def _lines(file: str) -> Iterable[bytes]:
    if file == STANDARD_INPUT:
        return sys.stdin.buffer
    # Read at once: a file that fails half way must leave nothing on standard output.
    return Path(file).read_bytes().split(b"\n")


def _json_line(written: dict[str, object]) -> bytes:
    plain = json.dumps(written, ensure_ascii=False)
    # A field's name can hold what some readers take for the end of a line, or half a surrogate pair.
    if plain.isprintable():
        return plain.encode() + b"\n"
    return json.dumps(written).encode() + b"\n"
