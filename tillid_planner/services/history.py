"""Undo and redo of whatever was done, act by act."""

from __future__ import annotations

from tillid_planner.domain.changes import Changes
from tillid_planner.storage.workspace import Workspace


class History:
    """Takes acts back and does them again; the labels are keys under ``acts`` in the content."""

    def __init__(self, workspace: Workspace) -> None:
        self._db = workspace.database

    @property
    def undo_label(self) -> str | None:
        """The label of the act that ``undo`` takes back, or None."""
        return self._db.undo_label

    @property
    def redo_label(self) -> str | None:
        """The label of the act that ``redo`` does again, or None."""
        return self._db.redo_label

    def undo(self) -> Changes:
        """Take the latest act back; return what changed."""
        return self._db.undo()

    def redo(self) -> Changes:
        """Do the latest act that was taken back again; return what changed."""
        return self._db.redo()

    def forget(self) -> None:
        """Drop all steps of undo and redo, with the words in them."""
        self._db.forget()
