"""Between the halves: who is to sit at the screen now, before anything written on a half is shown."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from tillid_planner.domain.conversation import Side
from tillid_planner.ui.texts import tr
from tillid_planner.ui.widgets import Button, Card, TextLabel
from tillid_planner.ui.widgets.focus import focus_reason


class Turn(QWidget):
    """Shows nothing of either half.

    ``shown`` tells that the right one sits here, ``closed_again`` that a half which came open by a slip is to be
    closed.
    """

    shown = Signal()
    closed_again = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._written = False
        self.title = TextLabel("", "large")
        self.text = TextLabel("", muted=True)
        self.show_button = Button("", "primary")
        self.close_button = Button(tr("Close it again"), "primary", "lock")
        card = Card()
        card.add(self.title)
        card.add(self.text)
        acts = QHBoxLayout()
        acts.setSpacing(12)
        acts.addWidget(self.close_button)
        acts.addWidget(self.show_button)
        acts.addStretch(1)
        card.add(acts)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(card)
        column.addStretch(1)
        self.show_button.clicked.connect(lambda *_: self.shown.emit())
        self.close_button.clicked.connect(lambda *_: self.closed_again.emit())

    def wait_for(self, side: Side, name: str, *, written: bool, whole: bool, first: bool) -> None:
        """Wait for a side.

        *written* tells that something stands on its half already, *whole* that the half could be closed as it is,
        *first* that the other half is not closed yet.
        """
        self._written = written
        leader = side is Side.LEADER
        if written:
            self.title.setText(
                tr("The leader's side is open") if leader else tr("The side of {name} is open", name=name)
            )
            self.text.setText(tr("Something is written on it. Only the one who wrote it should see it now."))
        else:
            self.title.setText(tr("Now the leader writes") if leader else tr("Now {name} writes", name=name))
            self.text.setText(
                tr("Turn the screen round, or copy from the paper. What is written stays closed until both are done.")
                if first
                else tr("Turn the screen round, or copy from the paper. The side that is written already is closed.")
            )
        self.show_button.setText(tr("Show it") if written else tr("Begin"))
        self.show_button.set_kind("secondary" if written and whole else "primary")
        self.close_button.setVisible(written and whole)

    def take_focus(self) -> None:
        """Put the keyboard where a stray key shows nothing to the wrong one."""
        if not self._written:
            self.show_button.setFocus(focus_reason())
        elif self.close_button.isVisibleTo(self):
            self.close_button.setFocus(focus_reason())
        else:
            self.setFocus(focus_reason())
