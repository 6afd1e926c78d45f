"""A refusal is seen: at the control, in sight, with the keyboard there, and the control shows what is stored."""

from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtWidgets import QApplication, QScrollArea

from tests.ui.register.record_forms import PLACES, a_unit, open_place
from tillid_planner.content import words
from tillid_planner.domain.breach_path import Step
from tillid_planner.domain.case import Cause
from tillid_planner.languages import CODES
from tillid_planner.ui.breach.page import BreachesPage
from tillid_planner.ui.desk import Desk, Target
from tillid_planner.ui.person.prepare import PreparePage
from tillid_planner.ui.texts import install_language
from tillid_planner.ui.widgets import RadioCard

LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def unit():
    made = a_unit()
    yield made
    made.session.close()


@pytest.fixture(params=CODES)
def desk(request, themed_app, unit):
    install_language(themed_app, request.param)
    yield Desk(unit.session, words(request.param))
    install_language(themed_app, "da")


@pytest.fixture
def breaches(qtbot, desk):
    """What stands at the end of a step is out of sight."""
    return in_a_low_window(qtbot, BreachesPage(desk))


def in_a_low_window(qtbot, page):
    qtbot.addWidget(page)
    page.resize(1000, 420)
    page.show()
    page.activateWindow()
    qtbot.waitUntil(page.isActiveWindow, timeout=60_000)
    return page


def step_of(page, case, step):
    page.open_case(case, step)
    QApplication.processEvents()
    return page.pane.panels[step]


def in_sight(widget):
    """Whether a widget is seen whole in everything it is scrolled in."""
    if not widget.isVisible():
        return False
    above = widget.parentWidget()
    while above is not None:
        if isinstance(above, QScrollArea):
            area = QRect(widget.mapTo(above.viewport(), QPoint(0, 0)), widget.size())
            if not above.viewport().rect().contains(area):
                return False
        above = above.parentWidget()
    return True


def is_refused_at(qtbot, panel, control, code, **params):
    qtbot.waitUntil(lambda: in_sight(panel.trouble), timeout=60_000)
    assert panel.trouble.label.text() == panel.desk.words.text(f"faults.{code}", **params)
    assert panel.trouble.mapTo(panel, QPoint(0, 0)).y() >= control.mapTo(panel, QPoint(0, 0)).y()
    focused = QApplication.focusWidget()
    assert focused is control or control.isAncestorOf(focused)
    assert in_sight(focused)


def test_a_cause_before_the_conversation_is_refused_and_not_chosen(qtbot, breaches, unit):
    panel = step_of(breaches, unit.early[0], Step.CAUSE)
    qtbot.mouseClick(panel.main.findChildren(RadioCard)[2], LEFT)
    is_refused_at(qtbot, panel, panel.main, "conversation_first")
    assert panel.main.value() is None
    assert unit.session.cases.get(unit.early[0]).cause is Cause.UNKNOWN


def test_closing_without_the_criteria_is_refused_at_the_button(qtbot, breaches, unit):
    panel = step_of(breaches, unit.late[0], Step.CLOSING)
    panel.outcome.choose(1)
    panel.close_case.click()
    is_refused_at(qtbot, panel, panel.close_case, "criteria_not_met", count=1)
    assert not unit.session.cases.get(unit.late[0]).closed
    # What was typed and chosen for the closing is not stored, and not lost.
    assert panel.outcome.value() == 1


def test_closing_without_an_outcome_is_refused_where_it_is_chosen(qtbot, breaches, unit):
    panel = step_of(breaches, unit.late[0], Step.CLOSING)
    panel.close_case.click()
    is_refused_at(qtbot, panel, panel.outcome, "choose_one")


def test_a_side_without_a_rung_is_refused_at_the_first_task(qtbot, desk, unit):
    page = in_a_low_window(qtbot, PreparePage(desk))
    unit.session.conversations.begin(unit.people[0], list(unit.tasks))
    page.open_target(Target(assignee_id=unit.people[0]))
    half = page.view.half
    half.close_button.click()
    first = half.parts[unit.tasks[0]].choice
    qtbot.waitUntil(lambda: in_sight(first), timeout=60_000)
    assert first.error()
    assert first.editor.isAncestorOf(QApplication.focusWidget())


def test_a_refusal_is_gone_when_the_act_succeeds(qtbot, breaches, unit):
    panel = step_of(breaches, unit.late[0], Step.CLOSING)
    panel.outcome.choose(1)
    panel.close_case.click()
    assert panel.trouble.isVisible()
    case = unit.late[0]
    for criterion in unit.session.cases.get(case).criteria:
        unit.session.cases.put(case, replace(criterion, met_on=unit.session.today()))
    panel.close_case.click()
    assert unit.session.cases.get(case).closed
    assert not panel.trouble.isVisible()


@pytest.mark.parametrize("name", ["note-breach", "follow-up"])
def test_a_dialog_says_it_at_the_first_field(qtbot, desk, unit, name):
    dialog = open_place(PLACES[name], desk, unit, 0)
    qtbot.addWidget(dialog)
    dialog.activateWindow()
    qtbot.waitUntil(dialog.isActiveWindow, timeout=60_000)
    if name == "follow-up":
        dialog.mode.set_value("hold")
        dialog.mode.chosen.emit("hold")
    dialog.verb_button.click()
    field = dialog.fields["facts"] if name == "note-breach" else dialog.hold.outcome_field
    assert field.error()
    assert field.isAncestorOf(QApplication.focusWidget())
