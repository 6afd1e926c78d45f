"""Five type sizes and two weights, in pixels times the user's text scale."""

import sys
from functools import cache

from PySide6.QtGui import QFont, QFontDatabase, QGuiApplication

SIZES = {"small": 12, "body": 14, "section": 16, "page": 20, "large": 28}
LINES = {"small": 16, "body": 20, "section": 24, "page": 28, "large": 36}
_BOLD = ("section", "page", "large")
_LINUX_FAMILIES = ("Inter", "Noto Sans")

_scale = 1.0


def set_text_scale(scale: float) -> None:
    """Set the factor on every type size and on everything that holds text (0.8 to 2.0)."""
    global _scale
    _scale = min(2.0, max(0.8, scale))
    _font.cache_clear()


def text_scale() -> float:
    """Return the factor on type sizes: 1.0, 1.15 or 1.3 by the user's setting."""
    return _scale


def scaled(pixels: float) -> int:
    """Return a measure that must grow with the text, in whole pixels."""
    return round(pixels * _scale)


def line_height(role: str) -> int:
    """Return the line height of a size role in pixels."""
    return scaled(LINES[role])


def font(role: str = "body", weight: int | None = None, *, tabular: bool = False) -> QFont:
    """Return the font of a size role («small» «body» «section» «page» «large»).

    The weight is 400, 500 or 600; without it 600 for section, page and large, else 400. With
    *tabular* all figures are equally wide, for columns of numbers.
    """
    return QFont(_font(role, weight or (600 if role in _BOLD else 400), tabular))


@cache
def _font(role: str, weight: int, tabular: bool) -> QFont:
    result = QFont(family())
    result.setPixelSize(scaled(SIZES[role]))
    result.setWeight(QFont.Weight(weight))
    if tabular:
        result.setFeature(QFont.Tag("tnum"), 1)
    return result


@cache
def family() -> str:
    """Return the family of the system; on Linux Inter or Noto Sans where they are installed."""
    if sys.platform.startswith("linux"):
        for name in _LINUX_FAMILIES:
            if QFontDatabase.hasFamily(name):
                return name
    return QGuiApplication.font().family()
