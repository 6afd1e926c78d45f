"""The course of one task as a plot: a step line, follow-ups as dots, breaches as knots, leaps as arcs."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QAccessible,
    QAccessibleEvent,
    QFontMetrics,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget
from typing_extensions import override

from tillid_planner.content import Words
from tillid_planner.domain.course import Course, Knot, Mark, Point, Step
from tillid_planner.ui.days import day_text, short_month_text
from tillid_planner.ui.person.course_marks import paint_look, paint_ring, paint_suggested
from tillid_planner.ui.person.course_scale import Scale, height_of, lowest_between, scale_of
from tillid_planner.ui.person.course_words import course_summary, knot_words, point_sentence
from tillid_planner.ui.texts import tr
from tillid_planner.ui.theme import (
    current_theme,
    font,
    paint_icon,
    paint_plate,
    ratings_hidden,
    ratings_hidden_changed,
    scaled,
)
from tillid_planner.ui.widgets import plain_tooltip
from tillid_planner.ui.widgets.rungs import rung_name

_ICON, _REACH, _GAP = 16, 14, 8
_TOP, _MONTHS, _BELOW = 26, 24, 30
_ROW = 38


class CoursePlot(QWidget):
    """Shows one course; the arrow keys walk through its points. ``point_changed`` carries the point's number or -1."""

    point_changed = Signal(int)

    def __init__(self, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = words
        self._course = Course()
        self._points: Sequence[Point] = ()
        self._name = ""
        self._today = date.today()
        self._current = -1
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setMouseTracking(True)
        ratings_hidden_changed.connect(self._show_hidden)

    @property
    def current(self) -> int:
        """The number of the chosen point in the order of days, or -1."""
        return self._current

    @property
    def course(self) -> Course:
        """What is shown."""
        return self._course

    def show_course(self, course: Course, name: str, today: date) -> None:
        """Show another course; a point stays chosen if it is still there."""
        kept = self._points[self._current] if 0 <= self._current < len(self._points) else None
        same = name == self._name
        self._course, self._points, self._name, self._today = course, course.points, name, today
        self._current = list(self._points).index(kept) if same and kept in self._points else -1
        self._describe()
        self.updateGeometry()
        self.update()

    def select(self, number: int) -> None:
        """Choose a point silently; -1 chooses none."""
        if number != self._current and -1 <= number < len(self._points):
            self._current = number
            self._describe()
            self.update()

    def scale_now(self) -> Scale:
        """Return where days and rungs stand at the present size."""
        return scale_of(
            self._course,
            self._today,
            left=self._names_width() + scaled(12),
            right=self.width() - scaled(16),
            top=scaled(_TOP),
            bottom=self.height() - scaled(_MONTHS) - self._room_below(),
        )

    def place(self, number: int) -> QPointF:
        """Return where a point stands, in pixels."""
        scale, point = self.scale_now(), self._points[number]
        rung = height_of(point, self._course)
        if rung is None and isinstance(point.of, Knot):
            return QPointF(scale.x(point.day), self._knot_y(scale, point.of))
        return QPointF(scale.x(point.day), scale.y(rung if rung is not None else scale.lowest))

    def sentence(self, number: int) -> str:
        """Return a point in words, with its day."""
        point = self._points[number]
        return f"{day_text(point.day, self._today)}: {point_sentence(point, self._words)}"

    def _choose(self, number: int) -> None:
        if 0 <= number < len(self._points) and number != self._current:
            self.select(number)
            self.point_changed.emit(number)

    def _describe(self) -> None:
        # While ratings are hidden nothing is read aloud either.
        hidden = ratings_hidden()
        name = "" if hidden else course_summary(self._course, self._name, self._words, self._today)
        said = "" if hidden or self._current < 0 else self.sentence(self._current)
        self.setAccessibleName(name or tr("Course"))
        self.setAccessibleDescription(said)
        QAccessible.updateAccessibility(QAccessibleEvent(self, QAccessible.Event.DescriptionChanged))

    def _show_hidden(self, *_: object) -> None:
        self._describe()
        self.update()

    def _names_width(self) -> int:
        metrics = QFontMetrics(font("small"))
        widest = max(metrics.horizontalAdvance(rung_name(self._words, rung)) for rung in range(6))
        return widest + scaled(18)

    def _room_below(self) -> int:
        return scaled(_BELOW) if self._course.knots else 0

    @override
    def sizeHint(self) -> QSize:
        rows = 5 if any(step.rung == 0 for step in self._course.steps) else 4
        return QSize(scaled(440), scaled(_TOP + _MONTHS + rows * _ROW) + self._room_below())

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(self._names_width() + scaled(140), self.sizeHint().height())

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        last = len(self._points) - 1
        target = {
            Qt.Key.Key_Right: min(last, self._current + 1),
            Qt.Key.Key_Left: self._current - 1 if self._current > 0 else 0 if self._current == 0 else last,
            Qt.Key.Key_Home: 0,
            Qt.Key.Key_End: last,
        }.get(Qt.Key(event.key()))
        if target is None or not self._points:
            super().keyPressEvent(event)
            return
        self._choose(target)

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        number = self._point_at(event.position())
        if number >= 0:
            self._choose(number)
        super().mousePressEvent(event)

    @override
    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            number = -1 if ratings_hidden() else self._point_at(QPointF(event.pos()))
            QToolTip.showText(event.globalPos(), plain_tooltip(self.sentence(number)) if number >= 0 else "", self)
            return True
        return super().event(event)

    def _point_at(self, place: QPointF) -> int:
        nearest, found = float(scaled(_REACH)), -1
        for number in range(len(self._points)):
            away = (self.place(number) - place).manhattanLength()
            if away < nearest:
                nearest, found = away, number
        return found

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        theme = current_theme()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        scale = self.scale_now()
        self._paint_grid(painter, scale)
        if ratings_hidden():
            area = QRectF(scale.left, scale.top, scale.right - scale.left, scale.bottom - scale.top)
            paint_plate(painter, area, theme.load_track, radius=6)
            return
        self._paint_steps(painter, scale)
        self._paint_knots(painter, scale)
        for number, point in enumerate(self._points):
            if point.mark is Mark.LOOK:
                paint_look(painter, self.place(number), point.of, theme)
        if 0 <= self._current < len(self._points):
            focused = self.hasFocus()
            paint_ring(painter, self.place(self._current), theme.focus if focused else theme.select_line)

    def _paint_grid(self, painter: QPainter, scale: Scale) -> None:
        theme, small = current_theme(), font("small")
        painter.setFont(small)
        number_width = scaled(14)
        for rung in range(scale.lowest, 6):
            y = round(scale.y(rung))
            painter.fillRect(QRectF(scale.left, y, scale.right - scale.left, 1), theme.plot_grid)
            label = QRectF(0, y - scaled(10), scale.left - scaled(12), scaled(20))
            painter.setPen(theme.text_muted)
            name = label.adjusted(0, 0, -number_width, 0)
            middle = int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
            painter.setFont(small)
            painter.drawText(name, middle, rung_name(self._words, rung))
            painter.setPen(theme.text)
            painter.setFont(font("small", 600))
            painter.drawText(label, middle, str(rung))
        self._paint_months(painter, scale)
        x = round(scale.x(self._today)) + 0.5
        painter.setPen(QPen(theme.text_muted, 1, Qt.PenStyle.DotLine))
        painter.drawLine(QPointF(x, scaled(18)), QPointF(x, scale.bottom))
        painter.setPen(theme.text_muted)
        painter.setFont(small)
        words = tr("today")
        width = QFontMetrics(small).horizontalAdvance(words)
        left = min(x - width / 2, self.width() - width - 1)
        painter.drawText(QRectF(left, 0, width + 1, scaled(18)), int(Qt.AlignmentFlag.AlignTop), words)

    def _paint_months(self, painter: QPainter, scale: Scale) -> None:
        metrics = QFontMetrics(font("small"))
        painter.setFont(font("small"))
        painter.setPen(current_theme().text_muted)
        months = scale.months(scaled(52))
        years = len({month.year for month in months}) > 1
        for number, month in enumerate(months):
            named = short_month_text(month)
            begins = years and (number == 0 or months[number - 1].year != month.year)
            text = str(month.year) if begins and (number or month.month == 1) else named
            width = metrics.horizontalAdvance(text)
            x = min(scale.x(month) - width / 2, self.width() - width - 1)
            place = QRectF(x, self.height() - scaled(18), width + 1, scaled(18))
            painter.drawText(place, int(Qt.AlignmentFlag.AlignVCenter), text)

    def _paint_steps(self, painter: QPainter, scale: Scale) -> None:
        theme = current_theme()
        painter.setPen(QPen(theme.plot_line, 2, Qt.PenStyle.SolidLine, Qt.PenCapStyle.SquareCap))
        steps = self._course.steps
        end = max(scale.x(self._today), scale.x(steps[-1].day)) if steps else 0.0
        for number, step in enumerate(steps):
            x = round(scale.x(step.day))
            after = round(scale.x(steps[number + 1].day)) if number + 1 < len(steps) else round(end)
            if step.rung is not None:
                y = round(scale.y(step.rung))
                if step.before is not None and step.before != step.rung:
                    painter.drawLine(QPointF(x, round(scale.y(step.before))), QPointF(x, y))
                painter.drawLine(QPointF(x, y), QPointF(max(x + 1, after), y))
        for step in steps:
            self._paint_beside(painter, scale, step)

    def _paint_beside(self, painter: QPainter, scale: Scale, step: Step) -> None:
        theme, x = current_theme(), scale.x(step.day)
        if step.suggested and step.suggested != step.rung and step.suggested >= scale.lowest:
            paint_suggested(painter, QPointF(x, scale.y(step.suggested)), theme)
        if step.leap and step.rung is not None:
            side = scaled(_ICON)
            place = QRectF(x - side / 2, scale.y(step.rung) - side - 5, side, side)
            paint_icon(painter, place, "leap", "text", theme)

    def _knot_y(self, scale: Scale, knot: Knot) -> float:
        # Below everything that the words would run into, as far as they reach.
        words = QFontMetrics(font("small")).horizontalAdvance(knot_words(knot, self._today))
        a_day = (scale.right - scale.left) / max(1, (scale.last - scale.first).days)
        end = knot.closed or knot.day
        last = date.fromordinal(min(date.max.toordinal(), end.toordinal() + int((words + 2 * _ICON) / a_day) + 1))
        return scale.y(max(scale.lowest, lowest_between(self._course, knot.day, last, knot))) + scaled(18)

    def _paint_knots(self, painter: QPainter, scale: Scale) -> None:
        theme, side = current_theme(), scaled(_ICON)
        metrics = QFontMetrics(font("small"))
        taken: list[QRectF] = []
        # The newest first: where there is no room for all the words, they are about the latest.
        for knot in reversed(self._course.knots):
            y, x = self._knot_y(scale, knot), scale.x(knot.day)
            end = scale.x(knot.closed) if knot.closed else x
            paint_icon(painter, QRectF(x - side / 2, y - side / 2, side, side), "breach", "text", theme)
            if end - x > side + 4:
                painter.setPen(QPen(theme.text_muted, 1))
                painter.drawLine(QPointF(x + side / 2 + 2, y), QPointF(end - side / 2, y))
                paint_icon(painter, QRectF(end - side / 2, y - side / 2, side, side), "check", "text_muted", theme)
            words = knot_words(knot, self._today)
            width = metrics.horizontalAdvance(words) + 1
            for left, top in self._word_places(x, end, y, width, scale):
                place = QRectF(left, top, width, scaled(18))
                if not any(place.intersects(other) for other in taken):
                    painter.fillRect(place.adjusted(-2, 0, 2, 0), theme.surface)
                    painter.setPen(theme.text)
                    painter.setFont(font("small"))
                    painter.drawText(place, int(Qt.AlignmentFlag.AlignVCenter), words)
                    taken.append(place)
                    break
            taken.append(QRectF(x - side / 2, y - side / 2, side, side))

    def _word_places(self, x: float, end: float, y: float, width: float, scale: Scale) -> list[tuple[float, float]]:
        # Right of the knot where there is room, else left of it, else under it.
        half, top = scaled(_ICON) / 2, y - scaled(9)
        right, left = end + half + _GAP, x - half - _GAP - width
        found = [(right, top)] if right + width <= self.width() else []
        if left >= scale.left:
            found.append((left, top))
        under = y + half
        if under + scaled(18) <= self.height() - scaled(_MONTHS):
            found.append((max(scale.left, min(x - half, self.width() - width)), under))
        return found
