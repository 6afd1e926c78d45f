"""Writes calendar files (RFC 5545): follow-ups and other meetings, in Danish local time."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from functools import cache
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from zoneinfo import ZoneInfo

    from icalendar import Alarm, Event, Timezone

ZONE = "Europe/Copenhagen"
#: A reminder comes this long before the start; that of a whole day at 8 on the day, counted from its midnight.
_REMIND_BEFORE, _REMIND_ALL_DAY = timedelta(minutes=30), timedelta(hours=8)
_PRODUCT = "-//Tillid Planner//Tillid Planner//{language}"
#: Summer time as the EU has kept it since 1996: the last Sundays of March and October, at 01 UTC.
_ZONE_TEXT = """BEGIN:VTIMEZONE
TZID:Europe/Copenhagen
X-LIC-LOCATION:Europe/Copenhagen
BEGIN:DAYLIGHT
TZNAME:CEST
TZOFFSETFROM:+0100
TZOFFSETTO:+0200
DTSTART:19960331T020000
RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU
END:DAYLIGHT
BEGIN:STANDARD
TZNAME:CET
TZOFFSETFROM:+0200
TZOFFSETTO:+0100
DTSTART:19961027T030000
RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU
END:STANDARD
END:VTIMEZONE
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One meeting in a calendar: all day without ``at``, else so many ``minutes`` from that Danish local time.

    ``reminder`` is what a reminder before it says, empty for none; a cancelled meeting has none. ``uid`` stays the
    same for as long as it is the same meeting; ``sequence`` is raised when it is changed or cancelled, so that a
    calendar updates what it has.
    """

    uid: str
    day: date
    at: time | None = None
    minutes: int = 30
    title: str
    description: str = ""
    reminder: str = ""
    sequence: int = 0
    cancelled: bool = False


def calendar_file(
    entries: Iterable[Entry], *, written_at: datetime, language: str = "da", tell: Callable[[], object] | None = None
) -> bytes:
    """Return a calendar file with the entries; ``written_at`` is a time with its zone, ``tell`` is called per entry."""
    from icalendar import Calendar

    calendar = Calendar()
    calendar.add("prodid", _PRODUCT.format(language=language.upper()))
    calendar.add("version", "2.0")
    calendar.add("calscale", "GREGORIAN")
    calendar.add("method", "PUBLISH")
    known = list(entries)
    if any(entry.at is not None for entry in known):
        calendar.add_component(_time_zone())
    stamp = _as_utc(written_at)
    for entry in known:
        calendar.add_component(_event(entry, stamp))
        if tell is not None:
            tell()
    return bytes(calendar.to_ical())


def _event(entry: Entry, stamp: datetime) -> Event:
    from icalendar import Event

    event = Event()
    event.add("uid", entry.uid)
    event.add("dtstamp", stamp)
    event.add("last-modified", stamp)
    event.add("sequence", entry.sequence)
    event.add("summary", _one_line(entry.title))
    if entry.description:
        event.add("description", _readable(entry.description))
    start, end = _span(entry)
    event.add("dtstart", start)
    event.add("dtend", end)
    event.add("status", "CANCELLED" if entry.cancelled else "CONFIRMED")
    # A whole day is a reminder, not a day that is taken.
    event.add("transp", "TRANSPARENT" if entry.at is None or entry.cancelled else "OPAQUE")
    event.add("class", "PRIVATE")
    if entry.reminder and not entry.cancelled:
        event.add_component(_alarm(entry))
    return event


def _alarm(entry: Entry) -> Alarm:
    from icalendar import Alarm

    alarm = Alarm()
    alarm.add("action", "DISPLAY")
    alarm.add("description", _one_line(entry.reminder))
    alarm.add("trigger", _REMIND_ALL_DAY if entry.at is None else -_REMIND_BEFORE)
    return alarm


def _span(entry: Entry) -> tuple[Any, Any]:
    if entry.at is None:
        return entry.day, entry.day + timedelta(days=1)
    from datetime import UTC

    start = datetime.combine(entry.day, entry.at, _zone())
    # Reckoned in UTC: half an hour is half an hour also in the night the clock is moved.
    end = (start.astimezone(UTC) + timedelta(minutes=entry.minutes)).astimezone(_zone())
    offsets = {moment.replace(fold=fold).utcoffset() for moment in (start, end) for fold in (0, 1)}
    if len(offsets) > 1:
        # Local times in or across the hour that is repeated or skipped are read in several ways, and an end
        # before its start makes readers drop the file; UTC is read in one way.
        return start.astimezone(UTC), end.astimezone(UTC)
    return start, end


@cache
def _zone() -> ZoneInfo:
    from zoneinfo import ZoneInfo

    return ZoneInfo(ZONE)


def _time_zone() -> Timezone:
    from icalendar import Timezone

    zone = Timezone.from_ical(_ZONE_TEXT)
    assert isinstance(zone, Timezone)
    return zone


def _as_utc(moment: datetime) -> datetime:
    from datetime import UTC

    return moment.astimezone(UTC).replace(microsecond=0)


def _one_line(text: str) -> str:
    return " ".join(_readable(text).split())


def _readable(text: str) -> str:
    # Control characters are not allowed in a calendar file, however they got into the text.
    return "".join(c for c in text.replace("\r\n", "\n").replace("\r", "\n") if c == "\n" or c == "\t" or c >= " ")
