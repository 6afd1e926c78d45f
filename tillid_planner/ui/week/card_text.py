"""The name of a task in the few short lines of a card, and the room for its hours."""

from __future__ import annotations

from functools import lru_cache

from PySide6.QtCore import Qt
from PySide6.QtGui import QFontMetrics

from tillid_planner.ui.theme import font, text_scale
from tillid_planner.ui.widgets.heading_lines import broken

#: With hours a card may take one more line than without: they are never left out.
_LINES = 2
#: Words up to so many letters are never parted.
_WHOLE = 3


def card_lines(heading: str, width: int, mark: int = 0, last: int = 0) -> tuple[str, ...]:
    """Break a task's heading into lines of *width* px.

    *mark* px stay free at the end of the first line and *last* px at the end of the last one, which is empty
    where nothing of the heading is left for it. One or two lines; three if else there were no *last* px.
    """
    return _card_lines(heading, width, mark, last, text_scale())


def advance(text: str) -> int:
    """Return the width in pixels of small text."""
    return _advance(text, text_scale())


@lru_cache(maxsize=1024)
def _advance(text: str, scale: float) -> int:
    return QFontMetrics(font("small")).horizontalAdvance(text)


@lru_cache(maxsize=4096)
def _card_lines(heading: str, width: int, mark: int, last: int, scale: float) -> tuple[str, ...]:
    face = font("small")
    metrics = QFontMetrics(face)
    most = _LINES + 1 if last else _LINES
    for count in range(1, most + 1):
        lines: list[str] = []
        rest = heading.split()
        for number in range(count):
            room = width - (mark if number == 0 else 0) - (last if number == count - 1 else 0)
            before = rest
            line, rest = _filled(rest, max(1, room), metrics, face.toString())
            if rest and number == most - 1:
                line = metrics.elidedText(" ".join(before), Qt.TextElideMode.ElideRight, max(1, room))
                rest = []
            lines.append(line)
        if not rest:
            break
    return tuple(lines)


def _filled(words: list[str], width: int, metrics: QFontMetrics, face: str) -> tuple[str, list[str]]:
    """Return as many words as fit in *width* px, and those left over; a long first word is parted."""
    line = ""
    for number, word in enumerate(words):
        tried = f"{line} {word}" if line else word
        if metrics.horizontalAdvance(tried) <= width:
            line = tried
            continue
        if line or len(word) <= _WHOLE:
            return line, words[number:]
        piece = broken(word, face, width)[0]
        tail = word[len(piece.rstrip("-")) :].lstrip("-")
        return piece, [tail, *words[number + 1 :]] if tail else words[number + 1 :]
    return line, []
