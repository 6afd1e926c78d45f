"""What every page works at: the open session, the words, one way to act, and the signals between pages."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from typing import Any

from PySide6.QtCore import QObject, Signal

from tillid_planner.content import Words
from tillid_planner.domain.changes import Changes
from tillid_planner.domain.errors import InvalidInput, TillidError
from tillid_planner.services.session import Session
from tillid_planner.settings import Settings


@dataclass(frozen=True, slots=True)
class Target:
    """Where a page should go: a record, or a pair of task and assignee; ``act`` names what to open there.

    ``step`` is the step of a case.
    """

    task_id: int | None = None
    assignee_id: int | None = None
    act: str = ""
    step: str = ""


@dataclass(frozen=True, slots=True)
class Notice:
    """A sentence for the toast; ``undoable`` adds the button that takes the latest act back."""

    text: str
    undoable: bool = False


@dataclass(slots=True)
class Reply:
    """What came of an act: its changes, and the faults if what was typed cannot be kept."""

    changes: Changes = field(default_factory=Changes)
    invalid: InvalidInput | None = None
    failed: bool = False

    def __bool__(self) -> bool:
        return self.invalid is None and not self.failed


class Desk(QObject):
    """The pages' common ground; one for each open workspace and language."""

    #: Something was stored, undone or redone.
    changed = Signal(Changes)
    #: Something to tell in the toast.
    noticed = Signal(Notice)
    #: Something outside the program kept an act from happening; nothing was stored.
    failed = Signal(TillidError)
    #: Another page is wanted: its key and a target.
    page_requested = Signal(str, Target)
    #: The facts of a breach are to be noted, about the task and the person of the target if it has any.
    note_breach_requested = Signal(Target)
    #: Settings the user wants otherwise, by name.
    settings_changed = Signal(dict)
    #: The page wants the whole window (True): somebody else than the leader sits at it; or no longer.
    alone_wanted = Signal(bool)
    #: A backup was made, or could not be; ``session.backup_trouble`` says which.
    backups_changed = Signal()
    #: The day's backup is to be tried again.
    backup_requested = Signal()
    #: A backup is to take the plan's place: the plan is locked, and the gate asks which.
    restore_requested = Signal()
    #: The plan is to be locked.
    lock_requested = Signal()
    #: The forms are about to go: each saves its draft.
    drafts_due = Signal()

    def __init__(
        self, session: Session, words: Words, parent: QObject | None = None, *, settings: Settings | None = None
    ) -> None:
        super().__init__(parent)
        self.session = session
        self.words = words
        self.settings = settings or Settings()
        self.settings_changed.connect(self._take_settings)
        #: Whether the session has been closed: nothing is told any more.
        self.closed = False
        #: What is chosen on the pages, by what it is: ids and keys, no words. The next desk takes it over.
        self.places: dict[str, Any] = {}

    def run(self, act: Callable[[], Changes], notice: str = "") -> Reply:
        """Run a service call: tell everybody what changed, or say what went wrong.

        ``notice`` is shown with *undo* when something did change. ``InvalidInput`` is handed back for the form
        to show beside its fields; the environment's errors are shown by the window, and nothing typed is lost.
        """
        try:
            changes = act()
        except InvalidInput as error:
            return Reply(invalid=error)
        except TillidError as error:
            self.failed.emit(error)
            return Reply(failed=True)
        if changes:
            self.changed.emit(changes)
            if notice:
                self.noticed.emit(Notice(notice, undoable=True))
        return Reply(changes)

    def close(self) -> None:
        """Save the drafts and close the session; what is broken off by that is no failure to tell of."""
        self.drafts_due.emit()
        self.closed = True
        self.blockSignals(True)
        self.session.close()

    def undo(self) -> None:
        """Take the latest act back and say so."""
        self.run(self.session.history.undo)

    def redo(self) -> None:
        """Do the latest act that was taken back again."""
        self.run(self.session.history.redo)

    def go(self, page: str, target: Target | None = None) -> None:
        """Ask for another page."""
        self.page_requested.emit(page, target or Target())

    def _take_settings(self, changes: dict[str, Any]) -> None:
        self.settings = replace(self.settings, **changes)
