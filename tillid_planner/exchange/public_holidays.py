"""Denmark's public holidays by name."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from functools import cache

from tillid_planner.languages import LANGUAGES


def named(days: Iterable[date], language: str) -> dict[date, str]:
    """Return the public holidays among the days, with their names in the language with this code."""
    return {day: name for day in days if (name := _of_year(day.year, language).get(day)) is not None}


@cache
def _of_year(year: int, language: str) -> dict[date, str]:
    # Loading the library takes longer than painting the first page; only the week needs it.
    import holidays

    return dict(holidays.country_holidays("DK", years=year, language=LANGUAGES[language].holidays))
