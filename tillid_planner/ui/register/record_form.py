"""A form that keeps one record: every field as it is left, a new record as soon as it has a name."""

from __future__ import annotations

from dataclasses import replace
from typing import Any, Generic, TypeVar

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from tillid_planner.domain.assignee import Person, Team
from tillid_planner.domain.changes import Changes
from tillid_planner.domain.draft import DraftSubject
from tillid_planner.domain.errors import NotFound
from tillid_planner.domain.task import Task
from tillid_planner.services.register import Register
from tillid_planner.ui.desk import Desk, Reply
from tillid_planner.ui.texts import tr
from tillid_planner.ui.widgets import LineField, ScrollPage, ask
from tillid_planner.ui.widgets.kept_fields import KeptFields

Record = TypeVar("Record", Task, Person, Team)


class RecordForm(QWidget, Generic[Record]):
    """Base of the forms; a form says how its record is read, stored and shown."""

    #: The way back to the list was taken, or the record is no longer there.
    left = Signal()

    def __init__(self, desk: Desk, blank: Record, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.desk = desk
        self.record: Record = blank
        self._blank: Record = blank
        self.fields = KeptFields(desk, self)
        self.fields.edited.connect(self.keep)
        escape = QShortcut(QKeySequence(Qt.Key.Key_Escape), self)
        escape.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        escape.activated.connect(self.step_back)

    @property
    def register(self) -> Register:
        """The service everything is read from and stored with."""
        return self.desk.session.register

    def open(self, record_id: int) -> None:
        """Show a stored record from its top; raise ``NotFound``."""
        self._show_afresh(self.read(record_id))

    def start_new(self) -> None:
        """Show an empty form; the record is stored when its name is left."""
        self._show_afresh(self._blank)

    def refresh(self) -> None:
        """Read the record anew; what is being typed stays, a record that is gone leads back to the list."""
        if self.record.id is None:
            return
        try:
            self.record = self.read(self.record.id)
        except NotFound:
            self.record = self._blank
            self.left.emit()
            return
        self.fields.show(self.record)
        self.show_rest()

    def leave(self) -> bool:
        """Keep what is being typed and go back to the list; ask first if something cannot be kept."""
        if not self.settle():
            return False
        self.left.emit()
        return True

    def settle(self) -> bool:
        """Keep what is being typed; return False if something cannot be kept and the user wants to stay."""
        self.fields.commit()
        if self.all_kept():
            return True
        leaves = ask(
            self,
            tr("Leave without keeping it all?"),
            tr("What is marked cannot be kept as it stands. Everything else is kept."),
            tr("Leave"),
            tr("Stay here"),
        )
        if leaves:
            self.fields.draft.end()
        return leaves

    def keep(self, name: str, value: object) -> Reply:
        """Store one attribute; a record without a name waits for it."""
        changed: dict[str, Any] = {name: value}
        after = replace(self.record, **changed)
        if after.id is None:
            return self._keep_draft(name, after)
        reply = self.desk.run(lambda: self.store(after), self.notices()[1])
        self._take(name, reply)
        return reply

    def step_back(self) -> None:
        """Do what Escape does: go back to the list."""
        self.leave()

    def ignore_second_click(self) -> None:
        """Let the mouse through for a moment: a double click's second click is not meant for the form."""
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents, True)
        QTimer.singleShot(
            QApplication.doubleClickInterval(),
            self,
            lambda: self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents, False),
        )

    def read(self, record_id: int) -> Record:
        """Return the stored record; raise ``NotFound``."""
        raise NotImplementedError

    def store(self, record: Record) -> Changes:
        """Store the record, as new if it has no id; raise ``InvalidInput``."""
        raise NotImplementedError

    def subject(self, record_id: int | None) -> DraftSubject:
        """Return what a draft of the form is about; None for a new record."""
        raise NotImplementedError

    def created_id(self, changes: Changes) -> int:
        """Return the id of the record that was stored as new."""
        raise NotImplementedError

    def notices(self) -> tuple[str, str]:
        """Return what is said when a record is added and when it is changed."""
        raise NotImplementedError

    def show_rest(self) -> None:
        """Show what is no field: the head and what follows from the record."""
        raise NotImplementedError

    def show_rest_afresh(self) -> None:
        """Show what is no field for another record than before."""
        self.show_rest()

    def all_kept(self) -> bool:
        """Whether nothing would be lost by leaving the form."""
        unnamed = self.record.id is None and replace(self.record, name="") != self._blank
        return not self.fields.unstored() and not unnamed

    def fill(self, view: QWidget, column: QVBoxLayout) -> None:
        """Take *view* as the form's contents; the note about a draft stands over the fields, in *column*."""
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(view)
        column.insertWidget(0, self.fields.draft.note)

    def _show_afresh(self, record: Record) -> None:
        self.record = record
        self.fields.show_afresh(record, self.subject(record.id))
        self.show_rest_afresh()
        for scroll in self.findChildren(ScrollPage):
            scroll.verticalScrollBar().setValue(0)
        name = self.fields.editor("name")
        name.setFocus(Qt.FocusReason.OtherFocusReason)
        if isinstance(name, LineField):
            name.end(False)

    def _keep_draft(self, name: str, after: Record) -> Reply:
        self.record = after
        if name != "name" and self._binds(name):
            self.fields.taken(name)
        if name != "name" and not after.name.strip():
            self.show_rest()
            return Reply()
        # A draft that was put back is part of the new record, also where no field of it has been left since.
        pending = self.fields.pending()
        after = replace(after, **pending)
        reply = self.desk.run(lambda: self.store(after), self.notices()[0])
        if reply:
            self.record = self.read(self.created_id(reply.changes))
            self.fields.draft.set_subject(self.subject(self.record.id))
        for stored in pending | {"name": ""}:
            self._take(stored, reply)
        if reply:
            self.fields.show(self.record)
            self.show_rest()
        return reply

    def _take(self, name: str, reply: Reply) -> None:
        if reply and self._binds(name):
            self.fields.stored(name)
        elif reply.invalid is not None:
            self.fields.tell(reply.invalid.faults)

    def _binds(self, name: str) -> bool:
        return name in self.fields.names()
