"""The agreement after the conversation: the same form as everywhere, tied to the case."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from tillid_planner.domain.agreement import Agreement
from tillid_planner.domain.changes import Changes
from tillid_planner.services.breach_cases import CaseView
from tillid_planner.ui.desk import Desk
from tillid_planner.ui.inspector.agreement_form import AgreementForm
from tillid_planner.ui.texts import tr
from tillid_planner.ui.theme import scaled
from tillid_planner.ui.widgets import Dialog

_WIDTH, _HEIGHT = 560, 560
_AROUND, _LEAST = 140, 360


class _RepairForm(AgreementForm):
    def __init__(self, desk: Desk, case_id: int) -> None:
        super().__init__(desk)
        self._case_id = case_id

    def keep(self, draft: Agreement) -> Changes:
        return self._desk.session.cases.agree(self._case_id, draft)


class RepairAgreementDialog(Dialog):
    """Rung, limits, support and first follow-up, agreed by the two."""

    def __init__(self, desk: Desk, view: CaseView, parent: QWidget | None = None) -> None:
        super().__init__(parent, tr("Agree how to go on"), verb="", width=_WIDTH)
        self._desk, self._case = desk, view
        case_id = view.case.id or 0
        self.form = _RepairForm(desk, case_id)
        self.form.load(desk.session.cases.draft_agreement(case_id), view.sheet)
        self.form.agreed.connect(self.accept)
        self.form.cancelled.connect(self.reject)
        self.form.rung_chosen.connect(self._take_rung)
        # The form has its own buttons, beside what they store.
        self.verb_button.hide()
        self.safe_button.hide()
        holder = QWidget()
        column = QVBoxLayout(holder)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.form)
        # The form scrolls; where the window is low the dialog stays inside it.
        room = parent.window().height() - _AROUND if parent is not None else scaled(_HEIGHT)
        holder.setMinimumHeight(max(_LEAST, min(scaled(_HEIGHT), room)))
        self.body.addWidget(holder)

    def showEvent(self, event: QShowEvent) -> None:
        """Put the keyboard where something is still to be filled in."""
        super().showEvent(event)
        self.form.take_focus()

    def _take_rung(self, rung: int) -> None:
        draft, before = self._desk.session.cases.draft_agreement(self._case.case.id or 0, rung), self.form.draft
        if before is not None:
            # What was typed stays; the rung brings its own first follow-up.
            draft = replace(
                draft, purpose=before.purpose, limits=before.limits, ask_when=before.ask_when, support=before.support,
                watcher=before.watcher, reason=before.reason, leap=before.leap, employee_view=before.employee_view,
                employee_comment=before.employee_comment, employee_rung=before.employee_rung, state=before.state,
            )
        self.form.load(draft, self._case.sheet)
