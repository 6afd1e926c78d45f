"""A small window to go to any week: by a number and a year, or by a date."""

from __future__ import annotations

from datetime import date, timedelta

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget
from typing_extensions import override

from tillid_planner.domain.week import FIRST_DAY, LAST_DAY
from tillid_planner.ui.texts import tr
from tillid_planner.ui.theme import current_theme, paint_plate, scaled
from tillid_planner.ui.widgets import Button, DateField, Field, NumberField


class WeekChooser(QWidget):
    """``chosen`` carries a day of the week that is wanted."""

    chosen = Signal(object)

    def __init__(self, day: date, today: date, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setAccessibleName(tr("Choose another week"))
        self.date_field = DateField(day, required=True, today=today)
        self._day = Field(tr("A day in the week"), self.date_field)
        number, year = day.isocalendar().week, day.isocalendar().year
        self.number = NumberField(number, minimum=1, maximum=53, decimals=0, required=True)
        self.year = NumberField(year, minimum=FIRST_DAY.year, maximum=LAST_DAY.year, decimals=0, required=True)
        self._number = Field(tr("Week number"), self.number)
        self.button = Button(tr("Go to the week"), "primary")
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 12, 16, 16)
        column.setSpacing(12)
        pair = QHBoxLayout()
        pair.setSpacing(8)
        pair.addWidget(self._number, 1)
        pair.addWidget(Field(tr("Year"), self.year), 1)
        column.addLayout(pair)
        column.addWidget(self._day)
        column.addWidget(self.button, 0, Qt.AlignmentFlag.AlignLeft)
        self.setFixedWidth(scaled(264))
        self._by_number = True
        self.date_field.textEdited.connect(lambda *_: self._use(number=False))
        self.date_field.value_committed.connect(self._follow)
        for field in (self.number, self.year):
            field.textEdited.connect(lambda *_: self._use(number=True))
        for told in (self.date_field, self.number, self.year):
            told.error_changed.connect(lambda *_: self._fit())
        self.button.clicked.connect(lambda *_: self.take())

    def open_at(self, point: QPoint) -> None:
        """Show it with its corner at a point of the screen."""
        self._fit()
        room = self.screen().availableGeometry()
        x = min(point.x(), room.right() - self.width())
        self.move(max(room.left(), x), point.y())
        self.show()
        self.number.setFocus(Qt.FocusReason.TabFocusReason)
        self.number.selectAll()

    def take(self) -> None:
        """Go to what is written, or say what is wrong with it."""
        day = self._read()
        if day is not None:
            self.close()
            self.chosen.emit(day)

    def _read(self) -> date | None:
        if not self._by_number:
            if not self.date_field.check():
                return None
            return self._within(self.date_field.read(), self._day)
        if not (self.number.check() and self.year.check()):
            return None
        number, year = int(self.number.read() or 0), int(self.year.read() or 0)
        # 28 December is always in the last week of its year.
        last = date(year, 12, 28).isocalendar().week
        if number > last:
            self._number.set_error(tr("{year} has {last} weeks.", year=year, last=last))
            self._fit()
            return None
        return self._within(date.fromisocalendar(year, number, 1), self._number)

    def _within(self, day: date | None, field: Field) -> date | None:
        if day is None or not FIRST_DAY <= day <= LAST_DAY:
            field.set_error(tr("Choose a day between {first} and {last}.", first=FIRST_DAY.year, last=LAST_DAY.year))
            self._fit()
            return None
        return day

    def _use(self, *, number: bool) -> None:
        self._by_number = number
        self._number.set_error(None)
        self._day.set_error(None)
        self._fit()

    def _fit(self) -> None:
        """Be as high as the fields and what is wrong with them."""
        column = self.layout()
        if column is not None:
            column.activate()
            self.setFixedHeight(column.totalHeightForWidth(self.width()))

    def _follow(self, day: object) -> None:
        if isinstance(day, date):
            self._use(number=False)
            thursday = day - timedelta(days=day.weekday() - 3)
            self.number.show_value(day.isocalendar().week)
            self.year.show_value(thursday.year)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.take()
        elif event.key() == Qt.Key.Key_Escape:
            self.close()
        else:
            super().keyPressEvent(event)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        theme = current_theme()
        paint_plate(QPainter(self), self.rect(), theme.surface, theme.line, radius=0)
