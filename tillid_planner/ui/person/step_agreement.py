"""The agreement a conversation ends in: what the two said is filled in; they see nobody else's."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtWidgets import QWidget

from tillid_planner.domain.agreement import Agreement, AgreementState
from tillid_planner.domain.conversation import Conversation, Line
from tillid_planner.domain.draft import DraftForm, DraftSubject
from tillid_planner.ui.desk import Desk
from tillid_planner.ui.inspector.agreement_dialog import AgreementDialog
from tillid_planner.ui.inspector.agreement_form import AgreementForm
from tillid_planner.ui.texts import tr


class StepAgreementDialog(AgreementDialog):
    """Agrees on a rung after a conversation that was held; *own* is what the employee wrote of the task."""

    def __init__(
        self, desk: Desk, ended: Conversation, rung: int, own: Line | None, parent: QWidget | None = None
    ) -> None:
        task_id, assignee_id, trust = ended.step_task_id or 0, ended.assignee_id, desk.session.trust

        def draft_of(chosen: int) -> Agreement:
            draft = trust.draft(task_id, assignee_id, chosen)
            return replace(
                draft,
                # It has been talked through; whether it is accepted, the two say here.
                state=AgreementState.DISCUSSED,
                first_follow_up=(ended.step_on or draft.first_follow_up) if chosen else None,
                employee_rung=own.rung if own else draft.employee_rung,
                employee_view=own.reason if own else draft.employee_view,
            )

        sheet = trust.sheet(task_id, assignee_id)
        super().__init__(
            parent,
            sheet.task.name,
            tr("The step you end with: «{step}»", step=ended.step),
            form=AgreementForm(desk),
            draft=draft_of(rung),
            sheet=sheet,
            draft_of=draft_of,
            subject=DraftSubject(DraftForm.AGREEMENT, task_id, assignee_id, conversation_id=ended.id),
        )
