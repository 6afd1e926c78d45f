"""Dates and times as they are said: «22. april», «mandag», «09.30», «for 7 måneder siden»."""

from __future__ import annotations

from datetime import date, datetime, time

from PySide6.QtCore import QDate, QLocale

from tillid_planner.ui.texts import tr, written_language


def day_text(day: date, today: date) -> str:
    """Return a day in words, with its year unless it is this one's."""
    return _said(day, written_language().day, with_year=day.year != today.year)


def full_day_text(day: date) -> str:
    """Return a day in words with its year, as it is written on what is kept for years."""
    return _said(day, written_language().day, with_year=True)


def short_day_text(day: date, today: date) -> str:
    """Return a day where there is little room, «14. sep.», with its year unless it is this one's."""
    return _said(day, written_language().short_day, with_year=day.year != today.year)


def month_text(day: date) -> str:
    """Return month and year as the language writes them, «marts 2019»."""
    return _said(day, "MMMM", with_year=True)


def short_month_text(day: date) -> str:
    """Return a month where there is little room: «sep»."""
    return _said(day, "MMM").rstrip(".")


def weekday_text(day: date) -> str:
    """Return a day's name: «mandag»."""
    return _said(day, "dddd")


def weekday_and_day_text(day: date) -> str:
    """Return a day's name with its date: «mandag 3. maj»."""
    return _said(day, written_language().weekday_and_day)


def day_number(day: date) -> str:
    """Return the day of the month as it stands in a date: «3.», in English «3»."""
    return f"{day.day}{written_language().ordinal}"


def days_text(first: date, last: date) -> str:
    """Return a span of days: «3.–9. maj 2027»."""
    if first.year != last.year:
        begin = full_day_text(first)
    else:
        begin = day_number(first) if first.month == last.month else _said(first, written_language().day)
    return f"{begin}–{full_day_text(last)}"


def day_in_figures(day: date) -> str:
    """Return a date in figures: «03.05.2027», in English «03/05/2027»."""
    return written_language().day_in_figures(day)


def clock_text(at: time) -> str:
    """Return a time of day: «09.00», in English «09:00»."""
    return written_language().clock_text(at)


def moment_text(moment: str, today: datetime | None = None) -> str:
    """Return a local ISO time in words: weekday, date and clock; without weekday and with the year if it is another."""
    when = datetime.fromisoformat(moment)
    if (today or datetime.now()).year == when.year:
        return tr(
            "{weekday} {day} at {clock}",
            weekday=weekday_text(when),
            day=_said(when, written_language().day),
            clock=clock_text(when.time()),
        )
    return tr("{day} at {clock}", day=full_day_text(when), clock=clock_text(when.time()))


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


def _said(day: date, pattern: str, *, with_year: bool = False) -> str:
    return QLocale().toString(QDate(day.year, day.month, day.day), f"{pattern} yyyy" if with_year else pattern)
