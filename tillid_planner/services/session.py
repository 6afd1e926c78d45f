"""An open workspace with everything that can be done in it."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from tillid_planner.domain.errors import TillidError
from tillid_planner.storage.errors import Damaged, WrongPassphrase

if TYPE_CHECKING:
    from tillid_planner.services.import_columns import ImportColumns
    from tillid_planner.storage.act_count import MissingActs
    from tillid_planner.storage.backups import Holding
    from tillid_planner.storage.keys import NewKeys as NewKeys
    from tillid_planner.storage.workspace import Workspace


class Session:
    """One open workspace: its services, its backups, and closing it."""

    def __init__(
        self, workspace: Workspace, today: Callable[[], date] = date.today, *, by_recovery_key: bool = False
    ) -> None:
        # Imported when something is opened: the gate is on the screen before it needs any of this.
        from tillid_planner.services.access_report import AccessReports
        from tillid_planner.services.appointments import Appointments
        from tillid_planner.services.breach_cases import BreachCases
        from tillid_planner.services.breach_endings import BreachEndings
        from tillid_planner.services.breaches import Breaches
        from tillid_planner.services.controls import Controls
        from tillid_planner.services.conversation_sheet import ConversationSheets
        from tillid_planner.services.development import Development
        from tillid_planner.services.drafts import Drafts
        from tillid_planner.services.export import WeekExporter
        from tillid_planner.services.following import Following
        from tillid_planner.services.ground_rules import GroundRules
        from tillid_planner.services.history import History
        from tillid_planner.services.matrix import Matrix
        from tillid_planner.services.mirror import Mirror
        from tillid_planner.services.nudges import Nudges
        from tillid_planner.services.occasions import Occasions
        from tillid_planner.services.own_actions import OwnActions
        from tillid_planner.services.person_review import PersonReview
        from tillid_planner.services.planned_talks import PlannedTalks
        from tillid_planner.services.planning import Planning
        from tillid_planner.services.register import Register
        from tillid_planner.services.stool import Stool
        from tillid_planner.services.today import Overview
        from tillid_planner.services.trust import Trust
        from tillid_planner.services.visits import Visits
        from tillid_planner.services.wishes import Wishes

        self._workspace = workspace
        self._by_recovery_key = by_recovery_key
        self.today = today
        #: Why the latest backup could not be made; None when it was.
        self.backup_trouble: TillidError | None = None
        self.register = Register(workspace, today)
        self.trust = Trust(workspace, today)
        self.controls = Controls(workspace, self.trust, today)
        self.matrix = Matrix(workspace, self.trust, today)
        self.following = Following(workspace, self.trust, today)
        self.planning = Planning(workspace, today)
        self.nudges = Nudges(workspace, self.controls, today)
        self.visits = Visits(workspace)
        self.export = WeekExporter(workspace, self.planning)
        self.appointments = Appointments(workspace, today)
        self.person_review = PersonReview(workspace, self.trust, self.matrix, today)
        self.development = Development(workspace, today)
        self.ground_rules = GroundRules(workspace, today)
        self.access = AccessReports(workspace, today)
        self.mirror = Mirror(workspace, today)
        self.conversations = ConversationSheets(workspace, self.trust, self.following, today)
        self.breaches = Breaches(workspace, self.trust, today)
        self.cases = BreachCases(workspace, self.trust, today)
        self.talks = PlannedTalks(workspace, today)
        self.endings = BreachEndings(workspace, self.cases, self.trust, today)
        self.overview = Overview(workspace, self.planning, self.cases, self.controls, today)
        self.stool = Stool(workspace, today)
        self.wishes = Wishes(workspace, today)
        self.own_actions = OwnActions(workspace, today)
        self.occasions = Occasions(workspace, today)
        self.drafts = Drafts(workspace, self.endings.names)
        self.history = History(workspace)
        self.drafts.remove_old()

    @property
    def import_columns(self) -> ImportColumns:
        """How lists were read the last time."""
        from tillid_planner.services.import_columns import ImportColumns

        return ImportColumns(self._workspace, self.today)

    @property
    def name(self) -> str:
        """The workspace's name, usually the unit's."""
        return self._workspace.name

    @property
    def folder(self) -> Path | None:
        """The workspace's folder; None for one in memory."""
        return self._workspace.folder

    @property
    def newest_backup(self) -> str | None:
        """The local ISO time of the newest automatic backup, or None."""
        return self._workspace.newest_backup()

    @property
    def newest_backup_file(self) -> Path | None:
        """The newest automatic backup, or None."""
        return newest_backup_file(self.folder) if self.folder is not None else None

    @property
    def missing_acts(self) -> MissingActs | None:
        """Acts that were stored and are not in the database any more; None if none is missing."""
        return self._workspace.missing

    def backup(
        self, target: Path | None = None, *, overwrite: bool = False, tell: Callable[[float], object] | None = None
    ) -> Path:
        """Make a verified backup, among the automatic ones or as the file named; return its path.

        ``tell`` is called with the part done, from 0 to 1, and may raise to give it up.
        """
        path = self._workspace.backup(target, now=_now(), overwrite=overwrite, tell=tell)
        if target is None:
            self.backup_trouble = None
            if self._workspace.second_place is not None:
                self._second(tell)
        return path

    def backup_if_due(self) -> Path | None:
        """Make the day's backup, here and in the second place, where there is none yet.

        What keeps one from being made is raised, and stays in ``backup_trouble`` until one has been made.
        """
        path = None
        try:
            if self._workspace.backup_due(self.today()):
                path = self._workspace.backup(now=_now())
            self.backup_trouble = None
        except TillidError as error:
            self.backup_trouble = error
            raise
        if self._workspace.second_backup_due(self.today()):
            self._second(None)
        return path

    def _second(self, tell: Callable[[float], object] | None) -> None:
        try:
            self._workspace.backup_second(now=_now(), tell=tell)
        except TillidError as error:
            self.backup_trouble = error
            raise

    @property
    def second_place(self) -> Path | None:
        """The folder where each day's backup is made too, None if none is chosen."""
        return self._workspace.second_place

    def set_second_place(self, place: Path | None) -> None:
        """Choose a second place for backups, or none; raise ``NoPlace`` if it is no folder."""
        self._workspace.set_second_place(place)
        self.backup_trouble = None

    def try_backup(self, backup: Path) -> Preview:
        """Open a backup of this workspace, check it, and return what it holds; raises the storage errors."""
        from tillid_planner.storage import act_count

        holding = self._workspace.try_backup(backup)
        lost = max(0, self._workspace.database.acts()[0] - holding.acts)
        return Preview(holding, act_count.local_time(holding.until), lost)

    def check(self) -> list[str]:
        """Return the codes of everything wrong with the file; an empty list means all is well."""
        return self._workspace.check()

    def change_passphrase(self, passphrase: str, present: str | None = None) -> None:
        """Let a new passphrase open the workspace instead of the present one; the recovery key stays.

        Raises ``WrongPassphrase``. Opened with the recovery key, the workspace takes one new passphrase without the
        present one.
        """
        if present is None and not self._by_recovery_key:
            raise WrongPassphrase
        self._workspace.change_passphrase(passphrase, present)
        self._by_recovery_key = False

    def new_keys(self, passphrase: str) -> NewKeys:
        """Return a new data key with a new recovery key, to be printed before it is in force.

        Raises ``WrongPassphrase`` for another passphrase than the present one.
        """
        return self._workspace.new_keys(passphrase)

    def renew_data_key(self, made: NewKeys) -> list[str]:
        """Encrypt the data anew with ``new_keys``, here and in every kept copy; the recovery key is another then.

        Returns the names of the copies that could not be encrypted anew.
        """
        return self._workspace.renew_data_key(made, now=_now())

    def close(self) -> None:
        """Close the workspace and drop everything that was read from it."""
        self._workspace.close()

    def discard(self) -> None:
        """Close a workspace that was just made and never used, and remove its folder."""
        folder = self.folder
        self.close()
        if folder is not None:
            shutil.rmtree(folder, ignore_errors=True)


def create(
    folder: Path,
    name: str,
    passphrase: str,
    *,
    allow_synchronised: bool = False,
    today: Callable[[], date] = date.today,
    tell: Callable[[str], object] | None = None,
) -> tuple[Session, str]:
    """Make a workspace; return it open, with the recovery key to print. Raises the storage errors.

    ``tell`` gets the recovery key before the workspace is there; if it raises, there is none.
    """
    from tillid_planner.storage import workspace as workspaces

    workspace, recovery_key = workspaces.create(
        folder, name, passphrase, today(), allow_synchronised=allow_synchronised, tell=tell
    )
    return Session(workspace, today), recovery_key


def open_with_passphrase(folder: Path, passphrase: str, *, allow_synchronised: bool = False) -> Session:
    """Open a workspace with its passphrase; raise ``WrongPassphrase`` and the other storage errors."""
    from tillid_planner.storage import keys
    from tillid_planner.storage import workspace as workspaces

    return Session(
        workspaces.open_folder(
            folder,
            lambda stored: keys.open_with_passphrase(stored, passphrase),
            now=_now(),
            allow_synchronised=allow_synchronised,
        )
    )


def open_with_recovery_key(folder: Path, recovery_key: str, *, allow_synchronised: bool = False) -> Session:
    """Open a workspace with its recovery key."""
    from tillid_planner.storage import keys
    from tillid_planner.storage import workspace as workspaces

    return Session(
        workspaces.open_folder(
            folder,
            lambda stored: keys.open_with_recovery_key(stored, recovery_key),
            now=_now(),
            allow_synchronised=allow_synchronised,
        ),
        by_recovery_key=True,
    )


def in_memory(name: str, today: Callable[[], date] = date.today) -> Session:
    """Open a workspace that lives in memory only."""
    from tillid_planner.storage import workspace as workspaces

    return Session(workspaces.in_memory(name, today()), today)


def restore(
    backup: Path,
    folder: Path,
    *,
    passphrase: str | None = None,
    recovery_key: str | None = None,
    replace: bool = False,
    kept: str = "replaced",
    known: Iterable[Path] = (),
    allow_synchronised: bool = False,
) -> bool:
    """Restore a backup into a folder with the passphrase or the recovery key of its time.

    What was deleted for good stays so, also by what *known* workspaces of the same identity have deleted; return
    whether anything here knows what was (``Preview.deletions_known``).

    With ``replace`` it takes the place of the workspace there, whose files are kept beside as ``.<kept>``.
    """
    from tillid_planner.storage import backups
    from tillid_planner.storage import workspace as workspaces

    workspaces.refuse_synchronised(folder, allow_synchronised)
    unlock = _unlocking(passphrase, recovery_key)
    return backups.restore(backup, folder, unlock, replace=replace, kept=kept, known=known)


def restore_keys(
    folder: Path, backup: Path | None = None, *, passphrase: str | None = None, recovery_key: str | None = None
) -> None:
    """Put keys that open the database in the place of damaged ones: of the backup named, else of the newest."""
    from tillid_planner.storage import workspace as workspaces

    workspaces.restore_keys(folder, _unlocking(passphrase, recovery_key), backup)


@dataclass(frozen=True, slots=True)
class Preview:
    """What restoring a backup would give: what it holds, when its latest act was (local ISO time), and acts lost.

    ``lost`` is None where that is not known: another workspace, or one that never counted. ``deletions_known`` tells
    whether what was deleted for good since will stay so: a workspace here or the second place has the list of it.
    """

    holding: Holding
    until: str
    lost: int | None
    deletions_known: bool = True


def preview(
    backup: Path,
    folder: Path | None = None,
    *,
    passphrase: str | None = None,
    recovery_key: str | None = None,
    known: Iterable[Path] = (),
) -> Preview:
    """Open a backup, check it as a restore would, and return what restoring it over *folder* would give.

    ``known`` are other workspaces that may know what was deleted for good since.
    """
    import tempfile

    from tillid_planner.storage import act_count, backups
    from tillid_planner.storage import workspace as workspaces

    # Encrypted, as the backup is; in a folder of its own, because a backup's place may be read-only.
    with tempfile.TemporaryDirectory() as scratch:
        holding = backups.look_into(backup, _unlocking(passphrase, recovery_key), Path(scratch))
    counted = workspaces.acts_counted(folder) if folder is not None else 0
    lost = max(0, counted - holding.acts) if counted else None
    deletions_known = backups.knows_deletions(backup, [*([folder] if folder is not None else []), *known]) or (
        holding.second_place != "" and Path(holding.second_place).is_dir()
    )
    return Preview(holding, act_count.local_time(holding.until), lost, deletions_known)


def _unlocking(passphrase: str | None, recovery_key: str | None) -> Callable[[bytes], bytes]:
    from tillid_planner.storage import keys

    if recovery_key is not None:
        return lambda stored: keys.open_with_recovery_key(stored, recovery_key)
    return lambda stored: keys.open_with_passphrase(stored, passphrase or "")


def newest_backup(folder: Path) -> str | None:
    """Return the local ISO time of the newest automatic backup of a workspace that need not be open."""
    from tillid_planner.storage import workspace as workspaces

    return workspaces.newest_backup(folder)


def newest_backup_file(folder: Path) -> Path | None:
    """Return the newest automatic backup of a workspace that need not be open, or None."""
    from tillid_planner.storage import backups, places

    found = backups.listed(folder / places.BACKUPS)
    return found[-1] if found else None


def looks_like_workspace(folder: Path) -> bool:
    """Whether the folder holds a workspace's files."""
    from tillid_planner.storage import places

    return all((folder / name).is_file() for name in (places.DATABASE, places.KEYS)) or (folder / places.SWAP).is_file()


def check_passphrase(passphrase: str) -> None:
    """Raise ``InvalidInput`` if a passphrase is too short to be used."""
    from tillid_planner.storage import keys

    keys.check_passphrase(passphrase)


def is_damage(error: TillidError) -> bool:
    """Whether an error says that the workspace's own files are damaged."""
    return isinstance(error, Damaged)


def _now() -> str:
    return datetime.now().isoformat(timespec="seconds")
