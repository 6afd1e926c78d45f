"""Where the cards of a cell stand; all measures grow with the text."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from PySide6.QtCore import QRect

from tillid_planner.services.cards import Card
from tillid_planner.ui.theme import line_height, ratings_hidden, scaled, text_scale
from tillid_planner.ui.week.board_model import Item, WeekBoardModel
from tillid_planner.ui.week.card_text import advance, card_lines
from tillid_planner.ui.week.wording import hours_short

NAME_WIDTH, DAY_WIDTH, WIDEST_DAY, WEEKEND_WIDTH, HOURS_WIDTH = 146, 116, 200, 54, 90
#: Beside the inspector in a small window a day gives this much before the board has to be scrolled sideways.
NARROWEST_DAY = 96
LEAST_ROW, HEADER = 48, 48
BADGE, MARK = 20, 14
CELL_PAD, CARD_PAD, GAP = 4, 5, 6
_BETWEEN = 4
#: From the top of a card to its badge; the line of the card is part of it.
_EDGE = 6
_DUE = 24


def mark_of(card: Card) -> str:
    """Return the icon at the top right of a card: to look at, a breach, lowered by the frame, or none."""
    if card.marks and not (ratings_hidden() and card.marks in (("no_agreement",), ("offered",))):
        return "warning"
    if ratings_hidden():
        return ""
    return "breach" if card.breach else "frames" if card.lowered else ""


def text_width(column_width: int) -> int:
    """Return the room for a task's name on a card, in pixels."""
    card = column_width - 1 - 2 * CELL_PAD
    return card - 2 * CARD_PAD - scaled(BADGE) - GAP


def mark_is_below(column_width: int) -> bool:
    """Whether the mark of a card stands under its badge: in a narrow column the name needs the whole line."""
    return column_width < scaled(DAY_WIDTH)


def lines_of(heading: str, card: Card, column_width: int) -> tuple[str, ...]:
    """Return the lines of a card's heading; its hours have their room at the end of the last."""
    return _measured(heading, hours_short(card.placement.hours), _marked(card), column_width, text_scale())[0]


def item_heights(model: WeekBoardModel, items: Sequence[Item], column_width: int) -> list[int]:
    """Return the heights of the cards, follow-ups and talks of a cell."""
    board = model.board
    if board is None:
        return []
    tasks, scale = board.facts.tasks, text_scale()
    found = []
    for item in items:
        card = item.card
        if card is None:
            found.append(scaled(_DUE))
        else:
            hours = hours_short(card.placement.hours)
            found.append(_measured(tasks[card.placement.task_id].heading, hours, _marked(card), column_width, scale)[1])
    return found


@lru_cache(maxsize=8192)
def _measured(heading: str, hours: str, marked: bool, column_width: int, scale: float) -> tuple[tuple[str, ...], int]:
    """Return a card's lines and its height: asked for of each card whenever rows are measured or painted."""
    below = marked and mark_is_below(column_width)
    # While ratings are hidden the mark is not painted but keeps its room: the layout does not move.
    mark = scaled(MARK) + 3 if marked and not below else 0
    lines = card_lines(heading, text_width(column_width), mark, advance(hours) + GAP)
    under_badge = scaled(MARK) + 2 if below else 0
    return lines, max(scaled(BADGE) + under_badge, len(lines) * line_height("small")) + 2 * _EDGE


def _marked(card: Card) -> bool:
    return bool(card.marks) or card.lowered or card.breach


def item_rects(model: WeekBoardModel, row: int, column: int, width: int) -> list[QRect]:
    """Return the rectangles of a cell's cards and follow-ups, from the cell's own corner."""
    items = model.items(row, column)
    if model.folded(column):
        return _folded(len(items), width)
    rects = []
    top = CELL_PAD
    for height in item_heights(model, items, width):
        rects.append(QRect(CELL_PAD, top, width - 1 - 2 * CELL_PAD, height))
        top += height + _BETWEEN
    return rects


def cell_height(model: WeekBoardModel, row: int, column: int, width: int) -> int:
    """Return the height that a cell's cards need."""
    items = model.items(row, column)
    if not items:
        return 0
    if model.folded(column):
        return _folded(len(items), width)[-1].bottom() + 1 + CELL_PAD + 1
    heights = item_heights(model, items, width)
    return 2 * CELL_PAD + sum(heights) + _BETWEEN * (len(heights) - 1) + 1


def _folded(count: int, width: int) -> list[QRect]:
    side = scaled(BADGE)
    room = max(1, (width - 1 - CELL_PAD) // (side + _BETWEEN))
    used = min(count, room) * (side + _BETWEEN) - _BETWEEN
    left = (width - 1 - used) // 2
    step, top = side + _BETWEEN, _EDGE + CELL_PAD - 1
    return [QRect(left + (at % room) * step, top + (at // room) * step, side, side) for at in range(count)]
