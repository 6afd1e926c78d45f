"""The left panel before a plan is open: what the program is for, and the five rungs."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from tillid_planner.content import Words
from tillid_planner.ui.texts import tr
from tillid_planner.ui.theme import (
    current_theme,
    font,
    line_height,
    paint_brand,
    paint_plate,
    paint_rung,
    scaled,
)
from tillid_planner.ui.widgets.text_block import TextBlock

WIDTH = 560
_SIDE = 56
_ABOVE, _BELOW = 24, 16
_BADGE, _BESIDE_BADGE = 32, 16
_ROW_PAD = 9
_BESIDE_BRAND = 8


class StartPanel(QWidget):
    """Says in a few words what this is about; scrolls where the window is too low for it."""

    def __init__(self, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._story = _Story(words, self)
        self._scrolls = False
        self.setFixedWidth(scaled(WIDTH))

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter, theme = QPainter(self), current_theme()
        paint_plate(painter, self.rect(), theme.nav, radius=0)
        paint_plate(painter, QRectF(self.width() - 1, 0, 1, self.height()), theme.line, radius=0)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        # Give the story the panel; it can be scrolled once it did not fit.
        super().resizeEvent(event)
        room = self.rect().adjusted(0, 0, -1, 0)
        if not self._scrolls and self._story.minimumHeight() > room.height():
            self._make_it_scroll()
        (self._scrolling if self._scrolls else self._story).setGeometry(room)

    def _make_it_scroll(self) -> None:
        # Most windows are high enough, and a scroll area is the dearest of all that could stand here.
        from tillid_planner.ui.start.column import BareScrollArea

        self._scrolls = True
        self._scrolling = BareScrollArea(self._story, self)
        self._scrolling.show()


class _Part(NamedTuple):
    """One piece of the story from above: its height, its share of the free room, and how it is drawn."""

    height: int
    share: int = 0
    paint: Callable[[QPainter, QRectF], None] | None = None


class _Story(QWidget):
    """All the words and badges in one: twenty labels would say the same, and the first window wait for them."""

    def __init__(self, words: Words, parent: QWidget) -> None:
        super().__init__(parent)
        self._width = scaled(WIDTH - 2 * _SIDE)
        heading = tr("The right trust\nfor the right task")
        promise = tr("You agree the rung together, task by task. Here it says why, and when you meet again.")
        note = tr("A rung is not a mark. It says how you share the task right now.")
        rungs = [
            (words.text(f"ladders.task.{rung}.name"), words.text(f"ladders.task.{rung}.line")) for rung in range(1, 6)
        ]
        self._parts = [
            _Part(8, 2),
            self._brand(),
            _Part(16, 6),
            self._text(heading, "large"),
            _Part(8),
            self._text(promise, "section", 400, "text_muted"),
            _Part(10, 2),
            *(self._rung(number, name, line) for number, (name, line) in enumerate(rungs, 1)),
            _Part(8, 8),
            self._text(note, "small", color="text_muted"),
            _Part(0, 1),
        ]
        self.setMinimumHeight(_ABOVE + sum(part.height for part in self._parts) + _BELOW)
        self.setAccessibleName(heading.replace("\n", " "))
        spoken = (f"{number} {name}: {line}" for number, (name, line) in enumerate(rungs, 1))
        self.setAccessibleDescription("\n".join((promise, *spoken, note)))

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        free = max(0, self.height() - self.minimumHeight())
        shares = sum(part.share for part in self._parts)
        left, top = (self.width() - self._width + 1) // 2, _ABOVE
        given = taken = 0
        for part in self._parts:
            if part.paint is not None:
                part.paint(painter, QRectF(left, top, self._width, part.height))
            given += part.share
            room = free * given // shares - taken
            taken += room
            top += part.height + room

    def _text(self, text: str, role: str, weight: int | None = None, color: str = "text") -> _Part:
        block = TextBlock(text, font(role, weight), line_height(role))
        return _Part(
            block.height(self._width),
            paint=lambda painter, area: block.draw(painter, area, current_theme()[color]),
        )

    def _brand(self) -> _Part:
        side = line_height("section")
        name = TextBlock(tr("Tillid Planner"), font("section"), side)

        def paint(painter: QPainter, area: QRectF) -> None:
            theme = current_theme()
            paint_brand(painter, QRectF(area.x(), area.y(), side, side), theme)
            name.draw(painter, area.adjusted(side + _BESIDE_BRAND, 0, 0, 0), theme.text)

        return _Part(side, paint=paint)

    def _rung(self, number: int, name: str, line: str) -> _Part:
        side = scaled(_BADGE)
        beside = side + _BESIDE_BADGE
        title = TextBlock(name, font("body", 600), line_height("body"))
        below = TextBlock(line, font("body"), line_height("body"))
        first = title.height(self._width - beside)
        inner = max(side, first + below.height(self._width - beside))

        ruled = 1 if number > 1 else 0

        def paint(painter: QPainter, area: QRectF) -> None:
            theme = current_theme()
            paint_plate(painter, QRectF(area.x(), area.y(), area.width(), ruled), theme.line, radius=0)
            area = area.adjusted(0, ruled + _ROW_PAD, 0, 0)
            # At a whole pixel: half a one would blur the figure.
            badge = QRectF(area.x(), area.y() + (inner - side) // 2, side, side)
            paint_rung(painter, badge, number, "agreed", theme)
            words = area.adjusted(beside, 0, 0, 0)
            title.draw(painter, words, theme.text)
            below.draw(painter, words.adjusted(0, first, 0, 0), theme.text_muted)

        return _Part(ruled + inner + 2 * _ROW_PAD, paint=paint)
