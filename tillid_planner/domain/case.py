"""What the dosing rule is asked about: one task, one person or team, and what use has shown."""

from dataclasses import dataclass
from enum import StrEnum


class Dimension(StrEnum):
    """The three prerequisites, in the order in which they are always named."""

    COMPETENCE = "competence"
    INTENTION = "intention"
    RESOURCES = "resources"


class Novelty(StrEnum):
    """How well the person knows the task before the first agreement."""

    NEW = "new"
    SIMILAR = "similar"
    KNOWN = "known"


class Cause(StrEnum):
    """Why a breach happened, as far as it has been talked through."""

    UNKNOWN = "unknown"
    COMPETENCE = "competence"
    INTENTION = "intention"
    RESOURCES = "resources"
    CIRCUMSTANCES = "circumstances"
    ILL_WILL = "ill_will"


class BreachStatus(StrEnum):
    """How far a breach has come; open and repairing are both unclosed."""

    OPEN = "open"
    REPAIRING = "repairing"
    CLOSED = "closed"


@dataclass(frozen=True, slots=True)
class Reading:
    """One prerequisite as rated: value 1-5 or None (not rated), sureness, and age in days (0 or more)."""

    value: int | None
    sure: bool = True
    age_days: int = 0


@dataclass(frozen=True, slots=True)
class BreachRecord:
    """What the rule needs to know of a breach.

    Attributes:
        rung_at_breach: the rung (1-5) that was held when it happened.
        days_since_closed: whole days (0 or more); read only when the status is closed.
        same_task: whether it happened on the task that is asked about, or on another one.

    """

    cause: Cause
    status: BreachStatus
    rung_at_breach: int = 3
    days_since_closed: int = 0
    same_task: bool = True


@dataclass(frozen=True, slots=True)
class Case:
    """One question to the rule.

    The ranges are checked where cases enter (the exchange and the services), not here.

    Attributes:
        consequence: 1-3, a higher figure is worse; so are ``reversal`` (undo) and ``detection`` (catch).
        clarity: 1 unclear, 2 partly clear, 3 clear.
        agreed: the agreed rung 0-5; None and 0 (paused) both mean that none is agreed.
        good_follow_ups: good follow-ups in a row at the agreed rung, 0 or more.
        load: planned hours / available hours in the week (1.15 is 115 %); None leaves the week out.
        legal_ceiling: 0-5; 0 means that the task may not be delegated to this person.

    """

    competence: Reading
    intention: Reading
    resources: Reading
    consequence: int = 1
    reversal: int = 1
    detection: int = 1
    clarity: int = 3
    novelty: Novelty = Novelty.KNOWN
    agreed: int | None = None
    good_follow_ups: int = 0
    load: float | None = None
    legal_ceiling: int = 5
    breaches: tuple[BreachRecord, ...] = ()
