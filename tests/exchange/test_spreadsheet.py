"""The spreadsheet that leaves, read back by another library: numbers are numbers, dates are dates, text is text."""

import io
import tempfile
import zipfile
from datetime import date, time, timedelta

import pytest
from python_calamine import load_workbook

from tillid_planner.content import words
from tillid_planner.domain.week import DayOff, Week
from tillid_planner.exchange.spreadsheet import plan_workbook
from tillid_planner.exchange.week_plan import Meeting, PlannedDay, PlannedRow, PlannedTask, WeekPlan
from tillid_planner.services.export import sheet_words

WEEK = Week.of(date(2026, 11, 23))
FORMULAS = (
    "=1+1",
    "+1+1",
    "-1+1",
    "@SUM(A1)",
    "\t=1+1",
    "\r=1+1",
    "=cmd|' /C calc'!A0",
    '=HYPERLINK("http://x","y")',
    "{=1+1}",
    "http://example.org",
    "mailto:a@b.dk",
    "0012",
    "1,5",
    "1e5",
    "TRUE",
    "#N/A",
    "'=1",
    "=\u202e1",
    "＝1+1",
    "Ærlig & <b>fed</b>",
    "_x000D_",
    "file:///etc/passwd",
)


def row(name="Amina Holm", *days, role="SOSU-assistent", key=1, week=WEEK):
    given = {day.day: day for day in days}
    return PlannedRow(key, name, role, tuple(given.get(d, PlannedDay(d)) for d in week.days))


def monday(*tasks, week=WEEK, **more):
    return PlannedDay(week.monday, tasks, **more)


def sheets(*plans, language="da"):
    content = plan_workbook(plans, sheet_words(words(language), [p.week for p in plans]))
    book = load_workbook(io.BytesIO(content))
    return {name: book.get_sheet_by_name(name).to_python() for name in book.sheet_names}


def test_hours_are_numbers_and_days_are_dates():
    day = monday(PlannedTask("Sårpleje", 2.25), meetings=(Meeting("Rute 4", at=time(9)),))
    found = sheets(WeekPlan(WEEK, "Nord", (row("Åse", day),)))
    assert found["Uge 48"][0] == ["Navn", "Stilling", "Dag", "Hvad", "Opgave", "Timer", "Kl."]
    assert found["Uge 48"][1] == ["Åse", "SOSU-assistent", date(2026, 11, 23), "Opgave", "Sårpleje", 2.25, ""]
    assert found["Uge 48"][2][3:] == ["Opfølgning", "Rute 4", "", time(9)]
    assert found["Overblik"][0][1:8] == list(WEEK.days)
    assert found["Overblik"][1] == ["Åse", 2.25, *[""] * 6, 2.25]


def test_sums_are_the_sums():
    rows = tuple(
        row(name, monday(PlannedTask("A", hours), PlannedTask("B", 0.5)), key=key)
        for key, (name, hours) in enumerate((("A", 1.5), ("B", 3.0)))
    )
    found = sheets(WeekPlan(WEEK, "Nord", rows))
    assert found["Overblik"][-1] == ["I alt", 5.5, 0, 0, 0, 0, 0, 0, 5.5]
    assert found["Uge 48"][-1][5] == 5.5


def test_somebody_away_is_away_and_nothing_says_why():
    found = sheets(WeekPlan(WEEK, "Nord", (row("Bo", monday(off=DayOff.AWAY)),)))
    assert found["Uge 48"][1][3:] == ["Fravær", "", "", ""]


def test_two_of_one_name_stay_two_and_one_person_stays_one_over_the_weeks():
    weeks = (WEEK, WEEK.after)
    plans = [
        WeekPlan(w, "Nord", tuple(row("Bo", monday(PlannedTask("A", 1), week=w), key=k, week=w) for k in (1, 2)))
        for w in weeks
    ]
    found = sheets(*plans)
    assert [line[0] for line in found["Overblik"][1:]] == ["Bo", "Bo", "I alt"]
    assert [line[-1] for line in found["Overblik"][1:]] == [2, 2, 4]
    assert list(found) == ["Overblik", "Uge 48", "Uge 49"]


def test_weeks_of_two_years_have_names_of_their_own():
    week = Week.of(date(2026, 12, 28))
    plans = [WeekPlan(w, "Nord", ()) for w in (week, week.after, Week.of(week.monday + timedelta(days=371)))]
    assert list(sheets(*plans))[1:] == ["Uge 53, 2026", "Uge 1, 2027", "Uge 1, 2028"]


@pytest.mark.parametrize("text", FORMULAS)
def test_typed_text_is_never_a_formula_a_link_or_a_number(text):
    plan = WeekPlan(WEEK, "Nord", (row(text, monday(PlannedTask(text, 1)), role=text),))
    content = plan_workbook([plan], sheet_words(words("da"), [WEEK]))
    with zipfile.ZipFile(io.BytesIO(content)) as parts:
        for name in parts.namelist():
            if name.startswith("xl/worksheets"):
                assert b"<f>" not in parts.read(name)
                assert b"<hyperlink" not in parts.read(name)
            assert "externalLink" not in name
    read = load_workbook(io.BytesIO(content)).get_sheet_by_name("Uge 48").to_python()[1]
    assert [read[0], read[1], read[4]] == [text] * 3


def test_rungs_are_there_only_when_asked_for_and_are_words():
    day = monday(PlannedTask("A", 1, rung=3, agreed=4))
    assert "Trin" not in sheets(WeekPlan(WEEK, "Nord", (row("Bo", day),)))["Uge 48"][0]
    asked = sheets(WeekPlan(WEEK, "Nord", (row("Bo", day),), with_rungs=True))["Uge 48"]
    assert asked[0][-2:] == ["Trin", "Aftalt"]
    assert asked[1][-2:] == ["3 Aftalt plan", "4 Handler og orienterer"]


def test_nothing_is_written_to_a_temporary_folder(monkeypatch, tmp_path):
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path / "not there"))
    assert sheets(WeekPlan(WEEK, "Nord", (row("Bo", monday(PlannedTask("A", 1))),)))


def test_the_file_names_nobody_as_its_author():
    content = plan_workbook([WeekPlan(WEEK, "Nord", (row(),))], sheet_words(words("en"), [WEEK]))
    with zipfile.ZipFile(io.BytesIO(content)) as parts:
        assert b"<dc:creator></dc:creator>" in parts.read("docProps/core.xml")
        assert b"Amina" not in parts.read("docProps/core.xml") + parts.read("docProps/app.xml")
