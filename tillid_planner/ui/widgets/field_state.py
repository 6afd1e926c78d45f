"""What an editor shows, as a plain value that can be stored and put back: also text that cannot be read yet."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any, Protocol, TypeAlias

from PySide6.QtCore import Qt

from tillid_planner.domain.draft import FieldState
from tillid_planner.ui.widgets.choices import CheckBox
from tillid_planner.ui.widgets.fields import LineField
from tillid_planner.ui.widgets.growing_text import GrowingText


class Choice(Protocol):
    """An editor that offers values; its signal ``chosen`` tells that the user took one."""

    chosen: Any

    def value(self) -> object:
        """Return the chosen value, or None."""

    def values(self) -> Sequence[object]:
        """Return the values offered."""

    def set_value(self, value: Any) -> None:
        """Choose silently; None chooses nothing."""

    def setFocus(self, reason: Qt.FocusReason) -> None:
        """Take the keyboard."""

    def setProperty(self, name: str, value: Any) -> bool:
        """Set a property of the widget."""


Editor: TypeAlias = LineField | GrowingText | CheckBox | Choice


def field_state(editor: Editor) -> FieldState:
    """Return the text as it is typed, the chosen value by its name, or whether a box is ticked."""
    if isinstance(editor, GrowingText):
        return editor.toPlainText()
    if isinstance(editor, LineField):
        return editor.text()
    if isinstance(editor, CheckBox):
        return editor.isChecked()
    return _name(editor.value())


def put_field_state(editor: Editor, state: FieldState) -> None:
    """Show a state again as if the user had entered it; a value that is not offered any more chooses nothing.

    Text counts as typed, not as kept: leaving the field commits it.
    """
    if isinstance(editor, GrowingText):
        editor.type_text(str(state or ""))
    elif isinstance(editor, LineField):
        editor.setText(str(state or ""))
    elif isinstance(editor, CheckBox):
        editor.setChecked(bool(state))
    else:
        editor.set_value(next((value for value in editor.values() if _name(value) == state), None))


def on_change(editor: Editor, slot: Callable[[], object]) -> None:
    """Call *slot* whenever the user, or for text the program, puts something else into the editor."""
    if isinstance(editor, GrowingText | LineField):
        signals = [editor.textChanged]
    elif isinstance(editor, CheckBox):
        signals = [editor.toggled]
    else:
        signals = [editor.chosen, *([editor.cleared] if hasattr(editor, "cleared") else [])]
    for signal in signals:
        signal.connect(lambda *_: slot())


def _name(value: object) -> str | None:
    return None if value is None else str(value)
