"""The card of the week's follow-ups and talks, day by day, with the public holidays between them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget
from typing_extensions import override

from tillid_planner.domain.planned_talk import PlannedTalk
from tillid_planner.ui.texts import tr
from tillid_planner.ui.theme import current_theme, paint_plate, ratings_hidden, scaled
from tillid_planner.ui.widgets import Button, Card, RungBadge, SunkenNote, TextLabel
from tillid_planner.ui.widgets.layouts import clear_layout
from tillid_planner.ui.widgets.pressing import OneClick, ReturnPresses

_TIME, _RUNG_NAME = 44, 92


@dataclass(frozen=True, slots=True)
class FollowUpLine:
    """A follow-up or a talk in words; ``at`` is empty without a time of day.

    ``about`` is the follow-up's task, or that it is a talk, which has no rung.
    """

    id: int
    day: date
    at: str
    name: str
    about: str
    rung: int | None = None
    rung_name: str = ""
    talk: PlannedTalk | None = None


@dataclass(frozen=True, slots=True)
class WeekLines:
    """The follow-ups and talks by the day they are due, heads for those days, and the notes on holidays."""

    lines: Sequence[FollowUpLine]
    heads: Mapping[date, str]
    holidays: Mapping[date, str]


class FollowUpRow(OneClick, ReturnPresses, QAbstractButton):
    """One follow-up or talk; a click or Return opens it."""

    def __init__(self, line: FollowUpLine) -> None:
        super().__init__()
        self.line = line
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        self.setProperty("ringRadius", 6)
        rung = "" if ratings_hidden() or line.rung is None else f"{line.rung} {line.rung_name}"
        self.setAccessibleName(", ".join(part for part in (line.at, line.name, line.about, rung) if part))
        time = TextLabel(line.at, muted=True, wrap=False)
        time.setFixedWidth(scaled(_TIME))
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(TextLabel(line.name))
        words.addWidget(TextLabel(line.about, "small", muted=True))
        row = QHBoxLayout(self)
        row.setContentsMargins(8, 5, 8, 5)
        row.setSpacing(8)
        row.addWidget(time)
        row.addSpacing(4)
        row.addLayout(words, 1)
        if line.rung is not None:
            rung_name = TextLabel(line.rung_name, "small", muted=True, private=True)
            rung_name.setFixedWidth(scaled(_RUNG_NAME))
            row.addWidget(RungBadge(line.rung))
            row.addWidget(rung_name)
        for part in self.findChildren(QWidget):
            part.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        if self.underMouse() or self.isDown():
            paint_plate(QPainter(self), self.rect(), current_theme().hover, radius=6)


class FollowUpsCard(Card):
    """The follow-ups and talks still to be held.

    ``wanted`` carries the id of the follow-up to open, ``talk_wanted`` the talk.
    """

    wanted = Signal(int)
    talk_wanted = Signal(object)

    def __init__(self) -> None:
        self.calendar_button = Button(tr("To the calendar"), "text", flush=True)
        super().__init__(tr("Follow-ups and conversations"), action=self.calendar_button, ruled=True, flush=True)
        self.rows: list[FollowUpRow] = []
        self._week: WeekLines | None = None
        self._hidden = False
        self._column = QVBoxLayout()
        self._column.setContentsMargins(8, 12, 8, 8)
        self._column.setSpacing(2)
        self.add(self._column)

    def show_week(self, week: WeekLines) -> None:
        """Show the follow-ups; the same as before stay as they are."""
        if week == self._week and self._hidden == ratings_hidden():
            return
        self._week, self._hidden = week, ratings_hidden()
        self.calendar_button.setVisible(bool(week.lines))
        clear_layout(self._column)
        self.rows = []
        days = sorted({line.day for line in week.lines} | set(week.holidays))
        for number, day in enumerate(days):
            if day in week.holidays:
                self._column.addWidget(_indented(SunkenNote("info", week.holidays[day], icon="calendar")))
            lines = sorted((line for line in week.lines if line.day == day), key=lambda line: line.at)
            if lines:
                self._column.addWidget(_head(week.heads[day], first=number == 0))
            for line in lines:
                self._add(line)
        if not week.lines:
            self._column.addWidget(_indented(TextLabel(tr("No follow-ups are left this week."), muted=True)))

    def _add(self, line: FollowUpLine) -> None:
        row = FollowUpRow(line)
        row.clicked.connect(lambda *_: self.talk_wanted.emit(line.talk) if line.talk else self.wanted.emit(line.id))
        self.rows.append(row)
        self._column.addWidget(row)


def _head(text: str, *, first: bool) -> QWidget:
    return _indented(TextLabel(text, "small", muted=True, weight=600), top=0 if first else 8)


def _indented(widget: QWidget, top: int = 4) -> QWidget:
    holder = QWidget()
    row = QHBoxLayout(holder)
    row.setContentsMargins(8, top, 8, 4)
    row.addWidget(widget)
    return holder
