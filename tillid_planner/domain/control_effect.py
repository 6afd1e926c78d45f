"""What a control does to a task: whether mistakes are caught or can be undone, and the highest rung that allows.

The numbers are the dosing rule's own (``tables``); what each form of control can give is in ``CATCHES`` and
``UNDOES`` (design: frames.md, 1.1).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Final, Literal

from tillid_planner.domain.dosing import exposure
from tillid_planner.domain.standing_control import ControlForm, ControlLink
from tillid_planner.domain.tables import CLARITY_CEILING, HIGHEST
from tillid_planner.domain.task import Task

Field = Literal["detection", "reversal"]
FIELDS: Final[tuple[Field, ...]] = ("detection", "reversal")

#: How well a form catches mistakes in time, 1 the best; one that is not here tells of them afterwards.
CATCHES: Final = {ControlForm.COLLEAGUE: 1, ControlForm.TECHNICAL: 1, ControlForm.SELF: 2}
#: How easily a form lets mistakes be undone.
UNDOES: Final = {ControlForm.UNDO_WINDOW: 1}


class Outcome(StrEnum):
    """What a control means for the highest rung of a task; each has its sentence."""

    DESCRIBE_FIRST = "describe_first"
    ONE_MORE = "one_more"
    BY_CLARITY = "by_clarity"
    BY_LAW = "by_law"
    HARMLESS = "harmless"
    AFTERWARDS = "afterwards"
    APPROVAL = "approval"
    ALREADY = "already"
    NOT_ENOUGH = "not_enough"


@dataclass(frozen=True, slots=True)
class Standing:
    """What a task is like: detection and reversal 1–3, the exposure 0–2, and the highest rung it allows 0–5."""

    detection: int
    reversal: int
    exposure: int
    top: int


@dataclass(frozen=True, slots=True)
class Effect:
    """A task before and with a control; both are None where the task is not described (``DESCRIBE_FIRST``)."""

    outcome: Outcome
    before: Standing | None = None
    after: Standing | None = None


def gives(form: ControlForm, field: Field) -> int | None:
    """Return the best value of a field that a form of control can give, None if it gives none."""
    return (CATCHES if field == "detection" else UNDOES).get(form)


def standing_of(task: Task) -> Standing | None:
    """Return what a task is like now; None while it is not described."""
    if task.consequence is None or task.reversal is None or task.detection is None or task.clarity is None:
        return None
    risk = exposure(task.consequence, task.reversal, task.detection)
    top = min(HIGHEST - risk, CLARITY_CEILING[task.clarity], task.legal_ceiling)
    return Standing(task.detection, task.reversal, risk, top)


def with_form(task: Task, form: ControlForm) -> Task:
    """Return the task as it is with a control of this form: what it gives, where that is better than today."""
    detection, reversal = gives(form, "detection"), gives(form, "reversal")
    return replace(
        task,
        detection=_better(task.detection, detection),
        reversal=_better(task.reversal, reversal),
    )


def effect_of(task: Task, form: ControlForm) -> Effect:
    """Return what a control of this form would do to a task; nothing is changed by asking."""
    before, after = standing_of(task), standing_of(with_form(task, form))
    if before is None or after is None:
        return Effect(Outcome.DESCRIBE_FIRST)
    return Effect(_outcome(task, form, before, after), before, after)


def _outcome(task: Task, form: ControlForm, before: Standing, after: Standing) -> Outcome:
    if form is ControlForm.APPROVAL:
        return Outcome.APPROVAL
    if all(gives(form, field) is None for field in FIELDS):
        return Outcome.AFTERWARDS
    if after.top > before.top:
        return Outcome.ONE_MORE
    if before.exposure == 0:
        return Outcome.HARMLESS
    if after.exposure < before.exposure:
        return Outcome.BY_LAW if task.legal_ceiling == after.top else Outcome.BY_CLARITY
    return Outcome.ALREADY if after == before else Outcome.NOT_ENOUGH


def _better(now: int | None, best: int | None) -> int | None:
    return now if now is None or best is None else min(now, best)


def consent(task: Task, links: Sequence[ControlLink], form: ControlForm) -> dict[str, int | None]:
    """Return the ``…_before`` and ``…_after`` of a control of this form that is consented to now.

    ``links`` are the task's others. What the control gives is reckoned from the value before the first of them.
    """
    values: dict[str, int | None] = {}
    for field in FIELDS:
        now: int | None = getattr(task, field)
        best, holding = gives(form, field), _holding(links, field)
        if best is None or now is None:
            continue
        if holding and now == min(given(link, field) or 0 for link in holding):
            now = min(before(link, field) or 0 for link in holding)
        values |= {f"{field}_before": now, f"{field}_after": min(now, best)}
    return values


def value_without(links: Sequence[ControlLink], leaving: ControlLink, field: Field, now: int | None) -> int | None:
    """Return what a field of a task goes back to when a control leaves it; None if it stays as it is.

    ``links`` are all of the task's. It is the value before the first consented control, or the best of those that
    remain if that is better. Where the leader has changed the value herself since, it stays.
    """
    first, holding = before(leaving, field), _holding(links, field)
    if first is None or leaving not in holding or now != min(first, *(given(link, field) or 0 for link in holding)):
        return None
    back = min([first, *(given(link, field) or 0 for link in holding if link != leaving)])
    return None if back == now else back


def given(link: ControlLink, field: Field) -> int | None:
    """Return what a consented control gives a field, None if nothing."""
    return link.detection_after if field == "detection" else link.reversal_after


def before(link: ControlLink, field: Field) -> int | None:
    """Return the field's value before the first of the consented controls that held then."""
    return link.detection_before if field == "detection" else link.reversal_before


def _holding(links: Sequence[ControlLink], field: Field) -> list[ControlLink]:
    return [link for link in links if link.unlinked_on is None and given(link, field) is not None]
