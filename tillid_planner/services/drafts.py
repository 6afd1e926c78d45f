"""Drafts: what stands half-typed, kept in the workspace until it is stored as an act or given up."""

from __future__ import annotations

import contextlib
from collections.abc import Callable, Mapping
from datetime import datetime, timedelta

from tillid_planner.domain.draft import Draft, DraftForm, DraftSubject, FieldState
from tillid_planner.domain.known_names import KnownNames
from tillid_planner.storage.draft_records import DraftRecords
from tillid_planner.storage.errors import StorageError
from tillid_planner.storage.workspace import Workspace

#: A draft nobody came back to is deleted after so many days.
KEPT_FOR = timedelta(days=14)


class Drafts:
    """Keeps drafts. They are no acts: there is nothing to undo, nothing is logged, no backup holds them."""

    def __init__(
        self, workspace: Workspace, names: Callable[[], KnownNames], now: Callable[[], datetime] = datetime.now
    ) -> None:
        """Take the names of everybody from *names*, and the local time from *now*."""
        self._records = DraftRecords(workspace.database)
        self._names = names
        self._now = now

    def get(self, subject: DraftSubject) -> Draft | None:
        """Return what was half-typed in a form, or None."""
        return self._records.get(subject)

    def save(
        self, subject: DraftSubject, fields: Mapping[str, FieldState], *, nameless: frozenset[str] = frozenset()
    ) -> None:
        """Keep the fields of a form in place of what was kept before; no fields delete the draft.

        Fields in *nameless* refuse names: one is kept only while it holds none. Nothing is kept about a record
        that has been deleted. Raises the storage errors.
        """
        kept = dict(fields)
        if nameless & kept.keys():
            known = self._names()
            for name in nameless & kept.keys():
                if known.first_in(str(kept[name])):
                    del kept[name]
        if kept:
            self._records.put(subject, kept, self._now())
        else:
            self.remove(subject)

    def remove(self, subject: DraftSubject) -> None:
        """Delete the draft of a form, if there is one."""
        if self._records.get(subject) is not None:
            self._records.remove(subject)

    def remove_old(self) -> None:
        """Delete drafts older than ``KEPT_FOR``; a disk that cannot be written keeps them until the next time.

        One saved when the clock was ahead counts from now on.
        """
        now = self._now()
        times = self._records.saved_times()
        old = [number for number, saved in times.items() if now - saved > KEPT_FOR]
        ahead = [number for number, saved in times.items() if saved > now]
        with contextlib.suppress(StorageError):
            if old:
                self._records.remove_ids(old)
            if ahead:
                self._records.set_saved(ahead, now)

    def counts_about(self, assignee_id: int) -> dict[DraftForm, int]:
        """Return how many drafts there are about a person or team, by form."""
        return self._records.counts_about(assignee_id)
