"""Denmark's public holidays by name."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

_LANGUAGES = {"da": "da", "en": "en_US"}


def named(days: Iterable[date], language: str) -> dict[date, str]:
    """Return the public holidays among the days, with their names in ``da`` or ``en``."""
    # Loading the library takes longer than painting the first page; only the week needs it.
    import holidays

    wanted = list(days)
    known = holidays.country_holidays("DK", years={day.year for day in wanted}, language=_LANGUAGES[language])
    return {day: str(known[day]) for day in wanted if day in known}
