"""The command line: assembles the subcommands; without one, the window opens."""

import argparse
import sys
from collections.abc import Sequence

from tillid_planner import __version__
from tillid_planner.commands import register, render, suggest, workspaces

# Each module adds its own parsers, which set ``run``. Whatever is heavy is imported inside the subcommand.
MODULES = (suggest, workspaces, register, render)


def main(argv: Sequence[str] | None = None) -> int:
    """Run the program with the given arguments (default: the process's) and return its exit status."""
    arguments = sys.argv[1:] if argv is None else list(argv)
    parser = argparse.ArgumentParser(
        prog="tillid-planner",
        description="A planner for leaders who dose trust, task by task and person by person.",
    )
    parser.add_argument("--version", action="version", version=f"%(prog)s {__version__}")
    subparsers = parser.add_subparsers(metavar="COMMAND", title="commands (without one, the window opens)")
    for module in MODULES:
        module.add_parser(subparsers)
    if not arguments or arguments[0] not in subparsers.choices:
        from tillid_planner.commands import window

        window.add_arguments(parser)
        parser.set_defaults(run=window.run)
    args = parser.parse_args(arguments)
    status: int = args.run(args)
    return status
