"""Icons drawn for this product: one SVG each, coloured by role, sharp at every device pixel ratio."""

from functools import cache

from PySide6.QtCore import QByteArray, QPoint, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QIcon, QIconEngine, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from tillid_planner.paths import resources_folder
from tillid_planner.ui.theme.current import current_theme, theme_changed
from tillid_planner.ui.theme.roles import Theme

_FINEST_SCREEN = 150  # logical dots to the inch
_STATES = {QIcon.Mode.Disabled: "text_disabled", QIcon.Mode.Selected: "accent"}


def icon(name: str, role: str | None = None) -> QIcon:
    """Return the icon *name* in the colour of *role* (muted text without it).

    It is painted when shown, so it follows a change of theme by itself. Raises FileNotFoundError
    for an unknown name.
    """
    _source(name)
    return _icon(name, role)


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


class _ThemedEngine(QIconEngine):
    """Looks the colour up at each painting, so that no icon outlives a theme."""

    def __init__(self, name: str, role: str | None) -> None:
        super().__init__()
        self._name = name
        self._role = role

    def _for(self, mode: QIcon.Mode) -> str:
        if mode == QIcon.Mode.Disabled or self._role is None:
            return _STATES.get(mode, "text_muted")
        return self._role

    def paint(self, painter: QPainter, rect: QRect, mode: QIcon.Mode, state: QIcon.State) -> None:
        paint_icon(painter, rect, self._name, self._for(mode))

    def pixmap(self, size: QSize, mode: QIcon.Mode, state: QIcon.State) -> QPixmap:
        return self.scaledPixmap(size, mode, state, 1.0)

    def scaledPixmap(self, size: QSize, mode: QIcon.Mode, state: QIcon.State, scale: float) -> QPixmap:
        side = min(size.width(), size.height())
        return QPixmap(icon_pixmap(self._name, side, self._for(mode), scale))

    def clone(self) -> QIconEngine:
        copy = _ThemedEngine(self._name, self._role)
        _clones.append(copy)
        return copy


_clones: list[QIconEngine] = []


@cache
def _icon(name: str, role: str | None) -> QIcon:
    return QIcon(_ThemedEngine(name, role))


@cache
def _source(name: str) -> str:
    return (resources_folder() / "icons" / f"{name}.svg").read_text("utf-8")


@cache
def _renderer(name: str, color: str) -> QSvgRenderer:
    return QSvgRenderer(QByteArray(_source(name).replace("currentColor", color).encode()))


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
