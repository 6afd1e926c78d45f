"""Wrapped plain text with the line heights of the design, for labels, cards and delegates."""

import math

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QTextLayout, QTextOption

from tillid_planner.ui.theme import paint_plate

_BREAK = "\u2028"


class TextBlock:
    """A laid-out plain text: wraps at a width, measures, draws. Qt's own lines are too tight."""

    def __init__(self, text: str, face: QFont, line: int, *, bold: int = 0, centred: bool = False) -> None:
        """Prepare *text* in *face* with lines of *line* px; the first *bold* characters weigh 600."""
        self.line = line
        self._metrics = QFontMetricsF(face)
        self._layout = QTextLayout(text.replace("\r\n", _BREAK).replace("\n", _BREAK), face)
        option = QTextOption()
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        self._layout.setTextOption(option)
        self._centred = centred
        self._width = -1.0
        self._natural: int | None = None
        self._heights: dict[float, int] = {}  # layouts ask for the same few widths over and over
        if bold:
            from PySide6.QtGui import QTextCharFormat  # costs some milliseconds, and the first window has no bold lead

            heavy = QTextLayout.FormatRange()
            heavy.start, heavy.length = 0, bold
            shape = QTextCharFormat()
            shape.setFontWeight(QFont.Weight.DemiBold)
            heavy.format = shape
            self._layout.setFormats([heavy])

    def natural_width(self) -> int:
        """Return the width in pixels of the text without wrapping."""
        if self._natural is None:
            self._wrap(100_000)
            widths = [self._layout.lineAt(i).naturalTextWidth() for i in range(self._layout.lineCount())]
            self._natural = math.ceil(max(widths, default=0)) + 1
        return self._natural

    def height(self, width: float) -> int:
        """Return the height in pixels when wrapped at *width* pixels."""
        if width not in self._heights:
            self._wrap(width)
            self._heights[width] = max(1, self._layout.lineCount()) * self.line
        return self._heights[width]

    def draw(self, painter: QPainter, rect: QRectF, color: QColor) -> None:
        """Draw at the top left of *rect*, wrapped at its width."""
        self._wrap(rect.width())
        painter.setPen(color)
        lift = (self.line - self._metrics.height()) / 2
        for i in range(self._layout.lineCount()):
            line = self._layout.lineAt(i)
            indent = (rect.width() - line.naturalTextWidth()) / 2 if self._centred else 0.0
            line.draw(painter, QPointF(rect.x() + indent, rect.y() + lift + i * self.line))

    def paint_hidden(self, painter: QPainter, rect: QRectF, color: QColor) -> None:
        """Draw blocks of the same size instead of the words."""
        self._wrap(rect.width())
        for i in range(self._layout.lineCount()):
            width = self._layout.lineAt(i).naturalTextWidth()
            top = rect.y() + i * self.line + 3
            paint_plate(painter, QRectF(rect.x(), top, width, self.line - 6), color, radius=3)

    def _wrap(self, width: float) -> None:
        if width == self._width:
            return
        self._width = width
        self._layout.beginLayout()
        y = 0.0
        while True:
            line = self._layout.createLine()
            if not line.isValid():
                break
            line.setLineWidth(max(1.0, width))
            line.setPosition(QPointF(0, 0))
            y += self.line
        self._layout.endLayout()
