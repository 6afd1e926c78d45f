"""The tab «Comments»: dated words of both, the employee's own above all."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from tillid_planner.domain.comment import Comment
from tillid_planner.domain.draft import DraftForm, DraftSubject
from tillid_planner.domain.rating import Rater
from tillid_planner.services.standing import Sheet
from tillid_planner.ui.desk import Desk
from tillid_planner.ui.form_draft import FormDraft
from tillid_planner.ui.inspector.agreement_form_view import ActionBar
from tillid_planner.ui.inspector.cover import Cover
from tillid_planner.ui.inspector.days import day_text
from tillid_planner.ui.texts import tr
from tillid_planner.ui.widgets import (
    Button,
    EmptyState,
    Field,
    GrowingText,
    Hairline,
    IconButton,
    ScrollPage,
    Segmented,
    TextLabel,
)
from tillid_planner.ui.widgets.refusal import refuse


class CommentsTab(QWidget):
    """Writes, reads and deletes comments; a deleted one comes back with undo."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._pair = (0, 0)
        self._shown: tuple[Comment, ...] | None = None
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
        self.empty = EmptyState(
            "conversation",
            tr("No comments yet"),
            tr("Write what the employee says about the task, in her or his own words."),
        )
        self._lay_out()
        self.add_button.clicked.connect(lambda *_: self._add())

    def _lay_out(self) -> None:
        content = QWidget()
        column = QVBoxLayout(content)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.empty)
        self._rows = QVBoxLayout()
        self._rows.setSpacing(0)
        column.addLayout(self._rows)
        column.addStretch(1)
        self.area = ScrollPage(content)
        self._cover = Cover(content)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(0)
        outer.addWidget(self.area, 1)
        outer.addWidget(Hairline())
        write = QWidget()
        fields = QVBoxLayout(write)
        fields.setContentsMargins(16, 12, 16, 12)
        fields.setSpacing(10)
        fields.addWidget(self.draft.note)
        fields.addWidget(self.field)
        fields.addWidget(self.author, 0, Qt.AlignmentFlag.AlignLeft)
        self._cover_new = Cover(write)
        outer.addWidget(write)
        bar = ActionBar()
        bar.flow.addWidget(self.add_button)
        outer.addWidget(bar)

    def show_sheet(self, sheet: Sheet, *, afresh: bool) -> None:
        """Show a pair's comments, newest first."""
        self._pair = (sheet.task.id or 0, sheet.assignee.id or 0)
        if afresh:
            self.draft.leave()
            self.text.set_value("")
            self.field.set_error(None)
            self.author.set_value(Rater.EMPLOYEE)
            self.draft.begin(DraftSubject(DraftForm.COMMENT, *self._pair))
        if self._shown == tuple(sheet.comments):
            return
        self._shown = tuple(sheet.comments)
        self.delete_buttons = []
        while (item := self._rows.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        for comment in sorted(sheet.comments, key=lambda c: (c.written_on, c.id or 0), reverse=True):
            self._rows.addWidget(self._row(comment, sheet.assignee.name))
        self.empty.setVisible(not sheet.comments)

    def commit(self) -> None:
        """Save the draft of a comment: nobody has said that it is finished."""
        self.draft.save()

    def take_focus(self) -> None:
        """Put the keyboard on the new comment."""
        self.text.setFocus(Qt.FocusReason.TabFocusReason)

    def _row(self, comment: Comment, name: str) -> QWidget:
        row = QWidget()
        column = QVBoxLayout(row)
        column.setContentsMargins(16, 10, 8, 0)
        column.setSpacing(0)
        line = QHBoxLayout()
        words = QVBoxLayout()
        words.setSpacing(2)
        day = day_text(comment.written_on, self._desk.session.today())
        who = name if comment.author is Rater.EMPLOYEE else tr("You")
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
        author = self.author.value()
        task_id, assignee_id = self._pair
        text = self.text.value()
        rater = author if isinstance(author, Rater) else Rater.EMPLOYEE
        reply = self._desk.run(
            lambda: self._desk.session.trust.comment(task_id, assignee_id, rater, text),
            notice=tr("The comment is added."),
        )
        if reply.invalid is not None:
            refuse(self.field, tr("Write the comment first."))
        elif reply:
            self.field.set_error(None)
            self.text.set_value("")
            self.draft.end()

    def _delete(self, comment: Comment) -> None:
        self._desk.run(
            lambda: self._desk.session.trust.remove_comment(comment.id or 0), notice=tr("The comment is deleted.")
        )
        self.text.setFocus()
