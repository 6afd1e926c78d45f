"""What comes out on paper can be read: headings are headings, each half is one page, records stand apart."""

import io

import pypdf
import pytest

from tests.builders import a_person, a_session, a_task, agreed, rated
from tillid_planner.content import words
from tillid_planner.ui.printing.access_paper import access_paper
from tillid_planner.ui.printing.conversation_paper import conversation_paper
from tillid_planner.ui.printing.paper import Paper, document, pdf_bytes


def sizes(reader):
    """The height in points of each piece of text of a PDF."""
    found = {}

    def note(text, cm, tm, font, size):
        if text.strip():
            found[text.strip()] = size * abs(tm[3]) * abs(cm[3])

    for page in reader.pages:
        page.extract_text(visitor_text=note)
    return found


def read(paper):
    return pypdf.PdfReader(io.BytesIO(pdf_bytes(paper)))


def size_of(paper, wanted):
    found = sizes(read(paper))
    return next(size for text, size in found.items() if wanted in text)


def test_headings_are_larger_than_what_stands_under_them(themed_app):
    paper = Paper("x")
    for level, text in ((1, "Øverst"), (2, "Midt"), (3, "Nederst")):
        paper.heading(text, level)
        paper.say("brødtekst")
    heights = [size_of(paper, text) for text in ("Øverst", "Midt", "Nederst", "brødtekst")]
    assert heights == sorted(heights, reverse=True)
    assert 8 <= heights[-1] <= 11
    assert heights[0] >= 16


@pytest.mark.parametrize("tasks", [1, 3, 4])
def test_each_half_of_the_sheet_is_one_page_with_its_name_and_the_tasks(themed_app, tasks):
    named = {number: f"Opgave nummer {number}" for number in range(tasks)}
    pages = [
        " ".join(page.extract_text().split())
        for page in read(conversation_paper("Fatima Yilmaz", named, words("da"))).pages
    ]
    assert len(pages) == 2
    assert "Til lederen" in pages[0]
    assert "Til Fatima Yilmaz" in pages[1]
    for page in pages:
        assert all(task in page for task in named.values())
        assert "3 Aftalt plan: Vi aftaler plan, grænser og tjekpunkter" in page


@pytest.mark.parametrize("language", ["da", "en"])
def test_the_report_says_everything_in_words(themed_app, language):
    unit = a_session()
    said = words(language)
    person, task = a_person(unit, weekly_hours=32.5), a_task(unit, legal_ceiling=3)
    rated(unit, task, person, 3, 4, 4)
    agreed(unit, task, person, 2)
    printed = document(access_paper(unit.access.of(person, said), said)).toPlainText()
    unit.close()
    # No word of the machinery behind it.
    for word in ("True", "False", "age_days", "legal_ceiling", "follow_ups_needed", "{", "rung: 2; carries"):
        assert word not in printed
    hours, asked = {
        "da": ("Timer om ugen: 32,5", "kompetence 3; intention 4; ressourcer 4; konsekvens 1 af 3"),
        "en": ("Hours a week: 32.5", "competence 3; intention 4; resources 4; "),
    }[language]
    assert hours in printed
    assert asked in printed
    assert said.text("ladders.task.3.name") in printed
    day = {"da": "23. november 2026", "en": "23 November 2026"}[language]
    assert f"Sårpleje, {day} " in printed
    assert said.text("access.made", day=day) in printed
