"""The trust stool: notes on what carries trust, between people and in the frames, at three levels."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from tillid_planner.domain.errors import Fault
from tillid_planner.domain.task import note_faults, required_faults

#: A length counts as in use for so many days after it was last touched.
IN_USE_DAYS = 183


class StoolKind(StrEnum):
    """What carries the trust: what happens between people, or what is fixed in the frames."""

    RELATIONAL = "relational"
    STRUCTURAL = "structural"


class StoolLevel(StrEnum):
    """Which leg of the stool it is."""

    PERSON = "person"
    TEAM = "team"
    ORGANISATION = "organisation"


class StoolState(StrEnum):
    """How a length stands, by the day it was last touched."""

    IN_USE = "in_use"
    LONG_UNTOUCHED = "long_untouched"
    EMPTY = "empty"


@dataclass(frozen=True, slots=True, kw_only=True)
class StoolNote:
    """One note on one of the six lengths: a kind at a level."""

    id: int | None = None
    kind: StoolKind
    level: StoolLevel
    text: str
    written_on: date

    def faults(self, today: date) -> tuple[Fault, ...]:
        """Return what keeps the note from being stored, seen from ``today``."""
        found = [*note_faults(text=self.text), *required_faults(text=self.text)]
        if self.written_on > today:
            found.append(Fault("written_on", "in_the_future"))
        return tuple(found)


def state_of(newest: date | None, today: date) -> StoolState:
    """Return the state of a length last touched on ``newest``, None for never."""
    if newest is None:
        return StoolState.EMPTY
    return StoolState.IN_USE if (today - newest).days <= IN_USE_DAYS else StoolState.LONG_UNTOUCHED
