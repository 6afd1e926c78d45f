"""Small painters that widgets, delegates and paper share: rung badges, plates, hatches, load bars."""

import math
from functools import cache

from PySide6.QtCore import QLineF, QPointF, QRect, QRectF, QSizeF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPainterPath, QPen, QPixmap

from tillid_planner.ui.theme import fonts
from tillid_planner.ui.theme.current import ratings_hidden, theme_changed
from tillid_planner.ui.theme.icons import on_paper, paint_icon
from tillid_planner.ui.theme.roles import Theme

RUNG_KINDS = ("agreed", "suggestion", "own", "week", "paused", "none", "hidden")
# side: (radius, figure size), as drawn in the mock-ups
_MEASURES = {20: (5.0, 12.0), 24: (6.0, 14.0), 32: (7.0, 16.0), 48: (10.0, 24.0)}
_WEEK_GAP = 6
_HATCH_STEP, _HATCH_WIDTH = 4.4, 1.4


def paint_rung(painter: QPainter, rect: QRect | QRectF, rung: int | None, kind: str, theme: Theme) -> None:
    """Paint the badge of *rung* (0–5) at the left of *rect*, centred vertically.

    The badge is a square of the height of *rect*, at most as wide as it; 20, 24, 32 and 48 are drawn
    as designed. The form says what the number is, by *kind*: «agreed», «suggestion», «own», «week»
    (with the frames icon to the right, if *rect* has the width), «paused», «none» (planned without
    agreement), «hidden». Raises ValueError for another kind.
    """
    if kind not in RUNG_KINDS:
        raise ValueError(f"no kind of rung called {kind!r}")
    area = QRectF(rect)
    side = min(area.width(), area.height())
    corner = QPointF(area.x(), area.y() + (area.height() - side) / 2)
    kind = "hidden" if ratings_hidden() else kind
    if kind in ("agreed", "week") and rung == 0:
        kind = "paused"
    shape = "agreed" if kind == "week" else kind
    device = painter.device()
    if device is not None and not on_paper(painter):
        ratio = device.devicePixelRatio()
        painter.drawPixmap(corner, _badge(rung, shape, round(side), theme, ratio))
    else:
        _draw_badge(painter, QRectF(corner, QSizeF(side, side)), rung, shape, theme, 1.0)
    if kind == "week" and area.width() >= side + _WEEK_GAP + side * 0.6:
        mark = side * 2 / 3
        place = QRectF(corner.x() + side + _WEEK_GAP, area.center().y() - mark / 2, mark, mark)
        paint_icon(painter, place, "frames", "text_muted", theme)


def paint_offered(painter: QPainter, rect: QRectF, rung: int | None, theme: Theme) -> None:
    """Paint a rung that is offered but not accepted: the agreed square, still empty."""
    if ratings_hidden():
        paint_rung(painter, rect, rung, "hidden", theme)
        return
    side = rect.width()
    paint_plate(painter, rect, theme.surface, theme.rung_line, side / 4, 1.5)
    face = fonts.font("body", 600)
    face.setPixelSize(round(side * 0.6))
    metrics = QFontMetricsF(face)
    painter.save()
    painter.setFont(face)
    painter.setPen(theme.text)
    words = "–" if rung is None else str(rung)
    left = rect.center().x() - metrics.horizontalAdvance(words) / 2
    painter.drawText(QPointF(left, rect.center().y() + metrics.capHeight() / 2), words)
    painter.restore()


def paint_closed(painter: QPainter, rect: QRectF, theme: Theme) -> None:
    """Paint a suggestion nobody has opened: its form without a figure."""
    if ratings_hidden():
        paint_rung(painter, rect, None, "hidden", theme)
        return
    paint_plate(painter, rect, None, theme.rung_line, rect.width() / 4, 1.5, dashed=True)


def rung_width(side: int, kind: str) -> int:
    """Return the width in pixels that a badge of *side* needs, with its mark."""
    return side + (_WEEK_GAP + round(side * 2 / 3) if kind == "week" else 0)


def paint_plate(
    painter: QPainter,
    rect: QRect | QRectF,
    fill: QColor | None,
    line: QColor | None = None,
    radius: float = 6.0,
    width: float = 1.0,
    dashed: bool = False,
) -> None:
    """Paint a rounded plate whose line of *width* px lies inside *rect*, crisp at whole pixels."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    area = QRectF(rect)
    if line is None:
        painter.setPen(Qt.PenStyle.NoPen)
    else:
        pen = QPen(line, width)
        if dashed:
            pen.setCapStyle(Qt.PenCapStyle.FlatCap)
            pen.setDashPattern([3 / width, 2.5 / width])
        painter.setPen(pen)
        half = width / 2
        area.adjust(half, half, -half, -half)
        radius = max(0.0, radius - half)
    painter.setBrush(fill if fill is not None else Qt.BrushStyle.NoBrush)
    painter.drawRoundedRect(area, radius, radius)
    painter.restore()


def paint_hatch(painter: QPainter, rect: QRect | QRectF, color: QColor, step: float = 9.0) -> None:
    """Fill *rect* with 45° lines; Qt's own hatch brush scales badly."""
    area = QRectF(rect)
    painter.save()
    painter.setClipRect(area, Qt.ClipOperation.IntersectClip)
    _hatch_lines(painter, area, color, step, _HATCH_WIDTH)
    painter.restore()


def paint_load(painter: QPainter, rect: QRect | QRectF, percent: float | None, theme: Theme) -> None:
    """Paint a load bar in the middle of *rect*: 6 px high, 0–130 %, tick at 100 %, excess in amber."""
    area = QRectF(rect)
    track = QRectF(area.x(), area.center().y() - 3, area.width(), 6)
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    rounded = QPainterPath()
    rounded.addRoundedRect(track, 3, 3)
    painter.fillPath(rounded, theme.load_track)
    full = track.width() / 1.3
    if percent:
        filled = min(percent, 130.0) / 100 * full
        bar = QPainterPath()
        bar.addRoundedRect(QRectF(track.x(), track.y(), max(6.0, filled), 6), 3, 3)
        painter.fillPath(bar, theme.load)
        if percent > 100:
            painter.setClipRect(QRectF(track.x() + full, track.y(), track.width(), 6))
            painter.fillPath(bar, theme.warn_icon)
            painter.setClipping(False)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
    painter.fillRect(QRectF(round(track.x() + full) - 0.75, area.center().y() - 6, 1.5, 12), theme.text)
    painter.restore()


def paint_brand(painter: QPainter, rect: QRect | QRectF, theme: Theme) -> None:
    """Paint the product's mark: the stair on the deepest fjord."""
    area = QRectF(rect)
    paint_plate(painter, area, theme.rung5, radius=area.width() / 4)
    paint_icon(painter, area, "rung", "on_rung5", theme)


def _hatch_lines(painter: QPainter, area: QRectF, color: QColor, step: float, width: float) -> None:
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(color, width))
    distance = step * 2**0.5
    height = area.height()
    lines = []
    x = area.left() - height
    while x < area.right():
        lines.append(QLineF(x, area.bottom(), x + height, area.top()))
        x += distance
    painter.drawLines(lines)


def _measures(side: float) -> tuple[float, float]:
    nearest = min(_MEASURES, key=lambda known: abs(known - side))
    radius, figure = _MEASURES[nearest]
    return radius * side / nearest, figure * side / nearest


def _draw_badge(painter: QPainter, rect: QRectF, rung: int | None, kind: str, theme: Theme, ratio: float) -> None:
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    radius, figure = _measures(rect.width())
    # 1 and 1.5 px, in whole pixels of the device: half a pixel would only be a grey one.
    thin = max(1, round(ratio)) / ratio
    drawn = math.ceil(1.5 * ratio - 0.5) / ratio
    ink = theme.text
    if kind == "hidden":
        paint_plate(painter, rect, theme.load_track, radius=radius)
    elif kind == "suggestion":
        paint_plate(painter, rect, None, theme.rung_line, radius, drawn, dashed=True)
    elif kind == "none":
        paint_plate(painter, rect, None, theme.field_line, radius, drawn, dashed=True)
    elif kind == "own":
        paint_plate(painter, rect, theme.surface, theme.rung_line, rect.width() / 2, drawn)
    elif kind == "paused":
        _draw_paused(painter, rect, radius, figure, thin, theme)
    else:
        fill = theme[f"rung{rung}"]
        edge = fill if (rung or 0) >= 4 else theme.rung_line
        paint_plate(painter, rect, fill, edge, radius, thin)
        ink = theme[f"on_rung{rung}"]
    if kind != "hidden":
        _draw_figure(painter, rect, "–" if rung is None or kind == "none" else str(rung), figure, ink)
    painter.restore()


def _draw_paused(painter: QPainter, rect: QRectF, radius: float, figure: float, thin: float, theme: Theme) -> None:
    path = QPainterPath()
    path.addRoundedRect(rect.adjusted(0.5, 0.5, -0.5, -0.5), radius, radius)
    painter.fillPath(path, theme.surface)
    painter.save()
    painter.setClipPath(path, Qt.ClipOperation.IntersectClip)
    _hatch_lines(painter, rect, theme.rung_pause_hatch, _HATCH_STEP, _HATCH_WIDTH)
    painter.restore()
    plate = QRectF(0, 0, figure * 0.86, figure * 1.1)
    plate.moveCenter(rect.center())
    paint_plate(painter, plate, theme.surface, radius=3)
    paint_plate(painter, rect, None, theme.rung_pause_line, radius, thin)


def _draw_figure(painter: QPainter, rect: QRectF, text: str, size: float, color: QColor) -> None:
    drawn = fonts.face(600)
    drawn.setPixelSize(max(1, round(size)))
    painter.setFont(drawn)
    painter.setPen(color)
    # The middle of a figure is half its cap height over the baseline, not the middle of the line.
    metrics = painter.fontMetrics()
    baseline = rect.center().y() + metrics.capHeight() / 2
    painter.drawText(QPointF(rect.center().x() - metrics.horizontalAdvance(text) / 2, baseline), text)


@cache
def _badge(rung: int | None, kind: str, side: int, theme: Theme, ratio: float) -> QPixmap:
    pixmap = QPixmap(round(side * ratio), round(side * ratio))
    pixmap.setDevicePixelRatio(ratio)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    _draw_badge(painter, QRectF(0, 0, side, side), rung, kind, theme, ratio)
    painter.end()
    return pixmap


theme_changed.connect(_badge.cache_clear)
