"""Noting that something went wrong: three fields, from anywhere, in two minutes."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QWidget
from typing_extensions import override

from tillid_planner.domain.assignee import Assignee
from tillid_planner.domain.changes import Kind
from tillid_planner.domain.draft import DraftForm, DraftSubject
from tillid_planner.services.register import new_id
from tillid_planner.ui.desk import Desk
from tillid_planner.ui.naming import by_name
from tillid_planner.ui.texts import tr
from tillid_planner.ui.theme import scaled
from tillid_planner.ui.widgets import ComboBox, DateField, Field, GrowingText
from tillid_planner.ui.widgets.draft_dialog import DraftDialog
from tillid_planner.ui.widgets.form_draft import FormDraft
from tillid_planner.ui.widgets.refusal import show_faults


class NoteBreachDialog(DraftDialog):
    """What happened, on which task and with whom, and when; the rest is for when there is calm.

    What is typed and not noted is there again when the dialog is opened anew. ``noted`` is the new case's id.
    """

    def __init__(
        self, desk: Desk, parent: QWidget | None = None, *, task_id: int | None = None, assignee_id: int | None = None
    ) -> None:
        super().__init__(
            parent,
            tr("Note that something went wrong"),
            tr("Only the facts for now. Until you have talked, no rung rises on this task."),
            verb=tr("Note the facts"),
            width=560,
        )
        self._desk = desk
        self.noted: int | None = None
        today = desk.session.today()
        tasks = by_name(desk.session.register.tasks(), lambda task: task.name)
        everybody: list[Assignee] = [*desk.session.register.people(), *desk.session.register.teams()]
        here = by_name([a for a in everybody if not a.left_by(today)], lambda a: a.name)
        self.task = ComboBox([(t.id, t.name) for t in tasks], placeholder=tr("Choose the task"))
        self.assignee = ComboBox([(a.id, a.name) for a in here], placeholder=tr("Choose a person or team"))
        self.facts = GrowingText(min_lines=4, max_lines=9)
        self.happened_on = DateField(today, today=today, required=True)
        self.fields = {
            "task_id": Field(tr("Task"), self.task),
            "assignee_id": Field(tr("Who held it"), self.assignee),
            "facts": Field(
                tr("What happened?"),
                self.facts,
                tr("What was seen, said or left undone. No words about the person, no illness, no other names."),
            ),
            "happened_on": Field(tr("When?"), self.happened_on),
        }
        self.draft = FormDraft(desk, self)
        self.draft.bind_all({"facts": self.facts, "happened_on": self.happened_on})
        self.draft.bind_all({"task": self.task, "assignee": self.assignee}, minor=True)
        self.body.addWidget(self.draft.note)
        pair = QHBoxLayout()
        pair.setSpacing(12)
        pair.addWidget(self.fields["task_id"], 1)
        pair.addWidget(self.fields["assignee_id"], 1)
        self.body.addLayout(pair)
        self.body.addWidget(self.fields["facts"])
        self.fields["happened_on"].setMaximumWidth(scaled(200))
        self.body.addWidget(self.fields["happened_on"], 0, Qt.AlignmentFlag.AlignLeft)
        self.task.set_value(task_id)
        self.assignee.set_value(assignee_id)
        self._part = self._part_of_draft(task_id, assignee_id)
        self.draft.restored.connect(lambda: self.draft.set_subject(self._subject()))
        self.draft.begin(self._subject())
        for editor in (self.task, self.assignee):
            editor.chosen.connect(lambda *_: self.draft.set_subject(self._subject()))
        self.draft.restored.connect(self._watch_names)
        self.assignee.chosen.connect(lambda *_: self._watch_names())
        self._watch_names()
        empty = (editor for editor in (self.task, self.assignee) if editor.value() is None)
        next(empty, self.facts).setFocus(Qt.FocusReason.OtherFocusReason)

    @override
    def confirm(self) -> None:
        """Note it; else say beside the fields what is missing."""
        for field in self.fields.values():
            field.set_error(None)
        if not self.happened_on.check():
            self.happened_on.setFocus()
            return
        task, assignee = self.task.value(), self.assignee.value()
        reply = self._desk.run(
            lambda: self._desk.session.breaches.note(
                task if isinstance(task, int) else None,
                assignee if isinstance(assignee, int) else None,
                self.facts.value(),
                happened_on=self.happened_on.read(),
            ),
            notice=tr("The facts are noted."),
        )
        if reply.invalid is not None:
            show_faults(self._desk.words, self.fields, reply.invalid.faults)
        elif reply:
            self.noted = new_id(reply.changes, Kind.BREACH)
            self.accept()

    def _watch_names(self) -> None:
        # As long as nobody is chosen, any name may be the one it is about.
        chosen = self.assignee.value()
        others = self._desk.session.endings.names_of_all_but(chosen) if isinstance(chosen, int) else None
        self.facts.watch.set_names(others)

    def _part_of_draft(self, task_id: int | None, assignee_id: int | None) -> str:
        # What was typed about one pair is not shown where another is asked about.
        draft = self._desk.session.drafts.get(DraftSubject(DraftForm.NOTE_BREACH))
        asked = {"task": task_id, "assignee": assignee_id}
        fits = draft is None or all(
            wanted is None or draft.fields.get(name) in (None, str(wanted)) for name, wanted in asked.items()
        )
        return "" if fits else f"{task_id or ''}/{assignee_id or ''}"

    def _subject(self) -> DraftSubject:
        # Tied to what is chosen now, so that it goes with it.
        task, assignee = self.task.value(), self.assignee.value()
        return DraftSubject(
            DraftForm.NOTE_BREACH,
            task if isinstance(task, int) else None,
            assignee if isinstance(assignee, int) else None,
            part=self._part,
        )


def note_breach(
    desk: Desk, parent: QWidget, *, task_id: int | None = None, assignee_id: int | None = None
) -> int | None:
    """Ask for the facts; return the id of the new case, or None if nothing was noted."""
    dialog = NoteBreachDialog(desk, parent, task_id=task_id, assignee_id=assignee_id)
    dialog.exec()
    noted = dialog.noted
    dialog.deleteLater()
    return noted
