"""Everything that happened with one task and one assignee, newest first, in sentences."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from typing_extensions import override

from tillid_planner.content import Words
from tillid_planner.domain.agreement import Agreement, AgreementState
from tillid_planner.domain.case import BreachStatus
from tillid_planner.domain.follow_up import FollowUp, Outcome
from tillid_planner.domain.rating import Rater, Rating
from tillid_planner.services.standing import Sheet
from tillid_planner.ui.days import day_text
from tillid_planner.ui.follow_up.words import gain_sentence
from tillid_planner.ui.texts import tr
from tillid_planner.ui.theme import ratings_hidden

_ROOT = QModelIndex()


@dataclass(frozen=True, slots=True)
class Event:
    """One thing that happened: the day, its icon, a sentence, and what belongs to it."""

    day: date
    icon: str
    sentence: str
    detail: str = ""


class PairHistoryModel(QAbstractListModel):
    """Events as a list; the whole sentence with its day is the accessible text."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.events: Sequence[Event] = ()
        self._today = date.today()

    def set_events(self, events: Sequence[Event], today: date) -> None:
        """Show other events; nothing happens where they are the same."""
        if list(events) != list(self.events) or today != self._today:
            self.beginResetModel()
            self.events, self._today = list(events), today
            self.endResetModel()

    def day(self, row: int) -> str:
        """Return the day of an event in words."""
        return day_text(self.events[row].day, self._today)

    @override
    def rowCount(self, parent: QModelIndex | QPersistentModelIndex = _ROOT) -> int:
        return 0 if parent.isValid() else len(self.events)

    @override
    def data(self, index: QModelIndex | QPersistentModelIndex, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            event = self.events[index.row()]
            day = self.day(index.row())
            return (
                day
                if ratings_hidden()
                else " ".join(part for part in (f"{day}:", event.sentence, event.detail) if part)
            )
        return None


def events_of(sheet: Sheet, words: Words, today: date) -> list[Event]:
    """Return a pair's events, newest first; on one day what came later in the work comes first."""
    found = [_rated(rating, words, today) for rating in sheet.past_ratings]
    for agreement in sheet.history:
        found.append(_agreed(agreement, words))
        if agreement.withdrawn_on is not None:
            found.append(
                Event(
                    agreement.withdrawn_on,
                    "undo",
                    tr("The agreement on rung {rung} was taken back.", rung=agreement.rung),
                )
            )
    found += [_held(f, f.held_on) for f in sheet.follow_ups if f.held_on is not None]
    for breach in sheet.breaches:
        if breach.task_id != sheet.task.id:
            continue
        found.append(Event(breach.noted_on, "breach", tr("A breach was noted.")))
        if breach.status is BreachStatus.CLOSED and breach.closed_on is not None:
            found.append(Event(breach.closed_on, "breach", tr("The breach was closed.")))
    numbered = sorted(enumerate(found), key=lambda entry: (entry[1].day, entry[0]), reverse=True)
    return [event for _, event in numbered]


def _rated(rating: Rating, words: Words, today: date) -> Event:
    name = words.text(f"anchors.{rating.dimension}.name")
    anchor = words.text(f"anchors.{rating.dimension}.{rating.value}")
    if rating.rater is Rater.EMPLOYEE:
        sentence = tr(
            "The employee's own rating of {name}: {value}. {anchor}",
            name=name.lower(),
            value=rating.value,
            anchor=anchor,
        )
    elif rating.sure:
        sentence = tr("{name} rated {value}. {anchor}", name=name, value=rating.value, anchor=anchor)
    else:
        sentence = tr("{name} rated {value}, unsure. {anchor}", name=name, value=rating.value, anchor=anchor)
    seen = rating.example
    if seen and rating.seen_on is not None:
        seen = tr("Seen {day}: {example}", day=day_text(rating.seen_on, today), example=seen)
    return Event(rating.rated_on, "note" if seen else "edit", sentence, seen)


def _agreed(agreement: Agreement, words: Words) -> Event:
    name = words.text(f"ladders.task.{agreement.rung}.name")
    if not agreement.rung:
        sentence = tr("The task was paused.")
    elif agreement.state is AgreementState.ACCEPTED:
        sentence = tr("Rung {rung}, {name}, was agreed and accepted.", rung=agreement.rung, name=name)
    elif agreement.state is AgreementState.DISCUSSED:
        sentence = tr("Rung {rung}, {name}, was offered and discussed.", rung=agreement.rung, name=name)
    else:
        sentence = tr("Rung {rung}, {name}, was offered.", rung=agreement.rung, name=name)
    parts = []
    if agreement.suggested_rung is not None:
        parts.append(
            tr("The suggestion that day was rung {rung}.", rung=agreement.suggested_rung)
            if agreement.suggested_rung
            else tr("The suggestion that day was to pause.")
        )
    if agreement.is_leap:
        parts.append(tr("A reflected leap."))
    if agreement.reason:
        parts.append(agreement.reason)
    return Event(agreement.agreed_on, "leap" if agreement.is_leap else "rung", sentence, " ".join(parts))


def _held(follow_up: FollowUp, day: date) -> Event:
    sentence = (
        {
            Outcome.GOOD: tr("Follow-up: good."),
            Outcome.PARTLY: tr("Follow-up: partly."),
            Outcome.NOT_OK: tr("Follow-up: not OK."),
        }.get(follow_up.outcome or Outcome.GOOD, "")
        if follow_up.outcome
        else tr("Follow-up held.")
    )
    detail = " ".join(part for part in (*follow_up.learned, gain_sentence(follow_up)) if part)
    return Event(day, "follow-up", sentence, detail)
