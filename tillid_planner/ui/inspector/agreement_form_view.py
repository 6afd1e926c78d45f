"""The agreement form's parts and their places."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget
from typing_extensions import override

from tillid_planner.content import Words
from tillid_planner.domain.agreement import ASK_WHEN_FROM_RUNG, Agreement, AgreementState
from tillid_planner.domain.ground_rule import LineOnTask
from tillid_planner.ui.task_words import red_line_details
from tillid_planner.ui.texts import tr
from tillid_planner.ui.theme import current_theme
from tillid_planner.ui.widgets import (
    Button,
    DateField,
    Field,
    FlowLayout,
    FreeLine,
    GrowingText,
    Hairline,
    Menu,
    RungBadge,
    ScrollPage,
    Segmented,
    SunkenNote,
    TextLabel,
)
from tillid_planner.ui.widgets.hiding_overlay import HidingOverlay
from tillid_planner.ui.widgets.layouts import clear_layout
from tillid_planner.ui.widgets.link import Link
from tillid_planner.ui.widgets.rungs import RungRow


def states() -> list[tuple[object, str]]:
    """Return how far an agreement can have come, in words."""
    return [
        (AgreementState.OFFERED, tr("Offered")),
        (AgreementState.DISCUSSED, tr("Discussed")),
        (AgreementState.ACCEPTED, tr("Accepted")),
    ]


class AgreementFormView:
    """Makes the widgets of the form and lays them out in *host*; no decisions are taken here."""

    def __init__(self, words: Words, today: date, host: QWidget) -> None:
        self.head = RungBadge(None, "agreed", 32)
        self.title = TextLabel("", "section")
        self.line = TextLabel("", "small", muted=True)
        self.menu = Menu(parent=host)
        self.other = Link(tr("Another rung"))
        self.other.clicked.connect(self._open_menu)
        self.fault = SunkenNote("warn", "")
        self.fault.hide()
        self.leap_note = SunkenNote("info", "", icon="leap")
        self.purpose = GrowingText(min_lines=1)
        self.limits = GrowingText(min_lines=1)
        self.ask_when = GrowingText(min_lines=1)
        self.support = GrowingText(min_lines=1)
        self.watcher = FreeLine()
        self.first_follow_up = DateField(today=today)
        self.red_lines = QVBoxLayout()
        self.red_lines.setSpacing(4)
        self.reason = GrowingText(min_lines=2)
        self.gain = GrowingText(min_lines=1)
        self.risk = GrowingText(min_lines=1)
        self.catch = GrowingText(min_lines=1)
        self.review_on = DateField(today=today)
        self.employee_rung = RungRow(
            words, accessible=tr("The rung the employee would choose"), clear=tr("Clear the employee's rung")
        )
        self.employee_view = GrowingText(min_lines=1)
        self.employee_comment = GrowingText(min_lines=1)
        self.state = Segmented(states(), accessible=tr("Where we stand"))
        self.agree = Button("", "primary")
        self.cancel = Button(tr("Close without agreeing"), "quiet")
        self.hopes_button = Button(tr("Gain and risk"), "text", "add", flush=True)
        self.fields = {
            "leap.gain": Field(tr("What do we hope to gain?"), self.gain),
            "leap.risk": Field(tr("Which risk do we accept?"), self.risk),
            "leap.catch": Field(tr("What catches us if it fails?"), self.catch),
            "leap.review_on": Field(tr("When do we look at it again?"), self.review_on),
            "reason": Field(tr("Reason for a lower rung"), self.reason),
            "purpose": Field(tr("Purpose"), self.purpose),
            "limits": Field(tr("Limits"), self.limits),
            "ask_when": Field(tr("Ask me when"), self.ask_when),
            "support": Field(tr("Support"), self.support),
            "watcher": Field(tr("Who watches"), self.watcher),
            "first_follow_up": Field(tr("First follow-up"), self.first_follow_up),
            "employee_view": Field(tr("The employee's own view"), self.employee_view, tr("In her or his own words.")),
            "employee_comment": Field(tr("The employee's comment"), self.employee_comment),
        }
        self._lay_out(host)

    def _open_menu(self) -> None:
        self.menu.popup(self.other.mapToGlobal(QPoint(0, self.other.height())))

    def required_labels(self, draft: Agreement | None, before: int | None) -> set[str]:
        """Return the labels of the fields that must be filled in for *draft*; *before* is the rung in force."""
        if draft is None:
            return set()
        wanted = set()
        if draft.rung >= ASK_WHEN_FROM_RUNG:
            wanted.add("ask_when")
        if draft.is_leap:
            wanted |= {"leap.gain", "leap.risk", "leap.catch", "leap.review_on"}
        if draft.needs_reason(before):
            wanted.add("reason")
        return {self.fields[name].label.text() for name in wanted}

    def show_leap(self, *, leap: bool, hopes: bool) -> None:
        """Show the four questions of a *leap*, the two about gain and risk (*hopes*), or the button that opens them."""
        for part in (self.leap_note, self.fields["leap.catch"], self.fields["leap.review_on"]):
            part.setVisible(leap)
        self.leap_part.setVisible(leap or hopes)
        self.leap_part.updateGeometry()

    def _lay_out(self, host: QWidget) -> None:
        content = QWidget()
        self.scroll = ScrollPage(content, parent=host)
        column = QVBoxLayout(content)
        column.setContentsMargins(16, 14, 16, 16)
        column.setSpacing(14)
        self.fields_column = column
        column.addLayout(self._head_row())
        column.addWidget(self.fault)
        self.leap_part = QWidget(content)
        leap = QVBoxLayout(self.leap_part)
        leap.setContentsMargins(0, 0, 0, 0)
        leap.setSpacing(12)
        leap.addWidget(self.leap_note)
        for name in ("leap.gain", "leap.risk", "leap.catch", "leap.review_on"):
            leap.addWidget(self.fields[name])
        leap.addWidget(Hairline())
        column.addWidget(self.leap_part)
        column.addWidget(self.hopes_button, 0, Qt.AlignmentFlag.AlignLeft)
        for name in ("reason", "purpose"):
            column.addWidget(self.fields[name])
        column.addWidget(self._fixed_part())
        for name in ("limits", "ask_when", "support", "watcher", "first_follow_up"):
            column.addWidget(self.fields[name])
        column.addWidget(Hairline())
        wish = QVBoxLayout()
        wish.setSpacing(4)
        wish.addWidget(TextLabel(tr("The rung the employee would choose"), weight=600))
        wish.addWidget(self.employee_rung, 0, Qt.AlignmentFlag.AlignLeft)
        column.addLayout(wish)
        column.addWidget(self.fields["employee_view"])
        column.addWidget(self.fields["employee_comment"])
        column.addStretch(1)
        self.hiding = HidingOverlay(content)
        outer = QVBoxLayout(host)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(0)
        outer.addWidget(self.scroll, 1)
        bar = ActionBar(host)
        bar.add_above(self._state_row())
        for made in (self.agree, self.cancel):
            bar.flow.addWidget(made)
        outer.addWidget(bar)
        self.bar_hiding = HidingOverlay(bar, "sunken")

    def _fixed_part(self) -> QWidget:
        self.fixed_part = QWidget()
        column = QVBoxLayout(self.fixed_part)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(TextLabel(tr("Red lines"), weight=600))
        column.addLayout(self.red_lines)
        note = tr("They are fixed on every rung, and are changed where they were written.")
        column.addWidget(TextLabel(note, "small", muted=True))
        return self.fixed_part

    def show_red_lines(self, lines: Iterable[LineOnTask]) -> None:
        """Show the lines of the unit and of the task, each with its source and what follows."""
        clear_layout(self.red_lines)
        for line in lines:
            self.red_lines.addWidget(TextLabel(f"• {line.text}"))
            if details := red_line_details(line):
                self.red_lines.addWidget(TextLabel(". ".join(details), "small", muted=True))

    def _state_row(self) -> QWidget:
        # Beside the act, and not at the end of the form: it decides whether the agreement holds.
        self.state_part = QWidget()
        column = QVBoxLayout(self.state_part)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        row = FlowLayout(gap=12, row_gap=4)
        said = TextLabel(tr("Where we stand"), weight=600, wrap=False)
        said.setMinimumHeight(self.state.sizeHint().height())
        row.addWidget(said)
        row.addWidget(self.state)
        column.addLayout(row)
        column.addWidget(TextLabel(tr("The agreement holds once it is accepted."), "small", muted=True))
        return self.state_part

    def _head_row(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(12)
        row.addWidget(self.head, 0, Qt.AlignmentFlag.AlignTop)
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(self.title)
        words.addWidget(self.line)
        row.addLayout(words, 1)
        row.addWidget(self.other, 0, Qt.AlignmentFlag.AlignTop)
        return row


class ActionBar(QWidget):
    """The sunken strip at the bottom that holds the act; its buttons go into ``flow``."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        box = QVBoxLayout(self)
        box.setContentsMargins(16, 13, 16, 12)
        box.setSpacing(12)
        self.flow = FlowLayout(gap=8)
        box.addLayout(self.flow)

    def add_above(self, part: QWidget) -> None:
        """Put what the act depends on above its buttons."""
        box = self.layout()
        if isinstance(box, QVBoxLayout):
            box.insertWidget(0, part)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        theme = current_theme()
        painter = QPainter(self)
        painter.fillRect(self.rect(), theme.sunken)
        painter.fillRect(QRect(0, 0, self.width(), 1), theme.line)
