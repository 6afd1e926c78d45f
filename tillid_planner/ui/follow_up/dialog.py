"""One follow-up: how it went and what both learned, or another day for it."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from tillid_planner.domain.changes import Changes
from tillid_planner.domain.draft import DraftForm, DraftSubject
from tillid_planner.domain.errors import Fault, NotFound
from tillid_planner.domain.follow_up import FollowUp
from tillid_planner.ui.actions import PAGES
from tillid_planner.ui.desk import Desk, Target
from tillid_planner.ui.follow_up.view import (
    HOLD,
    MOVE,
    HoldPanel,
    MovePanel,
    modes,
    what_it_is_about,
)
from tillid_planner.ui.follow_up.words import day_near
from tillid_planner.ui.texts import tr
from tillid_planner.ui.widgets import Button, Dialog, Segmented, TextLabel
from tillid_planner.ui.widgets.draft_dialog import DraftDialog
from tillid_planner.ui.widgets.form_draft import FormDraft
from tillid_planner.ui.widgets.refusal import refuse, show_faults

_WIDTH = 640


class FollowUpDialog(DraftDialog):
    """Hold a follow-up, give it another day, or cancel it.

    What is typed and not kept is there again when the dialog is opened anew. Raises ``NotFound`` for a
    follow-up that is gone.
    """

    def __init__(self, desk: Desk, follow_up_id: int, parent: QWidget | None = None) -> None:
        self._desk = desk
        self._id = follow_up_id
        self.meeting = desk.session.following.meeting(follow_up_id)
        name, today = self.meeting.sheet.assignee.name, desk.session.today()
        super().__init__(parent, tr("Follow-up with {name}", name=name), verb=tr("Save the follow-up"), width=_WIDTH)
        self.mode = Segmented(modes(), accessible=tr("What to do with the follow-up"))
        self.hold = HoldPanel(desk.words, self.meeting, today, asks_of_breach="breaches" in PAGES)
        self.move_to = MovePanel(self.meeting.follow_up, today)
        self.trouble = TextLabel("", color="warn_text", icon="warning", icon_role="warn_icon")
        self.trouble.hide()
        self.cancel_button = Button(tr("Cancel the follow-up"), "quiet")
        self.draft = FormDraft(desk, self)
        self.draft.bind_all({**self.hold.editors(), "day": self.move_to.day, "time": self.move_to.time})
        self.draft.bind("mode", self.mode, minor=True)
        self._lay_out()
        self.mode.chosen.connect(self._show_mode)
        self.cancel_button.clicked.connect(lambda *_: self._cancel())
        keep = QShortcut(QKeySequence("Ctrl+Return"), self)
        keep.activated.connect(self.confirm)
        due = self.meeting.follow_up.due_on <= today
        self.mode.set_value(HOLD if due else MOVE)
        self.draft.restored.connect(self._show_entered)
        self.draft.begin(DraftSubject(DraftForm.FOLLOW_UP, follow_up_id=follow_up_id))
        self._show_mode(self.mode.value())

    @override
    def confirm(self) -> None:
        """Keep what was entered, if it can be kept; else say beside the field what to write."""
        self.trouble.hide()
        if self.mode.value() == MOVE:
            self._move()
        else:
            self._hold()

    def _lay_out(self) -> None:
        words, today = self._desk.words, self._desk.session.today()
        self.body.addLayout(what_it_is_about(words, self.meeting, today))
        self.body.addWidget(self.draft.note)
        self.body.addWidget(self.mode, 0, Qt.AlignmentFlag.AlignLeft)
        self.body.addWidget(self.hold)
        self.body.addWidget(self.move_to)
        self.body.addWidget(self.trouble)
        self.row.insertWidget(0, self.cancel_button)

    def _show_entered(self) -> None:
        self.hold.show_outcome()
        self._show_mode(self.mode.value())

    def _show_mode(self, mode: object) -> None:
        moving = mode == MOVE
        self.hold.setVisible(not moving)
        self.move_to.setVisible(moving)
        self.trouble.hide()
        self.verb_button.setText(tr("Move the follow-up") if moving else tr("Save the follow-up"))
        self.verb_button.updateGeometry()
        if not self.mode.hasFocus() and not any(part.hasFocus() for part in self.mode.findChildren(QWidget)):
            (self.move_to.day if moving else self.hold.outcome).setFocus(Qt.FocusReason.OtherFocusReason)

    def _hold(self) -> None:
        entered = self.hold.entered()
        if entered is None:
            return
        following = self._desk.session.following
        if self._run(lambda: following.hold(self._id, **entered), tr("The follow-up is saved.")):
            asked_of_breach = self.hold.is_breach()
            self.accept()
            if asked_of_breach:
                sheet = self.meeting.sheet
                self._desk.go("breaches", Target(sheet.task.id, sheet.assignee.id, act="note"))

    def _move(self) -> None:
        day = self.move_to.entered_day()
        if day is None:
            return
        at = self.move_to.time.read()
        following = self._desk.session.following
        when = day_near(self._desk.words, day, self._desk.session.today())
        if self._run(lambda: following.move(self._id, day, at), tr("The follow-up is now {day}.", day=when)):
            self.accept()

    def _cancel(self) -> None:
        following = self._desk.session.following
        if self._run(lambda: following.cancel(self._id), tr("The follow-up is cancelled.")):
            self.accept()

    def _run(self, act: Callable[[], Changes], notice: str) -> bool:
        reply = self._desk.run(act, notice=notice)
        if reply.invalid is not None:
            for fault in reply.invalid.faults:
                self._show_fault(fault)
        return bool(reply)

    def _show_fault(self, fault: Fault) -> None:
        text = self._desk.words.text(f"faults.{fault.code}", **fault.params)
        field = (self.hold.fields() | {"due_on": self.move_to.day_field}).get(fault.field)
        if field is not None:
            refuse(field, text)
        else:
            self.trouble.setText(text)
            self.trouble.show()


class PlanFollowUpDialog(Dialog):
    """Choose a day, perhaps a time, for a follow-up of an agreement that has none to come."""

    def __init__(self, desk: Desk, agreement_id: int, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent, tr("Plan a follow-up with {name}", name=name), verb=tr("Plan the follow-up"))
        self._desk, self._agreement_id = desk, agreement_id
        today = desk.session.today()
        day = desk.session.following.proposed(agreement_id) or today
        self.when = MovePanel(FollowUp(agreement_id=agreement_id, due_on=day), today)
        self.draft = FormDraft(desk, self)
        self.draft.bind_all({"day": self.when.day, "time": self.when.time})
        self.body.addWidget(self.draft.note)
        self.body.addWidget(self.when)
        self.draft.begin(DraftSubject(DraftForm.FOLLOW_UP_DAY, agreement_id=agreement_id))
        self.when.day.setFocus(Qt.FocusReason.OtherFocusReason)

    @override
    def confirm(self) -> None:
        """Plan it, or say beside the field what to write."""
        day = self.when.entered_day()
        if day is None:
            return
        at, following = self.when.time.read(), self._desk.session.following
        when = day_near(self._desk.words, day, self._desk.session.today())
        reply = self._desk.run(
            lambda: following.plan(self._agreement_id, day, at), notice=tr("The follow-up is now {day}.", day=when)
        )
        if reply.invalid is not None:
            show_faults(self._desk.words, {}, reply.invalid.faults[:1], otherwise=self.when.day_field)
        elif reply:
            self.draft.end()
            self.accept()


def open_follow_up(desk: Desk, follow_up_id: int, parent: QWidget) -> None:
    """Open a follow-up and wait until it is dealt with; one that is gone by now opens nothing."""
    try:
        dialog = FollowUpDialog(desk, follow_up_id, parent)
    except NotFound:
        return
    dialog.exec()
    dialog.deleteLater()


def plan_follow_up(desk: Desk, agreement_id: int, name: str, parent: QWidget) -> None:
    """Ask when to follow up on an agreement with *name*, and wait until that is answered."""
    dialog = PlanFollowUpDialog(desk, agreement_id, name, parent)
    dialog.exec()
    dialog.deleteLater()
