"""What the import looks like: head with the path, the step, foot."""

from __future__ import annotations

from PySide6.QtWidgets import QProgressBar, QStackedWidget, QVBoxLayout, QWidget

from tillid_planner.content import Words
from tillid_planner.ui.importing.choose import ChooseStep
from tillid_planner.ui.importing.columns import ColumnsStep
from tillid_planner.ui.importing.foot import Foot, RuledRow
from tillid_planner.ui.importing.review import ReviewStep
from tillid_planner.ui.texts import tr
from tillid_planner.ui.widgets import StepPath, SunkenNote, TextLabel


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
        self.foot = Foot(words)
        self.promise, self.back, self.forward = self.foot.promise, self.foot.back, self.foot.forward
        for made in (self.choose.drop.choose, self.choose.read, self.back, self.forward):
            made.setAutoDefault(True)  # Enter presses what has the keyboard
        self._lay_out()

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        head = RuledRow(below=True, height=64)
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
        column.addWidget(head)
        column.addWidget(self.busy)
        column.addWidget(self.trouble)
        column.addWidget(self.stack, 1)
        column.addWidget(self.foot)
