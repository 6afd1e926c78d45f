"""Surfaces: card, sunken note, tag."""

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractScrollArea, QHBoxLayout, QLayout, QSizePolicy, QVBoxLayout, QWidget
from typing_extensions import override

from tillid_planner.ui.theme import current_theme, font, paint_icon, paint_plate, scaled
from tillid_planner.ui.widgets.labels import Hairline, TextLabel

_PAD = 16
#: By so much a button of 32 stands out above and below a title of 24.
_BUTTON_OVER_TITLE = 4
# fill, line, icon, icon's role, words' role
_NOTES = {
    "frame": ("sunken", "line", "frames", "text_muted", "text"),
    "info": ("sunken", "line", "info", "text_muted", "text"),
    "warn": ("warn_fill", "warn_line", "warning", "warn_icon", "warn_text"),
    "stop": ("stop_fill", "stop", "stop", "stop_text", "stop_text"),
}
# fill, line, words' role
_TAGS: dict[str, tuple[str | None, str | None, str]] = {
    "plain": (None, "line", "text_muted"),
    "filled": ("tag_fill", None, "text"),
    "warn": ("warn_fill", "warn_line", "warn_text"),
}


class Plate(QWidget):
    """A rounded surface with a hairline around it."""

    def __init__(
        self,
        fill: str | None = "surface",
        line: str | None = "line",
        radius: int = 8,
        parent: QWidget | None = None,
    ) -> None:
        """Paint the roles *fill* and *line* behind the children."""
        super().__init__(parent)
        self._fill, self._line, self._radius = fill, line, radius

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        theme = current_theme()
        fill = theme[self._fill] if self._fill else None
        line = theme[self._line] if self._line else None
        paint_plate(QPainter(self), self.rect(), fill, line, self._radius)


class Card(Plate):
    """A surface with an optional head; contents go into ``body``."""

    def __init__(
        self,
        title: str = "",
        *,
        action: QWidget | None = None,
        note: str = "",
        ruled: bool = False,
        flush: bool = False,
        small_title: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        """Make the card.

        *action* or a muted *note* stands right in the head; *ruled* draws a hairline under the head;
        with *flush* the body reaches the edges, for rows and tables. ``small_title`` is for panels.
        """
        super().__init__(parent=parent)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(1, 1, 1, 1)
        outer.setSpacing(0)
        self.title = TextLabel(title, "small", muted=True, weight=600) if small_title else TextLabel(title, "section")
        self.head = QHBoxLayout()
        # A button is higher than the title: heads with and without one are of the same height.
        less = _BUTTON_OVER_TITLE if action is not None else 0
        self.head.setContentsMargins(_PAD - 1, 11 - less, _PAD - 1, (11 if ruled else 7) - less)
        self.head.setSpacing(8)
        self.head.addWidget(self.title, 1)
        self.note = TextLabel(note, "small", muted=True, wrap=False)
        self.head.addWidget(self.note)
        if action is not None:
            self.head.addWidget(action)
        if title or action is not None:
            outer.addLayout(self.head)
            # Not before it stands somewhere: until then it would be a window of its own.
            self.note.setVisible(bool(note))
            if ruled:
                outer.addWidget(Hairline())
        else:
            self.title.setParent(self)
            self.title.hide()
            self.note.setParent(self)
            self.note.hide()
        self.body = QVBoxLayout()
        side = 0 if flush else _PAD - 1
        top = 0 if flush else (_PAD - 1 if ruled or not title else 0)
        self.body.setContentsMargins(side, top, side, 0 if flush else _PAD - 1)
        self.body.setSpacing(0 if flush else 8)
        outer.addLayout(self.body, 1)

    def add(self, item: QWidget | QLayout, stretch: int = 0) -> None:
        """Add a widget or layout to the body."""
        if isinstance(item, QAbstractScrollArea) and not self.body.contentsMargins().left():
            # Square cells must not lie over the round corners.
            self.body.setContentsMargins(0, 0, 0, 7)
        if isinstance(item, QWidget):
            self.body.addWidget(item, stretch)
        else:
            self.body.addLayout(item, stretch)


class SunkenNote(Plate):
    """An icon and a sentence that stand apart: «frame», «warn», «stop» or «info»."""

    def __init__(
        self,
        kind: str,
        text: str,
        *,
        lead: str = "",
        icon: str | None = None,
        action: QWidget | None = None,
        parent: QWidget | None = None,
    ) -> None:
        """Say *text*, after *lead* in 600; *action* stands at the right. Raises KeyError for another kind."""
        fill, line, name, icon_role, ink = _NOTES[kind]
        super().__init__(fill, line, parent=parent)
        self._name, self._icon_role = icon or name, icon_role
        row = QHBoxLayout(self)
        row.setContentsMargins(scaled(45), 11, 14, 11)
        row.setSpacing(12)
        self.label = TextLabel(text, color=ink, lead=lead)
        self.label.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        row.addWidget(self.label, 1)
        if action is not None:
            row.addWidget(action, 0, Qt.AlignmentFlag.AlignVCenter)

    def set_text(self, text: str, *, lead: str = "") -> None:
        """Say something else."""
        self.label.set_text(text, lead=lead)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        side = scaled(18)
        place = QRectF(14, self.label.y() + (scaled(20) - side) / 2, side, side)
        if self.label.height() < scaled(40):
            place.moveTop((self.height() - side) / 2)
        paint_icon(QPainter(self), place, self._name, self._icon_role)


class Tag(QWidget):
    """A small word with an icon: «plain» (outlined), «filled» (a place) or «warn»."""

    def __init__(
        self, text: str, icon: str | None = None, kind: str = "plain", *, parent: QWidget | None = None
    ) -> None:
        """Raises KeyError for another kind."""
        super().__init__(parent)
        self._fill, self._line, self._ink = _TAGS[kind]
        self._icon = icon
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.set_text(text)

    def set_text(self, text: str) -> None:
        """Say something else."""
        self._text = text
        self.setAccessibleName(text)
        self.updateGeometry()
        self.update()

    @override
    def sizeHint(self) -> QSize:
        width = QFontMetrics(font("small")).horizontalAdvance(self._text) + 1
        return QSize(width + 2 * self._pad() + (scaled(14) + 6 if self._icon else 0), scaled(24))

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        theme = current_theme()
        painter = QPainter(self)
        fill = theme[self._fill] if self._fill else theme.surface
        line = theme[self._line] if self._line else None
        paint_plate(painter, self.rect(), fill, line, self.height() / 2)
        left = self._pad()
        if self._icon:
            side = scaled(14)
            paint_icon(painter, QRectF(left, (self.height() - side) / 2, side, side), self._icon, self._ink)
            left += side + 6
        painter.setFont(font("small"))
        painter.setPen(theme[self._ink])
        area = QRect(left, 0, self.width() - left, self.height())
        painter.drawText(area, int(Qt.AlignmentFlag.AlignVCenter), self._text)

    def _pad(self) -> int:
        return scaled(9 if self._icon else 8)
