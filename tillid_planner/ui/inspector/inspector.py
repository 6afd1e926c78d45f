"""The inspector: one task and one assignee in four tabs, beside the matrix or over it."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget
from typing_extensions import override

from tillid_planner.domain.case import Dimension
from tillid_planner.services.standing import Sheet
from tillid_planner.ui.desk import Desk
from tillid_planner.ui.inspector.agreement_tab import AgreementTab
from tillid_planner.ui.inspector.comments_tab import CommentsTab
from tillid_planner.ui.inspector.history_tab import HistoryTab
from tillid_planner.ui.inspector.open_breach import OpenBreach
from tillid_planner.ui.inspector.rating_tab import RatingTab
from tillid_planner.ui.texts import tr
from tillid_planner.ui.theme import current_theme
from tillid_planner.ui.widgets import IconButton, Tabs, TextLabel


class Inspector(QWidget):
    """Shows a pair. ``left`` asks to go back to the matrix, ``close_wanted`` to be put away.

    ``suggestion_opened`` tells that the suggestion for the pair shown is no secret any more.
    """

    left = Signal()
    close_wanted = Signal()
    suggestion_opened = Signal()

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._pair: tuple[int, int] | None = None
        self.task = TextLabel("", "section")
        self.assignee = TextLabel("", muted=True)
        self.close_button = IconButton("close", tr("Close"), "bare", shortcut="Esc")
        self.tabs = Tabs(
            [
                ("rating", tr("Rating")),
                ("agreement", tr("Agreement")),
                ("history", tr("History")),
                ("comments", tr("Comments")),
            ],
            accessible=tr("What is shown of the pair"),
        )
        self._lay_out()
        # Each in its place from the first: whatever moves into another parent is dressed once more.
        self.rating = RatingTab(desk, self.stack)
        self.agreement = AgreementTab(desk, self.stack)
        self.history = HistoryTab(desk, self.stack)
        self.comments = CommentsTab(desk, self.stack)
        self._by_key: dict[str, RatingTab | AgreementTab | HistoryTab | CommentsTab] = {
            "rating": self.rating,
            "agreement": self.agreement,
            "history": self.history,
            "comments": self.comments,
        }
        for tab in self._by_key.values():
            self.stack.addWidget(tab)
        self.tabs.chosen.connect(self.show_tab)
        self.close_button.clicked.connect(self.close_wanted)
        self.rating.agree_requested.connect(self._agree)
        self.rating.suggestion_opened.connect(self.suggestion_opened)
        self.agreement.suggestion_wanted.connect(self._back_to_rating)

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(1, 0, 0, 0)
        column.setSpacing(0)
        head = QHBoxLayout()
        head.setContentsMargins(16, 10, 8, 0)
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(self.task)
        words.addWidget(self.assignee)
        head.addLayout(words, 1)
        head.addWidget(self.close_button, 0, Qt.AlignmentFlag.AlignTop)
        column.addLayout(head)
        self.breach = OpenBreach(self._desk)
        breach = QHBoxLayout()
        breach.setContentsMargins(16, 8, 16, 0)
        breach.addWidget(self.breach)
        column.addLayout(breach)
        tabs = QHBoxLayout()
        tabs.setContentsMargins(16, 0, 0, 0)
        tabs.addWidget(self.tabs)
        column.addLayout(tabs)
        self.stack = QStackedWidget(self)
        column.addWidget(self.stack, 1)

    @property
    def pair(self) -> tuple[int, int] | None:
        """The ids (task, assignee) of the pair shown, or None."""
        return self._pair

    def show_pair(self, task_id: int, assignee_id: int) -> None:
        """Show another pair; what was typed about the one before is kept first."""
        if self._pair == (task_id, assignee_id):
            return
        self.commit()
        self._pair = (task_id, assignee_id)
        sheet = self._desk.session.trust.sheet(task_id, assignee_id)
        self._show(sheet, afresh=True)
        bare = sheet.agreement is None and sheet.offer is None and len(sheet.ratings) < len(Dimension)
        if bare and self.tabs.key() == "agreement" and not self.agreement.filling_in:
            # Nothing can be agreed on yet: the work goes on with the rating.
            self.show_tab("rating")

    def refresh(self) -> None:
        """Read the pair anew; nothing typed is lost and the focus stays."""
        if self._pair is not None:
            self._show(self._desk.session.trust.sheet(*self._pair), afresh=False)

    def forget(self) -> None:
        """Show no pair any more: it is gone."""
        self._pair = None

    def commit(self) -> None:
        """Store what is typed and not left yet, in all tabs; what is not finished stays a draft."""
        if self._pair is not None:
            for tab in self._by_key.values():
                tab.commit()

    def show_tab(self, key: str) -> None:
        """Go to «rating», «agreement», «history» or «comments»."""
        self.tabs.select(key)
        self.stack.setCurrentWidget(self._by_key[key])

    def take_focus(self) -> None:
        """Put the keyboard where the work on the pair goes on."""
        self._by_key[self.tabs.key()].take_focus()

    def _show(self, sheet: Sheet, *, afresh: bool) -> None:
        self.task.setText(sheet.task.name)
        self.assignee.setText(sheet.assignee.name)
        self.setAccessibleName(f"{sheet.task.name}, {sheet.assignee.name}")
        self.breach.show_pair(sheet.task.id or 0, sheet.assignee.id or 0, is_open=sheet.open_breach is not None)
        for tab in self._by_key.values():
            tab.show_sheet(sheet, afresh=afresh)
        count = len(sheet.comments)
        self.tabs.set_text("comments", tr("Comments ({count})", count=count) if count else tr("Comments"))

    def _agree(self, rung: int) -> None:
        self.show_tab("agreement")
        self.agreement.begin(rung)

    def _back_to_rating(self) -> None:
        self.show_tab("rating")
        self.rating.take_focus()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
            return
        super().keyPressEvent(event)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        theme = current_theme()
        painter = QPainter(self)
        painter.fillRect(self.rect(), theme.surface)
        painter.fillRect(0, 0, 1, self.height(), theme.line)
        painter.fillRect(0, self.stack.y() - 1, self.width(), 1, theme.line)
