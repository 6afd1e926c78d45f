"""The footer of the board: the tray, and the conflicts; one line each in low windows."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget
from typing_extensions import override

from tillid_planner.services.conflicts import Conflict
from tillid_planner.ui.texts import tr
from tillid_planner.ui.theme import current_theme, scaled
from tillid_planner.ui.week.tray import HEIGHT, TrayModel, TrayView
from tillid_planner.ui.widgets import Button, Hairline, IconLabel, TextLabel
from tillid_planner.ui.widgets.layouts import clear_layout
from tillid_planner.ui.widgets.link import Link
from tillid_planner.ui.widgets.snug_scroll import SnugScroll

#: Lines of conflicts before «Show all», and rows of cards before the tray scrolls.
MOST_LINES, _MOST_ROWS = 3, 2
_LINE, _GAP = 24, 2


class ConflictLine(QWidget):
    """An icon, a sentence and one action."""

    acted = Signal()

    def __init__(self, sentence: str, action: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(IconLabel("warning", 16, "warn_icon"), 0, Qt.AlignmentFlag.AlignVCenter)
        self.sentence = TextLabel(sentence, "small")
        self.sentence.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        row.addWidget(self.sentence, 1, Qt.AlignmentFlag.AlignVCenter)
        self.action = Link(action)
        self.action.setAccessibleName(f"{action}: {sentence}")
        self.action.clicked.connect(lambda *_: self.acted.emit())
        row.addWidget(self.action, 0, Qt.AlignmentFlag.AlignVCenter)
        self.setMinimumHeight(scaled(_LINE))


class WeekFooter(QWidget):
    """Tray and conflicts. ``acted`` carries a conflict and the link to open a menu under."""

    acted = Signal(object, object)
    all_wanted = Signal()
    unfolded = Signal()

    def __init__(self, tray: TrayModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model = tray
        self._low = self._open = False
        self._looking_open = True
        self._tray_words = self._conflict_words = ""
        self.lines: list[ConflictLine] = []
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(16, 8, 16, 8)
        outer.setSpacing(8)
        self.fold = Button("", "quiet", "right", flush=True)
        self.fold.clicked.connect(lambda *_: self._toggle())
        outer.addWidget(self.fold, 0, Qt.AlignmentFlag.AlignLeft)
        self._plan_actions = QWidget()
        row = QHBoxLayout(self._plan_actions)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(16)
        self.title = TextLabel(tr("Not placed on anybody"), "small", weight=600, wrap=False)
        self.title.setMinimumHeight(scaled(HEIGHT))
        self.title.setAlignment(Qt.AlignmentFlag.AlignVCenter)
        row.addWidget(self.title, 0, Qt.AlignmentFlag.AlignTop)
        self.tray = TrayView(tray)
        row.addWidget(self.tray, 1)
        self.nothing = TextLabel(tr("Everything is placed."), "small", muted=True)
        self.nothing.setMinimumHeight(scaled(HEIGHT))
        self.nothing.setAlignment(Qt.AlignmentFlag.AlignVCenter)
        row.addWidget(self.nothing, 1)
        outer.addWidget(self._plan_actions)
        self._line = Hairline()
        outer.addWidget(self._line)
        self._head = QWidget()
        head = QHBoxLayout(self._head)
        head.setContentsMargins(0, 0, 0, 0)
        self.looking_fold = Button("", "quiet", "down", flush=True)
        self.looking_fold.clicked.connect(lambda *_: self._fold_looking(not self._looking_open))
        self.all_button = Link("")
        self.all_button.clicked.connect(lambda *_: self.all_wanted.emit())
        head.addWidget(self.looking_fold)
        head.addStretch(1)
        head.addWidget(self.all_button)
        outer.addWidget(self._head)
        content = QWidget()
        self._column = QVBoxLayout(content)
        self._column.setContentsMargins(0, 0, 8, 0)
        self._column.setSpacing(_GAP)
        self.looking = SnugScroll(content)
        outer.addWidget(self.looking)

    def show_week(self, placed_any: bool, found: Sequence[tuple[Conflict, str, str]], total: int) -> None:
        """Show what waits, and of *total* conflicts the first with their sentence and action."""
        count = len(self._model.waiting)
        self.tray.setVisible(count > 0)
        self.nothing.setVisible(count == 0)
        self.nothing.setText(tr("Everything is placed.") if placed_any else tr("There are no tasks to place."))
        self.title.setText(tr("Not placed on anybody ({count})", count=count) if count else tr("Not placed on anybody"))
        self._tray_words = tr("%n not placed", n=count) if count else tr("Everything is placed")
        self._conflict_words = tr("%n thing(s) to look at", n=total) if total else ""
        self.looking_fold.setText(self._conflict_words or tr("Nothing to look at"))
        self._show_lines(found, total)
        self._arrange()

    def set_low(self, low: bool) -> None:
        """Take one line in a low window, until somebody opens it."""
        if low != self._low:
            self._low = low
            self._open = False
        self._arrange()

    def open(self) -> None:
        """Show tray and conflicts also where they are folded."""
        if self._low and not self._open:
            self._toggle()
        if not self._looking_open:
            self._fold_looking(True)

    def _toggle(self) -> None:
        self._open = not self._open
        self._arrange()
        self.unfolded.emit()

    def _fold_looking(self, on: bool) -> None:
        self._looking_open = on
        self._arrange()
        self.unfolded.emit()

    def _show_lines(self, found: Sequence[tuple[Conflict, str, str]], total: int) -> None:
        clear_layout(self._column)
        self.lines = []
        for conflict, sentence, action in found:
            line = ConflictLine(sentence, action)
            line.acted.connect(lambda conflict=conflict, line=line: self.acted.emit(conflict, line.action))
            self.lines.append(line)
            self._column.addWidget(line)
            line.show()
        QWidget.setTabOrder(self.tray, self.looking_fold)
        QWidget.setTabOrder(self.looking_fold, self.all_button)
        before: QWidget = self.all_button
        for line in self.lines:
            # Made later than what stands beside the board, and read before it.
            QWidget.setTabOrder(before, line.action)
            before = line.action
        self._column.addStretch(1)
        self.all_button.setText(tr("Show all {count}", count=total))
        self.all_button.setVisible(total > len(found))

    def _arrange(self) -> None:
        whole = not self._low or self._open
        self.fold.setVisible(self._low)
        words = " · ".join(part for part in (self._tray_words, self._conflict_words) if part)
        self.fold.setText(words)
        self.fold.set_icon("down" if self._open else "right")
        self._plan_actions.setVisible(whole)
        # While something waits to be placed the room stays the same: each card that is placed may bring a line.
        looking = whole and (bool(self.lines) or bool(self._model.waiting))
        self._line.setVisible(looking)
        self._head.setVisible(looking)
        self.looking.setVisible(looking and self._looking_open)
        self.looking.set_limit(self._looking_height(), keep=bool(self._model.waiting))
        self.looking_fold.set_icon("down" if self._looking_open else "right")
        state = tr("unfolded") if self._looking_open else tr("folded")
        self.looking_fold.setAccessibleName(f"{self.looking_fold.text()}, {state}")
        self._fit_tray()
        self.updateGeometry()

    @staticmethod
    def _looking_height() -> int:
        return MOST_LINES * scaled(_LINE) + (MOST_LINES - 1) * _GAP

    def _fit_tray(self) -> None:
        room = self.width() - 32 - 16 - self.title.sizeHint().width() - 8
        rows = _MOST_ROWS if self.lines or self._low else _MOST_ROWS + 1
        most = rows * (scaled(HEIGHT) + 8) - 7
        wanted = self.tray.wanted_height(max(scaled(120), room))
        scrolls = wanted > most
        policy = Qt.ScrollBarPolicy
        self.tray.setVerticalScrollBarPolicy(policy.ScrollBarAsNeeded if scrolls else policy.ScrollBarAlwaysOff)
        self.tray.setFixedHeight(min(most, wanted))

    @override
    def sizeHint(self) -> QSize:
        layout = self.layout()
        if layout is None:
            return super().sizeHint()
        height = layout.totalHeightForWidth(self.width()) if layout.hasHeightForWidth() else layout.sizeHint().height()
        return QSize(layout.sizeHint().width(), height)

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(scaled(320), self.sizeHint().height())

    @override
    def resizeEvent(self, event: object) -> None:
        self._fit_tray()
        self.updateGeometry()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        theme = current_theme()
        painter = QPainter(self)
        painter.fillRect(self.rect(), theme.nav)
        painter.fillRect(0, 0, self.width(), 1, theme.line)
