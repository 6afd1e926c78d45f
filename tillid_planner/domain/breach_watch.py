"""What time makes of breach cases: when they may close, what is due, what looks like a pattern, when they go."""

from __future__ import annotations

import calendar
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from enum import StrEnum

from tillid_planner.domain.breach import FRAME_CAUSES, BreachCase, Criterion, MeasureKind
from tillid_planner.domain.case import BreachStatus, Cause
from tillid_planner.domain.follow_up import FollowUp, Outcome, good_in_a_row, in_order_held

#: The conversation is held within a week: not in anger, and not too late.
CONVERSATION_WITHIN_DAYS = 7
#: After two months it is asked whether the case is on its way.
OPEN_LONG_DAYS = 60
#: Two cases of the same cause in a unit within so many months look like the frame.
PATTERN_MONTHS = 3
#: A closed case is kept so long (design: law, L8); its deletion date is shown.
KEPT_MONTHS = 12
#: A deliberate breach is closed after this many days at the earliest, and this many good follow-ups.
ILL_WILL_DAYS = 60
ILL_WILL_FOLLOW_UPS = 4


class Watch(StrEnum):
    """What is worth a look at a case, in the order in which it is said."""

    PERSON_LEFT = "person_left"
    TASK_PUT_AWAY = "task_put_away"
    CONVERSATION_LATE = "conversation_late"
    CONTROL_PAST_END = "control_past_end"
    NO_FOLLOW_UP = "no_follow_up"
    READY_TO_CLOSE = "ready_to_close"
    AGREED_SEEN = "agreed_seen"
    OPEN_LONG = "open_long"
    ALSO_OPEN = "also_open"
    DELETE_DUE = "delete_due"


#: What says that the two can close: good news, and no reason to hurry.
READY = frozenset({Watch.READY_TO_CLOSE, Watch.AGREED_SEEN})


@dataclass(frozen=True, slots=True)
class Reminder:
    """One thing to look at; ``params`` fill its sentence, ``record`` is the control it is about, if any."""

    code: Watch
    case_id: int
    params: Mapping[str, object] = field(default_factory=dict)
    record: int | None = None


@dataclass(frozen=True, slots=True)
class Pattern:
    """Several cases of one cause in one unit within three months: a hint at the frame, not at anybody."""

    cause: Cause
    unit: str
    count: int


@dataclass(frozen=True, slots=True)
class ClosingState:
    """What is usually seen before a case closes, and how far it has come.

    ``measure`` tells of what must be done (None: nothing); ``follow_ups`` is good ones in a row and how many are
    usual; ``days`` is days since the cause was found and how many are usual (None: no such wait).
    """

    measure: MeasureKind | None
    measure_done: bool
    follow_ups: tuple[int, int]
    days: tuple[int, int] | None

    @property
    def reached(self) -> bool:
        """Whether all of it was seen."""
        waited = self.days is None or self.days[0] >= self.days[1]
        return self.measure_done and waited and self.follow_ups[0] >= self.follow_ups[1]


def closing_state(case: BreachCase, follow_ups: Iterable[FollowUp], exposure: int, today: date) -> ClosingState:
    """Return what the cause usually asks for before a case closes; ``exposure`` is the task's, 0–2."""
    good = good_in_a_row(follow_ups)
    if case.cause is Cause.ILL_WILL:
        since = case.held_on or case.noted_on
        return ClosingState(None, True, (good, ILL_WILL_FOLLOW_UPS), ((today - since).days, ILL_WILL_DAYS))
    if case.cause in FRAME_CAUSES:
        return ClosingState(MeasureKind.FRAME, _all_done(case, MeasureKind.FRAME), (good, 1), None)
    usual = 3 if exposure >= 1 else 2
    if case.cause is Cause.COMPETENCE:
        return ClosingState(MeasureKind.SUPPORT, _all_done(case, MeasureKind.SUPPORT), (good, usual), None)
    return ClosingState(None, True, (good, usual), None)


def with_counts(case: BreachCase, follow_ups: Iterable[FollowUp], today: date) -> BreachCase:
    """Return the case with its counted criteria met or not as of ``today``; a closed one as it was closed.

    ``follow_ups`` are those since its agreement.
    """
    if case.closed or not any(criterion.counted for criterion in case.criteria):
        return case
    held = list(follow_ups)
    return replace(case, criteria=tuple(_counted(c, case, held, today) if c.counted else c for c in case.criteria))


def _counted(criterion: Criterion, case: BreachCase, follow_ups: Iterable[FollowUp], today: date) -> Criterion:
    reached: list[date | None] = []
    if criterion.good_follow_ups is not None:
        reached.append(_day_of_good_one(follow_ups, criterion.good_follow_ups))
    if criterion.days is not None:
        day = (case.held_on or case.noted_on) + timedelta(days=criterion.days)
        reached.append(day if day <= today else None)
    days = [day for day in reached if day is not None]
    return replace(criterion, met_on=max(days) if len(days) == len(reached) else None)


def _day_of_good_one(follow_ups: Iterable[FollowUp], number: int) -> date | None:
    # Of good ones in a row; one that was not OK takes back what was reached.
    good: list[date] = []
    for follow_up in in_order_held(follow_ups):
        if follow_up.outcome is Outcome.NOT_OK:
            good.clear()
        elif follow_up.outcome is Outcome.GOOD and follow_up.held_on is not None:
            good.append(follow_up.held_on)
    return good[number - 1] if len(good) >= number else None


def reminders(
    case: BreachCase,
    today: date,
    *,
    left: bool = False,
    put_away: bool = False,
    follow_up_planned: bool = True,
    others_open: int = 0,
    usual_reached: bool = False,
    delete_on: date | None = None,
) -> tuple[Reminder, ...]:
    """Return what is worth a look at one case today, in the order in which it is said.

    ``usual_reached`` tells whether what the cause usually asks for was seen too (``ClosingState``).
    """
    return tuple(
        Reminder(code, case.id or 0, params, record)
        for code, params, record in sorted(
            _noticed(case, today, left, put_away, follow_up_planned, others_open, usual_reached, delete_on),
            key=lambda entry: list(Watch).index(entry[0]),
        )
    )


def _noticed(
    case: BreachCase,
    today: date,
    left: bool,
    put_away: bool,
    planned: bool,
    others: int,
    usual_reached: bool,
    delete_on: date | None,
) -> Iterable[tuple[Watch, dict[str, object], int | None]]:
    if delete_on is not None and delete_on <= today:
        yield Watch.DELETE_DUE, {"day": delete_on}, None
    for control in case.controls:
        if control.past_end(today):
            yield Watch.CONTROL_PAST_END, {"form": control.form, "day": control.ends_on}, control.id
    if case.closed:
        return
    open_for = (today - case.noted_on).days
    if left:
        yield Watch.PERSON_LEFT, {}, None
    if put_away:
        yield Watch.TASK_PUT_AWAY, {}, None
    if case.held_on is None and not case.waits_for_advice and open_for > CONVERSATION_WITHIN_DAYS:
        yield Watch.CONVERSATION_LATE, {"days": open_for}, None
    repairing = case.status is BreachStatus.REPAIRING and not case.leaving
    ready = repairing and case.criteria_met
    if repairing and case.agreement_id is not None and not planned and not ready:
        yield Watch.NO_FOLLOW_UP, {}, None
    if ready:
        yield Watch.READY_TO_CLOSE if usual_reached else Watch.AGREED_SEEN, {}, None
    if open_for > OPEN_LONG_DAYS:
        yield Watch.OPEN_LONG, {"days": open_for}, None
    if others:
        yield Watch.ALSO_OPEN, {"count": others}, None


def patterns(cases: Sequence[tuple[BreachCase, str]], today: date) -> tuple[Pattern, ...]:
    """Return the causes that two or more cases in one unit share within three months up to ``today``.

    ``cases`` are given with the name of their unit; who they are about plays no part.
    """
    earliest = months_on(today, -PATTERN_MONTHS)
    found: dict[tuple[str, Cause], int] = {}
    for case, unit in cases:
        if case.cause in (Cause.UNKNOWN, Cause.ILL_WILL) or not earliest <= case.happened_on <= today:
            continue
        found[unit, case.cause] = found.get((unit, case.cause), 0) + 1
    return tuple(Pattern(cause, unit, count) for (unit, cause), count in sorted(found.items()) if count > 1)


def delete_on(case: BreachCase, left_on: date | None) -> date | None:
    """Return the day a case is to be deleted; None while it is not closed and nobody has left.

    A year after the closing, or when the person has left and the case is closed, whichever is first. A case that
    somebody left in the middle of is due from the day after they left.
    """
    if case.closed_on is None:
        return left_on
    kept_until = months_on(case.closed_on, KEPT_MONTHS)
    return kept_until if left_on is None else min(kept_until, max(left_on, case.closed_on))


def months_on(day: date, months: int) -> date:
    """Return the same day of the month so many months on (negative: before), or that month's last day."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return date(year, month + 1, min(day.day, calendar.monthrange(year, month + 1)[1]))


def _all_done(case: BreachCase, kind: MeasureKind) -> bool:
    wanted = [measure for measure in case.measures if measure.kind is kind]
    return bool(wanted) and all(measure.done_on for measure in wanted)
