"""Icons for buttons and menus: each asks for its colour as it is painted, so it follows a change of theme."""

from functools import cache

from PySide6.QtCore import QRect, QSize
from PySide6.QtGui import QIcon, QIconEngine, QPainter, QPixmap
from typing_extensions import override

from tillid_planner.ui.theme.icons import icon_pixmap, icon_source, paint_icon

_STATES = {QIcon.Mode.Disabled: "text_disabled", QIcon.Mode.Selected: "accent"}


def icon(name: str, role: str | None = None) -> QIcon:
    """Return the icon *name* in the colour of *role* (muted text without it).

    It is painted when shown, so it follows a change of theme by itself. Raises FileNotFoundError
    for an unknown name.
    """
    icon_source(name)
    return _icon(name, role)


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

    @override
    def paint(self, painter: QPainter, rect: QRect, mode: QIcon.Mode, state: QIcon.State) -> None:
        paint_icon(painter, rect, self._name, self._for(mode))

    @override
    def pixmap(self, size: QSize, mode: QIcon.Mode, state: QIcon.State) -> QPixmap:
        return self.scaledPixmap(size, mode, state, 1.0)

    @override
    def scaledPixmap(self, size: QSize, mode: QIcon.Mode, state: QIcon.State, scale: float) -> QPixmap:
        side = min(size.width(), size.height())
        return QPixmap(icon_pixmap(self._name, side, self._for(mode), scale))

    @override
    def clone(self) -> QIconEngine:
        copy = _ThemedEngine(self._name, self._role)
        _clones.append(copy)
        return copy


_clones: list[QIconEngine] = []


@cache
def _icon(name: str, role: str | None) -> QIcon:
    return QIcon(_ThemedEngine(name, role))
