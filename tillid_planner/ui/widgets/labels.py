"""Labels: wrapped text in the design's line heights, elided text, icons, hairlines, monograms."""

from PySide6.QtCore import QEvent, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget
from typing_extensions import override

from tillid_planner.ui.theme import (
    current_theme,
    font,
    line_height,
    paint_icon,
    paint_plate,
    ratings_hidden,
    scaled,
)
from tillid_planner.ui.widgets.text_block import TextBlock

_LINE_LENGTH = 75  # characters; longer lines tire the eye


class TextLabel(QLabel):
    """Plain text in one of the five sizes; wraps, and asks for exactly the height it needs."""

    def __init__(
        self,
        text: str = "",
        role: str = "body",
        *,
        muted: bool = False,
        color: str | None = None,
        weight: int | None = None,
        lead: str = "",
        icon: str | None = None,
        icon_role: str | None = None,
        wrap: bool = True,
        centred: bool = False,
        line: int | None = None,
        private: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        """Make the label.

        *color* is a role; *lead* stands before the text in 600; *icon* before the first line. *line*
        is another line height in unscaled pixels. A *private* label is hidden with the ratings.
        """
        super().__init__(parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(wrap)
        self._role, self._weight, self._line = role, weight, line
        self._color = color or ("text_muted" if muted else "text")
        self._icon, self._icon_role = icon, icon_role
        self._centred, self._private = centred, private
        self._lead = ""
        self._block: TextBlock | None = None
        self.set_text(text, lead=lead)

    def set_text(self, text: str, *, lead: str = "") -> None:
        """Show *text*, after *lead* in 600."""
        self._lead = lead
        self.setText(f"{lead} {text}" if lead and text else lead or text)

    @override
    def setText(self, text: str) -> None:
        self._block = None
        super().setText(text)
        self.updateGeometry()
        self.update()

    def set_color(self, role: str) -> None:
        """Take the colour of *role*."""
        self._color = role
        self.update()

    def set_icon(self, name: str | None, role: str | None = None) -> None:
        """Put an icon before the first line, or none."""
        self._icon, self._icon_role = name, role
        self.updateGeometry()
        self.update()

    @override
    def heightForWidth(self, width: int) -> int:
        return self._text().height(max(1, width - self._indent())) if self.wordWrap() else self._text().line

    @override
    def sizeHint(self) -> QSize:
        width = self._text().natural_width() + self._indent()
        if self.wordWrap():
            longest = QFontMetrics(self._font()).averageCharWidth() * _LINE_LENGTH
            width = min(width, longest)
        return QSize(width, self.heightForWidth(width))

    @override
    def minimumSizeHint(self) -> QSize:
        if not self.wordWrap():
            return self.sizeHint()
        narrow = min(self._text().natural_width() + self._indent(), scaled(72))
        return QSize(narrow, self._text().line)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        theme = current_theme()
        painter = QPainter(self)
        block = self._text()
        color = self._color if self.isEnabled() else "text_disabled"
        indent = self._indent()
        rest = self.contentsRect()
        height = self.heightForWidth(rest.width())
        align = self.alignment()
        top = rest.y() + max(0, (rest.height() - height) // 2 if align & Qt.AlignmentFlag.AlignVCenter else 0)
        if self._icon:
            side = self._icon_side()
            place = QRectF(rest.x(), top + (block.line - side) / 2, side, side)
            paint_icon(painter, place, self._icon, self._icon_role or color, theme)
        area = QRectF(rest.x() + indent, top, rest.width() - indent, height)
        if not self.wordWrap():
            free = area.width() - block.natural_width()
            if align & Qt.AlignmentFlag.AlignRight:
                area.translate(max(0.0, free), 0)
            elif align & Qt.AlignmentFlag.AlignHCenter:
                area.translate(max(0.0, free / 2), 0)
            area.setWidth(100_000)
        if self._private and ratings_hidden():
            block.paint_hidden(painter, area, theme.load_track)
        else:
            block.draw(painter, area, theme[color])

    @override
    def changeEvent(self, event: QEvent) -> None:
        if event.type() in (QEvent.Type.StyleChange, QEvent.Type.FontChange):
            self._block = None
        super().changeEvent(event)

    def _font(self) -> QFont:
        return font(self._role, self._weight)

    def _icon_side(self) -> int:
        return scaled(16)

    def _indent(self) -> int:
        return self._icon_side() + scaled(4 if self._role == "small" else 6) if self._icon else 0

    def _text(self) -> TextBlock:
        if self._block is None:
            line = scaled(self._line) if self._line else line_height(self._role)
            self._block = TextBlock(self.text(), self._font(), line, bold=len(self._lead), centred=self._centred)
        return self._block


class ElidedLabel(QLabel):
    """One line of plain text that ends in «…» where it has no room; then a tooltip says it all."""

    def __init__(
        self,
        text: str = "",
        role: str = "body",
        *,
        muted: bool = False,
        weight: int | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(text, parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self._role, self._weight = role, weight
        self._color = "text_muted" if muted else "text"
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    @override
    def sizeHint(self) -> QSize:
        return QSize(self._metrics().horizontalAdvance(self.text()) + 1, line_height(self._role))

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(min(self.sizeHint().width(), scaled(40)), line_height(self._role))

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setFont(font(self._role, self._weight))
        painter.setPen(current_theme()[self._color if self.isEnabled() else "text_disabled"])
        painter.drawText(self.rect(), int(Qt.AlignmentFlag.AlignVCenter), self._shown())

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        self.setToolTip("" if self._shown() == self.text() else plain_tooltip(self.text()))
        super().resizeEvent(event)

    def _metrics(self) -> QFontMetrics:
        return QFontMetrics(font(self._role, self._weight))

    def _shown(self) -> str:
        return self._metrics().elidedText(self.text(), Qt.TextElideMode.ElideRight, self.width())


class IconLabel(QWidget):
    """An icon beside text that says the same; hidden from screen readers' reading order."""

    def __init__(self, name: str, side: int = 20, role: str = "text_muted", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._name, self._side, self._role = name, side, role
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def set_icon(self, name: str, role: str = "text_muted") -> None:
        """Show another icon."""
        self._name, self._role = name, role
        self.update()

    @override
    def sizeHint(self) -> QSize:
        return QSize(scaled(self._side), scaled(self._side))

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        paint_icon(QPainter(self), self.rect(), self._name, self._role)


class Monogram(QWidget):
    """The first letters of a name on a round of sand, the same sand for everybody."""

    def __init__(self, name: str = "", side: int = 28, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._side = side
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.set_name(name)

    def set_name(self, name: str) -> None:
        """Take the letters of *name*: first and last word."""
        words = name.split()
        self._letters = "".join(word[0].upper() for word in ([words[0], words[-1]] if len(words) > 1 else words))
        self.update()

    @override
    def sizeHint(self) -> QSize:
        return QSize(scaled(self._side), scaled(self._side))

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        theme = current_theme()
        painter = QPainter(self)
        edge = theme.line if theme.name == "contrast" else None
        paint_plate(painter, self.rect(), theme.monogram, edge, self.width() / 2)
        painter.setFont(font("section" if self._side >= 40 else "small", 600))
        painter.setPen(theme.on_monogram)
        painter.drawText(self.rect(), int(Qt.AlignmentFlag.AlignCenter), self._letters)


class Hairline(QWidget):
    """A line of one pixel between rows or beside a column."""

    def __init__(self, vertical: bool = False, role: str = "line", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._role = role
        fixed, free = QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Expanding
        self.setSizePolicy(*((fixed, free) if vertical else (free, fixed)))

    @override
    def sizeHint(self) -> QSize:
        return QSize(1, 1)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        paint_plate(QPainter(self), self.rect(), current_theme()[self._role], radius=0)


def plain_tooltip(text: str) -> str:
    """Return *text* so that a tooltip shows it as it stands, whatever a user typed into it."""
    escaped = text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace("\n", "<br>")
    return f"<qt>{escaped}</qt>" if escaped else ""
