"""Five type sizes and three weights of Inter, in pixels times the user's text scale.

Inter is shipped with the program (``resources/fonts``, SIL Open Font License 1.1), so that a page has the same
widths and line breaks on every machine. It comes as one static file a weight: Qt takes only the default
instance of a variable font, and would draw 500 and 600 as 400.
"""

from functools import cache

from PySide6.QtGui import QFont, QFontDatabase

from tillid_planner.paths import resources_folder

SIZES = {"small": 12, "body": 14, "section": 16, "page": 20, "large": 28}
LINES = {"small": 16, "body": 20, "section": 24, "page": 28, "large": 36}
_BOLD = ("section", "page", "large")
_FILES = ("TillidInter-Regular.otf", "TillidInter-Medium.otf", "TillidInter-SemiBold.otf")

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


def face(weight: int = 400) -> QFont:
    """Return the typeface at a weight (400, 500 or 600), for a caller that sets its own size.

    Hinting and subpixel colours are off: widths and pictures then do not depend on how the machine is set up.
    """
    result = QFont(family())
    result.setStyleStrategy(QFont.StyleStrategy.NoSubpixelAntialias)
    result.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    result.setWeight(QFont.Weight(weight))
    return result


@cache
def _font(role: str, weight: int, tabular: bool) -> QFont:
    result = face(weight)
    result.setPixelSize(scaled(SIZES[role]))
    if tabular:
        result.setFeature(QFont.Tag("tnum"), 1)
    return result


@cache
def family() -> str:
    """Load the shipped typeface and return its family; raise RuntimeError when a file cannot be read."""
    found = []
    for name in _FILES:
        number = QFontDatabase.addApplicationFont(str(resources_folder() / "fonts" / name))
        # A weight beside 400 and 700 is listed under a family of its own, too («Inter», «Inter Medium»).
        found.append(set(QFontDatabase.applicationFontFamilies(number)))
    common = set.intersection(*found)
    if not common:
        message = f"the fonts in {resources_folder() / 'fonts'} cannot be read"
        raise RuntimeError(message)
    return min(common, key=len)
