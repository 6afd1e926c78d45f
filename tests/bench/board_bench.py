"""The week's board: 200 people x 5 days with 800 cards (issue 3, Speed); ``python -m tests.bench.board_bench``.

First paint: from the board as read to the page painted, in a window of 1366 x 768. A drag step: the pointer comes
over another cell, all rungs and loads are reckoned as they would be, and the board is painted. Recalculation: every
rung of the week anew, and only what a moved card touches.
"""

from __future__ import annotations

import os
import random
import statistics
from collections.abc import Callable
from time import perf_counter

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QApplication, QMainWindow

from tests.builders import TODAY, a_person, a_session, a_task, agreed, rated
from tillid_planner import bootstrap
from tillid_planner.content import words
from tillid_planner.domain.week import Placement, Week
from tillid_planner.services.board import lay_out
from tillid_planner.services.session import Session
from tillid_planner.storage.planning_records import Placements
from tillid_planner.ui.desk import Desk
from tillid_planner.ui.texts import install_language
from tillid_planner.ui.theme import apply_theme
from tillid_planner.ui.week.page import WeekPage

PEOPLE, TASKS, CARDS = 200, 40, 800
PAINT_MS, STEP_MS, RECKON_MS = 50, 16, 16
_NAMES = ("Pårørendesamtaler", "Medicin, rute", "Sårpleje", "Modtagelse, sygehus", "Oplæring af elever", "Rehab-mål")


def a_full_week(people: int = PEOPLE, cards: int = CARDS, seed: int = 3) -> Session:
    """Return a unit with so many people and cards in the week of ``TODAY``; half of the pairs hold an agreement."""
    rng = random.Random(seed)
    session = a_session()
    tasks = [
        a_task(session, f"{rng.choice(_NAMES)} {n}", hours_per_week=float(rng.randint(2, 60))) for n in range(TASKS)
    ]
    ids = [
        a_person(session, f"{_letters(n)} Medarbejder", role="SOSU-assistent", weekly_hours=float(rng.randint(10, 37)))
        for n in range(people)
    ]
    week, placed = Week.of(TODAY), set()
    while len(placed) < cards:
        key = (rng.choice(tasks), ids[len(placed) % people], rng.choice(week.days[:5]))
        if key in placed:
            continue
        placed.add(key)
        task, person, _ = key
        if rng.random() < 0.5 and session.trust.sheet(task, person).agreement is None:
            values = [rng.randint(2, 5) for _ in range(3)]
            rated(session, task, person, *values)
            agreed(session, task, person, min(values))
    # Past the service, which looks at the whole week for each card.
    database = session._workspace.database
    with database.act("place"):
        for task, person, day in sorted(placed):
            Placements(database).put(
                Placement(task_id=task, assignee_id=person, day=day, hours=rng.choice([1.5, 2.0, 3.0, 5.0]))
            )
    return session


def _letters(number: int) -> str:
    return "".join(chr(ord("A") + number // 26**place % 26) for place in (2, 1, 0)).capitalize()


def _timed(act: Callable[[], object]) -> float:
    begin = perf_counter()
    act()
    return (perf_counter() - begin) * 1000


def _p95(times: list[float]) -> float:
    return sorted(times)[int(len(times) * 0.95)]


def _reckoning(session: Session) -> None:
    board = session.planning.board(Week.of(TODAY))
    cards = [card.placement for row in board.rows for card in row.all_cards]
    rng = random.Random(4)
    whole, touched = [], []
    for _ in range(60):
        card, row, day = rng.choice(cards), rng.choice(board.rows), rng.choice(board.week.days[:5])
        board.facts.pair((card.task_id, row.id))
        facts = board.facts.moved(card, row.id, day)
        whole.append(_timed(lambda facts=facts: lay_out(facts)))
        touched.append(_timed(lambda card=card, row=row, day=day: board.moved(card, row.id, day)))
    print(
        f"week recalculation: {len(cards)} cards, all rungs {statistics.median(whole):.1f} ms (p95 {_p95(whole):.1f}),"
        f" what a move touches {statistics.median(touched):.1f} ms (p95 {_p95(touched):.1f}) (target {RECKON_MS})"
    )


def _first_paint(app: QApplication, session: Session) -> WeekPage:
    reading = [_timed(lambda: session.planning.board(Week.of(TODAY))) for _ in range(5)]
    times = []
    page = None
    for _ in range(7):
        window = QMainWindow()
        page = WeekPage(Desk(session, words("da")))
        window.setCentralWidget(page)
        window.resize(1366, 768)
        board = session.planning.board(Week.of(TODAY))
        read = session.planning.board
        session.planning.board = lambda *_, board=board: board  # type: ignore[method-assign]

        def show(window: QMainWindow = window) -> None:
            window.show()
            app.processEvents()

        times.append(_timed(show))
        session.planning.board = read  # type: ignore[method-assign]
        _KEPT.append(window)
    assert page is not None
    print(
        f"week first paint: {statistics.median(times):.0f} ms after the data is read, first of all {times[0]:.0f} ms"
        f" (target {PAINT_MS}); reading {statistics.median(reading):.0f} ms"
    )
    return page


_KEPT: list[QMainWindow] = []


def _drag(app: QApplication, page: WeekPage) -> None:
    table, carrying = page.table, page.board_input.drag
    table.go_to(0, 0, 0)
    row = next(r for r in range(page.model.rowCount()) if page.model.items(r, 0))
    table.go_to(row, 0, 0)
    item = table.item()
    assert item is not None
    assert item.card is not None
    card = item.card.placement
    lift = _timed(lambda: carrying.lift_card(card, by_mouse=True))
    rng = random.Random(5)
    times = []
    viewport = table.viewport()
    for _ in range(300):
        point = QPoint(rng.randrange(viewport.width() - 200), rng.randrange(viewport.height()))

        def step(point: QPoint = point) -> None:
            carrying.move_to(viewport.mapToGlobal(point))
            app.processEvents()

        times.append(_timed(step))
    carrying.cancel()
    print(
        f"week drag step: median {statistics.median(times):.1f} ms, p95 {_p95(times):.1f} ms (target {STEP_MS});"
        f" lifting the card {lift:.0f} ms"
    )


def main() -> None:
    """Print the figures."""
    app = bootstrap.application([])
    install_language(app, "da")
    apply_theme(app, "light")
    session = a_full_week()
    _reckoning(session)
    _drag(app, _first_paint(app, session))
    session.close()


if __name__ == "__main__":
    main()
