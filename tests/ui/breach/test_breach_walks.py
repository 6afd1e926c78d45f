"""Every cause walked by the mouse to every end; the rung is the rule's at each step of the way."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel

from tests.builders import a_person, a_task, agreed, rated
from tests.services.breach_builders import noted
from tests.ui.modal import in_dialog
from tillid_planner.content import words
from tillid_planner.domain.breach import Outcome
from tillid_planner.domain.breach_path import Progress, Step
from tillid_planner.domain.case import BreachRecord, BreachStatus, Cause, Dimension
from tillid_planner.domain.dosing import suggest
from tillid_planner.services import session as sessions
from tillid_planner.ui.breach.delete_case import DeleteCaseDialog
from tillid_planner.ui.breach.page import BreachesPage
from tillid_planner.ui.breach.repair_agreement import CaseAgreementDialog
from tillid_planner.ui.breach.talk_steps import CAUSES
from tillid_planner.ui.desk import Desk
from tillid_planner.ui.follow_up.dialog import FollowUpDialog
from tillid_planner.ui.widgets import Button, CheckBox, RadioCard

TODAY = date(2026, 11, 23)


class Walk:
    """A case on the page, and what is done in it as a hand would do it."""

    def __init__(self, qtbot, page, unit, clock, pair, case):
        self.qtbot, self.page, self.unit, self.clock, self.pair, self.case = qtbot, page, unit, clock, pair, case
        page.open_case(case)

    @property
    def pane(self):
        QApplication.processEvents()
        return self.page.pane

    @property
    def panel(self):
        return self.pane.panels[self.pane.step]

    @property
    def view(self):
        return self.unit.cases.view(self.case)

    def press(self, button):
        self.bring_into_sight(button)
        self.click(button)

    def bring_into_sight(self, button):
        QApplication.processEvents()
        self.page.pane.scrolled.ensureWidgetVisible(button)
        QApplication.processEvents()
        assert button.isVisibleTo(self.page)

    def card(self, group, number):
        self.press([card for card in group.findChildren(RadioCard) if card.isVisibleTo(self.page)][number])

    def in_dialog(self, kind, button, act):
        self.bring_into_sight(button)
        in_dialog(kind, lambda: self.click(button), act)

    def click(self, button):
        self.qtbot.mouseClick(button, Qt.MouseButton.LeftButton)

    def is_at(self, step, cause, status):
        """Check the step, and that the suggestion is the rule's answer to what happened here and nothing else."""
        assert self.pane.step is step
        self.follows_rule(cause, status)

    def follows_rule(self, cause, status):
        closed_on = self.unit.cases.get(self.case).closed_on
        days = (self.clock[0] - closed_on).days if closed_on else 0
        sheet = self.unit.trust.sheet(*self.pair)
        alone = replace(sheet.case, breaches=(BreachRecord(cause, status, 4, days),))
        assert sheet.suggestion == suggest(alone)
        assert self.unit.matrix.grid().cells[self.pair[1], self.pair[0]].breach == (status is not BreachStatus.CLOSED)

    def seen(self):
        QApplication.processEvents()
        return "\n".join(label.text() for label in self.pane.findChildren(QLabel) if label.isVisibleTo(self.pane))


@pytest.fixture
def clock():
    return [TODAY - timedelta(days=30)]


@pytest.fixture
def walk(qtbot, themed_app, clock):
    unit = sessions.in_memory("Nord", today=lambda: clock[0])
    pair = a_task(unit), a_person(unit)
    rated(unit, *pair, 5, 5, 5)
    agreed(unit, *pair, 4)
    clock[0] = TODAY
    case = noted(unit, pair)
    page = BreachesPage(Desk(unit, words("da")))
    qtbot.addWidget(page)
    page.resize(1182, 720)
    page.show()
    page.activateWindow()
    qtbot.waitUntil(page.isActiveWindow, timeout=60_000)
    yield Walk(qtbot, page, unit, clock, pair, case)
    page.close()
    unit.close()


def to_the_talk(walk, cause):
    walk.is_at(Step.TRACK, Cause.UNKNOWN, BreachStatus.OPEN)
    if cause is Cause.ILL_WILL:
        walk.card(walk.panel.choice, 1)
        walk.press(walk.panel.deliberate)
        walk.is_at(Step.TRACK, Cause.ILL_WILL, BreachStatus.OPEN)
        assert not walk.panel.next.isVisibleTo(walk.page)
        walk.press(walk.panel.advised)
    else:
        walk.card(walk.panel.choice, 0)
    walk.press(walk.panel.next)
    walk.press(walk.panel.ready)
    walk.press(walk.panel.open)
    talk = walk.page.talk
    walk.qtbot.keyClicks(talk.view.employee, "Jeg var alene.")
    walk.press(talk.view.done)


def to_the_follow_ups(walk, cause):
    if cause is Cause.ILL_WILL:
        walk.is_at(Step.CAUSE, Cause.ILL_WILL, BreachStatus.OPEN)
    else:
        walk.is_at(Step.CAUSE, Cause.UNKNOWN, BreachStatus.OPEN)
    walk.card(walk.panel.main, CAUSES.index(cause))
    walk.is_at(Step.CAUSE, cause, BreachStatus.REPAIRING)
    walk.press(walk.panel.next)
    walk.press(walk.panel.usual)

    def agree(dialog):
        view = dialog.form.view
        if view.fields["reason"].isVisibleTo(dialog):
            view.reason.set_value("Aftalt sammen.")
        walk.click(view.agree)

    walk.in_dialog(CaseAgreementDialog, walk.panel.agree, agree)
    standing = walk.view.sheet.agreement
    assert standing.id == walk.view.case.agreement_id
    assert standing.rung == {Cause.RESOURCES: 4, Cause.CIRCUMSTANCES: 4, Cause.ILL_WILL: 1}.get(cause, 3)
    walk.press(walk.panel.next)
    walk.is_at(Step.FOLLOW_UPS, cause, BreachStatus.REPAIRING)


def all_is_seen(walk, cause):
    for number in range(len([c for c in walk.view.case.criteria if not c.counted])):
        boxes = [box for box in walk.panel.criteria.findChildren(CheckBox) if box.isVisibleTo(walk.page)]
        walk.press(boxes[number])

    def good(dialog):
        walk.click(dialog.hold.outcome.findChildren(RadioCard)[0])
        walk.click(dialog.verb_button)

    while not walk.view.ready_to_close:
        assert walk.panel.ready.isHidden()
        walk.clock[0] += timedelta(days=20)
        walk.pane.refresh()
        buttons = [b for b in walk.panel.findChildren(Button) if b.isVisibleTo(walk.page)]
        hold = next(b for b in buttons if b.text() == "Hold eller flyt den")
        walk.in_dialog(FollowUpDialog, hold, good)
        walk.follows_rule(cause, BreachStatus.REPAIRING)
    assert "I kan lukke sagen" in walk.seen()


def done(walk):
    return {stage.step for stage in walk.view.stages if stage.progress is Progress.DONE}


@pytest.mark.parametrize("cause", CAUSES)
def test_repaired(walk, cause):
    to_the_talk(walk, cause)
    to_the_follow_ups(walk, cause)
    all_is_seen(walk, cause)
    walk.press(walk.panel.close_case)
    walk.card(walk.panel.outcome, 0)
    walk.press(walk.panel.close_case)
    walk.is_at(Step.CLOSING, cause, BreachStatus.CLOSED)
    assert walk.view.case.outcome is Outcome.REPAIRED
    assert done(walk) == set(Step) - {Step.LEARNING}
    for days in (100, 181, 300, 366):
        walk.clock[0] = walk.view.case.closed_on + timedelta(days=days)
        walk.follows_rule(cause, BreachStatus.CLOSED)
    walk.unit.endings.reopen(walk.case, "Det skete igen.")
    walk.follows_rule(cause, BreachStatus.REPAIRING)


@pytest.mark.parametrize("cause", CAUSES)
def test_a_lower_rung_fits(walk, cause):
    to_the_talk(walk, cause)
    to_the_follow_ups(walk, cause)
    walk.press(walk.panel.close_case)
    walk.card(walk.panel.outcome, 1)
    for dimension in Dimension:
        walk.press(walk.panel.ratings.heads[dimension])
        walk.card(walk.panel.ratings.groups[dimension], 2)

    def agree(dialog):
        dialog.form.view.reason.set_value("Aftalt sammen.")
        walk.click(dialog.form.view.agree)

    if walk.view.sheet.agreement.rung == 4:
        walk.in_dialog(CaseAgreementDialog, walk.panel.close_case, agree)
    else:
        # The agreement of the repair is lower already.
        walk.press(walk.panel.close_case)
    walk.is_at(Step.CLOSING, cause, BreachStatus.CLOSED)
    assert walk.view.case.outcome is Outcome.LEVEL_LOWER
    assert walk.view.sheet.agreement.rung < 4
    assert {rating.value for rating in walk.view.sheet.ratings.values()} == {3}
    assert Step.FOLLOW_UPS not in done(walk)
    assert Step.AGREEMENT in done(walk)


@pytest.mark.parametrize("cause", CAUSES)
def test_not_repaired(walk, cause):
    to_the_talk(walk, cause)
    to_the_follow_ups(walk, cause)
    walk.press(walk.panel.close_case)
    walk.card(walk.panel.outcome, 2)
    lower_already = walk.view.sheet.agreement.rung < 4
    walk.press(walk.panel.leaving.go_on_button if lower_already else walk.panel.leaving.pause_button)
    walk.is_at(Step.TRACK, cause, BreachStatus.REPAIRING)
    assert walk.view.case.leaving
    for box, _ in walk.panel.items.values():
        walk.press(box)
    assert len(walk.view.case.led_out) == len(walk.panel.items)

    def delete(dialog):
        walk.click(dialog.verb_button)
        walk.qtbot.waitUntil(lambda: not dialog.isVisible(), timeout=60_000)

    walk.in_dialog(DeleteCaseDialog, walk.panel.delete, delete)
    assert walk.unit.cases.views() == []
    assert walk.unit.trust.sheet(*walk.pair).agreement.rung < 4
