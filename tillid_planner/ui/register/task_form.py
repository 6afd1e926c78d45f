"""The form of one task: keeps every field as it is left, and shows what it means."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtWidgets import QWidget
from typing_extensions import override

from tillid_planner.domain.changes import Changes, Kind
from tillid_planner.domain.draft import DraftForm, DraftSubject
from tillid_planner.domain.errors import Fault
from tillid_planner.domain.task import RedLine, Task
from tillid_planner.services.register import new_id
from tillid_planner.ui.deleting.dialog import delete_record
from tillid_planner.ui.desk import Desk
from tillid_planner.ui.register.record_form import RecordForm
from tillid_planner.ui.register.task_form_view import TaskFormView
from tillid_planner.ui.texts import tr


class TaskForm(RecordForm[Task]):
    """Shows one stored task, or a new one that is stored as soon as it has a name."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, Task(name=""), parent)
        self.view = TaskFormView(desk)
        self.fill(self.view, self.view.column)
        self._bind()
        self.view.red_lines.store = self._store_lines
        self.view.header.back_requested.connect(self.leave)
        self.view.archive.clicked.connect(self._archive_or_restore)
        self.view.delete.clicked.connect(lambda *_: delete_record(self, self.desk, self.record))

    @override
    def read(self, record_id: int) -> Task:
        """Return the stored task; raise ``NotFound``."""
        return self.register.task(record_id)

    @override
    def store(self, record: Task) -> Changes:
        """Store the task, as new if it has no id."""
        return self.register.save_task(record) if record.id is not None else self.register.add_task(record)

    @override
    def created_id(self, changes: Changes) -> int:
        """Return the id of the task that was stored as new."""
        return new_id(changes, Kind.TASK)

    @override
    def subject(self, record_id: int | None) -> DraftSubject:
        """Return what a draft of the form is about."""
        return DraftSubject(DraftForm.TASK, task_id=record_id)

    @override
    def notices(self) -> tuple[str, str]:
        """Return what is said when a task is added and when it is changed."""
        return tr("The task is added."), tr("The task is changed.")

    @override
    def show_rest(self) -> None:
        """Show the head, the red lines, and what the task means."""
        task, view = self.record, self.view
        stored, archived = task.id is not None, task.archived_on is not None
        view.header.set_words(task.name if stored else tr("New task"), tag=tr("Is put away") if archived else "")
        view.archive.setText(tr("Take out again") if archived else tr("Put away"))
        view.archive.setVisible(stored)
        view.delete.setVisible(stored)
        view.red_lines.setEnabled(stored)
        view.red_lines.show_lines(task.red_lines)
        view.controls.show_task(task.id)
        view.meaning.show_task(task)

    @override
    def show_rest_afresh(self) -> None:
        """Show another task; a red line that was open for writing belongs to the one before."""
        self.view.red_lines.show_afresh(self.record.id, self.record.red_lines)
        self.show_rest()

    @override
    def all_kept(self) -> bool:
        """Whether nothing would be lost by leaving the form."""
        return self.view.red_lines.finish() and super().all_kept()

    @override
    def step_back(self) -> None:
        """Close the red line being written, else go back to the list."""
        if self.view.red_lines.editor.line is not None:
            self.view.red_lines.finish()
        else:
            self.leave()

    def _bind(self) -> None:
        view, bind = self.view, self.fields.bind
        bind("name", view.name, view.name_field)
        bind("scope", view.scope)
        bind("hours_per_week", view.hours, view.hours_field)
        bind("purpose", view.purpose, view.purpose_field)
        bind("free", view.free, view.free_field)
        bind("fixed", view.fixed, view.fixed_field)
        bind("ask_when", view.ask_when, view.ask_field)
        bind("roles", view.roles, view.roles_field)
        bind("depends_on", view.depends_on, view.depends_field)
        bind("consequence", view.consequence)
        bind("reversal", view.reversal)
        bind("detection", view.detection)
        bind("clarity", view.clarity)
        bind("legal_ceiling", view.ceiling)
        bind("legal_basis", view.basis, view.basis_field)
        bind("short_name", view.short_name, view.short_field)

    def _store_lines(self, lines: tuple[RedLine, ...]) -> Sequence[Fault]:
        after = replace(self.record, red_lines=lines)
        reply = self.desk.run(lambda: self.store(after), tr("The red lines are changed."))
        return reply.invalid.faults if reply.invalid is not None else ()

    def _archive_or_restore(self) -> None:
        task_id = self.record.id
        if task_id is None:
            return
        if self.record.archived_on is None:
            self.desk.run(lambda: self.register.archive_task(task_id), tr("The task is put away."))
        else:
            self.desk.run(lambda: self.register.restore_task(task_id), tr("The task is taken out again."))
