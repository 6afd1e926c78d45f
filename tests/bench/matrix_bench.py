"""The matrix: 200 people x 400 tasks with ten years behind them (issue 5); ``python -m tests.bench.matrix_bench``.

Opening: from asking for the page to the page painted, the reading of the store included. A scroll step: the matrix is
moved by a notch of the wheel, down or across, and painted. Repaint: 200 x 12 cells in sight at once, beside the same
table as a QStandardItemModel painted by Qt's own delegate in C++, each the middle of alternating runs.
"""

from __future__ import annotations

import os
import random
import statistics
from collections.abc import Callable
from time import perf_counter, thread_time

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import Qt
from PySide6.QtGui import QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QApplication, QMainWindow, QTableView

from tests.bench.large_unit import build
from tillid_planner import bootstrap
from tillid_planner.content import words
from tillid_planner.services.session import Session
from tillid_planner.ui.desk import Desk
from tillid_planner.ui.texts import install_language
from tillid_planner.ui.theme import apply_theme
from tillid_planner.ui.trust.page import TrustPage

OPEN_MS, STEP_MS, RATIO = 500, 16, 1.0
ROWS, COLUMNS = 200, 12
_ROUNDS = 15


def _timed(act: Callable[[], object]) -> float:
    begin = perf_counter()
    act()
    return (perf_counter() - begin) * 1000


def _worked(act: Callable[[], object]) -> float:
    """What this thread works at something: two things are compared by it, however busy the machine is."""
    begin = thread_time()
    act()
    return (thread_time() - begin) * 1000


def _p95(times: list[float]) -> float:
    return sorted(times)[int(len(times) * 0.95)]


def opened(app: QApplication, session: Session) -> tuple[TrustPage, float]:
    """Return the page in a window of 1366 x 768, and what opening it took in milliseconds."""
    window = QMainWindow()
    window.resize(1366, 768)
    made: list[TrustPage] = []

    def show() -> None:
        made.append(TrustPage(Desk(session, words("da"))))
        window.setCentralWidget(made[0])
        window.show()
        app.processEvents()

    taken = _timed(show)
    _KEPT.append(window)
    return made[0], taken


_KEPT: list[QMainWindow] = []


def _opening(app: QApplication, session: Session) -> TrustPage:
    reading = [_timed(session.matrix.grid) for _ in range(3)]
    found = [opened(app, session) for _ in range(5)]
    times = [taken for _, taken in found]
    for window in _KEPT[:-1]:
        window.close()
    print(
        f"matrix, 200 x 400 with ten years: opens in {statistics.median(times):.0f} ms, first of all {times[0]:.0f} ms"
        f" (target {OPEN_MS}); of it reading {statistics.median(reading):.0f} ms"
    )
    return found[-1][0]


def scrolling(app: QApplication, page: TrustPage, steps: int = 300) -> list[float]:
    """Return what each of so many scroll steps took, in milliseconds."""
    down, across = page.table.verticalScrollBar(), page.table.horizontalScrollBar()
    rng, times = random.Random(7), []
    for _ in range(steps):
        bar = rng.choice((down, across))
        by = rng.choice((-3, 1, 3)) * bar.singleStep()
        if not bar.minimum() <= bar.value() + by <= bar.maximum():
            by = -bar.value()

        def step(bar: object = bar, by: int = by) -> None:
            bar.setValue(bar.value() + by)  # type: ignore[attr-defined]
            app.processEvents()

        times.append(_timed(step))
    return times


def repainting(app: QApplication, page: TrustPage) -> tuple[float, float]:
    """Return what painting 200 x 12 cells takes here and in C++, in milliseconds."""
    page.model.choose_tasks({task.id or 0 for task in page.model.grid.tasks[:COLUMNS]})
    page.table.fit()
    table = page.table
    table.setParent(None)
    table.resize(192 + COLUMNS * 80 + 20, 56 + ROWS * 40 + 20)
    table.show()
    plain = _plain(table.horizontalHeader().defaultSectionSize())
    plain.resize(table.size())
    plain.show()
    app.processEvents()
    assert table.rowAt(ROWS * 40 - 20) == plain.rowAt(ROWS * 40 - 20) == ROWS - 1
    ours, theirs = [], []
    for _ in range(_ROUNDS):
        ours.append(_worked(table.viewport().repaint))
        theirs.append(_worked(plain.viewport().repaint))
    plain.close()
    table.close()
    return statistics.median(ours), statistics.median(theirs)


def _plain(width: int) -> QTableView:
    model = QStandardItemModel(ROWS, COLUMNS)
    for row in range(ROWS):
        for column in range(COLUMNS):
            item = QStandardItem(f"{row % 5 + 1}")
            item.setTextAlignment(Qt.AlignmentFlag.AlignCenter)
            model.setItem(row, column, item)
    view = QTableView()
    model.setParent(view)
    view.setModel(model)
    view.verticalHeader().setDefaultSectionSize(40)
    view.horizontalHeader().setDefaultSectionSize(width)
    return view


def main() -> None:
    """Print the figures."""
    app = bootstrap.application([])
    install_language(app, "da")
    apply_theme(app, "light")
    session = build()
    page = _opening(app, session)
    times = scrolling(app, page)
    print(f"matrix scroll step: median {statistics.median(times):.1f} ms, p95 {_p95(times):.1f} ms (target {STEP_MS})")
    ours, theirs = repainting(app, page)
    print(
        f"matrix repaint, {ROWS} x {COLUMNS} cells in sight: {ours:.1f} ms; QStandardItemModel in C++ {theirs:.1f} ms;"
        f" ratio {ours / theirs:.2f} (target {RATIO})"
    )
    session.close()


if __name__ == "__main__":
    main()
