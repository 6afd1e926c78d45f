"""Fonts and wrapped lines for paper, in tenths of a point; made for one document, so no text outlives it."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QFont, QFontMetricsF, QTextLayout, QTextOption

from tillid_planner.ui.theme import face

#: Tenths of a point to the point.
POINT = 10
#: Joined letters are found by no search.
_JOINING = ("liga", "clig", "dlig", "calt")


class Typesetter:
    """Wraps and measures; the same text is wrapped once."""

    def __init__(self) -> None:
        self._faces: dict[tuple[int, int], tuple[QFont, QFontMetricsF]] = {}
        self._wrapped: dict[tuple[str, int, int, int], tuple[str, ...]] = {}

    def face(self, size: int, weight: int = 400) -> QFont:
        """Return the font of a size."""
        return self._known(size, weight)[0]

    def metrics(self, size: int, weight: int = 400) -> QFontMetricsF:
        """Return the measures of the font of a size."""
        return self._known(size, weight)[1]

    def wrapped(self, text: str, width: int, size: int, weight: int = 400) -> tuple[str, ...]:
        """Return the lines of a text at a width, at least one; a word that is too long is broken."""
        key = (text, width, size, weight)
        if key not in self._wrapped:
            self._wrapped[key] = self._wrap(one_line(text), width, self.face(size, weight))
        return self._wrapped[key]

    def elided(self, text: str, width: int, size: int, weight: int = 400) -> str:
        """Return a text on one line, with «…» where it does not fit."""
        return self.metrics(size, weight).elidedText(one_line(text), Qt.TextElideMode.ElideRight, width)

    def _known(self, size: int, weight: int) -> tuple[QFont, QFontMetricsF]:
        if (size, weight) not in self._faces:
            made = face(weight)
            made.setPixelSize(size)
            for name in _JOINING:
                made.setFeature(QFont.Tag(name), 0)
            self._faces[size, weight] = made, QFontMetricsF(made)
        return self._faces[size, weight]

    def _wrap(self, text: str, width: int, face: QFont) -> tuple[str, ...]:
        layout = QTextLayout(text, face)
        option = QTextOption()
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        layout.setTextOption(option)
        layout.beginLayout()
        # Qt counts in halves of a character where Python counts whole ones.
        halves = text.encode("utf-16-le", "replace")
        lines = []
        while (line := layout.createLine()).isValid():
            line.setLineWidth(max(1, width))
            start = 2 * line.textStart()
            lines.append(halves[start : start + 2 * line.textLength()].decode("utf-16-le", "replace").rstrip(" "))
        layout.endLayout()
        return tuple(lines) or ("",)


def one_line(text: str) -> str:
    """Return a text without line breaks and control characters."""
    return "".join(c if c >= " " and c not in "\u2028\u2029\x7f" else " " for c in text)
