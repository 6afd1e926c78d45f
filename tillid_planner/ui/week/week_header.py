"""The header of the week: which one, the way to others, whose, and what can be done with it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import QPoint, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget
from typing_extensions import override

from tillid_planner.content import Words
from tillid_planner.domain.week import Week
from tillid_planner.ui.days import days_text
from tillid_planner.ui.texts import tr
from tillid_planner.ui.theme import current_theme, font, line_height, paint_icon, scaled
from tillid_planner.ui.week.header_actions import HeaderActions
from tillid_planner.ui.week.week_chooser import WeekChooser
from tillid_planner.ui.widgets import Button, ComboBox, FlowLayout, IconButton, RungBadge, TextLabel, plain_tooltip
from tillid_planner.ui.widgets.pressing import ReturnPresses


class WeekHeader(QWidget):
    """«◀ Uge 48 ▶ I dag» left; the filter and the actions right."""

    #: Any day of the week that is wanted.
    week_wanted = Signal(object)
    before_wanted = Signal()
    after_wanted = Signal()
    today_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._height = 56
        self._week: Week | None = None
        self._today = date.min
        self.before = IconButton("left", tr("The week before"), shortcut="Ctrl+PgUp")
        self.after = IconButton("right", tr("The week after"), shortcut="Ctrl+PgDown")
        self.title = _Title()
        self.today = Button(tr("Today"))
        self.dates = TextLabel("", muted=True, wrap=False)
        self.filter = ComboBox([(None, tr("Everybody"))])
        self.filter.setAccessibleName(tr("Who is shown"))
        self.bar = HeaderActions()
        self.today.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        # Without a board there is nothing to do with it; the rest stays where it is.
        policy = self.bar.sizePolicy()
        policy.setRetainSizeWhenHidden(True)
        self.bar.setSizePolicy(policy)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 8, 16, 8)
        row.setSpacing(8)
        for part in (self.before, self.title, self.after, self.today):
            row.addWidget(part)
        row.addSpacing(4)
        row.addWidget(self.dates)
        row.addSpacing(4)
        row.addWidget(self.bar, 1)
        row.addWidget(self.filter)
        self.bar.following = self.filter
        self.before.clicked.connect(lambda *_: self.before_wanted.emit())
        self.after.clicked.connect(lambda *_: self.after_wanted.emit())
        self.today.clicked.connect(lambda *_: self.today_wanted.emit())
        self.title.clicked.connect(lambda *_: self.open_chooser())

    def show_week(self, week: Week, today: date) -> None:
        """Name a week."""
        self._week, self._today = week, today
        dates = days_text(week.monday, week.sunday)
        self.title.setText(tr("Week {number}", number=week.number))
        self.title.setToolTip(plain_tooltip(tr("Choose another week")))
        self.title.setAccessibleName(
            tr(
                "Week {number}, {dates}. Choose another week",
                number=week.number,
                dates=dates,
            )
        )
        self.dates.setText(dates)
        self.today.setEnabled(today not in week)
        self.before.setEnabled(week.before != week)
        self.after.setEnabled(week.after != week)
        self._arrange()

    def offer_teams(self, teams: Sequence[tuple[int, str]]) -> int | None:
        """Offer to show one of these teams only; return the one that stays chosen, None for everybody."""
        before = self.filter.value()
        chosen = before if isinstance(before, int) and before in dict(teams) else None
        self.filter.set_options([(None, tr("Everybody")), *teams])
        self.filter.set_value(chosen)
        self.filter.setEnabled(bool(teams))
        return chosen

    def open_chooser(self) -> WeekChooser:
        """Open the small window in which any week can be chosen."""
        chooser = WeekChooser(self._week.monday if self._week else self._today, self._today, self)
        chooser.chosen.connect(self.week_wanted)
        chooser.open_at(self.title.mapToGlobal(QPoint(0, self.title.height() + 4)))
        return chooser

    def set_height(self, height: int) -> None:
        """Take another height in unscaled pixels, for low windows."""
        self._height = height
        self.updateGeometry()

    @override
    def sizeHint(self) -> QSize:
        return QSize(super().sizeHint().width(), scaled(self._height))

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(scaled(360), scaled(self._height))

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        # Leave the dates out where they have no room.
        super().resizeEvent(event)
        self._arrange()

    def _arrange(self) -> None:
        fixed = sum(
            part.sizeHint().width() + 8 for part in (self.before, self.title, self.after, self.today, self.filter)
        )
        rest = self.width() - fixed - 40
        # The dates give way before the actions do; the day heads say them too.
        self.dates.setVisible(
            rest >= self.dates.sizeHint().width() + 12 + min(self.bar.sizeHint().width(), scaled(200))
        )


class Legend(QWidget):
    """The rungs in their order with their names, then the marks."""

    def __init__(self, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(tr("What the forms mean"))
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 0, 16, 8)
        row = FlowLayout(gap=12, row_gap=4)
        for rung in (1, 2, 3, 4, 5, 0):
            row.addWidget(RungBadge(rung, side=20, name=words.text(f"ladders.task.{rung}.name"), role="small"))
        row.addWidget(_Entry("", tr("No agreement")))
        row.addWidget(_Entry("frames", tr("Lower this week")))
        column.addLayout(row)


class _Entry(QWidget):
    """A mark and what it means."""

    def __init__(self, icon: str, words: str) -> None:
        super().__init__()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)
        if icon:
            self._icon = icon
            mark: QWidget = _Mark(icon)
        else:
            mark = RungBadge(None, "none", 20)
        mark.setFixedSize(mark.sizeHint())
        row.addWidget(mark)
        row.addWidget(TextLabel(words, "small", wrap=False))


class _Mark(QWidget):
    """An icon of the height of a badge."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self._name = name

    @override
    def sizeHint(self) -> QSize:
        return QSize(scaled(16), scaled(20))

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        paint_icon(QPainter(self), QRectF(self.rect()), self._name, "text_muted")


class _Title(ReturnPresses, QAbstractButton):
    """The number of the week as a title that can be pressed."""

    def __init__(self) -> None:
        super().__init__()
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setProperty("ringRadius", 6)

    @override
    def sizeHint(self) -> QSize:
        width = QFontMetrics(font("page")).horizontalAdvance(self.text())
        return QSize(width + scaled(20), max(line_height("page"), scaled(32)))

    @override
    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        theme = current_theme()
        painter = QPainter(self)
        painter.setFont(font("page"))
        painter.setPen(theme.text)
        painter.drawText(self.rect(), int(Qt.AlignmentFlag.AlignVCenter), self.text())
        side = scaled(14)
        place = QRectF(self.width() - side, (self.height() - side) / 2 + 1, side, side)
        paint_icon(painter, place, "down", "text" if self.underMouse() else "text_muted")
