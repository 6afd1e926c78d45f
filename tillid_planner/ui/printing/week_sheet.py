"""The week on paper or as PDF: a table of a team, or a sheet for each person; always in the light theme."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import QBuffer, QIODevice, QLineF, QMarginsF, QPointF, QRectF, Qt
from PySide6.QtGui import QPagedPaintDevice, QPageLayout, QPageSize, QPainter, QPainterPath, QPdfWriter, QPen
from PySide6.QtWidgets import QWidget

from tillid_planner.content import Words
from tillid_planner.exchange.week_plan import WeekPlan
from tillid_planner.ui.printing.printer import ask_printer
from tillid_planner.ui.printing.typesetter import POINT, Typesetter
from tillid_planner.ui.printing.week_layout import (
    MARGIN,
    PAD,
    PAGE_HEIGHT,
    PAGE_WIDTH,
    SMALL,
    Band,
    Item,
    Page,
    lay_out,
)
from tillid_planner.ui.theme import load_theme, paint_hatch, paint_plate, paint_rung

_RIGHT = PAGE_WIDTH - MARGIN
_INCH = 72 * POINT


@dataclass(frozen=True, slots=True)
class WeekSheets:
    """What is to be printed: week plans, as a table each or a sheet for each person, and the day it is made."""

    plans: Sequence[WeekPlan]
    words: Words
    made_on: date
    one_each: bool = False

    @property
    def title(self) -> str:
        """The document's title, which names nobody."""
        first, last = self.plans[0].week.number, self.plans[-1].week.number
        if first == last:
            return self.words.text("export.page.title", number=first)
        return self.words.text("export.page.title_of_many", first=first, last=last)


def week_pdf(sheets: WeekSheets, *, tell: Callable[[], object] | None = None) -> bytes:
    """Return the sheets as PDF; ``tell`` is called for each page. May run outside the interface's thread."""
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(buffer)
    writer.setTitle(sheets.title)
    writer.setCreator("Tillid Planner")
    _set_page(writer)
    _paint_all(writer, sheets, tell)
    return bytes(buffer.data().data())


def print_weeks(sheets: WeekSheets, parent: QWidget) -> bool | None:
    """Ask for a printer and print; return whether it was sent, or None if the user let it be."""
    from PySide6.QtPrintSupport import QPrinter

    printer = ask_printer(parent, sheets.title, _set_page, full_page=True)
    if printer is None:
        return None
    return _paint_all(printer, sheets, None) and printer.printerState() != QPrinter.PrinterState.Error


def _set_page(device: QPagedPaintDevice) -> None:
    device.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
    device.setPageOrientation(QPageLayout.Orientation.Landscape)
    device.setPageMargins(QMarginsF(0, 0, 0, 0), QPageLayout.Unit.Point)


def _paint_all(device: QPagedPaintDevice, sheets: WeekSheets, tell: Callable[[], object] | None) -> bool:
    setter = Typesetter()
    painter = QPainter()
    if not painter.begin(device):
        return False
    try:
        scale = device.logicalDpiX() / _INCH
        painter.scale(scale, scale)
        brush = _Brush(painter, setter, sheets)
        for number, page in enumerate(lay_out(sheets.plans, sheets.words, setter, one_each=sheets.one_each)):
            if number:
                device.newPage()
            brush.page(page)
            if tell is not None:
                tell()
    finally:
        painter.end()
    return True


class _Brush:
    """Paints pages that are laid out."""

    def __init__(self, painter: QPainter, setter: Typesetter, sheets: WeekSheets) -> None:
        self._painter, self._set, self._words = painter, setter, sheets.words
        self._theme = load_theme("light")
        self._written: tuple[int, int, bool] | None = None
        self._boxes = self._ticks = QPainterPath()
        day = sheets.made_on
        month = sheets.words.texts("export.months")[day.month - 1]
        self._made_on = sheets.words.text("export.page.made_on", day=day.day, month=month, year=day.year)

    def page(self, page: Page) -> None:
        """Paint one page: title, heads, rows, foot."""
        self._title(page)
        end = page.bands[-1].top + page.bands[-1].height if page.bands else page.head_top + page.head_height
        self._ground(page, end)
        self._heads(page)
        self._boxes, self._ticks = QPainterPath(), QPainterPath()
        for band in page.bands:
            self._hatch(page, band)
            self._band(page, band)
        self._rules(page, end)
        self._draw_marks()
        if page.one_person and not any(item for band in page.bands for cell in band.cells for item in cell):
            self._text(self._words.text("export.page.nothing"), MARGIN, end + 16 * POINT, page.size.text, muted=True)
        self._foot(page)

    def _title(self, page: Page) -> None:
        self._text(page.title, MARGIN, MARGIN + 16 * POINT, 160, 600)
        width = self._set.metrics(100).horizontalAdvance(page.subtitle)
        self._text(page.subtitle, _RIGHT - width, MARGIN + 16 * POINT, 100, muted=True)

    def _ground(self, page: Page, end: int) -> None:
        for column in page.columns:
            if column.day in page.plan.holidays or column.narrow:
                area = QRectF(column.left, page.head_top, column.width, end - page.head_top)
                self._painter.fillRect(area, self._theme.sunken)

    def _heads(self, page: Page) -> None:
        base = page.head_top + PAD + 9 * POINT
        for column, lines in zip(page.columns, page.heads, strict=True):
            for number, line in enumerate(lines):
                weight = 400 if number and column.day in page.plan.holidays else 600
                self._text(line, column.left + PAD, base + number * 12 * POINT, SMALL.text, weight)
        if not page.one_person:
            self._text(self._words.text("export.page.name"), MARGIN, base, SMALL.text, 600)
            self._right(self._words.text("export.page.hours"), base, SMALL.text, 600)

    def _band(self, page: Page, band: Band) -> None:
        size, small = page.size, min(SMALL, page.size, key=lambda known: known.text)
        base = band.top + PAD + round(size.text * 0.95)
        for line in band.name:
            self._text(line, MARGIN, base, size.text, 600)
            base += size.line
        for line in band.role:
            self._text(line, MARGIN, base, small.text, muted=True)
            base += small.line
        if band.hours and not page.one_person:
            self._right(band.hours, band.top + PAD + round(size.text * 0.95), size.text)
        for column, items in zip(page.columns, band.cells, strict=True):
            top = band.top + PAD
            for item in items:
                self._item(page, item, column.left + PAD, top)
                top += item.height

    def _hatch(self, page: Page, band: Band) -> None:
        for column, off in zip(page.columns, band.off, strict=True):
            if off:
                area = QRectF(column.left, band.top, column.width, band.height)
                paint_hatch(self._painter, area, self._theme.line, 60)

    def _item(self, page: Page, item: Item, left: int, top: int) -> None:
        size = page.size
        x = left
        if item.mark == "off":
            width = self._set.metrics(size.text).horizontalAdvance(item.lines[0])
            plate = QRectF(left - 20, top, width + 40, size.line)
            paint_plate(self._painter, plate, self._theme.surface, None, 20)
        else:
            self._mark(item.mark, QRectF(left, top + (size.line - size.mark) / 2, size.mark, size.mark))
            x += size.mark + PAD
            if page.plan.with_rungs and item.mark == "task":
                self._rung(item.rung, x, top + (size.line - size.rung) / 2, size.rung)
                x += size.rung + PAD // 2
        base = top + round(size.line * 0.5 + size.text * 0.36)
        for line in item.lines:
            self._text(line, x, base, size.text, muted=item.mark == "off")
            base += size.line

    def _mark(self, mark: str, area: QRectF) -> None:
        # Gathered and drawn at once: a page has hundreds of them.
        if mark == "task":
            self._boxes.addRoundedRect(area, 9, 9)
        else:
            self._boxes.addEllipse(area)
        if mark == "held":
            x, y, side = area.x(), area.y(), area.width()
            self._ticks.moveTo(x + side * 0.25, y + side * 0.52)
            self._ticks.lineTo(x + side * 0.43, y + side * 0.70)
            self._ticks.lineTo(x + side * 0.75, y + side * 0.32)

    def _draw_marks(self) -> None:
        self._painter.save()
        self._painter.setPen(QPen(self._theme.field_line, 7))
        self._painter.setBrush(self._theme.surface)
        self._painter.drawPath(self._boxes)
        self._painter.setPen(QPen(self._theme.text, 9))
        self._painter.setBrush(Qt.BrushStyle.NoBrush)
        self._painter.drawPath(self._ticks)
        self._painter.restore()

    def _rung(self, rung: int | None, x: float, y: float, side: float) -> None:
        self._painter.save()
        self._painter.translate(x, y)
        self._painter.scale(POINT, POINT)
        kind = "none" if rung is None else "agreed"
        paint_rung(self._painter, QRectF(0, 0, side / POINT, side / POINT), rung, kind, self._theme)
        self._painter.restore()

    def _rules(self, page: Page, end: int) -> None:
        lines = [QLineF(MARGIN, page.head_top + page.head_height, _RIGHT, page.head_top + page.head_height)]
        lines += [QLineF(MARGIN, band.top + band.height, _RIGHT, band.top + band.height) for band in page.bands]
        edges = {column.left for column in page.columns} | {page.columns[-1].left + page.columns[-1].width}
        inner = sorted(edge for edge in edges if MARGIN < edge < _RIGHT)
        lines += [QLineF(edge, page.head_top, edge, end) for edge in inner]
        self._painter.setPen(QPen(self._theme.line, 6))
        self._painter.drawLines(lines)
        self._written = None

    def _foot(self, page: Page) -> None:
        base = PAGE_HEIGHT - MARGIN
        self._text(self._made_on, MARGIN, base, SMALL.text, muted=True)
        said = self._words.text("export.page.number", page=page.number, pages=page.pages)
        self._right(said, base, SMALL.text, muted=True)
        if page.plan.with_rungs:
            names = " · ".join(f"{n} {self._words.text(f'ladders.task.{n}.name')}" for n in (1, 2, 3, 4, 5, 0))
            self._text(
                f"{self._words.text('export.page.rungs')} {names}", MARGIN + 130 * POINT, base, SMALL.text, muted=True
            )

    def _right(self, text: str, base: float, size: int, weight: int = 400, *, muted: bool = False) -> None:
        width = self._set.metrics(size, weight).horizontalAdvance(text)
        self._text(text, _RIGHT - width, base, size, weight, muted=muted)

    def _text(self, text: str, x: float, base: float, size: int, weight: int = 400, *, muted: bool = False) -> None:
        if self._written != (size, weight, muted):
            self._written = (size, weight, muted)
            self._painter.setFont(self._set.face(size, weight))
            self._painter.setPen(self._theme.text_muted if muted else self._theme.text)
        self._painter.drawText(QPointF(x, base), text)
