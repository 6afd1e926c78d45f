"""Calendar files as three independent readers understand them."""

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import icalendar
import ics
import pytest
import vobject

from tillid_planner.exchange.calendar import Entry, calendar_file

NOW = datetime(2026, 3, 20, 9, 30, tzinfo=UTC)
SPRING, AUTUMN = date(2026, 3, 29), date(2026, 10, 25)
ODD = (
    "Æblegrød, med «anførsel»; skråstreg \\ og ny\nlinje",
    "BEGIN:VEVENT\r\nSUMMARY:Smuglet ind",
    "Ø" * 400,
    "👩‍⚕️ vagt",
    "\u202eomvendt",
    "et\x00nul og\x1bflugt",
    "=2+2",
    ":;,",
    'TZID="x":20260101',
)


def entry(**fields):
    return Entry(**{"uid": "3f1c-1", "day": date(2026, 11, 23), "title": "Opfølgning"} | fields)


def written(*entries):
    return calendar_file(entries, written_at=NOW)


def by_icalendar(data):
    return [
        (str(e["SUMMARY"]), e.decoded("DTSTART"), e.decoded("DTEND"))
        for e in icalendar.Calendar.from_ical(data).walk("VEVENT")
    ]


def by_vobject(data):
    return [
        (e.summary.value, e.dtstart.value, e.dtend.value)
        for e in vobject.readOne(data.decode()).contents.get("vevent", [])
    ]


def by_ics(data):
    found = []
    for event in sorted(ics.Calendar(data.decode()).events, key=lambda e: e.begin):
        start, end = event.begin.datetime, event.end.datetime
        found.append((event.name, *((start.date(), end.date()) if event.all_day else (start, end))))
    return found


READERS = pytest.mark.parametrize("read", [by_icalendar, by_vobject, by_ics])


@READERS
@pytest.mark.parametrize("change", [SPRING, AUTUMN])
def test_every_day_around_both_changes_of_the_clock_has_its_right_time(read, change):
    days = [change + timedelta(days=n) for n in range(-7, 8)]
    found = read(written(*(entry(uid=f"u{d}", day=d, at=time(9, 0)) for d in days)))
    for day, (_, start, end) in zip(days, found, strict=True):
        summer = SPRING <= day < AUTUMN
        assert (start.hour, start.minute) == (9, 0)
        assert start.astimezone(UTC) == datetime(day.year, day.month, day.day, 7 if summer else 8, tzinfo=UTC)
        assert end - start == timedelta(minutes=30)


@READERS
def test_half_an_hour_is_half_an_hour_in_the_night_the_clock_is_put_back(read):
    [(_, start, end)] = read(written(entry(day=AUTUMN, at=time(1, 45), minutes=60)))
    assert end.astimezone(UTC) - start.astimezone(UTC) == timedelta(minutes=60)


@READERS
@pytest.mark.parametrize("change", [SPRING, AUTUMN])
@pytest.mark.parametrize("clock", [time(h, m) for h in range(5) for m in (0, 15, 30, 45)])
@pytest.mark.parametrize("minutes", [30, 120])
def test_on_the_nights_the_clock_is_moved_an_end_is_after_its_start(read, change, clock, minutes):
    [(_, start, end)] = read(written(entry(day=change, at=clock, minutes=minutes)))
    # The first of two times of that name; one that is skipped is as long after midnight as its name says.
    meant = datetime.combine(change, clock, ZoneInfo("Europe/Copenhagen")).astimezone(UTC)
    assert start.astimezone(UTC) == meant
    assert end.astimezone(UTC) - meant == timedelta(minutes=minutes)


@pytest.mark.parametrize("data", [written(entry(day=day, at=time(2, 30))) for day in (SPRING, AUTUMN)])
def test_a_time_that_is_skipped_or_there_twice_is_written_so_that_it_means_one_moment(data):
    assert b"DTSTART:2026" in data
    assert b"DTEND:2026" in data
    # Every other time is local: it stays what it is if the rules of summer time change.
    assert b"DTSTART;TZID=Europe/Copenhagen:20261123T090000" in written(entry(at=time(9)))


@READERS
def test_an_all_day_entry_is_a_date_and_needs_no_time_zone(read):
    data = written(entry(day=SPRING))
    [(title, start, end)] = read(data)
    assert (title, start, end) == ("Opfølgning", SPRING, SPRING + timedelta(days=1))
    assert b"VTIMEZONE" not in data
    assert b"DTSTART;VALUE=DATE:20260329" in data


@READERS
@pytest.mark.parametrize("text", ODD)
def test_typed_text_arrives_as_text_and_nothing_else(read, text):
    data = written(entry(title=text))
    [(title, *_)] = read(data)
    # One line, without control characters, every other character as it was typed.
    assert title == " ".join("".join(c for c in text if c in "\n\r\t" or c >= " ").split())
    assert data.count(b"BEGIN:VEVENT\r\n") == 1


def test_a_description_keeps_its_lines():
    data = written(entry(description="Første\nAnden, med komma"))
    assert str(icalendar.Calendar.from_ical(data).walk("VEVENT")[0]["DESCRIPTION"]) == "Første\nAnden, med komma"
    assert vobject.readOne(data.decode()).vevent.description.value == "Første\nAnden, med komma"


def test_lines_are_folded_at_75_octets_and_end_as_the_standard_says():
    data = written(entry(title="Ærø " * 60))
    lines = data.split(b"\r\n")
    assert max(map(len, lines)) <= 75
    assert b"\n" not in b"".join(lines)


def test_the_file_says_who_wrote_it_and_what_a_calendar_is_to_do():
    calendar = icalendar.Calendar.from_ical(written(entry(sequence=3), entry(uid="x", cancelled=True, sequence=4)))
    assert (calendar["METHOD"], calendar["VERSION"]) == ("PUBLISH", "2.0")
    assert "Tillid Planner" in calendar["PRODID"]
    kept, cancelled = calendar.walk("VEVENT")
    assert (kept["STATUS"], kept["SEQUENCE"], kept["CLASS"]) == ("CONFIRMED", 3, "PRIVATE")
    assert (cancelled["STATUS"], cancelled["SEQUENCE"], cancelled["TRANSP"]) == ("CANCELLED", 4, "TRANSPARENT")
    assert kept.decoded("DTSTAMP") == kept.decoded("LAST-MODIFIED") == NOW


def test_a_whole_day_is_free_and_a_time_is_taken():
    whole, timed = icalendar.Calendar.from_ical(written(entry(), entry(uid="x", at=time(9)))).walk("VEVENT")
    assert (whole["TRANSP"], timed["TRANSP"]) == ("TRANSPARENT", "OPAQUE")


def alarms(data, reader="icalendar"):
    """Action, text and trigger of each reminder."""
    if reader == "icalendar":
        found = icalendar.Calendar.from_ical(data).walk("VALARM")
        return [(str(a["ACTION"]), str(a["DESCRIPTION"]), a.decoded("TRIGGER")) for a in found]
    if reader == "vobject":
        events = vobject.readOne(data.decode()).contents["vevent"]
        found = [a for e in events for a in e.contents.get("valarm", [])]
        return [(a.action.value, a.description.value, a.trigger.value) for a in found]
    found = [a for e in ics.Calendar(data.decode()).events for a in e.alarms]
    return [(a.action, a.display_text, a.trigger) for a in found]


@pytest.mark.parametrize("reader", ["icalendar", "vobject", "ics"])
def test_a_reminder_comes_half_an_hour_before_and_for_a_whole_day_at_eight_on_the_day(reader):
    timed = written(entry(at=time(9), reminder="Opfølgning"))
    assert alarms(timed, reader) == [("DISPLAY", "Opfølgning", timedelta(minutes=-30))]
    assert alarms(written(entry(reminder="Samtale")), reader) == [("DISPLAY", "Samtale", timedelta(hours=8))]


def test_nobody_is_reminded_of_what_is_cancelled_or_asks_for_none():
    assert alarms(written(entry(reminder="Opfølgning", cancelled=True), entry(uid="x"))) == []
