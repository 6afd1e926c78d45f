"""Where a pair stands today: the newest ratings, the agreement in force, and what the rule says."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Protocol, TypeVar

from tillid_planner.domain.agreement import Agreement, AgreementState
from tillid_planner.domain.assignee import Assignee
from tillid_planner.domain.breach import Breach
from tillid_planner.domain.case import BreachRecord, BreachStatus, Case, Dimension, Novelty, Reading
from tillid_planner.domain.comment import Comment
from tillid_planner.domain.dosing import Suggestion, suggest
from tillid_planner.domain.follow_up import FollowUp, HeldFollowUp, good_in_a_row
from tillid_planner.domain.rating import Pair, Rater, Rating
from tillid_planner.domain.task import Task


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """All that is known of one task and one assignee.

    ``agreement`` is the one in force, ``offer`` a newer one not accepted yet; ``suggestion`` is None while the
    task itself is not described (``task.missing``). ``history`` and ``past_ratings`` are oldest first.
    """

    task: Task
    assignee: Assignee
    pair: Pair
    ratings: Mapping[Dimension, Rating]
    employee_ratings: Mapping[Dimension, Rating]
    past_ratings: Sequence[Rating]
    agreement: Agreement | None
    offer: Agreement | None
    history: Sequence[Agreement]
    follow_ups: Sequence[FollowUp]
    breaches: Sequence[Breach]
    comments: Sequence[Comment]
    case: Case | None
    suggestion: Suggestion | None
    repairing: bool

    @property
    def next_follow_up(self) -> FollowUp | None:
        """The next planned follow-up, if there is one."""
        return next((f for f in self.follow_ups if f.held_on is None), None)

    @property
    def open_breach(self) -> Breach | None:
        """A breach on this task that is not closed, if there is one."""
        return next(
            (b for b in self.breaches if b.task_id == self.task.id and b.status is not BreachStatus.CLOSED),
            None,
        )


def sheet_of(
    *,
    task: Task,
    assignee: Assignee,
    pair: Pair,
    ratings: Sequence[Rating],
    agreements: Sequence[Agreement],
    follow_ups: Sequence[FollowUp],
    breaches: Sequence[Breach],
    comments: Sequence[Comment],
    today: date,
) -> Sheet:
    """Put together one pair's sheet; ``breaches`` are all of the assignee's, the others are the pair's own."""
    newest = newest_ratings(ratings, Rater.LEADER)
    agreement = in_force(agreements)
    case = None
    if not task.missing:
        case = case_of(task, pair.novelty, newest, agreements, follow_ups, breaches, today)
    return Sheet(
        task=task,
        assignee=assignee,
        pair=pair,
        ratings=newest,
        employee_ratings=newest_ratings(ratings, Rater.EMPLOYEE),
        past_ratings=ratings,
        agreement=agreement,
        offer=offered(agreements),
        history=agreements,
        follow_ups=follow_ups,
        breaches=breaches,
        comments=comments,
        case=case,
        suggestion=None if case is None else suggest(case),
        repairing=any(b.task_id == task.id and b.status is BreachStatus.REPAIRING for b in breaches),
    )


class RatingValue(Protocol):
    """What the rule needs of a rating: its value 1–5, whether it was sure, and its day."""

    @property
    def value(self) -> int: ...  # noqa: D102
    @property
    def sure(self) -> bool: ...  # noqa: D102
    @property
    def rated_on(self) -> date: ...  # noqa: D102


class AgreedRung(Protocol):
    """What tells whether an agreement holds, and at which rung."""

    @property
    def id(self) -> int | None: ...  # noqa: D102
    @property
    def rung(self) -> int: ...  # noqa: D102
    @property
    def state(self) -> AgreementState: ...  # noqa: D102
    @property
    def withdrawn_on(self) -> date | None: ...  # noqa: D102


class FollowUpOf(HeldFollowUp, Protocol):
    """A follow-up and the agreement it belongs to."""

    @property
    def agreement_id(self) -> int: ...  # noqa: D102


A = TypeVar("A", bound=AgreedRung)


def case_of(
    task: Task,
    novelty: Novelty,
    ratings: Mapping[Dimension, RatingValue],
    agreements: Sequence[AgreedRung],
    follow_ups: Iterable[FollowUpOf],
    breaches: Iterable[Breach],
    today: date,
    load: float | None = None,
) -> Case:
    """Return the question to the rule for one pair on ``today``; the task must be described (no ``missing``)."""
    agreement = in_force(agreements)
    return Case(
        competence=_reading(ratings.get(Dimension.COMPETENCE), today),
        intention=_reading(ratings.get(Dimension.INTENTION), today),
        resources=_reading(ratings.get(Dimension.RESOURCES), today),
        consequence=task.consequence or 1,
        reversal=task.reversal or 1,
        detection=task.detection or 1,
        clarity=task.clarity or 1,
        novelty=novelty,
        agreed=agreement.rung if agreement else None,
        good_follow_ups=_good_at_present_rung(agreements, follow_ups),
        load=load,
        legal_ceiling=task.legal_ceiling,
        breaches=tuple(_record(breach, task, today) for breach in breaches),
    )


def newest_ratings(ratings: Iterable[Rating], rater: Rater) -> dict[Dimension, Rating]:
    """Return the newest rating of each prerequisite by one rater; ``ratings`` are oldest first."""
    return {rating.dimension: rating for rating in ratings if rating.rater is rater}


def in_force(agreements: Sequence[A]) -> A | None:
    """Return the agreement that holds: the newest accepted one, or a pause, which needs nobody's acceptance."""
    return next((a for a in reversed(agreements) if _holds(a)), None)


def offered(agreements: Sequence[A]) -> A | None:
    """Return the newest agreement if it is on its way but does not hold yet."""
    standing = [a for a in agreements if a.withdrawn_on is None]
    return standing[-1] if standing and not _holds(standing[-1]) else None


def _holds(agreement: AgreedRung) -> bool:
    return agreement.withdrawn_on is None and (agreement.state is AgreementState.ACCEPTED or agreement.rung == 0)


def _good_at_present_rung(agreements: Sequence[AgreedRung], follow_ups: Iterable[FollowUpOf]) -> int:
    # An agreement renewed at the same rung goes on counting; another rung starts anew.
    holding = [a for a in agreements if _holds(a)]
    ids: set[int | None] = set()
    for agreement in reversed(holding):
        if agreement.rung != holding[-1].rung:
            break
        ids.add(agreement.id)
    return good_in_a_row(f for f in follow_ups if f.agreement_id in ids)


def _reading(rating: RatingValue | None, today: date) -> Reading:
    if rating is None:
        return Reading(None)
    return Reading(rating.value, rating.sure, max(0, (today - rating.rated_on).days))


def _record(breach: Breach, task: Task, today: date) -> BreachRecord:
    days = (today - breach.closed_on).days if breach.closed_on else 0
    return BreachRecord(breach.cause, breach.status, breach.rung_at_breach, max(0, days), breach.task_id == task.id)
