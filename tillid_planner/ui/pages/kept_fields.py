"""The fields of a form that keeps itself: what is left is told, what is being typed is never lost."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from tillid_planner.content import Words
from tillid_planner.domain.errors import Fault
from tillid_planner.ui.widgets import ComboBox, Field, GrowingText, LineField, RadioCardGroup, Segmented
from tillid_planner.ui.widgets.parsed_field import ParsedField

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
    """Binds editors to the attributes of a record; ``edited`` tells the name and the value to store."""

    edited = Signal(str, object)

    def __init__(self, words: Words, parent: QObject) -> None:
        super().__init__(parent)
        self._words = words
        self._kept: dict[str, _Kept] = {}

    def bind(self, name: str, editor: Editor, field: Field | None = None) -> None:
        """Let *editor* stand for the attribute *name*; *field* shows what is wrong with it."""
        self._kept[name] = _Kept(editor, field)
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
                self._put(kept, getattr(record, name))

    def show_afresh(self, record: object) -> None:
        """Show another record: everything that was typed or wrong before is gone."""
        for name, kept in self._kept.items():
            self._put(kept, getattr(record, name), even_if_same=True)
            if kept.field is not None:
                kept.field.set_error(None)

    def stored(self, name: str) -> None:
        """Note that what the field shows is stored now."""
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

    def commit_focused(self) -> None:
        """Tell what is being typed now, as leaving the field would."""
        for kept in self._kept.values():
            if isinstance(kept.editor, GrowingText) and kept.editor.hasFocus():
                kept.editor.commit()
            elif isinstance(kept.editor, LineField) and kept.editor.hasFocus():
                kept.editor.editingFinished.emit()

    def unstored(self) -> list[QWidget]:
        """Return the editors that hold something typed which is not stored."""
        return [kept.editor for kept in self._kept.values() if kept.now() != kept.shown]

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
