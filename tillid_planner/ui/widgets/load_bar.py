"""Hours as a bar: never a person's worth."""

from PySide6.QtCore import QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget
from typing_extensions import override

from tillid_planner.ui.theme import current_theme, paint_load


class LoadBar(QWidget):
    """Planned hours of those there are, 0–130 %, with a tick at 100 %."""

    def __init__(
        self,
        percent: float | None = None,
        *,
        wide: bool = False,
        accessible: str = "",
        parent: QWidget | None = None,
    ) -> None:
        """Show *percent* (None: no hours planned); 64 px long, or 160 when *wide*."""
        super().__init__(parent)
        self._wide = wide
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.set_percent(percent, accessible)

    def set_percent(self, percent: float | None, accessible: str = "") -> None:
        """Show another load; *accessible* is read aloud, by default the figure."""
        self._percent = percent
        self.setAccessibleName(accessible or ("–" if percent is None else f"{percent:.0f} %"))
        self.update()

    @override
    def sizeHint(self) -> QSize:
        return QSize(160 if self._wide else 64, 12)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        paint_load(QPainter(self), self.rect(), self._percent, current_theme())
