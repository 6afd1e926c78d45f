"""The conversation's parts and their places: readable from a metre, both accounts of one size."""

from __future__ import annotations

from PySide6.QtCore import QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QRadioButton, QSizePolicy, QVBoxLayout, QWidget
from typing_extensions import override

from tillid_planner.content import Words
from tillid_planner.domain.breach_path import Step
from tillid_planner.ui.texts import tr
from tillid_planner.ui.theme import current_theme, scaled
from tillid_planner.ui.widgets import (
    Button,
    GrowingText,
    Hairline,
    IconButton,
    Segmented,
    SensitiveDataHint,
    StepPath,
    TextLabel,
)
from tillid_planner.ui.widgets.hiding_overlay import HidingOverlay

_WIDEST = 1120


class TalkView:
    """Makes the widgets and lays them out in *host*; no decisions are taken here."""

    def __init__(self, words: Words, host: QWidget) -> None:
        self.back = Button(tr("Back to the case"), "text", "left")
        self.path = StepPath([words.text(f"breach.step.{step}.name") for step in Step], compact=True)
        self.hide_ratings = IconButton("hide", tr("Hide"), "bare", shortcut="Ctrl+Shift+H")
        self.parts = Segmented([], accessible=tr("Part of the conversation"))
        self.count = TextLabel("", muted=True, wrap=False)
        self.before = IconButton("left", tr("Question before"), shortcut="Ctrl+PgUp")
        self.after = IconButton("right", tr("Next question"), shortcut="Ctrl+PgDown")
        self.question = TextLabel("", "large")
        self.following = TextLabel("", "section", muted=True, weight=400)
        self.employee_name = TextLabel("", "section", weight=400, wrap=False)
        leader = words.text("breach.owner.leader")
        self.leader_name = TextLabel(words.text("breach.guide.leader"), "section", weight=400, lead=leader, wrap=False)
        self.employee = GrowingText(role="page", line=30, fills=True)
        self.leader = GrowingText(role="page", line=30, fills=True)
        self.employee.setAccessibleName(words.text("breach.sheet.employee_account"))
        self.leader.setAccessibleName(words.text("breach.sheet.leader_account"))
        self.not_formal = TextLabel(words.text("breach.guide.not_formal"), muted=True)
        self.saved = TextLabel("", muted=True, wrap=False, icon="check")
        self.pause = Button(tr("Pause"))
        self.done = Button(tr("Find the cause together"), "primary")
        self._lay_out(host)

    def part_keys(self) -> list[object]:
        """Return the keys of the parts that are offered."""
        return [segment.key for segment in self.parts.findChildren(QRadioButton) if hasattr(segment, "key")]

    def stops(self) -> list[QWidget]:
        """Return what the keyboard can stand on, in order."""
        chosen = next((b for b in self.parts.findChildren(QRadioButton) if b.isChecked()), None)
        wanted: list[QWidget | None] = [
            self.employee,
            self.leader,
            self.pause,
            self.done,
            self.back,
            self.hide_ratings,
            chosen,
            self.before,
            self.after,
        ]
        return [widget for widget in wanted if widget is not None and widget.isEnabled() and widget.isVisible()]

    def fit(self, width: int, height: int) -> None:
        """Leave out what there is no room for."""
        room = width - self.back.sizeHint().width() - self.hide_ratings.sizeHint().width() - 96
        self.path.setVisible(self.path.sizeHint().width() <= room)
        self.following.setVisible(height > scaled(560))

    def _lay_out(self, host: QWidget) -> None:
        outer = QVBoxLayout(host)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(0)
        head = QHBoxLayout()
        head.setContentsMargins(16, 11, 24, 11)
        head.addWidget(self.back)
        head.addStretch(1)
        head.addWidget(self.path)
        head.addStretch(1)
        head.addWidget(self.hide_ratings)
        outer.addLayout(head)
        outer.addWidget(Hairline())
        middle = QHBoxLayout()
        middle.setContentsMargins(24, 24, 24, 24)
        middle.addStretch(1)
        middle.addWidget(self._column(), 1000)
        middle.addStretch(1)
        outer.addLayout(middle, 1)
        outer.addWidget(self._foot())

    def _column(self) -> QWidget:
        self.column = QWidget()
        self.column.setMaximumWidth(_WIDEST)
        column = QVBoxLayout(self.column)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        guide = QHBoxLayout()
        guide.setSpacing(12)
        guide.addWidget(self.parts)
        guide.addStretch(1)
        for widget in (self.count, self.before, self.after):
            guide.addWidget(widget)
        column.addLayout(guide)
        column.addSpacing(16)
        column.addWidget(self.question)
        column.addSpacing(8)
        column.addWidget(self.following)
        column.addSpacing(20)
        # In rows, so that both stay of one size where something is said under one of them.
        fields = QGridLayout()
        fields.setHorizontalSpacing(32)
        fields.setVerticalSpacing(8)
        fields.setRowStretch(1, 1)
        for side, (name, editor) in enumerate(((self.employee_name, self.employee), (self.leader_name, self.leader))):
            fields.setColumnStretch(side, 1)
            for line, part in enumerate((name, editor, SensitiveDataHint(editor.watch))):
                fields.addWidget(part, line, side)
        column.addLayout(fields, 1)
        self.hidden = HidingOverlay(self.column, "window")
        return self.column

    def _foot(self) -> QWidget:
        foot = _Foot()
        row = QHBoxLayout(foot)
        row.setContentsMargins(24, 12, 24, 12)
        row.setSpacing(16)
        row.addWidget(self.not_formal, 1)
        for widget in (self.saved, self.pause, self.done):
            row.addWidget(widget)
        return foot


class _Foot(QWidget):
    """The footer: 64 high, in the navigation's colour."""

    def __init__(self) -> None:
        super().__init__()
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)

    @override
    def sizeHint(self) -> QSize:
        inner = super().sizeHint()
        return QSize(inner.width(), max(scaled(64), inner.height()))

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        theme = current_theme()
        painter = QPainter(self)
        painter.fillRect(self.rect(), theme.nav)
        painter.fillRect(0, 0, self.width(), 1, theme.line)
