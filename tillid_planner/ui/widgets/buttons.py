"""Buttons: one primary a page, the rest quiet; the same measures in every theme."""

from collections.abc import Callable

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QPushButton, QSizePolicy, QWidget
from typing_extensions import override

from tillid_planner.ui.theme import Theme, current_theme, font, paint_icon, paint_plate, scaled
from tillid_planner.ui.widgets.labels import plain_tooltip
from tillid_planner.ui.widgets.pressing import OneClick, ReturnPresses

KINDS = ("primary", "secondary", "text", "quiet", "danger", "danger_quiet", "bare")
_GAP = 6
_ARROW = 16


class Button(OneClick, ReturnPresses, QPushButton):
    """A button with words; see :func:`button`."""

    def __init__(
        self,
        text: str = "",
        kind: str = "secondary",
        icon: str | None = None,
        *,
        large: bool = False,
        flush: bool = False,
        icon_side: int = 16,
        parent: QWidget | None = None,
    ) -> None:
        """Make a button.

        *kind*: «primary», «secondary» (outlined), «text» (link colour), «quiet» (muted text),
        «danger», «danger_quiet» (outlined), «bare» (muted, for icons). *large* is 40 px high;
        *flush* leaves out the side padding, so that a text button lines up with text.
        """
        super().__init__(text, parent)
        if kind not in KINDS:
            raise ValueError(f"no kind of button called {kind!r}")
        self._kind, self._icon, self._large, self._flush = kind, icon, large, flush
        self._icon_role: str | None = None
        self._icon_side = icon_side
        self.setAutoDefault(False)
        self.setCursor(Qt.CursorShape.PointingHandCursor if kind in ("text", "quiet") else Qt.CursorShape.ArrowCursor)
        self.setSizePolicy(QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Fixed)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)

    @property
    def kind(self) -> str:
        """The kind it was made as."""
        return self._kind

    @property
    def destructive(self) -> bool:
        """Whether it deletes something: the keyboard is not sent there unasked."""
        return self._kind.startswith("danger") or self._icon == "delete"

    def set_kind(self, kind: str) -> None:
        """Take another kind, for example when it becomes the one primary button."""
        if kind not in KINDS:
            raise ValueError(f"no kind of button called {kind!r}")
        self._kind = kind
        self.update()

    def set_icon(self, name: str | None, role: str | None = None) -> None:
        """Show another icon, or none."""
        self._icon, self._icon_role = name, role
        self.updateGeometry()
        self.update()

    @override
    def sizeHint(self) -> QSize:
        height = scaled(40 if self._large else 32)
        if not self.text():
            return QSize(height, height)
        return QSize(self._content_width() + 2 * self._padding(), height)

    @override
    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        theme = current_theme()
        painter = QPainter(self)
        fill, line, ink = self._colors(theme)
        if fill or line:
            paint_plate(painter, self.rect(), theme[fill] if fill else None, theme[line] if line else None, 6)
        painter.setFont(self._face())
        left = (self.width() - self._content_width()) / 2
        side = scaled(self._icon_side)
        if self._icon:
            place = QRectF(left, (self.height() - side) / 2, side, side)
            paint_icon(painter, place, self._icon, self._icon_role or ink, theme)
            left += side + (scaled(_GAP) if self.text() else 0)
        if self.text():
            painter.setPen(theme[ink])
            area = QRect(round(left), 0, self._text_width() + 2, self.height())
            flags = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft | Qt.TextFlag.TextShowMnemonic
            painter.drawText(area, int(flags), self.text())
            left += self._text_width() + scaled(_GAP)
        if self._shows_arrow():
            side = scaled(_ARROW)
            paint_icon(painter, QRectF(left, (self.height() - side) / 2, side, side), "down", ink, theme)

    def _colors(self, theme: Theme) -> tuple[str | None, str | None, str]:
        hot = self.isDown() or (self.underMouse() and self.isEnabled())
        if not self.isEnabled():
            plain = self._kind in ("text", "quiet", "bare")
            return (None, None, "text_disabled") if plain else ("surface", "line", "text_disabled")
        if self.isChecked():
            return ("select_fill", "select_line", "text")
        looks: dict[str, tuple[str | None, str | None, str]] = {
            "primary": ("accent_hover", None, "on_accent") if hot else ("accent", None, "on_accent"),
            "danger": ("stop_hover", None, "on_stop") if hot else ("stop", None, "on_stop"),
            "danger_quiet": ("hover" if hot else "surface", "stop", "stop_text"),
            "secondary": ("hover" if hot else "surface", "field_line", "text"),
            "text": ("hover" if hot and not self._flush else None, None, "link"),
            "quiet": ("hover" if hot and not self._flush else None, None, "text" if hot else "text_muted"),
            "bare": ("hover" if hot else None, None, "text" if hot else "text_muted"),
        }
        return looks[self._kind]

    def _padding(self) -> int:
        if self._flush:
            return 0
        return scaled(8 if self._kind in ("text", "quiet", "bare") else 20 if self._large else 12) + 1

    def _face(self) -> QFont:
        return font("body", 400 if self._kind == "quiet" else 500)

    def _text_width(self) -> int:
        metrics = QFontMetrics(self._face())
        return metrics.size(int(Qt.TextFlag.TextShowMnemonic), self.text()).width()

    def _shows_arrow(self) -> bool:
        return bool(self.menu() and self.text())

    def _content_width(self) -> int:
        width = self._text_width() if self.text() else 0
        if self._icon:
            width += scaled(self._icon_side) + (scaled(_GAP) if self.text() else 0)
        return width + (scaled(_ARROW) + scaled(_GAP) if self._shows_arrow() else 0)


class IconButton(Button):
    """A square button with an icon only; its words are tooltip and accessible name."""

    def __init__(
        self,
        icon: str,
        words: str,
        kind: str = "secondary",
        *,
        shortcut: str = "",
        parent: QWidget | None = None,
    ) -> None:
        """Make it; *words* are required, *shortcut* is shown in the tooltip only."""
        super().__init__("", kind, icon, icon_side=20 if kind == "bare" else 16, parent=parent)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.set_words(words, shortcut)

    def set_words(self, words: str, shortcut: str = "") -> None:
        """Say what it does; raises ValueError without words."""
        if not words:
            raise ValueError("an icon button needs words")
        self.setAccessibleName(words)
        self.setToolTip(plain_tooltip(f"{words} ({shortcut})" if shortcut else words))


def button(
    kind: str,
    text: str,
    icon: str | None = None,
    *,
    on_click: Callable[[], object] | None = None,
    large: bool = False,
    flush: bool = False,
) -> Button:
    """Make a button of *kind* (see :class:`Button`) and connect it to *on_click*."""
    made = Button(text, kind, icon, large=large, flush=flush)
    if on_click is not None:
        made.clicked.connect(lambda *_: on_click())
    return made


def PrimaryButton(text: str, icon: str | None = None) -> Button:
    """Make the one primary button of a page."""
    return Button(text, "primary", icon)


def SecondaryButton(text: str, icon: str | None = None) -> Button:
    """Make an outlined button."""
    return Button(text, "secondary", icon)


def TextButton(text: str, icon: str | None = None, *, flush: bool = False) -> Button:
    """Make a button that looks like a link."""
    return Button(text, "text", icon, flush=flush)


def DangerButton(text: str, icon: str | None = None) -> Button:
    """Make a button that destroys for good."""
    return Button(text, "danger", icon)
