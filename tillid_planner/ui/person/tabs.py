"""The tabs beside the overview: a list of records, and where something can be added, the fields for it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QStackedWidget, QVBoxLayout, QWidget

from tillid_planner.domain.draft import DraftForm, DraftSubject
from tillid_planner.domain.rating import Rater
from tillid_planner.ui.desk import Desk
from tillid_planner.ui.form_draft import FormDraft
from tillid_planner.ui.person.record_list import Record, RecordList
from tillid_planner.ui.texts import tr
from tillid_planner.ui.theme import scaled
from tillid_planner.ui.widgets import (
    Button,
    Card,
    ComboBox,
    EmptyState,
    Field,
    GrowingText,
    Segmented,
    TextLabel,
)
from tillid_planner.ui.widgets.refusal import refuse

_WIDEST, _ROUND = 960, 7


class RecordsTab(QWidget):
    """A sentence, perhaps a button, and the records in a card; ``opened`` carries (task id, assignee id)."""

    opened = Signal(tuple)

    def __init__(
        self, accessible: str, icon: str, nothing: str, sentence: str, *, action: Button | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.action = action
        self.intro = TextLabel("", muted=True)
        self.intro.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self.list = RecordList(accessible)
        self.empty = EmptyState(icon, nothing, sentence)
        self.card = Card(flush=True)
        self.card.add(self.list, 1)
        # Square rows must not lie over the round corners above either.
        self.card.body.setContentsMargins(0, _ROUND, 0, _ROUND)
        self.above = QVBoxLayout()
        self.above.setSpacing(12)
        self._lay_out()
        self.list.opened.connect(self.opened)

    def _lay_out(self) -> None:
        listed = QWidget()
        listed.setMaximumWidth(scaled(_WIDEST))
        column = QVBoxLayout(listed)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        top = QHBoxLayout()
        top.setSpacing(16)
        top.addWidget(self.intro, 1)
        if self.action is not None:
            top.addWidget(self.action, 0, Qt.AlignmentFlag.AlignTop)
        column.addLayout(top)
        column.addLayout(self.above)
        self.stack = QStackedWidget()
        self.stack.addWidget(self.card)
        self.stack.addWidget(self.empty)
        column.addWidget(self.stack, 1)
        self._column = column
        outer = QHBoxLayout(self)
        outer.setContentsMargins(24, 16, 24, 16)
        outer.addWidget(listed, 1000)
        outer.addStretch(1)

    def show_records(self, records: Sequence[Record], intro: str = "") -> None:
        """Show other records, or what the page says when there are none."""
        self.list.show_records(records)
        self.intro.setText(intro)
        self.intro.setVisible(bool(intro) and bool(records))
        self.stack.setCurrentWidget(self.card if records else self.empty)
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Let the card end where its last record does."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        self._column.activate()
        rest = 2 * _ROUND + 2
        self.card.setMaximumHeight(self.list.height_within(max(0, self.stack.height() - rest)) + rest)


class CommentsTab(RecordsTab):
    """Comments on all tasks, and a field for a new one."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(
            tr("Comments"), "conversation", tr("No comments yet"),
            tr("Write what the employee says about the task, in her or his own words."), parent=parent,
        )
        self._desk = desk
        self._assignee_id = 0
        self.task = ComboBox([], placeholder=tr("Choose a task"))
        self.author = Segmented(
            [(Rater.EMPLOYEE, tr("The employee")), (Rater.LEADER, tr("You"))], accessible=tr("Who says it")
        )
        self.author.set_value(Rater.EMPLOYEE)
        self.text = GrowingText(min_lines=2, max_lines=6)
        self.task_field = Field(tr("Task"), self.task)
        self.field = Field(tr("New comment"), self.text, tr("The employee may read what is written here."))
        self.add_button = Button(tr("Add the comment"))
        form = Card()
        row = QHBoxLayout()
        row.setSpacing(16)
        row.addWidget(self.task_field, 1)
        who = QVBoxLayout()
        who.setSpacing(4)
        who.addWidget(TextLabel(tr("Who says it"), weight=600))
        who.addWidget(self.author)
        who.addStretch(1)
        row.addLayout(who)
        self.draft = FormDraft(desk, self)
        self.draft.bind("text", self.text)
        self.draft.bind_all({"task": self.task, "author": self.author}, minor=True)
        form.add(self.draft.note)
        form.add(row)
        form.add(self.field)
        form.body.addWidget(self.add_button, 0, Qt.AlignmentFlag.AlignLeft)
        self.form = form
        self.above.addWidget(form)
        self.add_button.clicked.connect(lambda *_: self._add())

    def show_tasks(self, assignee_id: int, tasks: Sequence[tuple[int, str]]) -> None:
        """Offer the tasks to comment on; words being typed stay unless it is another person."""
        another = assignee_id != self._assignee_id
        if another:
            self.draft.leave()
            self._assignee_id = assignee_id
            self.text.set_value("")
            self.author.set_value(Rater.EMPLOYEE)
            self.field.set_error(None)
            self.task_field.set_error(None)
            self.task.set_value(None)
        kept = self.task.value()
        self.task.set_options(list(tasks))
        offered = {task_id for task_id, _ in tasks}
        self.task.set_value(kept if kept in offered else tasks[0][0] if len(tasks) == 1 else None)
        self.form.setVisible(bool(tasks))
        if another:
            self.draft.begin(DraftSubject(DraftForm.COMMENT, assignee_id=assignee_id))

    def _add(self) -> None:
        task_id, author, text = self.task.value(), self.author.value(), self.text.value()
        self.task_field.set_error(None)
        self.field.set_error(None)
        if not isinstance(task_id, int):
            refuse(self.task_field, tr("Choose the task it is about."))
            return
        rater = author if isinstance(author, Rater) else Rater.EMPLOYEE
        reply = self._desk.run(
            lambda: self._desk.session.trust.comment(task_id, self._assignee_id, rater, text),
            notice=tr("The comment is added."),
        )
        if reply.invalid is not None:
            refuse(self.field, tr("Write the comment first."))
        elif reply:
            self.text.set_value("")
            self.draft.end()
