"""The small marks of a course: dots of follow-ups, the suggestion of a day, the ring of the chosen point."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from tillid_planner.domain.course import Look
from tillid_planner.domain.follow_up import Outcome
from tillid_planner.ui.theme import Theme, paint_plate

#: Diameter of a follow-up's dot and side of a suggestion's square, in pixels.
DOT, SQUARE = 9.0, 10.0
_RING = 8.0


def paint_look(painter: QPainter, centre: QPointF, look: object, theme: Theme) -> None:
    """Paint a follow-up: filled good, half partly, hollow not OK."""
    if isinstance(look, Look):
        paint_dot(painter, centre, look.outcome, theme)


def paint_dot(painter: QPainter, centre: QPointF, outcome: Outcome, theme: Theme) -> None:
    """Paint the dot of an outcome."""
    area = QRectF(centre.x() - DOT / 2, centre.y() - DOT / 2, DOT, DOT)
    painter.save()
    # A plate of the ground around it keeps dots apart from the line they stand on.
    painter.setPen(QPen(theme.surface, 2))
    painter.setBrush(theme.surface)
    painter.drawEllipse(area)
    painter.setPen(Qt.PenStyle.NoPen)
    if outcome is not Outcome.NOT_OK:
        painter.setBrush(theme.plot_line)
        if outcome is Outcome.GOOD:
            painter.drawEllipse(area)
        else:
            painter.drawPie(area, 90 * 16, 180 * 16)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(theme.plot_line, 1.5))
    painter.drawEllipse(area.adjusted(0.75, 0.75, -0.75, -0.75))
    painter.restore()


def paint_suggested(painter: QPainter, centre: QPointF, theme: Theme) -> None:
    """Paint what the rule suggested on a day when another rung was agreed."""
    area = QRectF(centre.x() - SQUARE / 2, centre.y() - SQUARE / 2, SQUARE, SQUARE)
    paint_plate(painter, area, theme.surface, theme.rung_line, 2.5, 1.5, dashed=True)


def paint_ring(painter: QPainter, centre: QPointF, color: QColor) -> None:
    """Paint the ring around the chosen point."""
    painter.save()
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(color, 2))
    painter.drawEllipse(centre, _RING, _RING)
    painter.restore()
