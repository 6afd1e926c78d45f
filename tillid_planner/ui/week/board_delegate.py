"""Paints the cells of the board: one delegate, from plain rows."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QFont, QFontMetrics, QFontMetricsF, QPainter
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem, QWidget
from typing_extensions import override

from tillid_planner.domain.planned_talk import PlannedTalk
from tillid_planner.domain.tables import FULL_LOAD
from tillid_planner.services.board import Row
from tillid_planner.services.cards import Card
from tillid_planner.services.conflicts import percent
from tillid_planner.ui.theme import (
    Theme,
    current_theme,
    font,
    line_height,
    paint_hatch,
    paint_icon,
    paint_load,
    paint_offered,
    paint_plate,
    paint_rung,
    scaled,
)
from tillid_planner.ui.week.board_model import Item, WeekBoardModel
from tillid_planner.ui.week.card_text import advance
from tillid_planner.ui.week.cell_layout import BADGE, CARD_PAD, GAP, MARK, item_rects, lines_of, mark_is_below, mark_of
from tillid_planner.ui.week.wording import hours_short, load_text, off_words, time_text

_Key = tuple[object, ...]


@dataclass(slots=True)
class Attention:
    """What pointer, keyboard and hand are at: cells as (row, column), items by their keys."""

    hovered: _Key | None = None
    selected: _Key | None = None
    current: tuple[int, int] | None = None
    carried: _Key | None = None
    target: tuple[int, int] | None = None
    focused: bool = False


class BoardDelegate(QStyledItemDelegate):
    """Cards, follow-ups, days off and loads."""

    def __init__(self, model: WeekBoardModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model = model
        self.attention = Attention()

    @override
    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        theme, rect = current_theme(), option.rect
        row, column = index.row(), index.column()
        board = self._model.board
        if board is None:
            return
        at = (row, column)
        if column == self._model.hours_column:
            painter.fillRect(rect, theme.surface)
            _lines(painter, rect, theme)
            _paint_hours(painter, rect, self._model.shown(row), theme)
        else:
            self._paint_ground(painter, rect, row, column, theme)
            self._paint_items(painter, rect, row, column, theme)
        if self.attention.current == at and self.attention.selected is None and self.attention.target is None:
            line, width = (theme.focus, 2) if self.attention.focused else (theme.select_line, 1)
            paint_plate(painter, rect.adjusted(1, 1, -2, -2), None, line, 4, width)

    def _paint_ground(self, painter: QPainter, rect: QRect, row: int, column: int, theme: Theme) -> None:
        board, days = self._model.board, self._model.columns[column]
        if board is None:
            return
        free = days[0].weekday() > 4 or days[0] in board.facts.holidays
        target = self.attention.target == (row, column)
        painter.fillRect(rect, theme.select_fill if target else theme.sunken if free else theme.surface)
        off = self._model.rows[row].off(days[0]) if len(days) == 1 else None
        if off is not None:
            bare = not (target or self._model.items(row, column))
            _paint_off(painter, rect.adjusted(0, 0, -1, -1), theme, off_words(off) if bare else "")
        _lines(painter, rect, theme)
        if target:
            paint_plate(painter, rect.adjusted(0, 0, -1, -1), None, theme.select_line, 0, 1)

    def _paint_items(self, painter: QPainter, rect: QRect, row: int, column: int, theme: Theme) -> None:
        items = self._model.items(row, column)
        if not items:
            return
        folded = self._model.folded(column)
        for item, place in zip(items, item_rects(self._model, row, column, rect.width()), strict=True):
            area = place.translated(rect.topLeft())
            if item.card is None:
                self._paint_due(painter, area, item, theme, folded)
            elif folded:
                self._paint_badge(painter, area, row, item, theme)
            else:
                self._paint_card(painter, area, row, item, rect.width(), theme)

    def _paint_badge(self, painter: QPainter, area: QRect, row: int, item: Item, theme: Theme) -> None:
        if item.card is not None:
            paint_card_badge(painter, area, self._model.shown_card(row, item.card), theme)
        if self.attention.selected == item.key:
            paint_plate(painter, area.adjusted(-2, -2, 2, 2), None, theme.select_line, 7, 2)

    def _paint_card(
        self, painter: QPainter, area: QRect, row: int, item: Item, column_width: int, theme: Theme
    ) -> None:
        board, key = self._model.board, item.key
        if item.card is None or board is None:
            return
        card = self._model.shown_card(row, item.card)
        attention = self.attention
        if attention.carried == key:
            paint_plate(painter, area, None, theme.select_line, 6, 1.5, dashed=True)
        elif attention.selected == key:
            paint_plate(painter, area, theme.select_fill, theme.select_line, 6, 2)
        else:
            paint_plate(painter, area, theme.hover if attention.hovered == key else theme.surface, theme.line, 6)
        heading = board.task(card.placement.task_id).heading
        # The lines are those of the card as it is stored: nothing jumps while a card is in the hand.
        lines = lines_of(heading, item.card, column_width)
        paint_card_face(painter, area, card, lines, theme, below=mark_is_below(column_width))
        if attention.selected == key and attention.focused:
            paint_plate(painter, area.adjusted(-2, -2, 2, 2), None, theme.focus, 7, 2)

    def _paint_due(self, painter: QPainter, area: QRect, item: Item, theme: Theme, folded: bool) -> None:
        due, board = item.due, self._model.board
        if due is None or board is None:
            return
        side = scaled(MARK)
        if isinstance(due, PlannedTalk):
            name, overdue = "conversation", due.overdue(board.facts.today)
        else:
            name, overdue = ("check" if due.follow_up.held_on is not None else "follow-up"), due.overdue
        if folded:
            middle = QRectF(0, 0, side, side)
            middle.moveCenter(QRectF(area).center())
            paint_icon(painter, middle, name, "text_muted", theme)
        else:
            if self.attention.hovered == item.key:
                paint_plate(painter, area, theme.hover, radius=6)
            left = area.x() + CARD_PAD + 1
            paint_icon(painter, QRectF(left, area.center().y() - side / 2 + 1, side, side), name, "text_muted", theme)
            painter.setFont(font("small", tabular=True))
            painter.setPen(theme.warn_text if overdue else theme.text_muted)
            words = QRect(left + side + GAP, area.y(), area.right() - left - side - GAP, area.height())
            painter.drawText(words, int(Qt.AlignmentFlag.AlignVCenter), time_text(due))
        if self.attention.selected == item.key:
            line = theme.focus if self.attention.focused else theme.select_line
            paint_plate(painter, area, None, line, 6, 2)


def paint_card_badge(painter: QPainter, area: QRect | QRectF, card: Card, theme: Theme) -> None:
    """Paint the rung of a card this week, or the one that is offered where none is agreed on."""
    if card.agreed is None and card.offered:
        paint_offered(painter, QRectF(area), card.offered, theme)
        return
    kind = "none" if card.agreed is None else "agreed"
    paint_rung(painter, area, card.rung, kind, theme)


def paint_card_face(
    painter: QPainter, area: QRect, card: Card, lines: tuple[str, ...], theme: Theme, *, below: bool = False
) -> None:
    """Paint badge, heading, hours and mark of a card into its plate; the mark stands right, or *below* the badge."""
    side = scaled(BADGE)
    left, top = area.x() + CARD_PAD + 1, area.y() + 6
    paint_card_badge(painter, QRect(left, top, side, side), card, theme)
    mark, line = mark_of(card), line_height("small")
    first = top + max(0, (side - line * len(lines)) // 2)
    if mark:
        size = scaled(MARK)
        if below:
            place = QRectF(left + (side - size) / 2, top + side + 2, size, size)
        else:
            place = QRectF(area.right() - CARD_PAD - size + 1, first + (line - size) / 2, size, size)
        paint_icon(painter, place, mark, "warn_icon" if mark == "warning" else "text_muted", theme)
    face, baseline = _small()
    painter.setFont(face)
    painter.setPen(theme.text)
    x = left + side + GAP - 1
    y = first + baseline
    for number, words in enumerate(lines):
        painter.drawText(QPointF(x, y + number * line), words)
    _paint_card_hours(painter, area, card, lines, x, y, theme, below=below)


def _paint_card_hours(
    painter: QPainter, area: QRect, card: Card, lines: tuple[str, ...], x: float, y: float, theme: Theme, *, below: bool
) -> None:
    hours = hours_short(card.placement.hours)
    right = area.right() - CARD_PAD
    if len(lines) == 1 and mark_of(card) and not below:
        right -= scaled(MARK) + 3
    width = advance(hours)
    if x + advance(lines[-1]) + GAP + width <= right + 1:
        painter.setPen(theme.text_muted)
        painter.drawText(QPointF(right + 1 - width, y + (len(lines) - 1) * line_height("small")), hours)


def _small() -> tuple[QFont, float]:
    face = font("small")
    metrics = QFontMetricsF(face)
    return face, (line_height("small") - metrics.height()) / 2 + metrics.ascent()


def _paint_hours(painter: QPainter, rect: QRect, row: Row, theme: Theme) -> None:
    left = rect.x() + 10
    figure = QRect(left, rect.y() + scaled(21), rect.width() - 12, line_height("small"))
    painter.setFont(font("small", tabular=True))
    painter.setPen(theme.text_muted)
    if row.load is None and not row.available:
        top = QRect(left, rect.y() + scaled(8), rect.width() - 12, line_height("small"))
        painter.drawText(top, int(Qt.AlignmentFlag.AlignVCenter), _unknown(row))
        return
    if row.load is None:
        top = QRect(left, rect.y() + scaled(8), rect.width() - 12, line_height("small"))
        painter.drawText(top, int(Qt.AlignmentFlag.AlignVCenter), "–")
        return
    whole = percent(row.load)
    paint_load(painter, QRect(left, rect.y() + scaled(8), min(scaled(64), rect.width() - 20), 12), whole, theme)
    if row.load > FULL_LOAD:
        side = scaled(MARK)
        paint_icon(painter, QRectF(left, figure.center().y() - side / 2 + 1, side, side), "warning", "warn_icon", theme)
        painter.setFont(font("small", 600, tabular=True))
        painter.setPen(theme.warn_text)
        figure.setLeft(left + side + 4)
    painter.drawText(figure, int(Qt.AlignmentFlag.AlignVCenter), load_text(row))


def _unknown(row: Row) -> str:
    return hours_short(row.planned) if row.planned else "–"


def _paint_off(painter: QPainter, rect: QRect, theme: Theme, words: str) -> None:
    paint_hatch(painter, rect, theme.hatch)
    if not words:
        return
    face = font("small")
    width = QFontMetrics(face).horizontalAdvance(words) + 12
    plate = QRect(0, 0, width, line_height("small") + 4)
    plate.moveCenter(rect.center())
    paint_plate(painter, plate, theme.surface, radius=4)
    painter.setFont(face)
    painter.setPen(theme.text_muted)
    painter.drawText(plate, int(Qt.AlignmentFlag.AlignCenter), words)


def _lines(painter: QPainter, rect: QRect, theme: Theme) -> None:
    painter.fillRect(rect.right(), rect.top(), 1, rect.height(), theme.line)
    painter.fillRect(rect.left(), rect.bottom(), rect.width(), 1, theme.line)
