"""Fields for a number, with the decimal comma of the language, and for hours, also in hours and minutes."""

import re

from PySide6.QtCore import QLocale
from PySide6.QtWidgets import QWidget

from tillid_planner.ui.texts import tr
from tillid_planner.ui.widgets.parsed_field import ParsedField

_NUMBER = re.compile(r"[+-]?\d{1,9}([.,]\d{1,6})?")
_HOUR, _MINUTE = r"(?:t|timer?|h|hours?)\.?", r"(?:m|min|minut(?:ter)?|minutes?)\.?"
#: «2,5 t»; «2:30»; «2 t 30», «2 timer og 30 min», «30 min».
_DECIMAL = re.compile(rf"(\d{{1,4}}(?:[.,]\d{{1,6}})?)(?:{_HOUR})?")
_CLOCK = re.compile(r"(\d{1,4}):([0-5]\d)")
_WORDS = re.compile(rf"(?:(\d{{1,4}}){_HOUR}(?:og|and)?)?(?:(?<=\D)([0-5]?\d)|([0-5]?\d){_MINUTE})")


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

    def read(self) -> float | None:
        """Return the number, or None for an empty or unreadable field; :meth:`error` tells which."""
        return _read(self.value())

    def written(self, value: object) -> str:
        """Return the number *value* as the field shows it."""
        return format_number(float(value), self._decimals)  # type: ignore[arg-type]

    def _asked(self) -> str:
        return tr("Enter a number, e.g. 5.5.")

    def error(self) -> str | None:
        """Return what to write instead, or None when the field can be read."""
        text = self.value()
        if not text:
            return self._asked() if self._required else None
        number = self.read()
        if number is None:
            return self._asked()
        if not self._least <= number <= self._most:
            low, high = (format_number(bound, self._decimals) for bound in (self._least, self._most))
            return tr("Enter a number from {low} to {high}.", low=low, high=high)
        return None


class HoursField(NumberField):
    """Hours or nothing: 2.5, 2:30, or 2 h 30; they are written back as a number."""

    def read(self) -> float | None:
        """Return the hours, or None for an empty or unreadable field."""
        return _read_hours(self.value())

    def _asked(self) -> str:
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


def _read_hours(text: str) -> float | None:
    bare = re.sub(r"\s", "", text).casefold()
    if decimal := _DECIMAL.fullmatch(bare):
        return float(decimal[1].replace(",", "."))
    found = _CLOCK.fullmatch(bare) or _WORDS.fullmatch(bare)
    if found is None:
        return None
    hours, *minutes = found.groups()
    return round(int(hours or 0) + sum(int(part) for part in minutes if part) / 60, 2)
