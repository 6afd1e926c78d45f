"""An agreement to read: what was agreed, how far it has come, and the employee's own words, kept as written."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from tillid_planner.domain.agreement import Agreement, AgreementState
from tillid_planner.domain.draft import DraftForm, DraftSubject
from tillid_planner.domain.follow_up import FollowUp
from tillid_planner.services.standing import Sheet
from tillid_planner.ui.days import day_text
from tillid_planner.ui.desk import Desk
from tillid_planner.ui.follow_up.dialog import open_follow_up, plan_follow_up
from tillid_planner.ui.inspector.agreement_form_view import states
from tillid_planner.ui.texts import tr
from tillid_planner.ui.widgets import (
    Button,
    Field,
    FlowLayout,
    GrowingText,
    Segmented,
    TextButton,
    TextLabel,
    ask,
)
from tillid_planner.ui.widgets.form_draft import FormDraft
from tillid_planner.ui.widgets.layouts import clear_layout
from tillid_planner.ui.widgets.offer_badge import OfferBadge
from tillid_planner.ui.widgets.rungs import RungRow, rung_name, rung_terms


class AgreementCard(QWidget):
    """One agreement of the pair."""

    def __init__(self, desk: Desk, heading: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._agreement: Agreement | None = None
        self._planned: FollowUp | None = None
        self._name = ""
        self._shown = {"view": "", "comment": ""}
        self.badge = OfferBadge()
        self.title = TextLabel("", "section")
        self.when = TextLabel("", "small", muted=True)
        self.state = Segmented(states(), accessible=tr("Where we stand"))
        self.rung = RungRow(
            desk.words, accessible=tr("The rung the employee would choose"), clear=tr("Clear the employee's rung")
        )
        self.own_view = GrowingText(min_lines=1)
        self.comment = GrowingText(min_lines=1)
        self.draft = FormDraft(desk, self)
        self.draft.bind_all({"view": self.own_view, "comment": self.comment})
        self.shown_button = TextButton(tr("Shown to the employee today"), "show", flush=True)
        self.follow_up_button = TextButton("", "follow-up", flush=True)
        self.shown_text = TextLabel("", "small", muted=True, icon="show")
        self.withdraw_button = Button(tr("Take the agreement back"), "quiet")
        self._lay_out(heading)
        self.state.chosen.connect(self._advance)
        self.rung.chosen.connect(self._note_rung)
        self.rung.cleared.connect(lambda: self._note_rung(None))
        self.own_view.committed.connect(lambda text: self._note(view=text))
        self.comment.committed.connect(lambda text: self._note(comment=text))
        self.shown_button.clicked.connect(lambda *_: self._mark_shown())
        self.follow_up_button.clicked.connect(lambda *_: self._follow_up())
        self.withdraw_button.clicked.connect(lambda *_: self._withdraw())

    def _lay_out(self, heading: str) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 14, 16, 16)
        column.setSpacing(12)
        column.addWidget(TextLabel(heading, "small", muted=True, weight=600))
        row = QHBoxLayout()
        row.setSpacing(12)
        row.addWidget(self.badge, 0, Qt.AlignmentFlag.AlignTop)
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(self.title)
        words.addWidget(self.when)
        row.addLayout(words, 1)
        column.addLayout(row)
        column.addWidget(self.state, 0, Qt.AlignmentFlag.AlignLeft)
        self._lines = QVBoxLayout()
        self._lines.setSpacing(8)
        column.addLayout(self._lines)
        wish = QVBoxLayout()
        wish.setSpacing(4)
        wish.addWidget(TextLabel(tr("The rung the employee would choose"), weight=600))
        wish.addWidget(self.rung, 0, Qt.AlignmentFlag.AlignLeft)
        column.addLayout(wish)
        own_view = Field(tr("The employee's own view"), self.own_view, tr("In her or his own words."))
        comment = Field(tr("The employee's comment"), self.comment)
        column.addWidget(self.draft.note)
        column.addWidget(own_view)
        column.addWidget(comment)
        column.addWidget(self.shown_text)
        acts = FlowLayout(gap=16)
        acts.addWidget(self.follow_up_button)
        acts.addWidget(self.shown_button)
        acts.addWidget(self.withdraw_button)
        column.addLayout(acts)

    def show_agreement(self, agreement: Agreement, sheet: Sheet, *, afresh: bool) -> None:
        """Show an agreement; words being typed stay unless it is shown *afresh*."""
        today = self._desk.session.today()
        afresh = afresh or self._agreement is None or self._agreement.id != agreement.id
        self._agreement = agreement
        name = rung_name(self._desk.words, agreement.rung)
        title = tr("Rung {rung}, {name}", rung=agreement.rung, name=name) if agreement.rung else name
        self.title.setText(title)
        holds = agreement.rung == 0 or agreement.state is AgreementState.ACCEPTED
        self.badge.set_rung(agreement.rung, offered=not holds, accessible=title)
        day = day_text(agreement.agreed_on, today)
        when = tr("Agreed {day}.", day=day) if holds else tr("Offered {day}.", day=day)
        if agreement.suggested_rung is not None and agreement.suggested_rung != agreement.rung:
            when += " " + tr("The suggestion that day was rung {rung}.", rung=agreement.suggested_rung)
        self.when.setText(when)
        self.state.setVisible(agreement.rung > 0)
        self.state.set_value(agreement.state)
        self.rung.set_value(agreement.employee_rung)
        if afresh:
            self.draft.leave()
        self._put("view", self.own_view, agreement.employee_view, afresh=afresh)
        self._put("comment", self.comment, agreement.employee_comment, afresh=afresh)
        if afresh:
            self.draft.begin(DraftSubject(DraftForm.EMPLOYEE_WORDS, agreement_id=agreement.id))
        self.shown_text.setVisible(agreement.shown_on is not None)
        if agreement.shown_on is not None:
            self.shown_text.setText(tr("Shown to the employee {day}.", day=day_text(agreement.shown_on, today)))
        self.shown_button.setVisible(agreement.shown_on != today)
        self._name, self._planned = sheet.assignee.name, _planned(agreement, sheet)
        self.follow_up_button.setText(tr("Open the follow-up") if self._planned else tr("Plan a follow-up"))
        self.follow_up_button.setVisible(bool(self._planned) or (holds and agreement.rung > 0))
        self._show_lines(agreement, sheet, today)

    def commit(self) -> None:
        """Keep what is typed and not left yet."""
        if self._agreement is not None:
            self.own_view.commit()
            self.comment.commit()

    def forget(self) -> None:
        """Show nothing any more."""
        self.draft.leave()
        self._agreement = None

    def _put(self, key: str, editor: GrowingText, text: str, *, afresh: bool) -> None:
        if afresh or (editor.value() == self._shown[key] and editor.value() != text.strip()):
            editor.set_value(text)
            self.draft.rebase(key)
        if afresh or editor.value() == text.strip():
            self._shown[key] = text.strip()

    def _show_lines(self, agreement: Agreement, sheet: Sheet, today: date) -> None:
        lines = [(label, text) for label, text in agreement_lines(agreement, sheet, today) if text]
        clear_layout(self._lines)
        for lead, text in rung_terms(self._desk.words, agreement.rung):
            self._lines.addWidget(TextLabel(text, "small", muted=True, lead=lead, private=True))
        for label, text in lines:
            self._lines.addWidget(TextLabel(text, lead=f"{label}:", private=True))

    def _advance(self, state: object) -> None:
        agreement = self._agreement
        if agreement is None or agreement.id is None or not isinstance(state, AgreementState):
            return
        agreement_id = agreement.id
        said = dict(states())[state]
        self._desk.run(
            lambda: self._desk.session.trust.set_state(agreement_id, state),
            notice=tr("The agreement is now: {state}.", state=said.lower()),
        )

    def _note_rung(self, rung: int | None) -> None:
        agreement = self._agreement
        if agreement is not None and agreement.id is not None:
            agreement_id = agreement.id
            self._desk.run(lambda: self._desk.session.trust.note_employee(agreement_id, rung=rung))

    def _note(self, *, view: str | None = None, comment: str | None = None) -> None:
        agreement = self._agreement
        if agreement is not None and agreement.id is not None:
            agreement_id = agreement.id
            reply = self._desk.run(
                lambda: self._desk.session.trust.note_employee(agreement_id, view=view, comment=comment)
            )
            for key, text in (("view", view), ("comment", comment)):
                if reply and text is not None:
                    self._shown[key] = text
                    self.draft.rebase(key)

    def _follow_up(self) -> None:
        if self._planned is not None:
            open_follow_up(self._desk, self._planned.id or 0, self.window())
        elif self._agreement is not None and self._agreement.id is not None:
            plan_follow_up(self._desk, self._agreement.id, self._name, self.window())

    def _mark_shown(self) -> None:
        agreement = self._agreement
        if agreement is not None and agreement.id is not None:
            agreement_id = agreement.id
            self._desk.run(
                lambda: self._desk.session.trust.shown(agreement_id),
                notice=tr("The agreement is noted as shown today."),
            )

    def _withdraw(self) -> None:
        agreement = self._agreement
        if agreement is None or agreement.id is None:
            return
        agreement_id = agreement.id
        if ask(
            self.window(),
            tr("Take the agreement back?"),
            tr("The agreement before it holds again. This one stays in the history."),
            tr("Take the agreement back"),
            tr("Keep"),
        ):
            self._desk.run(
                lambda: self._desk.session.trust.withdraw(agreement_id),
                notice=tr("The agreement is taken back."),
            )


def agreement_lines(agreement: Agreement, sheet: Sheet, today: date) -> list[tuple[str, str]]:
    """Return what was agreed as label and text, also the parts that are empty."""
    leap = agreement.leap
    next_up = _planned(agreement, sheet)
    lines = [
        (tr("Reason for a lower rung"), agreement.reason),
        (tr("Purpose"), agreement.purpose),
        (tr("Limits"), agreement.limits),
        (tr("Ask me when"), agreement.ask_when),
        (tr("Support"), agreement.support),
        (tr("Who watches"), agreement.watcher),
        (tr("Next follow-up"), day_text(next_up.due_on, today) if next_up else ""),
    ]
    if leap is not None:
        lines += [
            (tr("What do we hope to gain?").rstrip("?"), leap.gain),
            (tr("Which risk do we accept?").rstrip("?"), leap.risk),
        ]
    if leap is not None and agreement.is_leap:
        lines += [
            (tr("What catches us if it fails?").rstrip("?"), leap.catch),
            (tr("We look at it again"), day_text(leap.review_on, today) if leap.review_on else ""),
        ]
    return lines


def _planned(agreement: Agreement, sheet: Sheet) -> FollowUp | None:
    return next((f for f in sheet.follow_ups if f.held_on is None and f.agreement_id == agreement.id), None)
