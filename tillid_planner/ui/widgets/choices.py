"""Check boxes, radio buttons and the segmented choice."""

from collections.abc import Sequence

from PySide6.QtCore import QPoint, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QCheckBox, QHBoxLayout, QRadioButton, QSizePolicy, QWidget
from typing_extensions import override

from tillid_planner.ui.theme import (
    Theme,
    current_theme,
    font,
    line_height,
    paint_icon,
    paint_plate,
    scaled,
)
from tillid_planner.ui.widgets.focus import focus_reason
from tillid_planner.ui.widgets.text_block import TextBlock

MARK = 16
_GAP = 8


def paint_radio(painter: QPainter, rect: QRectF, on: bool, enabled: bool, theme: Theme) -> None:
    """Paint the round of a radio button into the square *rect*."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    if on:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme["accent" if enabled else "text_disabled"])
        painter.drawEllipse(rect)
        painter.setBrush(theme.on_accent)
        painter.drawEllipse(rect.center(), rect.width() * 0.17, rect.width() * 0.17)
    else:
        painter.setPen(QPen(theme["field_line" if enabled else "line"], 1))
        painter.setBrush(theme.surface)
        painter.drawEllipse(rect.adjusted(0.5, 0.5, -0.5, -0.5))
    painter.restore()


def paint_check(painter: QPainter, rect: QRectF, on: bool, enabled: bool, theme: Theme) -> None:
    """Paint the box of a check box into the square *rect*."""
    if on:
        paint_plate(painter, rect, theme["accent" if enabled else "text_disabled"], radius=4)
        paint_icon(painter, rect.adjusted(2, 2, -2, -2), "check", "on_accent", theme)
    else:
        paint_plate(painter, rect, theme.surface, theme["field_line" if enabled else "line"], 4)


class _Worded:
    """Measures and paints a mark with wrapped words; for buttons whose own words do not wrap."""

    _role = "body"

    def _block(self: QAbstractButton) -> TextBlock:  # type: ignore[misc]
        return TextBlock(self.text(), font(self._role), line_height(self._role))  # type: ignore[attr-defined]


class CheckBox(_Worded, QCheckBox):
    """A check box whose words wrap."""

    def __init__(self, text: str = "", *, small: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(text, parent)
        self._role = "small" if small else "body"
        _let_wrap(self)

    @override
    def sizeHint(self) -> QSize:
        return _size(self, self._block())

    @override
    def minimumSizeHint(self) -> QSize:
        return _least(self._block())

    @override
    def heightForWidth(self, width: int) -> int:
        return self._block().height(width - _indent())

    @override
    def hitButton(self, pos: QPoint) -> bool:
        return self.rect().contains(pos)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        block = self._block()
        paint_check(painter, _mark(self, block), self.isChecked(), self.isEnabled(), current_theme())
        _draw_words(self, painter, block)


class RadioButton(_Worded, QRadioButton):
    """A radio button whose words wrap."""

    def __init__(self, text: str = "", *, small: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(text, parent)
        self._role = "small" if small else "body"
        _let_wrap(self)

    @override
    def sizeHint(self) -> QSize:
        return _size(self, self._block())

    @override
    def minimumSizeHint(self) -> QSize:
        return _least(self._block())

    @override
    def heightForWidth(self, width: int) -> int:
        return self._block().height(width - _indent())

    @override
    def hitButton(self, pos: QPoint) -> bool:
        return self.rect().contains(pos)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        block = self._block()
        paint_radio(painter, _mark(self, block), self.isChecked(), self.isEnabled(), current_theme())
        _draw_words(self, painter, block)


class _Segment(QRadioButton):
    """One choice of a segmented control."""

    def __init__(self, key: object, text: str, parent: QWidget) -> None:
        super().__init__(text, parent)
        self.key = key
        self.first = self.last = False
        self.setSizePolicy(QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Fixed)

    @override
    def sizeHint(self) -> QSize:
        width = QFontMetrics(font("body", 600)).horizontalAdvance(self.text())
        return QSize(width + 2 * scaled(12), scaled(32))

    @override
    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    @override
    def hitButton(self, pos: QPoint) -> bool:
        return self.rect().contains(pos)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        theme = current_theme()
        painter = QPainter(self)
        area = QRectF(self.rect())
        inner = area.adjusted(1 if self.first else 0, 1, -1, -1)
        if self.isChecked():
            paint_plate(painter, inner, theme.select_fill, theme.select_line, 5 if self.first else 2, 1.5)
        else:
            if self.underMouse() and self.isEnabled():
                painter.fillRect(inner.adjusted(1, 0, -1, 0), theme.hover)
            if not self.last:
                painter.fillRect(QRectF(area.right() - 1, 1, 1, area.height() - 2), theme.line)
        painter.setFont(font("body", 600 if self.isChecked() else 400))
        ink = "text" if self.isChecked() else "text_muted"
        painter.setPen(theme[ink if self.isEnabled() else "text_disabled"])
        painter.drawText(self.rect(), int(Qt.AlignmentFlag.AlignCenter), self.text())


class Segmented(QWidget):
    """Two to six exclusive choices side by side; arrow keys move, one tab stop."""

    chosen = Signal(object)

    def __init__(
        self,
        options: Sequence[tuple[object, str]] = (),
        *,
        accessible: str = "",
        parent: QWidget | None = None,
    ) -> None:
        """Offer *options*, each a value and its words; ``chosen`` carries the value the user took."""
        super().__init__(parent)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(0)
        self._segments: list[_Segment] = []
        self.setAccessibleName(accessible)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.set_options(options)

    def set_options(self, options: Sequence[tuple[object, str]]) -> None:
        """Offer other choices; the value stays chosen if it is still among them."""
        if [(segment.key, segment.text()) for segment in self._segments] == list(options):
            return
        value = self.value()
        for segment in self._segments:
            self._row.removeWidget(segment)
            segment.hide()
            segment.deleteLater()
        self._segments = [_Segment(key, text, self) for key, text in options]
        for segment in self._segments:
            segment.clicked.connect(self._emit_chosen)
            self._row.addWidget(segment)
        if self._segments:
            self._segments[0].first = self._segments[-1].last = True
        self.set_value(value)

    def value(self) -> object:
        """Return the chosen value, or None."""
        return next((segment.key for segment in self._segments if segment.isChecked()), None)

    def set_value(self, value: object) -> None:
        """Choose silently; a value that is not offered chooses nothing."""
        for segment in self._segments:
            segment.setAutoExclusive(False)
            segment.setChecked(segment.key == value)
        for segment in self._segments:
            segment.setAutoExclusive(True)

    def values(self) -> Sequence[object]:
        """Return the values offered."""
        return [segment.key for segment in self._segments]

    def take_focus(self) -> None:
        """Put the keyboard on the chosen segment: the first arrow key moves from there."""
        for segment in self._segments:
            if segment.isChecked():
                segment.setFocus(focus_reason())

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        theme = current_theme()
        edge = theme.field_line if self.isEnabled() else theme.line
        paint_plate(QPainter(self), self.rect(), theme.surface, edge, 6)

    def _emit_chosen(self) -> None:
        self.chosen.emit(self.value())


def _let_wrap(control: QAbstractButton) -> None:
    policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
    policy.setHeightForWidth(True)
    control.setSizePolicy(policy)


def _indent() -> int:
    return scaled(MARK) + _GAP


def _top(control: QAbstractButton, block: TextBlock) -> int:
    return max(0, (control.height() - block.height(control.width() - _indent())) // 2)


def _mark(control: QAbstractButton, block: TextBlock) -> QRectF:
    side = scaled(MARK)
    return QRectF(0, _top(control, block) + (block.line - side) // 2, side, side)


def _size(control: QAbstractButton, block: TextBlock) -> QSize:
    return QSize(_indent() + (block.natural_width() if control.text() else -_GAP), block.line)


def _least(block: TextBlock) -> QSize:
    return QSize(_indent() + min(block.natural_width(), scaled(72)), block.line)


def _draw_words(control: QAbstractButton, painter: QPainter, block: TextBlock) -> None:
    area = QRectF(_indent(), _top(control, block), control.width() - _indent(), control.height())
    block.draw(painter, area, current_theme()["text" if control.isEnabled() else "text_disabled"])
