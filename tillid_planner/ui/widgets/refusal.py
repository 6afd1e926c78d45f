"""Showing why something was refused: at the control, scrolled into view, with the focus there."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from PySide6.QtCore import QTimer
from PySide6.QtGui import QAccessible, QAccessibleEvent
from PySide6.QtWidgets import QLayout, QScrollArea, QVBoxLayout, QWidget
from shiboken6 import isValid

from tillid_planner.content import Words
from tillid_planner.domain.errors import Fault
from tillid_planner.ui.widgets.cards import SunkenNote
from tillid_planner.ui.widgets.fields import Field
from tillid_planner.ui.widgets.focus import focus_reason
from tillid_planner.ui.widgets.radio_cards import RadioCardGroup

_AROUND = 24


def refuse(field: Field, text: str) -> None:
    """Say at a field what to write, and put the keyboard there, in sight."""
    field.set_error(text)
    _take_keyboard(field.editor)
    QTimer.singleShot(0, field, lambda: reveal(field, field.editor))


def show_faults(
    words: Words, fields: Mapping[str, Field], faults: Iterable[Fault], *, otherwise: Field | None = None
) -> None:
    """Say at each field what is wrong with it and put the keyboard in the first.

    What concerns no field is said at *otherwise*, or nowhere.
    """
    found = [(fields.get(fault.field, otherwise), fault) for fault in faults]
    for field, fault in reversed(found):
        if field is not None:
            refuse(field, words.text(f"faults.{fault.code}", **fault.params))


def show_refusal(note: SunkenNote, text: str, control: QWidget) -> None:
    """Say in *note*, right under *control*, why nothing was stored."""
    place = _place_below(control)
    if place is not None:
        column, index = place
        holder = note.parentWidget()
        if holder is None or holder.layout() is not column or column.indexOf(note) != index:
            column.insertWidget(index, note)
    note.set_text(text)
    note.show()
    QAccessible.updateAccessibility(QAccessibleEvent(note, QAccessible.Event.Alert))
    _take_keyboard(control)
    # The layout has to make room first.
    QTimer.singleShot(0, note, lambda: reveal(note, control))


def _take_keyboard(control: QWidget) -> None:
    if isinstance(control, RadioCardGroup):
        control.take_focus(focus_reason())
    else:
        control.setFocus(focus_reason())


def reveal(*widgets: QWidget) -> None:
    """Scroll until these are seen, the last of them for certain."""
    for widget in widgets:
        if not isValid(widget):
            continue
        above = widget.parentWidget()
        while above is not None:
            if isinstance(above, QScrollArea):
                above.ensureWidgetVisible(widget, 0, _AROUND)
            above = above.parentWidget()


def _place_below(control: QWidget) -> tuple[QVBoxLayout, int] | None:
    widget = control
    while (parent := widget.parentWidget()) is not None:
        layout = parent.layout()
        found = _below(layout, widget) if layout is not None else None
        if found is not None:
            return found
        widget = parent
    return None


def _below(layout: QLayout, widget: QWidget) -> tuple[QVBoxLayout, int] | None:
    """Return the innermost column that holds *widget*, and the index after it; None if there is none."""
    for index in range(layout.count()):
        item = layout.itemAt(index)
        inner = item.layout() if item is not None else None
        if item is None or (item.widget() is not widget and (inner is None or not _holds(inner, widget))):
            continue
        deeper = _below(inner, widget) if inner is not None else None
        if deeper is not None:
            return deeper
        return (layout, index + 1) if isinstance(layout, QVBoxLayout) else None
    return None


def _holds(layout: QLayout, widget: QWidget) -> bool:
    items = (layout.itemAt(index) for index in range(layout.count()))
    return any(
        item is not None
        and (item.widget() is widget or ((inner := item.layout()) is not None and _holds(inner, widget)))
        for item in items
    )
