"""Fields for a date and for a clock time; both may be empty."""

import datetime
import re

from PySide6.QtCore import QDate, QPoint, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QResizeEvent, QTextCharFormat
from PySide6.QtWidgets import QAbstractButton, QCalendarWidget, QToolButton, QWidget
from typing_extensions import override

from tillid_planner.ui.days import clock_text, day_in_figures
from tillid_planner.ui.texts import tr
from tillid_planner.ui.theme import current_theme, icon, paint_icon, paint_plate, scaled
from tillid_planner.ui.widgets.parsed_field import ParsedField

_DATE = re.compile(r"(\d{1,2})[./\-\s]+(\d{1,2})(?:[./\-\s]+(\d{4}|\d{2}))?\.?")
_ISO = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})")
_TIME = re.compile(r"(\d{1,2})(?:[.:\s]?(\d{2}))?")


class DateField(ParsedField):
    """A date or nothing; ``value_committed`` carries a ``datetime.date`` or None."""

    def __init__(
        self,
        date: datetime.date | None = None,
        *,
        required: bool = False,
        today: datetime.date | None = None,
        parent: QWidget | None = None,
    ) -> None:
        """Show *date*; *today* decides the year of a date written without one."""
        self._required = required
        self._today = today
        super().__init__(tr("dd/mm/yyyy"), parent)
        self._opener = _CalendarButton(self)
        self._opener.clicked.connect(self.open_calendar)
        self.show_value(date)

    @override
    def read(self) -> datetime.date | None:
        """Return the date, or None for an empty or unreadable field; :meth:`error` tells which."""
        return read_date(self.value(), self._today)

    @override
    def written(self, value: object) -> str:
        """Return the date *value* as the field shows it."""
        return day_in_figures(value) if isinstance(value, datetime.date) else ""

    @override
    def error(self) -> str | None:
        """Return what to write instead, or None when the field can be read."""
        if (self.value() and self.read() is None) or (self._required and not self.value()):
            return tr("Enter a date, e.g. 30/4/2027.")
        return None

    def open_calendar(self) -> None:
        """Show a month to choose from under the field."""
        popup = _Month(self.read() or self._today or datetime.date.today(), self)
        popup.taken.connect(self._take)
        below = self.mapToGlobal(QPoint(0, self.height() + 4))
        room = self.screen().availableGeometry()
        size = popup.sizeHint()
        x = max(room.left(), min(below.x(), room.right() - size.width()))
        above = self.mapToGlobal(QPoint(0, 0)).y() - size.height() - 4
        y = below.y() if below.y() + size.height() <= room.bottom() else above
        popup.setGeometry(x, max(room.top(), y), size.width(), size.height())
        popup.show()
        popup.setFocus()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        alt = bool(event.modifiers() & Qt.KeyboardModifier.AltModifier)
        if event.key() == Qt.Key.Key_F4 or (alt and event.key() == Qt.Key.Key_Down):
            self.open_calendar()
            return
        super().keyPressEvent(event)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        side = self.height() - 4
        self._opener.setGeometry(self.width() - side - 4, 2, side, side)
        self.setTextMargins(0, 0, side, 0)

    def _take(self, date: datetime.date) -> None:
        self.setText(self.written(date))
        self._commit()
        self.setFocus()


class TimeField(ParsedField):
    """A clock time or nothing; ``value_committed`` carries a ``datetime.time`` or None."""

    def __init__(
        self, time: datetime.time | None = None, *, required: bool = False, parent: QWidget | None = None
    ) -> None:
        self._required = required
        super().__init__(tr("hh:mm"), parent)
        self.show_value(time)

    @override
    def read(self) -> datetime.time | None:
        """Return the time, or None for an empty or unreadable field; :meth:`error` tells which."""
        return read_time(self.value())

    @override
    def written(self, value: object) -> str:
        """Return the time *value* as the field shows it."""
        return clock_text(value) if isinstance(value, datetime.time) else ""

    @override
    def error(self) -> str | None:
        """Return what to write instead, or None when the field can be read."""
        if (self.value() and self.read() is None) or (self._required and not self.value()):
            return tr("Enter a time, e.g. 9:30.")
        return None


def read_date(text: str, today: datetime.date | None = None) -> datetime.date | None:
    """Read «30.4.2027», «30/4-27», «30.4» or «2027-04-30»; None where that is no date.

    Without a year the date nearest to *today* is meant (within half a year before, else after).
    """
    iso = _ISO.fullmatch(text.strip())
    parts = _DATE.fullmatch(text.strip())
    now = today or datetime.date.today()
    try:
        if iso:
            return datetime.date(int(iso[1]), int(iso[2]), int(iso[3]))
        if not parts:
            return None
        day, month = int(parts[1]), int(parts[2])
        if parts[3]:
            year = int(parts[3])
            return datetime.date(year + 2000 if year < 100 else year, month, day)
        date = datetime.date(now.year, month, day)
        return date if (now - date).days <= 183 else datetime.date(now.year + 1, month, day)
    except ValueError:
        return None


def read_time(text: str) -> datetime.time | None:
    """Read «9», «9.30», «09:30» or «0930»; None where that is no clock time."""
    parts = _TIME.fullmatch(text.strip())
    if not parts:
        return None
    try:
        return datetime.time(int(parts[1]), int(parts[2] or 0))
    except ValueError:
        return None


class _CalendarButton(QAbstractButton):
    """The calendar at the right end of a date field; Alt+Down does the same."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setCursor(Qt.CursorShape.ArrowCursor)
        self.setAccessibleName(tr("Open calendar"))
        self.setToolTip(tr("Open calendar"))

    @override
    def sizeHint(self) -> QSize:
        return QSize(scaled(28), scaled(28))

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        theme = current_theme()
        painter = QPainter(self)
        if self.underMouse() and self.isEnabled():
            paint_plate(painter, self.rect(), theme.hover, radius=4)
        side = scaled(16)
        place = QRectF((self.width() - side) / 2, (self.height() - side) / 2, side, side)
        paint_icon(painter, place, "calendar", "text_muted" if self.isEnabled() else "text_disabled")


class _Month(QCalendarWidget):
    """One month in a popup, Monday first, with week numbers."""

    taken = Signal(object)

    def __init__(self, date: datetime.date, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowFlags(Qt.WindowType.Popup)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setFirstDayOfWeek(Qt.DayOfWeek.Monday)
        self.setVerticalHeaderFormat(QCalendarWidget.VerticalHeaderFormat.ISOWeekNumbers)
        weekend = QTextCharFormat()
        weekend.setForeground(current_theme().text_muted)
        for day in (Qt.DayOfWeek.Saturday, Qt.DayOfWeek.Sunday):
            self.setWeekdayTextFormat(day, weekend)
        head = QTextCharFormat()
        head.setForeground(current_theme().text_muted)
        head.setBackground(current_theme().surface)
        self.setHeaderTextFormat(head)
        layout = self.layout()
        if layout is not None:
            layout.setContentsMargins(8, 8, 8, 8)
        for name, arrow in (("qt_calendar_prevmonth", "left"), ("qt_calendar_nextmonth", "right")):
            turner = self.findChild(QToolButton, name)
            if isinstance(turner, QToolButton):
                turner.setIcon(icon(arrow, "text"))
        self.setSelectedDate(QDate(date.year, date.month, date.day))
        self.clicked.connect(self._take)
        self.activated.connect(self._take)

    @override
    def sizeHint(self) -> QSize:
        # Qt counts without the margins.
        return super().sizeHint() + QSize(24, 24)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        theme = current_theme()
        paint_plate(QPainter(self), self.rect(), theme.surface, theme.line, radius=0)

    def _take(self, date: QDate) -> None:
        self.taken.emit(datetime.date(date.year(), date.month(), date.day()))
        self.close()
