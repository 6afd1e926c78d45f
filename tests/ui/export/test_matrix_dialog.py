"""Agreements taken out of the matrix: what is said first, and that no rung leaves unasked."""

import csv
import io

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication
from python_calamine import load_workbook

from tests.builders import agreed, exports_logged, rated
from tests.ui.trust.unit import choose, make_unit, page_opener
from tillid_planner.services.holdings import HeldWay
from tillid_planner.ui import clipboard
from tillid_planner.ui.export.matrix_dialog import MatrixExportDialog
from tillid_planner.ui.work import is_running

K, M, LEFT = Qt.Key, Qt.KeyboardModifier, Qt.MouseButton.LeftButton


@pytest.fixture
def unit():
    session = make_unit()
    yield session
    session.close()


@pytest.fixture
def open_page(themed_app, qtbot):
    return page_opener(themed_app, qtbot)


def copied():
    return QGuiApplication.clipboard().text()


@pytest.fixture(autouse=True)
def empty_clipboard(themed_app):
    QGuiApplication.clipboard().clear()
    yield
    clipboard.clear_private()


class OpenDialog:
    """The dialog on the page's cells, and where its file goes."""

    def __init__(self, qtbot, page, target=None):
        self.page, self._qtbot = page, qtbot
        several = len(page.table.chosen()) > 1
        chosen = page.acts.chosen() if several else None
        self.dialog = MatrixExportDialog(
            page.desk, page.acts.shown(), page, chosen=chosen, cells=len(page.table.chosen())
        )
        self.offered = ""
        self.dialog.choose = lambda title, offered, kinds: self._choose(offered, target)
        qtbot.addWidget(self.dialog)
        self.dialog.show()

    def _choose(self, offered, target):
        self.offered = offered
        return str(target) if target else ""

    def take(self, way):
        self.dialog.ways.set_value(way)
        self.dialog.ways.chosen.emit(way)
        return self

    def press(self):
        self.dialog.verb_button.click()
        self._qtbot.waitUntil(lambda: not is_running(), timeout=60_000)
        QApplication.processEvents()


def test_the_dialog_says_first_what_leaves_what_stays_and_for_whom(open_page, unit, qtbot):
    it = OpenDialog(qtbot, open_page(unit))
    said = it.dialog.summary.words()
    assert "Med: navne" in said
    assert "Uden: trin, vurderinger" in said
    assert "For: alle, der får filen" in said
    assert not it.dialog.rungs.isChecked()
    it.dialog.rungs.click()
    along, stays = it.dialog.summary.words().split("Uden:")
    assert "aftalte trin" in along
    assert "trin" not in stays
    assert "vurderinger" in stays


@pytest.mark.parametrize("rungs", [False, True])
def test_a_spreadsheet_has_rungs_only_when_they_are_asked_for(open_page, unit, qtbot, tmp_path, rungs):
    target = tmp_path / "a.xlsx"
    it = OpenDialog(qtbot, open_page(unit), target)
    it.dialog.rungs.setChecked(rungs)
    it.press()
    book = load_workbook(target)
    sheets = [book.get_sheet_by_name(name).to_python() for name in book.sheet_names]
    said = [str(value) for sheet in sheets for line in sheet for value in line]
    assert "Amina Holm" in said
    assert any("Aftalt plan" in value for value in said) is rungs
    assert exports_logged(unit) == ["export_agreements_sheet"]
    assert not it.dialog.isVisible()
    assert "Amina" not in it.offered


def test_csv_of_the_chosen_cells_alone(open_page, unit, qtbot, tmp_path):
    rated(unit, unit.names["plan"], unit.names["aase"], 3, 3, 3)
    agreed(unit, unit.names["plan"], unit.names["aase"], 2)
    target = tmp_path / "a.csv"
    page = open_page(unit)
    choose(page, (0, 0), (1, 1))
    it = OpenDialog(qtbot, page, target).take(HeldWay.CSV)
    assert it.dialog.only_chosen.text() == "Kun de 4 valgte felter"
    it.press()
    rows = list(csv.reader(io.StringIO(target.read_bytes().decode("utf-8-sig")), delimiter=";"))
    assert [row[0] for row in rows[1:]] == ["Amina Holm"]
    again = OpenDialog(qtbot, page, target).take(HeldWay.CSV)
    again.dialog.all_shown.click()
    again.press()
    rows = list(csv.reader(io.StringIO(target.read_bytes().decode("utf-8-sig")), delimiter=";"))
    assert [row[0] for row in rows[1:]] == ["Amina Holm", "Åse Ørsted"]


def test_text_is_copied_and_goes_again(open_page, unit, qtbot):
    it = OpenDialog(qtbot, open_page(unit)).take(HeldWay.TEXT)
    it.dialog.rungs.setChecked(True)
    it.press()
    assert "3 Aftalt plan" in copied()
    clipboard.clear_private()
    assert copied() == ""


def test_what_cannot_be_written_is_told_and_stays_open(open_page, unit, qtbot, tmp_path):
    it = OpenDialog(qtbot, open_page(unit), tmp_path / "nowhere" / "a.xlsx")
    it.press()
    assert "Mappen findes ikke" in it.dialog.trouble.accessibleName()
    assert it.dialog.isVisible()
    assert it.dialog.verb_button.isEnabled()
    assert exports_logged(unit) == []


def test_letting_the_chooser_be_leaves_nothing(open_page, unit, qtbot):
    it = OpenDialog(qtbot, open_page(unit))
    it.press()
    assert it.dialog.isVisible()
    assert exports_logged(unit) == []


def test_without_agreements_nothing_leaves(open_page, unit, qtbot, tmp_path):
    page = open_page(unit)
    choose(page, (1, 1), (2, 2))
    it = OpenDialog(qtbot, page, tmp_path / "a.xlsx")
    it.press()
    assert "ingen aftaler" in it.dialog.trouble.accessibleName()
    assert not (tmp_path / "a.xlsx").exists()


def test_everything_the_filter_shows_leaves_and_no_more(open_page, unit, qtbot, tmp_path):
    rated(unit, unit.names["plan"], unit.names["aase"], 3, 3, 3)
    agreed(unit, unit.names["plan"], unit.names["aase"], 2)
    target = tmp_path / "a.csv"
    page = open_page(unit)
    page.view.search.setText("åse")
    it = OpenDialog(qtbot, page, target).take(HeldWay.CSV)
    it.press()
    text = target.read_bytes().decode("utf-8-sig")
    assert "Åse Ørsted" in text
    assert "Amina" not in text


def test_the_first_arrow_key_counts(open_page, unit, qtbot, tmp_path):
    target = tmp_path / "a.csv"
    it = OpenDialog(qtbot, open_page(unit), target)
    it.dialog.activateWindow()
    qtbot.waitUntil(it.dialog.isActiveWindow, timeout=60_000)
    qtbot.keyClick(it.dialog.focusWidget(), Qt.Key.Key_Right)
    qtbot.keyClick(it.dialog.focusWidget(), Qt.Key.Key_Return)
    qtbot.waitUntil(target.exists, timeout=60_000)
