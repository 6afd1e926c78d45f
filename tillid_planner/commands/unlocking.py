"""Opening a workspace from the command line: the passphrase or recovery key from a file, standard input or a prompt."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from tillid_planner.domain.errors import TillidError

if TYPE_CHECKING:
    from tillid_planner.services.session import Session


class NoPassphrase(TillidError):
    """No passphrase was given and nobody is there to be asked."""

    code = "no_passphrase"


class UnreadableSecret(TillidError):
    """The file with the passphrase or recovery key cannot be read as text."""

    code = "unreadable_passphrase_file"


def add_passphrase(parser: argparse.ArgumentParser, *, recovery: bool = True) -> None:
    """Add the options that say how to unlock."""
    parser.add_argument(
        "--passphrase-file", metavar="F", help="read the passphrase from the first line of F (- = standard input)"
    )
    if recovery:
        parser.add_argument(
            "--recovery-key-file", metavar="F", help="unlock with the recovery key on the first line of F instead"
        )
    parser.add_argument(
        "--allow-synchronised",
        action="store_true",
        help="accept a folder that is synchronised or on a network share, where a plan can break while it is copied "
        "and what is deleted can stay, encrypted, in old copies",
    )


def passphrase(arguments: argparse.Namespace) -> str:
    """Return the passphrase from the file named, or ask for it; raise ``NoPassphrase`` if neither is possible."""
    if arguments.passphrase_file is not None:
        return _first_line(arguments.passphrase_file)
    if not sys.stdin.isatty():
        raise NoPassphrase
    from getpass import getpass

    return getpass("Adgangssætning / passphrase: ")


def secrets(arguments: argparse.Namespace) -> dict[str, str]:
    """Return what unlocks: ``recovery_key`` if a file with one was named, else ``passphrase``."""
    if arguments.recovery_key_file is not None:
        return {"recovery_key": _first_line(arguments.recovery_key_file)}
    return {"passphrase": passphrase(arguments)}


def open_workspace(arguments: argparse.Namespace) -> Session:
    """Open the workspace a command names; raises the storage errors."""
    from tillid_planner.services import session

    folder = Path(arguments.workspace)
    unlock = secrets(arguments)
    allow = arguments.allow_synchronised
    if "recovery_key" in unlock:
        return session.open_with_recovery_key(folder, unlock["recovery_key"], allow_synchronised=allow)
    return session.open_with_passphrase(folder, unlock["passphrase"], allow_synchronised=allow)


def _first_line(name: str) -> str:
    try:
        raw = sys.stdin.buffer.readline() if name == "-" else Path(name).read_bytes().split(b"\n", 1)[0]
        return raw.decode("utf-8-sig").rstrip("\r\n")
    except (OSError, UnicodeDecodeError) as error:
        raise UnreadableSecret from error
