"""The rung badge: a number in a form, with or without its name."""

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget
from typing_extensions import override

from tillid_planner.ui.theme import current_theme, font, paint_rung, ratings_hidden, rung_width, scaled


class RungBadge(QWidget):
    """Shows a rung 0–5 as «agreed», «suggestion», «own», «week», «paused» or «none»."""

    def __init__(
        self,
        rung: int | None = None,
        kind: str = "agreed",
        side: int = 24,
        *,
        name: str = "",
        role: str = "body",
        muted: bool = False,
        accessible: str = "",
        parent: QWidget | None = None,
    ) -> None:
        """Make the badge; *name* is written beside it in the size *role*, *accessible* is read aloud."""
        super().__init__(parent)
        self._side, self._role = side, role
        self._color = "text_muted" if muted else "text"
        wide = QSizePolicy.Policy.Preferred if name else QSizePolicy.Policy.Fixed
        self.setSizePolicy(wide, QSizePolicy.Policy.Fixed)
        self.set_rung(rung, kind, name=name, accessible=accessible)

    def set_rung(self, rung: int | None, kind: str = "agreed", *, name: str = "", accessible: str = "") -> None:
        """Show another rung; *accessible* defaults to number and name."""
        self._rung, self._kind, self._name = rung, kind, name
        number = "–" if rung is None else str(rung)
        self.setAccessibleName(accessible or f"{number} {name}".strip())
        self.updateGeometry()
        self.update()

    @override
    def sizeHint(self) -> QSize:
        side = scaled(self._side)
        width = rung_width(side, self._kind)
        if self._name:
            width += self._gap() + QFontMetrics(font(self._role)).horizontalAdvance(self._name) + 1
        return QSize(width, side)

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(rung_width(scaled(self._side), self._kind), scaled(self._side))

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        theme = current_theme()
        painter = QPainter(self)
        side = scaled(self._side)
        width = rung_width(side, self._kind)
        paint_rung(painter, QRect(0, (self.height() - side) // 2, width, side), self._rung, self._kind, theme)
        if self._name and not ratings_hidden():
            face = font(self._role)
            left = width + self._gap()
            painter.setFont(face)
            painter.setPen(theme[self._color if self.isEnabled() else "text_disabled"])
            shown = QFontMetrics(face).elidedText(self._name, Qt.TextElideMode.ElideRight, self.width() - left)
            painter.drawText(
                QRect(left, 0, self.width() - left, self.height()), int(Qt.AlignmentFlag.AlignVCenter), shown
            )

    def _gap(self) -> int:
        return 6 if self._side <= 20 and self._role == "small" else 8
