"""Deleting for good: records, what left about them for calendars, and a receipt that names nobody."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from tillid_planner.domain.calendar_entry import MeetingSource
from tillid_planner.domain.changes import Changes, Kind
from tillid_planner.domain.learning import Receipt
from tillid_planner.storage.breach_records import Receipts
from tillid_planner.storage.calendar_records import CalendarEntries
from tillid_planner.storage.workspace import Workspace


class Reason(StrEnum):
    """Why something is deleted; a case ``with_it`` goes with its person or task."""

    MISTAKE = "mistake"
    LED_OUT = "led_out"
    RETENTION = "retention"
    LEFT = "left"
    WITH_IT = "with_it"
    WANTED = "wanted"


@dataclass(frozen=True, slots=True)
class Deletion:
    """What a deletion changed, whether it can be undone, and the copies it did not reach.

    ``copies_left`` are the files that could not be opened (usually none); ``second_away`` tells that the second place
    for backups is not there now: what lies in it is deleted when it is.
    """

    changes: Changes
    undoable: bool = False
    copies_left: tuple[str, ...] = ()
    second_away: bool = False


def delete_for_good(
    workspace: Workspace,
    label: str,
    records: Iterable[tuple[Kind, int]],
    today: date,
    receipts: Iterable[Receipt],
    *,
    meetings: Mapping[MeetingSource, Collection[int]],
) -> Deletion:
    """Delete records and all that hangs on them, here and in every kept copy, and store the receipts.

    It cannot be undone and forgets all undo, for the words are in it. ``meetings`` are the numbers of what may have
    left for a calendar: those rows go too, and a meeting to come is cancelled there by one that tells nothing.
    """
    calendar, kept = CalendarEntries(workspace.database), Receipts(workspace.database)
    left_for_calendars = [entry for source, found in meetings.items() for entry in calendar.of(source, found)]

    def note() -> None:
        for receipt in receipts:
            kept.add(receipt)
        for entry in left_for_calendars:
            if entry.day >= today:
                calendar.detach(entry, above=workspace.highest_removed(Kind.CALENDAR_ENTRY))

    removed = [*records, *((Kind.CALENDAR_ENTRY, entry.id or 0) for entry in left_for_calendars)]
    changes, left = workspace.purge(label, removed, note, now=datetime.now().isoformat(timespec="seconds"))
    second = workspace.second_place
    return Deletion(changes, copies_left=tuple(left), second_away=second is not None and not second.is_dir())
