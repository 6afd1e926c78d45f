"""The follow-ups of a case, and what is done and seen meanwhile."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from functools import partial

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget
from typing_extensions import override

from tillid_planner.domain.breach import Control, Criterion, Measure
from tillid_planner.domain.breach_path import Step
from tillid_planner.domain.breach_watch import READY
from tillid_planner.domain.follow_up import FollowUp
from tillid_planner.services.breach_cases import CaseView
from tillid_planner.ui.breach.panel import Panel
from tillid_planner.ui.breach.parts import PartList, PartRow
from tillid_planner.ui.desk import Desk
from tillid_planner.ui.follow_up.dialog import FollowUpDialog
from tillid_planner.ui.texts import tr
from tillid_planner.ui.widgets import (
    Button,
    Card,
    SunkenNote,
    TextLabel,
)
from tillid_planner.ui.widgets.layouts import clear_layout

#: A control that is still needed gets this many days more.
_LONGER = 30


class FollowUpsPanel(Panel):
    """What was held and what comes; what is done and seen, each with its day."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk, Step.FOLLOW_UPS)
        meetings = Card(self.say("sheet.follow_ups"))
        self.none = TextLabel(tr("Agree on a rung first; the agreement brings the first follow-up."), muted=True)
        meetings.add(self.none)
        self.meetings = QVBoxLayout()
        self.meetings.setSpacing(8)
        meetings.add(self.meetings)
        self.add(meetings)
        seen = Card(self.say("sheet.criteria"))
        self.criteria = PartList("", empty=tr("Nothing is written yet. Write it in the agreement."))
        self.criteria.ticked.connect(self._tick_criterion)
        seen.add(self.criteria)
        self.add(seen)
        done = Card(self.say("sheet.changes"))
        self.measures = PartList("", empty=tr("Nothing is agreed to change."))
        self.measures.ticked.connect(self._tick_measure)
        done.add(self.measures)
        self.add(done)
        self.control_card = Card(self.say("sheet.controls"))
        self.controls = QVBoxLayout()
        self.controls.setSpacing(8)
        self.control_card.add(self.controls)
        self.add(self.control_card)
        self.add(self.trouble)
        # Under what is ticked: the last tick moves nothing that could be clicked next.
        self.ready = SunkenNote("info", "", icon="check")
        self.add(self.ready)
        self.close_case = Button(tr("On to the closing"), "primary")
        self.close_case.clicked.connect(lambda *_: self.step_requested.emit(Step.CLOSING))
        self.add(self.close_case, left=True)

    @override
    def fill(self, view: CaseView) -> None:
        """Show the meetings and the ticks."""
        case = view.case
        clear_layout(self.meetings)
        for follow_up in view.follow_ups:
            self.meetings.addWidget(self._meeting(follow_up))
        self.none.setVisible(not view.follow_ups)
        self.criteria.set_rows([self._seen(c, view) for c in case.criteria], editable=False)
        self.measures.set_rows([self._ticked(m, m.done_on, "done_on", view) for m in case.measures], editable=False)
        clear_layout(self.controls)
        for control in case.controls:
            self.controls.addWidget(self._control(control))
        self.control_card.setVisible(bool(case.controls))
        self.close_case.setVisible(not case.closed)
        ready = next((r for r in view.reminders if r.code in READY), None)
        self.ready.setVisible(ready is not None)
        if ready is not None:
            self.ready.set_text(self.say(f"watch.{ready.code}"))

    def _seen(self, criterion: Criterion, view: CaseView) -> PartRow:
        if not criterion.counted or criterion.met_on is not None:
            return self._ticked(criterion, criterion.met_on, "met_on", view, by_hand=not criterion.counted)
        have, need = view.closing.follow_ups
        if criterion.good_follow_ups is not None:
            need = criterion.good_follow_ups
        elif view.closing.days is not None:
            have, need = view.closing.days
        return PartRow(criterion, criterion.text, self.say("criteria.counted.so_far", have=have, need=need))

    def _ticked(
        self, part: Criterion | Measure, day: date | None, key: str, view: CaseView, *, by_hand: bool = True
    ) -> PartRow:
        second = self.say(f"sheet.{key}", day=self.day(day)) if day else ""
        if by_hand and not view.case.closed:
            return PartRow(part, part.text, second, day is not None)
        return PartRow(part, part.text, second or (self.say("sheet.not_met") if key == "met_on" else ""))

    def _meeting(self, follow_up: FollowUp) -> QWidget:
        holder = QWidget()
        row = QHBoxLayout(holder)
        row.setContentsMargins(0, 0, 0, 0)
        words = QVBoxLayout()
        words.setSpacing(2)
        if follow_up.held_on is None or follow_up.outcome is None:
            words.addWidget(TextLabel(self.say("sheet.follow_up_planned", day=self.day(follow_up.due_on))))
            hold = Button(tr("Hold or move it"), icon="follow-up")
            hold.clicked.connect(partial(self._hold, follow_up.id or 0))
            row.addLayout(words, 1)
            row.addWidget(hold)
            return holder
        said = self.say(
            "sheet.follow_up_held", day=self.day(follow_up.held_on), outcome=self.say(f"sheet.{follow_up.outcome}")
        )
        words.addWidget(TextLabel(said))
        learned = " ".join(follow_up.learned)
        if learned:
            words.addWidget(TextLabel(learned, "small", muted=True))
        row.addLayout(words, 1)
        return holder

    def _control(self, control: Control) -> QWidget:
        holder = QWidget()
        row = QHBoxLayout(holder)
        row.setContentsMargins(0, 0, 0, 0)
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(TextLabel(control.form))
        ended = control.ended_on is not None
        second = (
            self.say("sheet.control_ended", day=self.day(control.ended_on))
            if control.ended_on
            else tr("{purpose} Until {day}.", purpose=control.purpose.rstrip(".") + ".", day=self.day(control.ends_on))
            if control.ends_on
            else ""
        )
        words.addWidget(TextLabel(second, "small", muted=True))
        row.addLayout(words, 1)
        if not ended and not self.view.case.closed:
            end = Button(tr("End the control"))
            end.clicked.connect(lambda *_: self._end(control))
            row.addWidget(end)
            if control.past_end(self.desk.session.today()):
                longer = Button(tr("30 days more"))
                longer.clicked.connect(lambda *_: self._longer(control))
                row.addWidget(longer)
        return holder

    def _hold(self, follow_up_id: int, *_: object) -> None:
        dialog = FollowUpDialog(self.desk, follow_up_id, self)
        dialog.exec()
        dialog.deleteLater()

    def _tick_criterion(self, criterion: Criterion, on: bool) -> None:
        case_id, day = self.case_id, self.desk.session.today() if on else None
        self.run(lambda: self.desk.session.cases.put(case_id, replace(criterion, met_on=day)))

    def _tick_measure(self, measure: Measure, on: bool) -> None:
        case_id, day = self.case_id, self.desk.session.today() if on else None
        self.run(lambda: self.desk.session.cases.put(case_id, replace(measure, done_on=day)))

    def _end(self, control: Control) -> None:
        case_id, today = self.case_id, self.desk.session.today()
        self.run(
            lambda: self.desk.session.cases.put(case_id, replace(control, ended_on=today)), tr("The control has ended.")
        )

    def _longer(self, control: Control) -> None:
        case_id, last = self.case_id, self.desk.session.today() + timedelta(days=_LONGER)
        self.run(lambda: self.desk.session.cases.put(case_id, replace(control, ends_on=last)))
