"""How buttons are pressed: Return does what Space does, and a double click stays where it began."""

from __future__ import annotations

from typing import TYPE_CHECKING
from weakref import ReferenceType, ref

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QMouseEvent
from typing_extensions import override

if TYPE_CHECKING:
    from PySide6.QtWidgets import QAbstractButton as _Base
else:
    # Two bases of Qt's in one class are not allowed; at run time this is a plain mixin.
    _Base = object

_pressed: ReferenceType[OneClick] | None = None


class OneClick(_Base):
    """Mixed into buttons: the second press of a double click counts only where the first one was.

    Where a click folds a part or opens a form, something else stands under the pointer when the second
    press comes; it must not be chosen, or agreed to, by a hand that double-clicks everything.
    """

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        # Remember where the mouse was pressed.
        global _pressed
        _pressed = ref(self)
        super().mousePressEvent(event)

    @override
    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        if _pressed is not None and _pressed() is self:
            super().mouseDoubleClickEvent(event)
        else:
            event.accept()


class ReturnPresses(_Base):
    """Mixed into buttons: Return and Enter press the one that has the keyboard, on every platform.

    A key held down presses once: what comes to stand there next must be meant, too.
    """

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() not in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            super().keyPressEvent(event)
        elif not event.isAutoRepeat():
            self.click()
