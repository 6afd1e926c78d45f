"""Icons drawn for this product: one SVG each, coloured by role, sharp at every device pixel ratio."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray, QPoint, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPixmap

from tillid_planner.paths import resources_folder
from tillid_planner.ui.theme.current import current_theme, theme_changed
from tillid_planner.ui.theme.roles import Theme

if TYPE_CHECKING:
    from PySide6.QtSvg import QSvgRenderer

_FINEST_SCREEN = 150  # logical dots to the inch


def paint_icon(
    painter: QPainter, rect: QRect | QRectF, name: str, role: str = "text_muted", theme: Theme | None = None
) -> None:
    """Paint the icon into the middle of *rect*, as a square of its shorter side."""
    area = QRectF(rect)
    side = min(area.width(), area.height())
    corner = QPointF(area.x() + (area.width() - side) / 2, area.y() + (area.height() - side) / 2)
    device = painter.device()
    ratio = device.devicePixelRatio() if device else 1.0
    if on_paper(painter):
        # Paper: vectors stay vectors.
        _renderer(name, (theme or current_theme()).hex(role)).render(painter, QRectF(corner, area.size()))
        return
    painter.drawPixmap(corner, icon_pixmap(name, side, role, ratio, theme))


def on_paper(painter: QPainter) -> bool:
    """Whether a page is painted, not a screen: its dots are much finer than a screen says its own are."""
    device = painter.device()
    return device is not None and device.logicalDpiX() > _FINEST_SCREEN


def icon_pixmap(
    name: str, side: float, role: str = "text_muted", ratio: float = 1.0, theme: Theme | None = None
) -> QPixmap:
    """Return the icon as a square pixmap of *side* logical pixels at a device pixel *ratio*."""
    return _pixmap(name, (theme or current_theme()).hex(role), round(side * ratio), ratio)


@cache
def icon_source(name: str) -> str:
    """Return the drawing as SVG; raise FileNotFoundError for an unknown name."""
    return (resources_folder() / "icons" / f"{name}.svg").read_text("utf-8")


@cache
def _renderer(name: str, color: str) -> QSvgRenderer:
    from PySide6.QtSvg import QSvgRenderer  # the first window is painted before there is an icon in it

    return QSvgRenderer(QByteArray(icon_source(name).replace("currentColor", color).encode()))


@cache
def _pixmap(name: str, color: str, side: int, ratio: float) -> QPixmap:
    pixmap = QPixmap(side, side)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    _renderer(name, color).render(painter, QRectF(QPoint(0, 0), QSize(side, side)))
    painter.end()
    pixmap.setDevicePixelRatio(ratio)
    return pixmap


def _forget() -> None:
    _pixmap.cache_clear()
    _renderer.cache_clear()


theme_changed.connect(_forget)
