"""An open breach is seen wherever the pair is, on the screen alone: it leaves with nothing."""

import io
import zipfile
from datetime import UTC, datetime, timedelta

import pypdf
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from tests.builders import TODAY, a_person, a_session, a_task, agreed, rated
from tests.services.breach_builders import closed, noted, settled, talked
from tillid_planner.commands.register import listed
from tillid_planner.content import words
from tillid_planner.domain.breach import Track
from tillid_planner.domain.case import Cause
from tillid_planner.domain.week import Week
from tillid_planner.exchange.calendar import calendar_file
from tillid_planner.exchange.spreadsheet import plan_workbook
from tillid_planner.services.export import plan_text, sheet_words
from tillid_planner.ui.desk import Desk, Target
from tillid_planner.ui.printing.week_sheet import WeekSheets, week_pdf
from tillid_planner.ui.theme import set_ratings_hidden
from tillid_planner.ui.trust.page import TrustPage
from tillid_planner.ui.week.page import WeekPage

WEEK = Week.of(TODAY)


@pytest.fixture
def unit():
    made = a_session()
    yield made
    made.close()


@pytest.fixture
def pair(unit):
    task, person = a_task(unit), a_person(unit, weekly_hours=37.0)
    rated(unit, task, person, 4, 4, 4)
    agreed(unit, task, person, 3, watcher="Lederen")
    unit.planning.place(task, person, TODAY, 4)
    return task, person


@pytest.fixture(params=["open", "repairing"])
def case(request, unit, pair):
    made = noted(unit, pair, "Skabet stod åbent.")
    if request.param == "repairing":
        talked(unit, made, Cause.RESOURCES)
    return made


@pytest.fixture
def desk(unit, themed_app):
    made = Desk(unit, words("da"))
    made.went = []
    made.page_requested.connect(lambda key, target: made.went.append((key, target)))
    return made


def shown(qtbot, page):
    qtbot.addWidget(page)
    page.resize(1366, 768)
    page.show()
    page.activateWindow()
    QApplication.processEvents()
    return page


def test_the_week_says_it_on_the_card_and_beside_it(qtbot, desk, pair, case):
    page = shown(qtbot, WeekPage(desk))
    cell = page.model.row_of(pair[1]), page.model.column_of(TODAY)
    assert "et brud er ikke lukket" in page.model.sentence(*cell)
    card = page.board.card(*pair, TODAY)
    page.table.setFocus()
    page.table.go_to_card(card.placement)
    panel = page.inspector.card
    page.inspector.show_card(page.board, card)
    assert panel.breach.isVisibleTo(page.inspector)
    assert "Et brud på opgaven er ikke lukket." in panel.breach.note.label.text()
    QTest.mouseClick(panel.breach.open_button, Qt.MouseButton.LeftButton)
    assert desk.went == [("breaches", Target(*pair))]
    set_ratings_hidden(True)
    assert "brud" not in page.model.sentence(*cell)
    assert not panel.breach.isVisibleTo(page.inspector)
    set_ratings_hidden(False)


def test_the_pair_s_own_inspector_says_it(qtbot, desk, pair, case):
    page = shown(qtbot, TrustPage(desk))
    page.open_target(Target(*pair))
    line = page.inspector.breach
    assert line.isVisibleTo(page)
    set_ratings_hidden(True)
    assert not line.isVisibleTo(page)
    set_ratings_hidden(False)
    assert line.isVisibleTo(page)


def test_nothing_is_said_once_it_is_closed(qtbot, desk, unit, pair):
    case = noted(unit, pair)
    talked(unit, case, Cause.RESOURCES)
    settled(unit, case)
    closed(unit, case)
    page = shown(qtbot, WeekPage(desk))
    card = page.board.card(*pair, TODAY)
    page.inspector.show_card(page.board, card)
    assert not card.breach
    assert not page.inspector.card.breach.isVisibleTo(page.inspector)


def leaves(unit):
    """Everything of the week that leaves, as text."""
    said = words("da")
    plan = unit.export.plan(WEEK, "da", rungs=True)
    with zipfile.ZipFile(io.BytesIO(plan_workbook([plan], sheet_words(said, [WEEK])))) as archive:
        book = [archive.read(name) for name in sorted(archive.namelist()) if "core.xml" not in name]
    pdf = pypdf.PdfReader(io.BytesIO(week_pdf(WeekSheets([plan], said, TODAY))))
    return {
        "text": plan_text(plan, said),
        "workbook": book,
        "pdf": [page.extract_text() for page in pdf.pages],
        "list": listed(unit, "staff") + listed(unit, "tasks"),
    }


def test_nothing_of_it_leaves_with_the_week(unit, pair, themed_app):
    before = leaves(unit)
    case = noted(unit, pair, "Skabet stod åbent.")
    assert leaves(unit) == before
    talked(unit, case, Cause.RESOURCES)
    assert leaves(unit) == before
    entries = unit.appointments.entries(TODAY, TODAY + timedelta(days=60), words("da"))
    file = calendar_file(entries, written_at=datetime.now(UTC), language="da").decode()
    assert entries
    assert "brud" not in file.lower()
    assert "Skabet" not in file


def test_a_stopped_task_leaves_as_a_pause_and_says_no_more(unit, pair, themed_app):
    unit.cases.choose_track(noted(unit, pair, "Skabet stod åbent."), Track.FORMAL, deliberate=True)
    assert "brud" not in str(leaves(unit)).lower()
