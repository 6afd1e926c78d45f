"""The printed week: what stands on it can be searched, nothing is lost, and nothing stands on it that should not."""

import io
from dataclasses import replace
from datetime import date, time

import pypdf
import pytest

from tests.builders import TODAY, a_person, a_session, a_task, agreed, rated
from tillid_planner.content import words
from tillid_planner.domain.assignee import Team
from tillid_planner.domain.week import DayOff, Week
from tillid_planner.exchange.week_plan import Meeting, PlannedDay, PlannedRow, PlannedTask, WeekPlan
from tillid_planner.ui.printing.typesetter import Typesetter
from tillid_planner.ui.printing.week_layout import MARGIN, PAGE_HEIGHT, lay_out
from tillid_planner.ui.printing.week_sheet import WeekSheets, week_pdf
from tillid_planner.ui.theme import apply_theme

WEEK = Week.of(TODAY)
DANISH = words("da")


def row(name="Amina Holm", tasks=(), day=0, key=1, role="SOSU-assistent", week=WEEK, **more):
    days = [PlannedDay(d) for d in week.days]
    days[day] = PlannedDay(week.days[day], tuple(tasks), **more)
    return PlannedRow(key, name, role, tuple(days))


def plan(*rows, week=WEEK, **more):
    return WeekPlan(week, "Hjemmepleje Nord", rows, **more)


def read(*plans, language="da", one_each=False):
    content = week_pdf(WeekSheets(plans, words(language), TODAY, one_each))
    return pypdf.PdfReader(io.BytesIO(content))


def words_of(page):
    return " ".join(page.extract_text().split())


def text_of(reader):
    return " ".join(words_of(page) for page in reader.pages)


def items(*plans, one_each=False):
    pages = list(lay_out(plans, DANISH, Typesetter(), one_each=one_each))
    return pages, ["".join(i.lines) for p in pages for b in p.bands for cell in b.cells for i in cell]


def test_a_talk_stands_on_the_sheet_as_that_and_nothing_more(themed_app):
    day = {"meetings": (Meeting(at=time(9, 15)), Meeting())}
    assert [text for text in items(plan(row(**day)))[1] if text] == ["Samtale kl. 09.15", "Samtale"]
    assert "Samtale kl. 09.15 Samtale" in text_of(read(plan(row(**day))))


def test_what_stands_on_the_sheet_can_be_searched(themed_app):
    task = PlannedTask("Ærøs fløjlsbløde affaldssortering", 2.5)
    found = text_of(read(plan(row("Åse Ørsted-Kjær", [task], meetings=(Meeting("Sårpleje", at=time(9, 15)),)))))
    for expected in (
        "Uge 48 · 23.–29. november 2026",
        "Hjemmepleje Nord",
        "Åse Ørsted-Kjær",
        "fløjlsbløde",
        "affaldssortering (2,5 t)",
        "Opfølgning kl. 09.15:",
        "Sårpleje",
        "Mandag 23.",
        "Side 1 af 1",
        "Lavet 23. november 2026",
    ):
        assert expected in found


def test_the_same_in_english(themed_app):
    found = text_of(read(plan(row("Bo", [PlannedTask("Rota", 2.5)])), language="en"))
    for expected in ("Week 48 · 23–29 November 2026", "Rota (2.5 h)", "Monday 23", "Page 1 of 1"):
        assert expected in found


def test_somebody_away_is_away_and_a_holiday_has_its_name(themed_app):
    christmas = Week.of(date(2026, 12, 24))
    found = text_of(
        read(
            plan(row(day=1, off=DayOff.AWAY, week=christmas), week=christmas, holidays={date(2026, 12, 25): "Juledag"})
        )
    )
    assert "Fravær" in found
    assert "Juledag" in found


def test_there_are_no_rungs_and_no_ratings_unless_rungs_are_asked_for(themed_app):
    unit = a_session()
    task, amina = a_task(unit, "Sårpleje"), a_person(unit)
    rated(unit, task, amina, 4, 4, 4)
    agreed(unit, task, amina, 4)
    unit.planning.place(task, amina, WEEK.monday, 3)
    plain = text_of(read(unit.export.plan(WEEK, "da")))
    asked = text_of(read(unit.export.plan(WEEK, "da", rungs=True)))
    assert "rin" not in plain.replace("Sårpleje", "")
    assert "Handler og orienterer" in asked
    for said in (plain, asked):
        assert not {"vurdering", "Kompetence", "Intention", "Ressourcer"} & set(said.split())


def test_the_document_names_nobody(themed_app):
    reader = read(plan(row("Kanariefugl Gul")), one_each=True)
    assert reader.metadata.title == "Ugeplan, uge 48"
    assert "Kanariefugl" not in str(dict(reader.metadata)) + str(reader.xmp_metadata.rdf_root.toxml())


def test_many_people_go_on_over_the_pages_under_the_same_heads(themed_app):
    people = [row(f"Person Nummer {n}", [PlannedTask(f"Opgave {n}", 1)], day=n % 5, key=n) for n in range(60)]
    reader = read(plan(*people))
    assert len(reader.pages) > 2
    for number, page in enumerate(reader.pages, start=1):
        found = words_of(page)
        assert "Mandag 23." in found
        assert f"Side {number} af {len(reader.pages)}" in found
    everything = text_of(reader)
    assert all(f"Person Nummer {n}" in everything and f"Opgave {n} (1 t)" in everything for n in range(60))


def test_a_day_longer_than_a_page_goes_on_and_loses_nothing(themed_app):
    tasks = [PlannedTask(f"Opgave nummer {n} med et langt navn", 0.25) for n in range(90)]
    pages, found = items(plan(row(tasks=tasks), row("Bo", [PlannedTask("Efter", 1)], key=2)))
    assert len(pages) > 1
    assert len(found) == 91
    assert "Amina Holm (fortsat)" in " ".join(" ".join(b.name) for b in pages[1].bands)
    for page in pages:
        assert max(band.top + band.height for band in page.bands) <= PAGE_HEIGHT - MARGIN


def test_long_names_are_wrapped_and_whole(themed_app):
    name = "Anne-Mette Charlotte Østergaard-Kristoffersen von Bülow til Sønderskovgård " * 2
    pages, _ = items(plan(row(name.strip()[:120])))
    assert "".join("".join(pages[0].bands[0].name).split()) == "".join(name.strip()[:120].split())
    assert len(pages[0].bands[0].name) > 2


def test_a_long_word_makes_the_type_smaller_before_it_is_broken(themed_app):
    [page], _ = items(plan(row(tasks=[PlannedTask("Medicindispensering", 3.5)])))
    assert page.bands[0].cells[0][0].lines[0].startswith("Medicindispensering")
    [broken], found = items(plan(row(tasks=[PlannedTask("M" * 60, 1)])))
    assert "".join(found).startswith("M" * 60)
    assert broken.size.text < page.size.text


@pytest.mark.parametrize(
    "text",
    [
        "<b>fed</b> &amp; <img src='file:///etc/passwd'>",
        "👩‍⚕️ vagt 👍🏽",
        "\u202eomvendt",
        "to\nlinjer\tog\x00nul",
        "ﬁ fi",
    ],
)
def test_odd_text_is_text(themed_app, text):
    pages, _ = items(plan(row(text, [PlannedTask(text, 1)])))
    assert len(pages) == 1
    assert read(plan(row(text, [PlannedTask(text, 1)]))).pages


def test_each_person_has_a_sheet_of_their_own(themed_app):
    reader = read(plan(row("Amina"), row("Bo", [PlannedTask("Sårpleje", 1)], key=2)), one_each=True)
    first, second = map(words_of, reader.pages)
    assert "Amina" in first
    assert "Bo" not in first
    assert "Ingen opgaver i denne uge" in first
    assert "Sårpleje" in second
    assert "Ingen opgaver" not in second


def test_a_team_stands_after_its_members(themed_app):
    unit = a_session()
    bo = a_person(unit, "Bo")
    unit.register.add_team(Team(name="Aften", member_ids=(bo,)))
    found = text_of(read(unit.export.plan(WEEK, "da")))
    assert found.index("Bo") < found.index("Aften")


def test_paper_is_light_also_when_the_screen_is_dark(themed_app):
    sheet = plan(row(tasks=[PlannedTask("Sårpleje", 1, rung=3, agreed=3)]), with_rungs=True)
    made = WeekSheets([sheet], DANISH, TODAY)
    light = week_pdf(made)
    apply_theme(themed_app, "dark", 1.3)
    dark = week_pdf(made)
    contents = [pypdf.PdfReader(io.BytesIO(c)).pages[0].get_contents().get_data() for c in (light, dark)]
    assert contents[0] == contents[1]


def test_an_empty_unit_has_one_page(themed_app):
    assert len(read(plan()).pages) == 1


def test_weeks_follow_each_other(themed_app):
    reader = read(plan(row()), replace(plan(row(week=WEEK.after)), week=WEEK.after))
    assert [words_of(page)[:6] for page in reader.pages] == ["Uge 48", "Uge 49"]
    assert reader.metadata.title == "Ugeplaner, uge 48–49"
