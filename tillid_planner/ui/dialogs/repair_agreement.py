"""The agreement after the conversation: the same form as everywhere, tied to the case."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from tillid_planner.domain.agreement import Agreement
from tillid_planner.domain.changes import Changes
from tillid_planner.domain.draft import DraftForm, DraftSubject
from tillid_planner.services.breach_cases import CaseView
from tillid_planner.ui.desk import Desk
from tillid_planner.ui.dialogs.agreement import AgreementDialog
from tillid_planner.ui.inspector.agreement_form import AgreementForm
from tillid_planner.ui.texts import tr


class _RepairForm(AgreementForm):
    def __init__(self, desk: Desk, case_id: int) -> None:
        super().__init__(desk)
        self._case_id = case_id

    def keep(self, draft: Agreement) -> Changes:
        return self._desk.session.cases.agree(self._case_id, draft)


class RepairAgreementDialog(AgreementDialog):
    """Rung, limits, support and first follow-up of the way back."""

    def __init__(self, desk: Desk, view: CaseView, parent: QWidget | None = None) -> None:
        case_id, cases = view.case.id or 0, desk.session.cases
        super().__init__(
            parent, tr("Agree how to go on"), form=_RepairForm(desk, case_id), sheet=view.sheet,
            subject=DraftSubject(
                DraftForm.AGREEMENT, view.task.id, view.assignee.id, breach_id=case_id
            ),
            draft=cases.draft_agreement(case_id), draft_of=lambda rung: cases.draft_agreement(case_id, rung),
        )
