"""The name of a task in the two short lines of a card."""

from __future__ import annotations

from functools import lru_cache

from PySide6.QtCore import Qt
from PySide6.QtGui import QFontMetrics

from tillid_planner.ui.pages.heading_lines import broken
from tillid_planner.ui.theme import font, text_scale


def card_lines(heading: str, width: int, mark: int = 0) -> tuple[str, ...]:
    """Break a task's heading into one or two lines of *width* px; *mark* px stay free in the first."""
    return _card_lines(heading, width, mark, text_scale())


def advance(text: str) -> int:
    """Return the width in pixels of small text."""
    return _advance(text, text_scale())


@lru_cache(maxsize=1024)
def _advance(text: str, scale: float) -> int:
    return QFontMetrics(font("small")).horizontalAdvance(text)


@lru_cache(maxsize=4096)
def _card_lines(heading: str, width: int, mark: int, scale: float) -> tuple[str, ...]:
    face = font("small")
    metrics = QFontMetrics(face)
    first = max(1, width - mark)
    line, rest = _filled(heading.split(), first, metrics, face.toString())
    if not rest:
        return (line,)
    second, left = _filled(rest, width, metrics, face.toString())
    if left:
        second = metrics.elidedText(" ".join(rest), Qt.TextElideMode.ElideRight, width)
    return line, second


def _filled(words: list[str], width: int, metrics: QFontMetrics, face: str) -> tuple[str, list[str]]:
    """Return as many words as fit in *width* px, and those left over; a long first word is parted."""
    line = ""
    for number, word in enumerate(words):
        tried = f"{line} {word}" if line else word
        if metrics.horizontalAdvance(tried) <= width:
            line = tried
            continue
        if line:
            return line, words[number:]
        piece = broken(word, face, width)[0]
        tail = word[len(piece.rstrip("-")) :].lstrip("-")
        return piece, [tail, *words[number + 1 :]] if tail else words[number + 1 :]
    return line, []
