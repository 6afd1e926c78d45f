"""What the employee says herself of a task, written down when she says it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from tillid_planner.domain.draft import DraftForm, DraftSubject
from tillid_planner.ui.desk import Desk
from tillid_planner.ui.inspector.anchor_folds import AnchorFolds
from tillid_planner.ui.texts import tr
from tillid_planner.ui.widgets import ComboBox, Field
from tillid_planner.ui.widgets.draft_dialog import DraftDialog
from tillid_planner.ui.widgets.form_draft import FormDraft
from tillid_planner.ui.widgets.refusal import refuse


class OwnRatingDialog(DraftDialog):
    """Chooses a task and rates the prerequisites in the anchors' words; stored as the employee's own ratings."""

    def __init__(
        self, desk: Desk, parent: QWidget | None, assignee_id: int, name: str, tasks: Sequence[tuple[int, str]]
    ) -> None:
        super().__init__(
            parent,
            tr("What {name} says herself or himself", name=name),
            tr("It stands beside the leader's rating and is never mixed into it."),
            verb=tr("Keep it"),
            width=560,
        )
        self._desk, self._assignee_id, self._name = desk, assignee_id, name
        self.task = ComboBox(list(tasks), placeholder=tr("Choose the task"))
        if len(tasks) == 1:
            self.task.set_value(tasks[0][0])
        self.task_field = Field(tr("Task"), self.task)
        self.folds = AnchorFolds(desk, unsure=False)
        self.draft = FormDraft(desk, self)
        self.draft.bind("task", self.task, minor=True)
        self.folds.bind(self.draft)
        self.body.addWidget(self.draft.note)
        self.body.addWidget(self.task_field)
        self.body.addWidget(self.folds)
        self.draft.restored.connect(self.folds.show_chosen)
        self.draft.begin(DraftSubject(DraftForm.RATING, assignee_id=assignee_id, part="own"))
        self.task.setFocus(Qt.FocusReason.OtherFocusReason)

    @override
    def confirm(self) -> None:
        """Store it; else say where what is missing."""
        task_id, values = self.task.value(), self.folds.values()
        self.task_field.set_error(None)
        if not isinstance(task_id, int):
            refuse(self.task_field, tr("Choose the task"))
            return
        if not values:
            self.task_field.set_error(tr("Rate at least one of the three."))
            self.folds.unfold(next(iter(self.folds.groups)))
            return
        reply = self._desk.run(
            lambda: self._desk.session.trust.rate_own(task_id, self._assignee_id, values),
            notice=tr("{name}'s own words are kept.", name=self._name),
        )
        if reply.invalid is None and not reply.failed:
            self.accept()
