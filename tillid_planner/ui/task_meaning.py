"""What the description of a task means for everybody who may hold it."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import product

from tillid_planner.domain.dosing import exposure
from tillid_planner.domain.tables import CLARITY_CEILING, HIGHEST
from tillid_planner.domain.task import Task


@dataclass(frozen=True, slots=True)
class Net:
    """A better safety net: what reversal and detection (1–3) would have to be."""

    reversal: int
    detection: int


@dataclass(frozen=True, slots=True)
class Meaning:
    """What follows from a described task, whoever holds it.

    ``exposure`` is the rungs (0–2) that mistakes take off, ``highest`` the highest rung (0–5) that anybody
    can hold, ``way_up`` the rung above it or None where nothing leads up; ``net`` and ``clarity`` are what
    that rung asks for, None where today's is good enough. ``by_law`` tells that the legal ceiling holds it.
    """

    exposure: int
    highest: int
    by_law: bool
    way_up: int | None = None
    net: Net | None = None
    clarity: int | None = None


def meaning_of(task: Task) -> Meaning | None:
    """Return what the task's description means, or None while it is not described (``task.missing``)."""
    consequence, reversal, detection, clarity = task.consequence, task.reversal, task.detection, task.clarity
    if consequence is None or reversal is None or detection is None or clarity is None:
        return None
    exposed = exposure(consequence, reversal, detection)
    highest = min(HIGHEST - exposed, CLARITY_CEILING[clarity], task.legal_ceiling)
    if highest == task.legal_ceiling < HIGHEST:
        return Meaning(exposed, highest, by_law=True)
    if highest == HIGHEST:
        return Meaning(exposed, highest, by_law=False)
    wanted = highest + 1
    net = _better_net(consequence, reversal, detection, HIGHEST - wanted)
    clearer = min(value for value, ceiling in CLARITY_CEILING.items() if ceiling >= wanted)
    return Meaning(
        exposed,
        highest,
        by_law=False,
        way_up=wanted,
        net=net,
        clarity=clearer if CLARITY_CEILING[clarity] < wanted else None,
    )


def _better_net(consequence: int, reversal: int, detection: int, allowed: int) -> Net | None:
    """Return the smallest improvement that brings the exposure to *allowed*; detection first on a tie."""
    if exposure(consequence, reversal, detection) <= allowed:
        return None
    nets = [
        Net(undo, catch)
        for undo, catch in product(range(1, reversal + 1), range(1, detection + 1))
        if exposure(consequence, undo, catch) <= allowed
    ]
    return max(nets, key=lambda net: (net.reversal + net.detection, net.reversal))
