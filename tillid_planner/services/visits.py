"""When the plan was looked at, and what was done since the time before: how often which act, never by whom."""

from __future__ import annotations

import contextlib
import json
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime

from tillid_planner.domain.changes import Kind
from tillid_planner.storage.errors import StorageError
from tillid_planner.storage.today_records import LastVisit
from tillid_planner.storage.workspace import Workspace

#: What «since last time» counts, by the label of the act: the key of its words, and the record that is counted
#: once however often it was touched; None counts the acts.
COUNTED: Mapping[str, tuple[str, Kind | None]] = {
    "rate": ("ratings", Kind.RATING),
    "agree": ("agreements", None),
    "hold_follow_up": ("follow_ups", None),
    "note_breach": ("breaches_noted", None),
    "close_breach": ("breaches_closed", None),
    "comment": ("comments", None),
    "add_task": ("tasks", None),
    "add_person": ("people", None),
    "import": ("imports", None),
    "place": ("placements", None),
    "move": ("placements", None),
    "copy_week": ("placements", None),
    "apply_template": ("placements", None),
}
_VISIT = "visit"


@dataclass(frozen=True, slots=True)
class Since:
    """What was done since the visit before this one began, on ``day``: how often which kind of act."""

    day: date
    counts: tuple[tuple[str, int], ...]


class Visits:
    """Keeps account of when the plan was looked at."""

    def __init__(self, workspace: Workspace) -> None:
        self._db = workspace.database
        self._last = LastVisit(self._db)
        self._arrived = False
        self._since: Since | None = None

    def arrive(self) -> Since | None:
        """Note that the plan is looked at now, once a session; return what was done since the visit before.

        Nothing was, or it is the first visit: None. A disk that takes no note keeps nobody out.
        """
        if not self._arrived:
            self._arrived = True
            self._since = self._since_last_visit()
            with contextlib.suppress(StorageError):
                self._note_visit()
        return self._since

    def _note_visit(self) -> None:
        with self._db.act(_VISIT, undoable=False):
            self._last.put(datetime.now(UTC))

    def _since_last_visit(self) -> Since | None:
        last = self._last.get()
        if last is None:
            return None
        counts = _counted(self._db.acts_since(_VISIT))
        return Since(last.astimezone().date(), counts) if counts else None


def _counted(acts: Sequence[tuple[str, str]]) -> tuple[tuple[str, int], ...]:
    """Count acts by the key of their words; what was taken back does not count, what was done again does."""
    tally: Counter[tuple[str, object]] = Counter()
    for act, records in acts:
        way, _, label = act.rpartition(":")
        known = COUNTED.get(label)
        if known is None or way not in ("", "undo", "redo"):
            continue
        key, kind = known
        things = [tuple(record) for record in json.loads(records) if kind is None or record[0] == kind]
        for thing in things if kind is not None else [()]:
            tally[key, thing] += -1 if way == "undo" else 1
    keys = dict.fromkeys(key for key, _ in COUNTED.values())
    found = ((key, sum(_worth(n, thing) for (k, thing), n in tally.items() if k == key)) for key in keys)
    return tuple((key, count) for key, count in found if count > 0)


def _worth(times: int, thing: object) -> int:
    # A record counts once, an act every time.
    return times if thing == () else min(times, 1) if times > 0 else 0
