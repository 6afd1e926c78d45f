"""What a unit learns from what went wrong, without names; and that something was deleted, without contents."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from tillid_planner.domain.errors import Fault
from tillid_planner.domain.known_names import KnownNames
from tillid_planner.domain.task import text_faults


class ProposalKind(StrEnum):
    """What a lesson proposes to change."""

    RULE = "rule"
    CONTROL = "control"
    FRAME = "frame"


class HandledAs(StrEnum):
    """What became of a proposal."""

    RULE = "rule"
    CONTROL = "control"
    FRAME = "frame"
    NOT_NOW = "not_now"


@dataclass(frozen=True, slots=True, kw_only=True)
class Learning:
    """One line in the unit's learning log, with a proposal if there is one; tied to no case and no person.

    ``handled_on`` and ``handled_as`` are set once it is settled what becomes of the proposal.
    """

    id: int | None = None
    written_on: date
    line: str
    proposal_kind: ProposalKind | None = None
    proposal: str = ""
    handled_on: date | None = None
    handled_as: HandledAs | None = None

    @property
    def waiting(self) -> bool:
        """Whether there is a proposal that nobody has taken a stand on."""
        return self.proposal_kind is not None and self.handled_on is None

    def faults(self, names: KnownNames) -> tuple[Fault, ...]:
        """Return what keeps the line from the log: nothing said, half a proposal, or a name that is known."""
        found = list(text_faults(line=self.line, proposal=self.proposal))
        if not self.line.strip():
            found.append(Fault("line", "required"))
        if self.proposal_kind is not None and not self.proposal.strip():
            found.append(Fault("proposal", "required"))
        if self.proposal_kind is None and self.proposal.strip():
            found.append(Fault("proposal_kind", "choose_one"))
        for field, text in (("line", self.line), ("proposal", self.proposal)):
            name = names.first_in(text)
            if name is not None:
                found.append(Fault(field, "names_someone", {"name": name}))
        return tuple(found)


@dataclass(frozen=True, slots=True, kw_only=True)
class Receipt:
    """That ``count`` records of a kind were deleted on a day, for a reason; not what they said, nor of whom."""

    id: int | None = None
    deleted_on: date
    what: str
    reason: str
    count: int = 1
