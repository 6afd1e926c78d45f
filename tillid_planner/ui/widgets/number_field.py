"""A field for a number, with the decimal comma of the language."""

import re

from PySide6.QtCore import QLocale
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from tillid_planner.ui.texts import tr
from tillid_planner.ui.widgets.parsed_field import ParsedField

_NUMBER = re.compile(r"[+-]?\d{1,9}([.,]\d{1,6})?")
_UNIT = r"(?:timer|time|t|hours?|hrs?|h)\.?"
_HOURS_UNIT = re.compile(rf"{_UNIT}$")
_MINUTES = r"(?:m|min|minutter|minutes)\.?"
#: 2:30; 2t30, 2t30m, 2h; 30min.
_CLOCK = re.compile(r"(\d{1,3}):([0-5]\d)")
_PARTS = re.compile(rf"(\d{{1,3}}){_UNIT}(?:og|and)?(?:([0-5]?\d)(?:{_MINUTES})?)?")
_ONLY_MINUTES = re.compile(rf"()([0-5]?\d){_MINUTES}")
_FRACTIONS = {"½": 0.5, "¼": 0.25, "¾": 0.75}


class NumberField(ParsedField):
    """A number or nothing; ``value_committed`` carries a float or None."""

    def __init__(
        self,
        number: float | None = None,
        *,
        minimum: float = 0.0,
        maximum: float = 999.0,
        decimals: int = 2,
        required: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        """Take numbers from *minimum* to *maximum* with at most *decimals* decimals."""
        self._least, self._most, self._decimals, self._required = minimum, maximum, decimals, required
        super().__init__(parent=parent)
        self.show_value(number)

    @override
    def read(self) -> float | None:
        """Return the number, or None for an empty or unreadable field; :meth:`error` tells which."""
        return self._number(self.value())

    def _number(self, text: str) -> float | None:
        return _read(text)

    def _wanted(self) -> str:
        return tr("Enter a number, e.g. 5.5.")

    @override
    def written(self, value: object) -> str:
        """Return the number *value* as the field shows it."""
        return format_number(float(value), self._decimals)  # type: ignore[arg-type]

    @override
    def error(self) -> str | None:
        """Return what to write instead, or None when the field can be read."""
        text = self.value()
        if not text:
            return self._wanted() if self._required else None
        number = self._number(text)
        if number is None:
            return self._wanted()
        if not self._least <= number <= self._most:
            low, high = (format_number(bound, self._decimals) for bound in (self._least, self._most))
            return tr("Enter a number from {low} to {high}.", low=low, high=high)
        return None


class HoursField(NumberField):
    """Hours as people write them: 2,5 and 2.5, 2½, 2:30, «2 t 30 m»; ``value_committed`` carries hours or None."""

    @override
    def _number(self, text: str) -> float | None:
        bare = re.sub(r"\s", "", text).lower()
        for pattern in (_CLOCK, _PARTS, _ONLY_MINUTES):
            if (parts := pattern.fullmatch(bare)) is not None:
                return round(int(parts[1] or 0) + int(parts[2] or 0) / 60, 2)
        bare = _HOURS_UNIT.sub("", bare)
        for sign, part in _FRACTIONS.items():
            if bare.endswith(sign):
                whole = bare.removesuffix(sign)
                return int(whole or 0) + part if whole.isdecimal() or not whole else None
        return _read(bare)

    @override
    def _wanted(self) -> str:
        return tr("Enter hours, e.g. 2.5 or 2:30.")


def format_number(number: float, decimals: int = 2) -> str:
    """Return *number* as the language writes it, without superfluous zeros."""
    text = f"{number:.{decimals}f}"
    if "." in text:
        text = text.rstrip("0").rstrip(".")
    return text.replace(".", QLocale().decimalPoint())


def _read(text: str) -> float | None:
    # Both signs are read in both languages: the numeric keypad gives the comma on a Danish keyboard only.
    bare = re.sub(r"\s", "", text)
    return float(bare.replace(",", ".")) if _NUMBER.fullmatch(bare) else None
