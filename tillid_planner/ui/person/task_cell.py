"""Paints a task in the table of a person: its name and what sets the limit, each on up to two lines."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QTextLayout, QTextOption
from typing_extensions import override

from tillid_planner.ui.theme import Theme, font, line_height, scaled
from tillid_planner.ui.widgets import Cell
from tillid_planner.ui.widgets.row_delegate import RowDelegate

_PAD_X, _PAD_Y, _LINES = 12, 9, 2
_Index = QModelIndex | QPersistentModelIndex


class TaskCell(RowDelegate):
    """Wraps before it elides; ``height_at`` says how high a row must be for it."""

    def height_at(self, width: int, index: _Index) -> int:
        """Return the height in pixels of a task's row in a column of *width* pixels."""
        room = width - 2 * _PAD_X
        # The chosen row is bold: it must not grow as it is chosen.
        name, limit = _texts(index)
        lines = line_height("body") * len(_lines(name, font("body", 600), room))
        lines += line_height("small") * len(_lines(limit, font("small"), room)) if limit else 0
        return int(max(scaled(56), lines + 2 * _PAD_Y))

    @override
    def _draw_text(self, painter: QPainter, area: QRect, index: _Index, theme: Theme, selected: bool) -> None:
        name, limit = _texts(index)
        first = _lines(name, font("body", 600 if selected else 400), area.width())
        second = _lines(limit, font("small"), area.width()) if limit else []
        height = line_height("body") * len(first) + line_height("small") * len(second)
        top = area.center().y() - height / 2 + 1
        for lines, role, ink in ((first, "body", theme.text), (second, "small", theme.text_muted)):
            painter.setFont(font(role, 600 if selected and role == "body" else 400))
            painter.setPen(ink)
            for line in lines:
                place = QRectF(area.left(), top, area.width(), line_height(role))
                painter.drawText(place, int(Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine), line)
                top += line_height(role)


def _texts(index: _Index) -> tuple[str, str]:
    return str(index.data(Qt.ItemDataRole.DisplayRole) or ""), str(index.data(Cell.SECOND) or "")


def _lines(text: str, face: QFont, width: int) -> list[str]:
    """Return the lines of a text wrapped at *width* pixels; the last that is shown tells that more follows."""
    layout = QTextLayout(" ".join(text.split()), face)
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    layout.setTextOption(option)
    layout.beginLayout()
    found: list[str] = []
    words = layout.text()
    while len(found) < _LINES:
        line = layout.createLine()
        if not line.isValid():
            break
        line.setLineWidth(max(1, width))
        start, end = line.textStart(), line.textStart() + line.textLength()
        last = len(found) == _LINES - 1
        found.append(words[start:].strip() if last else words[start:end].strip())
    layout.endLayout()
    if len(found) == _LINES:
        found[-1] = QFontMetrics(face).elidedText(found[-1], Qt.TextElideMode.ElideRight, max(1, width))
    return found or [""]
