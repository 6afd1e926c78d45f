"""Every way a file leaves makes one that the user alone may read."""

from __future__ import annotations

import os
import re
import stat
import sys
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QWidget

import tillid_planner
from tests.builders import a_person, a_session, a_task
from tillid_planner.content import words
from tillid_planner.domain.week import Week
from tillid_planner.exchange.target import save
from tillid_planner.services import session as sessions
from tillid_planner.services.sheets import Sheet
from tillid_planner.storage import keys
from tillid_planner.ui.printing import breach_sheet, paper, recovery_sheet, week_sheet

SOURCE = Path(tillid_planner.__file__).parent


@pytest.fixture(autouse=True)
def open_umask():
    before = os.umask(0o000)
    yield
    os.umask(before)


def week_sheets():
    session = a_session()
    a_person(session, "Amina Holm")
    a_task(session, "Sårpleje")
    plan = session.export.plan(Week.of(session.today()), "da")
    return week_sheet.WeekSheets([plan], words("da"), session.today(), False)


PRINTED = {
    "paper": lambda parent: paper.print_paper(paper.Paper("Amina", ["<p>x</p>"]), parent),
    "week": lambda parent: week_sheet.print_weeks(week_sheets(), parent),
    "recovery key": lambda parent: recovery_sheet.print_sheet(
        recovery_sheet.RecoverySheet("Nord", ("AAAA",) * 8, date(2026, 11, 23)), parent
    ),
    "breach": lambda parent: breach_sheet.print_sheet(Sheet("Sag", "", ()), parent),
}


def backup(target, monkeypatch, tmp_path):
    monkeypatch.setattr(keys, "ARGON2", {"memory_kib": 64, "iterations": 1, "lanes": 1})
    session, _ = sessions.create(tmp_path / "Nord.tillid", "Nord", "fire små ord her")
    session.backup(target)
    session.close()


def mode(path):
    return stat.S_IMODE(path.stat().st_mode)


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such modes")
@pytest.mark.parametrize("before", [False, True], ids=["a new file", "over an old one"])
@pytest.mark.parametrize("what", PRINTED)
def test_what_is_printed_to_a_file(themed_app, qtbot, monkeypatch, tmp_path, what, before):
    target = tmp_path / "udskrift.pdf"
    if before:
        target.write_bytes(b"gammel")

    def print_to_file(dialog):
        dialog.printer().setOutputFormat(QPrinter.OutputFormat.PdfFormat)
        dialog.printer().setOutputFileName(str(target))
        return QPrintDialog.DialogCode.Accepted

    monkeypatch.setattr(QPrintDialog, "exec", print_to_file)
    parent = QWidget()
    qtbot.addWidget(parent)
    assert PRINTED[what](parent)
    assert target.read_bytes().startswith(b"%PDF")
    assert mode(target) == 0o600


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such modes")
def test_what_is_saved(tmp_path, monkeypatch):
    target = tmp_path / "liste.csv"
    target.write_bytes(b"gammel")
    save(target, b"ny")
    backup(tmp_path / "kopi.tillidbackup", monkeypatch, tmp_path)
    assert mode(target) == mode(tmp_path / "kopi.tillidbackup") == 0o600


def test_there_is_no_other_way_out():
    """Whatever writes or prints a file goes through the one place for it."""
    printers, writers = set(), set()
    for path in SOURCE.rglob("*.py"):
        text, name = path.read_text("utf-8"), path.relative_to(SOURCE).as_posix()
        if re.search(r"\bQPrinter\(|\bQPrintDialog\(", text):
            printers.add(name)
        if re.search(r"\.write_(bytes|text)\(|\.open\(\"[wax]|\bopen\([^)]*\"[wax]b?\"|QSaveFile", text):
            writers.add(name)
    assert printers == {"ui/printing/printer.py"}
    # The program's own settings, and the workspace's own files and backups.
    assert {name for name in writers if not name.startswith("storage/")} <= {"settings.py"}
