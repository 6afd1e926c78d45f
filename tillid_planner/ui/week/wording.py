"""Hours, days and cards as they are said on the board."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from functools import lru_cache
from typing import TypeAlias

from tillid_planner.domain.assignee import Assignee, Person, Team
from tillid_planner.domain.planned_talk import PlannedTalk
from tillid_planner.domain.week import DayOff
from tillid_planner.services import cards
from tillid_planner.services.board import Board, Row, Unplaced
from tillid_planner.services.cards import Card
from tillid_planner.services.conflicts import percent
from tillid_planner.services.week_facts import DueFollowUp
from tillid_planner.ui.days import clock_text, day_number, weekday_and_day_text, weekday_text
from tillid_planner.ui.texts import current_language, tr
from tillid_planner.ui.theme import ratings_hidden
from tillid_planner.ui.widgets import format_number

#: What stands on the board besides cards. What a talk is about is never said: the week is shown to many.
Due: TypeAlias = DueFollowUp | PlannedTalk


def hours_short(hours: float) -> str:
    """Return hours as on a card: «2 t»."""
    return _hours_short(hours, current_language())


@lru_cache(maxsize=512)
def _hours_short(hours: float, language: str) -> str:
    # Asked for by each card that is painted.
    return tr("{hours} h", hours=format_number(hours))


def hours_words(hours: float) -> str:
    """Return hours in words: «2 timer»."""
    return tr("1 hour") if hours == 1 else tr("{hours} hours", hours=format_number(hours))


def day_head(day: date) -> str:
    """Return a day as the board's head has it: «man 3.»."""
    return f"{_short(day)} {day_number(day)}"


def day_offered(board: Board, row: Row | None, day: date) -> str:
    """Return a day to choose, and why it may be a poor choice: «Mandag 3. maj – fravær»."""
    words, off = weekday_and_day_text(day), row.off(day) if row is not None else None
    if off is not None:
        words = tr("{day} – {off}", day=words, off=off_words(off).lower())
    elif day in board.facts.holidays:
        words = tr("{day} – {holiday}", day=words, holiday=board.facts.holidays[day])
    if day < board.facts.today:
        words = tr("{day} – has passed", day=words)
    return words[:1].upper() + words[1:]


def weekend_head(days: Sequence[date]) -> tuple[str, str]:
    """Return the two lines over the folded weekend: «lø sø» and «8. 9.»."""
    return " ".join(_short(day)[:2] for day in days), " ".join(day_number(day) for day in days)


def days_listed(days: Sequence[date]) -> str:
    """Return the names of days as one phrase: «mandag og tirsdag»."""
    names = [weekday_text(day) for day in sorted(set(days))]
    return listed(names)


def listed(names: Sequence[str]) -> str:
    """Return names as one phrase: «Eva, Fatima og Line»."""
    if len(names) < 2:
        return "".join(names)
    return tr("{first} and {last}", first=", ".join(names[:-1]), last=names[-1])


def time_text(due: Due) -> str:
    """Return the time of a follow-up or talk, or which it is: «09.00», «Opfølgning», «Samtale»."""
    if isinstance(due, PlannedTalk):
        at, name = due.at, tr("Conversation")
    else:
        at, name = due.follow_up.due_at, tr("Follow-up")
    if at is None:
        return name
    return clock_text(at)


def role_line(assignee: Assignee) -> str:
    """Return what stands under a name: the role, or how many a team has."""
    if isinstance(assignee, Team):
        return tr("Team, %n person(s)", n=len(assignee.member_ids))
    return assignee.role


def short_name(assignee: Assignee) -> str:
    """Return the first name of a person, the name of a team."""
    return assignee.name.split()[0] if isinstance(assignee, Person) and assignee.name.split() else assignee.name


def load_text(row: Row) -> str:
    """Return a load as a figure: «115 %», or «–»."""
    return "–" if row.load is None else tr("{percent} %", percent=percent(row.load))


def load_sentence(row: Row) -> str:
    """Say how full somebody's week is: «36,8 af 32 timer, 115 %»."""
    planned = format_number(row.planned)
    if row.available is None:
        return tr("{hours} planned", hours=hours_words(row.planned)) if row.planned else tr("nothing planned")
    if not row.planned:
        return tr("nothing of {hours} planned", hours=hours_words(row.available))
    said = tr("{planned} of {hours}", planned=planned, hours=hours_words(row.available))
    return f"{said}, {load_text(row)}" if row.available > 0 else said


def rung_words(card: Card) -> str:
    """Say at which rung a card is this week: «denne uge trin 3, aftalt 4»."""
    if card.offered:
        offered = tr("rung {rung} offered", rung=card.offered)
        return offered if card.agreed is None else f"{_agreed_words(card)}, {offered}"
    return _agreed_words(card)


def _agreed_words(card: Card) -> str:
    if card.agreed is None:
        return tr("no agreement")
    if card.agreed == 0:
        return tr("paused")
    if card.rung == 0:
        return tr("this week paused, agreed {agreed}", agreed=card.agreed)
    if card.lowered:
        return tr("this week rung {rung}, agreed {agreed}", rung=card.rung, agreed=card.agreed)
    return tr("agreed rung {agreed}", agreed=card.agreed)


def mark_words(mark: str) -> str:
    """Say what a mark on a card means."""
    said = {
        cards.NOT_DELEGABLE: tr("May not be handed over"),
        cards.ABOVE_CEILING: tr("Above the legal ceiling"),
        cards.STOPPED: tr("Paused"),
        cards.OFFERED: tr("Offered, not accepted yet"),
        cards.NO_AGREEMENT: tr("No agreement"),
    }
    return said.get(mark) or off_words(DayOff(mark))


def off_words(off: DayOff) -> str:
    """Say that somebody is not there; of an absence never why."""
    return {
        DayOff.AWAY: tr("Away"),
        DayOff.NOT_BEGUN: tr("Not begun yet"),
        DayOff.LEFT: tr("Has left"),
    }[off]


def off_sentence(name: str, off: DayOff, day: date) -> str:
    """Say that somebody is not there on a day: «Bo Lindskov er fraværende mandag 3. maj»."""
    said = weekday_and_day_text(day)
    if off is DayOff.NOT_BEGUN:
        return tr("{name} has not begun yet on {day}", name=name, day=said)
    if off is DayOff.LEFT:
        return tr("{name} no longer works here on {day}", name=name, day=said)
    return tr("{name} is away on {day}", name=name, day=said)


def card_words(board: Board, card: Card) -> str:
    """Say what a card shows: «Sårpleje, denne uge trin 3, aftalt 4, 5 timer»."""
    placement = card.placement
    parts = [board.task(placement.task_id).name]
    if not ratings_hidden():
        parts.append(rung_words(card))
        told = (cards.OFFERED, cards.NO_AGREEMENT, cards.STOPPED)
        parts += [mark_words(mark).lower() for mark in card.marks if mark not in told]
        if card.breach:
            parts.append(tr("a breach is not closed"))
    parts.append(hours_words(placement.hours))
    if placement.recurring:
        parts.append(tr("fixed day"))
    return ", ".join(parts)


def due_words(board: Board, due: Due) -> str:
    """Say what a follow-up on the board is about, or that there is a talk."""
    if isinstance(due, PlannedTalk):
        return tr("Conversation") if due.at is None else tr("Conversation {at}", at=time_text(due))
    task = board.facts.tasks.get(due.task_id)
    at = "" if due.follow_up.due_at is None else f" {time_text(due)}"
    about = task.name if task is not None else ""
    said = tr("Follow-up{at}, {task}", at=at, task=about) if about else tr("Follow-up{at}", at=at)
    if due.follow_up.held_on is not None:
        return tr("{said}, held", said=said)
    return said


def tray_words(unplaced: Unplaced) -> str:
    """Say what waits in the tray: «Sårregistrering, 3 timer»."""
    if unplaced.hours is None:
        return unplaced.task.name
    if unplaced.partly:
        return tr("{task}, {hours} left", task=unplaced.task.name, hours=hours_words(unplaced.hours))
    return f"{unplaced.task.name}, {hours_words(unplaced.hours)}"


def tray_hours(unplaced: Unplaced) -> str:
    """Return the hours on a card of the tray: «3 t», «1,5 t tilbage»."""
    if unplaced.hours is None:
        return ""
    hours = hours_short(unplaced.hours)
    return tr("{hours} left", hours=hours) if unplaced.partly else hours


def _short(day: date) -> str:
    # Qt's own short names of days are of different lengths in Danish.
    return weekday_text(day)[:3]
