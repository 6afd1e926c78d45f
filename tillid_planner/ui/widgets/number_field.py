"""A field for a number, with the decimal comma of the language."""

import re

from PySide6.QtCore import QLocale
from PySide6.QtWidgets import QWidget

from tillid_planner.ui.texts import tr
from tillid_planner.ui.widgets.parsed_field import ParsedField

_NUMBER = re.compile(r"[+-]?\d{1,9}([.,]\d{1,6})?")


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

    def error(self) -> str | None:
        """Return what to write instead, or None when the field can be read."""
        text = self.value()
        if not text:
            return tr("Enter a number, e.g. 5.5.") if self._required else None
        number = _read(text)
        if number is None:
            return tr("Enter a number, e.g. 5.5.")
        if not self._least <= number <= self._most:
            low, high = (format_number(bound, self._decimals) for bound in (self._least, self._most))
            return tr("Enter a number from {low} to {high}.", low=low, high=high)
        return None


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
