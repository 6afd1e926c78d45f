"""The legal ceiling to choose: none, a rung with its badge, or not to be handed over."""

from __future__ import annotations

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QIcon, QPainter, QPixmap
from PySide6.QtWidgets import QWidget

from tillid_planner.content import Words
from tillid_planner.ui.task_words import NO_CEILING, NOT_DELEGABLE, rung_name
from tillid_planner.ui.texts import tr
from tillid_planner.ui.theme import current_theme, paint_rung, ratings_hidden_changed, scaled, theme_changed
from tillid_planner.ui.widgets import ComboBox

_RUNGS = (4, 3, 2, 1)
_SIDE = 20


class CeilingBox(ComboBox):
    """Offers the ceilings from none down to «may not be handed over»."""

    def __init__(self, words: Words, parent: QWidget | None = None) -> None:
        rungs: list[tuple[object, str]] = [(rung, rung_name(words, rung)) for rung in _RUNGS]
        super().__init__(
            [(NO_CEILING, tr("No ceiling")), *rungs, (NOT_DELEGABLE, tr("May not be handed over"))],
            parent=parent,
        )
        self._paint_badges()
        theme_changed.connect(self._paint_badges)
        ratings_hidden_changed.connect(self._paint_badges)

    def _paint_badges(self, *_: object) -> None:
        side = scaled(_SIDE)
        self.setIconSize(QSize(side, side))
        for place, rung in enumerate(_RUNGS, start=1):
            badge = QIcon()
            # Given for both, or Qt would dim the badge of the chosen entry.
            for mode in (QIcon.Mode.Normal, QIcon.Mode.Selected):
                badge.addPixmap(self._badge(rung, side), mode)
            self.setItemIcon(place, badge)
            spoken = f"{rung} {self.itemText(place)}"
            self.setItemData(place, spoken, Qt.ItemDataRole.AccessibleTextRole)

    def _badge(self, rung: int, side: int) -> QPixmap:
        ratio = self.devicePixelRatioF()
        pixmap = QPixmap(round(side * ratio), round(side * ratio))
        pixmap.setDevicePixelRatio(ratio)
        pixmap.fill(Qt.GlobalColor.transparent)
        painter = QPainter(pixmap)
        paint_rung(painter, QRect(0, 0, side, side), rung, "agreed", current_theme())
        painter.end()
        return pixmap
