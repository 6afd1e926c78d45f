"""The field for a passphrase: an eye to show it, and an ear for Caps Lock."""

from __future__ import annotations

import re
import sys

from PySide6.QtCore import QEvent, QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget
from typing_extensions import override

from tillid_planner.ui.texts import tr
from tillid_planner.ui.theme import scaled
from tillid_planner.ui.widgets import Field, IconButton, LineField, TextLabel

_CAPS_LOCK = 0x14
_GOOD_LENGTH = 20
_FEW_SIGNS = 4


class PassphraseLine(LineField):
    """One line that hides what is typed until the eye is pressed; nothing typed here is ever stripped."""

    caps_lock_changed = Signal(bool)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(large=True, parent=parent)
        self._caps_lock: bool | None = None
        self.setEchoMode(QLineEdit.EchoMode.Password)
        self.setStyleSheet(f"QLineEdit {{ lineedit-password-character: {ord('•')}; }}")
        self.setInputMethodHints(
            Qt.InputMethodHint.ImhHiddenText
            | Qt.InputMethodHint.ImhSensitiveData
            | Qt.InputMethodHint.ImhNoPredictiveText
            | Qt.InputMethodHint.ImhNoAutoUppercase
        )
        self.eye = IconButton("show", tr("Show the passphrase"), "bare", shortcut="Alt+V", parent=self)
        self.eye.setCheckable(True)
        # Not between the fields on the way of Tab: there a typed space would show the passphrase. Alt+V is its key.
        self.eye.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.eye.setProperty("ringRadius", 6)
        self.eye.setCursor(Qt.CursorShape.ArrowCursor)
        self.eye.toggled.connect(self._show_or_hide)
        self.setTextMargins(0, 0, scaled(32), 0)

    def forget(self) -> None:
        """Empty the line and hide what comes next."""
        self.eye.setChecked(False)
        self.set_value("")

    def _show_or_hide(self, shown: bool) -> None:
        self.setEchoMode(QLineEdit.EchoMode.Normal if shown else QLineEdit.EchoMode.Password)
        self.eye.set_icon("hide" if shown else "show")
        self.eye.set_words(tr("Hide the passphrase") if shown else tr("Show the passphrase"), "Alt+V")

    def _listen(self, event: QKeyEvent) -> None:
        state = _caps_lock_state()
        if state is None:
            state = self._guessed(event)
        if state is not None and state != self._caps_lock:
            self._caps_lock = state
            self.caps_lock_changed.emit(state)

    def _guessed(self, event: QKeyEvent) -> bool | None:
        # Qt does not tell; a letter's case and the Shift key do.
        if event.key() == Qt.Key.Key_CapsLock:
            return None if self._caps_lock is None else not self._caps_lock
        letter = event.text()
        others = (
            Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.MetaModifier
        )
        if len(letter) != 1 or letter.lower() == letter.upper() or event.modifiers() & others:
            return None
        if event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
            # With both, a Mac writes capitals and others do not, so a capital proves nothing.
            return True if letter.islower() else None
        return letter.isupper()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        # Type, and listen for Caps Lock; Alt+V shows or hides what is typed.
        if event.key() == Qt.Key.Key_V and event.modifiers() == Qt.KeyboardModifier.AltModifier:
            self.eye.toggle()
            return
        self._listen(event)
        super().keyPressEvent(event)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        side = self.height() - 8
        self.eye.setFixedSize(side, side)
        self.eye.move(QPoint(self.width() - side - 4, 4))

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.EnabledChange and not self.isEnabled():
            self.eye.setChecked(False)


class PassphraseField(QWidget):
    """A label, the line, and below it what is wrong, how strong it is, or that Caps Lock is on."""

    def __init__(self, label: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        self.line = PassphraseLine()
        self.field = Field(label, self.line)
        self._caps = TextLabel(tr("Caps Lock is on."), "small", muted=True, icon="info")
        self._caps.hide()
        column.addWidget(self.field)
        column.addWidget(self._caps)
        self.line.caps_lock_changed.connect(self._caps.setVisible)

    def text(self) -> str:
        """Return exactly what was typed."""
        return self.line.text()

    def forget(self) -> None:
        """Empty the field and take every remark away."""
        self.line.forget()
        self.field.set_error(None)


def advice(passphrase: str, name: str, least: int) -> str:
    """Return a friendly remark on how hard a passphrase is to guess; no meter, no marks."""
    plain = passphrase.casefold()
    if not passphrase:
        return tr(
            "At least {least} characters. Four or five words are easy to remember and hard to guess.",
            least=least,
        )
    if len(passphrase) < least:
        return tr("%n more character(s).", n=least - len(passphrase))
    if len(set(plain)) <= _FEW_SIGNS or (name.strip() and plain.strip() == name.strip().casefold()):
        return tr("That is easy to guess. Take four or five words that do not belong together.")
    if len(passphrase) < _GOOD_LENGTH and len(re.findall(r"\w+", passphrase)) < 4:
        return tr("It will do. One or two more words make it much harder to guess.")
    return tr("Good: long, and in words you can remember.")


def _caps_lock_state() -> bool | None:
    if sys.platform == "win32":
        import ctypes

        return bool(ctypes.windll.user32.GetKeyState(_CAPS_LOCK) & 1)
    return None
