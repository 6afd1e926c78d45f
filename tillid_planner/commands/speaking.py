"""How commands speak: sentences from the content, data as JSON, errors on standard error, three exit statuses."""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Callable
from typing import Any

from tillid_planner.content import LANGUAGES, Words, words
from tillid_planner.domain.errors import InvalidInput, TillidError
from tillid_planner.exchange.cells import UnreadableFile

DONE, PROBLEMS, NOTHING_DONE = 0, 1, 2


def add_language(parser: argparse.ArgumentParser) -> None:
    """Add ``--lang`` to a command."""
    parser.add_argument("--lang", choices=LANGUAGES, default="da", help="the language of the answer (default: da)")


def add_json(parser: argparse.ArgumentParser) -> None:
    """Add ``--json`` to a command that prints data."""
    parser.add_argument("--json", action="store_true", help="print the answer as JSON")


def print_json(data: Any) -> None:
    """Print data as one JSON document on standard output."""
    print(json.dumps(data, ensure_ascii=False, indent=1))


def error_text(error: TillidError, w: Words) -> str:
    """Return an error as the user reads it: what happened, what is safe, what to do."""
    if isinstance(error, InvalidInput):
        return " ".join(w.text(f"faults.{fault.code}", **fault.params) for fault in error.faults)
    of_file = (f"importing.file.{error.code}",) if isinstance(error, UnreadableFile) else ()
    for key in (f"commands.errors.{error.code}", *of_file, f"errors.{error.code}.text"):
        if key in w:
            return w.text(key, **error.params)
    return w.text("errors.unknown.text")


def run(arguments: argparse.Namespace, act: Callable[[argparse.Namespace, Words], int]) -> int:
    """Run a command; an error the user can be told about is told, and nothing was done."""
    spoken = words(arguments.lang)
    try:
        return act(arguments, spoken)
    except TillidError as error:
        print(error_text(error, spoken), file=sys.stderr)
        return NOTHING_DONE
