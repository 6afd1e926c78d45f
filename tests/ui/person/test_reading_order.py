"""Tab goes through the pages about people as the eye does: line by line, and comes to everything."""

import itertools

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QApplication, QRadioButton

from tests.builders import TODAY, a_person, a_session, a_task, agreed, rated
from tillid_planner.content import words
from tillid_planner.domain.case import Dimension
from tillid_planner.domain.conversation import Side, StepKind
from tillid_planner.ui.desk import Desk, Target
from tillid_planner.ui.mirror.page import MirrorPage
from tillid_planner.ui.person.page import PersonPage
from tillid_planner.ui.person.prepare import PreparePage


@pytest.fixture
def unit():
    session = a_session()
    yield session
    session.close()


@pytest.fixture
def people(unit):
    """Two people with the same ratings and different rungs on two tasks; the first has wishes, words and a plan."""
    found, tasks = [a_person(unit, n) for n in ("Amina Holm", "Bo Lindskov")], [a_task(unit, n) for n in ("Ab", "Cd")]
    for person, rung in zip(found, (3, 2), strict=True):
        for task in tasks:
            rated(unit, task, person, 3, 3, 3)
            agreed(unit, task, person, rung)
    unit.trust.note_employee(unit.trust.sheet(tasks[0], found[0]).agreement.id, rung=4, view="Jeg kan godt.")
    unit.development.add(tasks[0], found[0], "Svære samtaler", by_on=TODAY)
    unit.trust.rate(tasks[0], found[0], Dimension.COMPETENCE, 3, example="Set.", seen_on=TODAY)
    return found, tasks


def stops(page):
    """Every widget that Tab comes to, in the order in which it does, beginning with the first."""
    page.show()
    page.activateWindow()
    QApplication.processEvents()
    page.setFocus()
    found = []
    for _ in range(200):
        page.focusNextChild()
        widget = QApplication.focusWidget()
        if widget is None or widget in found:
            break
        found.append(widget)
    return found


def out_of_order(page, found):
    """The neighbours of which the later one stands further up, or further left on the same line."""
    places = []
    for widget in found:
        # The choices of one group count as one.
        if isinstance(widget, QRadioButton) and places and places[-1][0] is widget.parentWidget():
            continue
        of = widget.parentWidget() if isinstance(widget, QRadioButton) else widget
        at = widget.mapTo(page, QPoint(0, 0))
        places.append((of, widget, at, widget.height()))
    wrong = []
    for before, after in itertools.pairwise(places):
        above = after[2].y() + after[3] <= before[2].y()
        left = abs(after[2].y() - before[2].y()) < 8 and after[2].x() < before[2].x()
        # The second column of a page begins at its top again.
        if (above and after[2].x() < before[2].x() + before[1].width()) or left:
            wrong.append((said(before[1]), said(after[1])))
    return wrong


def said(widget):
    return widget.accessibleName() or getattr(widget, "text", str)() or type(widget).__name__


def check(page, *wanted):
    found = stops(page)
    assert not out_of_order(page, found)
    missing = [said(widget) for widget in wanted if widget not in found]
    assert not missing
    return found


def test_the_person_s_page(qtbot, themed_app, unit, people):
    page = PersonPage(Desk(unit, words("da")))
    qtbot.addWidget(page)
    page.resize(1182, 720)
    page.open_target(Target(assignee_id=people[0][0]))
    view, overview = page.view, page.view.overview
    check(
        page,
        view.header.back,
        view.print_button,
        view.prepare_button,
        view.more,
        view.tabs,
        overview.table,
        overview.course.plot,
        overview.course.list,
        overview.why.open_button,
        overview.why.compare_button,
    )
    for tab, wanted in (
        ("comments", (view.comments.task, view.comments.text, view.comments.add_button)),
        ("development", (view.development.task, view.development.what, view.development.add_button)),
        ("shown", (view.show_button, view.shown.list)),
    ):
        page.open_target(Target(assignee_id=people[0][0], act=tab))
        found = check(page, *wanted)
        if tab == "development":
            assert set(view.development.boxes.values()) <= set(found)


def test_every_stage_of_a_conversation(qtbot, themed_app, unit, people):
    page = PreparePage(Desk(unit, words("da")))
    qtbot.addWidget(page)
    page.resize(1182, 720)
    (person, _), tasks = people
    page.open_target(Target(assignee_id=person))
    view = page.view
    check(page, *view.tasks.boxes.values(), view.begin_button, view.paper_button)
    unit.conversations.begin(person, tasks)
    page.open_target(Target(assignee_id=person))
    for side in Side:
        check(page, *(part.reason for part in view.half.parts.values()), view.half.close_button)
        for part in view.half.parts.values():
            part.rung.choose(3 if side is Side.LEADER else 4)
        view.half.close_button.click()
        if side is Side.LEADER:
            check(page, view.turn.show_button)
            view.turn.show_button.click()
    view.agenda.kind.set_value(StepKind.RUNG)
    view.agenda.kind.chosen.emit(StepKind.RUNG)
    found = check(page, view.agenda.task, view.agenda.step, view.agenda.on, view.agenda.held, view.agenda.end_button)
    assert any(view.agenda.rung.isAncestorOf(widget) for widget in found)


@pytest.mark.parametrize("part", ["across", "differences", "passed", "still", "leaps", "habits", "calibration"])
def test_the_mirror(qtbot, themed_app, unit, people, part):
    page = MirrorPage(Desk(unit, words("da")))
    qtbot.addWidget(page)
    page.resize(1182, 720)
    page.open_target(Target(act=part))
    found = check(page, page.tabs)
    if part in ("across", "differences"):
        assert "Amina Holm" in [said(widget) for widget in found]
    if part == "calibration":
        page.calibration.anchors.choose(3)
        check(page, page.calibration.next_button)
