"""The choice of track: a talk between the two, or HR and the own leader first; and the way out."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QWidget
from typing_extensions import override

from tillid_planner.domain.breach import LeadOut, Track
from tillid_planner.domain.breach_path import Step, held_back
from tillid_planner.domain.case import BreachStatus, Cause
from tillid_planner.domain.errors import Fault
from tillid_planner.services.breach_cases import CaseView
from tillid_planner.ui.breach.held_back import HeldBack, lower_dialog
from tillid_planner.ui.breach.panel import Panel
from tillid_planner.ui.breach.repair_agreement import agree_for_case
from tillid_planner.ui.desk import Desk
from tillid_planner.ui.texts import tr
from tillid_planner.ui.widgets import Button, Card, CheckBox, RadioCardGroup, SunkenNote, TextLabel

_TRACKS = {0: Track.REPAIR, 1: Track.FORMAL}


class TrackPanel(Panel):
    """Which way the case goes. ``save_requested`` asks for the file, ``delete_requested`` for the deletion."""

    save_requested = Signal()
    delete_requested = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk, Step.TRACK)
        self.choice = RadioCardGroup(
            [(n, f"{self.say(f'track.{t}.name')}. {self.say(f'track.{t}.line')}") for n, t in _TRACKS.items()],
            accessible=self.say("step.track.title"),
        )
        self.choice.chosen.connect(self._choose)
        self.out = SunkenNote("info", self.say("outcome.not_repaired.line"))
        self.add(self.out)
        self.add(SunkenNote("info", self.say("track.notice.question")))
        self.add(self.choice)
        self.formal = QWidget()
        grid = QGridLayout(self.formal)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setSpacing(16)
        precaution = Card(tr("Meanwhile"))
        self.deliberate = CheckBox(self.say("track.notice.deliberate"))
        self.deliberate.clicked.connect(lambda *_: self._choose(1))
        precaution.add(self.deliberate)
        precaution.add(TextLabel(self.say("track.notice.deliberate_help"), "small", muted=True))
        grid.addWidget(precaution, 0, 0)
        self.held_back = HeldBack(desk)
        self.held_back.pause_requested.connect(self._pause)
        self.held_back.lower_requested.connect(self._lower)
        advice = Card(tr("If it stays with the two of you"))
        self.advised = CheckBox(self.say("track.notice.advised"))
        self.advised.clicked.connect(self._advise)
        advice.add(self.advised)
        self.wait = TextLabel(self.say("track.notice.wait"), "small", muted=True)
        advice.add(self.wait)
        grid.addWidget(advice, 0, 1)
        grid.addWidget(self.held_back, 1, 0, 1, 2)
        grid.addWidget(self._lead_out(), 2, 0, 1, 2)
        self.add(self.formal)
        self.next = Button(tr("On to your own part"), "primary")
        self.next.clicked.connect(lambda *_: self.step_requested.emit(Step.OWN_PART))
        self.add(self.next, left=True)
        self.add(self.trouble)

    @override
    def fill(self, view: CaseView) -> None:
        """Show the track, what is ticked, and the way on."""
        case = view.case
        chosen = next((n for n, track in _TRACKS.items() if track is case.track), None)
        self.choice.set_value(chosen)
        self.choice.setEnabled(not case.closed)
        self.out.setVisible(case.leaving)
        self.held_back.show_case(view)
        self.held_back.setVisible(not case.closed)
        self.advised.setEnabled(not case.closed)
        self.formal.setVisible(case.track is Track.FORMAL)
        self.deliberate.setChecked(case.cause is Cause.ILL_WILL)
        self.deliberate.setEnabled(case.status is BreachStatus.OPEN)
        self.advised.setChecked(case.advised_on is not None)
        self.wait.setVisible(case.advised_on is None)
        on_its_way = case.track is not None and not case.waits_for_advice and not case.leaving
        self.next.setVisible(on_its_way and not case.closed)
        done = dict(case.led_out)
        for item, (box, day) in self.items.items():
            box.setChecked(item in done)
            box.setEnabled(not case.closed)
            day.setText(self.day(done[item]) if item in done else "")

    def _lead_out(self) -> Card:
        card = Card(self.say("lead_out.title"))
        card.add(TextLabel(self.say("lead_out.intro"), muted=True))
        self.items: dict[LeadOut, tuple[CheckBox, TextLabel]] = {}
        for item in LeadOut:
            box = CheckBox(self.say(f"lead_out.item.{item}.name"))
            box.clicked.connect(lambda on, item=item: self._tick(item, on))
            day = TextLabel("", "small", muted=True, wrap=False)
            row = QHBoxLayout()
            row.addWidget(box, 1)
            row.addWidget(day, 0, Qt.AlignmentFlag.AlignTop)
            card.add(row)
            card.add(TextLabel(self.say(f"lead_out.item.{item}.help"), "small", muted=True))
            self.items[item] = (box, day)
        buttons = QHBoxLayout()
        self.save = Button(tr("Save for the case system"), icon="export")
        self.save.clicked.connect(self.save_requested)
        self.delete = Button(tr("Delete the case here"), "danger_quiet", "delete")
        self.delete.clicked.connect(lambda *_: self._ask_to_delete())
        buttons.addWidget(self.save)
        buttons.addWidget(self.delete)
        buttons.addStretch(1)
        card.add(buttons)
        return card

    def _choose(self, number: int) -> None:
        case_id, track = self.case_id, _TRACKS[number]
        deliberate = track is Track.FORMAL and self.deliberate.isChecked()
        self.run(lambda: self.desk.session.cases.choose_track(case_id, track, deliberate=deliberate), at=self.choice)

    def _advise(self, on: bool) -> None:
        case_id, day = self.case_id, self.desk.session.today() if on else None
        self.run(lambda: self.desk.session.cases.set_advised(case_id, day), at=self.advised)

    def _pause(self) -> None:
        case_id, endings = self.case_id, self.desk.session.endings
        pause = endings.pause(case_id, self.say("lead_out.paused"))
        self.run(lambda: endings.hold_back(case_id, pause), tr("The task is paused."), at=self.held_back)

    def _lower(self) -> None:
        case_id, endings = self.case_id, self.desk.session.endings
        agree_for_case(lower_dialog(self.desk, self.view, self, lambda draft: endings.hold_back(case_id, draft)))

    def _ask_to_delete(self) -> None:
        if held_back(self.view.case, self.view.sheet.agreement):
            self.delete_requested.emit()
        else:
            fault = Fault("rung", "lower_or_pause", {"rung": self.view.case.rung_at_breach})
            self.complain(fault, at=self.held_back.pause_button)

    def _tick(self, item: LeadOut, on: bool) -> None:
        case_id, day = self.case_id, self.desk.session.today() if on else None
        self.run(lambda: self.desk.session.endings.tick(case_id, item, day), at=self.items[item][0])
