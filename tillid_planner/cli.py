"""The command line: assembles the subcommands; without one, the window opens."""

import argparse
import sys
from collections.abc import Sequence

from tillid_planner import __version__


def main(argv: Sequence[str] | None = None) -> int:
    """Run the program with the given arguments (default: the process's) and return its exit status."""
    arguments = sys.argv[1:] if argv is None else list(argv)
    if not arguments:
        # As it is started every day: the window waits for no subcommand to be imported.
        from tillid_planner.commands import window

        return window.run(argparse.Namespace(demo=False, workspace=None))
    return _run_command(arguments)


def _run_command(arguments: Sequence[str]) -> int:
    from tillid_planner.commands import leaving, register, render, suggest, window, workspaces

    parser = argparse.ArgumentParser(
        prog="tillid-planner",
        description="A planner for leaders who dose trust, task by task and person by person.",
    )
    parser.add_argument("--version", action="version", version=f"%(prog)s {__version__}")
    subparsers = parser.add_subparsers(metavar="COMMAND", title="commands (without one, the window opens)")
    # Each module adds its own parsers, which set ``run``. Whatever is heavy is imported inside the subcommand.
    for module in (suggest, workspaces, register, leaving, render):
        module.add_parser(subparsers)
    if arguments[0] not in subparsers.choices:
        window.add_arguments(parser)
        parser.set_defaults(run=window.run)
    args = parser.parse_args(arguments)
    status: int = args.run(args)
    return status
