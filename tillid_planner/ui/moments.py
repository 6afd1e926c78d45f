"""Moments as they are spoken."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtCore import QDateTime, QLocale, Qt

from tillid_planner.ui.texts import tr


def spoken(moment: str, today: datetime | None = None) -> str:
    """Return a local ISO time in words: weekday, date and clock; the year only if it is another one."""
    when = datetime.fromisoformat(moment)
    this_year = (today or datetime.now()).year == when.year
    pattern = tr("dddd d MMMM 'at' HH:mm") if this_year else tr("d MMMM yyyy 'at' HH:mm")
    return QLocale().toString(QDateTime.fromString(moment, Qt.DateFormat.ISODate), pattern)
