"""Dialogs about days: spreading a card over some of them, and the days on which a task places itself."""

from __future__ import annotations

from datetime import timedelta

from PySide6.QtWidgets import QGridLayout, QWidget
from typing_extensions import override

from tillid_planner.domain.draft import DraftForm, DraftSubject
from tillid_planner.domain.week import HOURS_IN_A_DAY, WORK_DAYS, shares
from tillid_planner.services.board import Board
from tillid_planner.services.cards import Card
from tillid_planner.ui.days import weekday_text
from tillid_planner.ui.desk import Desk
from tillid_planner.ui.texts import tr
from tillid_planner.ui.week.planning_actions import PlanningActions
from tillid_planner.ui.week.wording import day_offered, hours_short, hours_words
from tillid_planner.ui.widgets import CheckBox, Dialog, HoursField, TextLabel
from tillid_planner.ui.widgets.form_draft import FormDraft


class SpreadDialog(Dialog):
    """Check boxes for the days of the week; what each gets stands beside it."""

    def __init__(self, plan_actions: PlanningActions, board: Board, card: Card, parent: QWidget | None = None) -> None:
        placement = card.placement
        there = board.of_pair(placement.task_id, placement.assignee_id)
        self._hours = sum(part.hours for part in there)
        task, row = board.task(placement.task_id), board.row(placement.assignee_id)
        super().__init__(
            parent,
            tr("Spread over days"),
            tr(
                "{task}, {hours}: as even as can be, in quarters of an hour.",
                task=task.heading,
                hours=hours_words(self._hours),
            ),
            verb=tr("Spread"),
        )
        self._plan_actions, self._card = plan_actions, placement
        grid = QGridLayout()
        grid.setColumnStretch(0, 1)
        grid.setVerticalSpacing(6)
        self.boxes: list[CheckBox] = []
        self._shares: list[TextLabel] = []
        self.days = board.week.days
        for number, day in enumerate(self.days):
            box = CheckBox(day_offered(board, row, day))
            box.setChecked(any(day == part.day for part in there))
            box.toggled.connect(lambda *_: self._show_shares())
            share = TextLabel("", muted=True, wrap=False)
            grid.addWidget(box, number, 0)
            grid.addWidget(share, number, 1)
            self.boxes.append(box)
            self._shares.append(share)
        self.body.addLayout(grid)
        self.wrong = TextLabel("", "small", color="warn_text", icon="warning", icon_role="warn_icon")
        self.wrong.hide()
        self.body.addWidget(self.wrong)
        self._show_shares()
        self.boxes[0].setFocus()

    @override
    def confirm(self) -> None:
        """Spread over what is checked."""
        chosen = [day for day, box in zip(self.days, self.boxes, strict=True) if box.isChecked()]
        if not chosen:
            self.wrong.setText(tr("Choose at least one day."))
            self.wrong.show()
            return
        self._plan_actions.spread(self._card, chosen)
        self.accept()

    def _show_shares(self) -> None:
        chosen = [number for number, box in enumerate(self.boxes) if box.isChecked()]
        parts = dict(zip(chosen, shares(self._hours, len(chosen)), strict=True))
        for number, label in enumerate(self._shares):
            label.setText(hours_short(parts[number]) if number in parts else "")
        self.wrong.setVisible(not chosen and self.wrong.isVisible())


class FixedDaysDialog(Dialog):
    """Hours for each weekday on which a task places itself, from this week on."""

    def __init__(
        self, desk: Desk, plan_actions: PlanningActions, board: Board, card: Card, parent: QWidget | None = None
    ) -> None:
        placement = card.placement
        task, row = board.task(placement.task_id), board.row(placement.assignee_id)
        super().__init__(
            parent,
            tr("Fixed days"),
            tr(
                "{task} places itself with {name} on these days, not on holidays or days away. "
                "It ends when the agreement ends.",
                task=task.heading,
                name=row.assignee.name if row is not None else "",
            ),
            verb=tr("Keep the days"),
        )
        self._plan_actions, self._card = plan_actions, placement
        # Days that have passed stay as they were.
        self._first_on = max(board.week.monday, desk.session.today())
        found = desk.session.planning.recurrences(placement.task_id, placement.assignee_id)
        known = {recurrence.weekday: recurrence.hours for recurrence in found}
        grid = QGridLayout()
        grid.setColumnStretch(0, 1)
        grid.setVerticalSpacing(6)
        self.fields: list[HoursField] = []
        monday = board.week.monday
        for number in range(7):
            day = monday + timedelta(days=number)
            name = weekday_text(day)
            field = HoursField(known.get(number), minimum=0, maximum=HOURS_IN_A_DAY)
            field.setAccessibleName(tr("Hours on {day}", day=name))
            grid.addWidget(TextLabel(name[:1].upper() + name[1:], wrap=False), number, 0)
            grid.addWidget(field, number, 1)
            grid.addWidget(TextLabel(tr("hours"), muted=True, wrap=False), number, 2)
            self.fields.append(field)
        if not known:
            weekday = placement.day.weekday()
            self.fields[weekday].setText(self.fields[weekday].written(placement.hours))
        self.draft = FormDraft(desk, self)
        self.draft.bind_all({str(number): field for number, field in enumerate(self.fields)})
        self.body.addWidget(self.draft.note)
        self.draft.begin(DraftSubject(DraftForm.WEEK, placement.task_id, placement.assignee_id, part="fixed_days"))
        self.body.addLayout(grid)
        self.wrong = TextLabel("", "small", color="warn_text", icon="warning", icon_role="warn_icon")
        self.wrong.hide()
        self.body.addWidget(self.wrong)
        self.fields[min(placement.day.weekday(), WORK_DAYS - 1)].setFocus()

    @override
    def confirm(self) -> None:
        """Keep the days, or say what cannot be read."""
        unreadable = [field for field in self.fields if not field.check()]
        if unreadable:
            self.wrong.setText(unreadable[0].error() or "")
            self.wrong.show()
            unreadable[0].setFocus()
            return
        hours = {number: field.read() or 0.0 for number, field in enumerate(self.fields) if field.read()}
        reply = self._plan_actions.recur(self._card.task_id, self._card.assignee_id, hours, self._first_on)
        if reply.invalid is not None:
            self.wrong.setText(self._plan_actions.fault_words(reply))
            self.wrong.show()
            return
        self.draft.end()
        self.accept()
