"""What is remembered of a meeting that was written to a calendar file, so that the next file updates it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class MeetingSource(StrEnum):
    """The table a meeting comes from: a follow-up, the talk about a breach, a prepared conversation."""

    FOLLOW_UP = "follow_up"
    BREACH = "breach"
    CONVERSATION = "conversation"


@dataclass(frozen=True, slots=True, kw_only=True)
class CalendarEntry:
    """A meeting as it left the last time; ``digest`` says what was written, ``sequence`` counts its changes."""

    id: int | None = None
    source: MeetingSource
    record: int
    uid: str
    sequence: int = 0
    digest: str
    cancelled: bool = False

    @property
    def day(self) -> date:
        """The day that was written last."""
        return date.fromisoformat(self.digest.split(" ")[0])

    @property
    def at(self) -> str:
        """The time that was written last, «HH:MM», or «-» for all day."""
        return self.digest.split(" ")[1]

    @property
    def assignee_id(self) -> int:
        """Whose meeting it was."""
        return int(self.digest.split(" ")[2])
