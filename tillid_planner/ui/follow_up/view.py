"""The two sides of the follow-up's dialog: how it went, or another day for it."""

from __future__ import annotations

from datetime import date
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QRadioButton, QVBoxLayout, QWidget

from tillid_planner.content import Words
from tillid_planner.domain.follow_up import Distance, FollowUp, Outcome
from tillid_planner.services.following import Meeting, counting
from tillid_planner.ui.days import clock_text
from tillid_planner.ui.follow_up.words import capital, counting_text, day_near, whole_day
from tillid_planner.ui.texts import tr
from tillid_planner.ui.theme import scaled
from tillid_planner.ui.widgets import (
    CheckBox,
    DateField,
    Field,
    FreeLine,
    GrowingText,
    RadioCardGroup,
    RungBadge,
    Segmented,
    TextLabel,
    TimeField,
)
from tillid_planner.ui.widgets.field_state import Editor

HOLD, MOVE = "hold", "move"
#: In the order of the cards; figure keys choose them.
OUTCOMES = tuple(Outcome)


def modes() -> list[tuple[object, str]]:
    """Return what can be done with a follow-up, each with its words."""
    return [(HOLD, tr("Say how it went")), (MOVE, tr("Set another day"))]


def what_it_is_about(words: Words, meeting: Meeting, today: date) -> QHBoxLayout:
    """Return the rung agreed and the task, when it is due, and how far follow-ups count towards a step up."""
    name = words.text(f"ladders.task.{meeting.rung}.name")
    badge = RungBadge(meeting.rung, "agreed" if meeting.rung else "paused", 32, accessible=f"{meeting.rung} {name}")
    said = _due(words, meeting.follow_up, today)
    step = counting(meeting.sheet)
    if step is not None:
        blocked = meeting.sheet.open_breach is not None and step.good >= step.needed
        held = words.text("today.counting.held_by_breach") if blocked else counting_text(words, step)
        said = f"{said} {capital(held)}."
    lines = QVBoxLayout()
    lines.setSpacing(0)
    lines.addWidget(TextLabel(meeting.sheet.task.name))
    lines.addWidget(TextLabel(said, "small", muted=True, private=True))
    row = QHBoxLayout()
    row.setSpacing(12)
    row.addWidget(badge)
    row.addLayout(lines, 1)
    return row


def _due(words: Words, follow_up: FollowUp, today: date) -> str:
    when = day_near(words, follow_up.due_on, today)
    if follow_up.due_on < today:
        return tr("It was due {day}.", day=when)
    if follow_up.due_at is not None:
        return tr("It is planned {day} at {time}.", day=when, time=clock_text(follow_up.due_at))
    return tr("It is planned {day}.", day=when)


class HoldPanel(QWidget):
    """How it went, what both learned, how close the leader was, and the next one."""

    def __init__(self, words: Words, meeting: Meeting, today: date, *, asks_of_breach: bool) -> None:
        super().__init__()
        self._words = words
        self._asks_of_breach = asks_of_breach
        name = meeting.sheet.assignee.name
        said = words.section("today.outcomes")
        self.outcome = RadioCardGroup([(n, said[outcome]) for n, outcome in enumerate(OUTCOMES, start=1)])
        self.outcome_field = Field(tr("How did it go?"), self.outcome)
        self.breach = CheckBox(tr("Is it a breach? Then note the facts afterwards."))
        self.learned_leader, self.learned_employee = GrowingText(max_lines=4), GrowingText(max_lines=4)
        self.leader_field = Field(tr("What you learned"), self.learned_leader)
        self.employee_field = Field(tr("What {name} learned", name=name), self.learned_employee)
        self.gain_seen = FreeLine()
        self.gain_field = Field(tr("Could the citizen tell?"), self.gain_seen)
        said = words.section("today.distances")
        self.distance = Segmented([(distance, said[distance]) for distance in Distance])
        self.distance_field = Field(tr("{name} finds that you are", name=name), self.distance)
        self.held_on = DateField(today, required=True, today=today)
        self.held_field = Field(tr("Held on"), self.held_on)
        self.held_on.setFixedWidth(scaled(176))
        self.next_on, self.next_at = DateField(meeting.next_on, required=True, today=today), TimeField()
        self.next_field = Field(tr("Next follow-up"), self.next_on)
        self.time_field = Field(tr("Time, if you want"), self.next_at)
        self.proposal = TextLabel(self._proposal(meeting, today), "small", muted=True)
        self.plans_next = meeting.next_on is not None and meeting.planned is None
        self._lay_out()
        self.outcome.setFocusProxy(self.outcome.findChildren(QRadioButton)[0])
        self.outcome.chosen.connect(self._on_outcome)
        self.breach.hide()

    def entered(self) -> dict[str, Any] | None:
        """Return what was entered, as ``Following.hold`` takes it; None where a field says what to write."""
        number = self.outcome.value()
        self.outcome_field.set_error(None if number else tr("Choose how it went."))
        held = self.held_on.check()
        readable = [self.next_on.check(), self.next_at.check()] if self.plans_next else []
        if not number:
            self.outcome.setFocus(Qt.FocusReason.OtherFocusReason)
            return None
        if not held:
            self.held_on.setFocus(Qt.FocusReason.OtherFocusReason)
            return None
        if not all(readable):
            (self.next_at if readable[0] else self.next_on).setFocus(Qt.FocusReason.OtherFocusReason)
            return None
        distance = self.distance.value()
        return {
            "outcome": OUTCOMES[number - 1],
            "learned_leader": self.learned_leader.value(),
            "learned_employee": self.learned_employee.value(),
            "gain_seen": self.gain_seen.value(),
            "distance": distance if isinstance(distance, Distance) else None,
            "held_on": self.held_on.read(),
            "next_on": self.next_on.read() if self.plans_next else None,
            "next_at": self.next_at.read() if self.plans_next else None,
        }

    def is_breach(self) -> bool:
        """Whether the facts of a breach are to be noted next."""
        return self.breach.isVisibleTo(self) and self.breach.isChecked()

    def editors(self) -> dict[str, Editor]:
        """Return what is filled in, by name."""
        return {
            "outcome": self.outcome,
            "learned_leader": self.learned_leader,
            "learned_employee": self.learned_employee,
            "gain_seen": self.gain_seen,
            "distance": self.distance,
            "breach": self.breach,
            "held_on": self.held_on,
            "next_on": self.next_on,
            "next_at": self.next_at,
        }

    def show_outcome(self) -> None:
        """Show what the chosen outcome asks for."""
        self._on_outcome(self.outcome.value() or 0)

    def fields(self) -> dict[str, Field]:
        """Return the fields by the names the service calls them."""
        return {
            "held_on": self.held_field,
            "next_on": self.next_field,
            "learned_leader": self.leader_field,
            "learned_employee": self.employee_field,
            "gain_seen": self.gain_field,
        }

    def _on_outcome(self, number: int) -> None:
        self.outcome_field.set_error(None)
        not_ok = bool(number) and OUTCOMES[number - 1] is Outcome.NOT_OK
        self.breach.setVisible(not_ok and self._asks_of_breach)

    def _proposal(self, meeting: Meeting, today: date) -> str:
        if meeting.planned is not None:
            day = day_near(self._words, meeting.planned.due_on, today)
            return tr("The next follow-up is planned already, {day}.", day=day)
        if meeting.next_on is None:
            return tr("While the task is paused no follow-up is planned.")
        return tr("The table proposes {day}.", day=whole_day(self._words, meeting.next_on, today))

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addWidget(self.outcome_field)
        column.addWidget(self.breach)
        both = QHBoxLayout()
        both.setSpacing(16)
        both.addWidget(self.leader_field, 1)
        both.addWidget(self.employee_field, 1)
        column.addLayout(both)
        column.addWidget(self.gain_field)
        row = QHBoxLayout()
        row.setSpacing(16)
        row.addWidget(self.distance_field)
        row.addWidget(self.held_field)
        row.addStretch(1)
        column.addLayout(row)
        column.addLayout(_day_and_time(self.next_field, self.time_field, self.proposal))
        self.next_field.setVisible(self.plans_next)
        self.time_field.setVisible(self.plans_next)


class MovePanel(QWidget):
    """Another day, and a time if one is wanted."""

    def __init__(self, follow_up: FollowUp, today: date) -> None:
        super().__init__()
        self.day = DateField(max(follow_up.due_on, today), required=True, today=today)
        self.time = TimeField(follow_up.due_at)
        self.day_field, self.time_field = Field(tr("Day"), self.day), Field(tr("Time, if you want"), self.time)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addLayout(_day_and_time(self.day_field, self.time_field))

    def entered_day(self) -> date | None:
        """Return the day, or None where a field says what to write."""
        readable = [self.day.check(), self.time.check()]
        if not all(readable):
            (self.time if readable[0] else self.day).setFocus(Qt.FocusReason.OtherFocusReason)
            return None
        return self.day.read()


def _day_and_time(day: Field, time: Field, note: TextLabel | None = None) -> QVBoxLayout:
    column = QVBoxLayout()
    column.setSpacing(4)
    row = QHBoxLayout()
    row.setSpacing(16)
    for field in (day, time):
        field.editor.setFixedWidth(scaled(176))
        row.addWidget(field)
    row.addStretch(1)
    column.addLayout(row)
    if note is not None:
        column.addWidget(note)
    return column
