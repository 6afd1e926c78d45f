"""Every page and dialog of the demo, every paper and every file: nowhere a score, an average or a share of somebody."""

import io
import json
import re
import zipfile
from datetime import UTC, datetime, timedelta

import pypdf
import pytest
from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication

from tests.builders import TODAY, a_demo
from tests.no_scores import about_somebody, figures, painted_texts, sorted_by_rating, spoken_texts
from tillid_planner import bootstrap
from tillid_planner.content import words
from tillid_planner.domain.conversation import Side
from tillid_planner.domain.week import Week
from tillid_planner.exchange.calendar import calendar_file
from tillid_planner.exchange.held_list import held_csv, held_text, held_workbook
from tillid_planner.exchange.spreadsheet import plan_workbook
from tillid_planner.gallery import render as gallery
from tillid_planner.languages import CODES
from tillid_planner.services.export import plan_text, sheet_words
from tillid_planner.services.holdings import Chosen, held_words
from tillid_planner.settings import Settings
from tillid_planner.ui.printing.access_paper import access_paper
from tillid_planner.ui.printing.conversation_paper import agenda_paper, conversation_paper
from tillid_planner.ui.printing.paper import document, pdf_bytes
from tillid_planner.ui.printing.week_sheet import WeekSheets, week_pdf
from tillid_planner.ui.theme import set_ratings_hidden

#: A file of somebody else's is shown as it is; the failure is about nobody.
NOT_OURS = {"import-columns", "import-staff", "import-tasks", "import-review", "failure"}
#: The scenes about people: they are walked in English too.
ABOUT_PEOPLE = (
    "today-all",
    "follow-up",
    "trust",
    "suggestion-frame",
    "how",
    "history",
    "people",
    "person",
    "week",
    "week-overloaded",
    "person-page",
    "person-extreme",
    "person-agreements",
    "person-shown",
    "team-page",
    "prepare-agenda",
    "mirror-across",
    "mirror",
    "mirror-passed",
    "mirror-leaps",
    "habits",
    "calibration-answers",
    "breaches",
    "breach-talk",
    "breach-agreement",
    "search",
)


class Walk:
    """The window with the demo, through which one scene after the other is gone."""

    def __init__(self, app, language):
        self.program = bootstrap.Program(app, Settings(language, "light", 1.0), lambda _: None)
        self.stage = gallery.Stage(self.program, TODAY)
        self.stage.window.resize(1366, 768)
        self.stage.window.show()

    def wrong(self, scene, monkeypatch):
        """What a scene says or paints that it should not."""
        dialog = gallery.SCENES[scene](self.stage)
        for _ in range(4):
            QApplication.processEvents()
        found = []
        for shown in filter(None, (self.stage.window, dialog)):
            spoken = set(spoken_texts(shown))
            found += sorted(text for text in spoken if about_somebody(text))
            hours = [text for text in spoken if figures(text) and not about_somebody(text)]
            found += [
                f"painted: {text}"
                for text in painted_texts(shown, monkeypatch)
                if about_somebody(text)
                and not any(text in said for said in hours)
                # The board's last column is the load, also while a card is in the hand.
                and not (scene.startswith("week") and re.fullmatch(r"\d+ %", text))
            ]
            found += sorted_by_rating(shown)
        if dialog is not None:
            dialog.close()
            dialog.deleteLater()
        set_ratings_hidden(False)
        return found

    def end(self):
        # The window first: a field that has the keyboard is stored as it closes.
        self.stage.window.close()
        self.stage.session.close()
        self.stage.window.deleteLater()
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


@pytest.fixture
def walk(themed_app, monkeypatch):
    monkeypatch.setattr(bootstrap, "demo_session", a_demo)
    begun = []

    def begin(language="da"):
        begun.append(Walk(themed_app, language))
        return begun[-1]

    yield begin
    for one in begun:
        one.end()


def test_every_page_is_among_the_scenes():
    from tillid_planner.ui.shell import PAGES

    assert set(ABOUT_PEOPLE) <= set(gallery.SCENES)
    # Each page's key begins at least one scene, so that a new page is walked too.
    without = [key for key in PAGES if not any(scene.startswith(key) or key in scene for scene in gallery.SCENES)]
    assert without == []


def walks():
    """All scenes in turn, some in each window: it keeps every page that was shown, and each is read at each scene."""
    for language in CODES:
        scenes = [scene for scene in (gallery.SCENES if language == "da" else ABOUT_PEOPLE) if scene not in NOT_OURS]
        for at in range(0, len(scenes), 6):
            yield pytest.param(language, scenes[at : at + 6], id=f"{language}-{scenes[at]}")


@pytest.mark.parametrize(("language", "scenes"), list(walks()))
def test_no_page_or_dialog_says_or_paints_a_figure_about_somebody(walk, monkeypatch, language, scenes):
    walked, wrong = walk(language), []
    for scene in scenes:
        wrong += [f"{scene}: {text}" for text in walked.wrong(scene, monkeypatch)]
    assert not wrong, "\n".join(wrong)


@pytest.mark.parametrize(
    ("scene", "name", "instead"),
    [
        ("habits", "tillid_planner.ui.mirror.habits.habit_sentences", lambda *_: ["Snittet er 3,4."]),
        ("person-page", "tillid_planner.ui.person.lines_model.dose_text", lambda *_: "80 %"),
        ("person-agreements", "tillid_planner.ui.person.records.rung_name", lambda *_: "4,5"),
        ("mirror-across", "tillid_planner.ui.mirror.across.rung_name", lambda *_: "3,5 i gennemsnit"),
        ("prepare-agenda", "tillid_planner.ui.person.prepare_agenda.rung_words", lambda *_: "3,5"),
        # Only painted: no label and no model says it.
        ("person-page", "tillid_planner.ui.person.course_plot.knot_words", lambda *_: "3,4 i snit"),
    ],
)
def test_a_score_would_be_found_wherever_it_were(walk, monkeypatch, scene, name, instead):
    monkeypatch.setattr(name, instead)
    assert walk().wrong(scene, monkeypatch)


def test_a_table_that_could_be_sorted_by_rung_would_be_found(walk, monkeypatch):
    walked = walk()
    assert walked.wrong("person-page", monkeypatch) == []
    page = walked.stage.window.shell.page("person")
    page.view.overview.table.setSortingEnabled(True)
    assert sorted_by_rating(walked.stage.window)


@pytest.fixture
def demo(themed_app):
    session = a_demo(TODAY)
    yield session
    session.close()


def tells_a_rung(out: str, said) -> bool:
    names = "|".join(said.text(f"ladders.task.{rung}.name") for rung in range(1, 6))
    return re.search(rf"\b(trin|rung) \d|{names}", out) is not None


@pytest.mark.parametrize("language", CODES)
@pytest.mark.parametrize("rungs", [False, True])
def test_a_week_that_leaves_has_hours_and_no_other_figure(demo, language, rungs):
    said, week = words(language), Week.of(TODAY)
    plan = demo.export.plan(week, language, rungs=rungs)
    text = plan_text(plan, said)
    assert not [line for line in text.splitlines() if about_somebody(line)]
    pdf = pypdf.PdfReader(io.BytesIO(week_pdf(WeekSheets([plan], said, TODAY))))
    printed = "\n".join(page.extract_text() for page in pdf.pages)
    assert "%" not in printed
    book = plan_workbook([plan], sheet_words(said, [week]))
    assert "%" not in str(book_texts(book))
    for out in (text, printed, str(book_texts(book))):
        assert tells_a_rung(out, said) == rungs


def book_texts(content):
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        shared = [archive.read(name).decode() for name in archive.namelist() if name.endswith("sharedStrings.xml")]
    return [text for part in shared for text in re.findall(r"<t[^>]*>([^<]*)</t>", part)]


@pytest.mark.parametrize("language", CODES)
@pytest.mark.parametrize("rungs", [False, True])
def test_agreements_that_leave_carry_whole_rungs_by_name_and_only_when_asked(demo, language, rungs):
    grid, said = demo.matrix.grid(), held_words(words(language))
    lines = demo.matrix.holdings.lines(Chosen(grid.assignees, grid.tasks), rungs=rungs)
    for out in (held_csv(lines, said, rungs=rungs).decode("utf-8-sig"), held_text(lines, said, rungs=rungs)):
        assert not [line for line in out.splitlines() if about_somebody(line)]
        assert (words(language).text("ladders.task.4.name") in out) == rungs
    book = book_texts(held_workbook(lines, said, rungs=rungs))
    assert not [text for text in book if about_somebody(text)]
    assert tells_a_rung(str(book), words(language)) == rungs


@pytest.mark.parametrize("language", CODES)
def test_the_calendar_says_neither_rung_nor_figure(demo, language):
    today = TODAY
    entries = demo.appointments.entries(today - timedelta(days=30), today + timedelta(days=60), words(language))
    assert entries
    file = calendar_file(entries, written_at=datetime.now(UTC), language=language).decode()
    told = [line for line in file.splitlines() if line.startswith(("SUMMARY", "DESCRIPTION", "LOCATION"))]
    assert told
    assert not [line for line in told if figures(line)]
    assert not [name for rung in range(6) if (name := words(language).text(f"ladders.task.{rung}.name")) in file]


@pytest.mark.parametrize("language", CODES)
def test_papers_about_somebody_hold_whole_ratings_and_no_sum(demo, language):
    said = words(language)
    for assignee in demo.matrix.grid().assignees[:6]:
        report = demo.access.of(assignee.id, said)
        paper = access_paper(report, said)
        printed = document(paper).toPlainText()
        assert not [line for line in printed.splitlines() if about_somebody(line) and not is_rule(line)]
        kept = json.loads(demo.access.data(assignee.id, said))["records"]
        assert all(isinstance(rating["value"], int) for rating in kept.get("rating", ()))
    pdf = pypdf.PdfReader(io.BytesIO(pdf_bytes(paper)))
    assert not about_somebody(pdf.metadata.title or "")


def is_rule(line: str) -> bool:
    # The question put to the rule holds the week's load as it was, under its own name.
    return line.strip().startswith(("{", "competence")) or "load" in line


@pytest.mark.parametrize("language", CODES)
def test_the_sheets_of_a_conversation_hold_rungs_and_words(demo, language):
    said = words(language)
    person = next(a for a in demo.matrix.grid().assignees if a.name == "Fatima Yilmaz")
    review = demo.person_review.of(person.id)
    tasks = {line.task_id: line.task.name for line in review.lines[:3]}
    demo.conversations.begin(person.id, list(tasks))
    number = demo.conversations.under_way(person.id).id
    for side in Side:
        for task in tasks:
            demo.conversations.write(number, task, side, rung=3, reason="Fordi.")
        demo.conversations.close_half(number, side)
    for paper in (
        conversation_paper(person.name, tasks, said),
        agenda_paper(person.name, demo.conversations.read(number, Side.LEADER), tasks, said),
    ):
        assert not [line for line in document(paper).toPlainText().splitlines() if about_somebody(line)]
