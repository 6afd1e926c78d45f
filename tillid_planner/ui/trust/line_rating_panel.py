"""Beside the table: whose turn it is, the five anchors of the prerequisite, and what was seen."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget
from typing_extensions import override

from tillid_planner.content import Words
from tillid_planner.domain.case import Dimension
from tillid_planner.services.standing import Sheet
from tillid_planner.ui.inspector.fresh_eyes import FreshEyes
from tillid_planner.ui.texts import tr
from tillid_planner.ui.theme import current_theme, scaled
from tillid_planner.ui.trust.line_rating_model import LineRatingRow
from tillid_planner.ui.widgets import CheckBox, FreeLine, RadioCardGroup, ScrollPage, SensitiveDataHint, TextLabel
from tillid_planner.ui.widgets.hiding_overlay import HidingOverlay

_WIDTH, _NARROW = 400, 320


class LineRatingPanel(QWidget):
    """The anchors work as in the inspector; nothing of the other prerequisites or of a suggestion is here."""

    chosen = Signal(int)
    unsure_turned = Signal()
    seen_written = Signal(str)
    reveal_wanted = Signal()

    def __init__(self, words: Words) -> None:
        super().__init__()
        self._words = words
        self._dimension: Dimension | None = None
        self.who = TextLabel("", "section")
        self.second = TextLabel("", muted=True)
        self.note = TextLabel("", "small", muted=True)
        self.fresh = FreshEyes()
        self.group = RadioCardGroup(vertical=True, numbered=True)
        self.unsure = CheckBox(tr("I am unsure"))
        self.seen = FreeLine(placeholder=tr("Something you have seen"))
        self.seen.setAccessibleName(tr("Something you have seen"))
        self.sensitive_data_hint = SensitiveDataHint(self.seen.watch)
        self.seen_note = TextLabel("", "small", muted=True)
        self._lay_out()
        self.group.chosen.connect(self.chosen)
        self.unsure.clicked.connect(lambda *_: self.unsure_turned.emit())
        self.seen.committed.connect(self.seen_written)
        self.fresh.reveal_requested.connect(self.reveal_wanted)

    def _lay_out(self) -> None:
        content = QWidget()
        column = QVBoxLayout(content)
        column.setContentsMargins(0, 14, 0, 16)
        column.setSpacing(8)
        head = QVBoxLayout()
        head.setContentsMargins(16, 0, 16, 0)
        head.setSpacing(4)
        for part in (self.who, self.second):
            head.addWidget(part)
        column.addLayout(head)
        column.addWidget(self.fresh)
        anchors = QVBoxLayout()
        anchors.setContentsMargins(8, 0, 8, 0)
        anchors.addWidget(self.group)
        column.addLayout(anchors)
        foot = QVBoxLayout()
        foot.setContentsMargins(18, 0, 16, 0)
        foot.setSpacing(8)
        self.foot = foot
        for widget in (self.unsure, self.seen, self.sensitive_data_hint, self.seen_note, self.note):
            foot.addWidget(widget)
        column.addLayout(foot)
        column.addStretch(1)
        self._hiding = HidingOverlay(content)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(1, 0, 0, 0)
        outer.addWidget(ScrollPage(content))
        self.fit(narrow=False)

    def fit(self, *, narrow: bool) -> None:
        """Take the width of the text scale, and less of it where there is little."""
        self.setFixedWidth(scaled(_NARROW if narrow else _WIDTH))

    def show_dimension(self, dimension: Dimension) -> None:
        """Put other anchors up."""
        if dimension is self._dimension:
            return
        self._dimension = dimension
        words = self._words
        self.group.setAccessibleName(words.text(f"anchors.{dimension}.name"))
        self.group.set_options([(n, words.text(f"anchors.{dimension}.{n}")) for n in range(1, 6)])
        self.note.setText(words.text(f"anchors.{dimension}.note"))

    def show_row(
        self, row: LineRatingRow, fixed: str, sheet: Sheet, name: str, today: date, *, keep_seen: bool = False
    ) -> None:
        """Show one pair; *fixed* is the name that stays while the others change.

        With *keep_seen* what is typed as seen stays.
        """
        self.who.setText(row.name)
        self.second.setText(" · ".join(part for part in (fixed, row.second) if part))
        rating = row.shown
        self.fresh.setVisible(row.closed)
        if row.closed and row.rating is not None:
            self.fresh.show_since(row.rating, sheet.follow_ups, name, today)
        self.group.set_value(rating.value if rating else None)
        self.unsure.setChecked(row.is_unsure)
        is_new = rating is not None and rating.rated_on == today
        self.seen.setVisible(is_new)
        if not keep_seen:
            self.seen.set_value(rating.example if rating is not None and is_new else "")
        at_the_end = is_new and rating is not None and rating.value in (1, 5) and not rating.example
        self.seen_note.setText(tr("A 1 or a 5 stands best with something you have seen.") if at_the_end else "")
        self.seen_note.setVisible(at_the_end)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        theme = current_theme()
        painter = QPainter(self)
        painter.fillRect(self.rect(), theme.surface)
        painter.fillRect(0, 0, 1, self.height(), theme.line)
