"""Choosing a rung: five forms in a row, or a menu that says why one cannot be had."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QPoint, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QRadioButton, QSizePolicy, QWidget
from typing_extensions import override

from tillid_planner.content import Words
from tillid_planner.ui.texts import tr
from tillid_planner.ui.theme import current_theme, paint_plate, paint_rung, ratings_hidden, scaled
from tillid_planner.ui.widgets.buttons import IconButton
from tillid_planner.ui.widgets.labels import plain_tooltip
from tillid_planner.ui.widgets.menu import Menu

_SIDE = 24
_PLATE = 32


def rung_terms(words: Words, rung: int) -> list[tuple[str, str]]:
    """Return who decides at a rung, when the leader is asked, which control fits, and that she still answers for it."""
    if not rung:
        return []
    terms = [
        (f"{words.text(f'ladders.task.{key}')}:", words.text(f"ladders.task.{rung}.{key}"))
        for key in ("decides", "asked", "control")
    ]
    return [*terms, ("", words.text("ladders.task.answers"))]


def rung_name(words: Words, rung: int) -> str:
    """Return the name of a rung 0–5."""
    return words.text(f"ladders.task.{rung}.name")


def fill_rung_menu(menu: Menu, words: Words, legal_ceiling: int, choose: Callable[[int], object]) -> None:
    """Offer the rungs 1–5 and the pause; one above the law's ceiling is shown, with the reason."""
    menu.clear()
    menu.setToolTipsVisible(True)
    for rung in range(1, 6):
        text = tr("{rung} {name}", rung=rung, name=rung_name(words, rung))
        if rung > legal_ceiling:
            text = tr("{rung_text} – above the legal ceiling", rung_text=text)
        entry = menu.add(text, None, partial(choose, rung), enabled=rung <= legal_ceiling)
        if rung > legal_ceiling:
            entry.setToolTip(tr("The law or an instruction allows rung {ceiling} at most.", ceiling=legal_ceiling))
    menu.addSeparator()
    menu.add(rung_name(words, 0), None, lambda: choose(0))


class _Choice(QRadioButton):
    """One rung of the row."""

    def __init__(self, rung: int, kind: str, name: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.rung, self._kind = rung, kind
        self.setAccessibleName(tr("{rung} {name}", rung=rung, name=name))
        self.setToolTip(plain_tooltip(tr("{rung} {name}", rung=rung, name=name)))
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    @override
    def sizeHint(self) -> QSize:
        return QSize(scaled(_PLATE), scaled(_PLATE))

    @override
    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    @override
    def hitButton(self, pos: QPoint) -> bool:
        return self.rect().contains(pos)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        theme = current_theme()
        painter = QPainter(self)
        if self.isChecked() and not ratings_hidden():
            paint_plate(painter, self.rect(), theme.select_fill, theme.select_line, 6, 2)
        elif self.underMouse() and self.isEnabled():
            paint_plate(painter, self.rect(), theme.hover, radius=6)
        inset = (scaled(_PLATE) - scaled(_SIDE)) / 2
        painter.setOpacity(1.0 if self.isEnabled() else 0.4)
        paint_rung(painter, QRectF(inset, inset, scaled(_SIDE), scaled(_SIDE)), self.rung, self._kind, theme)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        row = self.parentWidget()
        if isinstance(row, RungRow) and event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            row.clear()
            return
        if isinstance(row, RungRow) and event.text().isdigit() and row.choose(int(event.text())):
            return
        super().keyPressEvent(event)


class RungRow(QWidget):
    """The rungs 1–5 side by side as rings; one tab stop, arrow and figure keys, Delete for none.

    ``chosen`` carries the rung, ``cleared`` tells that none is chosen any more. *clear* names the button for it.
    """

    chosen = Signal(int)
    cleared = Signal()

    def __init__(
        self, words: Words, kind: str = "own", *, accessible: str = "", clear: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(accessible)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(4)
        self._choices = [_Choice(rung, kind, rung_name(words, rung), self) for rung in range(1, 6)]
        for choice in self._choices:
            choice.clicked.connect(self._emit_chosen)
            row.addWidget(choice)
        self.clear_button = IconButton("close", clear, "bare")
        policy = self.clear_button.sizePolicy()
        policy.setRetainSizeWhenHidden(True)
        self.clear_button.setSizePolicy(policy)
        self.clear_button.clicked.connect(lambda *_: self.clear())
        self.clear_button.hide()
        row.addWidget(self.clear_button)

    def value(self) -> int | None:
        """Return the chosen rung, or None."""
        return next((choice.rung for choice in self._choices if choice.isChecked()), None)

    def values(self) -> list[int]:
        """Return the rungs offered."""
        return [choice.rung for choice in self._choices]

    def set_value(self, rung: int | None) -> None:
        """Choose silently; None chooses nothing."""
        for choice in self._choices:
            choice.setAutoExclusive(False)
            choice.setChecked(choice.rung == rung)
        for choice in self._choices:
            choice.setAutoExclusive(True)
        # Hidden under the keyboard, the button would send it to whatever comes next.
        if rung is None and self.clear_button.hasFocus():
            self._choices[0].setFocus(Qt.FocusReason.OtherFocusReason)
        self.clear_button.setVisible(rung is not None)

    def clear(self) -> None:
        """Choose nothing, as the user would."""
        if self.value() is not None:
            self.set_value(None)
            self.cleared.emit()

    def choose(self, rung: int) -> bool:
        """Choose as the user would; return whether the rung is offered."""
        for choice in self._choices:
            if choice.rung == rung:
                choice.setFocus(Qt.FocusReason.ShortcutFocusReason)
                choice.click()
                return True
        return False

    def _emit_chosen(self) -> None:
        value = self.value()
        if value is not None:
            self.clear_button.show()
            self.chosen.emit(value)
