"""The dialog for everything that leaves: it says first what leaves, and nothing is half written."""

import errno
import os
import threading
import zipfile
from dataclasses import replace
from datetime import time, timedelta

import icalendar
import pypdf
import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialog

from tests.builders import TODAY, a_person, a_session, a_task, agreed, exports_logged, rated
from tillid_planner.content import words
from tillid_planner.domain.assignee import Team
from tillid_planner.domain.week import Week
from tillid_planner.services.export import Way
from tillid_planner.ui import clipboard
from tillid_planner.ui.desk import Desk
from tillid_planner.ui.export.week_dialog import WeekExportDialog
from tillid_planner.ui.texts import install_language
from tillid_planner.ui.work import is_running

WEEK = Week.of(TODAY)


@pytest.fixture
def unit(themed_app):
    session = a_session()
    task, amina = a_task(session, "Sårpleje"), a_person(session, "Amina Holm", role="SOSU-assistent")
    bo = a_person(session, "Bo Lindskov")
    session.register.add_team(Team(name="Aften", member_ids=(bo,)))
    rated(session, task, amina, 4, 4, 4)
    agreed(session, task, amina, 4)
    session.following.move(session.trust.sheet(task, amina).next_follow_up.id, WEEK.days[1], time(9))
    session.planning.place(task, amina, WEEK.monday, 3)
    session.planning.place(task, bo, WEEK.monday, 2)
    return session


class Opened:
    """The dialog, what it said, and where its file goes."""

    def __init__(self, qtbot, session, target=None, **how):
        self.session = session
        self.desk = Desk(session, words("da"))
        self.heard = []
        self.desk.noticed.connect(lambda notice: self.heard.append(notice.text))
        self.dialog = WeekExportDialog(self.desk, WEEK, **how)
        self.offered = ""
        self.dialog.choose = lambda title, offered, kinds: self._choose(offered, target)
        qtbot.addWidget(self.dialog)
        self.dialog.show()
        self._qtbot = qtbot

    def _choose(self, offered, target):
        self.offered = offered
        return str(target) if target else ""

    def press(self):
        self.dialog.verb_button.click()
        self._qtbot.waitUntil(
            lambda: (not self.dialog.isVisible() or not self.dialog.working) and not is_running(), timeout=60_000
        )

    def says(self):
        return self.dialog.summary.words()

    def trouble(self):
        return "" if self.dialog.trouble.isHidden() else self.dialog.trouble.accessibleName()

    def logged(self):
        return exports_logged(self.session)

    def pick_person(self, name):
        box = self.dialog.view.who
        box.setCurrentIndex(box.findText(name))
        box.activated.emit(box.currentIndex())


@pytest.fixture
def opened(qtbot, unit):
    return lambda target=None, **how: Opened(qtbot, unit, target, **how)


def test_it_says_first_what_leaves_what_stays_and_who_sees_it(opened):
    said = opened().says()
    for expected in ("Med: navne", "opgaver", "timer", "opfølgninger", "Uden: vurderinger, trin, brud", "For: alle"):
        assert expected in said


def test_asking_for_rungs_changes_what_is_said(opened):
    it = opened()
    assert not it.dialog.view.rungs.isChecked()
    it.dialog.view.rungs.click()
    along, stays = it.says().split("Uden:")
    assert "trin" in along
    assert "trin" not in stays


def test_a_calendars_titles_hold_no_names_unless_chosen(opened, tmp_path):
    target = tmp_path / "a.ics"
    it = opened(target, way=Way.CALENDAR)
    assert "Uden: navne, opgaver" in it.says()
    it.press()
    assert "Amina" not in target.read_text("utf-8")
    again = opened(target, way=Way.CALENDAR)
    again.dialog.view.names.click()
    assert "hvem de er med" in again.says()
    again.press()
    [event] = icalendar.Calendar.from_ical(target.read_bytes()).walk("VEVENT")
    assert (event["SUMMARY"], event["SEQUENCE"]) == ("Opfølgning: Amina Holm", 1)
    assert again.logged() == ["export_calendar"] * 2


def test_a_pdf_is_saved_told_and_logged(opened, tmp_path):
    target = tmp_path / "uge.pdf"
    it = opened(target)
    it.press()
    assert "Bo Lindskov" in " ".join(pypdf.PdfReader(target).pages[0].extract_text().split())
    assert it.heard == ["PDF'en er gemt."]
    assert it.dialog.result() == QDialog.DialogCode.Accepted
    assert it.logged() == ["export_pdf"]
    assert [path.name for path in tmp_path.iterdir()] == ["uge.pdf"]


def test_the_name_offered_names_nobody(opened, tmp_path):
    for way, name in (
        (Way.PDF, "ugeplan-2026-uge-48.pdf"),
        (Way.SHEET, "ugeplan-2026-uge-48.xlsx"),
        (Way.CALENDAR, "opfoelgninger-2026-uge-48.ics"),
    ):
        it = opened(way=way)
        it.pick_person("Amina Holm")
        it.press()
        assert os.path.basename(it.offered) == name  # noqa: PTH119
        assert it.dialog.isVisible()
        assert it.logged() == []


def test_one_persons_sheet_is_of_that_person_alone(opened, tmp_path):
    target = tmp_path / "uge.pdf"
    it = opened(target)
    it.pick_person("Amina Holm")
    it.press()
    [page] = pypdf.PdfReader(target).pages
    assert "Amina" in page.extract_text()
    assert "Lindskov" not in page.extract_text()


def test_a_spreadsheet_of_several_weeks_has_a_sheet_for_each(opened, tmp_path):
    target = tmp_path / "uge"
    it = opened(target, way=Way.SHEET)
    it.dialog.view.period.set_value(4)
    it.press()
    with zipfile.ZipFile(tmp_path / "uge.xlsx") as parts:
        assert [n for n in parts.namelist() if n.startswith("xl/worksheets/sheet")][-1].endswith("sheet5.xml")
    assert it.heard == ["Regnearket er gemt."]


def test_no_follow_ups_means_no_file_and_a_word(opened, tmp_path):
    target = tmp_path / "a.ics"
    it = opened(target, way=Way.CALENDAR)
    it.pick_person("Bo Lindskov")
    it.press()
    assert not target.exists()
    assert it.offered == ""
    assert "ingen opfølgninger" in it.trouble()
    assert it.logged() == []


@pytest.mark.parametrize(("number", "word"), [(errno.ENOSPC, "plads på disken"), (errno.EROFS, "skrivebeskyttet")])
@pytest.mark.parametrize("way", [Way.PDF, Way.SHEET, Way.CALENDAR])
def test_what_cannot_be_written_is_told_and_nothing_is_half_written(opened, tmp_path, monkeypatch, way, number, word):
    def refuse(descriptor):
        raise OSError(number, "refused")

    suffix = {Way.PDF: "pdf", Way.SHEET: "xlsx", Way.CALENDAR: "ics"}[way]
    target = tmp_path / f"uge.{suffix}"
    target.write_text("før")
    monkeypatch.setattr(os, "fsync", refuse)
    it = opened(target, way=way)
    it.press()
    assert word in it.trouble()
    assert it.dialog.isVisible()
    assert it.dialog.verb_button.isEnabled()
    assert [(p.name, p.read_text()) for p in tmp_path.iterdir()] == [(target.name, "før")]
    assert it.heard == []


def test_a_folder_that_is_gone_is_told(opened, tmp_path):
    it = opened(tmp_path / "væk" / "uge.pdf")
    it.press()
    assert "Mappen findes ikke mere" in it.trouble()


def test_a_name_that_gets_its_ending_here_asks_before_it_writes_over(opened, tmp_path, monkeypatch):
    (tmp_path / "uge.pdf").write_text("før")
    answers = []
    monkeypatch.setattr("tillid_planner.ui.export.dialog.ask", lambda *said: answers.append(said) or len(answers) > 1)
    it = opened(tmp_path / "uge")
    it.press()
    assert (tmp_path / "uge.pdf").read_text() == "før"
    it.press()
    assert (tmp_path / "uge.pdf").read_bytes().startswith(b"%PDF")
    assert len(answers) == 2


def test_closing_while_it_is_written_leaves_no_file(opened, tmp_path, monkeypatch, qtbot):
    entered, go_on = threading.Event(), threading.Event()

    def slow(plans, words, tell):
        entered.set()
        go_on.wait(10)
        tell()
        return b"xlsx"

    monkeypatch.setattr("tillid_planner.exchange.spreadsheet.plan_workbook", slow)
    target = tmp_path / "uge.xlsx"
    it = opened(target, way=Way.SHEET)
    it.dialog.verb_button.click()
    qtbot.waitUntil(entered.is_set, timeout=60_000)
    it.dialog.safe_button.click()
    go_on.set()
    qtbot.waitUntil(lambda: not is_running(), timeout=60_000)
    assert list(tmp_path.iterdir()) == []
    assert it.heard == []
    assert it.logged() == []


def test_text_is_copied_marked_as_secret_and_goes_again(opened):
    it = opened(way=Way.TEXT)
    it.pick_person("Amina Holm")
    it.press()
    board = QGuiApplication.clipboard()
    assert "Sårpleje, 3 t" in board.text()
    assert "Bo" not in board.text()
    assert bytes(board.mimeData().data("x-kde-passwordManagerHint").data()) == b"secret"
    assert it.logged() == ["export_text"]
    clipboard._keepers[0]._timer.timeout.emit()
    assert board.text() == ""


def test_what_somebody_else_copied_since_is_left_alone(themed_app):
    board = QGuiApplication.clipboard()
    clipboard.copy_private("Amina Holm")
    board.setText("indkøbsseddel")
    clipboard.clear_private()
    assert board.text() == "indkøbsseddel"
    clipboard.copy_private("Amina Holm")
    assert clipboard._keepers[0]._timer.isActive()
    clipboard.clear_private()
    assert board.text() == ""
    assert not clipboard._keepers[0]._timer.isActive()


def test_the_end_of_the_program_clears_it(themed_app):
    clipboard.copy_private("Amina Holm")
    themed_app.aboutToQuit.emit()
    assert QGuiApplication.clipboard().text() == ""


@pytest.mark.parametrize(
    ("outcome", "closes", "logged"), [(True, True, ["export_print"]), (None, False, []), (False, False, [])]
)
def test_printing(opened, monkeypatch, outcome, closes, logged):
    sent = []
    monkeypatch.setattr(
        "tillid_planner.ui.printing.week_sheet.print_weeks", lambda sheets, parent: sent.append(sheets) or outcome
    )
    it = opened(way=Way.PRINT)
    it.dialog.view.one_each.click()
    it.press()
    assert sent[0].one_each
    assert it.dialog.isVisible() is not closes
    assert it.logged() == logged
    assert bool(it.trouble()) is (outcome is False)


def test_it_can_be_done_with_the_keyboard_alone(opened, tmp_path, qtbot):
    target = tmp_path / "uge.xlsx"
    it = opened(target, way=Way.PDF)
    it.dialog.activateWindow()
    qtbot.waitUntil(it.dialog.isActiveWindow, timeout=60_000)
    qtbot.keyClick(it.dialog.focusWidget(), Qt.Key.Key_Right)
    qtbot.keyClick(it.dialog.focusWidget(), Qt.Key.Key_Right)
    assert it.dialog.way is Way.SHEET
    it.dialog.verb_button.setFocus()
    qtbot.keyClick(it.dialog.verb_button, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: not it.dialog.isVisible(), timeout=60_000)
    assert target.exists()


def test_the_first_arrow_key_counts(opened, tmp_path, qtbot):
    target = tmp_path / "uge.pdf"
    it = opened(target, way=Way.PRINT)
    it.dialog.activateWindow()
    qtbot.waitUntil(it.dialog.isActiveWindow, timeout=60_000)
    qtbot.keyClick(it.dialog.focusWidget(), Qt.Key.Key_Right)
    qtbot.keyClick(it.dialog.focusWidget(), Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: not it.dialog.isVisible(), timeout=60_000)
    assert target.exists()


def test_the_dialog_speaks_english_too(opened, themed_app, qtbot, unit):
    install_language(themed_app, "en")
    dialog = WeekExportDialog(Desk(unit, words("en")), WEEK, way=Way.CALENDAR)
    qtbot.addWidget(dialog)
    assert dialog.verb_button.text() == "Save calendar file"
    assert "Without: names, tasks, ratings, rungs and breaches." in dialog.summary.words()


def test_the_last_week_there_is_ends_the_period(opened, qtbot, unit):
    from tillid_planner.domain.week import LAST_DAY

    dialog = WeekExportDialog(Desk(unit, words("da")), Week.of(LAST_DAY))
    qtbot.addWidget(dialog)
    dialog.view.period.set_value(52)
    assert len(dialog.weeks) == 1


def test_the_weeks_page_leads_to_it_with_its_week_and_team(themed_app, qtbot, unit, monkeypatch):
    from tillid_planner.ui.week.page import WeekPage

    asked = []
    monkeypatch.setattr(
        "tillid_planner.ui.export.week_dialog.export_week", lambda desk, week, page, **how: asked.append((week, how))
    )
    page = WeekPage(Desk(unit, words("da")))
    qtbot.addWidget(page)
    page.resize(1366, 700)
    page.show()
    page.show_week(WEEK.after)
    team = unit.register.teams()[0].id
    page.view.header.filter.set_value(team)
    by_text = {button.text(): button for button, _ in page.view.header.bar._made}
    by_text["Udskriv"].click()
    by_text["Kalender"].click()
    assert asked == [
        (WEEK.after, {"way": Way.PRINT, "only": team}),
        (WEEK.after, {"way": Way.CALENDAR, "only": team}),
    ]


def test_todays_page_leads_to_the_calendar(themed_app, qtbot, unit, monkeypatch):
    from tillid_planner.ui.today.page import TodayPage

    asked = []
    monkeypatch.setattr(
        "tillid_planner.ui.export.week_dialog.export_week", lambda desk, week, page, **how: asked.append((week, how))
    )
    page = TodayPage(Desk(unit, words("da")))
    qtbot.addWidget(page)
    page.show()
    page.view.follow_ups.calendar_button.click()
    assert asked == [(WEEK, {"way": Way.CALENDAR})]


def test_somebody_who_has_left_is_never_turned_into_everybody(unit, qtbot):
    amina = next(p for p in unit.register.people() if p.name == "Amina Holm")
    unit.register.save_person(replace(amina, ended_on=WEEK.monday - timedelta(days=7)))
    dialog = WeekExportDialog(Desk(unit, words("da")), WEEK, only=amina.id)
    qtbot.addWidget(dialog)
    assert dialog.only == amina.id
