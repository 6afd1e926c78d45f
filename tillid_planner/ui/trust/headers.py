"""The headers of the matrix: names and tasks that stay put, lead to their pages, and can be stood on by keyboard."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPoint, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QAccessible,
    QAccessibleEvent,
    QContextMenuEvent,
    QFocusEvent,
    QFontMetrics,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
)
from PySide6.QtWidgets import QHeaderView, QWidget
from typing_extensions import override

from tillid_planner.ui.texts import tr
from tillid_planner.ui.theme import current_theme, font, line_height, paint_icon, paint_plate, scaled
from tillid_planner.ui.trust.grid_view import GridView
from tillid_planner.ui.widgets import TextBlock
from tillid_planner.ui.widgets.heading_lines import broken

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space)


class MatrixHeader(QHeaderView):
    """What both headers do. ``opened`` carries the row or column whose page is wanted."""

    opened = Signal(int)
    #: A menu for a row or column is wanted, at a place on the screen.
    menu_wanted = Signal(int, QPoint)

    def __init__(self, orientation: Qt.Orientation, table: GridView) -> None:
        super().__init__(orientation, table)
        self._table = table
        self._pressed = -1
        self.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.setMinimumSectionSize(1)
        self.setMouseTracking(True)
        self.setHighlightSections(False)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def current(self) -> int:
        """Return the row or column of the current cell."""
        index = self._table.currentIndex()
        return index.column() if self.orientation() == Qt.Orientation.Horizontal else index.row()

    def is_stood_on(self, logical: int) -> bool:
        """Whether the keyboard stands on a section."""
        return self.hasFocus() and logical == self.current()

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        # Take hold; nothing is chosen.
        left = event.button() == Qt.MouseButton.LeftButton
        self._pressed = self._at(event.position().toPoint()) if left else -1

    @override
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        pressed, self._pressed = self._pressed, -1
        if pressed >= 0 and self._at(event.position().toPoint()) == pressed:
            self.opened.emit(pressed)

    @override
    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        event.accept()

    @override
    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        section, place = self._at(event.pos()), event.globalPos()
        if event.reason() == QContextMenuEvent.Reason.Keyboard:
            section = self.current()
            place = self.viewport().mapToGlobal(self._rect(section).bottomLeft())
        if section >= 0:
            self.menu_wanted.emit(section, place)

    @override
    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self._table.hover(-1, -1)

    @override
    def focusInEvent(self, event: QFocusEvent) -> None:
        # Say where the keyboard has come to.
        super().focusInEvent(event)
        self._say()

    @override
    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.viewport().update()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        back, out, before, after = self._keys()
        if event.key() in _ENTER:
            self.opened.emit(self.current())
        elif event.key() in (back, Qt.Key.Key_Escape):
            self._table.setFocus(Qt.FocusReason.TabFocusReason)
            self._table.pair_changed.emit()
        elif event.key() in (before, after):
            self._move(1 if event.key() == after else -1)
        elif event.key() != out:
            event.ignore()

    def _keys(self) -> tuple[Qt.Key, Qt.Key, Qt.Key, Qt.Key]:
        key = Qt.Key
        if self.orientation() == Qt.Orientation.Horizontal:
            return key.Key_Down, key.Key_Up, key.Key_Left, key.Key_Right
        return key.Key_Right, key.Key_Left, key.Key_Up, key.Key_Down

    def _move(self, by: int) -> None:
        index, model = self._table.currentIndex(), self._table.model_
        across = self.orientation() == Qt.Orientation.Horizontal
        at = self.current() + by
        while not across and 0 <= at < model.rowCount() and model.is_head(at):
            at += by
        self._table.move_quietly(*((index.row(), at) if across else (at, index.column())))
        self._say()

    def _say(self) -> None:
        name = self.model().headerData(self.current(), self.orientation(), Qt.ItemDataRole.AccessibleTextRole)
        self.setAccessibleName(tr("{name}: open the page", name=name or ""))
        QAccessible.updateAccessibility(QAccessibleEvent(self, QAccessible.Event.NameChanged))
        self.viewport().update()

    def _at(self, place: QPoint) -> int:
        return self.logicalIndexAt(place)

    def _rect(self, logical: int) -> QRect:
        at, size = self.sectionViewportPosition(logical), self.sectionSize(logical)
        if self.orientation() == Qt.Orientation.Horizontal:
            return QRect(at, 0, size, self.height())
        return QRect(0, at, self.width(), size)


class TaskHeader(MatrixHeader):
    """Task names in three lines, standing on the table; a frame where the task itself holds back."""

    def __init__(self, table: GridView) -> None:
        super().__init__(Qt.Orientation.Horizontal, table)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self.viewport())
        count = self._table.model_.columnCount()
        if count:
            first, last = (self.visualIndexAt(x) for x in (event.rect().left(), event.rect().right()))
            for logical in range(max(0, first), (count - 1 if last < 0 else last) + 1):
                self._paint_task(painter, self._rect(logical), logical)
        self._paint_groups(painter)

    def _paint_task(self, painter: QPainter, rect: QRect, logical: int) -> None:
        theme, model = current_theme(), self._table.model_
        hot = self._table.hovered[1] == logical
        painter.fillRect(rect, theme.hover if hot else theme.sunken)
        painter.fillRect(rect.right(), rect.top(), 1, rect.height(), theme.line)
        painter.fillRect(rect.left(), rect.bottom(), rect.width(), 1, theme.line)
        face, line = font("small"), line_height("small")
        mark = scaled(14) if model.frame_holds(logical) else 0
        inner = rect.width() - 8
        lines = broken(model.tasks[logical].heading, face.toString(), inner, mark + 4 if mark else 0)
        painter.setFont(face)
        painter.setPen(theme.text)
        top = rect.bottom() - 6 - line * len(lines)
        for number, words in enumerate(lines):
            area = QRect(rect.x() + 6, top + number * line, inner, line)
            painter.drawText(area, int(Qt.AlignmentFlag.AlignVCenter), words)
        if mark:
            left = rect.x() + 6 + QFontMetrics(face).horizontalAdvance(lines[-1]) + 6
            place = QRectF(left, top + (len(lines) - 1) * line + 1, mark, mark)
            paint_icon(painter, place, "frames", "text_muted", theme)
        if self.is_stood_on(logical):
            paint_plate(painter, rect.adjusted(2, 2, -3, -3), None, theme.focus, 4, 2)

    def _paint_groups(self, painter: QPainter) -> None:
        theme, starts = current_theme(), self._table.model_.group_starts
        height = scaled(22)
        ends = [*(column for column, _ in starts[1:]), self.count()][: len(starts)]
        for (first, name), end in zip(starts, ends, strict=True):
            left, right = self.sectionViewportPosition(first), self._rect(end - 1).right()
            strip = QRect(left, 0, right - left + 1, height)
            painter.fillRect(strip, theme.sunken)
            painter.fillRect(strip.left(), strip.bottom(), strip.width(), 1, theme.line)
            painter.fillRect(strip.right(), 0, 1, self.height(), theme.field_line if end < self.count() else theme.line)
            # The name stays in sight as long as something of its group is.
            area = QRect(max(left, 0) + 6, 0, strip.right() - max(left, 0) - 10, height - 1)
            if area.width() > 0:
                face = font("small", 600)
                painter.setFont(face)
                painter.setPen(theme.text)
                words = QFontMetrics(face).elidedText(name, Qt.TextElideMode.ElideRight, area.width())
                painter.drawText(area, int(Qt.AlignmentFlag.AlignVCenter), words)

    @override
    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        super().mouseMoveEvent(event)
        self._table.hover(-1, self._at(event.position().toPoint()))

    @override
    def _at(self, place: QPoint) -> int:
        over_names = bool(self._table.model_.group_starts) and place.y() < scaled(22)
        return -1 if over_names else super()._at(place)


class NameHeader(MatrixHeader):
    """Names on one line, or on two small ones before they are cut; and the heads of groups."""

    def __init__(self, table: GridView) -> None:
        super().__init__(Qt.Orientation.Vertical, table)
        # Under the last name there is nothing, and nothing is drawn.
        self.setStyleSheet("QHeaderView { background: transparent; }")

    @override
    def sectionSizeFromContents(self, logical: int) -> QSize:
        return QSize(scaled(192), scaled(40))

    @override
    def paintSection(self, painter: QPainter, rect: QRect, logical: int) -> None:
        model = self._table.model_
        if not rect.isValid() or logical >= model.rowCount():
            return
        theme, head = current_theme(), model.is_head(logical)
        hot = self._table.hovered[0] == logical and not head
        painter.fillRect(rect, theme.sunken if head else theme.hover if hot else theme.surface)
        painter.fillRect(rect.right(), rect.top(), 1, rect.height(), theme.sunken if head else theme.line)
        painter.fillRect(rect.left(), rect.bottom(), rect.width(), 1, theme.line)
        area = rect.adjusted(16, 0, -5, -1)
        painter.setPen(theme.text)
        if head:
            self._paint_head(painter, area, model.line_name(logical))
        else:
            self._paint_name(painter, area, model.line_name(logical), bold=self.current() == logical)
        if self.is_stood_on(logical):
            paint_plate(painter, rect.adjusted(2, 2, -3, -3), None, theme.focus, 4, 2)

    def _paint_head(self, painter: QPainter, area: QRect, name: str) -> None:
        face = font("small", 600)
        painter.setFont(face)
        words = QFontMetrics(face).elidedText(name, Qt.TextElideMode.ElideRight, area.width())
        painter.drawText(area, int(Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine), words)

    def _paint_name(self, painter: QPainter, area: QRect, name: str, *, bold: bool) -> None:
        face = font("body", 600 if bold else 400)
        if QFontMetrics(face).horizontalAdvance(name) <= area.width():
            painter.setFont(face)
            painter.drawText(area, int(Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine), name)
            return
        small, line = font("small", 600 if bold else 400), line_height("small")
        block = TextBlock(name, small, line)
        if block.height(area.width()) > 2 * line:
            room = round(area.width() * 1.7)
            block = TextBlock(QFontMetrics(small).elidedText(name, Qt.TextElideMode.ElideRight, room), small, line)
        height = block.height(area.width())
        top = area.y() + (area.height() - height) / 2
        block.draw(painter, QRectF(area.x(), top, area.width(), height), current_theme().text)

    @override
    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        super().mouseMoveEvent(event)
        self._table.hover(self._at(event.position().toPoint()), -1)

    @override
    def _at(self, place: QPoint) -> int:
        section = super()._at(place)
        return -1 if section >= 0 and self._table.model_.is_head(section) else section


class Corner(QWidget):
    """The word over the names."""

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        theme = current_theme()
        painter = QPainter(self)
        painter.fillRect(self.rect(), theme.sunken)
        painter.fillRect(self.width() - 1, 0, 1, self.height(), theme.line)
        painter.fillRect(0, self.height() - 1, self.width(), 1, theme.line)
        painter.setFont(font("body"))
        painter.setPen(theme.text_muted)
        area = QRect(16, 0, self.width() - 16, self.height() - 6)
        painter.drawText(area, int(Qt.AlignmentFlag.AlignBottom), tr("Name"))
