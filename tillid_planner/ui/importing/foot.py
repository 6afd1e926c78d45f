"""The foot of the import: what holds at this step, the way back, and the way on with what it does."""

from __future__ import annotations

from enum import IntEnum

from PySide6.QtCore import Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget
from typing_extensions import override

from tillid_planner.content import Words
from tillid_planner.ui.texts import tr
from tillid_planner.ui.theme import current_theme, scaled
from tillid_planner.ui.widgets import Button, TextLabel


class Step(IntEnum):
    """The steps of an import, in their order."""

    CHOOSE = 0
    COLUMNS = 1
    REVIEW = 2
    FETCH = 3


class RuledRow(QWidget):
    """A row with a hairline below or above it."""

    def __init__(self, *, below: bool, height: int) -> None:
        super().__init__()
        self._below = below
        self.row = QHBoxLayout(self)
        self.row.setContentsMargins(24, 8, 24, 8)
        self.row.setAlignment(Qt.AlignmentFlag.AlignVCenter)
        self.setMinimumHeight(scaled(height) if below else height)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        top = self.height() - 1 if self._below else 0
        QPainter(self).fillRect(0, top, self.width(), 1, current_theme().line)


class Foot(RuledRow):
    """Promise and buttons; the button that leads on says why it cannot be pressed."""

    def __init__(self, words: Words) -> None:
        super().__init__(below=False, height=64)
        self._words = words
        self.promise = TextLabel("", muted=True)
        self.back = Button(tr("Back"))
        self.forward = Button("", "primary")
        self.row.setSpacing(8)
        self.row.addWidget(self.promise, 1)
        self.row.addWidget(self.back)
        self.row.addWidget(self.forward)

    def show_step(self, step: Step, kind: str, *, named: bool, chosen: int, kept: bool, working: bool) -> None:
        """Show the step of an import of «staff» or «tasks».

        *named*: a column holds the names; *chosen*: the rows that would be fetched; *kept*: the plan lies on disk,
        so a backup is made; *working*: nothing can be pressed until what runs has ended.
        """
        self.forward.setVisible(step != Step.CHOOSE)
        self.back.setEnabled(not working)
        self.promise.setText(_promise(step, kept))
        why = ""
        if step == Step.COLUMNS:
            self.forward.setText(tr("Continue"))
            why = "" if named else self._words.text(f"importing.notes.no_name_{kind}")
        elif step >= Step.REVIEW:
            self.forward.setText(_verb(kind, chosen))
            why = "" if chosen else tr("Nothing is chosen that would change anything.")
        self.forward.updateGeometry()
        self.forward.setEnabled(not why and not working)
        self.forward.setToolTip(why)


def _promise(step: Step, kept: bool) -> str:
    if step < Step.REVIEW:
        return tr("Nothing changes before you have looked the rows through.")
    if kept:
        return tr("A backup is made first, and everything can be undone afterwards.")
    return tr("Everything can be undone afterwards.")


def _verb(kind: str, count: int) -> str:
    if not count:
        return tr("Fetch")
    return tr("Fetch %n person(s)", n=count) if kind == "staff" else tr("Fetch %n task(s)", n=count)
