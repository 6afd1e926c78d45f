"""Deleting people, teams, tasks and cases: what goes, whether it can be undone, and which texts still name them."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QWidget
from typing_extensions import override

from tillid_planner.domain.assignee import Assignee
from tillid_planner.domain.changes import Kind
from tillid_planner.domain.errors import TillidError
from tillid_planner.domain.task import Task
from tillid_planner.services.access_report import Mention
from tillid_planner.services.deletion import Deletion
from tillid_planner.ui.clipboard import clear_copied
from tillid_planner.ui.deleting.open_cases import ask_about_cases
from tillid_planner.ui.desk import Desk, Notice, Target
from tillid_planner.ui.texts import tr
from tillid_planner.ui.theme import scaled
from tillid_planner.ui.widgets import Dialog, SecondaryButton, TextLabel
from tillid_planner.ui.work import run_in_background

_WIDTH, _LIST_LEAST, _LIST_MOST = 520, 104, 160


class DeleteDialog(Dialog):
    """Asks, deletes off the window's thread, and holds the ``deletion`` when it is done; the safe choice is first."""

    def __init__(self, desk: Desk, parent: QWidget, title: str, text: str, verb: str) -> None:
        super().__init__(
            parent, title, text, verb=verb, safe=desk.words.text("deletion.safe"), danger=True, width=_WIDTH
        )
        self.desk = desk
        self.deletion: Deletion | None = None

    def delete(self, act: Callable[[], Deletion]) -> None:
        """Run a deletion; every kept copy is written anew, and it cannot be given up half way."""
        self._set_enabled(False)
        self.text.setText(self.desk.words.text("deletion.under_way"))
        run_in_background(self, act, done=self._done, failed=self._failed)

    @override
    def reject(self) -> None:
        if self.safe_button.isEnabled():
            super().reject()

    def _set_enabled(self, enabled: bool) -> None:
        for item in (self.body.itemAt(number) for number in range(self.body.count())):
            if item is not None and (part := item.widget()) is not None:
                part.setEnabled(enabled)
        self.safe_button.setEnabled(enabled)
        self.verb_button.setEnabled(enabled)

    def _done(self, deletion: Deletion) -> None:
        self.deletion = deletion
        self.accept()

    def _failed(self, error: TillidError) -> None:
        self._set_enabled(True)
        super().reject()
        self.desk.failed.emit(error)


class DeleteRecordDialog(DeleteDialog):
    """Asks about a person, team or task; lists the texts about others that name the person or team."""

    def __init__(self, desk: Desk, parent: QWidget, record: Assignee | Task) -> None:
        say = desk.words.text
        self._record, self._what = record, _what(record)
        super().__init__(
            desk,
            parent,
            say("deletion.title", name=record.name),
            _text(desk, record, self._what),
            say(f"deletion.{self._what}.verb"),
        )
        #: The text that is to be reworded first; None for none.
        self.to_reword: Mention | None = None
        self._mentions = [] if isinstance(record, Task) else desk.session.access.mentions(record.id or 0, desk.words)
        self.mentions = QListWidget(self)
        self.mentions.setVisible(bool(self._mentions))
        if self._mentions:
            self._list_mentions()

    @override
    def confirm(self) -> None:
        """Delete."""
        register, record_id = self.desk.session.register, self._record.id or 0
        remove = register.remove_task if isinstance(self._record, Task) else register.remove_assignee
        self.delete(lambda: remove(record_id))

    def _list_mentions(self) -> None:
        say = self.desk.words.text
        self.body.addWidget(TextLabel(say(f"deletion.mentions.{'one' if len(self._mentions) == 1 else 'many'}")))
        self.mentions.setAccessibleName(say("deletion.mentions.list"))
        self.mentions.setWordWrap(True)
        self.mentions.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.mentions.setSizeAdjustPolicy(QListWidget.SizeAdjustPolicy.AdjustToContents)
        self.mentions.setMaximumHeight(scaled(_LIST_MOST))
        self.mentions.setMinimumSize(QSize(0, scaled(_LIST_LEAST)))
        for mention in self._mentions:
            self.mentions.addItem(QListWidgetItem(f"{self._place(mention)}\n{mention.text}"))
        self.mentions.setCurrentRow(0)
        self.mentions.itemActivated.connect(self._reword)
        self.body.addWidget(self.mentions)
        reword = SecondaryButton(say("deletion.mentions.open"), "edit")
        reword.clicked.connect(self._reword)
        self.body.addWidget(reword, 0, Qt.AlignmentFlag.AlignLeft)

    def _place(self, mention: Mention) -> str:
        register, records = self.desk.session.register, self.desk.session.access.place_of(mention)
        names = [register.task(records[Kind.TASK]).name] if Kind.TASK in records else []
        if Kind.ASSIGNEE in records:
            names.append(register.assignee(records[Kind.ASSIGNEE]).name)
        return " · ".join([mention.where, *names])

    def _reword(self, *_: object) -> None:
        self.to_reword = self._mentions[max(0, self.mentions.currentRow())]
        self.reject()


def delete_record(parent: QWidget, desk: Desk, record: Assignee | Task) -> bool:
    """Ask whether a person, team or task may go, and delete it; return whether it was.

    An open case is ended first, and a text that names the person may be.
    """
    register, record_id, is_task = desk.session.register, record.id, isinstance(record, Task)
    if cases := register.open_cases(task_id=record_id) if is_task else register.open_cases(assignee_id=record_id):
        ask_about_cases(desk, parent, record, cases)
        return False
    dialog = DeleteRecordDialog(desk, parent, record)
    dialog.exec()
    deletion, to_reword = dialog.deletion, dialog.to_reword
    dialog.deleteLater()
    if to_reword is not None:
        desk.go(*_where(desk.session.access.place_of(to_reword)))
    return say_deleted(desk, deletion, desk.words.text(f"deletion.{_what(record)}.done"))


def say_deleted(desk: Desk, deletion: Deletion | None, done: str) -> bool:
    """Tell the pages and the leader what a deletion did, and which copies it did not reach; False if there is none."""
    if deletion is None:
        return False
    desk.run(lambda: deletion.changes)
    if not deletion.undoable:
        clear_copied()
    if deletion.copies_left:
        done = desk.words.text("deletion.copies_left", done=done, names=", ".join(deletion.copies_left))
    if deletion.second_away:
        done = desk.words.text("deletion.second_away", done=done)
    desk.noticed.emit(Notice(done, undoable=deletion.undoable))
    return True


def _what(record: Assignee | Task) -> str:
    return "task" if isinstance(record, Task) else "team" if record.is_team else "person"


def _text(desk: Desk, record: Assignee | Task, what: str) -> str:
    register, say, record_id = desk.session.register, desk.words.text, record.id or 0
    count = register.records_on(record_id) if what == "task" else register.records_about(record_id)
    goes = [
        tr("%n rating(s) and agreement(s) go with it.", n=count)
        if count
        else tr("There are no ratings or agreements to lose.")
    ]
    if cases := register.cases_on(record):
        goes.append(tr("%n closed case(s) go with it.", n=len(cases)))
    stay = [say("deletion.members_stay")] if what == "team" else []
    if not register.undo_brings_back(record):
        return " ".join([say(f"deletion.{what}.text", goes=" ".join(goes)), *stay, say("deletion.for_good")])
    rest = [say("deletion.task.rests")] if what == "task" else []
    return " ".join([*goes, *stay, say("deletion.undone"), *rest])


def _where(records: dict[Kind, int]) -> tuple[str, Target]:
    """Return the page and target of the text that belongs to these records."""
    task, assignee = records.get(Kind.TASK), records.get(Kind.ASSIGNEE)
    if Kind.BREACH in records:
        return "breaches", Target(act=f"case:{records[Kind.BREACH]}")
    if Kind.LEARNING in records:
        return "breaches", Target()
    if Kind.CONVERSATION in records:
        return "person", Target(assignee_id=assignee)
    if task is not None and assignee is not None:
        return "trust", Target(task, assignee)
    if assignee is not None:
        return "people", Target(assignee_id=assignee)
    return ("tasks", Target(task_id=task)) if task is not None else ("week", Target())
