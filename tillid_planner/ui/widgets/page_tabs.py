"""The tabs beside the overview: a list of records."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QStackedWidget, QVBoxLayout, QWidget
from typing_extensions import override

from tillid_planner.ui.theme import scaled
from tillid_planner.ui.widgets.buttons import Button
from tillid_planner.ui.widgets.cards import Card
from tillid_planner.ui.widgets.labels import TextLabel
from tillid_planner.ui.widgets.page_parts import EmptyState
from tillid_planner.ui.widgets.record_list import Record, RecordList

_WIDEST, _ROUND = 960, 7


class RecordsTab(QWidget):
    """A sentence, perhaps a button, and the records in a card; ``opened`` carries (task id, assignee id)."""

    opened = Signal(tuple)

    def __init__(
        self,
        accessible: str,
        icon: str,
        nothing: str,
        sentence: str,
        *,
        action: Button | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.action = action
        self.intro = TextLabel("", muted=True)
        self.intro.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self.list = RecordList(accessible)
        self.empty = EmptyState(icon, nothing, sentence)
        self.card = Card(flush=True)
        self.card.add(self.list, 1)
        # Square rows must not lie over the round corners above either.
        self.card.body.setContentsMargins(0, _ROUND, 0, _ROUND)
        self._lay_out()
        self.list.opened.connect(self.opened)

    def _lay_out(self) -> None:
        listed = QWidget()
        listed.setMaximumWidth(scaled(_WIDEST))
        column = QVBoxLayout(listed)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        top = QHBoxLayout()
        top.setSpacing(16)
        top.addWidget(self.intro, 1)
        if self.action is not None:
            top.addWidget(self.action, 0, Qt.AlignmentFlag.AlignTop)
        column.addLayout(top)
        self.stack = QStackedWidget()
        self.stack.addWidget(self.card)
        self.stack.addWidget(self.empty)
        column.addWidget(self.stack, 1)
        self._column = column
        outer = QHBoxLayout(self)
        outer.setContentsMargins(24, 16, 24, 16)
        outer.addWidget(listed, 1000)
        outer.addStretch(1)

    def show_records(self, records: Sequence[Record], intro: str = "") -> None:
        """Show other records, or what the page says when there are none."""
        self.list.show_records(records)
        self.intro.setText(intro)
        self.intro.setVisible(bool(intro) and bool(records))
        self.stack.setCurrentWidget(self.card if records else self.empty)
        self._fit()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        # Let the card end where its last record does.
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        self._column.activate()
        rest = 2 * _ROUND + 2
        self.card.setMaximumHeight(self.list.height_within(max(0, self.stack.height() - rest)) + rest)
