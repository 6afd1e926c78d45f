"""The languages of the program. A new one is an entry here, with its folders under ``resources``."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, time


@dataclass(frozen=True, slots=True)
class Language:
    """How a language is called and written.

    ``locale`` is Qt's name and ``holidays`` that library's. The patterns are Qt's, but ``day_field`` and ``clock`` are
    for ``strftime``. ``form`` returns which of its plural forms a number takes, beginning at 0.
    """

    code: str
    name: str
    #: «Show in English», in the language itself.
    show: str
    locale: str
    holidays: str
    day: str
    short_day: str
    weekday_and_day: str
    day_field: str
    clock: str
    #: What follows a day's number: «3.» in Danish.
    ordinal: str
    form: Callable[[int], int]

    def clock_text(self, at: time) -> str:
        """Return a time of day as it is written."""
        return at.strftime(self.clock)

    def day_in_figures(self, day: date) -> str:
        """Return a date as it is typed."""
        return day.strftime(self.day_field)


def _one_or_more(number: int) -> int:
    return 0 if number == 1 else 1


DANISH = Language(
    code="da",
    name="Dansk",
    show="Vis på dansk",
    locale="da_DK",
    holidays="da",
    day="d. MMMM",
    short_day="d. MMM",
    weekday_and_day="dddd d. MMMM",
    day_field="%d.%m.%Y",
    clock="%H.%M",
    ordinal=".",
    form=_one_or_more,
)
ENGLISH = Language(
    code="en",
    name="English",
    show="Show in English",
    locale="en_GB",
    holidays="en_US",
    day="d MMMM",
    short_day="d MMM",
    weekday_and_day="dddd d MMMM",
    day_field="%d/%m/%Y",
    clock="%H:%M",
    ordinal="",
    form=_one_or_more,
)
LANGUAGES = {language.code: language for language in (DANISH, ENGLISH)}
CODES = tuple(LANGUAGES)
#: For commands, and whatever is written before anybody has chosen one.
FIRST = DANISH.code


def of_system(locale: str) -> str:
    """Return the code of the language of a locale («da_DK»), English if there is none of it."""
    return locale[:2] if locale[:2] in LANGUAGES else ENGLISH.code
