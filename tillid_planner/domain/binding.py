"""What limits a suggestion, and what the leader should think of first; both as keys."""

from enum import StrEnum

from tillid_planner.domain.said import Said
from tillid_planner.domain.tables import (
    ABLE_FROM,
    LOWEST,
    RESOURCED_FROM,
    TALK_BEFORE_DROP_OF,
    UNWILLING_AT_MOST,
)
from tillid_planner.domain.weighing import CALM, RELIEVE_FIRST, Frame, follow_ups_needed


class Binding(StrEnum):
    """What can limit a suggestion, in the order in which it is named."""

    COMPETENCE = "competence"
    INTENTION = "intention"
    RESOURCES = "resources"
    CLARITY = "clarity"
    BREACH = "breach"
    LEGAL = "legal"
    EXPOSURE = "exposure"
    HOLD = "hold"
    START = "start"
    FOLLOW_UPS = "follow_ups"
    UNSURE = "unsure"
    ONE_RUNG = "one_rung"
    LOAD = "load"
    BREACH_ILL_WILL = "breach:ill_will"
    MISSING_COMPETENCE = "missing:competence"
    MISSING_INTENTION = "missing:intention"
    MISSING_RESOURCES = "missing:resources"


class Action(StrEnum):
    """What the leader should think of first, in the order in which it is said."""

    NOT_DELEGABLE = "not_delegable"
    STOP_AND_HANDLE = "stop_and_handle"
    RATE_FIRST = "rate_first"
    FIX_FRAME_FIRST = "fix_frame_first"
    RELIEVE_FIRST = "relieve_first"
    STAY_CLOSE = "stay_close"
    INSIST_AND_COACH = "insist_and_coach"
    TALK_BEFORE_DROP = "talk_before_drop"
    ROOM_FOR_TRUST_STEP = "room_for_trust_step"


def ceilings_that_bind(frame: Frame, rung: int) -> tuple[Binding, ...]:
    """Return each ceiling that is not above the suggested rung 1-5."""
    keys: list[Binding] = []
    if frame.clarity_ceiling <= rung:
        keys.append(Binding.CLARITY)
    if frame.breaches.today.ceiling <= rung:
        keys.append(Binding.BREACH)
    if frame.legal_ceiling <= rung:
        keys.append(Binding.LEGAL)
    return tuple(keys)


def steps_that_bind(frame: Frame, rung: int, carries: int, low: int) -> tuple[Binding, ...]:
    """Return what in the way up, a rung at a time, keeps the suggestion at rung 1-5.

    ``carries`` and ``low`` are what is carried on the point and on the cautious reading, 1-5.
    """
    agreed, today = frame.agreed, frame.breaches.today
    if not agreed:
        if today.start_ceiling <= rung:
            return (Binding.HOLD,)
        return (Binding.START,) if frame.novelty_ceiling <= rung else ()
    if carries <= rung:
        return ()
    if rung > agreed:
        return (Binding.ONE_RUNG,)
    stays = (
        (Binding.HOLD, today.hold),
        (Binding.FOLLOW_UPS, frame.good < follow_ups_needed(frame)),
        (Binding.UNSURE, low <= agreed),
    )
    return tuple(key for key, holds in stays if holds)


def binding(
    competence: Said,
    intention: Said,
    resources: Said,
    load: int,
    ceilings: tuple[Binding, ...],
    steps: tuple[Binding, ...],
) -> tuple[Binding, ...]:
    """Return what limits a suggested rung below the top, in the order in which it is named."""
    keys: list[Binding] = []
    if competence.limits:
        keys.append(Binding.COMPETENCE)
    if intention.limits:
        keys.append(Binding.INTENTION)
    if resources.limits:
        keys.append(Binding.RESOURCES)
    keys += ceilings
    if competence.exposed or intention.exposed or resources.exposed:
        keys.append(Binding.EXPOSURE)
    keys += steps
    if resources.limits and load != CALM:
        keys.append(Binding.LOAD)
    return tuple(keys)


def actions(
    competence: Said,
    intention: Said,
    resources: Said,
    load: int,
    steps: tuple[Binding, ...],
    drop: int,
) -> tuple[Action, ...]:
    """Return the flags; ``drop`` is how far what stands is below the agreed rung, 0-4."""
    flags: list[Action] = []
    if resources.grade == LOWEST:
        flags.append(Action.FIX_FRAME_FIRST)
    if load == RELIEVE_FIRST:
        flags.append(Action.RELIEVE_FIRST)
    if competence.below_ladder or intention.below_ladder or resources.below_ladder:
        flags.append(Action.STAY_CLOSE)
    unwilling = intention.limits and intention.grade <= UNWILLING_AT_MOST
    if unwilling and competence.grade >= ABLE_FROM and resources.grade >= RESOURCED_FROM:
        flags.append(Action.INSIST_AND_COACH)
    if drop >= TALK_BEFORE_DROP_OF:
        flags.append(Action.TALK_BEFORE_DROP)
    # Follow-ups are named only where more can be carried than is suggested.
    if Binding.FOLLOW_UPS in steps:
        flags.append(Action.ROOM_FOR_TRUST_STEP)
    return tuple(flags)
