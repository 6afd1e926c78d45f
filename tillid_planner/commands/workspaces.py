"""``create``, ``demo``, ``check``, ``backup``, ``renew-keys`` and ``restore``: workspaces without the window."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from tillid_planner import paths, settings
from tillid_planner.commands import speaking, unlocking
from tillid_planner.content import Words
from tillid_planner.domain.errors import TillidError

if TYPE_CHECKING:
    from tillid_planner.services.session import Preview

Act = Callable[[argparse.Namespace, Words], int]
#: Everything in the demo is invented, so its passphrase is no secret.
DEMO_PASSPHRASE = "tillid i det små"


def add_parser(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add the commands to the program's."""
    create = _parser(commands, "create", "make a workspace and print its recovery key", _create)
    create.add_argument("folder", help="a new or empty folder")
    create.add_argument("--name", help="the unit's name (default: the folder's)")
    unlocking.add_passphrase(create, recovery=False)
    speaking.add_json(create)

    demo = _parser(commands, "demo", "make a workspace with the demo unit", _demo)
    demo.add_argument("folder", help="a new or empty folder")
    unlocking.add_passphrase(demo, recovery=False)
    speaking.add_json(demo)

    check = _parser(commands, "check", "check that a workspace is whole", _check)
    check.add_argument("workspace", help="the workspace's folder")
    unlocking.add_passphrase(check)
    speaking.add_json(check)

    backup = _parser(commands, "backup", "make a verified backup", _backup)
    backup.add_argument("workspace", help="the workspace's folder")
    backup.add_argument("file", nargs="?", help="where to put it (default: among the workspace's own backups)")
    unlocking.add_passphrase(backup)
    speaking.add_json(backup)

    renew = _parser(
        commands, "renew-keys", "encrypt a workspace and its backups anew and print a new recovery key", _renew_keys
    )
    renew.add_argument("workspace", help="the workspace's folder")
    unlocking.add_passphrase(renew, recovery=False)
    speaking.add_json(renew)

    restore = _parser(commands, "restore", "restore a backup into a folder", _restore)
    restore.add_argument("backup", help="the backup file")
    restore.add_argument("folder", help="a new or empty folder")
    restore.add_argument(
        "--preview", action="store_true", help="say what the backup holds and what would be lost, and change nothing"
    )
    restore.add_argument(
        "--keys", action="store_true", help="restore only the keys, in the place of damaged ones in the folder"
    )
    restore.add_argument(
        "--replace", action="store_true", help="restore over a workspace; what it held is kept beside as .replaced"
    )
    unlocking.add_passphrase(restore)
    speaking.add_json(restore)


def _parser(
    commands: argparse._SubParsersAction[argparse.ArgumentParser], name: str, text: str, act: Act
) -> argparse.ArgumentParser:
    parser = commands.add_parser(name, help=text, description=text)
    speaking.add_language(parser)
    parser.set_defaults(run=partial(speaking.run, act=act))
    return parser


def _create(arguments: argparse.Namespace, words: Words) -> int:
    from tillid_planner.services import session

    folder = Path(arguments.folder)
    name = arguments.name or folder.resolve().name.removesuffix(".tillid")

    def tell(recovery_key: str) -> None:
        # Said before the workspace is there: one whose recovery key nobody has read is not made.
        _say_created(arguments, words, name, recovery_key)
        sys.stdout.flush()

    made, _ = session.create(
        folder, name, unlocking.passphrase(arguments), allow_synchronised=arguments.allow_synchronised, tell=tell
    )
    made.close()
    return speaking.DONE


def _demo(arguments: argparse.Namespace, words: Words) -> int:
    from datetime import date

    from tillid_planner.services import demo, session

    given = arguments.passphrase_file is not None
    passphrase = unlocking.passphrase(arguments) if given else DEMO_PASSPHRASE
    calendar = demo.Calendar(date.today())
    made, recovery_key = session.create(
        Path(arguments.folder),
        demo.name(),
        passphrase,
        allow_synchronised=arguments.allow_synchronised,
        today=calendar,
    )
    try:
        demo.fill(made, calendar)
    finally:
        made.close()
    _say_created(arguments, words, demo.name(), recovery_key, passphrase=None if given else passphrase)
    return speaking.DONE


def _say_created(
    arguments: argparse.Namespace, words: Words, name: str, recovery_key: str, passphrase: str | None = None
) -> None:
    if arguments.json:
        data = {"folder": arguments.folder, "name": name, "recovery_key": recovery_key}
        speaking.print_json(data if passphrase is None else data | {"passphrase": passphrase})
        return
    print(words.text("commands.created", name=name, folder=arguments.folder))
    if passphrase is not None:
        print(words.text("commands.demo_passphrase", passphrase=passphrase))
    print(words.text("commands.recovery_key", letters=recovery_key))


def _check(arguments: argparse.Namespace, words: Words) -> int:
    from tillid_planner.services.session import Session, is_damage

    session: Session | None = None
    try:
        session = unlocking.open_workspace(arguments)
        problems = session.check()
        if session.missing_acts is not None:
            problems.append("missing_acts")
    except TillidError as error:
        if not is_damage(error):
            raise
        problems = [error.code]
    finally:
        if session is not None:
            session.close()
    if arguments.json:
        speaking.print_json({"whole": not problems, "problems": problems})
    elif problems:
        missing = session.missing_acts if session is not None else None
        count, since = (missing.count, missing.since.replace("T", " ")) if missing is not None else (0, "")
        for problem in problems:
            print(words.text(f"commands.problems.{problem}", count=count, since=since))
    else:
        print(words.text("commands.whole"))
    return speaking.PROBLEMS if problems else speaking.DONE


def _backup(arguments: argparse.Namespace, words: Words) -> int:
    session = unlocking.open_workspace(arguments)
    try:
        path = session.backup(Path(arguments.file) if arguments.file else None)
    finally:
        session.close()
    if arguments.json:
        speaking.print_json({"backup": str(path)})
    else:
        print(words.text("commands.backed_up", path=str(path)))
    return speaking.DONE


def _renew_keys(arguments: argparse.Namespace, words: Words) -> int:
    from tillid_planner.services import session as sessions

    passphrase = unlocking.passphrase(arguments)
    session = sessions.open_with_passphrase(
        Path(arguments.workspace), passphrase, allow_synchronised=arguments.allow_synchronised
    )
    try:
        made = session.new_keys(passphrase)
        # Said before the keys are in force: a recovery key that nobody has read is none.
        if arguments.json:
            speaking.print_json({"recovery_key": made.recovery_key})
        else:
            print(words.text("commands.recovery_key", letters=made.recovery_key))
        sys.stdout.flush()
        left = session.renew_data_key(made)
    finally:
        session.close()
    if left:
        print(words.text("commands.old_keys_left", names=", ".join(left)), file=sys.stderr)
    return speaking.PROBLEMS if left else speaking.DONE


def _restore(arguments: argparse.Namespace, words: Words) -> int:
    from tillid_planner.services import session

    backup, folder = Path(arguments.backup), Path(arguments.folder)
    secret = unlocking.secrets(arguments)
    known = settings.load(paths.settings_file()).workspaces
    if arguments.preview:
        return _preview(arguments, words, session.preview(backup, folder, known=known, **secret))
    deletions_known = True
    if arguments.keys:
        session.restore_keys(folder, backup, **secret)
    else:
        deletions_known = session.restore(
            backup, folder, passphrase=secret.get("passphrase"), recovery_key=secret.get("recovery_key"),
            replace=arguments.replace, known=known, allow_synchronised=arguments.allow_synchronised,
        )  # fmt: skip
    if arguments.json:
        speaking.print_json({"folder": arguments.folder, "deletions_known": deletions_known})
    else:
        print(words.text("commands.restored", folder=arguments.folder))
        if not deletions_known:
            print(words.text("commands.deletions_unknown"))
    return speaking.DONE


def _preview(arguments: argparse.Namespace, words: Words, found: Preview) -> int:
    holding = found.holding
    held = {
        "name": holding.name, "until": found.until, "people": holding.people, "tasks": holding.tasks,
        "acts": holding.acts, "lost": found.lost, "deletions_known": found.deletions_known,
    }  # fmt: skip
    if arguments.json:
        speaking.print_json(held)
        return speaking.DONE
    print(words.text("commands.holds", **held | {"until": found.until.replace("T", " ")}))
    if found.lost:
        print(words.text("commands.would_be_lost", count=found.lost))
    if not found.deletions_known:
        print(words.text("commands.deletions_unknown"))
    return speaking.DONE
