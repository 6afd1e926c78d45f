"""The draft of a form: saved after a second of rest, and put back, said so, when the form is shown again."""

from __future__ import annotations

import contextlib
from collections.abc import Iterable, Mapping
from datetime import datetime

from PySide6.QtCore import QObject, Qt, QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QWidget
from typing_extensions import override

from tillid_planner.domain.draft import DraftSubject, FieldState
from tillid_planner.domain.errors import TillidError
from tillid_planner.ui.days import moment_text
from tillid_planner.ui.desk import Desk
from tillid_planner.ui.texts import tr
from tillid_planner.ui.theme import scaled
from tillid_planner.ui.widgets.buttons import Button
from tillid_planner.ui.widgets.cards import SunkenNote
from tillid_planner.ui.widgets.field_state import Editor, field_state, on_change, put_field_state

#: A draft is saved when nothing has been typed for so many milliseconds.
REST_MS = 1000
_NARROW = 440


class DraftNote(SunkenNote):
    """Says that what stands in the form was typed earlier and is not stored, and offers to discard it."""

    def __init__(self) -> None:
        self.discard = Button(tr("Discard the draft"), "text", flush=True)
        super().__init__("info", "", icon="edit", action=self.discard)
        self.hide()

    def show_since(self, saved_at: datetime) -> None:
        """Say when it was typed."""
        when = moment_text(saved_at.isoformat(timespec="seconds"))
        self._say(tr("You were writing this on {when}. It is not stored yet.", when=when), discard=True)

    def show_unsaved(self) -> None:
        """Say that the draft could not be saved."""
        self._say(
            tr("What you are writing is only on the screen: the draft could not be saved. Is the disk full?"),
            discard=False,
        )

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        # Put the button under the text where there is no room beside it.
        super().resizeEvent(event)
        row = self.layout()
        if isinstance(row, QBoxLayout):
            under = event.size().width() < scaled(_NARROW)
            row.setDirection(QBoxLayout.Direction.TopToBottom if under else QBoxLayout.Direction.LeftToRight)
            row.setSpacing(4 if under else 12)
            row.setAlignment(self.discard, Qt.AlignmentFlag.AlignLeft if under else Qt.AlignmentFlag.AlignVCenter)

    def _say(self, text: str, *, discard: bool) -> None:
        self.set_text(text)
        self.discard.setVisible(discard)
        self.show()


class FormDraft(QObject):
    """Keeps what stands in the editors of one form and differs from what they began with.

    A form binds every editor it has, fills them from the record, and calls :meth:`begin`; it calls :meth:`end`
    when the act is stored or given up. Where ``note`` stands is the form's to say.
    """

    #: Fields were put back as they were typed: what depends on them is to be shown anew.
    restored = Signal()

    def __init__(self, desk: Desk, parent: QWidget | QObject, *, nameless: Iterable[str] = ()) -> None:
        """Fields named in *nameless* refuse names of people, in drafts as well."""
        super().__init__(parent)
        self._desk = desk
        self._nameless = frozenset(nameless)
        self._editors: dict[str, Editor] = {}
        self._initial: dict[str, FieldState] = {}
        self._minor: set[str] = set()
        self._context: dict[str, FieldState] = {}
        #: What the store holds of the draft; None when that has to be written again.
        self._saved: dict[str, FieldState] | None = {}
        self.subject: DraftSubject | None = None
        self.note = DraftNote()
        # Reached by Tab only while it is shown, and never taken for the first field of a form.
        self.note.discard.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.note.discard.clicked.connect(lambda *_: self.discard())
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(REST_MS)
        self._rest.timeout.connect(self.save)
        desk.drafts_due.connect(self.save)

    def bind(self, name: str, editor: Editor, *, minor: bool = False) -> None:
        """Let the draft hold *editor* under *name*; a *minor* one is saved along and is no draft by itself."""
        self._editors[name] = editor
        if minor:
            self._minor.add(name)
        self._initial[name] = field_state(editor)
        editor.setProperty("drafted", True)
        on_change(editor, self._changed)

    def bind_all(self, editors: Mapping[str, Editor], *, minor: bool = False) -> None:
        """Let the draft hold several editors."""
        for name, editor in editors.items():
            self.bind(name, editor, minor=minor)

    def release(self) -> None:
        """Save, and let go of all editors: they are about to be replaced."""
        self.leave()
        self._editors.clear()
        self._initial.clear()

    def begin(self, subject: DraftSubject | None, context: Mapping[str, FieldState] | None = None) -> bool:
        """Take what the editors show as initial, and put back what was typed; return whether anything was.

        *context* is saved along and is a draft by itself, as the rung of an open form is. None for *subject*
        keeps nothing.
        """
        self.leave()
        if not self._editors:
            return False
        self.subject, self._context = subject, dict(context or {})
        self.rebase()
        draft = self._desk.session.drafts.get(subject) if subject is not None else None
        saved = dict(draft.fields) if draft else {}
        self._saved = saved
        typed = {name: state for name, state in saved.items() if name in self._editors and state != self._initial[name]}
        for name, state in typed.items():
            put_field_state(self._editors[name], state)
        self._rest.stop()
        if draft is None or not typed:
            return False
        self.note.show_since(draft.saved_at)
        self.restored.emit()
        return True

    def set_context(self, **context: FieldState) -> None:
        """Save something else along."""
        self._context = context
        self._changed()

    def set_subject(self, subject: DraftSubject) -> None:
        """Go on with the same draft on other records: as they are chosen in the form, or as one is stored as new."""
        if self.subject is not None and self._saved != {} and subject.key != self.subject.key:
            with contextlib.suppress(TillidError):
                self._desk.session.drafts.remove(self.subject)
        self.subject = subject
        self._saved = None
        self._changed()

    def rebase(self, *names: str) -> None:
        """Take what these editors show as stored, or what all do; what is left unstored stays a draft."""
        for name in names or self._editors:
            self._initial[name] = field_state(self._editors[name])
        if not self.changed():
            self.note.hide()
        self._changed()

    def changed(self) -> dict[str, FieldState]:
        """Return the fields that differ from what they began with, and with them the minor ones as they stand."""
        now = {name: field_state(editor) for name, editor in self._editors.items()}
        changed = {
            name: state for name, state in now.items() if name not in self._minor and state != self._initial[name]
        }
        return {name: now[name] for name in self._minor if changed} | changed

    def save(self) -> None:
        """Save the draft now; one without anything in it is deleted."""
        self._rest.stop()
        if self.subject is None:
            return
        fields = self._context | self.changed()
        if fields == self._saved:
            return
        try:
            self._desk.session.drafts.save(self.subject, fields, nameless=self._nameless)
        except TillidError:
            if not self._desk.closed:
                self.note.show_unsaved()
            return
        self._saved = fields
        if self.note.discard.isHidden():
            self.note.hide()

    def leave(self) -> None:
        """Save, and let go of the record: the form shows it no more."""
        self.save()
        self.subject = None
        self._saved, self._context = {}, {}
        self.note.hide()

    def clear(self) -> None:
        """Save, let go of the record, and empty the editors: nothing of it stands in a form out of sight."""
        self.leave()
        for editor in self._editors.values():
            put_field_state(editor, None)

    def end(self) -> None:
        """Delete the draft: it is stored as an act, or given up."""
        self._context = {}
        self.rebase()
        self.save()

    def discard(self) -> None:
        """Give up what was typed: the editors show again what they began with."""
        for name, editor in self._editors.items():
            put_field_state(editor, self._initial[name])
        self.note.hide()
        self.save()
        self.restored.emit()
        first = next(iter(self._editors.values()), None)
        if first is not None:
            first.setFocus(Qt.FocusReason.OtherFocusReason)

    def _changed(self) -> None:
        if self.subject is not None:
            self._rest.start()
