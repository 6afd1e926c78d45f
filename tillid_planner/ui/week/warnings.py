"""Warnings shown during a drag, before the card is dropped."""

from __future__ import annotations

from datetime import date

from tillid_planner.domain.tables import FULL_LOAD
from tillid_planner.domain.week import HOURS_IN_A_DAY, DayOff
from tillid_planner.services.board import Board, Row
from tillid_planner.services.cards import MARKS, Card
from tillid_planner.services.conflicts import percent
from tillid_planner.ui.texts import tr
from tillid_planner.ui.theme import ratings_hidden
from tillid_planner.ui.week.wording import hours_short, mark_words, short_name


def warnings(before: Board, after: Board, task_id: int, assignee_id: int, day: date) -> list[str]:
    """Return what is to know about a card on somebody on a day, the weightiest first; mostly nothing."""
    row, card = after.row(assignee_id), after.card(task_id, assignee_id, day)
    if row is None or card is None:
        return []
    # Rungs and agreements are hidden in words as well.
    said = tuple(DayOff) if ratings_hidden() else MARKS
    found = [mark_words(mark) for mark in said if mark in card.marks]
    full = _more_than_a_day(row, day)
    if full:
        found.append(full)
    was = before.row(assignee_id)
    if row.load is not None and row.load > FULL_LOAD and (was is None or was.load != row.load or was.load > FULL_LOAD):
        found.append(
            tr("{name} comes to {percent} %", name=short_name(row.assignee), percent=percent(row.load))
            if was is None or was.load != row.load
            else tr("{name} is at {percent} %", name=short_name(row.assignee), percent=percent(row.load))
        )
    if card.lowered and card.rung and not ratings_hidden():
        found.append(_lowered(card, row))
    return found


def _lowered(card: Card, row: Row) -> str:
    if row.over <= 0:
        return tr("This week rung {rung} (agreed {agreed})", rung=card.rung, agreed=card.agreed)
    return tr(
        "This week rung {rung} (agreed {agreed}), until {hours} are moved",
        rung=card.rung,
        agreed=card.agreed,
        hours=hours_short(row.over),
    )


def _more_than_a_day(row: Row, day: date) -> str:
    hours = sum(card.placement.hours for card in row.cards.get(day, ()))
    if row.assignee.is_team or hours <= HOURS_IN_A_DAY:
        return ""
    return tr("A day has 24 h; this makes {hours}", hours=hours_short(hours))
