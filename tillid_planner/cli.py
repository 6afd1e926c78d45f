"""The command line: assembles the subcommands; without one, the window opens."""

import argparse
import contextlib
import sys
from collections.abc import Sequence

from tillid_planner import __version__


def main(argv: Sequence[str] | None = None) -> int:
    """Run the program with the given arguments (default: the process's) and return its exit status."""
    arguments = sys.argv[1:] if argv is None else list(argv)
    _leave_no_core_dump()
    if not arguments:
        # As it is started every day: the window waits for no subcommand to be imported.
        from tillid_planner.commands import window

        return window.run(argparse.Namespace(demo=False, workspace=None))
    from tillid_planner.commands import speaking
    from tillid_planner.languages import CODES, FIRST

    return speaking.spoken(lambda: _run_command(arguments), next((code for code in CODES if code in arguments), FIRST))


def _leave_no_core_dump() -> None:
    """Keep what is in memory (the key, and everything open) off the disk if the process crashes."""
    # Windows has no such limit, and writes no dump unless it is set up to.
    with contextlib.suppress(ImportError, ValueError, OSError):
        import resource

        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def _run_command(arguments: Sequence[str]) -> int:
    from tillid_planner.commands import export, register, render, suggest, window, workspaces

    parser = argparse.ArgumentParser(
        prog="tillid-planner",
        description="A planner for leaders who dose trust, task by task and person by person.",
    )
    parser.add_argument("--version", action="version", version=f"%(prog)s {__version__}")
    subparsers = parser.add_subparsers(metavar="COMMAND", title="commands (without one, the window opens)")
    # Each module adds its own parsers, which set ``run``. Whatever is heavy is imported inside the subcommand.
    for module in (suggest, workspaces, register, export, render):
        module.add_parser(subparsers)
    if arguments[0] not in subparsers.choices:
        window.add_arguments(parser)
        parser.set_defaults(run=window.run)
    args = parser.parse_args(arguments)
    status: int = args.run(args)
    return status
