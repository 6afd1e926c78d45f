"""The heads of the board: days across, names down."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache

from PySide6.QtCore import QPoint, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QFontMetrics, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QHeaderView, QTableView, QWidget
from typing_extensions import override

from tillid_planner.ui.texts import tr
from tillid_planner.ui.theme import current_theme, font, line_height, paint_icon, scaled, text_scale
from tillid_planner.ui.week.board_model import WeekBoardModel
from tillid_planner.ui.week.card_text import card_lines
from tillid_planner.ui.week.cell_layout import HEADER, MARK, NAME_WIDTH
from tillid_planner.ui.week.wording import day_head, role_line, weekend_head
from tillid_planner.ui.widgets import TextBlock

_LEFT, _RIGHT, _TOP = 16, 6, 6


class DayHeader(QHeaderView):
    """«man 3.» over «i dag» or the name of a holiday; a click on the weekend folds it."""

    weekend_clicked = Signal()

    def __init__(self, model: WeekBoardModel, table: QTableView) -> None:
        super().__init__(Qt.Orientation.Horizontal, table)
        self._days = model
        self.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.setMinimumSectionSize(1)
        self.setHighlightSections(False)
        self.setMouseTracking(True)

    def wanted_height(self, day_width: int) -> int:
        """Return the height in pixels: a long holiday's name takes a second line."""
        board = self._days.board
        names = board.facts.holidays.values() if board else ()
        lines = max((_small_lines(name, day_width - 20, text_scale()) for name in names), default=1)
        return scaled(HEADER) + (lines - 1) * (line_height("small") - scaled(4))

    @override
    def paintSection(self, painter: QPainter, rect: QRect, logical: int) -> None:
        board = self._days.board
        if not rect.isValid() or board is None:
            return
        theme = current_theme()
        days = self._days.columns[logical] if logical < len(self._days.columns) else ()
        off = bool(days) and (days[0].weekday() > 4 or days[0] in board.facts.holidays)
        painter.fillRect(rect, theme.sunken if off else theme.surface)
        painter.fillRect(rect.right(), rect.top(), 1, rect.height(), theme.line)
        painter.fillRect(rect.left(), rect.bottom(), rect.width(), 1, theme.line)
        today = days == (board.facts.today,)
        if not days:
            first, second = tr("Hours"), ""
        elif len(days) > 1:
            first, second = weekend_head(days)
        else:
            first = day_head(days[0])
            second = board.facts.holidays.get(days[0], tr("today") if today else "")
        left = rect.x() + (8 if len(days) > 1 else 10)
        line = line_height("body")
        painter.setFont(font("body", 600 if today else 400))
        painter.setPen(theme.text if len(days) == 1 else theme.text_muted)
        top = rect.y() + scaled(_TOP)
        painter.drawText(QRect(left, top, rect.right() - left, line), int(Qt.AlignmentFlag.AlignVCenter), first)
        if second:
            block = TextBlock(second, font("small"), line_height("small"))
            block.draw(painter, QRectF(left, top + line, rect.right() - left - 6, 3 * line), theme.text_muted)
        if today:
            painter.fillRect(rect.left(), rect.bottom() - 1, rect.width(), 2, theme.select_line)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        end = self.length() - self.offset()
        painter = QPainter(self.viewport())
        painter.fillRect(end, 0, self.viewport().width() - end, self.viewport().height(), current_theme().window)

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        column = self.logicalIndexAt(event.position().toPoint())
        days = self._days.columns[column] if 0 <= column < len(self._days.columns) else ()
        if days and days[0].weekday() > 4:
            self.weekend_clicked.emit()


class NameHeader(QHeaderView):
    """Names on up to two lines, the role below; a click tells whose."""

    name_clicked = Signal(int)
    #: The menu about somebody is wanted: whose row, and the point of the screen.
    menu_wanted = Signal(int, QPoint)

    def __init__(self, model: WeekBoardModel, table: QTableView) -> None:
        super().__init__(Qt.Orientation.Vertical, table)
        self._people = model
        self.chosen = -1
        #: The ids of all who hold an agreement on the task in the hand; it is said at each of them.
        self.holders: frozenset[int] = frozenset()
        self._hovered = -1
        self.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.setMinimumSectionSize(1)
        self.setHighlightSections(False)
        self.setMouseTracking(True)
        self.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft)

    @override
    def sectionSizeFromContents(self, logical: int) -> QSize:
        return QSize(scaled(NAME_WIDTH), scaled(48))

    def wanted_height(self, row: int) -> int:
        """Return the height in pixels that name and role need."""
        assignee = self._people.rows[row].assignee
        room = scaled(NAME_WIDTH) - _LEFT - _RIGHT
        name = min(2, _name_lines(assignee.name, room, text_scale())) * line_height("body")
        role = role_line(assignee)
        return 2 * scaled(_TOP) + name + (len(card_lines(role, room)) * line_height("small") if role else 0)

    @override
    def paintSection(self, painter: QPainter, rect: QRect, logical: int) -> None:
        if not rect.isValid() or logical >= len(self._people.rows):
            return
        theme = current_theme()
        chosen = logical == self.chosen
        painter.fillRect(
            rect, theme.select_fill if chosen else theme.hover if logical == self._hovered else theme.surface
        )
        painter.fillRect(rect.right(), rect.top(), 1, rect.height(), theme.line)
        painter.fillRect(rect.left(), rect.bottom(), rect.width(), 1, theme.line)
        assignee = self._people.rows[logical].assignee
        room = rect.width() - _LEFT - _RIGHT
        line = line_height("body")
        top = rect.y() + scaled(_TOP)
        face = font("body", 600 if chosen else 400)
        lines = _name_lines(assignee.name, room, text_scale())
        name = assignee.name
        if lines > 2:
            name = QFontMetrics(face).elidedText(name, Qt.TextElideMode.ElideRight, round(room * 1.8))
        TextBlock(name, face, line).draw(painter, QRectF(rect.x() + _LEFT, top, room, 2 * line), theme.text)
        top += min(2, lines) * line
        small = line_height("small")
        painter.setFont(font("small"))
        if assignee.id in self.holders:
            side = scaled(MARK)
            paint_icon(painter, QRectF(rect.x() + _LEFT, top + (small - side) / 2, side, side), "check", "text", theme)
            painter.setPen(theme.text)
            area = QRect(rect.x() + _LEFT + side + 4, top, room, small)
            painter.drawText(area, int(Qt.AlignmentFlag.AlignVCenter), tr("Has an agreement"))
            return
        role = role_line(assignee)
        if role:
            painter.setPen(theme.text_muted)
            for number, words in enumerate(card_lines(role, room)):
                area = QRect(rect.x() + _LEFT, top + number * small, room + 4, small)
                painter.drawText(area, int(Qt.AlignmentFlag.AlignVCenter), words)

    def show_holders(self, holders: Iterable[int]) -> None:
        """Say at these people and teams that they hold an agreement on what is in the hand."""
        self.holders = frozenset(holders)
        self.viewport().update()

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        row = self.logicalIndexAt(event.position().toPoint())
        if row >= 0 and event.button() == Qt.MouseButton.LeftButton:
            self.name_clicked.emit(row)

    @override
    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        row = self.logicalIndexAt(event.pos())
        if row >= 0:
            self.menu_wanted.emit(row, event.globalPos())

    @override
    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self._hover(self.logicalIndexAt(event.position().toPoint()))

    @override
    def leaveEvent(self, event: object) -> None:
        self._hover(-1)

    def _hover(self, row: int) -> None:
        if row != self._hovered:
            self._hovered = row
            self.viewport().update()


class Corner(QWidget):
    """The word over the names."""

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        theme = current_theme()
        painter = QPainter(self)
        painter.fillRect(self.rect(), theme.surface)
        painter.fillRect(self.width() - 1, 0, 1, self.height(), theme.line)
        painter.fillRect(0, self.height() - 1, self.width(), 1, theme.line)
        painter.setFont(font("body"))
        painter.setPen(theme.text_muted)
        area = QRect(QPoint(_LEFT, scaled(_TOP)), QSize(self.width() - _LEFT, line_height("body")))
        painter.drawText(area, int(Qt.AlignmentFlag.AlignVCenter), tr("Name"))


@lru_cache(maxsize=2048)
def _name_lines(name: str, room: int, scale: float) -> int:
    face = font("body")
    if QFontMetrics(face).horizontalAdvance(name) <= room:
        return 1
    return TextBlock(name, face, 1).height(room)


@lru_cache(maxsize=512)
def _small_lines(text: str, room: int, scale: float) -> int:
    face = font("small")
    if QFontMetrics(face).horizontalAdvance(text) <= room:
        return 1
    return TextBlock(text, face, 1).height(room)
