"""The card of what needs attention now: one line each, with the action that deals with it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from tillid_planner.services.today import CASE_KINDS, Matter
from tillid_planner.ui.texts import tr
from tillid_planner.ui.widgets import Button, Card, Hairline, IconLabel, TextButton, TextLabel
from tillid_planner.ui.widgets.layouts import clear_layout

#: More lines than this wait behind «Show all».
AT_FIRST = 6
_ICONS = {
    **dict.fromkeys(CASE_KINDS, "breach"),
    "follow_up_overdue": "follow-up",
    "no_follow_up": "follow-up",
    "net_lost": "net",
    "control_untold": "control",
    "leap_review": "leap",
    "offer_waiting": "conversation",
    "no_agreement": "conversation",
    "red_line_unwatched": "show",
    "no_deputy": "people",
    "uncovered": "people",
    "task_undescribed": "frames",
    "task_unclear": "frames",
}
#: What a bystander has no business reading beside a name, and where only the reason tells of a rung.
_PRIVATE = CASE_KINDS | {"leap_review", "offer_waiting", "above_legal_ceiling"}
_PRIVATE_REASON = _PRIVATE | {"follow_up_overdue", "no_follow_up"}


@dataclass(frozen=True, slots=True)
class MatterLine:
    """A matter and its words; without ``action`` there is no page for it."""

    matter: Matter
    title: str
    reason: str
    action: str


class MatterRow(QWidget):
    """One matter: what, why, and its button."""

    def __init__(self, line: MatterLine) -> None:
        super().__init__()
        self.line = line
        private = line.matter.kind in _PRIVATE
        name = _ICONS.get(line.matter.kind, "warning")
        icon = IconLabel(name, role="warn_icon" if name == "warning" else "text_muted")
        self.button = Button(line.action)
        self.button.setAccessibleDescription(line.title)
        words = QVBoxLayout()
        words.setSpacing(1)
        words.addWidget(TextLabel(line.title, weight=600, private=private))
        words.addWidget(TextLabel(line.reason, muted=True, private=line.matter.kind in _PRIVATE_REASON))
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 11, 16, 12)
        row.setSpacing(12)
        row.addWidget(icon, 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(words, 1)
        row.addSpacing(4)
        row.addWidget(self.button, 0, Qt.AlignmentFlag.AlignVCenter)
        self.button.setVisible(bool(line.action))


class MattersCard(Card):
    """What to look at first; ``wanted`` carries the matter whose act was asked for."""

    wanted = Signal(object)
    #: Other lines stand there now.
    refilled = Signal()

    def __init__(self) -> None:
        super().__init__(tr("Look at this first"), ruled=True, flush=True)
        self.rows: list[MatterRow] = []
        self._lines: Sequence[MatterLine] = ()
        self._all = False
        self.quiet = TextLabel("", muted=True)
        self.more = TextButton("", flush=True)
        self.more.clicked.connect(self._show_all)
        self._column = QVBoxLayout()
        self._column.setSpacing(0)
        self._quiet_row, self._more_row = _padded(self.quiet, 12, 14), _padded(self.more, 4, 4)
        for part in (self._column, self._quiet_row, self._more_row):
            self.add(part)
        self._lay_rows()

    def show_lines(self, lines: Sequence[MatterLine]) -> None:
        """Show the matters; the same as before stay as they are."""
        if list(lines) != list(self._lines):
            self._lines = lines
            self._lay_rows()

    def say_quiet(self, text: str) -> None:
        """Set what is said when nothing needs attention."""
        self.quiet.setText(text)

    def _lay_rows(self) -> None:
        shown = self._lines if self._all else self._lines[:AT_FIRST]
        clear_layout(self._column)
        self.rows = [MatterRow(line) for line in shown]
        hidden = len(self._lines) > len(shown)
        for number, row in enumerate(self.rows, start=1):
            row.button.clicked.connect(lambda *_, matter=row.line.matter: self.wanted.emit(matter))
            self._column.addWidget(row)
            if number < len(self.rows) or hidden:
                self._column.addWidget(Hairline())
        if self.rows:
            # The keyboard comes to what is first, not to the head of the page.
            self.rows[0].button.setProperty("begins", True)
        self._quiet_row.setVisible(not self.rows)
        self._more_row.setVisible(hidden)
        self.more.setText(tr("Show all {count}", count=len(self._lines)))
        self.refilled.emit()

    def _show_all(self) -> None:
        self._all = True
        self._lay_rows()
        self.rows[AT_FIRST].button.setFocus(Qt.FocusReason.OtherFocusReason)


def _padded(widget: QWidget, top: int, bottom: int) -> QWidget:
    holder = QWidget()
    row = QHBoxLayout(holder)
    row.setContentsMargins(16, top, 16, bottom)
    row.addWidget(widget, 0 if isinstance(widget, Button) else 1)
    if isinstance(widget, Button):
        row.addStretch(1)
    return holder
