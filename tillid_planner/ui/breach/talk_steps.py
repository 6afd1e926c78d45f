"""The conversation and what the two find in it: invitation, both accounts, the cause, each one's part."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QWidget
from typing_extensions import override

from tillid_planner.domain.breach_path import Step
from tillid_planner.domain.case import BreachStatus, Cause
from tillid_planner.services.breach_cases import CaseView
from tillid_planner.services.breach_sheet import Voice, invitation
from tillid_planner.ui.breach.panel import Panel
from tillid_planner.ui.clipboard import copy_private
from tillid_planner.ui.desk import Desk, Notice
from tillid_planner.ui.follow_up.planned_talk import PlannedFor
from tillid_planner.ui.texts import tr
from tillid_planner.ui.theme import scaled
from tillid_planner.ui.widgets import (
    Button,
    Card,
    CheckBox,
    ComboBox,
    DateField,
    Field,
    RadioCardGroup,
    Segmented,
    SunkenNote,
    TextLabel,
)

#: The causes the two can find; a deliberate one takes advice first.
CAUSES = (Cause.COMPETENCE, Cause.INTENTION, Cause.RESOURCES, Cause.CIRCUMSTANCES, Cause.ILL_WILL)


class ConversationPanel(Panel):
    """Invite, talk, and note that it was done."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk, Step.CONVERSATION)
        self.waiting = SunkenNote("warn", self.say("track.notice.wait"), action=self._to_track())
        self.add(self.waiting)
        invite = self.invite = Card(tr("Invite"))
        self.letter = TextLabel("")
        invite.add(self.letter)
        row = QHBoxLayout()
        row.setSpacing(16)
        self.copy = Button(tr("Copy the invitation"), icon="copy")
        self.copy.clicked.connect(self._copy)
        row.addWidget(self.copy)
        self.companion = CheckBox(tr("It was said that someone may come along"))
        self.companion.clicked.connect(
            lambda on: self.run(
                lambda: desk.session.cases.change(self.case_id, companion_offered=on), at=self.companion
            )
        )
        row.addWidget(self.companion, 1)
        invite.add(row)
        self.invited_on = DateField(today=desk.session.today())
        self.invited_on.setMaximumWidth(scaled(200))
        invited = Field(tr("Invited on"), self.invited_on)
        self.kept.bind("invited_on", self.invited_on, invited)
        invite.add(invited)
        self.planned = Card()
        plan = desk.session.talks.plan_case
        self.planned.add(PlannedFor(desk, self.kept, lambda day, at: plan(self.case_id, day, at)))
        talk = self.talk = Card(tr("Talk"))
        self.not_formal = TextLabel(self.say("guide.not_formal"), muted=True)
        talk.add(self.not_formal)
        self.open = Button(tr("Open the conversation"), "primary", "conversation")
        self.open.clicked.connect(self.talk_requested)
        holder = QHBoxLayout()
        holder.addWidget(self.open)
        holder.addStretch(1)
        talk.add(holder)
        accounts = QHBoxLayout()
        accounts.setSpacing(16)
        accounts.addWidget(self.text_field("employee_account", self.say("sheet.employee_account"), least=4), 1)
        accounts.addWidget(self.text_field("leader_account", self.say("sheet.leader_account"), least=4), 1)
        talk.add(accounts)
        held = QHBoxLayout()
        held.setSpacing(12)
        self.held_on = DateField(desk.session.today(), today=desk.session.today(), required=True)
        self.held_on.setMaximumWidth(scaled(200))
        self.entry.bind("held_on", self.held_on)
        held.addWidget(Field(tr("Held on"), self.held_on))
        held.addStretch(1)
        talk.add(held)
        self.hold = Button(tr("We have talked"))
        self.hold.clicked.connect(self._hold)
        again = QHBoxLayout()
        again.addWidget(self.hold)
        again.addStretch(1)
        talk.add(again)
        self.add(invite)
        self.add(self.planned)
        self.add(talk)
        self.add(self.trouble)

    @override
    def fill(self, view: CaseView) -> None:
        """Show the invitation and whether they have talked."""
        voice = Voice(self.desk.words, self.day, self.desk.session.today())
        letter = invitation(view, voice)
        self.letter.setText("\n\n".join([letter.title, *(e.text for s in letter.sections for e in s.entries)]))
        case = view.case
        waits, informal = case.waits_for_advice and case.held_on is None, case.cause is not Cause.ILL_WILL
        self.waiting.setVisible(waits)
        self.talk.setVisible(not waits)
        self.invite.setVisible(informal and not waits)
        self.not_formal.setVisible(informal)
        # What was planned before it waited for advice can be given up meanwhile.
        to_come = case.held_on is None and not case.closed
        self.planned.setVisible(to_come and (not waits or case.planned_on is not None))
        self.open.setVisible(not case.closed)
        self.companion.setEnabled(not case.closed)
        self.held_on.setEnabled(not case.closed)
        self.companion.setChecked(view.case.companion_offered)
        if view.case.held_on is not None and "held_on" not in self.entry.changed():
            self.held_on.show_value(view.case.held_on)
            self.entry.rebase("held_on")
        self.hold.setText(tr("Change the day") if view.case.held_on else tr("We have talked"))
        self.hold.setVisible(not view.case.closed)

    def _to_track(self) -> Button:
        button = Button(tr("To the track"), "text", flush=True)
        button.clicked.connect(lambda *_: self.step_requested.emit(Step.TRACK))
        return button

    def _copy(self) -> None:
        copy_private(self.letter.text())
        self.desk.noticed.emit(Notice(tr("The text is copied. It is cleared from the clipboard after 20 seconds.")))

    def _hold(self) -> None:
        self.commit()
        if not self.held_on.check():
            return
        case_id, day, first = self.case_id, self.held_on.read(), self.view.case.held_on is None
        reply = self.run(lambda: self.desk.session.cases.hold_conversation(case_id, day), at=self.hold)
        if reply:
            self.entry.end()
        if reply and first:
            self.step_requested.emit(Step.CAUSE)


class CausePanel(Panel):
    """One main cause, others that played a part, or two views; and each one's own part."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk, Step.CAUSE)
        cause = Card(tr("The main cause"))
        self.agree = Segmented(
            [(True, self.say("cause.view.both")), (False, self.say("cause.view.differ"))],
            accessible=tr("Do you agree?"),
        )
        self.agree.set_value(True)
        self.agree.chosen.connect(self._show_views)
        row = QHBoxLayout()
        row.addWidget(self.agree)
        row.addStretch(1)
        cause.add(row)
        self.main = RadioCardGroup(self._options(advised=False), vertical=True, accessible=tr("The main cause"))
        self.main.chosen.connect(lambda *_: self._set(self.main))
        cause.add(self.main)
        self.views = QWidget()
        views = QHBoxLayout(self.views)
        views.setContentsMargins(0, 0, 0, 0)
        views.setSpacing(16)
        self.leader_view, self.employee_view = ComboBox(), ComboBox()
        for editor, key in ((self.employee_view, "employee"), (self.leader_view, "leader")):
            editor.set_options([(c, self.say(f"cause.{c}.name")) for c in CAUSES[:4]])
            views.addWidget(Field(self.say(f"cause.view.{key}"), editor), 1)
            editor.chosen.connect(lambda *_, editor=editor: self._set(editor))
        cause.add(self.views)
        self.rule = TextLabel(self.say("cause.view.rule"), "small", muted=True)
        cause.add(self.rule)
        cause.add(TextLabel(tr("What else played a part?"), weight=600))
        self.others: dict[Cause, CheckBox] = {}
        for other in CAUSES[:4]:
            box = CheckBox(self.say(f"cause.{other}.name"))
            box.clicked.connect(lambda *_, box=box: self._set(box))
            self.others[other] = box
            cause.add(box)
        self.add(cause)
        self.frame = SunkenNote("frame", tr("It is about the frame and not about the person. The agreed rung stands."))
        self.add(self.frame)
        parts = Card(self.say("sheet.parts"))
        both = QHBoxLayout()
        both.setSpacing(16)
        both.addWidget(self.text_field("employee_part", self.say("sheet.employee_part"), least=3), 1)
        both.addWidget(self.text_field("leader_part", self.say("sheet.leader_part"), least=3), 1)
        parts.add(both)
        parts.add(
            self.text_field(
                "employee_comment",
                self.say("sheet.employee_comment"),
                tr("In the employee's own words, also what you do not agree on."),
            )
        )
        parts.add(
            self.text_field(
                "employee_correction",
                self.say("sheet.employee_correction"),
                self.say("sheet.employee_correction_hint"),
            )
        )
        self.add(parts)
        self.next = Button(tr("On to the agreement"), "primary")
        self.next.clicked.connect(lambda *_: self.step_requested.emit(Step.AGREEMENT))
        self.add(self.trouble)
        self.add(self.next, left=True)

    @override
    def fill(self, view: CaseView) -> None:
        """Show the cause as it stands."""
        case = view.case
        found = case.status is not BreachStatus.OPEN
        for control in (self.agree, self.main, self.views, *self.others.values()):
            control.setEnabled(not case.closed)
        self.main.set_options(self._options(advised=case.advised_on is not None))
        self.main.set_value(CAUSES.index(case.cause) + 1 if found and case.cause in CAUSES else None)
        if found:
            self.agree.set_value(case.cause_agreed is not False)
            self.leader_view.set_value(case.leader_cause)
            self.employee_view.set_value(case.employee_cause)
        for cause, box in self.others.items():
            box.setChecked(cause in case.other_causes)
            box.setVisible(not (found and cause is case.cause))
        self.frame.setVisible(found and case.cause in (Cause.RESOURCES, Cause.CIRCUMSTANCES))
        self.next.setVisible(found and not case.closed)
        self._show_views()

    def _options(self, *, advised: bool) -> list[tuple[int, str]]:
        causes = CAUSES if advised else CAUSES[:4]
        return [(n, f"{self.say(f'cause.{c}.name')}. {self.say(f'cause.{c}.line')}") for n, c in enumerate(causes, 1)]

    def _show_views(self, *_: object) -> None:
        agree = self.agree.value() is not False
        self.main.setVisible(agree)
        self.views.setVisible(not agree)
        self.rule.setVisible(not agree)

    def _set(self, at: QWidget) -> None:
        others = tuple(cause for cause, box in self.others.items() if box.isChecked())
        case_id = self.case_id
        employee: Cause | None = None
        if self.agree.value() is False:
            leaders, employees = self.leader_view.value(), self.employee_view.value()
            if not isinstance(leaders, Cause) or not isinstance(employees, Cause):
                return
            cause, employee = leaders, employees
        else:
            number = self.main.value()
            if number is None:
                return
            cause = CAUSES[number - 1]
        if not self.run(
            lambda: self.desk.session.cases.set_cause(case_id, cause, other=others, employee_cause=employee), at=at
        ):
            self.leader_view.set_value(self.view.case.leader_cause)
            self.employee_view.set_value(self.view.case.employee_cause)
