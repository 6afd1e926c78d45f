"""Breaking the name of a task into the lines of a narrow column."""

from __future__ import annotations

from functools import lru_cache

from PySide6.QtCore import Qt
from PySide6.QtGui import QFontMetrics

from tillid_planner.ui.theme import font

_LINES = 3
#: Words up to so many letters are never parted, however narrow the column.
_WHOLE = 3
_VOWELS = frozenset("aeiouyæøåéü")


@lru_cache(maxsize=2048)
def broken(text: str, face: str, width: int, last_room: int = 0) -> tuple[str, ...]:
    """Break *text* into at most three lines of *width* px; long words between syllables.

    ``last_room`` pixels stay free at the end of the last line.
    """
    shape = font("small")
    shape.fromString(face)
    metrics = QFontMetrics(shape)
    lines: list[str] = []
    rest = text.replace("\u00ad", "").split()
    line = ""
    while rest:
        word = rest.pop(0)
        tried = f"{line} {word}" if line else word
        if metrics.horizontalAdvance(tried) <= width or (not line and len(word) <= _WHOLE):
            line = tried
        elif line:
            lines.append(line)
            line = ""
            rest.insert(0, word)
        else:
            at = _syllable(word, metrics, width)
            begin, tail = _parted(word, at)
            lines.append(begin)
            rest.insert(0, tail)
    lines.append(line)
    if len(lines) > _LINES:
        kept, tail = lines[: _LINES - 1], " ".join(lines[_LINES - 1 :])
        lines = [*kept, metrics.elidedText(tail + "…", Qt.TextElideMode.ElideRight, width - last_room)]
    elif last_room:
        word = lines[-1]
        if len(lines) < _LINES and metrics.horizontalAdvance(word) > width - last_room:
            at = _syllable(word, metrics, width - last_room)
            lines[-1:] = _parted(word, at) if " " not in word else word.rsplit(" ", 1)
        lines[-1] = metrics.elidedText(lines[-1], Qt.TextElideMode.ElideRight, width - last_room)
    return tuple(lines)


def _parted(word: str, at: int) -> list[str]:
    return [word[:at] if word[at - 1] in "-/" else word[:at] + "-", word[at:]]


def _syllable(word: str, metrics: QFontMetrics, width: int) -> int:
    """Return where to break a word that is too long: before a consonant with a vowel after it."""
    fits = 1
    best = 0
    for at in range(2, len(word) - 2):
        if metrics.horizontalAdvance(word[:at] + "-") > width:
            break
        fits = at
        if word[at - 1] in "-/" or (word[at].lower() not in _VOWELS and word[at + 1].lower() in _VOWELS):
            best = at
    return best if best >= 3 else max(2, fits)
