"""What stands on the tabs of a person's page: her records across all tasks, newest first, in sentences."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date

from tillid_planner.content import Words
from tillid_planner.domain.agreement import Agreement, AgreementState
from tillid_planner.domain.breach import Breach
from tillid_planner.domain.case import BreachStatus
from tillid_planner.domain.conversation import StepKind
from tillid_planner.domain.follow_up import Distance, FollowUp
from tillid_planner.services.conversation_sheet import TwoSides
from tillid_planner.services.person_review import Review, TaskLine, own_ratings
from tillid_planner.ui.days import day_text
from tillid_planner.ui.follow_up.words import gain_sentence
from tillid_planner.ui.person.course_words import look_sentence, rung_words
from tillid_planner.ui.person.why_card import shown_sentence
from tillid_planner.ui.texts import tr
from tillid_planner.ui.widgets.record_list import Record
from tillid_planner.ui.widgets.rungs import rung_name


def agreement_records(review: Review, words: Words, today: date) -> list[Record]:
    """Return every agreement, newest first."""
    found = [(a.agreed_on, a.id or 0, line, a) for line in review.lines for a in line.sheet.history]
    return [
        _agreement(line, agreement, words, today)
        for _, _, line, agreement in sorted(found, key=lambda entry: entry[:2], reverse=True)
    ]


def follow_up_records(review: Review, today: date) -> list[Record]:
    """Return the planned follow-ups by the day they are due, then those held, newest first."""
    found = [(line, f) for line in review.lines for f in line.sheet.follow_ups]
    planned = sorted((e for e in found if e[1].held_on is None), key=lambda e: e[1].due_on)
    held = [e for e in found if e[1].held_on is not None]
    held.sort(key=lambda e: (e[1].held_on or today, e[1].id or 0), reverse=True)
    return [_follow_up(line, f, review, today) for line, f in [*planned, *held]]


def breach_records(review: Review, today: date) -> list[Record]:
    """Return the breaches, newest first; one that is closed says so first."""
    names = {line.task_id: line.task.name for line in review.lines}
    newest_first = sorted(review.breaches, key=lambda b: (b.happened_on, b.id or 0), reverse=True)
    return [_breach(breach, names.get(breach.task_id, ""), review, today) for breach in newest_first]


def own_records(review: Review, words: Words, lines: list[TaskLine]) -> list[Record]:
    """Return what the employee says of each task: the rung she would choose, her ratings, her words."""
    return [record for line in lines if (record := _own(line, words, review)) is not None]


def conversation_records(review: Review, held: Sequence[TwoSides], words: Words, today: date) -> list[Record]:
    """Return the conversations in the order given, each with its step and what both said."""
    names = {line.task_id: line.task.name for line in review.lines}
    return [_conversation(sheet, names, review, words, today) for sheet in held]


def shown_records(review: Review, words: Words, lines: list[TaskLine], today: date) -> list[Record]:
    """Return when each agreement that stands and each case was shown to the employee, those never shown first."""
    team, names = review.assignee.is_team, {line.task_id: line.task.name for line in review.lines}

    def said(shown_on: date | None) -> str:
        return tr("Not shown yet.") if shown_on is None else shown_sentence(shown_on, today, team=team)

    found = [
        (
            agreement.shown_on,
            Record(
                line.task.name,
                said(agreement.shown_on),
                rung=(agreement.rung, "agreed" if _holds(agreement) else "suggestion"),
                key=_key(review, line.task_id),
            ),
        )
        for line, agreement in _standing(lines)
    ]
    found += [
        (
            case.shown_on,
            Record(
                _head(case.happened_on, names.get(case.task_id, ""), today),
                said(case.shown_on),
                icon="breach",
                key=_key(review, case.task_id),
            ),
        )
        for case in review.breaches
    ]
    return [record for shown_on, record in sorted(found, key=lambda entry: entry[0] is not None)]


def not_shown(review: Review, today: date) -> int:
    """Return how many agreements that stand, and cases, were not shown today."""
    standing = [agreement.shown_on for _, agreement in _standing(list(review.lines))]
    return sum(shown_on != today for shown_on in [*standing, *(case.shown_on for case in review.breaches)])


def _conversation(sheet: TwoSides, names: Mapping[int, str], review: Review, words: Words, today: date) -> Record:
    ended = sheet.conversation
    kind = {
        StepKind.RUNG: tr("Another rung"),
        StepKind.FOLLOW_UP: tr("A follow-up"),
        StepKind.DEVELOPMENT: tr("Something to practise"),
    }.get(ended.step_kind or StepKind.RUNG, "")
    about = " · ".join(part for part in (names.get(ended.step_task_id or 0, ""), kind) if part)
    looked = tr("looked at {day}", day=day_text(ended.step_on, today)) if ended.step_on else ""
    lines = [", ".join(part for part in (about, looked) if part)]
    for topic in sheet.topics:
        lines.append(names.get(topic.task_id, ""))
        for line, who in ((topic.leader, tr("Leader")), (topic.employee, review.assignee.name)):
            if line is not None and line.rung is not None:
                said = f" {line.reason}" if line.reason else ""
                lines.append(f"– {who}: {rung_words(line.rung, words)}.{said}")
    head = day_text(ended.held_on or ended.begun_on, today)
    key = _key(review, ended.step_task_id or 0)
    return Record(head, ended.step, "\n".join(line for line in lines if line), "conversation", key=key)


def _standing(lines: list[TaskLine]) -> Iterator[tuple[TaskLine, Agreement]]:
    for line in lines:
        for agreement in (line.sheet.agreement, line.sheet.offer):
            if agreement is not None:
                yield line, agreement


def _holds(agreement: Agreement) -> bool:
    return agreement.state is AgreementState.ACCEPTED or agreement.rung == 0


def _head(day: date, task: str, today: date) -> str:
    return " · ".join(part for part in (day_text(day, today), task) if part)


def _key(review: Review, task_id: int) -> tuple[int, int]:
    return (task_id, review.assignee.id or 0)


def _agreement(line: TaskLine, agreement: Agreement, words: Words, today: date) -> Record:
    name = rung_name(words, agreement.rung)
    if not agreement.rung:
        sentence = tr("The task was paused.")
    elif agreement.state is AgreementState.ACCEPTED:
        sentence = tr("Rung {rung}, {name}, was agreed and accepted.", rung=agreement.rung, name=name)
    elif agreement.state is AgreementState.DISCUSSED:
        sentence = tr("Rung {rung}, {name}, was offered and discussed.", rung=agreement.rung, name=name)
    else:
        sentence = tr("Rung {rung}, {name}, was offered.", rung=agreement.rung, name=name)
    if agreement.withdrawn_on is not None:
        sentence += " " + tr("Taken back {day}.", day=day_text(agreement.withdrawn_on, today))
    kind = "agreed" if _holds(agreement) and agreement.withdrawn_on is None else "suggestion"
    return Record(
        _head(agreement.agreed_on, line.task.name, today),
        sentence,
        _agreement_detail(agreement, today),
        rung=(agreement.rung, kind),
        key=(line.task_id, line.sheet.assignee.id or 0),
    )


def _agreement_detail(agreement: Agreement, today: date) -> str:
    leap = agreement.leap
    parts = [
        (tr("Reason"), agreement.reason),
        (tr("Purpose"), agreement.purpose),
        (tr("Limits"), agreement.limits),
        (tr("Ask me when"), agreement.ask_when),
        (tr("Support"), agreement.support),
        (tr("Who watches"), agreement.watcher),
        (tr("Hoped gain"), leap.gain if leap else ""),
        (tr("Accepted risk"), leap.risk if leap else ""),
        (tr("What catches us"), leap.catch if leap else ""),
        (tr("We look at it again"), day_text(leap.review_on, today) if leap and leap.review_on else ""),
    ]
    return "\n".join(f"{label}: {text}" for label, text in parts if text.strip())


def _follow_up(line: TaskLine, follow_up: FollowUp, review: Review, today: date) -> Record:
    key = _key(review, line.task_id)
    if follow_up.held_on is None or follow_up.outcome is None:
        late = follow_up.due_on < today
        at = tr(", at {time}", time=f"{follow_up.due_at:%H.%M}") if follow_up.due_at else ""
        head = _head(follow_up.due_on, line.task.name, today)
        return Record(head, (tr("Planned, not held yet") if late else tr("Planned")) + at, "", "calendar", key=key)
    said = (
        {
            Distance.TOO_CLOSE: tr("The employee: you are too close."),
            Distance.FINE: tr("The employee: the distance is fine."),
            Distance.TOO_FAR: tr("The employee: you are too far away."),
        }.get(follow_up.distance)
        if follow_up.distance
        else ""
    )
    detail = "\n".join(part for part in (*follow_up.learned, gain_sentence(follow_up), said) if part)
    head = _head(follow_up.held_on, line.task.name, today)
    return Record(head, look_sentence(follow_up.outcome), detail, "follow-up", key=key)


def _breach(breach: Breach, task: str, review: Review, today: date) -> Record:
    if breach.status is BreachStatus.CLOSED and breach.closed_on is not None:
        sentence = tr("Closed {day}.", day=day_text(breach.closed_on, today))
    elif breach.status is BreachStatus.REPAIRING:
        sentence = tr("You are repairing it together.")
    else:
        sentence = tr("Not talked through yet.")
    # The row leads to the case itself.
    key = (breach.id or 0, review.assignee.id or 0)
    return Record(_head(breach.happened_on, task, today), sentence, breach.facts, "breach", key=key)


def _own(line: TaskLine, words: Words, review: Review) -> Record | None:
    ratings = own_ratings(line)
    parts = []
    if line.wish is not None:
        parts.append(
            tr("Would choose rung {rung}, {name}.", rung=line.wish, name=rung_name(words, line.wish))
            if line.wish
            else tr("Would rather pause the task.")
        )
    for dimension, rating in ratings:
        name = words.text(f"anchors.{dimension}.name")
        parts.append(tr("{name}: {value} of 5.", name=name, value=rating.value))
    if not parts and not line.own_words:
        return None
    agreed = tr("Agreed: rung {rung}.", rung=line.rung) if line.rung else tr("No rung is agreed.")
    said = tr("«{words}»", words=line.own_words) if line.own_words else ""
    return Record(
        line.task.name,
        " ".join(parts) or said,
        "\n".join(p for p in (said if parts else "", agreed) if p),
        "person",
        (line.wish, "own") if line.wish is not None else None,
        _key(review, line.task_id),
    )
