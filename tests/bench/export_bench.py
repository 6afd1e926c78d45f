"""200 people × 52 weeks to PDF, XLSX and ICS, against the bare libraries with the same cells (reliability B9)."""

from __future__ import annotations

import gc
import io
import os
import random
import shutil
import statistics
import subprocess
import tempfile
import time as clock
from collections.abc import Callable
from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path

from tillid_planner.content import words
from tillid_planner.domain.week import Week
from tillid_planner.exchange.calendar import Entry, calendar_file
from tillid_planner.exchange.spreadsheet import plan_workbook
from tillid_planner.exchange.week_plan import Meeting, PlannedDay, PlannedRow, PlannedTask, WeekPlan
from tillid_planner.services.export import sheet_words

PEOPLE, WEEKS, ROUNDS = 200, 52, 10
FIRST = Week.of(date(2026, 1, 5))
NOW = datetime(2026, 1, 5, 8, tzinfo=UTC)


def main() -> None:
    """Print the medians and their ratios; each pair takes turns."""
    plans = _plans()
    entries = [
        Entry(uid=f"{plan.week.monday}-{row.key}", day=day.day, at=meeting.at, title="Opfølgning")
        for plan in plans
        for row in plan.rows
        for day in row.days
        for meeting in day.meetings
    ]
    said = sheet_words(words("da"), [plan.week for plan in plans])
    cells = sum(len(d.tasks) + len(d.meetings) for p in plans for r in p.rows for d in r.days)
    print(f"B9 {PEOPLE} people × {WEEKS} weeks: {cells} lines, {len(entries)} follow-ups")
    _compare("XLSX", "bare xlsxwriter", lambda: plan_workbook(plans, said), lambda: _bare_workbook(plans))
    _compare("ICS", "bare icalendar", lambda: calendar_file(entries, written_at=NOW), lambda: _bare_calendar(entries))
    _pdf(plans, plan_workbook(plans, said))


def _compare(name: str, other: str, ours: Callable[[], object], bare: Callable[[], object]) -> None:
    times: dict[str, list[float]] = {"ours": [], "bare": []}
    for _ in range(ROUNDS):
        times["bare"].append(_timed(bare))
        times["ours"].append(_timed(ours))
    mine, theirs = (statistics.median(times[key]) for key in ("ours", "bare"))
    ratio = mine / theirs
    print(f"B9 {name}: {other} {theirs * 1000:.0f} ms, ours {mine * 1000:.0f} ms, ratio {ratio:.2f} (target 1.5)")


def _pdf(plans: list[WeekPlan], workbook: bytes) -> None:
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from PySide6.QtGui import QGuiApplication

    from tillid_planner.ui.printing.week_sheet import WeekSheets, week_pdf

    app = QGuiApplication.instance() or QGuiApplication([])
    sheets = WeekSheets(plans, words("da"), date(2026, 1, 5))
    mine = statistics.median(_timed(lambda: week_pdf(sheets)) for _ in range(ROUNDS))
    office = shutil.which("soffice")
    if office is None:
        print(f"B9 PDF: ours {mine * 1000:.0f} ms; LibreOffice is not installed")
    else:
        theirs = statistics.median(_timed(lambda: _office_pdf(office, workbook)) for _ in range(3))
        print(
            f"B9 PDF: LibreOffice from our XLSX {theirs * 1000:.0f} ms, ours {mine * 1000:.0f} ms,"
            f" ratio {mine / theirs:.2f} (target 0.5)"
        )
    del app


def _office_pdf(office: str, workbook: bytes) -> None:
    with tempfile.TemporaryDirectory() as place:
        source = Path(place) / "plan.xlsx"
        source.write_bytes(workbook)
        subprocess.run(
            [
                office,
                f"-env:UserInstallation=file://{place}/profile",
                "--headless",
                "--convert-to",
                "pdf",
                "--outdir",
                place,
                str(source),
            ],
            check=True,
            capture_output=True,
        )


def _timed(act: Callable[[], object]) -> float:
    gc.collect()
    start = clock.perf_counter()
    act()
    return clock.perf_counter() - start


def _plans() -> list[WeekPlan]:
    """Return a seeded year: some four tasks a week each, a follow-up every other."""
    chance = random.Random(9)
    tasks = [f"Opgave {n} på rute {n % 7}" for n in range(60)]
    people = [f"Medarbejder Nummer {n}" for n in range(PEOPLE)]
    plans, week = [], FIRST
    for _ in range(WEEKS):
        rows = []
        for key, name in enumerate(people):
            days = [PlannedDay(day, _tasks(chance, tasks) if day.weekday() < 5 else ()) for day in week.days]
            if chance.random() < 0.5:
                number = chance.randrange(5)
                at = time(chance.randrange(8, 16)) if chance.random() < 0.7 else None
                days[number] = PlannedDay(days[number].day, days[number].tasks, (Meeting(chance.choice(tasks), at=at),))
            rows.append(PlannedRow(key, name, "SOSU-assistent", tuple(days)))
        plans.append(WeekPlan(week, "Nord", tuple(rows)))
        week = week.after
    return plans


def _tasks(chance: random.Random, tasks: list[str]) -> tuple[PlannedTask, ...]:
    if chance.random() > 0.8:
        return ()
    return (PlannedTask(chance.choice(tasks), chance.choice((1.5, 2.0, 3.25, 4.0))),)


def _bare_workbook(plans: list[WeekPlan]) -> bytes:
    """Write the same cells with nothing around them."""
    import xlsxwriter

    target = io.BytesIO()
    book = xlsxwriter.Workbook(target, {"in_memory": True})
    day_format, hours_format = book.add_format({"num_format": "dd-mm-yyyy"}), book.add_format({"num_format": "0.00"})
    overview = book.add_worksheet("Overblik")
    for line in range(PEOPLE):
        overview.write_string(line, 0, plans[0].rows[line].name)
        for number, plan in enumerate(plans):
            for day, planned in enumerate(plan.rows[line].days):
                if planned.tasks:
                    overview.write_number(line, number * 7 + day + 1, planned.tasks[0].hours, hours_format)
    for plan in plans:
        sheet = book.add_worksheet(f"Uge {plan.week.number}")
        line = 0
        for row in plan.rows:
            for planned in row.days:
                for task in planned.tasks:
                    sheet.write_string(line, 0, row.name)
                    sheet.write_string(line, 1, row.role)
                    sheet.write_datetime(line, 2, planned.day, day_format)
                    sheet.write_string(line, 3, "Opgave")
                    sheet.write_string(line, 4, task.name)
                    sheet.write_number(line, 5, task.hours, hours_format)
                    line += 1
                for meeting in planned.meetings:
                    sheet.write_string(line, 0, row.name)
                    sheet.write_string(line, 1, row.role)
                    sheet.write_datetime(line, 2, planned.day, day_format)
                    sheet.write_string(line, 3, "Opfølgning")
                    sheet.write_string(line, 4, meeting.task)
                    if meeting.at is not None:
                        sheet.write_datetime(line, 6, meeting.at, hours_format)
                    line += 1
    book.close()
    return target.getvalue()


def _bare_calendar(entries: list[Entry]) -> bytes:
    """Write the same properties with nothing around them."""
    from zoneinfo import ZoneInfo

    from icalendar import Calendar, Event

    zone = ZoneInfo("Europe/Copenhagen")
    calendar = Calendar()
    calendar.add("prodid", "bare")
    calendar.add("version", "2.0")
    for entry in entries:
        event = Event()
        event.add("uid", entry.uid)
        event.add("dtstamp", NOW)
        event.add("last-modified", NOW)
        event.add("sequence", 0)
        event.add("summary", entry.title)
        if entry.at is None:
            event.add("dtstart", entry.day)
            event.add("dtend", entry.day + timedelta(days=1))
        else:
            start = datetime.combine(entry.day, entry.at, zone)
            event.add("dtstart", start)
            event.add("dtend", start + timedelta(minutes=30))
        event.add("status", "CONFIRMED")
        event.add("transp", "OPAQUE")
        event.add("class", "PRIVATE")
        calendar.add_component(event)
    return bytes(calendar.to_ical())


if __name__ == "__main__":
    main()
