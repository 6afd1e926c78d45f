"""Dates as they are said: «22. april», «for 7 måneder siden»."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QDate, QLocale

from tillid_planner.ui.texts import tr


def day_text(day: date, today: date) -> str:
    """Return a day in words, with its year unless it is this one's."""
    return _in_words(day, "" if day.year == today.year else " yyyy")


def full_day_text(day: date) -> str:
    """Return a day in words with its year, as it is written on what is kept for years."""
    return _in_words(day, " yyyy")


def month_text(day: date) -> str:
    """Return month and year as the language writes them, «marts 2019»."""
    return QLocale().toString(QDate(day.year, day.month, day.day), "MMMM yyyy")


def age_text(day: date, today: date) -> str:
    """Return how long ago a day was, in days, weeks, months or years."""
    days = (today - day).days
    if days <= 0:
        return tr("today")
    if days == 1:
        return tr("yesterday")
    if days < 14:
        return tr("%n day(s) ago", n=days)
    if days < 60:
        return tr("%n week(s) ago", n=days // 7)
    if days < 730:
        return tr("%n month(s) ago", n=round(days / 30.4))
    return tr("%n year(s) ago", n=days // 365)


def _in_words(day: date, year: str) -> str:
    locale = QLocale()
    dot = "." if locale.language() == QLocale.Language.Danish else ""
    return locale.toString(QDate(day.year, day.month, day.day), f"d{dot} MMMM{year}")
