"""The form of an agreement in the inspector: what it asks for, what it keeps, and how it is agreed to."""

from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtCore import Qt

from tests.builders import TODAY, rated
from tests.ui.inspector.pair import LEFT, K, begin, focused, press, settle, sheet
from tests.ui.shown_words import words_on
from tillid_planner.domain.agreement import AgreementState, Leap
from tillid_planner.domain.case import Dimension
from tillid_planner.domain.ground_rule import GroundRule, RuleKind
from tillid_planner.domain.task import RedLine


def test_above_the_suggestion_the_four_questions_are_asked(open_pair, unit, qtbot):
    rated(unit, unit.task, unit.person, 3, 3, 3)
    page = open_pair()
    view = begin(page, 4)
    assert view.leap_part.isVisible()
    qtbot.mouseClick(view.agree, LEFT)
    wanted = ["leap.gain", "leap.risk", "leap.catch", "leap.review_on"]
    assert [name for name, field in view.fields.items() if field.error()] == wanted
    assert focused(page) is view.gain
    assert sheet(unit).history == []
    for editor, text in ((view.gain, "Ro"), (view.risk, "En klage"), (view.catch, "Eva kan ringes op")):
        editor.setFocus()
        qtbot.keyClicks(editor, text)
    view.review_on.setFocus()
    qtbot.keyClicks(view.review_on, "14.12.2026")
    qtbot.mouseClick(view.agree, LEFT)
    leap = Leap(gain="Ro", risk="En klage", catch="Eva kan ringes op", review_on=date(2026, 12, 14))
    assert sheet(unit).offer.leap == leap


def test_gain_and_risk_can_be_written_without_a_leap(open_pair, unit, qtbot):
    rated(unit, unit.task, unit.person, 3, 3, 3)
    page = open_pair()
    view = begin(page, 2)
    qtbot.keyClicks(view.reason, "Vi begynder roligt.")
    assert not view.leap_part.isVisible()
    qtbot.mouseClick(view.hopes_button, LEFT)
    assert focused(page) is view.gain
    qtbot.keyClicks(view.gain, "Ro")
    view.risk.setFocus()
    qtbot.keyClicks(view.risk, "En klage")
    assert not any(part.isVisible() for part in (view.leap_note, view.catch, view.review_on, view.hopes_button))
    qtbot.mouseClick(view.agree, LEFT)
    assert sheet(unit).offer.leap == Leap(gain="Ro", risk="En klage", catch="", review_on=None)
    model = page.inspector.history.model
    assert "spring" not in " ".join(model.index(row).data() for row in range(model.rowCount())).lower()


def test_gain_and_risk_typed_earlier_are_seen_again(open_pair, unit, qtbot):
    rated(unit, unit.task, unit.person, 3, 3, 3)
    page = open_pair()
    view = begin(page, 3)
    qtbot.mouseClick(view.hopes_button, LEFT)
    qtbot.keyClicks(view.gain, "Ro")
    page.table.select_pair(unit.other, unit.person)
    page.table.select_pair(unit.task, unit.person)
    view = begin(page, 3)
    assert view.gain.value() == "Ro"
    assert view.leap_part.isVisible()


def test_below_the_suggestion_a_reason_is_asked(open_pair, unit, qtbot):
    rated(unit, unit.task, unit.person, 4, 4, 4)
    page = open_pair()
    view = begin(page, 2)
    assert not view.leap_part.isVisible()
    qtbot.mouseClick(view.agree, LEFT)
    assert view.fields["reason"].error()
    assert focused(page) is view.reason
    qtbot.keyClicks(view.reason, "Vi begynder roligt.")
    qtbot.mouseClick(view.agree, LEFT)
    assert sheet(unit).offer.reason == "Vi begynder roligt."


def test_from_rung_three_it_must_be_said_when_to_ask(open_pair, unit, qtbot):
    unit.register.save_task(replace(unit.register.task(unit.task), ask_when=""))
    rated(unit, unit.task, unit.person, 3, 3, 3)
    page = open_pair()
    view = begin(page, 3)
    assert focused(page) is view.ask_when
    qtbot.mouseClick(view.agree, LEFT)
    assert view.fields["ask_when"].error()


def test_the_form_brings_the_tasks_own_lines_and_a_first_follow_up(open_pair, unit):
    rated(unit, unit.task, unit.person, 3, 3, 3)
    view = begin(open_pair(), 3)
    assert view.purpose.value() == "Pårørende er trygge."
    assert view.limits.value() == "Ingen løfter."
    assert view.first_follow_up.read() == unit.trust.draft(unit.task, unit.person, 3).first_follow_up


def test_the_form_shows_the_tasks_red_lines_as_fixed(open_pair, unit, qtbot):
    page = open_pair()
    view = begin(page, 3)
    assert not view.fixed_part.isVisible()
    secret = RedLine(text="Tavshedspligt", source="Loven", consequence="Vi taler om det samme dag")
    lines = (RedLine(text="Ingen løfter om hjælp"), secret)
    page.desk.run(lambda: unit.register.save_task(replace(unit.register.task(unit.task), red_lines=lines)))
    assert view.fixed_part.isVisible()
    settle()
    said = "• Ingen løfter om hjælp • Tavshedspligt Kilde: Loven. Brydes den: Vi taler om det samme dag"
    assert said in words_on(view.fixed_part)
    page.inspector.agreement.form.take_rung(0)
    assert not view.fixed_part.isVisible()


def test_the_units_red_lines_stand_with_the_tasks_own(open_pair, unit):
    page = open_pair()
    view = begin(page, 3)
    line = GroundRule(
        kind=RuleKind.RED_LINE,
        text="Ingen tager gaver",
        source="Politisk mål",
        consequence="Vi taler om det",
        all_tasks=True,
        since=TODAY,
    )
    page.desk.run(lambda: unit.ground_rules.put_rule(line))
    settle()
    assert view.fixed_part.isVisible()
    assert "• Ingen tager gaver" in words_on(view.fixed_part)


def test_an_unreadable_date_stays_and_is_said(open_pair, unit, qtbot):
    rated(unit, unit.task, unit.person, 3, 3, 3)
    page = open_pair()
    view = begin(page, 3)
    view.first_follow_up.setText("snart")
    qtbot.mouseClick(view.agree, LEFT)
    assert view.fields["first_follow_up"].error()
    assert view.first_follow_up.text() == "snart"
    assert sheet(unit).history == []


def test_a_pause_asks_for_no_more_than_it_needs(open_pair, unit, qtbot):
    page = open_pair()
    view = begin(page, 0)
    assert not view.fields["first_follow_up"].isVisible()
    assert view.agree.text() == "Sæt på pause"
    qtbot.mouseClick(view.agree, LEFT)
    assert sheet(unit).agreement.rung == 0


def test_a_form_under_way_survives_a_look_at_another_cell_and_a_refresh(open_pair, unit, qtbot):
    rated(unit, unit.task, unit.person, 3, 3, 3)
    page = open_pair()
    view = begin(page, 3)
    view.support.setFocus()
    qtbot.keyClicks(view.support, "Sparring hver tirs")
    page.refresh()
    qtbot.keyClicks(view.support, "dag")
    page.table.select_pair(unit.other, unit.person)
    assert not page.inspector.agreement.filling_in
    page.table.select_pair(unit.task, unit.person)
    assert page.inspector.agreement.filling_in
    assert view.support.value() == "Sparring hver tirsdag"


def test_another_rung_keeps_what_is_written(open_pair, unit, qtbot):
    rated(unit, unit.task, unit.person, 3, 3, 3)
    page = open_pair()
    view = begin(page, 3)
    qtbot.keyClicks(view.support, "Sparring")
    page.inspector.agreement.begin(4)
    assert view.support.value() == "Sparring"
    assert view.leap_part.isVisible()


def test_a_rating_changed_meanwhile_changes_what_the_form_asks(open_pair, unit):
    rated(unit, unit.task, unit.person, 3, 3, 3)
    page = open_pair()
    view = begin(page, 3)
    page.desk.run(lambda: unit.trust.rate(unit.task, unit.person, Dimension.COMPETENCE, 2))
    assert view.leap_part.isVisible()


def test_a_wish_in_the_form_can_be_cleared_before_it_is_agreed(open_pair, unit, qtbot):
    rated(unit, unit.task, unit.person, 3, 3, 3)
    page = open_pair()
    view = begin(page, 3)
    view.employee_rung.choose(5)
    qtbot.mouseClick(view.employee_rung.clear_button, LEFT)
    assert page.inspector.agreement.form.draft.employee_rung is None


@pytest.mark.parametrize("size", [(1366, 690), (1280, 640)])
def test_how_far_we_have_come_stands_beside_the_act_in_sight(open_pair, unit, qtbot, size):
    rated(unit, unit.task, unit.person, 3, 3, 3)
    page = open_pair(size=size)
    view = begin(page, 3)
    settle()
    for part in (view.state, view.agree):
        assert part.visibleRegion().boundingRect() == part.rect()
    accepted = next(b for b in view.state.children() if getattr(b, "key", None) is AgreementState.ACCEPTED)
    qtbot.mouseClick(accepted, LEFT)
    qtbot.mouseClick(view.agree, LEFT)
    assert sheet(unit).agreement.rung == 3


def test_a_pause_needs_nobodys_acceptance(open_pair, unit):
    rated(unit, unit.task, unit.person, 3, 3, 3)
    page = open_pair()
    assert not begin(page, 0).state.isVisible()


def test_the_form_is_agreed_to_from_any_of_its_fields(open_pair, unit, qtbot):
    rated(unit, unit.task, unit.person, 3, 3, 3)
    page = open_pair()
    page.window().activateWindow()
    qtbot.waitUntil(page.window().isActiveWindow, timeout=60_000)
    view = begin(page, 3)
    view.support.setFocus()
    qtbot.keyClicks(view.support, "Sparring")
    qtbot.keyClick(view.support, K.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert sheet(unit).offer.support == "Sparring"


def test_after_the_form_the_keyboard_is_where_the_next_step_is(open_pair, unit, qtbot):
    rated(unit, unit.task, unit.person, 3, 3, 3)
    page = open_pair()
    tab = page.inspector.agreement
    view = begin(page, 3)
    qtbot.keyClick(focused(page), K.Key_Return, Qt.KeyboardModifier.ControlModifier)
    settle()
    assert sheet(unit).offer is not None
    assert getattr(focused(page), "key", None) is AgreementState.OFFERED
    press(qtbot, page, K.Key_Right)
    press(qtbot, page, K.Key_Right)
    assert sheet(unit).agreement.rung == 3
    begin(page, 2)
    view.cancel.setFocus()
    press(qtbot, page, K.Key_Return)
    assert focused(page) is tab.new_button
