"""What the import looks like: head with the path, the step, foot."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QSizePolicy, QStackedWidget, QVBoxLayout, QWidget

from tillid_planner.content import Words
from tillid_planner.ui.pages.import_choose import ChooseStep
from tillid_planner.ui.pages.import_columns import ColumnsStep
from tillid_planner.ui.pages.import_review import ReviewStep
from tillid_planner.ui.texts import tr
from tillid_planner.ui.theme import current_theme, scaled
from tillid_planner.ui.widgets import Button, StepPath, SunkenNote, TextLabel


class ImportPageView(QWidget):
    """Layout of the whole page; the logic is in the page."""

    def __init__(self, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.title = TextLabel("", "page", wrap=False)
        self.path = StepPath([tr("Choose file"), tr("Columns"), tr("Look through"), tr("Fetch")])
        self.busy = QProgressBar()
        self.note = SunkenNote("warn", "")
        self.choose = ChooseStep()
        self.columns = ColumnsStep(words)
        self.review = ReviewStep(words)
        self.stack = QStackedWidget()
        for step in (self.choose, self.columns, self.review):
            self.stack.addWidget(step)
        self.promise = TextLabel("", muted=True)
        self.back = Button(tr("Back"))
        self.forward = Button("", "primary")
        for made in (self.choose.drop.choose, self.choose.read, self.back, self.forward):
            made.setAutoDefault(True)  # Enter presses what has the keyboard
        self._lay_out()

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        head = _Ruled(below=True, height=64)
        head.row.setSpacing(32)
        head.row.addWidget(self.title)
        head.row.addWidget(self.path)
        head.row.addStretch(1)
        self.busy.setRange(0, 0)
        self.busy.setTextVisible(False)
        policy = self.busy.sizePolicy()
        policy.setRetainSizeWhenHidden(True)
        self.busy.setSizePolicy(policy)
        self.busy.setFixedHeight(2)
        self.busy.hide()
        self.trouble = QWidget()
        holder = QVBoxLayout(self.trouble)
        holder.setContentsMargins(24, 12, 24, 0)
        holder.addWidget(self.note)
        self.trouble.hide()
        foot = _Ruled(below=False, height=64)
        foot.row.setSpacing(8)
        foot.row.addWidget(self.promise, 1)
        foot.row.addWidget(self.back)
        foot.row.addWidget(self.forward)
        column.addWidget(head)
        column.addWidget(self.busy)
        column.addWidget(self.trouble)
        column.addWidget(self.stack, 1)
        column.addWidget(foot)


class _Ruled(QWidget):
    """A row with a hairline below or above it."""

    def __init__(self, *, below: bool, height: int) -> None:
        super().__init__()
        self._below = below
        self.row = QHBoxLayout(self)
        self.row.setContentsMargins(24, 8, 24, 8)
        self.row.setAlignment(Qt.AlignmentFlag.AlignVCenter)
        self.setMinimumHeight(scaled(height) if below else height)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the hairline."""
        top = self.height() - 1 if self._below else 0
        QPainter(self).fillRect(0, top, self.width(), 1, current_theme().line)
