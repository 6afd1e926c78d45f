"""The agreement that belongs to a case: the same form as everywhere, stored as the case wants it."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QWidget
from typing_extensions import override

from tillid_planner.domain.agreement import Agreement
from tillid_planner.domain.changes import Changes
from tillid_planner.domain.draft import DraftForm, DraftSubject
from tillid_planner.services.breach_cases import CaseView
from tillid_planner.services.standing import Sheet
from tillid_planner.ui.desk import Desk
from tillid_planner.ui.inspector.agreement_dialog import AgreementDialog
from tillid_planner.ui.inspector.agreement_form import AgreementForm


class _CaseForm(AgreementForm):
    def __init__(self, desk: Desk, keep: Callable[[Agreement], Changes]) -> None:
        super().__init__(desk)
        self._keep = keep

    @override
    def keep(self, draft: Agreement) -> Changes:
        return self._keep(draft)


class CaseAgreementDialog(AgreementDialog):
    """Rung, limits, support and first follow-up; *draft_of* fills the form in for a rung, None for the proposed one.

    *keep* stores what is agreed; *part* tells the draft of one use from those of the case's others.
    """

    def __init__(
        self,
        desk: Desk,
        view: CaseView,
        parent: QWidget | None,
        title: str,
        text: str = "",
        *,
        draft_of: Callable[[int | None], Agreement],
        keep: Callable[[Agreement], Changes],
        part: str = "",
        sheet: Sheet | None = None,
    ) -> None:
        super().__init__(
            parent,
            title,
            text,
            form=_CaseForm(desk, keep),
            sheet=sheet or view.sheet,
            subject=DraftSubject(
                DraftForm.AGREEMENT, view.task.id, view.assignee.id, breach_id=view.case.id, part=part
            ),
            draft=draft_of(None),
            draft_of=draft_of,
        )


def agree_for_case(dialog: CaseAgreementDialog) -> bool:
    """Show the dialog; return whether something was agreed."""
    agreed = dialog.exec() == CaseAgreementDialog.DialogCode.Accepted
    dialog.deleteLater()
    return agreed
