"""The fields of a form that stores itself: each value as it is left, drafts of what is not left yet."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from tillid_planner.domain.draft import DraftSubject
from tillid_planner.domain.errors import Fault
from tillid_planner.ui.desk import Desk
from tillid_planner.ui.widgets.choices import Segmented
from tillid_planner.ui.widgets.fields import ComboBox, Field, LineField
from tillid_planner.ui.widgets.form_draft import FormDraft
from tillid_planner.ui.widgets.growing_text import GrowingText
from tillid_planner.ui.widgets.parsed_field import ParsedField
from tillid_planner.ui.widgets.radio_cards import RadioCardGroup

Editor = LineField | GrowingText | ComboBox | Segmented | RadioCardGroup


@dataclass(slots=True)
class _Kept:
    """One editor, the field around it, and what it showed when it last agreed with what is stored."""

    editor: Editor
    field: Field | None
    shown: object = None

    def now(self) -> object:
        if isinstance(self.editor, GrowingText):
            return self.editor.toPlainText()
        if isinstance(self.editor, LineField):
            return self.editor.text()
        return self.editor.value()


class KeptFields(QObject):
    """Binds editors to the attributes of a record; ``edited`` tells the name and the value to store.

    What is typed and not stored is kept in ``draft``, whose note the form places.
    """

    edited = Signal(str, object)

    def __init__(self, desk: Desk, parent: QObject) -> None:
        super().__init__(parent)
        self._words = desk.words
        self._kept: dict[str, _Kept] = {}
        self.draft = FormDraft(desk, self)
        self.draft.restored.connect(self._forget_faults)

    def bind(self, name: str, editor: Editor, field: Field | None = None) -> None:
        """Let *editor* stand for the attribute *name*; *field* shows what is wrong with it."""
        self._kept[name] = _Kept(editor, field)
        self.draft.bind(name, editor)
        told = (
            editor.value_committed
            if isinstance(editor, ParsedField)
            else editor.committed
            if isinstance(editor, LineField | GrowingText)
            else editor.chosen
        )
        told.connect(lambda value: self.edited.emit(name, value))

    def names(self) -> frozenset[str]:
        """Return the attributes that have an editor."""
        return frozenset(self._kept)

    def editor(self, name: str) -> Editor:
        """Return the editor of an attribute."""
        return self._kept[name].editor

    def show(self, record: object) -> None:
        """Show what is stored; a field with something typed into it that is not stored keeps it."""
        for name, kept in self._kept.items():
            if kept.now() == kept.shown:
                self._put(kept, _value(record, name))
                self.draft.rebase(name)

    def show_afresh(self, record: object, subject: DraftSubject | None) -> None:
        """Show another record: everything that was wrong before is gone, what was typed here earlier is back.

        None for *subject* keeps no draft.
        """
        self.draft.leave()
        for name, kept in self._kept.items():
            self._put(kept, _value(record, name), even_if_same=True)
        self._forget_faults()
        self.draft.begin(subject)

    def stored(self, name: str) -> None:
        """Note that what the field shows is stored now."""
        self.taken(name)
        self.draft.rebase(name)

    def taken(self, name: str) -> None:
        """Note that what the field shows is part of a new record, which is not stored yet."""
        kept = self._kept[name]
        kept.shown = kept.now()
        if kept.field is not None:
            kept.field.set_error(None)

    def tell(self, faults: Iterable[Fault]) -> None:
        """Say beside the fields what is wrong with them; nothing typed is taken away."""
        for fault in faults:
            kept = self._kept.get(fault.field)
            if kept is not None and kept.field is not None:
                kept.field.set_error(self._words.text(f"faults.{fault.code}", **fault.params))

    def commit(self) -> None:
        """Tell everything that is typed and not stored, as leaving each field would."""
        for name, kept in self._kept.items():
            if isinstance(kept.editor, GrowingText):
                kept.editor.commit()
            elif isinstance(kept.editor, LineField):
                kept.editor.editingFinished.emit()
            elif kept.now() != kept.shown:
                self.edited.emit(name, kept.editor.value())

    def pending(self) -> dict[str, Any]:
        """Return the values that are typed, can be read, and are not stored, by name."""
        found: dict[str, Any] = {}
        for name, kept in self._kept.items():
            if kept.now() == kept.shown:
                continue
            if not isinstance(kept.editor, ParsedField):
                found[name] = kept.editor.value()
            elif kept.editor.error() is None:
                found[name] = kept.editor.read()
        return found

    def unstored(self) -> list[QWidget]:
        """Return the editors that hold something typed which is not stored."""
        return [kept.editor for kept in self._kept.values() if kept.now() != kept.shown]

    def _forget_faults(self) -> None:
        for kept in self._kept.values():
            if kept.field is not None:
                kept.field.set_error(None)

    def _put(self, kept: _Kept, value: object, *, even_if_same: bool = False) -> None:
        editor = kept.editor
        if isinstance(editor, ParsedField):
            shown: object = "" if value is None else editor.written(value)
            if even_if_same or kept.now() != shown:
                editor.show_value(value)
        elif isinstance(editor, LineField | GrowingText):
            if even_if_same or kept.now() != value:
                editor.set_value(str(value or ""))
        elif isinstance(editor, RadioCardGroup):
            editor.set_value(value if isinstance(value, int) else None)
        else:
            editor.set_value(value)
        kept.shown = kept.now()


def _value(record: object, name: str) -> object:
    return record.get(name, "") if isinstance(record, Mapping) else getattr(record, name)
