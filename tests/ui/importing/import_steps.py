"""The steps of an import that several tests take: choosing a file, pressing, fetching and reading the preview."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QWidget
from pytestqt.qtbot import QtBot

from tillid_planner.services.import_matching import Same
from tillid_planner.ui.desk import Notice
from tillid_planner.ui.importing.foot import Step
from tillid_planner.ui.importing.page import ImportPage

DATA = Path(__file__).parents[2] / "data"
TODAY = date(2026, 11, 23)
LEFT = Qt.MouseButton.LeftButton


def choose(
    qtbot: QtBot, page: ImportPage, monkeypatch: pytest.MonkeyPatch, file: Path, step: int = Step.REVIEW
) -> None:
    monkeypatch.setattr(QFileDialog, "getOpenFileNames", lambda *_: ([str(file)], ""))
    press(qtbot, page.view.choose.drop.choose)
    qtbot.waitUntil(lambda: page.step == step, timeout=60_000)


def press(qtbot: QtBot, button: QWidget) -> None:
    assert button.isVisible()
    assert button.isEnabled(), button.toolTip()
    # A control that has just come has no size until the layout has settled; nobody can hit it before.
    qtbot.waitUntil(lambda: not button.size().isEmpty(), timeout=60_000)
    qtbot.mouseClick(button, LEFT)


def fetch(qtbot: QtBot, page: ImportPage) -> Notice:
    notices: list[Notice] = []
    page.desk.noticed.connect(notices.append)
    with qtbot.waitSignal(page.desk.page_requested, timeout=60_000):
        press(qtbot, page.view.forward)
    page.desk.noticed.disconnect(notices.append)
    return notices[0]


def statuses(page: ImportPage) -> list[str]:
    model = page.view.review.model
    last = model.columnCount() - 1
    return [model.index(row, last).data() for row in range(model.rowCount())]


def write(tmp_path: Path, text: str, name: str = "liste.csv") -> Path:
    file = tmp_path / name
    file.write_text(text, encoding="utf-8")
    return file


def answer(qtbot: QtBot, page: ImportPage, at: int, way: Same) -> None:
    """Stand on a row of the preview and answer who it is, by keyboard."""
    review = page.view.review
    review.table.setFocus()
    review.table.select_row(at)
    assert review.who_field.isVisible()
    review.who.setFocus()
    offered = [option.same for option in review.who.values()]
    qtbot.keyClick(review.who, Qt.Key.Key_Home)
    for _ in range(offered.index(way)):
        qtbot.keyClick(review.who, Qt.Key.Key_Down)
    review.who.activated.emit(review.who.currentIndex())
