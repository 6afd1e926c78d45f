"""A line of text that means something else: it is read, checked, and written back tidily."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from tillid_planner.ui.widgets.fields import LineField


class ParsedField(LineField):
    """Reads its text as a value; ``value_committed`` carries it, ``error_changed`` a sentence or None.

    Nothing is told while the text cannot be read; it stays as the user wrote it.
    """

    value_committed = Signal(object)
    error_changed = Signal(object)

    def __init__(self, placeholder: str = "", parent: QWidget | None = None) -> None:
        super().__init__(placeholder=placeholder, parent=parent)
        self.textEdited.connect(self._ease)

    def error(self) -> str | None:
        """Return what to write instead, or None when the field can be read."""
        raise NotImplementedError

    def read(self) -> object:
        """Return the value, or None for an empty or unreadable field; :meth:`error` tells which."""
        raise NotImplementedError

    def written(self, value: object) -> str:
        """Return *value* as the field shows it."""
        raise NotImplementedError

    def show_value(self, value: object) -> None:
        """Show *value* as the kept value, without telling; None empties the field."""
        self.set_value("" if value is None else self.written(value))
        self.error_changed.emit(None)

    def check(self) -> bool:
        """Show the error, if there is one; return whether the value can be used."""
        wrong = self.error()
        self.error_changed.emit(wrong)
        return wrong is None

    def _ease(self) -> None:
        if self.error() is None:
            self.error_changed.emit(None)

    @override
    def _commit(self) -> None:
        if self.value() == self._kept or not self.check():
            return
        value = self.read()
        shown = "" if value is None else self.written(value)
        changed = shown != self._kept
        self._kept = shown
        self.setText(shown)
        if changed:
            self.committed.emit(shown)
            self.value_committed.emit(value)
