"""The tab «Comments» of a pair and of a person's page: dated words of both, the employee's own above all."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from tillid_planner.domain.assignee import Assignee
from tillid_planner.domain.comment import Comment
from tillid_planner.domain.draft import DraftForm, DraftSubject
from tillid_planner.domain.rating import Rater
from tillid_planner.services.standing import Sheet
from tillid_planner.ui.days import day_text
from tillid_planner.ui.desk import Desk
from tillid_planner.ui.inspector.agreement_form_view import ActionBar
from tillid_planner.ui.texts import tr
from tillid_planner.ui.theme import scaled
from tillid_planner.ui.widgets import (
    Button,
    ComboBox,
    EmptyState,
    Field,
    GrowingText,
    Hairline,
    IconButton,
    ScrollPage,
    Segmented,
    TextLabel,
)
from tillid_planner.ui.widgets.form_draft import FormDraft
from tillid_planner.ui.widgets.hiding_overlay import HidingOverlay
from tillid_planner.ui.widgets.layouts import clear_layout
from tillid_planner.ui.widgets.link import Link
from tillid_planner.ui.widgets.refusal import refuse

_WIDEST = 960


class CommentsTab(QWidget):
    """Writes, reads and deletes comments; a deleted one comes back with undo.

    With *across* it is of all tasks of one assignee: each comment names its task, and a new one chooses it.
    ``opened`` carries (task id, assignee id) of a comment's pair.
    """

    opened = Signal(tuple)

    def __init__(self, desk: Desk, parent: QWidget | None = None, *, across: bool = False) -> None:
        super().__init__(parent)
        self._desk = desk
        self._across = across
        self._assignee_id = 0
        self._shown: object = None
        self.task = ComboBox([], placeholder=tr("Choose a task"))
        self.task_field = Field(tr("Task"), self.task)
        self.delete_buttons: list[IconButton] = []
        self.author = Segmented(
            [(Rater.EMPLOYEE, tr("The employee")), (Rater.LEADER, tr("You"))], accessible=tr("Who says it")
        )
        self.author.set_value(Rater.EMPLOYEE)
        self.text = GrowingText(min_lines=2, max_lines=8)
        self.field = Field(tr("New comment"), self.text, tr("The employee may read what is written here."))
        self.add_button = Button(tr("Add the comment"))
        self.draft = FormDraft(desk, self)
        self.draft.bind("text", self.text)
        self.draft.bind("author", self.author, minor=True)
        if across:
            self.draft.bind("task", self.task, minor=True)
        self.empty = EmptyState(
            "conversation",
            tr("No comments yet"),
            tr("Write what the employee says about the task, in her or his own words."),
        )
        self._lay_out()
        self.add_button.clicked.connect(lambda *_: self._add())

    def _lay_out(self) -> None:
        whole: QWidget = QWidget(self) if self._across else self
        content = QWidget()
        self.area = ScrollPage(content, parent=whole)
        column = QVBoxLayout(content)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.empty)
        self._rows = QVBoxLayout()
        self._rows.setSpacing(0)
        column.addLayout(self._rows)
        column.addStretch(1)
        self._hiding = HidingOverlay(content)
        if self._across:
            whole.setMaximumWidth(scaled(_WIDEST))
            row = QHBoxLayout(self)
            row.setContentsMargins(24, 16, 24, 16)
            row.addWidget(whole, 1000)
            row.addStretch(1)
        outer = QVBoxLayout(whole)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(0)
        outer.addWidget(self.area, 1)
        outer.addWidget(Hairline())
        self.form = QWidget(whole)
        below = QVBoxLayout(self.form)
        below.setContentsMargins(0, 0, 0, 0)
        below.setSpacing(0)
        write = QWidget(self.form)
        fields = QVBoxLayout(write)
        fields.setContentsMargins(16, 12, 16, 12)
        fields.setSpacing(10)
        fields.addWidget(self.draft.note)
        fields.addWidget(self.task_field)
        self.task_field.setVisible(self._across)
        fields.addWidget(self.field)
        fields.addWidget(self.author, 0, Qt.AlignmentFlag.AlignLeft)
        self._hiding_new = HidingOverlay(write)
        below.addWidget(write)
        bar = ActionBar(self.form)
        bar.flow.addWidget(self.add_button)
        below.addWidget(bar)
        outer.addWidget(self.form)

    def show_sheet(self, sheet: Sheet, *, afresh: bool) -> None:
        """Show a pair's comments, newest first."""
        task_id, assignee_id = sheet.task.id or 0, sheet.assignee.id or 0
        if afresh:
            self._begin(DraftSubject(DraftForm.COMMENT, task_id, assignee_id), [(task_id, sheet.task.name)])
        self._show(sheet.assignee, {task_id: sheet.task.name}, sheet.comments)

    def show_person(self, assignee: Assignee, tasks: Sequence[tuple[int, str]], comments: Sequence[Comment]) -> None:
        """Show the comments on all tasks of one assignee; words being typed stay unless it is another one."""
        subject = DraftSubject(DraftForm.COMMENT, assignee_id=assignee.id)
        if subject != self.draft.subject:
            self._begin(subject, tasks)
        self.task.set_options(list(tasks))
        self.form.setVisible(bool(tasks))
        self._show(assignee, dict(tasks), comments)

    def _begin(self, subject: DraftSubject, tasks: Sequence[tuple[int, str]]) -> None:
        self.draft.leave()
        self.text.set_value("")
        self.field.set_error(None)
        self.task_field.set_error(None)
        self.author.set_value(Rater.EMPLOYEE)
        self.task.set_options(list(tasks))
        self.task.set_value(tasks[0][0] if len(tasks) == 1 else None)
        self.draft.begin(subject)

    def _show(self, assignee: Assignee, tasks: Mapping[int, str], comments: Sequence[Comment]) -> None:
        self._assignee_id = assignee.id or 0
        shown = (assignee, dict(tasks), tuple(comments))
        if self._shown == shown:
            return
        self._shown = shown
        self.delete_buttons = []
        clear_layout(self._rows)
        for comment in sorted(comments, key=lambda c: (c.written_on, c.id or 0), reverse=True):
            self._rows.addWidget(self._row(comment, assignee.name, tasks.get(comment.task_id, "")))
        self.empty.setVisible(not comments)

    def commit(self) -> None:
        """Save the draft of a comment: nobody has said that it is finished."""
        self.draft.save()

    def take_focus(self) -> None:
        """Put the keyboard on the new comment."""
        self.text.setFocus(Qt.FocusReason.TabFocusReason)

    def _row(self, comment: Comment, name: str, task: str) -> QWidget:
        row = QWidget()
        column = QVBoxLayout(row)
        column.setContentsMargins(16, 10, 8, 0)
        column.setSpacing(0)
        line = QHBoxLayout()
        words = QVBoxLayout()
        words.setSpacing(2)
        day = day_text(comment.written_on, self._desk.session.today())
        who = name if comment.author is Rater.EMPLOYEE else tr("You")
        if self._across and task:
            open_pair = Link(task)
            open_pair.clicked.connect(lambda *_: self.opened.emit((comment.task_id, comment.assignee_id)))
            words.addWidget(open_pair, 0, Qt.AlignmentFlag.AlignLeft)
        words.addWidget(TextLabel(tr("{who}, {day}", who=who, day=day), "small", muted=True))
        words.addWidget(TextLabel(comment.text))
        line.addLayout(words, 1)
        delete = IconButton("delete", tr("Delete the comment from {day}", day=day), "bare")
        delete.clicked.connect(lambda *_: self._delete(comment))
        self.delete_buttons.append(delete)
        line.addWidget(delete, 0, Qt.AlignmentFlag.AlignTop)
        column.addLayout(line)
        column.addSpacing(10)
        column.addWidget(Hairline())
        return row

    def _add(self) -> None:
        author, text = self.author.value(), self.text.value()
        task_id, assignee_id = self.task.value(), self._assignee_id
        self.task_field.set_error(None)
        self.field.set_error(None)
        if not isinstance(task_id, int):
            refuse(self.task_field, tr("Choose the task it is about."))
            return
        rater = author if isinstance(author, Rater) else Rater.EMPLOYEE
        reply = self._desk.run(
            lambda: self._desk.session.trust.comment(task_id, assignee_id, rater, text),
            notice=tr("The comment is added."),
        )
        if reply.invalid is not None:
            refuse(self.field, tr("Write the comment first."))
        elif reply:
            self.text.set_value("")
            self.draft.end()

    def _delete(self, comment: Comment) -> None:
        self._desk.run(
            lambda: self._desk.session.trust.remove_comment(comment.id or 0), notice=tr("The comment is deleted.")
        )
        self.text.setFocus()
