"""Denmark's public holidays by name."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from tillid_planner.languages import LANGUAGES


def named(days: Iterable[date], language: str) -> dict[date, str]:
    """Return the public holidays among the days, with their names in the language with this code."""
    # Loading the library takes longer than painting the first page; only the week needs it.
    import holidays

    wanted = list(days)
    known = holidays.country_holidays("DK", years={day.year for day in wanted}, language=LANGUAGES[language].holidays)
    return {day: str(known[day]) for day in wanted if day in known}
