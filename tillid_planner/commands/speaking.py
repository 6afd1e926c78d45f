"""How commands speak: sentences from the content, data as JSON, errors on standard error, three exit statuses."""

from __future__ import annotations

import argparse
import codecs
import contextlib
import io
import json
import os
import sys
import unicodedata
from collections.abc import Callable
from typing import Any

from tillid_planner.content import Words, words
from tillid_planner.domain.errors import InvalidInput, TillidError
from tillid_planner.exchange.cells import UnreadableFile
from tillid_planner.languages import CODES, FIRST

DONE, PROBLEMS, NOTHING_DONE = 0, 1, 2
_PLAIN = "tillid-plain-letters"


def add_language(parser: argparse.ArgumentParser) -> None:
    """Add ``--lang`` to a command."""
    parser.add_argument("--lang", choices=CODES, default=FIRST, help="the language of the answer (default: da)")


def add_json(parser: argparse.ArgumentParser) -> None:
    """Add ``--json`` to a command that prints data."""
    parser.add_argument("--json", action="store_true", help="print the answer as JSON")


def print_json(data: Any) -> None:
    """Print data as one JSON document on standard output; escaped where the output cannot write every letter."""
    every_letter = (sys.stdout.encoding or "").lower().replace("-", "") in ("utf8", "utf16", "utf32")
    print(json.dumps(data, ensure_ascii=not every_letter, indent=1))


def spoken(command: Callable[[], int], language: str) -> int:
    """Run a command and return its status; what keeps its answer from being written is told in one line.

    A letter the output cannot write becomes the plain letter in it, else «?».
    """
    codecs.register_error(_PLAIN, _plain_letter)
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors=_PLAIN)
    try:
        status = command()
        sys.stdout.flush()
    except KeyboardInterrupt:
        return _cut_off("interrupted", language, NOTHING_DONE)
    except BrokenPipeError:
        return _cut_off("answer_closed", language, PROBLEMS)
    except OSError:
        return _cut_off("answer_not_written", language, PROBLEMS)
    return status


def _cut_off(why: str, language: str, status: int) -> int:
    with contextlib.suppress(OSError):
        print(words(language).text(f"commands.errors.{why}"), file=sys.stderr, flush=True)
    if isinstance(sys.stdout, io.TextIOWrapper):
        # What is left of the answer has nowhere to go, and would be tried again when the process ends.
        nowhere = os.open(os.devnull, os.O_WRONLY)
        with contextlib.suppress(OSError, ValueError):
            os.dup2(nowhere, sys.stdout.fileno())
        os.close(nowhere)
    return status


def _plain_letter(error: UnicodeError) -> tuple[str, int]:
    assert isinstance(error, UnicodeEncodeError)
    wanted = error.object[error.start : error.end]
    plain = "".join(letter for letter in unicodedata.normalize("NFKD", wanted) if letter.isascii())
    return plain or "?" * len(wanted), error.end


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
