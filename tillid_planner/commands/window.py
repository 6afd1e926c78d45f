"""Without a command: the window."""

from __future__ import annotations

import argparse
import gc
import sys
from pathlib import Path


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add the options for starting the window."""
    parser.add_argument("--demo", action="store_true", help="open a throw-away demo that leaves nothing behind")
    parser.add_argument("--workspace", metavar="FOLDER", help="offer this workspace to be unlocked")


def run(arguments: argparse.Namespace) -> int:
    """Show the window; without a display say so in one sentence and name the commands that need none."""
    # What is made while the program starts stays: looking for garbage among it only delays the first window.
    gc.disable()
    # Before Qt: from then on the binding reads the source of every module that is imported.
    from tillid_planner import content, display, paths, settings  # noqa: F401
    from tillid_planner.services import session  # noqa: F401

    found = display.trouble()
    if found is not None:
        return _say(f"display.{found[0]}", library=found[1])
    try:
        from tillid_planner import bootstrap
    except ImportError as error:
        # A system library that Qt is linked with is not there; the message names it first.
        return _say("display.missing_library", library=str(error).split(":")[0])
    workspace = Path(arguments.workspace) if arguments.workspace else None
    return bootstrap.run(demo=arguments.demo, workspace=workspace)


def _say(key: str, **params: str) -> int:
    from tillid_planner.commands import speaking
    from tillid_planner.content import words
    from tillid_planner.languages import CODES

    for language in CODES:
        print(words(language).text(key, **params), file=sys.stderr)
    return speaking.NOTHING_DONE
