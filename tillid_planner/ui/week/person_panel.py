"""The inspector's side of a person: the hours of the week in detail, and the days away."""

from __future__ import annotations

from datetime import date
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from tillid_planner.domain.assignee import Team
from tillid_planner.domain.draft import DraftForm, DraftSubject
from tillid_planner.domain.week import WORK_DAYS, Absence
from tillid_planner.services.board import Board, Row
from tillid_planner.services.conflicts import percent
from tillid_planner.ui.days import day_text
from tillid_planner.ui.desk import Desk
from tillid_planner.ui.texts import tr
from tillid_planner.ui.week.place_menus import fill_with_cards, open_under
from tillid_planner.ui.week.planning_actions import PlanningActions
from tillid_planner.ui.week.wording import days_listed, hours_short, hours_words, load_sentence
from tillid_planner.ui.widgets import Button, DateField, Field, FlowLayout, IconButton, LoadBar, Menu, TextLabel
from tillid_planner.ui.widgets.form_draft import FormDraft
from tillid_planner.ui.widgets.layouts import clear_layout
from tillid_planner.ui.widgets.refusal import show_faults
from tillid_planner.ui.widgets.section import Section


class PersonPanel(QWidget):
    """Hours, what they are planned for, and days away; why somebody is away is not asked.

    ``kept`` tells that a full week is to stay as it is.
    """

    kept = Signal(int)

    def __init__(self, desk: Desk, plan_actions: PlanningActions, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk, self._plan_actions = desk, plan_actions
        self._assignee_id = 0
        self.move_menu = Menu(parent=self)
        self.move_button: Button | None = None
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        self.load = Section(gap=6)
        column.addWidget(self.load)
        self.away = Section(gap=8, ruled=False)
        self.away.column.addWidget(TextLabel(tr("Days away"), weight=600))
        self._list = QVBoxLayout()
        self._list.setSpacing(0)
        self.away.column.addLayout(self._list)
        today = desk.session.today()
        self.first = DateField(required=True, today=today)
        self.last = DateField(today=today)
        self.first_field = Field(tr("Away from"), self.first)
        self.last_field = Field(tr("To and with"), self.last, tr("Empty means one day."))
        self.draft = FormDraft(desk, self)
        self.draft.bind_all({"first": self.first, "last": self.last})
        self.away.column.addWidget(self.draft.note)
        self.away.column.addWidget(self.first_field)
        self.away.column.addWidget(self.last_field)
        self.add_button = Button(tr("Note days away"))
        self.add_button.clicked.connect(lambda *_: self._add())
        row = QHBoxLayout()
        row.addWidget(self.add_button)
        row.addStretch(1)
        self.away.column.addLayout(row)
        column.addWidget(self.away)
        column.addStretch(1)

    def show_person(self, board: Board, row: Row) -> None:
        """Show somebody's week; dates that are being typed for the same one stay."""
        if row.id != self._assignee_id:
            self.draft.leave()
            self._assignee_id = row.id
            for field, holder in ((self.first, self.first_field), (self.last, self.last_field)):
                field.show_value(None)
                holder.set_error(None)
            self.draft.begin(DraftSubject(DraftForm.WEEK, assignee_id=row.id, part="absence"))
        self._say_load(board, row)
        self.away.setVisible(not row.assignee.is_team)
        if not row.assignee.is_team:
            self._list_absences()

    def _say_load(self, board: Board, row: Row) -> None:
        self.load.empty()
        column = self.load.column
        column.addWidget(TextLabel(tr("The week"), weight=600))
        said = load_sentence(row)
        if row.load is not None:
            column.addWidget(LoadBar(percent(row.load), wide=True, accessible=said))
        column.addWidget(TextLabel(said[:1].upper() + said[1:] + "."))
        if row.over > 0:
            column.addWidget(
                TextLabel(
                    tr("{hours} have to move.", hours=hours_words(row.over)),
                    color="warn_text",
                    icon="warning",
                    icon_role="warn_icon",
                )
            )
        column.addWidget(TextLabel(_reckoned(board, row), "small", muted=True))
        self.move_button = self._offer_relief(board, row) if row.over > 0 else None
        for words, hours in _by_task(board, row):
            line = QHBoxLayout()
            line.setSpacing(8)
            line.addWidget(TextLabel(words), 1)
            line.addWidget(TextLabel(hours_short(hours), muted=True, wrap=False))
            column.addLayout(line)

    def _offer_relief(self, board: Board, row: Row) -> Button:
        actions = QWidget()
        flow = FlowLayout(actions, gap=8, row_gap=8)
        move = Button(tr("Move {hours}", hours=hours_words(row.over)), "primary")
        move.clicked.connect(lambda *_: self._offer_cards(board, row, move))
        keep = Button(tr("Keep the plan"))
        keep.clicked.connect(lambda *_: self.kept.emit(row.id))
        flow.addWidget(move)
        flow.addWidget(keep)
        self.load.column.addWidget(actions)
        return move

    def _offer_cards(self, board: Board, row: Row, beside: Button) -> None:
        """Offer the cards of the week, each with those who may take it."""
        self.move_menu.clear()
        cards = [card.placement for card in row.all_cards]
        fill_with_cards(self.move_menu, board, cards, self._plan_actions.put)
        open_under(self.move_menu, beside)

    def _list_absences(self) -> None:
        clear_layout(self._list)
        today = self._desk.session.today()
        found = [a for a in self._desk.session.planning.absences(self._assignee_id) if a.last_on >= today]
        if not found:
            self._list.addWidget(TextLabel(tr("No days away are noted."), muted=True))
        for absence in found:
            line = QHBoxLayout()
            words = self._days(absence)
            line.addWidget(TextLabel(words), 1)
            remove = IconButton("close", tr("Remove the days away {days}", days=words), "bare")
            remove.clicked.connect(partial(self._remove, absence.id or 0))
            line.addWidget(remove)
            self._list.addLayout(line)

    def _days(self, absence: Absence) -> str:
        today = self._desk.session.today()
        first = day_text(absence.first_on, today)
        if absence.first_on == absence.last_on:
            return first
        return tr("{first} to {last}", first=first, last=day_text(absence.last_on, today))

    def _add(self) -> None:
        if not (self.first.check() and self.last.check()):
            return
        first, last = self.first.read(), self.last.read() or self.first.read()
        if first is None or last is None:
            return
        reply = self._plan_actions.add_absence(self._assignee_id, first, last)
        fields = {"first_on": self.first_field, "last_on": self.last_field}
        one_day = self.last.read() is None
        for field in fields.values():
            field.set_error(None)
        faults = reply.invalid.faults if reply.invalid is not None else ()
        said = [fault for fault in faults if not (one_day and fault.field == "last_on")]
        show_faults(self._desk.words, fields, said)
        if reply:
            self.first.show_value(None)
            self.last.show_value(None)
            self.draft.end()

    def _remove(self, absence_id: int, *_: object) -> None:
        self._plan_actions.remove_absence(absence_id)


def _reckoned(board: Board, row: Row) -> str:
    """Say how the hours of the week came about."""
    if isinstance(row.assignee, Team):
        return tr("The team has the hours of its members; what each of them does alone is taken from them.")
    if row.assignee.weekly_hours is None:
        return tr("The hours a week are not written. Write them on the person, and the week can be reckoned.")
    work = board.week.days[:WORK_DAYS]
    off = [day for day in work if day in row.away or day in board.facts.holidays]
    if not off:
        return tr("{hours} a week.", hours=hours_words(row.assignee.weekly_hours))
    if len(off) == WORK_DAYS:
        return tr("{hours} a week, all days off.", hours=hours_words(row.assignee.weekly_hours))
    return tr(
        "{hours} a week, a fifth less for each day off: {days}.",
        hours=hours_words(row.assignee.weekly_hours),
        days=days_listed(off),
    )


def _by_task(board: Board, row: Row) -> list[tuple[str, float]]:
    """Return each card of the week with its days and hours, in the order of the days."""
    found: dict[int, tuple[list[date], float]] = {}
    for card in row.all_cards:
        days, hours = found.get(card.placement.task_id, ([], 0.0))
        found[card.placement.task_id] = ([*days, card.placement.day], hours + card.placement.hours)
    return [(f"{board.task(task_id).heading}, {days_listed(days)}", hours) for task_id, (days, hours) in found.items()]
